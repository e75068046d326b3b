"""The registry of diagnostics: each code with its severity, its message, what it means and what to do about it.

Whatever did not fit, or was inferred rather than read, becomes a `Note` of one of these codes. `docs/errors.md` has its
table of diagnostics from here. Codes and severities are stable: scripts rely on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Severity


@dataclass(frozen=True, slots=True)
class Note:
    """One diagnostic of one paper.

    Attributes:
        code: the code of the registry.
        severity: how much it matters.
        message: one sentence for people.
        page: the page that it is about, None for the whole paper.
        path: the value that it is about (`schedule[3]`), None where it is about no single one.
    """

    code: str
    severity: Severity
    message: str
    page: int | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of diagnostic.

    Attributes:
        code: stable, the subject before the first dot.
        severity: how much it matters.
        message: the sentence of its notes; what differs from paper to paper stands in braces.
        meaning: what it means, in Markdown.
        advice: what to do about it, in Markdown.
    """

    code: str
    severity: Severity
    message: str
    meaning: str
    advice: str

    def note(self, page: int | None = None, /, *, path: str | None = None, **values: object) -> Note:
        """A diagnostic of this kind; `values` fill the braces of the message."""
        return Note(self.code, self.severity, self.message.format(**values), page, path)


#: Every kind of diagnostic by its code.
CODES: dict[str, Code] = {}


def _code(code: str, severity: Severity, message: str, *, meaning: str, advice: str) -> Code:
    if code in CODES:
        raise ValueError(f"two diagnostics have the code {code!r}")
    CODES[code] = made = Code(code, severity, message, meaning, advice)
    return made


# The file and its text.

PARTIAL = _code(
    "source.partial",
    "warning",
    "only {pages} of {count} {were} read: parts may be missing",
    meaning="Not all pages were read (`--pages`): parts may be missing.",
    advice="Read all pages for a complete result.",
)
NOT_A_UN_PAPER = _code(
    "source.not_a_un_paper",
    "warning",
    "{why}",
    meaning="There is no symbol, and of distribution, original language, job number and date at most one; or the file "
    "is an error page saved as PDF.",
    advice="Take the result with care, or leave the file out.",
)
ATTACHMENTS = _code(
    "source.attachments",
    "info",
    "the file carries other files, which were not read: {names}",
    meaning="Other files are attached to the PDF, or it is a portfolio of them; they were not read.",
    advice="Save them with a PDF viewer, or with `pdfdetach -saveall`, and extract those that are papers.",
)
SUSPECT = _code(
    "text.suspect",
    "warning",
    "the text layer of this page was skipped: {why}",
    meaning="The text layer of a page is garbage and was skipped.",
    advice="Run text recognition on the page again, for example with `ocrmypdf --force-ocr`.",
)
HIDDEN = _code(
    "text.hidden",
    "info",
    "{count} letters and digits of this page cannot be seen and were skipped",
    meaning="A page has text that nobody sees: optional content that is switched off, type in the colour of its "
    "ground, off the page or clipped away, under an opaque shape, without ink.",
    advice="Nothing, if the paper looks right; otherwise look at the page for what covers its text.",
)
SIDEWAYS = _code(
    "text.sideways",
    "warning",
    "text rotated by 90° was kept as furniture only; rotate the page and extract again",
    meaning="A page has text rotated by 90°, such as a table set along its long side. It stands in "
    "`blocks` as furniture, and no other part of the result was read from it.",
    advice="Rotate the page, for example with `qpdf --rotate=+90:2`, and extract the rotated copy.",
)

UNASSIGNED = _code(
    "text.unassigned",
    "warning",
    "no part of the result holds this text: {text!r}",
    meaning="An agenda prints a text that is set like a part of it (labelled, or in a table), and no item, document or "
    "entry of the timetable took it. It stands in `blocks` with the role `unassigned`.",
    advice="Read the block; a part of the paper may be missing from the result.",
)

# Masthead and meetings.

