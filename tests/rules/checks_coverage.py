"""The smallest result that sets off each check of what is printed like a value and stands in none."""

from __future__ import annotations

from extractor.model import DateMention, Meeting, Session
from tests.rules.case import Case
from tests.structure.checks.results import DAY, HEAD, block, cited, codes, item, listed, row

UNDATED = [Meeting(session=Session(number=8), periods=[])]
PROGRAMME = HEAD.model_copy(update={"kind": "organization_of_work", "title": "Organization of work"})
OTHER = HEAD.model_copy(update={"kind": "other", "title": "Work of the keepers"})


def unread() -> list[tuple[str, str | None]]:
    """A number joined to cited ones, and one behind the first of the words for a resolution."""
    joined = codes(
        blocks=[block(1, "text", "The Board recalled its resolutions 60/251, 65/281 and 68/268.")],
        references=[cited("60/251", 1, 35, owner="Lamp Board"), cited("65/281", 1, 43, owner="Lamp Board")],
    )
    return joined + codes(blocks=[block(1, "text", "In its resolution 84/17, the Board asked for lamps.")])


ITEMS = [item(number, title) for number, title in (("5", "Lamps"), ("76", "Bells"), ("77", "Buoys"))]

CASES = {
    "checks.coverage.cited": Case(unread, [("reference.unread", "references"), ("reference.unread", "references")]),
    "checks.coverage.symbols": Case(
        lambda: codes(
            blocks=[block(1, "text", "See EB164/2.")],
            document=HEAD.model_copy(update={"symbol": "EB164/1", "symbols": ["EB164/1"]}),
        ),
        [("symbol.unread", "references")],
    ),
    "checks.coverage.bracketed": Case(
        lambda: codes(
            ITEMS,
            blocks=[
                block(at, "heading", f"{title} [{number}]")
                for at, (number, title) in enumerate(
                    (("5", "Lamps"), ("76", "Bells"), ("77", "Buoys"), ("78", "Wrecks")), 1
                )
            ],
        ),
        [("item.list_stops", "items"), ("item.list_stops", "documents")],
    ),
    "checks.coverage.days": Case(
        lambda: codes(
            blocks=[block(1, "text", "Lisbon, 27 June 2031")],
            dates=[DateMention(text="27 June 2031", start=DAY, block=1, span=(8, 20), page=1)],
            meetings=UNDATED,
        ),
        [("meeting.unread", "meetings")],
    ),
    "checks.coverage.slots": Case(
        lambda: codes(
            blocks=[block(1, "text", "10 a.m.–1 p.m. Lamps 3–6 p.m. Bells 10 a.m.–1 p.m. Buoys 3 p.m.–6 p.m. Oil")],
            document=PROGRAMME,
        ),
        [("schedule.hour_unread", "schedule")],
    ),
    "checks.coverage.kind": Case(
        lambda: codes(rows=[row("Lamps", top=20.0 * at) for at in range(6)], document=OTHER),
        [("document.kind_denied", "document.kind")],
    ),
    "checks.coverage.wordless": Case(
        lambda: codes([item("1", "Lamps", "The lamps are old.", "12.", after="They are dear.")]),
        [("annotation.broken", place) for place in ("items[0].annotation[1]", "references", "meetings")],
    ),
    "checks.coverage.documentation": Case(
        lambda: codes(
            [item("1", "Lamps", "The lamps are old.")],
            blocks=[
                block(1, "heading", "Documentation").model_copy(update={"type": "heading"}),
                block(2, "text", "Report on lamps"),
            ],
        ),
        [("documents.unlisted", "documents")],
    ),
    "checks.annotations.annex": Case(
        lambda: codes([item("1", "Lamps", "Annex", kind="heading", after="The lamps are old.")]),
        [("annotation.holds_section", "items[0].annotation[0]")],
    ),
    "checks.annotations.headless": Case(
        lambda: codes(
            [item(str(n), f"Lamp {n}", *(["The lamps are old."] if n > 1 else [])) for n in range(1, 7)],
            blocks=[block(n, "heading", f"{n}. Lamp {n}").model_copy(update={"item": str(n)}) for n in range(1, 7)],
        ),
        [("annotation.missing", "items[0].annotation"), ("annotation.missing", "items[0].documents")],
    ),
    "checks.annotations.lettered": Case(
        lambda: codes(
            [item("1", "Lamps", "(a) Oil", kind="heading", after="The lamps are old.")],
            document=HEAD.model_copy(update={"kind": "annotations"}),
        ),
        [("item.part_gap", place) for place in ("items", "items[0].annotation[0]", "items[0].documents")],
    ),
    "checks.head.adopted": Case(
        lambda: codes(
            document=OTHER.model_copy(update={"title": "Resolution adopted by the General Assembly on 9 May 2031"}),
        ),
        [("document.name_broken", "document.title")],
    ),
    "checks.head.listless": Case(
        lambda: codes(
            [item("1", "Lamps", "The lamps are old.")],
            blocks=[block(1, "heading", "1. Lamps")],
            document=HEAD.model_copy(update={"title": "Annotations to the provisional agenda"}),
        ),
        [("document.kind_denied", "document.kind")],
    ),
    "checks.names.tail": Case(
        lambda: codes(document=HEAD.model_copy(update={"organ": "Environment Programme"})),
        [("document.name_broken", "document.organ")],
    ),
    "checks.coverage.mandates": Case(
        lambda: codes([item("1", "Lamps", documents=[listed("Resolutions 60/251, 65/281 and 68/268")])]),
        [("documents.no_symbol", "items[0].documents[0]")],
    ),
    "checks.coverage.opening": Case(
        lambda: codes(
            [item("1", "Lamps")],
            blocks=[block(1, "text", "The session will be opened on Friday at 10 a.m. in Lisbon.")],
        ),
        [("meeting.opening_unread", "meetings[0].opens_at")],
    ),
}
