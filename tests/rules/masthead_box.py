"""The box and what stands beside it: the smallest first page that needs the rule."""

from __future__ import annotations

import datetime as dt
from operator import attrgetter

from extractor.layout.furniture import Sheet
from extractor.layout.lines.model import Line
from extractor.structure.masthead.model import Masthead
from extractor.structure.masthead.read import read_masthead
from extractor.structure.masthead.symbols import symbols_in, vote
from tests.rules.case import Case
from tests.structure.masthead.pages import LIST, line, new_york, sheet


def read(*lines: Line, rule: float | None = None) -> Masthead:
    return read_masthead([sheet(lines, rule=rule)], "en")


def below_box(*lines: Line) -> Masthead:
    return read_masthead([new_york(*lines)], "en")


def box(*left: Line, organ: str = "Harbour Board") -> list[Line]:
    """A box at the right, closed by nothing, beside an organ."""
    return [
        line(43, (470, "A/AC.999/2031/1")),
        line(73, (60, organ, 16, True), (397, "Distr.: General")),
        line(91, (397, "3 March 2031")),
        line(115, (397, "Original: English")),
        *left,
    ]


def two_organs() -> Sheet:
    return new_york(
        line(215, (60, "General Assembly", 10, True), (300, "Security Council", 10, True)),
        line(227, (60, "Eighty-sixth session", 10, True), (300, "Ninth session", 10, True)),
        line(260, (124, "Harbours in distress on the northern and the southern coast", 14, True)),
    )


LETTER = [
    sheet(
        [
            line(40, (60, "Harbour Institute")),
            line(60, (400, "Geneva, 11 January 2031")),
            line(90, (60, "Dear Sir or Madam,")),
        ]
    ),
    sheet(
        [
            line(40, (60, "Workshop on Lamps")),
            line(60, (60, "Lisbon, 2–6 June 2031")),
            line(90, (124, "Draft agenda", 14, True)),
        ]
    ),
]


