"""The kinds of diagnostics that the stages make: file and text, masthead, agenda, timetable, symbols, database."""

from __future__ import annotations

from extractor.diagnostics.model import register

# The file and its text.

PARTIAL = register(
    "source.partial",
    "warning",
    "only {pages} of {count} {were} read: parts may be missing",
    meaning="Not all pages were read (`--pages`): parts may be missing.",
    advice="Read all pages for a complete result.",
)
NOT_A_UN_PAPER = register(
    "source.not_a_un_paper",
    "warning",
    "{why}",
    meaning="There is no symbol, and of distribution, original language, job number and date at most one; or the file "
    "is an error page saved as PDF.",
    advice="Take the result with care, or leave the file out.",
)
SEVERAL_PAPERS = register(
    "source.several_papers",
    "error",
    "another paper begins on page {number} of the file: only the first was read",
    meaning="A page behind the first has a masthead of its own. The text of the other papers stands in `blocks`; no "
    "other part of the result was read from it.",
    advice="Split the file, and extract each paper by itself.",
)
EMBEDDED = register(
    "agenda.embedded",
    "info",
    "the items are those of an agenda that stands inside this paper, on {pages}",
    meaning="The paper is no agenda: a draft decision, an annex or a report gives the agenda of a session to come.",
    advice="Take the items for those of the session that the paper names.",
)
ATTACHMENTS = register(
    "source.attachments",
    "info",
    "the file carries other files, which were not read: {names}",
    meaning="Other files are attached to the PDF, or it is a portfolio of them; they were not read.",
    advice="Save them with a PDF viewer, or with `pdfdetach -saveall`, and extract those that are papers.",
)
READERS_DIFFER = register(
    "source.readers_differ",
    "warning",
    "PDFium and pdfplumber do not read the same: {one} and {other}",
    meaning="The paper was read with both engines (`--reader both`), and they differ in this value; the result has the "
    "first one.",
    advice="Compare it with the page.",
)
SUSPECT = register(
    "text.suspect",
    "warning",
    "text of this page is in doubt, and no value was read from it: {why}",
    meaning="The text layer of a page, or that of one of its fonts, is garbage. It stands in `blocks` as the file "
    "gives it, with `in_doubt`, and no other part of the result was read from it.",
    advice="Run text recognition on the page again, for example with `ocrmypdf --force-ocr`.",
)
UNLETTERED = register(
    "text.letters_lost",
    "warning",
    "words of this page lack letters: the file does not say which letters {count} of its glyphs are",
    meaning="The font of a right-to-left page has no letters for some of its glyphs. The words are printed whole, and "
    "stand in the result without these letters.",
    advice="Run text recognition on the page again, for example with `ocrmypdf --force-ocr`.",
)
REFERENCE_CONFLICT = register(
    "reference.link_conflict",
    "warning",
    "the text says {symbol} (“{text}”), but its link leads to {target}",
    meaning="A reference is linked to another paper than its words name; the result has what is printed.",
    advice="Look at the words and follow the link: one of the two is wrong, mostly the link.",
)
OCR_PAGE = register(
    "ocr.page",
    "info",
    "read from its picture by {by}: mean confidence {confidence} of 100, set upright by {skew}°",
    meaning="The page is a scan, and its text, sizes, rules and marks come from its picture.",
    advice="Nothing is to be done.",
)
OCR_LOW = register(
    "ocr.low_confidence",
    "warning",
    "the page was read badly: mean confidence {confidence} of 100, {doubts} of {words} words in doubt",
    meaning="The scan is pale, blurred, broken or in a script that the recognisers do not know.",
    advice="Compare the page with its picture, or scan it again with 300 dots an inch in grey.",
)
OCR_REPAIRED = register(
    "ocr.repaired",
    "info",
    "{before!r} was put right as {after!r} ({rule})",
    meaning="Characters of a scan were misread, and something else in the paper says what they are: the series of its "
    "symbols, the labels before and behind, the names of months and weekdays.",
    advice="Compare the value with the picture of the page where much depends on it.",
)
OCR_VALUE = register(
    "ocr.value_doubtful",
    "warning",
    "{value!r} holds {word!r}, of which the recognition is not sure ({confidence} of 100)",
    meaning="A word of the value was read with little confidence, or two readers did not agree on it.",
    advice="Compare the value with the picture of the page.",
)
OCR_SKIPPED = register(
    "ocr.skipped",
    "warning",
    "the page has no text that can be trusted and was not read from its picture: {why}",
    meaning="The page is a scan. What would read it is not installed, or a limit was reached.",
    advice="Install the extra `ocr` and the data of the language, or raise the limit that is named.",
)
HIDDEN = register(
    "text.hidden",
    "info",
    "{count} letters and digits of this page cannot be seen and were skipped",
    meaning="A page has text that nobody sees: optional content that is switched off, type in the colour of its "
    "ground, off the page or clipped away, under an opaque shape, without ink.",
    advice="Nothing, if the paper looks right; otherwise look at the page for what covers its text.",
)
STRUCK = register(
    "text.struck",
    "info",
    "words that are struck out were left out: {words!r}",
    meaning="A page has words with a stroke through them, as a word processor shows deleted ones. They stand in "
    "`blocks` as furniture, and no other part of the result was read from them.",
    advice="Nothing; ask for the clean version of the paper where it matters.",
)
SIDEWAYS = register(
    "text.sideways",
    "warning",
    "text rotated by 90° was kept as furniture only; rotate the page and extract again",
    meaning="A page has text rotated by 90°, such as a table set along its long side. It stands in "
    "`blocks` as furniture, and no other part of the result was read from it.",
    advice="Rotate the page, for example with `qpdf --rotate=+90:2`, and extract the rotated copy.",
)

