"""Tags of pages: tables with their cells, what is worth how much, and trees that are broken."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from extractor.looking.look import look
from extractor.reading.page import Tags
from extractor.reading.reader import open_pdf
from tests.conftest import SAMPLES
from tests.reading.pdfs import _file, _stream

#: Four words of a page, each marked with its number.
WORDS = (("Day", 72, 700), ("Hour", 200, 700), ("Monday", 72, 680), ("10 a.m.", 200, 680))
FIRST = 10  # the number of the first object of a tree


def tagged(tree: dict[int, bytes], root: bytes, parents: bytes) -> bytes:
    """A page with the words and a tree: its objects by number, the children of its root, the owners of the marks."""
    content = b"".join(
        b"/P << /MCID %d >> BDC BT /F1 10 Tf 1 0 0 1 %d %d Tm (%s) Tj ET EMC\n" % (at, x, y, word.encode())
        for at, (word, x, y) in enumerate(WORDS)
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


def test_typst_tags_its_tables() -> None:
    view = look((SAMPLES / "geneva_working_party.pdf").read_bytes(), "tags", 3).text
    assert "..THead" in view
    assert [line.split("-")[-1].strip() for line in view.splitlines() if "TH  " in line] == [
        "Date", "Time", "Item", "Subject",
    ]  # fmt: skip
    assert view.splitlines()[-1].split("-")[0].split()[-1] == "sound"


@pytest.mark.slow
def test_chromium_tags_its_tables(tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("Chromium is not installed")
    rows = "".join(f"<tr><td>{word}<td>{number} a.m." for number, word in enumerate(("Monday", "Tuesday"), 9))
    page = tmp_path / "page.html"
    page.write_text(f"<h1>Quays</h1><table><tr><th>Day<th>Hour{rows}</table><ul><li>One<li>Two</ul>", encoding="utf-8")
    out = tmp_path / "page.pdf"
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--export-tagged-pdf", f"--print-to-pdf={out}"]
    subprocess.run([browser, *options, page.as_uri()], check=True, capture_output=True, timeout=120)
    found = read(out.read_bytes())
    assert found is not None
    assert found.are_sound
    kinds = [one.kind for one in found.elements]
    assert (kinds.count("Table"), kinds.count("TR"), kinds.count("TH"), kinds.count("TD")) == (1, 3, 2, 4)
    assert kinds.count("LI") == 2


def test_word_tags_whole_agendas(shared: Path) -> None:
    for name in ("DP_2025_L.2.pdf", "E_ICEF_2025_11.pdf"):
        with open_pdf((shared / "corpus" / "agendas" / name).read_bytes(), "pdfium", beside=["tags"]) as reader:
            tags = [page.tags for page in reader.pages()]
        assert all(one is not None and one.are_sound for one in tags)
