"""What a line says for itself: whether a date or time fills it or a cell of it, whether it holds heads of columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extractor.built import compiled
from extractor.layout.lines.model import Line
from extractor.lexicon.signs import DASH
from extractor.records import Struct, replace
from extractor.rules import first, rule
from extractor.structure.timetable.item_numbers import read_items
from extractor.structure.timetable.moments import is_week
from extractor.structure.timetable.phrases import alternatives, column_role, take_continued
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.words import (
    after_clock,
    banner_day,
    has_weekday,
    is_clockwork,
    is_counted_day,
    is_half_day,
    mend,
)
from extractor.structure.vocabulary import has_figure, is_prose

#: What stands before and behind the colon or dash of a line (`10.00–13.00: item 3`); colons inside a time do not count.
_BEFORE_ITEMS = compiled(rf"^[\W_]*([^:：]{{6,70}}(?::\d\d[^:：]{{0,40}})*?)\s?(?:[:：]|\s{DASH})\s+(\D.{{2,60}})$")
#: The stop of `p.m.` ends no sentence.
_ABBREVIATED = compiled(r"[\s.]\w\.$")
_MARK_BEFORE_ITEMS = compiled(rf"[:：]\s|\s{DASH}\s")
#: `10:00–11:00`, `10 a.m.–1 p.m.`, `3–6 p.m.` at the head of a line.
_RANGE = compiled(
    rf"\d{{1,2}}(?:[.:h]\d\d)?(?:\s?[ap]\.?m\.?|\s?h)?\s?{DASH}\s?\d{{1,2}}(?:[.:h]\d\d|\s?[ap]\.?m\b|\s?h\b)"
)
#: `10:00 Opening`, `9h30 Accueil` at the head of a line.
_START = compiled(r"([01]?\d|2[0-3])(?:[.:]| ?h ?)([0-5]\d)(?: [ap]\.?m\.?)?\s+(?=[^\W\d_]|[“«\"])")
_LAST_SHORT_WORD = compiled(r" \w{2,4}$")


class Facts(Struct, frozen=True, gc=False):
    """What a line says for itself.

    Attributes:
        anchor: a date or a time fills it or a cell of it.
        dated: ... which is a date.
        timed: ... which is a time.
        weekday: ... which names a day of the week.
        single: it has one cell.
        header: it holds nothing but heads of columns.
        numbered: nothing but items stands behind the time on a line of its own.
        alone: nothing stands beside the date or time.
        behind: an entry stands behind the time on a line of its own.
    """

    anchor: bool = False
    dated: bool = False
    timed: bool = False
    weekday: bool = False
    single: bool = True
    header: bool = False
    numbered: bool = False
    alone: bool = False
    behind: bool = False


#: What the text of most cells says.
_NOTHING = Facts()


@cache
def _time_of_day() -> re.Pattern[str]:
    """What shows that a cell of dates and times has a time."""
    hours, times = alternatives("clock", "hour"), alternatives("clock", "time")
    return compiled(rf"\d\s?(?:{hours}|[.:]\d{{2}})|{times}", re.IGNORECASE)


def facts_of(lines: Sequence[Line]) -> list[Facts]:
    """What each line says; a head of a column may take two lines."""
    found = [
        Facts() if facts.anchor and facts.single and ends_sentence.applies(lines, at) else facts
        for at, facts in enumerate(map(_facts, lines))
    ]
    for at in starts_below.applies(lines):
        if not found[at].anchor:
            found[at] = replace(found[at], anchor=True, timed=True, behind=True)
    for at, (line, below) in enumerate(pairwise(lines)):
        if not found[at].header and first(WRAPPED, line, below) is not None:
            found[at] = replace(found[at], header=True)
    return found


@rule(
    "timetable.region.starts",
    source="consultations and webinars: `10:00 Opening`, `10:20 Overview`, `11:30 Coffee`, with no hour of the end",
    otherwise=(),
)
def starts_below(lines: Sequence[Line]) -> list[int]:
    """The lines of three or more at one edge that begin with an hour each later than the one above, and go on.

    The hours of another day begin anew.
    """
    found: list[int] = []
    run: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        start = _START.match(line.text) if line.text[:1].isdigit() else None
        if start is None:
            continue
        minutes = 60 * int(start[1]) + int(start[2])
        if run and not (abs(line.x0 - lines[run[-1][0]].x0) < SETTINGS.wrap_edge and minutes > run[-1][1]):
            found += [one for one, _ in run] if len(run) >= SETTINGS.least_anchors else []
            run = []
        run.append((at, minutes))
    return found + ([one for one, _ in run] if len(run) >= SETTINGS.least_anchors else [])


@rule("timetable.region.sentence", source="typescript: sentences whose last line is a date, `15 July 1994.`")
def ends_sentence(lines: Sequence[Line], at: int) -> bool:
    """A date or time with a stop, set tight below the line of a sentence, is the end of that sentence."""
    line = lines[at]
    text, above = line.text, at - 1
    if not text.endswith(".") or _ABBREVIATED.search(text):
        return False
    while above >= 0 and at - above <= SETTINGS.prose_lines and _goes_on(lines[above], lines[above + 1]):
        text = f"{lines[above].text} {text}"
        if is_prose(text):
            return True
        above -= 1
    return False


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line may go on with the one above it: one edge, the gap of text.

    Two spaces behind a stop may part the line above into cells.
    """
    return (
        above.page == line.page
        and min(abs(cell.x0 - line.x0) for cell in above.cells) < SETTINGS.wrap_edge
        and 0 < line.baseline - above.baseline <= SETTINGS.prose_pitch * line.size
    )


