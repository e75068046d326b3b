"""Views for people: what one asks most, joined and named.

They are made anew with every upgrade; a change of a view therefore needs a revision, if only an empty one.
"""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

__all__ = ["VIEWS", "create_views", "drop_views"]

_FIRST_DAY = "(SELECT min(periods.start_date) FROM periods WHERE periods.document_id = documents.id)"
_MEETING = "LEFT JOIN meetings ON meetings.document_id = documents.id AND meetings.position = 1"

#: The views by name, in the SQL that SQLite and PostgreSQL share.
VIEWS = {
    "agenda_items": f"""
        SELECT documents.symbol, documents.language, coalesce(meetings.body, documents.body) AS body,
               meetings.session_label AS session, {_FIRST_DAY} AS first_day,
               items.number, items.title, items.level, items.ordinal, parents.title AS parent_title,
               (SELECT count(*) FROM blocks
                 WHERE blocks.item_id = items.id AND blocks.item_position IS NOT NULL) AS paragraphs,
               (SELECT count(*) FROM item_documents WHERE item_documents.item_id = items.id) AS documents,
               items.page, items.id AS item_id, documents.id AS document_id
          FROM items
          JOIN documents ON documents.id = items.document_id
          LEFT JOIN items AS parents ON parents.id = items.parent_id
          {_MEETING}""",
    "timetable": f"""
        SELECT schedule_entries.date, schedule_entries.end_date, schedule_entries.start_time,
               schedule_entries.end_time, coalesce(meetings.body, documents.body) AS body, meetings.place,
               schedule_items.item_number AS item, coalesce(schedule_entries.title, items.title) AS title,
               schedule_entries.starts_at, schedule_entries.ends_at, schedule_entries.continued,
               documents.symbol, documents.language, schedule_entries.position, documents.id AS document_id
          FROM schedule_entries
          JOIN documents ON documents.id = schedule_entries.document_id
          LEFT JOIN schedule_items ON schedule_items.document_id = schedule_entries.document_id
               AND schedule_items.entry = schedule_entries.position
          LEFT JOIN items ON items.id = schedule_items.item_id
          {_MEETING}""",
    "documents_by_item": """
        SELECT documents.symbol AS agenda, documents.language, item_documents.item_number AS item,
               items.title AS item_title, item_document_symbols.symbol, item_documents.title,
               item_documents.page, item_documents.position, documents.id AS document_id, items.id AS item_id
          FROM item_documents
          JOIN documents ON documents.id = item_documents.document_id
          LEFT JOIN items ON items.id = item_documents.item_id
          LEFT JOIN item_document_symbols ON item_document_symbols.document_id = item_documents.document_id
               AND item_document_symbols.entry = item_documents.position""",
    "references_by_document": """
        SELECT documents.symbol AS agenda, documents.language, "references".kind, "references".symbol,
               "references".owner, "references".number, count(*) AS mentions, min("references".page) AS first_page,
               min("references".url) AS url, documents.id AS document_id
          FROM "references"
          JOIN documents ON documents.id = "references".document_id
         GROUP BY documents.id, documents.symbol, documents.language, "references".kind, "references".symbol,
               "references".owner, "references".number""",
    "revisions": """
        SELECT documents.symbol, documents.language, supersessions.relation, supersessions.symbol AS earlier_symbol,
               earlier.id AS earlier_document_id, documents.id AS document_id
          FROM supersessions
          JOIN documents ON documents.id = supersessions.document_id
          LEFT JOIN (SELECT id, symbol, language FROM documents
                     UNION
                     SELECT documents.id, document_symbols.symbol, documents.language
                       FROM document_symbols JOIN documents ON documents.id = document_symbols.document_id) AS earlier
               ON earlier.symbol = supersessions.symbol
               AND coalesce(earlier.language, '') = coalesce(documents.language, '')""",
}


def create_views(connection: Connection) -> None:
    """Create the views, none of which is there."""
    for name, query in VIEWS.items():
        connection.execute(text(f"CREATE VIEW {name} AS {query}"))


def drop_views(connection: Connection) -> None:
    """Take away those of the views that are there, the last first, for one may stand on another."""
    there = set(inspect(connection).get_view_names())
    for name in reversed(VIEWS):
        if name in there:
            connection.execute(text(f"DROP VIEW {name}"))
