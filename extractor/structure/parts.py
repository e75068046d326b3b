"""The body of a paper -> its items with their annotations and documents, family by family (format catalogue 0).

The families in the order in which they are tried: a list (in the text, on a contents page or in a table), a list inside
the timetable, annotations alone, and the papers that go with an agenda. A paper that fits none has no items.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from extractor.layout.blocks.metrics import Measures
from extractor.layout.blocks.model import Block
from extractor.records import Struct, field, replace
from extractor.rules import Rule, rule
from extractor.structure.agenda.annotations import Annotator
from extractor.structure.agenda.inner import inner_list
from extractor.structure.agenda.kinds import block_type
from extractor.structure.agenda.list import AgendaList, agenda_list, choose_list, find_lists
from extractor.structure.agenda.model import Node, walk
from extractor.structure.agenda.rebuilt import rebuild
from extractor.structure.agenda.run_in import part_labelled, put_in
from extractor.structure.agenda.slots import items_of_slots
from extractor.structure.agenda.table import unfold
from extractor.structure.agenda.titles import opens_annex
from extractor.structure.documents.below import listed_below
from extractor.structure.documents.blocks import from_block
from extractor.structure.documents.by_item import (
    Items,
    documents_by_item,
    papers_in_timetables,
    states_in_timetable,
    tables_by_item,
)
from extractor.structure.documents.model import ListedDocument
from extractor.structure.documents.tables import from_table, is_document_table, items_of_tables
from extractor.structure.kinds import Family, is_allocation, is_companion, names_agenda, speaks_of_agenda
from extractor.structure.owned import Papers, item_over, settled, with_all, with_papers, without_tables
from extractor.structure.settings import RECOGNITION
from extractor.structure.typeface import Face
from extractor.structure.vocabulary import is_heading, is_prose

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import BlockType


class Parts(Struct, frozen=True):
    """What the body of a paper holds.

    Attributes:
        family: how the items were found.
        blocks: the blocks of the body as they were read: tables that hold a list are unfolded, titles that
            run on into their text are parted from it.
        items: the item tree with annotations and documents.
        documents: documents that hang on no item.
        gaps: numbers that the list leaves out.
        unmatched: headings set like an item's that match none.
        owners: item number by block, for the blocks of the list and of the annotations.
        rule: the rule of `FAMILIES` that found them, empty for none.
        headings: item number by block, for the headings of the annotations.
        contents: the list is the contents page.
    """

    family: Family
    blocks: Sequence[Block]
    items: list[Node] = field(default_factory=list)
    documents: list[ListedDocument] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    unmatched: list[Block] = field(default_factory=list)
    owners: Mapping[Block, str | None] = field(default_factory=dict)
    rule: str = ""
    headings: Mapping[Block, str | None] = field(default_factory=dict)
    contents: bool = False

    @property
    def entries(self) -> set[Block]:
        """The blocks that are entries of a list."""
        return {node.block for node in walk(self.items) if node.block is not None and self.family in ("list", "inner")}

    @property
    def annotations(self) -> dict[Block, BlockType]:
        """The blocks that are annotation, with what kind of text each is."""
        return {block: kind for node in walk(self.items) for kind, block in node.annotation}

    @property
    def annotated(self) -> bool:
        """Whether any item has text."""
        return any(node.annotation for node in walk(self.items))

    @property
    def all_documents(self) -> list[tuple[ListedDocument, str | None]]:
        """Every listed document in printed order with its item's number."""
        every: list[tuple[ListedDocument, str | None]] = [(d, n.number) for n in walk(self.items) for d in n.documents]
        every += [(d, None) for d in self.documents]
        return sorted(every, key=lambda pair: (pair[0].page, pair[0].bbox[1]))


