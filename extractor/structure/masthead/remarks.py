"""Rows of the block that are neither its own nor a title: languages and dates of issue."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.built import compiled
from extractor.grammar.calendar import CalendarContext, find_dates
from extractor.lexicon.folding import fold
from extractor.records import replace
from extractor.rules import Rule, first, rule
from extractor.structure.masthead.dates import is_month, whole_date
from extractor.structure.masthead.model import Row, RowKind
from extractor.structure.masthead.words import words
from extractor.structure.vocabulary import has_figure

_SIGNS = compiled(r"[\W\d_]+")
_DATED = (RowKind.SESSION, RowKind.DATES)
#: `English & French only` has at most so many letters besides its words for languages.
_JOINT = 4


def with_remarks_told(rows: Sequence[Row], language: str | None) -> list[Row]:
    """The rows of a block, those told for remarks that are neither its own nor the title."""
    told: list[Row] = []
    for at, row in enumerate(rows):
        one = first(REMARKS, rows, at, language) if row.kind in (RowKind.TEXT, RowKind.DATES) else None
        told.append(row if one is None else replace(row, kind=RowKind.REMARK, rule=one.name))
    return told


@rule("masthead.languages_only", source="UNESCO: `English & French only` below the line of place and date")
def languages_only(rows: Sequence[Row], at: int, _language: str | None) -> bool:
    """A line that only names the languages in which the paper is issued."""
    row, known = rows[at], words()
    if row.kind is not RowKind.TEXT or has_figure(row.text):
        return False
    folded = fold(row.text)
    if known.only.search(folded) is None or known.language_word.search(folded) is None:
        return False
    rest = known.language_word.sub(" ", known.only.sub(" ", folded))
    return len(_SIGNS.sub("", rest)) <= _JOINT


@rule("masthead.issued_at", source="UNESCO: `PARIS, 14 February 2035` over `English & French only`: the day of issue")
def issued_at(rows: Sequence[Row], at: int, language: str | None) -> bool:
    """A place and a single day right above the line of languages are those of issue."""
    if rows[at].kind is not RowKind.DATES or at + 1 >= len(rows) or whole_date(rows[at].text, language) is None:
        return False
    return languages_only.applies(rows, at + 1, language)


@rule("masthead.month_of_issue", source="FAO: `January 2035` below the name of the organization")
def month_of_issue(rows: Sequence[Row], at: int, language: str | None) -> bool:
    """A month alone is that of issue where another row has the days of the meeting."""
    row = rows[at]
    if row.kind is not RowKind.DATES or not is_month.applies(row.text, language):
        return False
    context = CalendarContext(language=language)
    others = (other.text for other in rows if other is not row and other.kind in _DATED)
    return any(span.first is not None for text in others for span in find_dates(text, context))


#: What makes a row a remark.
REMARKS: tuple[Rule[[Sequence[Row], int, str | None], bool], ...] = (
    languages_only,
    issued_at,
    month_of_issue,
)
