"""Whole papers put together by hand: what one part of a paper says of another."""

from __future__ import annotations

from extractor.layout.arrange import arrange
from extractor.reading.page import Span
from extractor.structure.agenda.model import walk
from extractor.structure.recognise import Recognised, recognise
from tests.layout.pages import page, span


def paper(*pages: list[Span]) -> Recognised:
    return recognise(arrange([page(spans, number) for number, spans in enumerate(pages, 1)]))


def head(title: str, symbol: str = "DP/2031/L.1") -> list[Span]:
    return [
        span("Harbour Fund", 124, 60, 16, bold=True), span(symbol, 440, 44), span("Distr.: Limited", 400, 60),
        span("1 December 2030", 400, 72), span("Original: English", 400, 90),
        span("First regular session 2031", 60, 130, bold=True), span("New York, 23–30 January 2031", 60, 142),
        span(title, 124, 176, 14, bold=True),
    ]  # fmt: skip


def test_an_annexed_list_of_documents_names_their_items() -> None:
    first = [
        *head("Annotated provisional agenda and list of documents"),
        span("Provisional agenda", 124, 210, 12, bold=True),
        span("1.", 124, 230), span("Organizational matters.", 148, 230),
        span("2.", 124, 246), span("Evaluation of lighthouses.", 148, 246),
        span("3.", 124, 262), span("Other matters.", 148, 262),
        span("Annotations", 124, 290, 12, bold=True),
        span("1.", 124, 312, bold=True), span("Organizational matters", 148, 312, bold=True),
        span("The Board will adopt the agenda and agree on the workplan of the session.", 124, 328),
        span("2.", 124, 350, bold=True), span("Evaluation of lighthouses", 148, 350, bold=True),
        span("The Board will have before it the report on the evaluation of lighthouses.", 124, 366),
        span("3.", 124, 388, bold=True), span("Other matters", 148, 388, bold=True),
        span("The Board may take up any other matter that members wish to raise.", 124, 404),
    ]  # fmt: skip
    second = [span("Annex", 60, 80, 12, bold=True), span("List of documents", 124, 100, 14, bold=True)]
    table = [
        ("Document number", "Item", "Title"),
        ("DP/2031/L.1", "1", "Annotated provisional agenda"),
        ("DP/2031/3 and Add.1", "2", "Report on lighthouses"),
        ("DP/2031/INF/1", "", "List of participants"),
    ]
    for at, row in enumerate(table):
        second += [span(text, x0, 130 + 18 * at) for text, x0 in zip(row, (124, 250, 300), strict=True) if text]
    found = paper(first, second)
    assert [(node.number, [d.symbols for d in node.documents]) for node in found.items] == [
        ("1", [["DP/2031/L.1"]]),
        ("2", [["DP/2031/3", "DP/2031/3/Add.1"], ["DP/2031/INF/1"]]),  # an empty cell goes on with the item above
        ("3", []),
    ]


def test_the_items_allocated_to_a_committee_keep_their_numbers() -> None:
    found = paper(
        [
            *head("Allocation of agenda items to the Harbour Committee", "A/C.9/86/1"),
            span("I have the honour to inform you that the General Assembly allocated the following items:", 124, 210),
            span("92.", 124, 230), span("Reduction of harbour dues.", 148, 230),
            span("94.", 124, 246), span("Prevention of collisions:", 148, 246),
            span("(a)", 148, 262), span("Lights;", 172, 262),
            span("(b)", 148, 278), span("Sirens.", 172, 278),
            span("137.", 124, 294), span("Programme planning.", 148, 294),
            span("(Signed) The President", 300, 330),
        ]
    )  # fmt: skip
    assert found.kind == "agenda"
    assert [node.number for node in walk(found.items)] == ["92", "94", "94(a)", "94(b)", "137"]
    assert found.gaps == []
