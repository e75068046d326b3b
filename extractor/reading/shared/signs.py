"""Small signs of right-to-left lines: vowel signs, raised footnote marks, strokes that widen words.

Each is drawn apart from the letters of its line and put back where it is read.
"""

from __future__ import annotations

import bisect
import unicodedata
from collections.abc import Mapping, Sequence

from extractor.built import compiled
from extractor.reading.shared.glyphs import Glyph
from extractor.records import replace
from extractor.rules import rule

#: A gap of so many ems is a blank.
BLANK_GAP = 0.16
#: A footnote mark is at most this share of the size of its line (browsers set raised type at 0.83), and rises by so
#: much of it; vowel signs stand so far from its baseline.
SMALL_MARK, HIGHEST_MARK, HIGHEST_SIGN = 0.84, 0.7, 0.9
#: Marks of one row are apart by more than so many ems.
BETWEEN_MARKS = 1.0
#: A vowel sign stands over its letter, or so many ems beside it.
BESIDE = 0.3
#: Points: what advances by less has no width.
NO_WIDTH = 0.05
#: The stroke that widens words (tatweel): it is dropped where letters are made plain.
STROKE = "\u0640"
RTL_LETTER = compiled("[\u0590-\u08ff\ufb1d-\ufefc]")
_MARK = compiled(r"[()]?(?:[0-9٠-٩]{1,3}|\*{1,3})[()]?")


@rule("rtl.vowel_row", source="vowel signs that are drawn above or below the baseline of their line")
def are_vowels(row: Sequence[Glyph], near: Glyph) -> bool:
    """A row of vowel signs belongs to the nearest line."""
    return abs(near.y - row[0].y) <= HIGHEST_SIGN * near.size and all(is_sign(glyph.text) for glyph in row)


@rule("rtl.mark_row", source="footnote marks in Arabic papers: `(١)`, small and raised")
def are_marks(row: Sequence[Glyph], below: Sequence[Glyph]) -> bool:
    """A row of small raised digits and brackets, of one mark or several, belongs to the line below it."""
    line = below[0]
    return (
        0 < line.y - row[0].y <= HIGHEST_MARK * line.size
        and max([glyph.size for glyph in row]) <= SMALL_MARK * line.size
        and all(_MARK.fullmatch(mark) is not None for mark in _parted(row))
    )


def _parted(row: Sequence[Glyph]) -> list[str]:
    """The marks of a row, without blanks."""
    marks: list[str] = []
    reach: float | None = None
    for glyph in sorted(row, key=lambda one: one.x0):
        if glyph.text.isspace():
            continue
        if reach is None or glyph.x0 - reach > BETWEEN_MARKS * glyph.size:
            marks.append("")
        marks[-1] += glyph.text
        reach = glyph.x1
    return marks


