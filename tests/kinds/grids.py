"""Kinds of timetables by how they are set: days across, days over tables, banners, columns beside the titles."""

from __future__ import annotations

from tests.kinds.timepapers import Paper

OPENING = "Opening of the session"
CELL = "[Item 1 \\ Opening], [Item 3 \\ Tide gauges], [Item 5 \\ Report]"
CELLS = "[Item 2 \\ Agenda], [Item 4 \\ Weather charts], [Item 5 \\ Report]"
GRID_COLUMNS = "(86pt, 110pt, 110pt, 110pt)"
GRID = (
    "05-12 10:00-13:00 [1] Opening",
    "05-13 10:00-13:00 [3] Tide gauges",
    "05-14 10:00-13:00 [5] Report",
    "05-12 15:00-18:00 [2] Agenda",
    "05-13 15:00-18:00 [4] Weather charts",
    "05-14 15:00-18:00 [5] Report",
)


def grid(heads: str, *, ruled: bool, first: str = CELL, second: str = CELLS, expected: tuple[str, ...] = GRID) -> Paper:
    """A timetable with days across under `heads` and two rows of hours."""
    call = "ruled" if ruled else "rows"
    return Paper(
        f"#{call}({GRID_COLUMNS}, {heads}, [10 a.m.–1 p.m.], {first}, [3–6 p.m.], {second})",
        list(expected),
    )


def row(hours: str, text: str, more: str = "") -> str:
    return f"[{hours}], [{text}]{more}, "


DAYS = "[Monday, 12 May], [Tuesday, 13 May], [Wednesday, 14 May]"

