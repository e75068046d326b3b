"""Thresholds of grids: tables of any kind, with cells that reach over several rows and columns."""

from __future__ import annotations

from extractor.records import Struct


class FindSettings(Struct, frozen=True):
    """Thresholds of grids.

    Lengths of strokes are in points, as drawn lines do not grow with the type; distances of text are in shares of its
    size. Measured on the odd papers of the ICDAR 2013 competition and on tagged UN papers (`make tables`).
    """

    #: Strokes that leave no wider gap than this touch.
    touch: float = 3.0
    #: Borders of two cells side by side leave no wider gap than this.
    joint: float = 4.0
    #: Strokes closer than this are one line, drawn double.
    double: float = 2.5
    #: Shorter strokes are no borders.
    shortest: float = 8.0
    #: A page with more flat strokes, or more places where strokes may cross, has a drawing or squared paper.
    most_flat: int = 1000
    most_places: int = 20_000
    #: The borders of a cell are no shorter than this.
    cell: float = 15.0
    #: Places of borders closer than this are one.
    apart: float = 4.0
    #: Ends of flat strokes of one table differ by no more than this.
    ends: float = 12.0
    #: A table without upright strokes is wider than this.
    narrowest: float = 80.0
    #: Flat strokes of one height with gaps narrower than this are one: heads are often underlined column by column.
    level_gap: float = 25.0
    #: A stroke this share as long as its table is wide runs over all of it.
    whole: float = 0.9
    #: A shorter one than this runs over a part of it.
    partly: float = 0.95
    #: An upright stroke along this share of a row parts its cells.
    along: float = 0.6
    #: Strokes of a head over some of the columns stand no higher above the first long stroke than this.
    head: float = 60.0
    #: So many lines at most stand between the strokes of a head without a stroke below the table.
    head_lines: int = 4
    #: A line below them goes on with the table within so many sizes.
    goes_on: float = 3.0

    #: A line of one piece wider than this share of a table may be running text.
    running_width: float = 0.85
    #: Lines between two strokes are rows where one in so many has several pieces, and no more than one in so many runs.
    one_row_in: int = 3
    one_running_in: int = 4
    #: An axis of a chart has others beside less than this share of its numbers; numbers of axes have so few steps.
    axis_beside: float = 0.75
    axis_steps: int = 2
    #: The middle of small letters is this share of the size above the baseline.
    small_middle: float = 0.3
    #: Gaps of rows that are set apart by space may be smaller by this share of the pitch: they are rounded.
    spaced_slack: float = 0.05

    #: A piece stands in a column when it reaches over more than this share of its size into it.
    into: float = 0.5
    #: ... or of its own width.
    into_width: float = 0.3
    #: A line with this share of the pieces of the fullest line says where columns are.
    telling: float = 0.6
    #: A column that so many pieces make is not widened by lines that say less.
    settled: int = 3
    #: A piece is cut at a space that stands within this share of its size of a border or gap.
    reach: float = 1.0
    reach_gap: float = 0.6

    #: More than so many of the pitch of the rows begins a row where rows are set apart by space.
    spaced: float = 1.3
    #: ... which this share of the gaps show.
    spaced_share: float = 0.33
    #: A row that is drawn by strokes above and below alone has no more lines than this.
    row_lines: int = 4
    #: Less than this share of its size below the line above: cells set in the middle of their row.
    centred: float = 0.75
    #: More than so many sizes below the line above is no line of the same cell.
    far: float = 1.8
    #: Words that wrap fill a column of so many sizes.
    wraps: float = 6.0
    #: Lines of one head of a column stand within so many sizes.
    same_head: float = 1.6

    #: Running text fills this share of a width ...
    running: float = 0.7
    #: ... with more words than this and no wider gap than so many sizes.
    running_words: int = 7
    running_gap: float = 2.0
    #: Text of so many spaces is a sentence rather than a cell; prose is made of such for more than the half.
    sentence: int = 4
    #: A table has so many cells ...
    least_cells: int = 4
    #: ... side by side in one of so many rows ...
    beside: int = 3
    #: ... and this share of its places is filled.
    filled: float = 0.2
    #: The axis of a chart has so many numbers.
    axis: int = 5
    #: The head of a table that stands alone at the foot of a page has so many cells.
    head_cells: int = 3
    #: A table without any stroke has so many lines with several pieces.
    least_lines: int = 3


GRIDS = FindSettings()
