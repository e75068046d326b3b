"""Rules of grids: where drawn and undrawn tables stand, what their columns, rows and merged cells are."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.layout.lines.rows import lines_of
from extractor.layout.tables.find import find_tables
from extractor.reading.page import Rule, Span
from tests.layout.pages import page, span
from tests.rules.case import Case
from tests.rules.layout_tables import tables

Texts = list[list[str]]


def grids(*rows: Iterable[Span], rules: Iterable[Rule] = ()) -> list[Texts]:
    """The tables of a page: the text at each place, once for each that a cell reaches over."""
    drawn = list(rules)
    lines = lines_of(page([one for row in rows for one in row], rules=drawn))
    found: list[Texts] = []
    for table in find_tables(lines, {1: drawn}, lambda size: 1.2 * size):
        places = [[""] * len(table.columns) for _ in table.rows]
        for at, line in enumerate(table.rows):
            for cell in line.cells.values():
                for down in range(cell.rows):
                    for along in range(cell.columns):
                        places[at + down][cell.column + along] = cell.text
        found.append(places)
    return found


def row(baseline: float, *texts: str, at: tuple[float, ...] = (104, 204, 264, 324)) -> list[Span]:
    """The cells of a line; an empty text is no cell."""
    return [span(text, x0, baseline) for text, x0 in zip(texts, at, strict=False) if text]


def flat(*heights: float, x0: float = 100, x1: float = 300) -> list[Rule]:
    """Flat strokes."""
    return [Rule(x0, y, x1, y + 0.5) for y in heights]


def upright(*places: float, top: float = 90, bottom: float = 130) -> list[Rule]:
    """Upright strokes."""
    return [Rule(x, top, x + 0.5, bottom) for x in places]


def cells(*heights: float) -> list[Rule]:
    """The lower borders of two cells side by side."""
    return [one for y in heights for one in (*flat(y, x1=200), *flat(y, x0=201))]


def ends(*heights: float) -> list[Rule]:
    """The lower border of a third cell."""
    return flat(*heights, x0=301, x1=360)


def three(*heights: float, split: float) -> list[Rule]:
    """The borders of three cells side by side, the first of which ends at `split`."""
    return [
        one for y in heights for one in (*flat(y, x1=split), *flat(y, x0=split + 1, x1=300), *flat(y, x0=301, x1=400))
    ]


NORTH = (row(104, "North", "open", "day"), row(124, "", "closed", "night"))
NORTH_READ = [["North", "open", "day"], ["North", "closed", "night"]]
MERGED = [*flat(90, 130, x1=360), *flat(110, x0=200, x1=360), *upright(100, 200, 260, 360)]
LONG = "The Committee will have before it the report of"
MORE = "the Bureau on all of its ports"
NIGHT = ("Harbour lights, bays", "lit at night", "A")
DAY = ("Lights in the estuary", "lit by day", "B")
CLOSE = (104, 204, 310)
#: ... and runs that begin a little further right.
SHIFTED = (CLOSE[0], CLOSE[1] + 1.5, CLOSE[2])
HEADED = [*flat(90, 118, 160), *flat(104, x0=200, x1=300)]
SHIPS = (
    row(100, "", "Ships", at=(104, 239)),
    row(114, "Port", "in", "out"),
    row(130, "Quays", "12", "14"),
    row(142, "Bays", "15", "19"),
)
SHIPS_READ = [["Port", "Ships", "Ships"], ["Port", "in", "out"], ["Quays", "12", "14"], ["Bays", "15", "19"]]

#: Symbols, and titles beside them.
CODED = (104, 224)
CASES = {
    "grids.single_row": Case(
        lambda: grids(
            row(104, "A/99/1", "Report on the lights"),
            rules=[*flat(90, 110), *upright(100, 200, 300, bottom=110)],
        ),
        [[["A/99/1", "Report on the lights"]]],
    ),
    "grids.frame": Case(lambda: grids(*NORTH, rules=MERGED), [NORTH_READ]),
    "grids.missing_flat": Case(lambda: grids(*NORTH, rules=MERGED), [NORTH_READ]),
    "grids.missing_upright": Case(
        lambda: grids(
            row(104, "Ports"),
            row(124, "Quays", "open"),
            row(144, "Bays", "closed"),
            rules=[*flat(90, 110, 130, 150), *upright(100, 300, bottom=150), *upright(200, top=110, bottom=150)],
        ),
        [[["Ports", "Ports"], ["Quays", "open"], ["Bays", "closed"]]],
    ),
    "grids.joints": Case(
        lambda: grids(
            row(104, *NIGHT, at=CLOSE), row(124, *DAY, at=SHIFTED), rules=[*cells(90, 110, 130), *ends(90, 110, 130)]
        ),
        [[list(NIGHT), list(DAY)]],
    ),
    "grids.crossed": Case(
        lambda: grids(
            row(104, "Quays", "open in the spring and summer"),
            row(116, "Ports", "closed", "partly"),
            row(128, "Bays", "open in spring and in autumn"),
            rules=flat(90, 134, x1=400),
        ),
        [
            [
                ["Quays", "open in the spring and summer"],
                ["Ports", "closed partly"],
                ["Bays", "open in spring and in autumn"],
            ]
        ],
    ),
    "grids.rest_below": Case(
        lambda: grids(
            row(104, "A/999/2", "oil for the lamps", at=CODED),
            row(118, "A/999/3", "what keepers say", at=CODED),
            row(132, "A/999/4", "note on the lamps of the", at=CODED),
            row(144, "", "coast", at=CODED),
        ),
        [
            [
                ["A/999/2", "oil for the lamps"],
                ["A/999/3", "what keepers say"],
                ["A/999/4", "note on the lamps of the coast"],
            ]
        ],
    ),
    "grids.inner_column": Case(
        lambda: grids(
            row(104, "Number", "of", "12", at=(104, 180, 204)),
            row(116, "harbours"),
            row(134, "Ports", "14"),
            row(154, "Bays", "15"),
            rules=[*flat(90, 120, 140, 160), *upright(100, 200, 300, bottom=160)],
        ),
        [[["Number of harbours", "12"], ["Ports", "14"], ["Bays", "15"]]],
    ),
    "grids.close_numbers": Case(
        lambda: grids(
            row(104, "Quays", "12,001", "35,002", at=(104, 205, 255)),
            row(116, "Ports", "14,001", "37,002", at=(104, 205, 255)),
            row(128, "Bays", "1,331,222", "1,665,333", at=(104, 200, 248)),
            rules=flat(90, 134),
        ),
        [[["Quays", "12,001", "35,002"], ["Ports", "14,001", "37,002"], ["Bays", "1,331,222", "1,665,333"]]],
    ),
    "grids.numbers": Case(
        lambda: grids(
            row(104, "Port", "Ships"),
            row(124, "Quays", "12"),
            row(136, "Bays", "14"),
            rules=[*flat(90, 110, 142), *upright(100, 200, 300, bottom=142)],
        ),
        [[["Port", "Ships"], ["Quays", "12"], ["Bays", "14"]]],
    ),
    "grids.drawn_row": Case(
        lambda: grids(
            row(104, "Port", "Lights"),
            row(124, "Quays and", "open in"),
            row(136, "jetties", "spring"),
            rules=[*flat(90, 110, 142), *upright(100, 200, 300, bottom=142)],
        ),
        [[["Port", "Lights"], ["Quays and jetties", "open in spring"]]],
    ),
    "grids.head": Case(
        lambda: grids(
            row(100, "Name of", "Ships"),
            row(117, "port", "in port"),
            row(136, "Quays", "12"),
            row(148, "Bays", "14"),
            rules=flat(90, 122, 156),
        ),
        [[["Name of port", "Ships in port"], ["Quays", "12"], ["Bays", "14"]]],
    ),
    "grids.spaced": Case(
        lambda: grids(
            row(100, "Quays and", "open in"),
            row(111, "jetties", "spring"),
            row(128, "Ports and", "closed in"),
            row(139, "bays", "fog"),
            rules=flat(90, 145),
        ),
        [[["Quays and jetties", "open in spring"], ["Ports and bays", "closed in fog"]]],
    ),
    "grids.centred": Case(
        lambda: grids(
            row(104, "Port", "Lights", "Time"),
            row(122, "Quays and"),
            row(127, "", "open", "day"),
            row(132, "jetties"),
            rules=flat(90, 112, 140),
        ),
        [[["Port", "Lights", "Time"], ["Quays and jetties", "open", "day"]]],
    ),
    "grids.joined": Case(
        lambda: grids(
            row(104, "The lamps and", "A/99/23 and", "Open", at=CLOSE),
            row(116, "their keepers", "Add.1-3", at=CLOSE),
            row(128, "Notes", "A/99/24", "Open", at=CLOSE),
            rules=flat(90, 136, x1=360),
        ),
        [[["The lamps and their keepers", "A/99/23 and Add.1-3", "Open"], ["Notes", "A/99/24", "Open"]]],
    ),
    "grids.wrapped": Case(
        lambda: grids(
            row(100, "Lights in the ports"),
            row(112, "of the north", "12"),
            row(124, "Ports", "14"),
            row(136, "Bays", "15"),
            rules=flat(90, 142),
        ),
        [[["Lights in the ports of the north", "12"], ["Ports", "14"], ["Bays", "15"]]],
    ),
    "grids.heading_over_stroke": Case(lambda: grids(*SHIPS, rules=HEADED), [SHIPS_READ]),
    "grids.between": Case(lambda: grids(*SHIPS, rules=HEADED), [SHIPS_READ]),
    "grids.head_above": Case(
        lambda: grids(
            row(94, "", "Ships", at=(104, 239)),
            *SHIPS[1:],
            rules=[*flat(84, 100, x0=200), *flat(118, 160)],
        ),
        [SHIPS_READ],
    ),
    "grids.head_lines": Case(
        lambda: grids(
            row(100, "Name of", "Ships in the port"),
            row(111, "port", "in", "out"),
            row(130, "Quays", "12", "14"),
            row(142, "Bays", "15", "19"),
            rules=flat(90, 116, 150),
        ),
        [
            [
                ["Name of port", "Ships in the port", "Ships in the port"],
                ["Name of port", "in", "out"],
                ["Quays", "12", "14"],
                ["Bays", "15", "19"],
            ]
        ],
    ),
    "grids.side_by_side": Case(
        lambda: grids(
            row(104, "Port", "Ships", "Port", "Ships"),
            row(124, "Quays", "12", "Lakes", "18"),
            row(136, "Bays", "15", "Locks", "11"),
            rules=flat(90, 110, 142, x1=360),
        ),
        [[["Port", "Ships"], ["Quays", "12"], ["Bays", "15"], ["Port", "Ships"], ["Lakes", "18"], ["Locks", "11"]]],
    ),
    "grids.filled": Case(
        lambda: grids(
            row(104, "Bow", "Stern", at=(104, 264)),
            row(244, "Port", "Lee", at=(104, 264)),
            rules=[*flat(*range(90, 270, 20), x1=360), *upright(100, 200, 260, 320, 360, bottom=250)],
        ),
        [],
    ),
    "grids.running": Case(
        lambda: grids(*(row(104 + 12 * at, LONG, MORE, at=(104, 330)) for at in range(3)), rules=flat(90, 134, x1=480)),
        [],
    ),
    "grids.prose": Case(lambda: grids(*(row(104 + 12 * at, LONG, MORE, at=(104, 360)) for at in range(3))), []),
    "grids.axis": Case(
        lambda: grids(
            row(100, "100%", "95"),
            row(116, "80%", "71"),
            row(132, "60%"),
            row(148, "40%"),
            row(164, "20%", "5"),
            row(180, "0%"),
            rules=flat(90, 190),
        ),
        [],
    ),
    "grids.steady": Case(
        lambda: grids(*(row(100 + 16 * at, f"{4500 - 500 * at}", f"{45 - 5 * at}") for at in range(4))), []
    ),
    "grids.next_caption": Case(
        lambda: grids(
            row(104, "Quays", "open"),
            row(124, "Bays", "closed"),
            row(148, "Table 2. Lights of the northern ports"),
            row(170, "Quays", "lit"),
            row(190, "Bays", "dark"),
            rules=cells(90, 110, 130, 156, 176, 196),
        ),
        [[["Quays", "open"], ["Bays", "closed"]], [["Quays", "lit"], ["Bays", "dark"]]],
    ),
    "grids.other_cells": Case(
        lambda: grids(
            *(row(104 + 20 * at, f"{at} p.m.", "Quays", "open", at=(104, 164, 304)) for at in range(5)),
            row(204, "Tuesday"),
            row(224, "9 a.m. to noon", "Bays", "shut", at=(104, 204, 304)),
            row(244, "3 p.m. to night", "Locks", "shut", at=(104, 204, 304)),
            rules=[*three(*range(90, 200, 20), split=160), *three(212, 232, 252, split=200)],
        ),
        [
            [[f"{at} p.m.", "Quays", "open"] for at in range(5)],
            [["9 a.m. to noon", "Bays", "shut"], ["3 p.m. to night", "Locks", "shut"]],
        ],
    ),
    "grids.head_alone": Case(
        lambda: grids(
            row(104, "Date", "Time", "Item"),
            rules=[*cells(90, 110), *ends(90, 110)],
        ),
        [[["Date", "Time", "Item"]]],
    ),
    "grids.open_end": Case(
        lambda: grids(
            row(104, "Port", "Ships"),
            row(124, "Quays", "12"),
            row(136, "Bays", "14"),
            rules=cells(90, 110),
        ),
        [[["Port", "Ships"], ["Quays", "12"], ["Bays", "14"]]],
    ),
    "grids.list": Case(
        lambda: tables(
            *(one for at in range(4) for one in row(104 + 20 * at, f"{at + 1}.", "Lights", at=(104, 134))),
            rules=flat(90, 110, 130, 150, 170),
        ),
        [],
    ),
    "grids.head_over_labels": Case(
        lambda: tables(
            *row(104, "Item", "Paper", at=(104, 154)),
            *(one for at in range(3) for one in row(124 + 20 * at, f"{at + 1}", "Lights", at=(104, 154))),
            rules=[*flat(90, 110, 130, 150, 170), *upright(100, 150, 200, bottom=170)],
        ),
        [[["Item", "Paper"], ["1", "Lights"], ["2", "Lights"], ["3", "Lights"]]],
    ),
    "grids.whole_lines": Case(
        lambda: tables(
            *(
                one
                for at, pair in enumerate((("Quays", "open"), ("Bays", "closed"), ("Locks", "open")))
                for one in row(104 + 20 * at, *pair, "Ships may pass.")
            ),
            rules=[*flat(90, 110, 130, 150, x1=260), *upright(100, 200, 260, bottom=150)],
        ),
        [
            [
                ["Quays", "open", "Ships may pass."],
                ["Bays", "closed", "Ships may pass."],
                ["Locks", "open", "Ships may pass."],
            ]
        ],
    ),
}
