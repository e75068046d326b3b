"""Blocks: paragraphs, headings, list entries and tables, with the label at their head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.built import compiled
from extractor.grammar.numbering import Label, read_label
from extractor.layout.lines.model import Line, Mark, box_of
from extractor.layout.tables.model import Table
from extractor.layout.text import join_lines
from extractor.lexicon.words import months_everywhere
from extractor.reading.page import BBox
from extractor.records import Struct
from extractor.rules import rule

#: What leaders are made of.
_DOTS = (".", "…", "·")
# From the first dot of a run only, and giving none back: a line of dots with words behind it would take for ever.
_LEADER = compiled(r"(?<![.…·\s])\s*+(?:[.…·]\s*+){4,}+(?:[\d–-]++\s++)?(\d{1,4}(?:[–-]\d{1,4})?|[ivx]{1,5}|X)?\s*+$")
#: Numbers of paragraphs in a column of their own: `5`, `6–10`.
_NUMBERS = compiled(r"\d{1,4}(?:[–-]\d{1,4})?")
#: A word with a capital; the two letters of a post box (`01 BP 1234`) are none.
_CAPITALIZED = compiled(r"[A-ZÀ-ÞЀ-Я][^\W\d_]{2,}")


#: `10.00`, `15.30`
_HOUR = compiled(r"(?:1?\d|2[0-3])\.[0-5]\d\.?")


class Block(Struct, eq=False):
    """Lines that belong together, with their text and the label at its head. Two of them are never the same."""

    lines: list[Line]
    text: str
    marks: list[Mark]
    label: Label | None
    gap: float = 0.0  # space above in points, measured between baselines less the usual pitch
    table: Table | None = None
    leader: bool = False  # ended in dots and a page number: an entry of a contents page
    rule: str = ""  # the name of the rule that began it; none at the head of a paper, page or table
    _bbox: BBox | None = None

    @property
    def body(self) -> str:
        """The text without its label."""
        return self.text[self.label.length :].lstrip() if self.label else self.text

    @property
    def page(self) -> int:
        """The page on which the block begins."""
        return self.lines[0].page

    @property
    def x0(self) -> float:
        """Left edge of the first line."""
        return self.lines[0].x0

    @property
    def text_x(self) -> float:
        """Left edge of the text behind the label, of the continuation lines where there are any."""
        first = self.lines[0]
        if self.label and len(first.cells) > 1 and len(first.cells[0].text) <= self.label.length + 1:
            return first.cells[1].x0
        if self.label and len(self.lines) > 1:
            return max(self.lines[1].x0, first.x0)
        return first.x0

    @property
    def size(self) -> float:
        """Type size of the first line."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all its lines are bold."""
        return not [line for line in self.lines if not line.bold]

    @property
    def italic(self) -> bool:
        """Whether all its lines are italic."""
        return not [line for line in self.lines if not line.italic]

    @property
    def bbox(self) -> BBox:
        """The box around its lines on its first page."""
        if self._bbox is None:  # asked for by what is sorted, by its text and by all that it mentions
            self._bbox = box_of(self.lines, self.page)
        return self._bbox


def leader_of(text: str) -> re.Match[str] | None:
    """The dots at the end of a contents entry, with the page number behind them."""
    last = max(map(text.rfind, _DOTS))
    # Most texts end in one stop, or have none; to look at each sign of them takes long.
    return _LEADER.search(text) if last > 0 and text[:last].rstrip().endswith(_DOTS) else None


def make_block(lines: list[Line], gap: float = 0.0, rule: str = "") -> Block:
    """A block of the given lines; the label is read, leaders and the page number behind them are cut."""
    text, marks = join_lines(lines)
    leader = leader_of(text)
    if leader and len(lines) > 1 and paragraph_column.applies(lines):
        text, marks = join_lines([*map(_without_last, lines[:-1]), lines[-1]])
        leader = leader_of(text)
    if leader:
        text = text[: leader.start()].rstrip()
        marks = [mark for mark in marks if mark.offset <= len(text)]
    return Block(lines, text, marks, line_label(lines[0]), gap, None, bool(leader), rule)


@rule("blocks.paragraph_column", source="catalogue 2: contents pages whose first line ends in paragraph numbers")
def paragraph_column(lines: Sequence[Line]) -> bool:
    """A wrapped contents entry has its paragraph numbers at the end of its first line, in a cell of their own."""
    cells = lines[0].cells
    return len(cells) > 1 and _NUMBERS.fullmatch(cells[-1].text) is not None


def _without_last(line: Line) -> Line:
    """A line without its last cell where that holds nothing but numbers."""
    numbers = len(line.cells) > 1 and _NUMBERS.fullmatch(line.cells[-1].text) is not None
    return line.with_cells(line.cells[:-1]) if numbers else line


@rule(
    "blocks.bare_label", source="`12 delegations`, `I Introduction`: a number without a stop is a word of its sentence"
)
def is_word(line: Line, label: Label) -> bool:
    """A bare number counts as a label only in a cell of its own, or behind a word such as `Item`."""
    if not label.bare or label.item or with_zero.applies(line.text, label):
        return False
    return len(line.cells) < 2 or line.cells[0].text.strip() != label.printed


@rule("blocks.zero_label", source="lists numbered `01 Opening`, `02 Lamps`: nobody counts delegations with a zero")
def with_zero(text: str, label: Label) -> bool:
    """A number with a zero before it is a label before a capital, unless the word is a month: `04 March 2033`."""
    if label.printed[0] != "0" or label.form != "arabic":
        return False
    word = _CAPITALIZED.match(text, label.length)
    return word is not None and word[0].lower() not in months_everywhere()


@rule("blocks.hour_label", source="Spanish and English papers: `a las` / `10.00 horas`, `at` / `10.00 hours`")
def is_hour(text: str, label: Label) -> bool:
    """A number with two digits behind its point before a word in small letters is an hour and no label."""
    return _HOUR.fullmatch(label.printed) is not None and text[label.length :].lstrip()[:1].islower()


def line_label(line: Line) -> Label | None:
    """The label at the head of a line."""
    label = read_label(line.text)
    if label is None or is_word.applies(line, label) or is_hour.applies(line.text, label):
        return None
    return label


def table_block(lines: Sequence[Line], table: Table) -> Block:
    """The block of a table: all its lines, with the table as it was read."""
    text, marks = join_lines(lines)
    return Block(list(lines), text, marks, None, 0.0, table)
