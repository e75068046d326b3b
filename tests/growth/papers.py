"""Papers of any length, made of spans: one part of an agenda, repeated, behind a masthead."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from extractor.reading.page import Page, Span
from tests.layout.pages import page, span

#: So many lines a page has, from the first height down.
ROWS = 50
TOP = 80.0
LEADING = 12.0
#: What stands in one line: each words, distance from the left, whether bold.
Row = list[tuple[str, float, bool]]
LEFT = 124.0

HEAD: list[Row] = [
    [("United Nations", 60.0, True), ("A/999/1", 430.0, True)],
    [("General Assembly", 60.0, True), ("Distr.: General", 430.0, False)],
    [("1 March 2031", 430.0, False)],
    [("Original: English", 430.0, False)],
    [],
    [("Committee on Lighthouses", 60.0, True)],
    [("Third session", 60.0, False)],
    [("Geneva, 3–7 May 2031", 60.0, False)],
    [],
]
AGENDA: Row = [("Provisional agenda", LEFT, True)]
WORDS = "The Committee will consider the keepers of the lamps and the state of the harbours in every region"


def _title_of_lines(count: int) -> list[Row]:
    return [
        *HEAD,
        AGENDA,
        [("1.", LEFT, False), (WORDS, 148.0, False)],
        *([(WORDS, 148.0, False)] for _ in range(count)),
    ]


def _items(count: int) -> list[Row]:
    rows: list[Row] = [[(f"{n}.", LEFT, False), (f"Lamps of port {n}.", 148.0, False)] for n in range(1, count + 1)]
    return [*HEAD, AGENDA, *rows]


def _documents(count: int) -> list[Row]:
    start = [*HEAD, AGENDA, [("1.", LEFT, False), ("Lamps of the ports", 148.0, False)], []]
    head: list[Row] = [[("Annotations", LEFT, True)], [], [("1.", LEFT, True), ("Lamps of the ports", 148.0, True)]]
    rows: list[Row] = [[("Documentation", LEFT, False)]]
    rows += [[(f"Report of keeper {n} (A/999/{n})", LEFT, False)] for n in range(2, count + 2)]
    return [*start, *head, *rows]


def _masthead_lines(count: int) -> list[Row]:
    more: list[Row] = [[("Committee on Lighthouses and Harbours", 60.0, True)] for _ in range(count)]
    return [*HEAD, *more, AGENDA, [("1.", LEFT, False), ("Lamps of the ports", 148.0, False)]]


def _masthead_symbols(count: int) -> list[Row]:
    more: list[Row] = [[(f"A/999/{n}", 430.0, True)] for n in range(2, count + 2)]
    return [HEAD[0], *more, *HEAD[1:], AGENDA, [("1.", LEFT, False), ("Lamps of the ports", 148.0, False)]]


def _timetable(count: int) -> list[Row]:
    rows: list[Row] = [[("Timetable", LEFT, True)], [("Date and time", 80, True), ("Item", 220, True)]]
    for n in range(count // 2):
        clock = "10 a.m.–1 p.m." if n % 2 else "3–6 p.m."
        rows.append([(clock, 80, False), (f"Item {n % 9 + 1} Lamps of the ports", 220, False)])
    return [*HEAD, [("Provisional programme of work", LEFT, True)], *rows]


def _cells(count: int) -> list[Row]:
    rows: list[Row] = []
    for n in range(count // 4):
        clock = "10 a.m." if n % 2 else "3 p.m."
        rows.append([(clock, 60, False), ("Lamps", 180, False), ("Ports", 300, False), ("Keepers", 420, False)])
    heads: Row = [(f"{day} May", 180 + 120 * n, True) for n, day in enumerate((3, 4, 5))]
    return [*HEAD, [("Provisional programme of work", LEFT, True)], [], [("Time", 60, True), *heads], *rows]


def _stars(count: int) -> list[Row]:
    return [*HEAD, AGENDA, *([("* * * Lamps of the ports *", LEFT, False)] for _ in range(count))]


def _two_columns(count: int) -> list[Row]:
    left, right = "Lamps of the northern ports and harbours", "Keepers of the southern ports and piers"
    return [*HEAD, AGENDA, *([(left, 60.0, False), (right, 330.0, False)] for _ in range(count))]


def _prose(count: int) -> list[Row]:
    """Paragraphs of ten lines, each with a symbol, a day and an item."""
    rows: list[Row] = [[(f"{n}.", LEFT, True), ("Lamps of the ports", 148.0, True)] for n in (1, 2)]
    for n in range(count):
        words = f"see item 2, A/999/{n} and the report of 3 May 2031 on the keepers of all the lamps of the ports" + (
            "." if n % 10 == 9 else ""
        )
        rows += [[(words, LEFT, False)], *([[]] if n % 10 == 9 else [])]
    return [*HEAD, AGENDA, *rows[:2], [], [("Annotations", LEFT, True)], [], *rows]


def _breaks(count: int) -> list[Row]:
    """Lines that end within a word: another one each, which stands nowhere else."""
    rows: list[Row] = []
    for n in range(count):
        name = "".join("abcdefghij"[int(digit)] for digit in str(n))
        rows.append([(f"ers of the lamps of all the ports and har{name}-", LEFT, False)])
    return [*HEAD, AGENDA, [("1.", LEFT, False), ("Lamps of the ports", 148.0, False)], [], *rows]


def _unspaced(count: int) -> list[Row]:
    """One text without a space, as Chinese has none."""
    return [
        *HEAD,
        AGENDA,
        [("1.", LEFT, False), ("灯塔", 148.0, False)],
        [],
        *([("港口灯塔管理员" * 5, LEFT, False)] for _ in range(count)),
    ]


#: Each part with the rows of a paper that has it so many times.
PARTS: dict[str, Callable[[int], list[Row]]] = {
    "lines of a title": _title_of_lines,
    "items": _items,
    "documents": _documents,
    "lines of the masthead": _masthead_lines,
    "symbols of the masthead": _masthead_symbols,
    "rows of a timetable": _timetable,
    "cells of a timetable": _cells,
    "lines with stars": _stars,
    "lines in two columns": _two_columns,
    "lines of paragraphs": _prose,
    "broken words": _breaks,
    "lines without a space": _unspaced,
}


def paper(part: str, count: int) -> list[Page]:
    """A paper with so many of a part."""
    if part == "footnotes":
        return _footnotes(count)
    return list(_pages(PARTS[part](count)))


def _pages(rows: list[Row]) -> Iterable[Page]:
    for number, start in enumerate(range(0, len(rows), ROWS), 1):
        yield page(_spans(rows[start : start + ROWS]), number)


def _spans(rows: Iterable[Row]) -> list[Span]:
    return [span(words, x0, TOP + LEADING * at, bold=bold) for at, row in enumerate(rows) for words, x0, bold in row]


def _footnotes(count: int) -> list[Page]:
    """Pages of ten lines, each with a note."""
    pages = [page(_spans([*HEAD, AGENDA, [("1.", LEFT, False), ("Lamps of the ports", 148.0, False)]]), 1)]
    for number, start in enumerate(range(0, count, 10), 2):
        spans = _spans([[(WORDS, LEFT, False)] for _ in range(10)])
        for at in range(10):
            sign = str(at + 1)
            spans.append(span(sign, spans[at].x1, TOP + LEADING * at - 3.5, 6.0))
            spans.append(span(sign, LEFT, 600 + 10 * at - 3, 5.0))
            spans.append(span(f"See A/999/{start + at}, chapter III.", LEFT + 14, 600 + 10 * at, 8.0))
        pages.append(page(spans, number))
    return pages
