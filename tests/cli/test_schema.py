"""``un-agenda schema`` prints the published file, byte for byte."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT, Run

PUBLISHED = ROOT / "schemas" / "agenda-1.1.schema.json"


def test_it_prints_the_published_schema(run_command: Run) -> None:
    done = run_command("schema")
    assert done.returncode == 0
    assert done.stdout == PUBLISHED.read_bytes()


def test_it_writes_a_file(run_command: Run, tmp_path: Path) -> None:
    assert run_command("schema", "-o", tmp_path / "schema.json").returncode == 0
    assert (tmp_path / "schema.json").read_bytes() == PUBLISHED.read_bytes()
