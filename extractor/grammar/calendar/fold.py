"""Folding for comparison, with a way back to the printed offsets.

Case, accents, dashes, spaces, digits and Arabic letter forms are folded. Sources: Unicode normalization (NFKC, NFD),
format catalogue 8 (damage of text layers).
"""

from __future__ import annotations

import unicodedata

from extractor.built import compiled, prepared
from extractor.lexicon.signs import (
    APOSTROPHES,
    DASHES,
    INVISIBLE,
    SPACES,
    VOWEL_SIGNS,
    plain_digits,
    plain_widths,
    to_one,
)
from extractor.records import Struct

#: Signs that carry no reading.
_DROPPED = frozenset(map(ord, INVISIBLE + VOWEL_SIGNS))
#: The last is a sign that cannot be read: between two hours or days there is nothing else.
_DASHES = DASHES + "\ufffd"
#: What folding changes in plain ASCII besides the case.
_TO_CHANGE = compiled(r"[\t\r\f\v`]")


@prepared
def _table() -> dict[int, str]:
    """One character to one: what may be done without moving an offset."""
    table: dict[int, str] = {}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00)):
        char = chr(code)
        lower = char.lower()
        base = unicodedata.normalize("NFD", lower)[0] if lower not in "йѝ" else lower
        if len(base) == 1 and base != char:
            table[code] = base
    table |= {code: plain.lower() for code, plain in plain_widths().items()} | plain_digits()
    table |= to_one(_DASHES, "-") | to_one(SPACES, " ") | to_one(APOSTROPHES, "'")
    table.update({ord(a): b for a, b in zip("أإآٱىیک،؛。、", "اااايىك,;.,", strict=True)})
    table[ord("ی")] = "ي"
    return table


@prepared
def _irregular() -> frozenset[str]:
    forms = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF))
    return frozenset(chr(code) for code in (*_DROPPED, *forms))


class Folded(Struct):
    """Folded text. ``at`` gives the printed offset of each folded character, or is None where the two run alike."""

    text: str
    at: list[int] | None
    length: int

    def start(self, offset: int) -> int:
        """The printed offset of the folded one."""
        if self.at is None:
            return offset
        return self.at[offset] if offset < len(self.at) else self.length

    def end(self, offset: int) -> int:
        """The printed offset behind the character before the folded `offset`."""
        if self.at is None or offset == 0:
            return offset
        return self.at[offset - 1] + 1


def fold(text: str) -> Folded:
    """`text` folded for comparison; linear in its length."""
    if text.isascii() and ((text.isprintable() and "`" not in text) or not _TO_CHANGE.search(text)):
        return Folded(text.lower(), None, len(text))
    table = _table()
    if text.isascii() or _irregular().isdisjoint(text):
        return Folded(text.translate(table), None, len(text))
    chars: list[str] = []
    at: list[int] = []
    for offset, char in enumerate(text):
        code = ord(char)
        if code in _DROPPED:
            continue
        plain = unicodedata.normalize("NFKC", char).translate(table) if code >= 0xFB50 else table.get(code, char)
        for part in plain:
            if ord(part) not in _DROPPED:
                chars.append(part)
                at.append(offset)
    return Folded("".join(chars), at, len(text))


def fold_word(word: str) -> str:
    """A word of the lexicon as it stands in folded text."""
    return fold(word).text
