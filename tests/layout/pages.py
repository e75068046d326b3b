"""Pages made by hand: lines of text at given places, as a reading engine would hand them on."""

from __future__ import annotations

from collections.abc import Iterable

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
    """Lines of one face flush at `x0`: (baseline, text)."""
    return lines_of(page([span(text, x0, baseline, size, bold=bold) for baseline, text in rows], number))
