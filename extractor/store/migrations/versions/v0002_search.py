"""Full-text search: a passage for each item and paper, indexed by FTS5 on SQLite, as tsvector on PostgreSQL."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Connection, ForeignKey, Index, Integer, Table, Text, text
from sqlalchemy.dialects.postgresql import REGCONFIG

from extractor.store.columns import CASCADE, column, document_id, metadata
from extractor.store.passages import fill_passages

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

METADATA = metadata()

for name in ("documents", "items"):
    Table(name, METADATA, column("id", Text, "Key.", primary_key=True))

passages = Table(
    "passages",
    METADATA,
    column("id", Integer, "Number of the passage; not kept by another extraction.", primary_key=True),
    document_id(primary_key=False),
    column(
        "item_id",
        Text,
        "The item whose text it is; null for the paper's own title.",
        ForeignKey("items.id", ondelete=CASCADE),
        index=True,
    ),
    column(
        "config",
        Text().with_variant(REGCONFIG(), "postgresql"),
        "PostgreSQL's text search configuration of the language.",
        nullable=False,
    ),
    column("heading", Text, "Words of the title, without case and diacritics.", nullable=False),
    column("text", Text, "Words of annotation and listed documents, without case and diacritics.", nullable=False),
    Index(None, "document_id"),
    comment="What the search looks through: the words of each item and paper.",
)

# The words as they stand, for prefixes and names; and their stems in the language of the paper.
_VECTOR = """
ALTER TABLE passages ADD COLUMN vector tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector(config, heading), 'A') || to_tsvector(config, text)
    || setweight(to_tsvector('simple'::regconfig, heading), 'A') || to_tsvector('simple'::regconfig, text)
) STORED
"""

_FTS = """
CREATE VIRTUAL TABLE passages_fts USING fts5(
    heading, text, content = 'passages', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
)
"""
_ADD = "INSERT INTO passages_fts (rowid, heading, text) VALUES (new.id, new.heading, new.text);"
_TAKE = (
    "INSERT INTO passages_fts (passages_fts, rowid, heading, text) VALUES ('delete', old.id, old.heading, old.text);"
)


def upgrade() -> None:
    """Create the passages and their index, and fill them from the items that are there."""
    connection = op.get_bind()
    passages.create(connection)
    if connection.dialect.name == "postgresql":
        _run(
            connection,
            _VECTOR,
            "COMMENT ON COLUMN passages.vector IS 'Words and their stems for the search.'",
            "CREATE INDEX ix_passages_vector ON passages USING gin (vector)",
        )
    else:
        _run(
            connection,
            _FTS,
            f"CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN {_ADD} END",
            f"CREATE TRIGGER passages_taken AFTER DELETE ON passages BEGIN {_TAKE} END",
            f"CREATE TRIGGER passages_changed AFTER UPDATE ON passages BEGIN {_TAKE} {_ADD} END",
        )
    fill_passages(connection)


def _run(connection: Connection, *commands: str) -> None:
    for command in commands:
        connection.execute(text(command))
