"""What a printed date leaves out: the year and month that its neighbours, the meeting or the reference date supply.

Sources: UN Editorial Manual (a month and year printed once hold for the days before them), format catalogue 1.2 and 4.2
(timetables print no year; the weekday checks it).
"""

from __future__ import annotations

import itertools
from datetime import date

from extractor.grammar.calendar.atoms import Atom
from extractor.grammar.calendar.types import CalendarContext, Period

#: A weekday sends no date that is at most so many days from the meeting to another year ...
_NEXT_TO = 31
#: ... and to none where it would be more days away than this.
_FAR = 270
#: Of two years that are both within so many days, half a year and some days, either may be meant ...
_HALF_A_YEAR = 200
#: ... unless the nearer one is within a quarter.
_QUARTER = 92


def make(year: int | None, month: int | None, day: int | None) -> date | None:
    """The date, or None when a part is missing or the day does not exist."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def inherit(atoms: list[Atom]) -> list[Atom]:
    """The atoms of one list with what each takes from its neighbours; pieces that can be no date are dropped.

    Months and years go from right to left (`12 and 16 February and 11-22 June 2001`), up to a piece that has
    its own; after a month-first date the days go from left to right (`June 27-28, 2022`). A day that is not
    before its neighbour is no day of that month.
    """
    _from_left(atoms)
    kept: list[Atom] = []
    right: Atom | None = None
    for atom in reversed(atoms):
        if atom.month is None:
            if (
                right is None
                or right.month is None
                or right.day is None
                or right.link is None
                or (atom.day or 0) >= right.day
                or (atom.weekday is not None and right.weekday is None and right.link == "comma")
            ):
                if not (atom.weekday is not None and atom.day is not None and right is None):
                    kept, right = _cut(kept, right), None if right is None else right
                    continue
            else:
                atom.month, atom.year, atom.guarded, atom.languages = (
                    right.month,
                    right.year,
                    right.guarded,
                    right.languages,
                )
                atom.inferred.update({"month"} | ({"year"} if right.year is not None else set()))
        elif atom.year is None and right is not None and right.year is not None and right.link is not None:
            atom.year = right.year - (1 if (atom.month, atom.day or 1) > (right.month or 13, right.day or 31) else 0)
            atom.inferred.add("year")
        kept.append(atom)
        right = atom
    kept.reverse()
    for before, after in itertools.pairwise(kept):
        if after.year is None and before.year is not None and after.link is not None and after.month is not None:
            after.year = before.year + (
                1 if (after.month, after.day or 31) < (before.month or 1, before.day or 1) else 0
            )
            after.inferred.add("year")
    if kept:
        kept[0].link = None
    return kept


def _cut(kept: list[Atom], right: Atom | None) -> list[Atom]:
    """The piece to the left of `right` was dropped: nothing hangs on the left of `right` any more."""
    if right is not None:
        right.link = None
    return kept


def _from_left(atoms: list[Atom]) -> None:
    for before, atom in itertools.pairwise(atoms):
        if before.month_first and before.day is not None and atom.month is None and (atom.day or 0) > before.day:
            atom.month, atom.month_first, atom.languages = before.month, True, before.languages
            atom.inferred.add("month")
            if before.year is not None:
                atom.year = before.year


def supply(atom: Atom, context: CalendarContext) -> None:
    """Gives an atom the year that the context supplies, and a weekday with its day the month; marks them inferred."""
    if atom.day is None:
        return
    if atom.month is None:
        found = _by_weekday(atom, context)
        if found is not None:
            atom.month, atom.year = found.month, found.year
            atom.inferred.update(("month", "year"))
        return
    if atom.year is None:
        year, sure = _year(atom, context)
        if year is not None:
            atom.year = year
            atom.inferred.add("year")
            if not sure:
                atom.flags.add("year_uncertain")


def follow(before: Atom, atom: Atom) -> None:
    """Gives the end of a range that prints no year that of its beginning, or the next one: a range goes forwards.

    Each by itself, they might be nearest to the meeting on different sides of it.
    """
    if atom.link != "to" or atom.year is not None or before.year is None or not (atom.month and atom.day):
        return
    atom.year = before.year + (1 if (atom.month, atom.day) < (before.month or 1, before.day or 1) else 0)
    atom.inferred.add("year")
    atom.flags.update(before.flags & {"year_uncertain"})


def _ends(periods: tuple[Period, ...]) -> list[tuple[date, date]]:
    found = []
    for period in periods:
        first = period.first or period.last
        last = period.last or period.first
        if first is not None and last is not None:
            found.append((first, last))
    return found


def _distance(day: date, ends: list[tuple[date, date]]) -> int:
    return min(
        0 if first <= day <= last else min(abs((day - first).days), abs((day - last).days)) for first, last in ends
    )


def _year(atom: Atom, context: CalendarContext) -> tuple[int | None, bool]:
    """The year nearest to the meeting or the reference date, and whether no other fits as well.

    A printed weekday decides between years where one of the neighbouring years fits it and stands as near as
    makes no matter (half a year); it does not send a date of the meeting's own days to another year.
    """
    ends = _ends(context.periods)
    if not ends and context.reference is not None:
        ends = [(context.reference, context.reference)]
    if not ends:
        return context.year, True
    years = sorted({day.year + step for pair in ends for day in pair for step in (-1, 0, 1)})
    candidates = [day for day in (make(year, atom.month, atom.day) for year in years) if day is not None]
    if not candidates:
        return None, True
    candidates.sort(key=lambda day: _distance(day, ends))
    best = candidates[0]
    if atom.weekday is not None and best.weekday() != atom.weekday and _distance(best, ends) > _NEXT_TO:
        fitting = [day for day in candidates if day.weekday() == atom.weekday and _distance(day, ends) <= _FAR]
        if fitting:
            return fitting[0].year, True
    near = [day for day in candidates if _distance(day, ends) <= _HALF_A_YEAR]
    return best.year, len(near) < 2 or _distance(best, ends) <= _QUARTER


def _by_weekday(atom: Atom, context: CalendarContext) -> date | None:
    """`Mon. 9` among the days of the meeting, else in the context's month."""
    candidates: list[date] = []
    for first, last in _ends(context.periods):
        months = {(first.year, first.month), (last.year, last.month)}
        candidates.extend(
            day for year, month in sorted(months) if (day := make(year, month, atom.day)) and first <= day <= last
        )
    if not candidates:
        year = context.year or (context.reference.year if context.reference else None)
        day = make(year, context.month, atom.day)
        candidates = [day] if day else []
    fitting = [day for day in candidates if day.weekday() == atom.weekday]
    return next(iter(fitting or candidates), None)
