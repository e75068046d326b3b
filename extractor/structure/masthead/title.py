"""Where the title begins under the block, and how far it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from extractor.structure.masthead.bodies import names_body
from extractor.structure.masthead.model import ItemUnder, Row, RowKind, joined
from extractor.structure.masthead.sessions import opens_day
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import fold, words

#: Kinds of rows that only the block has.
_ITEMS = (RowKind.ITEM, RowKind.ITEM_MORE)
_ANCHORS = (RowKind.SESSION, RowKind.DATES, *_ITEMS, RowKind.QUALIFIER)
#: Kinds of rows below the title.
_BELOW = (RowKind.NOTE, RowKind.SUPPLEMENT, RowKind.SUBTITLE)


def title_start(rows: Sequence[Row], has_organ: bool) -> int:
    """Index of the row with which the title begins; the number of rows where there is none."""
    anchors = [i for i, row in enumerate(rows) if row.kind in _ANCHORS]
    edge = rows[anchors[0]].x0 if anchors else None
    # session and date lines under the title belong to the title: they stand at its indent, in its type
    limit = next((i for i, row in enumerate(rows) if _is_title(rows, i, edge)), len(rows))
    anchors = [i for i in anchors if i < limit or rows[i].column]
    if not anchors:
        return _title_without_block(rows, has_organ)
    last = anchors[-1]
    reference = rows[last]
    for index in range(last + 1, len(rows)):
        row, before = rows[index], rows[index - 1]
        if row.column:
            reference = row
            continue
        if row.kind in _BELOW and reference.kind not in _ITEMS:
            return index
        score = _set_off(row, reference, before)
        body = (
            reference.kind not in _ITEMS
            and names_body(row.text)
            and (
                score < SETTINGS.title_signs
                or (abs(row.x0 - reference.x0) < SETTINGS.title_indent and row.gap(before) <= SETTINGS.paragraph_gap)
                or _title_follows(rows, index, reference)
            )
        )
        if body:
            continue
        if score >= SETTINGS.title_signs or reference.kind not in _ITEMS:
            return index
    return len(rows)


def _title_follows(rows: Sequence[Row], index: int, reference: Row) -> bool:
    """Whether a row flush with the block above it stands before an indented title at least as large."""
    row = rows[index]
    if abs(row.x0 - reference.x0) >= SETTINGS.title_indent or words().title.search(fold(row.text)):
        return False
    return any(
        other.x0 - reference.x0 >= SETTINGS.title_indent
        and other.size >= row.size
        and _set_off(other, reference, row) >= SETTINGS.title_signs
        for other in rows[index + 1 : index + 1 + SETTINGS.title_reach]
    )


def _set_off(row: Row, reference: Row, before: Row) -> int:
    """How clearly a row is set off from the block above it as a title."""
    score = 2 if row.size - reference.size >= SETTINGS.larger else 0
    score += abs(row.x0 - reference.x0) >= SETTINGS.title_indent
    score += before.column != row.column or row.gap(before) >= SETTINGS.title_gap
    score += words().title.search(fold(row.text)) is not None
    return score


def _is_title(rows: Sequence[Row], index: int, edge: float | None) -> bool:
    """Whether a row before the last session or date line is the title already."""
    row = rows[index]
    if row.kind is not RowKind.TEXT or row.column or edge is None:
        return False
    if index == 0 and row.x0 <= edge + SETTINGS.title_indent:
        return (
            words().title.search(fold(row.text)) is not None
            and not names_body(row.text)
            and row.size >= rows[-1].size + SETTINGS.larger
        )
    before = rows[index - 1] if index else None
    item = before is not None and before.kind in _ITEMS
    larger = max((other.size for other in rows[:index]), default=0.0) + SETTINGS.larger <= row.size
    indented = row.x0 - edge >= SETTINGS.title_indent
    if item and not indented:
        return False
    named = words().title.search(fold(row.text)) is not None
    if not named and not any(other.kind in _ANCHORS for other in rows[:index]):
        return False
    return (
        (larger and indented)
        or (named and (larger or indented))
        or (
            indented
            and index > 0
            and row.size >= SETTINGS.title_size
            and (before is None or row.gap(before) >= SETTINGS.title_gap)
        )
    )


def _title_without_block(rows: Sequence[Row], has_organ: bool) -> int:
    """Where no session, date or item line stands between body and title, the body is told by its name and its place."""
    index = 0
    while index < len(rows):
        row = rows[index]
        group = 1
        while (
            index + group < len(rows)
            and rows[index + group].follows(rows[index + group - 1])
            and abs(rows[index + group].x0 - row.x0) < SETTINGS.name_flush
        ):
            group += 1
        after = rows[index + group] if index + group < len(rows) else None
        text = joined(rows[index : index + group])
        if row.kind is not RowKind.TEXT or after is None or after.kind is not RowKind.TEXT or not names_body(text):
            return index
        if words().title.search(fold(text)):
            return index
        if not (
            after.size - row.size >= SETTINGS.larger
            or after.x0 - row.x0 >= SETTINGS.title_indent
            or words().title.search(fold(after.text))
        ):
            return index if has_organ else index + group
        index += group
    return index


class TitleFacts(NamedTuple):
    """The title, the lines below it that say when and where the meeting is held, and the rows of both and of notes."""

    text: str | None = None
    subtitle: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


def item_title(items: Sequence[ItemUnder], rows: Sequence[Row]) -> int:
    """How many rows above the title are that of the item on the item line: `ADOPTION OF THE AGENDA`, then the title.

    Only where the row after them is known for the title: it says that the agenda is annotated, or `Note by` follows it.
    """
    if not items or items[-1].title or not rows or rows[0].kind is not RowKind.TEXT:
        return 0
    used = _title_rows(rows)
    name, after, known = fold(joined(rows[:used])), rows[used : used + 2], words()
    if not known.adoption.match(name) or not after or after[0].kind is not RowKind.TEXT:
        return 0
    title = fold(after[0].text)
    noted = len(after) > 1 and after[1].kind is RowKind.NOTE
    return used if known.title.search(title) and ("annot" in title or noted) else 0


def read_title(rows: Sequence[Row], *, dated: bool) -> TitleFacts:
    """Read the title and the lines that go with it; `dated` says that the block above has the meeting's dates."""
    if not rows:
        return TitleFacts()
    head = 0 if rows[0].kind in (RowKind.SUBTITLE, RowKind.SUPPLEMENT) else _title_rows(rows)
    text = joined(rows[:head]).rstrip(" .:;") or None
    read = [replace(row, kind=RowKind.TITLE) for row in rows[:head]]
    subtitle: list[str] = []
    for row in rows[head:]:
        before = read[-1] if read else None
        if row.kind is RowKind.DATES and dated and opens_day(row.text):
            break  # the meeting's dates stand above: this is the first day of a timetable
        again = before is not None and _goes_on(row, before)
        under = before is not None and before.kind is RowKind.SUBTITLE
        if again and under:
            subtitle[-1] += " " + row.text
            kind = RowKind.SUBTITLE
        elif row.kind in (RowKind.SESSION, RowKind.DATES, RowKind.SUBTITLE):
            subtitle.append(row.text)
            kind = RowKind.SUBTITLE
        elif again or row.kind in (RowKind.NOTE, RowKind.SUPPLEMENT):
            kind = RowKind.NOTE if again else row.kind
        else:
            break
        read.append(replace(row, kind=kind))
    return TitleFacts(text, tuple(subtitle), tuple(read))


