"""The verbs of the databases, as a user calls them."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.errors import DatabaseError
from extractor.store import open_store
from tests.command import forked, fresh
from tests.conftest import ROOT, SAMPLES, Run
from tests.store.agendas import agenda, count


@cache
def lines(many: int) -> str:
    """``many`` papers as JSON Lines."""
    return "".join(agenda(f"A/AC.999/2031/{number}").to_json(compact=True) + "\n" for number in range(1, many + 1))


def write_papers(folder: Path, many: int) -> Path:
    """A JSON Lines file with ``many`` papers."""
    path = folder / "archive.jsonl"
    path.write_text(lines(many), encoding="utf-8")
    return path


def test_every_kind_of_source(run_command: Run, tmp_path: Path) -> None:
    folder = tmp_path / "batch"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "one.json").write_text(agenda("A/1").to_json())
    (folder / "report.html").write_text("<p>")
    (folder / ".hidden.json").write_text("{")
    lines = agenda("A/2").to_json(compact=True) + "\n" + agenda("A/3").to_json(compact=True) + "\n"
    pdf = SAMPLES / "vienna_working_group.pdf"
    done = run_command("load", folder, pdf, "-", stdin=lines.encode(), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == "un-agenda: agendas.db: 4 loaded, 0 replaced, 0 unchanged, 0 failed\n"
    with open_store(str(tmp_path / "agendas.db"), create=False) as store:
        assert count(store, "documents") == 4


def test_what_is_wrong_is_reported_and_the_rest_goes_on(run_command: Run, tmp_path: Path) -> None:
    path = write_papers(tmp_path, 2)
    path.write_text(path.read_text() + '{"schema_version": "1.0", "source": 5}\n')
    done = run_command("load", path, tmp_path / "missing.json", "--db", tmp_path / "a.db")
    errors = done.stderr.decode().splitlines()
    assert done.returncode == 10
    assert errors[0].startswith(f"un-agenda: {path}:3: source: ")
    assert "missing.json: no such file" in errors[1]
    assert errors[2].endswith("a.db: 2 loaded, 0 replaced, 0 unchanged, 2 failed")
    assert run_command("load", tmp_path / "missing.json", "--db", tmp_path / "a.db").returncode == 3


@pytest.mark.parametrize(
    ("address", "code", "what"),
    [
        ("mysql://host/name", 2, "databases of the kind 'mysql'"),
        ("/no/such/folder/a.db", 2, "/no/such/folder/a.db: there is no folder '/no/such/folder'"),
        ("samples", 2, "samples: a folder, not a database"),
        ("", 2, "the address of the database is empty"),
        (" ", 2, "the address of the database is empty"),
        ("sqlite://", 2, "a database in memory is gone at the end"),
        ("postgresql://u:secret@127.0.0.1:1/x?connect_timeout=2", 14, "u:***@127.0.0.1:1/x"),
        ("README.md", 14, "README.md: file is not a database"),
    ],
)
def test_databases_that_cannot_be_opened(run_command: Run, address: str, code: int, what: str) -> None:
    done = run_command("load", SAMPLES, "--db", address, cwd=ROOT)
    assert done.returncode == code
    assert what in done.stderr.decode()
    assert "secret" not in done.stderr.decode()
    assert len(done.stderr.splitlines()) == 1


def test_a_load_that_reads_no_paper_leaves_no_database(run_command: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    done = run_command("load", tmp_path / "missing.json", "--db", path)
    assert done.returncode == 3
    assert [line.split(": ")[-1] for line in done.stderr.decode().splitlines()] == [
        "no such file. Check the path.",
        f"nothing was loaded, and {path} was not made",
    ]
    assert run_command("load", tmp_path / "1.json", tmp_path / "2.json", "--db", path).returncode == 10
    assert not path.exists()
    papers = write_papers(tmp_path, 1)
    done = run_command("load", tmp_path / "missing.json", papers, "--db", path)
    assert done.stderr.decode().splitlines()[-1].endswith("a.db: 1 loaded, 0 replaced, 0 unchanged, 1 failed")


def test_a_load_that_breaks_off_leaves_no_empty_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers, path = write_papers(tmp_path, 1), tmp_path / "a.db"

    def load_with(error: BaseException) -> int:
        def fails(*_: object) -> None:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr("extractor.store.load.write_papers", fails)
            return main(["load", str(papers), "--db", str(path)])

    for error, code in ((DatabaseError("out of room"), 14), (KeyboardInterrupt(), 130)):
        assert load_with(error) == code
        assert not path.exists()
    open_store(str(path)).close()
    assert load_with(KeyboardInterrupt()) == 130
    assert path.exists(), "it was there before"


def test_the_database_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UN_AGENDA_DB", str(tmp_path / "own.db"))
    monkeypatch.chdir(tmp_path)
    assert main(["load", str(write_papers(tmp_path, 1))]) == 0
    assert main(["search", "lighthouses"]) == 0
    assert main(["search", "lighthouses", "--db", "other.db"]) == 14
    assert [path.name for path in tmp_path.glob("*.db")] == ["own.db"]


def start_load(*arguments: str | Path, command: Callable[..., list[str]] = forked) -> subprocess.Popen[bytes]:
    """A loader in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command("load", *arguments), stderr=subprocess.PIPE, env=environment)


#: More than are written at once, so that the load is killed between two of its steps.
MANY = 500


@pytest.mark.parametrize("bulk", [(), ("--bulk",)])
def test_a_killed_load_leaves_whole_papers(url: str, tmp_path: Path, bulk: tuple[str, ...]) -> None:
    path = write_papers(tmp_path, MANY)
    with open_store(url) as store:
        loader = start_load(path, "--db", url, *bulk, command=fresh)
        until = time.monotonic() + 60
        while loader.poll() is None and time.monotonic() < until and count(store, "documents") == 0:
            time.sleep(0.01)
        loader.send_signal(signal.SIGKILL)
        loader.communicate()
        papers = count(store, "documents")
        assert papers > 0
        for table, each in {"items": 5, "blocks": 2, "schedule_items": 2, "diagnostics": 1, "sittings": 2}.items():
            assert count(store, table) == papers * each
        again = start_load(path, "--db", url, "--bulk")
        assert f"{MANY - papers} loaded, 0 replaced, {papers} unchanged" in again.communicate()[1].decode()


def test_two_loaders_at_once(url: str, tmp_path: Path) -> None:
    forth = write_papers(tmp_path, 100)
    back = tmp_path / "back.jsonl"
    back.write_text("".join(line + "\n" for line in reversed(forth.read_text().splitlines())))
    # Neither finds the tables: both create them, one after the other.
    loaders = [start_load(forth, "--db", url), start_load(back, "--db", url), start_load(back, "--db", url, "--bulk")]
    said = [loader.communicate(timeout=120)[1].decode() for loader in loaders]
    assert [loader.returncode for loader in loaders] == [0, 0, 0], said
    with open_store(url) as store:
        assert count(store, "documents") == 100
        assert count(store, "items") == 500
