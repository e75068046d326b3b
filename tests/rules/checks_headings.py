"""The smallest result that sets off each check of the text below the list, and what timetables leave out by design."""

from __future__ import annotations

import datetime as dt

from extractor.model import Item, Meeting, Period, PrintedBlock, Role, Session
from tests.rules.case import Case
from tests.structure.checks.results import DAY, block, codes, item, listed, row, set_in

TEXT = "The lamps of the northern harbours are old."
TITLES = "Lamps of brass", "Bells of bronze", "Buoys of cork", "Wrecks of wood", "Oil for the lamps"


def _of(number: int, role: Role, text: str, owner: str) -> PrintedBlock:
    """A block of an item."""
    kind = {"heading": "heading"}.get(role, "paragraph")
    return block(number, role, text).model_copy(update={"item": owner, "type": kind})


def _annotated() -> tuple[list[Item], list[PrintedBlock]]:
    """Five items with headings, texts and documents, but for the heading of the third: the second has its text."""
    owners = ["1", "1", "1", "2", "2", "2", "2", "2", "4", "4", "4", "5", "5", "5"]
    roles: list[Role] = ["heading", "annotation", "documentation"]
    roles += [*roles, "annotation", "documentation", *roles, *roles]
    blocks = [_of(at, role, TEXT, owner) for at, (role, owner) in enumerate(zip(roles, owners, strict=True), 1)]
    items = [item(str(at), title, *([] if at == 3 else [TEXT])) for at, title in enumerate(TITLES, 1)]
    return items, [one.model_copy(update={"text": TITLES[int(one.item or 1) - 1]}) if one.type == "heading" else one
                   for one in blocks]  # fmt: skip


def _counted() -> list[PrintedBlock]:
    """Paragraphs with numbers of which one is missing near the end."""
    numbers = [*range(1, 12), 13, *range(14, 18)]
    return [block(at, "text", TEXT).model_copy(update={"number": f"{number}."}) for at, number in enumerate(numbers, 1)]


def extract_of_days() -> list[tuple[str, str | None]]:
    """A timetable of one of the four days of a meeting, without a row for one item."""
    return codes(
        [item(str(at), title) for at, title in enumerate(TITLES, 1)],
        [row(TITLES[at - 1], items=[str(at)]) for at in (1, 2, 4, 5)],
        meetings=[Meeting(session=Session(number=8), periods=[Period(start=DAY, end=DAY + dt.timedelta(days=5))])],
    )


CASES = {
    "checks.footnotes.taken": Case(
        lambda: codes(
            [item("1", "Lamps", TEXT, ids=[1])],
            blocks=[block(1, "annotation", TEXT)],
            printed=[set_in((10, f"1 {TEXT}"), (10, TEXT), mark="1")],
        ),
        [("footnotes.missing", "footnotes"), ("footnotes.in_text", "items[0].annotation[0]")],
    ),
    "checks.headings.lost": Case(
        lambda: codes(_annotated()[0], blocks=_annotated()[1]),
        [("annotation.missing", "items[2].annotation"), ("annotation.missing", "items[2].documents")],
    ),
    "checks.headings.counted": Case(
        lambda: codes([item("1", "Lamps of brass", TEXT, ids=[12])], blocks=_counted()),
        [("annotation.broken", "items[0].annotation[0]")],
    ),
    "checks.headings.documentation": Case(
        lambda: codes(
            [item("1", "Lamps of brass"), item("2", "Bells of bronze")],
            blocks=[_of(1, "annotation", "Documentation", "1"), _of(2, "heading", "2. Bells of bronze", "2")],
        ),
        [("documents.unlisted", "documents"), ("documents.unlisted", "references")],
    ),
    "checks.timetable.whole": Case(extract_of_days, []),
    "checks.listing.gap": Case(
        lambda: codes(
            [item(str(at), TITLES[at - 1], TEXT, documents=[listed("Lamps", "A/AC.1/4")]) for at in (1, 2, 4, 5)]
        ),
        [("item.number_gap", "items[1].annotation"), ("item.number_gap", "documents")],
    ),
    "checks.slots.symbols": Case(
        lambda: codes(rows=[row("A/AC.999/2031/4 and Add.1")]), [("schedule.title_broken", "schedule[0]")]
    ),
    "checks.slots.between": Case(
        lambda: codes(
            [item("1", "Lamps").model_copy(update={"items": [item(f"1({x})", f"Lamp {x}") for x in "abc"]})],
            [row("Lamp a", items=["1(a)"]), row("Old lamps", 12), row("Lamp c", 14, items=["1(c)"])],
            [block(1, "timetable", "Old lamps")],
        ),
        [("schedule.item_missing", "schedule"), ("schedule.item_unread", "schedule[1]")],
    ),
}
