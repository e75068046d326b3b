"""Whether the text of a block can be trusted."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_COMMENT = "Whether the text of the file is garbage here and not what the page shows."


def upgrade() -> None:
    """Mark blocks whose text is in doubt; earlier versions kept no such text."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        connection.execute(text("ALTER TABLE blocks ADD COLUMN in_doubt BOOLEAN"))
        connection.execute(text(f"COMMENT ON COLUMN blocks.in_doubt IS '{_COMMENT}'"))
    else:
        connection.execute(text(f"ALTER TABLE blocks ADD COLUMN in_doubt BOOLEAN /* {_COMMENT} */"))
    connection.execute(text("UPDATE blocks SET in_doubt = false"))
