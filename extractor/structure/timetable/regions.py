"""Where timetables stand: runs of lines with dates and times of their own, from their heading to their last row.

Prose that names dates is no timetable: a date or time counts only where it fills a line or a cell (format catalogue 4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from extractor.grammar.numbering import read_label
from extractor.layout.lines.model import Line
from extractor.reading.page import Rule as Drawn
from extractor.records import Struct, replace
from extractor.rules import first as first_of
from extractor.rules import rule
from extractor.structure.timetable.bare_hours import with_hours
from extractor.structure.timetable.body import Body, prose_from
from extractor.structure.timetable.ends import end_of
from extractor.structure.timetable.facts import facts_of
from extractor.structure.timetable.kinds import timetable_of
from extractor.structure.timetable.moments import is_week
from extractor.structure.timetable.phrases import column_role
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.vocabulary import is_heading


class Region(Struct, frozen=True):
    """Lines `start:end` are a timetable, its heading included.

    `rule` is the name of the rule that says so, `ended` that of the rule that ends it.
    """

    start: int
    end: int
    kind: Literal["table", "list"]
    rule: str = ""
    ended: str = ""


def schedule_regions(lines: Sequence[Line], rules: Mapping[int, list[Drawn]]) -> list[Region]:
    """The timetables among the body lines (masthead excluded), in order. `rules` are the drawn lines by page number."""
    body = Body(lines, facts_of(with_hours(lines)), rules)
    found: list[Region] = []
    for group in _groups(body):
        heading, start = _start(body, group[0], found[-1].end if found else 0)
        kind = timetable_of(body, group, heading, start)
        if kind is None:
            continue
        end, ended = end_of(body, group[-1])
        table = sum(not body.facts[at].single for at in group) * 2 >= len(group)
        found.append(Region(start, end, "table" if table else "list", kind, ended))
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


class Between(Struct, frozen=True):
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
    return not set_in and prose_from(between.body, between.at)


#: What parts two timetables.
BREAKS = (is_larger, heads_part, is_text)


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
        elif prose_from(body, at):
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
    return above.x0 > here.x0 + SETTINGS.row_set_in and not above.bold and not prose_from(body, start - 1)


def _joined(regions: Sequence[Region]) -> list[Region]:
    """Regions in order without overlap."""
    found: list[Region] = []
    for region in regions:
        if found and region.start < found[-1].end:
            region = replace(region, start=found[-1].end, end=max(region.end, found[-1].end))
        if region.end > region.start:
            found.append(region)
    return found
