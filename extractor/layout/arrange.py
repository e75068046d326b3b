"""Pages -> a paper: furniture aside, footnotes out, body lines in reading order with what is usual in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractor.layout.blocks import Measures, body_size_of, measure
from extractor.layout.footnotes import Footnote, take_footnotes
from extractor.layout.furniture import Sheet, sheets_of
from extractor.layout.lines import Line
from extractor.layout.text import BY_MACHINE, soften
from extractor.reading.page import Page, Rule

#: So many words that are broken here and whole elsewhere show that a machine set the breaks.
LEAST_BREAKS = 3
#: A page may have so many letters turned by a quarter as labels in its margins (job number, bar code, address).
MARGIN_LETTERS = 120
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(slots=True)
class Paper:
    """A paper as laid out. `lines` are the body lines of all sheets one after the other."""

    sheets: list[Sheet]
    lines: list[Line]
    footnotes: list[Footnote]
    measures: Measures
    rules: dict[int, list[Rule]] = field(default_factory=dict)
    sideways: list[int] = field(default_factory=list)  # numbers of the pages with text turned by a quarter, left out


def arrange(pages: Iterable[Page]) -> Paper:
    """Lay the pages out. The pages' spans are let go: lines carry all that is needed further on."""
    read = list(pages)
    sheets = sheets_of(read)
    size = body_size_of([line for sheet in sheets for line in sheet.body])
    footnotes = take_footnotes(sheets, size)
    lines = [line for sheet in sheets for line in sheet.body]
    rules = {page.number: _as_read(page) for page in read}
    sideways = [page.number for page in read if _sideways_letters(page) >= MARGIN_LETTERS]
    for page in read:
        page.spans = []
    words = _vocabulary(lines)
    if words:
        soften(lines, words)
        for note in footnotes:
            soften(note.lines, words)
    return Paper(sheets, lines, footnotes, measure(lines), rules, sideways)


def _sideways_letters(page: Page) -> int:
    return sum([len(span.text) for span in page.spans if span.sideways])


def _as_read(page: Page) -> list[Rule]:
    """The rules of a page; on a right-to-left one x runs from the right edge, as it does in its lines."""
    if not page.rtl:
        return page.rules
    return [replace(rule, x0=page.width - rule.x1, x1=page.width - rule.x0) for rule in page.rules]


def _vocabulary(lines: list[Line]) -> frozenset[str]:
    """Words of the paper in lower case, when some line ends in a hyphen that may only break a word."""
    if not any(line.text.endswith(("-", "\u2010")) for line in lines):
        return frozenset()
    found: list[str] = []
    whole: list[str] = []
    cut = False
    for line in lines:
        ends = line.text.endswith(("-", "\u2010"))
        if cut or ends:  # the halves of a broken word are no words of the paper
            found += _WORD.findall(line.text.lower())[1 if cut else 0 : -1 if ends else None]
        else:
            whole.append(line.text)
        cut = ends
    words = {*found, *_WORD.findall("\n".join(whole).lower())}
    broken = printed = 0
    for line, after in pairwise(lines):
        if line.text.endswith("-") and after.text[:1].islower():
            head, tail = _WORD.findall(line.text)[-1:], _WORD.findall(after.text)[:1]
            if head and tail:
                broken += (head[0] + tail[0]).lower() in words
                printed += f"{head[0]}-{tail[0]}".lower() in words
    if broken >= LEAST_BREAKS and broken > 2 * printed:
        words.add(BY_MACHINE)
    return frozenset(words)
