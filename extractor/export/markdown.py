"""Markdown (CommonMark with tables): a reading copy with headings, annotations, document links, timetable and notes.

Every sign of the paper's text that Markdown or HTML would take for its own is escaped: a title is never markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.export.common import document_url, heading, labels, language_of, utf8, walk
from extractor.export.reading import Links, Piece, facts, has_text, loose_documents, slots

if TYPE_CHECKING:
    from extractor.model import Agenda, Block, Item, ItemDocument, ListedDocument

__all__ = ["escape", "markdown"]

_DEEPEST = 6  # levels of headings
_SPECIAL = re.compile(r"([\\`*_{}\[\]|~$^])")
_AT_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([#+\-=:])")


def markdown(agenda: Agenda) -> bytes:
    """The reading copy of one paper."""
    lines = [f"# {escape(heading(agenda.document))}", ""]
    lines += [f"- {escape(label)}: {_pieces(value)}" for label, value in facts(agenda)]
    words, links = labels(language_of(agenda)), Links(agenda)
    if agenda.items:
        lines += ["", f"## {words['agenda']}", "", *_list(agenda.items)]
        if any(has_text(place.item) for place in walk(agenda.items)):
            lines += ["", f"## {words['annotations']}", *_annotations(agenda, links)]
    if loose := loose_documents(agenda):
        lines += ["", f"## {words['documents']}", ""]
        lines += [_document(one, language_of(agenda)) for one in loose]
    if agenda.schedule:
        lines += ["", f"## {words['timetable']}", "", *_timetable(agenda)]
    if agenda.footnotes:
        lines += ["", f"## {words['footnotes']}", ""]
        lines += [
            f"- **{escape(note.marker)}** {_pieces(list(links.pieces(note.text, None)))}" for note in agenda.footnotes
        ]
    return utf8("\n".join(lines).rstrip() + "\n")


def escape(text: str, *, start: bool = False) -> str:
    """``text`` on one line, such that it shows as it is; ``start``: it begins a line."""
    text = " ".join(text.replace("\0", "\ufffd").split())
    text = _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    if start:
        text = _AT_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", text)
    return text


def _pieces(pieces: list[Piece], *, start: bool = False) -> str:
    shown = []
    for at, (text, url) in enumerate(pieces):
        # The spaces at the edges of a piece separate it from its neighbours.
        lead, rest = " " * text[:1].isspace(), " " * (len(text) > 1 and text[-1:].isspace())
        body = escape(text, start=start and at == 0)
        shown.append(f"{lead}[{body}]({_target(url)}){rest}" if url else f"{lead}{body}{rest}")
    return "".join(shown)


def _target(url: str) -> str:
    """An address as the target of a link: nothing in it ends the link."""
    return url.replace("(", "%28").replace(")", "%29").replace("*", "%2A").replace("_", "\\_")


def _list(items: list[Item]) -> Iterator[str]:
    cluster = None
    for place in walk(items):
        item = place.item
        if place.level == 1 and item.cluster != cluster:
            cluster = item.cluster
            if cluster:
                yield from ("", f"**{escape(cluster)}**", "")
        number = f"{escape(item.number)} " if item.number else ""
        yield f"{'  ' * (place.level - 1)}- {number}{escape(item.title, start=not number)}"


def _annotations(agenda: Agenda, links: Links) -> Iterator[str]:
    words, language = labels(language_of(agenda)), language_of(agenda)
    for place in walk(agenda.items):
        item = place.item
        if not has_text(item):
            continue
        number = f"{escape(item.number)} " if item.number else ""
        yield from ("", f"{'#' * min(place.level + 2, _DEEPEST)} {number}{escape(item.title)}")
        above = None
        for block in item.annotation:
            if not (block.type == "list_item" == above):
                yield ""
            yield _block(block, list(links.pieces(block.text, item.number)))
            above = block.type
        if item.documents:
            yield ""
            yield from (_document(one, language) for one in item.documents)
        if item.no_documentation and not item.annotation:  # an annotation says so itself
            yield from ("", f"*{escape(words['no_documentation'])}*")


def _block(block: Block, pieces: list[Piece]) -> str:
    number = f"{escape(block.number)}" if block.number else ""
    if block.type == "heading":
        text = _pieces(pieces)
        return f"**{number} {text}**" if number else f"**{text}**"
    if block.type == "list_item":
        return f"- {number} {_pieces(pieces)}" if number else f"- {_pieces(pieces, start=True)}"
    return f"{number}\\. {_pieces(pieces)}" if number else _pieces(pieces, start=True)


def _document(one: ItemDocument | ListedDocument, language: str | None) -> str:
    symbols: list[Piece] = []
    for symbol in one.symbols:
        symbols += [(", ", None)] if symbols else []
        symbols.append((symbol, document_url(symbol, language)))
    title = escape(one.title, start=True) if one.title else ""
    shown = _pieces(symbols, start=not title)
    return f"- {title} ({shown})" if title and shown else f"- {title or shown or '–'}"


def _timetable(agenda: Agenda) -> Iterator[str]:
    words = labels(language_of(agenda))
    yield f"| {words['date']} | {words['time']} | {words['items']} | {words['subject']} |"
    yield "| --- | --- | --- | --- |"
    for slot in slots(agenda):
        for at, (items, title) in enumerate(slot.entries):
            day, hours = (slot.day, slot.hours) if at == 0 else ("", "")
            yield f"| {day} | {hours} | {escape(items)} | {escape(title)} |"
