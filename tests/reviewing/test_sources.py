"""What can be reviewed: a PDF, its JSON, a folder of either, what a batch has written, a database."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from extractor import Agenda, extract
from extractor.batch import BatchOptions, WorkOptions, run_batch
from extractor.corrections.apply import correct
from extractor.corrections.files import corrections_path, write_corrections
from extractor.errors import NoPapers, NotFound, Unreadable
from extractor.papers import papers
from extractor.reviewing.desk import Desk
from extractor.reviewing.sources import desk_of_database, desk_of_file, desk_of_folder, working_folder
from extractor.store import load_agendas, open_store
from tests.corrections.conftest import corrections, entry, replace

NEW = entry(replace("/document/title", "Annotated provisional agenda", "Agenda"))


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def extract_all(folder: str, work: Path) -> None:
    run_batch([folder], work, BatchOptions(work=WorkOptions(corrections=False), engine="serial", report=False))


def keep(paper: Path, read: Agenda) -> None:
    write_corrections(corrections(read, NEW), corrections_path(str(paper)))


def test_a_pdf_and_its_json_are_one_paper(paper: Path, read: Agenda) -> None:
    keep(paper, read)
    desk = desk_of_file(str(paper), extract)
    assert desk.alone
    assert desk.paper(0).data()["paper"]["document"]["title"] == "Agenda"
    desk.close()
    json = paper.with_name("other.json")
    for agenda in (read, correct(read, corrections(read, NEW)).agenda):
        stated = agenda.model_copy(update={"source": agenda.source.model_copy(update={"path": str(paper)})})
        json.write_text(stated.to_json(), encoding="utf-8")
        desk = desk_of_file(str(json), extract)
        (ref,) = desk.papers
        assert (ref.pdf, ref.kept) == (str(paper), corrections_path(str(paper)))
        assert ref.read().document.title == "Annotated provisional agenda", "corrections come on top"
    with pytest.raises(NotFound):
        desk_of_file(str(paper.with_name("none.pdf")), extract)


def test_a_folder_of_pdfs_is_read_once(paper: Path, read: Agenda) -> None:
    folder = paper.parent / "archive"
    folder.mkdir()
    shutil.copy(paper, folder / "a.pdf")
    (folder / "b.pdf").write_bytes(b"%PDF-1.4 broken")
    (ref,) = desk_of_folder(str(folder), extract_all).papers
    assert (ref.symbol, ref.year, ref.review, ref.corrections) == (read.document.symbol, "2031", "none", 0)
    assert ref.body == read.document.body
    assert sorted(path.name for path in folder.iterdir()) == ["a.pdf", "b.pdf"], "nothing is written beside the papers"
    keep(folder / "a.pdf", read)
    (ref,) = desk_of_folder(str(folder), extract_all).papers
    assert (ref.title, ref.corrections) == ("Agenda", 1)
    assert ref.read().corrected == []
    assert working_folder(str(folder)).is_dir()


def test_what_a_batch_or_an_export_has_written(paper: Path, read: Agenda) -> None:
    out = paper.parent / "json"
    run_batch([str(paper)], out, BatchOptions(engine="serial", report=False))
    (ref,) = desk_of_folder(str(out), extract_all).papers
    assert (ref.pdf, ref.symbol) == (str(paper), read.document.symbol)
    keep(paper, read)
    run_batch([str(paper)], out, BatchOptions(engine="serial", report=False))
    (ref,) = desk_of_folder(str(out), extract_all).papers
    assert (ref.title, ref.corrections) == ("Agenda", 1)
    Path(corrections_path(str(paper))).unlink()
    run_batch([str(paper)], out, BatchOptions(engine="serial", report=False))
    for name in ("journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"):
        (out / name).unlink(missing_ok=True)
    (other,) = desk_of_folder(str(out), extract_all).papers
    assert (other.pdf, other.symbol, other.read().to_json()) == (ref.pdf, ref.symbol, ref.read().to_json())
    (paper.parent / "empty").mkdir()
    with pytest.raises(NoPapers):
        desk_of_folder(str(paper.parent / "empty"), extract_all)


def test_a_database_names_its_papers(paper: Path, read: Agenda) -> None:
    url = str(paper.parent / "a.db")
    with open_store(url) as store:
        load_agendas(store, papers([str(paper)]))
    (ref,) = desk_of_database(url).papers
    assert (ref.symbol, ref.pdf, ref.year) == (read.document.symbol, str(paper), "2031")
    paper.write_bytes(paper.read_bytes() + b"%")
    with pytest.raises(Unreadable, match="changed since"):
        Desk("paper.pdf", [dataclasses.replace(ref, read=lambda: read)]).paper(0)
    paper.unlink()
    (ref,) = desk_of_database(url).papers
    assert ref.pdf is None
    with pytest.raises(NotFound, match="not where it was"):
        ref.read()
