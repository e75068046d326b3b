"""Rules of tables: what makes a column, where a table begins and ends, which lines begin its rows."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.reading.page import Rule, Span
from tests.layout.pages import blocks, span
from tests.rules.case import Case

Rows = list[list[str]]


def tables(*spans: Span, rules: Iterable[Rule] = ()) -> list[Rows]:
    """The tables of a page, each as the texts of its rows."""
    found = [block.table for block in blocks(*spans, rules=rules) if block.table]
    return [[[row.text(at) for at in range(len(table.columns))] for row in table.rows] for table in found]


def row(baseline: float, *texts: str, bold: bool = False) -> list[Span]:
    """The cells of a line: columns begin at 124, 300 and 420; an empty text is no cell."""
    return [span(text, x0, baseline, bold=bold) for text, x0 in zip(texts, (124, 300, 420), strict=False) if text]


PORTS = [["Quays", "open"], ["Ports", "closed"]]
TEXT = "The secretariat will present the draft agenda for adoption by the Plenary at its session."

CASES = {
    "tables.leaders": Case(
        lambda: tables(
            *(s for n in range(2) for s in (*row(100 + 18 * n, f"Part {'.' * 50}"), span("3", 540, 100 + 18 * n)))
        ),
        [],
    ),
    "tables.leaders_within": Case(
        lambda: tables(
            *(
                one
                for n in range(3)
                for one in (
                    *row(100 + 30 * n, "Lights of the"),
                    span("quays", 124, 112 + 30 * n),
                    span(f"1–9{'.' * 17}3", 300, 112 + 30 * n),
                )
            )
        ),
        [],
    ),
    "tables.label": Case(
        lambda: tables(*(s for n in range(4) for s in (*row(100 + 18 * n, f"{n}."), span("Quays", 148, 100 + 18 * n)))),
        [],
    ),
    "tables.headed_number": Case(
        lambda: tables(
            *row(100, "Item", "Port", "Lights"), *(s for n in (1, 2) for s in row(100 + 18 * n, f"{n}.", "Quay", "lit"))
        ),
        [[["Item", "Port", "Lights"], ["1.", "Quay", "lit"], ["2.", "Quay", "lit"]]],
    ),
    "tables.sparse": Case(
        lambda: tables(
            *row(100, "Quays", "open"),
            *(s for n in range(10) for s in row(112 + 12 * n, "lights")),
            *row(232, "Ports", "closed"),
        ),
        [],
    ),
    "tables.crossed": Case(
        lambda: tables(
            *row(100, "Quays", "open in the spring and summer"),
            *row(118, "Ports", "closed", "partly"),
            *row(136, "Lights", "repaired", "wholly"),
        ),
        [[["Quays", "open in the spring and summer"], ["Ports", "closed partly"], ["Lights", "repaired wholly"]]],
    ),
    "tables.text_below": Case(
        lambda: tables(
            *row(100, "Quays", "open"), *row(118, "Ports", "closed"), *row(140, TEXT), *row(164, "Lights", "lit")
        ),
        [PORTS],
    ),
    "tables.far_below": Case(
        lambda: tables(
            *row(100, "Quays", "open"),
            *row(118, "Ports", "closed"),
            *row(180, "Quays", "open"),
            *row(198, "Ports", "closed"),
        ),
        [PORTS, PORTS],
    ),
    "tables.next_part": Case(
        lambda: tables(
            *row(100, "Quays", "open"),
            *row(118, "Ports", "closed"),
            span("(b) Other ports", 100, 140, bold=True),
            *row(160, "Quays", "open"),
            *row(178, "Ports", "closed"),
        ),
        [PORTS, PORTS],
    ),
    "tables.larger_heading": Case(
        lambda: tables(
            *row(100, "Quays", "open"),
            *row(118, "Ports", "closed"),
            span("Other ports", 100, 140, 13),
            *row(160, "Quays", "open"),
            *row(178, "Ports", "closed"),
        ),
        [PORTS, PORTS],
    ),
    "tables.same_edge": Case(
        lambda: tables(*row(100, "Quays", "open"), *row(118, "Ports", "closed"), *row(140, "", "until June")),
        [[*PORTS, ["", "until June"]]],
    ),
    "tables.other_column": Case(
        lambda: tables(
            *row(100, "Quays", "open", "A/99/1"), *row(118, "Ports", "closed"), *row(136, "Lights", "", "A/99/2")
        ),
        [[["Quays", "open", "A/99/1"], ["Ports", "closed", ""], ["Lights", "", "A/99/2"]]],
    ),
    "tables.wrapped_cell": Case(
        lambda: tables(*row(100, "Quays", "open"), *row(118, "Ports and", "closed"), *row(130, "harbours")),
        [[["Quays", "open"], ["Ports and harbours", "closed"]]],
    ),
    "tables.cell_above": Case(
        lambda: tables(*row(100, "Quays and"), *row(112, "jetties", "open"), *row(136, "Ports", "closed")),
        [[["Quays and jetties", "open"], ["Ports", "closed"]]],
    ),
    "tables.group_heading": Case(
        lambda: tables(
            *row(100, "North", bold=True),
            *row(118, "Quays", "open"),
            *row(136, "Ports", "closed"),
            *row(154, "South", bold=True),
            *row(172, "Quays", "open"),
            *row(190, "Ports", "closed"),
            *row(208, "Bays", "open"),
        ),
        [[["North", ""], *PORTS, ["South", ""], *PORTS, ["Bays", "open"]]],
    ),
    "rows.borders": Case(
        lambda: tables(
            *row(100, "Quays and", "open in"),
            *row(112, "jetties", "spring"),
            *row(126, "Ports and", "closed in"),
            *row(138, "harbours", "fog"),
            *row(152, "Lights and", "lit at"),
            *row(164, "beacons", "night"),
            rules=[Rule(124, y, 190, y + 0.5) for y in (90, 116, 142, 168)],
        ),
        [
            [
                ["Quays and jetties", "open in spring"],
                ["Ports and harbours", "closed in fog"],
                ["Lights and beacons", "lit at night"],
            ]
        ],
    ),
    "rows.gap": Case(lambda: tables(*row(100, "Quays", "open"), *row(118, "Ports", "closed")), [PORTS]),
    "rows.centred": Case(
        lambda: tables(
            *row(100, "Quays", "open", "A/99/1"),
            *row(124, "Ports and", "closed in"),
            *row(130, "", "", "A/99/2"),
            *row(136, "harbours", "fog"),
            *row(160, "Bays", "open", "A/99/3"),
        ),
        [[["Quays", "open", "A/99/1"], ["Ports and harbours", "closed in fog", "A/99/2"], ["Bays", "open", "A/99/3"]]],
    ),
    "rows.close": Case(
        lambda: tables(*row(100, "Quays", "open in"), *row(112, "", "spring"), *row(124, "Ports", "closed")),
        [[["Quays", "open in spring"], ["Ports", "closed"]]],
    ),
    "rows.room": Case(
        lambda: tables(*row(100, "Quays", "open", "lit"), *row(112, "Ports", "closed", "dark")),
        [[["Quays", "open", "lit"], ["Ports", "closed", "dark"]]],
    ),
    "rows.symbol": Case(
        lambda: tables(*row(100, "Report on quays", "A/99/1"), *row(112, "Note on ports", "A/99/2")),
        [[["Report on quays", "A/99/1"], ["Note on ports", "A/99/2"]]],
    ),
    "rows.symbol_first": Case(
        lambda: [
            *tables(*row(100, "A/99/1", "Report on the quays"), *row(112, "A/99/2", "Note on the ports of rivers")),
            *tables(
                *row(100, "3 (a)", "A/99/1", "Report on the quays"),
                *row(112, "", "A/99/2", "Note on the ports"),
                *row(124, "4", "A/99/3", "Draft rules"),
            ),
        ],
        [
            [["A/99/1", "Report on the quays"], ["A/99/2", "Note on the ports of rivers"]],
            [
                ["3 (a)", "A/99/1", "Report on the quays"],
                ["", "A/99/2", "Note on the ports"],
                ["4", "A/99/3", "Draft rules"],
            ],
        ],
    ),
    "rows.group": Case(
        lambda: tables(
            *row(100, "Symbol", "Title", bold=True), *row(112, "Item 2. Quays"), *row(124, "A/99/1", "Report on quays")
        ),
        [[["Symbol", "Title"], ["Item 2. Quays", ""], ["A/99/1", "Report on quays"]]],
    ),
}
