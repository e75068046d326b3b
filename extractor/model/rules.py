"""What must agree between the fields of an agenda, beyond what the schema of each says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from extractor.model.agenda import Agenda
from extractor.model.items import Item

__all__ = ["broken_rules"]

Place = tuple[int | str, ...]


def broken_rules(agenda: Agenda) -> Iterator[tuple[Place, str]]:
    """Every breach of the contract's cross-field rules: where (keys and indices from the top) and what.

    A timetable may name items that are not on the agenda, numbers may come twice, and a period in the running text may
    end before it begins: papers print that. What is tested is what no paper can cause.
    """
    document = agenda.document
    if document.symbol is not None and document.symbols[:1] != [document.symbol]:
        yield ("document", "symbol"), "must be the first of 'symbols'"
    if document.symbol is None and document.symbols:
        yield ("document", "symbol"), "must be the first of 'symbols', and is null"
    numbers: set[str] = set()
    for _, item in _walk(agenda.items, ("items",)):
        if item.number is not None:
            numbers.add(item.number)
    for index, listed in enumerate(agenda.documents):
        if listed.item is not None and listed.item not in numbers:
            yield ("documents", index, "item"), f"there is no item {listed.item!r}"
    for number, meeting in enumerate(agenda.meetings):
        for index, period in enumerate(meeting.periods):
            if period.start and period.end and period.end < period.start:
                yield ("meetings", number, "periods", index, "end"), "is before 'start'"
    for index, entry in enumerate(agenda.schedule):
        if entry.date and entry.end_date and entry.end_date < entry.date:
            yield ("schedule", index, "end_date"), "is before 'date'"
        if entry.starts_at and entry.ends_at and _is_before(entry.ends_at, entry.starts_at):
            yield ("schedule", index, "ends_at"), "is before 'starts_at'"
        if entry.starts_at and entry.date and entry.starts_at.date() != entry.date:
            yield ("schedule", index, "starts_at"), "is not on 'date'"
    yield from _places(agenda)
    yield from _ledger(agenda)


def _is_before(one: dt.datetime, other: dt.datetime) -> bool:
    """Whether a moment is before another; by the clock where only one of them has the offset of its place."""
    if (one.tzinfo is None) is not (other.tzinfo is None):
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return one < other


def _walk(items: list[Item], above: Place) -> Iterator[tuple[Place, Item]]:
    for index, item in enumerate(items):
        place = (*above, index)
        yield place, item
        yield from _walk(item.items, (*place, "items"))


def _places(agenda: Agenda) -> Iterator[tuple[Place, str]]:
    """Pages must be in the paper, boxes must not be inside out."""
    parts: list[tuple[Place, object]] = list(_walk(agenda.items, ("items",)))
    parts += [
        ((*place, "annotation", index), block)
        for place, item in _walk(agenda.items, ("items",))
        for index, block in enumerate(item.annotation)
    ]
    for name in ("documents", "schedule", "footnotes", "references", "dates", "entities", "blocks", "diagnostics"):
        parts += [((name, index), part) for index, part in enumerate(getattr(agenda, name))]
    for place, part in parts:
        page, bbox = getattr(part, "page", None), getattr(part, "bbox", None)
        if page is not None and page > agenda.source.pages:
            yield (*place, "page"), f"the paper has {agenda.source.pages} pages"
        if bbox is not None and (bbox[2] < bbox[0] or bbox[3] < bbox[1]):
            yield (*place, "bbox"), "must be left, top, right, bottom"
        for index, one in enumerate(getattr(part, "places", ())):
            if one.page > agenda.source.pages:
                yield (*place, "places", index, "page"), f"the paper has {agenda.source.pages} pages"
            if one.bbox[2] < one.bbox[0] or one.bbox[3] < one.bbox[1]:
                yield (*place, "places", index, "bbox"), "must be left, top, right, bottom"


def _ledger(agenda: Agenda) -> Iterator[tuple[Place, str]]:
    """What refers to the blocks must find them; a result without blocks refers to none that could be missed."""
    if not agenda.blocks:
        return
    for index, block in enumerate(agenda.blocks):
        if block.id != index + 1:
            yield ("blocks", index, "id"), f"must be {index + 1}: blocks are counted from 1 in reading order"
    sizes = {block.id: len(block.text) for block in agenda.blocks}
    yield from _annotations(agenda)
    for name in ("references", "dates", "entities"):
        for index, mention in enumerate(getattr(agenda, name)):
            if mention.block is not None and mention.block not in sizes:
                yield (name, index, "block"), f"there is no block {mention.block}"
            elif mention.span is not None and not 0 <= mention.span[0] <= mention.span[1] <= sizes.get(
                mention.block or 0, 0
            ):
                yield (name, index, "span"), "is not within the text of 'block'"
    for index, note in enumerate(agenda.footnotes):
        for at, anchor in enumerate(note.anchors):
            if anchor.block not in sizes:
                yield ("footnotes", index, "anchors", at, "block"), f"there is no block {anchor.block}"
            elif anchor.offset > sizes[anchor.block]:
                yield ("footnotes", index, "anchors", at, "offset"), "is not within the text of 'block'"


def _annotations(agenda: Agenda) -> Iterator[tuple[Place, str]]:
    """The annotations of the items are blocks: what has a number must be what that block holds."""
    blocks = {block.id: block for block in agenda.blocks}
    for place, item in _walk(agenda.items, ("items",)):
        for index, one in enumerate(item.annotation):
            if one.id is None:
                continue
            block = blocks.get(one.id)
            if block is None:
                yield (*place, "annotation", index, "id"), f"there is no block {one.id}"
            elif (block.type, block.number, block.text) != (one.type, one.number, one.text):
                yield (*place, "annotation", index, "id"), f"it is not what block {one.id} holds"
