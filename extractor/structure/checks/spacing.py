"""Checks of the room that words and blocks take: what was not read leaves a gap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extractor.built import compiled
from extractor.diagnostics import LINE_LOST, LINE_WIDE, Note
from extractor.layout.lines.widths import natural_width
from extractor.median import median
from extractor.rules import rule
from extractor.structure.checks.lines import steps_of
from extractor.structure.checks.result import Result

#: Words without digits and signs, which are as wide as their font has them.
_WORDS = compiled(r"[^\W\d_]+(?:[ ,;:’'()-]+[^\W\d_]+)*[.,:;]?")
#: Shorter texts are as wide as chance has it; a word less in longer ones makes no difference.
LEAST_LETTERS, MOST_LETTERS = 5, 100
#: Fewer lines do not show how wide the letters of a paper are.
LEAST_CELLS = 10
#: A line is too wide from so many times its usual width on; justified lines are stretched by a tenth.
STRETCHED = 1.25
#: Distances that differ by less than this share of the leading are one.
NEAR = 0.1
#: A distance is usual when so many pairs of blocks have it.
LEAST_LIKE = 3
#: Blocks that show the leading, and those that stand evenly apart, each among its like.
_SET = ("annotation", "documentation", "list", "text", "timetable")
_EVEN = ("documentation", "list", "timetable")


@rule("checks.spacing.wide", source="typesetting: the letters of a line take the room that they need", otherwise=())
def wide(result: Result) -> Iterator[Note]:
    """No line of a part of the result takes much more room than its letters need, as the other lines do."""
    found = [
        ((cell.x1 - cell.x0) / (natural_width(cell.text) * cell.size), cell.text, block)
        for block, lines in result.set_blocks
        for line in lines
        for cell in line.cells
        if LEAST_LETTERS <= len(cell.text) <= MOST_LETTERS and cell.size and _WORDS.fullmatch(cell.text)
    ]
    if len(found) < LEAST_CELLS:
        return
    most = STRETCHED * median([ratio for ratio, _, _ in found])
    for ratio, text, block in found:
        path = result.path_of(block)
        if ratio > most and not path.startswith("blocks"):
            yield LINE_WIDE.note(block.page, path=path, text=text[:60])
            if block.role == "masthead":
                yield LINE_WIDE.note(block.page, path="meetings", text=text[:60])


@rule("checks.spacing.between", source="typesetting: the entries of a list stand evenly apart", otherwise=())
def between(result: Result) -> Iterator[Note]:
    """No two entries stand as far apart as two others with a line more between them."""
    running = [lines for block, lines in result.set_blocks if block.role in _SET and block.type != "table"]
    leading = median([step for lines in running for step in steps_of(lines)] or [0.0])
    near = NEAR * leading
    for role in _EVEN if leading else ():
        apart = [
            (below[0].baseline - above[-1].baseline, two)
            for (one, above), (two, below) in pairwise(result.set_blocks)
            if one.role == two.role == role
            and above[-1].page == below[0].page
            and "table" not in (one.type, two.type)
            and below[0].baseline > above[-1].baseline
        ][1:]  # the first block of a timetable is its heading
        counts = [sum(abs(other - step) < near for other, _ in apart) for step, _ in apart]
        usual = {step for (step, _), count in zip(apart, counts, strict=True) if count >= LEAST_LIKE}
        for (step, block), count in zip(apart, counts, strict=True):
            if count == 1 and any(abs(one + two - step) < near for one in usual for two in (leading, *usual)):
                yield LINE_LOST.note(block.page, path=result.path_of(block), text=block.text[:60])
                if role == "documentation":
                    yield LINE_LOST.note(block.page, path="references", text=block.text[:60])


CHECKS = (wide, between)
