"""Thresholds of what is put right in text that was recognised."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["REPAIR", "RepairSettings"]


@dataclass(frozen=True, slots=True)
class RepairSettings:
    """How unlike its witness a misread word may be. A letter for any other costs 1."""

    #: What it costs to read a character as one that looks like it (`/` as `I`, `N` as `M`), and a letter in the other
    #: case: damage of made scans is of these two kinds nine times of ten.
    confused: float = 0.34
    other_case: float = 0.1
    #: A digit for another: nothing vouches for either.
    other_digit: float = 2.0
    #: A stroke or a point that was lost, or seen where there is none.
    lost_sign: float = 0.5
    #: The most that the beginning of a symbol may cost: two lost signs, or three characters that look alike.
    most: float = 1.05
    #: Beginnings of symbols that are shorter say too little (`A/`, `E/`).
    shortest: int = 5
    #: A series that the register alone knows must be nearer: the paper does not speak for it.
    most_registered: float = 0.7
    #: A symbol that stands in the paper so often is read rightly, whatever it looks like.
    known: int = 2
    #: Names of months and weekdays of fewer letters have neighbours in every language (`mars`, `mare`).
    shortest_name: int = 5
    #: A label must look like what it was: tables name one item twice, and leave others out.
    most_label: float = 0.5
    #: Labels stand in one column when their left edges differ by less than this many points.
    column: float = 4.0
    #: So many labels before and behind one are looked at, of which two that count, no more than so many places apart.
    around: int = 12
    beside: int = 4
    #: A run of more characters is text, whose size is that of the body.
    line: int = 20
    #: A mark is raised type of at most this share of the size of the body.
    mark_size: float = 0.8
    #: ... and stand no higher above the line than this share of the size of its text.
    mark_height: float = 0.75
    #: Notes are set in type of at most this share of the size of the body.
    note_size: float = 0.93
    #: The number that opens a note is so large, and stands so far above its line, in shares of the note's size.
    raised_size: float = 0.65
    raised: float = 0.3
    #: The text of a note begins no further behind its number than so many times its size: a tab of half an inch.
    note_tab: float = 4.0
    #: Type of more than this share of the size of the body is a heading.
    heading: float = 1.1
    #: A word is vouched for by the same word elsewhere when it is at least so long; shorter ones meet by chance.
    vouched: int = 4
    #: ... and one with digits by a second place where it is in doubt as well, from so many characters on.
    long_number: int = 7


REPAIR = RepairSettings()
