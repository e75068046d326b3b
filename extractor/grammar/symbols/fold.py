"""Folding of spelling variants, one character for one, so that offsets in the folded text are offsets in the text.

Source: format catalogue 6.1 and 8 (dashes, slashes, Cyrillic look-alikes and invisible signs of real text layers).
"""

from __future__ import annotations

import re
from functools import cache

from extractor.built import compiled

_DASHES = "‐‑‒–—―−﹣－"
_SLASHES = "／⁄∕"
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\f\v"
# Marks without width that converters leave inside symbols: zero-width blanks, soft hyphens and bidirectional controls.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_CYRILLIC = str.maketrans("АВСЕНКМОРТХІЅЈ", "ABCEHKMOPTXISJ")
_CYRILLIC_LETTER = compiled("[АВСЕНКМОРТХІЅЈ]")
_CYRILLIC_RUN = compiled(r"(?<![Ѐ-ӿ])[АВСЕНКМОРТХІЅЈ]{1,6}(?=[/.]\s?[A-Za-z0-9АВСЕНКМОРТХІЅЈ])")


@cache
def _table() -> dict[int, str]:
    table = {ord(char): "-" for char in _DASHES}
    table.update({ord(char): "/" for char in _SLASHES})
    table.update({ord(char): " " for char in _BLANKS})
    for zero in (0x0660, 0x06F0, 0xFF10):
        table.update({zero + n: str(n) for n in range(10)})
    table.update({0xFF21 + n: chr(0x41 + n) for n in range(26)})
    table.update({ord("（"): "(", ord("）"): ")", ord("．"): ".", ord("，"): ",", ord("；"): ";", ord("："): ":"})
    return table


# Looking for a sign is many times faster than translating, and most texts hold quotation marks and no more.
@cache
def _variants() -> re.Pattern[str]:
    return compiled(f"[{re.escape(''.join(map(chr, _table())))}]")


def fold(text: str) -> str:
    """``text`` with dashes, slashes, blanks, digits and full-width forms in their plain ASCII spelling, of the
    same length.
    """
    return text if text.isascii() or not _variants().search(text) else text.translate(_table())


def latinize(text: str) -> str:
    """``text`` with Cyrillic capitals that stand for Latin ones before a slash or full stop of a symbol
    replaced, of the same length.
    """
    if text.isascii() or not _CYRILLIC_LETTER.search(text):
        return text
    return _CYRILLIC_RUN.sub(lambda match: match.group().translate(_CYRILLIC), text)


_INVISIBLE = compiled(f"[{INVISIBLE}]")
_TO_BLANK = {ord(char): "\x00" for char in INVISIBLE}


def invisible_to_nul(text: str) -> str:
    """``text`` with marks of no width turned into NUL, which the symbol patterns skip, of the same length."""
    return text if text.isascii() or not _INVISIBLE.search(text) else text.translate(_TO_BLANK)
