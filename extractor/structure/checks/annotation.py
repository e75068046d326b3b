"""Checks of the text under the items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.diagnostics import (
    ANNOTATION_BROKEN,
    ANNOTATION_MISSING,
    ANNOTATION_SECTION,
    ANNOTATIONS_ABSENT,
    PART_MISSING,
    Note,
)
from extractor.lexicon.folding import fold
from extractor.rules import rule
from extractor.structure.checks.items import may_lack
from extractor.structure.checks.result import LEAST_TITLE, STOPS, SYMBOL, Result, goes_on, is_balanced, number_of
from extractor.structure.vocabulary import is_heading, says

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Item

#: A text that begins with a small letter, and not with a label or an address.
_SMALL = compiled(r"[a-zà-ÿа-я]{2,}(?:-[a-zà-ÿа-я]{2,})?[,;]?(?:\s|$)")
#: The number of a resolution, or two years.
_NUMBERED = compiled(r"\d{1,4}[/–-]\d{1,4}(?![\w/.–-])")
#: Where so small a share of the paragraphs ends without a stop, they have lost it.
FEW = 0.2
#: Fewer items with a heading do not show that each has a text.
LEAST_HEADED = 5
#: A heading and the title of its item share so much of their letters.
ALIKE = 0.6
#: With its label and spaces a title has so many times the letters of its words at most.
LOOSE = 1.5
_LABEL = compiled(r"^(?:[^\W\d_]{2,9}\s)?(?:[\d.]{1,6}|\(?[a-z]{1,4}\))\s?[.:]?\s")
#: The label of a part of an item, and the page behind an entry of the contents.
_LETTER = compiled(r"\((?:[a-z]|[ivx]{1,4})\)\s")
_PAGE = compiled(r"(?<![\s.…·])[\s.…·]++\d{1,3}$")
_ROMAN = compiled(r"([IVX]{1,5})\.\s+\S")


@rule("checks.annotations.absent", source="contract 1.1: annotations announced by the title and absent", otherwise=())
def absent(result: Result) -> Iterator[Note]:
    """A paper whose title announces annotations has some."""
    title = result.agenda.document.title
    if not title or any(item.annotation for _, item in result.items):
        return
    announced = any(says(title, name, "kinds") for name in ("annotations", "annotated"))
    if announced and (result.listed or result.agenda.items):
        yield ANNOTATIONS_ABSENT.note(path="items[0].annotation" if result.agenda.items else "blocks")
        if result.agenda.items and result.names_unlisted:
            yield ANNOTATIONS_ABSENT.note(path="items[0].documents")
        if any(may_lack().search(block.text) for block in result.blocks if block.role == "text"):
            yield ANNOTATIONS_ABSENT.note(path="items")


@rule("checks.annotations.whole", source="contract 1.1: text that ends in the middle of a sentence", otherwise=())
def whole(result: Result) -> Iterator[Note]:
    """The text of an item does not end in the middle of a sentence, and its brackets are closed."""
    for path, item in result.items:
        for at, block in enumerate(item.annotation):
            if block.type == "table" or block.page in result.recognised:
                continue
            last = at == len(item.annotation) - 1
            if (last and goes_on(block.text)) or not is_balanced(block.text):
                for place in _around(path, item, at):
                    yield ANNOTATION_BROKEN.note(block.page, path=place, text=block.text[-50:])


def _around(path: str, item: Item, at: int) -> Iterator[str]:
    """What a broken text makes doubtful: itself, and what the lost words may have named."""
    yield f"{path}.annotation[{at}]"
    yield "references"
    if item.documents:
        yield f"{path}.documents"


@rule("checks.annotations.section", source="contract 1.1: a heading that matches no item", otherwise=())
def section(result: Result) -> Iterator[Note]:
    """The text of an item does not hold the heading of the paper's next section (`III.` behind `II.`)."""
    numerals = {found[1] for block in result.blocks if block.role == "heading" and (found := _ROMAN.match(block.text))}
    for path, item in result.items:
        for at, block in enumerate(item.annotation):
            found = _ROMAN.match(block.text) if block.type == "heading" else None
            if found and len(numerals) > 1 and found[1] not in numerals:
                place = f"{path}.annotation[{at}]"
                yield ANNOTATION_SECTION.note(block.page, path=place, text=block.text[:60])


