"""What a row of the masthead looks like: the beginning of a list, running text."""

from __future__ import annotations

from extractor.built import compiled
from extractor.lexicon.folding import fold
from extractor.rules import rule
from extractor.structure.masthead.model import Row
from extractor.structure.masthead.sessions import dates_of, session_of
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import words

_LIST_START = compiled(
    r"^(?:\d{1,2}\s?[.)\-–．、](?!\d)|\d{1,2}\s*$|[٠-٩]{1,2}\s*[-–.]|[IVX]{1,4}\.(?:\s|$)|[一二三四五六七八九十]{1,3}[.、．])"
)


def starts_list(row: Row) -> bool:
    """Whether the row begins a numbered list or a numbered paragraph."""
    return (
        (_LIST_START.match(row.lead) is not None or words().list_head.match(row.lead) is not None)
        and (row.cells > 1 or len(row.text) > len(row.lead.rstrip()) or row.lead == row.text)
        and (row.lead[:1] in "IVX" or not (session_of(row.text, None) or dates_of(row.text, None)))
    )


@rule("masthead.two_ends", source="agencies: the letters of a logo at the left, the name of the office at the right")
def two_ends(row: Row) -> bool:
    """A few words that stand in two cells far apart are no running text."""
    return row.cells > 1 and len(row.text) < SETTINGS.prose_letters


def is_prose(row: Row) -> bool:
    """Whether a row is running text: wide, of text size, not bold, not in capitals."""
    return (
        row.x1 - row.x0 > SETTINGS.prose_width
        and not two_ends.applies(row)
        and row.size <= SETTINGS.prose_size
        and not row.bold
        and row.text != row.text.upper()
        and not (words().subtitle.match(fold(row.text)) or words().advance.match(fold(row.text)))
    )
