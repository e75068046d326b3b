"""Spans -> lines: what stands on one baseline, split into cells where the gap is wide.

A line knows its cells (runs of text with ordinary word gaps) and its footnote marks: small raised figures, letters or
stars, which
are taken out of the text and kept with the place where they stood (format catalogue 7).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from types import MappingProxyType

from extractor.layout.lines.cells import cell_of, heaviest, weight_of
from extractor.layout.lines.marks import BY_X0, lower_marks
from extractor.layout.lines.model import Cell, Line, of_cells
from extractor.reading.page import Page, Span

#: Type smaller than this many points is not meant to be read (stray anchors of one point).
LEAST_SIZE = 2.0
#: Spans whose baselines differ by less than this share of the type size stand on one line.
SAME_BASELINE = 0.28
#: A gap wider than this many ems ends a cell. Word gaps in justified text stay under it but for very loose lines.
CELL_GAP = 1.15
#: ... after a label at the head of a line (`10` over a narrow tab).
LABEL_GAP = 0.62
#: ... at the left edge of a column that this many cells of the page share.
EDGE_GAP = 0.34
#: ... at the left edge of a single cell elsewhere on the page (a table of one row below its heads).
LONE_EDGE_GAP = 0.6
SHARED_EDGE = 2
_NARROWEST = min(LABEL_GAP, CELL_GAP)
_LABEL = re.compile(r"^(?:\(?(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxl]{1,5})[.)]?|[•●–-])$")


def lines_of(page: Page) -> list[Line]:
    """The lines of a page from top to bottom; lines of several columns stay one line with several cells."""
    rows: list[list[Span]] = []
    spans = [
        span
        for span in page.spans
        # what is no higher than its type is not turned, which is the dearest to ask
        if span.size >= LEAST_SIZE
        and span.text
        and not span.text.isspace()
        and (span.bottom - span.top <= 1.5 * span.size or not span.sideways)
    ]
    axis = page.width if page.rtl else None
    if axis is not None:
        spans = [replace(span, x0=axis - span.x1, x1=axis - span.x0) for span in spans]
    for span in sorted(spans, key=attrgetter("baseline", "x0")):
        if rows and rows[-1][0].baseline == span.baseline:  # as on nearly all lines
            rows[-1].append(span)
            continue
        for row in rows[-1:-5:-1]:
            first = row[0]
            smaller, larger = (first.size, span.size) if first.size < span.size else (span.size, first.size)
            apart = span.baseline - first.baseline  # the spans are sorted
            if apart <= SAME_BASELINE * smaller or apart <= 0.06 * larger:
                row.append(span)
                break
        else:
            rows.append([span])
    rows = lower_marks(rows)
    lines = [_line(page.number, row) for row in rows]
    edges = _column_edges(lines)
    if edges:
        # a cell that almost fills its column leaves no wide gap before the next: the column's edge parts them
        for index, row in enumerate(rows):
            if len(row) > 1 and not edges.keys().isdisjoint([round(span.x0) for span in row[1:]]):
                lines[index] = _line(page.number, row, edges)
    found = [line for line in lines if line is not None]
    for line in found:
        line.axis = axis
    return found


def _column_edges(lines: Sequence[Line | None]) -> dict[int, float]:
    """Left edges, to a point, of cells behind a gap on this page, and the least gap (ems) that parts a line there.

    An edge that several cells share needs less of a gap; texts behind labels make no edge.
    """
    counts: dict[int, int] = {}
    for line in lines:
        if line is None or len(line.cells) < 2:
            continue
        first = 2 if _LABEL.match(line.cells[0].text) else 1
        for cell in line.cells[first:]:
            counts[round(cell.x0)] = counts.get(round(cell.x0), 0) + 1
    return {x0: EDGE_GAP if count >= SHARED_EDGE else LONE_EDGE_GAP for x0, count in counts.items()}


def _line(number: int, row: list[Span], edges: Mapping[int, float] = MappingProxyType({})) -> Line | None:
    if len(row) == 1:
        span = row[0]
        cell = cell_of(row, span.baseline)
        if not (cell.text or cell.marks):
            return None
        return of_cells([cell], number, span.top, span.bottom, span.baseline, span.size, frozenset((span.font,)))
    row.sort(key=BY_X0)
    size, baseline = row[0].size, row[0].baseline
    for span in row:
        if span.size != size or span.baseline != baseline:
            size, baseline = _usual(row)
            break
    cells: list[Cell] = []
    group: list[Span] = []
    reach = 0.0
    narrowest = min(_NARROWEST, *edges.values()) if edges else _NARROWEST
    slim = narrowest * 0.8 * size
    for span in row:
        # most gaps part nothing, whatever stands before them
        if group and (gap := span.x0 - reach) > slim:
            em = max(min(span.size, group[-1].size), 0.8 * size)
            if gap > narrowest * em:
                least = LABEL_GAP if len(group) <= 3 and _LABEL.match(_plain(group)) else CELL_GAP
                if gap > least * em or gap > edges.get(round(span.x0), least) * em:
                    cells.append(cell_of(group, baseline))
                    group = []
        if span.x1 > reach or not group:
            reach = span.x1
        group.append(span)
    cells.append(cell_of(group, baseline))
    cells = [cell for cell in cells if cell.text or cell.marks]
    if not cells:
        return None
    top, bottom = min([span.top for span in row]), max([span.bottom for span in row])
    fonts = frozenset([span.font for span in row])
    return of_cells(cells, number, top, bottom, baseline, size, fonts)


def _usual(row: list[Span]) -> tuple[float, float]:
    """The size and the baseline of most of the text of a line."""
    sizes = {span.size for span in row}
    if len(sizes) == 1:
        return row[0].size, max(row, key=_length).baseline
    weights = dict.fromkeys(sizes, 0)
    for span in row:
        weights[span.size] += weight_of(span.text)
    size = heaviest(weights)
    return size, max([span for span in row if span.size == size], key=_length).baseline


def _length(span: Span) -> int:
    return len(span.text)


def _plain(group: list[Span]) -> str:
    return "".join(span.text for span in group).strip()
