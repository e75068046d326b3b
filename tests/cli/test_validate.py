"""`un-agenda validate`: exact places of what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor import extract
from extractor.cli import main
from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))


@pytest.fixture(scope="module")
def agenda() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(extract(ROOT / "samples" / "vienna_working_group.pdf").to_json())
    assert whole["schedule"]
    assert whole["documents"]
    return whole


def test_what_we_write_is_valid(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for sample in SAMPLES:
        (tmp_path / f"{sample.stem}.json").write_text(extract(sample).to_json())
    assert main(["validate", str(tmp_path)]) == 0
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("place", "value", "path"),
    [
        (("document", "symbol"), "A/1", "document.symbol"),
        (("items", 0, "title"), 5, "items[0].title"),
        (("items", 0, "page"), 4000, "items[0].page"),
        (("items", 0, "bbox"), [100, 0, 50, 10], "items[0].bbox"),
        (("documents", 0, "item"), "99", "documents[0].item"),
        (("documents", 0, "symbols"), [None], "documents[0].symbols[0]"),
        (("meetings", 0, "periods", 0, "end"), "1945-10-24", "meetings[0].periods[0].end"),
        (("schedule", 0, "ends_at"), "1945-10-24T00:00:00+00:00", "schedule[0].ends_at"),
        (("schema_version",), "2.0", "schema_version"),
    ],
)
def test_places_are_exact(
    agenda: dict[str, Any], tmp_path: Path, capfd: pytest.CaptureFixture[str], place: tuple[Any, ...], value: object,
    path: str,
) -> None:  # fmt: skip
    changed = json.loads(json.dumps(agenda))
    part = changed
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = value
    file = tmp_path / "changed.json"
    file.write_text(json.dumps(changed))
    assert main(["validate", str(file), "--json"]) == 13
    told = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert path in [one["path"] for one in told]
    assert main(["validate", str(file)]) == 13
    assert f"un-agenda: {file}:1: {path}: " in capfd.readouterr().err


def test_a_later_minor_version_with_more_fields_is_valid(agenda: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "later.json"
    file.write_text(json.dumps({**agenda, "schema_version": "1.7", "moon": {"phase": "full"}}))
    assert main(["validate", str(file)]) == 0


def test_what_is_no_json_and_what_is_not_there(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken.json").write_text("{")
    assert main(["validate", str(tmp_path / "broken.json")]) == 13
    assert main(["validate", str(tmp_path / "gone.json")]) == 3
    assert main(["validate", str(SAMPLES[0])]) == 13
    assert "gone.json" in capfd.readouterr().err
