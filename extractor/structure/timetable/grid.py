"""The geometry of a timetable: pieces of lines, the columns they stand in, and the blocks that make up cells.

Columns come from drawn borders where there are any, else from left edges that pieces share (format catalogue 4.1 has
the variants).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractor.reading.page import Rule
from extractor.structure.timetable.cells import Piece

#: Left edges closer than this many points are one column; borders of one table shift by up to 8 points.
EDGE = 10.0
#: ... without borders, where text starts exactly at its edge.
FLUSH = 4.0


def ruled_edges(rules: Sequence[Rule], top: float, bottom: float) -> list[float]:
    """Left edges of columns from borders between two heights: cells' borders side by side, or vertical lines."""
    rows: list[list[Rule]] = []
    for rule in sorted(
        (r for r in rules if r.horizontal and r.x1 - r.x0 > 8 and top <= r.top <= bottom), key=lambda r: r.top
    ):
        if rows and rule.top - rows[-1][0].top < 2.6:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    lefts: list[float] = []
    for row in rows:
        ordered = sorted(row, key=lambda r: r.x0)
        distinct = [r for i, r in enumerate(ordered) if i == 0 or r.x0 - ordered[i - 1].x0 > EDGE]
        if len(distinct) >= 2 and all(b.x0 - a.x1 < 12 for a, b in pairwise(distinct)):
            lefts += [rule.x0 for rule in distinct]
    upright = [r for r in rules if not r.horizontal and r.bottom - r.top > 6 and r.bottom > top and r.top < bottom]
    positions: Counter[int] = Counter(round(rule.x0) for rule in upright)
    lefts += [float(x) for x, _ in positions.items()] if len(positions) >= 3 else []
    edges: list[float] = []
    for x0 in sorted(lefts):
        if not edges or x0 - edges[-1] > EDGE:
            edges.append(x0)
    return edges


def free_edges(rows: Sequence[Sequence[Piece]]) -> list[float]:
    """Left edges of columns from the pieces alone: edges behind a gap that two lines share and few lines cross."""
    behind: list[tuple[float, int]] = []
    for row in rows:
        for piece in row[1:]:
            for at, (edge, count) in enumerate(behind):
                if abs(edge - piece.x0) <= FLUSH:
                    behind[at] = (min(edge, piece.x0), count + 1)
                    break
            else:
                behind.append((piece.x0, 1))
    left = min((row[0].x0 for row in rows if row), default=0.0)
    edges = [left]
    for edge, count in sorted(behind):
        if count < 2 or edge - edges[-1] <= EDGE:
            continue
        across = sum(any(p.x0 < edge - FLUSH and p.x1 > edge + FLUSH for p in row) for row in rows)
        if across <= max(1, count) * 0.75 + 1:
            edges.append(edge)
    return edges


def column_of(x0: float, edges: Sequence[float], slack: float = 3.0) -> int:
    """Index of the column in which something that begins at `x0` stands."""
    at = bisect_right(edges, x0 + slack)
    return at - 1 if at else 0


def borders(rules: Sequence[Rule], x0: float, x1: float) -> list[float]:
    """Heights at which a border runs over the middle of a column."""
    middle = (x0 + x1) / 2
    heights: list[float] = []
    for rule in sorted((r for r in rules if r.horizontal and r.x1 - r.x0 > 8), key=lambda r: r.top):
        if rule.x0 - 2 <= middle <= rule.x1 + 2 and (not heights or rule.top - heights[-1] > 3):
            heights.append(rule.top)
    return heights
