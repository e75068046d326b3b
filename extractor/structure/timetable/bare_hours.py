"""Hours without any mark of time at the left of a timetable (`10-1`, `3-6`), written out before they are read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from extractor.built import compiled
from extractor.layout.lines.model import Line
from extractor.lexicon.signs import DASH
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.timetable.settings import SETTINGS

_BARE = compiled(rf"(\d{{1,2}})(?:[.:]([0-5]\d))?\s?{DASH}\s?(\d{{1,2}})(?:[.:]([0-5]\d))?")
#: No cell of such hours has more characters: `10.30-12.30`.
_LONGEST = 13
#: Hours before this one are those of the afternoon.
_MORNING = 7
_NOON = 12


def with_hours(lines: Sequence[Line]) -> list[Line]:
    """The lines, hours without any mark of time at their left written out as those of 24 hours."""
    found = {at: bare for at, line in enumerate(lines) if (bare := _bare(line))}
    hours = are_hours.applies(lines, found) if len(found) > 1 else {}
    return [_with_text(line, hours[at]) if at in hours else line for at, line in enumerate(lines)]


def _bare(line: Line) -> re.Match[str] | None:
    first = line.cells[0].text
    if len(line.cells) < 2 or len(first) > _LONGEST or not first[:1].isdigit():
        return None
    return _BARE.fullmatch(first)


@rule("timetable.time.bare", source="programmes of work: `10-1` and `3-6` beside days as columns", otherwise={})
def are_hours(lines: Sequence[Line], found: Mapping[int, re.Match[str]]) -> dict[int, str]:
    """Ranges below one another that follow each other through the day, one past noon, are hours."""
    edge = min(lines[at].x0 for at in found)
    column = {at: bare for at, bare in found.items() if lines[at].x0 - edge < SETTINGS.same_edge}
    slots = [_slot(bare) for bare in column.values()]
    past_noon = any(int(bare[1]) > int(bare[3]) for bare in column.values())
    ordered = all(two >= one_end or two <= one for (one, one_end), (two, _) in pairwise(slots))
    if len(slots) < 2 or not past_noon or not ordered or any(start >= end for start, end in slots):
        return {}
    return {at: f"{_clock(start)}–{_clock(end)}" for at, (start, end) in zip(column, slots, strict=True)}


def _slot(bare: re.Match[str]) -> tuple[int, int]:
    """Beginning and end in minutes of the day."""
    first, last = int(bare[1]), int(bare[3])
    start = first if first >= _MORNING else first + _NOON
    end = last if last >= _MORNING and last > first else last + _NOON
    return 60 * start + int(bare[2] or 0), 60 * end + int(bare[4] or 0)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _with_text(line: Line, text: str) -> Line:
    return line.with_cells([replace(line.cells[0], text=text, runs=()), *line.cells[1:]])
