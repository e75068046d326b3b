"""The database in Datasette: what its pages say, and a visitor who clicks through them in a real browser."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from extractor.store import load_agendas, open_store
from extractor.store.browse import _QUERIES, datasette_metadata
from extractor.store.schema import METADATA
from extractor.store.views import VIEWS
from tests.command import fresh, hear_signals
from tests.conftest import ROOT, Run
from tests.store.agendas import agenda

pytest.importorskip("datasette", reason="the optional library Datasette is not installed")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database that ``un-agenda browse`` serves."""
    path = tmp_path_factory.mktemp("browse") / "agendas.db"
    with open_store(str(path)) as store:
        load_agendas(store, [agenda(), agenda("A/AC.999/2031/1/Rev.1"), agenda("A/AC.999/2032/1", "fr")])
    server = subprocess.Popen(
        fresh("browse", path, "--port", "0", "--no-open"),
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=hear_signals,
    )
    assert server.stderr is not None
    try:
        line = server.stderr.readline().decode()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line
        yield found[0]
    finally:
        server.send_signal(signal.SIGINT)
        _, rest = server.communicate(timeout=30)
    assert (server.returncode, rest) == (0, b"")


def get(site: str, path: str, **query: str) -> Any:
    """What a page gives as JSON."""
    address = f"{site}{path}.json?{urllib.parse.urlencode({**query, '_shape': 'objects'})}"
    with urllib.request.urlopen(address, timeout=30) as answer:
        return json.load(answer)


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
    described = datasette_metadata("agendas")["databases"]["agendas"]["tables"]
    assert set(METADATA.tables) | set(VIEWS) | {"alembic_version"} == set(described)
    with open_store(str(tmp_path / "a.db")) as store, store.read() as connection:
        for name, table in described.items():
            there = set(connection.execute(text(f'SELECT * FROM "{name}"')).keys())
            assert set(table.get("facets", [])) <= there, name
            assert {table.get("label_column")} - {None} <= there, name
            assert name == "alembic_version" or table["description"]


def test_the_pages(site: str) -> None:
    page = get(site, "agendas/documents", _facet="kind")
    assert page["filtered_table_rows_count"] == 3
    assert page["facet_results"]["language"]["results"][0]["value"] == "en"
    labelled = get(site, "agendas/items", _labels="on")["rows"][0]
    assert labelled["document_id"]["label"] == labelled["document_id"]["value"].partition("|")[0]
    asked = {"words": "lamp oil", "symbol": "A/RES/99/1", "first": "2031-06-01", "last": "2031-06-30"}
    for name in _QUERIES:
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

    browser.get(site)
    assert "Agendas of United Nations meetings" in page()
    click("agendas")
    assert "Most cited" in page()
    click("items")
    assert "15 rows" in page()
    assert "Agenda items, a tree by parent_id and position." in page()
    browser.save_screenshot(str(shots / "browse-items.png"))
    # A facet: the rows of one level.
    browser.find_element("css selector", '.facet-info[data-column="level"] a[href*="level=2"]').click()
    assert "6 rows" in page()
    # A foreign key, shown by its label, leads to the paper.
    browser.find_element("css selector", "td.col-document_id a").click()
    assert "A/AC.999/2031/1" in page()
    assert "annotated_agenda" in page()
    # A question that the metadata brings.
    browser.get(site + "agendas")
    click("Search all that the papers print")
    field = browser.find_element("name", "words")
    field.send_keys("lamp oil")
    field.submit()
    assert "Upkeep of lighthouses" in browser.find_element("css selector", "td.col-title").text
    browser.save_screenshot(str(shots / "browse-search.png"))
    assert (shots / "browse-items.png").stat().st_size > 10_000
