"""Where the title begins under the block, and how far it goes."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.structure.masthead.bodies import names_body
from extractor.structure.masthead.model import PARAGRAPH_GAP, Masthead, Row, joined
from extractor.structure.masthead.rows import LARGER, TITLE_GAP, TITLE_INDENT
from extractor.structure.masthead.sessions import opens_day
from extractor.structure.masthead.words import fold, words

#: Kinds of rows that only the block has.
_ANCHORS = ("session", "dates", "item", "item+", "qualifier")


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
        if row.kind in ("note", "supplement", "subtitle") and not reference.kind.startswith("item"):
            return index
        score = _set_off(row, reference, before)
        body = (
            not reference.kind.startswith("item")
            and names_body(row.text)
            and (
                score < 2
                or (abs(row.x0 - reference.x0) < TITLE_INDENT and row.gap(before) <= PARAGRAPH_GAP)
                or _title_follows(rows, index, reference)
            )
        )
        if body:
            continue
        if score >= 2 or not reference.kind.startswith("item"):
            return index
    return len(rows)


def _title_follows(rows: Sequence[Row], index: int, reference: Row) -> bool:
    """Whether a row flush with the block above it stands before an indented title at least as large."""
    row = rows[index]
    if abs(row.x0 - reference.x0) >= TITLE_INDENT or words().title.search(fold(row.text)):
        return False
    return any(
        other.x0 - reference.x0 >= TITLE_INDENT and other.size >= row.size and _set_off(other, reference, row) >= 2
        for other in rows[index + 1 : index + 3]
    )


def _set_off(row: Row, reference: Row, before: Row) -> int:
    """How clearly a row is set off from the block above it as a title."""
    score = 2 if row.size - reference.size >= LARGER else 0
    score += abs(row.x0 - reference.x0) >= TITLE_INDENT
    score += before.column != row.column or row.gap(before) >= TITLE_GAP
    score += words().title.search(fold(row.text)) is not None
    return score


def _is_title(rows: Sequence[Row], index: int, edge: float | None) -> bool:
    """Whether a row before the last session or date line is the title already."""
    row = rows[index]
    if row.kind != "text" or row.column or edge is None:
        return False
    if index == 0 and row.x0 <= edge + TITLE_INDENT:
        return (
            words().title.search(fold(row.text)) is not None
            and not names_body(row.text)
            and row.size >= rows[-1].size + LARGER
        )
    before = rows[index - 1] if index else None
    item = before is not None and before.kind.startswith("item")
    larger = max((other.size for other in rows[:index]), default=0.0) + LARGER <= row.size
    indented = row.x0 - edge >= TITLE_INDENT
    if item and not indented:
        return False
    named = words().title.search(fold(row.text)) is not None
    if not named and not any(other.kind in _ANCHORS for other in rows[:index]):
        return False
    return (
        (larger and indented)
        or (named and (larger or indented))
        or (indented and index > 0 and row.size >= 11 and (before is None or row.gap(before) >= TITLE_GAP))
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
            and abs(rows[index + group].x0 - row.x0) < 8
        ):
            group += 1
        after = rows[index + group] if index + group < len(rows) else None
        text = joined(rows[index : index + group])
        if row.kind != "text" or after is None or after.kind not in ("text", "title") or not names_body(text):
            return index
        if words().title.search(fold(text)):
            return index
        if not (
            after.size - row.size >= LARGER
            or after.x0 - row.x0 >= TITLE_INDENT
            or words().title.search(fold(after.text))
        ):
            return index if has_organ else index + group
        index += group
    return index


def take_item_title(masthead: Masthead, rows: Sequence[Row]) -> int:
    """How many rows above the title are that of the item on the item line: `ADOPTION OF THE AGENDA`, then the title.

    Only where the row after them is known for the title: it says that the agenda is annotated, or `Note by` follows it.
    """
    if not masthead.agenda_items or masthead.agenda_items[-1][1] or not rows or rows[0].kind != "text":
        return 0
    used = 1
    while used < len(rows) and _same_title(rows[used], rows[used - 1], rows[:used]):
        used += 1
    name = joined(rows[:used]).rstrip(" .:;")
    known, after = words(), rows[used : used + 2]
    if not known.adoption.match(fold(name)) or not after or not known.title.search(fold(after[0].text)):
        return 0
    if after[0].kind != "text" or not ("annot" in fold(after[0].text) or (len(after) > 1 and after[1].kind == "note")):
        return 0
    masthead.agenda_items[-1] = (masthead.agenda_items[-1][0], name)
    masthead.agenda_item = masthead.agenda_items[0]
    return used


def read_title(masthead: Masthead, rows: Sequence[Row]) -> int:
    """Read the title and the lines that go with it; returns how many rows they are."""
    if not rows:
        return 0
    used = 0
    if rows[0].kind not in ("subtitle", "supplement"):
        used = 1
        while used < len(rows) and _same_title(rows[used], rows[used - 1], rows[:used]):
            used += 1
        for row in rows[:used]:
            row.kind = "title"
        masthead.title = joined(rows[:used]).rstrip(" .:;") or None
    while used < len(rows):
        row, before = rows[used], rows[used - 1] if used else None
        again = (
            before is not None
            and before.kind in ("note", "subtitle", "supplement")
            and row.follows(before)
            and (row.kind in ("text", "subtitle", "dates"))
        )
        if row.kind == "dates" and masthead.place_lines and opens_day(row.text):
            break  # the meeting's dates stand above: this is the first day of a timetable
        if row.kind in ("session", "dates", "subtitle") or (again and before is not None and before.kind == "subtitle"):
            if again and row.kind != "session" and masthead.subtitle:
                masthead.subtitle[-1] += " " + row.text
            else:
                masthead.subtitle.append(row.text)
            row.kind = "subtitle"
        elif row.kind in ("note", "supplement") or again:
            row.kind = "note" if again else row.kind
            masthead.notes.append(row.text)
        else:
            break
        used += 1
    return used


def _same_title(row: Row, before: Row, title: Sequence[Row]) -> bool:
    """Whether a row goes on with the title: same type, line gap of a paragraph, flush or centred."""
    if row.kind not in ("text", "dates", "session") or not row.follows(before):
        return False
    centred = abs((row.x0 + row.x1) - (before.x0 + before.x1)) < 12
    flush = abs(row.x0 - title[0].x0) < 10 or abs(row.x0 - before.x0) < 10
    if not (flush or centred):
        return False
    folded, known = fold(joined(title)), words()
    if row.kind != "text":
        return row.text[:1].islower() or known.open_end.search(folded) is not None
    # a second agenda title in the same type is the heading of the list
    return (
        row.text[:1].islower()
        or known.open_end.search(folded) is not None
        or not (
            known.title.search(folded)
            and known.title.search(fold(row.text))
            and fold(row.text).startswith(("provisional agenda", "agenda"))
        )
    )