def lowered(rows: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """The rows with vowel signs and footnote marks put into the lines that they belong to."""
    made: list[list[Glyph]] = []
    waiting: list[Glyph] = []
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else None
        if below is not None and are_marks.applies(row, below):
            waiting += row
            continue
        near = [one[0] for one in (below, made[-1] if made else None) if one]
        home = min(near, key=lambda glyph: abs(glyph.y - row[0].y), default=None)
        if home is not None and are_vowels.applies(row, home):
            if below is not None and home is below[0]:
                waiting += row
            else:
                made[-1] += row
            continue
        made.append(row + waiting)
        waiting = []
    return made


@rule("rtl.stroke", source="strokes that widen words, which some fonts call a Latin letter")
def is_stroke(before: Glyph, glyph: Glyph, after: Glyph) -> bool:
    """A Latin letter that touches Arabic letters on both sides is the stroke between them (tatweel)."""
    near = BLANK_GAP * glyph.size
    return (
        RTL_LETTER.search(before.text) is not None
        and RTL_LETTER.search(after.text) is not None
        and glyph.x0 - before.x1 < near
        and after.x0 - glyph.x1 < near
    )


def _is_latin(text: str) -> bool:
    return len(text) == 1 and text.isascii() and text.isalpha()


def without_strokes(row: list[Glyph]) -> list[Glyph]:
    """The glyphs of a row, from left to right, without Latin letters inside Arabic words, alone or with their like."""
    if not any(_is_latin(glyph.text) for glyph in row):
        return row
    made: list[Glyph] = []
    at = 0
    while at < len(row):
        glyph = row[at]
        end = at + 1
        if _is_latin(glyph.text):
            while end < len(row) and row[end].text == glyph.text:
                end += 1
            if at > 0 and end < len(row):
                whole = replace(glyph, dx=row[end - 1].x1 - glyph.x0, x=glyph.x0)
                if is_stroke.applies(row[at - 1], whole, row[end]):
                    made.append(replace(whole, text=STROKE))
                    at = end
                    continue
        made += row[at:end]
        at = end
    return made


@rule("rtl.sign_order", source="vowel signs between two letters: files draw them beside theirs", otherwise=None)
def drawn_beside(before: Glyph, sign: Glyph, after: Glyph) -> Glyph | None:
    """The letter of a sign that is drawn between two: the second where the file runs to the right, else the first."""
    base = after if before.x0 < after.x0 else before
    middle = sign.x + sign.dx / 2
    near = BESIDE * sign.size
    return base if base.x0 - near <= middle <= base.x1 + near else None


@rule("rtl.cluster", source="makers that name a vowel sign by its letter as well")
def is_of_cluster(glyph: Glyph, beside: Glyph) -> bool:
    """A glyph without width that is called a letter with its signs, drawn beside that letter, is the signs alone."""
    return abs(glyph.dx) < NO_WIDTH and glyph.text[:1] == beside.text[:1]


def signs_alone(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """The glyphs with vowel signs called by themselves where a maker calls them by their letter too."""
    made: list[Glyph] | None = None
    for at, glyph in enumerate(glyphs):
        text = glyph.text
        if len(text) < 2 or text.isascii() or not is_sign(text[1:]) or is_sign(text[0]):
            continue
        if any(
            is_of_cluster.applies(glyph, beside) for beside in (*glyphs[max(at - 1, 0) : at], *glyphs[at + 1 : at + 2])
        ):
            made = list(glyphs) if made is None else made
            made[at] = replace(glyph, text=text[1:])
    return glyphs if made is None else made


def letters_beside(glyphs: Sequence[Glyph]) -> dict[Glyph, Glyph]:
    """The letter that each vowel sign is drawn beside, for those of which the file tells it."""
    found: dict[Glyph, Glyph] = {}
    for at, sign in enumerate(glyphs):
        if not sign.text or sign.text.isascii() or not is_sign(sign.text):
            continue
        before = next((one for one in reversed(glyphs[max(at - 3, 0) : at]) if not is_sign(one.text)), None)
        after = next((one for one in glyphs[at + 1 : at + 4] if not is_sign(one.text)), None)
        if before is not None and after is not None and (letter := drawn_beside.applies(before, sign, after)):
            found[sign] = letter
    return found


def signs_with_letters(row: list[Glyph], letters_of: Mapping[Glyph, Glyph]) -> list[Glyph]:
    """Vowel signs drawn over a letter, joined to it as one glyph.

    They are read after the letter whichever way the line runs.
    """
    if not any(is_sign(glyph.text) for glyph in row):
        return row
    letters = [glyph for glyph in row if not is_sign(glyph.text)]
    if not letters:
        return row
    solid = [index for index, glyph in enumerate(letters) if not glyph.text.isspace()] or [0]
    places = {letters[index]: index for index in solid}
    middles = [(letters[index].x0 + letters[index].x1) / 2 for index in solid]
    for mark in (glyph for glyph in row if is_sign(glyph.text)):
        home = places.get(letters_of[mark]) if mark in letters_of else None
        if home is None:
            middle = mark.x + mark.dx / 2
            after = bisect.bisect(middles, middle)
            nearest = min(
                range(max(after - 1, 0), min(after + 1, len(middles))), key=lambda place: abs(middles[place] - middle)
            )
            home = solid[nearest]
        letters[home] = replace(letters[home], text=letters[home].text + mark.text)
    return letters


def is_sign(text: str) -> bool:
    """Whether a text is vowel signs alone."""
    return bool(text) and all(unicodedata.category(char) == "Mn" for char in text)
