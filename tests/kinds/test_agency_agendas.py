"""Kinds of agendas without a UN masthead: agencies, working groups, workshops, minutes; two unlike papers each."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.kinds.sheet import read, tree

LIST = "#e[1.][Opening] #e[2.][Tar and rope] #e[3.][Close]"
ITEMS = [(0, "1", "Opening"), (0, "2", "Tar and rope"), (0, "3", "Close")]
HOURS = (
    "#table(columns: (90pt, 1fr), [09:00 – 09:30], [Registration], [09:30 – 10:00], [Opening session], "
    "[10:00 – 12:00], [Panel on tar])"
)
ROWS = [("09:00", "Registration"), ("09:30", "Opening session"), ("10:00", "Panel on tar")]


def centred(*lines: str) -> str:
    """Lines in the middle of the page, one below the other."""
    return "\n\n".join(f"#align(center)[{line}]" for line in lines) + "\n\n"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a paper says of itself and of its meeting."""

    title: str | None
    body: str
    place: str | None
    days: tuple[str, str | None]
    opens_at: str | None = None
    kind: str = "agenda"
    session: int | None = None
    items: list[tuple[int, str | None, str]] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)


#: Papers by kind, each kind by two.
PAPERS: dict[str, tuple[str, Expected]] = {
    "bars and ways to meet, a list": (
        centred("*Network of Keepers*", "Bonn, Germany, and online | 3–4 June 2031 | all times CEST", "*AGENDA*")
        + LIST,
        Expected("AGENDA", "Network of Keepers", "Bonn", ("2031-06-03", "2031-06-04"), items=ITEMS),
    ),
    "bars and ways to meet, hours": (
        centred("#text(14pt)[*Seminar on Lamps*]", "Hybrid meeting – Lima, Peru | 3 June 2031", "*Draft programme*")
        + HOURS,
        Expected(
            "Draft programme",
            "Seminar on Lamps",
            "Lima",
            ("2031-06-03", "2031-06-03"),
            "2031-06-03T09:30:00-05:00",
            "organization_of_work",
            rows=ROWS,
        ),
    ),
    "labels, a list": (
        "#text(14pt)[*Initiative for Clean Shores*]\n\n*12th Steering Committee Meeting*\n\nDate: 17 April 2032\n\n"
        f"Time: 13:00 – 17:00 (GMT+3)\n\nVenue: Kisumu, Kenya / MS Teams\n\n*Agenda*\n\n{LIST}",
        Expected(
            "Agenda",
            "Steering Committee",
            "Kisumu",
            ("2032-04-17", "2032-04-17"),
            "2032-04-17T13:00:00+03:00",
            session=12,
            items=ITEMS,
        ),
    ),
    "labels, in French": (
        "*Groupe de travail des phares*\n\nDate : 17 avril 2032\n\nHeure : 13 h 00 – 17 h 00\n\n"
        "Lieu : Dakar (Sénégal)\n\n*Ordre du jour*\n\n"
        "#e[1.][Ouverture de la réunion] #e[2.][Goudron et cordes] #e[3.][Clôture de la réunion]",
        Expected(
            "Ordre du jour",
            "Groupe de travail des phares",
            "Dakar",
            ("2032-04-17", "2032-04-17"),
            "2032-04-17T13:00:00+00:00",
            items=[
                (0, "1", "Ouverture de la réunion"),
                (0, "2", "Goudron et cordes"),
                (0, "3", "Clôture de la réunion"),
            ],
        ),
    ),
    "hours behind the items": (
        "*Task Team on Lamps*\n\nOnline meeting, 6 October 2031\n\n*Agenda*\n\n"
        "#e[1.][Opening (09:00–09:30)] #e[2.][Tar and rope (09:30–10:00)] #e[3.][Close (10:00–10:05)]",
        Expected(
            "Agenda",
            "Task Team on Lamps",
            None,
            ("2031-10-06", "2031-10-06"),
            "2031-10-06T09:00:00",
            items=ITEMS,
            rows=[("09:00", "Opening"), ("09:30", "Tar and rope"), ("10:00", "Close")],
        ),
    ),
    "hours behind the items, in square brackets": (
        centred("*Expert Group on Buoys*", "Oslo, 6 October 2031", "*Provisional agenda*")
        + "#e[1.][Opening [9.30–10.00]] #e[2.][Tar and rope [10.00–11.15]] #e[3.][Close]",
        Expected(
            "Provisional agenda",
            "Expert Group on Buoys",
            "Oslo",
            ("2031-10-06", "2031-10-06"),
            "2031-10-06T09:30:00+02:00",
            items=ITEMS,
            rows=[("09:30", "Opening"), ("10:00", "Tar and rope")],
        ),
    ),
    "hours of the beginnings, by the day": (
        "#text(14pt)[*Consultation on Lamps*]\n\n*London, 26 and 27 April 2032*\n\n*Tentative agenda*\n\n"
        "*Monday, 26 April*\n\n10:00 Opening by the keeper\n\n11:30 Coffee\n\n11:45 Tar\n\n"
        "*Tuesday, 27 April*\n\n09:30 Rope\n\n11:00 Coffee\n\n11:15 Conclusions",
        Expected(
            "Tentative agenda",
            "Consultation on Lamps",
            "London",
            ("2032-04-26", "2032-04-27"),
            "2032-04-26T10:00:00+01:00",
            rows=[
                ("10:00", "Opening by the keeper"),
                ("11:30", "Coffee"),
                ("11:45", "Tar"),
                ("09:30", "Rope"),
                ("11:00", "Coffee"),
                ("11:15", "Conclusions"),
            ],
        ),
    ),
    "hours of the beginnings, in a table": (
        centred("#text(14pt)[*Webinar on Buoys*]", "Wednesday, 12 May 2032 | Zoom", "*Programme*")
        + "#table(columns: (60pt, 1fr), stroke: none, [14:00], [Welcome], [14:10], [Rope from old nets], "
        "[14:50], [Tar without smoke], [15:30], [Closing])",
        Expected(
            "Programme",
            "Webinar on Buoys",
            None,
            ("2032-05-12", "2032-05-12"),
            kind="organization_of_work",
            rows=[
                ("14:00", "Welcome"),
                ("14:10", "Rope from old nets"),
                ("14:50", "Tar without smoke"),
                ("15:30", "Closing"),
            ],
        ),
    ),
    "a decision of a conference of parties": (
        "*Decision 12/CP.3*\n\n*Dates and provisional agenda of the fourth session of the Keepers*\n\n"
        "The Conference of the Parties,\n\n1. Decides that the fourth session of the Keepers shall be held in Porto, "
        "Portugal, from 8 to 12 March 2032;\n\n*Provisional agenda of the fourth session of the Keepers*\n\n" + LIST,
        Expected(
            "Dates and provisional agenda of the fourth session of the Keepers",
            "Conference of the Parties",
            "Porto",
            ("2032-03-08", "2032-03-12"),
            session=4,
            items=ITEMS,
        ),
    ),
    "a decision in Spanish": (
        "*Resolución 12(VII)*\n\n*Lugar, fecha y temario provisional de la octava reunión de la Conferencia de Faros*"
        "\n\nLa Conferencia de Faros,\n\n1. Decide celebrar su octava reunión en Montevideo, del 5 al 7 de mayo de "
        "2034;\n\n"
        "2. Aprueba el siguiente temario provisional:\n\n"
        "#e[1.][Apertura de la reunión.] #e[2.][Cuerdas y alquitrán.] #e[3.][Clausura.]",
        Expected(
            "Lugar, fecha y temario provisional de la octava reunión de la Conferencia de Faros",
            "Conferencia de Faros",
            "Montevideo",
            ("2034-05-05", "2034-05-07"),
            session=8,
            items=[(0, "1", "Apertura de la reunión"), (0, "2", "Cuerdas y alquitrán"), (0, "3", "Clausura")],
        ),
    ),
    "minutes": (
        "#text(14pt)[*Minutes of the seventh meeting of the Board of Keepers*]\n\n"
        f"Oslo, 6 October 2031, 10 a.m. to noon\n\nChair: Ms. Ada Berg\n\n*Agenda*\n\n"
        f"{LIST}\n\n*1. Opening*\n\nThe Chair welcomed the keepers.",
        Expected(
            "Minutes of the seventh meeting of the Board of Keepers",
            "Board of Keepers",
            "Oslo",
            ("2031-10-06", "2031-10-06"),
            "2031-10-06T10:00:00+02:00",
            "other",
            7,
            ITEMS,
        ),
    ),
    "the report of a meeting": (
        "#text(14pt)[*Report of the fifth meeting of the Task Force on Lamps*]\n\nOslo, 6 and 7 October 2031\n\n"
        f"*1. Introduction*\n\nThe meeting was attended by nine keepers. The following agenda was "
        f"adopted:\n\n{LIST}\n\n*2. Tar and rope*\n\nThe secretariat showed its barrels to all who had come.",
        Expected(
            "Report of the fifth meeting of the Task Force on Lamps",
            "Task Force on Lamps",
            "Oslo",
            ("2031-10-06", "2031-10-07"),
            kind="other",
            session=5,
            items=ITEMS,
        ),
    ),
}


def test_the_agenda_that_a_report_of_the_organization_adopted_is_none_of_its_items() -> None:
    words = "The Committee adopted the following agenda on the basis of the provisional one (A/AC.97/2032/1):"
    agenda = read(f"#head[Report of the Committee on Lighthouses on its fourth session]\n\n2. {words}\n\n{LIST}")
    assert agenda.items == []


@pytest.mark.parametrize("name", PAPERS)
def test_an_agenda_without_a_masthead(name: str) -> None:
    body, expected = PAPERS[name]
    agenda = read(body, masthead="")
    meeting = agenda.meetings[0]
    period = meeting.periods[0]
    found = Expected(
        agenda.document.title,
        agenda.document.body or "",
        meeting.place,
        (str(period.start), str(period.end) if period.end else None),
        meeting.opens_at.isoformat() if meeting.opens_at else None,
        agenda.document.kind,
        meeting.session.number if meeting.session else None,
        tree(agenda.items),
        [(f"{row.start:%H:%M}" if row.start else "", row.title or "") for row in agenda.schedule],
    )
    assert found == expected
