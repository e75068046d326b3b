"""What each row under the box is: session, dates, item line, a name, a note; and where the text begins.

Rows are known by their words and, where words do not show it, by how they are set: type size, indent, gap (format
catalogue 1.1 and 1.3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.built import compiled
from extractor.grammar.calendar import CalendarContext, find_dates
from extractor.lexicon.folding import fold
from extractor.records import Struct, replace
from extractor.rules import Rule, first, rule
from extractor.structure.masthead.bodies import names_body
from extractor.structure.masthead.dates import whole_date
from extractor.structure.masthead.item_line import item_goes_on, item_line, names_agenda_behind
from extractor.structure.masthead.looks import is_prose, starts_list
from extractor.structure.masthead.model import Row, RowKind
from extractor.structure.masthead.remarks import with_remarks_told
from extractor.structure.masthead.sessions import (
    LOWER_WORD,
    crosses,
    dates_of,
    ends_with_place,
    session_of,
    without_ways,
)
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import names_title, words
from extractor.structure.timetable.words import without_day_count
from extractor.structure.vocabulary import has_figure, is_purpose_line

_CODED = compiled(r"[A-Z]{2,5} \d{1,3}(?:\.\d{1,3})*")
_QUOTES = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "《": "》"}
_ADDRESS = compiled(r"https?://|www\.", re.IGNORECASE)


class Reading(Struct, frozen=True):
    """A row with what decides what it is.

    Attributes:
        folded: its text, folded, without stops around it.
        before: the row above it in its column.
        first: whether no row of the masthead stands above it.
        broken: whether the item line above it breaks off.
        below: the row below it.
    """

    row: Row
    folded: str
    before: Row | None
    first: bool
    broken: bool
    language: str | None
    below: Row | None = None


@rule("masthead.item_more", source="catalogue 1.1: `Items 23 and 77 of the`, `provisional agenda` on the next line")
def item_more(reading: Reading) -> bool:
    """A row below an item line that breaks off goes on with it."""
    return reading.broken and reading.before is not None


@rule("masthead.items_listed", source="unions and societies: lists of `Agenda item 1: …`, `Agenda item 2: …`")
def lists_items(row: Row, below: Sequence[Row]) -> bool:
    """An item line with number 1, below it one with number 2 and the same words at the same edge: the agenda's list.

    `Item 1 of the provisional agenda` stands in mastheads only, and so does `临时议程项目1` over `项目2`.
    """
    own, head = item_line(row.text), words().item_head.match(row.text)
    if own is None or head is None or own[0] != ["1"] or names_agenda_behind(row.text):
        return False
    level = [other.text for other in below if abs(other.x0 - row.x0) < SETTINGS.title_indent]
    lines = [item_line(text) for text in level if text.startswith(head[0].strip())]
    return any(line is not None and line[0] == ["2"] for line in lines)


@rule("masthead.section", source="catalogue 0, F2: `I. Provisional agenda` opens the text")
def opens_section(reading: Reading) -> bool:
    """A row with a Roman number opens the text, whatever its words."""
    return not reading.first and reading.row.lead[:1] in "IVX" and starts_list(reading.row)


@rule("masthead.item", source="catalogue 1.1: `Item 2 (a) of the provisional agenda`")
def names_item(reading: Reading) -> bool:
    """A row that is an item line by its words."""
    return item_line(reading.row.text) is not None


@rule("masthead.item_broken", source="catalogue 1.1: `Items 23 and 77 of the`")
def breaks_off(reading: Reading) -> bool:
    """A row that begins like an item line and breaks off in it."""
    return item_goes_on(reading.row.text)


@rule("masthead.qualifier", source="catalogue 1.1: `Resumed session, part II`, `(First part)`, `Convened under ...`")
def is_qualifier(reading: Reading) -> bool:
    """A row that says which part of the session this is, or by what right it meets."""
    return words().qualifier.match(reading.folded) is not None


@rule("masthead.name_goes_on", source="catalogue 1.1: names of bodies run over lines that end in `of the`")
def name_goes_on(reading: Reading) -> bool:
    """A row below a name that breaks off goes on with it, whatever its words."""
    before = reading.before
    return (
        before is not None
        and before.kind is RowKind.TEXT
        and reading.row.follows(before)
        and words().open_end.search(fold(before.text)) is not None
    )


@rule("masthead.subtitle", source="catalogue 1.3: `To be held at ...` under the title")
def is_subtitle(reading: Reading) -> bool:
    """A row that says when or where the meeting of the title is held."""
    return words().subtitle.match(reading.folded) is not None


@rule("masthead.motto", source="forums: the theme of the year in quotation marks, `“Living with the tide”`")
def is_motto(reading: Reading) -> bool:
    """A row in quotation marks below a name is the theme of the meeting, and no body."""
    text, before = reading.row.text.strip(), reading.before
    if text[:1] not in _QUOTES or before is None or before.kind is not RowKind.TEXT:
        return False
    closing = _QUOTES[text[0]]
    return text.endswith(closing) or closing not in text[1:]


@rule("masthead.session", source="catalogue 1.1: `Ninth session`, `Substantive session of 1997`")
def is_session(reading: Reading) -> bool:
    """A row that consists of a session."""
    return session_of(reading.row.text, reading.language) is not None


@rule("masthead.day_heading", source="agendas of conferences: `DAY 1: Monday, 7 June` over the first items")
def heads_day(reading: Reading) -> bool:
    """A date behind the number of its day is the heading of a day, with which the text begins."""
    date = without_day_count(reading.row.text)
    return not reading.first and date != reading.row.text and dates_of(date, reading.language)


@rule("masthead.dates", source="catalogue 1.2: the line of place and dates")
def is_dates(reading: Reading) -> bool:
    """A row that consists of dates, with or without a place."""
    return dates_of(reading.row.text, reading.language)


@rule("masthead.dates_wrap", source="narrow cells: `Vienna, 30 May–` / `3 June 2032`")
def dates_go_on(reading: Reading) -> bool:
    """A row below a line of dates goes on with it where one of its dates runs over the end of the line."""
    before = reading.before
    if before is None or before.kind is not RowKind.DATES or not reading.row.follows(before):
        return False
    return crosses(before.text, reading.row.text, reading.language)


@rule("masthead.dates_broken", source="narrow cells: `Vienna, Austria, 30` / `May–3 June 2032`")
def dates_break_off(reading: Reading) -> bool:
    """A row above the rest of a date that begins in it is the line of place and dates."""
    row, below = reading.row, reading.below
    if below is None or not below.follows(row) or not crosses(row.text, below.text, reading.language):
        return False
    return dates_of(f"{row.text} {below.text}", reading.language)


@rule("masthead.venue", source="agendas without a box: `Congress Hall, Tokyo, Japan` below the dates")
def is_venue(reading: Reading) -> bool:
    """A row beside the line of dates that ends with a city, or has a label for it, says where the meeting is held."""
    row, before, below = reading.row, reading.before, reading.below
    if words().venue.match(reading.folded):
        return not starts_list(row)
    dated = before is not None and before.kind is RowKind.DATES
    if not dated and (below is None or reading.first or not dates_of(below.text, reading.language)):
        return False
    text = row.text if "(" not in row.text else without_ways.applies(row.text) or row.text
    return ends_with_place(text, reading.language) and words().title.search(reading.folded) is None


@rule("masthead.room", source="expert groups: `Vienna International Centre, Meeting Room M4` below place and dates")
def is_room(reading: Reading) -> bool:
    """A row right below the line of place and dates that ends with a room or a house says where, and names no body."""
    before = reading.before
    below = before is not None and before.kind in (RowKind.DATES, RowKind.SESSION)
    return below and words().rooms.search(reading.folded) is not None


@rule("masthead.as_of", source="programmes of conferences: `As of 14 February 2032`, `Version of 3 May`")
def says_as_of(reading: Reading) -> bool:
    """A row that says since when the paper holds gives its date of issue, not one of the meeting."""
    return words().as_of.match(reading.folded) is not None and has_figure(reading.row.text)


@rule("masthead.purpose", source="agencies: `For approval`, `For information` below the title of the item")
def says_purpose(reading: Reading) -> bool:
    """A row that only says what the paper is for is no title."""
    return not reading.first and is_purpose_line(reading.row.text)


@rule("masthead.coded_item", source="ITU: `Agenda item: PL 1`, an item by the code of its committee")
def is_coded_item(reading: Reading) -> bool:
    """An item line whose number is a code says under which item the paper is, and is no title."""
    head, colon, rest = reading.row.text.partition(":")
    return bool(colon) and _CODED.fullmatch(rest.strip()) is not None and item_line(f"{head} 1") is not None


@rule("masthead.series", source="covers of the 1950s: `OFFICIAL RECORDS`; working parties: `Informal document WP.9-2`")
def names_series(reading: Reading) -> bool:
    """A row that names the series of publications, or numbers a paper outside all series, is none of the bodies."""
    return words().series.match(reading.folded) is not None


@rule("masthead.officer", source="programmes of conferences: `Chair: ...` below title or dates")
def names_officer(reading: Reading) -> bool:
    """A row that names who is in the chair is no title."""
    return words().officer.match(reading.folded) is not None


@rule("masthead.hosts", source="expert groups: `Co-organized by the Statistics Division and the Bank` below the name")
def names_hosts(reading: Reading) -> bool:
    """A row that says who holds the meeting with whom is no title, and no text."""
    return words().hosts.match(reading.folded) is not None


@rule("masthead.reference", source="letters: `Ref.: HB/31/217` below the address of the sender")
def names_reference(reading: Reading) -> bool:
    """A row that gives the number of a letter is neither a body nor a title."""
    return words().reference.match(reading.folded) is not None


@rule("masthead.remark_goes_on", source="programmes of conferences: name and post of the chair run over some lines")
def remark_goes_on(reading: Reading) -> bool:
    """A row in the paragraph of a remark goes on with it."""
    before = reading.before
    if before is None or before.kind is not RowKind.REMARK or before.rule in _LONE:
        return False
    if before.rule == is_motto.name and before.text.strip().endswith(tuple(_QUOTES.values())):
        return False
    return reading.row.follows(before)


@rule("masthead.prose_over_title", source="papers since 2020: `Documents are available at ... (https://…)`")
def stands_over_title(row: Row, below: Sequence[Row]) -> bool:
    """Running text, or an address of the web, close above a title in other type is a remark, but for place and days."""
    if starts_list(row) or not (is_prose(row) or _ADDRESS.search(row.text)) or dates_of(row.text, None):
        return False
    for other in below[: SETTINGS.remark_reach]:
        if names_title(other.text) and not is_prose(other) and not starts_list(other):
            return other.bold > row.bold or other.size >= row.size + SETTINGS.larger
        if starts_list(other) or not (is_prose(other) or other.follows(row)):
            return False
    return False


@rule("masthead.stop", source="catalogue 2.1: `Contents`, `Annotations`, `Summary` open what follows the masthead")
def opens_part(reading: Reading) -> bool:
    """A heading of a part of the paper ends the masthead."""
    return not reading.first and words().stop.match(reading.folded) is not None


@rule("masthead.list", source="catalogue 2.2: the list begins with its first number")
def opens_list(reading: Reading) -> bool:
    """A number of a list or of a paragraph ends the masthead."""
    return starts_list(reading.row)


@rule("masthead.subtitle_goes_on", source="catalogue 1.3: `starting at 9.30 a.m. on Monday,` runs over two lines")
def subtitle_goes_on(reading: Reading) -> bool:
    """A row in the paragraph of a subtitle goes on with it."""
    before = reading.before
    return before is not None and before.kind is RowKind.SUBTITLE and reading.row.follows(before)


@rule("masthead.prose", source="catalogue 2.1: a sentence may stand before the list, or open the text")
def opens_text(reading: Reading) -> bool:
    """Running text ends the masthead, but for a long title."""
    if not is_prose(reading.row) or words().title.search(reading.folded) is not None:
        return False
    return not wide_name.applies(reading.row) and not name_over_session.applies(reading)


@rule("masthead.name_over_session", source="Vienna: names of committees as wide as the text, in small letters")
def name_over_session(reading: Reading) -> bool:
    """A row that begins as names of bodies do and ends without a stop, right above a session alone, is a name."""
    text, below = reading.row.text, reading.below
    if below is None or text.endswith(".") or not names_body(text):
        return False
    found = session_of(below.text, reading.language)
    return found is not None and not found.rest and not found.before


@rule("masthead.wide_name", source="typescript: `Working Party on Contract Practices in Industry` is as wide as text")
def wide_name(row: Row) -> bool:
    """A row that begins as names of bodies do, with capitals at all its longer words, is a name however wide."""
    return names_body(row.text) and not LOWER_WORD.search(row.text)


@rule("masthead.supplement", source="catalogue 1.3: `Addendum`, `Corrigendum` under the title")
def is_supplement(reading: Reading) -> bool:
    """A row that says that the paper adds to another."""
    return words().supplement.match(reading.folded) is not None


@rule("masthead.note", source="catalogue 1.3: `Note by the Secretariat` under the title")
def is_note(reading: Reading) -> bool:
    """A row that says who has written the paper."""
    return words().note_by.match(reading.folded) is not None


@rule("masthead.sponsors", source="draft resolutions: `Chile, Nepal and Togo: draft resolution` over the title")
def names_sponsors(reading: Reading) -> bool:
    """A row that says who submits the draft."""
    return words().sponsors.match(reading.folded) is not None


#: Remarks of one line.
_LONE = (says_purpose.name, names_series.name, is_coded_item.name, names_reference.name)

#: What a row is, by the first rule that applies; a row of none is the text of a name or title. None ends the masthead.
KINDS: tuple[tuple[Rule[[Reading], bool], RowKind | None], ...] = (
    (item_more, RowKind.ITEM_MORE),
    (opens_section, None),
    (names_item, RowKind.ITEM),
    (breaks_off, RowKind.ITEM),
    (is_qualifier, RowKind.QUALIFIER),
    (name_goes_on, RowKind.TEXT),
    (is_subtitle, RowKind.SUBTITLE),
    (says_as_of, RowKind.REMARK),
    (says_purpose, RowKind.REMARK),
    (names_series, RowKind.REMARK),
    (is_coded_item, RowKind.REMARK),
    (names_officer, RowKind.REMARK),
    (names_hosts, RowKind.REMARK),
    (names_reference, RowKind.REMARK),
    (is_motto, RowKind.REMARK),
    (remark_goes_on, RowKind.REMARK),
    (dates_go_on, RowKind.DATES),
    (is_session, RowKind.SESSION),
    (heads_day, None),
    (is_dates, RowKind.DATES),
    (dates_break_off, RowKind.DATES),
    (is_venue, RowKind.DATES),
    (is_room, RowKind.REMARK),
    (opens_part, None),
    (opens_list, None),
    (subtitle_goes_on, RowKind.SUBTITLE),
    (opens_text, None),
    (is_supplement, RowKind.SUPPLEMENT),
    (is_note, RowKind.NOTE),
    (names_sponsors, RowKind.NOTE),
)
_KIND_OF = {one.name: kind for one, kind in KINDS}
_RULES = tuple(one for one, _ in KINDS)
_ITEMS = (RowKind.ITEM, RowKind.ITEM_MORE)


def classified(rows: Sequence[Row], language: str | None) -> list[Row]:
    """The rows with what each of them is, down to where the text begins."""
    kept: list[Row] = []
    item = ""  # the item line that breaks off above
    for index, row in enumerate(rows):
        if lists_items.applies(row, rows[index + 1 :]):
            break
        if kept and stands_over_title.applies(row, rows[index + 1 :]):
            kept.append(replace(row, kind=RowKind.REMARK, rule=stands_over_title.name))
            continue
        before = kept[-1] if kept and kept[-1].column == row.column else None
        below = rows[index + 1] if rows[index + 1 :] and rows[index + 1].column == row.column else None
        reading = Reading(row, fold(row.text).strip(" :."), before, not kept, bool(item), language, below)
        decided = first(_RULES, reading)
        kind = _KIND_OF[decided.name] if decided is not None else RowKind.TEXT
        if kind is None:
            break
        kept.append(replace(row, kind=kind, rule=decided.name if decided is not None else ""))
        item = _unfinished(row.text if kind is RowKind.ITEM else f"{item} {row.text}") if kind in _ITEMS else ""
    return with_remarks_told([_as_issued(row, kept, language) for row in kept], language)


def _as_issued(row: Row, rows: Sequence[Row], language: str | None) -> Row:
    """The row, told for a remark where it gives the date of issue."""
    if row.kind is RowKind.DATES and labelled_issue.applies(row, rows, language):
        return replace(row, kind=RowKind.REMARK, rule=labelled_issue.name)
    return row


@rule("masthead.labelled_issue", source="agencies: `Date: 4 October 2034` beside the line of place and dates")
def labelled_issue(row: Row, rows: Sequence[Row], language: str | None) -> bool:
    """A single day behind the label of a date is that of issue where another row has the days of the meeting."""
    label = words().date_label.match(row.text) if ":" in row.text else None
    if label is None or ":" not in label[0] or whole_date(row.text, language) is None:
        return False
    others = (one.text for one in rows if one is not row and one.kind in (RowKind.SESSION, RowKind.DATES))
    context = CalendarContext(language=language)
    return any(span.first is not None for text in others for span in find_dates(text, context))


def _unfinished(text: str) -> str:
    """An item line that breaks off, else nothing."""
    return text if item_goes_on(text) else ""
