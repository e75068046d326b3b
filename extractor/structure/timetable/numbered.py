"""Which entry each item number belongs to, and which entries without a number go on with the one above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.records import Struct, replace
from extractor.rules import first, rule
from extractor.structure.timetable.cells import Cell, Piece
from extractor.structure.timetable.item_numbers import leading_items, read_items
from extractor.structure.timetable.phrases import take_continued
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.sheets import Sheet


def with_items(
    entries: Iterable[Cell], numbers: Iterable[Cell], sheet: Sheet, clocks: Sequence[Piece], parent: str | None
) -> tuple[list[Cell], str | None]:
    """Entries with the items of their cells; what follows inside the cell carries them (contract: Timetable).

    Args:
        entries: the cells of titles.
        numbers: the cells of item numbers.
        sheet: the page.
        clocks: the pieces of time of the page.
        parent: the last item before, to which letters alone belong.

    Returns:
        The entries from top to bottom, and the last item.
    """
    found, parent = _numbered(list(entries), numbers, parent)
    found.sort(key=lambda entry: (entry.top, entry.column))
    heights = sheet.heights[sheet.layout.of("item")[0]] if sheet.layout.items else []
    return _owned(_same_cell(found, heights), clocks), parent


def _numbered(entries: list[Cell], numbers: Iterable[Cell], parent: str | None) -> tuple[list[Cell], str | None]:
    """The entries with the numbers beside them, and numbers without a title as entries of their own."""
    for number in numbers:
        text, continued = take_continued(number.text)
        items = read_items(text, parent)
        if items is None:
            continue
        parent = items[-1]
        at = _beside(number, entries)
        owner = number if at is None else entries[at]
        named = replace(owner, items=tuple(items), celled=True, continued=continued, untitled=at is None)
        entries = [*entries, named] if at is None else [*entries[:at], named, *entries[at + 1 :]]
    return entries, parent


def _beside(number: Cell, entries: Sequence[Cell]) -> int | None:
    """Index of the entry that a number stands beside."""
    for at, entry in enumerate(entries):
        if entry.overlaps(number) and not entry.celled and not entry.bullet:
            return at
    first = next((at for at, entry in enumerate(entries) if entry.overlaps(number)), None)
    return None if first is None or entries[first].celled else first


def _same_cell(entries: Sequence[Cell], heights: Sequence[float]) -> list[Cell]:
    """The entries, those without a number that are set closer than rows with the items of the entry above."""
    gaps = [b.top - a.bottom for a, b in pairwise(entries) if b.celled and b.top > a.bottom]
    least = min(gaps, default=0.0)
    found = [*entries[:1]]
    for after in entries[1:]:
        carries = is_tight.applies(found[-1], after, least, heights)
        found.append(replace(after, items=found[-1].items, rule=is_tight.name) if carries else after)
    return found


@rule("timetable.items.tight", source="contract, Timetable: what follows inside the cell of an item carries its number")
def is_tight(before: Cell, after: Cell, least: float, heights: Sequence[float]) -> bool:
    """An entry without a number that stands closer than rows do belongs to the item above it."""
    return (
        not (after.celled or after.bullet or not before.items or before.column != after.column)
        and not any(before.bottom - SETTINGS.level < h < after.top + SETTINGS.border_slack for h in heights)
        and after.top - before.bottom < least - SETTINGS.wider
        and before.italic == after.italic
        and before.bold == after.bold
        and leading_items(after.text) is None
    )


class Below(Struct, frozen=True):
    """An entry without a number below one with a number of its own.

    Attributes:
        entry: the entry.
        owner: the entry above that has the number.
        inner: whether entries with bullets stand between the two.
        italics: whether lines that stand for themselves are set in italics here.
    """

    entry: Cell
    owner: Cell
    inner: bool
    italics: bool


def _owned(entries: Sequence[Cell], clocks: Sequence[Piece]) -> list[Cell]:
    """The entries, those without a number that belong to the item above with its number."""
    italics = any(e.italic and not e.celled and not e.bullet for e in entries) and not all(e.italic for e in entries)
    owner: Cell | None = None
    found: list[Cell] = []
    for entry in entries:
        if entry.celled:
            owner = entry
        elif owner and not entry.bullet and not entry.items and entry.column == owner.column:
            top = owner.top
            inner = any(e.bullet and top < e.top < entry.top for e in entries)
            below = Below(entry, owner, inner, italics)
            if (
                (carries := first(CARRIES, below))
                and leading_items(entry.text) is None
                and not any(abs(clock.baseline - entry.pieces[0].baseline) < SETTINGS.level for clock in clocks)
            ):
                entry = replace(entry, items=owner.items, rule=carries.name)
            else:
                owner = None
        found.append(entry)
    return found


@rule("timetable.items.bold_part", source="papers with numbered titles in bold over bullets")
def bold_part(below: Below) -> bool:
    """Numbered titles in bold with bullets below: a bold title without a number is a part of the same cell."""
    return below.inner and below.owner.bold and below.entry.bold


@rule("timetable.items.upright_part", source="papers with informal meetings in italics between the items")
def upright_part(below: Below) -> bool:
    """Where lines that stand for themselves are set in italics, upright ones go on with their item."""
    return below.italics and not (below.owner.italic or below.entry.italic)


#: What gives an entry without a number the items of the entry above.
CARRIES = (bold_part, upright_part)
