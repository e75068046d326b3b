"""The kinds of diagnostics that the checks of a result make of its values (:mod:`extractor.structure.checks`).

Those of its running text stand in :mod:`extractor.diagnostics.prose`.
"""

from __future__ import annotations

from extractor.diagnostics.model import register

# What contradicts itself, or is missing beside the rest.

FIELD_MISSING = register(
    "document.field_missing",
    "warning",
    "the masthead has no {name}, though it has the fields that stand beside it",
    meaning="The masthead lacks symbol, distribution or date, and has the fields that stand beside it.",
    advice="Look at the first page.",
)
NAME_BROKEN = register(
    "document.name_broken",
    "warning",
    "{name!r} is not the name of a body alone",
    meaning="The name of a body is a piece of a symbol, or two names have run together.",
    advice="Look at the first page.",
)
KIND_DENIED = register(
    "document.kind_denied",
    "warning",
    "the paper was taken for {kind!r}, which its title denies: {title!r}",
    meaning="The title says that the paper is of another kind.",
    advice="Look at the paper: its annotations may not have been read.",
)
JOB_NUMBER_UNREAD = register(
    "document.job_number_unread",
    "warning",
    "{text!r} looks like a job number and was not read as one",
    meaning="Something is printed like a job number, and the result has none.",
    advice="Look at the foot of the page.",
)
OPENING_UNREAD = register(
    "meeting.opening_unread",
    "warning",
    "a sentence says when the meeting opens, but the hour was not read: {text!r}",
    meaning="A sentence says when the meeting opens, and `opens_at` is empty.",
    advice="Read the sentence.",
)
WEEKDAY_CONFLICT = register(
    "meeting.weekday_conflict",
    "warning",
    "“{text}” does not fall on that weekday",
    meaning="A date of the text does not fall on the weekday printed in it.",
    advice="One of the two is wrong; the date was taken.",
)
NUMBER_REPEATED = register(
    "item.number_repeated",
    "warning",
    "two items have the number {number}",
    meaning="Two items have the same number.",
    advice="Look at the list: a line was taken for an item, or a heading between two lists was not seen.",
)
TITLE_BROKEN = register(
    "item.title_broken",
    "warning",
    "the title ends in its middle: {title!r}",
    meaning="A title ends in leaders, a comma, an open bracket or a joining word.",
    advice="Look at the list: the rest of the title may stand in another block.",
)
TITLE_LABEL = register(
    "item.title_holds_label",
    "warning",
    "the title holds the label of item {number}",
    meaning="The title holds the label of the next item.",
    advice="Look at the list: two entries were read as one.",
)
NO_PLACE = register(
    "item.no_place",
    "warning",
    "it was not found where {title!r} is printed",
    meaning="A title was not found on the page.",
    advice="Compare the title with the page.",
)
LIST_STOPS = register(
    "item.list_stops",
    "warning",
    "the list stops before item {number}: {text!r}",
    meaning="Below the list, a line or a heading goes on with its numbers, or begins where its titles do.",
    advice="Look at the page: items are missing.",
)
AGENDA_UNREAD = register(
    "item.agenda_unread",
    "warning",
    "the paper has a numbered list under {heading!r}, which was not read",
    meaning="A paper without items has a numbered list under a heading that names an agenda.",
    advice="Look at the page.",
)
SYMBOL_IN_TITLE = register(
    "documents.symbol_in_title",
    "warning",
    "{symbol!r} in a title is not among the symbols of the document",
    meaning="The title of a listed document holds a symbol that the document does not have.",
    advice="Look at the entry.",
)
SYMBOLS_UNEVEN = register(
    "documents.symbols_uneven",
    "warning",
    "of the symbols of a joint paper only some have an addendum or corrigendum: {symbols}",
    meaning="A paper has symbols of several bodies, and only some have an addendum or corrigendum.",
    advice="Look at the entry.",
)
DOCUMENT_UNLISTED = register(
    "documents.unlisted",
    "warning",
    "no list of documents has {symbol}, which is named as if listed",
    meaning="The timetable, or a line set like an entry of a list, names a document that no list has.",
    advice="Look for documents in the timetable and in the text of the items.",
)
NO_DAY = register(
    "schedule.no_day",
    "warning",
    "no day was found for {title!r}",
    meaning="A row of the timetable has no day, and most have.",
    advice="Look at the timetable.",
)
NO_HOUR = register(
    "schedule.no_hour",
    "warning",
    "no hour was found for {title!r}",
    meaning="A row of the timetable has no hour, and most have.",
    advice="Look at the timetable.",
)
SLOTS_CROSS = register(
    "schedule.slots_cross",
    "warning",
    "{title!r} begins before the row above it, or before that ends",
    meaning="The hours of a day run backwards, or overlap.",
    advice="Look at the timetable: day or hours are wrong.",
)
DAY_OUTSIDE = register(
    "schedule.outside",
    "warning",
    "{date} lies outside the days of the meeting",
    meaning="A day of the timetable lies more than a week from the days of the meeting, or many days lie outside them.",
    advice="Look at masthead and timetable: one of them is wrong.",
)
ROW_TITLE = register(
    "schedule.title_conflict",
    "warning",
    "{title!r} is the title of another item than {number}",
    meaning="A row has the number of one item and the title of another.",
    advice="Look at the timetable.",
)
ROW_BROKEN = register(
    "schedule.title_broken",
    "warning",
    "the title of the row goes on elsewhere: {title!r}",
    meaning="The title of a row ends in its middle, goes on in the next row, or leaves a bracket open.",
    advice="Look at the timetable: two rows may be one.",
)
NO_DOCUMENTS_DOUBT = register(
    "item.documentation_doubt",
    "warning",
    "it is in doubt whether there are documents: {text!r}",
    meaning="A sentence seems to say that there are no documents and was not taken so, or documents are listed.",
    advice="Read the sentence.",
)
FIELD_UNREAD = register(
    "document.field_unread",
    "warning",
    "the masthead prints {text!r}, and {name} is empty",
    meaning="The masthead prints a field under its label, and the result has none.",
    advice="Take the value from the first page.",
)
MEETING_UNREAD = register(
    "meeting.unread",
    "warning",
    "the masthead prints {text!r}, which no meeting has",
    meaning="The masthead prints a session or days, and no meeting has a session or days.",
    advice="Take them from the first page.",
)
MEETING_INCOMPLETE = register(
    "meeting.incomplete",
    "warning",
    "the meeting has no {part}",
    meaning="The meeting of an agenda has no session or number, or one of several meetings has no days.",
    advice="Look at the first page.",
)
HOUR_UNREAD = register(
    "schedule.hour_unread",
    "warning",
    "an hour that is printed is that of no row: {text!r}",
    meaning="The timetable prints an hour that no row has, or a row has its hour in its title, or nothing.",
    advice="Look at the timetable.",
)
ROW_ITEM = register(
    "schedule.item_unread",
    "warning",
    "the row names an item that was not read: {title!r}",
    meaning="The title of a row begins with the number of an item, and the row takes up none.",
    advice="Take the item from the title.",
)
DAY_MISSING = register(
    "schedule.day_missing",
    "warning",
    "the timetable has no row on {date}, a day of the meeting",
    meaning="The timetable has most working days of the meeting, and lacks one.",
    advice="Look at the timetable: the meeting may not sit on that day.",
)
TITLE_CONFLICT = register(
    "item.title_conflict",
    "warning",
    "{title!r} stands over its text as {heading!r}",
    meaning="The title of an item in the list is not that of the heading over its text.",
    advice="Compare the two: a line or a word of one of them may be missing.",
)
ITEM_UNTIMED = register(
    "schedule.item_missing",
    "warning",
    "the timetable has no row for item {number}, and has one for most",
    meaning="The timetable takes up most items of the agenda, and lacks one.",
    advice="Look at the timetable: a row may be missing.",
)
DOCUMENT_EMPTY = register(
    "documents.no_symbol",
    "warning",
    "an entry of the list of documents has no symbol: {title!r}",
    meaning="A listed document has no symbol, others have, and its title is a sentence or no title.",
    advice="Look at the entry: it may be text.",
)
PART_MISSING = register(
    "item.part_gap",
    "warning",
    "the parts of the item skip ({number})",
    meaning="The letters of the parts of an item skip one.",
    advice="Look at the list: either the paper skips it, or a line could not be read.",
)
SYMBOL_CONFLICT = register(
    "document.symbol_conflict",
    "warning",
    "the pages bear {head}, and the symbol of the paper is {symbol}",
    meaning="The symbol at the head of the pages is not that of the paper.",
    advice="Compare the first page with the others.",
)
CONTENTS_UNMATCHED = register(
    "item.contents_unmatched",
    "warning",
    "the contents list {text!r} among the items, and no item has that title",
    meaning="An entry of the table of contents stands between those of two items, and is none.",
    advice="Look at the list: an item may be missing.",
)
ITEM_UNNUMBERED = register(
    "item.unnumbered",
    "warning",
    "{title!r} has no number, and the items beside it have",
    meaning="An item without a number stands where the numbers of those beside it skip one, or at their end.",
    advice="Look at the list: its label was not read, or it is a heading or the rest of a title.",
)
