"""The reading copies: Markdown read with markdown-it, HTML with lxml, and compared with the agenda."""

from __future__ import annotations

import datetime as dt
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from markdown_it import MarkdownIt

from extractor.export.common import walk, xml_text
from extractor.export.reading import by_slot, has_text
from extractor.model import Agenda
from tests.export.conftest import TRICKS, made


def folded(text: str) -> str:
    return " ".join(text.split())


def markdown(agenda: Agenda) -> tuple[list[tuple[str, str]], list[list[str]], list[str]]:
    """Headings with their level, rows of the tables, and link targets that a reader of Markdown finds."""
    tokens = MarkdownIt("commonmark").enable("table").parse(made([agenda], "md").decode("utf-8"))
    headings, rows, links = [], [], []
    for token, following in zip(tokens, [*tokens[1:], tokens[-1]], strict=True):
        if token.type == "heading_open":
            headings.append((token.tag, shown(following)))
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "td_open":
            rows[-1].append(shown(following))
        links += [str(child.attrs["href"]) for child in token.children or () if child.type == "link_open"]
    assert not [token for token in tokens if token.type.startswith("html")]
    return headings, [row for row in rows if row], links


def shown(token: Any) -> str:
    return folded("".join(child.content for child in token.children))


def page(papers: list[Agenda]) -> Any:
    return html.fromstring(made(papers, "html").decode("utf-8"))


def test_markdown_has_headings_and_timetable(agendas: list[Agenda]) -> None:
    for agenda in agendas:
        headings, rows, links = markdown(agenda)
        titled = [text for tag, text in headings if tag not in ("h1", "h2")]
        assert titled == [
            folded(f"{place.item.number or ''} {place.item.title}")
            for place in walk(agenda.items)
            if has_text(place.item)
        ]
        assert [row[2] for row in rows] == [", ".join(entry.items) for entry in agenda.schedule]
        for row, entry in zip(rows, agenda.schedule, strict=True):
            assert row[3].startswith(folded(entry.title or ""))
        assert all(link.startswith("https://") for link in links)
        text = folded("".join(token.content for token in MarkdownIt().parse(made([agenda], "md").decode("utf-8"))))
        assert all(note.marker in text for note in agenda.footnotes)


def test_html_has_items_annotations_documents_and_notes(agendas: list[Agenda]) -> None:
    for agenda in agendas:
        tree = page([agenda])
        for mark in tree.xpath("//sup"):
            mark.drop_tree()
        head = "//li/span[@class='row'][preceding::h2[1][. = 'Agenda']]"
        listed = tree.xpath(f"{head}[not(ancestor::div[@class='text'])]/span")
        titles = [folded(place.item.title) for place in walk(agenda.items)]
        assert [folded(node.text_content()) for node in listed] == titles
        text = folded(tree.text_content())
        for place in walk(agenda.items):
            for block in place.item.annotation:
                assert folded(block.text) in text
            for document in place.item.documents:
                assert all(tree.xpath("//ul[@class='documents']//text()[contains(., $s)]", s=symbol)
                           for symbol in document.symbols)  # fmt: skip
        rows = tree.xpath("//table/tbody/tr")
        assert len(rows) == len(agenda.schedule)
        assert len(tree.xpath("//table/tbody")) == len(list(by_slot(agenda)))
        notes = [
            (folded(one.find("dt").text_content()), folded(one.find("dd").text_content()))
            for one in tree.xpath("//dl[@class='notes']/div")
        ]
        assert notes == [(folded(one.marker), folded(one.text)) for one in agenda.footnotes]
        levels = [int(node.tag[1]) for node in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))
        names = tree.xpath("//@id")
        assert len(set(names)) == len(names)
        assert {target[1:] for target in tree.xpath("//a/@href[starts-with(., '#')]")} <= set(names)


def test_text_outside_the_items_stands_in_reading_order(agendas: list[Agenda]) -> None:
    seen = 0
    for agenda in agendas:
        texts = [block for block in agenda.blocks if block.role in ("text", "unassigned")]
        seen += len(texts)
        tree = page([agenda])
        for mark in tree.xpath("//sup"):
            mark.drop_tree()
        whole = folded(tree.text_content())
        at = [whole.find(folded(block.text)) for block in texts if block.cells is None]
        assert -1 not in at
        assert at == sorted(at)
        copy = html.fromstring(MarkdownIt("commonmark").enable("table").render(made([agenda], "md").decode("utf-8")))
        plain = folded(re.sub(r"\[[^]]{1,3}\]", "", copy.text_content()))
        assert all(folded(block.text) in plain for block in texts if block.cells is None)
        short = agenda.without_blocks()
        assert not page([short]).xpath("//div[@class='text']")
        assert not page([short]).xpath("//sup")
    assert seen > 9


def test_text_stands_by_the_part_that_it_follows(timed: Agenda) -> None:
    agenda = timed.model_copy(deep=True)
    annotated = [place.item for place in walk(agenda.items) if place.item.annotation]
    inside = annotated[0].annotation[-1].id
    assert inside is not None
    last = agenda.blocks[-1]
    spots = {"before": 0, "inside": inside, "after the timetable": len(agenda.blocks)}
    for name, at in sorted(spots.items(), key=lambda spot: -spot[1]):
        block = last.model_copy(update={"id": 1000 + at, "role": "text", "text": f"Words {name}.", "number": None})
        agenda.blocks.insert(at, block)
    words = page([agenda]).text_content()
    parts = ["Words before.", "\nAgenda\n", "Words inside.", annotated[1].annotation[0].text]
    parts += ["Timetable\n", "Words after the timetable."]
    at = [words.index(part) for part in parts]
    assert at == sorted(at)
    lines = made([agenda], "md").decode()
    assert lines.index("Words before.") < lines.index("## Agenda") < lines.index("Words inside.")
    assert lines.index("## Timetable") < lines.index("Words after the timetable.")


