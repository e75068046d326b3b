"""The smallest result that sets off each check of agendas inside other papers and of mastheads of other make."""

from __future__ import annotations

from extractor.model import Meeting, Period, Session
from tests.rules.case import Case
from tests.structure.checks.results import DAY, HEAD, block, codes, item, row

REPORT = HEAD.model_copy(update={"kind": "other", "title": "Report on lighthouses"})
#: The programme of a debate in a letter.
SLOTS = "9.30–10.05 a.m. Lamps 10.05–10.15 a.m. Bells 10.15–11 a.m. Buoys 11 a.m.–1 p.m. Oil"

CASES = {
    "checks.embedded.session": Case(
        lambda: codes(
            [item("1", "Lamps")],
            blocks=[block(1, "heading", "Provisional agenda for the ninth session of the Lamp Board")],
            document=REPORT,
        ),
        [("meeting.unread", "meetings")],
    ),
    "checks.embedded.slots": Case(
        lambda: codes(blocks=[block(1, "timetable", SLOTS)], document=REPORT),
        [("schedule.hour_unread", "schedule"), ("schedule.hour_unread", "meetings")],
    ),
    "checks.embedded.opening": Case(
        lambda: codes(
            blocks=[block(1, "masthead", "Harbour House, 9.30 hours")],
            meetings=[Meeting(session=Session(number=8), periods=[Period(start=DAY)])],
        ),
        [("meeting.opening_unread", "meetings[0].opens_at")],
    ),
    "checks.embedded.names": Case(
        lambda: codes(document=HEAD.model_copy(update={"body": "Provisional agenda"})),
        [("document.name_broken", "document.body")],
    ),
    "checks.embedded.number": Case(
        lambda: codes(blocks=[block(1, "heading", "93/211. Old lamps").model_copy(update={"type": "heading"})]),
        [("reference.unread", "references")],
    ),
    "checks.embedded.agencies": Case(
        lambda: codes(blocks=[block(1, "text", "See UN-Lamps/2031/3 on bells.")]), [("symbol.unread", "references")]
    ),
    "checks.embedded.merged": Case(
        lambda: codes([item("1", "Lamps of brass")], [row("Lamps of brass Informal talks on bells", items=["1"])]),
        [("schedule.title_broken", "schedule[0]")],
    ),
}
