"""Where timetables stand: runs of lines with dates and times of their own, from their heading to their last row.

Prose that names dates is no timetable: a date or time counts only where it fills a line or a cell (format catalogue 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.grammar.numbering import read_label
from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import ruled_edges
from extractor.reading.page import Rule
from extractor.structure.timetable.cells import BULLETS, pieces_of
from extractor.structure.timetable.columns import GRID
from extractor.structure.timetable.item_numbers import leading_items, read_items
from extractor.structure.timetable.moments import is_week
from extractor.structure.timetable.words import (
    after_clock,
    column_role,
    has_weekday,
    is_clockwork,
    is_half_day,
    is_marked,
    mend,
    opens_with,
    take_continued,
)
from extractor.structure.vocabulary import has_figure, is_heading, is_prose

#: Rows of one timetable: no more lines than this without a date or time between two that have one.
LONGEST_SLOT = 60
#: A line of one cell with more letters is running text, whatever blanks it has before its stops.
LONGEST_MOMENT = 100
#: A heading stands at most this many lines above the first row (it may take several lines, and column heads follow).
HEADING_REACH = 14

#: A column of titles stands at least so many points right of the dates and times.
SET_IN = 25.0

_RANGE_OF_TIME = re.compile(r"\d\s?(?:[ap]\.?m|h\b|час|heures|horas|hrs|[.:]\d{2})|[时点]|noon", re.IGNORECASE)
_SPAN_OF_TIME = re.compile(r"\d\s?[-–—]\s?\d|\bto\b|[ap]\.?m\b|[至到]|heures|hrs", re.IGNORECASE)
#: What stands before and behind the colon or dash of a line (`10.00–13.00: item 3`); colons inside a time do not count.
_BEFORE_ITEMS = re.compile(r"^[\W_]*([^:：]{6,70}(?:[:.]\d\d[^:：]{0,40})*?)\s?(?:[:：]|\s[–—-])\s+(\D.{2,60})$")
_MARK_BEFORE_ITEMS = re.compile(r"[:：]\s|\s[–—-]\s")
_PARAGRAPH = re.compile(r"^\d{1,3}\.?\s")


@dataclass(frozen=True, slots=True)
class Region:
    """Lines `start:end` are a timetable; `heading_index` is its heading, None where it has none."""

    start: int
    end: int
    heading_index: int | None
    kind: Literal["table", "list"]


@dataclass(slots=True)
class _Facts:
    """What a line says for itself."""

    anchor: bool = False  # a date or a time fills it or a cell of it
    dated: bool = False
    timed: bool = False
    weekday: bool = False
    single: bool = True
    header: bool = False
    numbered: bool = False  # nothing but items stands behind the time on a line of its own
    alone: bool = False  # nothing stands beside the date or time


def schedule_regions(lines: Sequence[Line], rules: Mapping[int, list[Rule]], language: str = "en") -> list[Region]:
    """The timetables among the body lines (masthead excluded), in order. `rules` are the drawn lines by page number."""
    del language  # the words of all languages are asked for together
    facts = [_facts(line) for line in lines]
    anchors = [at for at, fact in enumerate(facts) if fact.anchor]
    groups: list[list[int]] = []
    for at in anchors:
        if groups and not _parted(lines, facts, groups[-1][-1], at):
            groups[-1].append(at)
        else:
            groups.append([at])
    for at in range(len(lines) - 1):
        first, second = lines[at], lines[at + 1]
        if (
            not facts[at].header
            and len(first.cells) == len(second.cells) == 1
            and abs(first.x0 - second.x0) < 6
            and first.size < 9.2
        ):
            facts[at].header = column_role(f"{first.text} {second.text}") == "when"
    found: list[Region] = []
    for group in groups:
        floor = found[-1].end if found else 0
        heading, start = _start(lines, facts, group[0], floor)
        if not _is_timetable(lines, facts, group, heading, start):
            continue
        end = _end(lines, facts, group[-1], rules)
        table = sum(not facts[at].single for at in group) * 2 >= len(group)
        found.append(Region(start, end, heading, "table" if table else "list"))
    return _joined(found, lines)


def _facts(line: Line) -> _Facts:
    fact = _Facts(single=len(line.cells) == 1)
    if fact.single and len(line.text) > LONGEST_MOMENT:
        return fact
    texts = [mend(cell.text.strip()) for cell in line.cells]
    if fact.single is False and is_clockwork(line.text):
        texts = [line.text]  # a date whose words stand far apart
    for text in texts:
        if not text or len(text) > 90:
            continue
        figure = has_figure(text)
        if is_clockwork(text) or (figure and is_week(text)):
            weekday = has_weekday(text)
            timed = _RANGE_OF_TIME.search(text) is not None or is_half_day(text)
            fact.anchor = fact.anchor or figure or weekday or is_half_day(text)
            fact.timed |= timed
            fact.weekday |= weekday
            fact.dated |= weekday or (figure and not timed)
        elif not figure:
            continue  # neither of the two below is without one
        elif (
            (bracket := text.find("(")) > 4
            and text.endswith(")")
            and is_clockwork(text[:bracket])
            and has_figure(text[:bracket])
        ):
            fact.anchor = True
            fact.weekday |= has_weekday(text)
            fact.dated |= fact.weekday
            fact.timed |= not fact.dated
        elif fact.single and (when := _when_of_items(text)):
            fact.anchor = fact.timed = fact.numbered = True
            fact.weekday = fact.dated = has_weekday(when)
    fact.alone = fact.anchor and not fact.numbered and (fact.single or is_clockwork(line.text))
    if 2 <= len(texts) <= 8 or (len(texts) == 1 and line.size < 9):
        roles = [column_role(text) for text in texts]
        fact.header = any(role == "when" for role in roles) and (all(roles) or len(texts) == 1)
        if not fact.header and line.size < 9.2 and roles[0] and sum(map(bool, roles)) >= 2:
            # a head whose words stand far apart: the cells between two heads make one
            inner = [text for text, role in zip(texts, roles, strict=True) if not role or role == "when"]
            fact.header = (
                column_role(" ".join(inner)) == "when"
                or column_role(re.sub(r" \w{2,4}$", "", " ".join(inner))) == "when"
            )
    return fact


def _when_of_items(text: str) -> str:
    """The time before nothing but items (`Monday, 7 July, 3–6 p.m.: items 1 to 3`); empty where it is no such line."""
    if _MARK_BEFORE_ITEMS.search(text) is None:
        return ""
    part = _BEFORE_ITEMS.match(text)
    if part is None or not has_figure(part[1]) or not is_clockwork(part[1]):
        return ""
    items = take_continued(part[2].rstrip(" .;"))[0]
    return part[1] if (has_weekday(part[1]) or _RANGE_OF_TIME.search(part[1])) and read_items(items) else ""


def _parted(lines: Sequence[Line], facts: Sequence[_Facts], first: int, last: int) -> bool:
    """Whether something between two anchors shows that they belong to different parts of the paper."""
    if last - first > LONGEST_SLOT:
        return True
    if lines[last].page - lines[first].page > 1:
        return True
    return any(_breaks(lines, facts, at, first) for at in range(first + 1, last))


def _breaks(lines: Sequence[Line], facts: Sequence[_Facts], at: int, first: int) -> bool:
    line = lines[at]
    if facts[at].header or facts[at].anchor:
        return False
    if line.bold and line.size >= 11.5 and line.size > lines[first].size + 0.9 and not is_week(line.text):
        return True
    if is_heading(line.text, "annex") or (line.bold and is_heading(line.text, "schedule")):
        return True
    if (
        line.x0
        > min(lines[first].x0, lines[first - 1].x0 if first and lines[first - 1].page == lines[first].page else 999.0)
        + SET_IN
    ):
        return False  # set in from the column of times: a long title
    return _prose_from(lines, facts, at)


def _prose_from(lines: Sequence[Line], facts: Sequence[_Facts], at: int) -> bool:
    """Whether a paragraph of running text begins at this line: wide lines set tight, a sentence by its words."""
    line = lines[at]
    if line.x1 - line.x0 < 250 and not (_PARAGRAPH.match(line.text) and line.x1 - line.x0 > 200):
        return False
    if len(line.cells) > 2 or (len(line.cells) == 2 and not re.fullmatch(r"\d{1,3}\s?\.?", line.cells[0].text.strip())):
        return False
    if leading_items(line.text) is not None and not _PARAGRAPH.match(line.text):
        return False
    if after_clock(line.text) != line.text:
        return False  # an entry behind its time
    text = line.text
    for after in range(at + 1, min(at + 7, len(lines))):
        other = lines[after]
        if (
            other.page != line.page
            or other.baseline - lines[after - 1].baseline > 1.5 * other.size
            or facts[after].anchor
        ):
            break
        if len(other.cells) > 1:
            break
        text += " " + other.text
    if len(text) < 110:
        return False
    return is_prose(text) or (is_prose(text + ".") and _PARAGRAPH.match(text) is not None)


def _start(lines: Sequence[Line], facts: Sequence[_Facts], first: int, floor: int) -> tuple[int | None, int]:
    """The heading over the first anchor and where the region begins."""
    heading: int | None = None
    header: int | None = first if facts[first].header else None
    low = max(floor, first - HEADING_REACH)
    for at in range(first - 1, low - 1, -1):
        line = lines[at]
        if facts[at].header or (column_role(line.text) == "when" and line.size < 9.2):
            header = at
            continue
        wrapped = at + 1 < len(lines) and line.bold and is_heading(f"{line.text} {lines[at + 1].text}", "schedule")
        if wrapped or (is_heading(line.text, "schedule") and not line.text[:1].islower()):
            heading = None if _heads_text(lines, at, first) else at
            break
        if heading is None and _prose_from(lines, facts, at):
            break
    if heading is not None:
        start = heading
        while start > floor and is_heading(lines[start - 1].text, "annex"):
            start -= 1
        return heading, start
    start = header if header is not None else first
    # column heads of several lines; lines of the first row that stand above its time
    while start > floor and lines[start - 1].page == lines[start].page:
        above, here = lines[start - 1], lines[start]
        near = here.baseline - above.baseline < 1.35 * here.size
        heads = (
            header is not None
            and above.size <= here.size + 0.2
            and all(len(c.text) < 40 for c in above.cells)
            and here.size < 9.2
        )
        row = header is None and not above.bold and not _prose_from(lines, facts, start - 1) and above.x0 > here.x0 + 20
        if not (near and (heads or row)):
            break
        start -= 1
    return None, start


def _heads_text(lines: Sequence[Line], at: int, first: int) -> bool:
    """Whether a heading is an item's (`2. Organization of work`) with a sentence of its own before the timetable."""
    label = read_label(lines[at].text)
    if label is None or label.form != "arabic":
        return False
    return any(line.text.endswith((":", ".")) and len(line.text) > 30 for line in lines[at + 1 : first])


