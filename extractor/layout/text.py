"""Lines -> running text: words broken over lines rejoined, symbols and addresses without a space at the break."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from extractor.layout.lines.model import Cell, Line, Mark
from extractor.rules import rule

_OPEN_SYMBOL = re.compile(r"(?:^|[\s(\[])[A-Z][A-Za-z0-9.()&-]{0,60}/[A-Za-z0-9./()_&-]{0,80}[./-]$|/$")
#: So much of the end of a text is looked at for a symbol that goes on.
_LONGEST_SYMBOL = 160
#: So much of the end of a text says how the next line joins it: more than any symbol or address has.
_LONGEST_END = 1_000
_ADDRESS = re.compile(r"https?://|www\.")
_ADDRESS_REST = re.compile(r"^[\w%~#?&=+-]*[/._=?#&-][\w%~#?&=+./-]*")
_WORD_BREAK = re.compile(r"(?:^|[^\W\d_])[^\W\d_][-\u00ad\u2010]$")
_SUSPENDED = re.compile(r"(?:and|or|to|et|ou|y|o|e|u|и|или)\b")
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CJK = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
#: How far the full-width signs are from the plain ones; letters and digits of both; signs between them in symbols.
_WIDER = 0xFEE0
_WIDE_SOME = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_WIDE = {code: code - _WIDER for first, last in ("０９", "ＡＺ", "ａｚ") for code in range(ord(first), ord(last) + 1)}
_WIDE_SIGN = re.compile(r"(?<=[A-Za-z0-9)])[／．－](?=[A-Za-z0-9(])")

#: Stands among a paper's words when its lines end in words broken by machine.
BY_MACHINE = "\u00ad"
#: A hyphen that was set only because the line ended.
SOFT = "\u00ad"
#: What a line may end with whose last word is broken.
HYPHENS = ("-", "\u2010")


@dataclass(frozen=True, slots=True)
class TextSettings:
    """Thresholds of how lines join to text."""

    #: So many words that are broken here and whole elsewhere show that a machine set the breaks ...
    least_breaks: int = 3
    #: ... if they are more than so many times those that are printed with their hyphen elsewhere.
    more_breaks: float = 2.0
    #: Cells whose left edges differ by less than this many points stand in one column.
    same_column: float = 6.0
    #: The rest of a broken word stands at most so many lines below.
    lines_below: int = 2
    #: No address has fewer characters.
    least_address: int = 5


TEXT = TextSettings()


class HasText(Protocol):
    """Anything with a text and footnote marks: a line, a cell."""

    @property
    def text(self) -> str:
        """Its text."""
        ...

    @property
    def marks(self) -> list[Mark]:
        """The footnote marks in it."""
        ...


class Vocabulary:
    """The words of a paper in lower case, those with hyphens whole; also `BY_MACHINE` where a machine set its breaks.

    Most papers have no word that may be broken, so the words are taken out when one is first asked for. The halves of
    a broken word are no words of the paper.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    def __contains__(self, word: object) -> bool:
        return self._by_machine if word == BY_MACHINE else word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        parts: list[str] = []
        cut = False
        for line in self._lines:
            ends = line.text.endswith(HYPHENS)
            if cut or ends:
                parts += _HYPHENED.findall(line.text)[1 if cut else 0 : -1 if ends else None]
            else:
                parts.append(line.text)
            cut = ends
        return frozenset(_HYPHENED.findall("\n".join(parts).lower()))

    @cached_property
    def _by_machine(self) -> bool:
        broken = printed = 0
        for line, after in pairwise(self._lines):
            if line.text.endswith("-") and after.text[:1].islower():
                head, tail = _HYPHENED.findall(line.text)[-1:], _HYPHENED.findall(after.text)[:1]
                if head and tail:
                    broken += (head[0] + tail[0]).lower() in self
                    printed += f"{head[0]}-{tail[0]}".lower() in self
        return broken >= TEXT.least_breaks and broken > TEXT.more_breaks * printed


@rule("text.printed_hyphen", source="UN spelling: `twenty-third`, `co-operation` in old papers")
def is_printed(head: str, tail: str, words: Container[str]) -> bool:
    """A hyphen that the paper prints in this word elsewhere is kept."""
    return f"{head}-{tail}" in words


@rule("text.broken_word", source="papers broken by hand: `co-` / `operation`, printed as one word elsewhere")
def is_whole_elsewhere(head: str, tail: str, words: Container[str]) -> bool:
    """A hyphen that the paper does not print in this word elsewhere only broke it."""
    return head + tail in words


@rule("text.by_machine", source="papers of agencies that are hyphenated by their word processor")
def is_by_machine(head: str, tail: str, words: Container[str]) -> bool:
    """Where a machine set the breaks, a hyphen only broke the word if its halves are not words themselves."""
    return BY_MACHINE in words and not (head in words and tail in words)


def breaks_word(before: str, after: str, words: Container[str]) -> bool:
    """Whether the hyphen that ends a line only broke a word that goes on in the next.

    `words` are the words of the paper in lower case. UN papers are not hyphenated by machine, so a hyphen at a line's
    end is taken for printed, unless the paper's other words or breaks show that it was not (`BY_MACHINE`).
    """
    if not after[:1].islower() or not _WORD_BREAK.search(before):
        return False
    head = _HYPHENED.findall(before[:-1])[-1].lower()
    match = re.match(r"[^\W\d_]+", after)
    tail = match[0].lower() if match else ""
    if is_printed.applies(head, tail, words):
        return False
    return is_whole_elsewhere.applies(head, tail, words) or is_by_machine.applies(head, tail, words)


