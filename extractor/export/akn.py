"""Akoma Ntoso 3.0 after AKN4UN: an agenda, listing or annotated, as a ``debateReport``.

Source: AKN4UN guidelines, part 2, chapter 5 (meeting agenda) and part 1, chapters 4 to 6. Items are paragraphs, their
sub-items points of lists, titles their headings; annotations stand under their item as the guidelines' annotated list
has them: prose as cross headings that refer to ``#preamble``, numbered paragraphs as clauses, documents as a clause of
citations. The timetable is a debate section with recorded times. What we add to the words of the paper is marked
``status="editorial"``.

The IRI of a work holds the type and date of the paper, which a citation seldom says. A citation therefore leads to the
paper's address in the official document system and to its ``TLCReference``, and no IRI is made up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from extractor.export.akn_meta import References
from extractor.export.akn_names import Ids, class_of
from extractor.export.akn_xml import add, add_space, add_text, indent, table
from extractor.export.common import (
    Place,
    document_url,
    heading,
    labels,
    language_of,
    meeting_of,
    utf8,
    walk,
    xml_text,
    zone_of,
)
from extractor.export.outside import Marks, Outside, outside
from extractor.export.reading import Links, Piece, by_slot, loose_documents

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from extractor.model import Agenda, Block, Item, ItemDocument, ListedDocument, Meeting, PrintedBlock, ScheduleEntry

__all__ = ["NAMESPACE", "akoma_ntoso"]

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def akoma_ntoso(agenda: Agenda) -> bytes:
    """One paper as an XML file, indented, in UTF-8."""
    return _Writer(agenda).document()


class _Writer:
    """Makes the tree of one paper."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.words = labels(language_of(agenda))
        self.links = Links(agenda)
        self.ids = Ids()
        self.known = References(agenda, self.ids)
        self.items: dict[str, str] = {}
        self.outside: Outside = outside(agenda)
        self.marks = Marks(agenda)
        self.ids.name("footnotes")
        self.notes = [self.ids.new("note", parent="footnotes") for _ in agenda.footnotes]

    def document(self) -> bytes:
        found = class_of(self.agenda)
        root = ElementTree.Element("akomaNtoso", {"xmlns": NAMESPACE})
        report = add(root, found.element, name=found.name)
        self.known.write(report)
        self._preface(report)
        self._body(report)
        indent(root)
        return utf8(f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n')

    # The masthead

    def _preface(self, report: Element) -> None:
        document = self.agenda.document
        preface = add(report, "preface")
        numbers = add(preface, "p")
        for symbol in document.symbols or ([document.symbol] if document.symbol else []):
            add_space(numbers)
            add(numbers, "docNumber", symbol)
        if document.job_number:
            add_space(numbers)
            add(numbers, "docketNumber", document.job_number)
        if document.date:
            add_space(numbers)
            add(numbers, "docDate", document.date.isoformat(), date=document.date.isoformat(), refersTo="#issueDate")
        if len(numbers) == 0:
            preface.remove(numbers)
        for name in dict.fromkeys(name for name in (document.organ, document.body) if name):
            authority = add(add(preface, "p"), "docAuthority", name)
            authority.set("refersTo", f"#{self.known.organizations[name]}")
        for meeting, key in zip(self.agenda.meetings, self.known.meetings, strict=True):
            self._meeting(add(preface, "p"), meeting, key)
        add(add(preface, "p"), "docTitle", heading(document))

    def _meeting(self, line: Element, meeting: Meeting, key: str) -> None:
        """Body and session, then the event with its place and days."""
        if meeting.body and meeting.body not in (self.agenda.document.body, self.agenda.document.organ):
            add(line, "docAuthority", meeting.body, refersTo=f"#{self.known.organizations[meeting.body]}")
        if meeting.session.label:
            add_space(line)
            session = add(line, "session", meeting.session.label, refersTo=f"#{key}")
            if meeting.session.number:
                session.set("value", str(meeting.session.number))
        add_space(line)
        event = add(line, "event", refersTo=f"#{key}")
        if meeting.place:
            add(event, "location", meeting.place, refersTo=f"#{self.known.places[meeting.place]}")
        for period in meeting.periods:
            if len(event):
                add_text(event, ", ")
            self._days(event, period.start, period.end)
        if len(event) == 0:
            add_text(event, meeting.session.label or meeting.body or "–")

    def _days(self, parent: Element, first: dt.date | None, last: dt.date | None) -> None:
        if first:
            add(parent, "docDate", first.isoformat(), date=first.isoformat(), refersTo="#startDate")
        if last and last != first:
            if first:
                add_text(parent, "–")
            add(parent, "docDate", last.isoformat(), date=last.isoformat(), refersTo="#endDate")

    # The items

    def _body(self, report: Element) -> None:
        body = add(report, "mainBody")
        parents: dict[tuple[int, ...], tuple[Element, str]] = {}
        section, cluster = body, None
        self._outside(body, self.outside.before)
        for place in walk(self.agenda.items):
            if place.level == 1:
                if place.item.cluster != cluster:
                    cluster = place.item.cluster
                    section = add(body, "section", eId=self.ids.new("section")) if cluster else body
                    if cluster:
                        add(section, "heading", cluster)
                parents[place.path] = self._item(section, "paragraph", place)
                continue
            above = place.path[:-1]
            key = (*above, 0)  # the list of an item's sub-items: places count from 1
            if key not in parents:
                over, name = parents[above]
                # Its name must not depend on how many lists the annotation has.
                listed = self.ids.name(f"{name}__list_1")
                parents[key] = add(over, "list", eId=listed), listed
            over, name = parents[key]
            parents[place.path] = self._item(over, "point", place, name)
        self._outside(body, self.outside.among_items())
        if loose := loose_documents(self.agenda):
            name = self.ids.new("section")
            section = add(body, "section", eId=name)
            add(section, "heading", self.words["documents"], status="editorial")
            self._citations(section, name, loose)
        if self.agenda.schedule:
            self._timetable(body)
        self._outside(body, self.outside.after_timetable)
        if self.agenda.footnotes:
            self._footnotes(body)
        if len(body) == 0:
            add(body, "p")

    def _item(self, parent: Element, element: str, place: Place, above: str = "") -> tuple[Element, str]:
        """An item and its identifier. Items are counted through the whole agenda, sub-items within their item."""
        item = place.item
        name = self.ids.new(element, item.number if place.level == 1 else item.label or item.number, above)
        made = add(parent, element, eId=name)
        if item.number or item.label:
            add(made, "num", item.label or item.number)
        self._pieces(add(made, "heading"), self.links.pieces(item.title, item.number))
        if item.number is not None:
            self.items.setdefault(item.number, name)
        self._annotation(made, name, item)
        return made, name

    def _annotation(self, parent: Element, name: str, item: Item) -> None:
        points: Element | None = None
        clause = ""
        for block in item.annotation:
            pieces = list(self.marks.put(self.links.pieces(block.text, item.number), block.id))
            if block.type == "list_item":
                if points is None:
                    clause = self.ids.new("clause", parent=name)
                    made = add(parent, "clause", eId=clause, refersTo="#preamble")
                    clause = self.ids.new("list", parent=clause)
                    points = add(made, "list", eId=clause)
                point = add(points, "point", eId=self.ids.new("point", block.number, clause))
                self._numbered(point, block, pieces)
                continue
            points = None
            if block.type == "heading" and not block.number:
                cross = add(parent, "crossHeading", eId=self.ids.new("crossHeading", parent=name))
                self._pieces(cross, pieces)
            elif block.type == "paragraph" and not block.number:
                cross = add(parent, "crossHeading", eId=self.ids.new("crossHeading", parent=name))
                cross.set("refersTo", "#preamble")
                self._pieces(cross, pieces)
            else:
                made = add(parent, "clause", eId=self.ids.new("clause", block.number, name), refersTo="#preamble")
                self._numbered(made, block, pieces)
        if item.documents:
            self._citations(parent, name, item.documents)
        elif item.no_documentation and not item.annotation:  # an annotation says so itself
            made = add(parent, "clause", eId=self.ids.new("clause", parent=name), refersTo="#citations")
            add(add(made, "content"), "p", self.words["no_documentation"], status="editorial")

    def _outside(self, body: Element, blocks: Iterable[PrintedBlock]) -> None:
        """Text outside the items, in reading order: headings, numbered clauses, unnumbered text, tables."""
        section: Element | None = None
        name = ""
        for block in blocks:
            if section is None:
                name = self.ids.new("hcontainer")
                section = add(body, "hcontainer", name="text", eId=name)
            pieces = list(self.marks.put(self.links.pieces(block.text, block.item), block.id))
            if block.type == "heading" and not block.number:
                cross = add(section, "crossHeading", eId=self.ids.new("crossHeading", parent=name))
                self._pieces(cross, pieces)
                continue
            made = add(section, "clause", eId=self.ids.new("clause", block.number, name))
            if block.cells:
                table(add(made, "content"), block.cells)
            else:
                self._numbered(made, block, pieces)

    def _numbered(self, parent: Element, block: Block | PrintedBlock, pieces: list[Piece]) -> None:
        """A block with its number; a heading has no text below it."""
        if block.number:
            add(parent, "num", block.number)
        if block.type == "heading":
            self._pieces(add(parent, "heading"), pieces)
        else:
            self._pieces(add(add(parent, "content"), "p"), pieces)

    def _citations(self, parent: Element, above: str, documents: Iterable[ItemDocument | ListedDocument]) -> None:
        """Listed documents, a point each: the title, and the symbols as references in brackets behind it."""
        clause = self.ids.new("clause", parent=above)
        made = add(parent, "clause", eId=clause, refersTo="#citations")
        name = self.ids.new("list", parent=clause)
        points = add(made, "list", eId=name)
        for one in documents:
            point = add(points, "point", eId=self.ids.new("point", parent=name), refersTo="#citation")
            line = add(add(point, "content"), "p", one.title or "")
            if one.title and one.symbols:
                add_text(line, " (")
            for at, symbol in enumerate(one.symbols):
                add_text(line, ", " if at else "")
                self._reference(line, symbol, document_url(symbol, language_of(self.agenda)))
            if one.title and one.symbols:
                add_text(line, ")")

    def _pieces(self, parent: Element, pieces: Iterable[Piece]) -> None:
        for text, url, note, _ in pieces:
            if note is not None:
                add(parent, "noteRef", href=f"#{self.notes[note - 1]}", marker=text)
            elif url:
                self._reference(parent, text, url)
            else:
                add_text(parent, text)

    def _reference(self, parent: Element, text: str, url: str | None) -> None:
        """A citation: a ``ref`` where its address is known."""
        if url is None:
            add_text(parent, text)
            return
        made = add(parent, "ref", text, href=url)
        if url in self.known.cited:
            made.set("refersTo", f"#{self.known.cited[url]}")

    # Timetable and footnotes

    def _timetable(self, body: Element) -> None:
        name = self.ids.new("debateSection")
        section = add(body, "debateSection", name="timetable", eId=name)
        add(section, "heading", self.words["timetable"], status="editorial")
        for slot in by_slot(self.agenda):
            part = self.ids.new("debateSection", parent=name)
            made = add(section, "debateSection", name="slot", eId=part)
            self._slot(add(made, "block", name="time", eId=self.ids.new("block", parent=part)), slot[0])
            entries = self.ids.new("blockList", parent=part)
            listed = add(made, "blockList", eId=entries)
            for entry in slot:
                self._entry(add(listed, "item", eId=self.ids.new("item", parent=entries)), entry)

    def _slot(self, block: Element, entry: ScheduleEntry) -> None:
        self._days(block, entry.date, entry.end_date)
        meeting = meeting_of(self.agenda, entry.date)
        zone = zone_of(entry, meeting) or (entry.starts_at.tzinfo if entry.starts_at else None)
        sittings = entry.sittings or ([(entry.start, entry.end)] if entry.start else [])
        for at, (start, end) in enumerate(sittings):
            add_text(block, ", " if at else " " if len(block) else "")
            _time(block, "start", start, entry.date, zone)
            if end:
                add_text(block, "–")
                _time(block, "end", end, entry.end_date or entry.date, zone)
        if len(block) == 0:
            add_text(block, "–")
        if meeting and len(self.known.meetings) > 1:
            at = next(at for at, one in enumerate(self.agenda.meetings) if one is meeting)
            add_space(block)
            add(block, "event", meeting.body or meeting.session.label or "–", refersTo=f"#{self.known.meetings[at]}")

    def _entry(self, made: Element, entry: ScheduleEntry) -> None:
        if entry.items:
            number = add(made, "num")
            for at, one in enumerate(entry.items):
                add_text(number, ", " if at else "")
                if one in self.items:
                    add(number, "ref", one, href=f"#{self.items[one]}")
                else:
                    add_text(number, one)
        line = add(made, "p", entry.title or "")
        if entry.continued:
            add_text(line, " (" if entry.title else "(")
            add(line, "docStage", self.words["continued"], refersTo="#continuation")
            add_text(line, ")")

    def _footnotes(self, body: Element) -> None:
        """The notes at the end; references to them stand in the text where their marks are known to stand."""
        container = add(body, "container", name="footnotes", eId="footnotes")
        for name, note in zip(self.notes, self.agenda.footnotes, strict=True):
            made = add(add(container, "p"), "authorialNote", eId=name)
            made.set("marker", xml_text(note.marker))
            made.set("placement", "bottom")
            self._pieces(add(made, "p"), self.links.pieces(note.text, None))


def _time(block: Element, part: str, time: dt.time, day: dt.date | None, zone: dt.tzinfo | None) -> None:
    """A time of day, the ``start`` or ``end`` of a sitting; with its day and offset where they are known."""
    moment = dt.datetime.combine(day, time, zone).isoformat() if day else f"{time:%H:%M:%S}"
    made = add(block, "recordedTime", f"{time:%H:%M}", time=moment, refersTo=f"#{part}Time")
    made.set("type", f"{part}Event")
