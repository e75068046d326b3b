"""Migrations: an old database becomes a new one, with its data; a newer one is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, Table, Text, column, create_engine, event, insert, inspect, select, text
from sqlalchemy import table as lightweight

from extractor.errors import DatabaseForeign, DatabaseNewer, DatabaseUnreachable
from extractor.store import Store, load_agendas, open_store
from extractor.store.columns import MOMENT
from extractor.store.database import _begin_sqlite, parse_url
from extractor.store.migrate import current_revision, newest_revision, revisions, upgrade
from extractor.store.rows import Row, rows_of
from extractor.store.schema import CHILDREN, METADATA
from extractor.store.views import VIEWS
from tests.store.agendas import agenda, dump
from tests.store.conftest import BACKENDS

PAPERS = [agenda(), agenda("A/AC.999/2031/1/Rev.1"), agenda(None, "fr")]


def build(url: str, revision: str) -> None:
    """A database as an earlier version of the program left it, with papers in it."""
    engine = create_engine(parse_url(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "begin", _begin_sqlite)
    with engine.begin() as connection:
        upgrade(connection, revision)
        there = set(inspect(connection).get_table_names())
        for paper in PAPERS:
            rows = rows_of(paper)
            rows["documents"][0]["body_prefix"] = None
            for table in (METADATA.tables["documents"], *CHILDREN):
                if table.name in there and rows[table.name]:
                    insert_old(connection, table, rows[table.name])
    engine.dispose()


def insert_old(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Insert rows into a table that may lack columns of today, or have blocks of annotations only."""
    names = {one["name"] for one in inspect(connection).get_columns(table.name)}
    as_text = "corrected" not in {one["name"] for one in inspect(connection).get_columns("documents")}
    old = lightweight(
        table.name,
        *(
            column(one.name, Text() if as_text and one.type is MOMENT else one.type)
            for one in table.columns
            if one.name in names
        ),
    )
    if as_text:  # moments were text with the offset of the place
        rows = [
            {name: value.isoformat() if isinstance(value, dt.datetime) else value for name, value in row.items()}
            for row in rows
        ]
    if table.name == "blocks" and "role" not in names:
        rows = [{**row, "position": row["item_position"]} for row in rows]
    connection.execute(insert(old), [{name: row[name] for name in row if name in names} for row in rows])


def structure(store: Store) -> dict[str, Any]:
    """Tables, columns, keys, indexes and views, as the database describes them."""
    with store.read() as connection:
        look = inspect(connection)
        found: dict[str, Any] = {"views": sorted(look.get_view_names())}
        for name in look.get_table_names():
            found[name] = (
                [
                    (one["name"], str(one["type"]), one["nullable"], one["comment"] if store.postgres else None)
                    for one in look.get_columns(name)
                ],
                look.get_pk_constraint(name)["constrained_columns"],
                sorted(repr(sorted(one.items(), key=str)) for one in look.get_foreign_keys(name)),
                sorted((str(one["name"]), str(one["column_names"]), one["unique"]) for one in look.get_indexes(name)),
            )
        return found


