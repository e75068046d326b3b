"""Checks of the list of items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from extractor.built import compiled, prepared
from extractor.diagnostics import (
    AGENDA_UNREAD,
    CONTENTS_UNMATCHED,
    ITEM_UNNUMBERED,
    KIND_DENIED,
    LIST_STOPS,
    NO_DOCUMENTS_DOUBT,
    NO_PLACE,
    NUMBER_GAP,
    NUMBER_REPEATED,
    PART_MISSING,
    TITLE_BROKEN,
    TITLE_CONFLICT,
    TITLE_LABEL,
    Note,
)
from extractor.grammar.numbering import read_label, whole_numbers
from extractor.lexicon.folding import fold
from extractor.lexicon.words import either
from extractor.rules import rule
from extractor.structure.checks.result import Result, goes_on, number_of
from extractor.structure.documents.none_foreseen import speaks_of_others
from extractor.structure.kinds import names_agenda, speaks_of_agenda
from extractor.structure.masthead.item_line import item_line
from extractor.structure.vocabulary import is_heading, is_prose

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Item, PrintedBlock

#: How far apart, in points, two left edges may lie that are one.
SAME_EDGE = 6.0
#: A list inside another paper is an agenda from so many entries on.
LEAST_LIST = 3
#: ... and without a heading from so many short lines, one under another, on.
LEAST_PLAIN = 5
_SMALL = compiled(r"[a-zà-ÿа-я]{2,}\s?")
_OTHERS, _WORDS, _DIGITS = compiled(r"\W+"), compiled(r"\w+"), compiled(r"\d+")
#: What is put behind a heading: `(item 3)`.
_BRACKETS = compiled(r"(?:\([^()]*+\)|\[[^\[\]]*+\])\s*+$")
#: The label before a heading has no more letters and digits: `Agenda item 3 (a)`.
LABEL = 14
#: A title of the list that is shorter than this share of the heading was shortened on purpose.
SHORTENED = 0.6
#: A heading has no more characters.
LONGEST_HEADING = 200
#: The label of a heading: `Item 3.`.
_NUMBER = compiled(r"^(?:[^\W\d_]{2,9}\s)?[\d.]{1,6}[.:)]?\s")
_LETTER = compiled(r"\(([a-z])\)$")
_LAST = compiled(r"(?<!\d)(\d{1,3})$|\(([a-z])\)$")
#: The label before an entry of the contents, and the page behind it.
_ENTRY = compiled(r"^[\d.]{1,6}\s|^\(?[a-z]{1,4}\)\s|(?<![\s.…·])[\s.…·]++\d{1,3}$")
#: Of the entries of the contents so many are items, or they are those of the paper.
MOST = 0.7
#: So few numbers of headings show that one of them is missing.
MANY = 4
_INNER = compiled(r"[\w)”]\s(\d{1,2})\.\s+[^\W\d_]")


@rule("checks.items.one_missing", source="contract 1.1: numbers that skip or repeat", otherwise=())
def one_missing(result: Result) -> Iterator[Note]:
    """Items that are known by their headings alone lack no single number; a list says itself what it skips."""
    found = whole_numbers(one.number for one in result.agenda.items)
    if result.agenda.document.kind != "annotations" or len(found) < MANY:
        return
    missing = set(range(1, max(found))) - found
    if len(missing) == 1:
        yield NUMBER_GAP.note(path="items", number=missing.pop())


@rule("checks.items.repeated", source="contract 1.1: numbers that skip or repeat", otherwise=())
def repeated(result: Result) -> Iterator[Note]:
    """No two items of one cluster have one number."""
    seen: set[tuple[str | None, str]] = set()
    cluster: str | None = None
    for path, item in result.items:
        if "." not in path:
            cluster = item.cluster
        if item.number is None:
            continue
        key = cluster, item.number
        if key in seen:
            yield NUMBER_REPEATED.note(item.page, path=path, number=item.number)
        seen.add(key)


@rule("checks.items.title_ends", source="contract 1.1: a title that ends in leaders or in a sentence", otherwise=())
def title_ends(result: Result) -> Iterator[Note]:
    """A title is whole."""
    small = [path for path, item in result.items if _SMALL.match(item.title)]
    for path, item in result.items:
        if goes_on(_BRACKETS.sub("", item.title).rstrip()) or small == [path]:
            yield TITLE_BROKEN.note(item.page, path=f"{path}.title", title=item.title[-40:])


@rule("checks.items.title_label", source="contract 1.1: a title that holds the next label", otherwise=())
def title_label(result: Result) -> Iterator[Note]:
    """A title does not hold the label of the next item."""
    for path, item in result.items:
        own = _DIGITS.fullmatch(item.number or "")
        for found in _INNER.finditer(item.title) if own else ():
            if int(found[1]) == int(own[0]) + 1:  # type: ignore[index]
                yield TITLE_LABEL.note(item.page, path=f"{path}.title", number=found[1])


@rule("checks.items.no_place", source="contract 1.1: every value where it stands", otherwise=())
def no_place(result: Result) -> Iterator[Note]:
    """An item that is printed stands somewhere."""
    for path, item in result.items:
        if item.title and not item.places:
            yield NO_PLACE.note(item.page, path=path, title=item.title[:60])


@rule("checks.items.list_stops", source="contract 1.1: a list that stops while the numbers go on below", otherwise=())
def list_stops(result: Result) -> Iterator[Note]:
    """No text below a list goes on with its numbers at its edge."""
    last = _last(result.agenda.items)
    if not result.listed or last is None or last.bbox is None:
        return
    expected = int(last.number or 0) + 1
    for block in result.blocks:
        if block.type == "table" and any(row and row[0].rstrip(".") == str(expected) for row in block.cells or ()):
            yield LIST_STOPS.note(block.page, path="items", number=expected, text=block.text[:60])
            return
        if block.role not in ("text", "unassigned", "heading") or block.bbox is None or block.type == "table":
            continue
        below = (block.page, block.bbox[1]) > (last.page, last.bbox[1])
        if below and number_of(block.text) == expected and abs(block.bbox[0] - last.bbox[0]) <= SAME_EDGE:
            if not is_prose(block.text):
                has_documents = result.names_unlisted or any(item.documents for _, item in result.items)
                for path in ("items", *(("documents",) if has_documents else ())):
                    yield LIST_STOPS.note(block.page, path=path, number=expected, text=block.text[:60])
            return


def _last(items: Sequence[Item]) -> Item | None:
    """The last numbered item of the first level."""
    return next((one for one in reversed(items) if _DIGITS.fullmatch(one.number or "")), None)


@rule("checks.items.agenda_unread", source="contract 1.1: an agenda heading inside a paper read as other", otherwise=())
def agenda_unread(result: Result) -> Iterator[Note]:
    """A paper without items has no numbered list under a heading that names an agenda."""
    if result.agenda.items or result.agenda.document.kind == "organization_of_work":
        return
    blocks = [block for block in result.blocks if block.role not in ("footnote", "masthead")]
    for at, block in enumerate(blocks):
        headed = is_heading(block.text, "agenda")
        if not headed and number_of(block.text) != 1:
            continue
        below = blocks[at + 1 : at + 16] if headed else blocks[at : at + LEAST_PLAIN]
        found = [number for one in below if not is_prose(one.text) and (number := number_of(one.text)) is not None]
        least = LEAST_LIST if headed else LEAST_PLAIN
        if len(found) >= least and found[0] == 1 and all(b == a + 1 for a, b in pairwise(found[:least])):
            yield AGENDA_UNREAD.note(block.page, path="items", heading=block.text[:60])
            return


@prepared
def may_lack() -> re.Pattern[str]:
    """A sentence that may say that there are no documents, in the languages of the papers."""
    return compiled(either("structure", "sentences.may_lack"), re.IGNORECASE)


@rule(
    "checks.items.no_documents", source="contract: no_documentation, the text says that none is foreseen", otherwise=()
)
def no_documents(result: Result) -> Iterator[Note]:
    """An item of which the text says that it has no documents lists none, and the other way."""
    for path, item in result.items:
        if item.no_documentation and item.documents:
            yield NO_DOCUMENTS_DOUBT.note(item.page, path=f"{path}.no_documentation", text=item.title[:60])
        elif not item.no_documentation and not item.documents and item.annotation:
            found = next(filter(None, (may_lack().search(block.text) for block in reversed(item.annotation))), None)
            if found is not None and not any(speaks_of_others(block.text) for block in item.annotation):
                yield NO_DOCUMENTS_DOUBT.note(item.page, path=f"{path}.no_documentation", text=found[0])


@rule("checks.items.heading", source="contract 1.1: a heading that matches no item", otherwise=())
def heading(result: Result) -> Iterator[Note]:
    """The title of an item in the list is that of the heading over its text, or a shorter one."""
    headings: dict[str, list[str]] = {}
    for block in result.blocks:
        if block.role == "heading" and block.item is not None:
            headings.setdefault(block.item, []).append(block.text)
    for path, item in result.items:
        known = headings.get(item.number or "", [])
        known = [*known, *(f"{one} {two}" for one, two in pairwise(known))]  # one may run over two blocks
        own, bare = _bare(item.title), [_unlabelled(text) for text in known]
        if bare and own and all(_differs(own, _bare(text)) and not _shortens(item.title, text) for text in bare):
            yield TITLE_CONFLICT.note(item.page, path=f"{path}.title", title=item.title[:60], heading=known[0][:60])


def _shortens(title: str, heading: str) -> bool:
    """Whether a heading is a part of a title, or all of its words stand in the title in their order."""
    words = iter(_WORDS.findall(fold(title)))  # each search goes on behind the word found before
    return _bare(heading) in _bare(title) or all(word in words for word in _WORDS.findall(fold(heading)))


def _unlabelled(heading: str) -> str:
    """A heading without the label that the list may print in another form, or elsewhere."""
    label = read_label(heading)
    return heading[label.length :] if label is not None else _NUMBER.sub("", heading)


def _bare(text: str) -> str:
    return _OTHERS.sub("", _BRACKETS.sub("", fold(text)))


def _differs(title: str, heading: str) -> bool:
    """Whether a title is neither the heading, but for its label, nor a much shorter form of it."""
    before, found, behind = heading.partition(title)
    if not found:
        return not title.startswith(heading)
    return len(title) >= SHORTENED * len(heading) and (len(before) > LABEL or bool(behind))


@rule("checks.items.unread", source="contract 1.1: an agenda heading inside a paper read as other", otherwise=())
def unread(result: Result) -> Iterator[Note]:
    """A paper whose title names an agenda has items or a timetable."""
    head = result.agenda.document
    if head.kind != "other" or (head.title and (result.agenda.items or result.agenda.schedule)):
        return
    heads = [head.title] if head.title else [block.text for block in result.blocks if _may_head(block)]
    heads = heads if head.title else list(takewhile(lambda text: not speaks_of_agenda.applies(text), heads))
    named = next((text for text in heads if len(text) <= LONGEST_HEADING and names_agenda(text)), None)
    if named is not None:
        for path in ("items", "items[0].annotation", "items[0].documents") if result.agenda.items else ("blocks",):
            yield AGENDA_UNREAD.note(1, path=path, heading=named[:60])
        for path in ("meetings", "schedule") if result.agenda.items else ():  # the masthead was not read
            yield AGENDA_UNREAD.note(1, path=path, heading=named[:60])
        yield KIND_DENIED.note(1, path="document.kind", kind=head.kind, title=named)


def _may_head(block: PrintedBlock) -> bool:
    """Whether a block of the first page may be the title of the paper."""
    return block.page == 1 and block.type == "heading" and not is_prose(block.text) and not item_line(block.text)


@rule("checks.items.parts", source="contract 1.1: numbers that skip or repeat, those of parts included", otherwise=())
def parts(result: Result) -> Iterator[Note]:
    """The letters of the parts of an item do not skip."""
    for path, item in result.items:
        letters = [found[1] for child in item.items if (found := _LETTER.search(child.number or ""))]
        for above, below in pairwise(letters):
            if ord(below) > ord(above) + 1 and "i" not in (above, below):
                yield PART_MISSING.note(item.page, path=f"{path}.items", number=chr(ord(above) + 1))
        if letters and letters[0] in "bc":
            yield PART_MISSING.note(item.page, path=f"{path}.items", number="a")


@rule("checks.items.contents", source="contract 1.1: a heading that matches no item", otherwise=())
def contents(result: Result) -> Iterator[Note]:
    """Where the table of contents lists the items, each of its entries between two of them is one."""
    entries = [block for block in result.blocks if block.role == "contents"]
    titles = {_plain(text) for _, item in result.items for text in (item.title, item.cluster or "")}
    found = [_plain(_ENTRY.sub("", block.text)) in titles for block in entries]
    if sum(found) < MOST * len(found):
        return
    for at, block in enumerate(entries):
        if not found[at] and any(found[:at]) and any(found[at + 1 :]):
            yield CONTENTS_UNMATCHED.note(block.page, path="items", text=block.text[:60])


def _plain(text: str) -> str:
    return _OTHERS.sub("", fold(text))


@rule("checks.items.unnumbered", source="contract 1.1: numbers that skip or repeat", otherwise=())
def unnumbered(result: Result) -> Iterator[Note]:
    """No item without a number stands where its level skips one, or alone of its level at the end."""
    levels: dict[str, list[tuple[str, Item]]] = {}
    for path, item in result.items:
        levels.setdefault(path.rpartition("items[")[0], []).append((path, item))
    has_documents = any(item.documents for _, item in result.items)
    for level in levels.values():
        bare = [at for at, (_, item) in enumerate(level) if item.number is None]
        for at in bare if len(bare) < len(level) else ():
            if (len(bare) == 1 and at == len(level) - 1) or _skips(level, at):
                path, item = level[at]
                inner = ("", ".annotation" * result.is_annotated, ".documents" * has_documents)
                for place in dict.fromkeys(f"{path}{one}" for one in inner):
                    yield ITEM_UNNUMBERED.note(item.page, path=place, title=item.title[:60])


def _skips(level: Sequence[tuple[str, Item]], at: int) -> bool:
    """Whether the number between the neighbours of an item is missing."""
    above = _ordinal(level[at - 1][1]) if at else 0
    below = _ordinal(level[at + 1][1]) if at + 1 < len(level) else None
    return above is not None and below is not None and below == above + 2


def _ordinal(item: Item) -> int | None:
    """Which one of its level an item is by its number: 3, 2 of (b), 4 of 3.4."""
    found = _LAST.search(item.number or "")
    if found is None:
        return None
    return int(found[1]) if found[1] else ord(found[2]) - ord("a") + 1


@rule("checks.items.lone", source="an agenda has more items than its own adoption", otherwise=())
def lone(result: Result) -> Iterator[Note]:
    """An agenda without annotations, which may be about one item, has more than one."""
    if result.agenda.document.kind == "agenda" and len(result.items) == 1:
        yield LIST_STOPS.note(result.items[0][1].page, path="items", number=2, text=result.items[0][1].title[:60])


CHECKS = (
    lone,
    unnumbered,
    contents,
    parts,
    heading,
    unread,
    no_documents,
    one_missing,
    repeated,
    title_ends,
    title_label,
    no_place,
    list_stops,
    agenda_unread,
)
