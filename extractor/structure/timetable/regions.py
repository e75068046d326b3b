"""Where timetables stand: runs of lines with dates and times of their own, from their heading to their last row.

Prose that names dates is no timetable: a date or time counts only where it fills a line or a cell (format catalogue 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from extractor.grammar.numbering import read_label
from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import ruled_edges
from extractor.reading.page import Rule as Drawn
from extractor.rules import first as first_of
from extractor.rules import rule
from extractor.structure.timetable.cells import BULLETS, pieces_of
from extractor.structure.timetable.columns import GRID
from extractor.structure.timetable.facts import Facts, facts_of
from extractor.structure.timetable.item_numbers import leading_items, read_items
from extractor.structure.timetable.moments import is_week
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.words import (
    after_clock,
    alternatives,
    column_role,
    is_clockwork,
    is_marked,
    opens_with,
)
from extractor.structure.vocabulary import is_heading, is_prose

_PARAGRAPH = re.compile(r"^\d{1,3}\.?\s")
_NUMBER = re.compile(r"\d{1,3}\s?\.?")
#: Headings of other parts of a paper.
_OTHER_PARTS = ("annex", "annotations", "agenda", "documentation")


@cache
def _span_of_time() -> re.Pattern[str]:
    """What shows that a time has a beginning and an end."""
    return re.compile(rf"\d\s?[-–—]\s?\d|{alternatives('clock', 'span')}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Region:
    """Lines `start:end` are a timetable; `heading_index` is its heading, None where it has none.

    `rule` is the name of the rule that says so, `ended` that of the rule that ends it.
    """

    start: int
    end: int
    heading_index: int | None
    kind: Literal["table", "list"]
    rule: str = ""
    ended: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a paper, what each says for itself, and the drawn lines by page number."""

    lines: Sequence[Line]
    facts: Sequence[Facts]
    drawn: Mapping[int, list[Drawn]]


def schedule_regions(lines: Sequence[Line], rules: Mapping[int, list[Drawn]]) -> list[Region]:
    """The timetables among the body lines (masthead excluded), in order. `rules` are the drawn lines by page number."""
    body = Body(lines, facts_of(lines), rules)
    found: list[Region] = []
    for group in _groups(body):
        heading, start = _start(body, group[0], found[-1].end if found else 0)
        kind = _timetable(body, group, heading, start)
        if kind is None:
            continue
        end, ended = _end(body, group[-1])
        table = sum(not body.facts[at].single for at in group) * 2 >= len(group)
        found.append(Region(start, end, heading, "table" if table else "list", kind, ended))
    return _joined(found)


# which dates and times belong together


def _groups(body: Body) -> list[list[int]]:
    """The lines with dates and times, those together that belong to one timetable."""
    groups: list[list[int]] = []
    for at, facts in enumerate(body.facts):
        if not facts.anchor:
            continue
        if groups and not _parted(body, groups[-1][-1], at):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _parted(body: Body, first: int, last: int) -> bool:
    """Whether something between two anchors shows that they belong to different parts of the paper."""
    if is_far.applies(body, first, last):
        return True
    return any(
        first_of(BREAKS, Between(body, at, first)) is not None
        for at in range(first + 1, last)
        if not (body.facts[at].header or body.facts[at].anchor)
    )


@rule("timetable.region.far", source="measured: no timetable has a page between two dates or times")
def is_far(body: Body, first: int, last: int) -> bool:
    """Dates and times with many lines or a page between them belong to two parts of the paper."""
    return last - first > SETTINGS.longest_slot or body.lines[last].page - body.lines[first].page > 1


@dataclass(frozen=True, slots=True)
class Between:
    """The line with index `at` below the date or time of the line with index `first`."""

    body: Body
    at: int
    first: int

    @property
    def line(self) -> Line:
        """The line."""
        return self.body.lines[self.at]


@rule("timetable.region.larger", source="layout: headings of parts are set larger than rows")
def is_larger(between: Between) -> bool:
    """A large bold heading parts two timetables, unless it heads a week."""
    line = between.line
    return (
        line.bold
        and line.size >= SETTINGS.heading_size
        and line.size > between.body.lines[between.first].size + SETTINGS.larger
        and not is_week(line.text)
    )


@rule("timetable.region.heading", source="catalogue 4: `Annex II`, `Proposed organization of work`")
def heads_part(between: Between) -> bool:
    """The heading of an annex or of another timetable parts two timetables."""
    line = between.line
    return is_heading(line.text, "annex") or (line.bold and is_heading(line.text, "schedule"))


