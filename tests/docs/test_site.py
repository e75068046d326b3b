"""The site of ``make docs``: built without a warning, its pages opened in a browser, each link followed."""

from __future__ import annotations

import functools
import http.server
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest

from tests.conftest import ROOT

DOCS = ROOT / "docs"
NAVIGATION = re.findall(r"^ +- ([^:\n]+): (\w+)\.md$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.M)


def test_the_navigation_has_every_page() -> None:
    names = [name for _, name in NAVIGATION]
    assert sorted(names) == sorted(path.stem for path in DOCS.glob("*.md"))
    assert names[:3] == ["index", "tutorial", "recipes"]


def test_links_between_pages_lead_somewhere() -> None:
    for path in DOCS.glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (DOCS / target).exists(), f"{path.name}: {target}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built into a folder of its own with the network out of reach."""
    pytest.importorskip("mkdocs", reason="mkdocs is not installed (extra docs)")
    folder = tmp_path_factory.mktemp("site")
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=ROOT,
        env={**os.environ, **nowhere, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.slow
def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for page in site.glob("*.html"):
        loaded = re.findall(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=\"?([^\s\">]+)", page.read_text("utf-8"))
        assert loaded
        assert not [one for one in loaded if re.match(r"(?:https?:)?//", one)], page.name


@pytest.mark.slow
def test_every_page_holds_together_in_a_browser(address: str, browser: Any) -> None:
    shots = ROOT / "build" / "screenshots"
    shots.mkdir(parents=True, exist_ok=True)
    browser.implicitly_wait(0)
    waiting, seen = [address + "index.html"], set[str]()
    anchors: dict[str, set[str]] = {}
    wanted: set[tuple[str, str, str]] = set()
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        browser.get(page)
        name = page.removeprefix(address)
        assert browser.title == "un-agenda" or browser.title.endswith(" - un-agenda"), name
        assert browser.find_elements("css selector", "article h1"), name
        there = [one.get_attribute("textContent").strip() for one in browser.find_elements("css selector", "nav a")]
        assert [title for title, _ in NAVIGATION if title not in there] == [], name
        assert browser.get_log("browser") == [], name
        loaded = browser.execute_script("return performance.getEntriesByType('resource').map(one => one.name)")
        assert loaded
        assert [one for one in loaded if not one.startswith(address)] == [], name
        for width in (420, 1300):
            browser.set_window_size(width, 900)
            browser.get(page)  # anew: what the theme slides in or out is not in between
            wide = browser.execute_script(
                "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
            )
            assert wide[0] <= wide[1], f"{name} must be scrolled sideways at {width} pixels"
            if name in ("index.html", "tutorial.html"):
                browser.save_screenshot(str(shots / f"docs-{name.removesuffix('.html')}-{width}.png"))
        anchors[page] = set(browser.execute_script("return [...document.querySelectorAll('[id]')].map(one => one.id)"))
        for link in browser.execute_script("return [...document.links].map(one => one.href)"):
            target, anchor = urldefrag(link)
            if target.startswith(address):
                target = target if target.endswith(".html") else target + "index.html"
                waiting.append(target)
                wanted.add((name, target, unquote(anchor)))
    assert {page.removeprefix(address) for page in seen} == {f"{name}.html" for _, name in NAVIGATION}
    assert len(wanted) > 100
    assert [link for link in wanted if link[2] and link[2] not in anchors[link[1]]] == []
    assert (shots / "docs-tutorial-1300.png").stat().st_size > 10_000


@pytest.mark.slow
def test_the_search_finds_a_diagnostic(address: str, browser: Any) -> None:
    browser.get(address + "index.html")
    field = browser.find_element("css selector", "input[name=query]")
    field.click()
    field.send_keys("weekday_mismatch")
    found = browser.find_element("css selector", ".md-search-result__link[href*='errors.html#diagnostics']")
    assert "Diagnostics" in found.get_attribute("textContent")
    assert browser.get_log("browser") == []
