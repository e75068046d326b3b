"""The ledger: blocks of all roles in the order of the paper, and every value where it stands."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Connection, Index, Integer, Table, Text, text

from extractor.store.columns import box, column, document_id, item, metadata, page, position

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

METADATA = metadata()

for name in ("documents", "items"):
    Table(name, METADATA, column("id", Text, "Key.", primary_key=True))

blocks = Table(
    "blocks",
    METADATA,
    document_id(),
    position("Order in the paper; the id of the block in the JSON."),
    column("role", Text, "What it is to the paper: annotation, text, timetable, footnote, furniture and so on."),
    *item("to which it belongs"),
    column("item_position", Integer, "Order in the annotation of that item; null where it is no part of it."),
    column("type", Text, "paragraph, heading, list_item or table.", nullable=False),
    column("number", Text, "Paragraph number, list label or mark of a footnote."),
    column("text", Text, "The text.", nullable=False),
    column("cells", Text, "Of a table: its rows of cells, as JSON."),
    page(),
    *box(),
    column("places", Text, "Where it stands, as JSON: a list of page and bbox, one a page."),
    Index(None, "role"),
    comment="All that the papers print, one row a block, in reading order.",
)

_PLACES = "Where it stands, as JSON: a list of page and bbox, one a line; null for what is inferred."
_MENTION = (
    ("block", "bigint", "Position of the block in whose text it stands."),
    ("span_start", "bigint", "How many characters of that text stand before it."),
    ("span_end", "bigint", "At which character of that text it ends."),
    ("places", "text", _PLACES),
)
#: New columns by table: name, type and comment.
_ADDED = {
    "documents": (
        ("recognised", "text", "Pages whose text un-agenda recognised from their picture, as a JSON list."),
        ("review", "text", "Whether a person should check the result: none, look or doubtful."),
    ),
    "items": (("places", "text", _PLACES),),
    "item_documents": (("places", "text", _PLACES),),
    "schedule_entries": (("places", "text", _PLACES),),
    "footnotes": (
        ("places", "text", _PLACES),
        ("anchors", "text", "Where its mark stands, as JSON: a list of block and offset in its text."),
    ),
    "references": _MENTION,
    "dates": _MENTION,
    "entities": _MENTION,
    "diagnostics": (("path", "text", "The part of the JSON that it speaks of; null for the whole paper."),),
    "passages": (("role", "text", "Role of the blocks outside the items whose text it is; null for other text."),),
}

# What a database of an earlier version has are the blocks of annotations, in the order of the items.
_MOVE = """
INSERT INTO blocks (document_id, position, role, item_number, item_id, item_position, type, number, text,
                    page, x0, top, x1, bottom)
SELECT old.document_id,
       row_number() OVER (PARTITION BY old.document_id ORDER BY items.ordinal, old.position),
       'annotation', items.number, old.item_id, old.position, old.type, old.number, old.text,
       old.page, old.x0, old.top, old.x1, old.bottom
  FROM blocks_0003 AS old JOIN items ON items.id = old.item_id
"""

_REVIEW = """
UPDATE documents SET review = CASE
    WHEN EXISTS (SELECT 1 FROM diagnostics WHERE document_id = documents.id AND severity = 'error') THEN 'doubtful'
    WHEN EXISTS (SELECT 1 FROM diagnostics WHERE document_id = documents.id AND severity = 'warning') THEN 'look'
    ELSE 'none' END
"""


def upgrade() -> None:
    """Make the blocks anew with those that are there, and add what says where values stand."""
    connection = op.get_bind()
    for table, columns in _ADDED.items():
        for name, kind, comment in columns:
            _add(connection, table, name, kind, comment)
    connection.execute(text("CREATE TABLE blocks_0003 AS SELECT * FROM blocks"))
    connection.execute(text("DROP TABLE blocks"))
    blocks.create(connection)
    connection.execute(text(_MOVE))
    connection.execute(text("DROP TABLE blocks_0003"))
    connection.execute(text(_REVIEW))


def _add(connection: Connection, table: str, name: str, kind: str, comment: str) -> None:
    command = f'ALTER TABLE "{table}" ADD COLUMN {name} {kind.upper()}'
    if connection.dialect.name != "postgresql":
        connection.execute(text(f"{command} /* {comment} */".replace(":", "\\:")))
        return
    connection.execute(text(command))
    connection.execute(text(f"COMMENT ON COLUMN \"{table}\".{name} IS '{comment}'".replace(":", "\\:")))