TAGS_DIFFER = register(
    "table.tags_differ",
    "info",
    "the tags of the page and the places of its words give this table other cells, and {followed}: by the others it "
    "would have {rows} rows and {columns} columns",
    meaning="The file says with its tags what the cells of a table are, and its words or borders say otherwise. The "
    "tags are followed where they cover the page and agree with themselves, but not against lines drawn between cells.",
    advice="Compare the cells of the block with the page, or extract again with `--ignore tags`.",
)
UNASSIGNED = register(
    "text.unassigned",
    "warning",
    "no part of the result holds this text: {text!r}",
    meaning="An agenda prints a text that is set like a part of it (labelled, or in a table), and no item, document or "
    "entry of the timetable took it. It stands in `blocks` with the role `unassigned`.",
    advice="Read the block; a part of the paper may be missing from the result.",
)

# Masthead and meetings.

INFERRED_SYMBOL = register(
    "inferred.symbol",
    "info",
    "{why}",
    meaning="The symbol comes from the running heads: the masthead prints none, or one that is a misreading of theirs.",
    advice="Compare it with the first page.",
)
INFERRED_SESSION = register(
    "inferred.meeting.session",
    "info",
    "taken from {where}",
    meaning="The session comes from the title, or from the sentence that says when it is held.",
    advice="Nothing.",
)
INFERRED_PERIODS = register(
    "inferred.meeting.periods",
    "info",
    "taken from {where}",
    meaning="The days of the meeting come from the line under the title, or from a sentence.",
    advice="Check the days where they matter.",
)
INFERRED_PLACE = register(
    "inferred.meeting.place",
    "info",
    "taken from the sentence that says when it is held",
    meaning="The city comes from the sentence that says when the meeting is held.",
    advice="Check the city where it matters.",
)
INFERRED_TIMEZONE = register(
    "inferred.meeting.timezone",
    "info",
    "no place is printed: the time zone is that of the seat of the body",
    meaning="No place is printed, so the time zone is that of the seat of the body that the symbol names.",
    advice="Check it before you trust the offset of times.",
)
NO_TIMEZONE = register(
    "meeting.no_timezone",
    "info",
    "the time zone of {place!r} is not known: its country is not printed, or has several",
    meaning="The place that is printed is in no list, and its country is not printed or has several time zones. Times "
    "have no offset.",
    advice="Look the zone up where you need moments.",
)
INFERRED_OPENING = register(
    "inferred.meeting.opens_at",
    "info",
    "taken from the timetable's entry for the opening",
    meaning="The hour of opening comes from the timetable's entry for the opening.",
    advice="Nothing.",
)
DATE_CONFLICT = register(
    "meeting.date_conflict",
    "warning",
    "{date} lies outside the period of the meeting",
    meaning="A date of the meeting lies outside its days.",
    advice="Look at masthead and timetable: one of them is wrong.",
)

# The agenda and its annotations.

NUMBER_GAP = register(
    "item.number_gap",
    "warning",
    "the agenda list skips item {number}",
    meaning="The list of items skips a number.",
    advice="Look at the list: either the paper skips it, or a line could not be read.",
)
NOT_ANNOTATED = register(
    "item.not_annotated",
    "info",
    "{item} is listed but has no annotation",
    meaning="The item is listed, and no annotation belongs to it.",
    advice="Nothing, if the paper does not annotate it; otherwise compare the headings.",
)
HEADING_UNLISTED = register(
    "annotation.heading_unlisted",
    "info",
    "the heading {heading!r} looks like an item's but is not in the list",
    meaning="A heading among the annotations looks like an item's, but no item of the list has that title. Its text is "
    "kept in the annotation before it.",
    advice="Compare the heading with the list: the paper may call the item by two names.",
)

