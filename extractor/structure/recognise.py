"""A laid-out paper -> its parts: masthead, timetable, list, annotations, documents, what kind of paper it is.

Family first (format catalogue 0): a list with annotations, a list alone, annotations alone, a contents page that
serves as list, a
table of items, a timetable or a list of documents; whatever fits none of them is `other` and keeps its masthead and
references.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.diagnostics import Note
from extractor.layout.arrange import Paper
from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.model import Block
from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import TABLES, column_of
from extractor.layout.tables.model import Table
from extractor.reading.page import BBox
from extractor.structure.agenda.annotations import Annotator
from extractor.structure.agenda.list import AgendaList, choose_list, find_lists
from extractor.structure.agenda.model import Node, walk
from extractor.structure.agenda.rebuilt import block_type, rebuild
from extractor.structure.agenda.run_in import part_labelled, put_in
from extractor.structure.agenda.table import unfold
from extractor.structure.agenda.titles import opens_annex
from extractor.structure.documents.blocks import from_block
from extractor.structure.documents.model import ListedDocument
from extractor.structure.documents.separate import settle
from extractor.structure.documents.tables import by_item, from_table, is_document_table, items_of_tables
from extractor.structure.kinds import is_allocation, is_companion, kind_of, names_agenda, speaks_of_agenda
from extractor.structure.language import running_language
from extractor.structure.masthead.read import Masthead, read_masthead
from extractor.structure.meetings.model import MeetingFacts
from extractor.structure.meetings.opening import take_opening
from extractor.structure.meetings.read import read_meetings
from extractor.structure.mentions import CITED, Unit
from extractor.structure.timetable.read import ScheduleContext, ScheduleEntry, read_schedule, schedule_regions
from extractor.structure.vocabulary import has_figure, is_heading, is_prose, is_whole

#: `71/3`, `2911 (XXVII)`, `XII/5`: the number of a resolution or decision (format catalogue 6.2).
_BARE_NUMBER = re.compile(r"\d{1,4}/\d|\d{1,4}\s?\([IVXLCDMS-]+\)|[IVXL]+/\d")
#: A paper that is not called a timetable is one when so much of it is.
MOSTLY_TIMETABLE = 0.4
#: A list of fewer items is weighed against the headings of the annotations.
FEW = 3


@dataclass(slots=True)
class Recognised:
    """All parts of a paper, still in the terms of the layout."""

    masthead: Masthead
    language: str | None
    kind: str
    items: list[Node]
    documents: list[tuple[ListedDocument, str | None]]
    schedule: list[ScheduleEntry]
    meetings: list[MeetingFacts]
    units: list[Unit]
    introduction: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    unmatched: list[Block] = field(default_factory=list)


def recognise(paper: Paper) -> Recognised:
    """Take a laid-out paper apart. Never fails: what is not there is empty."""
    language = running_language(line.text for line in paper.lines)
    masthead = read_masthead(paper.sheets, language or "en")
    head = [line for index, line in enumerate(paper.lines) if index < masthead.end or index in masthead.consumed]
    body = [line for index, line in enumerate(paper.lines) if index >= masthead.end and index not in masthead.consumed]
    regions = schedule_regions(body, paper.rules, language or "en")
    blocks: list[Block] = []
    timed: list[Block] = []
    at = 0
    for region in regions:
        blocks += _blocks(body[at : region.start], paper)
        timed += _blocks(body[region.start : region.end], paper)
        at = region.end
    blocks += _blocks(body[at:], paper)

    parts = _Parts(masthead, blocks, timed, paper)
    parts.read()
    agenda = bool(parts.items) or names_agenda(masthead.title) or is_companion(masthead.title) is not None
    # a letter or a report speaks of the gatherings of others
    texts = _meeting_texts(blocks) if agenda else []
    language_code = language or "en"
    meetings = read_meetings(masthead, texts, (), language_code)
    schedule, notes = _schedule(body, regions, paper, masthead, meetings, parts.items, language_code)
    if meetings:
        take_opening(meetings[0], schedule)

    kind = kind_of(
        masthead.title,
        listed=bool(parts.items) and parts.from_list,
        annotated=any(node.annotation for node in walk(parts.items)),
        scheduled=bool(schedule),
        mostly=sum(region.end - region.start for region in regions) > MOSTLY_TIMETABLE * max(len(body), 1),
        rebuilt=parts.rebuilt,
        addendum=bool(masthead.symbol and "/Add." in masthead.symbol),
        documents=bool(parts.documents),
    )
    if kind == "other":
        parts.items, parts.documents = [], []
        schedule = []
    if kind in ("organization_of_work", "list_of_documents"):
        parts.documents = parts.documents or []
    units = _units(head, parts, blocks, timed, paper)
    return Recognised(
        masthead, language, kind, parts.items, parts.all_documents(), schedule, meetings, units, parts.introduction,
        notes, parts.gaps, parts.unmatched,
    )  # fmt: skip


def _blocks(lines: Sequence[Line], paper: Paper) -> list[Block]:
    return blocks_of(lines, paper.rules, paper.measures) if lines else []


class _Parts:
    """List, annotations and documents of the body."""

    def __init__(self, masthead: Masthead, blocks: list[Block], timed: list[Block], paper: Paper) -> None:
        self.timed = timed
        self.masthead, self.blocks, self.body_size = masthead, blocks, paper.measures.body_size
        self.paper = paper
        self.items: list[Node] = []
        self.documents: list[ListedDocument] = []  # that hang on no item
        self.introduction: list[Block] = []
        self.unmatched: list[Block] = []
        self.gaps: list[str] = []
        self.from_list = False
        self.rebuilt = False
        self.annexed: list[Block] = []  # what stands behind the annotations
        self.owner: dict[int, str | None] = {}  # id of block -> item number

    def read(self) -> None:
        title = self.masthead.title
        titled = names_agenda(title)
        if not titled and (speaks_of_agenda(title) or not self._agenda_heading()):
            self._companion(is_companion(title))
            return
        blocks, beside = unfold(self.blocks, self.paper.measures)
        if len(blocks) != len(self.blocks):
            self.blocks[:] = blocks
        picked = is_allocation(title)
        found = choose_list(find_lists(self.blocks, titled, picked=picked), titled)
        if found is not None and found.count < FEW and titled and self._more_headings(found.count):
            found = None
        if found is not None:
            self._from_list(found)
            self._take_papers(beside)
        elif self._from_timetable(titled):
            pass
        elif titled:
            self._from_annotations()
        if not self.items:
            self._companion(is_companion(title))

    def _from_timetable(self, titled: bool) -> bool:
        """The list of a paper that has it in its timetable: `Agenda item | Proposed date | Documentation`."""
        blocks, beside = unfold(self.timed, self.paper.measures)
        if len(blocks) == len(self.timed):
            return False
        found = choose_list(find_lists(blocks, titled), titled)
        if found is None or found.count < FEW:
            return False
        self.items, self.gaps, self.from_list = found.items, found.gaps, True
        by_place = {(node.page, node.bbox): node for node in walk(self.items)}
        for block in blocks:
            node = by_place.get((block.page, block.bbox))
            if node is not None:
                node.documents += beside.get(id(block), [])
        self._annotate([block for block in self.blocks if not block.leader])
        return True

    def _more_headings(self, entries: int) -> bool:
        """Whether the annotations have more headings than a short list has entries: then it was only their first."""
        return len(rebuild([block for block in self.blocks if not block.leader], self.body_size)) > entries

    def _agenda_heading(self) -> bool:
        """Whether an agenda heading opens the text though the title is another's (an item's title in its place)."""
        if self.masthead.title is None:
            return False
        early = [block for block in self.blocks[:8] if block.page <= 2 and not block.table]
        return any(
            is_heading(block.text, "agenda")
            and (block.bold or block.size > self.body_size + 0.8 or block.text.isupper())
            for block in early
        )

    def _from_list(self, found: AgendaList) -> None:
        self.items, self.gaps, self.from_list = found.items, found.gaps, True
        for node, blocks in found.documents:
            for block in blocks:
                node.documents += from_block(block)
                self.owner[id(block)] = node.number
        self.introduction = list(self.blocks[: found.start])
        entries: dict[tuple[int, BBox], str | None] = {}
        for node in walk(self.items):
            entries.setdefault((node.page, node.bbox), node.number)
        for block in self.blocks[found.start : found.end]:
            self.owner.setdefault(id(block), entries.get((block.page, block.bbox)))
        rest = [block for block in self.blocks[found.end :] if not block.leader]
        self._annotate(rest)

    def _take_papers(self, beside: dict[int, list[ListedDocument]]) -> None:
        """Papers that stand beside the entries of the list."""
        by_place = {(node.page, node.bbox): node for node in walk(self.items)}
        for block in self.blocks:
            node = by_place.get((block.page, block.bbox))
            if node is not None and id(block) in beside:
                node.documents += beside[id(block)]

    def _from_annotations(self) -> None:
        blocks = [block for block in self.blocks if not block.leader]
        self.items = rebuild(blocks, self.body_size)
        if not self.items and (parted := part_labelled(blocks)):
            whole, blocks = blocks, put_in(blocks, parted)
            self.items = rebuild(blocks, self.body_size)
            if self.items:
                self.blocks[:] = put_in(self.blocks, parted)
            else:
                blocks = whole
        if self.items:
            self.rebuilt = True
            self._annotate(blocks)

    def _annotate(self, blocks: list[Block]) -> None:
        done = Annotator(self.items, self.body_size).run(self._before_annex(blocks))
        self.unmatched = done.unmatched
        if done.parted:
            self.blocks[:] = put_in(self.blocks, done.parted)
        self.introduction += done.introduction
        for node in walk(self.items):
            for _, block in node.annotation:
                self.owner[id(block)] = node.number
            settle(node)
        self._take_annexed()

    def _before_annex(self, blocks: list[Block]) -> list[Block]:
        """Annexes other than the timetable are no annotations."""
        for index, block in enumerate(blocks):
            if opens_annex(block) and (
                block.bold or block.size > self.body_size + 0.8 or len(block.lines[0].text) < 12
            ):
                self.introduction += blocks[index:]
                self.annexed = blocks[index:]
                return blocks[:index]
        return blocks

    def _take_annexed(self) -> None:
        """Papers of an annexed list of documents that no item has yet: each belongs to the item that its row names."""
        nodes = {node.number: node for node in walk(self.items)}
        known = {symbol for node in walk(self.items) for document in node.documents for symbol in document.symbols}
        listing = False
        for block in self.annexed:
            if opens_annex(block):
                listing = False
            elif block.table is None:
                listing = listing or is_companion(block.text) == "list_of_documents"
            elif listing and is_document_table(block.table):
                for document, number in by_item(block.table):
                    if document.symbols and known.issuperset(document.symbols):
                        continue
                    node = nodes.get(number) if number else None
                    (node.documents if node is not None else self.documents).append(document)

    def _companion(self, kind: str | None) -> None:
        """Items and documents of a paper that is no agenda but goes with one."""
        self.introduction = self.blocks
        if kind is None:
            return
        tables = [block.table for block in self.blocks if block.table]
        self.items = items_of_tables(tables)
        if kind == "list_of_documents":
            listing = False
            for block in self.blocks:
                if block.table:
                    if is_document_table(block.table):
                        self.documents += from_table(block.table)
                elif is_heading(block.text, "documentation"):
                    listing = True
                elif not is_prose(block.text) and block_type(block, self.body_size) != "heading":
                    documents = from_block(block)
                    self.documents += [d for d in documents if d.symbols or listing]

    def all_documents(self) -> list[tuple[ListedDocument, str | None]]:
        """Every listed document in printed order with its item's number."""
        every: list[tuple[ListedDocument, str | None]] = [(d, n.number) for n in walk(self.items) for d in n.documents]
        every += [(d, None) for d in self.documents]
        return sorted(every, key=lambda pair: (pair[0].page, pair[0].bbox[1]))


