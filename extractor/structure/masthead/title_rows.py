"""How far the title of a masthead goes: which rows below its first go on with it."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.lexicon.folding import fold
from extractor.records import Struct
from extractor.rules import rule
from extractor.structure.masthead.model import Row, RowKind, joined
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import words


def title_rows(rows: Sequence[Row]) -> int:
    """How many rows the title at the head of some rows has."""
    used = 1
    while used < len(rows) and _same_title(Next(rows[used], rows[:used])):
        used += 1
    return used


class Next(Struct, frozen=True):
    """A row below the title so far, of which `title` are the rows."""

    row: Row
    title: Sequence[Row]

    @property
    def before(self) -> Row:
        """The last row of the title."""
        return self.title[-1]

    @property
    def folded(self) -> str:
        """The title so far."""
        return fold(joined(self.title))


def _same_title(below: Next) -> bool:
    """Whether a row goes on with the title: same type, line gap of a paragraph, flush or centred.

    Where words show that it goes on, it may be a session or dates.
    """
    row, before = below.row, below.before
    if with_annotations.applies(below):
        return True
    if row.kind not in (RowKind.TEXT, RowKind.DATES, RowKind.SESSION) or not row.follows(before):
        return False
    near = SETTINGS.title_flush
    flush = abs(row.x0 - below.title[0].x0) < near or abs(row.x0 - before.x0) < near
    if breaks_off.applies(below):
        return True
    if not flush and not is_centred.applies(row, before):
        return False
    if in_lower_case.applies(below):
        return True
    return row.kind is RowKind.TEXT and not heads_list.applies(below)


@rule("title.with_annotations", source="working groups: `PROVISIONAL AGENDA` over `with annotations` in other type")
def with_annotations(below: Next) -> bool:
    """A row close below the title of an agenda that only says that it has annotations goes on with it, in any type."""
    row, before = below.row, below.before
    if words().title_rest.match(fold(row.text).strip(" .:()")) is None or row.gap(before) > SETTINGS.name_gap:
        return False
    level = abs(row.x0 - before.x0) < SETTINGS.title_flush or is_centred.applies(row, before)
    return level and words().title.search(below.folded) is not None


@rule("title.centred", source="templates of agencies and of the nineties: titles are centred")
def is_centred(row: Row, before: Row) -> bool:
    """A row with the middle of the title's last row goes on with it."""
    return abs((row.x0 + row.x1) - (before.x0 + before.x1)) < SETTINGS.title_centred


@rule("title.lower_case", source="catalogue 1.3: `... to be included in the provisional` / `agenda of the ...`")
def in_lower_case(below: Next) -> bool:
    """A row in lower case goes on with the title, whatever it says."""
    return below.row.text[:1].islower()


@rule("title.open_end", source="catalogue 1.3: `Annotations to the agenda for the` / `Ninth session`")
def breaks_off(below: Next) -> bool:
    """A row below a title that ends in `of the` goes on with it, whatever it says and wherever it begins."""
    return words().open_end.search(below.folded) is not None


@rule("title.list_heading", source="catalogue 2.1: `Provisional agenda and annotations` / `Provisional agenda`")
def heads_list(below: Next) -> bool:
    """A second agenda title in the same type is the heading of the list."""
    title, text = words().title, fold(below.row.text)
    return (
        words().list_heading.match(text) is not None
        and title.search(text) is not None
        and title.search(below.folded) is not None
    )
