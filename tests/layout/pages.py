"""Pages made by hand: lines of text at given places, as a reading engine would hand them on."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.metrics import measure
from extractor.layout.blocks.model import Block
from extractor.layout.lines.model import Line
from extractor.layout.lines.rows import lines_of
from extractor.reading.page import Page, Rule, Span

#: Width of a letter in ems, about that of Times.
LETTER = 0.45


def span(
    text: str, x0: float, baseline: float, size: float = 10.0, *, bold: bool = False, italic: bool = False
) -> Span:
    width = LETTER * size * len(text)
    return Span(
        text, x0, baseline - 0.7 * size, x0 + width, baseline + 0.2 * size, baseline, size, "Times", bold, italic
    )


def page(spans: Iterable[Span], number: int = 1, rules: Iterable[Rule] = ()) -> Page:
    return Page(number, 612.0, 792.0, list(spans), list(rules))


def lines(
    *rows: tuple[float, str], x0: float = 124.0, size: float = 10.0, bold: bool = False, number: int = 1
) -> list[Line]:
    """Lines of one font flush at `x0`: (baseline, text)."""
    return lines_of(page([span(text, x0, baseline, size, bold=bold) for baseline, text in rows], number))


#: A line as wide as the text.
LONG = "The Committee will have before it the report of the Secretary-General, which"
#: ... that ends a sentence.
FULL = "The Committee will have before it the report of the Bureau on all its ports."


def paragraph(top: float, x0: float = 124, rows: int = 3, size: float = 10.0) -> list[Span]:
    """Lines of running text, as wide as the text, without a stop."""
    return [span(LONG, x0, top + 12 * n, size) for n in range(rows)]


def blocks(*spans: Span, rules: Iterable[Rule] = (), more: Iterable[list[Span]] = ()) -> list[Block]:
    """The blocks of a page of these spans; `more` are the spans of the pages that follow."""
    own = list(rules)
    found = lines_of(page(spans, 1, own))
    for number, extra in enumerate(more, 2):
        found += lines_of(page(extra, number))
    return blocks_of(found, {1: own}, measure(found))
