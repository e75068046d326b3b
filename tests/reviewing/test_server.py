"""The server: who is answered, what is sent, and what is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor import Agenda
from extractor.corrections.files import corrections_path
from extractor.corrections.model import Entry
from extractor.reviewing.desk import Desk
from extractor.reviewing.server import ReviewServer
from tests.corrections.conftest import replace
from tests.reviewing.conftest import Ask, ref_of, served

PAGE, KEPT = "/secret/paper/0/", "/secret/paper/0/corrections"
TITLE = {"patch": [replace("/document/title", "Annotated provisional agenda", "Agenda")], "reason": "Shorter."}


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:{port}", 200),
        ("localhost:{port}", 200),
        ("evil.example", 421),
        ("evil.example:{port}", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
        (None, 421),
    ],
)
def test_only_its_own_host_names_are_answered(ask: Ask, server: ReviewServer, host: str | None, status: int) -> None:
    given = None if host is None else host.format(port=server.server_address[1])
    for method in ("GET", "POST"):
        found, _, body = ask(method, PAGE if method == "GET" else KEPT, {"entry": TITLE}, Host=given)
        assert found == status
        assert (b"CAC/COSP" in body) is (status == 200)


@pytest.mark.parametrize(
    "path", ["/", "/paper/0/", "/Secret/", "/secretx/", "//", "/secre", "/favicon.ico", "/%73ecret/"]
)
def test_nothing_is_told_without_the_token(ask: Ask, path: str) -> None:
    status, _, body = ask("GET", path)
    assert status == 403
    assert b"secret" not in body


@pytest.mark.parametrize(
    "path",
    [
        "/secret/paper/1/",
        "/secret/paper/0",
        "/secret/paper/x/",
        "/secret/paper/0/page/0.png",
        "/secret/paper/0/page/9.png",
        "/secret/paper/0/../../etc/passwd",
        "/secret/paper/0/page/1.png/..",
        "/secret/static/main.js",
        "/secret/paper/99999999999999999/",
    ],
)
def test_there_is_nothing_else(ask: Ask, path: str) -> None:
    assert ask("GET", path)[0] == 404


def test_one_paper_alone_is_the_whole_desk(ask: Ask) -> None:
    status, headers, _ = ask("GET", "/secret/")
    assert (status, headers["Location"]) == (302, PAGE)
    status, headers, body = ask("GET", PAGE)
    assert status == 200
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert b'"list":null' in body
    status, headers, body = ask("GET", PAGE + "page/2.png")
    assert (status, headers["Content-Type"], body[:4]) == (200, "image/png", b"\x89PNG")


def test_a_correction_is_kept_shown_and_taken_back(ask: Ask, paper: Path) -> None:
    kept = Path(corrections_path(str(paper)))
    status, _, body = ask("POST", KEPT, {"entry": TITLE})
    told = json.loads(body)
    assert status == 200
    assert told["paper"]["document"]["title"] == "Agenda"
    assert told["paper"]["corrected"][0]["reason"] == "Shorter."
    written = json.loads(kept.read_text(encoding="utf-8"))
    assert (written["file"], written["corrections"]) == ("paper.pdf", [TITLE])
    assert b'"title":"Agenda"' in ask("GET", PAGE)[2]
    assert ask("POST", KEPT, {"entry": TITLE})[0] == 409, "it is kept already"
    status, _, body = ask("DELETE", KEPT, {"entry": TITLE})
    assert status == 200
    assert json.loads(body)["paper"]["document"]["title"] == "Annotated provisional agenda"
    assert not kept.exists()


@pytest.mark.parametrize(
    ("operation", "why"),
    [
        (replace("/document/title", "Something else", "Agenda"), "the old value was"),
        (replace("/document/date", "2031-02-03", "tomorrow"), "document.date"),
        ({"op": "remove", "path": "/items/99"}, "not there"),
    ],
)
def test_a_correction_that_cannot_be_applied_is_not_kept(ask: Ask, paper: Path, operation: Any, why: str) -> None:
    status, _, body = ask("POST", KEPT, {"entry": {"patch": [operation]}})
    assert status == 409
    assert why in json.loads(body)["error"]
    assert not Path(corrections_path(str(paper))).exists()


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{", {}, 409),
        (b"[" * 100_000, {}, 409),
        ({"entry": {"news": 1}}, {}, 409),
        ({"entry": None}, {}, 409),
        ({"entry": TITLE}, {"Content_Type": "text/plain"}, 400),
        ({"entry": TITLE}, {"Content_Length": "2000000"}, 413),
        ({"entry": TITLE}, {"Content_Length": "x"}, 400),
        ({"entry": TITLE}, {"Origin": "https://evil.example"}, 421),
        ({"entry": TITLE}, {"Origin": "null"}, 421),
    ],
    ids=str,
)
def test_what_is_no_correction_of_this_page_is_refused(
    ask: Ask, paper: Path, body: Any, headers: Any, status: int
) -> None:
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    assert ask("POST", KEPT, body, **headers)[0] == status
    assert not Path(corrections_path(str(paper))).exists()


def test_corrections_of_another_file_are_not_added_to(ask: Ask, paper: Path) -> None:
    kept = Path(corrections_path(str(paper)))
    kept.write_text(json.dumps({"format": "un-agenda corrections 1", "sha256": "0" * 64, "corrections": []}))
    before = kept.read_bytes()
    assert "another file" in json.loads(ask("POST", KEPT, {"entry": TITLE})[2])["error"]
    assert kept.read_bytes() == before
    kept.write_text("{")
    status, _, body = ask("GET", PAGE)
    assert (status, b"not a file of corrections" in body) == (422, True)


def test_a_conflict_is_shown_and_stays_in_the_file(ask: Ask, read: Agenda, paper: Path) -> None:
    kept = Path(corrections_path(str(paper)))
    stale = {"patch": [replace("/document/title", "Of an earlier version", "Agenda")]}
    whole = {"format": "un-agenda corrections 1", "sha256": read.source.sha256, "corrections": [stale]}
    kept.write_text(json.dumps(whole))
    assert b'"state":"conflict"' in ask("GET", PAGE)[2]
    ask("POST", KEPT, {"entry": {"patch": [replace("/document/organ", read.document.organ, "Conference")]}})
    assert json.loads(kept.read_text(encoding="utf-8"))["corrections"][0] == stale


def test_the_list_has_the_doubtful_first(read: Agenda) -> None:
    from dataclasses import replace as changed

    one = ref_of(read, None)
    refs = [changed(one, file=f"{name}.pdf", review=name) for name in ("none", "look", "doubtful")]
    desk = Desk("archive", refs)
    assert [paper["review"] for paper in desk.listed()["papers"]] == ["doubtful", "look", "none"]
    assert [paper["key"] for paper in desk.listed()["papers"]] == ["2", "1", "0"]
    many = Desk("archive", [changed(one, symbol=f"A/{number}") for number in (10, 9, 100)])
    assert [paper["symbol"] for paper in many.listed()["papers"]] == ["A/9", "A/10", "A/100"]
    with served(desk) as server:
        import urllib.request

        with urllib.request.urlopen(server.address, timeout=30) as answer:
            assert b"doubtful.pdf" in answer.read()
        with urllib.request.urlopen(f"{server.address}paper/2/", timeout=30) as answer:
            assert b'"pages":[]' in answer.read(), "a paper without its PDF is shown without pages"


def test_the_list_shows_what_was_corrected(read: Agenda, paper: Path) -> None:
    from dataclasses import replace as changed

    desk = Desk("archive", [changed(ref_of(read, paper), review="doubtful", codes=["text.unassigned"])])
    opened = desk.paper(0)
    opened.add(Entry.model_validate(TITLE))
    (listed,) = desk.listed()["papers"]
    assert (listed["title"], listed["review"], listed["codes"], listed["corrections"]) == ("Agenda", "none", [], 1)
    desk.close()
    assert opened.painter.picture(1) == b"", "a paper that is closed draws no more"


def test_a_fault_is_one_line_and_a_browser_that_left_is_none(
    ask: Ask, server: ReviewServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for error in (BrokenPipeError("gone"), ValueError("a fault")):
        try:
            raise error
        except (OSError, ValueError):
            server.handle_error(None, None)
    assert capsys.readouterr().err == "un-agenda: a request could not be answered (ValueError: a fault)\n"

    def broken(key: int) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(Desk, "paper", lambda desk, key: broken(key))
    assert ask("GET", PAGE)[0] == 500
    assert "RuntimeError" in json.loads(ask("POST", KEPT, {"entry": TITLE})[2])["error"]
