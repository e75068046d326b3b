"""Views for people: what one asks most, joined and named.

They are made anew with every upgrade; a change of a view therefore needs a revision, if only an empty one.
"""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from extractor.store.schema import METADATA

__all__ = ["COMMENTS", "VIEWS", "column_comments", "create_views", "drop_views"]

_FIRST_DAY = "(SELECT min(periods.start_date) FROM periods WHERE periods.document_id = documents.id)"
# The latest revision that is loaded, in the language of the paper: of Rev.1 and Rev.2, that which supersedes more.
_SUPERSEDED_BY = """(SELECT newer.symbol
                  FROM supersessions JOIN documents AS newer ON newer.id = supersessions.document_id
                 WHERE supersessions.symbol = documents.symbol AND supersessions.relation = 'revises'
                   AND coalesce(newer.language, '') = coalesce(documents.language, '')
                 ORDER BY supersessions.position DESC LIMIT 1)"""
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
               items.page, items.id AS item_id, documents.id AS document_id, {_SUPERSEDED_BY} AS superseded_by
          FROM items
          JOIN documents ON documents.id = items.document_id
          LEFT JOIN items AS parents ON parents.id = items.parent_id
          {_MEETING}""",
    "timetable": f"""
        SELECT schedule_entries.date, schedule_entries.end_date, schedule_entries.start_time,
               schedule_entries.end_time, coalesce(meetings.body, documents.body) AS body, meetings.place,
               schedule_items.item_number AS item, coalesce(schedule_entries.title, items.title) AS title,
               schedule_entries.starts_at, schedule_entries.ends_at, meetings.timezone, schedule_entries.continued,
               documents.symbol, documents.language, schedule_entries.position, documents.id AS document_id,
               {_SUPERSEDED_BY} AS superseded_by
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
    "citations": """
        SELECT documents.symbol AS agenda, documents.language, "references".kind, "references".text,
               "references".symbol, "references".owner, "references".number, "references".item_number AS item,
               "references".page, "references".url, "references".evidence, "references".position,
               documents.id AS document_id, "references".item_id
          FROM "references"
          JOIN documents ON documents.id = "references".document_id""",
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
    "current_documents": f"SELECT documents.* FROM documents WHERE {_SUPERSEDED_BY} IS NULL",
    "current_agenda_items": "SELECT * FROM agenda_items WHERE superseded_by IS NULL",
    "current_timetable": "SELECT * FROM timetable WHERE superseded_by IS NULL",
}

#: What each view is for.
COMMENTS = {
    "agenda_items": "Agenda items with the paper, body and session to which they belong.",
    "timetable": "The timetables, one row a slot and item.",
    "documents_by_item": "The documents listed for each item, one row a symbol.",
    "citations": "Each mention of a document, resolution or decision, with the paper that mentions it.",
    "references_by_document": "What each paper cites, and how often.",
    "revisions": "Revisions and corrigenda, and the papers that they stand in for.",
    "current_documents": "The papers that no revision in the same language supersedes.",
    "current_agenda_items": "The agenda items of papers that no revision supersedes.",
    "current_timetable": "The timetables of papers that no revision supersedes.",
}

# Columns of views by name; those that mean something else in a view stand below.
_COLUMNS = {
    "agenda": "Symbol of the paper.",
    "body": "The body that meets.",
    "continued": "Whether the entry continues an earlier one.",
    "date": "Day, or first day.",
    "document_id": "The paper.",
    "documents": "How many documents are listed under the item.",
    "earlier_document_id": "The earlier paper; null where it is not loaded.",
    "earlier_symbol": "Symbol of the earlier paper.",
    "end_date": "Last day, where it covers several.",
    "end_time": "Local time of its end.",
    "ends_at": "End; null where the hour or the time zone is unknown.",
    "evidence": "What says that it is this document, as a JSON list: text, link or both.",
    "first_day": "First day of the meeting.",
    "first_page": "Page of the first mention.",
    "item": "Number of the agenda item.",
    "item_id": "The agenda item.",
    "item_title": "Title of the agenda item.",
    "kind": "document, resolution or decision.",
    "language": "Language of the paper, ISO 639-1.",
    "level": "1 for an item, 2 for a sub-item, and so on.",
    "mentions": "How often the paper mentions it.",
    "number": "Number of the item, resolution or decision.",
    "ordinal": "Place of the item in the whole paper.",
    "owner": "The body whose resolution or decision it is.",
    "page": "Page of the PDF, counted from 1.",
    "paragraphs": "How many blocks its annotation has.",
    "parent_title": "Title of the item above.",
    "place": "City.",
    "position": "Place in the paper, counted from 1.",
    "relation": "revises or corrects.",
    "session": "Session as printed.",
    "start_time": "Local time of its start.",
    "starts_at": "Start; null where the hour or the time zone is unknown.",
    "superseded_by": "Symbol of the latest loaded revision in the same language; null where there is none.",
    "symbol": "Symbol of the paper.",
    "text": "The mention as printed.",
    "timezone": "IANA time zone of the place, for `starts_at AT TIME ZONE timezone`.",
    "title": "Title.",
    "url": "Where the document is to be found.",
}
_OTHERWISE = {
    ("documents_by_item", "symbol"): "Symbol of the listed document.",
    ("citations", "symbol"): "Symbol of what is cited; null where none can be derived.",
    ("references_by_document", "symbol"): "Symbol of what is cited; null where none can be derived.",
}


def column_comments(view: str, columns: list[str]) -> dict[str, str]:
    """What each column of a view is."""
    if view == "current_documents":
        return {column.name: column.comment or "" for column in METADATA.tables["documents"].columns}
    return {name: _OTHERWISE.get((view, name)) or _COLUMNS[name] for name in columns}


def create_views(connection: Connection) -> None:
    """Create the views, none of which is there."""
    for name, query in VIEWS.items():
        connection.execute(text(f"CREATE VIEW {name} AS {query}"))
    if connection.dialect.name == "postgresql":
        for name, comment in COMMENTS.items():
            _comment(connection, f"VIEW {name}", comment)
            columns = [column["name"] for column in inspect(connection).get_columns(name)]
            for column, meaning in column_comments(name, columns).items():
                _comment(connection, f"COLUMN {name}.{column}", meaning)


def _comment(connection: Connection, what: str, comment: str) -> None:
    quoted = comment.replace("'", "''").replace(":", "\\:")
    connection.execute(text(f"COMMENT ON {what} IS '{quoted}'"))


def drop_views(connection: Connection) -> None:
    """Take away those of the views that are there, the last first, for one may stand on another."""
    there = set(inspect(connection).get_view_names())
    for name in reversed(VIEWS):
        if name in there:
            connection.execute(text(f"DROP VIEW {name}"))