#: Days across and hours down.
ACROSS: dict[str, Paper] = {
    "Time before the days": grid(f"[Time], {DAYS}", ruled=False),
    "Time before the days, ruled": grid(f"[Time], {DAYS}", ruled=True),
    "no head over the hours": grid(f"[], {DAYS}", ruled=True),
    "days without weekdays": grid("[Hours], [12 May], [13 May], [14 May]", ruled=False),
    "bold days with a year": grid(
        "[*Time*], [*Monday, 12 May 2031*], [*Tuesday, 13 May 2031*], [*Wednesday, 14 May 2031*]", ruled=True
    ),
    "weekday over date": grid("[Time], [Monday \\ 12 May], [Tuesday \\ 13 May], [Wednesday \\ 14 May]", ruled=False),
    "weekday over date, ruled": grid("[], [Monday \\ 12 May], [Tuesday \\ 13 May], [Wednesday \\ 14 May]", ruled=True),
    "weekday and day": grid("[Time], [Monday 12], [Tuesday 13], [Wednesday 14]", ruled=True),
    **{
        f"hours across below each day, {call}": Paper(
            "".join(
                f"*{day}*\n#{call}((200pt, 200pt), [10 a.m.–1 p.m.], [3–6 p.m.], [{first}], [{second}])\n"
                for day, first, second in (
                    ("Monday, 12 May", "Item 1: Opening", "Item 2: Agenda"),
                    ("Tuesday, 13 May", "Item 3: Tide gauges", "Item 4: Weather charts"),
                )
            ),
            [
                "05-12 10:00-13:00 [1] Opening",
                "05-12 15:00-18:00 [2] Agenda",
                "05-13 10:00-13:00 [3] Tide gauges",
                "05-13 15:00-18:00 [4] Weather charts",
            ],
        )
        for call in ("ruled", "rows")
    },
    "items alone": grid(
        f"[Time], {DAYS}",
        ruled=True,
        first="[Item 1], [Item 3], [Item 3]",
        second="[Items 2 and 3], [Item 4], [Report (item 5)]",
        expected=(
            "05-12 10:00-13:00 [1]",
            "05-13 10:00-13:00 [3]",
            "05-14 10:00-13:00 [3]",
            "05-12 15:00-18:00 [2 3]",
            "05-13 15:00-18:00 [4]",
            "05-14 15:00-18:00 [5] Report",
        ),
    ),
    "hours at the right": Paper(
        f"#ruled((1fr, 1fr, 1fr, 86pt), {DAYS}, [Time], {CELL}, [10 a.m.–1 p.m.], {CELLS}, [3–6 p.m.])", list(GRID)
    ),
    "an empty cell": grid(
        f"[Time], {DAYS}",
        ruled=True,
        second="[Item 2 \\ Agenda], [], [Item 5 \\ Report]",
        expected=(*GRID[:4], GRID[5]),
    ),
    "cells over several days": Paper(
        f"#ruled({GRID_COLUMNS}, [Time], {DAYS}, [10 a.m.–1 p.m.], [Item 1 \\ Opening],"
        " table.cell(colspan: 2, align: center)[Item 3 \\ Tide gauges], [1–3 p.m.],"
        " table.cell(colspan: 3, align: center)[Lunch], [3–6 p.m.],"
        f" {CELLS})",
        [
            GRID[0],
            "05-13/05-14 10:00-13:00 [3] Tide gauges",
            "05-12/05-14 13:00-15:00 [] Lunch",
            *GRID[3:],
        ],
    ),
    "bold items over their titles": grid(
        f"[Time], {DAYS}",
        ruled=True,
        first="[*Item 1* \\ Opening], [*Item 3* \\ Tide gauges], [*Item 5* \\ Report]",
    ),
    "numbered titles that wrap": grid(
        f"[Time], {DAYS}",
        ruled=True,
        first="[1\\. Opening of the session of the Working Group \\ 2\\. Agenda], [3\\. Tide gauges], [5\\. Report]",
        expected=(
            "05-12 10:00-13:00 [1] Opening of the session of the Working Group",
            "05-12 10:00-13:00 [2] Agenda",
            *GRID[1:],
        ),
    ),
    "bare hours": Paper(
        f"#rows({GRID_COLUMNS}, [], {DAYS}, [10-1], {CELL}, [3-6], {CELLS})",
        list(GRID),
    ),
    "French": grid(
        "[Horaire], [lundi 12 mai], [mardi 13 mai], [mercredi 14 mai]",
        ruled=True,
        first="[Point 1 \\ Ouverture], [Point 3 \\ Cartes], [Point 5 \\ Rapport]",
        second="[Point 2 \\ Ordre du jour], [Point 4 \\ Cartes], [Point 5 \\ Rapport]",
        expected=(
            "05-12 10:00-13:00 [1] Ouverture",
            "05-13 10:00-13:00 [3] Cartes",
            "05-14 10:00-13:00 [5] Rapport",
            "05-12 15:00-18:00 [2] Ordre du jour",
            "05-13 15:00-18:00 [4] Cartes",
            "05-14 15:00-18:00 [5] Rapport",
        ),
    ),
}

TWO_DAYS = (
    "05-12 10:00-11:00 [1] Opening of the session",
    "05-12 15:00-18:00 [3] Tide gauges",
    "05-13 10:00-13:00 [5] Adoption of the report",
)
FIRST = row("10–11 a.m.", "Opening of the session (item 1)") + row("3–6 p.m.", "Tide gauges (item 3)")
SECOND = row("10 a.m.–1 p.m.", "Adoption of the report (item 5)")
THIRD_FIRST = row("10–11 a.m.", "Opening of the session (item 1)", ", [Chair]") + row(
    "3–6 p.m.", "Tide gauges (item 3)", ", [Ms. Bell]"
)
THIRD_SECOND = row("10 a.m.–1 p.m.", "Adoption of the report (item 5)", ", [Rapporteur]")
HEADS = "[Time], [Item], "
TWO, THREE = "(110pt, 1fr)", "(110pt, 1fr, 90pt)"

