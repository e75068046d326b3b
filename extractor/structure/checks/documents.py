"""Checks of the listed documents and of the symbols in the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.diagnostics import (
    DOCUMENT_EMPTY,
    DOCUMENT_UNLISTED,
    SYMBOL_BROKEN,
    SYMBOL_IN_TITLE,
    SYMBOL_UNREAD,
    SYMBOLS_UNEVEN,
    Note,
)
from extractor.lexicon.gate import Phrases
from extractor.rules import rule
from extractor.structure.checks.result import SYMBOL, Result
from extractor.structure.vocabulary import is_prose

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import PrintedBlock

#: Where entries of lists of documents stand that were not read as such.
_LISTING = ("annotation", "documentation", "text", "unassigned")
#: An entry of a list of documents has no more characters, and does not end in a stop.
LONGEST_ENTRY = 300
_STOPS = tuple(".:!?。۔؟：")
#: Where fewer of the listed documents than this share have no symbol, they have lost it.
FEW = 0.2
_DIGITS = compiled(r"[\W\d]")
#: A symbol has so many strokes at least.
LEAST_STROKES = 2
#: ... and a number that is no year at its end.
_NUMBERED = compiled(r"/(?!(?:19|20)\d\d$)\d")
_SUFFIX = compiled(r"/(?:Add|Corr|Rev)\.\d")
#: A symbol that a space parts, or whose further parts were not read: `E/CN. 15/2027/1`, `.../NGO/1–3`, `... y Add.1`.
_PARTED = compiled(r"(?<![\w/])[A-Z]{1,5}/[A-Z]+\.\s\d+/\d")
_PARTED_AT = compiled(r"\.\s\d+/\d")  # what begins with a plain sign is found some ten times faster
_FURTHER = compiled(
    r"\s?[–‑-]\s?\d{1,3}(?![\w/–-])|(?:,\s\d{1,3})+\s\w{1,3}\s\d{1,3}(?![\w/])"
    r"|(?:,|\s?/)?\s?(?:\w{1,3}\s)?(?:Add|Corr|Rev)\.\s?\d"
    r"|\((?:(?:Add|Corr|Rev)\.\s?\d|[A-Z][a-z]{3,}|[A-Z](?:,\s?[A-Z])+)\)"
    r"|(?<=/(?:19|20)\d\d)\s\([A-Z][a-z]{3,}\)"
)


@rule("checks.documents.symbol_in_title", source="contract 1.1: listed documents and their symbols", otherwise=())
def symbol_in_title(result: Result) -> Iterator[Note]:
    """The title of a listed document holds no symbol: its symbols are taken out of it."""
    for path, item in result.items:
        for at, document in enumerate(item.documents):
            found = SYMBOL.search(document.title or "")
            if found and "_" not in found.string and found[0].rstrip(".") not in document.symbols:
                place = f"{path}.documents[{at}]"
                yield SYMBOL_IN_TITLE.note(document.page, path=place, symbol=found[0].rstrip("."))


@rule("checks.documents.broken", source="contract 1.1: symbols that contradict their neighbours", otherwise=())
def broken(result: Result) -> Iterator[Note]:
    """No symbol is parted by a space, and what stands behind one (`–3`, `and Add.1`) belongs to it."""
    blocks = {block.id: block for block in result.blocks}
    for block in result.blocks:
        if "/" in block.text and _PARTED_AT.search(block.text) and (found := _PARTED.search(block.text)):
            yield from _both(result, block.id, result.path_of(block), found[0], block.page)
    for at, reference in enumerate(result.agenda.references):
        holder = blocks.get(reference.block or 0)
        if reference.kind != "document" or reference.symbol is None or holder is None or reference.span is None:
            continue
        further = _FURTHER.match(holder.text, reference.span[1])
        if further and not result.mentions_in(holder.id).go_on(reference.span[1], further.end()):
            yield SYMBOL_BROKEN.note(reference.page, path=f"references[{at}]", symbol=reference.symbol)
            if holder.role == "documentation":
                yield SYMBOL_BROKEN.note(reference.page, path=result.path_of(holder), symbol=reference.symbol)


def _both(result: Result, number: int, path: str, symbol: str, page: int) -> Iterator[Note]:
    """A symbol that is broken is missing among the references, and makes the text that holds it doubtful."""
    yield SYMBOL_BROKEN.note(page, path=path, symbol=symbol)
    near = next((at for at, one in enumerate(result.agenda.references) if one.block == number), None)
    yield SYMBOL_BROKEN.note(page, path="references" if near is None else f"references[{near}]", symbol=symbol)


@rule("checks.documents.uneven", source="joint papers: `E/CN.7/2029/3-E/CN.15/2029/3 and Add.1`", otherwise=())
def uneven(result: Result) -> Iterator[Note]:
    """The addenda and corrigenda of a joint paper have the symbols of all its bodies."""
    for path, item in result.items:
        for at, document in enumerate(item.documents):
            parts: dict[str, set[str]] = {}
            for symbol in document.symbols:
                base, suffix, rest = symbol.partition(next(iter(_SUFFIX.findall(symbol)), "\n"))
                parts.setdefault(base, set()).update({suffix + rest} - {""})
            bodies = {tuple(base.split("/")[:2][: base.count("/")]) for base in parts}
            if len(bodies) > 1 and any(one != two for one, two in pairwise(parts.values())):
                place = f"{path}.documents[{at}]"
                yield SYMBOLS_UNEVEN.note(document.page, path=place, symbols=", ".join(document.symbols))


@rule("checks.documents.unlisted", source="contract 1.1: documents that no list has", otherwise=())
def unlisted(result: Result) -> Iterator[Note]:
    """The documents that a column of the timetable or an entry under an item names are listed."""
    if not result.listed:
        return
    listed = {symbol for document in result.agenda.documents for symbol in document.symbols}
    listed |= {symbol for _, item in result.items for document in item.documents for symbol in document.symbols}
    known = listed | set(result.agenda.document.symbols)
    named: dict[int, list[str]] = {}
    for one in result.agenda.references:
        if one.kind == "document" and one.symbol and one.block is not None:
            named.setdefault(one.block, []).append(one.symbol)
    said: set[str] = set()
    for block in result.blocks:
        symbols = named.get(block.id, ())
        if symbols and block.role not in said and _is_entry(block) and known.isdisjoint(symbols):
            said.add(block.role)
            yield DOCUMENT_UNLISTED.note(block.page, path="documents", symbol=symbols[0])


def _is_entry(block: PrintedBlock) -> bool:
    """Whether a block names documents as lists do: a row of a table, or a title with symbols that is no sentence."""
    if block.role == "timetable":
        return True
    if block.role not in _LISTING or block.type == "heading":
        return False
    if block.type == "table":
        return True
    return len(block.text) <= LONGEST_ENTRY and not block.text.endswith(_STOPS) and not is_prose(f"{block.text}.")


@rule("checks.documents.empty", source="contract: a listed document has a title and symbols", otherwise=())
def empty(result: Result) -> Iterator[Note]:
    """Where most listed documents have symbols, no entry without one is a sentence or has no title."""
    listed = [(f"{path}.documents[{at}]", one) for path, item in result.items for at, one in enumerate(item.documents)]
    bare = [(path, one) for path, one in listed if not one.symbols]
    if len(bare) >= FEW * len(listed):
        return
    for path, one in bare:
        if not one.title or is_prose(one.title) or _DIGITS.match(one.title):
            yield DOCUMENT_EMPTY.note(one.page, path=path, title=(one.title or "")[:60])


@rule("checks.documents.unread", source="contract 1.1: every symbol of the text is a reference", otherwise=())
def unread(result: Result) -> Iterator[Note]:
    """What is printed like a symbol, with a number in it, is a reference."""
    for block in result.blocks:
        if block.role in ("masthead", "title") or block.text.count("/") < LEAST_STROKES:
            continue
        mentions = result.mentions_in(block.id)
        for found in SYMBOL.finditer(block.text):
            if mentions.touch(*found.span()) or not _NUMBERED.search(found[0]):
                continue
            yield SYMBOL_UNREAD.note(block.page, path="references", symbol=found[0])
            return


#: `Add.`, `Corr.` or `Rev.` that lacks its number.
_NUMBERLESS = Phrases(compiled(r"(?<=[\w/\s])(?:Add|Corr|Rev)\.(?=[)，、;]|\s*$)"))


@rule("checks.documents.suffix", source="UN symbols: addenda, corrigenda and revisions are numbered", otherwise=())
def suffix(result: Result) -> Iterator[Note]:
    """No `Add.`, `Corr.` or `Rev.` lacks its number, but for the symbols of agencies that end in it."""
    ends = {(one.block, one.symbol.rsplit(" ", 1)[-1]) for one in result.agenda.references if one.symbol}
    for block in result.blocks:
        if (found := _NUMBERLESS.search(block.text)) and (block.id, found[0]) not in ends:
            path = result.path_of(block)
            yield from _both(
                result, block.id, "references" if path.startswith("blocks") else path, found[0], block.page
            )


@rule("checks.documents.in_prose", source="contract 1.1: documents in prose that no list has", otherwise=())
def in_prose(result: Result) -> Iterator[Note]:
    """Where documents are listed, the text of an item without any does not name several of the session's own."""
    symbol = result.agenda.document.symbol
    own = symbol.rpartition("/")[0] if symbol else ""
    if not result.is_annotated or own.count("/") < LEAST_STROKES - 1:
        return
    listed = {one for _, item in result.items for document in item.documents for one in document.symbols}
    named: dict[int, set[str]] = {}
    for one in result.agenda.references:
        if one.kind == "document" and one.symbol and one.block is not None and one.symbol.startswith(f"{own}/"):
            named.setdefault(one.block, set()).add(one.symbol)
    for path, item in result.items:
        if item.documents or item.items:
            continue
        for at, block in enumerate(item.annotation):
            symbols = named.get(block.id or 0, set()) - listed - set(result.agenda.document.symbols)
            if len(symbols) >= LEAST_NAMED and ":" in block.text and not is_prose(block.text):
                for place in (f"{path}.documents", f"{path}.annotation[{at}]"):
                    yield DOCUMENT_UNLISTED.note(block.page, path=place, symbol=min(symbols))


#: A text that names so many documents of the session lists them.
LEAST_NAMED = 2


CHECKS = (in_prose, suffix, unread, empty, symbol_in_title, broken, uneven, unlisted)
