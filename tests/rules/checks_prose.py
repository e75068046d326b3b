"""The smallest result that sets off each check of words, and of what a text names that stands in no value."""

from __future__ import annotations

import datetime as dt

from extractor.model import Meeting, Period, Session
from tests.rules.case import Case
from tests.structure.checks.results import DAY, HEAD, block, cited, codes, item, listed, note, row

ASTRAY = ("text.words_astray", "items[0].annotation[0]")
RESOLUTION = HEAD.model_copy(update={"kind": "other", "title": "Conference on lamps", "symbol": "A/RES/93/211"})


def _said(text: str, *others: str) -> list[tuple[str, str | None]]:
    """The codes for an item with a text, in a paper with other texts."""
    blocks = [block(1, "text", " ".join(others) or "Lamps."), block(2, "annotation", text)]
    return codes([item("1", "Lamps", text, ids=[2])], blocks=blocks)


def _headed() -> list[tuple[str, str | None]]:
    """The codes for five items, the last but one of which has neither heading nor text."""
    names = ["Lamps", "Bells", "Buoys", "Report on harbour dredging", "Oil"]
    items, blocks = [], []
    for number, name in enumerate(names, 1):
        text = (
            "The Board will hear the report on the dredging of each harbour." if number == 3 else f"{name} are bought."
        )
        bare = number == 4
        items.append(item(str(number), name, *([] if bare else [text]), ids=[2 * number]))
        if not bare:
            heading = block(2 * number - 1, "heading", f"{number}. {name}")
            blocks += [heading.model_copy(update={"type": "heading", "item": str(number)})]
            blocks += [block(2 * number, "annotation", text).model_copy(update={"item": str(number)})]
    return codes(items, blocks=blocks)


CASES = {
    "checks.prose.pairs": Case(lambda: _said("The Board will hear the of keepers lamps."), [ASTRAY]),
    "checks.prose.sentence": Case(
        lambda: _said("The Board will hear the keepers The lamps are bought."),
        [("annotation.broken", "items[0].annotation[0]"), ("annotation.broken", "references")],
    ),
    "checks.prose.swapped": Case(
        lambda: _said("The Board may wish hear to keepers.", "It may wish to hear bells. Wish to hear more."), [ASTRAY]
    ),
    "checks.prose.lacking": Case(
        lambda: _said(
            "No lamps foreseen under rule 3.", "No lamps are foreseen under rule 1.", "No lamps are foreseen under it."
        ),
        [ASTRAY],
    ),
    "checks.prose.open": Case(
        lambda: codes([item("1", "Lamps for")], [row("Report by", items=["1"])]),
        [("item.title_broken", "items[0].title"), ("schedule.title_broken", "schedule[0]")],
    ),
    "checks.slots.noon": Case(
        lambda: codes(
            [item("1", "Lamps")],
            [row("Lamps", items=["1"])],
            [
                block(1, "timetable", "10 a.m.–noon"),
                block(2, "timetable", "Lamps"),
                block(3, "timetable", "p.m. Bells"),
            ],
        ),
        [("schedule.hour_unread", "schedule")],
    ),
    "checks.slots.day": Case(
        lambda: codes(
            [item("1", "Lamps")],
            [
                row("Lamps", None if at == 2 else 10, DAY + dt.timedelta(at), items=["1"])  # the third day has no hour
                for at in range(4)
            ],
            meetings=[Meeting(session=Session(number=8), periods=[Period(start=DAY, end=DAY + dt.timedelta(3))])],
        ),
        [("schedule.no_hour", "schedule[2]")],
    ),
    "checks.slots.empty": Case(
        lambda: codes([item("1", "Lamps")], [row("Chile", None)]), [("schedule.no_hour", "schedule")]
    ),
    "checks.meetings.order": Case(
        lambda: codes(
            meetings=[
                Meeting(
                    session=Session(number=8),
                    periods=[
                        Period(start=DAY, end=DAY),
                        Period(start=DAY - dt.timedelta(9), end=DAY - dt.timedelta(9)),
                    ],
                )
            ]
        ),
        [("meeting.unread", "meetings[0].periods")],
    ),
    "checks.names.behind": Case(
        lambda: codes(document=HEAD.model_copy(update={"body": "Economic and Social Council Lamp Board"})),
        [("document.name_broken", "document.body")],
    ),
    "checks.headings.next": Case(
        _headed,
        [
            ("annotation.missing", "items[2].annotation[0]"),
            ("annotation.missing", "items[3].annotation"),
            ("annotation.missing", "items[3]"),
        ],
    ),
    "checks.coverage.family": Case(
        lambda: codes(blocks=[block(1, "text", "See CCL 35/2, CCL 35/3 and CCL 35/INF/4 on lamps, which were sent.")]),
        [("symbol.unread", "references")],
    ),
    "checks.footnotes.begins": Case(
        lambda: codes(footnotes=[note("1"), note("2").model_copy(update={"text": "kept by the Board."})]),
        [("footnotes.unwhole", "footnotes[1]")],
    ),
    "checks.listing.documents": Case(
        lambda: codes([item("1", "Lamps", documents=[listed("Statements of keepers of the")])]),
        [("item.title_broken", "items[0].documents[0]")],
    ),
    "checks.listing.announced": Case(
        lambda: codes(
            blocks=[
                block(1, "text", "Decides that the provisional agenda of the Conference shall be:"),
                *(block(at + 1, "text", f"{at}. Lamps {at}") for at in range(1, 4)),
            ],
            document=RESOLUTION,
        ),
        [("item.agenda_unread", "items")],
    ),
    "checks.documents.in_prose": Case(
        lambda: codes(
            [item("1", "Lamps", "Lamps: brass (A/AC.999/2031/3) and tin (A/AC.999/2031/4).", ids=[1])],
            blocks=[block(1, "annotation", "Lamps: brass (A/AC.999/2031/3) and tin (A/AC.999/2031/4).")],
            references=[cited("A/AC.999/2031/3", 1, 14), cited("A/AC.999/2031/4", 1, 40)],
        ),
        [("documents.unlisted", "items[0].documents"), ("documents.unlisted", "items[0].annotation[0]")],
    ),
}
