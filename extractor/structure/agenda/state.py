"""Where the reading of a list stands: what has been read, and what that says of the next entry."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cached_property
from typing import Literal

from extractor.grammar.numbering import Label
from extractor.layout.blocks.model import Block
from extractor.records import Struct, field
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.typeface import Face

#: How the entries of the first level are numbered: 1, 2, 3; I, II, III; A, B, C.
Style = Literal["number", "roman", "capital"]


class State(Struct, dict=True):
    """A run of entries while it is read.

    `picked`: its items are picked from a longer agenda and keep their numbers; `tabled`: entries of tables that have a
    column of papers, so that codes in titles are mentions. `stack` holds the open item of each
    level, `levels` the last label of each; `lines` are the entries of the first level without a number.
    """

    blocks: Sequence[Block]
    start: int
    picked: bool = False
    style: Style = "number"
    tabled: Container[Block] = ()
    cluster: str | None = None
    items: list[Node] = field(default_factory=list)
    stack: list[Node] = field(default_factory=list)
    levels: list[str] = field(default_factory=list)
    lines: list[Block] = field(default_factory=list)
    entries: int = 0
    sentences: int = 0
    gaps: list[str] = field(default_factory=list)
    documents: list[tuple[Node, list[Block]]] = field(default_factory=list)

    @cached_property
    def face(self) -> Face:
        """The type of the first entry, which each block is compared with."""
        return Face.of(self.entry)

    @property
    def entry(self) -> Block:
        """The first entry: the others are set like it."""
        return self.blocks[self.start]

    @property
    def slashed(self) -> bool:
        """Whether the numbers of the list have slashes: `1/`, `2/`."""
        label = self.entry.label
        return label is not None and label.is_slashed

    @property
    def contents(self) -> bool:
        """Whether the run is a contents page: its entries end in leaders and page numbers."""
        return self.entry.leader

    def numbers(self, label: Label | None) -> bool:
        """Whether a label is that of a first-level entry of this list: with a slash only where the first has one."""
        if self.style != "number":
            return in_style(label, self.style)
        if label is not None and label.is_slashed and not self.slashed:
            return False
        return numbered(label)

    def add(self, level: int, node: Node) -> None:
        """Hang an item on the open item above its level."""
        level = min(level, len(self.stack))
        self.stack[level - 1].children.append(node)
        self.stack = [*self.stack[:level], node]


def numbered(label: Label | None) -> bool:
    """Whether a label is that of a first-level entry: a number, plain or decimal, without a letter behind it."""
    return label is not None and label.form in ("arabic", "decimal") and not label.parts


def in_style(label: Label | None, style: Style) -> bool:
    """Whether a label is a Roman figure, or a capital letter, which may be one as well: C, I."""
    if label is None or label.item or not label.value.isupper():
        return False
    return label.form == "roman" or (label.form == "capital" and style == "capital")


def same_edge(one: float, other: float) -> bool:
    """Whether two left edges are those of entries of one level."""
    return abs(one - other) < SETTINGS.same_edge
