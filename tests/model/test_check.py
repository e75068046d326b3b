"""The check of JSON against the contract: as strict as the published schema, and with exact places."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from extractor.model.check import breaches
from extractor.papers import dotted
from tests.model.test_agenda import paper
from tests.model.test_schema import PUBLISHED

WRONG = (None, True, 5, -1, 1.5, "x", "2031-02-30", "25:00", [], [1], {}, {"x": 1})


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(paper().to_json())
    return data


def places(value: Any, above: tuple[int | str, ...] = ()) -> Iterator[tuple[int | str, ...]]:
    """Every place in ``value``."""
    for key, child in value.items() if isinstance(value, dict) else enumerate(value):
        yield (*above, key)
        if isinstance(child, (dict, list)):
            yield from places(child, (*above, key))


def kinds_of_places(value: Any) -> list[tuple[int | str, ...]]:
    """The first place of each kind: the parts of a list have one schema."""
    found: dict[tuple[int | str, ...], tuple[int | str, ...]] = {}
    for place in places(value):
        found.setdefault(tuple(0 if isinstance(key, int) else key for key in place), place)
    return list(found.values())


def told(data: Any) -> dict[str, str]:
    return {dotted(place): message for place, message in breaches(json.dumps(data).encode())}


def test_what_the_models_write_is_without_fault(whole: dict[str, Any]) -> None:
    assert told(whole) == {}


def test_as_strict_as_the_published_schema(whole: dict[str, Any]) -> None:
    """Each part replaced by each of the wrong values: what the schema refuses is told, at that place or within."""
    validator = jsonschema.Draft202012Validator(
        json.loads(PUBLISHED.read_text(encoding="utf-8")),
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )
    refused = 0
    for place in kinds_of_places(whole):
        for value in WRONG:
            changed = json.loads(json.dumps(whole))
            node = changed
            for key in place[:-1]:
                node = node[key]
            node[place[-1]] = value
            if not validator.is_valid(changed):
                refused += 1
                found = told(changed)
                assert found, (place, value)
                assert all(one.startswith(dotted(place)) for one in found), (place, value, found)
                assert all(len(message) < 200 for message in found.values())
    assert refused > 500


def test_every_missing_part_is_named(whole: dict[str, Any]) -> None:
    for place in list(places(whole)):
        changed = json.loads(json.dumps(whole))
        node = changed
        for key in place[:-1]:
            node = node[key]
        if isinstance(node, dict):
            del node[place[-1]]
            assert told(changed)[dotted(place)] == "is missing"


@pytest.mark.parametrize(
    ("place", "value", "path", "message"),
    [
        (("items", 0, "page"), "1", "items[0].page", "must be a whole number or null, is the text '1'"),
        (("schedule", 0, "continued"), "yes", "schedule[0].continued", "must be true or false, is the text 'yes'"),
        (("schedule", 0, "date"), 20310627, "schedule[0].date", "must be text or null, is the number 20310627"),
        (("schedule", 0, "date"), "2031-02-30", "schedule[0].date", "must be a date, is '2031-02-30'"),
        (("schedule", 0, "sittings"), [["10:00"]], "schedule[0].sittings[0]", "must have 2 elements, has 1"),
        (("document", "kind"), "poem", "document.kind", "must be one of annotated_agenda, agenda, annotations, "
         "organization_of_work, list_of_documents, other, is 'poem'"),
        (("items", 0, "title"), "x" * 5000, None, None),
        (("items", 0, "title"), ["x" * 5000], "items[0].title", "must be text, is a list"),
        (("schema_version",), "2.0", "schema_version",
         "version 2.0 of the contract is newer than this program, which reads 1.x: update it"),
    ],
)  # fmt: skip
def test_messages_are_short_and_exact(
    whole: dict[str, Any], place: tuple[Any, ...], value: Any, path: str | None, message: str | None
) -> None:
    changed = json.loads(json.dumps(whole))
    node = changed
    for key in place[:-1]:
        node = node[key]
    node[place[-1]] = value
    assert told(changed) == ({} if path is None else {path: message})


def test_a_later_minor_version_may_have_more_fields_anywhere(whole: dict[str, Any]) -> None:
    changed = json.loads(json.dumps(whole))
    changed["schema_version"] = "1.7"
    for place in [place for place in places(whole) if isinstance(place[-1], int)]:
        node = changed
        for key in place:
            node = node[key]
        if isinstance(node, dict):
            node["colour"] = {"name": "blue", "mixed": [1, None]}
    changed["moon"] = {"phase": "full"}
    assert told(changed) == {}


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        (lambda text: text.replace('"items":', '"moon": 1, "moon": 2, "items":', 1), "moon", "comes more than once"),
        (lambda text: text.replace('"title":', '"title": "", "title":', 1), "document.title", "comes more than once"),
        (lambda text: text.replace('"items":', '"moon": NaN, "items":', 1), "$", "not JSON: expected value"),
        (lambda text: text.replace('"items":', '"moon": 1e999, "items":', 1), "moon", "is too large for a number"),
        (lambda text: text.replace('"items":', f'"moon": {"9" * 5000}, "items":', 1), "$", "not JSON: number out of"),
        (lambda text: text.replace('"items":', f'"moon": {"[" * 9000}{"]" * 9000}, "items":', 1), "$",
         "not JSON: recursion limit"),
        (lambda text: "[" * 100_000, "$", "not JSON: "),
        (lambda text: '{"a":' * 100_000 + "1" + "}" * 100_000, "$", "not JSON: recursion limit"),
        (lambda text: text[:-2], "$", "not JSON: EOF while parsing"),
        (lambda text: text + "x", "$", "not JSON: trailing characters"),
        (lambda text: text.replace("{", '{"x": "\\ud800", ', 1), "$", "not JSON: "),
        (lambda text: text.replace("{", "{'x': 1, ", 1), "$", "not JSON: "),
        (lambda text: "", "$", "not JSON: "),
        (lambda text: "null", "$", "must be an object, is null"),
        (lambda text: "5", "$", "must be an object, is the number 5"),
    ],
)  # fmt: skip
def test_broken_and_treacherous_json(whole: dict[str, Any], change: Any, path: str, message: str) -> None:
    found = [(dotted(place), text) for place, text in breaches(change(json.dumps(whole)).encode())]
    assert len(found) == 1
    assert found[0][0] == path
    assert found[0][1].startswith(message)


def test_bytes_that_are_no_text() -> None:
    for data in (b'{"x": "\xff"}', b"\xef\xbb\xbf{}", '{"x": 1}'.encode("utf-16"), b"\0\0"):
        assert [place for place, _ in breaches(data)] == [()]