INFERRED_SYMBOL = _code(
    "inferred.symbol",
    "info",
    "{why}",
    meaning="The symbol comes from the running heads: the masthead prints none, or one that is a misreading of theirs.",
    advice="Compare it with the first page.",
)
INFERRED_SESSION = _code(
    "inferred.meeting.session",
    "info",
    "taken from {where}",
    meaning="The session comes from the title, or from the sentence that says when it is held.",
    advice="Nothing.",
)
INFERRED_PERIODS = _code(
    "inferred.meeting.periods",
    "info",
    "taken from {where}",
    meaning="The days of the meeting come from the line under the title, or from a sentence.",
    advice="Check the days where they matter.",
)
INFERRED_PLACE = _code(
    "inferred.meeting.place",
    "info",
    "taken from the sentence that says when it is held",
    meaning="The city comes from the sentence that says when the meeting is held.",
    advice="Check the city where it matters.",
)
INFERRED_TIMEZONE = _code(
    "inferred.meeting.timezone",
    "info",
    "no place is printed: the time zone is that of the seat of the body",
    meaning="No place is printed, so the time zone is that of the seat of the body that the symbol names.",
    advice="Check it before you trust the offset of times.",
)
INFERRED_OPENING = _code(
    "inferred.meeting.opens_at",
    "info",
    "taken from the timetable's entry for the opening",
    meaning="The hour of opening comes from the timetable's entry for the opening.",
    advice="Nothing.",
)
DATE_CONFLICT = _code(
    "meeting.date_conflict",
    "warning",
    "{date} lies outside the period of the meeting",
    meaning="A date of the meeting lies outside its days.",
    advice="Look at masthead and timetable: one of them is wrong.",
)

# The agenda and its annotations.

NUMBER_GAP = _code(
    "item.number_gap",
    "warning",
    "the agenda list skips item {number}",
    meaning="The list of items skips a number.",
    advice="Look at the list: either the paper skips it, or a line could not be read.",
)
NOT_ANNOTATED = _code(
    "item.not_annotated",
    "info",
    "{item} is listed but has no annotation",
    meaning="The item is listed, and no annotation belongs to it.",
    advice="Nothing, if the paper does not annotate it; otherwise compare the headings.",
)
HEADING_UNLISTED = _code(
    "annotation.heading_unlisted",
    "info",
    "the heading {heading!r} looks like an item's but is not in the list",
    meaning="A heading among the annotations looks like an item's, but no item of the list has that title. Its text is "
    "kept in the annotation before it.",
    advice="Compare the heading with the list: the paper may call the item by two names.",
)

# The timetable.

UNKNOWN_ITEM = _code(
    "schedule.unknown_item",
    "warning",
    "the timetable names item {number}, which is not on the agenda",
    meaning="The timetable names an item that is not on the agenda.",
    advice="Expect no row for it when you join the timetable with the items.",
)
UNREAD_DATE = _code(
    "schedule.unread_date",
    "warning",
    "a date of the timetable has no year, and none could be found",
    meaning="A date of the timetable has no year, and none could be found; the entries have no `date`.",
    advice="Take the year from elsewhere.",
)
WEEKDAY_MISMATCH = _code(
    "schedule.weekday_mismatch",
    "warning",
    "“{date}” does not fall on that weekday",
    meaning="A date does not fall on the weekday printed beside it.",
    advice="One of the two is wrong in the paper; the date was taken.",
)
INFERRED_YEAR = _code(
    "inferred.schedule_year",
    "info",
    "the year of {count} timetable dates comes from the meeting",
    meaning="Dates of the timetable have no year; it comes from the meeting.",
    advice="Nothing: weekdays that contradict it have a diagnostic of their own.",
)

# Symbols in the text.

PLACEHOLDER = _code(
    "symbol.placeholder",
    "info",
    "{printed!r} stands for a symbol that is not assigned yet",
    meaning="What is printed stands for a symbol not yet assigned, such as `A/80/_`.",
    advice="Wait for the next issue of the paper.",
)
UNPARSED = _code(
    "symbol.unparsed",
    "info",
    "{printed!r} looks like a symbol but follows no known form",
    meaning="Something is printed like a symbol and follows no form that the grammar knows.",
    advice="Report it with the sentence, if it is a real symbol.",
)

