"""The rows of a grid: bands between flat strokes, and in them rows by numbers, space and what wraps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.layout.tables.frame import Frame
from extractor.layout.tables.grid_settings import GRIDS
from extractor.layout.tables.pieces import Piece, Printed
from extractor.layout.tables.strokes import middles
from extractor.layout.text import ends_in_joiner
from extractor.records import Struct, field
from extractor.rules import rule


class Band(Struct):
    """What stands between two flat strokes: rows, each of one or more lines."""

    top: float
    bottom: float
    rows: list[list[Printed]] = field(default_factory=list)


class Step(Struct):
    """A line, the row so far, and what is known of their band.

    Attributes:
        frame: the frame.
        row: the lines of the row so far.
        line: the line.
        pitch: the usual distance of lines in the band.
        numeric: a column of the band has numbers in several lines.
    """

    frame: Frame
    row: list[Printed]
    line: Printed
    pitch: float
    numeric: bool

    @property
    def gap(self) -> float:
        """How far the line stands below the last line of the row."""
        return self.line.line.baseline - self.row[-1].line.baseline

    @property
    def here(self) -> set[int]:
        """The columns in which the line has pieces."""
        return self.frame.columns_in(self.line)

    @property
    def there(self) -> set[int]:
        """The columns in which the row has pieces."""
        return {column for line in self.row for column in self.frame.columns_in(line)}


@rule("grids.numbers", source="numbers do not wrap: two of one column are in two rows", otherwise=False)
def has_numbers(own: Sequence[Printed], frame: Frame) -> bool:
    """A column behind the first has numbers in several lines."""
    counts = [0] * len(frame.columns)
    for line in own:
        for column in {frame.column(piece) for piece in line.pieces if piece.is_number}:
            counts[column] += 1
    return any(count > 1 for count in counts[1:])


@rule("grids.drawn_row", source="tables whose rows and columns are drawn: a cell of several lines is one cell")
def is_drawn_row(band: Band, frame: Frame) -> bool:
    """Between two strokes of a table with drawn columns stands one row."""
    if len(frame.whole) > 1 and (frame.has_edges or all(len(each) <= GRIDS.row_lines for each in _split(frame))):
        return True
    x0, _, x1, _ = frame.box
    height = band.bottom - band.top
    return frame.is_upright and any(
        one.over(band.top, band.bottom) > GRIDS.along * height
        for one in frame.strokes.upright
        if x0 + GRIDS.apart < one.at < x1 - GRIDS.apart
    )


@rule("grids.head", source="heads of columns wrap, and all stand on the stroke below them")
def is_head(band: Band, bands: Sequence[Band], frame: Frame) -> bool:
    """What stands above the first stroke over the whole width is the head of the columns, one row."""
    return frame.in_head(band.bottom) if frame.whole else band is bands[0] and len(bands) > 1


@rule("grids.spaced", source="cells of several lines without drawn rows: more space between rows than lines")
def is_spaced(gaps: Sequence[float], own: Sequence[Printed], frame: Frame, pitch: float) -> bool:
    """Rows are set apart by space: many gaps are wide, or some are and few lines have a piece in each column."""
    wide = sum(gap > GRIDS.spaced * pitch for gap in gaps)
    if not wide:
        return False
    counts = [len(frame.columns_in(line)) for line in own]
    ragged = 2 * sum(count == len(frame.columns) for count in counts) < len(own)
    return wide >= GRIDS.spaced_share * len(gaps) or (ragged and any(count > 1 for count in counts))


@rule("grids.centred", source="labels of several lines beside numbers set in the middle of their row")
def is_centred(step: Step) -> bool:
    """A line less than a line's height below the one before it is of its row."""
    return step.gap < GRIDS.centred * min(step.line.line.size, step.row[-1].line.size)


@rule("grids.wrapped", source="labels of several lines in tables without drawn rows")
def is_wrapped(step: Step) -> bool:
    """A line of the first column goes on with the label above it, which had no room for its first word."""
    one = next((piece for piece in reversed(step.row[-1].pieces) if step.frame.column(piece) == 0), None)
    other = next((piece for piece in step.line.pieces if step.frame.column(piece) == 0), None)
    if one is None or other is None or one.cell.bold != other.cell.bold:
        return False
    if " " not in one.text or one.width < GRIDS.wraps * one.cell.size:
        return False
    right = max(
        (piece.x1 for line in step.frame.lines for piece in line.pieces if step.frame.over(piece) == [0]), default=0.0
    )
    word = (len(other.text.split(" ", 1)[0]) + 1) * other.width / max(len(other.text), 1)
    return one.x1 + word > right + 1


