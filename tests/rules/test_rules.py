"""Each rule has a case, and each case fails without its rule."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import tests.rules
from extractor.rules import all_rules, without
from tests.rules.case import Case

RULES = all_rules()


def cases() -> dict[str, dict[str, Case]]:
    """The cases of each module of this folder."""
    found: dict[str, dict[str, Case]] = {}
    names: set[str] = set()
    for module in pkgutil.iter_modules(tests.rules.__path__):
        of_module = getattr(importlib.import_module(f"tests.rules.{module.name}"), "CASES", {})
        assert names.isdisjoint(of_module), f"two cases for {names & of_module.keys()}"
        names |= of_module.keys()
        found[module.name] = of_module
    return {module: of_module for module, of_module in found.items() if of_module}


CASES = cases()


def outcome(case: Case) -> object:
    """What comes out, or how it fails."""
    try:
        return case.made()
    except Exception as error:
        return repr(error)


def test_every_rule_has_a_case() -> None:
    assert sorted(name for of_module in CASES.values() for name in of_module) == sorted(RULES)


def test_every_rule_says_where_it_comes_from() -> None:
    assert [name for name, rule in RULES.items() if not rule.source.strip() or not (rule.__doc__ or "").strip()] == []


@pytest.mark.parametrize("module", CASES)
def test_the_cases_come_out(module: str) -> None:
    made = {name: outcome(case) for name, case in CASES[module].items()}
    assert made == {name: case.expected for name, case in CASES[module].items()}


@pytest.mark.parametrize("module", CASES)
def test_each_rule_is_needed(module: str) -> None:
    unproved: list[str] = []
    for name, case in CASES[module].items():
        with without(name):
            unproved += [name] if outcome(case) == case.expected else []
    assert unproved == [], "nothing fails without them: prove each or remove it"
