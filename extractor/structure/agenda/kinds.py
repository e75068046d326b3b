"""What kind of text a block of an annotation is: heading, list item, paragraph or table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.layout.blocks.model import Block
from extractor.rules import Rule, rule
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.documents.entry import closed_symbol, starts_with_symbol
from extractor.structure.typeface import Face
from extractor.structure.vocabulary import is_heading, is_prose

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import BlockType


def block_type(block: Block, body_size: float) -> BlockType:
    """The contract's type of a block of an annotation."""
    if block.table:
        return "table"
    return next((kind for one, kind in TYPES if one.applies(block, body_size)), "paragraph")


@rule("annotations.list_item", source="catalogue 3.3: sub-paragraphs (a), (b) within the text")
def list_item(block: Block, _body_size: float) -> bool:
    """A text behind a bullet, a letter or a small Roman numeral, not in bold."""
    label = block.label
    if label is None or block.bold:
        return False
    return label.form in ("bullet", "letter") or (label.form == "roman" and not label.value.isupper())


@rule("annotations.numbered_text", source="catalogue 3.3: numbered paragraphs, in whatever type")
def numbered_text(block: Block, _body_size: float) -> bool:
    """A text behind a number that ends in a stop and fills more than its line is a paragraph, though set in italics."""
    label = block.label
    if label is None or label.form != "arabic" or block.bold:
        return False
    return block.text.endswith(".") and len(block.text) > SETTINGS.shortest_paragraph


@rule("annotations.inner_heading", source="catalogue 3.4: unnumbered sub-headings, bold or italic")
def inner_heading(block: Block, body_size: float) -> bool:
    """A text that is no sentence, in bold, larger type or, if it is short, in italics."""
    short = block.italic and len(block.text) < SETTINGS.longest_italic
    return (block.bold or short or Face.of(block).larger_than(body_size)) and not is_prose(block.text)


def heads_group(block: Block, body_size: float) -> bool:
    """Whether a block may head several items: without a label, set like a heading, no heading of documents."""
    if block.table or block.label is not None or block.leader or is_heading(block.text, "documentation"):
        return False
    if starts_with_symbol(block.text) or closed_symbol(block.text):
        return False  # a paper
    return inner_heading.applies(block, body_size)


#: What a block may be, in this order; any other is a paragraph.
TYPES: tuple[tuple[Rule[[Block, float], bool], BlockType], ...] = (
    (list_item, "list_item"),
    (numbered_text, "paragraph"),
    (inner_heading, "heading"),
)
