"""What Alembic runs: the revisions on the connection that :mod:`extractor.store.migrate` hands over."""

from __future__ import annotations

from alembic import context

from extractor.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # The caller's transaction holds all of it: an upgrade happens wholly or not at all.
    transactional_ddl=False,
)
context.run_migrations()
