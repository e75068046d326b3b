"""The hours that a list of items prints behind its titles: `2. Review of action points (9:10–9:30)`."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.built import compiled
from extractor.grammar.calendar import TimeSpan, find_times
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.titles import clean_title
from extractor.structure.timetable.model import ScheduleEntry
from extractor.structure.timetable.read import ScheduleContext
from extractor.structure.timetable.settings import SETTINGS

#: What stands in brackets at the end of a title, with figures in it.
_BRACKET = compiled(r"\(([^()]{4,40})\)$|\[([^\[\]]{4,40})\]$|（([^（）]{4,40})）$")


def with_hours(items: Sequence[Node], context: ScheduleContext) -> tuple[list[Node], list[ScheduleEntry]]:
    """The items without the hours behind their titles, and an entry of the timetable for each that has some.

    The day is that of the meeting, where it has but one.
    """
    hours = hours_behind.applies(items)
    if not hours:
        return list(items), []
    days = [period for period in context.periods if period.first is not None]
    alone = days[0].first if len(days) == 1 and days[0].last in (None, days[0].first) else None
    bare: list[Node] = []
    entries: list[ScheduleEntry] = []
    for node in items:
        span = hours.get(node.number)
        if span is None:
            bare.append(node)
            continue
        title = clean_title(_BRACKET.sub("", node.title).rstrip())
        bare.append(replace(node, title=title))
        start, end = span.sittings[0][0], span.sittings[-1][1]
        lines = node.block.lines if node.block is not None else node.lines
        numbers = [node.number] if node.number else []
        entries.append(
            ScheduleEntry(
                alone, None, start, end, list(span.sittings), numbers, title, False, node.page, node.bbox, lines
            )
        )
    return bare, entries


@rule(
    "timetable.hours_behind_items",
    source="task forces and teams: `1. Welcome (9:00–9:10)`, `2. Review of action points (9:10–9:30)`",
    otherwise={},
)
def hours_behind(items: Sequence[Node]) -> dict[str | None, TimeSpan]:
    """The hours behind the titles, by the numbers of the items, where most of them have some.

    Some minutes alone, as in `(10 minutes)`, are no hours.
    """
    found: dict[str | None, TimeSpan] = {}
    for node in items:
        bracket = _BRACKET.search(node.title) if node.title.endswith((")", "]", "）")) else None
        inner = next(filter(None, bracket.groups()), "") if bracket is not None else ""
        span = next(iter(find_times(inner)), None) if inner[:1].isdigit() else None
        if (
            span is not None
            and span.sittings
            and span.sittings[-1][1]
            and len(inner) - len(span.text) < SETTINGS.beside_hours
        ):
            found[node.number] = span
    return found if len(found) >= SETTINGS.least_hours and 2 * len(found) > len(items) else {}
