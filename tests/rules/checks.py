"""The smallest result that sets off each check."""

from __future__ import annotations

import datetime as dt

from extractor.layout.lines.rows import lines_of
from extractor.model import DateMention, Item, Meeting, Period, Place, Session
from extractor.records import replace
from extractor.structure.printed import Piece, Printed
from tests.layout.pages import page, span
from tests.rules.case import Case
from tests.structure.checks.results import DAY, HEAD, block, cited, codes, item, listed, note, row, set_in

SYMBOL = "A/AC.999/2031/4"
TEXT = "The lamps of the northern harbours are old and dim and"
WHOLE = "The lamps are old."
ENTRIES = "Lamps", "Bells", "Buoys", "Funding"
#: What a broken text of the first item makes doubtful.
BROKEN = [("annotation.broken", "items[0].annotation[0]"), ("annotation.broken", "references")]
LIST = "1. Lamps", "2. Bells", "3. Buoys"


def stretched(*words: str) -> list[Printed]:
    """Blocks of a line of words each, the last one with room for a word more."""
    lines = [set_in((10, text)) for text in words]
    (wide,) = lines_of(page([replace(span(words[-1], 100.0, 300.0), x1=260.0)]))
    return [*lines[:-1], Printed("text", words[-1], [Piece(0, len(words[-1]), [wide])])]


def entries(*places: float) -> list[Printed]:
    """A text of two lines, and below it entries of a line each at these heights."""
    found = [set_in((10, TEXT), (10, TEXT))]
    for top in places:
        lines = lines_of(page([span("Lamps", 100.0, top)]))
        found.append(Printed("list", "Lamps", [Piece(0, 5, lines)]))
    return found


def _numbered(of: Item, number: str) -> Item:
    """An item whose last paragraph has a number."""
    *above, last = of.annotation
    return of.model_copy(update={"annotation": [*above, last.model_copy(update={"number": number})]})