# What contradicts itself, or is missing beside the rest (extractor/structure/checks).

FIELD_MISSING = _code(
    "document.field_missing",
    "warning",
    "the masthead has no {name}, though it has the fields that stand beside it",
    meaning="The masthead lacks symbol, distribution or date, and has the fields that stand beside it.",
    advice="Look at the first page.",
)
NAME_BROKEN = _code(
    "document.name_broken",
    "warning",
    "{name!r} is not the name of a body alone",
    meaning="The name of a body is a piece of a symbol, or two names have run together.",
    advice="Look at the first page.",
)
KIND_DENIED = _code(
    "document.kind_denied",
    "warning",
    "the paper was taken for {kind!r}, which its title denies: {title!r}",
    meaning="The title says that the paper is of another kind.",
    advice="Look at the paper: its annotations may not have been read.",
)
JOB_NUMBER_UNREAD = _code(
    "document.job_number_unread",
    "warning",
    "{text!r} looks like a job number and was not read as one",
    meaning="Something is printed like a job number, and the result has none.",
    advice="Look at the foot of the page.",
)
OPENING_UNREAD = _code(
    "meeting.opening_unread",
    "warning",
    "a sentence says when the meeting opens, but the hour was not read: {text!r}",
    meaning="A sentence says when the meeting opens, and `opens_at` is empty.",
    advice="Read the sentence.",
)
WEEKDAY_CONFLICT = _code(
    "meeting.weekday_conflict",
    "warning",
    "“{text}” does not fall on that weekday",
    meaning="A date of the text does not fall on the weekday printed in it.",
    advice="One of the two is wrong; the date was taken.",
)
NUMBER_REPEATED = _code(
    "item.number_repeated",
    "warning",
    "two items have the number {number}",
    meaning="Two items have the same number.",
    advice="Look at the list: a line was taken for an item, or a heading between two lists was not seen.",
)
TITLE_BROKEN = _code(
    "item.title_broken",
    "warning",
    "the title ends in its middle: {title!r}",
    meaning="A title ends in leaders, a comma, an open bracket or a joining word.",
    advice="Look at the list: the rest of the title may stand in another block.",
)
TITLE_LABEL = _code(
    "item.title_holds_label",
    "warning",
    "the title holds the label of item {number}",
    meaning="The title holds the label of the next item.",
    advice="Look at the list: two entries were read as one.",
)
NO_PLACE = _code(
    "item.no_place",
    "warning",
    "it was not found where {title!r} is printed",
    meaning="A title was not found on the page.",
    advice="Compare the title with the page.",
)
LIST_STOPS = _code(
    "item.list_stops",
    "warning",
    "the list stops before item {number}: {text!r}",
    meaning="Below the list, a text goes on with its numbers at its edge.",
    advice="Look at the page: items are missing.",
)
AGENDA_UNREAD = _code(
    "item.agenda_unread",
    "warning",
    "the paper has a numbered list under {heading!r}, which was not read",
    meaning="A paper without items has a numbered list under a heading that names an agenda.",
    advice="Look at the page.",
)
ANNOTATIONS_ABSENT = _code(
    "annotation.absent",
    "error",
    "the title announces annotations, but no item has any",
    meaning="The title of the paper announces annotations, and no item has any.",
    advice="Look at `blocks`: the text is there.",
)
ANNOTATION_BROKEN = _code(
    "annotation.broken",
    "warning",
    "the text of the item is not whole: {text!r}",
    meaning="The text of an item ends in the middle of a sentence, or one of its brackets is not closed.",
    advice="Compare it with the page: words may be missing or in another place.",
)
ANNOTATION_SECTION = _code(
    "annotation.holds_section",
    "warning",
    "the text of the item holds the heading of a section: {text!r}",
    meaning="The text of an item holds the heading of the next section of the paper.",
    advice="What follows the heading is not about the item.",
)
SYMBOL_IN_TITLE = _code(
    "documents.symbol_in_title",
    "warning",
    "{symbol!r} in a title is not among the symbols of the document",
    meaning="The title of a listed document holds a symbol that the document does not have.",
    advice="Look at the entry.",
)
SYMBOL_BROKEN = _code(
    "symbol.broken",
    "warning",
    "the symbol {symbol!r} was not read to its end",
    meaning="A symbol is parted by a space, or what stands behind it (`–3`, `and Add.1`) was not read.",
    advice="Take the symbols from the text.",
)
SYMBOLS_UNEVEN = _code(
    "documents.symbols_uneven",
    "warning",
    "of the symbols of a joint paper only some have an addendum or corrigendum: {symbols}",
    meaning="A paper has symbols of several bodies, and only some have an addendum or corrigendum.",
    advice="Look at the entry.",
)
DOCUMENT_UNLISTED = _code(
    "documents.unlisted",
    "warning",
    "the timetable names {symbol}, which no list of documents has",
    meaning="The timetable names a document that no list has.",
    advice="Look for documents in the timetable.",
)
NO_DAY = _code(
    "schedule.no_day",
    "warning",
    "no day was found for {title!r}",
    meaning="A row of the timetable has no day, and most have.",
    advice="Look at the timetable.",
)
NO_HOUR = _code(
    "schedule.no_hour",
    "warning",
    "no hour was found for {title!r}",
    meaning="A row of the timetable has no hour, and most have.",
    advice="Look at the timetable.",
)
SLOTS_CROSS = _code(
    "schedule.slots_cross",
    "warning",
    "{title!r} begins before the row above it",
    meaning="The hours of a day run backwards.",
    advice="Look at the timetable: day or hours are wrong.",
)
DAY_OUTSIDE = _code(
    "schedule.outside",
    "warning",
    "{date} lies far from the days of the meeting",
    meaning="A day of the timetable lies more than a week from the days of the meeting.",
    advice="Look at masthead and timetable: one of them is wrong.",
)
ROW_TITLE = _code(
    "schedule.title_conflict",
    "warning",
    "{title!r} is the title of another item than {number}",
    meaning="A row has the number of one item and the title of another.",
    advice="Look at the timetable.",
)
ROW_BROKEN = _code(
    "schedule.title_broken",
    "warning",
    "the title of the row goes on elsewhere: {title!r}",
    meaning="The title of a row ends in its middle, or goes on in the next row.",
    advice="Look at the timetable: two rows may be one.",
)
WORD_PARTED = _code(
    "text.word_parted",
    "warning",
    "{word!r} stands elsewhere without the hyphen",
    meaning="A word that was broken over two lines may still have its hyphen.",
    advice="Compare it with the page.",
)
MIXED_LETTERS = _code(
    "text.mixed_letters",
    "warning",
    "a word has letters of two scripts: {text!r}",
    meaning="A word has a letter of another script in its middle: a font names its letters wrongly.",
    advice="Compare it with the page; recognise the text if much of it is wrong.",
)
FOOTNOTE_GAP = _code(
    "footnotes.number_gap",
    "warning",
    "footnote {number} is missing",
    meaning="The numbers of the footnotes skip one.",
    advice="Look at the foot of the page.",
)
NO_DOCUMENTS_DOUBT = _code(
    "item.documentation_doubt",
    "warning",
    "it is in doubt whether there are documents: {text!r}",
    meaning="A sentence seems to say that there are no documents and was not taken so, or documents are listed.",
    advice="Read the sentence.",
)

# The database.

REPLACED_CHARACTERS = _code(
    "store.replaced_characters",
    "warning",
    "{count} characters that databases cannot hold were replaced by \u2400 or \ufffd.",
    meaning="Only in databases: characters that they cannot hold (NUL, half a surrogate pair) were replaced by visible "
    "ones.",
    advice="Nothing; the JSON has the originals.",
)
