"""What is of the meeting and what is of another: the shortest sentence that needs the rule."""

from __future__ import annotations

import datetime as dt
from operator import attrgetter

from extractor.records import replace
from extractor.structure.masthead.model import Section
from extractor.structure.meetings.coming import Coming, coming_meeting
from tests.rules.case import Case
from tests.structure.meetings.papers import BODY, days, masthead, meeting, vienna

#: A paper whose masthead has no session and no dates.
BARE = masthead(Section((BODY,)))


def opening(*texts: str) -> dt.datetime | None:
    """When the meeting of 27 and 28 June 2022 opens."""
    found = meeting(vienna(), *texts).opens_at
    return found.replace(tzinfo=None) if found else None


def coming(
    *beside: str, texts: tuple[str, ...] = ()
) -> tuple[str | None, str | None, list[tuple[str | None, str | None]]]:
    """Session, place and days of the meeting whose agenda stands in a paper."""
    found = coming_meeting(Coming("Provisional agenda of the tenth session", beside, texts), BARE, "en")
    return (found.label, found.place, days(found)) if found else (None, None, [])


CASES = {
    "meetings.coming_line": Case(
        lambda: coming("Lisbon, 9–13 June 2024"), ("Tenth session", "Lisbon", [("2024-06-09", "2024-06-13")])
    ),
    "meetings.coming_sentence": Case(
        lambda: coming(texts=("Decides that the tenth session will be held in Lisbon from 9 to 13 June 2024;",)),
        ("Tenth session", "Lisbon", [("2024-06-09", "2024-06-13")]),
    ),
    "meetings.coming_opening": Case(
        lambda: (
            coming_meeting(
                Coming(
                    "Provisional agenda of the tenth session",
                    ("Lisbon, 9–13 June 2024",),
                    ("Decides that the first meeting of the session will commence at 9 a.m. on Sunday, 9 June;",),
                ),
                BARE,
                "en",
            ).opens_at.hour
        ),
        9,
    ),
    "meetings.own_report": Case(
        lambda: (
            meeting(
                replace(
                    masthead(Section((BODY,))),
                    title=f"Report of the {BODY} on its ninth session, held from 2 to 6 June 2021",
                )
            ).number
        ),
        9,
    ),
    "meetings.labelled_hour": Case(
        lambda: (
            meeting(
                masthead(Section((BODY,), None, None, ("Date: 27 June 2022", "Time: 13:00 – 17:00"))), language="en"
            ).opens_at.hour
        ),
        13,
    ),
    "meetings.hours_of_day": Case(
        lambda: days(meeting(replace(masthead(Section((BODY,))), subtitle=("Lisbon, 27 June 2022, 10 a.m. to noon",)))),
        [("2022-06-27", "2022-06-27")],
    ),
    "meetings.day_of_week": Case(
        lambda: opening("The ninth session will be opened at 3 p.m. on Tuesday."), dt.datetime(2022, 6, 28, 15)
    ),
    "meetings.behind_verb": Case(
        lambda: opening(
            "Meetings are held from 10 a.m. to 6 p.m., except on Monday, 27 June, when the session will be opened at "
            "10.30 a.m."
        ),
        dt.datetime(2022, 6, 27, 10, 30),
    ),
    "meetings.opens_first_day": Case(
        lambda: opening("The ninth session will open at 9 a.m."), dt.datetime(2022, 6, 27, 9)
    ),
    "meetings.relative_clause": Case(
        lambda: opening("The Bureau asks that the session, which will open at 3 p.m. on 27 June 2022, be short."),
        dt.datetime(2022, 6, 27, 15),
    ),
    "meetings.mirrored_range": Case(
        lambda: days(meeting(masthead(Section((BODY,), None, None, ("فيينا، 5-1 حزيران/يونيه 2022",))), language="ar")),
        [("2022-06-01", "2022-06-05")],
    ),
    "meetings.cited_date": Case(
        lambda: days(
            meeting(
                BARE,
                "The Working Group, by its decision of 1 June 2020, is to be convened from 2 to 4 June 2022.",
            )
        ),
        [("2022-06-02", "2022-06-04")],
    ),
    "meetings.first_day": Case(
        lambda: days(meeting(masthead(Section((BODY,)), subtitle="To convene in Lisbon on Monday, 27 June 2022"))),
        [("2022-06-27", None)],
    ),
    "meetings.online_alone": Case(
        lambda: meeting(masthead(Section((BODY,), "Ninth meeting", 9, ("27 June 2022, online",)))).format, "online"
    ),
    "meetings.printed_city": Case(
        lambda: attrgetter("place", "country", "timezone")(
            meeting(masthead(Section((BODY,), None, None, ("Cebu, Philippines, 27 and 28 June 2022",))))
        ),
        ("Cebu", "PH", "Asia/Manila"),
    ),
    "meetings.zone_of_seat": Case(lambda: meeting(BARE).timezone, "Europe/Vienna"),
    "meetings.reported_session": Case(
        lambda: meeting(masthead(Section((BODY,)), title="Report of the Harbour Forum on its eleventh session")).number,
        None,
    ),
    "meetings.late_session": Case(
        lambda: (
            meeting(
                BARE,
                "The meeting will be opened on Monday, 27 June 2022, by the keeper elected at the eighth meeting.",
            ).number
        ),
        None,
    ),
    "meetings.sitting": Case(
        lambda: meeting(BARE, "The first plenary meeting will be held on Monday, 27 June 2022.").number, None
    ),
    "meetings.session_of_another": Case(
        lambda: meeting(BARE, "The ninth meeting of the Keepers will open on Monday, 27 June 2022.").number, None
    ),
    "meetings.other_gathering": Case(
        lambda: opening("Registration for the meeting will begin on Monday, 27 June, at 8 a.m."), None
    ),
    "meetings.other_body": Case(
        lambda: (
            meeting(BARE, "The Harbour Forum is scheduled to take place in Lisbon from 5 to 9 September 2022.").place
        ),
        None,
    ),
    "meetings.later_segment": Case(
        lambda: opening("The segment on buoys of the meeting will open on Tuesday, 28 June 2022, at 3 p.m."), None
    ),
    "meetings.outside_period": Case(
        lambda: opening("The session will be opened on Monday, 4 July 2022, at 10 a.m."), None
    ),
}
