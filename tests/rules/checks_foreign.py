"""The smallest result that sets off each check for what a value holds that is no part of it, or lacks beside it."""

from __future__ import annotations

import datetime as dt

from extractor.model import Item, ItemDocument, Meeting, Period, Place
from tests.rules.case import Case
from tests.structure.checks.results import DAY, HEAD, block, cited, codes, item

#: A masthead that has a title and nothing else.
BARE = HEAD.model_copy(
    update={"symbol": None, "symbols": [], "distribution": None, "date": None, "job_number": None,
            "original_language": None, "kind": "agenda"}
)  # fmt: skip


def _inner(title: str, x0: float) -> Item:
    """An item without a number at another edge."""
    box = (x0, 320.0, 300.0, 330.0)
    update = {"number": None, "label": None, "bbox": box, "places": [Place(page=1, bbox=box)]}
    return item("9", title).model_copy(update=update)


def _head_of_page(page: int) -> ItemDocument:
    """The symbol of the paper as a listed document, at the head of a page."""
    place = Place(page=page, bbox=(100.0, 40.0, 200.0, 50.0))
    return ItemDocument(title=None, symbols=[OWN], page=page, places=[place])


OWN = HEAD.symbol or ""
LAMPS, BUOYS = item("1", "Lamps"), item("2", "Buoys")

CASES = {
    "checks.foreign.hours": Case(
        lambda: codes([item("1", "Lamps of the harbour (9:00-9:30)"), BUOYS]),
        [("item.title_broken", "items[0].title")],
    ),
    "checks.foreign.none": Case(
        lambda: codes([item("1", "Lamps of the harbour (no document)"), BUOYS]),
        [("item.documentation_doubt", "items[0].no_documentation")],
    ),
    "checks.foreign.agenda": Case(
        lambda: [
            codes(document=HEAD.model_copy(update={"title": None, "body": "Programme of work"})),
            codes(document=HEAD.model_copy(update={"organ": "World Harbours HB-81/Doc."})),
        ],
        [[("document.name_broken", "document.body")], [("document.name_broken", "document.organ")]],
    ),
    "checks.foreign.tail": Case(
        lambda: codes(document=HEAD.model_copy(update={"organ": "Объединенных Наций"})),
        [("document.name_broken", "document.organ")],
    ),
    "checks.foreign.issued": Case(
        lambda: codes(
            [LAMPS, BUOYS],
            document=BARE,
            meetings=[
                Meeting(
                    place="Cebu",
                    periods=[
                        Period(start=DAY - dt.timedelta(days=90), end=DAY - dt.timedelta(days=90)),
                        Period(start=DAY, end=DAY + dt.timedelta(days=1)),
                    ],
                )
            ],
        ),
        [("meeting.unread", "meetings[0].periods"), ("meeting.unread", "document.date")],
    ),
    "checks.foreign.parts": Case(
        lambda: codes(
            [LAMPS, BUOYS],
            blocks=[
                block(1, "annotation", "Opening").model_copy(update={"number": "1.1"}),
                block(2, "annotation", "Approval of the agenda").model_copy(update={"number": "1.2"}),
            ],
        ),
        [("item.list_stops", "items"), ("item.list_stops", "items[0].annotation"), ("item.list_stops", "documents")],
    ),
    "checks.foreign.indent": Case(
        lambda: codes([LAMPS, _inner("Talk by the keeper", 130.0), BUOYS]),
        [("item.unnumbered", "items[1]")],
    ),
    "checks.foreign.sentence": Case(
        lambda: codes(
            [
                LAMPS.model_copy(update={"items": [_inner("The Board will light its lamps", 100.0)]}),
                BUOYS.model_copy(update={"items": [_inner("Keepers", 100.0), _inner("Painters", 100.0)]}),
            ],
            blocks=[
                block(1, "list", "1. Lamps"),
                block(2, "list", "The Board will light its lamps."),
            ],
        ),
        [("item.title_broken", "items[0].items[0]"), ("item.title_broken", "items[0].items[0].annotation")],
    ),
    "checks.foreign.below": Case(
        lambda: codes(
            [LAMPS, BUOYS],
            document=BARE.model_copy(update={"symbol": "LF/3/3", "symbols": ["LF/3/3"]}),
            blocks=[block(1, "title", "Provisional agenda", 100.0), block(2, "masthead", "LF/3/3", 300.0)],
            references=[
                cited("LF/3/3", 2, 0).model_copy(update={"places": [Place(page=1, bbox=(400.0, 300.0, 450.0, 310.0))]})
            ],
        ),
        [("document.symbol_conflict", "document.symbol"), ("document.symbol_conflict", "documents")],
    ),
    "checks.foreign.running": Case(
        lambda: codes(
            [
                item("1", "Lamps"),
                item("2", "Buoys", documents=[_head_of_page(3)]),
            ],
            blocks=[block(1, "documentation", "See below", 40.0).model_copy(update={"page": 3})],
        ),
        [("text.furniture", "items[1].documents[0]")],
    ),
    "checks.foreign.beside": Case(
        lambda: codes([LAMPS, BUOYS], blocks=[block(1, "text", "LHB 3/4", 300.0, 350.0)]),
        [("documents.unlisted", "documents"), ("documents.unlisted", "references")],
    ),
}
