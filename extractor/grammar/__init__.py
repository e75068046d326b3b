"""The grammar of references: pure text in, typed spans out; no PDF in sight.

Symbols, citations, dates, times, places, sessions and item numbers of United Nations papers. Each name below is
imported from its module when first asked for, so that ``import extractor.grammar`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.grammar.calendar import (
        CalendarContext,
        DateSpan,
        Period,
        TimeSpan,
        find_dates,
        find_times,
        parse_period,
    )
    from extractor.grammar.citations import Citation, CitationContext, find_citations
    from extractor.grammar.ordinals import SessionSpan, find_session
    from extractor.grammar.places import PlaceSpan, find_place, zone_of
    from extractor.grammar.references import ReferenceSpan, find_references
    from extractor.grammar.symbols import (
        Component,
        Symbol,
        SymbolError,
        SymbolSpan,
        find_symbols,
        from_filename,
        parse_symbol,
    )

_HOMES = {
    "Symbol": "symbols",
    "SymbolError": "symbols",
    "SymbolSpan": "symbols",
    "Component": "symbols",
    "parse_symbol": "symbols",
    "find_symbols": "symbols",
    "from_filename": "symbols",
    "ReferenceSpan": "references",
    "find_references": "references",
    "Citation": "citations",
    "CitationContext": "citations",
    "find_citations": "citations",
    "CalendarContext": "calendar",
    "DateSpan": "calendar",
    "TimeSpan": "calendar",
    "Period": "calendar",
    "find_dates": "calendar",
    "find_times": "calendar",
    "parse_period": "calendar",
    "PlaceSpan": "places",
    "find_place": "places",
    "zone_of": "places",
    "SessionSpan": "ordinals",
    "find_session": "ordinals",
}

__all__ = [
    "CalendarContext",
    "Citation",
    "CitationContext",
    "Component",
    "DateSpan",
    "Period",
    "PlaceSpan",
    "ReferenceSpan",
    "SessionSpan",
    "Symbol",
    "SymbolError",
    "SymbolSpan",
    "TimeSpan",
    "find_citations",
    "find_dates",
    "find_place",
    "find_references",
    "find_session",
    "find_symbols",
    "find_times",
    "from_filename",
    "parse_period",
    "parse_symbol",
    "zone_of",
]

# Hidden from type checkers: they take a module with this function to have every name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    return __all__
