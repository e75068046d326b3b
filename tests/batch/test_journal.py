"""A journal that is damaged, foreign or hostile: a clear error with its path and what to do, and nothing touched."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from extractor.batch import BatchOptions, run_batch
from extractor.batch import journal as journals
from extractor.batch.journal import FILE_NAME, Entry, Journal, Seen
from extractor.errors import OutputError
from tests.batch.conftest import SAMPLES, json_files
from tests.conftest import Run

SERIAL = BatchOptions(engine="serial", report=False)


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """An output folder with the journal of two papers."""
    for index, sample in enumerate(SAMPLES[:2]):
        (tmp_path / f"{index}.pdf").write_bytes(sample.read_bytes())
    run_batch([str(tmp_path / "0.pdf"), str(tmp_path / "1.pdf")], tmp_path / "out", SERIAL)
    return tmp_path / "out"


def sql(*statements: str) -> Callable[[Path], None]:
    def do(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            for statement in statements:
                database.execute(statement)

    return do


def bytes_changed(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def do(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return do


def made_anew(*statements: str) -> Callable[[Path], None]:
    def do(path: Path) -> None:
        path.unlink()
        sql(*statements)(path)

    return do


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_link_to_a_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


DAMAGES: dict[str, Callable[[Path], None]] = {
    "cut off": bytes_changed(lambda content: content[: len(content) // 2 + 100]),
    "zeros for its header": bytes_changed(lambda content: bytes(100) + content[100:]),
    "zeros for a page": bytes_changed(lambda content: content[:4096] + bytes(4096) + content[8192:]),
    "not a database": bytes_changed(lambda _: b"hello " * 2_000),
    "another program's": made_anew("CREATE TABLE notes (text)"),
    "other columns": made_anew("CREATE TABLE papers (a, b)", "PRAGMA user_version=1"),
    "a later version's": sql("PRAGMA user_version=99"),
    "a negative version": sql("PRAGMA user_version=-3"),
    "a folder": a_folder,
    "a pipe": a_pipe,
    "a device": a_link_to_a_device,
    "a blob for a number": sql("UPDATE papers SET seconds = x'00ff'"),
    "a text for a number": sql("UPDATE papers SET attempts = 'many'"),
    "done without a name": sql("UPDATE papers SET name = NULL"),
    "a status that is none": sql("UPDATE papers SET status = 'perhaps'"),
    "diagnostics that are not JSON": sql("UPDATE papers SET diagnostics = '{'"),
    "diagnostics that are a list": sql("UPDATE papers SET diagnostics = '[1]'"),
    "a hash that is none": sql("UPDATE papers SET sha256 = '../' || sha256"),
    "text that is not UTF-8": sql("UPDATE papers SET path = CAST(x'ff' AS TEXT)"),
    "a path that is text": sql("UPDATE paths SET path = CAST(path AS TEXT)"),
    "a size that is none": sql("UPDATE paths SET size = NULL"),
    "a hash of a file that is none": sql("UPDATE paths SET sha256 = 'no hash'"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_an_error_with_path_and_remedy_and_the_papers_stay(used: Path, damage: str, run_command: Run) -> None:
    before = json_files(used)
    DAMAGES[damage](used / FILE_NAME)
    done = run_command("batch", used.parent / "0.pdf", used.parent / "1.pdf", "--out", used, "--executor", "serial")
    assert done.returncode == 9, done.stderr
    line = done.stderr.decode().splitlines()[-1]
    assert str(used / FILE_NAME) in line
    assert "Move it away" in line or "Update un-agenda" in line
    assert set(before.values()) <= set(json_files(used).values())


def remove(path: Path) -> None:
    path.unlink()


def removed_but_for_its_log(path: Path) -> None:
    """As after a crash: the newest rows are in the log, and the file they belong to is gone."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("UPDATE papers SET attempts = 7")
    log = path.with_name(f"{FILE_NAME}-wal").read_bytes()
    database.close()
    path.unlink()
    path.with_name(f"{FILE_NAME}-wal").write_bytes(log)


@pytest.mark.parametrize(
    "loss", [remove, removed_but_for_its_log, bytes_changed(lambda _: b"")], ids=["removed", "its log left", "empty"]
)
def test_a_journal_that_is_gone_is_made_anew(used: Path, loss: Callable[[Path], None]) -> None:
    before = json_files(used)
    loss(used / FILE_NAME)
    again = run_batch([str(used.parent / "0.pdf"), str(used.parent / "1.pdf")], used, SERIAL)
    assert (again.done, again.failed) == (2, 0)
    assert json_files(used) == before


def test_a_journal_that_was_killed_while_it_was_made_is_finished(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(SAMPLES[0].read_bytes())
    Journal(tmp_path).close()
    sql("DROP TABLE skipped", "DROP TABLE paths", "PRAGMA user_version=0")(tmp_path / FILE_NAME)
    assert run_batch([str(tmp_path / "a.pdf")], tmp_path, SERIAL).done == 1


def test_a_journal_that_another_program_has_locked_says_so(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journals, "_PATIENCE", 0.1)
    with closing(sqlite3.connect(used / FILE_NAME, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE papers SET attempts = 2")
        with pytest.raises(OutputError, match="locked by another program") as caught:
            run_batch([str(used.parent / "0.pdf")], used, SERIAL)
    assert str(used / FILE_NAME) in str(caught.value)


def test_a_journal_that_may_not_be_written_says_so() -> None:
    nobody = 65534
    with tempfile.TemporaryDirectory() as name:  # that of pytest is closed to all other users
        folder = Path(name)
        Journal(folder).close()
        os.chmod(folder / FILE_NAME, 0o444)
        os.chmod(folder, 0o555)
        if os.getuid() == 0:
            os.seteuid(nobody)
        try:
            with pytest.raises(OutputError, match="may be written to"):
                Journal(folder)
        finally:
            if os.getuid() == 0:
                os.seteuid(0)
            os.chmod(folder, 0o755)


@pytest.mark.parametrize(
    "name", ["/tmp/elsewhere.json", "../elsewhere.json", "a/b.json", ".hidden.json", "journal.sqlite", "a\0.json", ""]
)
def test_no_row_names_a_file_outside_the_folder(used: Path, name: str) -> None:
    outside = used.parent / "elsewhere.json"
    outside.write_text("kept")
    with closing(sqlite3.connect(used / FILE_NAME, isolation_level=None)) as database:
        database.execute("UPDATE papers SET name = ?", (name,))
    for options in (SERIAL, BatchOptions(engine="serial", force=True, report=False, jsonl=str(used.parent / "lines"))):
        with pytest.raises(OutputError, match="journal is damaged"):
            run_batch([str(used.parent / "0.pdf")], used, options)
    assert outside.read_text() == "kept"
    assert not (used.parent / "lines").exists()
    assert (used / FILE_NAME).exists()


def test_what_is_put_is_read_back_whatever_a_message_holds(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    message = "cannot read b\udcff\ud800.pdf"
    journal.put(Entry("0" * 64, "1", "", "a.pdf", "failed", 0.1, 0, 1, "input.unreadable", message))
    journal.remember([Seen(os.fsdecode(b"b\xff.pdf"), 1, 2, "0" * 64)])
    (entry,) = journal.entries()
    assert entry.message == "cannot read b\\udcff\\ud800.pdf"
    assert list(journal.seen()) == [os.fsdecode(b"b\xff.pdf")]
    journal.close()