def compared(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """The rows but for what those of old databases left out: the body of the lexicon, and the load."""
    rows = dump(store)
    rows["documents"] = [
        tuple(value for at, value in enumerate(row) if at not in (7, len(row) - 1)) for row in rows["documents"]
    ]
    return rows


#: Structure and rows of a database of each kind that is made new, once it is made.
NEW: dict[str, tuple[dict[str, Any], dict[str, list[tuple[Any, ...]]]]] = {}


@pytest.mark.parametrize("kind", BACKENDS)
@pytest.mark.parametrize("revision", revisions())
def test_an_old_database_is_upgraded_in_place(revision: str, kind: str, new_url: Callable[[str], str]) -> None:
    old = new_url(kind)
    build(old, revision)
    if kind not in NEW:
        with open_store(new_url(kind)) as new:
            load_agendas(new, PAPERS)
            NEW[kind] = structure(new), compared(new)
    with open_store(old) as upgraded:
        assert (structure(upgraded), compared(upgraded)) == NEW[kind]
        assert load_agendas(upgraded, PAPERS).unchanged == len(PAPERS)


def test_moments_of_an_old_database_become_moments(url: str) -> None:
    build(url, "0007")
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:  # hours whose time zone the paper does not tell
        connection.execute(text("UPDATE schedule_entries SET ends_at = '2031-06-27T18\\:00\\:00'"))
        run = "(1, '2031-01-02T03:04:05+00:00', NULL, '0', '', true, 0, 0, 0, 0)"
        connection.execute(text(f"INSERT INTO load_runs VALUES {run}".replace(":", "\\:")))
    engine.dispose()
    with open_store(url) as store, store.read() as connection:
        entries = connection.execute(select(METADATA.tables["schedule_entries"])).mappings().all()
        assert {(row["starts_at"], row["ends_at"], row["end_time"]) for row in entries} == {
            (dt.datetime(2031, 6, 27, 8, tzinfo=dt.UTC), None, dt.time(18))
        }
        run = connection.execute(select(METADATA.tables["load_runs"])).mappings().one()
        assert tuple(run)[1:3] == ("started_at", "finished_at")
        assert tuple(run.values())[1:3] == (dt.datetime(2031, 1, 2, 3, 4, 5, tzinfo=dt.UTC), None)
        if store.postgres:
            at_place = text("SELECT DISTINCT to_char(starts_at AT TIME ZONE timezone, 'HH24\\:MI') FROM timetable")
            assert connection.execute(at_place).scalars().all() == ["10:00"]
        else:
            printed = connection.execute(text("SELECT DISTINCT starts_at FROM timetable")).scalars().all()
            assert printed == ["2031-06-27T08:00:00Z"]
            made = connection.execute(text("SELECT sql FROM sqlite_master WHERE name = 'schedule_entries'")).scalar()
            assert "with the offset of the place" not in str(made)
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"


def test_the_revisions_build_what_the_schema_says(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def ours(thing: Any, name: str | None, kind: str, reflected: bool, other: Any) -> bool:
        # The index of the search is the database's own.
        return not (reflected and other is None and str(name).startswith(("passages_fts", "vector", "ix_passages_vec")))

    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, METADATA) == []
        assert current_revision(connection) == newest_revision() == revisions()[-1]
        assert set(inspect(connection).get_view_names()) == set(VIEWS)


def test_a_newer_database_is_refused(url: str) -> None:
    with open_store(url) as store, store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for create in (True, False):
        with pytest.raises(DatabaseNewer, match=f"version 9999 is newer than the {newest_revision()}") as caught:
            open_store(url, create=create)
        assert caught.value.exit_code == 14


def test_a_database_of_another_program_is_refused(url: str) -> None:
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE documents (id integer)"))
        connection.execute(text("CREATE TABLE theirs (id integer)"))
    with pytest.raises(DatabaseForeign, match="documents"):
        open_store(url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE documents"))
    with pytest.raises(DatabaseForeign, match="no agendas"):
        open_store(url, create=False)
    open_store(url).close()
    with engine.connect() as connection:
        assert {"theirs", "documents"} <= set(inspect(connection).get_table_names())
    engine.dispose()


def test_a_missing_file_is_not_created_for_reading(tmp_path: Any) -> None:
    with pytest.raises(DatabaseUnreachable, match="no such file"):
        open_store(str(tmp_path / "a.db"), create=False)
    assert not (tmp_path / "a.db").exists()


def test_a_failed_upgrade_leaves_the_old_database(new_url: Callable[[str], str], monkeypatch: Any) -> None:
    from extractor.store import migrate

    for kind in BACKENDS:
        url = new_url(kind)
        build(url, "0001")

        def broken(connection: Any) -> None:
            raise ZeroDivisionError

        with monkeypatch.context() as patch:
            patch.setattr(migrate, "create_views", broken)
            with pytest.raises(ZeroDivisionError):
                open_store(url)
        engine = create_engine(parse_url(url))
        with engine.connect() as connection:
            assert current_revision(connection) == "0001"
            assert not inspect(connection).has_table("passages")
        engine.dispose()


def test_tables_are_ours() -> None:
    assert all(isinstance(table, Table) for table in CHILDREN)
    assert {table.name for table in CHILDREN} | {"documents", "bodies", "load_runs"} == set(METADATA.tables)
