"""Flat tables of agendas, for CSV and Parquet: papers, meetings, items, documents, schedule and so on.

:func:`rows` is pure: an agenda in, rows out. Each row begins with the three columns that name its paper, so that rows
of many papers can stand in one table and the tables can be joined. The columns and their Arrow types stand in
:data:`TABLES`; the page ``docs/formats.md`` is checked against them.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from extractor.export.common import document_url, language_of, meeting_of, walk

if TYPE_CHECKING:
    from extractor.model import Agenda
    from extractor.model.masthead import Period

__all__ = ["TABLES", "Column", "Table", "rows"]

ColumnType = Literal["string", "int32", "bool", "date32", "timestamp[ms, UTC]", "list<string>"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, Arrow type and meaning."""

    name: str
    type: ColumnType
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what a row stands for, and its columns in order."""

    name: str
    row: str
    columns: tuple[Column, ...]


_PAPER = (
    Column("symbol", "string", "Symbol of the paper; null where it has none."),
    Column("language", "string", "Language of the paper, ISO 639-1."),
    Column("sha256", "string", "SHA-256 of the PDF: names the paper even without a symbol."),
)
_PAGE = Column("page", "int32", "Page of the PDF, counted from 1.")

_PERIODS = "Its runs of days: 2031-06-02/2031-06-06, one day alone as 2031-06-02."

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "papers",
            "a paper: its masthead, when and where its meetings are, and whether a person should check it",
            (
                *_PAPER,
                Column("symbols", "list<string>", "All symbols of the masthead."),
                Column("kind", "string", "What the paper is: agenda, annotated_agenda, other and so on."),
                Column("title", "string", "Title."),
                Column("organ", "string", "The outermost body of the masthead."),
                Column("body", "string", "The body that meets."),
                Column("distribution", "string", "Distribution: general, limited and so on."),
                Column("date", "date32", "Date of issue."),
                Column("original_language", "string", "Original language, ISO 639-1."),
                Column("job_number", "string", "Job number."),
                Column("session", "string", "Session of the first meeting, as printed."),
                Column("place", "string", "City of the first meeting."),
                Column("periods", "list<string>", _PERIODS),
                Column("first_day", "date32", "First day of its meetings."),
                Column("last_day", "date32", "Last day of its meetings."),
                Column("meetings", "int32", "How many meetings it announces."),
                Column("items", "int32", "How many items and sub-items it has."),
                Column("pages", "int32", "Pages of the PDF."),
                Column("text_layer", "string", "Where the text comes from: digital, ocr or none."),
                Column("review", "string", "Whether a person should check the result: none, look or doubtful."),
                Column("corrected", "int32", "How many corrections of people are in it."),
            ),
        ),
        Table(
            "meetings",
            "a meeting that a paper announces: one body at one session",
            (
                *_PAPER,
                Column("position", "int32", "Its place in the paper, counted from 1."),
                Column("kind", "string", "What the paper is."),
                Column("title", "string", "Title of the paper."),
                Column("date", "date32", "Date of issue of the paper."),
                Column("body", "string", "The body that meets."),
                Column("session", "string", "Session as printed."),
                Column("session_number", "int32", "Its ordinal number; null where it is named by a year."),
                Column("place", "string", "City."),
                Column("country", "string", "Country of the place, ISO 3166-1 alpha-2."),
                Column("timezone", "string", "IANA time zone of the place."),
                Column("periods", "list<string>", _PERIODS),
                Column("first_day", "date32", "First day."),
                Column("last_day", "date32", "Last day."),
                Column("opens_at", "timestamp[ms, UTC]", "Moment of its opening, where stated."),
                Column("format", "string", "How the participants meet: in_person, hybrid or online."),
                Column("review", "string", "Whether a person should check the paper: none, look or doubtful."),
            ),
        ),
        Table(
            "items",
            "an agenda item or sub-item, in printed order",
            (
                *_PAPER,
                Column("path", "string", "Where it stands: /3/1 is the first sub-item of the third item."),
                Column("parent_path", "string", "The path of the item above; null at the first level."),
                Column("level", "int32", "1 for an item, 2 for a sub-item, and so on."),
                Column("number", "string", "The whole number: 1(a); null for an unnumbered item."),
                Column("label", "string", "Number or letter as printed."),
                Column("title", "string", "Title."),
                Column("cluster", "string", "Heading over the item."),
                Column("annotation", "string", "Its annotation, blocks parted by an empty line; null where none."),
                Column("documents", "list<string>", "Symbols of the documents listed under it."),
                Column("no_documentation", "bool", "Whether the text says that no documentation is foreseen."),
                _PAGE,
            ),
        ),
        Table(
            "documents",
            "a document that the paper lists",
            (
                *_PAPER,
                Column("position", "int32", "Its place in the paper, counted from 1."),
                Column("item", "string", "Number of the item under which it is listed."),
                Column("title", "string", "Title."),
                Column("document_symbol", "string", "Its symbol, the first where there are several."),
                Column("symbols", "list<string>", "All its symbols."),
                Column("url", "string", "Address of the first symbol in the official document system."),
                _PAGE,
            ),
        ),
        Table(
            "schedule",
            "an entry of the timetable",
            (
                *_PAPER,
                Column("position", "int32", "Its place in the timetable, counted from 1."),
                Column("date", "date32", "Day, or first day."),
                Column("end_date", "date32", "Last day, where it covers several."),
                Column("start", "string", "Local time of its start, HH:MM."),
                Column("end", "string", "Local time of its end, HH:MM."),
                Column("sittings", "list<string>", "Its sittings, HH:MM-HH:MM, where it has two or more."),
                Column("starts_at", "timestamp[ms, UTC]", "Moment of its start; null where the zone is unknown."),
                Column("ends_at", "timestamp[ms, UTC]", "Moment of its end; null where the zone is unknown."),
                Column("timezone", "string", "IANA time zone of the place."),
                Column("items", "list<string>", "Numbers of the items that are taken up."),
                Column("title", "string", "The entry's own words."),
                Column("continued", "bool", "Whether it continues an earlier one."),
                Column("body", "string", "The body that meets."),
                Column("place", "string", "City."),
                _PAGE,
            ),
        ),
        Table(
            "footnotes",
            "a footnote",
            (
                *_PAPER,
                Column("position", "int32", "Its place in the paper, counted from 1."),
                Column("marker", "string", "Mark as printed."),
                Column("text", "string", "Text of the note, without its mark."),
                _PAGE,
                Column("places", "string", "Where it stands, as JSON: a list of page and bbox."),
                Column("anchors", "string", "Where its mark stands in the text, as JSON: a list of block and offset."),
            ),
        ),
        Table(
            "references",
            "a mention of a document, resolution or decision",
            (
                *_PAPER,
                Column("position", "int32", "Its place in the paper, counted from 1."),
                Column("kind", "string", "document, resolution or decision."),
                Column("text", "string", "The mention as printed."),
                Column("reference_symbol", "string", "Symbol of what is mentioned; null where none can be derived."),
                Column("owner", "string", "The body whose resolution or decision it is."),
                Column("number", "string", "Number of the resolution or decision."),
                Column("url", "string", "Where the document is to be found."),
                Column("item", "string", "Number of the item in whose text it stands."),
                _PAGE,
                Column("evidence", "list<string>", "What says that it is this document: text, link or both."),
            ),
        ),
        Table(
            "blocks",
            "a block of the ledger, in reading order: all that the paper prints",
            (
                *_PAPER,
                Column("id", "int32", "Its number in the paper, counted from 1."),
                Column("role", "string", "What it is to the paper: annotation, text, timetable, furniture and so on."),
                Column("type", "string", "paragraph, heading, list_item or table."),
                Column("item", "string", "Number of the item to which it belongs."),
                Column("number", "string", "Paragraph number, list label or mark of a footnote."),
                Column("text", "string", "The text."),
                Column("cells", "string", "Of a table: its rows of cells, as JSON; null for others."),
                _PAGE,
                Column("places", "string", "Where it stands, as JSON: a list of page and bbox."),
                Column("in_doubt", "bool", "The file's text is garbage here and not what the page shows."),
            ),
        ),
        Table(
            "diagnostics",
            "something that did not fit, or that was inferred",
            (
                *_PAPER,
                Column("position", "int32", "Its place in the list, counted from 1."),
                Column("code", "string", "Stable code, subject before the dot."),
                Column("severity", "string", "info, warning or error."),
                Column("message", "string", "One sentence for people."),
                _PAGE,
                Column("path", "string", "The value or part that it is about; null for the whole paper."),
            ),
        ),
    )
}
"""The tables by name, in the order in which they are written."""

Row = tuple[Any, ...]


def rows(agenda: Agenda, table: str) -> Iterator[Row]:
    """The rows of ``agenda`` in the table ``table``: strings, numbers, dates, lists, None; as its columns say."""
    paper = (agenda.document.symbol, language_of(agenda), agenda.source.sha256)
    for row in _MAKERS[table](agenda):
        yield (*paper, *row)


def _papers(agenda: Agenda) -> Iterator[Row]:
    document, first = agenda.document, agenda.meetings[0] if agenda.meetings else None
    days = [day for meeting in agenda.meetings for day in meeting.periods]
    yield (
        list(document.symbols),
        document.kind,
        document.title,
        document.organ,
        document.body,
        document.distribution,
        document.date,
        document.original_language,
        document.job_number,
        first.session.label if first else None,
        first.place if first else None,
        *_periods(days),
        len(agenda.meetings),
        sum(1 for _ in agenda.walk()),
        agenda.source.pages,
        agenda.source.text_layer,
        agenda.source.review,
        len(agenda.corrected),
    )


def _meetings(agenda: Agenda) -> Iterator[Row]:
    document = agenda.document
    for at, meeting in enumerate(agenda.meetings, start=1):
        yield (
            at,
            document.kind,
            document.title,
            document.date,
            meeting.body,
            meeting.session.label,
            meeting.session.number,
            meeting.place,
            meeting.country,
            meeting.timezone,
            *_periods(meeting.periods),
            _utc(meeting.opens_at),
            meeting.format,
            agenda.source.review,
        )


def _periods(periods: Sequence[Period]) -> tuple[list[str], dt.date | None, dt.date | None]:
    """Runs of days as text, and the first and last day of all."""
    runs = ["/".join(str(day) for day in dict.fromkeys((run.start, run.end)) if day) for run in periods]
    days = [day for run in periods for day in (run.start, run.end) if day]
    return [run for run in runs if run], min(days, default=None), max(days, default=None)


def _path(path: tuple[int, ...]) -> str | None:
    """A place among the items. The slash before it keeps readers from taking ``3.1`` for a number or a date."""
    return "/" + "/".join(map(str, path)) if path else None


def _items(agenda: Agenda) -> Iterator[Row]:
    for place in walk(agenda.items):
        item = place.item
        yield (
            _path(place.path),
            _path(place.path[:-1]),
            place.level,
            item.number,
            item.label,
            item.title,
            item.cluster,
            "\n\n".join(block.text for block in item.annotation) or None,
            [symbol for document in item.documents for symbol in document.symbols],
            item.no_documentation,
            item.page,
        )


def _documents(agenda: Agenda) -> Iterator[Row]:
    language = language_of(agenda)
    for at, one in enumerate(agenda.documents, start=1):
        first = one.symbols[0] if one.symbols else None
        yield (at, one.item, one.title, first, list(one.symbols), document_url(first, language), one.page)


def _schedule(agenda: Agenda) -> Iterator[Row]:
    for at, entry in enumerate(agenda.schedule, start=1):
        meeting = meeting_of(agenda, entry.date)
        yield (
            at,
            entry.date,
            entry.end_date,
            _clock(entry.start),
            _clock(entry.end),
            [f"{_clock(start)}-{_clock(end) or ''}" for start, end in entry.sittings],
            _utc(entry.starts_at),
            _utc(entry.ends_at),
            meeting.timezone if meeting else None,
            list(entry.items),
            entry.title,
            entry.continued,
            meeting.body if meeting else None,
            meeting.place if meeting else None,
            entry.page,
        )


def _footnotes(agenda: Agenda) -> Iterator[Row]:
    for at, note in enumerate(agenda.footnotes, start=1):
        places = [place.model_dump() for place in note.places]
        anchors = [anchor.model_dump() for anchor in note.anchors]
        yield (at, note.marker, note.text, note.page, _json(places), _json(anchors))


def _references(agenda: Agenda) -> Iterator[Row]:
    for at, one in enumerate(agenda.references, start=1):
        yield (
            at, one.kind, one.text, one.symbol, one.owner, one.number, one.url, one.item, one.page, one.evidence
        )  # fmt: skip


def _blocks(agenda: Agenda) -> Iterator[Row]:
    for one in agenda.blocks:
        places = [place.model_dump() for place in one.places]
        cells = None if one.cells is None else _json(one.cells)
        yield (one.id, one.role, one.type, one.item, one.number, one.text, cells, one.page, _json(places), one.in_doubt)


def _diagnostics(agenda: Agenda) -> Iterator[Row]:
    for at, one in enumerate(agenda.diagnostics, start=1):
        yield (at, one.code, one.severity, one.message, one.page, one.path)


_MAKERS = {
    "papers": _papers,
    "meetings": _meetings,
    "items": _items,
    "documents": _documents,
    "schedule": _schedule,
    "footnotes": _footnotes,
    "references": _references,
    "blocks": _blocks,
    "diagnostics": _diagnostics,
}


def _json(values: Sequence[Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _clock(time: dt.time | None) -> str | None:
    return f"{time:%H:%M}" if time else None


def _utc(moment: dt.datetime | None) -> dt.datetime | None:
    return moment.astimezone(dt.UTC) if moment and moment.tzinfo else None
