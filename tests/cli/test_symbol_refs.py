"""``un-agenda symbol`` and ``un-agenda refs``."""

from __future__ import annotations

import io
import json
import pathlib
import sys

import pytest

from extractor.cli import main

TEXT = "See resolutions 48/264 and 51/241 of the General Assembly\n(A/80/1/Add.1-2), and article 4.\n"


def test_symbol_prints_one_array(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["symbol", "A/80/150", "A/77/100 and Corr.1"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["symbol"] for row in found] == ["A/80/150", "A/77/100", "A/77/100/Corr.1"]
    assert found[0]["body"]["name"] == "General Assembly"
    assert found[0]["body"]["certainty"] == "certain"
    assert found[0]["session"] == "80"
    assert "explanation" not in found[0]


def test_symbol_explains(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["symbol", "--explain", "--language", "fr", "A/C.6/80/L.1"]) == 0
    row = json.loads(capsys.readouterr().out)[0]
    assert "Sixth Committee" in row["explanation"]
    assert row["url"].endswith("/fr/A/C.6/80/L.1")
    assert row["filename"] == "A_C-6_80_L-1-FR.pdf"


def test_what_is_no_symbol_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["symbol", "and/or"]) == 2
    captured = capsys.readouterr()
    assert "error" in json.loads(captured.out)[0]
    assert captured.err.count("\n") == 1


def test_refs_of_a_text_file(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["refs", str(path)]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [line[:2] for line in lines] == [
        ["resolution", "A/RES/48/264"],
        ["resolution", "A/RES/51/241"],
        ["document", "A/80/1/Add.1"],
        ["document", "A/80/1/Add.2"],
    ]
    assert {len(line) for line in lines} == {5}


def test_refs_of_standard_input_as_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["refs", "--json", "--all"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["kind"] for row in rows] == ["resolution", "resolution", "document", "document", "article"]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)


def test_refs_take_the_owner_from_the_paper(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Pursuant to decision 2024/24, a report.", encoding="utf-8")
    assert main(["refs", str(path), "--paper", "DP/2025/1"]) == 0
    assert capsys.readouterr().out.split("\t")[2] == "Executive Board of UNDP, UNFPA and UNOPS"


def test_refs_of_nothing_is_nothing(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    assert main(["refs", str(path)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["refs", str(tmp_path / "missing.txt")]) == 3
