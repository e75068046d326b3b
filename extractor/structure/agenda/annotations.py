"""Annotations: the text on each item, matched to the list by number and title (format catalogue 3).

Paragraph numbers are not item numbers: a heading is short, is no sentence, and its words are those of a list item, or
its type is that of the item headings. Where there is no list the tree is rebuilt from the headings (family F4).
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.layout.blocks.model import Block, make_block
from extractor.records import Struct, field
from extractor.rules import rule
from extractor.structure.agenda.headings import heading
from extractor.structure.agenda.kinds import block_type, heads_group
from extractor.structure.agenda.model import Node, Parted
from extractor.structure.agenda.run_in import RUN_IN
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.titles import alike, key
from extractor.structure.agenda.walked import Walked
from extractor.structure.documents.entry import is_code_line, papers_of
from extractor.structure.typeface import Face
from extractor.structure.vocabulary import is_heading, is_prose, is_purpose_line

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import BlockType

_STOP = compiled(r"[.!?。؟][)”\"’\]]*$")


class Annotated(Struct):
    """What the annotations gave: headings and their items, headings that match none.

    `parted` are the titles that ran on into their text, `left` the blocks that belong to no item.
    """

    items: list[Node]
    left: list[Block] = field(default_factory=list)
    unmatched: list[Block] = field(default_factory=list)
    parted: list[Parted] = field(default_factory=list)
    headings: list[tuple[Block, Node]] = field(default_factory=list)


class Annotator:
    """Walks the blocks after the list and hands each to the item it speaks of.

    A block is the heading of the annotations, the heading of a cluster, a title that runs on into its text, the heading
    of an item, a heading that ends the last item, or text of the item above; it is asked in this order.
    """

    def __init__(self, items: list[Node], body_size: float, behind: Container[Block] = ()) -> None:
        self.walked = Walked(items, body_size)
        self.result = Annotated(items)
        self.behind = behind  # blocks that stand right behind a timetable

    def run(self, blocks: Sequence[Block]) -> Annotated:
        """Give each item of the list its text."""
        at = 0
        while at < len(blocks):
            at += self._take(blocks, at)
        if not self.result.headings and (opening := by_numbers.applies(self.walked, blocks)):
            self._take_numbered(blocks, opening)
        return self.result

    def _take_numbered(self, blocks: Sequence[Block], opening: Mapping[Block, Node]) -> None:
        """Give each item the paragraph that bears its number, and those below it."""
        left, self.result.left = self.result.left, []
        for block in blocks:
            if block in opening:
                self._open(opening[block], block, by_numbers.name)
                opening[block].heading = None
            elif block in self.behind or next_part.applies(self.walked, block):
                self.walked.current = None
            if block in left:
                self._add(block_type(block, self.walked.body_size), block)

    def _take(self, blocks: Sequence[Block], at: int) -> int:
        """Take the block at `at`, and those that make one heading with it; how many were taken."""
        block = blocks[at]
        if block in self.behind and behind_timetable.applies(self.walked):
            self.walked.current = None
        if block.table:
            self._add("table", block)
            return 1
        if end_sign.applies(block):
            return 1
        if is_heading(block.text, "annotations") and (block.label is None or block.label.form != "bullet"):
            if not label_in_item.applies(self.walked):
                self.walked.part = block
            elif self.walked.current is not None and self.walked.current.annotation:
                self._add("heading", block)  # ends the list of papers above it
            return 1
        if cluster_heading.applies(self.walked, block) or over_item.applies(self.walked, blocks, at):
            self.walked.current = None
            return 1
        if self._take_purpose(block) or self._take_run_in(block):
            return 1
        if self._take_codes(block):
            return 1
        taken = self._take_heading(blocks, at)
        if taken:
            return taken
        if next_part.applies(self.walked, block):
            self.walked.current, self.walked.over = None, True
        elif ends_item.applies(self.walked, block):
            self.walked.current = None
            self.result.unmatched.append(block)
            return 1
        self._add(block_type(block, self.walked.body_size), block)
        return 1

    def _take_purpose(self, block: Block) -> bool:
        """Take the heading of an item with its purpose and papers set close below it."""
        parted = purpose_below_heading.applies(block)
        found = heading(self.walked, [parted.title], 0) if parted is not None else None
        if parted is None or found is None or self._goes_on(found.node):
            return False
        self._open(found.node, parted.title, found.rule)
        self.result.headings.append((parted.title, found.node))
        self._add("paragraph", parted.text)
        self.result.parted.append(parted)
        return True

    def _take_run_in(self, block: Block) -> bool:
        """Take a block whose title runs on into its text: what stands behind the title is the item's first text."""
        if block.leader:
            return False
        for one in RUN_IN:
            found = one.applies(self.walked, block)
            if found is None:
                continue
            node, parted = found
            if alike(block.body, node.title) >= SETTINGS.alike_far or self._goes_on(node):
                return False
            self.walked.run_in = True
            self._open(node, parted.title, one.name)
            self.result.headings.append((parted.title, node))
            self._add(block_type(parted.text, self.walked.body_size), parted.text)
            self.result.parted.append(parted)
            return True
        return False

    def _take_codes(self, block: Block) -> bool:
        """Take a line that names an item and its papers: `Item 2   A/99/5 and Add.1`."""
        node = codes_of_item.applies(self.walked, block)
        if node is None:
            return False
        node.documents += papers_of(block.body, block.lines)
        return True

    def _take_heading(self, blocks: Sequence[Block], at: int) -> int:
        """Take the blocks that make the heading of an item; 0 when the block is none."""
        block = blocks[at]
        if block.leader or len(block.text) > SETTINGS.longest_heading:
            return 0
        found = heading(self.walked, blocks, at)
        if found is None or self._goes_on(found.node):
            return 0
        self._open(found.node, block, found.rule)
        self.result.headings += [(one, found.node) for one in blocks[at : at + found.used]]
        return found.used

    def _goes_on(self, node: Node) -> bool:
        """Whether an item has its heading already and its text goes on, or another part of the paper names it."""
        return node.annotated and (node is self.walked.current or self.walked.over)

    def _open(self, node: Node, block: Block, name: str) -> None:
        """Begin the text of an item under its heading."""
        self.walked.current = node
        node.annotated, node.heading, node.heading_rule = True, block, name
        if node in self.walked.items:
            self.walked.face = self.walked.face or Face.of(block)

    def _add(self, kind: BlockType, block: Block) -> None:
        if self.walked.current is None:
            self.result.left.append(block)
            return
        parted = documents_in_paragraph.applies(block)
        if parted is None:
            self.walked.current.annotation.append((kind, block))
            return
        self.result.parted.append(parted)
        self.walked.current.annotation += [(kind, parted.title), ("paragraph", parted.text)]


