"""Where the masthead's readers draw the line: all measures of the folder, with what set them.

Lengths are in points where nothing else is said; the templates of the stations are drawn in points, whatever the size
of the type (format catalogue 1.1).
"""

from __future__ import annotations

from extractor.records import Struct


class MastheadSettings(Struct, frozen=True):
    """The measures of the masthead; `SETTINGS` holds the ones in use."""

    #: The name of a city between a session and the year has at most so many words.
    place_words: int = 4

    # the box
    #: So many sheets of a library, or empty pages, may stand before the paper (seen: one; two with an empty back).
    most_covers: int = 2
    #: ... among so many sheets at most: empty ones and pictures do not count.
    most_sheets: int = 8
    #: ... with so many lines each: the first page of a paper has more.
    cover_lines: int = 20
    #: Cells that begin this near to the column's edge belong to the column (measured: 1 in digital papers, 10 in
    #: scans).
    column_slack: float = 15.0
    #: A box farther left than this share of the page's width has no column of its own: only what is known for a field
    #: is taken.
    own_column: float = 0.4
    #: The box ends in the upper part of the page (share of its height) ...
    box_zone: float = 0.42
    #: ... and its lines are at most this far apart: a blank line stands between the date and the language ...
    box_gap: float = 52.0
    #: ... or this far where the line is not known for a field and no rule closes the box.
    loose_gap: float = 30.0
    #: A box that no rule closes is at most this high below `Distr.`, for lines that are not known for a field.
    open_box: float = 110.0
    #: Cells of one printed line differ by less than this in their tops.
    same_line: float = 4.0
    #: The rule that closes the box stands at most this far below its last line ...
    rule_reach: float = 130.0
    #: ... and may touch the line's descenders.
    rule_overlap: float = 2.0
    #: Pieces of one rule lie this near to one height.
    rule_step: float = 3.0
    #: The rule is as wide as this share of the page.
    rule_width: float = 0.5
    #: A cell of the box holds no more characters than this; longer ones are text.
    field_length: int = 60
    #: What stands before `Distr.` and is shorter than this is a stray sign, not another column (characters).
    stray: int = 4
    #: The language stands in so many characters after `Original:`.
    after_original: int = 40
    #: A line `English, French and Spanish only` is shorter than this (characters).
    only_length: int = 80
    #: The job number stands below this share of the first page's height ...
    job_zone: float = 0.75
    #: ... at the head of a line, or in one shorter than this (characters).
    job_length: int = 40

    # symbols
    #: A cell with nothing but symbols holds no more characters than this: three joint symbols have 90.
    symbol_length: int = 120
    #: Names of the Organization this short are no part of a cell that ran into them (characters).
    short_name: int = 5
    #: The symbol stands in this share of the page's height from the top ...
    symbol_zone: float = 0.3
    #: ... and at most this far below the end of `Distr.`.
    symbol_reach: float = 90.0
    #: Beside a box that stands low the symbol is at most this far from `Distr.`.
    low_symbol_reach: float = 156.0
    #: A symbol at the right ends beyond this share of the page's width ...
    right_end: float = 0.7
    #: ... or begins beyond this one.
    right_start: float = 0.5
    #: A symbol is in the box's column when its edge is this near to it.
    symbol_slack: float = 30.0
    #: The head of the page, as a share of its height.
    page_head: float = 0.15
    #: Joint symbols stand one below the other: their tops differ by no more than so many line heights ...
    joint_lines: float = 2.2
    #: ... with this much between two lines ...
    leading: float = 4.0
    #: ... and share an edge, left or right.
    joint_edge: float = 30.0
    #: The first letters of a symbol, split off in larger type, end at most this far before the rest ...
    close_head: float = 8.0
    #: ... farther where the rest begins with its slash and cannot stand alone ...
    loose_head: float = 16.0
    #: ... or overlap it by this ...
    head_overlap: float = 2.0
    #: ... on lines whose tops differ by less than this: they are set in two sizes ...
    head_drop: float = 8.0
    #: ... and have no more characters than this.
    head_length: int = 12
    #: Running heads looked at: later pages say nothing new.
    heads: int = 12
    #: Running heads stand in this share of the page's height.
    head_zone: float = 0.14
    #: Lines of a page's body that may be a running head which the layout has not taken for furniture.
    head_lines: int = 3
    #: A symbol of the running heads stands on this share of the pages that have one.
    head_share: float = 0.4
    #: A symbol of the running heads replaces the masthead's where the one element that differs is as alike as this.
    misread: float = 0.4

    # dates
    #: A line that consists of the date of issue holds no more characters than this.
    date_length: int = 50
    #: The date takes this share of its line, a label apart ...
    date_share: float = 0.7
    #: ... a month without a day takes this one.
    month_share: float = 0.9
    #: The column beside which a date without `Distr.` stands begins beyond this share of the page's width.
    right_half: float = 0.5
    #: A line of place and dates holds no more characters than this.
    dates_length: int = 160
    #: Other words take less than this share of a line of place and dates ...
    other_share: float = 0.6
    #: ... or this one where a comma before the dates shows a place that no list holds: `Some Town, Some Country, ...`
    place_share: float = 0.75
    #: A session with the name of its body between ordinal and noun has so many words.
    least_around: int = 3
    most_around: int = 8
    #: Ways of meeting and zones are looked for in the rest of a line of so many words.
    least_words: int = 2
    #: Shares are taken of this many letters at least.
    least_letters: int = 20
    #: Letters that a place-and-date line may hold besides dates and place: `to be held virtually`, `Palais des
    #: Nations`.
    other_letters: int = 34
    #: Letters that may stand beside the day in the heading of a timetable's day.
    beside_day: int = 4

    # sessions
    #: A session's words make up at least this share of the letters of a session line.
    session_share: float = 0.6
    #: `of` and what follows make a name, not a year, from this many characters on: `of 2031`.
    session_rest: int = 9
    #: Letters before a session's words that are no place and no date: more make another sentence.
    before_session: int = 6

    # rows
    #: Type smaller than this is a stray sign of the template, not text.
    least_size: float = 4.0
    #: Rows looked at under the box: the longest masthead seen has 24.
    most_rows: int = 60
    #: A row is bold when this share of its letters is.
    bold_share: float = 0.6
    #: Type of one size differs by no more than this.
    same_size: float = 0.7
    #: Lines of one paragraph are at most this many type sizes apart (measured: 1.07 in titles, 1.2 in text); 1.5
    #: begins a new one.
    paragraph_gap: float = 1.5
    #: Footnote marks stand less than this many type sizes above the line that they belong to.
    mark_gap: float = 0.8
    #: What is beside the box may reach this far below its end.
    box_overlap: float = 2.0
    #: The organ's name goes on below the box in type larger than this.
    organ_size: float = 11.0
    #: Lines of the Organization's longer name are at most this many type sizes apart ...
    organization_gap: float = 1.7
    #: ... and flush to this.
    organization_flush: float = 4.0
    #: Two columns begin at least this far apart, as in papers of two organs.
    columns_apart: float = 110.0
    #: ... but as near as this where body and session stand between the organ and the box.
    columns_near: float = 60.0
    #: Cells whose left edges fall in one step of this width stand in one column ...
    column_step: float = 4.0
    #: ... which begins two steps before, for what is set a little to the left.
    column_lead: float = 8.0
    #: A line that reaches this far beyond the second column's edge goes across both.
    across: float = 12.0
    #: A line of running text is wider than this ...
    prose_width: float = 300.0
    #: ... and has more letters: at 12 points 300 points hold fifty.
    prose_letters: int = 45
    #: ... and no larger than this (in points: as a share of the body size, 1.16, it changes the titles of five papers).
    prose_size: float = 11.6

    #: A title stands at most so many rows below the text that parts it from the block.
    remark_reach: int = 6

    # bodies
    #: A name is set in one type: a line larger or smaller by this begins another.
    another_name: float = 2.5
    #: Lines of one name are at most this many type sizes apart ...
    name_gap: float = 1.9
    #: ... beside the box, where names are set in larger type, this many.
    organ_gap: float = 2.6
    #: A letter is this wide, in type sizes: whether the next word had fitted in the line above.
    letter_width: float = 0.5

    # title
    #: A gap this many type sizes wide parts the title from what stands above it (measured: 1.8 between item titles,
    #: 2.1 and more above titles).
    title_gap: float = 1.9
    #: Indent that sets the title off from the block of body and session (measured: 57 and more).
    title_indent: float = 25.0
    #: Names that are centred on the page begin this far to the right of an item line in the corner (measured: 112).
    centred_names: float = 90.0
    #: Rows set against one right edge end within this.
    right_edge: float = 1.5
    #: Type larger by this much is another kind of line.
    larger: float = 1.2
    #: A title without its words is set in type no smaller than this (in points: as a share of the body size,
    #: 1.1, it changes one paper).
    title_size: float = 11.0
    #: So many signs of a title make one where an item's title may stand.
    title_signs: int = 2
    #: Lines are flush to this in a name over the title ...
    name_flush: float = 8.0
    #: ... in a title to this ...
    title_flush: float = 10.0
    #: ... or centred: the sums of their edges differ by less than this.
    title_centred: float = 12.0
    #: An indented title stands at most so many rows below a body's name that is flush with the block.
    title_reach: int = 2
    #: The head of a column of a day has no more characters: `Wednesday, 27 September 2034`.
    longest_day: int = 30
    #: Below a title that stands on top, name, dates and place are looked for in so many rows.
    block_reach: int = 7

    # whether it is a paper at all
    #: An error page is short: more text than this is a paper that happens to quote one (characters).
    error_page_length: int = 2_500
    #: Sentences of an error page that must be found on it.
    error_page_signs: int = 2
    #: Pages of an error page.
    error_page_pages: int = 2
    #: So many of distribution, language, job number and date make a paper without a symbol.
    paper_signs: int = 2

    #: The number of a resolution stands so many rows below the line that says who adopted it, at most.
    adopted_reach: int = 8


SETTINGS = MastheadSettings()
