"""What a batch leaves out, removes and writes down."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from extractor.batch import BatchOptions, run_batch
from extractor.batch.summary import lines
from tests.batch.conftest import json_files
from tests.conftest import ROOT, Run
from tests.reading.pdfs import document, text

AGENDA, LIST, REPORT = (
    ROOT / "samples" / f"{name}.pdf"
    for name in ("newyork_closed_meeting", "newyork_list_of_documents", "newyork_report_no_agenda")
)
SERIAL = BatchOptions(engine="serial", report=False)
ONLY = BatchOptions(engine="serial", report=False, only="agendas")


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """An agenda, a list of documents, and a report."""
    folder = tmp_path / "in"
    folder.mkdir()
    for paper in (AGENDA, LIST, REPORT):
        (folder / paper.name).write_bytes(paper.read_bytes())
    return folder


def kinds(folder: Path) -> list[str]:
    return sorted(json.loads(content)["document"]["kind"] for content in json_files(folder).values())


def test_only_agendas_are_written_and_the_choice_may_change(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = run_batch([str(papers)], out, ONLY)
    assert kinds(out) == ["agenda", "list_of_documents"]
    assert (first.done, first.left_out, first.failed) == (2, 1, 0)
    assert next(lines(first)).startswith("2 papers of ")
    assert "0 failed, 1 left out as no agendas (1 now, 0 before), 0 skipped" in next(lines(first))
    again = run_batch([str(papers)], out, ONLY)
    assert (again.planned, again.reused) == (0, 3)
    assert "1 left out as no agendas (0 now, 1 before)" in next(lines(again))
    assert run_batch([str(papers)], out, SERIAL).done == 1
    assert kinds(out) == ["agenda", "list_of_documents", "other"]
    assert run_batch([str(papers)], out, ONLY).left_out == 1
    assert kinds(out) == ["agenda", "list_of_documents"]


def test_json_of_papers_that_are_gone_is_named_and_pruned(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_batch([str(papers)], out, SERIAL)
    # One paper was removed, another changed: the bytes of both are gone. A third is no longer asked for.
    (papers / LIST.name).unlink()
    with (papers / REPORT.name).open("ab") as stream:
        stream.write(b"\n% changed\n")
    told = run_batch([str(papers / REPORT.name)], out, SERIAL)
    assert (len(told.gone), len(json_files(out))) == (2, 4)
    assert "2 JSON of papers that are gone; --prune removes them" in list(lines(told))
    pruned = run_batch([str(papers / REPORT.name)], out, BatchOptions(engine="serial", report=False, prune=True))
    assert "2 JSON of papers that are gone removed" in list(lines(pruned))
    assert kinds(out) == ["agenda", "other"]
    assert not any("-" in name.removesuffix(".json")[-9:-8] for name in json_files(out)), "the name is its own again"
    with closing(sqlite3.connect(out / "journal.sqlite")) as journal:
        assert journal.execute("SELECT count(*) FROM papers").fetchone() == (2,)
    assert not run_batch([str(papers)], out, SERIAL).gone


def test_the_numbers_of_the_summary_add_up(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    run_batch([str(papers / "broken.pdf"), str(papers / AGENDA.name)], out, SERIAL)
    (papers / "worse.pdf").write_bytes(b"%PDF-1.4\n")
    first = next(lines(run_batch([str(papers)], out, SERIAL)))
    assert first.startswith("3 papers of ")
    assert "done (2 now, 1 before), 2 failed (1 now, 1 before), 0 skipped" in first


def test_warnings_are_named_with_their_papers(tmp_path: Path, suspect: Path) -> None:
    summary = run_batch([str(suspect)], tmp_path / "out", SERIAL)
    (warnings,) = (line for line in lines(summary) if line.startswith("warnings: "))
    assert warnings == "warnings: 1 source.not_a_un_paper in 1 paper"


@pytest.fixture
def suspect(tmp_path: Path) -> Path:
    """A paper with a warning."""
    path = tmp_path / "letter.pdf"
    path.write_bytes(document(text("Dear Sir, the boats are late.", 72, 700)))
    return path


def test_the_log_has_a_line_for_each_paper(papers: Path, tmp_path: Path, run_command: Run) -> None:
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    log = tmp_path / "batch.log"
    arguments = ["batch", papers, "--out", tmp_path / "out", "--executor", "serial", "--log", log]
    assert run_command(*arguments).returncode == 10
    rows = [line.split("\t") for line in log.read_text().splitlines()]
    assert {len(row) for row in rows} == {4}
    assert [row[1] for row in rows[:5]] == ["start", "failed", "done", "done", "done"]
    assert rows[0][3] == "4 papers to do, 0 known before, 0 skipped"
    assert rows[1][2] == str(papers / "broken.pdf")
    assert rows[1][3].startswith("input.damaged: ")
    assert rows[2][3].startswith("agenda, ")
    assert rows[5][1] == "end"
    assert rows[5][3].startswith("3 papers of ")
    assert run_command(*arguments, "--quiet").stderr == b""
    assert len(log.read_text().splitlines()) > len(rows), "lines are added"
    nowhere = run_command(*arguments[:-1], tmp_path / "none" / "batch.log")
    assert nowhere.returncode == 9
    assert b"batch.log" in nowhere.stderr
