"""Agendas in a database: SQLite or PostgreSQL, loaded, searched and browsed.

    from extractor.papers import papers
    from extractor.store import load_agendas, open_store, search

    with open_store("agendas.db") as store:
        result = load_agendas(store, papers(["agendas/"]))
        for hit in search(store, 'smuggling AND "private sector"'):
            print(hit.symbol, hit.item, hit.date, hit.snippet)

The tables are described in :mod:`extractor.store.schema`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from extractor.store.database import DEFAULT_URL, Store, open_store
from extractor.store.search import Hit, search

if TYPE_CHECKING:
    from extractor.store.load import LoadResult, load_agendas

__all__ = ["DEFAULT_URL", "Hit", "LoadResult", "Store", "load_agendas", "open_store", "search"]


def __getattr__(name: str) -> object:
    """Import what loads papers when it is asked for: it needs the models, and a search does not."""
    if name in ("LoadResult", "load_agendas"):
        return getattr(import_module("extractor.store.load"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
