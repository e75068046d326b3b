"""Writing papers: what is new is inserted, what changed replaced, what is the same left alone; one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.exc import DataError, IntegrityError

from extractor.errors import DatabaseError
from extractor.store.database import Store, lock
from extractor.store.keys import lock_key
from extractor.store.rows import Row, Rows
from extractor.store.schema import CHILDREN, METADATA

__all__ = ["Outcome", "is_of_the_paper", "write_papers"]

Outcome = Literal["loaded", "replaced", "unchanged"]

_documents = METADATA.tables["documents"]

# Classes of SQLSTATE that blame the data: data exception, constraint, program limit (PostgreSQL manual, appendix A).
_BLAME = ("22", "23", "54")


def write_papers(store: Store, papers: Sequence[Rows], run: int | None) -> list[Outcome]:
    """Write papers in one transaction, all or none, and say of each what became of it.

    A paper of which the database has the same content is not touched. Of the others the row in ``documents`` is
    updated or inserted and all rows that hang on it are made anew; the rows of other papers stay as they are. Of two
    papers with the same key the later one stays.

    Raises:
        DatabaseError: nothing was written; see :func:`is_of_the_paper`.
    """
    keys = [paper["documents"][0]["id"] for paper in papers]
    outcomes: list[Outcome] = []
    with store.write() as connection:
        lock(connection, [lock_key(key) for key in keys])
        chosen = select(_documents.c.id, _documents.c.content_hash).where(_documents.c.id.in_(set(keys)))
        there = {row.id: row.content_hash for row in connection.execute(chosen)}
        now = dict(there)
        changed: dict[str, Rows] = {}
        for key, paper in zip(keys, papers, strict=True):
            content = paper["documents"][0]["content_hash"]
            if key in now and now[key] == content:
                outcomes.append("unchanged")
                continue
            outcomes.append("replaced" if key in now else "loaded")
            now[key] = content
            changed[key] = paper
        try:
            _replace(connection, changed, there.keys() & changed.keys(), run)
        except OverflowError as error:  # SQLite's driver, for numbers of more than 64 bits
            raise DatabaseError("a number is too large for the database", hint="") from error
    return outcomes


def is_of_the_paper(error: DatabaseError) -> bool:
    """Whether the data were refused, so that other papers may well pass; a full disk concerns them all."""
    cause = error.__cause__
    if isinstance(cause, (DataError, IntegrityError, OverflowError)):
        return True
    state = getattr(getattr(cause, "orig", cause), "sqlstate", None) or ""
    return state[:2] in _BLAME


def _replace(connection: Connection, papers: dict[str, Rows], old: set[str], run: int | None) -> None:
    rows: dict[str, list[Row]] = {}
    for paper in papers.values():
        for name, some in paper.items():
            rows.setdefault(name, []).extend(some)
    documents = [{**row, "load_run_id": run} for row in rows.pop("documents", ())]
    if old:
        for table in reversed(CHILDREN):
            connection.execute(delete(table).where(table.c.document_id.in_(old)))
        changes: dict[str, Any] = {c.name: bindparam(f"new_{c.name}") for c in _documents.columns if c.name != "id"}
        connection.execute(
            update(_documents).where(_documents.c.id == bindparam("new_id")).values(changes),
            [{f"new_{name}": value for name, value in row.items()} for row in documents if row["id"] in old],
        )
    _insert(connection, _documents, [row for row in documents if row["id"] not in old], many=len(papers) > 1)
    for table in CHILDREN:
        _insert(connection, table, rows.get(table.name, []), many=len(papers) > 1)


def _insert(connection: Connection, table: Table, rows: list[Row], *, many: bool) -> None:
    if not rows:
        return
    if many and connection.dialect.name == "postgresql":
        _copy(connection, table, rows)
        return
    connection.execute(insert(table), rows)


def _copy(connection: Connection, table: Table, rows: list[Row]) -> None:
    """PostgreSQL's own way for many rows."""
    import psycopg
    from psycopg import sql

    names = list(rows[0])
    command = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(command) as copy:
            for row in rows:
                copy.write_row(tuple(row.values()))
    except psycopg.Error as error:
        raise DatabaseError(str(error).strip().splitlines()[0]) from error
