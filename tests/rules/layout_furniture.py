"""Rules of furniture: what a running head or foot says, where it may stand, and what stands there and is none."""

from __future__ import annotations

from collections.abc import Callable

from extractor.layout.furniture import sheets_of
from extractor.reading.page import Page, Span
from tests.layout.pages import page, span
from tests.rules.case import Case


def sheet(number: int, *extra: Span, rows: int = 5) -> Page:
    """A page of text with more at its edges."""
    body = [span("The Committee will have before it the report.", 124, 200 + 12 * n) for n in range(rows)]
    return page([*body, *extra], number)


def head(*texts: str, number: int = 2, top: float = 60) -> list[tuple[str, str]]:
    """The running head of one page: each line with the last part of its rule's name."""
    spans = [span(text, 60, top + 14 * n) for n, text in enumerate(texts)]
    first, found = sheets_of([sheet(1), sheet(number, *spans)])
    del first
    return [(line.text, line.rule.partition(".")[2]) for line in found.head]


def foot(text: str, height: float = 760, font: str = "Times") -> list[tuple[str, str]]:
    """The foot of one page."""
    one = span(text, 60, height)
    one.font = font
    (found,) = sheets_of([sheet(1, one)])
    return [(line.text, line.rule.partition(".")[2]) for line in found.foot]


def kept(made: Callable[[int], Span]) -> int:
    """On how many of five pages a line at one height stays in the text."""
    return sum(len(found.body) == 6 for found in sheets_of([sheet(n, made(n)) for n in range(2, 7)]))


def other_symbol() -> list[str]:
    """The text of a second page that begins with the symbol of another paper than that of the first."""
    first, found = sheets_of([sheet(1, span("A/99/1", 480, 60)), sheet(2, span("A/99/2", 60, 60), rows=1)])
    del first
    return [line.text for line in found.body]


def masthead() -> list[str]:
    """What is left of a first page that begins with its symbol."""
    (found,) = sheets_of([sheet(1, span("A/99/1", 480, 60), rows=1)])
    return [line.text for line in found.body]


def typed() -> list[str]:
    """The foot of a page with a job number and a line below it."""
    (found,) = sheets_of([sheet(1, span("V.86-61744", 60, 760), span("9113T", 60, 772))])
    return [line.text for line in found.foot]


def paged() -> list[str]:
    """The cells of the foot of a page: the name of the paper beside the number of its pages."""
    (found,) = sheets_of([sheet(1, span("Programme of the Harbour Week", 60, 640), span("Page 1 of 2", 460, 640))])
    return [cell.text for line in found.foot for cell in line.cells]


#: Two pages of three with the name of a meeting over them, in small type.
TWO_SMALL = [sheet(1), *(sheet(n, span("Second meeting of the Harbour Board", 60, 60, 7.5)) for n in (2, 3))]

CASES = {
    "furniture.other_symbol": Case(other_symbol, ["A/99/2", "The Committee will have before it the report."]),
    "furniture.typing_code": Case(typed, ["V.86-61744", "9113T"]),
    "furniture.look_alikes": Case(lambda: head("А/АС.99/31"), [("А/АС.99/31", "symbol")]),
    "furniture.symbol": Case(lambda: head("A/99/1"), [("A/99/1", "symbol")]),
    "furniture.page_number": Case(lambda: foot("2/9"), [("2/9", "page_number")]),
    "furniture.page": Case(lambda: head("English Page 2"), [("English Page 2", "page")]),
    "furniture.language": Case(lambda: head("English"), [("English", "language")]),
    "furniture.more": Case(lambda: foot("/..."), [("/...", "more")]),
    "furniture.bar_code": Case(lambda: foot("3104711 N"), [("3104711 N", "bar_code")]),
    "furniture.recycling": Case(lambda: foot("Please recycle"), [("Please recycle", "recycling")]),
    "furniture.language_letter": Case(lambda: foot("(E)"), [("(E)", "language_letter")]),
    "furniture.dates": Case(lambda: foot("310416 310417 310418"), [("310416 310417 310418", "dates")]),
    "furniture.job_number": Case(lambda: foot("GE.31-04731 (E)"), [("GE.31-04731 (E)", "job_number")]),
    "furniture.page_of": Case(paged, ["Programme of the Harbour Week", "Page 1 of 2"]),
    "furniture.small_print": Case(lambda: [len(found.body) for found in sheets_of(TWO_SMALL)], [5, 5, 5]),
    "furniture.repeated": Case(lambda: kept(lambda n: span(f"Advance version, leaf {n}", 200, 50)), 0),
    "furniture.stamped": Case(
        lambda: [len(found.body) for found in sheets_of([sheet(n, span("Harbour Library", 20, 20)) for n in (1, 2)])],
        [5, 5],
    ),
    "furniture.masthead": Case(masthead, ["A/99/1", "The Committee will have before it the report."]),
    "furniture.long_head": Case(
        lambda: head("A/99/1", "English", "Page 2", top=80),
        [("A/99/1", "symbol"), ("English", "language"), ("Page 2", "page_number")],
    ),
    "furniture.short_page": Case(lambda: foot("31-04711 (E)", 460), [("31-04711 (E)", "job_number")]),
    "furniture.bar_code_font": Case(lambda: foot("!Ts31A4711~", font="Barcode128"), [("!Ts31A4711~", "bar_code_font")]),
    "furniture.note_kept": Case(lambda: kept(lambda n: span(f"* Subject to vote {n}.", 124, 720)), 5),
    "furniture.paragraph_kept": Case(lambda: kept(lambda n: span(f"{n}. The Committee took note of it.", 124, 70)), 5),
    "furniture.item_kept": Case(lambda: kept(lambda n: span(f"Item {n}", 124, 70)), 5),
    "furniture.citation_kept": Case(lambda: kept(lambda n: span(f"Decision {n}/CP.43", 124, 70)), 5),
}