@rule("annotations.end_sign", source="typescript: a row of dashes closes the paper")
def end_sign(block: Block) -> bool:
    """A row of signs closes a text and is none of it."""
    return not any(map(str.isalnum, block.text))


@rule("annotations.documents_in_paragraph", source="typescript set close: `Documents:  E/CN.7/1987/7`", otherwise=None)
def documents_in_paragraph(block: Block) -> Parted | None:
    """A line below the text that begins with a heading of documents and a colon begins the papers of the item."""
    if block.table is not None:
        return None
    for at in range(1, len(block.lines)):
        head, colon, _ = block.lines[at].text.partition(":")
        anew = head[:1].isupper() and _STOP.search(block.lines[at - 1].text) is not None
        if colon and anew and is_heading(head, "documentation"):
            return Parted(block, make_block(block.lines[:at], block.gap), make_block(block.lines[at:]))
    return None


@rule(
    "annotations.purpose_below_heading",
    source="boards of funds: `For decision (E/ICEF/2032/8)` in bold; ESCAP: `Documentation` in bold",
    otherwise=None,
)
def purpose_below_heading(block: Block) -> Parted | None:
    """A line that only says the purpose, or heads documents, set close below a heading in its type, is no title."""
    if block.table is not None or block.label is None:
        return None
    for at in range(1, len(block.lines)):
        text = block.lines[at].text
        if is_purpose_line(text) or (at + 1 == len(block.lines) and is_heading(text, "documentation")):
            return Parted(block, make_block(block.lines[:at], block.gap), make_block(block.lines[at:]))
    return None


