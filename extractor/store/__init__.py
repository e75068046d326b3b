"""Agendas in a database: SQLite or PostgreSQL, loaded, searched and browsed.

    from extractor.papers import papers
    from extractor.store import load_agendas, open_store

    with open_store("agendas.db") as store:
        result = load_agendas(store, papers(["agendas/"]))

The tables are described in :mod:`extractor.store.schema`.
"""

from extractor.store.database import DEFAULT_URL, Store, open_store
from extractor.store.load import LoadResult, load_agendas

__all__ = ["DEFAULT_URL", "LoadResult", "Store", "load_agendas", "open_store"]
