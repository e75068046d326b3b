"""Papers in languages that the lexicon has no words of, with symbols in them."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from extractor import extract
from extractor.export.formats import export
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


PAPER = r"""
#set page(width: 210mm, height: 297mm, margin: 25mm)
#set text(size: 10pt)
#grid(columns: (1fr, 1fr), [United Nations], align(right)[*A/AC.99/2031/1*])
Distr.: General \ 3 March 2031 \ Original: English
#v(8pt)
#text(14pt)[*A/85/17*]

TEXT TEXT

1. A/85/18

2. TEXT
"""


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("form", ["html", "akn", "md"])
def test_a_whole_paper_is_read_and_written(language: str, form: str, tmp_path: Path) -> None:
    source, pdf = tmp_path / "paper.typ", tmp_path / "paper.pdf"
    source.write_text(PAPER.replace("TEXT", TEXTS[language]), encoding="utf-8")
    pdf.write_bytes(typst.compile(str(source), ignore_system_fonts=True, format="pdf"))
    agenda = extract(pdf)
    assert agenda.source.language == language
    assert "https://undocs.org/en/A/85/17" in {one.url for one in agenda.references}
    assert b"A/AC.99/2031/1" in b"".join(export([agenda], form))
