"""The views `citations` and `current_*`, the column `superseded_by`; views are made anew with every upgrade."""

from __future__ import annotations

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Leave the tables as they are."""