class Body(Struct, frozen=True):
    """What the families are looked for in: the title, the blocks of the text and those of the timetables."""

    title: str | None
    titled: bool  # the title names an agenda
    blocks: Sequence[Block]
    timed: Sequence[Block]
    measures: Measures
    beside: Papers = field(default_factory=dict)  # papers in the columns beside an unfolded list
    tables: Mapping[Block, Items] = field(default_factory=dict)  # tables of documents by item, taken out of the blocks
    tabled: Container[Block] = ()  # entries of tables that have a column of papers
    without: Container[Block] = ()  # entries of which a cell says that there is no document
    behind: Container[Block] = ()  # blocks that stand right behind a timetable

    @property
    def text(self) -> list[Block]:
        """The blocks without entries of a contents page."""
        return [block for block in self.blocks if not block.leader]


def parts_of(
    title: str | None,
    blocks: Sequence[Block],
    timed: Sequence[Block],
    measures: Measures,
    behind: Container[Block] = (),
    *,
    recorded: bool = True,
) -> Parts:
    """Take the body of a paper apart; `timed` are the blocks of its timetables, `behind` those right behind one."""
    body = Body(title, names_agenda(title), blocks, timed, measures, behind=behind)
    families: Sequence[Rule[[Body], Parts | None]] = (_companion,)
    if body.titled or (not speaks_of_agenda.applies(title) and _agenda_heading.applies(body)):
        families = FAMILIES
        tables = tables_by_item(blocks)
        body = replace(body, blocks=without_tables(blocks, tables), tables=tables)
        body = _unfolded.applies(body) or body
    for family in families:
        parts = family.applies(body)
        if parts is not None:
            return replace(parts, rule=family.name, blocks=with_all(parts.blocks, body.tables, blocks))
    return _inner.applies(title, blocks, measures.body_size, recorded) or Parts("none", blocks)


@rule("recognise.inner", source="catalogue 1.3, trap 20: resolutions and decisions with an agenda", otherwise=None)
def _inner(title: str | None, blocks: Sequence[Block], body_size: float, recorded: bool) -> Parts | None:
    """The agenda of a session to come in a paper that is none itself; its items have no text there."""
    found = None if names_agenda(title) else inner_list(blocks, body_size, recorded=recorded)
    if found is None:
        return None
    owners: dict[Block, str | None] = dict.fromkeys(blocks[found.start : found.end])
    owners.update((node.block, node.number) for node in walk(found.items) if node.block is not None)
    owners.update((block, node.number) for node, papers in found.documents for block in papers)
    listed = _listed(found)
    items = [settled(node, listed) for node in found.items]
    return Parts("inner", blocks, items, gaps=found.gaps, owners=owners, rule=_inner.name)


def _listed(found: AgendaList) -> dict[Block, list[ListedDocument]]:
    """The documents that a list has below its entries."""
    listed: dict[Block, list[ListedDocument]] = {}
    for node, blocks in found.documents:
        if node.block is not None:
            listed.setdefault(node.block, []).extend(one for block in blocks for one in from_block(block))
    return listed


@rule("recognise.agenda_heading", source="catalogue 1.1: the title of an agenda item stands where the paper's should")
def _agenda_heading(body: Body) -> bool:
    """An agenda heading opens the text though the title names no agenda; below the heading of an annex it does not."""
    if body.title is None:
        return False
    early = takewhile(lambda block: not opens_annex(block), body.blocks[: RECOGNITION.early_blocks])
    return any(
        is_heading(block.text, "agenda")
        and (block.bold or block.text.isupper() or Face.of(block).larger_than(body.measures.body_size))
        for block in early
        if block.page <= RECOGNITION.early_pages and not block.table
    )


@rule(
    "recognise.table_of_items",
    source="catalogue 0, F5 and F6: agendas set as tables",
    otherwise=None,
)
def _unfolded(body: Body) -> Body | None:
    """A table whose first column is a numbered list is read as the list, with the papers beside its entries."""
    done = unfold(body.blocks, body.measures)
    return replace(body, blocks=done.blocks, beside=done.beside, tabled=done.tabled, without=done.without)


# ---- families --------------------------------------------------------------------------------------------------------


