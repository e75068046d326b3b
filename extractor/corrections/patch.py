"""JSON Patch (RFC 6902) on plain data, with the old value of what is replaced or removed."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Sequence
from typing import Any

from extractor.corrections.model import Operation

#: What a machine measures and counts: another extraction may give it otherwise, and the value is still the same.
MEASURED = frozenset({"page", "bbox", "places", "id", "block", "span", "anchors", "in_doubt"})
#: Characters of a value that a message shows.
_SHOWN = 60
_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")
_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")

Key = int | str
Place = tuple[Key, ...]


class Refused(Exception):
    """An operation cannot be applied; `str()` says why, in words that follow the place."""


def keys_of(pointer: str) -> tuple[str, ...]:
    """The steps of a JSON Pointer (RFC 6901).

    Raises:
        Refused: it is none.
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise Refused(f"{pointer!r} is not a JSON Pointer")
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/"))


def place_of(pointer: str) -> Place:
    """The steps of a pointer, digits as indices."""
    return tuple(int(key) if _INDEX.fullmatch(key) else key for key in keys_of(pointer))


def dotted(place: Sequence[Key]) -> str:
    """A place as diagnostics write it: ``items[2].documents[0]``."""
    text = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in place)
    return text.removeprefix(".")


def place_in(path: str) -> Place:
    """The place that :func:`dotted` writes."""
    return tuple(int(index) if index else name for index, name in _STEP.findall(path))


def essence(value: Any) -> Any:
    """A value without what is measured: pages, boxes, ids."""
    if isinstance(value, dict):
        return {key: essence(one) for key, one in value.items() if key not in MEASURED}
    return [essence(one) for one in value] if isinstance(value, list) else value


def value_at(data: Any, place: Sequence[Key]) -> Any:
    """The value at a place.

    Raises:
        Refused: there is none.
    """
    for key in place:
        data = _child(data, key)
    return data


def apply(data: Any, operation: Operation) -> Place:
    """Change `data` by one operation; gives the place that it was about, with the index where that was ``-``.

    Raises:
        Refused: the place is not there, or the old value does not stand there any more.
    """
    place = place_of(operation.path)
    if not place:
        raise Refused("the whole result is not corrected at once")
    match operation.op:
        case "test":
            _expect(value_at(data, place), operation.value)
        case "replace":
            if "old" in operation.model_fields_set:
                _expect(value_at(data, place), operation.old)
            value_at(data, place[:-1])[_key(value_at(data, place[:-1]), place[-1])] = copied(operation.value)
        case "remove":
            if "old" in operation.model_fields_set:
                _expect(value_at(data, place), operation.old)
            _take(data, place)
        case "add":
            return _put(data, place, copied(operation.value))
        case "move":
            source = place_of(operation.source or "")
            if place[: len(source)] == source and place != source:
                raise Refused("a part cannot be moved into itself")
            if "old" in operation.model_fields_set:
                _expect(value_at(data, source), operation.old)
            return _put(data, place, _take(data, source))
    return place


def copied(value: Any) -> Any:
    """A value that shares nothing with another (four times as fast as `copy.deepcopy`)."""
    return pickle.loads(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


def _expect(found: Any, wanted: Any) -> None:
    if essence(found) != essence(wanted):
        raise Refused(f"the old value was {_short(wanted)}, and now it is {_short(found)}")


def _short(value: Any) -> str:
    text = json.dumps(essence(value), ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _key(node: Any, key: Key) -> Key:
    """The key of a member that is there."""
    _child(node, key)
    return str(key) if isinstance(node, dict) else key


def _child(node: Any, key: Key) -> Any:
    if isinstance(node, dict) and str(key) in node:
        return node[str(key)]
    if isinstance(node, list) and isinstance(key, int) and key < len(node):
        return node[key]
    raise Refused("it is not there any more")


def _take(data: Any, place: Place) -> Any:
    node = value_at(data, place[:-1])
    if not isinstance(node, list):
        raise Refused("only elements of lists can be removed or moved")
    return node.pop(_element(place[-1], len(node) - 1))


def _put(data: Any, place: Place, value: Any) -> Place:
    node = value_at(data, place[:-1])
    if not isinstance(node, list):
        raise Refused("only elements of lists can be added or moved")
    at = len(node) if place[-1] == "-" else _element(place[-1], len(node))
    node.insert(at, value)
    return (*place[:-1], at)


def _element(key: Key, most: int) -> int:
    if not isinstance(key, int) or key > most:
        raise Refused("it is not there any more")
    return key
