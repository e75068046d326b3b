"""Checks of how the lines of a text follow one another: what is set as one paragraph fills its lines evenly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.diagnostics import LINE_LOST, LINE_SHORT, Note
from extractor.layout.lines.model import Line
from extractor.median import median
from extractor.rules import rule
from extractor.structure.checks.result import Result

#: The lines of a paragraph stand so many times their usual distance apart at most.
GAP = 1.6
#: A line has room for the first word of the next one when so many times its width is left.
ROOM = 1.6
#: ... and this share of the paragraph's width.
LEFT = 0.2
#: Paragraphs of fewer lines do not show how wide they are.
LEAST_LINES = 2

_PROSE = ("annotation", "footnote")
#: The lines of these stand apart as they please.
_APART = ("masthead", "title")


@rule("checks.lines.lost", source="contract 1.1: text layers in doubt; a paragraph has one leading", otherwise=())
def lost(result: Result) -> Iterator[Note]:
    """Between the lines of a paragraph there is no room for a line that was not read."""
    steps = [step for _, lines in result.set_blocks for step in steps_of(lines)]
    usual = median(steps) if steps else 0.0
    for block, lines in result.set_blocks:
        if block.type == "table" or block.role in _APART or len(lines) < (3 if block.type == "heading" else 2):
            continue
        own, path = steps_of(lines), result.path_of(block)
        if path.startswith("blocks"):
            continue  # no value has it
        if own and max(own) > GAP * (max(usual, min(own)) if len(own) > 1 else usual):
            yield LINE_LOST.note(block.page, path=path, text=block.text[:60])
            if block.role in _PROSE or (block.role == "list" and block.id in result.cited):
                yield LINE_LOST.note(block.page, path="references", text=block.text[:60])


def steps_of(lines: Sequence[Line]) -> list[float]:
    """How far apart the lines of a block stand that are on one page."""
    steps = [two.baseline - one.baseline for one, two in pairwise(lines) if one.page == two.page]
    return [step for step in steps if step > 0]


@rule("checks.lines.short", source="typesetting: a line is broken where the next word has no room", otherwise=())
def short(result: Result) -> Iterator[Note]:
    """Within a paragraph no line ends where the first word of the next line had room."""
    for block, lines in result.set_blocks:
        if block.type not in ("paragraph", "list_item") or block.role not in _PROSE or len(lines) < LEAST_LINES:
            continue
        right = max(line.x1 for line in lines)
        width = right - min(line.x0 for line in lines)
        for one, two in pairwise(lines):
            room = right - one.x1
            if one.page == two.page and room > LEFT * width and room > ROOM * _first_word(two):
                yield LINE_SHORT.note(block.page, path=result.path_of(block), text=one.text[-40:])
                break


def _first_word(line: Line) -> float:
    """How wide the first word of a line is, about."""
    word = line.text.split(maxsplit=1)[0] if line.text.strip() else ""
    return (line.x1 - line.x0) * (len(word) + 1) / max(1, len(line.text))


CHECKS = (lost, short)
