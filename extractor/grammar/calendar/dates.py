"""`find_dates`: dates and ranges of days in running text, in the six official languages.

Sources: UN Editorial Manual (`12 May 2025`, `12-14 May`, `23 and 24 July`), format catalogue 1.2, 4.2 and 5.
Every language is read at once: mastheads of Russian, Chinese and Arabic papers print their dates in English.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal

from extractor.built import compiled
from extractor.grammar.calendar.atoms import FIRST_YEAR, LAST_YEAR, Atom, Reader
from extractor.grammar.calendar.chinese import chinese_sequences
from extractor.grammar.calendar.fold import Folded, fold
from extractor.grammar.calendar.resolve import follow, inherit, make, supply
from extractor.grammar.calendar.runs import runs
from extractor.grammar.calendar.types import CalendarContext, DateSpan, HalfDay, TimeSpan
from extractor.grammar.calendar.vocabulary import either, forms
from extractor.records import replace

_HALVES: tuple[HalfDay, HalfDay] = ("am", "pm")
_NUMERIC = compiled(
    r"(?<![\w/.:-])(?:(?P<y>(?:1[89]|20|21)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)|(?:(?P<from>\d{1,2})\.?\s?-\s?)?(?P<day>\d{1,2})(?P<sep>[./])(?P<month>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d))"
    r"(?![\w/]|-\d|\.\d|\*?/)"
)

#: What joins the figures of such a date: most texts hold nothing of the kind, which is found out faster.
_JOINED = compiled(r"\d[-./]\d")


def find_dates(text: str, context: CalendarContext | None = None) -> list[DateSpan]:
    """Every date and range of days in `text`, in order and without overlap.

    A list gives one span for each day or range (`19-23, 28 and 29 May and 5 June 2025` gives three); two
    consecutive days joined by "and" are one span, as the house prints a two-day meeting. Missing years and
    months come from neighbours, then from `context`. Times printed beside a date are attached as `.time`. Never
    raises for a string; a date that does not exist keeps its span with `first` None. Source: UN Editorial Manual
    (dates), format catalogue 1.2, 4.2 and 5.
    """
    context = context or CalendarContext()
    folded = fold(text)
    spans = sorted(_all(folded, text, context), key=lambda span: (span.start, -span.end))
    kept: list[DateSpan] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return _with_times(text, kept)


def _all(folded: Folded, text: str, context: CalendarContext) -> Iterator[DateSpan]:
    bare = bool(context.periods or context.month)
    for run in runs(folded.text, with_weekdays=bare):
        for atoms in Reader(run).sequences():
            yield from _spans(inherit(atoms), folded, text, context)
    for atoms in chinese_sequences(folded.text):
        yield from _spans(atoms, folded, text, context)
    yield from _numeric(folded, text, context)


def _of_meeting(day: date, context: CalendarContext) -> bool:
    """Whether a day is one of the meeting's."""
    return any(period.first and period.last and period.first <= day <= period.last for period in context.periods)


def _spans(atoms: list[Atom], folded: Folded, text: str, context: CalendarContext) -> Iterator[DateSpan]:
    atoms = [atom for atom in atoms if _credible(atom, atoms, folded, text, context)]
    for before, atom in zip([None, *atoms], atoms, strict=False):
        if before is not None:
            follow(before, atom)
        supply(atom, context)
    yield from _joined(_group(atoms), folded, text, context)


def _credible(atom: Atom, atoms: list[Atom], folded: Folded, text: str, context: CalendarContext) -> bool:
    """Whether an atom is a date and not a word that looks like a month, a bare number or a month alone."""
    if atom.month is None and (atom.weekday is None or not (context.periods or context.month)):
        return False
    if atom.day is None and (atom.year is None or ("year" in atom.inferred and len(atoms) < 2)):
        return False
    if not atom.guarded or (context.language in atom.languages and context.language != "en"):
        return True
    capital = text[folded.start(atom.month_start) : folded.start(atom.month_start) + 1].isupper()
    if atom.day is not None:
        return capital or atom.year is not None or atom.weekday is not None
    return capital


def _group(atoms: list[Atom]) -> list[tuple[Atom, Atom]]:
    groups: list[tuple[Atom, Atom]] = []
    for atom in atoms:
        if (
            groups
            and atom.link == "to"
            and groups[-1][0] is groups[-1][1]
            and (groups[-1][0].day is None) == (atom.day is None)
        ):
            groups[-1] = (groups[-1][0], atom)
        else:
            groups.append((atom, atom))
    return groups


def _joined(groups: list[tuple[Atom, Atom]], folded: Folded, text: str, context: CalendarContext) -> Iterator[DateSpan]:
    held: DateSpan | None = None
    for first, last in groups:
        span = _span(first, last, folded, text)
        if held is not None:
            if first is last and first.link == "and" and _consecutive(held, span):
                held = _merge(held, span, text)
                continue
            yield held
        held = span
    if held is not None:
        yield held


def _consecutive(held: DateSpan, span: DateSpan) -> bool:
    return (
        held.first is not None
        and span.first is not None
        and held.first == held.last
        and (span.first - held.first).days == 1
        and "range" not in held.flags
    )


