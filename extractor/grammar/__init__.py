"""The grammar of references: pure text in, typed spans out; no PDF in sight.

Symbols, citations, dates, times, places, sessions and item numbers of United Nations papers. Each name below is
imported from its module when first asked for, so that ``import extractor.grammar`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

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

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    return __all__