@rule("grids.joined", source="a row alone on a page, set close: `A/99/23 and`, below it `Add.1-3`")
def is_joined(step: Step) -> bool:
    """A line with fewer cells than the row goes on with it where the cell above one of them ends in `and`."""
    here = step.here
    above = [piece for piece in step.row[-1].pieces if step.frame.column(piece) in here]
    return here < step.there and any(ends_in_joiner(piece.text) for piece in above)


def _split(frame: Frame) -> list[list[Printed]]:
    """The lines between the strokes over the whole width."""
    _, top, _, bottom = frame.box
    ends = [top, *frame.whole, bottom]
    return [[line for line in frame.lines if a <= line.middle < b] for a, b in pairwise(ends)]


def bands_of(frame: Frame) -> list[Band]:
    """The bands of a frame with their rows."""
    _, top, _, bottom = frame.box
    heights = middles([one.at for one in frame.strokes.flat], GRIDS.apart)
    heights = [height for height in heights if top + 1 < height < bottom - 1]
    bands = [Band(*ends) for ends in zip([top - 2, *heights], [*heights, bottom + 2], strict=True)]
    for band in bands:
        own = [line for line in frame.lines if band.top <= line.middle < band.bottom]
        band.rows = _rows(frame, band, own, bands)
    return bands


def _rows(frame: Frame, band: Band, own: list[Printed], bands: Sequence[Band]) -> list[list[Printed]]:
    """The rows of a band; where columns are drawn, an empty band is a row."""
    if len(own) < 2:
        return [own] if own or frame.is_upright else []
    numeric = has_numbers.applies(own, frame)
    gaps = [below.line.baseline - above.line.baseline for above, below in pairwise(own)]
    pitch = sorted(gaps)[len(gaps) // 4]
    if not numeric and is_drawn_row.applies(band, frame):
        begins = _begins_drawn
    elif not numeric and is_head.applies(band, bands, frame):
        begins = _begins_head
    elif is_spaced.applies(gaps, own, frame, pitch):
        begins = _begins_spaced
    else:
        begins = _begins_close
    rows: list[list[Printed]] = [[own[0]]]
    for line in own[1:]:
        if begins(Step(frame, rows[-1], line, pitch, numeric)):
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _begins_drawn(step: Step) -> bool:
    """Whether a line begins a row in a row that is drawn: below a heading of several columns, or far below."""
    over = [step.frame.over(piece) for piece in step.row[-1].pieces]
    firsts = [step.frame.over(piece)[0] for piece in step.line.pieces]
    if any(len(each) > 1 and sum(first in each for first in firsts) > 1 for each in over):
        return True
    here = step.here
    return step.gap > GRIDS.far * step.line.line.size and 0 in here and len(here) > 1


def _begins_head(step: Step) -> bool:
    """Whether a line begins a row of a head: below a heading of several columns, or far below."""
    if is_centred.applies(step):
        return False
    return _is_wide(step) or step.gap > GRIDS.far * step.line.line.size


def _begins_spaced(step: Step) -> bool:
    """Whether a line begins a row where rows are set apart by space."""
    if step.gap > (GRIDS.spaced - GRIDS.spaced_slack) * step.pitch:
        return True
    there = {step.frame.column(piece) for piece in _numbers(step.frame, step.row)}
    return any(step.frame.column(piece) in there for piece in _numbers(step.frame, [step.line]))


def _begins_close(step: Step) -> bool:
    """Whether a line begins a row where nothing but the text says so."""
    if is_centred.applies(step):
        return False
    here, there = step.here, step.there
    numbers = bool(_numbers(step.frame, step.row))
    far = step.gap > GRIDS.spaced * step.pitch and step.gap > GRIDS.spaced * step.line.line.size
    if _is_wide(step) or far or (numbers and _numbers(step.frame, [step.line])):
        return True
    if is_joined.applies(step):
        return False
    if here == {0}:
        return not is_wrapped.applies(step)
    if 0 not in here:
        return not here <= there and numbers and there != {0}
    return numbers or there != {0} or not is_wrapped.applies(step)


def _is_wide(step: Step) -> bool:
    """Whether the line above has a piece over several columns."""
    return any(len(step.frame.over(piece)) > 1 for piece in step.row[-1].pieces)


def _numbers(frame: Frame, lines: Sequence[Printed]) -> list[Piece]:
    """The numbers of some lines behind the first column."""
    return [piece for line in lines for piece in line.pieces if piece.is_number and frame.column(piece)]
