"""Rules of footnotes: where they begin on a page, how one opens, which marks read as plain text."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.layout.footnotes.take import take_footnotes
from extractor.layout.furniture import sheets_of
from extractor.reading.page import Rule, Span
from extractor.records import replace
from tests.layout.pages import page, span
from tests.rules.case import Case

#: A short rule over footnotes, one over the whole width, and one that is drawn in two pieces.
SHORT, WIDE = Rule(110, 690, 182, 690.5), Rule(110, 690, 500, 690.5)
PIECES = (Rule(110, 690, 250, 690.5), Rule(250, 690, 400, 690.5))
DOTS = (SHORT, *(Rule(200 + 3 * n, 690, 200.5 + 3 * n, 690.5) for n in range(101)))


def body(rows: int = 8, top: float = 200) -> list[Span]:
    """The text of a page."""
    return [span(f"The Committee will consider the report on subject {n}.", 124, top + 12 * n) for n in range(rows)]


def raised(sign: str, baseline: float, x0: float = 110) -> Span:
    """A footnote mark."""
    return span(sign, x0, baseline - 3, 5.5)


def notes(*spans: Span, rules: Iterable[Rule] = ()) -> list[tuple[str, str]]:
    """The notes of a page with more at its foot."""
    _, found = take_footnotes(sheets_of([page([*body(), *spans], 1, rules)]), 10.0)
    return [(note.sign, note.text) for note in found]


def texts(*spans: Span, rules: Iterable[Rule] = (SHORT,)) -> list[str]:
    """The lines below the text of a page that are no footnotes."""
    sheets, _ = take_footnotes(sheets_of([page([*body(), *spans], 1, rules)]), 10.0)
    return [line.text for line in sheets[0].body[8:]]


def digit(size: float = 8.5, *, rows: int = 1) -> list[Span]:
    """Lines that begin with a digit in a cell of its own."""
    return [
        part
        for n in range(rows)
        for part in (span(f"{n + 1}", 110, 702 + 10 * n, size), span("See annex II.", 130, 702 + 10 * n, size))
    ]


def over_page(*spans: Span) -> list[tuple[str, str]]:
    """The notes of two pages, each with a short rule over its notes, the second with these lines below its rule."""
    pages = [page([*body(), raised("1", 702), NOTE], 1, [SHORT]), page([*body(), *spans], 2, [SHORT])]
    return [(note.sign, note.text) for note in take_footnotes(sheets_of(pages), 10.0)[1]]


def long_note(rows: int) -> list[tuple[str, str]]:
    """The notes of a paper most of which is set in the type of one long note."""
    more = [span("And part two.", 120, 702 + 10 * n, 8.5) for n in range(1, rows)]
    pages = [page([*body(), raised("1", 702), NOTE, *more], 1, [SHORT])]
    return [(note.sign, note.text) for note in take_footnotes(sheets_of(pages), 8.5)[1]]


NOTE = span("See annex II.", 120, 702, 8.5)
ANNEX = [("1", "See annex II.")]
LETTERED = [
    span("Harbours", 124, 320), raised("a", 320, 161),
    raised("a", 340, 130), span("Subject to the decision on the", 136, 340, 8.5),
    span("sharing of the quays.", 136, 351, 8.5),
    span("The Committee will close its debate.", 124, 380),
]  # fmt: skip

CASES = {
    "footnotes.cell_border": Case(
        lambda: texts(span("6", 110, 702), span("Other matters", 140, 702), rules=[SHORT, Rule(110, 650, 110.5, 720)]),
        ["6 Other matters"],
    ),
    "footnotes.underline": Case(
        lambda: texts(span("Quays and lights", 110, 688.5), span("1", 110, 702), span("Opening", 140, 702)),
        ["Quays and lights", "1 Opening"],
    ),
    "footnotes.low_underline": Case(
        lambda: texts(span("Quays and lights", 110, 686.5), span("1", 110, 702), span("Opening", 140, 702)),
        ["Quays and lights", "1 Opening"],
    ),
    "footnotes.bracketed": Case(
        lambda: notes(span("(١) انظر المرفق.", 110, 702, 8.5), rules=[SHORT]), [("1", "انظر المرفق.")]
    ),
    "footnotes.over_page": Case(
        lambda: over_page(span("annex II of the report.", 120, 702, 8.5)),
        [("1", "See annex II. annex II of the report.")],
    ),
    "footnotes.larger_above": Case(lambda: long_note(6), [("1", "See annex II." + " And part two." * 5)]),
    "footnotes.endnotes": Case(
        lambda: notes(
            raised("1", 260, 360), span("Notes", 124, 500), span("1. See annex II.", 124, 520), span("See B.", 124, 532)
        ),
        [("1", "See annex II. See B.")],
    ),
    "footnotes.within_page": Case(
        lambda: notes(*[replace(one, text="1") if one.text == "a" else one for one in LETTERED]),
        [("1", "Subject to the decision on the sharing of the quays.")],
    ),
    "footnotes.raised": Case(lambda: notes(raised("1", 702, 117), NOTE), ANNEX),
    "footnotes.star": Case(lambda: notes(span("* To be issued.", 110, 702, 8.5)), [("*", "To be issued.")]),
    "footnotes.slash": Case(lambda: notes(span("1/ See annex II.", 110, 702, 8.5)), ANNEX),
    "footnotes.glued": Case(lambda: notes(span("1See annex II.", 110, 702, 8.5), rules=[SHORT]), ANNEX),
    "footnotes.cell": Case(lambda: notes(*digit(), rules=[SHORT]), ANNEX),
    "footnotes.below_underscores": Case(
        lambda: notes(span("__________________", 100, 690), raised("1", 702), span("See annex II.", 120, 702)), ANNEX
    ),
    "footnotes.below_rule": Case(
        lambda: notes(raised("1", 702), span("See annex II.", 120, 702), rules=[SHORT]), ANNEX
    ),
    "footnotes.border_pieces": Case(lambda: notes(raised("1", 702), span("Annex", 120, 702), rules=PIECES), []),
    "footnotes.dotted_border": Case(lambda: notes(raised("1", 702), span("Annex", 120, 702), rules=DOTS), []),
    "footnotes.larger_type": Case(
        lambda: notes(raised("1", 402), *body(5, 402), rules=[Rule(110, 390, 182, 390.5)]), []
    ),
    "footnotes.tiny": Case(lambda: notes(*digit(8), rules=[WIDE]), ANNEX),
    "footnotes.small_type": Case(lambda: notes(raised("1", 702), NOTE), ANNEX),
    "footnotes.set_off": Case(lambda: notes(span("* To be issued.", 124, 690)), [("*", "To be issued.")]),
    "footnotes.below_table": Case(
        lambda: notes(*LETTERED), [("a", "Subject to the decision on the sharing of the quays.")]
    ),
    "footnotes.below_table_on": Case(
        lambda: notes(*LETTERED), [("a", "Subject to the decision on the sharing of the quays.")]
    ),
    "footnotes.cited_number": Case(
        lambda: texts(span("contained in A/99/12 and Add.1", 124, 400), raised("1", 702), NOTE),
        ["contained in A/99/12 and Add.1"],
    ),
    "footnotes.plain_mark": Case(
        lambda: texts(span("The session opens at 10 a.m.1", 124, 400), raised("1", 702), NOTE),
        ["The session opens at 10 a.m."],
    ),
    "footnotes.slashed_mark": Case(
        lambda: texts(span("The Convention 1/ and the Protocol.", 124, 400), span("1/   Ibid.", 124, 702, 9)),
        ["The Convention and the Protocol."],
    ),
}
