"""Columns of a table from where its pieces stand: what stands one above the other, with white space between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.layout.tables.grid_settings import GRIDS
from extractor.layout.tables.pieces import Piece, Printed, cut
from extractor.records import Struct, field
from extractor.rules import rule


class Column(Struct):
    """A column: from where to where its pieces reach."""

    x0: float
    x1: float
    pieces: list[Piece] = field(default_factory=list)

    @property
    def has_numbers(self) -> bool:
        """Whether most of its pieces are numbers."""
        return 2 * sum([one.is_number for one in self.pieces]) > len(self.pieces)

    def meets(self, piece: Piece) -> bool:
        """Whether a piece reaches into it."""
        return self.x0 < piece.x1 - 1 and self.x1 > piece.x0 + 1

    def widen(self, x0: float, x1: float) -> None:
        """Let it reach over a stretch as well."""
        self.x0, self.x1 = min(self.x0, x0), max(self.x1, x1)


class Seam(Struct):
    """The gap between two columns: in how many lines it parts two pieces, is crossed, or is met at all."""

    parting: int
    crossing: int
    lines: int


@rule("grids.crossed", source="words of running text or of long cells stand over each other by chance")
def is_crossed(seam: Seam) -> bool:
    """A gap that more lines cross than respect parts no columns, nor one that no line respects."""
    return seam.crossing >= seam.parting if seam.crossing else not seam.parting


@rule("grids.inner_column", source="justified lines in a narrow drawn column have gaps as wide as those of tables")
def is_chance(seam: Seam, *, drawn: bool) -> bool:
    """Inside a column that is drawn, a gap parts columns only where most lines have it."""
    return drawn and 2 * seam.parting < seam.lines


def columns_of(lines: Sequence[Printed], left: float, right: float) -> list[Column]:
    """The columns between two edges; lines with most cells come first, others do not widen columns that these make."""
    most = max((len(line.pieces) for line in lines), default=0)
    pieces = [
        (len(line.pieces) < GRIDS.telling * most, piece.width, at, piece)
        for at, line in enumerate(lines)
        for piece in line.pieces
        if left <= piece.middle <= right and piece.x0 >= left - GRIDS.touch and piece.x1 <= right + GRIDS.touch
    ]
    pieces.sort(key=lambda one: one[:3])
    columns: list[Column] = []
    for late, _, _, piece in pieces:
        over = [column for column in columns if column.meets(piece)]
        if not over:
            columns.append(Column(piece.x0, piece.x1, [piece]))
        elif len(over) == 1 and not (late and len(over[0].pieces) >= GRIDS.settled):
            over[0].widen(piece.x0, piece.x1)
            over[0].pieces.append(piece)
    return sorted(columns, key=lambda column: column.x0)


def cut_wide(lines: Sequence[Printed], columns: Sequence[Column]) -> list[Printed]:
    """Lines whose numbers that reach over several columns are cut between them."""
    if len(columns) < 2:
        return list(lines)
    return [Printed(line.line, [part for piece in line.pieces for part in _parts(piece, columns)]) for line in lines]


@rule(
    "grids.close_numbers", source="wide numbers that leave no gap to the next column: `1,331 1,665.5 (1,576.0–1,754.9)`"
)
def are_numbers(parts: Sequence[Piece], over: Sequence[Column]) -> bool:
    """Parts of a piece belong to the columns that they stand over where these have numbers as they do."""
    return any(part.is_number for part in parts) and all(
        part.is_number == column.has_numbers for part, column in zip(parts, over, strict=True)
    )


def _parts(piece: Piece, columns: Sequence[Column]) -> list[Piece]:
    """A piece, or its parts in the columns that it reaches over."""
    over = [column for column in columns if column.meets(piece)]
    parts = [piece]
    as_many = piece.text.count(" ") == len(over) - 1 and piece.is_number
    for one, other in pairwise(over):
        rest = parts.pop()
        parts += cut(rest, one.x1, other.x0, rest.width if as_many else GRIDS.reach_gap * rest.cell.size)
    return parts if len(parts) == len(over) > 1 and are_numbers.applies(parts, over) else [piece]


def merged(lines: Sequence[Printed], columns: Sequence[Column], *, drawn: bool) -> list[Column]:
    """Columns without the gaps between them that are none; the worst goes first."""
    left = list(columns)
    while len(left) > 1:
        seams = [_seam(lines, one, other) for one, other in pairwise(left)]
        worst = [
            (seam.parting - seam.crossing, at)
            for at, seam in enumerate(seams)
            if is_crossed.applies(seam) or is_chance.applies(seam, drawn=drawn)
        ]
        if not worst:
            return left
        at = min(worst)[1]
        one, other = left[at], left.pop(at + 1)
        left[at] = Column(min(one.x0, other.x0), max(one.x1, other.x1), [*one.pieces, *other.pieces])
    return left


def _seam(lines: Sequence[Printed], one: Column, other: Column) -> Seam:
    edge, left, right = (one.x1 + other.x0) / 2, one.x0, other.x1
    seam = Seam(0, 0, 0)
    for line in lines:
        behind = any(edge - 1 <= piece.x0 < right for piece in line.pieces)
        before = any(left < piece.x1 <= edge + 1 for piece in line.pieces)
        seam.parting += behind and before
        seam.lines += behind or before
        seam.crossing += any(piece.x0 < edge - 1 and piece.x1 > edge + 1 for piece in line.pieces)
    return seam