@rule("checks.annotations.begins", source="contract 1.1: text that ends in the middle of a sentence", otherwise=())
def begins(result: Result) -> Iterator[Note]:
    """No paragraph begins in the middle of a sentence: with a small letter, but for what goes on after a colon."""
    for path, item in result.items:
        above = ""
        for at, block in enumerate(item.annotation):
            if block.page in result.recognised:
                pass  # capitals may be misread, and columns cut
            elif block.type == "paragraph" and _SMALL.match(block.text) and not above.endswith((":", ";", "：", ",")):
                for place in _around(path, item, at):
                    yield ANNOTATION_BROKEN.note(block.page, path=place, text=block.text[:50])
            elif block.type == "paragraph" and _NUMBERED.match(block.text):
                yield ANNOTATION_BROKEN.note(block.page, path=f"{path}.annotation[{at}]", text=block.text[:50])
                yield ANNOTATION_BROKEN.note(block.page, path="references", text=block.text[:50])
            above = block.text


@rule("checks.annotations.ends", source="contract 1.1: text that ends in the middle of a sentence", otherwise=())
def ends(result: Result) -> Iterator[Note]:
    """Where most paragraphs end in a stop, the last one of each item does."""
    texts = [(path, item, item.annotation[-1]) for path, item in result.items if item.annotation]
    last = [(path, item, block) for path, item, block in texts if block.type == "paragraph"]
    open_ended = [one for one in last if not one[2].text.endswith(STOPS) and one[2].page not in result.recognised]
    if len(open_ended) <= FEW * len(last):
        for path, item, block in open_ended:
            for place in _around(path, item, len(item.annotation) - 1):
                yield ANNOTATION_BROKEN.note(block.page, path=place, text=block.text[-50:])


@rule("checks.annotations.missing", source="contract 1.1: annotations announced by the title and absent", otherwise=())
def missing(result: Result) -> Iterator[Note]:
    """An item without a text has no heading in the text of another one, and one item does not have the text of all."""
    leaves = [(path, item) for path, item in result.items if not item.items]
    bare = [(path, item) for path, item in leaves if not item.annotation]
    if not result.is_annotated or not 0 < len(bare) < len(leaves):
        return
    alone = len(leaves) - len(bare) == 1 and len(bare) > 1
    headings = [] if alone else list(_headings(result))
    documented = any(other.documents for _, other in leaves)
    for path, item in bare:
        if alone or any(_heads(text, item) for text in headings):
            yield ANNOTATION_MISSING.note(item.page, path=f"{path}.annotation", title=item.title[:60])
            if documented and not item.documents:
                yield ANNOTATION_MISSING.note(item.page, path=f"{path}.documents", title=item.title[:60])


@rule("checks.annotations.parts", source="contract: each part has the text under its own heading", otherwise=())
def parts(result: Result) -> Iterator[Note]:
    """Where an item with parts and its later parts have texts, its first part has one."""
    for path, item in result.items:
        if len(item.items) < 2 or not item.annotation:
            continue
        first, *others = item.items
        if first.annotation or first.items:
            continue
        if all(one.annotation or one.items for one in others):
            for place in (f"{path}.annotation[0]", f"{path}.items[0].documents" if item.documents else ""):
                if place:
                    yield ANNOTATION_MISSING.note(first.page, path=place, title=first.title[:60])


def _headings(result: Result) -> Iterator[str]:
    """What is set as a heading and is not taken for that of an item."""
    for block in result.blocks:
        if block.type == "heading" and block.role in ("annotation", "text", "unassigned", "documentation"):
            yield block.text


def _heads(text: str, item: Item) -> bool:
    """Whether a heading has the number of an item, or most of its title."""
    if item.number and item.number.isdecimal() and number_of(text) == int(item.number):
        return True
    one, two = _squash(_LABEL.sub("", text)), _squash(item.title)
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= ALIKE


