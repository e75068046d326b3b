"""Checks of the letters and words of the text, and of the footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.diagnostics import FOOTNOTE_GAP, MIXED_LETTERS, WORD_PARTED, Note
from extractor.rules import rule
from extractor.structure.checks.result import Result

_HYPHENED = re.compile(r"(?<![\w/.-])([^\W\d_]{2,})-([^\W\d_]{2,})(?![\w/-])")
_MIXED = re.compile(r"[\u0620-\u064a][a-z][\u0620-\u064a]|[а-яё][a-z][а-яё]")


@rule("checks.text.parted", source="contract: words broken over lines are rejoined", otherwise=())
def parted(result: Result) -> Iterator[Note]:
    """A word that has a hyphen does not stand without it elsewhere."""
    blocks = [block for block in result.blocks if "-" in block.text]
    if not blocks:
        return
    known = {word for block in result.blocks for word in re.findall(r"[^\W\d_]{5,}", block.text.casefold())}
    for block in blocks:
        for found in _HYPHENED.finditer(block.text):
            if (found[1] + found[2]).casefold() in known and found[2].islower():
                yield WORD_PARTED.note(block.page, path=result.path_of(block), word=found[0])
                break


@rule("checks.text.mixed", source="fonts without names: letters of one script among those of another", otherwise=())
def mixed(result: Result) -> Iterator[Note]:
    """No word of one script has a letter of another in its middle."""
    for block in result.blocks:
        if found := _MIXED.search(block.text):
            yield MIXED_LETTERS.note(block.page, path=result.path_of(block), text=found[0])


@rule("checks.text.footnotes", source="contract 1.1: numbers that skip or repeat", otherwise=())
def footnotes(result: Result) -> Iterator[Note]:
    """The numbers of footnotes do not skip."""
    numbers = [(at, int(one.marker)) for at, one in enumerate(result.agenda.footnotes) if one.marker.isdecimal()]
    for (_, above), (at, below) in pairwise(numbers):
        if below > above + 1:
            page = result.agenda.footnotes[at].page
            yield FOOTNOTE_GAP.note(page, path=f"footnotes[{at}]", number=above + 1)


CHECKS = (parted, mixed, footnotes)
