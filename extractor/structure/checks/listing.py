"""Checks of the list of items against what the rest of the paper names: headings, timetable, lines below the list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.diagnostics import (
    AGENDA_UNREAD,
    LIST_STOPS,
    NUMBER_GAP,
    PART_MISSING,
    TITLE_BROKEN,
    Note,
)
from extractor.grammar.numbering import whole_numbers
from extractor.rules import rule
from extractor.structure.checks.result import SYMBOL, Result, goes_on, is_balanced, number_in
from extractor.structure.vocabulary import has_figure, is_prose, says

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Item

#: How far apart, in points, two left edges may lie that are one.
SAME_EDGE = 3.0
#: A heading names an item of the list that is one of so many behind its last one.
FURTHER = 1
#: The number of an item of a lower level, with that of the item above it.
_DOTTED = compiled(r"(\d+(?:\.\d+)*)\.\d+")


@rule("checks.listing.below", source="lists: an entry without its label stands where titles begin", otherwise=())
def below(result: Result) -> Iterator[Note]:
    """Right below the last entry of the list no line begins where the titles of its items do."""
    entries = [at for at, block in enumerate(result.blocks) if block.role == "list"]
    if not entries or not result.listed or entries[-1] + 1 >= len(result.blocks):
        return
    last, block = result.blocks[entries[-1]], result.blocks[entries[-1] + 1]
    if block.role not in ("text", "unassigned", "heading") or block.type == "table" or block.page != last.page:
        return
    edges = {
        item.places[0].bbox[0]
        for item in result.agenda.items
        if item.places and item.bbox and item.places[0].bbox[0] - item.bbox[0] > SAME_EDGE
    }
    if block.bbox and any(abs(edge - block.bbox[0]) < SAME_EDGE for edge in edges) and not is_prose(block.text):
        for path in ("items", *(("documents",) if result.names_unlisted else ())):
            yield LIST_STOPS.note(block.page, path=path, number=_next(result), text=block.text[:60])


def _numbers(result: Result) -> set[int]:
    """The numbers of the items that are whole numbers, as those of the first level are; clusters hold some of them."""
    return whole_numbers(item.number for _, item in result.items)


def _next(result: Result) -> int:
    return max(_numbers(result), default=0) + 1


@rule("checks.listing.headed", source="contract 1.1: a heading that matches no item", otherwise=())
def headed(result: Result) -> Iterator[Note]:
    """No heading of the text has the number that follows the last one of the list, or one that the list skips."""
    known = _numbers(result)
    if len(known) < FURTHER + 1:
        return
    lacking = set(range(1, max(known) + FURTHER + 1)) - known
    for block in result.blocks if lacking else ():
        if block.type == "heading" and block.role in ("annotation", "heading", "text"):
            number = number_in(block)
            if number in lacking:
                holder = result.annotations.get(block.id)
                for path in ("items", "documents", *((holder,) if holder else ())):
                    yield LIST_STOPS.note(block.page, path=path, number=number, text=block.text[:60])
                return


@rule("checks.listing.gap", source="contract 1.1: numbers that skip or repeat", otherwise=())
def gap(result: Result) -> Iterator[Note]:
    """Where the list of an annotated agenda skips a number, the item above may have the text and papers of the next."""
    if not result.is_annotated:
        return
    own = [(at, item) for at, item in enumerate(result.agenda.items) if (item.number or "").isdecimal()]
    steps = [int(two.number or 0) - int(one.number or 0) for (_, one), (_, two) in pairwise(own)]
    if steps.count(2) != 1 or steps.count(1) < len(steps) - 1:
        return
    at, above = own[steps.index(2)]
    if above.annotation or above.items:
        for path in (f"items[{at}].annotation", *(("documents",) if _has_documents(above) else ())):
            yield NUMBER_GAP.note(above.page, path=path, number=int(above.number or 0) + 1)


def _has_documents(item: Item) -> bool:
    return bool(item.documents) or any(map(_has_documents, item.items))


@rule("checks.listing.nested", source="contract: 4.1 is a part of 4", otherwise=())
def nested(result: Result) -> Iterator[Note]:
    """An item with the number 4.1 stands in item 4, where there are items of the first level."""
    known = {item.number for _, item in result.items}
    if not _numbers(result):
        return
    for path, item in result.items:
        found = _DOTTED.fullmatch(item.number or "")
        if found and found[1] not in known:
            yield NUMBER_GAP.note(item.page, path=path, number=found[1])
            return


@rule("checks.listing.balanced", source="contract 1.1: titles that end in the middle of a sentence", otherwise=())
def balanced(result: Result) -> Iterator[Note]:
    """The brackets of titles are closed."""
    for path, item in result.items:
        if not is_balanced(item.title):
            yield TITLE_BROKEN.note(item.page, path=f"{path}.title", title=item.title[-40:])
            if has_figure(item.title.rpartition("(")[2]):  # documents stand in brackets behind titles
                yield TITLE_BROKEN.note(item.page, path=f"{path}.documents", title=item.title[-40:])
        for at, one in enumerate(item.documents):
            if one.title and not is_balanced(one.title):
                yield TITLE_BROKEN.note(one.page, path=f"{path}.documents[{at}]", title=one.title[-40:])


_SIGN = compiled(r"[:：;,.、。)）\]–—-]")


@rule("checks.listing.title", source="contract: title as in the list", otherwise=())
def title(result: Result) -> Iterator[Note]:
    """A title does not begin with a sign, and does not end in symbols of documents."""
    for path, item in result.items:
        if _SIGN.match(item.title):
            yield TITLE_BROKEN.note(item.page, path=f"{path}.title", title=item.title[:40])
        elif (
            (found := SYMBOL.search(item.title)) and has_figure(found[0]) and not _is_inside(item.title, found.start())
        ):
            known = found[0].rstrip(".") in {one.symbol for one in result.agenda.references}
            for place in (f"{path}.title", f"{path}.documents", *(() if known else ("references",))):
                yield TITLE_BROKEN.note(item.page, path=place, title=found[0])


def _is_inside(text: str, at: int) -> bool:
    """Whether a place in a text lies in brackets."""
    return text.count("(", 0, at) > text.count(")", 0, at)


@rule("checks.listing.timed", source="contract 1.1: an agenda heading inside a paper read as other", otherwise=())
def timed(result: Result) -> Iterator[Note]:
    """A timetable whose title names an agenda, and which takes up items, has a list of them."""
    head, rows = result.agenda.document, result.agenda.schedule
    if head.kind == "agenda" and not result.agenda.items and any(row.items for row in rows):
        yield AGENDA_UNREAD.note(1, path="items", heading=(head.title or "")[:60])


@rule("checks.listing.inner", source="contract 1.1: numbers that skip or repeat", otherwise=())
def inner(result: Result) -> Iterator[Note]:
    """Where an item has parts with numbers such as 3.1, no text of it has the number of another one."""
    known = {item.number for _, item in result.items}
    parted = {item.number for _, item in result.items if any("." in (one.number or "") for one in item.items)}
    for path, item in result.items:
        for block in item.annotation:
            number = (block.number or "").rstrip(".")
            if number.rpartition(".")[0] in parted and number not in known:
                yield PART_MISSING.note(block.page, path=path, number=number)
                return


@rule("checks.listing.announced", source="resolutions: the agenda of a conference behind a colon", otherwise=())
def announced(result: Result) -> Iterator[Note]:
    """A resolution without items has no numbered list below a sentence that names an agenda and ends in a colon."""
    if result.agenda.items or "/RES/" not in (result.agenda.document.symbol or ""):
        return  # reports say what was adopted
    for block, below in pairwise(result.texts):
        if block.text.endswith((":", "：")) and number_in(below) == 1 and says(block.text, "agenda", "kinds"):
            at = result.texts.index(below)
            found = [number for one in result.texts[at : at + NEAR_ENTRIES] if (number := number_in(one)) is not None]
            if found[:LEAST_ENTRIES] == list(range(1, LEAST_ENTRIES + 1)):
                yield AGENDA_UNREAD.note(block.page, path="items", heading=block.text[-60:])
                return


#: So many entries with numbers in a row are a list, among so many blocks with their parts.
LEAST_ENTRIES, NEAR_ENTRIES = 3, 16


@rule("checks.listing.documents", source="contract 1.1: titles that end in the middle of a sentence", otherwise=())
def documents(result: Result) -> Iterator[Note]:
    """The title of a listed document without a symbol does not end in its middle."""
    for path, item in result.items:
        for at, one in enumerate(item.documents):
            if one.title and not one.symbols and goes_on(one.title):
                yield TITLE_BROKEN.note(one.page, path=f"{path}.documents[{at}]", title=one.title[-40:])


CHECKS = (announced, documents, title, inner, timed, below, headed, gap, nested, balanced)
