"""Checks of the text under the items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.diagnostics import ANNOTATION_BROKEN, ANNOTATION_SECTION, ANNOTATIONS_ABSENT, Note
from extractor.rules import rule
from extractor.structure.checks.result import Result, goes_on
from extractor.structure.vocabulary import says

_ROMAN = re.compile(r"([IVX]{1,5})\.\s+\S")


@rule("checks.annotations.absent", source="contract 1.1: annotations announced by the title and absent", otherwise=())
def absent(result: Result) -> Iterator[Note]:
    """A paper whose title announces annotations has some."""
    title = result.agenda.document.title
    if not title or any(item.annotation for _, item in result.items):
        return
    announced = any(says(title, name, "kinds") for name in ("annotations", "annotated"))
    if announced and (result.listed or result.agenda.items):
        yield ANNOTATIONS_ABSENT.note(path="items[0].annotation" if result.agenda.items else "items")


@rule("checks.annotations.whole", source="contract 1.1: text that ends in the middle of a sentence", otherwise=())
def whole(result: Result) -> Iterator[Note]:
    """The text of an item does not end in the middle of a sentence, and its brackets are closed."""
    for path, item in result.items:
        for at, block in enumerate(item.annotation):
            if block.type == "table":
                continue
            last = at == len(item.annotation) - 1
            if (last and goes_on(block.text)) or not is_balanced(block.text):
                place = f"{path}.annotation[{at}]"
                yield ANNOTATION_BROKEN.note(block.page, path=place, text=block.text[-50:])


def is_balanced(text: str) -> bool:
    """Whether no bracket is left open, and none is closed that was not open, but for labels (`a)`)."""
    depth = 0
    for found in re.finditer(r"[()（）]", text):
        if found[0] in "(（":
            depth += 1
        elif depth:
            depth -= 1
        elif not re.search(r"(?:^|[\s,;])\w{1,4}$", text[: found.start()]):
            return False
    return depth == 0


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


CHECKS = (absent, whole, section)
