"""Thresholds of blocks and of what is usual in a paper."""

from __future__ import annotations

from extractor.records import Struct


class BlockSettings(Struct, frozen=True):
    """Thresholds of how lines split into blocks; lengths in points where not said otherwise."""

    #: More than this many times the paper's usual line pitch starts a new block.
    loose: float = 1.22
    #: A line that stands more than this many pitches above the line before it begins the next column.
    upwards: float = 1.5
    #: Lines whose left edges differ by less than this are flush. Points: indents of 7 points occur in 12 point type.
    flush: float = 3.5
    #: A note in brackets that begins so many type sizes right of the text is no part of it.
    far_right: float = 12.0
    #: Sizes that differ by more than this many points are different type.
    size_step: float = 0.8
    #: A line that reaches beyond this share of the text's right edge may run on in another font.
    runs_on: float = 0.6
    #: Width of a letter and of the space before a word, in ems: whether a word had fitted on the line above.
    letter_width: float = 0.5
    space_width: float = 0.4
    #: A line that ends left of this share of the right edge and leaves room for half of the next was meant to end.
    broken: float = 0.6
    #: ... and a bold line above a bold number that leaves so many type sizes free: a word would have fitted.
    room: float = 4.0
    #: So many lines of one size show that their paper is set in double space.
    enough_lines: int = 30
    #: Where more than this share of the lines ends beyond what seemed the text's right edge, it is none.
    ragged: float = 0.3
    #: ... and so many body sizes beyond it.
    beyond: float = 3.0
    #: The right edge is then where this share of the lines has ended.
    most_lines: float = 0.95
    #: Right edges are counted in steps of so many points; one is frequent from this share of the commonest on.
    edge_step: int = 4
    frequent: float = 0.3
    #: A step between baselines counts as a line pitch between these many type sizes.
    least_pitch: float = 0.9
    most_pitch: float = 2.6
    #: A pitch is common when this share of the steps has it; above `close` type sizes it is a gap, not a pitch.
    common: float = 0.12
    close: float = 1.45
    #: A heading over documents is no longer than this (letters).
    longest_heading: int = 40
    #: The pitch of a size that says nothing of its own, in type sizes.
    usual_pitch: float = 1.2
    #: The size of a paper without any text.
    no_size: float = 10.0
    #: ... and its right edge, in points.
    no_right: float = 500.0


BLOCKS = BlockSettings()
