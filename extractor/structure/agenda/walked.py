"""Where the walk through the annotations stands, and the items they may speak of."""

from __future__ import annotations

from extractor.grammar.numbering import Label
from extractor.layout.blocks.model import Block
from extractor.rules import rule
from extractor.structure.agenda.model import Node, walk
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.titles import key
from extractor.structure.typeface import Face


class Walked:
    """The items of the list by number and title, the item whose text is read, and how headings are set.

    Attributes:
        titled: all items with a title; `unnumbered` are those of them without a number.
        current: the item whose text is read.
        face: the type of the headings of the first level.
        run_in: whether a title ran on into its text.
        over: whether another part of the paper has begun behind the annotations.
        part: the heading of the annotations, None where they have none.
    """

    def __init__(self, items: list[Node], body_size: float) -> None:
        self.items, self.body_size = items, body_size
        every = list(walk(items))
        # Each heading is compared with each of these.
        self.titled = [node for node in every if key(node.title)]
        self.unnumbered = [node for node in self.titled if node.number is None]
        self.by_number: dict[str, list[Node]] = {}
        for node in every:
            if node.number:
                self.by_number.setdefault(node.number, []).append(node)
        self.by_title: dict[str, Node] = {}
        for node in self.titled:
            if len(key(node.title)) >= SETTINGS.prefix:
                self.by_title.setdefault(key(node.title), node)
        self.by_block = {node.block: node for top in items for node in walk(top.children) if node.block is not None}
        self.first_words = {first_word(node.title) for node in self.titled}
        self.clusters = {key(node.cluster) for node in every if node.cluster}
        self.current: Node | None = None
        self.face: Face | None = None
        self.run_in = False
        self.over = False
        self.part: Block | None = None

    def numbered(self, number: str) -> Node | None:
        """The item of that number, the last where several have it and none is to come."""
        nodes = self.by_number.get(number, [])
        return next_segment.applies(nodes) or (nodes[-1] if nodes else None)

    def labelled(self, label: Label) -> Node | None:
        """The item that a number at the head of a text may name; `Item 2 (a)` names item 2 where there is no 2 (a)."""
        return self.numbered(label.path) or (self.numbered(label.value) if label.item else None)

    def lettered(self, label: Label) -> list[Node]:
        """The items below the one that is read that a letter, small Roman numeral or number in brackets may name."""
        letters = label.form in ("letter", "roman") and not label.value.isupper()
        top = self.top() if letters or label.is_closed_number else None
        ending = f"({label.value})"
        return [node for node in top.walk() if node.number and node.number.endswith(ending)] if top else []

    def top(self) -> Node | None:
        """The item of the first level whose text, or that of one below it, is read."""
        current = self.current
        return next((root for root in self.items if root.holds(current)), None) if current is not None else None

    def comes_later(self, node: Node) -> bool:
        """Whether an item stands behind the one that is read."""
        if self.current is None:
            return True
        return next(one for one in walk(self.items) if one is node or one is self.current) is self.current


def first_word(text: str) -> str:
    """The first word of a text, folded as far as costs little: most texts do not begin like any title."""
    return text[:40].casefold().partition(" ")[0].rstrip(".:;,")


@rule("annotations.next_segment", source="catalogue 2.2: segments that number their items anew", otherwise=None)
def next_segment(nodes: list[Node]) -> Node | None:
    """Of several items of one number, the first that has no annotation yet."""
    return next((node for node in nodes if not node.annotated), None)