#: A day over a table or over its heads; what stands in banners and beside the titles is no entry.
OVER: dict[str, Paper] = {
    "heads below each day": Paper(
        f"#day[Monday, 12 May 2031]\n#rows({TWO}, {HEADS}{FIRST})\n#day[Tuesday, 13 May 2031]\n"
        f"#rows({TWO}, {HEADS}{SECOND})",
        list(TWO_DAYS),
    ),
    "heads below each day, ruled": Paper(
        f"#day[Monday, 12 May]\n#ruled({TWO}, {HEADS}{FIRST})\n#day[Tuesday, 13 May]\n#ruled({TWO}, {HEADS}{SECOND})",
        list(TWO_DAYS),
    ),
    "tables of other columns, ruled": Paper(
        f"#day[Monday, 12 May]\n#ruled({TWO}, {HEADS}{FIRST})\n#day[Tuesday, 13 May]\n"
        "#ruled((60pt, 1fr, 60pt), [Time], [Item], [Room], [10 a.m.–1 p.m.],"
        " [Adoption of the report (item 5)], [Hall 2], [3–6 p.m.], [Reception], [Terrace])",
        [*TWO_DAYS, "05-13 15:00-18:00 [] Reception"],
    ),
    "meetings by number": Paper(
        "#ruled((80pt, 60pt, 90pt, 1fr), [Date], [Meeting], [Time], [Programme], [Monday, \\ 12 May], [601st],"
        " [10–11 a.m.], [Opening of the session (item 1)], [], [602nd], [3–6 p.m.], [Tide gauges (item 3)],"
        " [Tuesday, \\ 13 May], [603rd], [10 a.m.–1 p.m.], [Adoption of the report (item 5)])",
        list(TWO_DAYS),
    ),
    "all day over hours": Paper(
        f"#day[Monday, 12 May]\n#rows({TWO}, {FIRST})\n#day[Tuesday, 13 May]\n"
        f"#rows({TWO}, [All day], [Informal consultations], [9–10 p.m.], [Drafting group, if required])",
        [*TWO_DAYS[:2], "05-13 - [] Informal consultations", "05-13 21:00-22:00 [] Drafting group, if required"],
    ),
    "heads of three columns": Paper(
        f"#day[Monday, 12 May]\n#rows({THREE}, [Time], [Agenda item], [Responsible], {THIRD_FIRST})\n"
        f"#day[Tuesday, 13 May]\n#rows({THREE}, {THIRD_SECOND})",
        list(TWO_DAYS),
    ),
    "banner with the number of the day": Paper(
        f"#day[Day 1: Monday 12 May: Opening segment]\n#ruled({TWO}, {FIRST})\n"
        f"#day[Day 2: Tuesday 13 May: General segment]\n#ruled({TWO}, {SECOND})",
        list(TWO_DAYS),
    ),
    "bold banner without a number": Paper(
        f"#day[Monday, 12 May – Opening segment]\n#rows({TWO}, {FIRST})\n"
        f"#day[Tuesday, 13 May – Technical segment]\n#rows({TWO}, {SECOND})",
        list(TWO_DAYS),
    ),
    "third column": Paper(
        f"#day[Monday, 12 May]\n#rows({THREE}, {THIRD_FIRST})\n#day[Tuesday, 13 May]\n#rows({THREE}, {THIRD_SECOND})",
        list(TWO_DAYS),
    ),
    "third column, ruled": Paper(
        f"#day[Monday, 12 May]\n#ruled({THREE}, {THIRD_FIRST})\n#day[Tuesday, 13 May]\n#ruled({THREE}, {THIRD_SECOND})",
        list(TWO_DAYS),
    ),
    "column of rooms": Paper(
        f"#day[Monday, 12 May]\n#ruled({THREE}, [Time], [Programme], [Room], {THIRD_FIRST})\n#day[Tuesday, 13 May]\n"
        f"#ruled({THREE}, [Time], [Programme], [Room], {THIRD_SECOND})",
        list(TWO_DAYS),
    ),
    "Spanish": Paper(
        "#day[lunes 12 de mayo]\n#rows((130pt, 1fr), [Hora], [Tema], [10.00 a 13.00 horas], [Apertura (tema 1)], "
        "[15.00 a 18.00 horas], [Cartas (tema 4)])",
        ["05-12 10:00-13:00 [1] Apertura", "05-12 15:00-18:00 [4] Cartas"],
    ),
    "name of the event on each page": Paper(
        "#pagebreak()\n"
        f"#rows((1fr, 130pt), [Day 1 – Monday, 12 May 2031], [Charts Week])\n#rows({TWO}, {FIRST})\n#pagebreak()\n"
        f"#rows((1fr, 130pt), [Day 2 – Tuesday, 13 May 2031], [Charts Week])\n#rows({TWO}, {SECOND})",
        list(TWO_DAYS),
        heading="",
    ),
    "a bold briefing between the slots": Paper(
        "#day[Monday, 12 May]\n#ruled((110pt, 1fr, 1fr), [Time], [Plenary], [Working Group I], "
        "[10 a.m.–1 p.m.], [Item 1. Opening of the session], [Item 3. Tide gauges], "
        "[1.15–2.30 p.m.], [–], [*Briefing by the auditors*], [3–6 p.m.], [Item 5. Report], [–])",
        [
            "05-12 10:00-13:00 [1] Opening of the session",
            "05-12 10:00-13:00 [3] Tide gauges",
            "05-12 13:15-14:30 [] Briefing by the auditors",
            "05-12 15:00-18:00 [5] Report",
        ],
    ),
    "French hours": Paper(
        "#day[lundi 12 mai]\n#rows((110pt, 40pt, 1fr), [Heure], [Point], [Titre], [10 heures-midi], [1], [Ouverture], "
        "[15 h-16 h 30], [3], [Marées])",
        ["05-12 10:00-12:00 [1] Ouverture", "05-12 15:00-16:30 [3] Marées"],
    ),
    "the day at the head of each page": Paper(
        f"#pagebreak()\n#set page(header: align(right)[Monday, 12 May])\n#rows({TWO}, {FIRST})\n#pagebreak()\n"
        f"#set page(header: align(right)[Tuesday, 13 May])\n#rows({TWO}, {SECOND})",
        list(TWO_DAYS),
        heading="",
    ),
    "the day at the foot of each page": Paper(
        f"#pagebreak()\n#rows({TWO}, {FIRST})\n#v(1fr)\n#align(center)[Monday, 12 May]\n#pagebreak()\n"
        f"#rows({TWO}, {SECOND})\n#v(1fr)\n#align(center)[Tuesday, 13 May]",
        list(TWO_DAYS),
        heading="",
    ),
    "the day and the number at the foot of each page": Paper(
        f"#pagebreak()\n#rows({TWO}, {FIRST})\n#v(1fr)\nMonday, 12 May 2031 #h(1fr) 2\n#pagebreak()\n"
        f"#rows({TWO}, {SECOND})\n#v(1fr)\nTuesday, 13 May 2031 #h(1fr) 3",
        list(TWO_DAYS),
        heading="",
    ),
    "the day in brackets behind its number": Paper(
        f"#day[DAY 1 (Monday, 12 May)]\n#ruled({TWO}, {FIRST})\n#day[DAY 2 (Tuesday, 13 May)]\n#ruled({TWO}, {SECOND})",
        list(TWO_DAYS),
    ),
    "the day before the heads of the columns": Paper(
        "#ruled((110pt, 50pt, 1fr), [*Monday, 12 May*], [*Item*], [*Subject*], [10–11 a.m.], [1], "
        "[Opening of the session], [3–6 p.m.], [3], [Tide gauges], [*Tuesday, 13 May*], [], [], "
        "[10 a.m.–1 p.m.], [5], [Adoption of the report])",
        list(TWO_DAYS),
    ),
    "names of sittings over their items": Paper(
        "#day[Monday, 12 May]\n#day[Morning meeting, 10–11 a.m.]\n"
        "#rows((60pt, 1fr), [Item 1], [Opening of the session])\n"
        "#day[Afternoon meeting, 3–6 p.m.]\n#rows((60pt, 1fr), [Item 3], [Tide gauges])\n"
        "#day[Tuesday, 13 May]\n#day[Morning meeting, 10 a.m.–1 p.m.]\n"
        "#rows((60pt, 1fr), [Item 5], [Adoption of the report])",
        list(TWO_DAYS),
    ),
    "speakers below the titles": Paper(
        f"#day[Monday, 12 May]\n#rows({TWO}, [10–11 a.m.], [*Opening of the session (item 1)* \\ Ms. Ana Bell, Chair], "
        "[3–6 p.m.], [*Tide gauges (item 3)* \\ Moderator: Mr. Per Holm, Sea Museum])\n#day[Tuesday, 13 May]\n"
        f"#rows({TWO}, [10 a.m.–1 p.m.], [*Adoption of the report (item 5)* \\ Chair: Ms. Ana Bell])",
        list(TWO_DAYS),
    ),
    "speakers beside the titles": Paper(
        f"#day[Monday, 12 May]\n#ruled({THREE}, [10–11 a.m.], [Opening of the session (item 1)], "
        "[Ms. Ana Bell, Chair \\ Mr. Ivo Reed, Secretary], [3–6 p.m.], [Tide gauges (item 3)], [Mr. Per Holm])\n"
        f"#day[Tuesday, 13 May]\n#ruled({THREE}, [10 a.m.–1 p.m.], [Adoption of the report (item 5)], [Ms. Ana Bell])",
        list(TWO_DAYS),
    ),
    "numbers of talks before their titles": Paper(
        "#day[Monday, 12 May]\n#rows((110pt, 1fr), [10–11 a.m.], [Opening of the session (item 1)], [11 a.m.–1 p.m.], "
        "[Session 2: Gauges], [], [2-1 Old gauges], [], [2-2 New gauges])",
        [
            "05-12 10:00-11:00 [1] Opening of the session",
            "05-12 11:00-13:00 [] Session 2: Gauges",
            "05-12 11:00-13:00 [] Old gauges",
            "05-12 11:00-13:00 [] New gauges",
        ],
    ),
    "days in digits": Paper(
        f"#day[2031-05-12]\n#rows({TWO}, {FIRST})\n#day[2031-05-13]\n#rows({TWO}, {SECOND})", list(TWO_DAYS)
    ),
    "parallel meetings": Paper(
        "#day[Monday, 12 May]\n#ruled((100pt, 1fr, 1fr), [Time], [Plenary], [Committee of the Whole], "
        "[10 a.m.–1 p.m.], [Opening of the session (item 1)], [], [3–6 p.m.], [Tide gauges (item 3)], "
        "[Weather charts (item 4)])",
        [
            "05-12 10:00-13:00 [1] Opening of the session",
            "05-12 15:00-18:00 [3] Tide gauges",
            "05-12 15:00-18:00 [4] Weather charts",
        ],
    ),
    "numbers of talks": Paper(
        "#day[Monday, 12 May]\n#ruled((110pt, 40pt, 1fr), [10–11 a.m.], [], [Opening of the session (item 1)], "
        "[11 a.m.–1 p.m.], [], [Session 2: Gauges], [], [2-1], [Old gauges], [], [2-2], [New gauges], "
        "[3–6 p.m.], [], [Adoption of the report (item 5)])",
        [
            "05-12 10:00-11:00 [1] Opening of the session",
            "05-12 11:00-13:00 [] Session 2: Gauges",
            "05-12 11:00-13:00 [] Old gauges",
            "05-12 11:00-13:00 [] New gauges",
            "05-12 15:00-18:00 [5] Adoption of the report",
        ],
    ),
    "ranges of items": Paper(
        "#day[Monday, 12 May]\n#ruled((110pt, 40pt, 1fr), [10–11 a.m.], [1-2], [Organization], "
        "[11 a.m.–1 p.m.], [3-4], [Gauges and charts], [3–6 p.m.], [5], [Adoption of the report])",
        [
            "05-12 10:00-11:00 [1 2] Organization",
            "05-12 11:00-13:00 [3 4] Gauges and charts",
            "05-12 15:00-18:00 [5] Adoption of the report",
        ],
    ),
}


