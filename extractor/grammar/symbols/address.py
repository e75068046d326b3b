"""Addresses of the document system, and the paper that each leads to.

Files of papers link their symbols: `https://docs.un.org/en/A/80/150`, `http://undocs.org/A/C.5/49/SR.1`, older ones
with the symbol in a query (`view_doc.asp?symbol=A/RES/60/1`). Source: un-documents conventions, observed 2025.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from extractor.built import compiled
from extractor.grammar.symbols.elements import SymbolError
from extractor.grammar.symbols.symbol import LONGEST, Symbol, parse_symbol
from extractor.records import Struct

#: No address that leads to a paper is longer.
LONGEST_ADDRESS = 2_000
_PATH = compiled(
    r"https?://(?:www\.)?(?:docs\.un\.org|undocs\.org)/(?:[a-z]{2}/)?([^?#&]+)",
    re.IGNORECASE,
)
_HOST = compiled(r"https?://(?:[a-z0-9-]{1,40}\.){0,4}(?:un\.org|undocs\.org)/[^?]*\?(.+)", re.IGNORECASE)
_QUERY = compiled(r"(?:^|&)(?:amp;)?(?:symbol|finalsymbol|ds|s|m)=([^&#]+)", re.IGNORECASE)
_SUFFIX = compiled(r"(?<=[/.( ])(ADD|CORR|REV|AMEND|PART|VOL|SUPP|RESUMPTION)(?=[.(\dIVX ])")
#: What the sheet of a resolution with parts adds to its number: `A/RES/79/93A-B`, `A/RES/49/75[K]`.
_LETTERS = compiled(r"(.*/(?:RES|DEC)/.*[\d)])\[?([A-Z])(?:-([A-Z]))?\]?", re.IGNORECASE)
#: Official Records: the printed edition of a report (`E/2005/23(SUPP)`).
_EDITION = compiled(r"(.+)\(SUPP[A-Z.]{0,8}\)", re.IGNORECASE)


class Target(Struct, frozen=True):
    """The paper that an address leads to.

    Attributes:
        symbol: its symbol, without the letters of the parts of a resolution and without the mark of an edition.
        filed: the symbol as the address has it.
        letters: the first and the last part of the resolution that the sheet has, empty for all.
    """

    symbol: Symbol
    filed: str
    letters: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the symbol of the address is that of a paper and has nothing added."""
        return self.filed == self.symbol.text

    def names(self, symbol: Symbol) -> bool:
        """Whether it is the paper of that symbol."""
        return self.is_whole and any(part.key == symbol.key for part in self.symbol.parts)

    def holds(self, symbol: Symbol) -> bool:
        """Whether the paper of that symbol stands in it: a part of a resolution, another edition."""
        own, other = self.symbol.key, symbol.key
        if own == other:
            return not self.letters
        part = other.removeprefix(own) if other.startswith(own) and _LETTERS.fullmatch(other) else ""
        return len(part) == 1 and part.isalpha() and (not self.letters or self.letters[0] <= part <= self.letters[-1])

    def is_near(self, symbol: Symbol) -> bool:
        """Whether it is an addendum, a part, a revision or the like of the paper of that symbol, or the other way."""
        own, other = self.symbol.base.key, symbol.base.key
        return own.startswith(other) or other.startswith(own)

    def url(self, language: str) -> str:
        """The address of the file in a language, as :meth:`Symbol.url` gives it for a paper."""
        if self.is_whole:
            return self.symbol.url(language)
        return f"https://undocs.org/{language}/{self.filed.replace(' ', '%20')}"


@lru_cache(maxsize=4096)
def target_of(address: str) -> Target | None:
    """The paper that an address leads to; None for all addresses that are no paper's in the document system."""
    if len(address) > LONGEST_ADDRESS or "un" not in address:
        return None
    plain = unquote(unquote(address)).strip()
    path, asked = _PATH.match(plain), _HOST.match(plain)
    query = _QUERY.search(asked[1]) if asked else None
    for found in (path, query):
        text = " ".join(found[1].split()).strip(" ./,;*") if found else ""
        if "/" in text and len(text) <= LONGEST and any(char.isdigit() for char in text):
            return _read(text) or _read(text.upper())
    return None


def _read(text: str) -> Target | None:
    text = _SUFFIX.sub(lambda kind: kind[1].capitalize(), text)
    filed = text.replace(" ", "")
    try:
        if edition := _EDITION.fullmatch(filed):
            return Target(parse_symbol(edition[1]), filed)
    except SymbolError:
        return None
    try:
        symbol = parse_symbol(text)
        return Target(symbol, symbol.text)
    except SymbolError:
        pass
    try:
        if parts := _LETTERS.fullmatch(filed):
            letters = f"{parts[2]}{parts[3] or parts[2]}".upper()
            return Target(parse_symbol(parts[1]), filed[: parts.end(1)] + filed[parts.end(1) :].upper(), letters)
    except SymbolError:
        pass
    return None
