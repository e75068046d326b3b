"""The item tree while it is being built: what the list and the annotations contribute to one item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.layout.blocks.model import Block
from extractor.reading.page import BBox
from extractor.structure.words import is_heading

_STOPS = ".:;,。；：،؛"
_FINAL = re.compile(rf"(?:\s*[;,]\s*(?:and|et|y|и|و))?[\s{_STOPS}]+$")
_AND = re.compile(r";\s*(?:and|et|y|и)$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.[A-Z]\.|\betc\.|\bInc\.|\bNo\.)$")


@dataclass(slots=True)
class ListedDocument:
    """A document listed for an item or for the paper.

    Its title as printed (None for a bare code), its symbols, where it stands.
    """

    title: str | None
    symbols: list[str]
    page: int
    bbox: BBox


@dataclass(slots=True)
class Node:
    """One item: number path (`1(a)`; None when unnumbered), label, title, and what the annotations add."""

    number: str | None
    label: str | None
    title: str
    page: int
    bbox: BBox
    cluster: str | None = None
    children: list[Node] = field(default_factory=list)
    annotation: list[tuple[str, Block]] = field(default_factory=list)  # (type, block)
    documents: list[ListedDocument] = field(default_factory=list)
    no_documentation: bool = False
    annotated: bool = False
    from_annotations: bool = False
    x0: float = 0.0

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()

    def holds(self, node: Node) -> bool:
        """Whether `node` is this very item or one below it."""
        return self is node or any(child.holds(node) for child in self.children)


def opens_annex(block: Block) -> bool:
    """Whether a block is the heading of an annex: its title may stand close below `Annex II`."""
    return is_heading(block.lines[0].text, "annex")


def walk(nodes: list[Node]) -> Iterator[Node]:
    """All items of a tree in printed order."""
    for node in nodes:
        yield from node.walk()


def clean_title(text: str) -> str:
    """A title without final stop, colon, semicolon or `; and`; abbreviations keep their stop."""
    text = text.strip()
    while text[-1:] in _STOPS or ";" in text:
        shorter = _AND.sub("", text)
        if shorter == text and not _ABBREVIATION.search(text):
            shorter = _FINAL.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text
