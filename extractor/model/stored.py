"""The contract without the package of pydantic: the schema that pydantic makes of the models, kept by the build.

To import pydantic and to build the models takes longer than to read twenty pages; what then validates is
pydantic's compiled core, which works from a schema. The models stay the only definition: the build keeps their schema
(:mod:`extractor.built`) under a digest of their code and of the version of the core, and where it is not kept it is
taken from the models. So results are validated as by the models themselves.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor import contract
from extractor.built import code, kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import ModuleType

    from pydantic_core import SchemaValidator

__all__ = ["default_of", "models", "validator"]

_CORE = "pydantic_core._pydantic_core"
#: What stands in the kept schema for a class of the models, and for a function: its module and name.
_MODEL, _VALUE = "$model", "$value"
#: Names of schemas, which pydantic makes unique by an address in memory.
_NAMES = frozenset({"ref", "schema_ref"})
#: What pydantic's core sets in an instance of a model.
_SLOTS = ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")

Schema = dict[str, Any]
Fields = dict[str, Schema]
"""What a field is where it is not given, by its name: see :func:`default_of`."""


def _core() -> ModuleType:
    """The compiled module of pydantic's core.

    The package around it describes schemas for type checkers, which takes three times as long to import.
    """
    package = find_spec("pydantic_core")
    if _CORE in sys.modules or package is None:
        return import_module(_CORE)
    spec = PathFinder.find_spec(_CORE, package.submodule_search_locations)
    if spec is None or spec.loader is None:
        return import_module(_CORE)
    module = module_from_spec(spec)
    sys.modules[_CORE] = module
    spec.loader.exec_module(module)
    return module


@cache
def _kept() -> tuple[Schema, dict[str, Fields]]:
    """The schema by which an agenda is validated, with names in place of classes and functions; the fields by model."""
    files = sorted(map(str, Path(__file__).parent.glob("*.py")))
    version = _core().__version__  # each version of pydantic needs one version of its core
    found: tuple[Schema, dict[str, Fields]] = kept(("contract", version, code(contract.__file__, *files)), _of_models)
    return found


def _of_models() -> tuple[Schema, dict[str, Fields]]:
    from extractor.model.agenda import Agenda

    schema: Schema = _packed(Agenda.__pydantic_core_schema__)
    return _written(schema), dict(_models(schema))


def _packed(node: Any) -> Any:
    """A schema as it is kept: without what only the published JSON Schema is made from."""
    if isinstance(node, dict):
        is_schema = isinstance(node.get("type"), str)
        return {
            key: value.partition(":")[0] if key in _NAMES else _packed(value)
            for key, value in node.items()
            if not (is_schema and key == "metadata")
        }
    if isinstance(node, list | tuple):
        return [_packed(one) for one in node]
    if hasattr(node, "__pydantic_core_schema__"):
        return {_MODEL: node.__name__}
    return {_VALUE: f"{node.__module__}:{node.__qualname__}"} if callable(node) else node


def _written(node: Any) -> Any:
    """A packed schema by which values that the models write by a function are so written once they are validated."""
    if isinstance(node, list):
        return [_written(one) for one in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _written(value) for key, value in node.items() if key != "serialization"}
    if _MODEL in node.get("default_factory", ()):  # the class that stands for it has no defaults
        return {"type": "default", "schema": plain["schema"], "default": {}, "validate_default": True}
    if len(plain) == len(node):
        return plain
    function = {"type": "no-info", "function": node["serialization"]["function"]}
    return {"type": "function-after", "function": function, "schema": plain}


def _models(node: Any) -> Iterator[tuple[str, Fields]]:
    """The fields of each model in a packed schema, by its name."""
    if isinstance(node, list):
        for one in node:
            yield from _models(one)
    elif isinstance(node, dict):
        if node.get("type") == "model":
            fields = {name: one["schema"] for name, one in node["schema"]["fields"].items()}
            yield (
                node["cls"][_MODEL],
                {
                    name: {key: one[key] for key in ("default", "default_factory") if key in one}
                    for name, one in fields.items()
                },
            )
        for one in node.values():
            yield from _models(one)


def _unpacked(node: Any, classes: Callable[[str], type]) -> Any:
    """A kept schema as the core takes it, with these classes for the models."""
    if isinstance(node, list):
        return [_unpacked(one, classes) for one in node]
    if not isinstance(node, dict):
        return node
    if _MODEL in node:
        return classes(node[_MODEL])
    if _VALUE in node:
        module, _, name = node[_VALUE].partition(":")
        return getattr(import_module(module), name)
    return {key: _unpacked(value, classes) for key, value in node.items()}


@cache
def validator() -> SchemaValidator:
    """What validates an agenda: anything with the attributes of its parts.

    It gives bare objects with the values of the fields; what has a form of its own in JSON (times, moments) is text.
    """
    schema = _unpacked(_kept()[0], cache(lambda name: type(name, (), {"__slots__": _SLOTS})))
    made: SchemaValidator = _core().SchemaValidator(schema)
    return made


def models() -> Mapping[str, Fields]:
    """The fields of each model, by its name."""
    return _kept()[1]


def default_of(field: Schema, classes: Callable[[str], type]) -> Schema:
    """The ``default`` or ``default_factory`` of a field; empty where it must be given."""
    return {key: _unpacked(value, classes) for key, value in field.items()}