def _meeting_texts(blocks: Sequence[Block]) -> list[str]:
    """Texts in which a sentence may say when the session opens or is held, in printed order."""
    texts: list[str] = []
    for block in blocks:
        if block.table or block.leader:
            continue
        if len(block.text) > 20 and has_figure(block.text):
            texts.append(block.text)
    return texts


def _schedule(
    body: Sequence[Line],
    regions: Sequence[object],
    paper: Paper,
    masthead: Masthead,
    meetings: Sequence[MeetingFacts],
    items: list[Node],
    language: str,
) -> tuple[list[ScheduleEntry], list[Note]]:
    entries: list[ScheduleEntry] = []
    notes: list[Note] = []
    periods = tuple(period for meeting in meetings for period in meeting.periods)
    year = next((p.first.year for p in periods if p.first), masthead.date.year if masthead.date else None)
    context = ScheduleContext(
        periods=periods,
        year=year,
        issue_date=masthead.date,
        place=next((m.place for m in meetings if m.place), None),
        language=language,
        items={node.number: node.title for node in walk(items) if node.number},
    )
    for region in regions:
        lines = body[region.start : region.end]  # type: ignore[attr-defined]
        found, unfit = read_schedule(lines, paper.rules, context)
        entries += found
        notes += unfit
    return entries, notes