@rule("timetable.region.prose", source="format catalogue 4 and 5: dates in running text are no timetable")
def is_text(between: Between) -> bool:
    """Running text parts two timetables, unless it is set in from the column of times."""
    lines, first = between.body.lines, between.first
    beside = lines[first - 1].x0 if first and lines[first - 1].page == lines[first].page else lines[first].x0
    set_in = between.line.x0 > min(lines[first].x0, beside) + SETTINGS.set_in  # a long title
    return not set_in and _prose_from(between.body, between.at)


#: What parts two timetables.
BREAKS = (is_larger, heads_part, is_text)


def _prose_from(body: Body, at: int) -> bool:
    """Whether a paragraph of running text begins at this line: wide lines set tight, a sentence by its words."""
    lines = body.lines
    line = lines[at]
    width = line.x1 - line.x0
    paragraph = _PARAGRAPH.match(line.text) is not None
    if width < SETTINGS.prose_width and not (paragraph and width > SETTINGS.paragraph_width):
        return False
    if len(line.cells) > 2 or (len(line.cells) == 2 and not _NUMBER.fullmatch(line.cells[0].text.strip())):
        return False
    if leading_items(line.text) is not None and not paragraph:
        return False
    if after_clock(line.text) != line.text:
        return False  # an entry behind its time
    text = line.text
    for after in range(at + 1, min(at + SETTINGS.prose_lines, len(lines))):
        other = lines[after]
        if other.page != line.page or len(other.cells) > 1 or body.facts[after].anchor:
            break
        if other.baseline - lines[after - 1].baseline > SETTINGS.prose_pitch * other.size:
            break
        text += " " + other.text
    if len(text) < SETTINGS.prose_length:
        return False
    return is_prose(text) or (paragraph and is_prose(text + "."))


# where a timetable begins


def _start(body: Body, first: int, floor: int) -> tuple[int | None, int]:
    """The heading over the first anchor and where the region begins."""
    lines, facts = body.lines, body.facts
    header: int | None = first if facts[first].header else None
    for at in range(first - 1, max(floor, first - SETTINGS.heading_reach) - 1, -1):
        line = lines[at]
        if facts[at].header or (line.size < SETTINGS.head_size and column_role(line.text) == "when"):
            header = at
        elif _is_title(body, at):
            if heads_item.applies(body, at, first):
                break
            start = at
            while start > floor and is_heading(lines[start - 1].text, "annex"):
                start -= 1
            return at, start
        elif _prose_from(body, at):
            break
    return None, _first_line(body, first if header is None else header, floor, headed=header is not None)


def _is_title(body: Body, at: int) -> bool:
    """Whether a line is the heading of a timetable, or its first line."""
    line = body.lines[at]
    if at + 1 < len(body.lines) and wraps_title.applies(line, body.lines[at + 1]):
        return True
    return is_heading(line.text, "schedule") and not line.text[:1].islower()


@rule("timetable.region.wrapped_title", source="catalogue 4: long headings over two lines")
def wraps_title(line: Line, below: Line) -> bool:
    """The heading of a timetable may take two lines in bold."""
    return line.bold and is_heading(f"{line.text} {below.text}", "schedule")


@rule("timetable.region.heads_item", source="catalogue 4: timetables that stand in the annotations of item 1 or 2")
def heads_item(body: Body, at: int, first: int) -> bool:
    """A heading with a number and a sentence of its own before the timetable is an item's, not the timetable's."""
    label = read_label(body.lines[at].text)
    if label is None or label.form != "arabic":
        return False
    return any(
        line.text.endswith((":", ".")) and len(line.text) > SETTINGS.sentence for line in body.lines[at + 1 : first]
    )


def _first_line(body: Body, start: int, floor: int, *, headed: bool) -> int:
    """The first line of a timetable without a heading: of its heads, or of the row of its first time."""
    lines = body.lines
    above = over_heads if headed else over_row
    while start > floor and lines[start - 1].page == lines[start].page:
        step = lines[start].baseline - lines[start - 1].baseline
        if step >= SETTINGS.start_pitch * lines[start].size or not above.applies(body, start):
            break
        start -= 1
    return start


@rule("timetable.region.over_heads", source="catalogue 4.1: heads of columns in several lines")
def over_heads(body: Body, start: int) -> bool:
    """Short words close above the heads of columns are lines of them."""
    above, here = body.lines[start - 1], body.lines[start]
    return (
        here.size < SETTINGS.head_size
        and above.size <= here.size + SETTINGS.same_size
        and all(len(cell.text) < SETTINGS.longest_head for cell in above.cells)
    )


@rule("timetable.region.over_row", source="layout: times in the middle of their rows")
def over_row(body: Body, start: int) -> bool:
    """A line close above the first time, set in from it, belongs to its row."""
    above, here = body.lines[start - 1], body.lines[start]
    return above.x0 > here.x0 + SETTINGS.row_set_in and not above.bold and not _prose_from(body, start - 1)


# what is a timetable


