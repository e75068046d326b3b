"""The line that says under which agenda item a paper is issued (`Item 1 of the provisional agenda`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.built import compiled
from extractor.grammar.numbering import plain_letter
from extractor.lexicon.folding import fold
from extractor.lexicon.words import choice, connectives
from extractor.rules import rule
from extractor.structure.masthead.model import ItemUnder, Row, RowKind, joined
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import words

_ITEM_NUMBER = r"(?:\d{1,3}(?:\.\d{1,2}){0,3})"  # digits of any script
_ITEM_LETTER = r"\s?(?:[(（][a-zа-яء-ي]{1,4}[)）]|[a-zа-я]\))"
_ITEM_PART = rf"(?:{_ITEM_NUMBER}(?:{_ITEM_LETTER}){{0,2}}|{_ITEM_LETTER})"
_AND = choice(connectives("and"))
_ITEM_SEPARATOR = rf"(?:\s*+[,،、]\s*+(?:(?:{_AND})\s++)?|\s*+(?:{_AND})\s*+|\s*+[–-]\s*+(?=[\d(]))"
_ITEMS = compiled(rf"{_ITEM_NUMBER}(?:{_ITEM_LETTER}){{0,2}}(?:{_ITEM_SEPARATOR}{_ITEM_PART})*", re.IGNORECASE)
_TOKEN = compiled(
    rf"(?P<number>{_ITEM_NUMBER})(?P<letters>(?:{_ITEM_LETTER}){{0,2}})|(?P<letter>{_ITEM_LETTER})", re.IGNORECASE
)
#: Rows that may go on with an item line: the item's title.
_TITLES = (RowKind.TEXT, RowKind.NOTE, RowKind.SUPPLEMENT)
_LABEL = compiled(r"[a-zа-яء-ي]{1,4}")
# Russian papers label with Latin letters that typists take from the Cyrillic keyboard.
_LOOK_ALIKES = str.maketrans("асеохру", "aceoxpy")
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def item_line(text: str) -> tuple[list[str], str] | None:
    """The item numbers of an item line and the title printed after them on the line, or ``None``.

    `Items 3 (a), (c) and 6 of the provisional agenda` gives ``['3(a)', '3(c)', '6']`` and an empty title.
    """
    known = words()
    head = known.item_head.match(text)
    if head is None:
        return None
    found = _ITEMS.match(text, head.end())
    if found is None:
        return None
    numbers: list[str] = []
    for token in _TOKEN.finditer(found[0]):
        if token["number"]:
            number = token["number"].translate(_ARABIC_DIGITS)
            numbers.append(number + _labels(token["letters"]))
        elif numbers:
            base = re.match(r"[\d.]+", numbers[-1])
            numbers.append((base[0] if base else "") + _labels(token["letter"]))
    end = found.end()
    tail = known.item_tail.match(text, end)
    rest = text[tail.end() if tail else end :].strip(" *∗:：.–—-")
    if tail is None and rest and not re.match(r"\s*[:：.–—-]\s*\S", text[end:]):
        return None  # "Item 3 was deferred ..." is a sentence
    return numbers, rest


def names_agenda_behind(text: str) -> bool:
    """Whether an item line says behind its numbers whose item it is: `of the provisional agenda`."""
    head = words().item_head.match(text)
    found = _ITEMS.match(text, head.end()) if head is not None else None
    return found is not None and words().item_tail.match(text, found.end()) is not None


def _labels(text: str | None) -> str:
    labels = _LABEL.findall((text or "").lower())
    return "".join(f"({plain_letter(label.translate(_LOOK_ALIKES))})" for label in labels)


def item_goes_on(text: str) -> bool:
    """Whether an item line breaks off: `Items 23 and 77 of the`."""
    head = words().item_head.match(text)
    return head is not None and words().item_broken.search(fold(text)) is not None


def items_of(block: Sequence[Row]) -> list[ItemUnder]:
    """The items of all item lines of a block, with the titles that are printed on the line or below it."""
    items: list[ItemUnder] = []
    for index, row in enumerate(block):
        if row.kind is RowKind.ITEM:
            items += _items_at(block[index:])
    return items


def item_rows(rows: Sequence[Row]) -> tuple[int, int]:
    """How many rows the item line at the head of some rows has, and how many it has with the titles of its items."""
    line = 1
    while line < len(rows) and rows[line].kind is RowKind.ITEM_MORE:
        line += 1
    stop = line
    if stop < len(rows) and centred_below.applies(rows[line - 1], rows[stop]):
        return line, line
    while stop < len(rows) and rows[stop].kind in _TITLES and rows[stop].column == rows[0].column:
        stop += 1
    return line, stop


@rule("masthead.centred_below_item", source="Codex committees: `Agenda Item 1` in the corner over the centred names")
def centred_below(row: Row, below: Row) -> bool:
    """A row that begins far to the right of an item line and is far from it begins the names, not the item's title."""
    return below.x0 - row.x0 >= SETTINGS.centred_names and below.gap(row) > SETTINGS.paragraph_gap


def _items_at(rows: Sequence[Row]) -> list[ItemUnder]:
    line, stop = item_rows(rows)
    found = item_line(" ".join(row.text for row in rows[:line]))
    if found is None:
        return []
    numbers, title = found
    names = [joined(group) for group in _paragraphs(rows[line:stop])] or ([title] if title else [])
    if len(numbers) == 1 and names:
        return [ItemUnder(numbers[0], " ".join(names))]
    return [ItemUnder(number, names[i] if i < len(names) else None) for i, number in enumerate(numbers)]


def _paragraphs(rows: Sequence[Row]) -> list[list[Row]]:
    """The titles of several items stand one below the other, each a paragraph."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and row.gap(groups[-1][-1]) <= SETTINGS.paragraph_gap:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups
