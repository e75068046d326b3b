"""The page: what it holds, that nothing of a paper becomes markup, and where values stand."""

from __future__ import annotations

import base64
import hashlib
import html
import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image

from extractor import Agenda
from extractor.cli import main
from extractor.corrections.apply import Outcome
from extractor.corrections.files import corrections_path, write_corrections
from extractor.reviewing import page
from extractor.reviewing.page import list_page, paper_data, paper_page
from extractor.reviewing.painter import Painter
from extractor.reviewing.spots import spots_of
from tests.corrections.conftest import corrections, entry, replace
from tests.reviewing.conftest import PAPER

HOSTILE = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>\u2028\" ' & \ud800"


def data_of(text: str) -> dict[str, object]:
    """The data of a page, as its scripts read them."""
    (found,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', text, re.S)
    data: dict[str, object] = json.loads(found)
    return data


def test_nothing_of_a_paper_becomes_markup(read: Agenda) -> None:
    document = read.document.model_copy(
        update={"title": HOSTILE[:-1], "symbol": HOSTILE[:-1], "symbols": [HOSTILE[:-1]]}
    )
    agenda = read.model_copy(update={"document": document})
    text = paper_page(paper_data(Outcome(agenda), [], file=HOSTILE, pages=[]))
    assert text.count("<script") == 2
    assert "onerror" not in re.sub(r"<script.*?</script>", "", text, flags=re.S)
    assert data_of(text)["paper"]["document"]["title"] == HOSTILE[:-1]
    assert list_page({"place": HOSTILE, "papers": [{"title": HOSTILE}]}).count("<script") == 2
    text.encode("utf-8", "replace")


def test_the_policy_lets_run_what_the_package_brings_and_nothing_else(read: Agenda) -> None:
    for text in (
        paper_page(paper_data(Outcome(read), [], file="x", pages=[])),
        list_page({"place": "x", "papers": []}),
    ):
        (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        policy = html.unescape(policy)
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        for name in ("style", "script"):
            (content,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.S)
            digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            assert f"{name}-src 'sha256-{digest}'" in policy
        assert re.findall(r"<[^>]+\son\w+=", re.sub(r"<script.*?</script>", "", text, flags=re.S)) == []
        assert not re.search(
            r"https?://(?!www\.w3\.org/2000/svg)", re.sub(r'id="data">.*?</script>', "", text, flags=re.S)
        )


def test_scripts_make_no_markup_of_text() -> None:
    for name in {*page._PAPER_SCRIPTS, *page._LIST_SCRIPTS}:
        script = page._resource(name)
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", script), (
            name
        )


def test_a_file_has_all_that_it_needs(paper: Path, read: Agenda, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    kept = entry(replace("/document/title", read.document.title, "Agenda"))
    write_corrections(
        corrections(read, kept, entry(replace("/document/organ", "x", "y"))), corrections_path(str(paper))
    )
    assert main(["extract", "--in-process", "--quiet", str(paper), "--format", "review"]) == 0
    data = data_of(capsysbinary.readouterr().out.decode())
    assert data["paper"]["document"]["title"] == "Agenda"
    assert [one["state"] for one in data["corrections"]] == ["before", "conflict"]
    assert len(data["pictures"]) == len(data["pages"]) == read.source.pages
    picture = Image.open(io.BytesIO(base64.b64decode(data["pictures"][0])))
    width, height = data["pages"][0]
    assert picture.width / picture.height == pytest.approx(width / height, rel=0.01)
    assert len(data["pictures"][0]) < 150_000
    assert main(["extract", "--format", "review", "-"]) == 2


def test_values_of_the_masthead_have_places(read: Agenda) -> None:
    spots = spots_of(read)
    wanted = {"symbol", "title", "organ", "body", "distribution", "date", "job_number", "kind"}
    assert {f"document.{name}" for name in wanted} <= spots.keys()
    assert {"meetings[0].body", "meetings[0].place", "meetings[0].opens_at", "meetings[0].periods[0]"} <= spots.keys()
    (one,) = spots["document.date"]
    assert one == (1, *read.dates[0].places[0].bbox)
    nothing = read.model_copy(update={"blocks": [], "references": [], "dates": []})
    assert spots_of(nothing) == {}


def test_what_cannot_be_drawn_costs_one_page_and_no_more() -> None:
    with Painter(PAPER.read_bytes()) as painter:
        assert len(painter.sizes()) == 3
        assert painter.picture(9) == b""
        assert painter._process is not None
        painter._process.kill()
        painter._process.wait()
        assert painter.picture(1).startswith(b"\x89PNG"), "a process that has died is replaced"
    with Painter(b"no PDF") as painter:
        assert painter.sizes() == []
        assert painter.picture(1) == b""


def test_pages_keep_their_colours(tmp_path: Path) -> None:
    sheet = Image.new("RGB", (200, 100), "white")
    sheet.paste((200, 30, 30), (20, 20, 80, 60))
    sheet.save(tmp_path / "colour.pdf")
    with Painter((tmp_path / "colour.pdf").read_bytes()) as painter:
        for kept in (False, True):
            picture = Image.open(io.BytesIO(painter.picture(1, kept=kept))).convert("RGB")
            red, green, _ = picture.getpixel((picture.width // 4, picture.height * 2 // 5))
            assert red - green > 100
    with Painter(PAPER.read_bytes()) as painter:
        assert Image.open(io.BytesIO(painter.picture(1, kept=True))).mode == "P"
