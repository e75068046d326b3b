"""A list of items rebuilt from the headings of annotations, for papers that print none (family F4)."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.grammar.numbering import Label, follows
from extractor.layout.blocks.model import Block
from extractor.records import Struct, field
from extractor.rules import Rule, first, rule
from extractor.structure.agenda.kinds import heads_group
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.titles import clean_title, item_suffix, number_of
from extractor.structure.documents.entry import parts_of_title, remark_in_brackets
from extractor.structure.timetable.item_numbers import leading_items
from extractor.structure.typeface import Face
from extractor.structure.vocabulary import is_heading, is_prose


def rebuild(blocks: Sequence[Block], body_size: float, *, picked: bool = False) -> list[Node]:
    """The item tree of a paper that has annotations only: from the numbered headings.

    A heading says `Item 3`, or stands out and begins with a number, or names its item in brackets behind the title
    (`A. Opening of the segment (item 1 of the provisional agenda for the segment)`). Numbers that begin again at 1
    under the heading of a part are the agenda of another segment. `picked`: the items are picked from a longer agenda,
    each behind the word `Item`.
    """
    heads = [head for head in _heads(blocks, body_size) if head.named or not picked]
    named = any(head.named for head in heads)
    tree = _Tree(picked=picked)
    for head in heads:
        if not (named and no_item_word.applies(head)):
            tree.add(head)
    if not named and too_few.applies(tree):
        return []
    _hang_lettered(blocks, tree.items)
    return tree.items


# ---- the headings ----------------------------------------------------------------------------------------------------


class _Head(Struct, frozen=True):
    """A heading that may open an item: its number, its printed label, whether it says `Item`, the part it stands in."""

    block: Block
    number: str
    printed: str
    title: str
    named: bool
    part: str | None
    rule: str

    @property
    def deep(self) -> bool:
        """Whether its number is that of an item below another, or put in behind one: `2.1`, `2(a)`, `2bis`."""
        return not self.number.isdigit()

    @property
    def above(self) -> str:
        """The number of the item it hangs on."""
        return self.number.rpartition("(" if "(" in self.number else ".")[0]


def _heads(blocks: Sequence[Block], body_size: float) -> list[_Head]:
    heads: list[_Head] = []
    part: str | None = None
    for index, block in enumerate(blocks):
        if block.table or block.leader:
            continue
        if heads and heads_items.applies(blocks, index, body_size):
            part = block.text
            continue
        bracketed = number_in_brackets.applies(block, part)
        if bracketed is not None:
            heads.append(bracketed)
        elif opens_part.applies(block, body_size):
            part = block.body
        elif block.label is not None and block.label.form in ("arabic", "decimal"):
            label = block.label
            number = label.path
            several = several_items.applies(block)
            title = (block.body if several is None else several) or title_below.applies(blocks, index)
            kind = first(NUMBERED, block, body_size) if title and not is_prose(title) else None
            name = kind.name if kind is not None else decimal_below.name if decimal_below.applies(heads, block) else ""
            if name and title:
                heads.append(_Head(block, number, label.printed, title, label.item, part, name))
    return heads


@rule("rebuilt.number_in_brackets", source="catalogue 3.2: `A. Opening (item 1 of the agenda)`", otherwise=None)
def number_in_brackets(block: Block, part: str | None) -> _Head | None:
    """The item in brackets behind a title, whatever number stands before it."""
    suffix = item_suffix().search(block.text) if len(block.text) < SETTINGS.longest_heading else None
    if suffix is None or is_prose(block.text) or is_heading(block.text, "documentation"):
        return None
    name = "rebuilt.number_in_brackets"
    return _Head(block, number_of(suffix), suffix[0].strip(), block.body, True, part, name)


@rule("rebuilt.opens_part", source="catalogue 2.2: `I. Preparatory segment`, `II. High-level segment`")
def opens_part(block: Block, body_size: float) -> bool:
    """A title behind a Roman numeral that stands out is the heading of a part."""
    label = block.label
    if label is None or label.form != "roman" or not label.value.isupper() or is_prose(block.body):
        return False
    return Face.of(block).stands_out(body_size)


@rule("rebuilt.heads_items", source="agencies: `Pillar 4: …` between annotations without a list")
def heads_items(blocks: Sequence[Block], at: int, body_size: float) -> bool:
    """A heading without a number right above a numbered one is that of a cluster of items."""
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    if after is None or after.label is None or after.label.form != "arabic" or is_prose(after.body):
        return False
    return heads_group(blocks[at], body_size) and first(NUMBERED, after, body_size) is not None


@rule("rebuilt.title_below", source="catalogue 3.2: `Item 1` and its title on the next line", otherwise="")
def title_below(blocks: Sequence[Block], at: int) -> str:
    """The title of a number that stands alone is the next block, if it is no sentence."""
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    return "" if after is None or after.table or is_prose(after.text) else after.text


@rule("rebuilt.several_items", source="catalogue 3.2: `Items 2 to 4` over one text; it opens the first", otherwise=None)
def several_items(block: Block) -> str | None:
    """The title behind the numbers of several items: `Items 2 to 4 Reports`, `Item 5 (a) and (b): Lamps`."""
    label = block.label
    found = leading_items(block.text) if label is not None and label.item else None
    return found.rest.strip() if found is not None and len(found.items) > 1 else None


@rule("rebuilt.decimal_below", source="WMO: `1.1 Opening of the session` in plain type below `1. ORGANIZATION`")
def decimal_below(heads: Sequence[_Head], block: Block) -> bool:
    """A decimal number in plain type that goes on with that of the heading above, before a title without a stop."""
    label = block.label
    if not heads or label is None or label.form != "decimal" or is_prose(block.body) or block.body.endswith("."):
        return False
    above, _, last = label.value.rpartition(".")
    before = heads[-1].number
    if last == "1":
        return above == before
    return before.rpartition(".")[0] == above and before.rpartition(".")[2] == str(int(last) - 1)


@rule("rebuilt.item_word", source="catalogue 3.2: `Item 1. Election of officers`")
def item_word(block: Block, _body_size: float) -> bool:
    """The word `Item` before the number."""
    return block.label is not None and block.label.item


@rule("rebuilt.stands_out", source="catalogue 3.2: numbers and titles in bold or italics")
def stands_out(block: Block, body_size: float) -> bool:
    """A number and title set otherwise than the text."""
    return Face.of(block).stands_out(body_size)


@rule("rebuilt.bold_head", source="WHO: `3.2 **Oral health** (draft global action plan)`, a remark in plain type")
def bold_head(block: Block, _body_size: float) -> bool:
    """A number and title that begin in bold; a remark in plain type goes on in the line."""
    head = block.lines[0].head
    return head is not None and head.bold and len(block.lines) == 1


@rule(
    "rebuilt.remarked", source="WFP: `3. **Logistics** _(for information; no document)_`, half bold and half in italics"
)
def remarked(block: Block, _body_size: float) -> bool:
    """A number and title behind which only what the item is for, or that it has no document, stands in brackets."""
    label = block.label
    return label is not None and not label.bare and remark_in_brackets.applies(block.body) is not None


#: What makes a numbered title a heading.
NUMBERED: tuple[Rule[[Block, float], bool], ...] = (item_word, stands_out, bold_head, remarked)


# ---- the tree --------------------------------------------------------------------------------------------------------


class _Tree(Struct):
    """The items found so far, the number that is expected next, and the part of the paper.

    `picked`: numbers are skipped, as the items are picked from a longer agenda.
    """

    items: list[Node] = field(default_factory=list)
    by_number: dict[str, Node] = field(default_factory=dict)
    expected: int = 1
    part: str | None = None
    picked: bool = False

    def add(self, head: _Head) -> None:
        """Hang a heading on the tree, if its number goes on."""
        if head.deep:
            if head.number not in self.by_number:
                above = self.by_number.get(head.above)
                self._put(head, above.children if above is not None else self.items)
            return
        number = int(head.number)
        if begins_segment.applies(self, head):
            self.by_number, self.expected = {}, 1
        if number == self.expected or (self.picked and number > self.expected) or first(SKIPS, self, head):
            self.part = head.part
            node = self._put(head, self.items)
            node.cluster = clean_title(head.part) if head.part else None
            self.expected = number + 1
        elif again.applies(self, head):
            self.by_number[head.number].children.append(_new(None, None, head.title, head.block, again.name))

    def _put(self, head: _Head, into: list[Node]) -> Node:
        node = _new(head.number, head.printed, head.title, head.block, head.rule)
        into.append(node)
        self.by_number[head.number] = node
        return node


@rule("rebuilt.no_item_word", source="catalogue 3.3: sections and paragraphs have numbers of their own")
def no_item_word(head: _Head) -> bool:
    """Where headings say `Item`, a plain number without the word is none of an item; decimals stand below one."""
    return not head.named and "." not in head.number


@rule("rebuilt.too_few", source="a lone numbered heading is that of a section")
def too_few(tree: _Tree) -> bool:
    """One heading without the word `Item` is no agenda."""
    return len(tree.items) < SETTINGS.least_headings


@rule("rebuilt.begins_segment", source="catalogue 2.2: segments that number their items anew")
def begins_segment(tree: _Tree, head: _Head) -> bool:
    """A number 1 under the heading of another part begins the agenda of a segment."""
    return head.number == "1" and tree.expected > 2 and bool(head.part) and head.part != tree.part


@rule("rebuilt.skips", source="catalogue 3.2: not all items are annotated")
def skips(tree: _Tree, head: _Head) -> bool:
    """A number a few further on: the items between are not annotated."""
    return bool(tree.items) and 0 < int(head.number) - tree.expected <= SETTINGS.furthest


@rule("rebuilt.skips_named", source="catalogue 3.2: not all items are annotated; `Item 11` says what it is")
def skips_named(tree: _Tree, head: _Head) -> bool:
    """Behind the word `Item` a number further on."""
    return head.named and bool(tree.items) and 0 < int(head.number) - tree.expected <= SETTINGS.furthest_named


#: What lets a number go on that is not the next.
SKIPS: tuple[Rule[[_Tree, _Head], bool], ...] = (skips, skips_named)


@rule("rebuilt.again", source="conventions: several headings `(agenda item 4)` for the parts of one item")
def again(tree: _Tree, head: _Head) -> bool:
    """A number that the part has had already: the heading is a part of that item, without a number of its own."""
    return head.number in tree.by_number and head.part == tree.part


def _hang_lettered(blocks: Sequence[Block], items: Sequence[Node]) -> None:
    """Hang lettered headings on the items just found, which stand in the order of their blocks."""
    open_items: list[Node] = []
    last: list[str | None] = []
    waiting = iter(items)
    coming = next(waiting, None)
    above: Block | None = None  # the heading or entry right above, in the blocks and on the tree
    for block in blocks:
        if coming is not None and coming.block is block:
            open_items, last = [coming], [None]
            coming = next(waiting, None)
            above = block
            continue
        label, heading, above = block.label, above, None
        kind = first(LETTERED, block, heading, open_items)
        if not open_items or label is None or kind is None:
            continue
        level = next((n for n in range(len(last) - 1, -1, -1) if follows(label.value, last[n])), None)
        if level is None:
            level = numeral_below.applies(label, last) or (len(last) if kind is number_below else 0)
            if not level:
                continue
        parent = open_items[level]
        below = f".{label.value}" if label.form == "arabic" else f"({label.value})"
        number = f"{parent.number or ''}{below}"
        node = _new(number, label.printed, block.body, block, kind.name)
        parent.children.append(node)
        above = block
        open_items, last = [*open_items[: level + 1], node], [*last[:level], label.value]


@rule("rebuilt.lettered_heading", source="catalogue 3.2: `(a) Opening of the session` as a heading on its own line")
def lettered_heading(block: Block, _above: Block | None, _open_items: Sequence[Node]) -> bool:
    """A letter or small Roman numeral and a title in bold or italics is a heading below the item."""
    return _is_lettered(block) and (block.bold or block.italic)


@rule("rebuilt.lettered_entry", source="boards of funds and agencies: `(a) Country programmes` in plain type")
def lettered_entry(block: Block, above: Block | None, open_items: Sequence[Node]) -> bool:
    """A letter and a title in plain type right below the heading of the item, and those that go on with it.

    Sub-paragraphs of a sentence stand below that.
    """
    if not _is_lettered(block):
        return False
    plain = any(node.rule == lettered_entry.name for node in open_items[1:])
    return (above is not None or plain) and not block.text.rstrip().endswith(_GOES_ON)


@rule("rebuilt.number_below_letter", source="WFP: `1. Chad (2032-2036)` under `a) Country strategic plans`")
def number_below(block: Block, above: Block | None, open_items: Sequence[Node]) -> bool:
    """A number and a title in plain type right below a lettered entry and set in further, or in line with such one."""
    label = block.label
    if block.table or label is None or label.form != "arabic" or not block.body or is_prose(block.body):
        return False
    if above is None or len(open_items) < 2 or block.bold:
        return False
    first_below = label.value == "1" and above is open_items[-1].block and above.x0 + SETTINGS.same_edge < block.x0
    return first_below or (open_items[-1].rule == number_below.name and above is open_items[-1].block)


def _is_lettered(block: Block) -> bool:
    label = block.label
    if block.table or label is None or label.form not in ("letter", "roman") or label.value.isupper():
        return False
    return bool(block.body) and not is_prose(block.body)


#: What makes a lettered or numbered block an item below the one above it; it is asked with the heading right above the
#: block, and the items that are open there.
LETTERED: tuple[Rule[[Block, Block | None, Sequence[Node]], bool], ...] = (
    lettered_heading,
    lettered_entry,
    number_below,
)
#: Sub-paragraphs that go on end in these.
_GOES_ON = (";", "；", "؛")


@rule("rebuilt.numeral_below", source="catalogue 3.3: (i), (ii) as headings under (b)", otherwise=0)
def numeral_below(label: Label, last: list[str | None]) -> int:
    """(i) that goes on nothing opens a level below the letters."""
    return len(last) if label.value == "i" and last[0] is not None else 0


def _new(number: str | None, printed: str | None, title: str, block: Block, name: str) -> Node:
    suffix = item_suffix().search(title)
    if suffix:
        title = title[: suffix.start()]
    named, documents = parts_of_title(title, block.lines)
    node = Node(number, printed, clean_title(named.title), block.page, block.bbox, x0=block.x0, block=block, rule=name)
    node.documents, node.no_documentation = documents, named.without
    return node