def _goes_on(row: Row, before: Row) -> bool:
    """Whether a row goes on with a line below the title."""
    goes = row.kind in (RowKind.TEXT, RowKind.SUBTITLE, RowKind.DATES)
    return goes and before.kind in _BELOW and row.follows(before)


def _title_rows(rows: Sequence[Row]) -> int:
    """How many rows the title at the head of some rows has."""
    used = 1
    while used < len(rows) and _same_title(rows[used], rows[used - 1], rows[:used]):
        used += 1
    return used


def _same_title(row: Row, before: Row, title: Sequence[Row]) -> bool:
    """Whether a row goes on with the title: same type, line gap of a paragraph, flush or centred."""
    if row.kind not in (RowKind.TEXT, RowKind.DATES, RowKind.SESSION) or not row.follows(before):
        return False
    centred = abs((row.x0 + row.x1) - (before.x0 + before.x1)) < SETTINGS.title_centred
    near = SETTINGS.title_flush
    if not (centred or abs(row.x0 - title[0].x0) < near or abs(row.x0 - before.x0) < near):
        return False
    folded, known = fold(joined(title)), words()
    if row.text[:1].islower() or known.open_end.search(folded) is not None:
        return True
    if row.kind is not RowKind.TEXT:
        return False
    # a second agenda title in the same type is the heading of the list
    return not (
        known.title.search(folded)
        and known.title.search(fold(row.text))
        and fold(row.text).startswith(("provisional agenda", "agenda"))
    )
