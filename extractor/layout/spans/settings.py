"""Thresholds of what is cleared from a page before its runs make lines."""

from __future__ import annotations

from extractor.records import Struct


class ClearSettings(Struct, frozen=True):
    """Thresholds of runs that lie over or beside the text; lengths in shares of the type size where not said otherwise.

    The measurements are those of watermarks, line numbers and comments as Word, LibreOffice and Chromium print them.
    """

    #: A colour whose parts are all at least this is pale: watermarks are silver (0xC0) or lighter. White is hidden.
    pale: int = 0x90
    #: Watermarks are set this many times as large as the text ...
    larger: float = 1.2
    #: ... or so many times, in any colour, where they lie over lines of the text.
    huge: float = 2.5
    #: A pale text that stands so many times on a page, or at one place on so many pages, is printed behind the text.
    times: int = 3
    pages: int = 2
    #: Watermarks stand below this share of the page's height, as the masthead has large type, and above the rest.
    head: float = 0.25
    foot: float = 0.9
    #: ... and in the middle between its edges, within this share of its width.
    centred: float = 0.1
    #: Places that differ by less than so many points are one; lines under it have their middle in its height, this
    #: share of their size above the baseline.
    one_place: float = 10.0
    middle: float = 0.2

    #: A column of so many numbers, each a step above the last, is one of line numbers ...
    numbers: int = 5
    #: ... or of so many, where only every second, fifth or tenth line has one.
    wide_numbers: int = 3
    steps: tuple[int, ...] = (1, 2, 5, 10)
    #: Numbers of one column end, or begin, within so many points.
    same_edge: float = 1.6
    #: Between a number and its line there is so much space.
    beside_line: float = 0.4
    #: This share of the numbers stands outside their lines, and of the lines between has its number.
    mostly: float = 0.8
    #: Numbers are set in this share of the size of their line, or their lines show that they are no list.
    small_number: float = 0.9
    #: ... so many do: they begin with a small letter or with a label of their own.
    least_evidence: int = 2
    #: Baselines of one line differ by less than this.
    level: float = 0.35
    #: ... those of a line and of its number by less than this: footnote marks are raised.
    one_level: float = 0.12

    #: Comments in the margin are set in at most this share of the size of the text.
    small_comment: float = 0.92
    #: Comments begin so many points beyond it at least, right of this share of the page.
    beyond: float = 2.0
    margin: float = 0.6

    #: A stroke through words stands between these heights above their baseline ...
    lowest_stroke: float = 0.12
    highest_stroke: float = 0.45
    #: ... is no thicker than this, and reaches at most so far beyond them.
    thick_stroke: float = 0.15
    stroke_reach: float = 0.6
    #: What follows struck words begins no further from their end than this.
    behind_struck: float = 1.2
    #: So many rules at one height are the dots of a border: a line of text has no more words.
    most_pieces: int = 100

    #: Capitals are so high.
    capital: float = 0.68
    #: An initial is this many times as large as the text beside it ...
    initial: float = 1.7
    #: ... which begins at most so far from it.
    beside: float = 0.6

    #: A run is rotated by a quarter when it is this many times as high as its type.
    rotated: float = 1.5
    #: Lines of one rotated cell stand no further apart than this.
    next_rotated: float = 1.8
    #: ... and the words of one of its lines no further than this.
    next_word: float = 0.6
    #: ... and within this share of a line they are one word.
    touching: float = 0.1
    #: A rotated cell has no more characters than this; more is a table set along the long side.
    longest_cell: int = 60

    #: Of each page every so many-th run is looked at for letters set apart.
    sample: int = 8
    #: Letters are set apart where they take this many ems on the average (Courier has 0.6) ...
    wide_letter: float = 0.72
    #: A page of fewer runs than this in the sample says nothing.
    least_sample: int = 6
    #: ... or where runs have at most so many characters on the average.
    short_run: float = 1.6
    #: Runs of so many letters tell the space between them.
    least_letters: int = 4
    #: A line of so many single letters may be set apart by itself: `A G E N D A` is the shortest heading.
    least_in_row: int = 6
    #: Letters of one word that are runs of their own stand nearer than so many ems.
    spelled: float = 0.05
    #: Between words the gap is so many ems wider than between letters.
    word_gap: float = 0.15
    #: ... in a line of touching letters so many: `L A` is kerned to half a space.
    spelled_gap: float = 0.1
    #: Behind an apostrophe of an elision that takes the place of a Chinese character, so many ems are no space.
    elision_gap: float = 0.9


CLEAR = ClearSettings()
