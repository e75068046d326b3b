"""What a revision or corrigendum stands in for."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Table, Text, text

from extractor.store.columns import column, document_id, lookup, metadata, position
from extractor.store.supersession import supersessions_of

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

METADATA = metadata()

Table("documents", METADATA, column("id", Text, "Key.", primary_key=True))

supersessions = Table(
    "supersessions",
    METADATA,
    document_id(),
    position("Order, the latest first."),
    column("relation", Text, "revises (/Rev.) or corrects (/Corr.).", nullable=False),
    column("symbol", Text, "Symbol of the earlier paper, loaded or not.", nullable=False),
    lookup("symbol"),
    comment="What a revision or corrigendum stands in for, by its symbol; the view revisions has the papers.",
)


def upgrade() -> None:
    """Create the table and fill it from the symbols that are there."""
    connection = op.get_bind()
    supersessions.create(connection)
    found: dict[str, list[str | None]] = {}
    for key, symbol in connection.execute(text("SELECT id, symbol FROM documents")):
        found[key] = [symbol]
    for key, symbol in connection.execute(text("SELECT document_id, symbol FROM document_symbols ORDER BY position")):
        found[key].append(symbol)
    rows = [row for key, symbols in found.items() for row in supersessions_of(key, symbols)]
    if rows:
        connection.execute(supersessions.insert(), rows)
