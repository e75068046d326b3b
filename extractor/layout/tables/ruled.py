"""Tables whose cell borders are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import TABLES, chains, crosses, distinct, levels
from extractor.layout.tables.model import Table
from extractor.layout.tables.rows import rows_of
from extractor.reading.page import Rule


def ruled_tables(
    lines: Sequence[Line], start: int, end: int, rules: list[Rule], pitch: Callable[[float], float]
) -> list[Table]:
    """Tables whose cell borders are drawn: heights at which several rules stand side by side, sharing a column edge."""
    bands: list[tuple[float, list[float], float]] = []  # height, left edges, right end
    for group in (chain for level in levels(rules, TABLES) for chain in chains(level, TABLES)):
        edges = [rule.x0 for rule in group]
        right = group[-1].x1
        if len(edges) >= 2 and right - edges[0] > 120:
            bands.append((group[0].top, edges, right))
    found: list[Table] = []
    at = start
    index = 0
    while index < len(bands):
        last = index
        while last + 1 < len(bands) and _share_edge(bands[index][1], bands[last + 1][1]):
            if any(_prose(line, bands[last], bands[last + 1][0]) for line in lines[at:end]):
                break
            last += 1
        top, bottom = bands[index][0], bands[last][0]
        left, right = bands[index][1][0], max(band[2] for band in bands[index : last + 1])
        inside = [
            i for i in range(at, end)
            if top - 2 < lines[i].baseline < bottom + 2 and lines[i].x0 > left - 12 and lines[i].x1 < right + 12
        ]  # fmt: skip
        if last > index and inside and inside[-1] - inside[0] + 1 == len(inside):
            edges = distinct([x0 for _, lefts, _ in bands[index : last + 1] for x0 in lefts], TABLES.apart)
            table = Table(inside[0], inside[-1] + 1, edges)
            table.rows = rows_of(lines[table.start : table.end], table.columns, rules, pitch)
            if len(table.rows) >= 1 and len(table.columns) >= 2 and any(len(row.cells) > 1 for row in table.rows):
                found.append(table)
                at = table.end
        index = last + 1
    return found


def _share_edge(first: list[float], second: list[float]) -> bool:
    """Whether two borders have an edge in common behind their first."""
    return any(abs(a - b) <= TABLES.aligned for a in first[1:] for b in second[1:])


def _prose(line: Line, band: tuple[float, list[float], float], bottom: float) -> bool:
    """Whether a line between two borders runs through the columns as running text does."""
    top, edges, right = band
    if not top < line.baseline < bottom or line.bold:
        return False
    across = sum(crosses(line.cells, edge, TABLES) for edge in edges[1:])
    return (
        across > 0 and line.x0 < edges[0] + 40 and line.x1 - line.x0 > 0.55 * (right - edges[0]) and len(line.cells) < 3
    )
