"""Documentation lists taken out of annotations."""

from __future__ import annotations

from extractor.layout.blocks.model import Block
from extractor.structure.agenda.model import Node
from extractor.structure.documents.blocks import from_block
from extractor.structure.documents.entry import entry, lists_codes, papers_at, papers_of, symbols_in
from extractor.structure.documents.tables import (
    SYMBOL_HEAD,
    from_row,
    from_table,
    is_document_table,
    like_entry,
    merge,
    mostly_symbols,
    stands_alone,
)
from extractor.structure.vocabulary import fold, has_figure, is_heading, is_prose, is_purpose_line, is_whole, says


def settle(node: Node) -> None:
    """Move what is documentation out of an item's annotation into its documents, and note that none is foreseen."""
    kept: list[tuple[str, Block]] = []
    listing = before_it = False
    for position, (kind, block) in enumerate(node.annotation):
        text = block.text
        head, rest = _run_in_heading(text)
        if block.table:
            if is_document_table(block.table):
                node.documents += from_table(block.table)  # a documentation list, which is no annotation
            else:
                kept.append((kind, block))
            listing = before_it = False
            continue
        if is_heading(text, "documentation") and _heads_list(node.annotation, position):
            listing, before_it = True, False
            continue
        if head and rest:
            if says(text, "no_documentation"):
                node.no_documentation = True
            elif lists_codes(rest, spans := symbols_in(rest)):
                node.documents += papers_at(spans, block.page, block.bbox)
                listing = True
                continue
            elif one := entry(rest, block.page, block.bbox):
                node.documents.append(one)
                listing = True
                continue
        if _is_column_heads(block):
            listing, before_it = True, False
            continue
        if is_purpose_line(text):
            node.documents += papers_of(text, block.page, block.bbox)
            listing = before_it = False
            continue
        if says(text, "no_documentation") and len(text) < 2500:
            node.no_documentation = True
            if listing and not node.documents and len(text) < 60:
                continue
            kept.append((kind, block))
            listing = False
            continue
        if _symbol_beside_title(block):
            node.documents += from_row(block)
            continue
        if listing and is_whole(text, "sentences", "none"):
            node.no_documentation = not node.documents
            continue
        if listing and _heads_entries(node.annotation, position):
            continue
        if listing:
            if kind == "heading" or (is_prose(text) and not like_entry(block)):
                listing = False
            else:
                node.documents += from_block(block)
                continue
        if before_it:
            bulleted = block.label is not None and block.label.form in ("bullet", "letter", "roman", "arabic")
            if (bulleted and not is_prose(block.body)) or (like_entry(block) and symbols_in(text)):
                node.documents += from_block(block)
                continue
            before_it = False
        if kind != "heading" and stands_alone(block):
            node.documents += from_block(block)
            continue
        kept.append((kind, block))
        if says(text, "before_it") and text.rstrip().endswith(":"):
            before_it = True
    node.annotation = kept
    node.documents = merge(node.documents)


def _heads_list(stream: list[tuple[str, Block]], position: int) -> bool:
    """A heading `Documents` is one when something follows it."""
    return position + 1 < len(stream)


def _heads_entries(stream: list[tuple[str, Block]], position: int) -> bool:
    """`(b) Reports of the Secretary-General:` over entries `(i)`, `(ii)`: the words that they share, no document."""
    text = stream[position][1].text.rstrip()
    if not text.endswith((":", "：")) or symbols_in(text) or position + 1 >= len(stream):
        return False
    after = stream[position + 1][1]
    own = stream[position][1].label
    return after.label is not None and own is not None and after.label.value in ("i", "a", "1")


def _run_in_heading(text: str) -> tuple[str, str]:
    """`Documentation: Report of … (SYM)` in one paragraph."""
    head, colon, rest = text.partition(":")
    if colon and len(head) < 40 and is_heading(head, "documentation"):
        return head, rest.strip()
    return "", ""


def _symbol_beside_title(block: Block) -> bool:
    """A row of a table of one line: a symbol in a cell of its own with the title in the next."""
    cells = block.lines[0].cells
    if block.label is not None or not 2 <= len(cells) <= 3 or len(block.text) > 400:
        return False
    return any(mostly_symbols(cell.text) for cell in cells)


def _is_column_heads(block: Block) -> bool:
    """`Document | Title`: the head of a table whose only row was read as a block of its own."""
    cells = block.lines[0].cells
    return (
        len(block.lines) == 1
        and len(cells) >= 2
        and all(len(cell.text.split()) <= 3 and not has_figure(cell.text) for cell in cells)
        and SYMBOL_HEAD.search(fold(block.text)) is not None
    )
