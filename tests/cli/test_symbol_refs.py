"""``un-agenda symbol`` and ``un-agenda refs``."""

from __future__ import annotations

import io
import json
import pathlib
import shlex
import subprocess
import sys

import pytest

from extractor import extract
from extractor.cli import main
from tests.command import forked
from tests.conftest import ROOT, SAMPLES

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


def test_what_is_not_a_symbol_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
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
    assert main(["refs", str(path)]) == 11
    assert capsys.readouterr().out == ""
    assert main(["refs", str(tmp_path / "missing.txt")]) == 3


def test_symbol_shows_how_certain_the_registry_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["symbol", "--explain", "A/AC.96/1200"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["body"]["certainty"] == "inferred"
    assert "(registry: inferred)" in row["explanation"]


def test_refs_of_a_pdf_are_those_of_its_json(capsys: pytest.CaptureFixture[str]) -> None:
    path = next(path for path in sorted(SAMPLES.glob("*.pdf")) if extract(path).references)
    wanted = extract(path).references
    assert main(["refs", str(path), "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["kind"], row["symbol"], row["page"]) for row in rows] == [
        (one.kind, one.symbol, one.page) for one in wanted
    ]
    assert main(["refs", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(wanted)
    assert all(line.count("\t") == 4 for line in lines)


def test_refs_into_a_pipe_that_closes(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("See A/80/1 and E/2025/2.\n" * 20_000, encoding="utf-8")
    command = f"{shlex.join(forked('refs', path))} | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "document\tA/80/1\t-\t-\tA/80/1\n"
    assert "Traceback" not in done.stderr
