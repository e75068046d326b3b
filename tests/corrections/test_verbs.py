"""The verbs apply the corrections that lie beside a paper, say so, and turn them into gold files."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from extractor import Agenda
from extractor.batch import BatchOptions, WorkOptions, run_batch
from extractor.cli import main
from extractor.corrections.files import corrected, corrections_path, read_corrections, write_corrections
from extractor.corrections.model import Entry
from extractor.errors import AgendaError, InvalidAgenda, NotFound, Unreadable
from extractor.papers import Paper, papers
from extractor.store import load_agendas, open_store
from tests.corrections.conftest import PAPER, corrections, entry, replace
from tests.gate.measure import facts, score_samples

OLD, NEW = "Annotated provisional agenda", "The corrected title"


@pytest.fixture
def paper(tmp_path: Path, read: Agenda) -> Path:
    """A PDF in a folder of its own, with a corrected title."""
    folder = tmp_path / "archive"
    folder.mkdir()
    path = folder / "paper.pdf"
    shutil.copy(PAPER, path)
    keep(path, read, entry(replace("/document/title", OLD, NEW), reason="It is called so."))
    return path


def keep(path: Path, read: Agenda, *entries: Entry) -> None:
    write_corrections(corrections(read, *entries), corrections_path(str(path)))


def extracted(capsys: pytest.CaptureFixture[str], *args: Any) -> tuple[Any, str]:
    assert main(["extract", "--in-process", *map(str, args)]) == 0
    told = capsys.readouterr()
    return json.loads(told.out), told.err


def test_extract_applies_them_and_says_so(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    agenda, _ = extracted(capsys, paper)
    assert agenda["document"]["title"] == NEW
    assert agenda["corrected"][0]["reason"] == "It is called so."
    assert agenda["diagnostics"][-1]["code"] == "corrections.applied"
    assert extracted(capsys, paper, "--no-corrections")[0]["document"]["title"] == OLD
    assert extracted(capsys, paper, "--pages", "1")[0]["document"]["title"] == OLD
    short, _ = extracted(capsys, paper, "--no-blocks")
    assert (short["document"]["title"], short["blocks"]) == (NEW, [])


def test_a_conflict_is_said_and_nothing_is_lost(paper: Path, read: Agenda, capsys: pytest.CaptureFixture[str]) -> None:
    keep(paper, read, entry(replace("/document/title", "Another", NEW)))
    before = Path(corrections_path(str(paper))).read_bytes()
    agenda, said = extracted(capsys, paper)
    assert agenda["document"]["title"] == OLD
    assert "corrections.conflict" in said
    assert Path(corrections_path(str(paper))).read_bytes() == before


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b'{"format": "un-agenda corrections 2"}', b"\xff\xfe", b"0" * 10])
def test_a_file_that_holds_none_costs_no_paper(paper: Path, text: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    Path(corrections_path(str(paper))).write_bytes(text)
    agenda, said = extracted(capsys, paper)
    assert (agenda["document"]["title"], agenda["source"]["review"]) == (OLD, "look")
    assert "corrections.unread" in said


def test_batch_applies_them_and_does_the_paper_again_when_they_change(
    paper: Path, read: Agenda, tmp_path: Path
) -> None:
    options, out = BatchOptions(engine="serial"), tmp_path / "json"

    def title() -> str:
        (path,) = out.glob("*.json")
        return str(json.loads(path.read_text(encoding="utf-8"))["document"]["title"])

    assert run_batch([str(paper.parent)], out, options).done == 1
    assert title() == NEW
    assert run_batch([str(paper.parent)], out, options).done == 0
    keep(paper, read, entry(replace("/document/title", OLD, "Again")))
    assert run_batch([str(paper.parent)], out, options).done == 1
    assert title() == "Again"
    without = dataclasses.replace(options, work=WorkOptions(corrections=False))
    assert run_batch([str(paper.parent)], out, without).done == 1
    assert title() == OLD


def test_load_and_export_apply_them_to_pdfs_and_to_json(paper: Path, read: Agenda, tmp_path: Path) -> None:
    beside = paper.parent / "paper.json"
    beside.write_text(read.to_json(), encoding="utf-8")
    elsewhere = tmp_path / "elsewhere.json"
    named = read.model_copy(update={"source": read.source.model_copy(update={"path": str(paper)})})
    elsewhere.write_text(named.to_json(), encoding="utf-8")
    for source in (paper, beside, elsewhere):
        (one,) = papers([str(source)])
        assert isinstance(one, Paper)
        assert one.agenda.document.title == NEW, source
        (one,) = papers([str(source)], corrections=False)
        assert isinstance(one, Paper)
        assert one.agenda.document.title == OLD, source
    with open_store(str(tmp_path / "a.db")) as store:
        assert load_agendas(store, papers([str(paper.parent)])).loaded == 1, "a file of corrections is no paper"
        with store.read() as connection:
            assert connection.exec_driver_sql("SELECT title FROM documents").scalar_one() == NEW


def test_corrections_of_one_paper_are_none_of_its_neighbours(paper: Path, read: Agenda) -> None:
    other = read.model_copy(update={"source": read.source.model_copy(update={"sha256": "0" * 64})})
    (paper.parent / "paper.jsonl").write_text(f"{other.to_json(compact=True)}\n{read.to_json(compact=True)}\n")
    found = [one.agenda for one in papers([str(paper.parent / "paper.jsonl")]) if isinstance(one, Paper)]
    assert [one.document.title for one in found] == [OLD, NEW]
    assert found[0].diagnostics == read.diagnostics
    assert corrected(other, str(paper)).diagnostics[-1].code == "corrections.other_file", "the PDF was changed"


def test_check_lists_each_correction_and_its_conflicts(
    paper: Path, read: Agenda, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corrections", "check", "--in-process", str(paper.parent)]) == 0
    assert capsys.readouterr().out == f"{paper}: applied: edit document.title: It is called so.\n"
    keep(paper, read, entry(replace("/document/title", "Another", NEW)))
    assert main(["corrections", "check", "--in-process", str(paper)]) == 10
    assert "conflict: document.title" in capsys.readouterr().err
    keep(paper, read)
    assert not Path(corrections_path(str(paper))).exists()
    assert main(["corrections", "check", "--in-process", str(paper)]) == 11
    assert main(["corrections", "check", str(paper.parent / "none.pdf")]) == 3
    assert main(["corrections", "export", str(paper)]) == 2


def test_a_gold_file_measures_the_program_without_corrections(paper: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    assert main(["corrections", "export", "--in-process", str(paper), "-o", str(gold)]) == 0
    assert sorted(path.name for path in gold.iterdir()) == ["paper.pdf", "paper.truth.json"]
    truth = json.loads((gold / "paper.truth.json").read_text(encoding="utf-8"))
    expected = json.loads(PAPER.with_suffix(".truth.json").read_text(encoding="utf-8"))
    assert truth["document"] == expected["document"] | {"title": NEW}
    for section in ("items", "annotations", "documents", "schedule", "footnotes", "references", "meetings"):
        assert facts(truth)[section] == facts(expected)[section], section
    scores = score_samples(gold)
    assert scores["document"] < 1
    assert scores["items"] == 1


def test_what_is_no_file_of_corrections_is_an_error(tmp_path: Path) -> None:
    cases: list[tuple[str, type[AgendaError]]] = [("none.json", NotFound), (".", Unreadable)]
    for name, kind in cases:
        with pytest.raises(kind):
            read_corrections(str(tmp_path / name))
    (tmp_path / "a.json").write_text('{"sha256": "' + "0" * 64 + '", "news": 1}')
    with pytest.raises(InvalidAgenda, match="news"):
        read_corrections(str(tmp_path / "a.json"))


def test_nothing_is_looked_for_where_there_is_no_path(read: Agenda) -> None:
    for path in (None, "-", "https://example.org/a.pdf", "a\0b.pdf"):
        assert corrected(read, path) is read


def test_an_entry_is_known_by_all_that_it_says(read: Agenda) -> None:
    one, other = (entry(replace("/document/title", OLD, NEW), reason=why) for why in ("one", "other"))
    assert one.id != other.id
    written = corrections(read, one).to_json()
    assert json.loads(written)["corrections"][0]["patch"] == [replace("/document/title", OLD, NEW)]
    assert type(corrections(read)).model_validate_json(written).corrections[0].id == one.id
