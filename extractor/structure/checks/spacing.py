"""Checks of the room that words take: what was not read leaves a gap."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.built import compiled
from extractor.diagnostics import LINE_WIDE, Note
from extractor.layout.lines.widths import natural_width
from extractor.median import median
from extractor.rules import rule
from extractor.structure.checks.result import Result

#: Words without digits and signs, which are as wide as their font has them; and the same for texts in ASCII.
_WORDS = compiled(r"[^\W\d_]++(?:[ ,;:’'()-]++[^\W\d_]++)*+[.,:;]?")
_WORDS_OF_ASCII = compiled(r"[A-Za-z]++(?:[ ,;:'()-]++[A-Za-z]++)*+[.,:;]?")
#: Shorter texts are as wide as chance has it; a word less in longer ones makes no difference.
LEAST_LETTERS, MOST_LETTERS = 5, 100
#: Fewer lines do not show how wide the letters of a paper are.
LEAST_CELLS = 10
#: Where more lines than this share are too wide, and more than so many, the letters of the font have other widths.
MOST_WIDE, LEAST_WIDE = 0.02, 2
#: A line is too wide from so many times its usual width on; justified lines are stretched by a tenth.
STRETCHED = 1.25


@rule("checks.spacing.wide", source="typesetting: the letters of a line take the room that they need", otherwise=())
def wide(result: Result) -> Iterator[Note]:
    """No line of a part of the result takes much more room than its letters need, as the other lines do."""
    found = [
        ((cell.x1 - cell.x0) / (natural_width(cell.text) * cell.size), cell.text, block)
        for block, lines in result.set_blocks
        for line in lines
        for cell in line.cells
        if LEAST_LETTERS <= len(cell.text) <= MOST_LETTERS
        and cell.size
        and (_WORDS_OF_ASCII if cell.text.isascii() else _WORDS).fullmatch(cell.text)
    ]
    if len(found) < LEAST_CELLS:
        return
    most = STRETCHED * median([ratio for ratio, _, _ in found])
    if sum(ratio > most for ratio, _, _ in found) > max(MOST_WIDE * len(found), LEAST_WIDE):
        return  # letters of one width: the words say nothing
    heads = sum(ratio > most and block.role == "masthead" for ratio, _, block in found)
    for ratio, text, block in found:
        path = result.path_of(block)
        if block.role == "masthead" and heads > 1:
            continue  # its letters are spaced
        if ratio > most and not path.startswith("blocks"):
            yield LINE_WIDE.note(block.page, path=path, text=text[:60])
            if block.role == "masthead":
                yield LINE_WIDE.note(block.page, path="meetings", text=text[:60])


CHECKS = (wide,)