def _merge(held: DateSpan, span: DateSpan, text: str) -> DateSpan:
    checks = [check for check in (held.weekday_ok, span.weekday_ok) if check is not None]
    return replace(
        held,
        text=text[held.start : span.end],
        end=span.end,
        last=span.last,
        last_weekday=span.weekday,
        last_half_day=span.half_day,
        weekday_ok=all(checks) if checks else None,
        flags=held.flags | span.flags | {"joined"},
        inferred=_common(held.inferred, span.inferred),
    )


def _common(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """What the text does not print at all: a part printed at one end only is not inferred."""
    return left & right


def _span(first: Atom, last: Atom, folded: Folded, text: str) -> DateSpan:
    start, end = folded.start(first.start), folded.end(last.end)
    one = first is last
    begin, close = make(first.year, first.month, first.day), make(last.year, last.month, last.day)
    flags = first.flags | last.flags | (set() if one else {"range"})
    ambiguous = "month_names_differ" in flags
    precision: Literal["day", "month"] = "day" if first.day is not None else "month"
    if precision == "day":
        for atom, made in ((first, begin), (last, close)):
            if made is None and atom.year is not None:
                flags.add("impossible")
        if begin and close and begin > close:
            flags.add("reversed")
            ambiguous = True
        if (begin is None) != (close is None):
            begin = close = None
    checks = [
        made.weekday() == atom.weekday
        for atom, made in ((first, begin), (last, close))
        if made is not None and atom.weekday is not None
    ]
    return DateSpan(
        text=text[start:end],
        start=start,
        end=end,
        first=begin,
        last=close,
        day=first.day,
        month=first.month,
        year=first.year,
        precision=precision,
        weekday=first.weekday,
        last_weekday=None if one else last.weekday,
        weekday_ok=all(checks) if checks else None,
        inferred=frozenset(first.inferred & last.inferred),
        ambiguous=ambiguous,
        half_day=None if first.half is None else _HALVES[first.half],
        last_half_day=None if one or last.half is None else _HALVES[last.half],
        flags=frozenset(flags - {"year_only"}),
    )


def _numeric(folded: Folded, text: str, context: CalendarContext) -> Iterator[DateSpan]:
    """`2022-06-27`, `27/06/2022`, `27.06.2022`, `27–29.06.2022`.

    The day stands before the month, unless only the other order is a day of the meeting; dates are marked ambiguous
    where both orders are dates.
    """
    for match in _NUMERIC.finditer(folded.text) if _JOINED.search(folded.text) else ():
        iso = match["y"] is not None
        year, month, day = (int(match[name]) for name in (("y", "m", "d") if iso else ("year", "month", "day")))
        flags = {"numeric"}
        ambiguous = not iso and month <= 12 and day <= 12 and month != day
        made = make(year, month, day)
        other = make(year, day, month) if not iso else None
        if other is not None and (made is None or (_of_meeting(other, context) and not _of_meeting(made, context))):
            made, month, day = other, day, month
            flags.add("month_first")
        if made is None or not FIRST_YEAR <= year <= LAST_YEAR:
            continue
        begin, opening = made, match.start()
        if match["from"] is not None:
            before = make(year, month, int(match["from"]))
            if before is not None and before < made:
                begin = before
                flags.add("range")
            else:
                opening = match.start("day")
        start, end = folded.start(opening), folded.end(match.end())
        yield DateSpan(
            text[start:end],
            start,
            end,
            begin,
            made,
            begin.day,
            month,
            year,
            ambiguous=ambiguous,
            flags=frozenset(flags),
        )


@cache
def _beside() -> re.Pattern[str]:
    """What may stand between a date and its time, in folded text."""
    return compiled(rf"[\s,;:()]*(?:(?:{either(forms('clock.beside'))})\b[\s,]*){{0,3}}")


def _with_times(text: str, spans: list[DateSpan]) -> list[DateSpan]:
    """Attaches to each date the time that is printed right behind it, or right before it.

    As in `at 10 a.m. on Monday, 28 November`.
    """
    if not spans:
        return spans
    from extractor.grammar.calendar.times import find_sittings

    windows = _windows(spans, text)
    if sum(right - left for left, right in windows) > len(text) // 3:
        times = find_sittings(text)
        starts = [time.start for time in times]
        return [
            _attach(text, span, 0, times[bisect_left(starts, left) : bisect_left(starts, right)])
            for span, (left, right) in zip(spans, windows, strict=True)
        ]
    found: list[DateSpan] = []
    for span, (left, right) in zip(spans, windows, strict=True):
        near = find_sittings(text[left:right])
        found.append(_attach(text, span, left, near))
    return found


def _windows(spans: list[DateSpan], text: str) -> list[tuple[int, int]]:
    """Where a time beside each date may stand: up to its neighbours, and never from the middle of a figure."""
    windows = []
    for number, span in enumerate(spans):
        left = max(spans[number - 1].end if number else 0, span.start - 60)
        right = min(spans[number + 1].start if number + 1 < len(spans) else len(text), span.end + 60)
        while 0 < left < span.start and (text[left - 1].isalnum() or text[left - 1] in ".:/"):
            left += 1
        windows.append((left, right))
    return windows


def _attach(text: str, span: DateSpan, left: int, times: list[TimeSpan]) -> DateSpan:
    for time in times:
        start, end = left + time.start, left + time.end
        gap = (span.end, start) if start >= span.end else (end, span.start)
        if gap[0] <= gap[1] and _beside().fullmatch(fold(text[gap[0] : gap[1]]).text):
            return replace(span, time=replace(time, start=start, end=end))
    return span
