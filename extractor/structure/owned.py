"""Documents of items: taken out of their annotations, given to them, and the tables in which they were listed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from extractor.layout.blocks.model import Block
from extractor.records import replace
from extractor.structure.agenda.model import Node, walk
from extractor.structure.documents.by_item import Items, is_list_heading
from extractor.structure.documents.model import ListedDocument
from extractor.structure.documents.separate import separate
from extractor.structure.documents.tables import merge

__all__ = ["Papers", "item_over", "settled", "with_all", "with_papers", "without_tables"]

#: Papers by the entry or heading of the item that they belong to.
Papers = Mapping[Block, Sequence[ListedDocument]]


def settled(node: Node, listed: Papers) -> Node:
    """An item whose documentation is taken out of its annotation."""
    own = [*node.documents, *(listed.get(node.block, ()) if node.block is not None else ())]
    parted = separate(node.annotation, own)
    return replace(
        node,
        annotation=parted.annotation,
        documents=merge([*own, *parted.documents]),
        no_documentation=node.no_documentation or parted.none_foreseen,
        children=[settled(child, listed) for child in node.children],
    )


def with_papers(nodes: Iterable[Node], papers: Papers, without: Container[Block] = ()) -> list[Node]:
    """Items with more documents; those `without` any say so."""
    if not papers and not without:
        return list(nodes)
    return [
        replace(
            node,
            documents=[*node.documents, *(papers.get(node.block, ()) if node.block is not None else ())],
            no_documentation=node.no_documentation or node.block in without,
            children=with_papers(node.children, papers, without),
        )
        for node in nodes
    ]


def without_tables(blocks: Sequence[Block], placed: Mapping[Block, Items]) -> list[Block]:
    """The blocks without the tables of documents by item, and without the headings of those."""
    kept: list[Block] = []
    for block in blocks:
        if block not in placed:
            kept.append(block)
        elif kept and is_list_heading(kept[-1]):
            kept.pop()
    return kept


def with_all(blocks: Sequence[Block], tables: Mapping[Block, Items], every: Sequence[Block]) -> Sequence[Block]:
    """The blocks, and where they stood the tables that were taken out of them with their headings."""
    if not tables:
        return blocks
    places = {block: place for place, block in enumerate(every)}
    left = set(without_tables(every, tables))
    found = list(blocks)
    for out in [block for block in every if block not in left]:
        behind = (at for at, block in enumerate(found) if places.get(block, -1) > places[out])
        found.insert(next(behind, len(found)), out)
    return found


def item_over(block: Block, items: list[Node]) -> str | None:
    """The item whose heading or text is the last above a block."""
    at = block.page, block.bbox[1]
    over = [
        ((one.page, one.bbox[1]), node.number)
        for node in walk(items)
        for one in (node.heading, *(text for _, text in node.annotation))
        if one is not None and (one.page, one.bbox[1]) < at
    ]
    return max(over, key=lambda found: found[0])[1] if over else None
