"""Where two results of one paper differ, value by value: what `engine="both"` reports.

The two were read by different engines, so boxes differ by a point here and there: only what the paper says is compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from extractor.diagnostics import READERS_DIFFER, Note

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Agenda

__all__ = ["differences"]

#: What JSON holds.
Value: TypeAlias = "bool | int | float | str | Sequence[Value] | Mapping[str, Value] | None"

#: Where a value stands, and numbers that depend on what comes before it.
_PLACE = frozenset({"id", "page", "bbox", "places", "block", "span", "anchors"})
#: What is not read from the paper, or is read from the other parts.
_MADE = frozenset({"schema_version", "source", "diagnostics", "entities"})
#: So many characters of a text are given, from a few before the first that differs.
_SHOWN, _BEFORE = 60, 12


def differences(one: Agenda, other: Agenda) -> Iterator[Note]:
    """A note for each value on which two results differ; paths and pages are those of the first."""
    first, second = (agenda.model_dump(mode="json", exclude=set(_MADE)) for agenda in (one, other))
    for path, mine, yours in _of(_plain(first), _plain(second), ""):
        yield READERS_DIFFER.note(_page(first, path), path=path, one=_shown(mine, yours), other=_shown(yours, mine))


def _plain(value: Value) -> Value:
    """A value without what says where it stands."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items() if key not in _PLACE}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(inner) for inner in value]
    return value


def _of(one: Value, other: Value, path: str) -> Iterator[tuple[str, Value, Value]]:
    """Each difference: its path, and what the two have there."""
    if one == other:
        return
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for key, inner in one.items():
            yield from _of(inner, other.get(key), f"{path}.{key}" if path else key)
    elif _is_list(one) and _is_list(other):
        yield from _of_lists(one, other, path)
    else:
        yield path, one, other


def _is_list(value: Value) -> TypeGuard[Sequence[Value]]:
    """Whether a value is a list of parts; a list of plain values (symbols, cells) is one value."""
    return isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(one, Mapping) for one in value)


def _of_lists(one: Sequence[Value], other: Sequence[Value], path: str) -> Iterator[tuple[str, Value, Value]]:
    """The differences of two lists whose parts are matched first: one that is missing must not shift all behind it."""
    mine, yours = ([json.dumps(part, sort_keys=True) for part in parts] for parts in (one, other))
    for kind, start, end, first, last in SequenceMatcher(None, mine, yours, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        both = min(end - start, last - first)
        for at in range(both):
            yield from _of(one[start + at], other[first + at], f"{path}[{start + at}]")
        for at in range(start + both, end):
            yield f"{path}[{at}]", one[at], None
        for at in range(first + both, last):
            yield path, None, other[at]


def _page(agenda: Value, path: str) -> int | None:
    """The page of the innermost part on a path that has one."""
    page = None
    for step in path.replace("[", ".").replace("]", "").split("."):
        if isinstance(agenda, Mapping):
            agenda = agenda.get(step)
        elif isinstance(agenda, Sequence) and step.isdigit():
            agenda = agenda[int(step)]
        number = agenda.get("page") if isinstance(agenda, Mapping) else None
        page = number if isinstance(number, int) else page
    return page


def _shown(value: Value, beside: Value) -> str:
    """A value for a message; of long texts the piece in which they differ."""
    if value is None or value == []:
        return "nothing"
    if isinstance(value, Mapping):  # a part that only one has: what it is called
        named = (value.get(key) for key in ("title", "text", "label", "body"))
        return _shown(next((name for name in named if name), json.dumps(value, ensure_ascii=False)), None)
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    pairs = zip(value, beside, strict=False) if isinstance(beside, str) else ()
    same = next((at for at, (mine, yours) in enumerate(pairs) if mine != yours), 0)
    start = max(same - _BEFORE, 0) if len(value) > _SHOWN else 0
    piece = value[start : start + _SHOWN]
    return f"“{'…' if start else ''}{piece}{'…' if start + _SHOWN < len(value) else ''}”"