def turned(angle: int, *, ruled: bool) -> Paper:
    """A timetable whose dates stand upright in cells beside the rows of their days."""
    first, second = (f"rotate({angle}deg, reflow: true)[{day}]" for day in ("Monday, 12 May", "Tuesday, 13 May"))
    rows = (
        "[10 a.m.–1 p.m.], [1], [Opening of the session], [3–4 p.m.], [3], [Tide gauges], [4–6 p.m.], [4], [Charts]",
        "[10 a.m.–1 p.m.], [4], [Weather charts], [3–4 p.m.], [], [Visit], [4–6 p.m.], [5], [Adoption of the report]",
    )
    grid = "#let rows(cols, ..cells) = grid(columns: cols, column-gutter: 14pt, row-gutter: 12pt, ..cells)"
    call, cell = ("#ruled", "table.cell") if ruled else (f"{grid}\n#rows", "grid.cell")
    return Paper(
        f"{call}((24pt, 96pt, 40pt, 1fr), [], [Time], [Item], [Programme], "
        f"{cell}(rowspan: 3, {first}), {rows[0]}, {cell}(rowspan: 3, {second}), {rows[1]})",
        [
            "05-12 10:00-13:00 [1] Opening of the session",
            "05-12 15:00-16:00 [3] Tide gauges",
            "05-12 16:00-18:00 [4] Charts",
            "05-13 10:00-13:00 [4] Weather charts",
            "05-13 15:00-16:00 [] Visit",
            "05-13 16:00-18:00 [5] Adoption of the report",
        ],
    )


