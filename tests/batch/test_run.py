"""Batches as a library: what is done, what is left, what comes out."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import fsspec
import pytest

from extractor.batch import BatchOptions, WorkOptions, run_batch
from extractor.batch.inputs import discover
from extractor.batch.journal import Entry, Journal
from extractor.errors import DiskFull, MissingExtra, NoPapers, OutputError
from tests.batch.conftest import SAMPLES

Outputs = Callable[[Path], dict[str, bytes]]
SERIAL = BatchOptions(engine="serial")


def test_engines_and_numbers_of_workers_give_the_same_bytes(archive: Path, tmp_path: Path, outputs: Outputs) -> None:
    run_batch([str(archive)], tmp_path / "serial", SERIAL)
    run_batch([str(archive)], tmp_path / "one", BatchOptions(workers=1))
    run_batch([str(archive)], tmp_path / "two", BatchOptions(workers=2))
    made = outputs(tmp_path / "serial")
    assert len(made) == 4
    assert outputs(tmp_path / "one") == made
    assert outputs(tmp_path / "two") == made


def test_json_is_that_of_extract_and_is_called_by_symbol_and_language(archive: Path, tmp_path: Path) -> None:
    from extractor import extract

    run_batch([str(archive)], tmp_path / "out", SERIAL)
    for path in (tmp_path / "out").glob("*.json"):
        agenda = json.loads(path.read_text())
        assert path.name == agenda["document"]["symbol"].replace("/", "_").replace(".", "-") + "-EN.json"
        assert path.read_text() == extract(agenda["source"]["path"]).to_json() + "\n"


def test_second_run_does_only_what_is_new_or_changed(archive: Path, tmp_path: Path, outputs: Outputs) -> None:
    out = tmp_path / "out"
    assert run_batch([str(archive)], out, SERIAL).done == 4
    made = outputs(out)
    again = run_batch([str(archive)], out, SERIAL)
    assert (again.planned, again.done, again.reused) == (0, 0, 4)
    shutil.copy(SAMPLES[4], archive)
    shutil.copy(SAMPLES[5], next(archive.glob("*.pdf")))
    third = run_batch([str(archive)], out, SERIAL)
    assert (third.done, third.reused) == (2, 3)
    assert made.items() <= outputs(out).items()
    assert run_batch([str(archive)], out, BatchOptions(engine="serial", force=True)).done == 5


def test_other_options_and_lost_outputs_are_done_again(archive: Path, tmp_path: Path, outputs: Outputs) -> None:
    out = tmp_path / "out"
    run_batch([str(archive)], out, SERIAL)
    made = outputs(out)
    next(out.glob("*.json")).unlink()
    assert run_batch([str(archive)], out, SERIAL).done == 1
    assert outputs(out) == made
    compact = BatchOptions(engine="serial", work=WorkOptions(compact=True))
    assert run_batch([str(archive)], out, compact).done == 4
    assert all(content.count(b"\n") == 1 for content in outputs(out).values())
    assert outputs(out).keys() == made.keys()
    short = BatchOptions(engine="serial", work=WorkOptions(compact=True, blocks=False))
    assert run_batch([str(archive)], out, short).done == 4
    assert all(json.loads(content)["blocks"] == [] for content in outputs(out).values())


def test_both_readers_are_compared_where_that_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor import differences
    from extractor.diagnostics import READERS_DIFFER

    found = READERS_DIFFER.note(path="items[0]", one="lamps", other="lumps")
    monkeypatch.setattr(differences, "differences", lambda one, other: [found])
    run_batch([str(SAMPLES[0])], tmp_path, BatchOptions(engine="serial", work=WorkOptions(reader="both")))
    (made,) = tmp_path.glob("*.json")
    assert found.code in {note["code"] for note in json.loads(made.read_text())["diagnostics"]}


def test_failures_have_category_and_are_retried_when_they_may_pass(archive: Path, tmp_path: Path) -> None:
    (archive / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing else")
    (archive / "page.pdf").write_bytes(b"<html>not found</html>")
    lost = archive / "lost.pdf"
    lost.symlink_to(archive / "nowhere.pdf")
    out = tmp_path / "out"
    summary = run_batch([str(archive)], out, BatchOptions(engine="serial", quarantine=str(tmp_path / "bad")))
    failed = {Path(entry.path).name: entry for entry in summary.entries if entry.status == "failed"}
    assert {name: entry.category for name, entry in failed.items()} == {
        "broken.pdf": "input.damaged", "page.pdf": "input.not_a_pdf", "lost.pdf": "input.not_found",
    }  # fmt: skip
    assert [name for name, entry in failed.items() if entry.retryable] == ["lost.pdf"]
    assert {os.readlink(link) for link in (tmp_path / "bad").iterdir()} == {
        str(archive / "broken.pdf"), str(archive / "page.pdf"),
    }  # fmt: skip
    shutil.copy(SAMPLES[5], archive / "nowhere.pdf")
    again = run_batch([str(archive)], out, BatchOptions(engine="serial", retry_failed=True))
    assert (again.done, again.failed) == (1, 0)


def test_equal_bytes_are_one_paper_and_equal_names_get_different_files_in_any_order(
    tmp_path: Path, outputs: Outputs
) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    first.write_bytes(SAMPLES[0].read_bytes())
    second.write_bytes(SAMPLES[0].read_bytes() + b"\n% other bytes, same symbol\n")
    third = tmp_path / "c.pdf"
    third.write_bytes(first.read_bytes())
    forward = run_batch([str(first), str(second), str(third)], tmp_path / "forward", SERIAL)
    run_batch([str(second)], tmp_path / "backward", SERIAL)
    assert len(outputs(tmp_path / "backward")) == 1
    run_batch([str(second), str(first)], tmp_path / "backward", SERIAL)
    assert [(Path(path).name, reason) for path, reason, _ in forward.skipped] == [("c.pdf", "duplicate")]
    assert outputs(tmp_path / "forward") == outputs(tmp_path / "backward")
    assert len(outputs(tmp_path / "forward")) == 2


def test_shards_part_the_papers(archive: Path, tmp_path: Path, outputs: Outputs) -> None:
    run_batch([str(archive)], tmp_path / "whole", SERIAL)
    parts: dict[str, bytes] = {}
    for part in (1, 2, 3):
        out = tmp_path / f"part{part}"
        try:
            run_batch([str(archive)], out, BatchOptions(engine="serial", shard=(part, 3)))
        except NoPapers:
            continue
        assert not parts.keys() & outputs(out).keys()
        parts |= outputs(out)
    assert parts == outputs(tmp_path / "whole")


def test_lines_come_in_the_order_of_the_inputs(archive: Path, tmp_path: Path) -> None:
    paths = sorted((str(path) for path in archive.rglob("*.pdf")), reverse=True)
    lines = tmp_path / "all.jsonl"
    for _ in range(2):  # the second run finds all of them done
        run_batch(paths, tmp_path / "out", BatchOptions(workers=2, jsonl=str(lines)))
        assert [json.loads(line)["source"]["path"] for line in lines.read_text().splitlines()] == paths
        lines.unlink()


def test_dry_run_writes_nothing(archive: Path, tmp_path: Path, outputs: Outputs) -> None:
    summary = run_batch([str(archive)], tmp_path / "out", BatchOptions(dry_run=True))
    assert summary.planned == 4
    assert not (tmp_path / "out").exists()
    assert run_batch([str(archive)], tmp_path / "out", SERIAL).done == 4
    before = outputs(tmp_path / "out")
    assert run_batch([str(archive)], tmp_path / "out", BatchOptions(dry_run=True, force=True)).planned == 4
    assert outputs(tmp_path / "out") == before


def test_a_list_with_a_byte_order_mark(archive: Path, tmp_path: Path) -> None:
    first = next(archive.rglob("*.pdf"))
    (tmp_path / "list.txt").write_bytes(b"\xef\xbb\xbf" + os.fsencode(first) + b"\r\n")
    assert [one.path for one in discover([f"@{tmp_path / 'list.txt'}"])] == [str(first)]


def test_an_address_whose_library_is_not_installed_names_it() -> None:
    absent = "Install the harbour library"
    fsspec.register_implementation("harbour", "no_such_harbour.Files", clobber=True, errtxt=absent)
    with pytest.raises(MissingExtra, match=absent):
        list(discover(["harbour://quay/papers"]))


def test_a_quarantine_that_cannot_be_made_is_an_error(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 nothing more")
    options = BatchOptions(engine="serial", quarantine=str(tmp_path / "file" / "bad"))
    with pytest.raises(OutputError, match="file"):
        run_batch([str(tmp_path / "bad.pdf")], tmp_path / "out", options)


def test_nothing_found_and_a_folder_in_use_are_errors(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoPapers):
        run_batch([str(tmp_path / "empty")], tmp_path / "out", SERIAL)
    from extractor.batch.guards import locked

    with locked(tmp_path / "out"), pytest.raises(OutputError, match="another batch"):
        run_batch([str(archive)], tmp_path / "out", SERIAL)


def test_journal_of_a_later_version_is_refused(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_batch([str(archive)], out, SERIAL)
    with sqlite3.connect(out / "journal.sqlite") as journal:
        journal.execute("PRAGMA user_version=99")
    with pytest.raises(OutputError, match="later version"):
        run_batch([str(archive)], out, SERIAL)


def test_a_name_left_between_two_steps_is_repaired(tmp_path: Path, outputs: Outputs) -> None:
    """The run may be killed after a file was renamed and before the journal says so."""
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    first.write_bytes(SAMPLES[0].read_bytes())
    second.write_bytes(SAMPLES[0].read_bytes() + b"\n%\n")
    out = tmp_path / "out"
    run_batch([str(first), str(second)], out, SERIAL)
    made = outputs(out)
    journal = Journal(out)
    entry = next(journal.entries())
    journal.rename(entry.sha256, f"{entry.base}.json")
    journal.close()
    run_batch([str(first), str(second)], out, BatchOptions(engine="serial"))
    assert outputs(out) == made


def test_a_paper_gets_its_name_only_when_its_bytes_are_on_the_disk(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: set[int] = set()
    named: list[int] = []
    sync, replace = os.fsync, os.replace

    def note_sync(descriptor: int) -> None:
        synced.add(os.fstat(descriptor).st_ino)
        sync(descriptor)

    def note_name(source: str, target: str | Path) -> None:
        if str(target).endswith(".json"):
            assert os.stat(source).st_ino in synced
            named.append(os.stat(source).st_ino)
        replace(source, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr("extractor.batch.outputs.os.replace", note_name)
    run_batch([str(archive)], tmp_path / "out", BatchOptions(engine="local", workers=2))
    assert len(named) == 4


def test_no_room_when_a_paper_is_synced_stops_the_batch_and_the_next_run_goes_on(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outputs: Outputs
) -> None:
    def full(path: str) -> None:
        raise OSError(errno.ENOSPC, "no room")

    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr("extractor.batch.outputs.sync_file", full)
        with pytest.raises(DiskFull):
            run_batch([str(archive)], out, SERIAL)
    assert outputs(out) == {}
    assert run_batch([str(archive)], out, SERIAL).done == 4


def test_what_was_noted_before_an_error_is_noted(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    with suppress(DiskFull), journal.together():
        journal.put(Entry("0" * 64, "1", "", "a.pdf", "failed", 0.1, 0, 1))
        raise DiskFull
    journal.close()
    again = Journal(tmp_path)
    assert [entry.path for entry in again.entries()] == ["a.pdf"]
    again.close()
