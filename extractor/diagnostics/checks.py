"""The kinds of diagnostics that the checks of a result make (:mod:`extractor.structure.checks`)."""

from __future__ import annotations

from extractor.diagnostics.model import register

# What contradicts itself, or is missing beside the rest (extractor/structure/checks).

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
    meaning="Below the list, a text goes on with its numbers at its edge.",
    advice="Look at the page: items are missing.",
)
AGENDA_UNREAD = register(
    "item.agenda_unread",
    "warning",
    "the paper has a numbered list under {heading!r}, which was not read",
    meaning="A paper without items has a numbered list under a heading that names an agenda.",
    advice="Look at the page.",
)
ANNOTATIONS_ABSENT = register(
    "annotation.absent",
    "error",
    "the title announces annotations, but no item has any",
    meaning="The title of the paper announces annotations, and no item has any.",
    advice="Look at `blocks`: the text is there.",
)
ANNOTATION_BROKEN = register(
    "annotation.broken",
    "warning",
    "the text of the item is not whole: {text!r}",
    meaning="The text of an item ends in the middle of a sentence, or one of its brackets is not closed.",
    advice="Compare it with the page: words may be missing or in another place.",
)
ANNOTATION_SECTION = register(
    "annotation.holds_section",
    "warning",
    "the text of the item holds the heading of a section: {text!r}",
    meaning="The text of an item holds the heading of the next section of the paper.",
    advice="What follows the heading is not about the item.",
)
SYMBOL_IN_TITLE = register(
    "documents.symbol_in_title",
    "warning",
    "{symbol!r} in a title is not among the symbols of the document",
    meaning="The title of a listed document holds a symbol that the document does not have.",
    advice="Look at the entry.",
)
SYMBOL_BROKEN = register(
    "symbol.broken",
    "warning",
    "the symbol {symbol!r} was not read to its end",
    meaning="A symbol is parted by a space, or what stands behind it (`–3`, `and Add.1`) was not read.",
    advice="Take the symbols from the text.",
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
    "the timetable names {symbol}, which no list of documents has",
    meaning="The timetable names a document that no list has.",
    advice="Look for documents in the timetable.",
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
    "{title!r} begins before the row above it",
    meaning="The hours of a day run backwards.",
    advice="Look at the timetable: day or hours are wrong.",
)
DAY_OUTSIDE = register(
    "schedule.outside",
    "warning",
    "{date} lies far from the days of the meeting",
    meaning="A day of the timetable lies more than a week from the days of the meeting.",
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
    meaning="The title of a row ends in its middle, or goes on in the next row.",
    advice="Look at the timetable: two rows may be one.",
)
WORD_PARTED = register(
    "text.word_parted",
    "warning",
    "{word!r} stands elsewhere without the hyphen",
    meaning="A word that was broken over two lines may still have its hyphen.",
    advice="Compare it with the page.",
)
MIXED_LETTERS = register(
    "text.mixed_letters",
    "warning",
    "a word has letters of two scripts: {text!r}",
    meaning="A word has a letter of another script in its middle: a font names its letters wrongly.",
    advice="Compare it with the page; recognise the text if much of it is wrong.",
)
FOOTNOTE_GAP = register(
    "footnotes.number_gap",
    "warning",
    "footnote {number} is missing",
    meaning="The numbers of the footnotes skip one.",
    advice="Look at the foot of the page.",
)
NO_DOCUMENTS_DOUBT = register(
    "item.documentation_doubt",
    "warning",
    "it is in doubt whether there are documents: {text!r}",
    meaning="A sentence seems to say that there are no documents and was not taken so, or documents are listed.",
    advice="Read the sentence.",
)
