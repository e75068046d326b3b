"""Rules of right-to-left lines: small signs that are drawn apart from their line."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.reading.shared.clusters import spelled
from extractor.reading.shared.glyphs import Face, Glyph
from extractor.reading.shared.rtl import logical_runs
from extractor.reading.trust.suspect import unlettered
from extractor.records import replace
from tests.rules.case import Case

FACE = Face("Naskh", False, False)


def glyph(text: str, x: float, width: float = 5.0, y: float = 100.0, size: float = 10.0) -> Glyph:
    return Glyph(text, x, y, width, 0.0, size, FACE)


def word(text: str, x: float) -> list[Glyph]:
    """The letters of a word from left to right, the last that is read first."""
    return [glyph(letter, x + 5 * at) for at, letter in enumerate(reversed(text))]


def drawn(text: str) -> list[Glyph]:
    """Signs from left to right."""
    return [glyph(char, 100 + 5 * at) for at, char in enumerate(text)]


def read(glyphs: Sequence[Glyph]) -> list[str]:
    return [span.text for span in logical_runs(glyphs)]


#: A word whose vowel sign is drawn between two of its letters, a little nearer to the wrong one.
SIGNED = [*word("تقر", 100)[:2], glyph("\u064f", 109.4, 0.0), *word("تقر", 100)[2:]]

CASES = {
    "rtl.stroke": Case(
        lambda: read(
            [*word("اب", 100), glyph("c", 110, 4.0), *[replace(one, x=one.x + 14) for one in word("كت", 100)]]
        ),
        ["كتاب"],
    ),
    "rtl.vowel_row": Case(lambda: read([*word("قرر", 100), glyph("\u064e", 112, 0.0, y=95.0)]), ["قَرر"]),
    "rtl.cluster": Case(
        lambda: read([*word("تقر", 100)[:2], glyph("ت\u064f", 110.4, 0.0), *word("تقر", 100)[2:]]), ["تُقر"]
    ),
    "rtl.sign_order": Case(lambda: read(SIGNED), ["تُقر"]),
    "rtl.mark_row": Case(
        lambda: read(
            [
                *word("بحر", 100),
                *word("ميناء", 124),
                *[glyph(sign, 116.5 + 2 * at, 2.0, 96.0, 6.0) for at, sign in enumerate("(1)")],
            ]
        ),
        ["ميناء ", "(1) ", "بحر"],
    ),
    # the year with the mark of two digits at its left, before the next word
    "rtl.mark_left_of_digits": Case(
        lambda: read(
            [
                *word("بحر", 100),
                glyph("1", 120, 3.0, 96.0, 6.0),
                glyph("2", 123, 3.0, 96.0, 6.0),
                *[glyph(digit, 126 + 5 * at) for at, digit in enumerate("2031")],
                *word("ميناء", 150),
            ]
        ),
        ["ميناء 2031", "12 ", "بحر"],
    ),
    # read before the sentence's stop: the word, its year with the mark at the right of that, the stop
    "rtl.mark_in_island": Case(
        lambda: [
            round(span.x0)
            for span in logical_runs(
                [
                    glyph(".", 97, 3.0),
                    *[glyph(digit, 100 + 5 * at) for at, digit in enumerate("2031")],
                    glyph("1", 120, 3.0, 96.0, 6.0),
                    glyph(" ", 123, 3.0),
                    *word("بحر", 126),
                ]
            )
            if span.text.strip() == "1"
        ],
        [97],
    ),
    "rtl.unlettered": Case(lambda: unlettered.applies("جدول الأع\ufffdال ال\ufffdؤقت \ufffd"), 2),
    "rtl.mark_once": Case(lambda: read([*word("تقر", 100)[:2], glyph("ت\u064f\u064f", 110)]), ["تُقر"]),
    "rtl.day_of_date": Case(lambda: read(drawn("September 2030 4")), ["4 September 2030"]),
    "rtl.closed_behind": Case(lambda: read(drawn("(C.2/2034/3")), ["C.2/2034/3)"]),
    # the symbol and its bracket stand at the left end of a line of words
    "rtl.cut_symbol": Case(lambda: read([*drawn("A/99/)"), *word("بحر", 135)]), ["بحر (A/99/"]),
    "rtl.swapped": Case(lambda: read([*drawn("WP)9(/1"), *word("بحر", 140)]), ["بحر WP(9)/1"]),
    "glyphs.cluster": Case(
        lambda: [one.text for one in spelled("\u064a\u064f", [glyph("\u064f", 100, 0.0), glyph("\ufffd", 100)])],
        ["\u064a\u064f"],
    ),
}
