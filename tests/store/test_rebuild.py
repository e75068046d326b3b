"""A paper of the database becomes an agenda again, whose reading copy is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import Agenda, extract
from extractor.export.html import article
from extractor.store import load_agendas, open_store
from extractor.store.keys import document_key
from extractor.store.rebuild import agenda_of
from tests.conftest import sample_pdfs
from tests.store.agendas import agenda


def again(path: Path, paper: Agenda) -> Agenda:
    with open_store(str(path)) as store:
        load_agendas(store, [paper])
        with store.read() as connection:
            found = agenda_of(connection, document_key(paper))
    assert found is not None
    return found


@pytest.mark.parametrize("pdf", sample_pdfs()[::3], ids=lambda pdf: pdf.stem)
def test_the_copy_is_the_same(pdf: Path, tmp_path: Path) -> None:
    paper = extract(pdf)
    found = again(tmp_path / "a.db", paper)
    assert article(found) == article(paper)
    for name in ("document", "meetings", "items", "schedule", "footnotes", "diagnostics", "blocks"):
        assert getattr(found, name) == getattr(paper, name), name


def test_a_paper_of_the_first_contract(tmp_path: Path) -> None:
    paper = agenda()
    found = again(tmp_path / "a.db", paper)
    assert article(found) == article(paper)
    assert found.schedule[0].starts_at == paper.schedule[0].starts_at


def test_what_is_not_there_is_nothing(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a.db")) as store, store.read() as connection:
        assert agenda_of(connection, "A/1|en") is None
