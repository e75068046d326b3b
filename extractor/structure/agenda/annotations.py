"""Annotations: the text on each item, matched to the list by number and title (format catalogue 3).

Paragraph numbers are not item numbers: a heading is short, is no sentence, and its words are those of a list item, or
its face is that
of the item headings. Where there is no list the tree is rebuilt from the headings (family F4).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.grammar.numbering import Label
from extractor.layout.blocks.model import Block
from extractor.model import BlockType
from extractor.structure.agenda.model import Node, walk
from extractor.structure.agenda.rebuilt import block_type
from extractor.structure.agenda.run_in import Parted, part_at, part_at_face, stops_of
from extractor.structure.agenda.titles import ALIKE, ITEM_SUFFIX, PREFIX, alike, key
from extractor.structure.vocabulary import is_heading, is_prose

_SEVERAL = re.compile(
    r"^(?:agenda\s+)?items\s+(?P<first>\d{1,3})\s*(?:(?P<range>to|[-–])|and|,)\s*(?P<rest>[\d,\s]*(?:and\s+)?\d{1,3})[.:]?\s*",
    re.IGNORECASE,
)

#: A text as like an item's title as this is the title itself, with stops in it.
WHOLE = 0.97
#: A heading has at most this many times the letters of the item's title.
LONGER = 1.3
#: A title that runs on into its text ends within this many characters.
FURTHEST_STOP = 300


@dataclass(slots=True)
class Annotated:
    """What the annotations gave: headings that match no item, text before the first, titles that ran on into text."""

    items: list[Node]
    unmatched: list[Block] = field(default_factory=list)
    introduction: list[Block] = field(default_factory=list)
    parted: list[Parted] = field(default_factory=list)


class Annotator:
    """Walks the blocks after the list and hands each to the item it speaks of."""

    def __init__(self, items: list[Node], body_size: float) -> None:
        self.items = items
        self.body_size = body_size
        self.by_number: dict[str, list[Node]] = {}
        every = list(walk(items))
        # Each heading is held against each of these: all with a title, and those of them without a number.
        self.titled = [node for node in every if key(node.title)]
        self.unnumbered = [node for node in self.titled if node.number is None]
        for node in every:
            if node.number:
                self.by_number.setdefault(node.number, []).append(node)
        self.by_title: dict[str, Node] = {}
        for node in self.titled:
            if len(key(node.title)) >= PREFIX:
                self.by_title.setdefault(key(node.title), node)
        self.result = Annotated(items)
        self.run_on = False  # a title ran on into its text
        self.current: Node | None = None
        self.face: tuple[bool, bool, int] | None = None  # of first-level headings
        self.clusters = {key(node.cluster) for node in every if node.cluster}

    def run(self, blocks: Sequence[Block]) -> Annotated:
        at = 0
        while at < len(blocks):
            at += self._take(blocks, at)
        return self.result

    def _numbered(self, number: str) -> Node | None:
        """The item of that number; where segments number their items anew, the first that has no annotation yet."""
        nodes = self.by_number.get(number, [])
        return next((node for node in nodes if not node.annotated), nodes[-1] if nodes else None)

    def _take(self, blocks: Sequence[Block], at: int) -> int:
        block = blocks[at]
        if block.table:
            self._add("table", block)
            return 1
        if is_heading(block.text, "annotations"):
            return 1
        if key(block.text) in self.clusters or (block.label and key(block.body) in self.clusters):
            self.current = None
            return 1
        if self._take_run_in(block):
            return 1
        taken = self._heading(blocks, at)
        if taken:
            return taken
        if self._ends_item(block):
            self.current = None
            self.result.unmatched.append(block)
            return 1
        self._add(block_type(block, self.body_size), block)
        return 1

    # ---- headings ----------------------------------------------------------------------------------------------------

    def _heading(self, blocks: Sequence[Block], at: int) -> int:
        """Blocks that make the heading of an item, 0 when the block is none."""
        block = blocks[at]
        if block.leader or len(block.text) > 600:
            return 0
        node, used = self._match(blocks, at)
        if node is None:
            return 0
        if node.annotated and node is self.current:
            return 0
        self._open(node, block)
        return used

    def _open(self, node: Node, block: Block) -> None:
        """Begin the text of an item under its heading."""
        self.current = node
        node.annotated = True
        if node in self.items:
            self.face = self.face or (block.bold, block.italic, round(block.size))

    def _match(self, blocks: Sequence[Block], at: int) -> tuple[Node | None, int]:
        block = blocks[at]
        several = _SEVERAL.match(block.text)
        if several:
            node = self._numbered(several["first"])
            if node and not is_prose(block.text[several.end() :]):
                return node, 1
        label = block.label
        if label and label.form in ("arabic", "decimal"):
            node, used = self._match_numbered(blocks, at, label)
            if node is not None:
                return node, used
        if label and label.form in ("letter", "roman") and self.current is not None and not label.value.isupper():
            node = self._child(label, block)
            if node is not None:
                return node, 1
        suffix = ITEM_SUFFIX.search(block.text)
        if suffix and not is_prose(block.text) and not is_heading(block.text, "documentation"):
            parts = "".join(f"({p})" for p in re.findall(r"[a-z]+", (suffix["parts"] or "").lower()))
            node = self._numbered(suffix["number"] + parts) or self._numbered(suffix["number"])
            if node:
                return node, 1
        if label and label.form in ("arabic", "decimal"):
            return None, 0
        return self._match_unnumbered(block), 1

    def _match_numbered(self, blocks: Sequence[Block], at: int, label: Label) -> tuple[Node | None, int]:
        block = blocks[at]
        node = self._numbered(label.path) or (self._numbered(label.value) if label.item else None)
        title, used = block.body, 1
        if node is None:
            return None, 0
        if not title and at + 1 < len(blocks) and not blocks[at + 1].table:
            after = blocks[at + 1]
            if alike(after.text, node.title) >= ALIKE or (after.bold and not is_prose(after.text)):
                title, used = after.text, 2
            elif label.item:
                return node, 1
        whole = alike(title, node.title)
        if whole < 1.0 and at + used < len(blocks):
            # a heading set in several blocks (over a page, with a wide gap)
            after = blocks[at + used]
            longer = f"{title} {after.text}"
            same = not after.label and not after.table and after.bold == block.bold and abs(after.size - block.size) < 1
            if (
                same
                and not is_prose(after.text)
                and alike(longer, node.title) > whole
                and len(key(longer)) <= 1.1 * len(key(node.title))
            ):
                title, used, whole = longer, used + 1, alike(longer, node.title)
        suffix = ITEM_SUFFIX.search(title)
        if suffix:
            whole = max(whole, alike(title[: suffix.start()], node.title))
        if whole >= ALIKE and not (is_prose(title) and len(key(title)) > 1.3 * len(key(node.title))):
            return node, used
        if label.item and not is_prose(title):
            return node, used
        if (
            self.face
            and (block.bold, block.italic, round(block.size)) == self.face
            and block.bold
            and not is_prose(title)
        ):
            return node, used
        return None, 0

    # ---- titles that run on into their text --------------------------------------------------------------------------

    def _take_run_in(self, block: Block) -> bool:
        """Take a block whose title runs on into its text: what stands behind the title is the item's first text."""
        if block.leader:
            return False
        found = self._run_in_at_face(block) or self._run_in_at_stop(block)
        if found is None:
            return False
        node, parted = found
        if node.annotated and node is self.current:
            return False
        self.run_on = True
        self._open(node, parted.title)
        self._add(block_type(parted.text, self.body_size), parted.text)
        self.result.parted.append(parted)
        return True

    def _run_in_at_face(self, block: Block) -> tuple[Node, Parted] | None:
        parted = part_at_face(block)
        if parted is None or not key(parted.title.body):
            return None
        title = parted.title
        node, _ = self._match([title], 0)
        if node is None or alike(block.body, node.title) >= WHOLE:
            return None
        # `2. Background. …` in a numbered paragraph is no heading, but where titles run on the type is enough
        named = self.run_on or (title.label is not None and title.label.item)
        return (node, parted) if named or _likeness(title.body, node) >= ALIKE else None

    def _run_in_at_stop(self, block: Block) -> tuple[Node, Parted] | None:
        """By the words alone: what stands before a stop is the title of the item that the label names."""
        label = block.label
        nodes = self._labelled(label) if label else []
        if label is not None and not nodes:
            return None
        start = label.length if label else 0
        best: tuple[float, int, Node] | None = None
        for at in stops_of(block):
            head = block.text[start:at]
            if len(head) > FURTHEST_STOP:
                break
            if label is None:
                node = self.by_title.get(key(head))
                if node is not None and not node.annotated and self._comes_later(node):
                    best = (1.0, at, node)
                    break
                continue
            for node in nodes:
                value = alike(head, node.title)
                longest = LONGER * len(key(node.title))
                if value >= ALIKE and len(key(head)) <= longest and (best is None or value > best[0]):
                    best = (value, at, node)
        if best is None or alike(block.body, best[2].title) >= WHOLE:
            return None
        parted = part_at(block, best[1])
        return (best[2], parted) if parted else None

    def _labelled(self, label: Label) -> list[Node]:
        """The items that a label at the head of a text may name."""
        if label.form in ("arabic", "decimal"):
            node = self._numbered(label.path) or (self._numbered(label.value) if label.item else None)
            return [node] if node is not None and key(node.title) else []
        top = self._top(self.current) if label.form in ("letter", "roman") and not label.value.isupper() else None
        ending = f"({label.value})"
        return [node for node in top.walk() if node.number and node.number.endswith(ending)] if top else []

    def _comes_later(self, node: Node) -> bool:
        if self.current is None:
            return True
        return next(one for one in walk(self.items) if one is node or one is self.current) is self.current

    # ---- by label or words -------------------------------------------------------------------------------------------

    def _child(self, label: Label, block: Block) -> Node | None:
        top = self._top(self.current)
        if top is None:
            return None
        for node in top.walk():
            if node.number and node.number.endswith(f"({label.value})") and alike(block.body, node.title) >= ALIKE:
                return node
        if block.bold and not is_prose(block.body):
            number = f"{top.number}({label.value})"
            return self._numbered(number)
        return None

    def _match_unnumbered(self, block: Block) -> Node | None:
        """A heading without number: an unnumbered entry, or a numbered one whose number was lost."""
        if len(block.text) > 400 or is_prose(block.text):
            return None
        heading_face = block.bold or block.italic or abs(block.size - self.body_size) > 0.8
        top = self._top(self.current)
        best: tuple[float, Node] | None = None
        for node in self.titled if heading_face else self.unnumbered:
            if node.annotated:
                continue
            near = node.number is None or (top is not None and top.holds(node))
            value = alike(block.text, node.title)
            if value >= (0.9 if near else 0.97) and (best is None or value > best[0]):
                best = (value, node)
        if best is None:
            return None
        node = best[1]
        if node.number is None and not heading_face and best[0] < 0.97:
            return None
        return node

    def _top(self, node: Node | None) -> Node | None:
        if node is None:
            return None
        return next((root for root in self.items if root.holds(node)), None)

    def _ends_item(self, block: Block) -> bool:
        """A heading set like the item headings that is on no list: what follows is not the last item's."""
        if self.current is None or self.face is None or block.label or is_prose(block.text):
            return False
        if is_heading(block.text, "documentation"):
            return False
        larger = block.size > self.body_size + 0.8
        return larger and (block.bold, block.italic, round(block.size)) == self.face

    def _add(self, kind: BlockType, block: Block) -> None:
        if self.current is None:
            self.result.introduction.append(block)
            return
        self.current.annotation.append((kind, block))


def _likeness(heading: str, node: Node) -> float:
    """How far a heading is the title of an item, an item's number in brackets behind it apart."""
    suffix = ITEM_SUFFIX.search(heading)
    whole = alike(heading, node.title)
    return max(whole, alike(heading[: suffix.start()], node.title)) if suffix else whole
