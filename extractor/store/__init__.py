"""Agendas in a database: SQLite or PostgreSQL, loaded, searched and browsed.

    from extractor.papers import papers
    from extractor.store import load_agendas, open_store, search

    with open_store("agendas.db") as store:
        result = load_agendas(store, papers(["agendas/"]))
        for hit in search(store, 'smuggling AND "private sector"'):
            print(hit.symbol, hit.item, hit.date, hit.snippet)

The tables are described in :mod:`extractor.store.schema`.
"""

from extractor.store.database import DEFAULT_URL, Store, open_store
from extractor.store.load import LoadResult, load_agendas
from extractor.store.search import Hit, search

__all__ = ["DEFAULT_URL", "Hit", "LoadResult", "Store", "load_agendas", "open_store", "search"]
