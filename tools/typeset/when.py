"""Dates and times in words, as papers print them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_date(iso: str, *, weekday: bool = False, year: bool = True, comma: bool = True) -> str:
    """`2031-03-05` -> `5 March 2031`, `Wednesday, 5 March`."""
    day = date.fromisoformat(iso)
    text = f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")
    return f"{DAYS[day.weekday()]}{',' if comma else ''} {text}" if weekday else text


def span(start: str, end: str | None, *, dash: str = "–", year: bool = True) -> str:
    """A period as mastheads print it: `5–9 May 2031`, `28 April–9 May 2031`, `5 and 6 May 2031`."""
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    if first == last:
        return long_date(start, year=year)
    if first.year != last.year:
        return f"{long_date(start)}{dash}{long_date(last.isoformat(), year=year)}"
    if first.month != last.month:
        return f"{long_date(start, year=False)}{dash}{long_date(last.isoformat(), year=year)}"
    joint = " and " if (last - first).days == 1 else dash
    return f"{first.day}{joint}{long_date(last.isoformat(), year=year)}"


def _half(clock: str, style: str) -> tuple[str, str]:
    hour, minute = (int(part) for part in clock.split(":"))
    mark = "a.m." if hour < 12 else "p.m."
    shown = str((hour - 1) % 12 + 1)
    if minute:
        shown += (":" if style == "colon" else ".") + f"{minute:02}"
    return shown, mark


def clock_span(start: str | None, end: str | None, *, style: str = "un", dash: str = "–") -> str:
    """`10:00`, `13:00` -> `10 a.m.–1 p.m.`; one half-day mark where both ends share it; style `24` -> `10.00–13.00`."""
    if start is None:
        return ""
    if style == "24":
        return start.replace(":", ".") + (f"{dash}{end.replace(':', '.')}" if end else "")
    shown, mark = _half(start, style)
    if end is None:
        return f"{shown} {mark}"
    if end == "12:00":
        return f"{shown} {mark} to noon"
    last, last_mark = _half(end, style)
    if mark == last_mark:
        return f"{shown}{dash}{last} {last_mark}"
    return f"{shown} {mark}{dash}{last} {last_mark}"


def slot(start: str | None, end: str | None, sittings: Sequence[Sequence[str | None]], **form: str) -> str:
    """The time of a row: a range, or its sittings joined by `and`."""
    if sittings:
        return " and ".join(clock_span(a, b, **form) for a, b in sittings)
    return clock_span(start, end, **form)
