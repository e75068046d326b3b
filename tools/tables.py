"""How well tables are read: `make tables`, `make tables DIR=FOLDER`, `make tables TAGS=FOLDER`.

DIR: a folder of the table competition of ICDAR 2013, files `NAME.pdf` with their cells in `NAME-str.xml` (the optional
corpus has some). Where the tables stand is to be found, as in the competition's complete task; the control is
pdfplumber's finder, by drawn lines and by text. TAGS: a folder of tagged papers, whose own tags say what their cells
are; the finder does not see them.

Prints a line for each paper and, last, the mean F1 of the relations between neighbouring cells (see
`tools/adjacency.py`).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.layout.arrange import arrange
from extractor.layout.lines.model import box_of
from extractor.layout.tables.find import find_tables
from extractor.layout.tables.model import Table, TableCell
from extractor.reading.reader import open_pdf
from tools.adjacency import Cell, Relations, Score, cell, mean, read_truth, relations, score
from tools.tagged import Tagged, is_contents, tagged_tables

OURS = "ours"
#: How pdfplumber is asked: by drawn lines, as it does when nothing is said, and by where text stands.
STRATEGIES = ("lines", "text")
FOLDER = Path(__file__).resolve().parents[2] / "shared" / "foreign" / "icdar2013"


def found_tables(path: Path, *, tags: bool = False) -> list[Table]:
    """The tables of the result that the program makes of a file, without its tags or with them."""
    with open_pdf(path.read_bytes(), "auto", beside=["tables"] if tags else []) as reader:
        paper = arrange(reader.pages(None))
    return find_tables(paper.lines, paper.rules, paper.measures.usual, paper.tagged)


def text_of(one: TableCell) -> str:
    """The text of a cell with its footnote marks where they are printed."""
    parts: list[str] = []
    for piece in (piece for line in one.lines for piece in line.cells):
        text = piece.text
        for mark in reversed(piece.marks):
            text = text[: mark.offset] + mark.sign + text[mark.offset :]
        parts.append(text)
    return " ".join(parts)


def relations_of(tables: Iterable[Table]) -> Relations:
    """The relations of tables that the program found."""
    found: Relations = Counter()
    for table in tables:
        found += relations(cells_of(table))
    return found


def cells_of(table: Table) -> list[Cell]:
    """The cells of a table that the program found."""
    return [
        cell((at, at + one.rows - 1), (one.column, one.column + one.columns - 1), text_of(one))
        for at, row in enumerate(table.rows)
        for one in row.cells.values()
    ]


def plumbed(path: Path, strategy: str) -> Relations:
    """The relations of the tables that pdfplumber finds."""
    import pdfplumber

    found: Relations = Counter()
    settings = {"vertical_strategy": strategy, "horizontal_strategy": strategy}
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            for table in page.find_tables(settings):
                found += relations(
                    cell((row, row), (column, column), text or "")
                    for row, texts in enumerate(table.extract())
                    for column, text in enumerate(texts)
                )
    return found


def against_truth(folder: Path, *, control: bool = True) -> Iterator[tuple[str, dict[str, Score]]]:
    """The papers of a folder whose cells are known, each with the scores of the program and of the control."""
    for path in sorted(folder.glob("*.pdf")):
        answers = path.with_name(f"{path.stem}-str.xml")
        if answers.exists():
            truth = read_truth(answers)
            scores = {OURS: score(truth, relations_of(found_tables(path)))}
            for strategy in STRATEGIES if control else ():
                scores[strategy] = score(truth, plumbed(path, strategy))
            yield path.stem, scores


def against_tags(folder: Path, *, shown: bool = False) -> Iterator[tuple[str, dict[str, Score]]]:
    """The papers of a folder that have a table whose tags agree with themselves, each with its score.

    Args:
        folder: the folder.
        shown: whether the finder sees the tags too: what it makes of them then.
    """
    for path in sorted(folder.glob("*.pdf")):
        tables = tagged_tables(path)
        others = [table for table in tables if not table.is_witness]
        if len(others) == len(tables):
            continue
        truth: Relations = Counter()
        for table in tables:
            if table.is_witness:
                truth += relations(table.cells)
        found = [
            one
            for one in found_tables(path, tags=shown)
            if not any(_overlap(one, other) for other in others) and not is_contents(cells_of(one))
        ]
        yield path.stem, {OURS: score(truth, relations_of(found))}


def _overlap(table: Table, tagged: Tagged) -> bool:
    """Whether a found table stands where the tags have another kind of table."""
    _, top, _, bottom = box_of((line for row in table.rows for line in row.lines), table.rows[0].page)
    return table.rows[0].page == tagged.page and top < tagged.bottom and bottom > tagged.top


def main() -> int:
    """Print the scores of a folder."""
    parser = argparse.ArgumentParser(prog="python -m tools.tables", description="How well tables are read.")
    parser.add_argument("--dir", type=Path, default=FOLDER, help="a folder of NAME.pdf and NAME-str.xml")
    parser.add_argument("--tags", type=Path, help="a folder of tagged papers")
    args = parser.parse_args()
    folder = args.tags or args.dir
    if not folder.is_dir():
        print(f"tables: there is no folder {folder}", file=sys.stderr)
        return 3
    all_scores: dict[str, list[Score]] = {}
    for name, scores in against_tags(folder) if args.tags else against_truth(folder):
        parts = [f"{who} {one.f1:.3f} (P {one.precision:.2f} R {one.recall:.2f})" for who, one in scores.items()]
        print(f"{name:30.30} " + "  ".join(parts), flush=True)
        for who, one in scores.items():
            all_scores.setdefault(who, []).append(one)
    for strategy in STRATEGIES:
        if strategy in all_scores:
            print(f"pdfplumber by {strategy}: mean F1 {mean(all_scores[strategy]):.4f}")
    print(f"mean F1 {mean(all_scores.get(OURS, [])):.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
