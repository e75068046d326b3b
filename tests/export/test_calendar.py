"""Calendars read back with icalendar, and compared with the timetable."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from extractor.export.common import titles_by_number
from extractor.model import Agenda
from tests.export.conftest import made


def events(papers: list[Agenda]) -> list[Any]:
    return list(icalendar.Calendar.from_ical(made(papers, "ics")).walk("VEVENT"))


def paper(**fields: Any) -> Agenda:
    """A paper made by hand: symbol and date of issue, one meeting in Vienna; ``fields`` replace or add."""
    return Agenda.model_validate(
        {
            "source": {"sha256": "cd" * 32, "bytes": 1, "pages": 9, "language": "en"},
            "document": {"symbol": "A/AC.999/2031/1", "symbols": ["A/AC.999/2031/1"], "kind": "agenda",
                         "date": "2031-03-01"},
            "meetings": [{"body": "Committee on Lighthouses", "session": {"label": "Ninth session"}, "place": "Vienna",
                          "timezone": "Europe/Vienna", "periods": [{"start": "2031-06-02", "end": "2031-06-06"}]}],
            "items": [{"number": "1", "title": "Opening"}, {"number": "2", "title": "Lamps; oil, wicks \\ glass"}],
            **fields,
        }
    )  # fmt: skip


def test_events_are_the_schedule(agendas: list[Agenda]) -> None:
    for agenda in agendas:
        found = events([agenda])
        dated = [entry for entry in agenda.schedule if entry.date or entry.starts_at]
        assert len({str(event["UID"]) for event in found}) == len(found)
        if not dated:
            announced = agenda.document.kind != "other"
            periods = sum(len(meeting.periods) for meeting in agenda.meetings)
            assert len(found) == (periods if announced else 0)
            continue
        assert len(found) == len(dated)
        titles = titles_by_number(agenda)
        for event, entry in zip(found, dated, strict=True):
            start = event["DTSTART"].dt
            assert start == (entry.starts_at or start)
            if entry.starts_at and entry.starts_at.tzinfo:
                meeting = agenda.meetings[0]
                assert event["DTSTART"].params.get("TZID") == meeting.timezone
                if entry.ends_at and entry.ends_at > entry.starts_at:
                    assert event["DTEND"].dt == entry.ends_at
                else:
                    assert "DTEND" not in event
            else:
                assert (start.date() if isinstance(start, dt.datetime) else start) == entry.date
            if entry.title:
                assert str(event["SUMMARY"]).startswith(entry.title)
            for number in entry.items:
                shown = f"{number} {titles[number]}" if number in titles else f"Item {number}"
                assert shown in str(event["DESCRIPTION"])


def test_every_zone_is_there_and_right(agendas: list[Agenda]) -> None:
    calendar = icalendar.Calendar.from_ical(made(agendas, "ics"))
    zones = {str(zone["TZID"]): zone for zone in calendar.walk("VTIMEZONE")}
    used = {event[key].params["TZID"] for event in calendar.walk("VEVENT") for key in ("DTSTART", "DTEND")
            if key in event and "TZID" in event[key].params}  # fmt: skip
    assert used == set(zones)
    for name, zone in zones.items():
        ours = zone.to_tz()
        for event in calendar.walk("VEVENT"):
            moment = event["DTSTART"].dt
            if isinstance(moment, dt.datetime):
                naive = moment.replace(tzinfo=None)
                assert naive.replace(tzinfo=ours).utcoffset() == naive.replace(tzinfo=ZoneInfo(name)).utcoffset()


def test_a_revision_takes_the_place_of_what_it_revises(timed: Agenda) -> None:
    first, revised = timed, timed.model_copy(deep=True)
    assert revised.document.symbol is not None
    assert revised.document.date is not None
    revised.document.symbol += "/Rev.1"
    revised.document.symbols = [revised.document.symbol]
    revised.document.date += dt.timedelta(days=20)
    uids = []
    for papers in ([first], [revised], [first, revised], [revised, first]):
        found = events(papers)
        uids.append([str(event["UID"]) for event in found])
        newest = revised if revised in papers else first
        assert {int(event["SEQUENCE"]) for event in found} == {0 if papers == [first] else 1}
        assert {event["DTSTAMP"].dt.date() for event in found} == {newest.document.date}
    assert uids[0] == uids[1] == uids[2] == uids[3]


def test_a_revision_may_move_and_rename_entries() -> None:
    day = {"date": "2031-06-02", "start": "10:00"}
    entries = [
        {**day, "items": ["1"], "title": "Opening"},
        {**day, "title": "Break"},
        {**day, "items": ["2(a)", "2(b)"], "title": "Debate"},
        {**day, "items": ["2(a)", "2(b)"], "title": "Debate", "continued": True},
        {**day, "title": "Reception"},
    ]
    first = {str(event["UID"]): str(event["SUMMARY"]) for event in events([paper(schedule=entries)])}
    assert len(first) == 5
    moved = [
        {**entries[0], "title": "Opening of the session"},
        {**entries[1], "start": "11:00"},
        {**entries[2], "date": "2031-06-03"},
        {**entries[3], "date": "2031-06-04", "start": None},
        {**entries[4], "date": "2031-06-05", "title": "Reception by the host"},
        {"date": "2031-06-06", "items": ["3"], "title": "Closing"},
    ]
    revised = paper(schedule=moved, document={"symbol": "A/AC.999/2031/1/Rev.1", "symbols": ["A/AC.999/2031/1/Rev.1"]})
    second = {str(event["UID"]): str(event["SUMMARY"]) for event in events([revised])}
    assert [uid for uid in second if uid in first] == list(first)
    assert [second[uid] for uid in first] == [
        "Opening of the session", "Break", "Debate", "Debate (continued)", "Reception by the host",
    ]  # fmt: skip
    assert len(second) == 6


def test_all_day_events_where_there_is_no_timetable() -> None:
    agenda = paper()
    agenda.meetings.append(agenda.meetings[0].model_copy(deep=True, update={"body": "Bureau", "place": "Geneva"}))
    agenda.meetings[1].periods[0].end = None
    first, second = events([agenda])
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (dt.date(2031, 6, 2), dt.date(2031, 6, 7))
    assert (second["DTSTART"].dt, second["DTEND"].dt) == (dt.date(2031, 6, 2), dt.date(2031, 6, 3))
    assert [str(event["SUMMARY"]) for event in (first, second)] == [
        "Committee on Lighthouses, Ninth session",
        "Bureau, Ninth session",
    ]
    assert [str(event["LOCATION"]) for event in (first, second)] == ["Vienna", "Geneva"]
    assert "2 Lamps; oil, wicks \\ glass" in str(first["DESCRIPTION"]).splitlines()
    assert first["TRANSP"] == "TRANSPARENT"
    later = paper(meetings=[{**agenda.meetings[0].model_dump(), "periods": [{"start": "2031-06-09", "end": None}]}])
    assert str(events([later])[0]["UID"]) == str(first["UID"])


@pytest.mark.parametrize(
    ("entry", "start", "end"),
    [
        # An end that is not printed is not made up.
        ({"starts_at": "2031-06-02T10:00:00+02:00", "start": "10:00"}, "2031-06-02 10:00:00+02:00", None),
        # Two sittings are one entry, from the first to the last.
        (
            {"starts_at": "2031-06-02T10:00:00+02:00", "ends_at": "2031-06-02T18:00:00+02:00",
             "sittings": [["10:00", "13:00"], ["15:00", "18:00"]]},
            "2031-06-02 10:00:00+02:00",
            "2031-06-02 18:00:00+02:00",
        ),
        # Several days without hours: whole days, the last one included.
        ({"end_date": "2031-06-04"}, "2031-06-02", "2031-06-05"),
        # Several days with hours.
        (
            {"end_date": "2031-06-04", "starts_at": "2031-06-02T10:00:00+02:00",
             "ends_at": "2031-06-04T18:00:00+02:00"},
            "2031-06-02 10:00:00+02:00",
            "2031-06-04 18:00:00+02:00",
        ),
        # An offset that is not the place's: what is printed counts, in universal time.
        (
            {"starts_at": "2031-06-02T10:00:00+05:00", "ends_at": "2031-06-02T11:00:00+05:00"},
            "2031-06-02 05:00:00+00:00",
            "2031-06-02 06:00:00+00:00",
        ),
        ({}, "2031-06-02", "2031-06-03"),
    ],
)  # fmt: skip
def test_moments_are_as_printed(entry: dict[str, Any], start: str, end: str | None) -> None:
    (event,) = events([paper(schedule=[{"date": "2031-06-02", "title": "Debate", **entry}])])
    assert str(event["DTSTART"].dt) == start
    assert (str(event["DTEND"].dt) if "DTEND" in event else None) == end
    if entry.get("sittings"):
        assert "10:00–13:00, 15:00–18:00" in str(event["DESCRIPTION"])


def test_hours_without_a_zone_float() -> None:
    agenda = paper(schedule=[{"date": "2031-06-02", "start": "10:00", "end": "13:00", "title": "Debate"}])
    agenda.meetings[0].timezone = None
    (event,) = events([agenda])
    assert event["DTSTART"].dt == dt.datetime(2031, 6, 2, 10)
    assert event["DTEND"].dt == dt.datetime(2031, 6, 2, 13)
    assert b"VTIMEZONE" not in made([agenda], "ics")


def test_entries_without_words_have_those_of_their_items() -> None:
    entries = [{"date": "2031-06-02", "items": items} for items in (["2"], ["8"], ["8", "9"])]
    entries[0]["continued"] = True
    found = events([paper(schedule=[*entries, {"items": ["1"]}])])  # one without a day is no event
    assert [str(event["SUMMARY"]) for event in found] == [
        "Lamps; oil, wicks \\ glass (continued)",
        "Item 8",
        "Items 8, 9",
    ]


def test_tricks_are_text(tricks: Agenda) -> None:
    lines = made([tricks], "ics").split(b"\r\n")
    assert sum(line == b"BEGIN:VEVENT" for line in lines) == sum(line == b"END:VEVENT" for line in lines) == 10
    assert all(len(line) <= 75 for line in lines)
    assert not [line for line in lines if b"\n" in line or b"\x07" in line or b"\x00" in line]
    found = events([tricks])
    assert [str(event["SUMMARY"])[:12] for event in found[:2]] == ['=HYPERLINK("', "<script>aler"]
    assert {event["DTSTART"].dt for event in found} == {dt.datetime(2031, 6, 2, 10)}


def test_a_calendar_has_a_name_and_says_when_to_ask_again(agendas: list[Agenda], timed: Agenda) -> None:
    def name(papers: list[Agenda]) -> str:
        made_of = icalendar.Calendar.from_ical(made(papers, "ics"))
        assert made_of["NAME"] == made_of["X-WR-CALNAME"]
        assert made_of["REFRESH-INTERVAL"].dt == dt.timedelta(days=1)
        return str(made_of["NAME"]).replace("\\,", ",")

    meeting = timed.meetings[0]
    assert name([timed]) == f"{meeting.body}, {meeting.session.label}"
    later = timed.model_copy(deep=True)
    later.document.symbol, later.meetings[0].session.label = "A/AC.999/2099/1", "hundredth session"
    assert name([timed, later]) == meeting.body
    assert name(agendas) == "Meetings of the United Nations"
    assert name([]) == "Meetings of the United Nations"
