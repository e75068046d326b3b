"""The ledger holds each printed word once, and every value stands where its places say."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from extractor import Agenda, extract
from extractor.layout.arrange import arrange
from extractor.layout.blocks.model import make_block
from extractor.layout.lines.rows import lines_of
from extractor.layout.tables.model import Row, Table, TableCell
from extractor.model import Item, Place
from extractor.reading.reader import open_pdf
from extractor.structure.ledger import Taken, ledger_of
from tests.conftest import corpus_agendas, sample_pdfs
from tests.layout.pages import page as page_of
from tests.layout.pages import span

PAPERS = sample_pdfs() + corpus_agendas()
ids = [path.stem for path in PAPERS]


@cache
def agenda(path: Path) -> Agenda:
    return extract(path)


def letters(text: str) -> Counter[str]:
    return Counter(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def walk(items: list[Item]) -> list[Item]:
    return [one for item in items for one in (item, *walk(item.items))]


#: Of real papers the gate measures the same with another reader (`kept`, `once`).
SAMPLES = [*sample_pdfs(), *(pytest.param(path, marks=pytest.mark.slow) for path in corpus_agendas())]


@pytest.mark.parametrize("path", SAMPLES, ids=ids)
def test_what_is_printed_stands_in_one_block(path: Path) -> None:
    found = agenda(path)
    with open_pdf(path.read_bytes()) as reader:
        printed = sum((letters(span.text) for page in reader.pages() for span in page.spans), Counter())
    held = sum((letters(f"{block.number or ''} {block.text}") for block in found.blocks), Counter())
    held += sum((letters(note.marker * len(note.anchors)) for note in found.footnotes), Counter())
    assert sum((printed - held).values()) <= 0.005 * printed.total(), printed - held
    assert sum((held - printed).values()) <= 0.005 * printed.total(), held - printed


@pytest.mark.parametrize("path", PAPERS, ids=ids)
def test_ids_count_the_blocks_and_annotations_are_among_them(path: Path) -> None:
    found = agenda(path)
    assert [block.id for block in found.blocks] == list(range(1, len(found.blocks) + 1))
    for item in walk(found.items):
        for part in item.annotation:
            assert part.id is not None
            block = found.blocks[part.id - 1]
            assert (block.role, block.text, block.item) == ("annotation", part.text, item.number)


@pytest.mark.parametrize("path", PAPERS, ids=ids)
def test_spans_hold_the_text(path: Path) -> None:
    found = agenda(path)
    for mention in (*found.references, *found.dates):
        assert mention.block is not None
        assert mention.span is not None
        start, end = mention.span
        assert " ".join(found.blocks[mention.block - 1].text[start:end].split()) == mention.text


def in_boxes(document: pypdfium2.PdfDocument, places: list[Place]) -> str:
    text = ""
    for place in places:
        page = document[place.page - 1]
        height = page.get_height()
        x0, top, x1, bottom = place.bbox
        text += page.get_textpage().get_text_bounded(x0 - 1, height - bottom, x1 + 1, height - top) + " "
    return text


@pytest.mark.parametrize("path", sample_pdfs(), ids=lambda path: path.stem)
def test_the_words_under_the_places_are_the_value(path: Path) -> None:
    found = agenda(path)
    document = pypdfium2.PdfDocument(path)
    values = [(one.text, one.places) for one in (*found.references, *found.dates, *found.footnotes)]
    values += [(item.title, item.places) for item in walk(found.items)]
    values += [(one.title or "", one.places) for one in (*found.documents, *found.schedule)]
    wrong = []
    for text, places in values:
        inside = letters(in_boxes(document, places))
        wanted = letters(text)
        if wanted and (
            not places or (wanted - inside).total() > 1 or (inside - wanted).total() > max(3, wanted.total() / 6)
        ):
            wrong.append((text, [place.bbox for place in places]))
    assert len(wrong) <= 0.01 * len(values), wrong[:5]


@pytest.mark.parametrize("path", PAPERS, ids=ids)
def test_marks_are_anchored(path: Path) -> None:
    found = agenda(path)
    for note in found.footnotes:
        for anchor in note.anchors:
            assert 0 <= anchor.offset <= len(found.blocks[anchor.block - 1].text)
    if found.footnotes:
        assert sum(bool(note.anchors) for note in found.footnotes) >= 0.5 * len(found.footnotes)


def test_the_short_form_has_no_blocks(sample: Path) -> None:
    whole, short = extract(sample), extract(sample, blocks=False)
    assert whole.blocks
    assert short.blocks == []
    assert all(one.block is None and one.span is None and one.places for one in short.references)
    assert [item.title for item in short.items] == [item.title for item in whole.items]


def test_other_papers_keep_their_text() -> None:
    (path,) = [path for path in sample_pdfs() if path.stem == "newyork_report_no_agenda"]
    found = agenda(path)
    assert found.document.kind == "other"
    assert {"masthead", "text", "furniture"} <= {block.role for block in found.blocks}
    assert not any(block.role == "unassigned" for block in found.blocks)


def test_a_row_that_is_an_annotation_parts_its_table() -> None:
    """Each printed word stands in one block, and an annotation is a block: the rest of the table stands around it."""
    texts = [("Keeping of quays", "Issued"), ("(resolutions 85/1 and 85/2)", "no paper"), ("Report on quays", "Issued")]
    spans = [
        span(text, x, 200 + 20 * at) for at, row in enumerate(texts) for text, x in zip(row, (124, 330), strict=True)
    ]
    page = page_of(spans)
    lines = lines_of(page)
    parts = [[line.part(cell.x0, cell.x1) for cell in line.cells] for line in lines]
    rows = [Row(1, {at: TableCell([cell], at) for at, cell in enumerate(row) if cell is not None}) for row in parts]
    table = make_block(lines)
    table.table = Table(0, 3, [124.0, 330.0], rows)
    note = make_block(rows[1].cells[0].lines)
    taken = Taken(True, None, [], [table], [], owners={note: "7"}, annotations={note: "paragraph"})
    found = ledger_of(arrange([page]), taken)
    assert [(one.type, one.item, one.text) for one in found] == [
        ("table", None, "Keeping of quays Issued no paper"),
        ("paragraph", "7", "(resolutions 85/1 and 85/2)"),
        ("table", None, "Report on quays Issued"),
    ]
    assert [one.role for one in found] == ["unassigned", "annotation", "unassigned"]
