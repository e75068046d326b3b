"""What a row under the box is: the block or title that comes out wrong without the rule."""

from __future__ import annotations

from extractor.structure.masthead.item_line import items_of
from extractor.structure.masthead.kinds import classified
from extractor.structure.masthead.sections import sections_of
from tests.rules.case import Case
from tests.structure.masthead.pages import block, kinds, line, rows

SESSION = line(200, (60, "Ninth session"))
#: Wide, in small type and no words of a title: like running text.
HELD = "to be held at the House of Harbours, 12 Quay Road, Lisbon, beginning with a meeting of the bureau that"

ONE_LINE = block("Working Group on Lamps – 5th in-person meeting")

CASES = {
    "masthead.coded_item": Case(
        lambda: kinds(*block("2–6 June 2031", "Agenda item: PL 1", "Draft agenda")), ["dates", "remark", "text"]
    ),
    "masthead.purpose": Case(
        lambda: kinds(*block("Agenda item 1", "Adoption of the agenda", "For approval")), ["item", "text", "remark"]
    ),
    "masthead.hosts": Case(
        lambda: kinds(
            line(200, (60, "Expert meeting on the lamps of small harbours", 14, True)),
            line(
                225,
                (60, "Co-organized by the Harbour Division, the Commission for Lights and the Bank of the Northern"),
            ),
            line(250, (60, "Lisbon, 2–6 June 2031")),
        ),
        ["text", "remark", "dates"],
    ),
    "masthead.languages_only": Case(
        lambda: kinds(*block("Ninth session, Lisbon, 2–6 June 2031", "English & French only", "Lamps")),
        ["session", "remark", "text"],
    ),
    "masthead.issued_at": Case(
        lambda: kinds(*block("Ninth session", "PARIS, 4 May 2031", "English & French only", "Lamps")),
        ["session", "remark", "remark", "text"],
    ),
    "masthead.month_of_issue": Case(
        lambda: kinds(*block("January 2031", "COUNCIL", "Ninth session", "Rome, 2–6 June 2031")),
        ["remark", "text", "session", "dates"],
    ),
    "masthead.labelled_issue": Case(
        lambda: kinds(*block("Ninth session, Lisbon, 2–6 June 2031", "Date: 4 May 2031", "Agenda")),
        ["session", "remark", "text"],
    ),
    "masthead.series": Case(
        lambda: kinds(*block("HARBOUR COUNCIL", "OFFICIAL RECORDS", "NINTH SESSION")), ["text", "remark", "session"]
    ),
    "masthead.sponsors": Case(
        lambda: kinds(*block("Ninth session", "Chad and Peru: draft resolution", "Bells")), ["session", "note", "text"]
    ),
    "masthead.item_more": Case(
        lambda: kinds(*block("Items 23 and 77 of the", "provisional agenda")), ["item", "item+"]
    ),
    "masthead.section": Case(
        lambda: kinds(SESSION, line(230, (60, "I. Preparatory segment (1–3 November 2031)"))), ["session"]
    ),
    "masthead.centred_below_item": Case(
        lambda: [
            item.title
            for item in items_of(
                classified(
                    rows(
                        line(215, (60, "Agenda item 1")),
                        line(250, (220, "COMMITTEE ON LAMPS")),
                        line(262, (240, "Ninth session")),
                    ),
                    "en",
                )
            )
        ],
        [None],
    ),
    "masthead.item": Case(lambda: kinds(*block("Item 2 (a) of the provisional agenda")), ["item"]),
    "masthead.items_listed": Case(
        lambda: [
            kinds(*block("Draft agenda", "Agenda item 1: Ropes", "Agenda item 2: Sails")),
            kinds(*block("第九届会议", "临时议程项目1", "项目2. 绳索"), language="zh")[:2],
        ],
        [["text"], ["session", "item"]],
    ),
    "masthead.item_broken": Case(lambda: kinds(*block("Agenda items 3, 4,", "5 and 6"), language="en")[:1], ["item"]),
    "masthead.qualifier": Case(lambda: kinds(*block("Ninth session", "Resumed part")), ["session", "qualifier"]),
    "masthead.name_goes_on": Case(
        lambda: kinds(*block("Keepers of the records of the", "first session")), ["text", "text"]
    ),
    "masthead.subtitle": Case(lambda: kinds(*block("To convene in the House of Harbours")), ["subtitle"]),
    "masthead.session": Case(lambda: kinds(*block("Ninth session")), ["session"]),
    "masthead.session_place_year": Case(lambda: kinds(*block("Ninth session, Buenos Aires, 2031")), ["session"]),
    "masthead.day_heading": Case(lambda: kinds(*block("Ninth session", "DAY 1: Monday, 2 June 2031")), ["session"]),
    "masthead.invited": Case(
        lambda: kinds(
            *block("Lisbon, at the kind invitation of the Government of the Northern Harbours, 2–6 June 2031")
        ),
        ["dates"],
    ),
    "masthead.dates": Case(lambda: kinds(*block("Lisbon, 2–6 June 2031")), ["dates"]),
    "masthead.stop": Case(lambda: kinds(*block("Ninth session", "Contents")), ["session"]),
    "masthead.list": Case(lambda: kinds(SESSION, line(230, (60, "1."), (90, "Opening of the session."))), ["session"]),
    "masthead.subtitle_goes_on": Case(
        lambda: kinds(
            *block(HELD, "prepares what the keepers of the lights have asked for at their last gathering in")
        ),
        ["subtitle", "subtitle"],
    ),
    "masthead.prose": Case(
        lambda: kinds(
            SESSION, line(230, (60, "The keepers of the lights have asked for oil and for a boat to bring it"))
        ),
        ["session"],
    ),
    "masthead.wide_name": Case(
        lambda: kinds(
            line(200, (60, "Working Party on the Keeping and Repair of Lights and Foghorns in Distant Harbours")),
            line(214, (60, "Lisbon, 2–6 June 2031")),
        ),
        ["text", "dates"],
    ),
    "masthead.name_over_session": Case(
        lambda: kinds(
            line(
                200,
                (60, "Commission on the keeping and repair of lights and foghorns in distant harbours and of their"),
            ),
            SESSION,
        ),
        ["text", "session"],
    ),
    "masthead.dates_wrap": Case(
        lambda: kinds(*block("Ninth session", "Lisbon, 2–6 June", "2031")), ["session", "dates", "dates"]
    ),
    "masthead.dates_broken": Case(
        lambda: kinds(*block("Ninth session", "Lisbon, Portugal, 30", "May–3 June 2031")), ["session", "dates", "dates"]
    ),
    "masthead.venue": Case(
        lambda: kinds(*block("2–6 June 2031", "House of Harbours, Lisbon, Portugal")), ["dates", "dates"]
    ),
    "masthead.city_alone": Case(lambda: kinds(*block("2–6 June 2031", "Bangkok")), ["dates", "dates"]),
    "masthead.as_of": Case(lambda: kinds(*block("As of 14 February 2031")), ["remark"]),
    "masthead.room": Case(
        lambda: kinds(*block("2–6 June 2031", "Harbour Centre, Meeting Room M4")), ["dates", "remark"]
    ),
    "masthead.motto": Case(
        lambda: kinds(*block("Forum of Keepers", "“Lamps for all”", "2–6 June 2031")), ["text", "remark", "dates"]
    ),
    "masthead.ways_to_meet": Case(
        lambda: kinds(*block("Hybrid meeting in Bonn, Germany, and online | 3–4 June 2031 | all times in CEST")),
        ["dates"],
    ),
    "masthead.two_ends": Case(
        lambda: kinds(line(200, (60, "sloh"), (400, "Office of the Lamps")), *block("2–6 June 2031")), ["text", "dates"]
    ),
    "masthead.officer": Case(lambda: kinds(*block("2–6 June 2031", "Chair: Ms. Ada Berg")), ["dates", "remark"]),
    "masthead.reference": Case(
        lambda: kinds(*block("Harbour Institute", "Ref.: HB/31/217", "2–6 June 2031")), ["text", "remark", "dates"]
    ),
    "masthead.remark_goes_on": Case(
        lambda: kinds(*block("Chair: Ms. Ada Berg", "Keeper of the northern lights")), ["remark", "remark"]
    ),
    "masthead.prose_over_title": Case(
        lambda: kinds(
            SESSION,
            line(230, (60, "The keepers of the lights have asked for oil and for a boat to bring it")),
            line(260, (124, "Provisional agenda", 14, True)),
        ),
        ["session", "remark", "text"],
    ),
    "masthead.session_behind": Case(
        lambda: [(one.bodies, one.number) for one in sections_of(classified(rows(*ONE_LINE), "en"), "en")],
        [(("Working Group on Lamps",), 5)],
    ),
    "masthead.supplement": Case(lambda: kinds(*block("Provisional agenda", "Addendum")), ["text", "supplement"]),
    "masthead.note": Case(lambda: kinds(*block("Provisional agenda", "Note by the Secretariat")), ["text", "note"]),
}