def centred(call: str) -> Paper:
    """A timetable whose hours stand in the middle of entries of one and of three lines."""
    long = "Calibration of tide gauges along \\ coasts that no chart has shown \\ (items 3 and 4)"
    return Paper(
        f"#day[Monday, 12 May]\n#set grid(align: horizon)\n#set table(align: horizon)\n{call}((96pt, 1fr), "
        f"[10–11 a.m.], [Opening of the session (item 1)], [11 a.m.–1 p.m.], [{long}], "
        "[3–6 p.m.], [Adoption of the report (item 5)])",
        [
            "05-12 10:00-11:00 [1] Opening of the session",
            "05-12 11:00-13:00 [3 4] Calibration of tide gauges along coasts that no chart has shown",
            "05-12 15:00-18:00 [5] Adoption of the report",
        ],
    )


#: Dates that are rotated, hours in the middle of their rows.
UPRIGHT: dict[str, Paper] = {
    "upwards, ruled": turned(-90, ruled=True),
    "downwards, ruled": turned(90, ruled=True),
    "upwards": turned(-90, ruled=False),
    "centred hours": centred("#rows"),
    "centred hours, ruled": centred("#ruled"),
    "centred days and hours over several rows": Paper(
        "#set grid(align: horizon)\n#rows((86pt, 96pt, 1fr), [Date], [Time], [Title], "
        "grid.cell(rowspan: 3)[Monday, 12 May], [10–11 a.m.], [Opening of the session (item 1)], "
        "[11 a.m.–1 p.m.], [Adoption of the agenda (item 2)], [3–6 p.m.], [Calibration of tide gauges (item 3)], "
        "grid.cell(rowspan: 2)[Tuesday, 13 May], [10 a.m.–1 p.m.], [Exchange of weather charts (item 4)], "
        "[3–6 p.m.], [Adoption of the report (item 5)])",
        [
            "05-12 10:00-11:00 [1] Opening of the session",
            "05-12 11:00-13:00 [2] Adoption of the agenda",
            "05-12 15:00-18:00 [3] Calibration of tide gauges",
            "05-13 10:00-13:00 [4] Exchange of weather charts",
            "05-13 15:00-18:00 [5] Adoption of the report",
        ],
    ),
}


