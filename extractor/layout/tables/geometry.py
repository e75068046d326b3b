"""Columns and borders, for tables and timetables alike: shared left edges, chains of drawn rules, heights of borders.

Each user has tolerances of its own (`GridSettings`) and passes them. Whatever has a left and a right edge can stand in
a column: the cells of lines, the pieces of a timetable.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from extractor.layout.lines.model import Cell, Line
from extractor.layout.text import join_lines
from extractor.reading.page import Rule
from extractor.records import Struct


class Stretch(Protocol):
    """Anything that reaches from a left to a right edge."""

    @property
    def x0(self) -> float:
        """Its left edge."""
        ...

    @property
    def x1(self) -> float:
        """Its right edge."""
        ...


class GridSettings(Struct, frozen=True):
    """How exactly things must stand to share a column or a border, in points; the values are those of tables."""

    #: Left edges within this many points are one column.
    aligned: float = 4.0
    #: Edges of two columns are further apart than this; closer ones are one edge, drawn or set less exactly.
    apart: float = 8.0
    #: What begins at most so far left of an edge stands in its column.
    slack: float = 8.0
    #: An edge is where the leftmost thing of its column begins, not the first: columns of centred text drift.
    leftmost: bool = False
    #: Horizontal rules whose heights differ by less than this are one border.
    level: float = 3.0
    #: Rules of one border that are further apart than this belong to two tables.
    gap: float = 8.0
    #: A rule that begins less than this right of the one before it is the same border drawn twice.
    doubled: float = 4.0
    #: Shorter rules are no borders: ticks, dashes, the strokes of letters.
    shortest: float = 8.0
    #: A shared edge is a column's if one more row than this share of its rows runs across it, or fewer.
    crossing: float = 0.75
    #: An upright rule that is longer than this parts columns.
    upright: float = 6.0
    #: So many upright rules at different places show that columns are drawn.
    least_upright: int = 3


#: The grid of tables.
TABLES = GridSettings()


def levels(rules: Iterable[Rule], settings: GridSettings) -> list[list[Rule]]:
    """Horizontal rules of one height together, from top to bottom, each from left to right."""
    flat = [rule for rule in rules if rule.horizontal and rule.x1 - rule.x0 > settings.shortest]
    found: list[list[Rule]] = []
    for rule in sorted(flat, key=lambda rule: rule.top):
        if found and rule.top - found[-1][0].top < settings.level:
            found[-1].append(rule)
        else:
            found.append([rule])
    return [sorted(level, key=lambda rule: rule.x0) for level in found]


def chains(level: Sequence[Rule], settings: GridSettings) -> list[list[Rule]]:
    """The rules of one height in chains that touch, without those that are drawn twice."""
    found: list[list[Rule]] = []
    for rule in level:
        if not found or rule.x0 - found[-1][-1].x1 > settings.gap:
            found.append([rule])
        elif rule.x0 >= found[-1][-1].x0 + settings.doubled and rule.x1 > found[-1][-1].x1 + settings.doubled:
            found[-1].append(rule)
    return found


def distinct(places: Iterable[float], apart: float) -> list[float]:
    """Places in order, without those that are no further than `apart` behind one that is kept."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > apart:
            found.append(place)
    return found


def ruled_edges(rules: Sequence[Rule], top: float, bottom: float, settings: GridSettings) -> list[float]:
    """Left edges of columns from borders between two heights: cells' borders side by side, or vertical lines."""
    lefts: list[float] = []
    for level in levels([rule for rule in rules if top <= rule.top <= bottom], settings):
        border, *more = chains(level, settings)
        if len(border) > 1 and not more:
            lefts += [rule.x0 for rule in border]
    upright = {
        round(rule.x0)
        for rule in rules
        if not rule.horizontal and rule.bottom - rule.top > settings.upright and rule.bottom > top and rule.top < bottom
    }
    if len(upright) >= settings.least_upright:
        lefts += [float(x0) for x0 in upright]
    return distinct(lefts, settings.apart)


def shared_edges(
    rows: Iterable[tuple[int, Iterable[Stretch]]], settings: GridSettings
) -> list[tuple[float, list[int]]]:
    """Left edges at which something begins, each with the numbers of the rows in which it does, in order of rows."""
    aligned = settings.aligned
    found: list[tuple[float, list[int]]] = []
    for number, row in rows:
        for one in row:
            x0 = one.x0
            for at, (edge, members) in enumerate(found):
                if abs(edge - x0) <= aligned:
                    if x0 < edge and settings.leftmost:
                        found[at] = (x0, members)
                    if members[-1] != number:
                        members.append(number)
                    break
            else:
                found.append((x0, [number]))
    return found


def crosses(row: Iterable[Stretch], edge: float, settings: GridSettings) -> bool:
    """Whether something in a row runs across an edge."""
    left, right = edge - settings.aligned, edge + settings.aligned
    return any(one.x0 < left and one.x1 > right for one in row)


def free_edges(rows: Sequence[Sequence[Stretch]], settings: GridSettings) -> list[float]:
    """Left edges of columns without any border: edges behind a gap that two rows share and few rows cross."""
    edges = [min((row[0].x0 for row in rows if row), default=0.0)]
    for edge, members in sorted(shared_edges(((at, row[1:]) for at, row in enumerate(rows)), settings)):
        count = len(members)
        if count < 2 or edge - edges[-1] <= settings.apart:
            continue
        if sum(crosses(row, edge, settings) for row in rows) <= settings.crossing * count + 1:
            edges.append(edge)
    return edges


def column_of(x0: float, edges: Sequence[float], settings: GridSettings) -> int:
    """Index of the column in which something that begins at `x0` stands."""
    at = bisect_right(edges, x0 + settings.slack)
    return at - 1 if at else 0


def borders(rules: Iterable[Rule], x0: float, x1: float, settings: GridSettings) -> list[float]:
    """Heights at which a border runs over the middle of a column."""
    middle = (x0 + x1) / 2
    over = [
        rule.top
        for rule in rules
        if rule.horizontal and rule.x1 - rule.x0 > settings.shortest and rule.x0 - 2 <= middle <= rule.x1 + 2
    ]
    return distinct(over, settings.level)


def column_texts(lines: Sequence[Line]) -> list[str]:
    """The texts of the columns that the cells of some lines stand in, from left to right."""
    columns: list[list[Cell]] = []
    for line in lines:
        for cell in line.cells:
            home = next((column for column in columns if abs(column[0].x0 - cell.x0) < TABLES.apart), None)
            if home is None:
                columns.append([cell])
            else:
                home.append(cell)
    columns.sort(key=lambda column: column[0].x0)
    return [join_lines(column)[0] for column in columns]
