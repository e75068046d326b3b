"""The database in Datasette: what its pages say, and a visitor who clicks through them in a real browser."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from sqlalchemy import text

from extractor.papers import papers
from extractor.store import load_agendas, open_store
from extractor.store.browse import QUERIES, datasette_metadata
from extractor.store.schema import METADATA
from extractor.store.views import VIEWS
from tests.command import fresh, hear_signals
from tests.conftest import ROOT, Run
from tests.store.agendas import agenda

pytest.importorskip("datasette", reason="the optional library Datasette is not installed")


SAMPLE = ROOT / "samples" / "vienna_working_group.pdf"
SYMBOL = "CAC/COSP/WG.2/2031/1"
#: Of each address that is served, the part that lets a browser in.
KEYS: dict[str, str] = {}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database that ``un-agenda browse`` serves."""
    path = tmp_path_factory.mktemp("browse") / "agendas.db"
    pdf = path.with_name("paper.pdf")
    pdf.write_bytes(SAMPLE.read_bytes())
    with open_store(str(path)) as store:
        load_agendas(store, [agenda(), agenda("A/AC.999/2031/1/Rev.1"), agenda("A/AC.999/2032/1", "fr")])
        load_agendas(store, papers([str(pdf)]))
    server = subprocess.Popen(
        fresh("browse", path, "--port", "0", "--no-open"),
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=hear_signals,
    )
    assert server.stderr is not None
    try:
        line = server.stderr.readline().decode()
        found = re.search(r"(http://127\.0\.0\.1:\d+/)(in/\S+) shows", line)
        assert found, line
        KEYS[found[1]] = found[2]
        yield found[1]
    finally:
        server.send_signal(signal.SIGINT)
        _, rest = server.communicate(timeout=30)
    assert (server.returncode, rest) == (0, b"")


def get(site: str, path: str, **query: str) -> Any:
    """What a page gives as JSON."""
    address = f"{site}{path}.json?{urllib.parse.urlencode({**query, '_shape': 'objects'})}"
    with urllib.request.urlopen(address, timeout=30) as answer:
        return json.load(answer)


def opened(site: str, path: str, cookie: str = "") -> tuple[int, Any]:
    """The status of a page of ours, and the page."""
    request = urllib.request.Request(site + path, headers={"Cookie": cookie} if cookie else {})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, html.fromstring(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, html.fromstring(error.read())


def let_in(site: str) -> tuple[str, str]:
    """The cookie that the address of the terminal gives, and where it leads."""
    parts = urllib.parse.urlsplit(site + KEYS[site])
    connection = http.client.HTTPConnection(parts.netloc, timeout=30)
    connection.request("GET", parts.path)
    answer = connection.getresponse()
    connection.close()
    return answer.headers["Set-Cookie"].partition(";")[0], answer.headers["Location"]


def test_search_views_and_papers_are_on_top(site: str) -> None:
    _, page = opened(site, "")
    assert page.xpath("//form[@action='/search']//input/@name")[0] == "words"
    links = page.xpath("//ul[@class='cards']//a/@href")
    assert "/agendas/current_agenda_items" in links
    assert "/agendas/most_cited" in links
    for link in links:
        assert get(site, link[1:], symbol="x", first="2031-01-01", last="2031-01-02") is not None
    rows = [row.xpath("string(th)") for row in page.xpath("//tbody/tr")]
    assert set(rows) == {"A/AC.999/2031/1", "A/AC.999/2031/1/Rev.1", "A/AC.999/2032/1", SYMBOL}


def test_hits_lead_to_item_paper_and_un_document(site: str) -> None:
    _, page = opened(site, "search?words=tracing+assets&current=1&asked=1")
    hit = page.xpath("//ol/li")[0]
    paper, item, document = hit.xpath(".//a/@href")[:3]
    assert document == f"https://undocs.org/en/{SYMBOL}"
    assert "Tracing" in hit.xpath("string(p)")
    status, shown = opened(site, paper[1:])
    assert status == 200
    assert shown.xpath("//h1")[0].text_content().startswith("Annotated provisional agenda")
    assert item.startswith(f"{paper}#")
    assert shown.xpath("//*[@id=$name]", name=item.partition("#")[2])
    assert "nothing found" in opened(site, "search?words=zzzz&asked=1")[1].text_content()
    assert "cannot be read" in opened(site, "search?words=%22&asked=1")[1].text_content()
    assert opened(site, "paper/nothing")[0] == 404
    # A symbol is looked up; superseded papers are left out unless asked for.
    assert opened(site, "search?words=A/RES/99/1&current=1&asked=1")[1].xpath("count(//ol/li)") == 2
    assert opened(site, "search?words=A/RES/99/1&asked=1")[1].xpath("count(//ol/li)") == 3


def test_the_review_pages_are_for_those_who_came_with_the_key(site: str) -> None:
    page = f"paper/{urllib.parse.quote(f'{SYMBOL}|en', safe='')}"
    assert "Check against the paper" not in opened(site, page)[1].text_content()
    assert opened(site, page, "un-agenda-key=wrong")[1].xpath("//a[. = 'Check against the paper']") == []
    cookie, where = let_in(site)
    assert where == "/"
    assert opened(site, "", cookie)[1].xpath("//a[. = 'Review']")
    _, shown = opened(site, page, cookie)
    (review,) = shown.xpath("//a[. = 'Check against the paper']/@href")
    assert f"{review}#items[0].title" in shown.xpath("//*[@class='page']/a/@href")
    with urllib.request.urlopen(review, timeout=60) as answer:
        assert b"Tracing of virtual assets" in answer.read()
    # Of a paper whose PDF is not there, there is none.
    other = opened(site, f"paper/{urllib.parse.quote('A/AC.999/2031/1|en', safe='')}", cookie)[1]
    assert other.xpath("//a[. = 'Check against the paper']") == []


def test_what_the_columns_mean_is_folded_away(site: str) -> None:
    with urllib.request.urlopen(f"{site}agendas/documents", timeout=30) as answer:
        page = html.fromstring(answer.read())
    (folded,) = page.xpath("//details[summary = 'What the columns mean']")
    assert folded.get("open") is None
    assert "Document symbol in canonical form." in folded.text_content()
    assert page.xpath("//dl[contains(@class, 'column-descriptions')]") == []


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:{port}", 200),
        ("localhost:{port}", 200),
        ("LOCALHOST", 200),
        ("evil.example", 421),
        ("evil.example:{port}", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost:{port}@evil.example", 421),
        ("", 421),
    ],
)
def test_only_its_own_host_names_are_answered(site: str, host: str, status: int) -> None:
    port = urllib.parse.urlsplit(site).port
    assert port
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.putrequest("GET", "/agendas.json", skip_host=True)
    connection.putheader("Host", host.format(port=port))
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == status
    assert (b"documents" in answer.read()) is (status == 200)
    connection.close()


