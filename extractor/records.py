"""Records: the small values that the stages hand on.

They are structs of `msgspec` and not dataclasses: a class is made without running generated code (two hundred of them
take 5 ms, as dataclasses 150 ms), and a value in a sixth of the time. What users of the package get stays a dataclass
or a pydantic model.

Those of which a paper has thousands are made with ``gc=False``: none of them ever holds itself, and the collector of
cycles, which takes a twentieth of the time, passes over them.
"""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from msgspec import Struct, field, structs, to_builtins

__all__ = ["Struct", "field", "replace", "to_builtins"]

T = TypeVar("T")


def replace(record: T, /, **changes: Any) -> T:
    """A record, dataclass or model with other values of some fields."""
    if isinstance(record, Struct):
        return structs.replace(record, **changes)
    if not dataclasses.is_dataclass(record):
        return record.model_copy(update=changes)  # type: ignore[attr-defined,no-any-return]
    return dataclasses.replace(record, **changes)  # type: ignore[type-var]