@rule("recognise.list", source="catalogue 0, F1 to F3 and F5: a list, with or without annotations", otherwise=None)
def _from_list(body: Body) -> Parts | None:
    """The items of a list, in the text, on a contents page or in a table, and their annotations."""
    found = agenda_list(body.blocks, body.titled, picked=is_allocation.applies(body.title), tabled=body.tabled)
    if found is None or (body.titled and found.count < RECOGNITION.few and _more_headings.applies(body, found.count)):
        return None
    owners: dict[Block, str | None] = dict.fromkeys(body.blocks[found.start : found.end])
    for node in walk(found.items):
        if node.block is not None:
            owners[node.block] = node.number
    owners.update((block, node.number) for node, papers in found.documents for block in papers)
    listed = _listed(found)
    rest = [block for block in body.blocks[found.end :] if not block.leader]
    parts = Parts("list", body.blocks, found.items, gaps=found.gaps, owners=owners, contents=found.contents)
    parts = _annotated(parts, rest, body, listed)
    return replace(parts, items=with_papers(parts.items, body.beside, body.without))


@rule(
    "recognise.timetable_list",
    source="catalogue 0, F6: list, dates and papers in one table",
    otherwise=None,
)
def _from_timetable(body: Body) -> Parts | None:
    """The list of a paper that has it in its timetable: `Agenda item | Proposed date | Documentation`."""
    done = unfold(body.timed, body.measures)
    if len(done.blocks) == len(body.timed):
        return None
    found = choose_list(find_lists(done.blocks, body.titled, tabled=done.tabled), body.titled)
    if found is None or found.count < RECOGNITION.few:
        return None
    return _annotated(Parts("list", body.blocks, found.items, gaps=found.gaps), body.text, body, done.beside)


@rule(
    "recognise.numbered_slots",
    source="agendas of working groups: `9.30–11.00 | 2. Counting of ships`, the only list of items",
    otherwise=None,
)
def _from_slots(body: Body) -> Parts | None:
    """The items of a paper that is called an agenda and has them, numbered from 1 on, as entries of its timetable."""
    if not body.titled:
        return None
    items = [replace(node, rule=_from_slots.name) for node in items_of_slots(body.timed)]
    if len(items) < RECOGNITION.few:
        return None
    return _annotated(Parts("list", body.blocks, items), body.text, body, {})


@rule("recognise.annotations_alone", source="catalogue 0, F4: the list is in another paper", otherwise=None)
def _from_annotations(body: Body) -> Parts | None:
    """The items of annotations without a list."""
    if not body.titled:
        return None
    items = rebuild(body.text, body.measures.body_size)
    if not items and (parted := part_labelled(body.text)):
        body = replace(body, blocks=put_in(body.blocks, parted))
        items = rebuild(body.text, body.measures.body_size)
    if not items:
        return None
    parts = _annotated(Parts("annotations", body.blocks, items), body.text, body, {})
    return parts if parts.annotated else None


@rule("recognise.companion", source="catalogue 0, F8: organization of work, lists of documents", otherwise=None)
def _companion(body: Body) -> Parts | None:
    """Items and documents of a paper that is not an agenda but goes with one."""
    kind = is_companion(body.title)
    if kind is None:
        return None
    items = items_of_tables([block.table for block in body.blocks if block.table])
    status = _status.applies(body) if kind == "organization_of_work" and not items else None
    if status is not None:
        return status
    documents = _list_of_documents(body) if kind == "list_of_documents" else []
    if kind == "list_of_documents" and not documents:
        return None
    owners = {block: node.number for node in walk(items) for _, block in node.annotation}
    return Parts("companion", body.blocks, items, documents, owners=owners)


