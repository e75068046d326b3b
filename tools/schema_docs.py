"""The page ``docs/schema.md``: every object of the output contract, its fields with meaning and example."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from extractor.model import SCHEMA_VERSION, Agenda
from tools.grammar_docs_tables import cell

# Patterns of the schema that have a plainer name: what they match, what they do not, and the name.
_SHAPES = (
    ("1.0", "2.0", "version, `1.x`"),
    ("2031-06-27", "10:00", "date, `YYYY-MM-DD`"),
    ("10:00", "2031-06-27", "time of day, `HH:MM`"),
    ("2031-06-27T10:00:00+02:00", "10:00", "moment, ISO 8601"),
)
_LONGEST_EXAMPLE = 90
_HEAD = f"""\
# The output, field by field

What `un-agenda extract` writes, contract version {SCHEMA_VERSION}. This page is written from the models in
`extractor/model/` by `make pages`; `un-agenda schema` prints the same as JSON Schema (2020-12), and `un-agenda
validate` checks files against it.

Every field is always there. What the paper does not say is `null` or an empty list, never guessed; what was inferred
rather than read is listed in [`diagnostics`](errors.md#diagnostics) with a code that begins with `inferred.`. The same
file gives the same bytes, but for `source.path`.

`schema_version` follows semantic versioning: a minor version adds fields, a major one may change anything. Readers of
version 1 take every 1.x and leave out the fields that they do not know; yours should do the same.

Boxes are four numbers, `x0, top, x1, bottom`, in PDF points (1/72 inch) from the top left corner of the page. Moments
carry the offset of their place, and none where its time zone is unknown."""


def page() -> str:
    """The page. Raises ``ValueError`` where a field has no description or example."""
    schema = Agenda.json_schema()
    objects = {"Agenda": schema, **schema["$defs"]}
    lines = [_HEAD]
    for name in _order(objects):
        lines += ["", f"## {name}", "", objects[name]["description"], ""]
        lines += ["| field | type | meaning | example |", "|---|---|---|---|"]
        for field, body in objects[name]["properties"].items():
            if not body.get("description") or not body.get("examples"):
                raise ValueError(f"{name}.{field} has no description or no example")
            lines.append(f"| `{field}` | {_type(body)} | {cell(body['description'])} | {_example(body)} |")
    return "\n".join(lines) + "\n"


def _order(objects: dict[str, Any]) -> list[str]:
    """The objects as one meets them: the root, then what its fields hold, each followed by its own parts."""
    found: list[str] = []

    def visit(name: str) -> None:
        if name in found:
            return
        found.append(name)
        for body in objects[name]["properties"].values():
            for part in _references(body):
                visit(part)

    visit("Agenda")
    return found


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].rsplit("/", 1)[1]
        for key, child in node.items():
            if key not in ("examples", "default"):
                yield from _references(child)
    elif isinstance(node, list):
        for child in node:
            yield from _references(child)


def _type(body: dict[str, Any]) -> str:
    """The type of a field in words; objects as links to their own table."""
    if "$ref" in body:
        name = body["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in body:
        return " or ".join("null" if one.get("type") == "null" else _type(one) for one in body["anyOf"])
    if "enum" in body:
        return ", ".join(f"`{value}`" for value in body["enum"])
    if "prefixItems" in body:
        kinds = [_type(one) for one in body["prefixItems"]]
        return f"{len(kinds)} numbers" if set(kinds) == {"number"} else f"pair of {' and '.join(kinds)}"
    if body["type"] == "array":
        return f"list of {_plural(_type(body['items']))}"
    if "pattern" in body:
        return _shape(body["pattern"])
    return {"integer": "whole number", "boolean": "`true` or `false`", "string": "text"}.get(body["type"], body["type"])


def _shape(pattern: str) -> str:
    for matching, other, words in _SHAPES:
        if re.search(pattern, matching) and not re.search(pattern, other):
            return words
    # Readers of Markdown disagree about a bar inside code inside a table.
    return "text of a fixed form" if "|" in pattern else f"text, `{pattern}`"


def _plural(kind: str) -> str:
    return "texts" if kind == "text" else kind.replace("pair of", "pairs of", 1)


def _example(body: dict[str, Any]) -> str:
    """The first example as JSON; objects have tables of their own with examples."""
    if next(_references(body), None):
        return "see there"
    text = json.dumps(body["examples"][0], ensure_ascii=False)
    if len(text) > _LONGEST_EXAMPLE:
        text = text[: _LONGEST_EXAMPLE - 1] + "…"
    return f"`{text}`"