def _is_timetable(
    lines: Sequence[Line], facts: Sequence[_Facts], group: Sequence[int], heading: int | None, start: int
) -> bool:
    """Whether the anchors make a timetable: dates and times in rows with entries between them."""
    header = any(fact.header for fact in facts[start : group[0] + 1]) or any(
        column_role(line.text) == "when" for line in lines[start : group[0]]
    )
    weekdays = sum(facts[at].weekday for at in group)
    timed = sum(facts[at].timed for at in group)
    dated = sum(facts[at].dated for at in group)
    last = min(len(lines), group[-1] + 3)
    entries = sum(not facts[at].anchor and not facts[at].header for at in range(group[0], group[-1]))
    entries += group[-1] + 1 < last and not _prose_from(lines, facts, group[-1] + 1)
    entries += sum(not facts[at].alone and facts[at].anchor for at in group)
    entries += sum(facts[at].alone and _items_beside(lines[at]) for at in group)
    if entries < 2 or entries < len(group) / 4:
        return False
    rows = [*zip(lines[start:last], facts[start:last], strict=True)]
    if heading is not None or header:
        return len(group) >= 2 or ((timed or weekdays) > 0 and _numbered(rows) >= 2)
    if len(group) < 3:
        return len(group) == 2 and weekdays >= 2 and _numbered(rows) >= 2
    ranges = sum(facts[at].timed and _SPAN_OF_TIME.search(lines[at].text) is not None for at in group)
    if not (weekdays >= 2 or (timed >= 2 and dated >= 1) or ranges >= 3):
        return False
    return timed >= 2 or _numbered(rows) >= 1


