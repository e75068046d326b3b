"""The tables: documents and what hangs on them, as relational rows.

Tables are named with the plural nouns of the contract. ``documents`` are the papers that were loaded; the documents
*listed* in a paper are ``item_documents``, and the timetable's rows ``schedule_entries``. ``references`` is a reserved
word of SQL and must be quoted there (``SELECT * FROM "references"``); the views ``citations`` and
``references_by_document`` need not.

Keys are text that survives another extraction, so that other tables may point at them. A document's is its symbol and
language (``A/AC.999/2031/1|en``; the hash of the file's bytes where the paper prints no symbol), an item's that of its
document and the item's number (``A/AC.999/2031/1|en#2(a)``); an item without number is named by its place below its
parent (``…#2/3``), and a number that comes again is counted (``…#2~2``). All other rows have their document and their
place in it.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Date, ForeignKey, ForeignKeyConstraint, Index, Integer, Table, Text

from extractor.store.columns import (
    CASCADE,
    CLOCK,
    CONFIGURATION,
    MOMENT,
    box,
    column,
    dates,
    document_id,
    item,
    lookup,
    mention,
    metadata,
    page,
    places,
    position,
)

__all__ = ["CHILDREN", "METADATA"]

METADATA = metadata()

load_runs = Table(
    "load_runs",
    METADATA,
    column("id", Integer, "Number of the load, counted up.", primary_key=True),
    column("started_at", MOMENT, "When the load began.", nullable=False),
    column("finished_at", MOMENT, "When it ended; null while it runs, and for good where it was killed."),
    column("program_version", Text, "Version of un-agenda that loaded.", nullable=False),
    column("sources", Text, "What was given to load, one source a line.", nullable=False),
    column("bulk", Boolean, "Whether many papers shared a transaction.", nullable=False),
    column("loaded", Integer, "Papers that were new.", nullable=False),
    column("replaced", Integer, "Papers whose rows were replaced by those of another extraction.", nullable=False),
    column("unchanged", Integer, "Papers that were there already, the same.", nullable=False),
    column("failed", Integer, "Papers that could not be read or stored.", nullable=False),
    comment="Each run of the loader.",
)

bodies = Table(
    "bodies",
    METADATA,
    column("prefix", Text, "Symbol prefix of the body's papers.", primary_key=True),
    column("name", Text, "Name in English.", nullable=False, index=True),
    column("parent", Text, "Name of the body to which it belongs."),
    column("seat", Text, "City of its seat."),
    column("timezone", Text, "IANA time zone of the seat."),
    column("from_year", Integer, "Year from which the prefix is used."),
    column("to_year", Integer, "Year until which the prefix was used."),
    column("certainty", Text, "How sure the row is: certain, likely or guessed."),
    comment="Bodies and the prefixes of their symbols, from the lexicon of un-agenda.",
)

documents = Table(
    "documents",
    METADATA,
    column("id", Text, "Key: symbol and language, or the file's hash where no symbol is printed.", primary_key=True),
    column("symbol", Text, "Document symbol in canonical form."),
    column("language", Text, "ISO 639-1 code of the language of the text."),
    column("kind", Text, "What the paper is: annotated_agenda, agenda, annotations and so on.", nullable=False),
    column("title", Text, "Title of the paper."),
    column("organ", Text, "The principal organ of the masthead."),
    column("body", Text, "The body of the masthead."),
    column(
        "body_prefix",
        Text,
        "The body to which the symbol belongs.",
        ForeignKey("bodies.prefix"),
        index=True,
    ),
    column("distribution", Text, "Distribution: general, limited and so on."),
    column("date", Date, "Date of the paper.", index=True),
    column("original_language", Text, "ISO 639-1 code of the original's language."),
    column("job_number", Text, "Job number."),
    column("agenda_item_number", Text, "Number of the agenda item under which the paper is issued."),
    column("agenda_item_title", Text, "Title of that item."),
    column("source_path", Text, "Path of the file when this was extracted."),
    column("sha256", Text, "SHA-256 of the file's bytes.", nullable=False, index=True),
    column("bytes", BigInteger, "Size of the file in bytes.", nullable=False),
    column("pages", BigInteger, "Number of pages of the file.", nullable=False),
    column("producer", Text, "The program that wrote the PDF."),
    column("text_layer", Text, "Where the text comes from: digital, ocr or none.", nullable=False),
    column("recognised", Text, "Pages whose text un-agenda recognised from their picture, as a JSON list."),
    column("review", Text, "Whether a person should check the result: none, look or doubtful."),
    column("corrected", Integer, "How many corrections of people are in it (un-agenda review)."),
    column("schema_version", Text, "Version of the contract of the JSON.", nullable=False),
    column("content_hash", Text, "SHA-256 of the JSON without the path: what is the same is not loaded again."),
    column(
        "load_run_id",
        Integer,
        "The load that wrote these rows.",
        ForeignKey("load_runs.id", ondelete="SET NULL"),
        index=True,
    ),
    lookup("symbol"),
    comment="Papers, one row a symbol and language: the masthead and the file.",
)

document_symbols = Table(
    "document_symbols",
    METADATA,
    document_id(),
    position("Order in the masthead."),
    column("symbol", Text, "A symbol of the masthead in canonical form.", nullable=False),
    lookup("symbol"),
    comment="All symbols of the masthead: several for a joint paper.",
)

meetings = Table(
    "meetings",
    METADATA,
    document_id(),
    position("Order in the paper."),
    column("body", Text, "The body that meets."),
    column("session_label", Text, "Session as printed."),
    column("session_number", BigInteger, "Ordinal number of the session."),
    column("place", Text, "City."),
    column("country", Text, "ISO 3166-1 alpha-2 code of the country."),
    column("timezone", Text, "IANA time zone of the place."),
    column("opens_at", MOMENT, "When it opens; null where the hour or the time zone is unknown."),
    column("format", Text, "How the participants meet: in_person, hybrid or online."),
    lookup("body"),
    Index(None, "opens_at"),
    comment="Meetings that the papers announce: one body at one session.",
)

periods = Table(
    "periods",
    METADATA,
    document_id(),
    position("Order of the meeting in the paper.", "meeting"),
    position("Order of the period in the meeting."),
    *dates("First day.", "Last day; null when not printed."),
    ForeignKeyConstraint(["document_id", "meeting"], ["meetings.document_id", "meetings.position"], ondelete=CASCADE),
    Index(None, "start_date", "end_date"),
    comment="The days of a meeting, one row a run of days.",
)

items = Table(
    "items",
    METADATA,
    column("id", Text, "Key: that of the document, and the item's number.", primary_key=True),
    document_id(primary_key=False),
    column("parent_id", Text, "The item above.", ForeignKey("items.id", ondelete=CASCADE), index=True),
    column("position", Integer, "Order below the parent, from 1.", nullable=False),
    column("ordinal", Integer, "Order in the whole agenda, from 1.", nullable=False),
    column("level", Integer, "Depth, 1 for the first level.", nullable=False),
    column("number", Text, "Whole number; null for an item without one."),
    column("label", Text, "Number or letter as printed."),
    column("title", Text, "Title.", nullable=False),
    column("cluster", Text, "Heading over the item."),
    column("no_documentation", Boolean, "Whether the text says that no documents are foreseen.", nullable=False),
    page(),
    *box(),
    places(),
    Index(None, "document_id", "ordinal", unique=True),
    comment="Agenda items, a tree by parent_id and position.",
)

blocks = Table(
    "blocks",
    METADATA,
    document_id(),
    position("Order in the paper; the id of the block in the JSON."),
    column("role", Text, "What it is to the paper: annotation, text, timetable, footnote, furniture and so on."),
    *item("to which it belongs"),
    column("item_position", Integer, "Order in the annotation of that item; null where it is no part of it."),
    column("type", Text, "paragraph, heading, list_item or table.", nullable=False),
    column("number", Text, "Paragraph number, list label or mark of a footnote."),
    column("text", Text, "The text.", nullable=False),
    column("cells", Text, "Of a table: its rows of cells, as JSON."),
    page(),
    *box(),
    column("places", Text, "Where it stands, as JSON: a list of page and bbox, one a page."),
    column("in_doubt", Boolean, "Whether the text of the file is garbage here and not what the page shows."),
    Index(None, "role"),
    comment="All that the papers print, one row a block, in reading order.",
)

item_documents = Table(
    "item_documents",
    METADATA,
    document_id(),
    position("Order in the paper."),
    *item("under which it is listed"),
    column("item_position", Integer, "Order under that item; null where it is in no item's own list."),
    column("listed", Boolean, "Whether it is in the list of the whole paper.", nullable=False),
    column("title", Text, "Title as printed."),
    page(),
    *box(),
    places(),
    comment="Documents that the papers list, under an item or elsewhere.",
)

item_document_symbols = Table(
    "item_document_symbols",
    METADATA,
    document_id(),
    position("Order of the listed document in the paper.", "entry"),
    position("Order of the symbol."),
    column("symbol", Text, "A symbol of the listed document in canonical form.", nullable=False),
    ForeignKeyConstraint(
        ["document_id", "entry"], ["item_documents.document_id", "item_documents.position"], ondelete=CASCADE
    ),
    lookup("symbol"),
    comment="Symbols of the listed documents.",
)

references = Table(
    "references",
    METADATA,
    document_id(),
    position("Order in the paper."),
    column("kind", Text, "document, resolution or decision.", nullable=False),
    column("text", Text, "The mention as printed.", nullable=False),
    column("symbol", Text, "Canonical symbol of what is cited."),
    column("owner", Text, "The body whose resolution or decision it is."),
    column("number", Text, "Number of the resolution or decision."),
    column("url", Text, "Where it is to be found."),
    *item("in whose text it stands"),
    page(),
    *box(),
    *mention(),
    column("evidence", Text, "What says that it is this document, as a JSON list: text, link or both."),
    lookup("symbol"),
    lookup("number"),
    comment="Every document, resolution and decision cited. The name must be quoted in SQL.",
)

schedule_entries = Table(
    "schedule_entries",
    METADATA,
    document_id(),
    position("Order in the timetable."),
    column("date", Date, "Day, or first day.", index=True),
    column("end_date", Date, "Last day of an entry that covers several."),
    column("start_time", CLOCK, "Start of the first sitting, local time."),
    column("end_time", CLOCK, "End of the last sitting, local time."),
    column("starts_at", MOMENT, "Start; null where the hour or the time zone is unknown."),
    column("ends_at", MOMENT, "End; null where the hour or the time zone is unknown."),
    column("title", Text, "The entry's own words."),
    column("continued", Boolean, "Whether it is marked as continued.", nullable=False),
    page(),
    *box(),
    places(),
    Index(None, "starts_at"),
    comment="The timetables, one row a printed row.",
)

sittings = Table(
    "sittings",
    METADATA,
    document_id(),
    position("Order of the entry in the timetable.", "entry"),
    position("Order of the sitting."),
    column("start_time", CLOCK, "Start, local time.", nullable=False),
    column("end_time", CLOCK, "End, local time."),
    ForeignKeyConstraint(
        ["document_id", "entry"], ["schedule_entries.document_id", "schedule_entries.position"], ondelete=CASCADE
    ),
    comment="Sittings of a timetable entry that has two or more.",
)

schedule_items = Table(
    "schedule_items",
    METADATA,
    document_id(),
    position("Order of the entry in the timetable.", "entry"),
    position("Order in the entry."),
    *item("that is taken up"),
    ForeignKeyConstraint(
        ["document_id", "entry"], ["schedule_entries.document_id", "schedule_entries.position"], ondelete=CASCADE
    ),
    comment="Agenda items that a timetable entry takes up.",
)

footnotes = Table(
    "footnotes",
    METADATA,
    document_id(),
    position("Order in the paper."),
    column("marker", Text, "Mark as printed.", nullable=False),
    column("text", Text, "Text of the note.", nullable=False),
    page(),
    *box(),
    places(),
    column("anchors", Text, "Where its mark stands, as JSON: a list of block and offset in its text."),
    comment="Footnotes.",
)

date_mentions = Table(
    "dates",
    METADATA,
    document_id(),
    position("Order in the paper."),
    column("text", Text, "As printed.", nullable=False),
    *dates("First day.", "Last day."),
    column("start_time", CLOCK, "Time of day at which it starts."),
    column("end_time", CLOCK, "Time of day at which it ends."),
    column("role", Text, "What it is for: meeting, issue, opening, schedule or other.", nullable=False),
    *item("in whose text it stands"),
    page(),
    *mention(),
    Index(None, "start_date"),
    comment="Every date in the papers.",
)

entities = Table(
    "entities",
    METADATA,
    document_id(),
    position("Order in the paper."),
    column("text", Text, "As printed.", nullable=False),
    column("label", Text, "Kind of thing, a spaCy label.", nullable=False),
    column("entity_id", Text, "Symbol prefix of a body, code of a country or city."),
    *item("in whose text it stands"),
    page(),
    *mention(),
    lookup("entity_id"),
    comment="Named bodies and places; there where the papers were extracted with entities.",
)

diagnostics = Table(
    "diagnostics",
    METADATA,
    document_id(),
    position("Order in the paper."),
    column("code", Text, "Stable code, subject before the dot.", nullable=False),
    column("severity", Text, "info, warning or error.", nullable=False),
    column("message", Text, "One sentence for people.", nullable=False),
    page(),
    column("path", Text, "The part of the JSON that it speaks of; null for the whole paper."),
    lookup("code"),
    comment="What did not fit, and what was inferred.",
)

passages = Table(
    "passages",
    METADATA,
    column("id", Integer, "Number of the passage; not kept by another extraction.", primary_key=True),
    document_id(primary_key=False),
    column(
        "item_id",
        Text,
        "The item whose text it is; null for the paper's own title.",
        ForeignKey("items.id", ondelete=CASCADE),
        index=True,
    ),
    column(
        "config",
        CONFIGURATION,
        "PostgreSQL's text search configuration of the language.",
        nullable=False,
    ),
    column("heading", Text, "Words of the title, without case and diacritics.", nullable=False),
    column("text", Text, "Words of annotation and listed documents, without case and diacritics.", nullable=False),
    column("role", Text, "Role of the blocks outside the items whose text it is; null for other text."),
    Index(None, "document_id"),
    comment="What the search looks through: the words of each item and paper.",
)

supersessions = Table(
    "supersessions",
    METADATA,
    document_id(),
    position("Order, the latest first."),
    column("relation", Text, "revises (/Rev.) or corrects (/Corr.).", nullable=False),
    column("symbol", Text, "Symbol of the earlier paper, loaded or not.", nullable=False),
    lookup("symbol"),
    comment="What a revision or corrigendum stands in for, by its symbol; the view revisions has the papers.",
)

#: The tables whose rows belong to one paper, in the order in which they are filled.
CHILDREN = (
    document_symbols,
    meetings,
    periods,
    items,
    blocks,
    item_documents,
    item_document_symbols,
    references,
    schedule_entries,
    sittings,
    schedule_items,
    footnotes,
    date_mentions,
    entities,
    diagnostics,
    passages,
    supersessions,
)
