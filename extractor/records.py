"""Records: the small values that the stages hand on.

They are structs of `msgspec` and not dataclasses: a class is made without running generated code (two hundred of them
take 5 ms, as dataclasses 150 ms), and a value in a sixth of the time. What users of the package get is a pydantic model
or, from the grammar, a :class:`Value`, which the functions of :mod:`dataclasses` take for a dataclass.

Those of which a paper has thousands are made with ``gc=False``: none of them ever holds itself, and the collector of
cycles, which takes a twentieth of the time, passes over them.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from msgspec import NODEFAULT, Struct, field, structs, to_builtins

__all__ = ["Struct", "Value", "field", "replace", "to_builtins"]

T = TypeVar("T")
Fields = dict[str, dataclasses.Field[Any]]


class _FieldsAsked:
    """The fields of a class as :mod:`dataclasses` describes them, worked out for who asks."""

    def __get__(self, instance: Struct | None, owner: type[Struct]) -> Fields:
        fields = zip(owner.__struct_fields__, structs.fields(owner), strict=True)
        like = dataclasses.make_dataclass(owner.__name__, [(name, one.type, _default(one)) for name, one in fields])
        return {one.name: one for one in dataclasses.fields(like)}


def _default(one: structs.FieldInfo) -> Any:
    if one.default_factory is not NODEFAULT:
        return dataclasses.field(default_factory=one.default_factory)
    return dataclasses.field() if one.default is NODEFAULT else dataclasses.field(default=one.default)


class Value(Struct, frozen=True):
    """A record that users of the package get: `fields`, `asdict` and `replace` of :mod:`dataclasses` work with it."""

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[Fields]
    else:
        __dataclass_fields__ = _FieldsAsked()


def replace(record: T, /, **changes: Any) -> T:
    """A record, dataclass or model with other values of some fields."""
    if isinstance(record, Struct):
        return structs.replace(record, **changes)
    if not dataclasses.is_dataclass(record):
        return record.model_copy(update=changes)  # type: ignore[attr-defined,no-any-return]
    return dataclasses.replace(record, **changes)  # type: ignore[type-var]
