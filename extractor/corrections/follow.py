"""What follows from a correction: the same fact in other places of the result.

A person corrects a value once. The result has some values twice (an annotation is a block of the ledger, a listed
document stands at its item as well) and derives others (a moment from day, hour and time zone). After each operation of
a patch the other places are brought in line here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from extractor.corrections.model import Operation
from extractor.corrections.patch import Key, Place, Refused, copied, dotted, place_in, place_of, value_at

#: What an annotation and its block of the ledger have in common.
_SHARED = ("type", "number", "text")
_MOMENT_KEYS = frozenset({"date", "end_date", "start", "end", "sittings"})
_MENTIONS = ("references", "dates", "entities")


def follow(before: Any, after: Any, operation: Operation, place: Place) -> None:
    """Change `after` by what follows from an operation.

    Args:
        before: the result before the operation.
        after: the result after it.
        operation: the operation.
        place: the place that it was about.
    """
    if operation.op == "test":
        return
    if operation.op != "replace":
        _shift(after, operation, place)
    match place:
        case ("document", "symbol" | "symbols", *_):
            _symbols(after["document"], str(place[1]))
        case ("meetings", int(), "timezone"):
            for row in after["schedule"]:
                _moments(row, after)
        case ("schedule", int(at)) if operation.op in ("add", "replace"):
            _moments(after["schedule"][at], after)
        case ("schedule", int(at), key, *_) if key in _MOMENT_KEYS:
            _moments(after["schedule"][at], after)
        case ("blocks", int(at), *rest):
            _block(before["blocks"][at], after["blocks"][at], after, {str(key) for key in rest[:1]})
        case ("documents", int(at), *_) if operation.op == "replace":
            _twin(before["documents"][at], after["documents"][at], after)
        case ("items", *_):
            _item(before, after, operation, place)


def _item(before: Any, after: Any, operation: Operation, place: Place) -> None:
    """What follows from a change within the items."""
    if operation.op == "replace" and place[-1] == "number" and "annotation" not in place:
        old, new = value_at(before, place), value_at(after, place)
        if old and new and old != new:
            _renumber(value_at(after, place[:-1]), after, old, new)
    for name in ("annotation", "documents"):
        if name not in place:
            continue
        at = place.index(name)
        item = value_at(after, place[:at])
        if name == "annotation" and operation.op == "replace" and len(place) > at + 2:
            _to_ledger(value_at(after, place[: at + 2]), after)
        elif name == "documents" and operation.op == "replace" and len(place) > at + 2:
            old = {**value_at(before, place[: at + 2]), "item": item["number"]}
            _to_list(old, value_at(after, place[: at + 2]), after)
    _reassign(before, after)


def _symbols(document: Any, changed: str) -> None:
    """The symbol is the first of the symbols."""
    symbols = document["symbols"]
    if changed == "symbols":
        document["symbol"] = symbols[0] if symbols else None
    elif document["symbol"] is None:
        document["symbols"] = []
    else:
        document["symbols"] = [document["symbol"], *(one for one in symbols[1:] if one != document["symbol"])]


def _moments(row: Any, data: Any) -> None:
    """The moments of a row of the timetable, anew from its day, its hours and the zone of the meeting."""
    offset = row["starts_at"] and dt.datetime.fromisoformat(row["starts_at"]).tzinfo
    start, end = _moment(row["date"], row["start"]), _moment(row["end_date"] or row["date"], row["end"])
    if start and end and end <= start:
        end += dt.timedelta(days=1)
    zone = _zone(data, row["date"]) or offset or None
    for name, moment in (("starts_at", start), ("ends_at", end)):
        row[name] = moment.replace(tzinfo=zone).isoformat(timespec="seconds") if moment else None


def _moment(day: str | None, hour: str | None) -> dt.datetime | None:
    if not (day and hour):
        return None
    try:
        return dt.datetime.fromisoformat(f"{day}T{hour}")
    except (TypeError, ValueError):
        raise Refused(f"{day} {hour} is not a day and an hour") from None


def _zone(data: Any, day: str | None) -> dt.tzinfo | None:
    """The zone of the meeting that has the day, else of the first."""
    meetings = data["meetings"]
    held = (
        meeting
        for meeting in meetings
        for period in meeting["periods"]
        if day and period["start"] and period["start"] <= day <= (period["end"] or period["start"])
    )
    meeting = next(held, meetings[0] if meetings else None)
    if not meeting or not meeting["timezone"]:
        return None
    try:
        return ZoneInfo(meeting["timezone"])
    except (ValueError, OSError, KeyError):
        raise Refused(f"there is no time zone {meeting['timezone']!r}") from None


def _block(old: Any, new: Any, data: Any, changed: set[str]) -> None:
    """A block of the ledger: its annotation has its words, and stands at its item."""
    if changed & {"text"}:
        _spans(new, data)
    held = _annotation_of(new["id"], data)
    if new["role"] != "annotation" or not new["item"]:
        if held is not None:
            _drop(held, new["id"])
        return
    if held is not None and old["item"] == new["item"]:
        one = next(one for one in held["annotation"] if one["id"] == new["id"])
        one.update({name: new[name] for name in _SHARED})
        return
    target = next((item for _, item in walk(data["items"]) if item["number"] == new["item"]), None)
    if target is None:
        raise Refused(f"there is no item {new['item']!r}")
    if held is not None:
        _drop(held, new["id"])
    one = {name: new[name] for name in ("id", *_SHARED, "page", "bbox")}
    at = sum(other["id"] is not None and other["id"] < new["id"] for other in target["annotation"])
    target["annotation"].insert(at, one)


def _annotation_of(block: int, data: Any) -> Any:
    """The item that has a block as annotation."""
    for _, item in walk(data["items"]):
        if any(one["id"] == block for one in item["annotation"]):
            return item
    return None


def _drop(item: Any, block: int) -> None:
    item["annotation"] = [one for one in item["annotation"] if one["id"] != block]


def _to_ledger(one: Any, data: Any) -> None:
    """The block of the ledger has the words of its annotation."""
    if one["id"] is None or not 0 < one["id"] <= len(data["blocks"]):
        return
    block = data["blocks"][one["id"] - 1]
    block.update({name: one[name] for name in _SHARED})
    _spans(block, data)


def _spans(block: Any, data: Any) -> None:
    """What is mentioned in a block whose text was changed is found in it again, or stands in it no more."""
    text = block["text"]
    for name in _MENTIONS:
        for mention in data[name]:
            if mention["block"] == block["id"] and mention["span"]:
                at = _nearest(text, mention["text"], mention["span"][0])
                mention["span"] = None if at is None else [at, at + len(mention["text"])]
                mention["block"] = None if at is None else block["id"]
    for note in data["footnotes"]:
        for anchor in note["anchors"]:
            if anchor["block"] == block["id"]:
                anchor["offset"] = min(anchor["offset"], len(text))


def _nearest(text: str, words: str, at: int) -> int | None:
    """Where words stand in a text, nearest to a place."""
    found = [start for start in range(len(text)) if text.startswith(words, start)]
    return min(found, key=lambda start: abs(start - at), default=None)


def _twin(old: Any, new: Any, data: Any) -> None:
    """The listed document at its item is the same as in the list of all documents."""
    for _, item in walk(data["items"]):
        for one in item["documents"]:
            if item["number"] == old["item"] and _same(one, old):
                one.update(title=new["title"], symbols=copied(new["symbols"]))
                if new["item"] != old["item"]:
                    item["documents"].remove(one)
                    _at_item(one, new["item"], data)
                return
    if new["item"] != old["item"]:
        _at_item({name: value for name, value in new.items() if name != "item"}, new["item"], data)


def _at_item(document: Any, number: str | None, data: Any) -> None:
    for _, item in walk(data["items"]):
        if number is not None and item["number"] == number:
            item["documents"].append(document)
            return
    if number is not None:
        raise Refused(f"there is no item {number!r}")


def _to_list(old: Any, new: Any, data: Any) -> None:
    """The document in the list of all documents is the same as at its item."""
    for one in data["documents"]:
        if one["item"] == old["item"] and _same(one, old):
            one.update(title=new["title"], symbols=copied(new["symbols"]))
            return


def _same(one: Any, other: Any) -> bool:
    return (one["title"], one["symbols"]) == (other["title"], other["symbols"])


def _renumber(item: Any, data: Any, old: str, new: str) -> None:
    """The sub-items of a renumbered item, and all that names it or them, have the new number."""
    if any(other is not item and other["number"] == old for _, other in walk(data["items"])):
        return  # the number came twice: what names it may mean the other item
    numbers = {old: new}
    for _, inner in walk(item["items"]):
        if inner["number"] and inner["number"].startswith(old):
            numbers[inner["number"]] = inner["number"] = new + inner["number"][len(old) :]
    for name in ("documents", "blocks", *_MENTIONS):
        for part in data[name]:
            part["item"] = numbers.get(part["item"], part["item"])


def _reassign(before: Any, after: Any) -> None:
    """Blocks and listed documents belong to the item at which they stand now."""
    had, held = _holders(before), _holders(after)
    for block in after["blocks"]:
        number = block["id"]
        if number in held and held[number] != had.get(number, ()):
            block.update(role="annotation", item=held[number])
        elif number in had and number not in held and block["role"] == "annotation":
            block.update(role="text", item=None)
    gone = _numbers(before) - _numbers(after)
    owners = {
        (one["title"], tuple(one["symbols"])): item["number"]
        for _, item in walk(after["items"])
        for one in item["documents"]
    }
    for one in after["documents"]:
        if one["item"] in gone:
            one["item"] = owners.get((one["title"], tuple(one["symbols"])))
    for name in ("blocks", *_MENTIONS):
        for part in after[name]:
            if part["item"] in gone:
                part["item"] = held.get(part.get("block"))


def _numbers(data: Any) -> set[str]:
    """The numbers of all items."""
    return {item["number"] for _, item in walk(data["items"]) if item["number"] is not None}


def _holders(data: Any) -> dict[int, str | None]:
    """The blocks that are annotations, and the numbers of their items."""
    return {one["id"]: item["number"] for _, item in walk(data["items"]) for one in item["annotation"] if one["id"]}


def walk(items: list[Any], above: Place = ("items",)) -> Iterator[tuple[Place, Any]]:
    """All items with their places, each before its sub-items."""
    for at, item in enumerate(items):
        place = (*above, at)
        yield place, item
        yield from walk(item["items"], (*place, "items"))


def _shift(after: Any, operation: Operation, place: Place) -> None:
    """Diagnostics name the places of their values as these are counted now; those of what is gone go."""
    source = place_of(operation.source) if operation.source else place
    kept = []
    for note in after["diagnostics"]:
        if note["path"] is None:
            kept.append(note)
            continue
        at: Place | None = place_in(note["path"])
        carried = operation.op == "move" and at is not None and at[: len(source)] == source
        if at is not None and carried:
            at = (*place, *at[len(source) :])
        elif at is not None:
            at = _without(at, source) if operation.op in ("remove", "move") else at
            at = _with(at, place) if operation.op in ("add", "move") and at is not None else at
        if at is not None:
            note["path"] = dotted(at)
            kept.append(note)
    after["diagnostics"] = kept


def _without(at: Place, gone: Place) -> Place | None:
    """A place after the element at another is taken out of its list; None where it was in that element."""
    depth = len(gone) - 1
    if at[:depth] != gone[:depth] or len(at) <= depth:
        return at
    if at[depth] == gone[depth]:
        return None
    return _moved(at, depth, -1) if _number(at[depth]) > _number(gone[depth]) else at


def _with(at: Place, new: Place) -> Place:
    """A place after an element was put into a list at another."""
    depth = len(new) - 1
    if at[:depth] != new[:depth] or len(at) <= depth:
        return at
    return _moved(at, depth, 1) if _number(at[depth]) >= _number(new[depth]) else at


def _moved(at: Place, depth: int, by: int) -> Place:
    return (*at[:depth], _number(at[depth]) + by, *at[depth + 1 :])


def _number(key: Key) -> int:
    return key if isinstance(key, int) else -1