def test_tables_outside_the_items_are_tables() -> None:
    source = {"sha256": "ab" * 32, "bytes": 1, "pages": 1, "language": "en"}
    cells = [["Room", "Seats | places"], ["<b>Hall</b>", "40"]]
    block = {"id": 1, "role": "text", "type": "table", "text": "Room Seats", "cells": cells, "page": 1}
    agenda = Agenda.model_validate({"source": source, "document": {"kind": "other"}, "blocks": [block]})
    rows = [[cell.text for cell in row] for row in page([agenda]).xpath("//tr")]
    assert rows == cells
    _, found, _ = markdown(agenda)
    assert found == cells[1:]


def test_marks_of_footnotes_stand_where_they_are_printed(timed: Agenda) -> None:
    tree = page([timed])
    shown = [(mark.text_content(), mark.find("a").get("href")) for mark in tree.xpath("//sup")]
    expected = [(note.marker, f"#note-{at}") for at, note in enumerate(timed.footnotes, start=1) if note.anchors]
    assert sorted(shown) == sorted(expected)
    blocks = {block.id: block for place in walk(timed.items) for block in place.item.annotation}
    marked = [(note, anchor) for note in timed.footnotes for anchor in note.anchors if anchor.block in blocks]
    assert marked
    lines = made([timed], "md").decode()
    for note, anchor in marked:
        before = blocks[anchor.block].text[: anchor.offset]
        sup = next(one for one in tree.xpath("//sup") if one.text_content() == note.marker)
        paragraph = sup.getparent()
        assert folded(paragraph.text_content()).find(f"{folded(before)[-20:]}{note.marker}") > 0
        assert f"{before.split()[-1]}\\[{note.marker}\\]" in lines


def test_many_papers_make_one_page(agendas: list[Agenda]) -> None:
    tree = page(agendas)
    assert len(tree.xpath("//article")) == len(agendas)
    names = tree.xpath("//@id")
    assert len(set(names)) == len(names)


def test_entries_without_words_have_those_of_their_items(timed: Agenda) -> None:
    agenda = timed.model_copy(deep=True)
    entry = agenda.schedule[0]
    entry.items, entry.title, entry.continued = [str(agenda.items[0].number)], None, False
    agenda.schedule = [entry]
    assert markdown(agenda)[1][0][3] == folded(agenda.items[0].title)
    assert folded(page([agenda]).xpath("//td[@class='subject']/text()")[0]) == folded(agenda.items[0].title)


def test_tricks_are_text(tricks: Agenda) -> None:
    tree = page([tricks])
    assert tree.xpath("//script | //b | //img | //*[@onclick or @onerror]") == []
    assert [link for link in tree.xpath("//@href") if not link.startswith(("https://", "#"))] == []
    titles = [folded(node.text_content()) for node in tree.xpath("//h3/text()[last()]/..")]
    assert titles == [folded(f"{number}{xml_text(title)}") for number, title in enumerate(TRICKS, start=1)]
    source = made([tricks], "md").decode("utf-8")
    assert re.search(r"(?<!\\)\]\(javascript", source) is None
    headings, rows, links = markdown(tricks)
    expected = [folded(title.replace("\0", "\ufffd").replace("\ud800", "?")) for title in TRICKS]
    assert [text.split(" ", 1)[1] for tag, text in headings if tag == "h3"] == expected
    assert [row[3] for row in rows] == expected
    assert [link for link in links if not link.startswith("https://")] == []


@pytest.mark.parametrize("language", ["ar", "fr", "es", "ru", "zh", "xx", None])
def test_copies_speak_the_language_of_the_paper(timed: Agenda, language: str | None) -> None:
    agenda = timed.model_copy(deep=True)
    agenda.source.language = language
    tree = page([agenda])
    assert tree.get("lang") == (language or "en")
    assert tree.get("dir") == ("rtl" if language == "ar" else "ltr")
    english = json.dumps([node.text for node in page([timed]).xpath("//h2")])
    ours = json.dumps([node.text for node in tree.xpath("//h2")])
    assert (ours == english) == (language in (None, "xx"))


@pytest.mark.slow
@pytest.mark.parametrize("width", [1200, 500])
def test_the_page_fits_the_window(timed: Agenda, browser: Any, tmp_path: Path, width: int) -> None:
    """In a real browser: nothing is wider than its place, however many items and sittings a cell has."""
    agenda = timed.model_copy(deep=True)
    agenda.schedule[0].items = [f"{number}(a)" for number in range(1, 40)]
    agenda.schedule[0].sittings = [(dt.time(hour), dt.time(hour + 1)) for hour in range(9, 18)]
    agenda.items[0].title = "https://example.org/" + "long" * 60
    path = tmp_path / "copy.html"
    path.write_bytes(made([agenda], "html"))
    browser.set_window_size(width, 900)
    browser.get(path.as_uri())
    wide = browser.execute_script(
        "return [document.documentElement, ...document.querySelectorAll('article, .table')]"
        ".filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.outerHTML.slice(0, 200))"
    )
    assert wide == []
    subject = browser.find_element("css selector", "tbody tr:first-child td:last-child")
    assert subject.size["width"] > 80
