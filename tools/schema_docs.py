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
carry the offset of their place, and none where its time zone is unknown.

## Ledger, places and grades

Nothing that a paper prints is lost. [`blocks`](#printedblock) is the ledger: the whole paper in reading order, each
printed word in exactly one block, with its role. Running heads, page numbers and job numbers are blocks too (role
`furniture`). Items, documents, timetable and footnotes are views of the same text; the annotations of an item are
blocks, with the same `id`. In an agenda, text that is set like a part of it and that no part took has the role
`unassigned`, and a warning names it.

![A page with a box around each block, its role and number, and boxes around the references](ledger.png)

The picture shows page 2 of `samples/vienna_working_group.pdf`: each block with role and `id`, and in them the places
of the references. A reference that runs over the end of a line has two places.

- `places` says where a value stands: one box a line, tight around its words. A value that is inferred has none.
- `block` and `span` say where a reference, date or entity stands in the text: `blocks[block - 1].text[span[0]:span[1]]`
  is its `text`. The halves of a joint symbol (`A/80/86–E/2025/71`) and the members of a range (`56/101–56/122`) are one
  mention: each stands where the whole does.
- `anchors` says where the marks of a footnote stand: the block, and how many characters of its text stand before it.
- `in_doubt` marks text that the file gives as garbage, because a font names wrong letters: it stands in the ledger as
  the file gives it, and no value is read from it.

Nothing is wrong in silence. What contradicts itself, or is missing beside the rest, is a
[diagnostic](errors.md#diagnostics) with the `path` of the value. `source.review` sums them up:

| grade | when | what to do |
|---|---|---|
| `none` | no warning | nothing |
| `look` | a warning | look at the values that the paths name |
| `doubtful` | an error, text that no part took, or text in doubt | look at this paper first |"""


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
