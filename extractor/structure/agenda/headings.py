"""What makes a block the heading of an item: its number and its words, or its type (format catalogue 3.2)."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.blocks.model import Block
from extractor.records import Struct
from extractor.rules import Rule, first, rule
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.titles import alike, item_suffix, key, likeness, number_of
from extractor.structure.agenda.walked import Walked
from extractor.structure.documents.entry import starts_with_symbol
from extractor.structure.typeface import Face
from extractor.structure.vocabulary import is_heading, is_prose


class Match(Struct, frozen=True):
    """The item of a heading, how many blocks the heading takes, and the rule by which it is one."""

    node: Node
    used: int
    rule: str


# ---- by number -------------------------------------------------------------------------------------------------------


class Numbered(Struct, frozen=True):
    """A numbered block, the item of its number, the title behind or below the number, and how many blocks these are."""

    block: Block
    node: Node
    title: str
    used: int = 1


def numbered(walked: Walked, blocks: Sequence[Block], at: int) -> Numbered | None:
    """The block as a numbered heading, None where it has no number of an item."""
    block = blocks[at]
    label = block.label
    node = walked.labelled(label) if label is not None and label.first_level else None
    if label is None or node is None:
        return None
    found = Numbered(block, node, block.body)
    if not block.body and (below := title_below.applies(blocks, at, node)):
        found = Numbered(block, node, below, 2)
    if not found.title and label.item and at + 1 < len(blocks) and not blocks[at + 1].table:
        return found  # `Item 1` alone over its text
    longer = in_two_blocks.applies(blocks, at, found)
    return Numbered(block, node, longer, found.used + 1) if longer else found


@rule("annotations.title_below", source="catalogue 3.2: `Item 1` and its title on the next line", otherwise="")
def title_below(blocks: Sequence[Block], at: int, node: Node) -> str:
    """The title of a number that stands alone is the next block, if it is like the item's, or bold and no sentence."""
    if at + 1 >= len(blocks) or blocks[at + 1].table:
        return ""
    after = blocks[at + 1]
    found = alike(after.text, node.title) >= SETTINGS.alike or (after.bold and not is_prose(after.text))
    return after.text if found else ""


@rule("annotations.in_two_blocks", source="catalogue 3.2: headings that wrap, over a page or a wide gap", otherwise="")
def in_two_blocks(blocks: Sequence[Block], at: int, found: Numbered) -> str:
    """A heading set in two blocks: with the second it is more like the item's title."""
    if at + found.used >= len(blocks):
        return ""
    block, after = found.block, blocks[at + found.used]
    alone = alike(found.title, found.node.title)
    if alone == 1.0 or after.label or after.table or after.bold != block.bold or abs(after.size - block.size) >= 1:
        return ""
    longer = f"{found.title} {after.text}"
    if is_prose(after.text) or alike(longer, found.node.title) <= alone:
        return ""
    return longer if len(key(longer)) <= SETTINGS.longer_together * len(key(found.node.title)) else ""


@rule("annotations.number_and_title", source="catalogue 3.2: match by number and title, never by number alone")
def number_and_title(_walked: Walked, found: Numbered) -> bool:
    """A number and words that are like the title of the item."""
    if likeness(found.title, found.node) < SETTINGS.alike:
        return False
    return not is_prose(found.title) or len(key(found.title)) <= SETTINGS.longer * len(key(found.node.title))


@rule("annotations.item_word", source="catalogue 3.2: `Item 2. Review of the work`, `Point 6` alone")
def item_word(_walked: Walked, found: Numbered) -> bool:
    """The word `Item` before a number, and behind it no sentence."""
    return found.block.label is not None and found.block.label.item and not is_prose(found.title)


@rule("annotations.number_and_type", source="catalogue 3.2: titles shortened or reworded in the headings")
def number_and_type(walked: Walked, found: Numbered) -> bool:
    """A number, in bold and set like the headings before."""
    if walked.face is None or not found.block.bold or is_prose(found.title):
        return False
    return Face.of(found.block).same_as(walked.face)


#: What makes a block with the number of an item its heading.
NUMBERED: tuple[Rule[[Walked, Numbered], bool], ...] = (number_and_title, item_word, number_and_type)


# ---- by letter, words or type ----------------------------------------------------------------------------------------


@rule("annotations.letter_and_title", source="catalogue 3.2: `(a) Opening of the session` on its line", otherwise=None)
def letter_and_title(walked: Walked, block: Block) -> Node | None:
    """A letter and words that are like the title of an item below the one that is read."""
    for node in walked.lettered(block.label) if block.label else ():
        if alike(block.body, node.title) >= SETTINGS.alike:
            return node
    return None


@rule("annotations.letter_and_type", source="catalogue 3.2: sub-items shortened or reworded in bold", otherwise=None)
def letter_and_type(walked: Walked, block: Block) -> Node | None:
    """A letter in bold and behind it no sentence."""
    label = block.label
    if label is None or label.form not in ("letter", "roman") or label.value.isupper():
        return None
    top = walked.top()
    if top is None or not block.bold or is_prose(block.body):
        return None
    return walked.numbered(f"{top.number}({label.value})")


@rule("annotations.number_in_brackets", source="catalogue 3.2: `A. Opening (item 1 of the agenda)`", otherwise=None)
def number_in_brackets(walked: Walked, block: Block) -> Node | None:
    """The item in brackets behind a title, whatever number stands before it."""
    suffix = item_suffix().search(block.text)
    if suffix is None or is_prose(block.text) or is_heading(block.text, "documentation"):
        return None
    if starts_with_symbol(block.text):
        return None  # a paper in a list, with its item behind it
    return walked.numbered(number_of(suffix)) or walked.numbered(suffix["number"])


@rule(
    "annotations.title_alone",
    source="catalogue 3.2: headings that have no numbers",
    otherwise=None,
)
def title_alone(walked: Walked, block: Block) -> Node | None:
    """The title of an item without a number; plain type only where the entry has no number either."""
    if block.label is not None and block.label.form in ("arabic", "decimal"):
        return None
    if len(block.text) > SETTINGS.longest_unnumbered or is_prose(block.text):
        return None
    differs = Face.of(block).stands_out(walked.body_size)
    top = walked.top()
    best: Node | None = None
    most = 0.0
    for node in walked.titled if differs else walked.unnumbered:
        if node.annotated:
            continue
        near = differs and (node.number is None or (top is not None and top.holds(node)))
        value = alike(block.text, node.title)
        if value > most and value >= (SETTINGS.alike_near if near else SETTINGS.alike_far):
            best, most = node, value
    return best


@rule("annotations.rebuilt_from", source="WFP: `1. Chad` below `a)`, where number 1 is another item", otherwise=None)
def rebuilt_from(walked: Walked, block: Block) -> Node | None:
    """The item below another that was rebuilt from this very block."""
    return walked.by_block.get(block)


#: What else makes a block the heading of an item: the first that applies.
OTHERS = (letter_and_title, letter_and_type, number_in_brackets, title_alone)


def heading(walked: Walked, blocks: Sequence[Block], at: int) -> Match | None:
    """The item whose heading the block is, by its number or by one of `OTHERS`; `Items 3 and 4` opens the first."""
    own = rebuilt_from.applies(walked, blocks[at])
    if own is not None:
        return Match(own, 1, rebuilt_from.name)
    title = numbered(walked, blocks, at)
    if title is not None and (one := first(NUMBERED, walked, title)):
        return Match(title.node, title.used, one.name)
    for other in OTHERS:
        node = other.applies(walked, blocks[at])
        if node is not None:
            return Match(node, 1, other.name)
    return None
