"""What says that a paper is cited: the wording, a link of the file, or both."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_COMMENT = "What says that it is this document, as a JSON list: text, link or both."


def upgrade() -> None:
    """Add the evidence of references; earlier versions kept none, and all of theirs stand in the text."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        connection.execute(text('ALTER TABLE "references" ADD COLUMN evidence TEXT'))
        connection.execute(text(f"COMMENT ON COLUMN \"references\".evidence IS '{_COMMENT}'".replace(":", "\\:")))
    else:
        comment = _COMMENT.replace(":", "\\:")
        connection.execute(text(f'ALTER TABLE "references" ADD COLUMN evidence TEXT /* {comment} */'))
    connection.execute(text("""UPDATE "references" SET evidence = '["text"]'"""))