def softened(lines: Sequence[Line], words: Container[str]) -> list[Line]:
    """The lines with hyphens that only broke words as soft ones, which `glue` drops.

    Each cell is followed down its column.
    """
    made: list[Line] = []
    for index, line in enumerate(lines):
        if any(cell.text.endswith(HYPHENS) for cell in line.cells):
            following = lines[index + 1 : index + 1 + TEXT.lines_below]
            below = [cell for other in following for cell in other.cells]
            cells = [_softened(cell, below, len(line.cells) == 1, words) for cell in line.cells]
            if cells != line.cells:
                line = line.with_cells(cells)
        made.append(line)
    return made


def _softened(cell: Cell, below: Sequence[Cell], alone: bool, words: Container[str]) -> Cell:
    """The cell with a soft hyphen at its end when the cell below it goes on with its last word."""
    if not cell.text.endswith(HYPHENS):
        return cell
    after = next((other for other in below if alone or abs(other.x0 - cell.x0) < TEXT.same_column), None)
    if after is None or not breaks_word(cell.text, after.text, words):
        return cell
    return replace(cell, text=cell.text[:-1] + SOFT)


@rule("text.suspended", source="`science- and evidence-based`: the word goes on behind the joiner")
def is_suspended(after: str) -> bool:
    """A hyphen before a joiner is followed by a space."""
    return _SUSPENDED.match(after) is not None


@rule("text.hyphen", source="compounds, ranges and symbols break behind their hyphen or slash")
def is_inner(before: str) -> bool:
    """A hyphen, dash or slash at the end of a word joins it to what follows."""
    return len(before) > 1 and not before[-2].isspace()


@rule("text.chinese", source="Chinese has no spaces and breaks anywhere")
def is_chinese(last: str, following: str) -> bool:
    """Between two Chinese characters there is no space."""
    return _CJK.match(last) is not None and _CJK.match(following) is not None


@rule("text.address", source="addresses of documents break behind a slash, a dot or before one")
def is_address(word: str, after: str) -> bool:
    """An address goes on without a space."""
    return _ADDRESS.search(word) is not None and _ADDRESS_REST.match(after) is not None


@rule("text.symbol", source="`CTOC/COP/WG.` / `9/2031/3`: symbols break behind a dot")
def is_open_symbol(before: str, after: str) -> bool:
    """A symbol that ends in a dot goes on without a space where a digit follows."""
    return after[0].isdigit() and _OPEN_SYMBOL.search(before, max(0, len(before) - _LONGEST_SYMBOL)) is not None


@rule("text.slash", source="`A/CONF.999` / `/2031/2`: symbols break before a slash")
def is_slashed(before: str, after: str) -> bool:
    """A slash at the head of a line joins what follows to the last word."""
    return len(after) > 1 and after[1].isalnum() and before[-1].isalnum()


def glue(before: str, after: str) -> tuple[str, str]:
    """How two printed lines join: the first line's text without a soft hyphen, and what goes between."""
    if not before or not after:
        return before, ""
    last = before[-1]
    if last == SOFT:
        return before[:-1], ""
    if last == "-" and is_suspended.applies(after):
        return before, " "
    word = before[before.rfind(" ") + 1 :]
    joined = (
        (last in "-\u2010–/" and is_inner.applies(before))
        or (last > "\u2fff" and is_chinese.applies(last, after[0]))
        or (len(word) >= TEXT.least_address and is_address.applies(word, after))
        or (last == "." and is_open_symbol.applies(before, after))
        or (after[0] == "/" and is_slashed.applies(before, after))
    )
    return before, "" if joined else " "


def join_lines(lines: Sequence[HasText]) -> tuple[str, list[Mark]]:
    """The running text of several lines and the footnote marks in it, offsets counted in that text."""
    text, starts = join_at(lines)
    marks = [
        Mark(mark.sign, base + mark.offset) for base, line in zip(starts, lines, strict=True) for mark in line.marks
    ]
    return text, marks


def join_at(lines: Sequence[HasText]) -> tuple[str, list[int]]:
    """The running text of several lines, and where each of them begins in it."""
    text, starts = run_on([line.text for line in lines])
    return narrowed(text), starts


def run_on(texts: Iterable[str]) -> tuple[str, list[int]]:
    """Printed lines as one running text, and where each of them begins in it."""
    parts: list[str] = []
    starts: list[int] = []
    end, length = "", 0
    for text in texts:
        kept, between = glue(end, text)
        if len(kept) < len(end):  # a soft hyphen goes
            parts[-1] = parts[-1][:-1]
            length -= 1
        starts.append(length + len(between))
        if text:
            parts += (between, text)
            length += len(between) + len(text)
            end = (kept + between + text)[-_LONGEST_END:]
    return "".join(parts), starts


def narrowed(text: str) -> str:
    """The text with plain letters and digits for full-width ones, and the signs of symbols between them: as long.

    Only whole texts are changed: a line that breaks between two full-width signs joins without a space.
    """
    if text.isascii() or not is_wide.applies(text):
        return text
    return _WIDE_SIGN.sub(lambda sign: chr(ord(sign[0]) - _WIDER), text.translate(_WIDE))


@rule("text.full_width", source="Chinese typists: symbols, numbers and dates in full-width characters")
def is_wide(text: str) -> bool:
    """Full-width letters or digits are read as plain ones."""
    return _WIDE_SOME.search(text) is not None
