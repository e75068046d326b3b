"""Tables without upright strokes: what stands between flat strokes of one length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.layout.tables.grid import Grid
from extractor.layout.tables.grid_settings import GRIDS
from extractor.layout.tables.looks import is_running
from extractor.layout.tables.pieces import Printed, clipped
from extractor.layout.tables.strokes import Joint, Stroke, Strokes, joint_edges
from extractor.reading.page import BBox
from extractor.rules import rule


class Region(NamedTuple):
    """Where a table may stand, and the strokes in it."""

    box: BBox
    strokes: Strokes


@rule("grids.between", source="tables set as in books: strokes above and below the head and at the end")
def is_closed(group: Sequence[Stroke]) -> bool:
    """Several flat strokes of one length, with nothing but rows between them, are of one table."""
    return len(group) > 1


def regions_between(
    lines: Sequence[Printed], flats: Sequence[Stroke], joints: Sequence[Joint], found: Sequence[Grid]
) -> list[Region]:
    """Where tables stand between flat strokes of one length, outside the grids that are found."""
    free = [one for one in flats if not any(_lies_in(one, grid.box) for grid in found)]
    levels = _levels(free)
    used: set[int] = set()
    regions: list[Region] = []
    for at, level in enumerate(levels):
        if at in used or level.length < GRIDS.narrowest:
            continue
        members = _group(lines, levels, at, used, joints, found)
        group = [level, *(levels[index] for index in members)]
        used.update(members)
        if is_closed.applies(group):
            x0, x1, bottom = level.start, level.end, group[-1].at
            top = _top_of_head(lines, free, level)
            used.update(index for index, one in enumerate(levels) if one.stands_in((x0, top, x1, bottom)))
            around = (x0 - GRIDS.ends, top - 1, x1 + GRIDS.ends, bottom + 1)
            inner = [one for one in free if one.stands_in(around)]
            own = [one for one in joints if x0 < one.x < x1 and top - 2 <= one.y <= bottom + 2]
            bottom = _bottom(lines, own, (x0, top, x1, bottom))
            regions.append(Region((x0, top, x1, bottom), Strokes(inner, [], own)))
    return regions


def _lies_in(flat: Stroke, box: BBox) -> bool:
    x0, top, x1, bottom = box
    return top - GRIDS.touch <= flat.at <= bottom + GRIDS.touch and flat.start < x1 and flat.end > x0


def _levels(flats: Sequence[Stroke]) -> list[Stroke]:
    """Strokes of one height, end to end with small gaps, as one."""
    found: list[Stroke] = []
    for stroke in sorted(flats, key=lambda one: (round(one.at), one.start)):
        if found and abs(found[-1].at - stroke.at) < GRIDS.double and stroke.start - found[-1].end < GRIDS.level_gap:
            found[-1] = Stroke(found[-1].at, found[-1].start, max(found[-1].end, stroke.end))
        else:
            found.append(stroke)
    return found


def _group(
    lines: Sequence[Printed],
    levels: Sequence[Stroke],
    first: int,
    used: set[int],
    joints: Sequence[Joint],
    found: Sequence[Grid],
) -> list[int]:
    """The numbers of the strokes below one that are of its table."""
    level = last = levels[first]
    members: list[int] = []
    for index in range(first + 1, len(levels)):
        other = levels[index]
        if index in used or max(abs(other.start - level.start), abs(other.end - level.end)) > GRIDS.ends:
            continue
        box = (level.start, last.at, level.end, other.at)
        if any(_overlap(grid.box, box) for grid in found):
            break
        inside = clipped(lines, (box[0] - GRIDS.apart, box[1], box[2] + GRIDS.apart, box[3]))
        above, below = ([each.x for each in joints if abs(each.y - one.at) < GRIDS.touch] for one in (last, other))
        edges = _shared(above, below)
        whole = are_cells.applies(inside, edges, level.length) if edges else _is_tabular(inside, level.length, members)
        if whole and are_other_cells.applies(inside, above, below):
            break
        if not whole:
            break
        members.append(index)
        last = other
    return members


def _overlap(one: BBox, other: BBox) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _shared(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """Where borders of cells meet in both of two strokes."""
    return sorted(a for a in one if any(abs(a - b) <= GRIDS.apart for b in other))


@rule("grids.other_cells", source="tables a day, the date alone between them, each with columns of its own")
def are_other_cells(inside: Sequence[Printed], above: Sequence[float], below: Sequence[float]) -> bool:
    """A line alone between two strokes parts two tables where cells above meet at another place than those below."""
    alone = bool(inside) and all(len(line.pieces) == 1 for line in inside)
    return alone and len(_shared(above, below)) < len(above) == len(below)


@rule("grids.next_caption", source="tables of one shape below each other, with headings between them", otherwise=True)
def are_cells(inside: Sequence[Printed], edges: Sequence[float], width: float) -> bool:
    """Between two borders of one table no line crosses its columns but for the heading of a group."""
    across = [
        line
        for line in inside
        if len(line.pieces) == 1 and line.x0 < edges[0] - GRIDS.apart and line.x1 > edges[0] + GRIDS.apart
    ]
    alone = all(len(line.pieces) == 1 for line in inside)
    if len(across) > 1 or (inside and alone and (len(inside) > 1 or across)):
        return False
    return not any(
        line.x1 - line.x0 > GRIDS.running_width * width and is_running.applies(line, width) for line in inside
    )


def _is_tabular(inside: Sequence[Printed], width: float, members: Sequence[int]) -> bool:
    """Whether lines between two strokes look like rows; a single line below the first stroke may be anything."""
    if not inside:
        return False
    if len(inside) == 1 and members:
        return True
    many = sum(len(line.pieces) > 1 for line in inside)
    running = sum(is_running.applies(line, width) for line in inside)
    few = len(inside) <= GRIDS.head_lines and not running
    return (GRIDS.one_row_in * many >= len(inside) and GRIDS.one_running_in * running <= len(inside)) or (
        many > 0 and few
    )


@rule("grids.open_end", source="tables that go on over the page, or have strokes around their head alone")
def goes_on(line: Printed, box: BBox, edges: Sequence[float]) -> bool:
    """A line below a head that keeps to its columns is a row of the table."""
    x0, _, x1, bottom = box
    slack = GRIDS.ends / 2
    inside = line.x0 > x0 - slack and line.x1 < x1 + slack
    crossing = any(
        piece.x0 < edge - GRIDS.touch and piece.x1 > edge + GRIDS.touch for piece in line.pieces for edge in edges
    )
    return inside and not crossing and line.middle - bottom < GRIDS.goes_on * line.line.size


def _bottom(lines: Sequence[Printed], joints: Sequence[Joint], box: BBox) -> float:
    """The lower end of a table whose strokes may all stand in its head."""
    x0, top, x1, bottom = box
    edges = joint_edges(joints)
    if not edges or len(clipped(lines, box)) > GRIDS.head_lines:
        return bottom
    for line in lines:
        if line.middle > bottom:
            if not goes_on.applies(line, (x0, top, x1, bottom), edges):
                break
            bottom = line.middle + line.line.size / 2
    return bottom


@rule("grids.head_above", source="headings of several columns, underlined, stand over the first long stroke")
def is_part(flat: Stroke, first: Stroke) -> bool:
    """A stroke over a part of the width above the first long stroke is of the table's head."""
    inside = flat.start >= first.start - GRIDS.touch and flat.end <= first.end + GRIDS.touch
    return inside and flat.length < GRIDS.partly * first.length


def _top_of_head(lines: Sequence[Printed], flats: Sequence[Stroke], first: Stroke) -> float:
    """The height of the highest stroke over the first long one that is of its head."""
    top = first.at
    for flat in sorted(flats, reverse=True):
        if flat.at < top - 1 and is_part.applies(flat, first):
            inside = clipped(lines, (first.start, flat.at, first.end, top))
            alone = any(len(line.pieces) == 1 and line.x1 - line.x0 > GRIDS.running * first.length for line in inside)
            if top - flat.at > GRIDS.head or alone:
                break
            top = flat.at
    return top
