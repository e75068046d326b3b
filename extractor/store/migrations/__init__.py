"""The migrations of the database: Alembic's environment and the revisions, without an ini file."""
