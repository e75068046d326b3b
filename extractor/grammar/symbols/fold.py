"""Folding of spelling variants, one character for one, so that offsets in the folded text are offsets in the text.

Source: format catalogue 6.1 and 8 (dashes, slashes, Cyrillic look-alikes and invisible signs of real text layers).
"""

from __future__ import annotations

import re
from functools import cache

from extractor.built import compiled, prepared
from extractor.lexicon.signs import DASHES, INVISIBLE, SLASHES, SPACES, plain_digits, plain_widths, to_one

#: Full-width signs that stand in symbols and around them.
_PUNCTUATION = "().,;:"
#: A line end stays one: a symbol may go on behind it.
_SPACES = SPACES.replace("\r", "")
_CYRILLIC = str.maketrans("АВСЕНКМОРТХІЅЈ", "ABCEHKMOPTXISJ")
_CYRILLIC_LETTER = compiled("[АВСЕНКМОРТХІЅЈ]")
#: Capitals of a symbol, some of them Cyrillic: `САС/СОSР/2031/3`.
_CYRILLIC_RUN = compiled(r"(?<![Ѐ-ӿA-Za-z])[A-ZАВСЕНКМОРТХІЅЈ]{1,8}(?=[/.]\s?[A-Za-z0-9АВСЕНКМОРТХІЅЈ])")


@cache
def _table() -> dict[int, str]:
    wide = {code: plain for code, plain in plain_widths().items() if plain.isupper() or plain in _PUNCTUATION}
    return to_one(DASHES, "-") | to_one(SLASHES, "/") | to_one(_SPACES, " ") | plain_digits() | wide


# Looking for a sign is many times faster than translating, and most texts hold quotation marks and no more.
@prepared
def _variants() -> re.Pattern[str]:
    return compiled(f"[{re.escape(''.join(map(chr, _table())))}]")


def fold(text: str) -> str:
    """``text`` in plain ASCII spelling and of the same length.

    Dashes, slashes, spaces, digits and full-width forms are replaced.
    """
    return text if text.isascii() or not _variants().search(text) else text.translate(_table())


def latinize(text: str) -> str:
    """``text`` with Latin capitals for Cyrillic ones before a slash or full stop of a symbol, equally long."""
    if text.isascii() or not _CYRILLIC_LETTER.search(text):
        return text
    return _CYRILLIC_RUN.sub(lambda match: match.group().translate(_CYRILLIC), text)


_INVISIBLE = compiled(f"[{INVISIBLE}]")
_TO_BLANK = {ord(char): "\x00" for char in INVISIBLE}


def invisible_to_nul(text: str) -> str:
    """``text`` with marks of no width turned into NUL, which the symbol patterns skip, of the same length."""
    return text if text.isascii() or not _INVISIBLE.search(text) else text.translate(_TO_BLANK)