def _facts(line: Line) -> Facts:
    single = len(line.cells) == 1
    if single and len(line.text) > SETTINGS.longest_moment:
        return Facts()
    texts = [mend(cell.text.strip()) for cell in line.cells]
    if not single and is_spread.applies(line):
        texts = [line.text]
    if single and is_banner.applies(line):
        return Facts(anchor=True, dated=True, weekday=True)
    said = [_said(text, single=single) for text in texts if text and len(text) <= SETTINGS.longest_cell]
    said = [one for one in said if one is not _NOTHING]
    if not said:  # as of most lines
        return Facts(single=single, header=_is_header(line, texts))
    anchor = any(one.anchor for one in said)
    numbered = any(one.numbered for one in said)
    behind = any(one.behind for one in said)
    return Facts(
        anchor=anchor,
        dated=any(one.dated for one in said),
        timed=any(one.timed for one in said),
        weekday=any(one.weekday for one in said),
        single=single,
        header=_is_header(line, texts),
        numbered=numbered,
        alone=anchor and not (numbered or behind) and (single or is_clockwork(line.text)),
        behind=behind,
    )


@rule("timetable.region.spread", source="layout: justified lines whose word gaps are as wide as those of columns")
def is_spread(line: Line) -> bool:
    """A date whose words stand far apart is one cell."""
    return is_clockwork(line.text)


@rule("timetable.region.banner", source="catalogue 4.2: `Day 2: Wednesday 26 February: General segment` over its rows")
def is_banner(line: Line) -> bool:
    """A day with the name of its segment is a date, by its number (`Day 2:`) or in bold."""
    text = line.text
    return has_figure(text) and (line.bold or is_counted_day(text)) and bool(banner_day(text))


def _said(text: str, *, single: bool) -> Facts:
    """What the text of a cell says; nothing where it is no date or time."""
    figure = has_figure(text)
    if is_clockwork(text) or (figure and is_week(text)):
        weekday = has_weekday(text)
        half_day = is_half_day(text)
        timed = _time_of_day().search(text) is not None or half_day
        return Facts(figure or weekday or half_day, weekday or (figure and not timed), timed, weekday)
    if not figure:
        return _NOTHING  # neither of the two below is without one
    if has_remark.applies(text):
        weekday = has_weekday(text)
        return Facts(True, weekday, not weekday, weekday)
    if single and (when := when_of_items.applies(text)):
        weekday = has_weekday(when)
        return Facts(True, weekday, True, weekday, numbered=True)
    if single and behind_range.applies(text):
        return Facts(anchor=True, timed=True, behind=True)
    return _NOTHING


