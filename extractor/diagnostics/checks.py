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
WORD_PARTED = register(
    "text.word_parted",
    "warning",
    "{word!r} stands elsewhere without the hyphen",
    meaning="A word that was broken over two lines may still have its hyphen.",
    advice="Compare it with the page.",
)
WORDS_ASTRAY = register(
    "text.words_astray",
    "warning",
    "these words do not stand beside one another: {text!r}",
    meaning="Words stand together that the language never joins, or in another order than elsewhere in the paper.",
    advice="Compare the text with the page: a word is missing or in another place.",
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
FOOTNOTE_UNMARKED = register(
    "footnotes.unmarked",
    "warning",
    "the mark of footnote {mark} was not found in the text",
    meaning="The mark of a footnote was not found in the text.",
    advice="Look at the page: the mark may have been read as a digit of the text, or the note may be no note.",
)
FOOTNOTE_IN_TEXT = register(
    "footnotes.in_text",
    "warning",
    "the text of an item ends in small type: {text!r}",
    meaning="The text of an item holds lines that are set as small as footnotes are.",
    advice="Look at the foot of the page: a footnote may stand in the text.",
)
MARK_IN_TEXT = register(
    "footnotes.mark_in_text",
    "warning",
    "a mark of a footnote may have been read as text: {text!r}",
    meaning="A digit stands behind the end of a sentence, or before a word without a space.",
    advice="Look for a raised digit on the page.",
)
FURNITURE_IN_TEXT = register(
    "text.furniture",
    "warning",
    "a running head or foot was read as text: {text!r}",
    meaning="A line of symbol, page number or job number stands in the text of a part.",
    advice="Leave the line out.",
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
LINE_LOST = register(
    "text.line_lost",
    "warning",
    "between two lines of a text there is room for one that was not read: {text!r}",
    meaning="Two lines of a paragraph, or two blocks, stand as far apart as if a line between them was not read.",
    advice="Compare the text with the page.",
)
LINE_SHORT = register(
    "text.line_short",
    "warning",
    "a line of a paragraph ends early: {text!r}",
    meaning="Within a paragraph a line ends where the next word would have had room: two texts may be read as one.",
    advice="Compare the text with the page.",
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
ANNOTATION_MISSING = register(
    "annotation.missing",
    "warning",
    "{title!r} has no text, and other items have",
    meaning="An item has no text, and a heading in that of another has its number or title, or one item has all text.",
    advice="Look for the heading of the item: its text may stand in that of another.",
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
SYMBOL_UNREAD = register(
    "symbol.unread",
    "warning",
    "{symbol!r} is printed like a symbol and was not read as one",
    meaning="Something is printed like the symbol of a document, with a number, and is no reference.",
    advice="Take the symbol from the text.",
)
REFERENCE_UNREAD = register(
    "reference.unread",
    "warning",
    "{text!r} is printed like a reference and was not read as one",
    meaning="A number stands behind the word for a resolution or a decision, or is joined to that of one, and no "
    "reference has it.",
    advice="Read the sentence.",
)
FOOTNOTE_MISSING = register(
    "footnotes.missing",
    "warning",
    "the text has the mark {mark}, and there is no such footnote",
    meaning="A raised mark stands in the text, and no footnote has it.",
    advice="Look at the foot of the page.",
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
FOOTNOTE_UNWHOLE = register(
    "footnotes.unwhole",
    "warning",
    "footnote {mark} begins in the middle of a sentence: {text!r}",
    meaning="A footnote begins with a small letter, and others with a capital.",
    advice="Look at the foot of the page: its beginning may be missing.",
)
FOOTNOTE_WORDLESS = register(
    "footnotes.no_words",
    "warning",
    "footnote {mark} has more digits than letters: {text!r}",
    meaning="A footnote has more digits than letters.",
    advice="Look at the foot of the page: it may be a job number or a bar code.",
)
LINE_WIDE = register(
    "text.line_wide",
    "warning",
    "a line is wider than its words are: {text!r}",
    meaning="A line takes so much more room than its letters that a word of it may not have been read.",
    advice="Compare the line with the page.",
)