@rule("annotations.cluster_heading", source="catalogue 2.2: cluster headings are repeated between the annotations")
def cluster_heading(walked: Walked, block: Block) -> bool:
    """The heading of a cluster of the list belongs to no item."""
    return key(block.text) in walked.clusters or (block.label is not None and key(block.body) in walked.clusters)


@rule("annotations.heading_over_item", source="agencies: `Pillar 4: …`, `UNFPA segment` between the texts of two items")
def over_item(walked: Walked, blocks: Sequence[Block], at: int) -> bool:
    """A heading without a number right above the heading of the next item is that of a cluster of items."""
    block = blocks[at]
    if walked.current is None or at + 1 >= len(blocks) or not heads_group(block, walked.body_size):
        return False
    after = heading(walked, blocks, at + 1)
    return after is not None and after.node in walked.items and not after.node.annotated


@rule("annotations.label_in_item", source="regional commissions: `Documentation` and `Annotation` under each item")
def label_in_item(walked: Walked) -> bool:
    """Below the heading of an item, `Annotation` is the label of its text, and no heading of a part of the paper."""
    return walked.current is not None


@rule("annotations.by_numbers", source="annotations of paragraphs that bear the numbers of their items", otherwise={})
def by_numbers(walked: Walked, blocks: Sequence[Block]) -> Mapping[Block, Node]:
    """Where no heading names an item, and there is one numbered paragraph for each, its number is that of the item."""
    numbered = [block for block in blocks if block.label is not None and block.label.form == "arabic"]
    sentences = [block for block in numbered if is_prose(block.body) or (_STOP.search(block.body) and _is_long(block))]
    paragraphs = {block: node for block in sentences if (node := _first_level(walked, block))}
    items = [node for node in walked.items if node.number]
    return paragraphs if list(paragraphs.values()) == items and len(numbered) == len(items) else {}


def _is_long(block: Block) -> bool:
    return len(block.body) > SETTINGS.shortest_sentence


def _first_level(walked: Walked, block: Block) -> Node | None:
    """The item of the first level whose number a block bears."""
    return next((node for node in walked.items if block.label is not None and node.number == block.label.path), None)


@rule("annotations.documents_of_item", source="typst: `Documents` below the text of each item, set like `Annotations`")
def documents_of_item(walked: Walked, block: Block) -> bool:
    """A heading over documents without a number, with items still to come, is of the item above it."""
    return block.label is None and is_heading(block.text, "documentation") and walked.current is not walked.items[-1]


@rule("annotations.next_part", source="catalogue 2.1: `I. Provisional agenda`, `II. Annotations`, `III. Documentation`")
def next_part(walked: Walked, block: Block) -> bool:
    """A heading set like that of the annotations, and unlike those of the items, begins the next part of the paper."""
    part = walked.part
    if part is None or walked.current is None or (block.label is not None and block.label.item):
        return False
    if documents_of_item.applies(walked, block):
        return False
    forms = [one.label.form if one.label else "" for one in (part, block)]
    face = Face.of(block)
    if forms[0] != forms[1] or not face.same_as(Face.of(part)) or is_prose(block.text):
        return False
    return face.stands_out(walked.body_size) and (walked.face is None or face.unlike(walked.face))


@rule("annotations.behind_timetable", source="notes on registration and badges behind the timetable of the session")
def behind_timetable(walked: Walked) -> bool:
    """What stands behind a timetable below the annotations of the last item is none of these."""
    return walked.current is not None and walked.top() is walked.items[-1]


@rule("annotations.codes_of_item", source="lists of papers by item: `Item 2   A/99/5 and Add.1`", otherwise=None)
def codes_of_item(walked: Walked, block: Block) -> Node | None:
    """The item that a line names which holds nothing else but symbols."""
    label = block.label
    if label is None or not label.item or not is_code_line(block.body):
        return None
    return walked.labelled(label)


@rule("annotations.ends_item", source="a heading behind the last item: `Closing`, `Annex` under another name")
def ends_item(walked: Walked, block: Block) -> bool:
    """A heading larger than the text and set like the item headings that is on no list ends the last item."""
    if walked.current is None or walked.face is None or block.label or is_prose(block.text):
        return False
    if is_heading(block.text, "documentation"):
        return False
    face = Face.of(block)
    return face.larger_than(walked.body_size) and face.same_as(walked.face)