@rule("timetable.region.remark", source="catalogue 4.3: `MORNING (10.00 - 13.00 hours)`, a day with its room")
def has_remark(text: str) -> bool:
    """A date or time with a remark in brackets is one all the same."""
    bracket = text.find("(")
    return (
        bracket >= SETTINGS.shortest_moment
        and text.endswith(")")
        and is_clockwork(text[:bracket])
        and has_figure(text[:bracket])
    )


@rule("timetable.region.items", source="catalogue 4.1: `10.00–13.00: item 3` on a line of its own", otherwise="")
def when_of_items(text: str) -> str:
    """The time before nothing but items (`Monday, 7 July, 3–6 p.m.: items 1 to 3`); empty where it is no such line."""
    if _MARK_BEFORE_ITEMS.search(text) is None:
        return ""
    part = _BEFORE_ITEMS.match(text)
    if part is None or not has_figure(part[1]) or not is_clockwork(part[1]):
        return ""
    items = take_continued(part[2].rstrip(" .;"))[0]
    return part[1] if (has_weekday(part[1]) or _time_of_day().search(part[1])) and read_items(items) else ""


@rule(
    "timetable.region.behind",
    source="catalogue 4.1: `10:00–11:00 Election of officers` with no gap between the columns",
)
def behind_range(text: str) -> bool:
    """A range of hours at the head of a line is the time of the entry behind it."""
    if not text[:1].isdigit() or (hours := _RANGE.match(text)) is None:
        return False
    entry = after_clock(text)
    return entry != text and len(text) - len(entry) >= hours.end() and entry[:1].isalpha()


def _is_header(line: Line, texts: Sequence[str]) -> bool:
    if len(texts) > SETTINGS.most_heads or (len(texts) == 1 and line.size >= SETTINGS.lone_head_size):
        return False
    return first(HEADERS, Cells(line, texts)) is not None


class Cells(Struct, frozen=True):
    """A line and the texts of its cells."""

    line: Line
    texts: Sequence[str]


@rule("timetable.region.heads", source="catalogue 4.1: heads of columns, one of them of dates or times")
def are_heads(cells: Cells) -> bool:
    """A line of nothing but heads of columns, one of them of dates or times, stands over a timetable."""
    roles = [column_role(text) for text in cells.texts]
    return "when" in roles and all(roles)


@rule("timetable.region.spread_heads", source="catalogue 4.1: `Approximate` `dates of` set far apart in small type")
def are_spread_heads(cells: Cells) -> bool:
    """The cells between two heads may be the words of one."""
    if cells.line.size >= SETTINGS.head_size:
        return False
    roles = [column_role(text) for text in cells.texts]
    if not roles[0] or sum(map(bool, roles)) < 2:
        return False
    inner = " ".join(text for text, role in zip(cells.texts, roles, strict=True) if not role or role == "when")
    return column_role(inner) == "when" or column_role(_LAST_SHORT_WORD.sub("", inner)) == "when"


#: What makes a line one of heads of columns.
HEADERS = (are_heads, are_spread_heads)


@rule("timetable.region.wrapped_head", source="catalogue 4.1: `Approximate dates of` / `consideration`")
def wraps_head(line: Line, below: Line) -> bool:
    """The head of a column may take two lines in small type."""
    return (
        len(line.cells) == len(below.cells) == 1
        and line.size < SETTINGS.head_size
        and abs(line.x0 - below.x0) < SETTINGS.wrap_edge
        and column_role(f"{line.text} {below.text}") == "when"
    )


@rule("timetable.region.wrapped_in_row", source="UNCITRAL: `Agenda item | Proposed | Documentation` over `| dates |`")
def wraps_beside(line: Line, below: Line) -> bool:
    """In a row of heads of columns one may take two lines: with what stands below it, all are heads."""
    if not 2 <= len(line.cells) <= SETTINGS.most_heads or len(below.cells) >= len(line.cells):
        return False
    texts = [cell.text for cell in line.cells]
    for cell in below.cells:
        at = min(range(len(texts)), key=lambda place: abs(line.cells[place].x0 - cell.x0))
        if abs(line.cells[at].x0 - cell.x0) >= SETTINGS.wrap_edge:
            return False
        texts[at] += f" {cell.text}"
    roles = [column_role(text) for text in texts]
    return "when" in roles and all(roles)


#: How the head of a column is known that takes two lines.
WRAPPED = (wraps_head, wraps_beside)
