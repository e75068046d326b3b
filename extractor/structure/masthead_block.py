"""The block of body, session, place and dates and item line under the masthead's box, and the title under the block.

Every row is first given its kind by its words; where the title begins is told by how rows are set; bodies, sessions
and dates are then grouped, since a paper may be for several bodies that meet one after the other (format catalogue
1.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.structure.masthead_model import Masthead, Section
from extractor.structure.masthead_rows import (
    ANOTHER_NAME,
    LARGER,
    PARAGRAPH_GAP,
    TITLE_GAP,
    TITLE_INDENT,
    Row,
    bodies_in,
    dates_of,
    item_goes_on,
    item_line,
    joined,
    names_body,
    opens_day,
    session_inside,
    session_of,
    starts_list,
)
from extractor.structure.masthead_words import fold, words

#: A line of running text is wider than this (points) ...
PROSE_WIDTH = 300.0
#: ... and no larger than this (points).
PROSE_SIZE = 11.6

#: Kinds of rows that only the block has.
_ANCHORS = ("session", "dates", "item", "item+", "qualifier")


def is_prose(row: Row) -> bool:
    """Whether a row is running text: wide, of text size, not bold, not in capitals."""
    return (
        row.x1 - row.x0 > PROSE_WIDTH
        and row.size <= PROSE_SIZE
        and not row.bold
        and row.text != row.text.upper()
        and not (words().subtitle.match(fold(row.text)) or words().advance.match(fold(row.text)))
    )


def _classify(rows: Sequence[Row], language: str | None) -> list[Row]:
    """Give each row its kind; stop where the text begins."""
    known = words()
    kept: list[Row] = []
    broken = False
    for row in rows:
        folded = fold(row.text).strip(" :.")
        before = kept[-1] if kept and kept[-1].column == row.column else None
        if broken and before is not None:
            before.text = f"{before.text} {row.text}"
            broken = item_goes_on(before.text) and item_line(before.text) is None
            row.kind = "item+"
            kept.append(row)
            continue
        continued = (
            before is not None
            and before.kind == "text"
            and row.follows(before)
            and (known.open_end.search(fold(before.text)) is not None)
        )
        if row.lead[:1] in "IVX" and starts_list(row) and kept:
            break
        if item_line(row.text) is not None:
            row.kind = "item"
            broken = item_goes_on(row.text)
        elif item_goes_on(row.text) and known.item_head.match(row.text):
            row.kind, broken = "item", True
        elif known.qualifier.match(folded):
            row.kind = "qualifier"
        elif continued:
            row.kind = "text"
        elif known.subtitle.match(folded):
            row.kind = "subtitle"
        elif session_of(row.text, language):
            row.kind = "session"
        elif dates_of(row.text, language):
            row.kind = "dates"
        elif (known.stop.match(folded) and kept) or starts_list(row):
            break
        elif before is not None and before.kind == "subtitle" and row.follows(before):
            row.kind = "subtitle"
        elif is_prose(row) and not (known.title.search(folded) and not any(r.kind == "title?" for r in kept)):
            break
        elif known.supplement.match(folded):
            row.kind = "supplement"
        elif known.note_by.match(folded):
            row.kind = "note"
        else:
            row.kind = "text"
        kept.append(row)
    return kept


def read_block(
    masthead: Masthead,
    organ_rows: Sequence[Row],
    rows: Sequence[Row],
    language: str | None,
) -> None:
    """Read the organ's rows and the rows under the box into ``masthead``: bodies, sections, item lines, title, end."""
    organs = bodies_in(organ_rows, within_box=True)
    rows = _classify(rows, language)
    start = _title_start(rows, bool(organs))
    block, title = rows[:start], rows[start:]
    _read_sections(masthead, block, language)
    names = list(organs)
    for section in masthead.sections:
        names += section.bodies
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(fold(name), name)
    masthead.bodies = list(seen.values())
    if masthead.bodies:
        masthead.organ = masthead.bodies[0]
        own = next((section.bodies for section in masthead.sections if section.bodies), [])
        # organs of one type share the paper; one in other type is the organ of the agency named above it
        nested = any(abs(one.size - two.size) > ANOTHER_NAME for one, two in pairwise(organ_rows))
        joint = len(organs) > 1 and not nested
        masthead.body = own[-1] if own else masthead.bodies[0] if joint else masthead.bodies[-1]
    masthead.sessions = [(s.session, s.number) for s in masthead.sections if s.session is not None]
    masthead.place_lines = [line for section in masthead.sections for line in section.lines]
    masthead.agenda_item = masthead.agenda_items[0] if masthead.agenda_items else None
    above = _take_item_title(masthead, title)
    used = above + _read_title(masthead, title[above:])
    last = [*block, *title[:used]]
    masthead.end = max((row.line for row in last), default=-1) + 1
    for name, part in (("block", block), ("title", [row for row in title[:used] if row.kind == "title"])):
        if part:
            masthead.boxes[name] = (part[0].page, (
                min(r.x0 for r in part), min(r.top for r in part), max(r.x1 for r in part), max(r.bottom for r in part),
            ))  # fmt: skip


