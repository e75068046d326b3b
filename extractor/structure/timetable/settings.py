"""The settings of timetables: what sets the bounds of their rules.

Distances in points were measured on papers of 8 to 12 points type and hold for them alike; where a share of the type
size or of the line pitch is meant, the field says so.
"""

from __future__ import annotations

import datetime as dt

from extractor.layout.tables.geometry import GridSettings
from extractor.records import Struct


class TimetableSettings(Struct, frozen=True):
    """Bounds of the rules of timetables."""

    # texts
    #: A date and time before a title ends within so many characters, a list of items has no more.
    moment_reach: int = 110
    longest_items: int = 120
    #: A half of an hour or day before a bracket stands within so many characters.
    before_bracket: int = 5
    #: The size of the type where no piece says one, in points.
    usual_size: float = 10.0

    # columns
    #: Column heads take no more printed lines than this.
    head_lines: int = 5
    #: The heads of columns stand among the first lines of a region, below its heading.
    heads_among: int = 14
    #: Share of a column's pieces that must be dates or times, or item numbers, for it to be a column of them.
    mostly: float = 0.6
    #: ... or this one where its head says that it holds them: `After the break`, `To be announced` stand among them.
    headed: float = 0.3
    #: So many heads stand side by side where one of them may be unknown, and it has so many words at most.
    least_heads: int = 3
    head_words: int = 4
    #: So many days side by side head the columns of a grid.
    least_days: int = 3
    #: Without column heads, so many rows must have cells in more than one column.
    least_shared: int = 2
    #: A second column of text that has less than this share of the pieces of the first holds remarks.
    beside: float = 0.8
    #: ... and so does one with less than this share of its characters.
    short: float = 0.5
    #: ... unless so many items by their word begin in it.
    least_items: int = 2
    #: A column of fewer pieces may say the same again by chance.
    least_repeating: int = 4
    #: Borders are looked for so far above the first line of a timetable (the heads of columns have borders over them).
    above: float = 30.0
    #: ... or of one of its pages, without its column heads.
    above_page: float = 40.0
    #: ... and so far below the last line.
    below: float = 16.0
    #: The borders of a page that stand this near to those of the whole timetable are the same columns.
    same_columns: float = 16.0
    #: A border crosses a text when it runs at least this far behind its left edge.
    crossing_left: float = 5.0
    #: A bullet stands no more type sizes before its text; a dash further away is an empty cell.
    behind_bullet: float = 5.0
    #: Text is parted at the space nearest to a border, no further from it than this; letters differ in width.
    near_border: float = 14.0
    #: The last column reaches at least so far right of its edge.
    last_column: float = 60.0

    # cells
    #: A gap of more than this many line pitches starts a new entry; rows stand at least 1.3 apart where measured.
    loose: float = 1.25
    #: ... where the line below begins in lower case, and so more likely goes on.
    loose_lower: float = 1.5
    #: What a line with a colon at its end announces stands at most so many line distances below it.
    behind_colon: float = 1.8
    #: ... in a list of days.
    loose_listed: float = 1.45
    #: Pieces whose baselines differ by less than this share of the type size stand on one line.
    same_line: float = 0.4
    #: A border parts two lines when it runs above the letters of the lower one, this share of the type size high.
    letters: float = 0.3
    #: Capitals are this share of the type size high.
    capitals: float = 0.72
    #: Letters descend below the baseline by this share of the type size.
    descent: float = 0.2
    #: Lines of one paragraph stand this many type sizes apart, at least and at most.
    closest_pitch: float = 0.9
    #: ... at most.
    widest_pitch: float = 1.45
    #: ... at most from right to left: Arabic type has long strokes below and above the line.
    widest_pitch_rtl: float = 1.75
    #: ... and without two such lines this far.
    usual_pitch: float = 1.18
    #: ... from right to left.
    usual_pitch_rtl: float = 1.6
    #: A distance that is less frequent than this share of the most frequent one is no usual distance.
    frequent: float = 0.4
    #: A line of other weight begins an entry when it stands at least this many line pitches below.
    other_weight: float = 0.9
    #: The next number of a cell is set in from the first one by less than so many type sizes.
    number_reach: float = 3.0
    #: Lines of one drawn cell stand no further apart than so many type sizes.
    widest_in_cell: float = 2.2
    #: So many lines at one distance, the least of a column, are set exactly.
    least_exact: int = 3
    #: Words are in the middle of all days when they are off it by less than this share of their width.
    middle_of_days: float = 0.08
    #: So many lines with a cell at one edge show a column.
    least_begun: int = 3
    #: A line that leaves this share of its column free was not wrapped.
    free: float = 0.4
    #: The text of a drawn cell keeps this far from its right border.
    padding: float = 3.0
    #: Fewer lines show no edge from which the points of a list are set in.
    least_listed: int = 4
    #: The points of a list below an entry are set in by more type sizes than this.
    point_set_in: float = 0.8
    #: Numbers at edges nearer than this are in one column.
    same_edge: float = 3.0
    #: An item that begins further right of the line above than this is named in running text.
    item_reach: float = 60.0
    #: Distances that are less are two parts of one line, set a little higher.
    least_step: float = 4.0
    #: Rows stand this many points wider apart than lines, where the distance tells one from the other.
    wider: float = 0.8
    #: ... and lines a row's distance apart are measured this exactly.
    step_slack: float = 0.3
    #: A first word fits on the line above with this many times its own width to spare.
    room: float = 1.5
    #: The first line of a time that is centred in its row is off the lines beside it by so many points at least ...
    astray: float = 1.5
    #: ... and by this share of the type size at most: further away stands nothing beside it.
    astray_most: float = 0.8
    #: Times are centred in their rows where more than this share of them is off.
    centred_share: float = 0.25
    #: So many borders across a column part rows; two frame the table.
    least_borders: int = 3

    # dates and times
    #: Lines of one cell stand no further apart than this many type sizes.
    reach: float = 2.4
    #: ... where the second goes on with a number, or is the second of two times.
    next_line: float = 1.6
    #: Words stand right over or under a time within this many type sizes ...
    label_reach: float = 1.5
    #: ... and begin within this many points of it.
    label_edge: float = 8.0
    #: Words that head the slot of a time stand this many type sizes over it at most ...
    heads_reach: float = 2.6
    #: ... and begin within this many points of it.
    heads_edge: float = 16.0
    #: Entries of one slot are set closer than this share of their type size.
    close: float = 0.4
    #: A wrapped line begins within this many points of the line above ...
    wrap_edge: float = 6.0
    #: ... and stands this many type sizes below it at most.
    wrap_reach: float = 1.4
    #: Lines above the first row of a table without heads belong to it within this many type sizes.
    close_above: float = 1.3
    #: A cell stands in the middle of its bordered row when it is off by no more than this share of the row's height
    #: (measured: 0.11 where a word processor leaves space below each paragraph; 0.25 and more at the top of two lines).
    centred: float = 0.15
    #: Heights that differ by less than this many points are one.
    level: float = 2.0
    #: A border may run so far inside the box of the entry below it.
    border_slack: float = 3.0

    #: So many days of the week that contradict a year speak against it; one may be a misprint.
    least_weekdays: int = 2
    #: A weekday alone is a day of a meeting of fewer days: a longer one has two of that name.
    weekdays: int = 14

    # a list of days
    #: A heading of entries is set at least so many points larger than the lines of the list.
    larger: float = 0.9
    #: An entry goes on at its own edge; further left than this many points stands another.
    outdent: float = 3.0
    #: An item named further right than this many points stands in running text.
    named_reach: float = 40.0
    #: A date or time that stands more than this many line pitches below an entry does not go on with it.
    clock_pitch: float = 1.05

    # regions
    #: Rows of one timetable: no more lines than this without a date or time between two that have one.
    longest_slot: int = 60
    #: A line of one cell with more characters is running text, whatever spaces it has before its stops.
    longest_moment: int = 100
    #: A cell with more characters is no date or time, no head of a column and no heading of a week.
    longest_cell: int = 90
    #: A heading stands at most so many lines above the first row (it takes several lines, and column heads follow).
    heading_reach: int = 14
    #: A column of titles stands at least so many points right of the dates and times.
    set_in: float = 25.0
    #: ... and a line of the first row above its time so many.
    row_set_in: float = 20.0
    #: Heads of columns are set smaller than this; papers set their text in 10 points, and their heads in 7 or 8.
    head_size: float = 9.2
    #: ... a head alone on its line smaller than this.
    lone_head_size: float = 9.0
    #: A line has no more heads of columns than this.
    most_heads: int = 8
    #: A head of a column has fewer characters than this on one line.
    longest_head: int = 40
    #: Headings of parts are at least so large, and larger than the rows by `larger`.
    heading_size: float = 11.5
    #: Running text is at least so wide.
    prose_width: float = 250.0
    #: ... with the number of a paragraph before it, so wide.
    paragraph_width: float = 200.0
    #: So many lines of it are read, set no wider apart than `prose_pitch` type sizes.
    prose_lines: int = 7
    #: The widest distance of its lines in type sizes.
    prose_pitch: float = 1.5
    #: It has so many characters at least.
    prose_length: int = 110
    #: A sentence before a timetable has more characters than this.
    sentence: int = 30
    #: The lines of heads, or of a row, stand closer than this many type sizes.
    start_pitch: float = 1.35
    #: A timetable has so many entries at least ...
    least_entries: int = 2
    #: ... and for each date or time this many: one for four.
    entries_share: float = 0.25
    #: Without a heading so many dates and times, or ranges of time, make one.
    least_anchors: int = 3
    #: The lines behind the last date or time that belong to its row, the line itself counted.
    rows_after: int = 3
    #: Sizes that differ by less are one.
    same_size: float = 0.2
    #: No date or time has fewer characters before its remark in brackets.
    shortest_moment: int = 5
    #: So many lines above the last date or time show how far apart rows stand.
    rows_near: int = 30
    #: What stands more than this many times as far below is no row.
    gap: float = 1.15
    #: ... and more than this many type sizes.
    least_gap: float = 2.0
    #: The columns of a table show in borders so far above its last date or time.
    table_reach: float = 400.0
    #: A sitting that ends before this hour may have begun on the day before.
    night: dt.time = dt.time(6, 0)
    #: Hours behind the titles of a list: so many items have some, and so few other characters stand in the bracket.
    least_hours: int = 2
    beside_hours: int = 12


SETTINGS = TimetableSettings()

#: The grid of timetables. Borders of one table shift by up to 8 points; text starts exactly at its edge.
GRID = GridSettings(aligned=4.0, apart=10.0, slack=3.0, leftmost=True, gap=12.0, doubled=10.0)