@dataclass(frozen=True, slots=True)
class Group:
    """What the lines of a group of dates and times say together.

    Attributes:
        anchors: how many of them have a date or time.
        weekdays: how many name a day of the week.
        timed: how many have a time.
        dated: how many have a date.
        ranges: how many have a time with a beginning and an end, or a half day.
        numbered: how many lines name items by their numbers.
        headed: whether a heading or heads of columns stand over them.
    """

    anchors: int
    weekdays: int
    timed: int
    dated: int
    ranges: int
    numbered: int
    headed: bool


def _timetable(body: Body, group: Sequence[int], heading: int | None, start: int) -> str | None:
    """The rule by which the anchors make a timetable: dates and times in rows with entries between them."""
    lines, facts = body.lines, body.facts
    if lacks_entries.applies(body, group):
        return None
    headed = heading is not None or any(
        facts[at].header or column_role(lines[at].text) == "when" for at in range(start, group[0])
    )
    own = [facts[at] for at in group]
    last = min(len(lines), group[-1] + SETTINGS.rows_after)
    found = first_of(
        TIMETABLES,
        Group(
            anchors=len(group),
            weekdays=sum(one.weekday for one in own),
            timed=sum(one.timed for one in own),
            dated=sum(one.dated for one in own),
            ranges=sum(facts[at].timed and _span_of_time().search(lines[at].text) is not None for at in group),
            numbered=_numbered(zip(lines[start:last], facts[start:last], strict=True)),
            headed=headed or facts[group[0]].header,
        ),
    )
    return found.name if found else None


@rule("timetable.region.entries", source="format catalogue 4 and 5: lists of dates of sessions are no timetable")
def lacks_entries(body: Body, group: Sequence[int]) -> bool:
    """Dates and times with hardly an entry between them are no timetable."""
    lines, facts = body.lines, body.facts
    after = group[-1] + 1
    entries = sum(not (facts[at].anchor or facts[at].header) for at in range(group[0], group[-1]))
    entries += after < min(len(lines), group[-1] + SETTINGS.rows_after) and not _prose_from(body, after)
    entries += sum(not facts[at].alone or _items_beside(lines[at]) for at in group)
    return entries < SETTINGS.least_entries or entries < len(group) * SETTINGS.entries_share


@rule("timetable.region.headed", source="catalogue 4: headings and heads of columns of timetables")
def is_headed(group: Group) -> bool:
    """Under a heading or heads of columns two dates or times make a timetable, or one with two items."""
    return group.headed and (group.anchors >= 2 or (group.timed + group.weekdays > 0 and group.numbered >= 2))


@rule("timetable.region.two_days", source="catalogue 4.1: day lists without times (`Monday, 5 May 2025` with items)")
def has_two_days(group: Group) -> bool:
    """Two days of the week with items make a timetable without any heading."""
    return group.anchors == 2 and group.weekdays >= 2 and group.numbered >= 2


@rule("timetable.region.rows", source="catalogue 4.1: tables in the text of an item without a heading")
def has_rows(group: Group) -> bool:
    """Three dates and times make one by weekdays, times below dates or ranges, with two times or an item."""
    return (
        group.anchors >= SETTINGS.least_anchors
        and (group.weekdays >= 2 or (group.timed >= 2 and group.dated >= 1) or group.ranges >= SETTINGS.least_anchors)
        and (group.timed >= 2 or group.numbered >= 1)
    )


#: What makes dates and times a timetable.
TIMETABLES = (is_headed, has_two_days, has_rows)


def _numbered(rows: Iterable[tuple[Line, Facts]]) -> int:
    """How many of the lines name items by their numbers."""
    return sum(
        facts.numbered
        or leading_items(after_clock(line.text.lstrip(BULLETS))) is not None
        or any(read_items(cell.text) is not None for cell in line.cells)
        for line, facts in rows
    )


def _items_beside(line: Line) -> bool:
    """Whether a line is a date or time and, in a cell behind it, nothing but numbers of items (`10 a.m.` `1 and 2`)."""
    texts = [cell.text for cell in line.cells]
    return len(texts) > 1 and read_items(texts[-1]) is not None and any(map(is_clockwork, texts[:-1]))


# where a timetable ends


@dataclass(frozen=True, slots=True)
class Below:
    """A line below the last date or time.

    Attributes:
        body: the lines of the paper.
        at: index of the line.
        last: index of the last line with a date or time.
        gap: the widest distance of two rows above.
        bold_rows: whether rows above that name items are bold.
    """

    body: Body
    at: int
    last: int
    gap: float
    bold_rows: bool

    @property
    def line(self) -> Line:
        """The line."""
        return self.body.lines[self.at]

    @property
    def before(self) -> Line:
        """The line before it."""
        return self.body.lines[self.at - 1]


