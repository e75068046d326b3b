"""Drawn lines of a page made whole: pieces that touch joined, double lines made one, and what hangs together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.layout.tables.grid_settings import GRIDS
from extractor.reading.page import BBox, Rule
from extractor.records import Struct, field
from extractor.rules import rule


class Stroke(Struct, frozen=True, order=True, gc=False):
    """A drawn line: where it stands across its direction, and from where to where it runs."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start

    def over(self, start: float, end: float) -> float:
        """How much of a stretch it runs along."""
        return min(self.end, end) - max(self.start, start)

    def stands_in(self, box: BBox) -> bool:
        """Whether it, a flat one, lies in a box."""
        x0, top, x1, bottom = box
        return top < self.at < bottom and self.start >= x0 - GRIDS.touch and self.end <= x1 + GRIDS.touch


class Joint(Struct, frozen=True, gc=False):
    """Where the borders of two cells side by side meet."""

    x: float
    y: float


class Strokes(Struct):
    """The drawn lines of a page or a part of it: flat ones from the top, upright ones from the left, joints."""

    flat: list[Stroke] = field(default_factory=list)
    upright: list[Stroke] = field(default_factory=list)
    joints: list[Joint] = field(default_factory=list)

    @property
    def box(self) -> BBox:
        """The box around them all."""
        xs = [x for one in self.flat for x in (one.start, one.end)] + [one.at for one in self.upright]
        ys = [y for one in self.upright for y in (one.start, one.end)] + [one.at for one in self.flat]
        return (min(xs), min(ys), max(xs), max(ys))


def strokes_of(rules: Iterable[Rule]) -> Strokes:
    """The drawn lines of a page, those that touch and continue each other made one."""
    flat: list[Stroke] = []
    upright: list[Stroke] = []
    for drawn in rules:
        if drawn.horizontal:
            flat.append(Stroke((drawn.top + drawn.bottom) / 2, drawn.x0, drawn.x1))
        else:
            upright.append(Stroke((drawn.x0 + drawn.x1) / 2, drawn.top, drawn.bottom))
    return Strokes(_joined(flat), _joined(upright), _joints(flat))


def _joined(strokes: list[Stroke]) -> list[Stroke]:
    """Strokes at one place that touch, made one; short ones are left out."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        if groups and stroke.at - groups[-1][-1].at <= GRIDS.double:
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    found: list[Stroke] = []
    for group in groups:
        at = sum([one.at for one in group]) / len(group)
        runs: list[Stroke] = []
        for one in sorted(group, key=lambda one: one.start):
            if runs and one.start - runs[-1].end <= GRIDS.touch:
                runs[-1] = Stroke(at, runs[-1].start, max(runs[-1].end, one.end))
            else:
                runs.append(Stroke(at, one.start, one.end))
        found += [one for one in runs if one.length >= GRIDS.shortest]
    return found


def _joints(strokes: list[Stroke]) -> list[Joint]:
    """Where borders of cells side by side meet.

    Strokes are looked up by where they begin: each with each would be too many on a page that is a drawing.
    """
    beginning: dict[tuple[int, int], list[Stroke]] = {}
    long = sorted({one for one in strokes if one.length >= GRIDS.cell})
    for one in long:
        beginning.setdefault((int(one.start / GRIDS.joint), int(one.at / GRIDS.double)), []).append(one)
    found: list[Joint] = []
    for left in long:
        column, row = int(left.end / GRIDS.joint), int(left.at / GRIDS.double)
        near = (beginning.get((column + x, row + y), ()) for x in (-1, 0, 1) for y in (-1, 0, 1))
        right = next((one for some in near for one in some if _meet(left, one)), None)
        if right is not None:
            found.append(Joint((left.end + right.start) / 2, min(left.at, right.at)))
    return found


def _meet(left: Stroke, right: Stroke) -> bool:
    """Whether one stroke goes on where another ends, at the same height."""
    return (
        abs(right.start - left.end) <= GRIDS.joint
        and abs(right.at - left.at) <= GRIDS.double
        and right.end > left.end + GRIDS.cell
        and left.start < right.start
    )


@rule("grids.joints", source="UN papers draw the lower border of each cell, and no upright line: they meet at columns")
def is_edge(place: float, joints: Sequence[Joint]) -> bool:
    """Borders of cells that meet at one place in several heights stand over an edge of a column."""
    return len({round(one.y) for one in joints if abs(one.x - place) <= GRIDS.apart}) > 1


def joint_edges(joints: Sequence[Joint]) -> list[float]:
    """Edges of columns where borders of cells meet."""
    return [place for place in middles([one.x for one in joints], GRIDS.apart) if is_edge.applies(place, joints)]


def bands_parted(strokes: Strokes, edge: float, box: BBox) -> list[tuple[float, float]]:
    """The bands between flat strokes in which an edge parts cells: borders meet there above or below them."""
    met = [one.y for one in strokes.joints if abs(one.x - edge) <= GRIDS.apart]
    heights = middles([box[1], *(one.at for one in strokes.flat), box[3]], GRIDS.apart)
    return [
        (top, bottom)
        for top, bottom in pairwise(heights)
        if any(abs(y - top) <= GRIDS.apart or abs(y - bottom) <= GRIDS.apart for y in met)
    ]


def frames(strokes: Strokes) -> tuple[list[Strokes], list[Stroke]]:
    """Strokes that cross or touch, together; and the flat ones that no upright one touches."""
    slack, flats, count = GRIDS.touch, strokes.flat, len(strokes.flat)
    groups = Groups(count + len(strokes.upright))
    for index, upright in enumerate(strokes.upright, count):
        for at, flat in enumerate(flats):
            if flat.at > upright.end + slack:
                break
            if flat.at >= upright.start - slack and flat.start - slack <= upright.at <= flat.end + slack:
                groups.join(index, at)
    together: dict[int, Strokes] = {}
    for at, flat in enumerate(flats):
        together.setdefault(groups.root(at), Strokes()).flat.append(flat)
    for index, upright in enumerate(strokes.upright, count):
        together.setdefault(groups.root(index), Strokes()).upright.append(upright)
    found = [one for one in together.values() if one.flat and one.upright]
    free = [flat for one in together.values() if not one.upright for flat in one.flat]
    return found, sorted(free)


class Groups:
    """Numbers that are joined to groups; each group is known by one of its numbers."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def root(self, at: int) -> int:
        """The number by which the group of a number is known."""
        parent = self._parent
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    def join(self, one: int, other: int) -> None:
        """Make one group, known as that of `one` is, of the groups of two numbers."""
        self._parent[self.root(other)] = self.root(one)


def middles(places: Iterable[float], apart: float) -> list[float]:
    """Places in order; those closer than `apart` are one, in their middle."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= apart:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [sum(group) / len(group) for group in groups]


def runs_along(strokes: Sequence[Stroke], at: float, start: float, end: float) -> bool:
    """Whether a stroke at a place runs along the middle of a stretch."""
    middle = (start + end) / 2
    return any(abs(one.at - at) <= GRIDS.apart and one.start - 1 <= middle <= one.end + 1 for one in strokes)
