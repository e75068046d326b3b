"""Placeholders of symbols are known wherever they stand in a text."""

from __future__ import annotations

import pytest

from extractor.grammar.symbols.placeholder import holds_placeholder


@pytest.mark.parametrize(
    "text",
    [
        "A/99/_",
        "Report on progress (A/99/_-E/2031/_)",
        "E/2031/...",
        "A/99/…",
        "A/C.9/99/L.__",
        "DP/2031/--",
        "A/AC.9/_/3",
    ],
)
def test_a_placeholder(text: str) -> None:
    assert holds_placeholder(text)


@pytest.mark.parametrize(
    "text", ["A/99/12", "Report of the Board (A/99/12)", "and/or", "____", "https://example.org/a_b", "DP/FPA/2031/4-5"]
)
def test_no_placeholder(text: str) -> None:
    assert not holds_placeholder(text)
