"""What Datasette shows of a database: titles, descriptions, facets, labels of foreign keys, and questions to ask."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from html import escape
from typing import Any

from sqlalchemy import Table, inspect

from extractor.loopback import is_own_host
from extractor.store.database import Store
from extractor.store.schema import METADATA
from extractor.store.views import COMMENTS, column_comments

__all__ = ["QUERIES", "Application", "datasette_metadata", "own_hosts_only"]

Application = Callable[[dict[str, Any], Any, Any], Awaitable[None]]
"""An ASGI application."""

#: By what the rows of a table are counted beside it.
_FACETS = {
    "documents": ["kind", "language", "organ", "distribution", "review"],
    "meetings": ["body", "place", "format"],
    "items": ["level", "no_documentation"],
    "blocks": ["role", "type"],
    "references": ["kind", "owner"],
    "schedule_entries": ["date", "continued"],
    "dates": ["role"],
    "entities": ["label"],
    "diagnostics": ["severity", "code"],
    "supersessions": ["relation"],
    "bodies": ["parent", "seat", "certainty"],
    "agenda_items": ["body", "language", "level"],
    "timetable": ["body", "place", "date"],
    "documents_by_item": ["agenda", "language"],
    "references_by_document": ["kind", "owner", "language"],
    "revisions": ["relation", "language"],
    "citations": ["kind", "owner", "language"],
    "current_documents": ["kind", "language", "organ", "review"],
    "current_agenda_items": ["body", "language", "level"],
    "current_timetable": ["body", "place", "date"],
}

#: What stands for a row where another one points at it.
_LABELS = {"documents": "symbol", "items": "title", "bodies": "name", "load_runs": "started_at"}

#: Columns that many tables have and that need no words above the rows.
_PLAIN = {"document_id", "x0", "top", "x1", "bottom", "page", "places"}

QUERIES: dict[str, dict[str, Any]] = {
    "papers_that_cite": {
        "title": "Papers that cite a document",
        "description": "The agendas that cite or list the document of a symbol, such as A/RES/55/25.",
        "hide_sql": True,
        "sql": """
SELECT documents.symbol, documents.language, documents.title, 'cited' AS how, "references".item_number AS item
  FROM "references" JOIN documents ON documents.id = "references".document_id
 WHERE "references".symbol = :symbol
 UNION
SELECT documents.symbol, documents.language, documents.title, 'listed', item_documents.item_number
  FROM item_document_symbols
  JOIN item_documents ON item_documents.document_id = item_document_symbols.document_id
       AND item_documents.position = item_document_symbols.entry
  JOIN documents ON documents.id = item_document_symbols.document_id
 WHERE item_document_symbols.symbol = :symbol
 ORDER BY 1, 2""",
    },
    "most_cited": {
        "title": "Most cited",
        "description": "What most papers cite.",
        "hide_sql": True,
        "sql": """
SELECT symbol, owner, number, count(DISTINCT document_id) AS papers, count(*) AS mentions
  FROM "references"
 WHERE symbol IS NOT NULL
 GROUP BY symbol, owner, number
 ORDER BY papers DESC, mentions DESC, symbol
 LIMIT 100""",
    },
    "meetings_between": {
        "title": "Meetings between two days",
        "description": "What meets in a stretch of days, such as 2031-06-01 and 2031-06-30.",
        "hide_sql": True,
        "sql": """
SELECT periods.start_date, periods.end_date, meetings.body, meetings.session_label, meetings.place, documents.symbol
  FROM periods
  JOIN meetings ON meetings.document_id = periods.document_id AND meetings.position = periods.meeting
  JOIN documents ON documents.id = periods.document_id
 WHERE periods.start_date <= :last AND coalesce(periods.end_date, periods.start_date) >= :first
 ORDER BY periods.start_date, meetings.body""",
    },
}


def datasette_metadata(database: str, store: Store) -> dict[str, Any]:
    """The metadata of Datasette for a database, and what Datasette calls it."""
    with store.read() as connection:
        look = inspect(connection)
        views = {name: [str(column["name"]) for column in look.get_columns(name)] for name in COMMENTS}
    tables = {name: _table(table) for name, table in METADATA.tables.items()}
    for name, description in COMMENTS.items():
        tables[name] = _described(name, description, column_comments(name, views[name]))
    tables["passages"]["hidden"] = True
    tables["alembic_version"] = {"hidden": True}
    return {
        "title": "Agendas of United Nations meetings",
        "description": "Papers loaded with un-agenda: items, annotations, documents, timetables and references.",
        "databases": {
            database: {
                "description": "The views are for reading; the tables hold all that the papers say.",
                "tables": tables,
                "queries": QUERIES,
            }
        },
    }


def _table(table: Table) -> dict[str, Any]:
    meanings = {column.name: column.comment or "" for column in table.columns if column.name not in _PLAIN}
    found = _described(table.name, table.comment or "", meanings)
    if table.name in _LABELS:
        found["label_column"] = _LABELS[table.name]
    return found


def _described(name: str, purpose: str, meanings: Mapping[str, str]) -> dict[str, Any]:
    """What Datasette is told of a table: its purpose, and what its columns mean, folded away so that rows are seen."""
    rows = "".join(f"<dt>{escape(column)}</dt><dd>{escape(meaning)}</dd>" for column, meaning in meanings.items())
    columns = f"<details><summary>What the columns mean</summary><dl>{rows}</dl></details>" if rows else ""
    return {"description_html": f"<p>{escape(purpose)}</p>{columns}", "facets": _FACETS.get(name, [])}


def own_hosts_only(application: Application) -> Application:
    """``application``, refusing requests that are addressed to another host than this machine by its own names."""

    async def guarded(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] in ("http", "websocket") and not _is_own(scope["headers"]):
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
                return
            headers = [(b"content-type", b"text/plain; charset=utf-8")]
            await send({"type": "http.response.start", "status": 421, "headers": headers})
            await send({"type": "http.response.body", "body": b"Open the address that un-agenda browse has shown.\n"})
            return
        await application(scope, receive, send)

    return guarded


def _is_own(headers: list[tuple[bytes, bytes]]) -> bool:
    hosts = [value.decode("latin-1") for name, value in headers if name == b"host"]
    return len(hosts) == 1 and is_own_host(hosts[0])
