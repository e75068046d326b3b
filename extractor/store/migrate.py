"""Creating a database and bringing an old one up to date, in place and in one transaction."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from extractor.errors import DatabaseForeign, DatabaseNewer
from extractor.store.schema import METADATA
from extractor.store.views import create_views, drop_views

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = ["current_revision", "newest_revision", "revisions", "upgrade"]

#: Alembic's own name for the table that holds the revision.
VERSION_TABLE = "alembic_version"


def revisions() -> list[str]:
    """All revisions, the oldest first."""
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(_config(None))
    return [revision.revision for revision in script.walk_revisions()][::-1]


def newest_revision() -> str:
    """The revision of this version of the program."""
    # The names of the files tell it: reading a database must not cost the loading of Alembic.
    names = (entry.name for entry in (resources.files(__package__) / "migrations" / "versions").iterdir())
    return max(name[1:5] for name in names if name.startswith("v0") and name.endswith(".py"))


def current_revision(connection: Connection) -> str | None:
    """The revision of the database; None for one in which nothing was ever loaded."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found: str | None = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    return found


def upgrade(connection: Connection, to: str | None = None) -> bool:
    """Bring the database to revision ``to`` (the newest when left out), inside the transaction of the caller.

    Returns whether anything was done. The views are taken away before and made anew after it, so that no revision
    need know of them.

    Raises:
        DatabaseNewer: the database is of a revision that this version of the program does not know.
        DatabaseForeign: it holds tables of the same names that un-agenda has not made.
    """
    from alembic import command

    now = current_revision(connection)
    target = to or newest_revision()
    if now == target:
        return False
    if now is None:
        names = set(inspect(connection).get_table_names())
        if taken := sorted(names & set(METADATA.tables)):
            raise DatabaseForeign(f"it has tables of another program, such as {taken[0]!r}")
    elif now not in revisions():
        raise DatabaseNewer(f"its version {now} is newer than the {newest_revision()} of this program")
    drop_views(connection)
    command.upgrade(_config(connection), target)
    if target == newest_revision():
        create_views(connection)
    return True


def _config(connection: Connection | None) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "extractor.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
