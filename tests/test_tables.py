"""`make tables`: relations of cells, known cells, tags, and how found tables are compared."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tools import tables
from tools.adjacency import Relation, cell, mean, read_truth, relations, score
from tools.tagged import is_contents

TRUTH = """<document><table><region page="1">
<cell start-row="0" start-col="0" end-col="1"><content>Ships in port</content></cell>
<cell start-row="1" start-col="0"><content>Quays *</content></cell>
<cell start-row="1" start-col="1"><content>12</content></cell>
</region></table></document>"""


def test_a_cell_is_related_to_its_next_neighbours_whatever_is_empty_between() -> None:
    found = relations([cell((0, 0), (0, 0), "Quays"), cell((0, 0), (1, 1), " "), cell((0, 0), (2, 2), "12")])
    assert found == Counter({("right", "quays", "12"): 1})


def test_a_cell_over_two_columns_is_related_once_to_each_cell_below() -> None:
    found = relations([cell((0, 0), (0, 1), "Ships"), cell((1, 1), (0, 0), "in"), cell((1, 1), (1, 1), "out")])
    assert found == Counter({("below", "ships", "in"): 1, ("below", "ships", "out"): 1, ("right", "in", "out"): 1})


def test_texts_are_compared_without_case_spaces_and_special_characters() -> None:
    assert cell((0, 0), (0, 0), "Quays, *North*").text == "quaysnorth"
    assert [cell((0, 0), (0, 0), text).text for text in ("-", "…", " ")] == ["_", "_", ""]


def test_f1_counts_what_is_missed_and_what_is_made_up() -> None:
    true: Relation = ("right", "a", "b")
    missed: Relation = ("below", "a", "d")
    made_up: Relation = ("right", "a", "c")
    half = score(Counter([true, missed]), Counter([true, made_up]))
    assert (half.precision, half.recall, half.f1) == (0.5, 0.5, 0.5)
    nothing = score(Counter(), Counter())
    assert nothing.f1 == 1.0
    assert mean([half, nothing]) == 0.75


def test_known_cells_are_read(tmp_path: Path) -> None:
    path = tmp_path / "quays-str.xml"
    path.write_text(TRUTH, encoding="utf-8")
    assert read_truth(path) == Counter(
        {("below", "shipsinport", "quays"): 1, ("below", "shipsinport", "12"): 1, ("right", "quays", "12"): 1}
    )


def test_rows_that_end_in_numbers_of_pages_are_contents() -> None:
    titles = [cell((at, at), (0, 0), f"Chapter {at}") for at in range(3)]
    assert is_contents([*titles, *(cell((at, at), (1, 1), str(3 + at)) for at in range(3))])
    assert not is_contents([*titles, *(cell((at, at), (1, 1), str(9 - at)) for at in range(3))])


def test_a_folder_is_measured_and_its_mean_printed_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = min(SAMPLES.glob("*.pdf"), key=lambda path: path.stat().st_size)
    (tmp_path / "quays.pdf").write_bytes(sample.read_bytes())
    (tmp_path / "quays-str.xml").write_text(TRUTH, encoding="utf-8")
    monkeypatch.setattr(tables, "STRATEGIES", ("lines",))
    monkeypatch.setattr(sys, "argv", ["tables", "--dir", str(tmp_path)])
    assert tables.main() == 0
    *_, control, last = capsys.readouterr().out.splitlines()
    assert control.startswith("pdfplumber by lines: mean F1 ")
    assert last == "mean F1 0.0000"


def test_no_folder(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["tables", "--dir", "/nowhere"])
    assert tables.main() == 3
    assert "no folder" in capsys.readouterr().err
