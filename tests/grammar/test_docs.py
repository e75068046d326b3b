"""The generated pages agree with the code."""

from __future__ import annotations

from tools import grammar_docs


def test_the_page_of_symbols_and_citations_is_fresh() -> None:
    """When this fails: ``python -m tools.grammar_docs``."""
    text = grammar_docs.TARGET.read_text(encoding="utf-8")
    assert grammar_docs.merged(text) == text
