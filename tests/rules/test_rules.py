"""Each rule has a case, and each case fails without its rule."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import tests.rules
from extractor.rules import all_rules, without
from tests.rules.case import Case

RULES = all_rules()


def cases() -> dict[str, Case]:
    """The cases of all modules of this folder."""
    found: dict[str, Case] = {}
    for module in pkgutil.iter_modules(tests.rules.__path__, "tests.rules."):
        for name, case in getattr(importlib.import_module(module.name), "CASES", {}).items():
            assert name not in found, f"two cases for {name}"
            found[name] = case
    return found


CASES = cases()


def outcome(case: Case) -> object:
    """What comes out, or how it fails."""
    try:
        return case.made()
    except Exception as error:
        return repr(error)


def test_every_rule_has_a_case() -> None:
    assert sorted(CASES) == sorted(RULES)


def test_every_rule_says_where_it_comes_from() -> None:
    assert [name for name, rule in RULES.items() if not rule.source.strip() or not (rule.__doc__ or "").strip()] == []


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_case_comes_out(name: str) -> None:
    assert CASES[name].made() == CASES[name].expected


@pytest.mark.parametrize("name", sorted(CASES))
def test_each_rule_is_needed(name: str) -> None:
    with without(name):
        assert outcome(CASES[name]) != CASES[name].expected, f"nothing fails without {name}: prove it or remove it"