def _title_start(rows: Sequence[Row], has_organ: bool) -> int:
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


def _read_sections(masthead: Masthead, block: Sequence[Row], language: str | None) -> None:
    """Bodies, sessions, dates and item lines in the order in which they are printed, grouped by body and session."""
    sections: list[Section] = [Section()]
    index = 0
    column = 0
    while index < len(block):
        row = block[index]
        here = sections[-1]
        if row.column != column:
            column = row.column
            here = Section()
            sections.append(here)
        if row.kind in ("item", "item+"):
            index = _read_item(masthead, block, index)
            continue
        if row.kind == "session":
            found = session_of(row.text, language)
            if here.session is not None or here.lines:
                here = Section(bodies=list(here.bodies))
                sections.append(here)
            if found is not None:
                here.session, here.number = found.label, found.number
                if dates_of(found.rest.strip(" ,;–-()"), language):
                    here.lines.append(found.rest.strip(" ,;–-()"))
        elif row.kind == "dates":
            here.lines.append(row.text.strip(" ()"))
        elif row.kind == "text":
            stop = index
            while stop < len(block) and block[stop].kind == "text" and block[stop].column == column:
                stop += 1
            _add_bodies(sections, bodies_in(block[index:stop]), language)
            index = stop
            continue
        index += 1
    masthead.sections = _merge(sections)


def _add_bodies(sections: list[Section], names: Sequence[str], language: str | None) -> None:
    here = sections[-1]
    if here.lines or (here.session is not None and here.bodies):
        here = Section()
        sections.append(here)
    for name in names:
        inside = session_inside(name, language)
        if inside is None or here.session is not None:
            here.bodies.append(name)
            continue
        here.session, here.number = inside.label, inside.number
        here.bodies.append(_body_of_session(inside.label, inside.rest, name))


def _body_of_session(label: str, rest: str, name: str) -> str:
    """`Thirty-seventh meeting` `of Chairs ...` is the Meeting of Chairs; `Ninth session` `of the Conference ...` is
    the Conference.
    """
    noun = label.split(" ")[-1]
    link = words().session_links.match(rest)
    body = rest[link.end() :].strip() if link else rest.strip()
    if fold(noun) == "session" and body:
        return body[:1].upper() + body[1:]
    return f"{noun[:1].upper()}{noun[1:]}{rest}" if body else name


def _merge(sections: Sequence[Section]) -> list[Section]:
    """Sections that have a session or dates; a body that has neither belongs to the section before it (or after, at
    the top).
    """
    kept: list[Section] = []
    waiting: list[str] = []
    for section in sections:
        if section.session is None and not section.lines:
            if kept:
                kept[-1].bodies += section.bodies
            else:
                waiting += section.bodies
            continue
        section.bodies = waiting + section.bodies
        waiting = []
        kept.append(section)
    if waiting:
        kept.append(Section(bodies=waiting))
    return kept


def _read_item(masthead: Masthead, block: Sequence[Row], index: int) -> int:
    """Read an item line and the lines of the item's title; returns the index after them."""
    row = block[index]
    stop = index + 1
    while stop < len(block) and block[stop].kind == "item+":
        stop += 1
    found = item_line(row.text)
    first = stop
    while stop < len(block) and block[stop].kind in ("text", "note", "supplement") and block[stop].column == row.column:
        stop += 1
    if found is None:
        return stop
    titles: list[list[Row]] = []
    for line in block[first:stop]:
        if titles and line.gap(titles[-1][-1]) <= PARAGRAPH_GAP:
            titles[-1].append(line)
        else:
            titles.append([line])
    names = [joined(group) for group in titles] or ([found[1]] if found[1] else [])
    numbers = found[0]
    for position, number in enumerate(numbers):
        if len(names) == len(numbers):
            title: str | None = names[position]
        else:
            title = (
                " ".join(names) if len(numbers) == 1 and names else (names[position] if position < len(names) else None)
            )
        masthead.agenda_items.append((number, title))
    return stop


def _take_item_title(masthead: Masthead, rows: Sequence[Row]) -> int:
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


def _read_title(masthead: Masthead, rows: Sequence[Row]) -> int:
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
