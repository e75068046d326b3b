"""Document symbols: ``parse_symbol`` for one, ``find_symbols`` for all in a text."""

from __future__ import annotations

from extractor.grammar.symbols.elements import Component, SymbolError
from extractor.grammar.symbols.filenames import from_filename
from extractor.grammar.symbols.find import find_symbols
from extractor.grammar.symbols.span import SymbolSpan
from extractor.grammar.symbols.symbol import Symbol, parse_symbol

__all__ = ["Component", "Symbol", "SymbolError", "SymbolSpan", "find_symbols", "from_filename", "parse_symbol"]
