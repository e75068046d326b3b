"""Thresholds of lines, their cells and the marks in them."""

from __future__ import annotations

from extractor.records import Struct


class LineSettings(Struct, frozen=True):
    """Thresholds of how runs of text make lines; lengths in ems or shares of the type size where not said otherwise."""

    #: Type smaller than this many points is not meant to be read (stray anchors of one point).
    least_size: float = 2.0
    #: A run higher than this is rotated, or set in several lines.
    highest: float = 1.5
    #: Runs whose baselines differ by less than this stand on one line.
    same_baseline: float = 0.28
    #: So many lines back a run may belong to, raised or lowered type standing between.
    lines_back: int = 4
    #: A gap wider than this ends a cell. Word gaps in justified text stay under it but for very loose lines.
    cell_gap: float = 1.15
    #: ... after a label at the head of a line (`10` over a narrow tab).
    label_gap: float = 0.62
    #: A tab behind a bullet is no narrower than this.
    tab: float = 0.9
    #: ... at the left edge of a column that `shared_edge` cells of the page share.
    edge_gap: float = 0.34
    shared_edge: int = 2
    #: ... at the left edge of a single cell elsewhere on the page (a table of one row below its heads).
    lone_edge_gap: float = 0.6
    #: Lines of so many runs that begin at the same places are rows of a table; no table has more columns ...
    least_columns: int = 3
    most_columns: int = 9
    #: ... behind gaps wider than this (measured: 0.52 in tables of LibreOffice).
    rows_gap: float = 0.5
    #: The em of a gap is that of the smaller run, but no less than this share of the line's.
    least_em: float = 0.8
    #: A label at the head of a line comes in no more runs than this.
    label_runs: int = 3
    #: A gap wider than this between two runs is a space (0.25 as set, less where lines are justified tight).
    word_gap: float = 0.19
    #: ... and one wider than this between two words in capitals, where kerning draws the space in (measured: 0.147 in
    #: `PROVISIONAL AGENDA` in bold).
    kerned_gap: float = 0.12
    #: ... beside a Chinese character: those drawn one by one are narrower than their places (measured: 0.2).
    han_gap: float = 0.5
    #: ... of the run before, if that is no smaller than this share of the run behind.
    least_before: float = 0.5
    #: A line or cell is bold, or italic, when this share of its text is.
    mostly: float = 0.6
    #: Raised type at most this share of its line's size is a footnote mark or an ordinal's ending.
    mark_size: float = 0.84
    #: ... and so many points, as sizes are rounded.
    mark_slack: float = 0.3
    #: ... and stands at least this share of the line's size above the baseline.
    mark_rise: float = 0.09
    #: A mark read as a line of its own stands at most so far above the baseline of its line
    most_rise: float = 0.75
    #: ... at most so far behind a word
    behind: float = 0.5
    #: ... behind a Chinese stop, whose ink fills half of its place
    behind_full_width: float = 1.0
    #: ... or before the first word of a footnote.
    before: float = 3.0
    #: Marks overlap the run before by so many points.
    overlap: float = 1.0
    #: So many lines below a raised mark are looked at.
    lines_below: int = 3


LINES = LineSettings()
