"""The title of a resolution or decision: beside its number, below the line that says who adopted it, or below it."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.built import compiled
from extractor.lexicon.folding import fold
from extractor.lexicon.words import connectives
from extractor.records import Struct, replace
from extractor.rules import rule
from extractor.structure.masthead.bodies import names_body
from extractor.structure.masthead.model import Row, RowKind
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import words

#: `78/128.`, `79/226 B.`, `2027/14`, `1/COP.4`, `V/12.`: the number before the title.
_NUMBER = compiled(r"^(?:\d{1,4}|[IVXL]{1,7})/(?:\d{1,4}|[A-Z]{2,4}\.\s?\d{1,3})(?:\s?[A-Z](?=\.?\s))?\s?\.?\s+(?=\S)")


class Numbered(Struct, frozen=True):
    """The title beside a number, and how many of the rows it and what stands above it are."""

    text: str
    rows: tuple[Row, ...]


@rule(
    "title.beside_number",
    source="resolutions: `Resolution adopted by the General Assembly on ...` over `78/128. Title`",
    otherwise=None,
)
def title_beside_number(rows: Sequence[Row]) -> Numbered | None:
    """Below the standing line on who adopted it, the title of a resolution stands beside its number."""
    if not words().adopted.search(fold(rows[0].text)):
        return None
    reach = range(1, min(len(rows), SETTINGS.adopted_reach))
    start = next((at for at in reach if rows[at].bold and _NUMBER.match(rows[at].text)), None)
    if start is None:
        return None
    end = start + 1
    while end < len(rows) and rows[end].bold and rows[end].follows(rows[end - 1]):
        end += 1
    first = _NUMBER.sub("", rows[start].text)
    text = " ".join([first, *(row.text for row in rows[start + 1 : end])]).rstrip(" .:;")
    above = [replace(row, kind=RowKind.NOTE) for row in rows[:start]]
    return Numbered(text, (*above, *(replace(row, kind=RowKind.TITLE) for row in rows[start:end])))


@rule(
    "title.below_number",
    source="conferences of the parties: `Decision 12/CP.3` over the title, and no box",
    otherwise=None,
)
def title_below_number(rows: Sequence[Row]) -> Numbered | None:
    """Below a row that is no more than the number of a decision stands its title, down to who decides."""
    if not words().title_number.match(fold(rows[0].text).strip(" .")):
        return None
    end = 1
    while end < len(rows) and not _enacts(rows[end]) and _goes_on(rows, end):
        end += 1
    if end == 1:
        return None
    text = " ".join(row.text for row in rows[1:end]).rstrip(" .:;")
    return Numbered(text, tuple(replace(row, kind=RowKind.TITLE, rule=title_below_number.name) for row in rows[:end]))


def _goes_on(rows: Sequence[Row], at: int) -> bool:
    if at == 1:
        return rows[at].kind in (RowKind.TEXT, RowKind.SESSION, RowKind.DATES)
    return rows[at].kind is RowKind.TEXT and rows[at].follows(rows[at - 1])


def _enacts(row: Row) -> bool:
    """Whether a row opens a decision: `The Conference of the Parties,`, `The Executive Board`."""
    text = row.text.rstrip()
    if text.endswith((",", "،", "，")):
        return True
    bare = _without_article(text)
    return bare != text and not row.bold and len(bare.split()) <= SETTINGS.most_around and names_body(bare)


@rule("masthead.body_that_decides", source="`The Conference of the Parties,` below a decision's title", otherwise=None)
def body_that_decides(rows: Sequence[Row]) -> str | None:
    """The body that a decision without a masthead names below its title, without its article."""
    if not rows or not _enacts(rows[0]):
        return None
    name = _without_article(rows[0].text.rstrip(" ,،，"))
    return name[:1].upper() + name[1:] if names_body(name) else None


def _without_article(name: str) -> str:
    for article in connectives("the"):
        rest = name[len(article) :]
        if name.casefold().startswith(article) and (article.endswith("’") or rest.startswith(" ")):
            return rest.lstrip()
    return name
