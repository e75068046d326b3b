"""Checks for running heads and feet in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.built import compiled
from extractor.diagnostics import FURNITURE_IN_TEXT, Note
from extractor.lexicon.words import either
from extractor.rules import rule
from extractor.structure.checks.result import Result
from extractor.structure.vocabulary import has_figure


@cache
def _pieces() -> re.Pattern[str]:
    """What a line of a running head or foot consists of besides the symbol: page and job numbers, language mark."""
    return compiled(
        r"(?:[A-Z][A-Za-z]{0,3}\.)?\d{2}-\d{4,6}(?:\s?\([A-Z]\))?|\b\d{1,3}\s?/\s?\d{1,3}\b|[–-]\s?\d{1,3}\s?[–-]"
        rf"|(?:(?i:{either('layout', 'page')})\s)?\b\d{{1,3}}\b|\([A-Z]\)|/\.\.\.|_{{6,}}"
    )


#: Where a line of symbol and numbers belongs, or does no harm.
_ELSEWHERE = frozenset({"masthead", "title", "contents", "text", "heading", "unassigned"})


@rule("checks.furniture.in_text", source="UN papers: symbol, page and job number at head and foot", otherwise=())
def in_text(result: Result) -> Iterator[Note]:
    """The first and the last line of a page, and what ends a text, are no running head or foot."""
    own = sorted((symbol for symbol in result.agenda.document.symbols if symbol), key=len, reverse=True)
    edges: dict[int, tuple[float, float]] = {}
    for _, lines in result.set_blocks:
        for line in lines:
            top, foot = edges.get(line.page, (line.top, line.bottom))
            edges[line.page] = min(top, line.top), max(foot, line.bottom)
    for block, lines in result.set_blocks:
        if block.role in _ELSEWHERE or block.type == "table":
            continue
        if block.role == "footnote" and len(lines) == 1:
            continue  # a note may consist of a symbol
        for line in lines:
            top, foot = edges[line.page]
            if (line.top <= top or line.bottom >= foot) and _is_furniture(line.text, own):
                yield FURNITURE_IN_TEXT.note(line.page, path=result.path_of(block), text=line.text[:60])


def _is_furniture(text: str, own: list[str]) -> bool:
    """Whether a line consists of the symbol, of page numbers and of job numbers."""
    if not has_figure(text):
        return False
    for symbol in own:
        text = text.replace(symbol, " ")
    return not _pieces().sub("", text).strip(" .,/-–")


CHECKS = (in_text,)
