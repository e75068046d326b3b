"""Rules of what lies over or beside the text of a page: watermarks, line numbers, comments, struck words, initials."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.layout.furniture import sheets_of
from extractor.layout.spans.clear import cleared
from extractor.layout.spans.spaced import is_elided
from extractor.reading.page import Page, Rule, Span
from extractor.records import replace
from tests.layout.pages import page, span
from tests.rules.case import Case

SILVER = 0xC8C8C8


def text(rows: int = 12, top: float = 200) -> list[Span]:
    """The lines of a page: sentences that go on from line to line."""
    return [
        span(f"on the harbours of region {n} and the lights that are kept there", 124, top + 14 * n)
        for n in range(rows)
    ]


def aside(*pages: Page) -> list[tuple[str, str]]:
    """What is set aside on pages: each run with the last part of its rule's name."""
    return [(run.text, name.partition(".")[2]) for one in cleared(pages) for run, name in one.aside]


def kept(*spans: Span, rules: Iterable[Rule] = ()) -> list[str]:
    """The runs that stay on a page, but for its lines of text."""
    (one,) = cleared([page([*text(), *spans], 1, rules)])
    return [run.text for run in one.page.spans[12:]]


def mark(words: str, size: float, baseline: float, color: int = SILVER, slanted: bool = False) -> Span:
    one = span(words, 0, baseline, size)
    x0 = (612 - one.x1) / 2  # in the middle of the page
    return replace(one, x0=x0, x1=612 - x0, color=color, slanted=slanted)


def numbered(rows: int, step: int, size: float = 8.0, number: int = 1, first: int = 1) -> Page:
    """A page whose lines, or some of them, have their numbers on the left."""
    lines = text(rows)
    beside = [span(str(n), 90, 200 + 14 * (n - first), size) for n in range(first, first + rows) if n % step == 0]
    beside = [replace(one, x0=98 - (one.x1 - one.x0), x1=98.0) for one in beside]
    return page([*lines, *beside], number)


def comment(words: str, x0: float = 500, baseline: float = 228) -> Span:
    return span(words, x0, baseline, 7)


BOX = (Rule(496, 218, 590, 218), Rule(496, 240, 590, 240), Rule(496, 218, 496, 240), Rule(590, 218, 590, 240))


def tracked() -> list[str]:
    """The lines of a page whose letters all stand apart."""
    spans: list[Span] = []
    for row in range(10):
        at = 100.0
        for letter in "Quays and lights":
            if letter != " ":
                spans.append(replace(span(letter, at, 200 + 14 * row), x1=at + 5))
            at += 6.5 if letter != " " else 4.0
    (one,) = cleared([page(spans)])
    return [run.text for run in one.page.spans[:1]]


def wide(words: str, baseline: float) -> list[Span]:
    """A heading whose letters are runs that stand apart."""
    places = ((124 + 12 * at, letter) for at, letter in enumerate(words) if letter != " ")
    return [replace(span(letter, x0, baseline), x1=x0 + 5) for x0, letter in places]


def spelled(*words: str, gap: float) -> list[Span]:
    """A heading whose letters are runs that touch, its words so far apart."""
    made: list[Span] = []
    at = 124.0
    for letter in " ".join(words):
        if letter == " ":
            at += gap
        else:
            made.append(span(letter, at, 180))
            at = made[-1].x1
    return made


def turned(text: str, x0: float, top: float, bottom: float) -> Span:
    """Words that read upwards."""
    return Span(text, x0, top, x0 + 9, bottom, bottom, 9.0, "Times")


def kerned() -> str:
    """The first line of a page with a rotated day whose first letter is a run of its own."""
    spans = [turned("uesday, 25 June", 70, 305, 364), turned("T", 70, 364.5, 370)]
    rows = [span("10 a.m.", 90, 312), span("3 p.m.", 90, 352)]
    rules = [Rule(60, 296, 400, 297), Rule(60, 376, 400, 377)]
    return sheets_of([page([*spans, *rows], rules=rules)])[0].body[0].text


CASES = {
    "spans.elision": Case(
        lambda: [is_elided.applies(text, "ordre", 0.5) for text in ("de l’", "States’")], [True, False]
    ),
    "lines.turned_letter": Case(kerned, "Tuesday, 25 June"),
    "lines.turned_cell": Case(
        lambda: [
            line.text
            for line in sheets_of(
                [
                    page(
                        [
                            turned("Monday, 24 June", 70, 305, 370),
                            turned("31-00417 (E)", 560, 300, 370),
                            span("10 a.m.", 90, 312),
                            span("3 p.m.", 90, 352),
                        ],
                        rules=[Rule(60, 296, 400, 297), Rule(60, 376, 400, 377)],
                    )
                ]
            )[0].body
        ],
        ["Monday, 24 June", "10 a.m.", "3 p.m."],
    ),
    "watermark.aslant": Case(
        lambda: aside(page([*text(), mark("COPY", 10, 500, 0, slanted=True)])), [("COPY", "aslant")]
    ),
    "watermark.over_text": Case(lambda: aside(page([*text(), mark("COPY", 14, 245)])), [("COPY", "over_text")]),
    "watermark.repeated": Case(
        lambda: aside(*[page([*text(4), mark("COPY", 14, 500)], number) for number in (1, 2)]),
        [("COPY", "repeated"), ("COPY", "repeated")],
    ),
    "watermark.middle": Case(
        lambda: aside(page([*text(4), mark("COPY OF WORK", 40, 400), *text(4, 600)])), [("COPY OF WORK", "middle")]
    ),
    "margin.all_lines": Case(lambda: {name for _, name in aside(numbered(10, 1))}, {"all_lines"}),
    "margin.some_lines": Case(
        lambda: aside(numbered(15, 5)), [("5", "some_lines"), ("10", "some_lines"), ("15", "some_lines")]
    ),
    "margin.short_page": Case(
        lambda: aside(numbered(10, 1), numbered(2, 1, number=2, first=11))[10:],
        [("11", "short_page"), ("12", "short_page")],
    ),
    "margin.comment_words": Case(
        lambda: aside(page([*text(), comment("Commented [A1]: Is this"), comment("so?", baseline=238)])),
        [("Commented [A1]: Is this", "comment_words"), ("so?", "comment_words")],
    ),
    "margin.comment_box": Case(
        lambda: aside(page([*text(), comment("Is this so?")], 1, BOX)), [("Is this so?", "comment_box")]
    ),
    "text.struck": Case(
        lambda: kept(span("A new old quay", 124, 500), rules=[Rule(124 + 33, 496.8, 124 + 48, 497.2)]),
        ["A new ", "quay"],
    ),
    "text.initial": Case(
        lambda: kept(span("T", 124, 512, 28), span("he quays", 138, 500), span("are old.", 138, 512)),
        ["The quays", "are old."],
    ),
    "text.set_apart": Case(tracked, ["Quays and lights"]),
    "text.spelled": Case(lambda: kept(*spelled("LOCAL", "AGENDA", gap=1.3)), ["LOCAL AGENDA"]),
    "text.row_apart": Case(lambda: kept(*wide("Quays and lights", 180)), ["Quays and lights"]),
}