def test_the_metadata_names_what_is_there(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a.db")) as store, store.read() as connection:
        described = datasette_metadata("agendas", store)["databases"]["agendas"]["tables"]
        assert set(METADATA.tables) | set(VIEWS) | {"alembic_version"} == set(described)
        for name, table in described.items():
            there = set(connection.execute(text(f'SELECT * FROM "{name}"')).keys())
            assert set(table.get("facets", [])) <= there, name
            assert {table.get("label_column")} - {None} <= there, name
            assert name == "alembic_version" or "<p>" in table["description_html"]


def test_the_pages(site: str) -> None:
    page = get(site, "agendas/documents", _facet="kind")
    assert page["filtered_table_rows_count"] == 4
    assert page["facet_results"]["language"]["results"][0]["value"] == "en"
    labelled = get(site, "agendas/items", _labels="on")["rows"][0]
    assert labelled["document_id"]["label"] == labelled["document_id"]["value"].partition("|")[0]
    asked = {"words": "lamp oil", "symbol": "A/RES/99/1", "first": "2031-06-01", "last": "2031-06-30"}
    for name in QUERIES:
        assert get(site, f"agendas/{name}", **asked)["rows"], name


def test_wrong_calls(run_command: Run, tmp_path: Path) -> None:
    assert run_command("browse", tmp_path / "none.db").returncode == 14
    assert run_command("browse", "postgresql://u@127.0.0.1/x").returncode == 2
    assert run_command("browse", tmp_path / "none.db", "--port", "70000").returncode == 2
    path = tmp_path / "a.db"
    open_store(str(path)).close()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run_command("browse", path, "--no-open", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert b"cannot be used" in done.stderr


@pytest.mark.slow
def test_a_visitor_clicks_through(site: str, browser: Any) -> None:
    shots = ROOT / "build" / "screenshots"
    shots.mkdir(parents=True, exist_ok=True)

    def click(words: str) -> None:
        browser.find_element("link text", words).click()

    def page() -> str:
        return str(browser.find_element("tag name", "body").text)

    browser.get(site + KEYS[site])
    assert "Agendas of United Nations meetings" in page()
    browser.save_screenshot(str(shots / "browse-start.png"))
    click("All tables")
    assert "Most cited" in page()
    click("items")
    rows = get(site, "agendas/items", _size="max")["rows"]
    assert f"{len(rows)} rows" in page()
    assert "Agenda items, a tree by parent_id and position." in page()
    browser.save_screenshot(str(shots / "browse-items.png"))
    # A facet: the rows of one level.
    browser.find_element("css selector", '.facet-info[data-column="level"] a[href*="level=2"]').click()
    assert f"{[row['level'] for row in rows].count(2)} rows" in page()
    # A foreign key, shown by its label, leads to the paper.
    browser.find_element("css selector", "td.col-document_id a").click()
    assert "A/AC.999/2031/1" in page()
    assert "annotated_agenda" in page()
    # From a search to the paper, and to its place on the review page.
    browser.get(site)
    field = browser.find_element("name", "words")
    field.send_keys("tracing")
    field.submit()
    browser.save_screenshot(str(shots / "browse-search.png"))
    click("check")
    browser.find_element("css selector", ".v.picked")
    assert "Tracing of virtual assets" in browser.find_element("css selector", ".v.picked").text
    browser.save_screenshot(str(shots / "browse-review.png"))
    assert (shots / "browse-items.png").stat().st_size > 10_000
