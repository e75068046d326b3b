"""Moments as moments instead of text, and how many corrections of people a paper has."""

from __future__ import annotations

from contextlib import suppress

from alembic import op
from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_UNKNOWN = "null where the hour or the time zone is unknown."
#: The columns with the comment that they had and the one that they get.
_MOMENTS = {
    ("load_runs", "started_at"): ("When the load began, ISO 8601 in UTC.", "When the load began."),
    ("load_runs", "finished_at"): (
        "When it ended; null while it runs, and for good where it was killed.",
        "When it ended; null while it runs, and for good where it was killed.",
    ),
    ("meetings", "opens_at"): ("When it opens, ISO 8601 with the offset of the place.", f"When it opens; {_UNKNOWN}"),
    ("schedule_entries", "starts_at"): ("Start, ISO 8601 with the offset of the place.", f"Start; {_UNKNOWN}"),
    ("schedule_entries", "ends_at"): ("End, ISO 8601 with the offset of the place.", f"End; {_UNKNOWN}"),
}
_INDEXED = (("meetings", "opens_at"), ("schedule_entries", "starts_at"))
_CORRECTED = "How many corrections of people are in it (un-agenda review)."


def upgrade() -> None:
    """Change the columns in place; hours without a time zone, which are no moments, stand in columns of their own."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        _in_postgresql(connection)
    else:
        _in_sqlite(connection)
    for table, name in _INDEXED:
        connection.execute(text(f"CREATE INDEX ix_{table}_{name} ON {table} ({name})"))
    # How many there are was not kept: of papers that have some, it is known when they are loaded again.
    connection.execute(
        text(
            "UPDATE documents SET corrected = 0 WHERE NOT EXISTS (SELECT 1 FROM diagnostics"
            " WHERE document_id = documents.id AND code = 'corrections.applied')"
        )
    )


def _in_postgresql(connection: Connection) -> None:
    for (table, name), (_, comment) in _MOMENTS.items():
        moment = f"CASE WHEN {name} ~ '(Z|[+-]\\d\\d\\:\\d\\d)$' THEN CAST({name} AS timestamptz) END"
        connection.execute(text(f"ALTER TABLE {table} ALTER COLUMN {name} TYPE timestamptz USING {moment}"))
        connection.execute(text(f"COMMENT ON COLUMN {table}.{name} IS '{comment}'"))
    connection.execute(text("ALTER TABLE documents ADD COLUMN corrected INTEGER"))
    connection.execute(text(f"COMMENT ON COLUMN documents.corrected IS '{_CORRECTED}'"))


def _in_sqlite(connection: Connection) -> None:
    for table, name in _MOMENTS:
        in_utc = f"strftime('%Y-%m-%dT%H\\:%M\\:%SZ', {name})"
        known = f"{name} LIKE '%Z' OR substr({name}, -6, 1) IN ('+', '-')"
        connection.execute(text(f"UPDATE {table} SET {name} = CASE WHEN {known} THEN {in_utc} END"))
    connection.execute(text(f"ALTER TABLE documents ADD COLUMN corrected INTEGER /* {_CORRECTED} */"))
    # The comments are words in the text of CREATE TABLE. Where SQLite does not let it be changed, they stay.
    with suppress(DatabaseError), connection.begin_nested():
        connection.exec_driver_sql("PRAGMA writable_schema = ON")
        for (table, _), (old, new) in _MOMENTS.items():
            connection.execute(
                text("UPDATE sqlite_master SET sql = replace(sql, :old, :new) WHERE type = 'table' AND name = :table"),
                {"old": f"/* {old} */", "new": f"/* {new} */", "table": table},
            )
    connection.exec_driver_sql("PRAGMA writable_schema = RESET")
