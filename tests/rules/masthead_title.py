"""Where the title begins and how far it goes: the smallest first page that needs the rule."""

from __future__ import annotations

import datetime as dt

from extractor.layout.lines.model import Line
from extractor.structure.masthead.model import Masthead
from extractor.structure.masthead.read import read_masthead
from tests.rules.case import Case
from tests.structure.masthead.pages import block, line, new_york, sheet

SESSION = line(215, (60, "Ninth session"))
ITEM = line(227, (60, "Item 2 of the provisional agenda"))


def read(*lines: Line) -> Masthead:
    return read_masthead([new_york(*lines)], "en")


def title(*lines: Line) -> str | None:
    return read(*lines).title


def unboxed(*lines: Line) -> Masthead:
    """The masthead of a paper without a box."""
    return read_masthead([sheet(lines)], "en")


CASES = {
    "title.note_above": Case(
        lambda: title(
            line(215, (60, "Lisbon, 2–6 June 2031")),
            line(245, (60, "Report by the Secretary-General", 10, True)),
            line(270, (60, "Draft agenda of the session", 12, True)),
        ),
        "Draft agenda of the session",
    ),
    "title.sponsors_above": Case(
        lambda: title(
            SESSION,
            line(245, (124, "Chad and Peru: draft resolution", 10, True)),
            line(270, (124, "Bells of the coast", 12, True)),
        ),
        "Bells of the coast",
    ),
    "title.hours_above": Case(
        lambda: title(
            line(215, (60, "Lisbon, 2–6 June 2031")),
            line(227, (60, "starting at 10.00 hours on Monday, 2 June")),
            line(255, (60, "Draft agenda")),
        ),
        "Draft agenda",
    ),
    "masthead.title_on_top": Case(
        lambda: (
            (
                found := unboxed(
                    line(40, (200, "Concept note and agenda", 14, True)),
                    line(60, (180, "Seminar on harbour lights", 12, True)),
                    line(80, (200, "Date: 3 June 2031")),
                    line(92, (180, "Venue: Lisbon, Portugal")),
                    line(
                        130,
                        (60, "The lights of the harbours are old, and few of them are looked after as they should."),
                    ),
                )
            ).title,
            found.body,
            [section.lines for section in found.sections],
        ),
        ("Concept note and agenda", "Seminar on harbour lights", [("Date: 3 June 2031", "Venue: Lisbon, Portugal")]),
    ),
    "title.alone": Case(
        lambda: title(
            line(215, (60, "Lisbon, 2–6 June 2031")),
            line(245, (60, "Harbours and lights", 12, True)),
            line(259, (60, "Agenda", 12, True)),
        ),
        "Agenda",
    ),
    "title.adopted": Case(
        lambda: title(
            SESSION,
            line(227, (60, "Agenda item 18 (b)")),
            line(239, (60, "Lights of the coast: follow-up to the Lisbon Pathway")),
            line(256, (124, "Resolution adopted by the General Assembly on 18 December 2031", 10, True)),
            line(276, (124, "[on the report of the Sixth Committee]")),
            line(296, (92, "86/128. Lights of the coast and of the harbours", 10, True)),
            line(316, (124, "The General Assembly,")),
        ),
        "Lights of the coast and of the harbours",
    ),
    "title.ends_flush": Case(
        lambda: title(
            SESSION,
            line(227, (464, "Agenda item 1")),
            line(239, (419.5, "Adoption of the agenda")),
            line(275, (230, "Provisional agenda", 14, True)),
        ),
        "Provisional agenda",
    ),
    "title.beside_number": Case(
        lambda: title(
            SESSION,
            line(250, (124, "Resolution adopted by the General Assembly", 12, True)),
            line(264, (124, "on 18 December 2031", 12, True)),
            line(282, (124, "[on the report of the Sixth Committee]")),
            line(304, (60, "86/128.", 12, True), (124, "Lights of the coast and", 12, True)),
            line(318, (124, "of the harbours", 12, True)),
            line(340, (124, "The General Assembly,")),
        ),
        "Lights of the coast and of the harbours",
    ),
    "title.heading_alone": Case(
        lambda: title(SESSION, line(227, (60, "AGENDA")), line(245, (60, "2–6 June 2031"))), "AGENDA"
    ),
    "title.over_day": Case(
        lambda: title(
            SESSION,
            line(245, (60, "Detailed programme of events")),
            line(270, (60, "Monday, 2 June 2031")),
            line(290, (60, "Quiet hours of the lamps")),
        ),
        "Detailed programme of events",
    ),
    "title.programme": Case(
        lambda: (
            unboxed(
                line(60, (60, "Expert group on the lamps of harbours", 14, True)),
                line(85, (60, "Lisbon, 2–6 June 2031")),
                line(110, (60, "PROVISIONAL PROGRAMME", 10, True)),
            ).title
        ),
        "PROVISIONAL PROGRAMME",
    ),
    "title.below_number": Case(
        lambda: (
            unboxed(
                line(60, (240, "Decision 12/CP.3", 12, True)),
                line(80, (124, "Lights of the coast and of the harbours", 12, True)),
                line(110, (124, "The Conference of the Parties,")),
            ).title
        ),
        "Lights of the coast and of the harbours",
    ),
    "masthead.body_that_decides": Case(
        lambda: (
            unboxed(
                line(60, (240, "Decision 12/CP.3", 12, True)),
                line(80, (124, "Lights of the coast and of the harbours", 12, True)),
                line(110, (124, "The Conference of the Parties,")),
            ).body
        ),
        "Conference of the Parties",
    ),
    "title.with_annotations": Case(
        lambda: title(
            SESSION,
            line(260, (124, "PROVISIONAL AGENDA", 12, True)),
            line(277, (124, "with annotations", 10)),
        ),
        "PROVISIONAL AGENDA with annotations",
    ),
    "title.report": Case(
        lambda: title(
            line(200, (60, "Commission on Lights")),
            line(212, (60, "Report on the ninth session")),
            line(224, (60, "(2–6 June 2031)")),
        ),
        "Report on the ninth session",
    ),
    "title.without_words": Case(
        lambda: (
            unboxed(
                line(60, (60, "Harbour Forum")), line(80, (60, "2–6 June 2031")), line(100, (60, "The Lamps"))
            ).title
        ),
        None,
    ),
    "masthead.date_as_of": Case(
        lambda: unboxed(line(60, (60, "As of 14 February 2031")), line(80, (60, "Lisbon, 2–6 June 2031"))).date,
        dt.date(2031, 2, 14),
    ),
    "title.first": Case(
        lambda: title(line(215, (60, "Annotations to the agenda", 14, True)), line(240, (60, "Ninth session"))),
        "Annotations to the agenda",
    ),
    "title.named": Case(
        lambda: title(SESSION, line(245, (124, "Annotations for the keepers")), line(264, (124, "2–6 June 2031"))),
        "Annotations for the keepers",
    ),
    "title.large": Case(
        lambda: title(SESSION, line(230, (124, "Lights of the coast", 14, True)), line(255, (124, "2–6 June 2031"))),
        "Lights of the coast",
    ),
    "title.apart": Case(
        lambda: title(
            line(215, (60, "Ninth session", 12)),
            line(260, (124, "LIGHTS OF THE COAST", 12)),
            line(290, (124, "2–6 June 2031", 12)),
        ),
        "LIGHTS OF THE COAST",
    ),
    "title.after_block": Case(lambda: title(SESSION, line(230, (60, "Lights of the coast"))), "Lights of the coast"),
    "title.set_off": Case(
        lambda: title(
            SESSION, ITEM, line(239, (60, "Adoption of the agenda")), line(270, (124, "Lights of the coast", 14))
        ),
        "Lights of the coast",
    ),
    "title.body_below_session": Case(
        lambda: read(SESSION, line(234, (60, "Sixth Committee")), line(270, (60, "Lights of the coast", 14))).body,
        "Sixth Committee",
    ),
    "title.body_close": Case(
        lambda: read(SESSION, line(228, (60, "Sixth Committee", 12)), line(270, (60, "Lights of the coast", 14))).body,
        "Sixth Committee",
    ),
    "title.body_over_title": Case(
        lambda: read(SESSION, line(240, (60, "Sixth Committee", 12)), line(270, (124, "Lights of the coast", 14))).body,
        "Sixth Committee",
    ),
    "title.item_above": Case(
        lambda: title(
            SESSION,
            ITEM,
            line(260, (124, "ADOPTION OF THE AGENDA")),
            line(284, (124, "Annotated provisional agenda")),
        ),
        "Annotated provisional agenda",
    ),
    "title.timetable_day": Case(
        lambda: (
            read(
                *block("Ninth session", "Vienna, 7–11 July 2031"),
                line(270, (124, "Provisional timetable", 14, True)),
                line(295, (124, "Monday, 7 July 2031", 10, True)),
            ).subtitle
        ),
        (),
    ),
    "title.line_below_goes_on": Case(
        lambda: (
            read(
                line(215, (124, "Provisional agenda for the keepers", 14, True)),
                line(240, (124, "To be held in private on Wednesday, 5 March 2031,")),
                line(252, (124, "at the House of Harbours")),
            ).subtitle
        ),
        ("To be held in private on Wednesday, 5 March 2031, at the House of Harbours",),
    ),
    "title.centred": Case(
        lambda: title(
            SESSION,
            line(260, (124, "Provisional agenda and annotations", 14)),
            line(277, (184, "For keepers only", 14)),
        ),
        "Provisional agenda and annotations For keepers only",
    ),
    "title.lower_case": Case(
        lambda: title(
            SESSION,
            line(260, (124, "Annotated list of items, provisional", 14)),
            line(277, (124, "agenda of the board", 14)),
        ),
        "Annotated list of items, provisional agenda of the board",
    ),
    "title.open_end": Case(
        lambda: title(
            SESSION, line(260, (124, "Annotated list of items of the", 14)), line(277, (150, "Provisional agenda", 14))
        ),
        "Annotated list of items of the Provisional agenda",
    ),
    "title.list_heading": Case(
        lambda: title(
            SESSION,
            line(260, (124, "Provisional agenda and annotations", 14)),
            line(277, (124, "Provisional agenda", 14)),
        ),
        "Provisional agenda and annotations",
    ),
}
