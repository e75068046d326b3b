"""What a grid is made in: a box with its lines, its drawn lines and its columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from extractor.layout.tables.columns import columns_of, cut_wide, merged
from extractor.layout.tables.grid_settings import GRIDS
from extractor.layout.tables.pieces import Piece, Printed
from extractor.layout.tables.strokes import Strokes, joint_edges, middles
from extractor.reading.page import BBox
from extractor.records import Struct, field


class Frame(Struct, dict=True):
    """A box with what stands in it.

    Attributes:
        lines: the lines with their pieces, from top to bottom.
        strokes: the drawn lines.
        box: the box.
        edges: the drawn edges of columns, the outer ones among them.
        columns: from where to where each column reaches.
    """

    lines: list[Printed]
    strokes: Strokes
    box: BBox
    edges: list[float]
    columns: list[tuple[float, float]] = field(default_factory=list)

    @property
    def is_upright(self) -> bool:
        """Whether columns are drawn with upright strokes."""
        return bool(self.strokes.upright) and len(self.edges) > 2

    @property
    def has_edges(self) -> bool:
        """Whether columns are drawn at all."""
        return len(self.edges) > 2

    @cached_property
    def whole(self) -> list[float]:
        """Heights of strokes inside that run over the whole width."""
        x0, top, x1, bottom = self.box
        least = GRIDS.whole * (x1 - x0)
        return [one.at for one in self.strokes.flat if one.length > least and top + 2 < one.at < bottom - 2]

    @cached_property
    def bounds(self) -> list[float]:
        """The left bound of each column, half-way to the one before."""
        return [(self.columns[at - 1][1] + left) / 2 if at else left for at, (left, _) in enumerate(self.columns)]

    def column(self, piece: Piece) -> int:
        """The column in which the middle of a piece stands."""
        return max((at for at, bound in enumerate(self.bounds) if bound <= piece.middle), default=0)

    def over(self, piece: Piece) -> list[int]:
        """The columns over which a piece reaches."""
        slack = min(GRIDS.into * piece.cell.size, GRIDS.into_width * piece.width)
        x0, x1 = piece.x0 + slack, piece.x1 - slack
        return [at for at, (left, right) in enumerate(self.columns) if x0 < right and x1 > left] or [self.column(piece)]

    def columns_in(self, line: Printed) -> set[int]:
        """The columns in which pieces of a line stand."""
        return {self.column(piece) for piece in line.pieces}

    def in_head(self, height: float) -> bool:
        """Whether a height is above the first stroke over the whole width, and there is such."""
        return bool(self.whole) and height <= self.whole[0] + 1


def frame_of(lines: Sequence[Printed], strokes: Strokes, box: BBox) -> Frame:
    """The frame of a box; columns come from drawn edges, and between these from where the text stands."""
    x0, _, x1, _ = box
    inner = (
        middles([one.at for one in strokes.upright], GRIDS.apart) if strokes.upright else joint_edges(strokes.joints)
    )
    inner = [x for x in inner if x0 + GRIDS.apart < x < x1 - GRIDS.apart]
    frame = Frame(list(lines), strokes, box, [x0, *inner, x1])
    drawn = frame.has_edges
    for left, right in zip(frame.edges, frame.edges[1:], strict=False):
        found = columns_of(frame.lines, left, right)
        frame.lines = cut_wide(frame.lines, found)
        found = merged(frame.lines, found, drawn=drawn)
        places = [(column.x0, column.x1) for column in found] or [(left, right)]
        places[0] = (left, places[0][1])
        places[-1] = (places[-1][0], right)
        frame.columns += places
    return frame