@rule("checks.annotations.heading", source="contract 1.1: a heading that matches no item", otherwise=())
def heading(result: Result) -> Iterator[Note]:
    """The text of an item neither ends in a heading nor holds a line that is the title of an item."""
    printed = [block.text for block in result.blocks if block.role == "contents"]
    titles = {_squash(text) for text in (*(item.title for _, item in result.items), *map(_entry, printed))}
    titles = {title for title in titles if len(title) >= LEAST_TITLE}
    longest = max(map(len, titles), default=0) * LOOSE
    for path, item in result.items:
        for at, block in enumerate(item.annotation):
            last = at == len(item.annotation) - 1 and block.type == "heading"
            short = block.type != "table" and len(block.text) <= longest
            lettered = "(" in (item.number or "") and block.type == "heading" and _LETTER.match(block.text)
            if last or lettered or (short and _squash(_LABEL.sub("", block.text)) in titles):
                yield ANNOTATION_SECTION.note(block.page, path=f"{path}.annotation[{at}]", text=block.text[:60])
                if item.documents:
                    yield ANNOTATION_SECTION.note(block.page, path=f"{path}.documents", text=block.text[:60])


def _entry(text: str) -> str:
    """An entry of a list or of the contents without its label and its page."""
    return _PAGE.sub("", _LABEL.sub("", text))


@rule("checks.annotations.together", source="contract 1.1: a heading that matches no item", otherwise=())
def together(result: Result) -> Iterator[Note]:
    """Between the pieces of the text of an item stands neither a heading of the paper nor its timetable."""
    roles = [block.role for block in result.agenda.blocks]
    for path, item in result.items:
        for at, (one, two) in enumerate(pairwise(item.annotation)):
            between = roles[one.id : two.id - 1] if one.id and two.id else []
            if "heading" in between or "timetable" in between:
                yield ANNOTATION_SECTION.note(two.page, path=f"{path}.annotation[{at + 1}]", text=two.text[:60])


@rule("checks.annotations.headless", source="contract 1.1: annotations announced by the title and absent", otherwise=())
def headless(result: Result) -> Iterator[Note]:
    """Where most items with a heading have texts, one of the first half has one too, or papers."""
    headed = {block.item for block in result.blocks if block.role == "heading" and block.item}
    found = [(path, item) for path, item in result.items if item.number in headed and not item.items]
    bare = [path for path, item in found if not (item.annotation or item.documents or item.no_documentation)]
    if not result.is_annotated or len(found) < LEAST_HEADED or len(bare) > FEW * len(found):
        return
    early = tuple(f"items[{at}]" for at in range(len(result.agenda.items) // 2))
    for path, item in found:
        if path in bare and path.startswith(early):
            for place in (f"{path}.annotation", f"{path}.documents"):
                yield ANNOTATION_MISSING.note(item.page, path=place, title=item.title[:60])


@rule(
    "checks.annotations.annex", source="catalogue 4: annexes other than the timetable are no annotations", otherwise=()
)
def annex(result: Result) -> Iterator[Note]:
    """The text of an item does not hold the heading of an annex."""
    for path, item in result.items:
        for at, block in enumerate(item.annotation):
            if block.type == "heading" and is_heading(block.text, "annex"):
                yield ANNOTATION_SECTION.note(block.page, path=f"{path}.annotation[{at}]", text=block.text[:60])
                return


@rule("checks.annotations.lettered", source="contract: each part has the text under its own heading", otherwise=())
def lettered(result: Result) -> Iterator[Note]:
    """Where items are known by their headings alone, those with the letter of a part are parts."""
    if result.agenda.document.kind != "annotations":
        return
    for path, item in result.items:
        for at, block in enumerate(item.annotation):
            if block.type == "heading" and _LETTER.match(block.text):
                for place in ("items", f"{path}.annotation[{at}]", f"{path}.documents"):
                    yield PART_MISSING.note(block.page, path=place, number=block.text[:3])
                return


def _squash(text: str) -> str:
    return re.sub(r"\W+", "", fold(text))


@rule("checks.annotations.entry", source="contract 1.1: listed documents stand in no text", otherwise=())
def entry(result: Result) -> Iterator[Note]:
    """No text of an item begins with a symbol, as entries of lists of documents do."""
    for path, item in result.items:
        for at, block in enumerate(item.annotation):
            if block.type != "table" and SYMBOL.match(block.text):
                yield ANNOTATION_SECTION.note(block.page, path=f"{path}.annotation[{at}]", text=block.text[:60])
                yield ANNOTATION_SECTION.note(block.page, path=f"{path}.documents", text=block.text[:60])


CHECKS = (headless, annex, lettered, parts, entry, together, missing, heading, absent, whole, section, begins, ends)
