"""Opening a database: SQLite or PostgreSQL, by one URL, with the transactions that the loader needs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, make_url, select, text, update
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError, SQLAlchemyError

from extractor.errors import DatabaseError, DatabaseForeign, DatabaseUnreachable, UsageError
from extractor.naming import masked
from extractor.store.migrate import current_revision, newest_revision, upgrade
from extractor.store.schema import METADATA

__all__ = ["DEFAULT_URL", "Store", "check_new_file", "open_store", "parse_url"]

DEFAULT_URL = "sqlite:///agendas.db"

#: How long a loader waits for another one that writes to the same SQLite file, in seconds.
_PATIENCE = 60.0

#: First of the two keys of our advisory locks on PostgreSQL, so that those of other programs are others: "UNAG".
LOCK_SPACE = 0x554E4147

_KINDS = "Give a path or sqlite:///PATH, or postgresql://USER@HOST/NAME."


class Store:
    """An open database of agendas; see :func:`open_store`. As a context manager it closes itself."""

    def __init__(self, engine: Engine, url: URL, address: str) -> None:
        self.engine = engine
        self.postgres = engine.dialect.name == "postgresql"
        #: The address as given, without its password.
        self.name = masked(address) if self.postgres else url.database or ":memory:"

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that writes: on SQLite it locks out other writers from the start.

        Raises DatabaseError and its kin for what the database refuses.
        """
        with self.guarded(), self.engine.connect() as connection:
            connection = connection.execution_options(un_agenda_writes=True)
            with connection.begin():
                yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with self.guarded(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Turn the errors of SQLAlchemy into those of :mod:`extractor.errors`."""
        try:
            yield
        except SQLAlchemyError as error:
            raise _translated(error, self.name) from error

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def parse_url(address: str) -> URL:
    """The URL of ``address``, which may be a path (of SQLite) or any spelling of a PostgreSQL address.

    Raises:
        UsageError: it is neither.
    """
    if not address.strip():
        raise UsageError("the address of the database is empty", hint=_KINDS)
    if "://" not in address and not address.startswith("sqlite:"):
        return URL.create("sqlite", database=address)
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise UsageError(f"not a database address: {error}", hint=_KINDS) from None
    kind = url.drivername.partition("+")[0]
    if kind == "sqlite":
        return url.set(drivername="sqlite")
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise UsageError(f"databases of the kind {kind!r} are not known", hint=_KINDS)


def check_new_file(address: str) -> bool:
    """Whether ``address`` is a file of SQLite that is not there yet and can be made.

    Raises:
        UsageError: it is no address, names no file, or the file cannot be made or written.
    """
    url = parse_url(address)
    if url.drivername != "sqlite":
        return False
    file = url.database
    if not file or file == ":memory:":
        raise UsageError("a database in memory is gone at the end", where=address, hint=_KINDS)
    folder = os.path.dirname(file) or "."
    if os.path.isdir(file):
        raise UsageError("a folder, not a database", where=file, hint=f"Give a file in it, such as {file}/agendas.db.")
    if os.path.exists(file):
        if not os.access(file, os.W_OK):
            raise UsageError("no permission to write it", where=file, hint=_KINDS)
        return False
    if not os.path.isdir(folder):
        raise UsageError(f"there is no folder {folder!r}", where=file, hint="Create it first.")
    if not os.access(folder, os.W_OK):
        raise UsageError(f"no permission to write into {folder!r}", where=file, hint=_KINDS)
    return True


def open_store(address: str = DEFAULT_URL, *, create: bool = True) -> Store:
    """Open a database, create it where there is none, and bring one of an earlier version up to date.

    Args:
        address: ``sqlite:///agendas.db`` or just the path, or ``postgresql://user@host/name``.
        create: whether a database without agendas is made into one; otherwise it is an error.

    Raises:
        UsageError: the address is none.
        DatabaseUnreachable: the database cannot be opened, or is not there and may not be created.
        DatabaseNewer: it was written by a later version of this program.
        DatabaseForeign: it is no database, or belongs to another program.
    """
    url = parse_url(address)
    file = url.database if url.drivername == "sqlite" else None
    if file and file != ":memory:" and not create and not os.path.exists(file):
        raise DatabaseUnreachable("no such file", where=file, hint="Load into it first with 'un-agenda load'.")
    store = Store(_engine(url), url, address)
    try:
        _prepare(store, create)
    except DatabaseError as error:
        error.where = error.where or store.name
        store.close()
        raise
    except BaseException:
        store.close()
        raise
    return store


def _prepare(store: Store, create: bool) -> None:
    with store.read() as connection:
        now = current_revision(connection)
    if now is None and not create:
        raise DatabaseForeign("no agendas were ever loaded into it")
    if now == newest_revision() and not create:
        return
    with store.write() as connection:
        lock(connection, [0])
        upgrade(connection)
        _fill_bodies(connection)


def lock(connection: Connection, keys: list[int]) -> None:
    """Hold ``keys`` until the end of the transaction; others wait. On SQLite the transaction itself is the lock.

    The keys are taken in their order, the same for every loader, so that no two wait for each other.
    """
    if connection.dialect.name == "postgresql":
        query = text(
            "SELECT count(pg_advisory_xact_lock(:space, key)) FROM (SELECT unnest(cast(:keys AS int[])) AS key) AS keys"
        )
        connection.execute(query, {"space": LOCK_SPACE, "keys": sorted(set(keys))})


def _fill_bodies(connection: Connection) -> None:
    """Make the table of bodies say what the lexicon says; rows that the lexicon no longer has stay."""
    from extractor.lexicon import bodies

    table = METADATA.tables["bodies"]
    there = {row.prefix: tuple(row) for row in connection.execute(select(table))}
    rows: list[dict[str, Any]] = []
    for prefix, body in bodies().items():
        row: dict[str, Any] = {
            "prefix": prefix,
            "name": body.name,
            "parent": body.parent or None,
            "seat": body.seat or None,
            "timezone": body.timezone or None,
            "from_year": body.from_year,
            "to_year": body.to_year,
            "certainty": body.certainty or None,
        }
        if prefix not in there:
            rows.append(row)
        elif there[prefix] != tuple(row.values()):
            connection.execute(update(table).where(table.c.prefix == prefix), row)
    if rows:
        connection.execute(insert(table), rows)


def _engine(url: URL) -> Engine:
    if url.drivername != "sqlite":
        # Time-outs keep a wrong address from holding up a cron job for minutes.
        arguments: dict[str, Any] = {} if "connect_timeout" in url.query else {"connect_timeout": 15}
        engine = create_engine(url, connect_args=arguments)
    else:
        engine = create_engine(url, connect_args={"timeout": _PATIENCE})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # Transactions are begun below: the driver's own would leave out CREATE TABLE.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # A batch is written in the order of the papers, the indexes are not: they should stay in memory meanwhile (in KiB).
    connection.execute("PRAGMA cache_size = -65536")
    # SQLite's own knows the case of ASCII letters only: `КОМИТЕТ` would not find `Комитет`, as it does on PostgreSQL.
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("un_agenda_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _translated(error: SQLAlchemyError, where: str) -> DatabaseError:
    why = str(error.orig if isinstance(error, DBAPIError) else error).strip() or type(error).__name__
    why = why.splitlines()[0]
    if "not a database" in why or "malformed" in why:
        return DatabaseForeign(why, where=where)
    if isinstance(error, InterfaceError) or (isinstance(error, OperationalError) and _is_of_opening(error, why)):
        return DatabaseUnreachable(why, where=where)
    return DatabaseError(why, where=where)


def _is_of_opening(error: OperationalError, why: str) -> bool:
    state = getattr(error.orig, "sqlstate", None) or ""
    return "unable to open" in why or "connection" in why or state.startswith(("08", "28", "3D"))
