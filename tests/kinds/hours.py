"""Kinds of dates and hours in timetables and place lines: what the cell or the line prints, and what it means."""

from __future__ import annotations

from tests.kinds.timepapers import Paper

HEADS = '..heads("Date and time", "Item", "Title or description")'


def rows(*cells: str, heads: str = HEADS) -> str:
    """A timetable of three columns without rules under `Monday, 12 May`."""
    quoted = ", ".join(f"[{cell}]" for cell in cells)
    return f"#rows((130pt, 40pt, 1fr), {heads}, strong[Monday, 12 May], [], [], {quoted})"


def hour(printed: str, expected: str, *more: str) -> Paper:
    """A paper with one row before and one row at the hour that is `printed`."""
    table = rows("10 a.m.–1 p.m.", "1", "Opening of the session", printed, "3", "Calibration of tide gauges", *more)
    return Paper(
        table,
        ["05-12 10:00-13:00 [1] Opening of the session", f"05-12 {expected} [3] Calibration of tide gauges"],
    )


#: What is printed in the column of times.
HOURS: dict[str, Paper] = {
    "end in brackets": hour("3.10–(4.40) p.m.", "15:10-16:40"),
    "end in brackets, colon": hour("15:10 – (16:40)", "15:10-16:40"),
    "four digits": hour("1430–1730", "14:30-17:30"),
    "four digits, early": hour("0815 - 0945", "08:15-09:45"),
    "all day": hour("All day", "-"),
    "evening": hour("Evening", "-"),
    "words": hour("After the break", "-"),
    "to be announced": hour("To be announced", "-"),
    "to be confirmed": hour("TBC", "-"),
    "until": hour("Until 4 p.m.", "-16:00"),
    "up to": hour("Up to 16:30", "-16:30"),
    "number of the meeting": hour("2nd meeting, 3–6 p.m.", "15:00-18:00"),
    "half day and meeting": hour("Afternoon session (3–6 p.m.)", "15:00-18:00"),
    "two sittings with a slash": hour("2–3 p.m./4–6 p.m.", "14:00-18:00"),
    "onwards": hour("4 p.m. onwards", "16:00-"),
}

#: What is printed in the column of times, and when that is.
MOMENTS: dict[str, tuple[str, str | None, str | None]] = {
    "midnight": ("9 p.m.–midnight", "2031-05-12T21:00:00+02:00", "2031-05-13T00:00:00+02:00"),
    "past midnight": ("22:30–00:30", "2031-05-12T22:30:00+02:00", "2031-05-13T00:30:00+02:00"),
    "abbreviation": ("9–11 a.m. EDT", "2031-05-12T09:00:00-04:00", "2031-05-12T11:00:00-04:00"),
    "city": ("3–5 p.m. (Geneva time)", "2031-05-12T15:00:00+02:00", "2031-05-12T17:00:00+02:00"),
    "city of another zone": ("3–5 p.m. (Bangkok time)", "2031-05-12T15:00:00+07:00", "2031-05-12T17:00:00+07:00"),
    "offset": ("14:00–15:30 UTC", "2031-05-12T14:00:00+00:00", "2031-05-12T15:30:00+00:00"),
    "offset in brackets": ("14:00 (UTC+05:30)", "2031-05-12T14:00:00+05:30", None),
    "offset of Greenwich": ("2 p.m. (GMT -5)", "2031-05-12T14:00:00-05:00", None),
    "local time": ("2–3 p.m. (local time)", "2031-05-12T14:00:00+02:00", "2031-05-12T15:00:00+02:00"),
    "French": ("14 heures (heure de New York)", "2031-05-12T14:00:00-04:00", None),
    "Russian": ("14 час. (по нью-йоркскому времени)", "2031-05-12T14:00:00-04:00", None),
}

#: The place line, and the periods that it gives.
PERIODS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "list with a run of days": ("Vienna, 12, 13 and 16 May 2031", [("05-12", "05-13"), ("05-16", "05-16")]),
    "run of four days": ("Vienna, 12, 13, 14 and 15 May 2031", [("05-12", "05-15")]),
    "slash": ("Vienna, 12/13 May 2031", [("05-12", "05-13")]),
    "slash between months": ("Vienna, 31 May/1 June 2031", [("05-31", "06-01")]),
    "stray comma": ("Vienna, 12-16, May 2031", [("05-12", "05-16")]),
    "hours in brackets": ("Vienna, 12 May (10 a.m.) to 14 May (1 p.m.) 2031", [("05-12", "05-14")]),
    "ordinals": ("Vienna, the 12th and 13th of May 2031", [("05-12", "05-13")]),
    "digits": ("Vienna, 2031-05-12 to 2031-05-14", [("05-12", "05-14")]),
    "weekdays before a range": ("Vienna, Monday to Wednesday, 12 to 14 May 2031", [("05-12", "05-14")]),
    "Spanish list": ("Viena, 12, 13 y 16 de mayo de 2031", [("05-12", "05-13"), ("05-16", "05-16")]),
    "French slash": ("Vienne, 12/13 mai 2031", [("05-12", "05-13")]),
    "Russian list": ("Вена, 12, 13 и 16 мая 2031 года", [("05-12", "05-13"), ("05-16", "05-16")]),
}