def _units(
    head: Sequence[Line], parts: _Parts, blocks: Sequence[Block], timed: Sequence[Block], paper: Paper
) -> list[Unit]:
    """The running text in printed order: masthead, body, timetable, footnotes behind the page they stand on."""
    units: list[Unit] = []
    for block in _blocks(head, paper):
        units += _of_block(block, None, "meeting" if block.page == 1 else "other")
    scheduled = {id(block) for block in timed}
    above: Block | None = None
    for block in sorted([*blocks, *timed], key=lambda block: (block.page, block.bbox[1])):
        role = "schedule" if id(block) in scheduled else "other"
        units += _of_block(block, parts.owner.get(id(block)), role, above)
        above = block
    for note in paper.footnotes:
        units.append(Unit(note.text, note.page, note.bbox))
    units.sort(key=lambda unit: unit.page)
    return units


def _of_block(block: Block, item: str | None, role: str, above: Block | None = None) -> Iterable[Unit]:
    if block.table is None:
        return [Unit(block.text, block.page, block.bbox, item, role)]
    nouns = _cited(block.table, above)
    return [
        Unit(text, row.page, row.bbox, item, role, nouns.get(column, "") if _BARE_NUMBER.match(text) else "")
        for row in block.table.rows
        for column in sorted(row.cells)
        for text in [row.cells[column].text]
    ]


def _cited(table: Table, above: Block | None) -> dict[int, str]:
    """Columns of bare numbers of resolutions or decisions, by their heads; the head of one row may stand over it."""
    heads = [(column, cell.text) for row in table.rows[:1] for column, cell in row.cells.items()]
    if above is not None and above.table is None and len(above.lines[-1].cells) > 1:
        heads += [(column_of(cell.x0, table.columns, TABLES), cell.text) for cell in above.lines[-1].cells]
    return {at: kind for at, text in heads for kind in CITED if is_whole(text, "columns", kind)}
