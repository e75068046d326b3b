"""Accuracy never falls below what it once reached."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.gate import measure
from tests.gate.tables import has_tables, table_files, tables


def test_samples_reach_their_floors() -> None:
    known = measure.read_floors()["samples"]
    key = measure.corpus_hash(measure.sample_files())
    assert key in known, "the samples have changed: run `make gate-raise`"
    assert measure.shortfalls(known[key], measure.score_samples()) == []


def test_the_program_knows_where_it_is_wrong() -> None:
    assert measure.shortfalls(known_floors("selfcheck", measure.sample_files()), measure.selfcheck()) == []


def known_floors(name: str, files: list[Path]) -> measure.Scores:
    """The floors recorded for these files; the test is skipped where there are none."""
    known = measure.read_floors().get(name, {})
    key = measure.corpus_hash(files)
    if key not in known:
        pytest.skip("the corpus ../shared is another one than that of the recorded floors")
    floors: measure.Scores = known[key]
    return floors


@pytest.mark.parametrize("name", measure.SETS)
def test_labelled_papers_reach_their_floors(name: str) -> None:
    if not measure.has_set(name):
        pytest.skip("the optional corpus ../shared is not there")
    assert measure.shortfalls(known_floors(name, measure.set_files(name)), measure.score_set(name)) == []


def test_the_ledger_reaches_its_floors() -> None:
    if not measure.has_audit():
        pytest.skip("the optional corpus ../shared or pdftotext (package poppler-utils) is not there")
    assert measure.shortfalls(known_floors("ledger", measure.audit_files()), measure.audit()) == []


@pytest.mark.slow
def test_what_papers_link_is_cited() -> None:
    if not measure.has_linked():
        pytest.skip("the optional corpus ../shared is not there")
    assert measure.shortfalls(known_floors("linked", measure.linked_files()), measure.linked()) == []


@pytest.mark.slow
def test_tables_reach_their_floors() -> None:
    if not has_tables():
        pytest.skip("the optional corpus ../shared is not there")
    assert measure.shortfalls(known_floors("tables", table_files()), tables()) == []


def test_floors_only_rise() -> None:
    try:
        done = subprocess.run(
            ["git", "show", f"HEAD:{measure.FLOORS.relative_to(ROOT).as_posix()}"],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no committed floors to compare with")
    before, now = json.loads(done.stdout), measure.read_floors()
    for name in (*measure.SETS, "ledger", "linked", "selfcheck", "tables"):
        for key, floors in before.get(name, {}).items():
            assert measure.shortfalls(floors, now[name][key]) == []
    # The samples may change, and their hash with them; what was reached on them may not fall.
    (floors,), (reached,) = before["samples"].values(), now["samples"].values()
    assert measure.shortfalls(floors, reached) == []


def test_raising_never_lowers() -> None:
    assert measure.raised({"items": 0.9, "dates": 0.5}, {"items": 0.8, "dates": 0.61999, "new": 1.0}) == {
        "dates": 0.619,
        "items": 0.9,
        "new": 1.0,
    }


def test_a_regression_is_reported() -> None:
    assert measure.shortfalls({"items": 0.9}, {"items": 0.9}) == []
    assert measure.shortfalls({"items": 0.9}, {"items": 0.8994}) == ["items: 0.8994, the floor is 0.900"]
    assert measure.shortfalls({"items": 0.9}, {}) == ["items: 0.0000, the floor is 0.900"]


def test_f1_counts_misses_and_inventions() -> None:
    assert measure.f1(Counter("ab"), Counter("ab")) == 1.0
    assert measure.f1(Counter("ab"), Counter("bc")) == 0.5
    assert measure.f1(Counter(), Counter("c")) == 0.0


def test_the_hash_depends_on_names_and_contents(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("1")
    other.write_text("2")
    first = measure.corpus_hash([one, other])
    assert measure.corpus_hash([other, one]) == first
    other.write_text("3")
    assert measure.corpus_hash([one, other]) != first
