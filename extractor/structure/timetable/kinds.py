"""What makes a group of dates and times a timetable: rows with entries between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.grammar.numbering import read_label
from extractor.layout.lines.model import Line
from extractor.records import Struct
from extractor.rules import first as first_of
from extractor.rules import rule
from extractor.structure.timetable.body import Body, prose_from
from extractor.structure.timetable.cells import BULLETS
from extractor.structure.timetable.facts import Facts, starts_below
from extractor.structure.timetable.item_numbers import leading_items, read_items
from extractor.structure.timetable.parting import span_of_time
from extractor.structure.timetable.phrases import column_role
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.words import after_clock, is_clockwork


class Group(Struct, frozen=True):
    """What the lines of a group of dates and times say together.

    Attributes:
        anchors: how many of them have a date or time.
        weekdays: how many name a day of the week.
        timed: how many have a time.
        dated: how many have a date.
        ranges: how many have a time with a beginning and an end, or a half day.
        numbered: how many lines name items by their numbers.
        headed: whether a heading or heads of columns stand over them.
        starts: how many begin with an hour, later than that of the line above.
    """

    anchors: int
    weekdays: int
    timed: int
    dated: int
    ranges: int
    numbered: int
    headed: bool
    starts: int = 0


def timetable_of(body: Body, group: Sequence[int], heading: int | None, start: int) -> str | None:
    """The rule by which the anchors make a timetable: dates and times in rows with entries between them."""
    lines, facts = body.lines, body.facts
    if lacks_entries.applies(body, group) or (heading is None and items_by_day.applies(body, group)):
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
            ranges=sum(facts[at].timed and span_of_time().search(lines[at].text) is not None for at in group),
            numbered=_numbered(zip(lines[start:last], facts[start:last], strict=True)),
            headed=headed or facts[group[0]].header,
            starts=len(starts_below.applies([lines[at] for at in group])),
        ),
    )
    return found.name if found else None


@rule("timetable.region.entries", source="format catalogue 4 and 5: lists of dates of sessions are no timetable")
def lacks_entries(body: Body, group: Sequence[int]) -> bool:
    """Dates and times with hardly an entry between them are no timetable."""
    lines, facts = body.lines, body.facts
    after = group[-1] + 1
    entries = sum(not (facts[at].anchor or facts[at].header) for at in range(group[0], group[-1]))
    entries += after < min(len(lines), group[-1] + SETTINGS.rows_after) and not prose_from(body, after)
    entries += sum(not facts[at].alone or _items_beside(lines[at]) for at in group)
    return entries < SETTINGS.least_entries or entries < len(group) * SETTINGS.entries_share


@rule("timetable.region.items_by_day", source="agendas of conferences: the only list of items stands below days")
def items_by_day(body: Body, group: Sequence[int]) -> bool:
    """Days without any hour over items that are numbered on from 1, and nowhere else, head the items of the list."""
    if any(body.facts[at].timed for at in group):
        return False
    labels = [read_label(line.text) for line in body.lines]
    numbers = [at for at, label in enumerate(labels) if label is not None and label.form == "arabic" and not label.item]
    within = [at for at in numbers if group[0] < at]
    running = [label.value for at in within if (label := labels[at]) is not None]
    return len(within) == len(numbers) and len(running) > 1 and running == [str(n + 1) for n in range(len(running))]


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


@rule("timetable.region.by_starts", source="webinars: `14:00 Welcome`, `14:10 Drones`, on the day of the masthead")
def goes_by_starts(group: Group) -> bool:
    """Hours at one edge, each later than the one above, with an entry behind each, make a timetable without any day."""
    return group.starts >= SETTINGS.least_anchors


#: What makes dates and times a timetable.
TIMETABLES = (is_headed, has_two_days, has_rows, goes_by_starts)


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
