"""Which papers of a batch should be checked: in the summary, in the report and by the verb ``status``."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.batch.journal import Entry, Journal
from extractor.batch.report import report
from extractor.batch.summary import Summary, lines
from tests.conftest import Run

SOUND = Entry(
    "0" * 64, "1", "{}", "a/sound.pdf", "done", 0.1, 1, 1, kind="agenda", pages=2, base="sound", name="sound.json",
    diagnostics={"inferred.symbol": 1},
)  # fmt: skip
LOOK = replace(
    SOUND, sha256="1" * 64, path="a/look.pdf", base="look", name="look.json",
    diagnostics={"schedule.no_day": 2, "inferred.symbol": 1},
)  # fmt: skip
DOUBTFUL = replace(
    SOUND, sha256="2" * 64, path="a/<b>.pdf", base="b", name="b.json", diagnostics={"annotation.absent": 1}
)
FAILED = Entry("3" * 64, "1", "{}", "a/bad.pdf", "failed", 0.1, 1, 1, category="input.damaged", message="damaged")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the journal of four papers."""
    journal = Journal(tmp_path)
    for entry in (SOUND, LOOK, DOUBTFUL, FAILED):
        journal.put(entry)
    journal.close()
    return tmp_path


def test_a_code_of_a_later_version_does_not_grade() -> None:
    assert replace(SOUND, diagnostics={"later.code": 1}).review == "none"


def test_the_summary_counts_papers_by_grade() -> None:
    summary = Summary(entries=[SOUND, LOOK, DOUBTFUL, FAILED])
    assert "review: 1 doubtful, 1 look, 1 none" in list(lines(summary))


def test_the_report_lists_the_papers_to_look_at_first() -> None:
    text = report(Summary(entries=[SOUND, replace(LOOK, name="look #1.json"), DOUBTFUL, FAILED]), "Batch")
    table = text.partition("Papers to look at first")[2].partition("</table>")[0]
    assert 'href="look%20%231.json"' in table
    assert table.index("a/&lt;b&gt;.pdf") < table.index("a/look.pdf")
    assert "annotation.absent" in table
    assert "sound.pdf" not in table
    assert "Papers to look at first" not in report(Summary(entries=[SOUND]), "Batch")


def test_status_counts_and_lists(run_command: Run, folder: Path) -> None:
    done = run_command("status", folder)
    assert done.stdout.decode().splitlines() == ["doubtful: 1", "look: 1", "none: 1", "failed: 1"]
    done = run_command("status", folder, "--review", "look")
    assert done.stdout == b"a/look.pdf: schedule.no_day\n"
    done = run_command("status", folder, "--review", "doubtful", "--json")
    assert json.loads(done.stdout) == {
        "path": "a/<b>.pdf", "name": "b.json", "review": "doubtful", "codes": ["annotation.absent"]
    }  # fmt: skip


def test_status_of_a_folder_without_a_batch(run_command: Run, tmp_path: Path) -> None:
    done = run_command("status", tmp_path)
    assert done.returncode == 3
    assert b"no journal" in done.stderr
    assert not list(tmp_path.iterdir())
