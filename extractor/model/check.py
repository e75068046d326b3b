"""Whether JSON keeps the contract, to the letter: the published schema, then the rules between fields.

All verbs that read JSON take what passes here, and refuse the rest. In Python, :meth:`extractor.model.Agenda.from_json`
takes more: ``"1"`` for a page number, a missing list for an empty one. What passes here passes every reader, in
whatever language it is written.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from extractor.contract import PUBLISHED, SCHEMA_VERSION
from extractor.model.agenda import Agenda
from extractor.model.rules import Place, broken_rules

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

__all__ = ["breaches", "is_as_written"]

#: What databases and most languages can hold: 64 bits with a sign.
_LARGEST = 2**63 - 1

#: How much of a value is shown.
_SHOWN = 60

_KINDS = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "text",
}


def breaches(text: bytes) -> Iterator[tuple[Place, str]]:
    """Every breach of the contract in a JSON text: where (keys and indices from the top) and what.

    A text that is no JSON, or of a version that cannot be read, has one breach.
    """
    import pydantic
    import pydantic_core

    try:
        pydantic_core.from_json(text, allow_inf_nan=False)
        data = json.loads(text, object_pairs_hook=_Object)
    except (ValueError, RecursionError) as error:
        yield (), f"not JSON: {error}"
        return
    faults: list[tuple[Place, str]] = []
    agenda: Agenda | None = None
    try:
        agenda = Agenda.from_json(text)
    except pydantic.ValidationError as error:
        for one in error.errors(include_url=False, include_context=False, include_input=False):
            faults.append((one["loc"], one["msg"].removeprefix("Value error, ")))
    if version := [fault for fault in faults if fault[0] == ("schema_version",)]:
        yield from version
        return
    reported: set[Place] = set()
    for place, message in (*_unfit(data), *_against_schema(data)):
        reported.add(place)
        yield place, message
    for place, message in faults:
        # The models repeat what the schema has reported, of the same part or of one within it.
        if not any(place[:length] in reported for length in range(len(place) + 1)):
            yield place, message
    # The rules cannot be applied to what the reader has repaired.
    if agenda is not None and not reported:
        yield from broken_rules(agenda)


class _Object(dict[str, Any]):
    """An object that knows which of its keys came more than once: readers differ in which of them they take."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        seen: set[str] = set()
        self.repeated: list[str] = []
        for key, _ in pairs:
            if key in seen and key not in self.repeated:
                self.repeated.append(key)
            seen.add(key)


def is_as_written(text: bytes, agenda: Agenda) -> bool:
    """Whether ``text``, which was read as ``agenda``, is what this program writes: then it has no breaches.

    Much faster than :func:`breaches`. False says only that it takes a closer look.
    """
    try:
        data = json.loads(text, object_pairs_hook=_Object)
    except (ValueError, RecursionError):
        return False
    if any(True for _ in _unfit(data)) or json.dumps(data) != json.dumps(json.loads(agenda.to_json())):
        return False
    return not any(True for _ in broken_rules(agenda))


def _unfit(data: Any) -> Iterator[tuple[Place, str]]:
    """Keys that come more than once, and numbers that not every reader can hold."""
    stack: list[tuple[Place, Any]] = [((), data)]
    while stack:
        place, value = stack.pop()
        if isinstance(value, _Object):
            for key in value.repeated:
                yield (*place, key), "comes more than once"
            stack.extend(((*place, key), child) for key, child in reversed(value.items()))
        elif isinstance(value, int) and abs(value) > _LARGEST:
            yield place, "is a number of more than 64 bits"
        elif isinstance(value, float) and not math.isfinite(value):
            yield place, "is too large for a number"
        elif isinstance(value, list):
            stack.extend(((*place, index), child) for index, child in reversed(list(enumerate(value))))


@cache
def _validator(version: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(Agenda.json_schema(version), format_checker=Draft202012Validator.FORMAT_CHECKER)


def _against_schema(data: Any) -> Iterator[tuple[Place, str]]:
    stated = data.get("schema_version") if isinstance(data, dict) else None
    # A later version that this program does not know has at least the fields of the newest that it knows.
    version = stated if isinstance(stated, str) and stated in PUBLISHED else SCHEMA_VERSION
    seen: set[tuple[Place, str]] = set()
    for error in _validator(version).iter_errors(data):
        for leaf, nullable in _leaves(error):
            for place, message in _says(leaf, nullable):
                if (place, message) not in seen:
                    seen.add((place, message))
                    yield place, message


def _leaves(error: ValidationError) -> Iterator[tuple[ValidationError, bool]]:
    """What is wrong at the bottom: of "this or null", what is wrong with this; and whether null would do as well."""
    if error.validator != "anyOf":
        yield error, False
        return
    for one in error.context or ():
        if (one.validator, one.validator_value) != ("type", "null"):
            at_top = list(one.absolute_path) == list(error.absolute_path)
            yield from ((leaf, at_top or nullable) for leaf, nullable in _leaves(one))


def _says(error: ValidationError, nullable: bool) -> Iterator[tuple[Place, str]]:
    place, value, wanted = tuple(error.absolute_path), error.instance, error.validator_value
    match error.validator:
        case "required":
            for key in wanted:
                if key not in value:
                    yield (*place, key), "is missing"
        case "type":
            kinds = [wanted] if isinstance(wanted, str) else list(wanted)
            names = [_KINDS[kind] for kind in [*kinds, *(["null"] if nullable else [])]]
            yield place, f"must be {' or '.join(names)}, is {_kind(value)}"
        case "enum":
            yield place, f"must be one of {', '.join(map(str, wanted))}, is {_short(value)}"
        case "pattern":
            yield place, f"must match {wanted}, is {_short(value)}"
        case "format":
            yield place, f"must be a {wanted}, is {_short(value)}"
        case "minimum":
            yield place, f"must be {wanted} or more, is {_short(value)}"
        case "minItems" | "maxItems":
            yield place, f"must have {wanted} elements, has {len(value)}"
        case _:
            yield place, _short(error.message)


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"the number {_short(value)}"
    if isinstance(value, str):
        return f"the text {_short(value)}"
    return "null" if value is None else "an object" if isinstance(value, dict) else "a list"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else repr(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
