"""Lines -> running text: words broken over lines rejoined, symbols and addresses without a blank at the break."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from extractor.layout.lines.model import Cell, Line, Mark

_OPEN_SYMBOL = re.compile(r"(?:^|[\s(\[])[A-Z][A-Za-z]*[A-Z0-9]?[A-Za-z0-9.()&-]*/[A-Za-z0-9./()_&-]*[./-]$|/$")
_SYMBOL_REST = re.compile(r"^[A-Z0-9(][A-Za-z0-9.()-]*(?:/|\d|[.,;)]|$)")
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_ADDRESS_REST = re.compile(r"^[\w%~#?&=+-]*[/._=?#&-][\w%~#?&=+./-]*")
_WORD_BREAK = re.compile(r"(?:^|[^\W\d_])[^\W\d_]+[-\u00ad\u2010]$")
_SUSPENDED = re.compile(r"(?:and|or|to|et|ou|y|o|e|u|и|или)\b")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CJK = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


#: Stands among a paper's words when its lines end in words broken by machine.
BY_MACHINE = "\u00ad"
#: A hyphen that was set only because the line ended.
SOFT = "\u00ad"
#: What a line may end with whose last word is broken.
HYPHENS = ("-", "\u2010")
#: So many words that are broken here and whole elsewhere show that a machine set the breaks.
LEAST_BREAKS = 3
#: Cells whose left edges differ by less than this many points stand in one column.
SAME_COLUMN = 6.0


class HasText(Protocol):
    """Anything with a text and footnote marks: a line, a cell."""

    @property
    def text(self) -> str: ...
    @property
    def marks(self) -> list[Mark]: ...


class Vocabulary:
    """The words of a paper in lower case, hyphened ones whole; `BY_MACHINE` among them where a machine set its breaks.

    A paper has some thousand words and few breaks, so words are looked for when one is asked for. The halves of a
    broken word are no words of the paper.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        parts: list[str] = []
        cut = False
        for line in lines:
            ends = line.text.endswith(HYPHENS)
            if cut or ends:
                parts += _HYPHENED.findall(line.text)[1 if cut else 0 : -1 if ends else None]
            else:
                parts.append(line.text)
            cut = ends
        self._text = "\n".join(parts).lower()
        self._by_machine: bool | None = None

    def __contains__(self, word: object) -> bool:
        if word == BY_MACHINE:
            if self._by_machine is None:
                self._by_machine = self._is_by_machine()
            return self._by_machine
        return isinstance(word, str) and self._holds(word)

    def _holds(self, word: str) -> bool:
        text, start = self._text, -1
        while word and (start := text.find(word, start + 1)) >= 0:
            before, after = text[max(0, start - 2) : start], text[start + len(word) : start + len(word) + 2]
            inside = before[-1:].isalpha() or (before[-1:] == "-" and before[:-1].isalpha())
            if not (inside or after[:1].isalpha() or (after[:1] == "-" and after[1:].isalpha())):
                return True
        return False

    def _is_by_machine(self) -> bool:
        broken = printed = 0
        for line, after in pairwise(self._lines):
            if line.text.endswith("-") and after.text[:1].islower():
                head, tail = _HYPHENED.findall(line.text)[-1:], _HYPHENED.findall(after.text)[:1]
                if head and tail:
                    broken += (head[0] + tail[0]).lower() in self
                    printed += f"{head[0]}-{tail[0]}".lower() in self
        return broken >= LEAST_BREAKS and broken > 2 * printed


def breaks_word(before: str, after: str, words: Container[str]) -> bool:
    """Whether the hyphen that ends a line only broke a word that goes on in the next.

    `words` are the words of the paper in lower case: `co-\\noperation` loses its hyphen only when the paper prints
    `cooperation` elsewhere and `co-operation` nowhere. UN papers are not hyphenated by machine, so a hyphen at a
    line's end is taken for printed otherwise, unless the paper's other breaks show that it was (`BY_MACHINE`).
    """
    if not after[:1].islower() or not _WORD_BREAK.search(before):
        return False
    head = re.split(r"[\s(“\"]", before[:-1])[-1].lower()
    match = re.match(r"[^\W\d_]+", after)
    tail = match[0].lower() if match else ""
    if f"{head}-{tail}" in words:
        return False
    return head + tail in words or (BY_MACHINE in words and not (head in words and tail in words))


def softened(lines: Sequence[Line], words: Container[str]) -> list[Line]:
    """The lines with hyphens that only broke words as soft ones, which `glue` drops.

    Each cell is followed down its column.
    """
    made: list[Line] = []
    for index, line in enumerate(lines):
        if any(cell.text.endswith(HYPHENS) for cell in line.cells):
            below = [cell for following in lines[index + 1 : index + 3] for cell in following.cells]
            cells = [_softened(cell, below, len(line.cells) == 1, words) for cell in line.cells]
            if cells != line.cells:
                line = line.with_cells(cells)
        made.append(line)
    return made


def _softened(cell: Cell, below: Sequence[Cell], alone: bool, words: Container[str]) -> Cell:
    """The cell with a soft hyphen at its end when the cell below it goes on with its last word."""
    if not cell.text.endswith(HYPHENS):
        return cell
    after = next((other for other in below if alone or abs(other.x0 - cell.x0) < SAME_COLUMN), None)
    if after is None or not breaks_word(cell.text, after.text, words):
        return cell
    return replace(cell, text=cell.text[:-1] + SOFT)


def glue(before: str, after: str) -> tuple[str, str]:
    """How two printed lines join: the first line's text without a soft hyphen, and what goes between."""
    if not before or not after:
        return before, ""
    last = before[-1]
    if last == SOFT:
        return before[:-1], ""
    if last == "-" and _SUSPENDED.match(after):
        return before, " "  # "science- and evidence-based"
    if last in "-\u2010–/" and len(before) > 1 and not before[-2].isspace():
        return before, ""
    if last > "\u2fff" and _CJK.match(last) and _CJK.match(after[0]):
        return before, ""
    word = before[before.rfind(" ") + 1 :]
    if len(word) > 4 and _OPEN_ADDRESS.search(word) and _ADDRESS_REST.match(after):
        return before, ""
    if last == "." and _OPEN_SYMBOL.search(before) and after[0].isdigit():
        return before, ""
    if after[0] == "/" and len(after) > 1 and after[1].isalnum() and before[-1].isalnum():
        return before, ""
    return before, " "


def join_lines(lines: Sequence[HasText]) -> tuple[str, list[Mark]]:
    """The running text of several lines and the footnote marks in it, offsets counted in that text."""
    text = ""
    marks: list[Mark] = []
    for line in lines:
        text, between = glue(text, line.text)
        if between and not line.text:
            between = ""
        base = len(text) + len(between)
        text += between + line.text
        if line.marks:
            marks += [Mark(mark.sign, base + mark.offset) for mark in line.marks]
    return text, marks
