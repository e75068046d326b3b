"""Tags of pages: tables with their cells, what is worth how much, and trees that are broken."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from extractor import extract
from extractor.layout.tables.tagged import is_regular, read_tables
from extractor.looking.look import look
from extractor.reading.page import Tags
from extractor.reading.reader import open_pdf
from extractor.source import Witness
from tests.conftest import SAMPLES
from tests.reading.pdfs import _file, _stream

#: Four words of a page, each marked with its number.
WORDS = (("Day", 72, 700), ("Hour", 200, 700), ("Monday", 72, 680), ("10 a.m.", 200, 680))
TAGGED = Path(__file__).parent / "tagged"
FIRST = 10  # the number of the first object of a tree


def tagged(tree: dict[int, bytes], root: bytes, parents: bytes, words: Sequence[tuple[str, int, int]] = WORDS) -> bytes:
    """A page with words and a tree: its objects by number, the children of its root, the owners of the marks."""
    content = b"".join(
        b"/P << /MCID %d >> BDC BT /F1 10 Tf 1 0 0 1 %d %d Tm (%s) Tj ET EMC\n" % (at, x, y, word.encode())
        for at, (word, x, y) in enumerate(words)
    )
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R >>",
        2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /StructParents 0"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        4: _stream(content),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        6: b"<< /Type /StructTreeRoot /K [%s] /ParentTree 7 0 R >>" % root,
        7: b"<< /Nums [0 [%s]] >>" % parents,
        **tree,
    }
    return _file([objects.get(at, b"null") for at in range(1, max(objects) + 1)], b"")


def element(kind: str, parent: int, *children: str) -> bytes:
    kids = " ".join(children).encode()
    return b"<< /Type /StructElem /S /%s /P %d 0 R /Pg 3 0 R /K [%s] >>" % (kind.encode(), parent, kids)


def table(marks: tuple[int, int, int, int]) -> bytes:
    """The words as a table of two rows and two columns, whose cells have these marks."""
    tree = {
        10: element("Table", 6, "11 0 R", "12 0 R"),
        11: element("TR", 10, "13 0 R", "14 0 R"),
        12: element("TR", 10, "15 0 R", "16 0 R"),
        **{13 + at: element("TH" if at < 2 else "TD", 11 + at // 2, str(mark)) for at, mark in enumerate(marks)},
    }
    owners = [13 + marks.index(at) if at in marks else 13 for at in range(4)]
    return tagged(tree, b"10 0 R", b" ".join(b"%d 0 R" % one for one in owners))


def read(data: bytes) -> Tags | None:
    """The tags of the first page."""
    with open_pdf(data, "pdfium", beside=["tags"]) as reader:
        return next(iter(reader.pages([1]))).tags


def test_cells_of_a_table_have_their_boxes() -> None:
    found = read(table((0, 1, 2, 3)))
    assert found is not None
    assert [(one.kind, one.depth) for one in found.elements] == [
        ("Table", 0), ("TR", 1), ("TH", 2), ("TH", 2), ("TR", 1), ("TD", 2), ("TD", 2),
    ]  # fmt: skip
    assert found.are_sound
    assert (found.coverage, found.order) == (1.0, 1.0)
    whole, *_, last = (one.bbox for one in found.elements)
    assert whole is not None
    assert last is not None
    assert whole[0] < 74 < 198 < last[0] < 202
    assert whole[1] < 142 < 842 - 690 < last[1] < 842 - 680 < last[3] + 3


def test_nothing_is_read_that_is_not_asked_for() -> None:
    with open_pdf(table((0, 1, 2, 3)), "pdfium") as reader:
        assert [page.tags for page in reader.pages()] == [None]


def test_marks_that_do_not_exist_are_no_text() -> None:
    found = read(table((0, 1, 998, 999)))
    assert found is not None
    assert [one.kind for one in found.elements if one.bbox is not None and one.is_leaf] == ["TH", "TH"]
    assert found.coverage == 0.5
    assert not found.are_sound


def test_tags_on_the_wrong_words_are_not_sound() -> None:
    tree = {10: element("P", 6, "0", "3"), 11: element("P", 6, "1", "2")}  # each paragraph lies across the other
    found = read(tagged(tree, b"10 0 R 11 0 R", b"10 0 R 11 0 R 11 0 R 10 0 R"))
    assert found is not None
    assert (found.coverage, found.order, found.are_sound) == (1.0, 0.0, False)


def test_a_link_within_a_paragraph_takes_nothing_from_its_worth() -> None:
    tree = {10: element("P", 6, "0", "1", "11 0 R", "3"), 11: element("Link", 10, "2")}
    found = read(tagged(tree, b"10 0 R", b"10 0 R 10 0 R 11 0 R 10 0 R"))
    assert found is not None
    assert found.are_sound


def test_a_tree_that_is_its_own_child_ends() -> None:
    tree = {10: element("Sect", 11, "11 0 R", "10 0 R", "0"), 11: element("Sect", 10, "10 0 R", "11 0 R", "1")}
    found = read(tagged(tree, b"10 0 R 11 0 R 10 0 R", b"10 0 R 11 0 R 10 0 R 11 0 R"))
    assert found is None or len(found.elements) < 100


def test_a_deep_tree_ends() -> None:
    depth = 100_000
    tree = {FIRST + at: element("Sect", FIRST + at - 1, f"{FIRST + at + 1} 0 R") for at in range(depth)}
    tree[FIRST] = element("Sect", 6, f"{FIRST + 1} 0 R", "0")
    tree[FIRST + depth] = element("P", FIRST + depth - 1, "1")
    data = tagged(tree, b"10 0 R", b"10 0 R %d 0 R 10 0 R 10 0 R" % (FIRST + depth))
    start = time.process_time()
    found = read(data)
    assert time.process_time() - start < 5
    assert found is None or max(one.depth for one in found.elements) <= 40


@pytest.mark.parametrize("kids", [b"null", b"6 0 R", b"[] << >> (a) 3 0 R", b"-1 4294967296 1.5", b"99 0 R"])
def test_what_is_no_element_is_passed_over(kids: bytes) -> None:
    tree = {10: b"<< /Type /StructElem /S /P /P 6 0 R /Pg 3 0 R /K [%s] >>" % kids}
    found = read(tagged(tree, b"10 0 R", b"10 0 R 6 0 R 99 0 R (a)"))
    assert found is None or not found.are_sound


#: The middle of `harbours` is a glyph of which the font does not say what it is.
GARBLED = (("The", 72, 700), ("har\x01rs", 100, 700), ("were open", 160, 700))


def garbled(said: bytes) -> bytes:
    """A line with a word that cannot be read, and what its tag says that it means."""
    kids = b"<< /Type /StructElem /S /Span /P 10 0 R /Pg 3 0 R /K [1] /ActualText (%s) >>" % said
    tree = {10: element("P", 6, "0", "11 0 R", "2"), 11: kids}
    return tagged(tree, b"10 0 R", b"10 0 R 11 0 R 10 0 R", GARBLED)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (b"harbours", "The harbours were open"),
        (b"lighthouses", "The harrs were open"),  # of other words
        (b"har" + b"bou" * 90 + b"rs", "The harrs were open"),  # far too long
    ],
)
def test_what_cannot_be_read_is_read_as_its_tag_says(said: bytes, text: str) -> None:
    with open_pdf(garbled(said), "pdfium", beside=["tables"]) as reader:
        assert " ".join(span.text.strip() for span in next(iter(reader.pages([1]))).spans) == text


def test_typst_tags_its_tables() -> None:
    view = look((SAMPLES / "geneva_working_party.pdf").read_bytes(), "tags", 3).text
    assert "..THead" in view
    assert [line.split("-")[-1].strip() for line in view.splitlines() if "TH  " in line] == [
        "Date", "Time", "Item", "Subject",
    ]  # fmt: skip
    assert view.splitlines()[-1].split("-")[0].split()[-1] == "sound"


MEMBERS = [
    ["Port", "Keeper", "Deputy"],
    ["Northern quays", "Ms. Ada Reef Mr. Bo Shoal", ""],
    ["Outer mole", "", "Ms. Cleo Spit"],
    ["Locks of the old canal", "Mr. Dan Weir", "Ms. Eve Sill Mr. Finn Gate"],
    ["Piers", "", ""],
    ["Slipways", "", "Mr. Gus Ramp"],
]


def cells(paper: bytes, *ignore: Witness) -> list[list[list[str]]]:
    """The cells of the tables of a paper."""
    return [block.cells for block in extract(paper, ignore=ignore).blocks if block.cells]


@pytest.mark.parametrize("maker", ["libreoffice", "chromium"])
def test_cells_are_those_of_the_tags(maker: str) -> None:
    assert cells((TAGGED / f"{maker}.pdf").read_bytes()) == [MEMBERS]


def test_where_tags_and_places_differ_the_result_says_so() -> None:
    paper = (TAGGED / "chromium.pdf").read_bytes()  # its rows stand so close that their words run into each other
    assert cells(paper, "tags") != [MEMBERS]
    agenda = extract(paper)
    (note,) = [one for one in agenda.diagnostics if one.code == "table.tags_differ"]
    assert agenda.blocks[int(note.path.removeprefix("blocks[")[:-1])].cells == MEMBERS
    assert note.message.endswith("and the tags hold: by the others it would have 3 rows and 3 columns")


def test_typst_gives_the_same_cells_with_and_without_its_tags() -> None:
    paper = (SAMPLES / "geneva_working_party.pdf").read_bytes()
    assert cells(paper) == cells(paper, "tags") != []


def test_a_tree_as_word_writes_it_says_what_its_cells_are() -> None:
    found = read(table((0, 1, 2, 3)))
    assert found is not None
    (made,) = read_tables(found.elements, 1)
    assert [(one.row, one.column) for one in made.cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert is_regular.applies(made)


def test_a_cell_over_two_columns_says_so() -> None:
    wide = b"<< /Type /StructElem /S /TH /P 11 0 R /Pg 3 0 R /K [0 1] /A << /O /Table /ColSpan 2 /RowSpan -7 >> >>"
    tree = {
        10: element("Table", 6, "11 0 R", "12 0 R"),
        11: element("TR", 10, "13 0 R"),
        12: element("TR", 10, "14 0 R", "15 0 R"),
        13: wide,
        14: element("TD", 12, "2"),
        15: element("TD", 12, "3"),
    }
    found = read(tagged(tree, b"10 0 R", b"13 0 R 13 0 R 14 0 R 15 0 R"))
    assert found is not None
    (made,) = read_tables(found.elements, 1)
    assert [(one.row, one.last_row, one.column, one.last_column) for one in made.cells] == [
        (0, 0, 0, 1), (1, 1, 0, 0), (1, 1, 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("marks", [(0, 1, 998, 999), (3, 1, 2, 0), (1, 0, 3, 2)])
def test_cells_on_the_wrong_words_change_nothing(marks: tuple[int, int, int, int]) -> None:
    assert cells(table(marks)) == cells(table(marks), "tags")


def test_word_tags_whole_agendas(shared: Path) -> None:
    for name in ("DP_2025_L.2.pdf", "E_ICEF_2025_11.pdf"):
        with open_pdf((shared / "corpus" / "agendas" / name).read_bytes(), "pdfium", beside=["tags"]) as reader:
            tags = [page.tags for page in reader.pages()]
        assert all(one is not None and one.are_sound for one in tags)
