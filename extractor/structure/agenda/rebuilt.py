"""A list of items rebuilt from the headings of annotations, for papers that print none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.grammar.numbering import follows
from extractor.layout.blocks.model import Block
from extractor.model import BlockType
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.titles import ITEM_SUFFIX, clean_title
from extractor.structure.vocabulary import is_heading, is_prose


def block_type(block: Block, body_size: float) -> BlockType:
    """Contract type of an annotation block."""
    if block.table:
        return "table"
    label = block.label
    if label and label.form in ("bullet", "letter") and not block.bold:
        return "list_item"
    if label and label.form == "roman" and not label.value.isupper() and not block.bold:
        return "list_item"
    if label and label.form == "arabic" and not block.bold and block.text.endswith(".") and len(block.text) > 80:
        return "paragraph"
    face = block.bold or (block.italic and len(block.text) < 160) or block.size > body_size + 0.8
    if face and not is_prose(block.text):
        return "heading"
    return "paragraph"


def rebuild(blocks: Sequence[Block], body_size: float) -> list[Node]:
    """The item tree of a paper that has annotations only: from the numbered headings (family F4).

    A heading says `Item 3`, or stands out and begins with a number, or names its item in brackets behind the title
    (`A. Opening of
    the segment (item 1 of the provisional agenda for the segment)`). Numbers that begin again at 1 under a heading of
    a part are
    the agenda of another segment.
    """
    heads = _numbered_heads(blocks, body_size)
    if not heads:
        return []
    named = any(head.named for head in heads)
    items: list[Node] = []
    by_number: dict[str, Node] = {}
    expected = 1
    cluster: str | None = None
    for head in heads:
        if named and not head.named and "." not in head.number:
            continue
        root = int(head.number.split(".")[0].split("(")[0])
        parent = by_number.get(head.number.rpartition("(")[0] if "(" in head.number else head.number.rpartition(".")[0])
        if "(" in head.number or "." in head.number:
            if head.number in by_number:
                continue
            node = _new(head.number, head.printed, head.title, head.block)
            (parent.children if parent is not None else items).append(node)
            by_number[head.number] = node
            continue
        if root == 1 and expected > 2 and head.part and head.part != cluster:
            by_number, expected = {}, 1
        # `Item 11` says itself that it is an item, however many of the list are not annotated
        reach = SETTINGS.furthest_named if head.named else SETTINGS.furthest
        if root != expected and not (items and expected < root <= expected + reach):
            if str(root) in by_number and head.part == cluster:
                # several headings for one item: its parts, without numbers of their own
                owner = by_number[str(root)]
                owner.children.append(_new(None, None, head.title, head.block))
            continue
        cluster = head.part
        node = _new(str(root), head.printed, head.title, head.block)
        node.cluster = clean_title(cluster) if cluster else None
        items.append(node)
        by_number[node.number or ""] = node
        expected = root + 1
    if len(items) < 2 and not named:
        return []
    _sub_headings(blocks, items)
    return items


@dataclass(slots=True)
class _Head:
    """A heading that may open an item: its number, its printed label, whether it says `Item`, the part it stands in."""

    block: Block
    number: str
    printed: str
    title: str
    named: bool
    part: str | None


def _numbered_heads(blocks: Sequence[Block], body_size: float) -> list[_Head]:
    heads: list[_Head] = []
    part: str | None = None
    for index, block in enumerate(blocks):
        label = block.label
        if block.table or block.leader:
            continue
        standing_out = block.bold or block.size > body_size + 0.8 or block.italic
        suffix = ITEM_SUFFIX.search(block.text) if len(block.text) < 600 else None
        if suffix and not is_prose(block.text) and not is_heading(block.text, "documentation"):
            parts = "".join(f"({p})" for p in re.findall(r"[a-z]+", (suffix["parts"] or "").lower()))
            heads.append(_Head(block, suffix["number"] + parts, suffix[0].strip(), block.body, True, part))
            continue
        if label and label.form == "roman" and label.value.isupper() and standing_out and not is_prose(block.body):
            part = block.body
            continue
        if label is None or label.form not in ("arabic", "decimal"):
            continue
        title = block.body
        if (
            not title
            and index + 1 < len(blocks)
            and not blocks[index + 1].table
            and not is_prose(blocks[index + 1].text)
        ):
            title = blocks[index + 1].text
        if not title or is_prose(title) or not (label.item or standing_out):
            continue
        heads.append(_Head(block, label.path, label.printed, title, label.item, part))
    return heads


def _sub_headings(blocks: Sequence[Block], items: list[Node]) -> None:
    """Lettered headings in bold under the items just found."""
    starts = {(node.page, node.bbox): node for node in items}
    stack: list[Node] = []
    last: list[str | None] = []
    for block in blocks:
        if block.table:
            continue
        found = starts.get((block.page, block.bbox))
        if found is not None:
            stack, last = [found], [None]
            continue
        label = block.label
        if not stack or label is None or label.form not in ("letter", "roman") or label.value.isupper():
            continue
        if not (block.bold or block.italic) or not block.body or is_prose(block.body):
            continue
        level = next((n for n in range(len(last) - 1, -1, -1) if follows(label.value, last[n])), None)
        if level is None:
            if label.value != "i" or len(stack) < 2:
                continue
            level = len(last)  # `(i)` opens a level below the letters
        elif last[level] is None and level > 0:
            continue
        parent = stack[level]
        node = _new(f"{parent.number or ''}({label.value})", label.printed, block.body, block)
        parent.children.append(node)
        stack = [*stack[: level + 1], node]
        last = [*last[:level], label.value]


def _new(number: str | None, printed: str | None, title: str, block: Block) -> Node:
    suffix = ITEM_SUFFIX.search(title)
    if suffix:
        title = title[: suffix.start()]
    return Node(number, printed, clean_title(title), block.page, block.bbox, x0=block.x0, block=block)
