"""The values of a paper without where they stand, and how two papers differ in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

#: What says where a value stands, which a variation may move.
_PLACES = frozenset({"page", "bbox", "places", "block", "span", "anchors", "id"})
#: The parts that hold values. Dates and entities follow from the text of the others.
_PARTS = ("document", "meetings", "items", "documents", "schedule", "footnotes", "references")
_SHOWN = 60


def values(agenda: dict[str, Any]) -> dict[str, Any]:
    """The parts of a paper that a harmless change must leave as they are."""
    found = {part: _bare(agenda[part]) for part in _PARTS}
    # notes, and what they mention, stand elsewhere among the text where pages end elsewhere
    found["references"].sort(key=lambda one: (one["kind"], one["text"], one["item"] or ""))
    return found


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items() if key not in _PLACES}
    return [_bare(each) for each in value] if isinstance(value, list) else value


def differences(expected: Any, found: Any, path: str = "") -> Iterator[str]:
    """Each value that is not the same, with its path, both in short."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, each in expected.items():
            yield from differences(each, found.get(key), f"{path}.{key}" if path else key)
    elif isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            yield f"{path}: {len(expected)} -> {len(found)}"
        for at, (one, other) in enumerate(zip(expected, found, strict=False)):
            yield from differences(one, other, f"{path}[{at}]")
    elif expected != found:
        yield f"{path}: {_short(expected)} -> {_short(found)}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN // 2]} … {text[-_SHOWN // 2 :]}"
