"""Outputs behind fsspec URLs: the same bytes and the same second run as in a folder, the journal beside them."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from extractor.batch import BatchOptions, WorkLimits, run_batch
from extractor.errors import DiskFull, ExitCode, OutputError, UsageError
from tests.batch.conftest import SAMPLES, json_files
from tests.conftest import Run


class Filling(MemoryFileSystem):
    """A store of this process with room for so many files."""

    protocol = "filling"
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]
    room = 2

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return MemoryFileSystem._strip_protocol(path.replace("filling://", "memory://"))

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **kwargs: Any) -> None:
        if sum(name.endswith(".json") for name in self.store) >= Filling.room:
            raise OSError(errno.ENOSPC, "no room")
        super().pipe_file(path, value, mode, **kwargs)


@pytest.fixture
def store() -> Iterator[Any]:
    files = fsspec.filesystem("memory")
    yield files
    if files.exists("/json"):
        files.rm("/json", recursive=True)


def held(files: Any, folder: str = "/json") -> dict[str, bytes]:
    return {path.rsplit("/", 1)[-1]: files.cat_file(path) for path in files.glob(f"{folder}/*.json")}


def serial(journal: Path, **more: Any) -> BatchOptions:
    return BatchOptions(engine="serial", journal=str(journal), **more)


def test_worker_processes_write_behind_a_url_what_they_write_in_a_folder(archive: Path, tmp_path: Path) -> None:
    run_batch([str(archive)], tmp_path / "folder", BatchOptions(workers=2))
    out, journal = tmp_path / "json", tmp_path / "journal"
    left = out / ".work" / "left-by-a-run-that-was-killed.json"
    left.parent.mkdir(parents=True)
    left.touch()
    options = BatchOptions(workers=2, journal=str(journal))
    assert run_batch([str(archive)], f"file://{out}", options).done == 4
    assert json_files(out) == json_files(tmp_path / "folder")
    assert not list((out / ".work").iterdir())
    assert {"journal.sqlite", "report.html"} <= {path.name for path in journal.iterdir()}
    assert (run_batch([str(archive)], f"file://{out}", options).reused) == 4


def test_a_second_run_does_what_is_missing_and_tells_equal_names_apart(tmp_path: Path, store: Any) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    first.write_bytes(SAMPLES[0].read_bytes())
    second.write_bytes(SAMPLES[0].read_bytes() + b"\n% other bytes, same symbol\n")
    lines = tmp_path / "all.jsonl"
    assert run_batch([str(first)], "memory://json", serial(tmp_path / "journal")).done == 1
    (alone,) = held(store)
    both = run_batch([str(first), str(second)], "memory://json", serial(tmp_path / "journal", jsonl=str(lines)))
    assert (both.done, both.reused) == (1, 1)
    made = held(store)
    assert len(made) == 2
    assert alone not in made
    assert [json.loads(line)["source"]["path"] for line in lines.read_text().splitlines()] == [str(first), str(second)]
    store.rm_file(f"/json/{min(made)}")
    again = run_batch([str(first), str(second)], "memory://json", serial(tmp_path / "journal"))
    assert (again.done, again.reused) == (1, 1)
    assert held(store) == made
    run_batch([str(first), str(second)], tmp_path / "folder", BatchOptions(engine="serial"))
    assert json_files(tmp_path / "folder") == made


def test_what_fails_now_takes_its_old_output_with_it(tmp_path: Path, store: Any) -> None:
    paper = tmp_path / "a.pdf"
    paper.write_bytes(SAMPLES[0].read_bytes())
    run_batch([str(paper)], "memory://json", serial(tmp_path / "journal"))
    assert held(store)
    options = serial(tmp_path / "journal", force=True, limits=WorkLimits(1e-6))
    summary = run_batch([str(paper)], "memory://json", options)
    assert (summary.done, summary.failed) == (0, 1)
    assert not held(store)


def test_a_store_without_room_stops_the_batch_and_the_next_run_goes_on(archive: Path, tmp_path: Path) -> None:
    fsspec.register_implementation("filling", Filling, clobber=True)
    with pytest.raises(DiskFull):
        run_batch([str(archive)], "filling://json", serial(tmp_path / "journal"))
    assert len(held(Filling(), "/json")) == 2
    Filling.room = 100
    summary = run_batch([str(archive)], "filling://json", serial(tmp_path / "journal"))
    assert (summary.done, summary.reused) == (2, 2)
    run_batch([str(archive)], tmp_path / "folder", BatchOptions(engine="serial"))
    assert held(Filling(), "/json") == json_files(tmp_path / "folder")


def test_dry_run_leaves_nothing_behind(archive: Path, tmp_path: Path, store: Any) -> None:
    summary = run_batch([str(archive)], "memory://json", serial(tmp_path / "journal", dry_run=True))
    assert summary.planned == 4
    assert not store.exists("/json")
    assert not (tmp_path / "journal").exists()


def test_the_journal_may_lie_elsewhere(archive: Path, tmp_path: Path) -> None:
    out, journal = tmp_path / "out", tmp_path / "journal"
    run_batch([str(archive)], out, serial(journal))
    assert not (out / "journal.sqlite").exists()
    assert len(json_files(out)) == 4
    assert run_batch([str(archive)], out, serial(journal)).reused == 4


def test_a_url_needs_a_folder_for_the_journal(archive: Path, run_command: Run) -> None:
    with pytest.raises(UsageError, match="journal"):
        run_batch([str(archive)], "memory://json")
    done = run_command("batch", archive, "--out", "memory://json")
    assert done.returncode == ExitCode.USAGE
    assert b"--journal" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_a_url_that_cannot_be_written_is_an_error(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="nowhere"):
        run_batch([str(archive)], "nowhere://json", serial(tmp_path / "journal"))
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match="file"):
        run_batch([str(archive)], f"file://{tmp_path}/file/json", serial(tmp_path / "journal"))
