"""Kinds of mastheads: columns, lines that wrap, remarks between block and title, papers without any box."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.kinds.sheet import read

LIST = "+ Opening of the session.\n+ Adoption of the agenda.\n+ Lamps of small islands.\n+ Adoption of the report.\n"
BLOCK = r"*Committee on Lighthouses* \ *Fourth session* \ Vienna, 7–11 June 2032"
BOX = r"Distr.: General \ 2 March 2032 \ Original: English"
LINE = "#line(length: 100%)\n"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a masthead says; what is not given is that of the usual one."""

    title: str | None = "Provisional agenda"
    organ: str | None = "General Assembly"
    body: str | None = "Committee on Lighthouses"
    date: str | None = "2032-03-02"
    place: str | None = "Vienna"
    days: tuple[str, str] | None = ("2032-06-07", "2032-06-11")


def boxed(block: str = BLOCK, *, organ: str = "General Assembly", box: str = BOX, width: int = 150) -> str:
    """A masthead with a box, the title and the list below it."""
    return (
        "#grid(columns: (1fr, 1fr), [United Nations], align(right)[*A/AC.97/2032/1*])\n"
        f"{LINE}#grid(columns: (1fr, {width}pt), text(14pt)[*{organ}*], [{box}])\n{LINE}"
        f"{block}\n\n#v(6pt)\n#text(14pt)[*Provisional agenda*]\n{LIST}"
    )


def columns(widths: str, *cells: str, below: str = "", title: str = "") -> str:
    """A masthead whose columns stand side by side."""
    set_in = ", ".join(f"[{cell}]" for cell in cells)
    heading = title or "#align(center)[#text(14pt)[*Provisional agenda*]]"
    return f"#grid(columns: {widths}, column-gutter: 8pt, {set_in})\n{LINE}{below}\n#v(10pt)\n{heading}\n{LIST}"


