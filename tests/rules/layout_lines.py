"""Rules of lines: what stands on one, what parts its cells, which small type is a footnote mark."""

from __future__ import annotations

from extractor.layout.lines.rows import lines_of
from extractor.layout.lines.tidy import tidy
from extractor.reading.page import Span
from tests.layout.pages import page, span
from tests.rules.case import Case


def cells(*spans: Span) -> list[list[str]]:
    """The texts of the cells of each line."""
    return [[cell.text for cell in line.cells] for line in lines_of(page(spans))]


def marked(*spans: Span) -> list[tuple[str, list[tuple[str, int]]]]:
    """Each line's text with its marks."""
    return [(line.text, [(mark.sign, mark.offset) for mark in line.marks]) for line in lines_of(page(spans))]


def after(one: Span, text: str, gap: float, baseline: float = 100, size: float = 10.0) -> Span:
    """A run so far behind another."""
    return span(text, one.x1 + gap, baseline, size)


def listed(height: float) -> list[tuple[str, list[tuple[str, int]]]]:
    """A line with two marks behind it at this height, and a comma between them that is a run of its own."""
    first = after(TEN, "1", 0.3, height, 6.5)
    comma = after(first, ",", 0.0, height, 6.5)
    return marked(TEN, first, comma, after(comma, "2", 1.5, height, 6.5))


def sideways() -> list[list[str]]:
    """A line and a label at its side that is rotated by a quarter."""
    label = span("printed on paper from sound woods", 560, 400, 8)
    label.x0, label.top, label.x1, label.bottom = 552, 300, 562, 500
    return cells(span("The Committee met.", 124, 400), label)


def tight(*columns: str, gap: float) -> list[list[str]]:
    """A line whose first cell almost fills its column, below lines whose second cells begin at its edge."""
    long = span("Harbours and their lights", 124, 140)
    edge = long.x1 + gap
    rows = [span("Quays", 124, 100 + 12 * n) for n in range(len(columns))]
    beside = [span(text, edge, 100 + 12 * n) for n, text in enumerate(columns)]
    return cells(*rows, *beside, long, span("repaired", edge, 140))[-1:]


def labelled() -> list[list[str]]:
    """A justified line below numbers with tabs, one of whose word gaps ends at the edge of their texts."""
    rows = [
        part for n in range(2) for part in (span(f"{n + 1}.", 124, 100 + 12 * n), span("Opening", 144, 100 + 12 * n))
    ]
    return cells(*rows, span("The", 124.5, 124), span("Committee met", 144, 124))[-1:]


def heads() -> list[tuple[int, bool]]:
    """How many characters stand out at the head of a line, and whether in bold."""
    number = span("2. ", 124, 100)
    title = span("Work programme.", number.x1, 100, bold=True)
    found = lines_of(page([number, title, after(title, "The Committee met.", 3)]))
    return [(line.head.length, line.head.bold) for line in found if line.head]


TEN = span("at 10 a.m.", 124, 100)
NUMBER = span("175", 124, 100)

CASES = {
    "lines.kerned_space": Case(
        lambda: cells(one := span("PROVISIONAL", 124, 100), after(one, "AGENDA", 1.5)), [["PROVISIONAL AGENDA"]]
    ),
    "lines.wide_space": Case(
        lambda: [tidy("第八十届会议， 补编第17号"), tidy("大 会")], ["第八十届会议，补编第17号", "大会"]
    ),
    "lines.han_gap": Case(lambda: cells(item := span("议程项", 124, 100), after(item, "目2", 2.1)), [["议程项目2"]]),
    "lines.soft_hyphen": Case(lambda: tidy("V.31\u00ad02410"), "V.31-02410"),
    "lines.o_bullet": Case(
        lambda: cells(span("o", 124, 100), span("lights and buoys", 142, 100)), [["•", "lights and buoys"]]
    ),
    "marks.character": Case(lambda: marked(span("The quay¹ of 3 km²", 124, 100)), [("The quay of 3 km²", [("1", 8)])]),
    "marks.stars": Case(
        lambda: marked(span("Agenda", 124, 100), span("*", 151, 97, 6), span("*", 153.7, 97, 6)),
        [("Agenda", [("**", 6)])],
    ),
    "lines.stray": Case(
        lambda: cells(span("e", 60, 100, 1.0), span("Executive Board", 60, 110)), [["Executive Board"]]
    ),
    "lines.sideways": Case(sideways, [["The Committee met."]]),
    "lines.same_baseline": Case(
        lambda: cells(span("Organization of", 124, 100.4), span("work", 194, 100)), [["Organization of work"]]
    ),
    "lines.wide_gap": Case(
        lambda: cells(span("10 a.m.", 60, 100), span("Opening", 160, 100)), [["10 a.m.", "Opening"]]
    ),
    "lines.label_gap": Case(
        lambda: cells(one := span("10.", 124, 100), after(one, "Other matters", 7)), [["10.", "Other matters"]]
    ),
    "lines.rows_of_runs": Case(
        lambda: cells(*[span("10:00", x0 + 0.2 * n, 100 + 12 * n) for n in (0, 1) for x0 in (100, 133, 166)]),
        [["10:00"] * 3] * 2,
    ),
    "lines.edge_gap": Case(lambda: tight("open", "closed", gap=4.5), [["Harbours and their lights", "repaired"]]),
    "lines.shared_edge": Case(lambda: tight("open", "closed", gap=4.5), [["Harbours and their lights", "repaired"]]),
    "lines.lone_edge": Case(lambda: tight("open", gap=6.5), [["Harbours and their lights", "repaired"]]),
    "lines.label_edge": Case(labelled, [["The Committee met"]]),
    "lines.loose_stop": Case(lambda: tidy("in Vienna , on Monday ."), "in Vienna, on Monday."),
    "lines.plain_label": Case(heads, [(18, True)]),
    "marks.small": Case(lambda: marked(TEN, after(TEN, "1", 0.3, 96.5, 6.5)), [("at 10 a.m.", [("1", 10)])]),
    "marks.raised_star": Case(
        lambda: marked(TEN, star := after(TEN, "*", 0.3, 97), after(star, "on Monday", 3)),
        [("at 10 a.m. on Monday", [("*", 10)])],
    ),
    "marks.ordinal": Case(
        lambda: marked(NUMBER, end := after(NUMBER, "th", 0.2, 96.5, 6.5), after(end, "session", 3)),
        [("175th session", [])],
    ),
    "marks.raised": Case(lambda: marked(TEN, after(TEN, "a", 0.3, 96.5, 6.5)), [("at 10 a.m.", [("a", 10)])]),
    "marks.opens_note": Case(
        lambda: marked(span("1", 117, 95, 5.5), span("Subject to confirmation.", 120, 100, 8.5)),
        [("Subject to confirmation.", [("1", 0)])],
    ),
    "marks.behind_word": Case(lambda: marked(TEN, after(TEN, "1", 0.3, 94, 6.5)), [("at 10 a.m.", [("1", 10)])]),
    "marks.list": Case(lambda: listed(94), [("at 10 a.m.", [("1", 10), ("2", 10)])]),
    "marks.comma": Case(lambda: listed(97.5), [("at 10 a.m.", [("1", 10), ("2", 10)])]),
    "marks.star_at_end": Case(
        lambda: marked(span("Provisional agenda*", 124, 100)), [("Provisional agenda", [("*", 18)])]
    ),
    "marks.inner_star": Case(
        lambda: marked(span("Report for 2031* (A/99/1)", 124, 100)), [("Report for 2031 (A/99/1)", [("*", 15)])]
    ),
}
