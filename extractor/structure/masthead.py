"""The masthead: what the paper says of itself before its text begins.

From the top of the first page: the box (:mod:`extractor.structure.masthead_fields`) beside the organ's name; below it
a block of body, session, place and dates and item line, once for each body; then the title with the lines that belong
to it. Sources: UN Editorial Manual (first page of documents) and format catalogue 1.1 to 1.3.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.layout.furniture import Sheet
from extractor.layout.lines import Cell, Line
from extractor.reading.page import BBox
from extractor.structure.masthead_fields import Box, job_number, read_box, running_symbols, vote
from extractor.structure.masthead_rows import (
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
    row_of,
    session_inside,
    session_of,
    starts_list,
)
from extractor.structure.masthead_words import fold, words

#: Type smaller than this is a stray sign of the template, not text (points).
LEAST_SIZE = 4.0
#: Rows looked at under the box: the longest masthead seen has 24.
MOST_ROWS = 60
#: Two columns begin at least this far apart (points), as in papers of two organs.
COLUMNS_APART = 110.0
#: A line of running text is wider than this share of the page ...
PROSE_WIDTH = 0.5
#: ... and no larger than this (points).
PROSE_SIZE = 11.6


@dataclass(slots=True)
class Section:
    """One body and session of the masthead with its place and date lines."""

    bodies: list[str] = field(default_factory=list)
    session: str | None = None
    number: int | None = None
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Masthead:
    """What the masthead says. Fields that it does not print are ``None`` or empty.

    ``end`` is the index, among the body lines of all sheets one after the other, of the first line after the
    masthead; ``consumed`` are the indexes at or after ``end`` that belong to the masthead all the same (a box that
    stands lower on the page). ``inferred`` holds pairs of a field and the reason why it is not simply as printed.
    """

    symbol: str | None = None
    symbols: list[str] = field(default_factory=list)
    title: str | None = None
    organ: str | None = None
    body: str | None = None
    bodies: list[str] = field(default_factory=list)
    distribution: str | None = None
    date: dt.date | None = None
    original_language: str | None = None
    job_number: str | None = None
    agenda_item: tuple[str, str | None] | None = None
    agenda_items: list[tuple[str, str | None]] = field(default_factory=list)
    sessions: list[tuple[str, int | None]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    place_lines: list[str] = field(default_factory=list)
    subtitle: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    end: int = 0
    consumed: frozenset[int] = frozenset()
    inferred: list[tuple[str, str]] = field(default_factory=list)
    boxes: dict[str, tuple[int, BBox]] = field(default_factory=dict)

    @property
    def found(self) -> bool:
        """Whether there is anything of a masthead at all."""
        return bool(self.symbol or self.distribution or self.original_language)


def read_masthead(sheets: Sequence[Sheet], language: str | None = None) -> Masthead:
    """The masthead of a paper.

    Takes the pages with furniture and footnotes set aside and the ISO 639-1 code of the running text (``None`` when
    unknown). A paper without masthead gives an empty one with ``end`` 0; nothing is raised.
    """
    masthead = Masthead()
    if not sheets:
        return masthead
    first = sheets[0]
    lines = first.body
    masthead.job_number = job_number(sheets)
    box = read_box(lines, first, language)
    running = running_symbols(sheets)
    masthead.symbols, reason = vote(box.symbols, running)
    masthead.symbol = masthead.symbols[0] if masthead.symbols else None
    if reason:
        masthead.inferred.append(("symbol", reason))
    masthead.distribution, masthead.date = box.distribution, box.date
    masthead.original_language = box.original_language
    if not (masthead.symbols or box.edge is not None):
        return masthead
    organ_rows, rows = _rows(lines, box, first)
    _read_block(masthead, organ_rows, rows, language)
    last = max((index for index, _ in box.used if not box.displaced), default=-1)
    if not rows or last < rows[0].line:
        masthead.end = max(masthead.end, last + 1)
    masthead.consumed = frozenset(index for index, _ in box.used if index >= masthead.end)
    return masthead


def _rows(lines: Sequence[Line], box: Box, sheet: Sheet) -> tuple[list[Row], list[Row]]:
    """The organ's rows beside the box, and the rows below it down to where the text begins."""
    organ: list[Row] = []
    below: list[Row] = []
    left: list[tuple[int, Line, list[Cell]]] = []
    for index, line in enumerate(lines):
        cells = [
            cell
            for j, cell in enumerate(line.cells)
            if (index, j) not in box.used and cell.size >= LEAST_SIZE and not _is_mark(cell)
        ]
        if cells:
            left.append((index, line, cells))
    boxed = box.edge is not None and not box.displaced
    for position, (index, line, cells) in enumerate(left):
        row = row_of(index, line, cells)
        folded = fold(row.text).strip(" -–|")
        if folded in words().organization and not _continues(left, position):
            continue
        if words().advance.match(folded) or len(folded) == 1:
            continue
        if boxed and row.bottom <= box.bottom + 2 and not below:
            organ += _trim(row, line, cells, index)
        elif organ and boxed and not below and not sheet.page.rules and row.follows(organ[-1]) and row.size > 11:
            organ.append(row)
        else:
            if len(below) >= MOST_ROWS:
                break
            below.append(row)
    return organ, _columns(below, lines, box)


def _is_mark(cell: Cell) -> bool:
    """Whether a cell holds nothing but signs, or footnote marks that lost their line."""
    text = cell.text.strip(" ,;*∗_-–")
    return not text or (cell.size <= 7.5 and text.isdigit())


