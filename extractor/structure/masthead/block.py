"""The block of body, session, place and dates and item line under the masthead's box, and the title under the block.

Every row is first given its kind by its words; where the title begins is told by how rows are set; bodies, sessions
and dates are then grouped, since a paper may be for several bodies that meet one after the other (format catalogue
1.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.structure.masthead.bodies import ANOTHER_NAME, bodies_in
from extractor.structure.masthead.item_line import item_goes_on, item_line
from extractor.structure.masthead.model import PARAGRAPH_GAP, Masthead, Row, Section, joined
from extractor.structure.masthead.rows import starts_list
from extractor.structure.masthead.sessions import dates_of, session_inside, session_of
from extractor.structure.masthead.title import read_title, take_item_title, title_start
from extractor.structure.masthead.words import fold, words

#: A line of running text is wider than this (points) ...
PROSE_WIDTH = 300.0
#: ... and no larger than this (points).
PROSE_SIZE = 11.6


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
    start = title_start(rows, bool(organs))
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
    above = take_item_title(masthead, title)
    used = above + read_title(masthead, title[above:])
    last = [*block, *title[:used]]
    masthead.end = max((row.line for row in last), default=-1) + 1
    for name, part in (("block", block), ("title", [row for row in title[:used] if row.kind == "title"])):
        if part:
            masthead.boxes[name] = (part[0].page, (
                min(r.x0 for r in part), min(r.top for r in part), max(r.x1 for r in part), max(r.bottom for r in part),
            ))  # fmt: skip


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
