"""The public names of the grammar: all there, all documented, each with the source of its rule."""

from __future__ import annotations

import inspect
import sys

import pytest

from extractor import grammar

SOURCES = ("catalogue", "Editorial Manual", "library's guide", "facts of the documents system", "IANA")


@pytest.mark.parametrize("name", grammar.__all__)
def test_a_public_docstring_names_its_source(name: str) -> None:
    thing = getattr(grammar, name)
    own = inspect.getdoc(thing) or ""
    assert own
    module = inspect.getdoc(sys.modules[thing.__module__]) or ""
    assert any(source in own + module for source in SOURCES)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        grammar.find_nothing  # noqa: B018
