"""The kinds of diagnostics that the checks of a result make of its running text.

Annotations, footnotes, symbols and references in sentences, and the words themselves.
"""

from __future__ import annotations

from extractor.diagnostics.model import register

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
SYMBOL_BROKEN = register(
    "symbol.broken",
    "warning",
    "the symbol {symbol!r} was not read to its end",
    meaning="A symbol is parted by a space, or what stands behind it (`–3`, `and Add.1`) was not read.",
    advice="Take the symbols from the text.",
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
ANNOTATION_MISSING = register(
    "annotation.missing",
    "warning",
    "{title!r} has no text, and other items have",
    meaning="An item has no text, and a heading in that of another has its number or title, or one item has all text.",
    advice="Look for the heading of the item: its text may stand in that of another.",
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
OWNER_DOUBT = register(
    "reference.owner_doubt",
    "warning",
    "{text!r} was taken for {symbol}, and the text does not name the General Assembly",
    meaning="In a paper of another organ a resolution or decision was taken for one of the General Assembly, which its "
    "text does not name.",
    advice="Read the sentence: it may be one of the organ itself.",
)
