"""Mastheads for the tests of meetings; the body and its papers are invented."""

from __future__ import annotations

import datetime as dt

from extractor.structure.masthead.model import Masthead, Section
from extractor.structure.meetings.model import MeetingFacts
from extractor.structure.meetings.read import read_meetings

BODY = "Working Group on Harbour Lights"


def masthead(*sections: Section, subtitle: str = "", title: str = "Annotated provisional agenda") -> Masthead:
    """The masthead of a paper of March 2022."""
    return Masthead(
        symbols=("CTOC/COP/WG.7/2022/1",),
        title=title,
        body=BODY,
        bodies=("Conference of Harbours", BODY),
        date=dt.date(2022, 3, 16),
        sections=sections,
        subtitle=(subtitle,) if subtitle else (),
    )


def vienna() -> Masthead:
    """The masthead of a meeting of two days, without a session."""
    return masthead(Section((BODY,), None, None, ("Vienna, 27 and 28 June 2022",)))


def only(found: list[MeetingFacts]) -> MeetingFacts:
    """The one meeting of a paper."""
    assert len(found) == 1
    return found[0]


def meeting(head: Masthead, *texts: str, language: str = "en") -> MeetingFacts:
    """The one meeting of a paper with these texts."""
    return only(read_meetings(head, texts, language))


def days(meeting: MeetingFacts) -> list[tuple[str | None, str | None]]:
    """The first and last days of its periods."""
    return [(str(p.first) if p.first else None, str(p.last) if p.last else None) for p in meeting.periods]
