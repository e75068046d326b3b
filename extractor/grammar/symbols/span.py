"""A document symbol in a text, with the place where it stands.

Source: format catalogue 6.1.
"""

from __future__ import annotations

from extractor.grammar.symbols.symbol import Symbol
from extractor.records import Value


class SymbolSpan(Value, frozen=True):
    """One symbol in a text: ``text[start:end]`` is what is printed there, ``symbol`` what it means.

    Flags: ``elliptic`` (only the suffix is printed, as in ``and Add.1``), ``range`` (one of a range of papers; the
    spans of a range share the range's offsets), ``joint`` (filed with its neighbour), ``repaired`` (the text layer
    was damaged), ``glued`` (run into a date, a word or another symbol), ``broken`` (over two lines), ``reissued``
    (printed with an asterisk), ``unregistered`` (a series that the registry does not know). Spans come in order; two
    of them are disjoint or, in a range, the same.
    """

    text: str
    start: int
    end: int
    symbol: Symbol
    flags: frozenset[str] = frozenset()


def make_span(text: str, start: int, end: int, symbol: Symbol, flags: set[str]) -> SymbolSpan:
    """The span of a symbol; a series that the registry does not know is flagged."""
    if symbol.body is None:
        flags = flags | {"unregistered"}
    return SymbolSpan(text[start:end], start, end, symbol, frozenset(flags))
