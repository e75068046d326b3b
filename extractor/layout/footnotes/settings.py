"""Thresholds of footnotes."""

from __future__ import annotations

from extractor.records import Struct


class FootnoteSettings(Struct, frozen=True):
    """Thresholds of footnotes, in shares of the page's height or of the body's size where not said otherwise."""

    #: Points: the rule over footnotes: 72 in Word's template, 145 in Geneva's, longer in old papers; what stands below
    #: it must begin with a mark, so a table's border is not taken for it.
    shortest_rule: float = 36.0
    longest_rule: float = 480.0
    #: A rule that stands so many type sizes below words underlines them.
    underline: float = 0.25
    #: ... and one that is as long as they are, its ends so many points from theirs at most, does so many below them.
    low_underline: float = 0.45
    near_ends: float = 4.0
    #: Points: below a longer rule a plain digit is no mark: the first cells of tables are digits too.
    short_rule: float = 240.0
    #: ... unless all below it is smaller than tables are set.
    tiny_type: float = 0.82
    #: A border of this many pieces at one height is a table's, whatever its pieces touch.
    most_pieces: int = 100
    #: Points: pieces of a border that are closer than this touch; rules whose heights differ by less are at one height.
    touching: float = 6.0
    level: float = 2.0
    #: Notes are set in type at most this share of the body's size (8.5 or 9 on 10 points).
    small_type: float = 0.93
    #: ... below a rule so many points more, as sizes are rounded, and a few lines in any size.
    slack: float = 0.2
    few_lines: int = 4
    #: Notes stand below this share of the page.
    low: float = 0.2
    #: A note that goes on from the page before stands below this share of the page.
    lower: float = 0.5
    #: The heading of endnotes has no more characters; what follows them is so many points larger, or bold.
    heading: int = 20
    larger: float = 0.8
    #: Star notes in the size of the text stand among so many last lines, set off by so many type sizes ...
    last_lines: int = 6
    set_off: float = 1.2
    #: ... and below this share of the page where no star calls them.
    uncalled: float = 0.6
    #: Lines of a table's note stand no further apart than this many type sizes.
    note_pitch: float = 1.6
    #: A digit in a cell of its own is a mark if it is no larger than this share of its line.
    small_digit: float = 0.85


FOOTNOTES = FootnoteSettings()
