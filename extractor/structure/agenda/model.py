"""Agenda items while they are put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.layout.blocks.model import Block
from extractor.layout.lines.model import Line
from extractor.reading.page import BBox
from extractor.records import Struct, field
from extractor.structure.documents.model import ListedDocument

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import BlockType


class Node(Struct):
    """One item: number path (`1(a)`; None when unnumbered), label, title, and what the annotations add.

    `block` is the entry or heading that it was made from, None where a row of a table gave it; `rule` is the rule that
    made it one. `heading` is its heading in the annotations, `heading_rule` the rule by which that was known.
    """

    number: str | None
    label: str | None
    title: str
    page: int
    bbox: BBox
    cluster: str | None = None
    children: list[Node] = field(default_factory=list)
    annotation: list[tuple[BlockType, Block]] = field(default_factory=list)  # (type, block)
    documents: list[ListedDocument] = field(default_factory=list)
    no_documentation: bool = False
    annotated: bool = False
    x0: float = 0.0
    block: Block | None = None
    lines: Sequence[Line] = ()  # of an item that a row of a table gave, its lines
    rule: str = ""
    heading: Block | None = None
    heading_rule: str = ""

    def walk(self) -> Iterator[Node]:
        """The item and all below it, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def holds(self, node: Node) -> bool:
        """Whether `node` is this very item or one below it."""
        return self is node or any(child.holds(node) for child in self.children)


class Parted(Struct, frozen=True):
    """A block whose title runs on into its text, and the two blocks that it is."""

    whole: Block
    title: Block
    text: Block


def walk(nodes: list[Node]) -> Iterator[Node]:
    """All items of a tree in printed order."""
    for node in nodes:
        yield from node.walk()