CASES = {
    "masthead.level_month": Case(
        lambda: (
            read(
                line(50, (60, "October 2031"), (440, "CL 199/1", 11, True)),
                line(150, (260, "COUNCIL", 14, True)),
                line(168, (200, "Hundred and Ninety-ninth Session", 12, True)),
            ).place_lines
        ),
        (),
    ),
    "masthead.job_in_box": Case(
        lambda: read(*box(line(127, (397, "31-00417")))).job_number,
        "31-00417",
    ),
    "masthead.symbol_behind_organ": Case(
        lambda: read(*box(organ="Board of Lights BLB.7/1/Add.1")).organ, "Board of Lights"
    ),
    "masthead.cover": Case(
        lambda: read_masthead([sheet([line(100, (60, "Library of the Port"))]), new_york(LIST)], "en").distribution,
        "general",
    ),
    "masthead.cover_letter": Case(
        lambda: attrgetter("organ", "body", "title", "date", "place_lines")(read_masthead(LETTER, "en")),
        ("Harbour Institute", "Workshop on Lamps", "Draft agenda", dt.date(2031, 1, 11), ("Lisbon, 2–6 June 2031",)),
    ),
    "masthead.breadcrumb": Case(
        lambda: (
            read(
                line(40, (60, "Home › Events › Lamps 2031")),
                line(60, (60, "Harbour Forum")),
                line(80, (60, "Lisbon, 2–6 June 2031")),
            ).organ
        ),
        "Harbour Forum",
    ),
    "masthead.middle_column": Case(
        lambda: (
            read(
                line(40, (60, "Harbour Board"), (220, "Committee on Lights"), (400, "A/AC.999/2031/1")),
                line(52, (220, "Ninth session"), (400, "Distr.: General")),
                line(64, (220, "Lisbon, 2–6 June 2031"), (400, "3 March 2031")),
            ).bodies
        ),
        ("Harbour Board", "Committee on Lights"),
    ),
    "masthead.timetable_below": Case(
        lambda: [
            row.text
            for row in read(
                line(40, (60, "Harbour Forum")),
                line(60, (60, "Lisbon, 2–6 June 2031")),
                line(80, (60, "Quiet hours of the lamps")),
                line(100, (60, "Monday, 2 June 2031")),
                line(112, (60, "08:30–09:00"), (160, "Registration")),
                line(124, (60, "Tuesday, 3 June 2031")),
            ).rows
        ],
        ["Harbour Forum", "Lisbon, 2–6 June 2031", "Quiet hours of the lamps"],
    ),
    "masthead.days_below": Case(
        lambda: [
            row.text
            for row in read(
                line(40, (60, "Harbour Forum")),
                line(60, (60, "Lisbon, 2–6 June 2031")),
                line(80, (60, "Programme of work")),
                line(100, (160, "Monday"), (260, "Tuesday")),
                line(112, (160, "2 June"), (260, "3 June")),
            ).rows
        ],
        ["Harbour Forum", "Lisbon, 2–6 June 2031", "Programme of work"],
    ),
    "masthead.split_symbol": Case(
        lambda: read(line(39, (440, "A", 14)), line(40, (447.5, "/86/62"))).symbols, ("A/86/62",)
    ),
    "masthead.symbol_of_item": Case(
        lambda: read(line(120, (60, "1."), (84, "Opening of the session"), (470, "A/86/62"))).symbols, ()
    ),
    "masthead.joint_symbols": Case(
        lambda: read(line(40, (440, "A/86/62–")), line(52, (440, "S/2031/7"))).symbols, ("A/86/62", "S/2031/7")
    ),
    "masthead.symbol_in_name": Case(lambda: symbols_in("United Nations A/86/62"), ["A/86/62"]),
    "masthead.symbol_from_heads": Case(lambda: vote([], ["A/86/62"]).symbols, ("A/86/62",)),
    "masthead.joint_heads": Case(lambda: vote([], ["A/86/62", "S/2031/7"]).symbols, ("A/86/62", "S/2031/7")),
    "masthead.misread_symbol": Case(lambda: vote(["E/CN.O/2031/1"], ["E/CN.9/2031/1"]).symbols, ("E/CN.9/2031/1",)),
    "masthead.date_beside": Case(
        lambda: read(line(110, (430, "EB199/1", 11, True)), line(126, (400, "30 November 2030"))).date,
        dt.date(2030, 11, 30),
    ),
    "masthead.month_beside": Case(
        lambda: (
            read(
                line(50, (440, "CL 199/1", 11, True)),
                line(66, (430, "October 2031")),
                line(150, (260, "COUNCIL", 14, True)),
                line(168, (200, "Hundred and Ninety-ninth Session", 12, True)),
            ).place_lines
        ),
        (),
    ),
    "masthead.language_line": Case(
        lambda: (
            read(
                line(73, (397, "Distr.: General")),
                line(91, (397, "3 March 2031")),
                line(103, (397, "English")),
                line(115, (397, "Original: Arabic")),
            ).version
        ),
        "en",
    ),
    "masthead.columns_run_together": Case(
        lambda: read(line(73, (60, "Harbour Convention on the Prior Distr.: General"))).distribution, "general"
    ),
    "masthead.low_box": Case(
        lambda: (
            read(
                line(60, (60, "Committee on Harbours", 12, True)),
                line(120, (113, "Provisional agenda", 14, True)),
                line(150, (113, "1."), (142, "Opening of the session.")),
                line(400, (400, "Distr.: General")),
                line(436, (400, "Original: English")),
            ).title
        ),
        "Provisional agenda",
    ),
    "masthead.box_rule": Case(
        lambda: read(*box(), line(150, (60, "Lights Fund", 16, True)), line(190, (60, "Ninth session")), rule=180).body,
        "Harbour Board",
    ),
    "masthead.box_at_right_edge": Case(
        lambda: (
            (
                found := read(
                    line(40, (60, "Harbour Board"), (510, "Distr.")),
                    line(52, (496, "GENERAL")),
                    line(76, (460, "A/AC.999/2031/1")),
                    line(88, (474, "12 March 2031")),
                    line(150, (60, "Ninth session")),
                )
            ).distribution,
            found.date,
            found.bodies,
        ),
        ("general", dt.date(2031, 3, 12), ("Harbour Board",)),
    ),
    "masthead.other_line_of_box": Case(
        lambda: (
            read(
                *box(line(127, (397, "Agenda of the keepers"))), line(150, (124, "Provisional agenda", 14, True))
            ).title
        ),
        "Provisional agenda",
    ),
    "masthead.organization": Case(
        lambda: (
            read(
                line(43, (60, "United Nations", 14), (470, "A/AC.999/2031/1")),
                line(73, (60, "Harbour Board", 10)),
                line(85, (60, "Ninth session")),
            ).bodies
        ),
        ("Harbour Board",),
    ),
    "masthead.organization_goes_on": Case(
        lambda: (
            read(
                line(73, (60, "United Nations", 16, True), (397, "Distr.: General")),
                line(91, (60, "Conference on Lights", 16, True), (397, "3 March 2031")),
            ).organ
        ),
        "United Nations Conference on Lights",
    ),
    "masthead.advance": Case(
        lambda: below_box(line(215, (60, "ADVANCE UNEDITED VERSION")), line(240, (60, "Ninth session"))).bodies,
        ("General Assembly",),
    ),
    "masthead.logo": Case(
        lambda: read(*box(line(160, (60, "TD", 36, True)), line(215, (60, "Ninth session")))).bodies,
        ("Harbour Board",),
    ),
    "masthead.marks_above": Case(
        lambda: (
            below_box(
                line(215, (60, "Ninth session")),
                line(258, (260, "1, 2", 7)),
                line(258, (124, "Provisional agenda", 14, True)),
                LIST,
            ).title
        ),
        "Provisional agenda",
    ),
    "masthead.organ_below_box": Case(
        lambda: (
            read(
                line(73, (397, "Distr.: General")),
                line(91, (397, "3 March 2031")),
                line(104, (60, "Harbour Board", 16, True)),
                line(109, (397, "Original: English")),
                line(122, (60, "for the northern lights", 16, True)),
                line(190, (60, "Ninth session")),
            ).organ
        ),
        "Harbour Board for the northern lights",
    ),
    "masthead.block_beside_box": Case(
        lambda: (
            read(
                line(70, (60, "Harbour Board", 14, True), (400, "Distr.: General")),
                line(86, (60, "Ninety-ninth session", 10, True), (400, "3 March 2031")),
                rule=140,
            ).bodies
        ),
        ("Harbour Board",),
    ),
    "masthead.two_columns": Case(
        lambda: [section.session for section in read_masthead([two_organs()], "en").sections],
        ["Eighty-sixth session", "Ninth session"],
    ),
    "masthead.across_columns": Case(
        lambda: read_masthead([two_organs()], "en").title,
        "Harbours in distress on the northern and the southern coast",
    ),
    "masthead.bare_organ": Case(
        lambda: (
            read(
                line(60, (80, "Authority for Harbours and Docks", 14, True), (420, "A/99/1")),
                line(100, (80, "Assembly", 14, True), (420, "Distr.: General")),
                line(160, (200, "Agenda", 14, True)),
            ).body
        ),
        "Assembly",
    ),
    "masthead.nested_organ": Case(
        lambda: (
            read(
                line(60, (80, "Harbour Agency", 9)),
                line(80, (80, "Executive Board", 20, True), (420, "Distr.: General")),
                line(140, (200, "Agenda", 14, True)),
            ).body
        ),
        "Executive Board",
    ),
}
