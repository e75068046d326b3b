"""The versions of the output contract; here and not with the models, so that the command line loads no pydantic."""

from __future__ import annotations

from typing import Literal

#: The version that is written.
SCHEMA_VERSION: Literal["1.1"] = "1.1"

#: Every version whose schema is published, oldest first.
PUBLISHED = ("1.0", SCHEMA_VERSION)

_ADDRESS = "https://raw.githubusercontent.com/un-agenda/un-agenda/main/schemas/agenda-{version}.schema.json"


def schema_id(version: str) -> str:
    """What the schema of a version is known by: the address where it is kept. The first one has no address."""
    return f"urn:un-agenda:schema:agenda:{version}" if version == "1.0" else _ADDRESS.format(version=version)