def _end(body: Body, last: int) -> tuple[int, str]:
    """Behind the last row, and the rule that ends the timetable there."""
    lines = body.lines
    bottom = drawn_bottom.applies(body, last)
    near = range(max(0, last - SETTINGS.rows_near), last + 1)
    steps = [lines[at].baseline - lines[at - 1].baseline for at in near if at and lines[at].page == lines[at - 1].page]
    bold_rows = any(lines[at].bold and leading_items(lines[at].text) is not None for at in near)
    gap = max([0.0, *steps])
    end = last + 1
    while end < len(lines):
        on_page = lines[end].page == lines[last].page
        if not (on_page and lines[end].baseline < bottom):
            if bottom and on_page:
                return end, drawn_bottom.name
            below = Below(body, end, last, gap, bold_rows)
            if ends := first_of(ENDS, below):
                return end, ends.name
        end += 1
    return end, ""


@rule("timetable.end.drawn", source="layout: the borders of a table run on to its end", otherwise=0.0)
def drawn_bottom(body: Body, last: int) -> float:
    """The lowest border of the table of the last date or time; nothing below it belongs to the table. 0 without."""
    line = body.lines[last]
    drawn = body.drawn.get(line.page, [])
    lower = sorted({one.top for one in drawn if one.horizontal and one.top > line.baseline})
    if not lower or len(ruled_edges(drawn, line.top - SETTINGS.table_reach, lower[-1] + 2, GRID)) < 2:
        return 0.0
    chained = [top for top in lower if len(ruled_edges(drawn, top - 2, top + 2, GRID)) >= 2]
    return chained[-1] if chained else 0.0


@rule("timetable.end.page", source="catalogue 4.2: long tables run over pages")
def on_other_page(below: Below) -> bool:
    """On the next page a timetable goes on only with an item, with several columns or in its column of titles."""
    line, before, anchor = below.line, below.before, below.body.lines[below.last]
    if line.page == before.page:
        return False
    if line.page - anchor.page > 1:
        return True
    return not (leading_items(line.text) or len(pieces_of(line, 0)) > 1 or in_column.applies(line, before, anchor))


@rule("timetable.end.column", source="catalogue 4.2: long tables run over pages, dates and times given once")
def in_column(line: Line, before: Line, anchor: Line) -> bool:
    """A line at the head of a page goes on in the column of titles, which stands right of the dates."""
    entry = before.cells[-1].x0
    return len(line.cells) == 1 and abs(line.x0 - entry) < GRID.aligned and entry > anchor.x0 + SETTINGS.set_in


@rule("timetable.end.gap", source="layout: what follows a table stands further from it than its rows from one another")
def is_apart(below: Below) -> bool:
    """A line further below than rows stand apart is no row."""
    line, before = below.line, below.before
    step = line.baseline - before.baseline
    return line.page == before.page and step > max(SETTINGS.gap * below.gap, SETTINGS.least_gap * line.size)


@rule("timetable.end.prose", source="format catalogue 4: timetables that stand before the text of an item")
def is_prose_below(below: Below) -> bool:
    """Running text ends a timetable."""
    return _prose_from(below.body, below.at)


@rule("timetable.end.notes", source="catalogue 4.2: `NOTE 1 -` below the table")
def is_note(below: Below) -> bool:
    """A note ends a timetable."""
    return opens_with(below.line.text, "notes")


@rule("timetable.end.bold", source="layout: headings of the next part in bold")
def is_bold(below: Below) -> bool:
    """A bold line that names neither an item nor a segment ends a timetable whose rows are not bold."""
    line = below.line
    return (
        line.bold
        and not below.bold_rows
        and leading_items(line.text) is None
        and not is_marked(line.text.split("(")[0], "headings")
    )


@rule("timetable.end.larger", source="layout: headings of parts are set larger than rows")
def is_larger_below(below: Below) -> bool:
    """A bold line that is larger than the rows, or heads another timetable, ends a timetable."""
    line = below.line
    return line.bold and (line.size > below.before.size + SETTINGS.larger or is_heading(line.text, "schedule"))


@rule("timetable.end.heading", source="catalogue 2.1, 3.1 and 4: headings of parts")
def is_other_part(below: Below) -> bool:
    """The heading of another part of the paper ends a timetable."""
    return any(is_heading(below.line.text, name) for name in _OTHER_PARTS)


#: What ends a timetable.
ENDS = (on_other_page, is_apart, is_prose_below, is_note, is_bold, is_larger_below, is_other_part)


def _joined(regions: Sequence[Region]) -> list[Region]:
    """Regions in order without overlap."""
    found: list[Region] = []
    for region in regions:
        if found and region.start < found[-1].end:
            region = replace(region, start=found[-1].end, end=max(region.end, found[-1].end))
        if region.end > region.start:
            found.append(region)
    return found
