"""Markdown (CommonMark with tables): a reading copy with headings, annotations, document links, timetable and notes.

Every sign of the paper's text that Markdown or HTML would take for its own is escaped: a title is never markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from extractor.export.common import document_url, heading, labels, language_of, utf8, walk
from extractor.export.outside import Marks, Outside, outside
from extractor.export.reading import Links, Piece, facts, has_text, loose_documents, slots

if TYPE_CHECKING:
    from extractor.model import Agenda, Block, Item, ItemDocument, ListedDocument, PrintedBlock
    from extractor.model.places import Role

__all__ = ["escape", "markdown"]

_DEEPEST = 6  # levels of headings
_SPECIAL = re.compile(r"([\\`*_{}\[\]|~$^])")
_AT_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([#+\-=:])")


def markdown(agenda: Agenda) -> bytes:
    """The reading copy of one paper."""
    copy = _Copy(agenda)
    lines = [f"# {escape(heading(agenda.document))}{copy.signs('title')}", ""]
    lines += [f"- {escape(label)}: {_pieces(value)}" for label, value in facts(agenda)]
    words = labels(language_of(agenda))
    lines += copy.text(copy.outside.before)
    if agenda.items:
        lines += ["", f"## {words['agenda']}", "", *_list(agenda.items, copy)]
        lines += copy.text(copy.outside.after_list)
        if any(has_text(place.item) for place in walk(agenda.items)):
            lines += ["", f"## {words['annotations']}", *_annotations(agenda, copy)]
    if loose := loose_documents(agenda):
        lines += ["", f"## {words['documents']}", ""]
        lines += [_document(one, language_of(agenda)) for one in loose]
    lines += copy.text(copy.outside.after_documents)
    if agenda.schedule:
        lines += ["", f"## {words['timetable']}{copy.signs('timetable')}", "", *_timetable(agenda)]
    lines += copy.text(copy.outside.after_timetable)
    if agenda.footnotes:
        lines += ["", f"## {words['footnotes']}", ""]
        lines += [
            f"- **{escape(note.marker)}** {_pieces(copy.links.pieces(note.text, None))}" for note in agenda.footnotes
        ]
    return utf8("\n".join(lines).rstrip() + "\n")


class _Copy:
    """What all parts of one copy need: its links, the marks of its notes, the text outside its items."""

    def __init__(self, agenda: Agenda) -> None:
        self.links = Links(agenda)
        self.marks = Marks(agenda)
        self.outside: Outside = outside(agenda)

    def signs(self, role: Role, item: str | None = None) -> str:
        """The marks of the notes of a part that the copy shows in other words."""
        return _pieces(self.marks.of(role, item))

    def block(self, block: Block | PrintedBlock, item: str | None) -> str:
        """A block with links and marks."""
        return _block(block, self.marks.put(self.links.pieces(block.text, item), block.id))

    def text(self, blocks: list[PrintedBlock], *, in_item: bool = False) -> Iterator[str]:
        """Blocks outside the items; headings among the text of an item are none of the copy's outline."""
        above = None
        for block in blocks:
            if not (block.type == "list_item" == above):
                yield ""
            if block.cells is not None:
                yield from _cells(block.cells)
            elif block.type == "heading" and not in_item:
                yield f"## {_pieces(self.marks.put(self.links.pieces(block.text, block.item), block.id))}"
            else:
                yield self.block(block, block.item)
            above = block.type


def _cells(rows: list[list[str]]) -> Iterator[str]:
    """A table; Markdown has none without a head, so the first row is it."""
    for at, row in enumerate(rows):
        yield f"| {' | '.join(escape(cell) for cell in row)} |"
        if at == 0:
            yield f"|{' --- |' * len(row)}"


def escape(text: str, *, start: bool = False) -> str:
    """``text`` on one line, such that it shows as it is; ``start``: it begins a line."""
    text = " ".join(text.replace("\0", "\ufffd").split())
    text = _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    if start:
        text = _AT_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", text)
    return text


def _pieces(pieces: Iterable[Piece], *, start: bool = False) -> str:
    shown = []
    for at, (text, url, note, _) in enumerate(pieces):
        if note is not None:
            shown.append(escape(f"[{text}]"))
            continue
        # The spaces at the edges of a piece separate it from its neighbours.
        lead, rest = " " * text[:1].isspace(), " " * (len(text) > 1 and text[-1:].isspace())
        body = escape(text, start=start and at == 0)
        shown.append(f"{lead}[{body}]({_target(url)}){rest}" if url else f"{lead}{body}{rest}")
    return "".join(shown)


def _target(url: str) -> str:
    """An address as the target of a link: nothing in it ends the link."""
    return url.replace("(", "%28").replace(")", "%29").replace("*", "%2A").replace("_", "\\_")


def _list(items: list[Item], copy: _Copy) -> Iterator[str]:
    cluster = None
    for place in walk(items):
        item = place.item
        if place.level == 1 and item.cluster != cluster:
            cluster = item.cluster
            if cluster:
                yield from ("", f"**{escape(cluster)}**", "")
        number = f"{escape(item.number)} " if item.number else ""
        signs = copy.signs("list", item.number) if item.number else ""
        yield f"{'  ' * (place.level - 1)}- {number}{escape(item.title, start=not number)}{signs}"


def _annotations(agenda: Agenda, copy: _Copy) -> Iterator[str]:
    words, language = labels(language_of(agenda)), language_of(agenda)
    for place in walk(agenda.items):
        item = place.item
        if not has_text(item):
            continue
        number = f"{escape(item.number)} " if item.number else ""
        signs = copy.signs("heading", item.number) if item.number else ""
        yield from ("", f"{'#' * min(place.level + 2, _DEEPEST)} {number}{escape(item.title)}{signs}")
        above = None
        for block in item.annotation:
            if not (block.type == "list_item" == above):
                yield ""
            yield copy.block(block, item.number)
            above = block.type
            if after := copy.outside.after_block.get(block.id or 0):
                yield from copy.text(after, in_item=True)
                above = None
        if item.documents:
            yield ""
            yield from (_document(one, language) for one in item.documents)
        if item.no_documentation and not item.annotation:  # an annotation says so itself
            yield from ("", f"*{escape(words['no_documentation'])}*")
        yield from copy.text(copy.outside.after_item.get(place.path, []), in_item=True)


def _block(block: Block | PrintedBlock, pieces: Iterable[Piece]) -> str:
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
        symbols += [Piece(", ")] if symbols else []
        symbols.append(Piece(symbol, document_url(symbol, language)))
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
            yield f"| {escape(day)} | {hours} | {escape(items)} | {escape(title)} |"