def _numbered(rows: Iterable[tuple[Line, _Facts]]) -> int:
    """How many of the lines name items by their numbers."""
    return sum(
        fact.numbered
        or leading_items(after_clock(line.text.lstrip(BULLETS))) is not None
        or any(read_items(cell.text) is not None for cell in line.cells)
        for line, fact in rows
    )


def _items_beside(line: Line) -> bool:
    """Whether a line is a date or time and, in a cell behind it, nothing but numbers of items (`10 a.m.` `1 and 2`)."""
    texts = [cell.text for cell in line.cells]
    return len(texts) > 1 and read_items(texts[-1]) is not None and any(map(is_clockwork, texts[:-1]))


def _end(lines: Sequence[Line], facts: Sequence[_Facts], last: int, rules: Mapping[int, list[Rule]]) -> int:
    """Behind the last row."""
    page = lines[last].page
    own = rules.get(page, [])
    bottom = 0.0
    lower = sorted({rule.top for rule in own if rule.horizontal and rule.top > lines[last].baseline})
    if len(lower) >= 1 and len(ruled_edges(own, lines[last].top - 400, lower[-1] + 2, GRID)) >= 2:
        chained = [top for top in lower if len(ruled_edges(own, top - 2, top + 2, GRID)) >= 2]
        bottom = chained[-1] if chained else 0.0
    gap = 0.0
    for at in range(max(1, last - 30), last + 1):
        if lines[at].page == lines[at - 1].page:
            gap = max(gap, lines[at].baseline - lines[at - 1].baseline)
    bold_rows = any(
        lines[at].bold and leading_items(lines[at].text) is not None for at in range(max(0, last - 30), last + 1)
    )
    end = last + 1
    while end < len(lines):
        line, before = lines[end], lines[end - 1]
        if line.page == page and line.baseline < bottom:
            end += 1
            continue
        if bottom and line.page == page:
            break
        if line.page != before.page and (
            line.page - page > 1
            or not (leading_items(line.text) or len(pieces_of(line, 0)) > 1 or _in_column(line, before, lines[last]))
        ):
            break
        if line.page == before.page and line.baseline - before.baseline > max(1.15 * gap, 2.0 * line.size):
            break
        if _prose_from(lines, facts, end) or opens_with(line.text, "notes"):
            break
        if (
            line.bold
            and leading_items(line.text) is None
            and not is_marked(line.text.split("(")[0], "headings")
            and not bold_rows
        ):
            break
        if line.bold and (line.size > before.size + 0.9 or is_heading(line.text, "schedule")):
            break
        if any(is_heading(line.text, name) for name in ("annex", "annotations", "agenda", "documentation")):
            break
        end += 1
    return end


def _in_column(line: Line, before: Line, anchor: Line) -> bool:
    """Whether a line at the head of a page goes on in the column of titles, which stands right of the dates."""
    entry = before.cells[-1].x0
    return len(line.cells) == 1 and abs(line.x0 - entry) < GRID.aligned and entry > anchor.x0 + SET_IN


def _joined(regions: list[Region], lines: Sequence[Line]) -> list[Region]:
    """Regions in order without overlap."""
    found: list[Region] = []
    for region in regions:
        if found and region.start < found[-1].end:
            region = Region(found[-1].end, max(region.end, found[-1].end), region.heading_index, region.kind)
            if region.end - region.start < 1:
                continue
        found.append(region)
    del lines
    return found
