"""Loading: idempotent, replacing what is its own, whole papers only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import func, inspect, select, text

from extractor.errors import AgendaError, InvalidAgenda
from extractor.model import Agenda
from extractor.papers import Failure, Paper
from extractor.store import Store, load_agendas
from extractor.store.rows import rows_of
from extractor.store.schema import METADATA
from extractor.store.supersession import earlier_symbols
from extractor.store.views import VIEWS
from tests.store.agendas import agenda, count, dump

EVERY_TABLE = sorted(METADATA.tables)


def test_every_table_gets_its_rows(store: Store) -> None:
    result = load_agendas(store, [agenda("A/AC.999/2031/1/Rev.1")], sources=["paper.json"])
    assert (result.loaded, result.replaced, result.unchanged, result.failed) == (1, 0, 0, 0)
    assert [name for name in EVERY_TABLE if not count(store, name)] == []
    with store.read() as connection:
        run = connection.execute(select(METADATA.tables["load_runs"])).one()
    assert (run.id, run.loaded, run.failed, run.sources) == (result.run, 1, 0, "paper.json")
    assert run.finished_at >= run.started_at


def test_the_keys_are_as_documented() -> None:
    rows = rows_of(agenda())
    document = "A/AC.999/2031/1|en"
    assert rows["documents"][0]["id"] == document
    keys = [
        (row["id"].removeprefix(document), row["parent_id"], row["position"], row["level"]) for row in rows["items"]
    ]
    assert keys == [
        ("#1", None, 1, 1),
        ("#1(a)", f"{document}#1", 1, 2),
        ("#1/2", f"{document}#1", 2, 2),
        ("#2", None, 2, 1),
        ("#2~2", None, 3, 1),
    ]
    bare = rows_of(agenda(None, None))["documents"][0]
    assert bare["id"] == f"sha256:{bare['sha256']}|"


def test_listed_documents_are_one_row_each(store: Store) -> None:
    load_agendas(store, [agenda()])
    with store.read() as connection:
        rows = connection.execute(
            text("SELECT item_number, item_position, listed, title FROM item_documents ORDER BY position")
        ).all()
    assert [tuple(row) for row in rows] == [
        ("2", 1, True, "Note"),
        (None, None, True, "On its own"),
        ("2", 2, False, "In the item's own list only"),
    ]


@pytest.mark.parametrize("bulk", [False, True])
def test_the_same_paper_twice_changes_nothing(store: Store, bulk: bool) -> None:
    papers = [agenda(), agenda(language="fr")]
    load_agendas(store, papers, bulk=bulk)
    before = dump(store)
    moved = agenda(source={"path": "elsewhere.pdf"})
    result = load_agendas(store, [*papers, moved], bulk=bulk)
    assert (result.loaded, result.replaced, result.unchanged) == (0, 0, 3)
    assert dump(store) == before


@pytest.mark.parametrize("bulk", [False, True])
def test_another_extraction_replaces_its_own_rows_and_nothing_else(store: Store, bulk: bool) -> None:
    other = agenda("A/AC.999/2031/9")
    load_agendas(store, [other], bulk=bulk)
    alone = dump(store)
    load_agendas(store, [agenda()], bulk=bulk)
    changed = agenda(items=[{"number": "1", "title": "Another title"}], footnotes=[])
    result = load_agendas(store, [changed, other], bulk=bulk)
    assert (result.loaded, result.replaced, result.unchanged) == (0, 1, 1)
    now = dump(store)
    for name, rows in alone.items():
        assert set(map(repr, rows)) <= set(map(repr, now[name])), name
    assert [row for row in now["items"] if "2031/1|" in row[0]]
    assert len(now["items"]) == len(alone["items"]) + 1
    assert len(now["footnotes"]) == len(alone["footnotes"])


def test_of_two_papers_with_one_key_in_a_batch_the_later_stays(store: Store) -> None:
    later = agenda(document={"title": "Later"})
    result = load_agendas(store, [agenda(), later], bulk=True)
    assert (result.loaded, result.replaced) == (1, 1)
    with store.read() as connection:
        assert connection.execute(text("SELECT title FROM documents")).scalars().all() == ["Later"]


def test_bulk_and_single_give_the_same_rows(store: Store) -> None:
    papers = [agenda(f"A/AC.999/2031/{number}") for number in range(1, 6)]
    load_agendas(store, papers)
    single = dump(store)
    with store.write() as connection:
        connection.execute(METADATA.tables["documents"].delete())
    assert not any(dump(store).values())  # all rows of a paper go with it
    load_agendas(store, papers, bulk=True)
    bulk = dump(store)
    for table in single, bulk:
        table["documents"] = [row[:-1] for row in table["documents"]]  # the load run
    assert bulk == single


@pytest.mark.parametrize("bulk", [False, True])
def test_a_paper_that_is_refused_is_reported_and_the_rest_goes_on(store: Store, bulk: bool) -> None:
    broken = agenda("A/AC.999/2031/2")
    broken.source.bytes = 10**30  # no database has such numbers
    errors: list[AgendaError] = []
    papers = [
        agenda(),
        Paper(broken, "broken.json"),
        Failure("bad.json", InvalidAgenda("not JSON", where="bad.json")),
        agenda("A/AC.999/2031/3"),
    ]
    result = load_agendas(store, papers, bulk=bulk, report=errors.append)
    assert (result.loaded, result.failed) == (2, 2)
    assert sorted(str(error).partition(":")[0] for error in errors) == ["bad.json", "broken.json"]
    assert count(store, "documents") == 2


@pytest.mark.parametrize("bulk", [False, True])
@pytest.mark.parametrize("end", [RuntimeError, KeyboardInterrupt])
def test_what_a_source_gave_before_it_broke_off_is_loaded(store: Store, bulk: bool, end: type[BaseException]) -> None:
    def source() -> Iterator[Agenda]:
        yield agenda("A/AC.999/2031/1")
        yield agenda("A/AC.999/2031/2")
        raise end

    with pytest.raises(end):
        load_agendas(store, source(), bulk=bulk)
    assert count(store, "documents") == 2
    with store.read() as connection:
        (run,) = connection.execute(select(METADATA.tables["load_runs"])).mappings()
    assert (run["loaded"], run["finished_at"]) == (2, None)


def test_odd_text_comes_out_as_data(store: Store) -> None:
    odd = "Robert'); DROP TABLE documents;-- \" \\ %s :name {} $$ \x00 \ud800 \u202e =1+1"
    paper = agenda("A/AC.999/2031/1'; DROP TABLE items;--")
    paper.items[0].title = odd
    paper.items[0].number = "1' OR '1'='1"
    paper.items[1].title = "x" * 1_000_000
    paper.items[1].annotation[0].text = "many words " * 100_000
    load_agendas(store, [paper])
    shown = odd.replace("\x00", "\u2400").replace("\ud800", "\ufffd")
    with store.read() as connection:
        titles = connection.execute(text("SELECT title FROM items ORDER BY ordinal")).scalars().all()
        messages = connection.execute(
            text("SELECT message FROM diagnostics WHERE code = 'store.replaced_characters'")
        ).scalars()
        assert titles[0] == shown
        assert titles[3] == "x" * 1_000_000
        assert messages.all() == ["2 characters that databases cannot hold were replaced by \u2400 or \ufffd."]
        assert connection.execute(select(func.count()).select_from(METADATA.tables["documents"])).scalar() == 1


def test_long_random_names_do_not_break_indexes(store: Store) -> None:
    import random

    generator = random.Random(5)
    long = "".join(chr(generator.randrange(0x4E00, 0x9FFF)) for _ in range(20_000))
    paper = agenda(f"A/{long}")
    paper.meetings[0].body = paper.items[0].number = paper.references[0].symbol = paper.entities[0].id = long
    paper.references[0].owner = paper.references[0].number = paper.documents[0].symbols[0] = long
    assert load_agendas(store, [paper]).loaded == 1


def test_every_column_has_a_comment(store: Store) -> None:
    for table in METADATA.tables.values():
        assert table.comment, table.name
        for column in table.columns:
            assert column.comment, column
    with store.read() as connection:
        if store.postgres:
            for name in METADATA.tables:
                assert all(column["comment"] for column in inspect(connection).get_columns(name)), name
            for name in VIEWS:
                assert all(column["comment"] for column in inspect(connection).get_columns(name)), name
        else:
            ddl = "\n".join(connection.execute(text("SELECT sql FROM sqlite_master WHERE type = 'table'")).scalars())
            assert all(f"/* {column.comment} */" in ddl for column in METADATA.tables["items"].columns)


def test_the_views_answer(store: Store) -> None:
    load_agendas(store, [agenda()])
    with store.read() as connection:
        items = connection.execute(text("SELECT * FROM agenda_items ORDER BY ordinal")).all()
        assert [(row.number, row.title, row.body) for row in items][1] == (
            "1(a)",
            "Adoption of the agenda",
            "Ad Hoc Committee on Lighthouses",
        )
        assert str(items[0].first_day) == "2031-06-27"
        rows = connection.execute(text("SELECT item, title, place FROM timetable ORDER BY item")).all()
        assert [tuple(row) for row in rows] == [("1(a)", "Opening", "Vienna"), ("99", "Opening", "Vienna")]
        found = connection.execute(text("SELECT symbol FROM documents_by_item WHERE item = '2'")).scalars()
        assert set(found) == {"A/AC.999/2031/2", "A/AC.999/2031/2/Add.1", None}
        cited = connection.execute(text("SELECT symbol, mentions FROM references_by_document")).one()
        assert tuple(cited) == ("A/RES/99/1", 1)
        mentions = connection.execute(text("SELECT agenda, symbol, kind, evidence FROM citations")).all()
        assert list(map(tuple, mentions)) == [("A/AC.999/2031/1", "A/RES/99/1", "resolution", '["text"]')]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0)])
def test_revisions_and_corrigenda_are_linked_in_any_order(store: Store, order: tuple[int, ...]) -> None:
    papers = [agenda("A/1"), agenda("A/1", "fr"), agenda("A/1/Rev.2"), agenda("A/1/Rev.2/Corr.1")]
    load_agendas(store, [papers[at] for at in order])
    load_agendas(store, [agenda("A/1", footnotes=[])])
    with store.read() as connection:
        rows = connection.execute(
            text("SELECT symbol, relation, earlier_symbol, earlier_document_id FROM revisions ORDER BY symbol, 3")
        ).all()
    assert [tuple(row) for row in rows] == [
        ("A/1/Rev.2", "revises", "A/1", "A/1|en"),
        ("A/1/Rev.2", "revises", "A/1/Rev.1", None),
        ("A/1/Rev.2/Corr.1", "corrects", "A/1/Rev.2", "A/1/Rev.2|en"),
    ]


def test_current_views_leave_out_what_a_revision_supersedes(store: Store) -> None:
    symbols = ["A/1", "A/1/Rev.9", "A/1/Rev.10", "A/1/Add.1", "A/1/Corr.1"]
    load_agendas(store, [*(agenda(symbol) for symbol in symbols), agenda("A/1", "fr")])
    with store.read() as connection:
        found = connection.execute(
            text("SELECT DISTINCT symbol, language, superseded_by FROM agenda_items WHERE superseded_by IS NOT NULL")
        )
        assert sorted(map(tuple, found)) == [("A/1", "en", "A/1/Rev.10"), ("A/1/Rev.9", "en", "A/1/Rev.10")]
        kept = {("A/1", "fr"), ("A/1/Rev.10", "en"), ("A/1/Add.1", "en"), ("A/1/Corr.1", "en")}
        for view in ("current_documents", "current_agenda_items", "current_timetable"):
            assert {tuple(row) for row in connection.execute(text(f"SELECT symbol, language FROM {view}"))} == kept


@pytest.mark.parametrize(
    ("symbol", "earlier"),
    [
        ("A/1", []),
        ("A/1/Add.1", []),
        ("A/1/Rev.1/Add.2", []),
        ("A/1/Rev.1", [("revises", "A/1")]),
        ("A/1/Add.1/Rev.2", [("revises", "A/1/Add.1/Rev.1"), ("revises", "A/1/Add.1")]),
        ("A/1/Corr.3", [("corrects", "A/1")]),
    ],
)
def test_what_a_symbol_supersedes(symbol: str, earlier: list[tuple[str, str]]) -> None:
    assert earlier_symbols(symbol) == earlier
