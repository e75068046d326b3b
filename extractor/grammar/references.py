"""Symbols and citations of a text together, in printed order: what the ``refs`` command prints.

Source: format catalogue 6 (references in running text); addresses by the conventions of undocs.org.
"""

from __future__ import annotations

from extractor.grammar.citations import CitationContext, find_citations
from extractor.grammar.covered import Covered
from extractor.grammar.symbols import find_symbols
from extractor.records import Value

DOCUMENT_KINDS = ("document", "resolution", "decision", "statement")


class ReferenceSpan(Value, frozen=True):
    """One reference: ``text`` is ``source[start:end]``; ``symbol`` the canonical key, ``None`` where there is none.

    ``kind`` is ``document`` for a symbol, else the citation's kind. ``flags`` are those of the symbol or citation.
    """

    kind: str
    text: str
    start: int
    end: int
    symbol: str | None = None
    owner: str | None = None
    number: str | None = None
    locator: str | None = None
    flags: frozenset[str] = frozenset()

    @property
    def url(self) -> str | None:
        """Where the paper is to be found; ``None`` without a symbol."""
        return f"https://undocs.org/{self.symbol.replace(' ', '%20')}" if self.symbol else None


def find_references(
    text: str, context: CitationContext | None = None, *, everything: bool = False
) -> list[ReferenceSpan]:
    """Documents, resolutions, decisions and statements of ``text`` in printed order.

    With ``everything`` also articles, rules, paragraphs, chapters, sections and agenda items.

    A resolution, decision or statement that is cited by its symbol is one reference, not two. Never raises.
    Source: format catalogue 6.
    """
    spans = []
    for one in find_citations(text, context):
        if everything or one.kind in DOCUMENT_KINDS:
            spans.append(
                ReferenceSpan(
                    one.kind, one.text, one.start, one.end, one.symbol, one.owner, one.number, one.locator, one.flags
                )
            )
    cited = Covered((span.start, span.end) for span in spans)
    spans += [
        ReferenceSpan("document", one.text, one.start, one.end, str(one.symbol), flags=one.flags)
        for one in find_symbols(text)
        if not cited.holds(one.start, one.end)
    ]
    return sorted(spans, key=lambda one: (one.start, one.end))
