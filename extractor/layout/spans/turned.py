"""Cells whose words are rotated by a quarter, such as the dates beside the rows of a day, made lines of their own.

Such a line stands right over the first row of its cell; its box is that of the cell's words as they are printed. A
label in the margin is rotated as well; it is none of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.layout.spans.settings import CLEAR
from extractor.reading.page import Page, Span
from extractor.records import Struct, replace
from extractor.rules import rule


class Band(Struct, frozen=True):
    """Between which heights the rows of a cell stand."""

    top: float
    bottom: float


def with_level_cells(page: Page) -> Sequence[Span]:
    """The runs of a page, those of each rotated cell made one run over the rows of the cell."""
    spans = page.spans
    rotated = [at for at, span in enumerate(spans) if span.bottom - span.top > CLEAR.rotated * span.size]
    rotated = [at for at in rotated if spans[at].sideways]
    if not rotated:
        return spans
    rotated += [at for at, span in enumerate(spans) if is_kerned.applies(span, [spans[one] for one in rotated])]
    pieces = set(rotated)
    others = [span for at, span in enumerate(spans) if at not in pieces and not (span.sideways or span.text.isspace())]
    cells = sorted(((_whole([spans[at] for at in cell]), cell) for cell in _cells(spans, rotated)), key=_height)
    wholes = [whole for whole, _ in cells]
    made: list[Span] = []
    taken: set[int] = set()
    for whole, cell in cells:
        band = band_of.applies(whole, others, _gap(whole, wholes), page)
        if band is not None:
            made.append(_level(whole, others, band))
            taken.update(cell)
    return [*(span for at, span in enumerate(spans) if at not in taken), *made] if made else spans


@rule("lines.turned_letter", source="Chromium: kerning parts `T` and `,` from the rest of rotated `Tuesday,`")
def is_kerned(span: Span, rotated: Sequence[Span]) -> bool:
    """A letter as wide as a rotated run is high, close over or under it, is a part of it."""
    return len(span.text) == 1 and any(
        not one.text.isspace()
        and abs(span.x0 - one.x0) + abs(span.x1 - one.x1) < CLEAR.level * one.size
        and abs(max(span.top, one.top) - min(span.bottom, one.bottom)) < CLEAR.level * one.size
        for one in rotated
    )


def _height(cell: tuple[Span, list[int]]) -> float:
    return cell[0].top


def _gap(whole: Span, wholes: Sequence[Span]) -> float:
    """The half of the space to the cell above of the same column, else to the one below; nothing where it is alone."""
    column = [one for one in wholes if abs(one.x0 - whole.x0) < whole.size]
    at = column.index(whole)
    if at:
        return (whole.top - column[at - 1].bottom) / 2
    return (column[1].top - whole.bottom) / 2 if len(column) > 1 else 0.0


def _upwards(span: Span) -> bool:
    return abs(span.baseline - span.bottom) <= abs(span.baseline - span.top)


def _cells(spans: Sequence[Span], rotated: Sequence[int]) -> list[list[int]]:
    """The rotated runs by their places, those together that are the lines of one cell, in the order of reading."""

    def order(at: int) -> tuple[float, float]:
        span = spans[at]
        return (span.x0, -span.bottom) if _upwards(span) else (-span.x1, span.top)

    found: list[list[int]] = []
    for at in sorted(rotated, key=order):
        cell = next((cell for cell in found if _goes_on(spans[cell[-1]], spans[at])), None)
        if cell is None:
            found.append([at])
        else:
            cell.append(at)
    return found


def _goes_on(last: Span, span: Span) -> bool:
    """Whether a rotated run is the next one of the cell: beside the last, or behind it on its line."""
    if _upwards(span) is not _upwards(last):
        return False
    across, apart = abs(span.x0 - last.x0), max(span.top, last.top) - min(span.bottom, last.bottom)
    if across < CLEAR.level * span.size:
        return apart < CLEAR.next_word * span.size
    return across < CLEAR.next_rotated * span.size and apart < 0


def _whole(cell: Sequence[Span]) -> Span:
    """One run for the lines of a cell."""
    text = cell[0].text.strip()
    for last, span in pairwise(cell):
        touches = max(span.top, last.top) - min(span.bottom, last.bottom) < CLEAR.touching * span.size
        beside = abs(span.x0 - last.x0) >= CLEAR.level * span.size
        text += span.text.strip() if touches and not beside else f" {span.text.strip()}"
    x0, top = min(span.x0 for span in cell), min(span.top for span in cell)
    x1, bottom = max(span.x1 for span in cell), max(span.bottom for span in cell)
    return replace(cell[0], text=text, x0=x0, top=top, x1=x1, bottom=bottom, level=True)


@rule(
    "lines.turned_cell",
    source="timetables whose dates stand upright in a merged cell beside the rows of their day",
    otherwise=None,
)
def band_of(whole: Span, others: Sequence[Span], gap: float, page: Page) -> Band | None:
    """The rows of rotated words that are a cell: between two borders, or inside the text and beside rows of it.

    Without borders the rows reach so far over the words as `gap` says.
    """
    if len(whole.text) > CLEAR.longest_cell:
        return None
    drawn = _between_borders(whole, page)
    band = drawn or Band(whole.top - gap, whole.bottom + gap)
    rows = [span for span in others if band.top < span.baseline < band.bottom]
    inside = drawn is not None or (
        min((span.x0 for span in others), default=whole.x1) <= whole.x0 + whole.size
        and whole.x1 <= min((span.x0 for span in rows), default=0.0)
    )
    return band if rows and inside else None


def _between_borders(whole: Span, page: Page) -> Band | None:
    """The borders right over and under rotated words."""
    middle = (whole.x0 + whole.x1) / 2
    slack = CLEAR.level * whole.size
    heights = [drawn.top for drawn in page.rules if drawn.horizontal and drawn.x0 <= middle <= drawn.x1]
    above = [height for height in heights if height <= whole.top + slack]
    below = [height for height in heights if height >= whole.bottom - slack]
    return Band(max(above), min(below)) if above and below else None


def _level(whole: Span, others: Sequence[Span], band: Band) -> Span:
    """The run with a baseline right over that of the first row of its cell."""
    first = min((span.baseline for span in others if span.baseline > band.top), default=whole.bottom)
    return replace(whole, baseline=first - CLEAR.level * whole.size)
