"""The published JSON Schema, written from the models.

``make schema`` writes it to ``schemas/``; ``un-agenda schema`` prints the same text; a test fails when the two differ.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def build_schema(root: type[BaseModel]) -> dict[str, Any]:
    """The schema of what ``root`` serialises to: every field is present, what is unknown is null or an empty list.

    Fields beyond those named are allowed, for a later 1.x may add some (see :mod:`extractor.model.version`).
    """
    generated = root.model_json_schema(mode="serialization")
    version = generated["properties"]["schema_version"]["default"]
    for model in (generated, *generated["$defs"].values()):
        model.pop("additionalProperties", None)
    head = {
        "$schema": DIALECT,
        "$id": f"urn:un-agenda:schema:agenda:{version}",
        "title": f"UN agenda {version}",
        "description": generated.pop("description"),
    }
    generated.pop("title")
    definitions = generated.pop("$defs")
    return _without_titles({**head, **generated, "$defs": dict(sorted(definitions.items()))})


def schema_text(root: type[BaseModel]) -> str:
    """The schema as published: indented JSON with a final line break."""
    return json.dumps(build_schema(root), ensure_ascii=False, indent=2) + "\n"


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
