"""Checks of the letters and words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.built import compiled
from extractor.diagnostics import MIXED_LETTERS, WORD_PARTED, Note
from extractor.rules import rule
from extractor.structure.checks.result import Result

_HYPHENED = compiled(r"(?<![\w/.-])([^\W\d_]{2,})-([^\W\d_]{2,})(?![\w/-])")
_MIXED = compiled(r"[\u0620-\u064a][a-z][\u0620-\u064a]|[а-яё][a-z][а-яё]")


@rule("checks.text.parted", source="contract: words broken over lines are rejoined", otherwise=())
def parted(result: Result) -> Iterator[Note]:
    """A word of a value that has a hyphen does not stand without it elsewhere."""
    hyphened = [
        (block, path, found)
        for block in result.blocks
        if "-" in block.text and not (path := result.path_of(block)).startswith("blocks")
        for found in _HYPHENED.finditer(block.text)
        if found[2].islower()
    ]
    if not hyphened:
        return
    whole = "\n".join(block.text for block in result.blocks).casefold()
    named = set()
    for block, path, found in hyphened:
        word = (found[1] + found[2]).casefold()
        if word in whole and block.id not in named and re.search(rf"(?<![^\W\d_]){word}(?![^\W\d_])", whole):
            named.add(block.id)
            yield WORD_PARTED.note(block.page, path=path, word=found[0])


@rule("checks.text.mixed", source="fonts without names: letters of one script among those of another", otherwise=())
def mixed(result: Result) -> Iterator[Note]:
    """No word of one script has a letter of another in its middle."""
    for block in result.blocks:
        if not block.text.isascii() and (found := _MIXED.search(block.text)):
            yield MIXED_LETTERS.note(block.page, path=result.path_of(block), text=found[0])


CHECKS = (parted, mixed)