# The timetable.

UNKNOWN_ITEM = register(
    "schedule.unknown_item",
    "warning",
    "the timetable names item {number}, which is not on the agenda",
    meaning="The timetable names an item that is not on the agenda.",
    advice="Expect no row for it when you join the timetable with the items.",
)
UNREAD_DATE = register(
    "schedule.unread_date",
    "warning",
    "a date of the timetable has no year, and none could be found",
    meaning="A date of the timetable has no year, and none could be found; the entries have no `date`.",
    advice="Take the year from elsewhere.",
)
WEEKDAY_MISMATCH = register(
    "schedule.weekday_mismatch",
    "warning",
    "“{date}” does not fall on that weekday",
    meaning="A date does not fall on the weekday printed beside it.",
    advice="One of the two is wrong in the paper; the date was taken.",
)
INFERRED_DAY = register(
    "inferred.schedule_date",
    "info",
    "the timetable prints no day: {day} is the only day of the meeting",
    meaning="The timetable has hours and no day, and the meeting lasts one day, which is taken for all entries.",
    advice="Nothing.",
)
INFERRED_YEAR = register(
    "inferred.schedule_year",
    "info",
    "the year of {count} timetable dates comes from the meeting",
    meaning="Dates of the timetable have no year; it comes from the meeting.",
    advice="Nothing: weekdays that contradict it have a diagnostic of their own.",
)

# Symbols in the text.

PLACEHOLDER = register(
    "symbol.placeholder",
    "info",
    "{printed!r} stands for a symbol that is not assigned yet",
    meaning="What is printed stands for a symbol not yet assigned, such as `A/80/_`.",
    advice="Wait for the next issue of the paper.",
)
UNPARSED = register(
    "symbol.unparsed",
    "info",
    "{printed!r} looks like a symbol but follows no known form",
    meaning="Something is printed like a symbol and follows no form that the grammar knows.",
    advice="Report it with the sentence, if it is a real symbol.",
)

# Corrections by people.

CORRECTED = register(
    "corrections.applied",
    "info",
    "{count} by a person: {places}",
    meaning="Values were corrected, or looked at and found right, by a person; `corrected` lists them, and the file of "
    "corrections beside the paper has the old values.",
    advice="Nothing.",
)
CORRECTION_CONFLICT = register(
    "corrections.conflict",
    "warning",
    "a correction was not applied: {why}",
    meaning="The value that a person corrected is not read as it was then, or the corrected result would break the "
    "contract. The correction was not applied, and stays in its file.",
    advice="Look at the value with `un-agenda review`, and correct it again or take the correction out.",
)
CORRECTION_FOREIGN = register(
    "corrections.other_file",
    "warning",
    "{count} corrections beside the paper were not applied: they are of a file with another SHA-256",
    meaning="The corrections beside the paper were made on another file, such as an earlier version of it.",
    advice="Compare the two files; correct the new one with `un-agenda review` where it is still wrong.",
)
CORRECTION_UNREAD = register(
    "corrections.unread",
    "warning",
    "the corrections beside the paper cannot be read: {why}",
    meaning="The file of corrections is damaged, or none; the result is without them.",
    advice="Repair the file, or move it away.",
)

# Listed documents beside one another (extractor/structure/checks/beside.py).

SUPPLEMENT_DOUBT = register(
    "documents.supplement_doubt",
    "warning",
    "{symbol!r} may correct the document itself, not its addendum",
    meaning="A corrigendum stands behind addenda that are printed without their document: `E/2031/3 and Add.1 and "
    "Corr.1`. It was taken for one of the last addendum.",
    advice="Look at the entry.",
)
SUPPLEMENT_APART = register(
    "documents.supplement_apart",
    "warning",
    "{symbol!r} is listed apart from the document above it, and has no title",
    meaning="An entry without a title is an addendum, a corrigendum or a part of the document above it.",
    advice="Look at the list: the two entries may be one.",
)

# The database.

REPLACED_CHARACTERS = register(
    "store.replaced_characters",
    "warning",
    "{count} characters that databases cannot hold were replaced by \u2400 or \ufffd.",
    meaning="Only in databases: characters that they cannot hold (NUL, half a surrogate pair) were replaced by visible "
    "ones.",
    advice="Nothing; the JSON has the originals.",
)