CASES = {
    "checks.items.no_documents": Case(
        lambda: codes([item("1", "Lamps", "No papers are in preparation for the lamps.")]),
        [("item.documentation_doubt", "items[0].no_documentation")],
    ),
    "checks.items.one_missing": Case(
        lambda: codes(
            [item(str(at), title) for at, title in zip((1, 2, 4, 5), ENTRIES, strict=True)],
            document=HEAD.model_copy(update={"kind": "annotations"}),
        ),
        [("item.number_gap", "items")],
    ),
    "checks.items.repeated": Case(
        lambda: codes([item("1", "Lamps"), item("1", "Bells")]), [("item.number_repeated", "items[1]")]
    ),
    "checks.items.title_ends": Case(
        lambda: codes([item("1", "Maintenance of the")]), [("item.title_broken", "items[0].title")]
    ),
    "checks.items.title_label": Case(
        lambda: codes([item("1", "Lamps 2. Bells")]), [("item.title_holds_label", "items[0].title")]
    ),
    "checks.items.no_place": Case(lambda: codes([item("1", "Lamps", placed=False)]), [("item.no_place", "items[0]")]),
    "checks.items.list_stops": Case(
        lambda: codes([item("1", "Lamps")], blocks=[block(1, "text", "2. Bells")]), [("item.list_stops", "items")]
    ),
    "checks.items.agenda_unread": Case(
        lambda: codes(
            blocks=[block(at, "text", text) for at, text in enumerate(("Provisional agenda", *LIST), 1)],
            document=HEAD.model_copy(update={"kind": "other", "title": "Report on lighthouses"}),
        ),
        [("item.agenda_unread", "items")],
    ),
    "checks.annotations.absent": Case(
        lambda: codes([item("1", "Lamps")], document=HEAD.model_copy(update={"title": "Annotated agenda"})),
        [("annotation.absent", "items[0].annotation")],
    ),
    "checks.annotations.whole": Case(
        lambda: codes([item("1", "Lamps", "The lamps (of the north are old.")]),
        BROKEN,
    ),
    "checks.annotations.section": Case(
        lambda: codes(
            [item("1", "Lamps", "The lamps are old.", "III. Timetable", kind="heading", after="Rows.")],
            blocks=[block(1, "heading", "I. Agenda"), block(2, "heading", "II. Annotations")],
        ),
        [("annotation.holds_section", "items[0].annotation[1]")],
    ),
    "checks.documents.symbol_in_title": Case(
        lambda: codes([item("1", "Lamps", documents=[listed(f"Report on lamps ({SYMBOL}) and bells")])]),
        [("documents.symbol_in_title", "items[0].documents[0]")],
    ),
    "checks.documents.broken": Case(
        lambda: codes(
            blocks=[block(1, "text", f"See {SYMBOL} and Add.1."), block(2, "text", "See HB/LR/2031 (Overview).")],
            references=[cited(SYMBOL, 1, 4), cited("HB/LR/2031", 2, 4)],
        ),
        [("symbol.broken", "references[0]"), ("symbol.broken", "references[1]")],
    ),
    "checks.documents.uneven": Case(
        lambda: codes([item("1", "Lamps", documents=[listed("Lamps", "A/AC.1/4", "A/AC.2/5", "A/AC.2/5/Add.1")])]),
        [("documents.symbols_uneven", "items[0].documents[0]")],
    ),
    "checks.documents.unlisted": Case(
        lambda: codes(blocks=[block(1, "timetable", SYMBOL)], references=[cited(SYMBOL, 1, 0)]),
        [("documents.unlisted", "documents")],
    ),
    "checks.masthead.fields": Case(
        lambda: codes(document=HEAD.model_copy(update={"distribution": None})),
        [("document.field_missing", "document.distribution")],
    ),
    "checks.masthead.names": Case(
        lambda: codes(document=HEAD.model_copy(update={"organ": "AC.999"})),
        [("document.name_broken", "document.organ")],
    ),
    "checks.masthead.kind": Case(
        lambda: codes(document=HEAD.model_copy(update={"kind": "agenda", "title": "Annotations to the agenda"})),
        [("document.kind_denied", "document.kind"), ("annotation.absent", "blocks")],
    ),
    "checks.masthead.job_number": Case(
        lambda: codes(
            blocks=[block(1, "furniture", "V.31-01610 (E)")], document=HEAD.model_copy(update={"job_number": None})
        ),
        [("document.job_number_unread", "document.job_number")],
    ),
    "checks.meetings.weekday": Case(
        lambda: codes(dates=[DateMention(text="Monday, 27 June 2031", start=DAY, role="meeting", page=1)]),
        [("meeting.weekday_conflict", "meetings[0].periods")],
    ),
    "checks.timetable.day": Case(
        lambda: codes(rows=[*(row(f"Lamp {at}") for at in range(4)), row("Bell", day=None)]),
        [("schedule.no_day", "schedule[4]")],
    ),
    "checks.timetable.hour": Case(
        lambda: codes(rows=[row("Lamps"), row("Bells", None), row("Buoys", 15)]),
        [("schedule.no_hour", "schedule[1]")],
    ),
    "checks.timetable.slots": Case(
        lambda: codes(rows=[row("Lamps", 15), row("Bells", 10, top=20.0)]), [("schedule.slots_cross", "schedule[1]")]
    ),
    "checks.timetable.outside": Case(
        lambda: codes(rows=[row("Lamps", day=dt.date(2030, 6, 27))]),
        [("schedule.outside", path) for path in ("meetings[0].periods", "schedule[0].date")],
    ),
    "checks.timetable.title": Case(
        lambda: codes([item("1", "Lamps of brass"), item("2", "Funding")], [row("Funding", items=["1"])]),
        [("schedule.title_conflict", "schedule[0]")],
    ),
    "checks.timetable.broken": Case(
        lambda: codes([item("1", "Lamps of brass and glass")], [row("Lamps of brass", items=["1"]), row("and glass")]),
        [("schedule.title_broken", "schedule[0]"), ("schedule.title_broken", "schedule[1]")],
    ),
    "checks.text.parted": Case(
        lambda: codes(blocks=[block(1, "list", "The light-house is old."), block(2, "text", "A lighthouse is new.")]),
        [("text.word_parted", "items")],
    ),
    "checks.text.mixed": Case(
        lambda: codes(blocks=[block(1, "text", "Мaяк и мaяки")]), [("text.mixed_letters", "blocks[0]")]
    ),
    "checks.footnotes.gap": Case(
        lambda: codes(footnotes=[note(mark) for mark in ("1", "3")]),
        [("footnotes.number_gap", "footnotes[1]")],
    ),
    "checks.footnotes.unmarked": Case(
        lambda: codes(footnotes=[note(mark, anchored=False) for mark in ("1", "2")]),
        [("footnotes.unmarked", "footnotes[0]"), ("footnotes.unmarked", "footnotes[1]")],
    ),
    "checks.footnotes.in_text": Case(
        lambda: codes(
            [item("1", "Lamps", WHOLE)],
            blocks=[block(1, "annotation", WHOLE), block(2, "text", TEXT)],
            printed=[set_in((10, TEXT), (10, TEXT), (8, "Lamps of brass.")), set_in((10, TEXT))],
        ),
        [("footnotes.in_text", "blocks[0]"), ("footnotes.in_text", "footnotes")],
    ),
    "checks.footnotes.mark": Case(
        lambda: codes(blocks=[block(1, "annotation", "The harbours are dark.2 The lamps are old.")]),
        [("footnotes.mark_in_text", "blocks[0]"), ("footnotes.mark_in_text", "footnotes")],
    ),
    "checks.furniture.in_text": Case(
        lambda: codes(
            blocks=[block(1, "annotation", f"{TEXT} 2/4 V.31-01610")],
            printed=[set_in((10, TEXT), (10, "2/4 V.31-01610"))],
        ),
        [("text.furniture", "blocks[0]")],
    ),
    "checks.lines.lost": Case(
        lambda: codes(
            blocks=[block(1, "list", TEXT)],
            printed=[set_in((10, TEXT), (10, TEXT), (10, TEXT), None, (10, TEXT))],
        ),
        [("text.line_lost", "items")],
    ),
    "checks.lines.short": Case(
        lambda: codes(
            blocks=[block(1, "annotation", TEXT)],
            printed=[set_in((10, TEXT), (10, "of lamps."), (10, TEXT))],
        ),
        [("text.line_short", "blocks[0]")],
    ),
    "checks.spacing.wide": Case(
        lambda: codes(
            blocks=[block(at, "list", "Lamps of brass") for at in range(1, 12)],
            printed=stretched(*["Lamps of brass"] * 11),
        ),
        [("text.line_wide", "items")],
    ),
    "checks.documents.suffix": Case(
        lambda: codes(blocks=[block(1, "documentation", "Lamps, bells and Corr.")]),
        [("symbol.broken", "documents"), ("symbol.broken", "references")],
    ),
    "checks.unread.fields": Case(
        lambda: codes(blocks=[block(1, "masthead", "Item 3 of the provisional agenda")]),
        [("document.field_unread", "document.agenda_item")],
    ),
    "checks.unread.session": Case(
        lambda: codes(blocks=[block(1, "masthead", "Ninth session")]), [("meeting.unread", "meetings[0].session")]
    ),
    "checks.unread.periods": Case(
        lambda: codes(
            blocks=[block(1, "masthead", "27 June 2031")],
            dates=[DateMention(text="27 June 2031", start=DAY, role="other", page=1, block=1)],
            meetings=[Meeting(session=Session(number=9))],
        ),
        [("meeting.unread", "meetings")],
    ),
    "checks.unread.hours": Case(
        lambda: codes(rows=[row("Lamps")], blocks=[block(1, "timetable", "10 a.m. Lamps 4.30 p.m. Bells")]),
        [("schedule.hour_unread", "schedule")],
    ),
    "checks.unread.title_hours": Case(
        lambda: codes(rows=[row("4.30 p.m. Bells")]), [("schedule.hour_unread", "schedule[0]")]
    ),
    "checks.unread.items": Case(lambda: codes(rows=[row("Item 3: lamps")]), [("schedule.item_unread", "schedule[0]")]),
    "checks.unread.days": Case(
        lambda: codes(
            rows=[row("Lamps"), row("Bells", day=DAY + dt.timedelta(days=4))],
            blocks=[block(1, "timetable", "Monday")],
            dates=[DateMention(text="Monday", start=DAY + dt.timedelta(days=3), role="schedule", page=1, block=1)],
            meetings=[Meeting(session=Session(number=8), periods=[Period(start=DAY, end=DAY + dt.timedelta(days=4))])],
        ),
        [("schedule.day_missing", "schedule")],
    ),
    "checks.annotations.begins": Case(lambda: codes([item("1", "Lamps", "old lamps are dim.")]), BROKEN),
    "checks.annotations.ends": Case(
        lambda: codes(
            [item("1", "Lamps", "The lamps of brass"), *(item(str(n), f"Bell {n}", WHOLE) for n in range(2, 7))]
        ),
        BROKEN,
    ),
    "checks.annotations.missing": Case(
        lambda: codes(
            [item("1", "Lamps", WHOLE), item("2", "Bells"), item("3", "Buoys", WHOLE)],
            blocks=[block(1, "text", "2. Bell").model_copy(update={"type": "heading"})],
        ),
        [("annotation.missing", "items[1].annotation")],
    ),
    "checks.annotations.parts": Case(
        lambda: codes(
            [
                item("1", "Lamps", WHOLE).model_copy(
                    update={"items": [item("1(a)", "Brass"), item("1(b)", "Glass", WHOLE)]}
                )
            ]
        ),
        [("annotation.missing", "items[0].annotation[0]")],
    ),
    "checks.annotations.heading": Case(
        lambda: codes(
            [item("1", "Lamps", WHOLE, "2. Bells of the harbours"), item("2", "Bells of the harbours", WHOLE)]
        ),
        [("annotation.holds_section", "items[0].annotation[1]")],
    ),
    "checks.items.heading": Case(
        lambda: codes(
            [item("1", "Lamps of the harbour")],
            blocks=[block(1, "heading", "1. Lamps of the old harbour").model_copy(update={"item": "1"})],
        ),
        [("item.title_conflict", "items[0].title")],
    ),
    "checks.items.unread": Case(
        lambda: codes(document=HEAD.model_copy(update={"kind": "other"})),
        [("item.agenda_unread", "blocks"), ("document.kind_denied", "document.kind")],
    ),
    "checks.timetable.items": Case(
        lambda: codes(
            [item(str(n), f"Lamp {n}") for n in range(1, 7)],
            [row(f"Lamp {n}", items=[str(n)]) for n in (1, 2, 4, 5, 6)],
        ),
        [("schedule.item_missing", "schedule")],
    ),
    "checks.timetable.untaken": Case(
        lambda: codes([item("1", "Lamps of brass")], [row("Lamps of brass")]), [("schedule.item_unread", "schedule[0]")]
    ),
    "checks.documents.empty": Case(
        lambda: codes(
            [item("1", "Lamps", documents=[listed("", *()), *(listed("Lamps", f"A/AC.1/{n}") for n in range(6))])]
        ),
        [("documents.no_symbol", "items[0].documents[0]")],
    ),
    "checks.annotations.together": Case(
        lambda: codes(
            [item("1", "Lamps", WHOLE, WHOLE, ids=(1, 3))],
            blocks=[block(1, "annotation", WHOLE), block(2, "heading", "Annex"), block(3, "annotation", WHOLE)],
        ),
        [("annotation.holds_section", "items[0].annotation[1]")],
    ),
    "checks.items.parts": Case(
        lambda: codes(
            [item("1", "Lamps").model_copy(update={"items": [item("1(a)", "Brass"), item("1(c)", "Glass")]})]
        ),
        [("item.part_gap", "items[0].items")],
    ),
    "checks.masthead.symbol": Case(
        lambda: codes(
            blocks=[block(at, "furniture", "A/AC.999/2031/7").model_copy(update={"page": at}) for at in (1, 2, 3)]
        ),
        [("document.symbol_conflict", "document.symbol")],
    ),
    "checks.documents.unread": Case(
        lambda: codes(blocks=[block(1, "text", f"See {SYMBOL}.")]), [("symbol.unread", "references")]
    ),
    "checks.footnotes.missing": Case(
        lambda: codes(blocks=[block(1, "annotation", TEXT)], printed=[set_in((10, TEXT), mark="1")]),
        [("footnotes.missing", "footnotes")],
    ),
    "checks.items.unnumbered": Case(
        lambda: codes([item("1", "Lamps"), item("2", "Bells").model_copy(update={"number": None})]),
        [("item.unnumbered", "items[1]"), ("item.unnumbered", "items[1].annotation")],
    ),
    "checks.items.lone": Case(
        lambda: codes([item("1", "Lamps")], document=HEAD.model_copy(update={"kind": "agenda"})),
        [("item.list_stops", "items")],
    ),
    "checks.footnotes.words": Case(
        lambda: codes(footnotes=[note("*").model_copy(update={"text": "31-01610 (E) 160331 170331"})]),
        [("footnotes.no_words", "footnotes[0]")],
    ),
    "checks.timetable.overlap": Case(
        lambda: codes(rows=[row("Lamps", 10), row("Bells", 11, top=20.0)]), [("schedule.slots_cross", "schedule[1]")]
    ),
    "checks.timetable.parts": Case(
        lambda: codes(
            [item("1", "Lamps").model_copy(update={"items": [item(f"1({x})", f"Lamp {x}") for x in "abc"]})],
            [row("Lamp a", items=["1(a)"]), row("Lamp b", items=["1(b)"])],
        ),
        [("schedule.item_missing", "schedule")],
    ),
    "checks.annotations.entry": Case(
        lambda: codes([item("1", "Lamps", f"{SYMBOL} Report on lamps.")]),
        [("annotation.holds_section", "items[0].annotation[0]"), ("annotation.holds_section", "items[0].documents")],
    ),
    "checks.masthead.companion": Case(
        lambda: codes(document=HEAD.model_copy(update={"kind": "other", "title": "List of documents"})),
        [("document.kind_denied", "document.kind")],
    ),
    "checks.meetings.parts": Case(
        lambda: codes(
            meetings=[
                Meeting(session=Session(number=8), periods=[Period(start=DAY, end=DAY)]),
                Meeting(session=Session(number=9)),
            ]
        ),
        [("meeting.incomplete", "meetings[1].periods")],
    ),
    "checks.meetings.year": Case(
        lambda: codes(
            dates=[DateMention(text="Monday, 27 June", start=DAY, role="schedule", page=1) for _ in range(3)]
        ),
        [("meeting.weekday_conflict", "meetings[0].periods"), ("meeting.weekday_conflict", "schedule")],
    ),
    "checks.names.order": Case(
        lambda: codes(document=HEAD.model_copy(update={"organ": "Assembly General"})),
        [("document.name_broken", "document.organ")],
    ),
    "checks.names.part": Case(
        lambda: codes(
            document=HEAD.model_copy(update={"body": "Commission on Crime Prevention and Criminal"}),
            blocks=[
                block(1, "masthead", "Commission on Crime Prevention and Criminal"),
                block(2, "masthead", "Justice"),
            ],
        ),
        [("document.name_broken", "document.body")],
    ),
    "checks.names.joined": Case(
        lambda: codes(document=HEAD.model_copy(update={"body": "Lighthouse Fund General Assembly"})),
        [("document.name_broken", "document.body")],
    ),
    "checks.items.contents": Case(
        lambda: codes(
            [item("1", "Lamps"), item("3", "Buoys"), item("4", "Funding")],
            blocks=[block(n, "contents", f"{n}. {title} {n}") for n, title in enumerate(ENTRIES, 1)],
        ),
        [("item.contents_unmatched", "items")],
    ),
    "checks.gaps.line": Case(
        lambda: codes(
            [item("1", "Lamps")],
            blocks=[block(1, "annotation", TEXT), *(block(at, "annotation", "Lamps") for at in range(2, 9))],
            printed=entries(400, 416, 432, 448, 464, 492, 508),
        ),
        [("text.line_lost", "references")],
    ),
    "checks.gaps.heading": Case(
        lambda: codes(
            [item("1", "Lamps")],
            blocks=[
                block(1, "annotation", TEXT),
                *(block(at, "annotation" if at % 2 else "heading", "Lamps") for at in range(2, 14)),
            ],
            printed=entries(336, 352, 376, 392, 416, 432, 456, 472, 496, 512, 528, 552),
        ),
        [("annotation.broken", "references")],
    ),
    "checks.head.item": Case(
        lambda: codes(document=HEAD.model_copy(update={"body": "Adoption of the agenda"})),
        [("document.name_broken", "document.body")],
    ),
    "checks.head.parent": Case(
        lambda: codes(document=HEAD.model_copy(update={"symbol": "A/AC.121/2031/1", "body": "General Assembly"})),
        [("document.name_broken", "document.body")],
    ),
    "checks.head.title": Case(
        lambda: codes(
            document=HEAD.model_copy(update={"kind": "list_of_documents", "title": "Note by the Secretariat"})
        ),
        [("document.name_broken", "document.title")],
    ),
    "checks.head.organization": Case(
        lambda: codes(document=HEAD.model_copy(update={"organ": "Nations Unies Conseil des phares"}), language="fr"),
        [("document.name_broken", "document.organ")],
    ),
    "checks.head.hours": Case(
        lambda: codes(document=HEAD.model_copy(update={"body": "Visit to the lamps 14:00 – 17:00"})),
        [("document.name_broken", "document.body")],
    ),
    "checks.head.language": Case(
        lambda: codes(document=HEAD.model_copy(update={"original_language": None})),
        [("document.field_missing", "document.original_language")],
    ),
    "checks.head.bar": Case(
        lambda: codes(
            document=HEAD.model_copy(update={"job_number": None}), blocks=[block(1, "furniture", "*3101610*")]
        ),
        [("document.job_number_unread", "document.job_number")],
    ),
    "checks.head.days": Case(
        lambda: codes(
            blocks=[block(1, "masthead", "Genoa, 26–27 June 2031")],
            dates=[DateMention(text="27 June 2031", start=DAY, role="meeting", page=1, block=1, span=(10, 22))],
        ),
        [("meeting.unread", "meetings[0].periods")],
    ),
    "checks.head.agenda": Case(
        lambda: codes(
            document=HEAD.model_copy(update={"kind": "other", "title": None}),
            blocks=[block(1, "text", "1. Adoption of the agenda.")],
        ),
        [("item.agenda_unread", path) for path in ("items", "document.title", "document.kind", "meetings")],
    ),
    "checks.listing.title": Case(lambda: codes([item("1", ": Lamps")]), [("item.title_broken", "items[0].title")]),
    "checks.listing.timed": Case(
        lambda: codes(
            document=HEAD.model_copy(update={"kind": "agenda", "title": "Draft agenda"}),
            rows=[row("Lamps", items=["1"])],
        ),
        [("item.agenda_unread", "items")],
    ),
    "checks.listing.inner": Case(
        lambda: codes(
            [
                item("3", "Lamps").model_copy(
                    update={"items": [_numbered(item("3.1", "Brass", "They are of brass."), "3.2")]}
                )
            ]
        ),
        [("item.part_gap", "items[0].items[0]")],
    ),
    "checks.listing.below": Case(
        lambda: codes(
            [item("1", "Lamps").model_copy(update={"places": [Place(page=1, bbox=(120.0, 300.0, 300.0, 310.0))]})],
            blocks=[block(1, "list", "1. Lamps", 300.0), block(2, "text", "Bells", 316.0, 120.0)],
        ),
        [("item.list_stops", "items")],
    ),
    "checks.listing.headed": Case(
        lambda: codes(
            [item("1", "Lamps"), item("2", "Bells")],
            blocks=[block(1, "heading", "3. Buoys", x0=150.0).model_copy(update={"type": "heading"})],
        ),
        [("item.list_stops", "items"), ("item.list_stops", "documents")],
    ),
    "checks.listing.nested": Case(
        lambda: codes([item("1", "Lamps"), item("3.1", "Bells")]), [("item.number_gap", "items[1]")]
    ),
    "checks.listing.balanced": Case(
        lambda: codes([item("1", "Lamps (of brass")]), [("item.title_broken", "items[0].title")]
    ),
    "checks.slots.label": Case(
        lambda: codes([item("1", "Lamps of brass and of glass")], [row("1 Lamps of brass and of glass")]),
        [("schedule.item_unread", "schedule[0]")],
    ),
    "checks.slots.unread": Case(
        lambda: codes(blocks=[block(1, "text", "09:00–10:00 Lamps 10:00–11:00 Bells 11:00–12:00 Buoys")]),
        [("schedule.hour_unread", "schedule")],
    ),
    "checks.slots.opening": Case(
        lambda: codes(rows=[row("Opening of the session")]), [("meeting.opening_unread", "meetings[0].opens_at")]
    ),
    "checks.slots.first": Case(
        lambda: codes(
            [item("1", "Lamps"), item("2", "Bells")], [row("Lamps", None, items=["1"]), row("Bells", 15, items=["2"])]
        ),
        [("schedule.no_hour", "schedule[0]")],
    ),
    "checks.slots.parts": Case(
        lambda: codes(
            [item("1", "Lamps").model_copy(update={"items": [item("1(a)", "Brass"), item("1(b)", "Glass")]})],
            [row("Glass", items=["1(b)"])],
        ),
        [("schedule.item_missing", "schedule")],
    ),
    "checks.slots.balanced": Case(
        lambda: codes(rows=[row("Lamps (of brass")]), [("schedule.title_broken", "schedule[0]")]
    ),
}
