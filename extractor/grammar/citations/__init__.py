"""Citations of resolutions, decisions, rules, articles, paragraphs and agenda items."""

from __future__ import annotations

from extractor.grammar.citations.find import find_citations
from extractor.grammar.citations.model import Citation, CitationContext

__all__ = ["Citation", "CitationContext", "find_citations"]
