"""The published JSON Schema, written from the models.

``make schema`` writes it to ``schemas/``; ``un-agenda schema`` prints the same text; a test fails when the two differ.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from extractor.contract import PUBLISHED, SCHEMA_VERSION, schema_id

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def build_schema(root: type[BaseModel], version: str = SCHEMA_VERSION) -> dict[str, Any]:
    """The schema of what ``root`` serialises to.

    What is unknown is null or an empty list, and no field is left out but those that are marked as optional.

    Fields beyond those named are allowed, for a later 1.x may add some (see :mod:`extractor.model.version`). That of an
    earlier published version lacks the fields that were added since.
    """
    generated = root.model_json_schema(mode="serialization")
    for model in (generated, *generated["$defs"].values()):
        model.pop("additionalProperties", None)
        for name, body in list(model.get("properties", {}).items()):
            optional = body.pop("optional", False)
            if PUBLISHED.index(body.pop("since", PUBLISHED[0])) > PUBLISHED.index(version):
                del model["properties"][name]
                model["required"].remove(name)
            elif optional:
                model["required"].remove(name)
    stated = generated["properties"]["schema_version"]
    stated["default"], stated["examples"] = version, [version]
    generated["$defs"] = {name: generated["$defs"][name] for name in _used(generated)}
    head = {
        "$schema": DIALECT,
        "$id": schema_id(version),
        "title": f"UN agenda {version}",
        "description": generated.pop("description"),
    }
    generated.pop("title")
    definitions = generated.pop("$defs")
    return _without_titles({**head, **generated, "$defs": dict(sorted(definitions.items()))})


def schema_text(root: type[BaseModel], version: str = SCHEMA_VERSION) -> str:
    """The schema as published: indented JSON with a final line break."""
    return json.dumps(build_schema(root, version), ensure_ascii=False, indent=2) + "\n"


def _used(schema: dict[str, Any]) -> set[str]:
    """The names of the definitions that the root leads to."""
    found: set[str] = set()
    nodes: list[Any] = [{key: value for key, value in schema.items() if key != "$defs"}]
    while nodes:
        node = nodes.pop()
        if isinstance(node, dict):
            name = str(node.get("$ref", "")).rpartition("/")[2]
            if name and name not in found:
                found.add(name)
                nodes.append(schema["$defs"][name])
            nodes += node.values()
        elif isinstance(node, list):
            nodes += node
    return found


def _without_titles(schema: dict[str, Any]) -> dict[str, Any]:
    """``schema`` without the titles that pydantic makes up from the names of fields: they repeat the names."""

    def clean(node: Any, *, names: bool) -> Any:
        if isinstance(node, list):
            return [clean(child, names=False) for child in node]
        if not isinstance(node, dict):
            return node
        kept = {}
        for key, child in node.items():
            if key == "title" and not names and isinstance(child, str):
                continue
            if key in ("examples", "default", "const", "enum") and not names:
                kept[key] = child
            else:
                kept[key] = clean(child, names=key in ("properties", "$defs") and not names)
        return kept

    cleaned: dict[str, Any] = clean(schema, names=False)
    return {"$schema": cleaned["$schema"], "$id": cleaned["$id"], "title": schema["title"], **cleaned}
