"""Checks for texts that ran into one another, and for what a paper of a meeting has and the result lacks altogether."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extractor.built import compiled
from extractor.diagnostics import (
    AGENDA_UNREAD,
    KIND_DENIED,
    MEETING_INCOMPLETE,
    ROW_BROKEN,
    TITLE_BROKEN,
    TITLE_LABEL,
    Note,
)
from extractor.grammar.numbering import whole_numbers
from extractor.rules import rule
from extractor.structure.checks.result import Result
from extractor.structure.vocabulary import is_prose, says

#: So many rows of a table whose first cells count from 1 are a list.
LEAST_ROWS = 3
#: So many blocks above a table may name it.
NEAR = 4
#: A head of columns stands over so many days at least.
LEAST_DAYS = 2
_LEADERS = compiled(r"(?<![.…·_])[.…·_]{5,}+\s?\S")
_BRACKET = compiled(r"\S\s*\[[^\]\d]{6,40}\]$")


@rule("checks.swallowed.number", source="contract 1.1: a title that holds the next label", otherwise=())
def number(result: Result) -> Iterator[Note]:
    """No label of a number that the list skips stands within a text."""
    known = whole_numbers(item.number for _, item in result.items)
    lacking = set(range(1, max(known, default=0))) - known if result.listed else set()
    if not lacking:
        return
    label = re.compile(rf"(?<=[\w.)]\s)({'|'.join(map(str, sorted(lacking)))})\.\s+[^\W\d_]")
    for block in result.blocks:
        found = label.search(block.text) if block.role in _HOLDERS and "." in block.text else None
        if found is not None and not is_prose(block.text[: found.start()]):
            holder = result.path_of(block)
            for path in ("items", *(() if holder.startswith("blocks") else (holder,))):
                yield TITLE_LABEL.note(block.page, path=path, number=found[1])
            return


#: Where the label of an item may stand that was not read.
_HOLDERS = ("annotation", "list", "heading", "documentation", "text")


@rule("checks.swallowed.leaders", source="lists: `3. Lights ........ R.4`, leaders before a column", otherwise=())
def leaders(result: Result) -> Iterator[Note]:
    """No title of an item holds leaders: what stands behind them is of another column."""
    for path, item in result.items:
        if _LEADERS.search(item.title):
            for place in (f"{path}.title", f"{path}.documents"):
                yield TITLE_BROKEN.note(item.page, path=place, title=item.title[-40:])


@rule("checks.swallowed.closing", source="agencies: `[End of document]` below the list", otherwise=())
def closing(result: Result) -> Iterator[Note]:
    """Where no other title has square brackets, the last one does not end in some with words."""
    if len(result.items) < LEAST_ROWS:
        return
    path, last = result.items[-1]
    if _BRACKET.search(last.title) and not any("[" in item.title for _, item in result.items[:-1]):
        yield TITLE_BROKEN.note(last.page, path=f"{path}.title", title=last.title[-40:])


@rule(
    "checks.swallowed.table", source="boards: the agenda is a table whose first column counts its items", otherwise=()
)
def table(result: Result) -> Iterator[Note]:
    """A paper without items has no table that counts from 1 near a heading which names an agenda."""
    if result.agenda.items:
        return
    for at, block in enumerate(result.blocks):
        cells = block.cells if block.type == "table" else None
        if not cells or not _counts(cells):
            continue
        above = [one.text for one in result.blocks[max(0, at - NEAR) : at] if not is_prose(one.text)]
        if any(says(text, "agenda", "kinds") for text in above):
            for path in ("items", "documents"):
                yield AGENDA_UNREAD.note(block.page, path=path, heading=above[-1][:60])
            if result.agenda.document.kind == "other":
                yield KIND_DENIED.note(1, path="document.kind", kind="other", title=above[-1][:60])
            return


def _counts(cells: list[list[str]]) -> bool:
    """Whether the first cells of the rows are 1, 2, 3, but for heads and rows that have none."""
    firsts = [row[0].strip().rstrip(".") for row in cells if row]
    numbers = [int(one) for one in firsts if one.isdecimal()]
    return len(numbers) >= LEAST_ROWS and numbers == list(range(1, len(numbers) + 1))


@rule("checks.swallowed.meeting", source="contract: an agenda is that of a meeting", otherwise=())
def meeting(result: Result) -> Iterator[Note]:
    """A timetable with days is that of a meeting."""
    rows = result.agenda.schedule
    if not result.agenda.meetings and result.agenda.document.kind != "other" and any(row.date for row in rows):
        yield MEETING_INCOMPLETE.note(1, path="meetings", part="body, place or days")


@rule("checks.swallowed.heads", source="timetables: each day has the same heads of columns", otherwise=())
def heads(result: Result) -> Iterator[Note]:
    """No title without an hour and an item stands on each day: it is a head of a column."""
    rows = [(at, row) for at, row in enumerate(result.agenda.schedule) if row.date is not None]
    days = {row.date for _, row in rows}
    bare = [(at, row) for at, row in rows if row.start is None and not row.items and row.title]
    if len(days) < LEAST_DAYS or len(bare) == len(rows):
        return
    counted = Counter((row.title or "").casefold() for _, row in bare)
    for at, row in bare:
        if counted[(row.title or "").casefold()] == len(days):
            yield ROW_BROKEN.note(row.page, path=f"schedule[{at}]", title=(row.title or "")[:60])


CHECKS = (number, leaders, closing, table, meeting, heads)
