"""Several papers in one file: the first is read, and what stands behind it is kept as text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extractor.layout.arrange import Paper
from extractor.layout.blocks.find import blocks_of
from extractor.layout.furniture import Sheet
from extractor.lexicon.gate import Phrases
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.ledger import Taken, ledger_of
from extractor.structure.masthead.box import read_box
from extractor.structure.masthead.symbols import symbols_in
from extractor.structure.masthead.words import words
from extractor.structure.printed import Printed
from extractor.structure.settings import RECOGNITION


@rule("recognise.second_paper", source="files that bind the papers of a session: each has a masthead", otherwise=None)
def second_paper(sheets: Sequence[Sheet]) -> int | None:
    """The page on which another paper begins, with a symbol and a distribution at its head as the first has."""
    begun = False
    for sheet in sheets:
        if not _may_open(sheet):
            continue
        box = read_box(sheet.body, sheet, None)
        named = box.symbols or any(symbols_in(cell.text) for line in sheet.head for cell in line.cells)
        if not (named and box.distribution) or box.displaced:
            continue
        if begun:
            return sheet.page.number
        begun = True
    return None


def _may_open(sheet: Sheet) -> bool:
    """Whether `Distr.` stands among the first lines of a page."""
    mark = _distribution()
    return any(
        mark.open(line.text.lower()) and mark.pattern.search(line.text) for line in sheet.body[: RECOGNITION.box_lines]
    )


@cache
def _distribution() -> Phrases:
    """`Distr.`, behind a gate for lines in lower case."""
    return Phrases(words().distribution_mark)


def parted(paper: Paper) -> tuple[Paper, Paper | None]:
    """The first paper, and what stands behind it, None where that is all."""
    page = second_paper.applies(paper.sheets)
    if page is None:
        return paper, None
    first, rest = (
        replace(
            paper,
            sheets=[sheet for sheet in paper.sheets if (sheet.page.number < page) == own],
            lines=[line for line in paper.lines if (line.page < page) == own],
            footnotes=[note for note in paper.footnotes if (note.page < page) == own],
        )
        for own in (True, False)
    )
    return first, rest


def kept(paper: Paper) -> list[Printed]:
    """The ledger of what is not read: its blocks are text."""
    blocks = blocks_of(paper.lines, paper.rules, paper.measures, paper.tagged) if paper.lines else []
    made = ledger_of(paper, Taken(False, None, [], blocks, []))
    return [replace(one, role="text") if one.role not in ("furniture", "footnote") else one for one in made]
