"""The check of patterns: what it takes for slow, and what it lets pass."""

from __future__ import annotations

import pytest

from tools.regex_growth import growth

SLOW = [
    ("(a+)+b", "exponential"),
    (r"(?:[A-Z][a-z.]*(?:[./][a-z.]+)*)x", "exponential"),
    (r"(?:\((?:[a-z]{1,3}|[ivx]+)\))*x", "exponential"),
    (r"\s+$", "polynomial"),
    (r"\s*,?\s*and", "polynomial"),
    (r"^x\s*,?\s*and", "polynomial"),
    (r"\(.*\)$", "polynomial"),
]
LINEAR = [
    r"(?<!\s)\s+$",
    r"^\s*+(?:,\s*+)?and",
    r"^(?:[a-z]++x)?y",
    r"\b\w+x",
    r"foo.*",
    r"\d{1,3}(?:\.\d{1,2}){0,3}",
    r"^(?:(?>annex|annexes)\s)*x",
    r"^(?:\((?:a|b)\)\s*+)*+$",
]


@pytest.mark.parametrize(("pattern", "kind"), SLOW)
def test_a_slow_pattern_is_found(pattern: str, kind: str) -> None:
    assert growth(pattern).startswith(kind)


@pytest.mark.parametrize("pattern", LINEAR)
def test_a_linear_pattern_passes(pattern: str) -> None:
    assert growth(pattern) == ""


def test_what_is_only_matched_at_a_place_need_not_be_searched_for() -> None:
    assert growth(r"\s+x", searched=False) == ""
    assert growth(r"\s+x").startswith("polynomial, the search and")