@rule(
    "recognise.status_of_documents",
    source="Main Committees: `Status of documentation`, below it `Item 24`, its title and `Documents`",
    otherwise=None,
)
def _status(body: Body) -> Parts | None:
    """Items that stand as headings over their papers, and no text of their own."""
    if not any(is_heading(block.text, "documentation") for block in body.text):
        return None
    items = [node for node in rebuild(body.text, body.measures.body_size, picked=True) if node.block is not None]
    if not items:
        return None
    parts = _annotated(Parts("companion", body.blocks, items), body.text, body, {})
    return parts if any(node.documents for node in walk(parts.items)) else None


#: The families in the order in which they are tried.
FAMILIES = (_from_list, _from_timetable, _from_slots, _from_annotations, _companion)


def _list_of_documents(body: Body) -> list[ListedDocument]:
    found: list[ListedDocument] = []
    listing = False
    for block in body.blocks:
        if block.table:
            if is_document_table(block.table):
                found += from_table(block.table)
        elif is_heading(block.text, "documentation"):
            listing = True
        elif not is_prose(block.text) and block_type(block, body.measures.body_size) != "heading":
            found += [document for document in from_block(block) if document.symbols or _headed.applies(listing)]
    return found


@rule("recognise.documents_under_heading", source="lists of documents have letters and notes between their entries")
def _headed(listing: bool) -> bool:
    """In a list of documents, entries without a symbol count under a heading that says documents."""
    return listing


@rule("recognise.more_headings", source="catalogue 0, F4: the first headings of annotations alone look like a list")
def _more_headings(body: Body, entries: int) -> bool:
    """The annotations have more headings than a short list has entries: then it was only their first."""
    return len(rebuild(body.text, body.measures.body_size)) > entries


# ---- annotations and the papers in them ------------------------------------------------------------------------------


def _annotated(parts: Parts, blocks: Sequence[Block], body: Body, listed: Papers) -> Parts:
    """The parts with the annotations of their items, and the documents taken out of them.

    `listed` are documents that the list has for its items.
    """
    end = _annex.applies(blocks, body.measures.body_size)
    end = len(blocks) if end is None else end
    done = Annotator(parts.items, body.measures.body_size, body.behind).run(blocks[:end])
    owners = dict(parts.owners)
    for node in walk(parts.items):
        owners.update((block, node.number) for _, block in node.annotation)
    items = [settled(node, listed) for node in parts.items]
    annexed, others = _annexed([*done.left, *blocks[end:]], body, items)
    return replace(
        parts,
        blocks=put_in(parts.blocks, done.parted),
        items=with_papers(items, annexed),
        documents=others,
        unmatched=done.unmatched,
        owners=owners,
        headings={block: node.number for block, node in done.headings},
    )  # fmt: skip


@rule("recognise.annex", source="catalogue 4: annexes other than the timetable are no annotations", otherwise=None)
def _annex(blocks: Sequence[Block], body_size: float) -> int | None:
    """The annotations end where the annexes begin."""
    for index, block in enumerate(blocks):
        alone = len(block.lines[0].text) < RECOGNITION.annex_label
        if opens_annex(block) and (block.bold or alone or Face.of(block).larger_than(body_size)):
            return index
    return None


def _annexed(
    blocks: Sequence[Block], body: Body, items: list[Node]
) -> tuple[dict[Block, list[ListedDocument]], list[ListedDocument]]:
    """Papers that no item has yet: of tables by item each belongs to the item that its row names.

    Returns them by the entry or heading of their item, and those that belong to none.
    """
    homes = {node.number: node.block for node in walk(items)}
    of_states = [(one, item_over(block, items)) for block in body.timed for one in states_in_timetable.applies(block)]
    known = {symbol for node in walk(items) for document in node.documents for symbol in document.symbols}
    found: dict[Block, list[ListedDocument]] = {}
    others: list[ListedDocument] = []
    listed = [*documents_by_item(body.tables.items()), *papers_in_timetables(body.timed), *of_states]
    listed += listed_below(blocks)
    for document, number in listed:
        if document.symbols and known.issuperset(document.symbols):
            continue
        known.update(document.symbols)
        home = homes.get(number) if number else None
        (found.setdefault(home, []) if home is not None else others).append(document)
    return found, others
