"""The page on the database: it names every table and view, and its queries find something in the samples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from extractor.papers import papers
from extractor.store import Store, load_agendas, open_store
from extractor.store.schema import documents
from extractor.store.views import VIEWS
from tests.conftest import ROOT, sample_pdfs

PAGE = (ROOT / "docs" / "database.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.S)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    found = open_store(str(tmp_path_factory.mktemp("database") / "agendas.db"))
    assert load_agendas(found, papers(list(map(str, sample_pdfs())))).failed == 0
    return found


def test_there_are_ten_queries() -> None:
    assert len(QUERIES) == 10


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_finds_something(query: str, store: Store) -> None:
    with store.engine.connect() as connection:
        assert connection.execute(text(query)).all()


def test_every_table_and_view_is_named(tmp_path: Path) -> None:
    for name in (*documents.metadata.tables, *VIEWS):
        assert f"`{name}`" in PAGE, name
