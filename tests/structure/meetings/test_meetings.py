"""Meetings: what is taken from the masthead, from the line under the title, from sentences and from the timetable."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from extractor.records import replace
from extractor.structure.masthead.model import Masthead, Section
from extractor.structure.meetings.opening import with_scheduled_opening
from extractor.structure.meetings.read import read_meetings
from tests.structure.meetings.papers import BODY, days, masthead, only, vienna


@dataclass
class Entry:
    date: dt.date | None
    start: dt.time | None
    title: str | None


def test_session_and_opening_from_the_annotations() -> None:
    meeting = only(
        read_meetings(
            vienna(),
            ["The ninth meeting of the Working Group on Harbour Lights will be opened on Monday, 27 June, at 10 a.m."],
            language="en",
        )
    )
    assert (meeting.label, meeting.number) == ("ninth meeting", 9)
    assert (meeting.place, meeting.country, meeting.timezone) == ("Vienna", "AT", "Europe/Vienna")
    assert meeting.opens_at is not None
    assert meeting.opens_at.isoformat() == "2022-06-27T10:00:00+02:00"
    assert days(meeting)[0][0] == "2022-06-27"
    assert days(meeting)[-1][1] == "2022-06-28"
    assert "inferred.meeting.session" in [note.code for note in meeting.inferred]


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting will open at 10 a.m. on Monday, 27 June.",
        "The first meeting will be convened (ground floor conference room) on Monday 27 June at 10 a.m.",
        "The session is scheduled to be opened on Monday, 27June 2022, at 10 a.m., in boardroom D.",
        "The Working Group will convene at the Vienna International Centre on Monday, 27 June 2022, at 10 a.m.",
        "La session sera ouverte le lundi 27 juin 2022 à 10 heures.",
        "El período de sesiones se inaugurará el lunes 27 de junio de 2022, a las 10.00 horas.",
        "It will be opened at 10 a.m. on Monday, 27 June.",
    ],
)
def test_opening_sentences(sentence: str) -> None:
    language = "fr" if sentence.startswith("La") else "es" if sentence.startswith("El") else "en"
    meeting = only(read_meetings(vienna(), [sentence], language=language))
    assert meeting.opens_at is not None, sentence
    assert meeting.opens_at.isoformat()[:16] == "2022-06-27T10:00"


@pytest.mark.parametrize(
    "sentence",
    [
        "A pre-sessional working group will open on Friday, 24 June 2022, at 3 p.m.",
        "Registration for the meeting will begin on Monday, 27 June, at 8 a.m.",
        "Informal consultations before the session will be held on Sunday, 26 June, at 3 p.m.",
        "The thirty-seventh meeting of the Keepers will be opened by a representative of the harbour.",
        "The eighth meeting was opened on Monday, 28 June 2021, at 10 a.m.",
    ],
)
def test_sentences_on_other_gatherings(sentence: str) -> None:
    assert only(read_meetings(vienna(), [sentence], language="en")).opens_at is None


def test_line_under_the_title_of_a_session_gives_an_open_period() -> None:
    head = masthead(
        Section((), "Eighty-sixth session", 86),
        subtitle="To convene at United Nations Headquarters, New York, on Tuesday, 9 September 2031, at 3 p.m.",
    )
    meeting = only(read_meetings(head, language="en"))
    assert (meeting.place, days(meeting)) == ("New York", [("2031-09-09", None)])
    assert meeting.opens_at is not None
    assert meeting.opens_at.isoformat() == "2031-09-09T15:00:00-04:00"


def test_line_under_the_title_of_a_single_meeting_gives_its_day() -> None:
    head = masthead(
        title="Provisional agenda for the 99th (closed) meeting of the Council",
        subtitle="To be held in private on Wednesday, 29 October 2031, at 10 a.m.",
    )
    meeting = only(read_meetings(head, language="en"))
    assert (meeting.label, meeting.number) == ("99th (closed) meeting", 99)
    assert (meeting.place, days(meeting)) == (None, [("2031-10-29", "2031-10-29")])


def test_line_under_the_title_with_a_day_and_days_of_another_year() -> None:
    head = masthead(Section((BODY,)), subtitle="(4 December 2021 and 12–16 March 2022)")
    meeting = only(read_meetings(head, language="en"))
    assert days(meeting) == [("2021-12-04", "2021-12-04"), ("2022-03-12", "2022-03-16")]


def test_parts_of_a_session() -> None:
    head = masthead(Section((BODY,), "2031 session", None, ("New York, 14–18 and 21–23 July 2031",)))
    meeting = only(read_meetings(head, language="en"))
    assert days(meeting) == [("2031-07-14", "2031-07-18"), ("2031-07-21", "2031-07-23")]


def test_one_meeting_a_section() -> None:
    head = masthead(
        Section(("World Forum",), "178th session", 178, ("Geneva, 25-28 June 2031",)),
        Section(("Executive Committee",), "Fifty-sixth session", 56, ("Geneva, 26 and 27 June 2031",)),
    )
    found = read_meetings(head, language="en")
    assert [(m.body, m.number, m.place) for m in found] == [
        ("World Forum", 178, "Geneva"),
        ("Executive Committee", 56, "Geneva"),
    ]


def test_opening_from_the_timetable_only_when_the_entry_names_it() -> None:
    day, hour = dt.date(2022, 6, 27), dt.time(10)
    meeting = only(read_meetings(vienna(), language="en"))
    for title in ("Opening of the meeting", "Opening of the regional workshop", "Ouverture de l’atelier régional"):
        opening = with_scheduled_opening(meeting, [Entry(day, hour, title)]).opens_at
        assert opening is not None, title
        assert opening.isoformat()[:16] == "2022-06-27T10:00"
    for title in ("Adoption of the agenda", "Opening of the general debate", "Opening statements by the President"):
        assert with_scheduled_opening(meeting, [Entry(day, hour, title)]).opens_at is None, title


def test_period_from_a_sentence_where_the_masthead_has_none() -> None:
    head = masthead(Section((BODY,), "Ninth session", 9))
    meeting = only(
        read_meetings(head, ["The ninth session will be held in Geneva from 5 to 9 September 2022."], language="en")
    )
    assert (meeting.place, days(meeting)) == ("Geneva", [("2022-09-05", "2022-09-09")])


def test_period_from_a_sentence_that_cites_a_dated_resolution() -> None:
    head = masthead(Section(("General Assembly",)))
    sentence = (
        "The Assembly, in its resolution 74/276 of 1 June 2020, decided to convene the special session in New York "
        "from 2 to 4 June 2022."
    )
    assert days(only(read_meetings(head, [sentence], language="en"))) == [("2022-06-02", "2022-06-04")]


def test_place_is_not_guessed() -> None:
    head = masthead(Section((BODY,), "Annual session 2022", None, ("10–13 June 2022",)))
    meeting = only(read_meetings(head, language="en"))
    assert (meeting.place, meeting.country) == (None, None)


def test_format() -> None:
    head = masthead(Section((BODY,), None, None, ("6–17 July 2022 (to be held virtually)",)))
    assert only(read_meetings(head, ["The session will be held in a hybrid format."], language="en")).format is not None
    assert only(read_meetings(vienna(), [], language="en")).format is None


def test_no_masthead_no_meeting() -> None:
    assert read_meetings(Masthead(), ["The session will open on Monday, 27 June 2022, at 10 a.m."]) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "At its seventieth session, the Assembly decided to permit meetings to be declared open without a quorum.",
        "The World Conference on Harbours, to be held in Lisbon from 5 to 9 September 2022, will take stock.",
        "The Harbour Forum is scheduled to take place in Lisbon from 5 to 9 September 2022.",
    ],
)
def test_sentences_on_the_gatherings_of_other_bodies(sentence: str) -> None:
    head = masthead(Section((BODY,)))
    head = replace(head, bodies=("General Assembly", BODY))
    meeting = only(read_meetings(head, [sentence], language="en"))
    assert (meeting.label, meeting.place, days(meeting)) == (None, None, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "At its ninth session, the Commission will meet in Lisbon from 5 to 9 September 2022.",
        "The Commission decided that its ninth session will be held in Lisbon from 5 to 9 September 2022.",
    ],
)
def test_sentences_on_the_body_itself(sentence: str) -> None:
    head = masthead(Section(("Commission on Quays",)))
    head = replace(head, bodies=("Commission on Quays",), body="Commission on Quays")
    meeting = only(read_meetings(head, [sentence], language="en"))
    assert (meeting.number, meeting.place, days(meeting)) == (9, "Lisbon", [("2022-09-05", "2022-09-09")])


def test_the_session_of_a_report_is_not_that_of_the_paper() -> None:
    head = masthead(Section((BODY,)), title="Report of the Harbour Forum on its eleventh session")
    assert only(read_meetings(head, [], language="en")).label is None
