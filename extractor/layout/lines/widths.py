"""Where a character of a run of type stands: between the two ends of the run, by the widths that characters have."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import inf

from extractor.memo import remembered

#: A run of type in a text: the offset at which it begins, its left and its right edge.
Run = tuple[int, float, float]

#: Widths of characters in thousandths of an em, as in Times, the type of most UN papers; digits and what is not named
#: are half an em wide. Arabic letters are as wide as in Noto Naskh and Noto Sans, the mean of their forms; the marks of
#: their vowels take no room. Only the proportions matter.
_WIDTHS = (
    dict.fromkeys(" .,", 250)
    | dict.fromkeys("ijlt:;/|'’‘", 278)
    | dict.fromkeys('frsI()[]-‐‑`´"!', 333)
    | dict.fromkeys("acez“”?J", 444)
    | dict.fromkeys("wABCDKNRUVXYHQOG", 722)
    | dict.fromkeys("EFLTZPS", 611)
    | dict.fromkeys("m", 778)
    | dict.fromkeys("MW—%@…", 920)
    | dict.fromkeys(map(chr, range(0x064B, 0x0653)), 0)
    | dict.fromkeys("اأإآ", 250)
    | dict.fromkeys("لئ", 340)
    | dict.fromkeys("رزنثبيت", 400)
    | dict.fromkeys("جحخطظى", 640)
    | dict.fromkeys("سشصض", 850)
)
_USUAL = 500
#: Characters from here on are as wide as they are high (Han, kana, full-width forms).
_SQUARE, _EM = "\u2e80", 1000
_OF_ASCII = [_WIDTHS.get(chr(code), _USUAL) for code in range(0x80)]


def x_in(text: str, runs: Sequence[Run], offset: int, *, closing: bool) -> float:
    """Where the character `offset` of a text begins that these runs make up; if `closing`, where the last ends."""
    at = max(bisect_right(runs, (offset - closing, inf)) - 1, 0) if len(runs) > 1 else 0
    begin, x0, x1 = runs[at]
    stop = runs[at + 1][0] if at + 1 < len(runs) else len(text)
    whole = text[begin:stop].rstrip()
    width = _width(whole)
    return x0 + (x1 - x0) * min(_width(whole[: offset - begin]) / width, 1.0) if width else x0


def offset_in(text: str, runs: Sequence[Run], x: float) -> int:
    """How many characters of a text that these runs make up have their middle to the left of `x`."""
    at = max(bisect_right(runs, x, key=lambda run: run[1]) - 1, 0)
    begin, x0, x1 = runs[at]
    stop = runs[at + 1][0] if at + 1 < len(runs) else len(text)
    whole = text[begin:stop].rstrip()
    if x1 <= x0 or x >= x1:
        return begin + len(whole)
    wanted, passed = (x - x0) / (x1 - x0) * _width(whole), 0.0
    for offset, char in enumerate(whole, begin):
        width = _width(char)
        if passed + width / 2 >= wanted:
            return offset
        passed += width
    return begin + len(whole)


def natural_width(text: str) -> float:
    """How wide a text is set without space between its letters, in ems, as in Times."""
    return _width(text) / _EM


@remembered
def _width(text: str) -> int:
    if text.isascii():
        return sum(map(_OF_ASCII.__getitem__, text.encode()))
    return sum([_EM if char >= _SQUARE else _WIDTHS.get(char, _USUAL) for char in text])
