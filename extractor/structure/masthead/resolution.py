"""The title of a resolution or decision, which stands beside its number below the line that says who adopted it."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.built import compiled
from extractor.lexicon.folding import fold
from extractor.records import Struct, replace
from extractor.rules import rule
from extractor.structure.masthead.model import Row, RowKind
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import words

#: `78/128.`, `79/226 B.`, `2027/14`, `1/COP.4`: the number before the title.
_NUMBER = compiled(r"^\d{1,4}/(?:\d{1,4}|[A-Z]{2,4}\.\s?\d{1,3})(?:\s?[A-Z](?=\.?\s))?\s?\.?\s+(?=\S)")


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