#: Mastheads, and what they say.
MASTHEADS: dict[str, tuple[str, Expected]] = {
    "body and session in the middle": (
        columns("(150pt, 1fr, 130pt)", "*General Assembly*", BLOCK, rf"A/AC.97/2032/1 \ {BOX}"),
        Expected(),
    ),
    "letters of a logo before the organ": (
        columns(
            "(60pt, 1fr, 120pt)",
            "#text(22pt)[*UN*]",
            r"*United Nations \ Environment Programme*",
            r"Distr.: General \ UNEP/LAMP.3/1 \ 2 March 2032 \ Original: English",
            below=BLOCK,
        ),
        Expected(organ="United Nations Environment Programme"),
    ),
    "organ in capitals over three lines": (
        columns(
            "(1fr, 150pt)",
            r"UNITED NATIONS \ \ ECONOMIC \ AND \ SOCIAL COUNCIL",
            r"Distr. \ GENERAL \ \ E/CN.31/1994/1 \ 14 February 1994 \ \ Original: ENGLISH",
            below=r"COMMISSION ON LIGHTHOUSES \ Second session \ Geneva, 9-20 May 1994",
            title="#align(center)[PROVISIONAL AGENDA]",
        ),
        Expected(
            "PROVISIONAL AGENDA",
            "ECONOMIC AND SOCIAL COUNCIL",
            "COMMISSION ON LIGHTHOUSES",
            "1994-02-14",
            "Geneva",
            ("1994-05-09", "1994-05-20"),
        ),
    ),
    "range over two lines": (
        boxed(r"*Committee on Lighthouses* \ *Fourth session* \ Vienna, 30 May– \ 3 June 2032"),
        Expected(days=("2032-05-30", "2032-06-03")),
    ),
    "range in words over two lines": (
        boxed(r"*Committee on Lighthouses* \ *Fourth session* \ Vienna, from 30 May to \ 3 June 2032"),
        Expected(days=("2032-05-30", "2032-06-03")),
    ),
    "year on the next line": (
        boxed(r"*Committee on Lighthouses* \ *Fourth session* \ Vienna, 7–11 June \ 2032"),
        Expected(),
    ),
    "day before the break": (
        boxed(r"*Committee on Lighthouses* \ *Fourth session* \ Vienna, Austria, 30 \ May–3 June 2032"),
        Expected(days=("2032-05-30", "2032-06-03")),
    ),
    "two periods, one below the other": (
        boxed(rf"{BLOCK} \ Geneva, 5–9 July 2032"),
        Expected(),
    ),
    "date of issue over two lines": (
        boxed(box=r"Distr.: General \ 22 \ September 2031 \ Original: English", width=90),
        Expected(date="2031-09-22"),
    ),
    "address of the documents": (
        boxed(rf"{BLOCK} \ Documents are available at https:\/\/lamps.example.org/4"),
        Expected(),
    ),
    "sentence over the title": (
        boxed(
            f"{BLOCK}\n\nThe documents of the session are available on the pages of the Committee on Lighthouses "
            r"(https:\/\/lamps.example.org/4) and will not be printed."
        ),
        Expected(),
    ),
    "labels of dates and venue": (
        boxed(
            r"*Committee on Lighthouses* \ *Fourth session* \ Dates: 7–11 June 2032 \ "
            "Venue: Vienna International Centre, Vienna"
        ),
        Expected(),
    ),
    "no box, informal paper and hour of opening": (
        "#align(right)[Informal document LH.2-7]\n#align(center)[*NORTHERN COAST COMMISSION*\n\n*Task Force on Lamps*"
        "\n\nFourth meeting \\ Vienna, 7–11 June 2032 \\ starting at 10.00 hours on Monday, 7 June\n\n"
        f"*DRAFT AGENDA*]\n\n{LIST}",
        Expected("DRAFT AGENDA", "NORTHERN COAST COMMISSION", "Task Force on Lamps", None),
    ),
    "no box, agency's code with a revision": (
        "#grid(columns: (1fr, 1fr), [May 2032], align(right)[*COLL/IV/2032/1 Rev.1*])\n#align(center)[*WORLD LAMP "
        "ORGANIZATION*\n\n#text(15pt)[*COMMITTEE ON LIGHTHOUSES*]\n\n*Fourth Session*\n\n*Vienna, 7-11 June 2032*\n\n"
        f"*PROVISIONAL AGENDA AND TIMETABLE*]\n\n{LIST}",
        Expected("PROVISIONAL AGENDA AND TIMETABLE", "WORLD LAMP ORGANIZATION", "COMMITTEE ON LIGHTHOUSES", None),
    ),
    "no box, venue on its own line": (
        "#align(center)[#text(16pt)[*Lamps Forum 2032*] \\ 7-11, June 2032 \\ Hall of the Sea Museum, Oslo, Norway\n\n"
        r"#text(14pt)[*Draft Agenda*] \ as of 2 March 2032 \ Chair: Ms. Ada Berg, \ Keeper of Lamps]"
        f"\n\n{LIST}",
        Expected("Draft Agenda", "Lamps Forum 2032", "Lamps Forum 2032", place="Oslo"),
    ),
    "no box, version below the title": (
        "#text(16pt)[*Expert Group on Tide Tables*]\n\n#text(12pt)[*Third meeting*]\n\nHotel Miramar, Lisbon, "
        f"Portugal, 7–11 June 2032\n\n#text(14pt)[*Provisional Agenda*]\n\nVersion of 2 March 2032\n\n{LIST}",
        Expected("Provisional Agenda", "Expert Group on Tide Tables", "Expert Group on Tide Tables", place="Lisbon"),
    ),
    "no box, host and chair": (
        "#align(right)[As of 2 March 2032]\n#v(40pt)\n#text(24pt)[*Lamps Forum* \\ *Conference 2032* \\ "
        "*Oslo, 7–11 June*]\n\nChair: Ms. Ada Berg\n#v(60pt)\n#text(8pt)[Supported by]\n#pagebreak()\n"
        "*Day 1: Monday 7 June: Seminar*\n"
        "#grid(columns: (90pt, 1fr), row-gutter: 9pt, [9:15], [Registration], [9:45], [Opening], "
        "[10:10–11:00], [Lamps])",
        Expected(None, "Lamps Forum", "Lamps Forum", place="Oslo"),
    ),
}


@pytest.mark.parametrize("name", MASTHEADS)
def test_mastheads(name: str) -> None:
    code, expected = MASTHEADS[name]
    agenda = read(code, masthead="")
    document, meeting = agenda.document, agenda.meetings[0]
    days = [(str(period.start), str(period.end)) for period in meeting.periods]
    found = Expected(
        document.title,
        document.organ,
        document.body,
        str(document.date) if document.date else None,
        meeting.place,
        days[0] if days else None,
    )
    assert found == expected


OPENINGS = {
    "At the first meeting of the session, which will open at 10 a.m. on Monday, 7 June 2032, all speak.": "07 10:00",
    "The Bureau asks that the session, which will begin on Monday, 7 June 2032 at 10.30 a.m., be short.": "07 10:30",
    "The fourth session of the Committee will be opened at 3 p.m. on Tuesday in Conference Room 3.": "08 15:00",
    "The Chair will call the session to order on Monday at 3 p.m. in Conference Room 3.": "07 15:00",
    "The opening of the session is scheduled for 10 a.m. on 7 June.": "07 10:00",
    "La quatrième session, qui s’ouvrira le lundi 7 juin à 10 heures, sera présidée par la Présidente.": "07 10:00",
    "La cuarta reunión se inaugurará a las 15.00 horas del martes en la sala 3.": "08 15:00",
}


@pytest.mark.parametrize("sentence", OPENINGS)
def test_sentences_on_the_opening(sentence: str) -> None:
    code = f"{LIST}\n#head[Annotations]\n\n*1. Opening of the session*\n\n{sentence}\n"
    opens = read(boxed().removesuffix(LIST) + code, masthead="").meetings[0].opens_at
    assert opens is not None
    assert f"{opens:%d %H:%M}" == OPENINGS[sentence]
