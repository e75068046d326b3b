"""Lists of documents behind the annotations: in an annex, or under a heading of their own (format catalogue 3.5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.grammar.symbols.placeholder import holds_placeholder
from extractor.layout.blocks.model import Block
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.agenda.titles import item_suffix, number_of, opens_annex
from extractor.structure.documents.blocks import from_block
from extractor.structure.documents.by_item import is_list_heading
from extractor.structure.documents.model import ListedDocument
from extractor.structure.documents.tables import from_table, is_document_table, like_entry
from extractor.structure.timetable.item_numbers import leading_items
from extractor.structure.vocabulary import is_prose

#: A document and the number of its item, None where it hangs on none.
Listed = tuple[ListedDocument, str | None]


def listed_below(blocks: Iterable[Block]) -> list[Listed]:
    """The documents of lists that stand below a heading which says documents."""
    found: list[Listed] = []
    listing = False
    item: str | None = None
    for block in blocks:
        if opens_annex(block):
            listing, item = False, None
        if block.table is not None:
            if listing and is_document_table(block.table):
                found += [(one, item) for one in from_table(block.table)]
        elif annexed_list.applies(block):
            listing, item = True, None
        elif listing and (named := heads_item.applies(block)):
            item = named
        elif listing and is_prose(block.text) and not like_entry(block):
            listing = False
        elif listing:
            named = item_behind.applies(block)
            found += [(_without_item(one), named or item) for one in lines_of_list.applies(block)]
    return found


@rule("recognise.annexed_documents", source="boards of funds and programmes: `Annex II. List of documents`")
def annexed_list(block: Block) -> bool:
    """The heading of an annexed list of documents."""
    return is_list_heading(block)


@rule("documents.item_over_list", source="annexed lists of documents: `Item 3. Lenses` over its papers", otherwise=None)
def heads_item(block: Block) -> str | None:
    """The item that a line names over the documents below it."""
    named = leading_items(block.text)
    if named is None or not named.worded or len(named.items) != 1 or from_symbols(block):
        return None
    return named.items[0]


@rule("documents.item_behind", source="annexed lists of documents: `A/99/12  Note on lights (item 3)`", otherwise=None)
def item_behind(block: Block) -> str | None:
    """The item in brackets behind the title of a document."""
    suffix = item_suffix().search(block.text)
    return number_of(suffix) if suffix is not None else None


def _without_item(document: ListedDocument) -> ListedDocument:
    suffix = item_suffix().search(document.title or "")
    return replace(document, title=(document.title or "")[: suffix.start()]) if suffix is not None else document


@rule("documents.lines_below", source="annexes that list documents line by line", otherwise=())
def lines_of_list(block: Block) -> Sequence[ListedDocument]:
    """The documents of a line or paragraph of such a list, which have symbols or placeholders for them."""
    return from_symbols(block)


def from_symbols(block: Block) -> list[ListedDocument]:
    """The documents of a block that have a symbol, or are to have one."""
    return [one for one in from_block(block) if one.symbols or holds_placeholder(block.text)]
