"""Points of lists below the entries of a timetable, whose bullets are drawn and not set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractor.records import replace
from extractor.rules import rule
from extractor.structure.timetable.cells import Piece, had_room, parted_by
from extractor.structure.timetable.item_numbers import leading_items
from extractor.structure.timetable.settings import SETTINGS


def with_points(
    pieces: Sequence[Piece], level: frozenset[int], heights: Sequence[float], right: float
) -> Sequence[Piece]:
    """The lines of a column of titles, those marked that begin points of a list below an entry.

    Args:
        pieces: what stands in the column.
        level: the printed lines on which a time or number begins.
        heights: of the borders across the column.
        right: where its longest line ends.
    """
    if len(pieces) < SETTINGS.least_listed:
        return pieces
    left = Counter(round(piece.x0) for piece in pieces).most_common(1)[0][0]
    inner = [p for p in pieces if p.x0 > left + SETTINGS.point_set_in * p.size and p.order not in level]
    if not inner:
        return pieces
    ordered = sorted(pieces, key=lambda p: (p.baseline, p.x0))
    pairs = [
        (a, b)
        for a, b in pairwise(ordered)
        if b in inner
        and SETTINGS.same_line * b.size < b.baseline - a.baseline < SETTINGS.next_line * b.size
        and not parted_by(heights, a, b)
    ]
    outer = sum(abs(piece.x0 - left) < SETTINGS.same_edge for piece in pieces)
    points = [b for a, b in pairs if a not in inner or had_room(b, a, right)]
    opened = [had_room(b, a, right) for a, b in pairs if a not in inner]
    if not are_points.applies(points, outer, any(opened)):
        return pieces
    return [replace(piece, listed=True) if piece in points else piece for piece in ordered]


@rule("timetable.title.points", source="browsers draw the bullets of lists below a title and set none", otherwise=False)
def are_points(points: Sequence[Piece], outer: int, roomy: bool) -> bool:
    """Lines set in at one edge are points of lists below titles, not the rest of these.

    Each begins as an entry does, the first word of one had room above, and more lines (`outer`) begin further left.
    """
    edges = [piece.x0 for piece in points]
    return (
        roomy
        and len(edges) < outer
        and max(edges) - min(edges) < SETTINGS.same_edge
        and all(piece.text[:1].isupper() and leading_items(piece.text) is None for piece in points)
    )
