"""Columns and borders: left edges that cells share, and chains of drawn rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from extractor.grammar.numbering import read_label
from extractor.layout.lines.model import Cell, Line
from extractor.layout.text import join_lines
from extractor.reading.page import Rule

#: Left edges within this many points are one column.
ALIGNED = 4.0

_LEADERS = re.compile(r"(?:[.…]\s?){4,}$")


def side_by_side(rules: list[Rule]) -> list[list[Rule]]:
    """Horizontal rules of one height in chains that touch, from top to bottom."""
    flat = sorted((r for r in rules if r.horizontal and r.x1 - r.x0 > 8), key=lambda r: (r.top, r.x0))
    heights: list[list[Rule]] = []
    for rule in flat:
        if heights and rule.top - heights[-1][0].top < 3:
            heights[-1].append(rule)
        else:
            heights.append([rule])
    chains: list[list[Rule]] = []
    for height in heights:
        chain: list[Rule] = []
        for rule in sorted(height, key=lambda r: r.x0):
            if chain and rule.x0 - chain[-1].x1 > 8:
                chains.append(chain)
                chain = []
            if chain and rule.x0 < chain[-1].x0 + 4:
                continue  # the same border drawn twice
            chain.append(rule)
        chains.append(chain)
    return chains


def share_edge(first: list[float], second: list[float]) -> bool:
    return any(abs(a - b) <= ALIGNED for a in first[1:] for b in second[1:])


def merged_edges(bands: list[tuple[float, list[float], float]]) -> list[float]:
    edges: list[float] = []
    for x0 in sorted(x0 for _, lefts, _ in bands for x0 in lefts):
        if not edges or x0 - edges[-1] > 2 * ALIGNED:
            edges.append(x0)
    return edges


def inner_cells(line: Line) -> list[Cell]:
    """The cells of a line that stand behind a gap which is no label's."""
    cells = line.cells
    if len(cells) > 1 and _LEADERS.search(cells[-2].text):
        cells = cells[:-1]  # a contents page: what follows the dots is a page number
    if len(cells) > 1:
        label = read_label(cells[0].text + " ")
        if label and label.length >= len(cells[0].text.strip()):
            return cells[2:]
    return cells[1:]


def is_free(lines: Sequence[Line], edge: float) -> bool:
    """No cell runs across the edge (headings set over the whole width may, one in eight)."""
    across = sum(any(cell.x0 < edge - ALIGNED and cell.x1 > edge + ALIGNED for cell in line.cells) for line in lines)
    return across <= len(lines) / 8


def columns_at(lines: Sequence[Line], edges: list[float]) -> list[float]:
    left = min(line.x0 for line in lines)
    columns = [left]
    for edge in sorted(edges):
        if edge - columns[-1] > 2 * ALIGNED:
            columns.append(edge)
    return columns


def column_texts(lines: Sequence[Line]) -> list[str]:
    """The texts of the columns that the cells of some lines stand in, from left to right."""
    columns: list[list[Cell]] = []
    for line in lines:
        for cell in line.cells:
            home = next((column for column in columns if abs(column[0].x0 - cell.x0) < 2 * ALIGNED), None)
            if home is None:
                columns.append([cell])
            else:
                home.append(cell)
    columns.sort(key=lambda column: column[0].x0)
    return [join_lines(column)[0] for column in columns]


def column_of(x0: float, columns: Sequence[float]) -> int:
    """Index of the column in which a cell that begins at `x0` stands."""
    return max(bisect_right(columns, x0 + 2 * ALIGNED) - 1, 0)