def _trim(row: Row, line: Line, cells: list[Cell], index: int) -> list[Row]:
    """The organ's row without the Organization's name and logo letters that stand on the same line."""
    kept = [cell for cell in cells if fold(cell.text).strip(" -–") not in words().organization and len(cell.text) > 3]
    return [row_of(index, line, kept)] if kept else []


def _continues(left: Sequence[tuple[int, Line, list[Cell]]], position: int) -> bool:
    """Whether `United Nations` is the first line of a longer name in the same type (United Nations / Conference on
    Trade ...).
    """
    index, line, cells = left[position]
    if len(cells) > 1 or position + 1 >= len(left):
        return False
    row, after = row_of(index, line, cells), row_of(*left[position + 1][:2], left[position + 1][2][:1])
    folded = fold(after.text)
    return (
        after.follows(row)
        and abs(after.x0 - row.x0) < 4
        and len(row.text) > 9
        and (folded not in words().organization)
        and row.text != row.text.upper()
    )


def _columns(rows: list[Row], lines: Sequence[Line], box: Box) -> list[Row]:
    """Rows of two columns, as papers of two organs have them, taken apart; the left column comes first."""
    head: list[Row] = []
    for row in rows:
        if starts_list(row) or _is_prose(row, 612.0):
            break
        head.append(row)
    starts: Counter[int] = Counter()
    margin = min((row.x0 for row in head), default=0.0)
    for row in head:
        for j, cell in enumerate(lines[row.line].cells):
            if (
                (row.line, j) not in box.used
                and cell.x0 - margin > COLUMNS_APART
                and cell is not lines[row.line].cells[0]
            ):
                starts[round(cell.x0 / 4)] += 1
    common = [key for key, count in starts.most_common(1) if count >= 2]
    if not common:
        return rows
    edge = 4.0 * common[0] - 8
    first: list[Row] = []
    second: list[Row] = []
    rest: list[Row] = []
    done = False
    for row in rows:
        line = lines[row.line]
        cells = [cell for j, cell in enumerate(line.cells) if (row.line, j) not in box.used and cell.size >= LEAST_SIZE]
        left = [cell for cell in cells if cell.x0 < edge]
        right = [cell for cell in cells if cell.x0 >= edge]
        across = bool(left) and (
            max(cell.x1 for cell in left) > edge + 12 or (not right and min(c.x0 for c in left) > margin + TITLE_INDENT)
        )
        if done or across:
            done = True
            rest.append(row)
            continue
        if left:
            first.append(row_of(row.line, line, left))
        if right:
            second.append(row_of(row.line, line, right, 1))
    return [*first, *second, *rest]


def _is_prose(row: Row, width: float) -> bool:
    """Whether a row is running text: wide, of text size, not bold, not in capitals."""
    return (
        row.x1 - row.x0 > PROSE_WIDTH * width
        and row.size <= PROSE_SIZE
        and not row.bold
        and row.text != row.text.upper()
        and not (words().subtitle.match(fold(row.text)) or words().advance.match(fold(row.text)))
    )


def _classify(rows: list[Row], language: str | None) -> list[Row]:
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
        elif _is_prose(row, 612.0) and not (known.title.search(folded) and not any(r.kind == "title?" for r in kept)):
            break
        elif known.supplement.match(folded):
            row.kind = "supplement"
        elif known.note_by.match(folded):
            row.kind = "note"
        else:
            row.kind = "text"
        kept.append(row)
    return kept


def _read_block(masthead: Masthead, organ_rows: list[Row], rows: list[Row], language: str | None) -> None:
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
        masthead.body = own[-1] if own else masthead.bodies[0] if len(organs) > 1 else masthead.bodies[-1]
    masthead.sessions = [(s.session, s.number) for s in masthead.sections if s.session is not None]
    masthead.place_lines = [line for section in masthead.sections for line in section.lines]
    masthead.agenda_item = masthead.agenda_items[0] if masthead.agenda_items else None
    used = _read_title(masthead, title)
    last = [*block, *title[:used]]
    masthead.end = max((row.line for row in last), default=-1) + 1
    for name, part in (("block", block), ("title", [row for row in title[:used] if row.kind == "title"])):
        if part:
            masthead.boxes[name] = (part[0].page, (
                min(r.x0 for r in part), min(r.top for r in part), max(r.x1 for r in part), max(r.bottom for r in part),
            ))  # fmt: skip


def _title_start(rows: Sequence[Row], has_organ: bool) -> int:
    """Index of the row with which the title begins; the number of rows where there is none."""
    anchors = [i for i, row in enumerate(rows) if row.kind in ("session", "dates", "item", "item+", "qualifier")]
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
            and (score < 2 or (abs(row.x0 - reference.x0) < TITLE_INDENT and row.gap(before) <= PARAGRAPH_GAP))
        )
        if body:
            continue
        if score >= 2 or not reference.kind.startswith("item"):
            return index
    return len(rows)


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
                if dates_of(found.rest.strip(" ,;–-"), language):
                    here.lines.append(found.rest.strip(" ,;–-"))
        elif row.kind == "dates":
            here.lines.append(row.text)
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
        return known.open_end.search(folded) is not None
    # a second agenda title in the same type is the heading of the list
    return not (
        known.title.search(folded)
        and known.title.search(fold(row.text))
        and fold(row.text).startswith(("provisional agenda", "agenda"))
    )
