"""The order in which the pieces of a right-to-left line are read: the bidirectional algorithm run backwards.

The rules are those of Unicode Standard Annex 9. What stands from right to left is read first, but islands of Latin
letters and digits keep their order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from extractor.built import compiled
from extractor.rules import rule

_STOP_BEFORE_FIGURES = compiled(r"[-–.]\s?[0-9٠-٩]{1,3}|[.،؛][0-9٠-٩]{1,4}(?:/[0-9٠-٩]{1,4})+")
_STOP_BEFORE_LATIN = compiled(r"[.،؛]\s?[A-Z]")
#: A symbol behind the mark of its note: `(١) A/99/1.`, as it stands from left to right.
_NOTE_OF_LATIN = compiled(r"\s[()][٠-٩]{1,2}[()]\Z")
#: The rest of a symbol as it stands from left to right, with what closes it.
_CLOSED_LATIN = compiled(r"([.،؛]?\s?[()]\s?)[A-Z][^()\s/]*+/[^()\s]*+")
#: A date in Latin letters whose day is drawn behind the year.
_DAY_LAST = compiled(r"[A-Z][a-z]{2,9} \d{4}( \d{1,2})")
OPENING, CLOSING = "([{«‹", ")]}»›"
#: Brackets whose mate tells whether the file holds drawn shapes; angle signs may stand alone.
PAIRS = dict(zip(CLOSING, OPENING, strict=True))
_RTL = ("R", "AL")
_FIGURES = ("EN", "AN")


def reading_order(texts: Sequence[str]) -> list[int]:
    """The order in which the pieces of a line, given from left to right, are read.

    A line without right-to-left letters or Arabic figures is read as it stands. Otherwise from right to left, but for
    islands that read from left to right: Latin letters with all between them, figures with the separators inside them
    (annex 9, rules W2 to W7 backwards).
    """
    kinds = _arabic_figures([_kind(text) for text in texts])
    if not any(kind in _RTL for kind in kinds):
        if _STOP_BEFORE_FIGURES.fullmatch("".join(texts)):
            return [*range(1, len(texts)), 0]  # the number of an item or paragraph in a cell of its own: 1-
        if "AN" in kinds and "L" in kinds and (note := _NOTE_OF_LATIN.search("".join(texts))):
            start = len(texts) - len(note[0])
            if "".join(texts[start:]) == note[0]:
                mark = [start + index for index in reading_order(texts[start:])]
                return [*mark, *reading_order(texts[:start])]
        if closed := closed_behind.applies(texts):
            return [*range(closed, len(texts)), *reversed(range(closed))]
        if day := day_of_date.applies("".join(texts), len(texts)):
            return [*range(day + 1, len(texts)), day, *range(day)]
        if _STOP_BEFORE_LATIN.match("".join(texts)):
            # the last line of a sentence that ends with a symbol, or a note of nothing else: *A/99/1.
            stars = sum(text == "*" for text in texts)
            end = len(texts) - stars if all(text == "*" for text in texts[len(texts) - stars :]) else len(texts)
            return [*range(end, len(texts)), *range(1, end), 0]
        if "AN" not in kinds or "L" in kinds:
            return list(range(len(texts)))
    latin = _latin_before(kinds)
    order: list[int] = []
    index = len(kinds) - 1
    while index >= 0:
        first = index
        if kinds[index] in ("L", *_FIGURES):
            first = _island(kinds, latin, index, texts)
            order += range(first, index + 1)
        elif index and texts[index] == "/" and is_cut_symbol.applies(kinds, texts, index):
            first = _island(kinds, latin, index - 1, texts)
            order += range(first, index + 1)
        elif index and texts[index] in PAIRS and kinds[index - 1] in ("L", *_FIGURES):
            # A bracket that closes one opened inside an island belongs to the island (rule N0).
            start = _island(kinds, latin, index - 1, texts)
            if _open_brackets(texts[start:index]):
                first = start
                order += range(first, index + 1)
            else:
                order.append(index)
        else:
            order.append(index)
        index = first - 1
    return order


@rule("rtl.cut_symbol", source="a symbol cut by the end of a line behind its bracket: `(A/AC.105/`")
def is_cut_symbol(kinds: Sequence[str], texts: Sequence[str], index: int) -> bool:
    """A slash between Latin letters or their digits and a bracket at its right belongs to what it ends: a symbol."""
    after = texts[index + 1] if index + 1 < len(texts) else ""
    return after in ("(", ")") and (kinds[index - 1] == "L" or (kinds[index - 1] in _FIGURES and "L" in kinds[:index]))


@rule(
    "rtl.day_of_date",
    source="`4 September 2030` in a right-to-left masthead stands as `September 2030 4`: its first digits run with it",
    otherwise=0,
)
def day_of_date(text: str, pieces: int) -> int:
    """Where the day of a date stands that is drawn behind its year, with the blank before it; 0 when none is."""
    found = _DAY_LAST.fullmatch(text) if pieces == len(text) else None
    return found.start(1) if found else 0


@rule("rtl.closed_behind", source="a symbol cut by the end of a line: `)C.2/2034/3` below `(A/AC.105/`", otherwise=0)
def closed_behind(texts: Sequence[str]) -> int:
    """How many signs at the left of the rest of a symbol are read behind it: the bracket that closes, and a stop."""
    found = _CLOSED_LATIN.fullmatch("".join(texts))
    return len(found[1]) if found and all(len(text) == 1 for text in texts[: len(found[1])]) else 0


def _arabic_figures(kinds: list[str]) -> list[str]:
    """The kinds of pieces; figures behind an Arabic letter count as Arabic ones before a sign (rule W2).

    So `10-8 June` is drawn for the days from 8 to 10.
    """
    if "ES" not in kinds:
        return kinds
    found = list(kinds)
    arabic = False
    for index in range(len(kinds) - 1, -1, -1):
        if kinds[index] in ("L", "R", "AL"):
            arabic = kinds[index] == "AL"
        elif kinds[index] == "ES" and arabic:
            found[index] = "ON"
    return found


def _open_brackets(texts: Sequence[str]) -> int:
    depth = 0
    for text in texts:
        depth += (text in OPENING) - (text in PAIRS and depth > 0)
    return depth


def _island(kinds: Sequence[str], latin: Sequence[bool], last: int, texts: Sequence[str]) -> int:
    """Where the left-to-right island that ends at `last` begins."""
    first = last
    index = last - 1
    while index >= 0 and kinds[index] not in _RTL:
        if kinds[index] in ("L", *_FIGURES):
            # figures after a Latin letter are part of its run, but not Arabic ones apart from it
            within = ("L" in (kinds[index], kinds[first]) or latin[index]) and not (
                first - index > 1 and ("AN" in (kinds[index], kinds[first]) or _is_closed(kinds, texts, index, first))
            )
            if not (within or _joins_figures(kinds, index, first)):
                break
            first = index
        index -= 1
    return first


def _is_closed(kinds: Sequence[str], texts: Sequence[str], left: int, right: int) -> bool:
    """Whether brackets around Latin letters part them from digits at their right.

    `(A/99/1) 2031-2030` is read as `2030-2031 (A/99/1)`, `A/99/( 2031` as `2031 (A/99/`.
    """
    if kinds[right] not in _FIGURES or not texts[right - 1].isspace() or right - left < 3:
        return False
    return texts[left + 1] in OPENING + CLOSING or texts[right - 2] in OPENING + CLOSING


def _latin_before(kinds: Sequence[str]) -> list[bool]:
    """For each piece, whether a Latin letter stands to its left before any right-to-left one (rule W7)."""
    seen: list[bool] = []
    latin = False
    for kind in kinds:
        latin = kind == "L" or (latin and kind not in _RTL)
        seen.append(latin)
    return seen


def _joins_figures(kinds: Sequence[str], left: int, right: int) -> bool:
    """Rule W4: a common separator joins figures, a sign (+, -) only European ones; rule W5: % and the like join."""
    between = kinds[left + 1 : right]
    if not between or (len(between) == 1 and between[0] in ("CS", "ET")):
        return True
    return len(between) == 1 and between[0] == "ES" and kinds[left] == "EN"


def _kind(text: str) -> str:
    """The bidirectional class of a glyph: that of its first letter or figure, else of its first character."""
    classes = [unicodedata.bidirectional(char) for char in text]
    strong = [one for one in classes if one in ("L", *_RTL, *_FIGURES)]
    return strong[0] if strong else (classes[0] if classes else "ON")