#: Columns of other things than entries, cells over several columns.
BESIDE: dict[str, Paper] = {
    "half days over the entries of days": Paper(
        "#ruled((80pt, 190pt, 190pt), [Date], [Morning (9.30 a.m.–12.30 p.m.)], [Afternoon (2.30–5.30 p.m.)], "
        "[Mon. 12 May], [1. Opening of the session \\ 2. Adoption of the agenda], [3. Calibration of tide gauges], "
        "[Tue. 13 May], table.cell(colspan: 2, align: center)[Visit to the observatory], "
        "[Wed. 14 May], [4. Exchange of weather charts], [5. Adoption of the report])",
        [
            "05-12 09:30-12:30 [1] Opening of the session",
            "05-12 09:30-12:30 [2] Adoption of the agenda",
            "05-12 14:30-17:30 [3] Calibration of tide gauges",
            "05-13 09:30-17:30 [] Visit to the observatory",
            "05-14 09:30-12:30 [4] Exchange of weather charts",
            "05-14 14:30-17:30 [5] Adoption of the report",
        ],
    ),
    "durations": Paper(
        "#day[Monday, 12 May]\n#ruled((80pt, 60pt, 1fr), [Time], [Duration], [Agenda item], "
        "[9:00–9:15], [15 min], [1. Opening of the session], [9:15–9:30], [15 min], [2. Adoption of the agenda], "
        "[9:30–11:00], [90 min], [3. Calibration of tide gauges])",
        [
            "05-12 09:00-09:15 [1] Opening of the session",
            "05-12 09:15-09:30 [2] Adoption of the agenda",
            "05-12 09:30-11:00 [3] Calibration of tide gauges",
        ],
    ),
    "a time and its entry in one cell": Paper(
        "#ruled((80pt, 96pt, 1fr), [Day], [Time], [Subject], "
        "table.cell(rowspan: 3)[Monday \\ 12 May], [10 a.m.–1 p.m.], [Opening of the session (item 1)], "
        "table.cell(colspan: 2, align: center)[*1.30–2.30 p.m.: Briefing on tide gauges*], "
        "[3–6 p.m.], [Exchange of weather charts (item 4)])",
        [
            "05-12 10:00-13:00 [1] Opening of the session",
            "05-12 13:30-14:30 [] Briefing on tide gauges",
            "05-12 15:00-18:00 [4] Exchange of weather charts",
        ],
    ),
    "halls": Paper(
        "#ruled((60pt, 1fr, 1fr), [*Hour*], [*Hall A*], [*Hall B*], table.cell(colspan: 3)[*Monday, 12 May*], "
        "[09:00], table.cell(colspan: 2)[Item 1: Opening of the session], "
        "[11:00], [*Item 3:* Tide gauges], [*Item 4:* Weather charts], "
        "[15:00], table.cell(colspan: 2)[Item 5: Adoption of the report])",
        [
            "05-12 09:00- [1] Opening of the session",
            "05-12 11:00- [3] Tide gauges",
            "05-12 11:00- [4] Weather charts",
            "05-12 15:00- [5] Adoption of the report",
        ],
    ),
    "parts of items": Paper(
        "#day[Monday, 12 May]\n#ruled((96pt, 1fr, 90pt), [Time], [Agenda item], [Presenter], "
        "[10 a.m.–1 p.m.], [3. Calibration of tide gauges \\ 3.1 Ports \\ 3.2 River mouths], [Kenya], "
        "[3–6 p.m.], [4. Exchange of weather charts], [Secretariat])\n\nContact: gauges\\@charts.example",
        [
            "05-12 10:00-13:00 [3] Calibration of tide gauges",
            "05-12 10:00-13:00 [3.1] Ports",
            "05-12 10:00-13:00 [3.2] River mouths",
            "05-12 15:00-18:00 [4] Exchange of weather charts",
        ],
    ),
}
