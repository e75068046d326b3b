"""Checks for what a value holds that is no part of it, and for what stands beside the value that it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.diagnostics import (
    DOCUMENT_UNLISTED,
    FURNITURE_IN_TEXT,
    ITEM_UNNUMBERED,
    LIST_STOPS,
    MEETING_UNREAD,
    NAME_BROKEN,
    NO_DOCUMENTS_DOUBT,
    SYMBOL_CONFLICT,
    TITLE_BROKEN,
    Note,
)
from extractor.lexicon.folding import fold
from extractor.rules import rule
from extractor.structure.checks.coverage import SLOT
from extractor.structure.checks.items import may_lack
from extractor.structure.checks.result import Result
from extractor.structure.kinds import is_companion
from extractor.structure.masthead.bodies import known_bodies
from extractor.structure.masthead.words import words
from extractor.structure.vocabulary import has_figure, is_prose

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Item, PrintedBlock

#: How far apart, in points, two left edges may lie that are one.
SAME_EDGE = 6.0
#: So many short texts with the decimal numbers of items are parts of them.
LEAST_PARTS = 2
#: A single day so far before the others is that of issue.
FAR = 7
#: Of the height of a line so much stands beside another line, or they are not one line.
BESIDE = 0.5
_CLOSING = compiled(r"[(\[]([^()\[\]]{4,60})[)\]]\s*$")
_SUPPLEMENT = compiled(r"\(?(?:Add|Corr|Rev)\.\s?\d|(?:[A-Z]{2,6}\s)?[A-Z0-9][\w.()-]*/[\w./()-]*\d")
_STARTS_WITH_SYMBOL = compiled(r"[A-Z]{1,8}[-\d]{0,5}/\S")
_DECIMAL = compiled(r"(\d{1,2})\.\d{1,2}\.?")


@rule("checks.foreign.hours", source="contract: title as in the list; hours belong to the timetable", otherwise=())
def hours(result: Result) -> Iterator[Note]:
    """No title of an item holds the hours of a slot."""
    for path, item in result.items:
        if has_figure(item.title) and (found := SLOT.search(item.title)):
            yield TITLE_BROKEN.note(
                item.page, path=f"{path}.title", title=item.title[max(0, found.start() - 20) :][:60]
            )


@rule(
    "checks.foreign.none", source="lists: `Working methods (no document)`, which is no part of the title", otherwise=()
)
def none(result: Result) -> Iterator[Note]:
    """No title of an item ends in a bracket which says that it has no documents."""
    for path, item in result.items:
        found = _CLOSING.search(item.title)
        if found is not None and may_lack().search(found[1]) and not item.no_documentation:
            yield NO_DOCUMENTS_DOUBT.note(item.page, path=f"{path}.no_documentation", text=found[0])


@rule("checks.foreign.agenda", source="mastheads: `Provisional programme` is the title of the paper", otherwise=())
def agenda(result: Result) -> Iterator[Note]:
    """Neither organ nor body is what a title calls the paper, nor begins with a symbol or ends in one."""
    head = result.agenda.document
    for field, name in (("organ", head.organ), ("body", head.body)):
        if name and ((head.title is None and is_companion(name)) or _holds_symbol(name)):
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)


def _holds_symbol(name: str) -> bool:
    return "/" in name and any(
        has_figure(word) and _STARTS_WITH_SYMBOL.match(word) for word in name.split() if "/" in word
    )


@rule("checks.foreign.tail", source="mastheads: a name over several lines is whole", otherwise=())
def tail(result: Result) -> Iterator[Note]:
    """Neither organ nor body is the end of the name of the organization, the rest of which stands elsewhere."""
    head = result.agenda.document
    for field, name in (("organ", head.organ), ("body", head.body)):
        folded = fold(name or "")
        if not folded or folded in known_bodies():
            continue
        if any(one.endswith(f" {folded}") for one in words().organization):
            yield NAME_BROKEN.note(1, path=f"document.{field}", name=name)


@rule("checks.foreign.issued", source="mastheads: the day of issue stands below the symbol", otherwise=())
def issued(result: Result) -> Iterator[Note]:
    """Where a paper has no day of issue, no meeting has a single day long before its others."""
    if result.agenda.document.date is not None:
        return
    for at, meeting in enumerate(result.agenda.meetings):
        starts = [one.start for one in meeting.periods if one.start is not None]
        first = meeting.periods[0] if meeting.periods else None
        if len(starts) > 1 and first and first.end in (None, first.start) and (starts[1] - starts[0]).days > FAR:
            for path in (f"meetings[{at}].periods", "document.date"):
                yield MEETING_UNREAD.note(1, path=path, text=starts[0].isoformat())


@rule("checks.foreign.parts", source="agencies: `1.1 Opening of the session` below `1. Agenda`", otherwise=())
def parts(result: Result) -> Iterator[Note]:
    """Short texts with decimal numbers of items are parts of these items, where none of them has parts."""
    known = {item.number for _, item in result.items}
    found = [block for block in result.blocks if _is_part(block, known)]
    if not result.listed or len(found) < LEAST_PARTS or any("." in (number or "") for number in known):
        return
    for path in ("items", "items[0].annotation", "documents"):
        yield LIST_STOPS.note(found[0].page, path=path, number=found[0].number or "", text=found[0].text[:60])


def _is_part(block: PrintedBlock, known: set[str | None]) -> bool:
    number = _DECIMAL.fullmatch(block.number or "")
    return number is not None and number[1] in known and block.type != "table" and not is_prose(f"{block.text}.")


@rule("checks.foreign.indent", source="lists: items begin at the edge of the numbers or of the titles", otherwise=())
def indent(result: Result) -> Iterator[Note]:
    """No item without a number stands further in than the numbers beside it, below one of them or at no edge."""
    level = [(f"items[{at}]", one) for at, one in enumerate(result.agenda.items)]
    numbered = [item for _, item in level if item.number is not None and item.bbox]
    edges = [item.bbox[0] for item in numbered if item.bbox]
    titles = [item.places[0].bbox[0] for item in numbered if item.places]
    if len(edges) < LEAST_PARTS:
        return
    for at, (path, item) in enumerate(level):
        if item.number is not None or item.bbox is None or not at:
            continue
        left = item.bbox[0]
        at_title = min((abs(left - edge) for edge in titles), default=0.0) <= SAME_EDGE
        if left > max(edges) + SAME_EDGE and (level[at - 1][1].number is not None or not at_title):
            yield ITEM_UNNUMBERED.note(item.page, path=path, title=item.title[:60])


@rule("checks.foreign.sentence", source="annotations: a sentence below an item is its text", otherwise=())
def sentence(result: Result) -> Iterator[Note]:
    """No item without a number is the only one that ends in a stop."""
    entries = [block for block in result.blocks if block.role == "list" and block.type != "table"]
    stopped = [block for block in entries if block.text.endswith((".", "。"))]
    if not stopped or any(block.number for block in stopped) or len(stopped) == len(entries):
        return
    texts = {block.text.rstrip(" .。") for block in stopped}
    for path, item in result.items:
        if item.number is None and item.title in texts:
            for place in (path, f"{path}.annotation"):
                yield TITLE_BROKEN.note(item.page, path=place, title=item.title[-40:])


@rule("checks.foreign.below", source="mastheads: the symbol stands above the title", otherwise=())
def below(result: Result) -> Iterator[Note]:
    """Where the masthead has nothing else, the symbol of the paper does not stand below its title alone."""
    head = result.agenda.document
    if not head.symbol or not result.listed or head.distribution or head.date or head.job_number:
        return
    tops = [block.bbox[1] for block in result.blocks if block.role == "title" and block.page == 1 and block.bbox]
    own = [one for one in result.agenda.references if one.symbol == head.symbol and one.page == 1 and one.places]
    heads = (block.text for block in result.agenda.blocks if block.role == "furniture")
    if (
        tops
        and own
        and all(one.places[0].bbox[1] > max(tops) for one in own)
        and not any(head.symbol in text for text in heads)
    ):
        for path in ("document.symbol", "documents"):
            yield SYMBOL_CONFLICT.note(1, path=path, symbol=head.symbol, head="no symbol above the title")


@rule("checks.foreign.running", source="UN papers: the symbol of the paper is the head of its pages", otherwise=())
def running(result: Result) -> Iterator[Note]:
    """No item lists the paper itself where its symbol stands alone as the first line of a page."""
    own = set(result.agenda.document.symbols)
    if not own:
        return
    first: dict[int, float] = {}
    for block in result.agenda.blocks:
        if block.bbox and block.role != "furniture":
            first[block.page] = min(block.bbox[1], first.get(block.page, block.bbox[1]))
    for path, item in result.items:
        for at, one in enumerate(item.documents):
            place = one.places[0] if one.places and not one.title and own.issuperset(one.symbols) else None
            if place and place.page > 1 and place.bbox[1] <= first.get(place.page, 0) + SAME_EDGE:
                yield FURNITURE_IN_TEXT.note(one.page, path=f"{path}.documents[{at}]", text=one.symbols[0])


@rule("checks.foreign.beside", source="lists in columns: the document stands on the line of its item", otherwise=())
def beside(result: Result) -> Iterator[Note]:
    """No text beside an item of the list, which no part has, is a symbol or the rest of one."""
    for block in result.blocks:
        if block.role not in _LOOSE or not block.bbox or len(block.text) > LONGEST_CELL:
            continue
        if (
            _SUPPLEMENT.match(block.text)
            and not _is_decision(result, block)
            and any(_is_beside(block, item) for _, item in result.items)
        ):
            is_read = result.mentions_in(block.id).touch(0, len(block.text))
            for path in ("documents", *(() if is_read else ("references",))):
                yield DOCUMENT_UNLISTED.note(block.page, path=path, symbol=block.text)
            return


def _is_decision(result: Result, block: PrintedBlock) -> bool:
    """Whether a text is that of a resolution or decision, which is no document of an item."""
    return any(one.block == block.id and one.kind != "document" for one in result.agenda.references)


#: Where texts stand that no part has.
_LOOSE = ("text", "heading", "masthead", "unassigned")
#: The cell of a document has no more characters.
LONGEST_CELL = 40


def _is_beside(block: PrintedBlock, item: Item) -> bool:
    """Whether a block stands on a line of an item, or right below its last one, at its right."""
    if item.bbox is None or block.bbox is None or block.page != item.page:
        return False
    height = block.bbox[3] - block.bbox[1]
    common = min(block.bbox[3], item.bbox[3] + height) - max(block.bbox[1], item.bbox[1])
    right = max(place.bbox[2] for place in item.places) if item.places else item.bbox[2]
    return common >= BESIDE * height and block.bbox[0] > right - SAME_EDGE


CHECKS = (hours, none, agenda, tail, issued, parts, indent, sentence, below, running, beside)
