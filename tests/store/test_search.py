"""The query language, and the same hits on both databases."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.cli.search import _first_day, _last_day
from extractor.errors import UsageError
from extractor.store import Store, load_agendas, open_store, search
from extractor.store.query import Both, Either, Not, Phrase, parse_query, phrases, to_fts5
from extractor.store.snippets import snippet
from extractor.store.words import words
from tests.conftest import Run
from tests.store.agendas import agenda
from tests.store.conftest import BACKENDS

A, B, C = Phrase(("a",)), Phrase(("b",)), Phrase(("c",))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a", A),
        ("a b", Both((A, B))),
        ("a AND b AND c", Both((A, B, C))),
        ("a OR b c", Either((A, Both((B, C))))),
        ("(a OR b) c", Both((Either((A, B)), C))),
        ("a NOT b", Both((A, Not(B)))),
        ("a AND NOT b", Both((A, Not(B)))),
        ("NOT b a", Both((Not(B), A))),
        ("NOT NOT a", A),
        ("a NOT (b OR c)", Both((A, Not(Either((B, C)))))),
        ('"a b"', Phrase(("a", "b"))),
        ("“a b”* – c", Both((Phrase(("a", "b"), prefix=True), C))),
        ("smug*", Phrase(("smug",), prefix=True)),
        ("A/77/100", Phrase(("a", "77", "100"))),
        ("Élection and", Both((Phrase(("election",)), Phrase(("and",))))),
        ("议程", Phrase(("议", "程"))),
        ("1(a)", Both((Phrase(("1",)), A))),
    ],
)
def test_queries(text: str, tree: object) -> None:
    assert parse_query(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "*",
        '""',
        "NOT a",
        "a OR",
        "OR a",
        "a AND",
        "AND a",
        "a AND AND b",
        "a AND OR b",
        "(a",
        "a)",
        '"a',
        "NOT",
        "a OR NOT b",
        "(NOT a) (NOT b)",
        "a NOT",
        "(" * 40 + "a" + ")" * 40,
        "NOT " * 50 + "a",
        "a " * 300,
    ],
)
def test_what_is_no_query(text: str) -> None:
    with pytest.raises(UsageError, match="query"):
        parse_query(text)


def test_the_query_for_fts5_has_nothing_of_the_text_but_words() -> None:
    assert (
        to_fts5(parse_query('heading:x^2 "y\' z" NEAR(q) -w')) == '("heading x 2" AND "y z" AND "near" AND "q" AND "w")'
    )
    assert to_fts5(parse_query("a* b NOT c")) == '(("a" * AND "b") NOT ("c"))'


def test_words() -> None:
    assert words("Réunion 7/1, Côte d'Ivoire’s ½") == ["reunion", "7", "1", "cote", "d", "ivoire", "s", "1", "2"]
    assert words("ЁЛКА Й İstanbul STRASSE Straße") == ["елка", "и", "istanbul", "strasse", "strasse"]
    assert words("临时议程 A/1") == ["临", "时", "议", "程", "a", "1"]
    assert words("مُؤَقَّت") == words("مؤقت")
    assert words("x" * 5000) == ["x" * 100]


def test_snippets() -> None:
    text = ["Title", "word " * 100 + "the lamp oil of the keepers " + "word " * 100]
    found = snippet(text, [Phrase(("oil",)), Phrase(("keep",), prefix=True)])
    assert found.startswith("… word")
    assert found.endswith("word …")
    assert "lamp oil of the keepers" in found
    assert snippet(["Meetings"], [Phrase(("meeting",))]) == "Meetings"
    assert snippet([], [A]) == ""


PAPERS = [
    agenda("A/AC.999/2031/1"),
    agenda(
        "A/AC.999/2031/1",
        "fr",
        document={"title": "Ordre du jour provisoire annoté"},
        items=[{"number": "1", "title": "Élection du Bureau et contrebande", "annotation": []}],
        documents=[],
    ),
    agenda(
        "E/CN.99/2032/1",
        document={"body": "Commission on Bells", "organ": "Economic and Social Council", "date": "2032-01-01"},
        meetings=[{"body": "Commission on Bells", "periods": [{"start": "2032-02-01", "end": "2032-02-05"}]}],
        items=[
            {"number": "1", "title": "Election of officers"},
            {
                "number": "2",
                "title": "Bells",
                "annotation": [{"type": "paragraph", "text": "Smuggling of bells, with 100% of 'private' bell_s"}],
            },
        ],
        references=[{"kind": "document", "text": "A/AC.999/2031/2", "symbol": "A/AC.999/2031/2"}],
    ),
    agenda(
        "A/AC.999/2033/1",
        "zh",
        document={"title": "临时议程说明", "date": "2033-01-01"},
        meetings=[],
        items=[{"number": "1", "title": "选举主席团成员"}],
    ),
    agenda(
        "A/AC.999/2034/1",
        "ru",
        document={"body": "Комитет по маякам"},
        items=[{"number": "1", "title": "Выборы должностных лиц"}],
        meetings=[],
    ),
    agenda("A/AC.999/2035/1", "ar", items=[{"number": "1", "title": "انتخاب أعضاء المكتب"}], meetings=[]),
]


@pytest.fixture(scope="module")
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Store]]:
    from sqlalchemy import make_url

    from tests.store.conftest import _admin

    server = request.getfixturevalue("postgres")
    _admin(server, "CREATE DATABASE searched")
    stores = {
        "sqlite": open_store(str(tmp_path_factory.mktemp("search") / "a.db")),
        "postgresql": open_store(make_url(server).set(database="searched").render_as_string(hide_password=False)),
    }
    for store in stores.values():
        load_agendas(store, PAPERS, bulk=True)
    yield stores
    for store in stores.values():
        store.close()
    _admin(server, "DROP DATABASE searched WITH (FORCE)")


QUERIES = {
    "smuggling AND private sector": {("A/AC.999/2031/1", "2")},
    "smuggling": {("A/AC.999/2031/1", "2"), ("E/CN.99/2032/1", "2")},
    "SMUGGLING NOT bells": {("A/AC.999/2031/1", "2")},
    "smug*": {("A/AC.999/2031/1", "2"), ("E/CN.99/2032/1", "2")},
    '"private sector"': {("A/AC.999/2031/1", "2")},
    '"sector private"': set(),
    '"lamp oil" OR officers': {("A/AC.999/2031/1", "2"), ("E/CN.99/2032/1", "1")},
    "election": {("A/AC.999/2031/1", "1"), ("E/CN.99/2032/1", "1")},
    "(election NOT officers) OR (bells smuggling)": {("A/AC.999/2031/1", "1"), ("E/CN.99/2032/1", "2")},
    '"election of officers"': {("E/CN.99/2032/1", "1")},
    "the NOT secretariat": {("A/AC.999/2031/1", "1(a)")},
    "临时议程": {("A/AC.999/2033/1", None)},
    "主席": {("A/AC.999/2033/1", "1")},
    "席主": set(),
    "ВЫБОРЫ": {("A/AC.999/2034/1", "1")},
    "المكتب": {("A/AC.999/2035/1", "1")},
    "100 private": {("E/CN.99/2032/1", "2")},
    "nowhere": set(),
    "x'; DROP TABLE documents; --": set(),
}


@pytest.mark.parametrize("kind", BACKENDS)
@pytest.mark.parametrize("query", QUERIES)
def test_both_databases_give_the_same_hits(filled: dict[str, Store], kind: str, query: str) -> None:
    hits = search(filled[kind], query)
    assert {(hit.symbol, hit.item) for hit in hits} == QUERIES[query]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("kind", BACKENDS)
def test_filters(filled: dict[str, Store], kind: str) -> None:
    def found(query: str = "smuggling OR 选举 OR выборы", **filters: object) -> list[str | None]:
        return sorted({hit.symbol or "" for hit in search(filled[kind], query, **filters)})  # type: ignore[arg-type]

    one, two, three, four = "A/AC.999/2031/1", "E/CN.99/2032/1", "A/AC.999/2033/1", "A/AC.999/2034/1"
    assert found() == sorted([one, two, three, four])
    assert found(body="commission on BELLS") == [two]
    assert found(body="КОМИТЕТ ПО") == [four]  # the case of other letters than ASCII's does not matter either
    assert found(body="A/AC.999") == sorted([one, three, four])
    assert found(body="100%") == []
    assert found(first=dt.date(2031, 7, 1), last=dt.date(2032, 1, 31)) == [one]
    assert found(first=dt.date(2032, 2, 5)) == sorted([two, three])
    assert found(last=dt.date(2031, 6, 27)) == sorted([one, four])  # of the last one, the paper's own date
    assert found(language="ru") == [four]
    assert found(kind="annotated_agenda") == found()
    assert found(kind="other") == []
    assert found(cites="A/AC. 999/2031/2") == sorted([one, two, three, four])
    assert found(cites="A/RES/99/1") == sorted([one, three, four])
    assert len(search(filled[kind], "smuggling", limit=1)) == 1


def test_a_hit_says_where(filled: dict[str, Store]) -> None:
    for store in filled.values():
        (hit,) = search(store, "lamp oil")
        assert (hit.symbol, hit.language, hit.item, hit.title) == (
            "A/AC.999/2031/1",
            "en",
            "2",
            "Upkeep of lighthouses",
        )
        assert (hit.date, hit.body) == (dt.date(2031, 6, 27), "Ad Hoc Committee on Lighthouses")
        assert "Smuggling of lamp oil by the private sector" in hit.snippet


def test_postgres_knows_the_forms_of_words_and_sqlite_their_beginnings(filled: dict[str, Store]) -> None:
    assert {hit.symbol for hit in search(filled["postgresql"], "smuggled")} == {"A/AC.999/2031/1", "E/CN.99/2032/1"}
    assert search(filled["sqlite"], "smuggled") == []
    (hit, *_) = search(filled["postgresql"], "contrebandes")
    assert (hit.language, hit.item) == ("fr", "1")


@settings(max_examples=60)
@given(text=st.text(alphabet=st.sampled_from("ab*\"'() :^-+&|!<>\\%_\x00é席ANDORT"), max_size=30))
def test_no_query_breaks_a_database(filled: dict[str, Store], text: str) -> None:
    try:
        tree = parse_query(text)
    except UsageError:
        return
    assert list(phrases(tree))
    for store in filled.values():
        search(store, text)


def test_the_error_shows_the_query() -> None:
    with pytest.raises(UsageError, match=r"^'\(x': the query cannot be read: a bracket is not closed"):
        parse_query("(x")
    with pytest.raises(UsageError, match=r"^'x{60}…': "):
        parse_query("x" * 100 + ")")


def test_a_symbol_is_looked_up(store: Store) -> None:
    load_agendas(store, [agenda()])
    (listed,) = search(store, "A/AC.999/2031/2/Add.1")
    assert (listed.symbol, listed.item, listed.snippet) == ("A/AC.999/2031/1", "2", "Upkeep of lighthouses · Note")
    assert [hit.document_id for hit in search(store, "A/RES/99/1")] == ["A/AC.999/2031/1|en"]
    assert search(store, "A/RES/99/1") == search(store, None, cites="A/RES/99/1")
    assert search(store, "A/RES/99/2") == search(store, None, cites="A/RES/99/2") == []


def test_current_papers_only(store: Store) -> None:
    load_agendas(store, [agenda("A/1"), agenda("A/1/Rev.1"), agenda("A/1", "fr")])

    def found(**filters: bool) -> list[str]:
        return sorted({hit.document_id for hit in search(store, "lamp", **filters)})  # type: ignore[arg-type]

    assert found() == ["A/1/Rev.1|en", "A/1|en", "A/1|fr"]
    assert found(current=True) == ["A/1/Rev.1|en", "A/1|fr"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2032", "2032-01-01", "2032-12-31"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2032-12", "2032-12-01", "2032-12-31"),
        ("2032-02-03", "2032-02-03", "2032-02-03"),
    ],
)
def test_years_and_months_are_stretches_of_days(text: str, first: str, last: str) -> None:
    assert (str(_first_day(text)), str(_last_day(text))) == (first, last)


def test_the_index_follows_the_papers(store: Store) -> None:
    load_agendas(store, [agenda()])
    assert search(store, "lamp")
    load_agendas(store, [agenda(items=[{"number": "1", "title": "Foghorns"}])])
    assert search(store, "lamp") == []
    assert [hit.item for hit in search(store, "foghorns")] == ["1"]


def test_long_texts_are_found_to_their_end(store: Store) -> None:
    paper = agenda()
    paper.items[0].title = "first " + "title " * 3000 + "last"
    paper.items[1].annotation[0].text = "begin " + "many words " * 40_000 + "conclude"
    load_agendas(store, [paper])
    for word in "first", "last", "begin", "conclude":
        assert len(search(store, word)) == 1


def test_the_verb(run_command: Run, new_url: Callable[[str], str], tmp_path: Path) -> None:
    url = str(tmp_path / "a.db")
    assert run_command("search", "x", "--db", url).returncode == 14
    with open_store(url) as store:
        load_agendas(store, PAPERS)
    done = run_command("search", "smuggling AND private sector", "--db", url)
    assert (done.returncode, done.stderr) == (0, b"")
    symbol, item, date, text = done.stdout.decode().rstrip("\n").split("\t")
    assert (symbol, item, date) == ("A/AC.999/2031/1", "2", "2031-06-27")
    assert "private sector" in text
    options = (
        "--body",
        "bells",
        "--from",
        "2032-01-01",
        "--to",
        "2032-12-31",
        "--cites",
        "A/AC.999/2031/2",
        "--limit",
        "1",
    )
    done = run_command("search", "smuggling", "--db", url, "--json", *options)
    (line,) = done.stdout.decode().splitlines()
    assert json.loads(line)["symbol"] == "E/CN.99/2032/1"
    done = run_command("search", "nowhere", "--db", url)
    assert (done.returncode, done.stdout, done.stderr) == (11, b"", b"un-agenda: nothing found\n")
    cited = run_command("search", "--cites", "A/RES/99/1", "--db", url).stdout
    assert cited == run_command("search", '"A/RES/99/1"', "--db", url).stdout
    assert {line.split("\t")[0] for line in cited.decode().splitlines()} == {
        "A/AC.999/2031/1", "A/AC.999/2033/1", "A/AC.999/2034/1", "A/AC.999/2035/1"
    }  # fmt: skip
    done = run_command("search", "x", "--from", "20xx", "--db", url)
    assert done.stderr.decode().startswith(
        "un-agenda search: argument --from: not a date: '20xx'; write it as 2031-06-27"
    )
    for bad in (["(x"], ["x", "--from", "yesterday"], ["x", "--to", "2031-13"], ["x", "--limit", "0"], []):
        done = run_command("search", *bad, "--db", url)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
