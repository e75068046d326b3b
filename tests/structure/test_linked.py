"""Links behind the words: what they confirm, complete, add and contradict, and which do no harm."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.reading.reader import open_pdf
from extractor.structure.links.settings import LINKS
from tests.reading.pdfs import Pdf, Sheet, text
from tests.structure.linked import said

DOCS = "https://docs.un.org/en/"
TEXT = "The Committee had the report on quays (A/85/7) before it."


def test_without_links_the_text_is_the_evidence() -> None:
    assert said(TEXT) == [("A/85/7", "A/85/7", "text", False)]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("(A/85/7)", DOCS + "A/85/7"),  # more than the symbol
        ("85/7", DOCS + "A/85/7"),  # a part of it
        ("quays", DOCS + "A/85/7"),  # beside it
        ("A/85/7", DOCS + "A/85/7/Add.1"),  # an addendum
        ("A/85/7", "https://example.org/A/84/1"),
        ("A/85/7", "https://treaties.un.org/Pages/ViewDetails.aspx?chapter=4"),
        ("before it", "https://undocs.org/en/contact/1"),
        ("before it", DOCS + "XYZ/85/7"),  # a series that nobody knows
        ("The Committee", "mailto:quays@un.org"),
    ],
)
def test_a_link_does_no_harm(words: str, address: str) -> None:
    assert [one[:2] + one[3:] for one in said(TEXT, (words, address))] == [("A/85/7", "A/85/7", False)]


def test_each_number_of_a_list_has_its_own_link() -> None:
    line = "Recalling resolutions 85/11, 85/12 and 85/13 on quays,"
    assert said(line, ("85/11", DOCS + "A/RES/85/11"), ("85/13", DOCS + "A/RES/85/13")) == [
        ("resolutions 85/11", "A/RES/85/11", "text link", False),
        ("85/12", "A/RES/85/12", "text", False),
        ("85/13", "A/RES/85/13", "text link", False),
    ]


def test_bare_numbers_of_the_council_have_the_year_of_their_links() -> None:
    line = "Recalling its resolutions 2127, 2134 and 2149 on quays,"
    links = [(str(number), f"{DOCS}S/RES/{number}({year})") for number, year in ((2127, 2013), (2149, 2014))]
    assert said(line, *links) == [
        ("2127", "S/RES/2127(2013)", "link", False),
        ("2149", "S/RES/2149(2014)", "link", False),
    ]


def test_of_a_joint_symbol_each_half_has_its_own_link() -> None:
    line = "The report is before the Council (A/85/842–S/2031/384)."
    found = said(line, ("A/85/842", DOCS + "A/85/842"), ("S/2031/384", DOCS + "S/2021/384"))
    assert found == [
        ("A/85/842–S/2031/384", "A/85/842", "text link", False),
        ("A/85/842–S/2031/384", "S/2031/384", "text", True),
    ]


def test_a_named_organ_is_not_overruled() -> None:
    line = "It acted under resolution 5/1 of the Human Rights Council."
    assert said(line, ("5/1", DOCS + "A/RES/5/1")) == [("resolution 5/1", "A/HRC/RES/5/1", "text", True)]


def test_a_box_over_two_lines_confirms_and_adds_nothing() -> None:
    content = text("The report is before the Committee as document", 72, 700) + text(
        "A/85/7, and it may note it.", 72, 688
    )
    box = (72.0, 684.0, 400.0, 712.0)
    data = Pdf([Sheet(content, links=[(box, DOCS + "A/85/7"), (box, DOCS + "A/84/8")])]).build()
    found = extract(data).references
    assert [(one.symbol, one.evidence) for one in found] == [("A/85/7", ["text", "link"])]


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_links_are_used_with_either_engine_and_can_be_ignored(engine: str) -> None:
    links = [((70.0, 690.0, 140.0, 712.0), DOCS + "A/85/7")]
    data = Pdf([Sheet(text("A/85/7 is before the Committee.", 72, 700), links=links)]).build()
    assert [one.evidence for one in extract(data, engine=engine).references] == [["text", "link"]]  # type: ignore[arg-type]
    ignoring = extract(data, engine=engine, ignore=["links"])  # type: ignore[arg-type]
    assert [one.evidence for one in ignoring.references] == [["text"]]
    with open_pdf(data, engine, beside=[]) as reader:  # type: ignore[arg-type]
        assert [page.links for page in reader.pages()] == [[]]


def test_of_too_many_links_on_a_page_the_first_are_used() -> None:
    first, second = (70.0, 690.0, 106.0, 712.0), (110.0, 690.0, 142.0, 712.0)
    links = [(first, DOCS + "A/85/7"), *[(first, DOCS + "A/85/7")] * LINKS.most, (second, DOCS + "A/85/8")]
    found = extract(Pdf([Sheet(text("A/85/7, A/85/8 are before it.", 72, 700), links=links)]).build()).references
    assert [(one.symbol, one.evidence) for one in found] == [("A/85/7", ["text", "link"]), ("A/85/8", ["text"])]


def test_links_of_a_sheet_with_two_pages_stand_on_their_half() -> None:
    halves = b"".join(
        text(f"Line {n} of the committee with A/85/{side}{n}.", x, 500 - 14 * n)
        for side, x in ((1, 60), (2, 480))
        for n in range(5)
    )
    feet = text("2", 200, 30) + text("3", 620, 30)
    links = [((480.0, 498.0, 700.0, 508.0), DOCS + "A/85/20"), ((60.0, 498.0, 300.0, 508.0), DOCS + "A/85/10")]
    found = extract(Pdf([Sheet(halves + feet, box=(0, 0, 842, 595), links=links)]).build()).references
    assert [one.symbol for one in found if "link" in one.evidence] == ["A/85/10", "A/85/20"]
