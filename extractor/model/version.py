"""The version of the contract, and which versions a reader takes."""

from __future__ import annotations

from typing import Any

from extractor.built import compiled
from extractor.contract import SCHEMA_VERSION

#: Every version that this reader takes: the same major number, any minor one.
PATTERN = r"^1\.(0|[1-9][0-9]{0,5})$"

_READABLE = compiled(PATTERN)
_VERSION = compiled(r"(\d{1,6})(\.\d{1,6}){0,2}")


def readable(value: Any) -> Any:
    """The version as which a paper of version ``value`` is read.

    Raises ``ValueError``, which says what to do, for another major version and for what is no version.
    """
    if not isinstance(value, str):
        raise ValueError(f"the version of the contract is text such as {SCHEMA_VERSION!r}")
    if _READABLE.fullmatch(value):
        return SCHEMA_VERSION
    if (version := _VERSION.fullmatch(value)) and int(version[1]) > 1:
        raise ValueError(f"version {value} of the contract is newer than this program, which reads 1.x: update it")
    raise ValueError(f"{value[:40]!r} is no version of the contract that this program reads: it reads 1.x")
