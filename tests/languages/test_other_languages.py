"""Papers in languages that are not official ones, with symbols in them."""

from __future__ import annotations

import pytest

from extractor.grammar.citations import CitationContext
from extractor.layout.arrange import arrange
from extractor.structure.language import running_language
from extractor.structure.mentions import mentions
from extractor.structure.recognise import recognise
from tests.layout.pages import page, span

TEXTS = {
    "de": "Das Gremium und die Kommission sind mit dem Dokument A/85/17 für die Tagung nicht zufrieden.",
    "pt": "Os membros não são pelo documento A/85/17 com uma proposta em que seu presidente será ouvido.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_symbol_leads_to_the_english_paper(language: str) -> None:
    assert running_language([TEXTS[language]]) == language
    units = recognise(arrange([page([span(TEXTS[language], 124, 160)])])).passages
    found = mentions(units, CitationContext(None, None, None, language), language)
    assert [(one.symbol, one.url) for one in found] == [("A/85/17", "https://undocs.org/en/A/85/17")]
