"""Spans -> lines: what stands on one baseline, split into cells where the gap is wide.

A line knows its cells (runs of text with ordinary word gaps) and its footnote marks: small raised digits, letters or
stars, which are taken out of the text and kept with the place where they stood (format catalogue 7).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from types import MappingProxyType

from extractor.built import compiled
from extractor.layout.lines.cells import cell_of, heaviest, weight_of
from extractor.layout.lines.marks import BY_X0, lower_marks
from extractor.layout.lines.model import Cell, Line, of_cells
from extractor.layout.lines.settings import LINES
from extractor.reading.page import Page, Span
from extractor.records import replace
from extractor.rules import rule

_NARROWEST = min(LINES.label_gap, LINES.cell_gap)
_LABEL = compiled(r"^(?:\(?(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxl]{1,5})[.)]?|[•●–-])$")


@rule("lines.stray", source="template anchors of one point in papers of agencies")
def is_stray(span: Span) -> bool:
    """Type that is too small to be read is no text."""
    return span.size < LINES.least_size


@rule("lines.sideways", source="labels in margins, tables along the long side: their words would cross all lines")
def is_sideways(span: Span) -> bool:
    """Text rotated by a quarter stands on no line."""
    return span.sideways


@rule("lines.same_baseline", source="baselines of one line differ by a point where fonts or producers change")
def on_one_line(smaller: float, apart: float) -> bool:
    """Runs whose baselines differ by a small share of the smaller size stand on one line."""
    return apart <= LINES.same_baseline * smaller


@rule("lines.wide_gap", source="columns and tabs; no word gap is as wide")
def is_wide(ems: float) -> bool:
    """A gap wider than any word gap parts cells."""
    return ems > LINES.cell_gap


@rule("lines.label_gap", source="Editorial Manual: numbers stand before a tab, which may be narrow (`10.`)")
def is_behind_label(ems: float, before: Sequence[Span]) -> bool:
    """A narrower gap parts a label, which is all that stands before it, from its text."""
    if ems <= LINES.label_gap or len(before) > LINES.label_runs:
        return False
    return _LABEL.match("".join([span.text for span in before]).strip()) is not None


@rule("lines.edge_gap", source="a cell that almost fills its column leaves no wide gap before the next")
def is_at_edge(ems: float, least: float | None) -> bool:
    """A gap before the edge of a column parts cells, however narrow; `least` is the least gap at this edge."""
    return least is not None and ems > least


@rule("lines.shared_edge", source="several cells that begin at one place make a column")
def is_shared(count: int) -> bool:
    """An edge of several cells needs less of a gap than that of one."""
    return count >= LINES.shared_edge


@rule("lines.lone_edge", source="a table of one row below its heads")
def is_lone(count: int) -> bool:
    """An edge of one cell needs less of a gap than there is elsewhere."""
    return count < LINES.shared_edge


@rule("lines.label_edge", source="texts behind labels begin at one place and are no column")
def has_label(cells: Sequence[Cell]) -> bool:
    """The cell behind a label makes no edge."""
    return _LABEL.match(cells[0].text) is not None


@rule("lines.o_bullet", source="Word's second bullet is the letter o of a typewriter font, before a tab")
def is_o_bullet(cells: Sequence[Cell], row: Sequence[Span]) -> bool:
    """A lone `o` before the only other cell of a line is a bullet where a tab or another font shows it."""
    if len(cells) != 2:
        return False
    return cells[1].x0 - cells[0].x1 > LINES.tab * cells[0].size or row[0].font != row[1].font


@rule("lines.rows_of_runs", source="narrow tables of LibreOffice: `From` `To` `Item` over `10:00` `13:00` `1`")
def is_row_of_runs(row: Sequence[Span]) -> bool:
    """Three runs or more behind gaps, which begin at the places of those of another line, are cells of a row."""
    return all(
        right.x0 - left.x1 > LINES.rows_gap * right.size and right.text[0].isalnum() for left, right in pairwise(row)
    )


def _alike(rows: Sequence[list[Span]]) -> list[int]:
    """The lines of a few runs each that begin at the same places as those of another, by their numbers."""
    least, most = LINES.least_columns, LINES.most_columns
    places: dict[tuple[int, ...], list[int]] = {}
    for index, row in enumerate(rows):
        if least <= len(row) <= most:
            places.setdefault(tuple([round(span.x0) for span in row]), []).append(index)
    return [index for alike in places.values() if len(alike) >= LINES.shared_edge for index in alike]


def lines_of(page: Page) -> list[Line]:
    """The lines of a page from top to bottom; lines of several columns stay one line with several cells."""
    least, highest, back = LINES.least_size, LINES.highest, -LINES.lines_back - 1
    # what is no smaller than text and no higher than its type is neither stray nor rotated, which is dear to ask
    spans = [
        span
        for span in page.spans
        if (span.size >= least or not is_stray.applies(span))
        and span.text
        and not span.text.isspace()
        and (span.bottom - span.top <= highest * span.size or not is_sideways.applies(span))
    ]
    axis = page.width if page.rtl else None
    if axis is not None:
        spans = [replace(span, x0=axis - span.x1, x1=axis - span.x0) for span in spans]
    rows: list[list[Span]] = []
    for span in sorted(spans, key=attrgetter("baseline", "x0")):
        if rows and rows[-1][0].baseline == span.baseline:  # as on nearly all lines
            rows[-1].append(span)
            continue
        farthest = LINES.same_baseline * span.size  # what is farther off is on another line whatever its size
        for row in rows[-1:back:-1]:
            above = row[0]
            apart = span.baseline - above.baseline  # they are sorted
            if apart <= farthest and on_one_line.applies(min(above.size, span.size), apart):
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
    for index in _alike(rows):
        if is_row_of_runs.applies(rows[index]):
            lines[index] = _line(page.number, rows[index], {round(span.x0): LINES.rows_gap for span in rows[index]})
    found = [line for line in lines if line is not None]
    for line in found:
        line.axis = axis
    return found


def rotated_lines(page: Page) -> list[Line]:
    """The runs of a page that are rotated by a quarter, a line each, in the order in which they read.

    Their boxes are those of the page as it is; their cells are as wide as the type is high.
    """
    highest = LINES.highest
    spans = [span for span in page.spans if span.bottom - span.top > highest * span.size and span.sideways]
    return lines_of_runs(page.number, sorted(spans, key=_rotated_order))


def lines_of_runs(number: int, spans: Iterable[Span]) -> list[Line]:
    """Runs of a page as lines, one each, where they stand on the page as it is."""
    lines = [_line(number, [span]) for span in spans]
    return [line for line in lines if line is not None]


def _rotated_order(span: Span) -> tuple[bool, int, float]:
    """Where a rotated run comes: upwards lines follow each other to the right, downwards lines to the left."""
    if abs(span.baseline - span.bottom) <= abs(span.baseline - span.top):
        return False, round(span.x1), -span.bottom
    return True, -round(span.x0), span.top


def _column_edges(lines: Sequence[Line | None]) -> dict[int, float]:
    """Left edges, to a point, of cells behind a gap on this page, and the least gap (ems) that parts a line there.

    An edge that several cells share needs less of a gap; texts behind labels make no edge.
    """
    counts: dict[int, int] = {}
    for line in lines:
        if line is None or len(line.cells) < 2:
            continue
        for cell in line.cells[2 if has_label.applies(line.cells) else 1 :]:
            counts[round(cell.x0)] = counts.get(round(cell.x0), 0) + 1
    edges: dict[int, float] = {}
    for x0, count in counts.items():
        if is_shared.applies(count):
            edges[x0] = LINES.edge_gap
        elif is_lone.applies(count):
            edges[x0] = LINES.lone_edge_gap
    return edges


def _line(number: int, row: list[Span], edges: Mapping[int, float] = MappingProxyType({})) -> Line | None:
    if len(row) == 1:
        span = row[0]
        cell = cell_of(row, span.baseline)
        if not (cell.text or cell.marks):
            return None
        return of_cells([cell], number, (span.top, span.bottom), span.baseline, span.size, _fonts(span.font))
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
    least_em = LINES.least_em * size
    slim = narrowest * least_em
    for span in row:
        # most gaps part nothing, whatever stands before them
        if group and (gap := span.x0 - reach) > slim:
            em = max(min(span.size, group[-1].size), least_em)
            ems = gap / em
            if ems > narrowest and (
                is_wide.applies(ems)
                or is_behind_label.applies(ems, group)
                or is_at_edge.applies(ems, edges.get(round(span.x0)))
            ):
                cells.append(cell_of(group, baseline))
                group = []
        if span.x1 > reach or not group:
            reach = span.x1
        group.append(span)
    cells.append(cell_of(group, baseline))
    cells = [cell for cell in cells if cell.text or cell.marks]
    if not cells:
        return None
    heights = min([span.top for span in row]), max([span.bottom for span in row])
    if cells[0].text == "o" and is_o_bullet.applies(cells, row):
        cells[0] = replace(cells[0], text="\u2022")
    return of_cells(cells, number, heights, baseline, size, _fonts(*{span.font for span in row}))


@lru_cache(maxsize=256)  # a paper has a few fonts, and thousands of lines
def _fonts(*names: str) -> frozenset[str]:
    return frozenset(names)


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
