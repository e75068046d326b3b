"""The ledger in the database: all blocks with roles and places, and found by the search."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from extractor.model import Agenda
from extractor.store import Store, load_agendas, open_store, search
from extractor.store.schema import METADATA
from tests.store.agendas import agenda, with_blocks
from tests.store.conftest import BACKENDS
from tests.store.test_migrate import build


def rows(store: Store, table: str, order: str = "position") -> list[dict[str, Any]]:
    """The rows of a table, in order."""
    with store.read() as connection:
        found = connection.execute(select(METADATA.tables[table]).order_by(METADATA.tables[table].c[order]))
        return [dict(row._mapping) for row in found]


@pytest.mark.parametrize("bulk", [False, True])
def test_blocks_of_all_roles_are_rows(store: Store, bulk: bool) -> None:
    paper = with_blocks()
    load_agendas(store, [paper, agenda()], bulk=bulk)
    found = [row for row in rows(store, "blocks") if row["document_id"].startswith("A/AC.999/2031/9")]
    assert [row["role"] for row in found] == [block.role for block in paper.blocks]
    assert [row["position"] for row in found] == [block.id for block in paper.blocks]
    assert [row["in_doubt"] for row in found] == [block.in_doubt for block in paper.blocks]
    item = "A/AC.999/2031/9|en#2"
    assert [row["item_id"] for row in found] == [None] * 3 + [item] * 3 + [None] * 2
    assert [row["item_position"] for row in found] == [None] * 4 + [1] + [None] * 3
    assert json.loads(found[4]["places"]) == [{"page": 2, "bbox": [1, 2, 3, 4]}]
    assert json.loads(found[6]["cells"]) == [["Monday"], ["Tug\u2400"]]
    note = rows(store, "footnotes", "document_id")[-1]
    assert json.loads(note["anchors"]) == [{"block": 3, "offset": 11}]
    reference = rows(store, "references", "document_id")[-1]
    assert (reference["block"], reference["span_start"], reference["span_end"]) == (8, 4, 19)
    assert [row["review"] for row in rows(store, "documents", "id")] == ["none", "look"]


def test_json_of_an_earlier_version_has_the_blocks_of_its_annotations(store: Store) -> None:
    data = json.loads(agenda().to_json())
    del data["blocks"], data["source"]["review"]
    data["schema_version"] = "1.0"
    data["diagnostics"][0]["severity"] = "warning"
    load_agendas(store, [Agenda.from_json(json.dumps(data))])
    found = rows(store, "blocks")
    assert [(row["role"], row["position"], row["item_position"], row["type"]) for row in found] == [
        ("annotation", 1, 1, "paragraph"),
        ("annotation", 2, 2, "list_item"),
    ]
    assert rows(store, "documents", "id")[0]["review"] == "look"


def test_the_search_finds_the_text_of_all_blocks_but_furniture(store: Store) -> None:
    load_agendas(store, [with_blocks()])

    def hits(query: str) -> list[tuple[str | None, str | None]]:
        return [(hit.item, hit.role) for hit in search(store, query)]

    assert hits("harbour") == [(None, "text")]
    assert hits("monday") == [(None, "timetable")]
    assert hits('"resolution 99"') == [(None, "footnote")]
    assert hits("foghorns") == [("2", None)]
    assert hits("keepers") == [("2", None)]
    assert hits("recycle") == []
    (hit,) = search(store, '"harbour master"')
    assert hit.snippet == "The harbour master welcomes all delegations to the harbour."
    assert "foghorns" in search(store, "foghorns")[0].snippet


@pytest.mark.parametrize("kind", BACKENDS)
def test_an_upgraded_database_takes_papers_with_a_ledger(kind: str, new_url: Callable[[str], str]) -> None:
    url = new_url(kind)
    build(url, "0003")
    with open_store(url) as store:
        old = rows(store, "blocks")
        assert {row["role"] for row in old} == {"annotation"}
        assert {row["review"] for row in rows(store, "documents", "id")} == {"none"}
        assert search(store, "smuggling")
        load_agendas(store, [with_blocks()])
        assert [hit.role for hit in search(store, "harbour")] == ["text"]
        assert len(rows(store, "blocks")) == len(old) + len(with_blocks().blocks)


def test_the_view_counts_the_paragraphs_of_annotations(store: Store) -> None:
    load_agendas(store, [with_blocks()])
    with store.read() as connection:
        found = connection.exec_driver_sql("SELECT title, paragraphs FROM agenda_items").all()
    assert ("Upkeep of lighthouses", 1) in [tuple(row) for row in found]
