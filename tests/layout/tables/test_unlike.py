"""Six tables that have little in common, with all their cells; a cell over several rows or columns says so in each."""

from __future__ import annotations

import pytest

from extractor.reading.page import Rule, Span
from tests.rules.layout_grids import Texts, flat, grids, row, upright

YEARS = (104, 204, 264, 324, 384)
NORTH = (104, 204, 324)
NARROW = (84, 184, 244, 324, 424, 484)


def partly_ruled() -> tuple[list[Span], list[Rule]]:
    """Strokes around the head and at the end, and under the headings of two years; groups of rows are set in."""
    rows = [
        *row(100, "", "2030", "2031", at=(104, 229, 349)),
        *row(114, "Harbour", "in", "out", "in", "out", at=YEARS),
        *row(130, "North"),
        *row(142, "Quays", "1,012", "987", "1,100", "1,043", at=(112, *YEARS[1:])),
        *row(154, "Bays", "(12)", "–", "14.5", "9", at=(112, *YEARS[1:])),
        *row(166, "Total", "1,000", "987", "1,114.5", "1,052", at=YEARS),
    ]
    return rows, [*flat(88, 118, 174, x1=420), *flat(104, x0=200, x1=300), *flat(104, x0=320, x1=420)]


def unruled() -> tuple[list[Span], list[Rule]]:
    """Nothing but space between columns and rows, and cells of two lines."""
    rows = [
        *row(100, "Lamp", "Keeper", "Lit", at=NORTH),
        *row(118, "Northern", "Office of the", "at dusk", at=NORTH),
        *row(130, "breakwater", "pilots", at=NORTH),
        *row(148, "Outer", "Harbour", "all night", at=NORTH),
        *row(160, "mole", "board", at=NORTH),
    ]
    return rows, []


def merged() -> tuple[list[Span], list[Rule]]:
    """All borders drawn; a heading over two columns beside one over two rows."""
    rows = [
        *row(116, "Port", at=(104,)),
        *row(106, "Ships of the year", at=(224,)),
        *row(126, "large", "small", at=(204, 284)),
        *row(146, "Quays", "12", "40", at=(104, 204, 284)),
        *row(166, "Bays", "closed for repairs", at=(104, 204)),
    ]
    drawn = [*flat(92, 132, 152, 172, x1=360), *flat(112, x0=200, x1=360), *upright(100, 200, 360, top=92, bottom=172)]
    return rows, [*drawn, *upright(280, top=112, bottom=152)]


def centred() -> tuple[list[Span], list[Rule]]:
    """Rows between strokes over the whole width; short cells stand in the middle of the long ones beside them."""
    rows = [
        *row(100, "Hour", "Subject", "Room", at=(104, 184, 364)),
        *row(122, "Opening of the session", at=(184,)),
        *row(128, "10 a.m.", "A", at=(104, 364)),
        *row(134, "by the harbour master", at=(184,)),
        *row(156, "Lights of the quays", at=(184,)),
        *row(162, "3 p.m.", "B", at=(104, 364)),
        *row(168, "and of the outer bays", at=(184,)),
    ]
    return rows, [*flat(88, 108, 142, 176, x1=420), *upright(100, 180, 360, 420, top=88, bottom=176)]


def side_by_side() -> tuple[list[Span], list[Rule]]:
    """One list in two halves, each with its heads."""
    rows = [
        *row(104, "Port", "Ships", "Share", "Port", "Ships", "Share", at=NARROW),
        *row(124, "Quays", "12", "0.4", "Locks", "9", "0.3", at=NARROW),
        *row(136, "Bays", "7", "0.2", "Piers", "3", "0.1", at=NARROW),
    ]
    return rows, flat(92, 112, 144, x0=80, x1=540)


def days_across() -> tuple[list[Span], list[Rule]]:
    """Days across and hours down, drawn cell by cell; one cell over two days, one over two hours."""
    rows = [
        *row(104, "", "Monday", "Tuesday", "Friday", at=(104, 184, 264, 344)),
        *row(124, "10 a.m.", "Ports", "Visit of the outer bays", at=(104, 184, 290)),
        *row(144, "3 p.m.", "Locks", at=(104, 264)),
        *row(134, "Closing", at=(184,)),
    ]
    rows = [one for one in rows if one.text != "Ports"]
    drawn = [*flat(92, 112, 152, x1=420), *flat(132, x1=180), *flat(132, x0=260, x1=420)]
    drawn += [*upright(100, 180, 260, 420, top=92, bottom=152), *upright(340, top=92, bottom=112)]
    return rows, [*drawn, *upright(340, top=132, bottom=152)]


UNLIKE: dict[str, tuple[tuple[list[Span], list[Rule]], Texts]] = {
    "partly ruled, headings over two columns": (
        partly_ruled(),
        [
            ["Harbour", "2030", "2030", "2031", "2031"],
            ["Harbour", "in", "out", "in", "out"],
            ["North", "", "", "", ""],
            ["Quays", "1,012", "987", "1,100", "1,043"],
            ["Bays", "(12)", "–", "14.5", "9"],
            ["Total", "1,000", "987", "1,114.5", "1,052"],
        ],
    ),
    "unruled, cells of two lines": (
        unruled(),
        [
            ["Lamp", "Keeper", "Lit"],
            ["Northern breakwater", "Office of the pilots", "at dusk"],
            ["Outer mole", "Harbour board", "all night"],
        ],
    ),
    "ruled, cells over rows and columns": (
        merged(),
        [
            ["Port", "Ships of the year", "Ships of the year"],
            ["Port", "large", "small"],
            ["Quays", "12", "40"],
            ["Bays", "closed for repairs", "closed for repairs"],
        ],
    ),
    "cells set in the middle of their rows": (
        centred(),
        [
            ["Hour", "Subject", "Room"],
            ["10 a.m.", "Opening of the session by the harbour master", "A"],
            ["3 p.m.", "Lights of the quays and of the outer bays", "B"],
        ],
    ),
    "two halves side by side": (
        side_by_side(),
        [
            ["Port", "Ships", "Share"],
            ["Quays", "12", "0.4"],
            ["Bays", "7", "0.2"],
            ["Port", "Ships", "Share"],
            ["Locks", "9", "0.3"],
            ["Piers", "3", "0.1"],
        ],
    ),
    "days across and hours down": (
        days_across(),
        [
            ["", "Monday", "Tuesday", "Friday"],
            ["10 a.m.", "Closing", "Visit of the outer bays", "Visit of the outer bays"],
            ["3 p.m.", "Closing", "Locks", ""],
        ],
    ),
}


@pytest.mark.parametrize("name", UNLIKE)
def test_all_cells_of_a_table_are_found(name: str) -> None:
    (spans, drawn), expected = UNLIKE[name]
    assert grids(spans, rules=drawn) == [expected]
