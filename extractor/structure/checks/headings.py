"""Checks of the text below the list: headings of items, numbers of paragraphs, lists of documents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extractor.diagnostics import ANNOTATION_BROKEN, ANNOTATION_MISSING, DOCUMENT_UNLISTED, Note
from extractor.lexicon.folding import fold
from extractor.rules import rule
from extractor.structure.checks.result import Result
from extractor.structure.vocabulary import is_heading

#: Fewer headings do not show whether texts go on below the documents of an item.
LEAST_HEADED = 4
#: Where more texts than this share do, that is how they are set.
FEW = 0.3
#: Paragraphs count one another where so large a share of the steps is by one, and there are so many.
MOST_STEPS, LEAST_STEPS = 0.9, 8


@rule("checks.headings.lost", source="annotated agendas: the documents of an item stand below its text", otherwise=())
def lost(result: Result) -> Iterator[Note]:
    """Where the text of an item goes on below its documents, the next item has a heading of its own."""
    if not result.is_annotated:
        return
    headed = {block.item for block in result.blocks if block.role == "heading" and block.item}
    roles: dict[str, list[str]] = {}
    for block in result.blocks:
        if block.item and block.role in ("annotation", "documentation"):
            roles.setdefault(block.item, []).append(block.role)
    own = [(path, item) for path, item in result.items if item.number]
    resumed = [number for number, found in roles.items() if ("documentation", "annotation") in pairwise(found)]
    if len(headed) < LEAST_HEADED or len(resumed) > FEW * len(headed):
        return
    for (_, above), (path, item) in pairwise(own):
        if above.number in resumed and item.number not in headed and not (item.annotation or item.items):
            for place in (f"{path}.annotation", f"{path}.documents"):
                yield ANNOTATION_MISSING.note(item.page, path=place, title=item.title[:60])


@rule("checks.headings.counted", source="contract 1.1: numbers that skip or repeat", otherwise=())
def counted(result: Result) -> Iterator[Note]:
    """Where the paragraphs of the text count one another, they skip none."""
    numbered = [
        (int(block.number.rstrip(".")), block)
        for block in result.blocks
        if block.number and block.role in ("annotation", "text") and block.number.rstrip(".").isdecimal()
    ]
    steps = [two - one for (one, _), (two, _) in pairwise(numbered)]
    if len(steps) < LEAST_STEPS or sum(step == 1 for step in steps) < MOST_STEPS * len(steps):
        return
    for step, (_, block) in zip(steps, numbered[1:], strict=True):
        if step == 2 and (path := result.annotations.get(block.id)) is not None:
            yield ANNOTATION_BROKEN.note(block.page, path=path, text=block.text[:50])


@rule("checks.headings.documentation", source="contract: documents under `Documentation` are listed", otherwise=())
def documentation(result: Result) -> Iterator[Note]:
    """Under a heading `Documentation` something stands before the heading of the next item."""
    for block, below in pairwise(result.blocks if result.is_annotated else ()):
        if (
            below.role == "heading"
            and below.item not in (None, block.item)
            and block.type != "table"
            and is_heading(block.text, "documentation")
        ):
            path = result.annotations.get(block.id)
            for place in ("documents", "references", *((path,) if path else ())):
                yield DOCUMENT_UNLISTED.note(block.page, path=place, symbol=block.text[:60])


@rule("checks.headings.next", source="annotated agendas: a text uses the words of its item's title", otherwise=())
def following(result: Result) -> Iterator[Note]:
    """Where an item has neither heading nor text, the text above it does not end in a paragraph with all its words."""
    if not result.is_annotated:
        return
    headed = {block.item for block in result.blocks if block.role == "heading" and block.item}
    own = [(path, item) for path, item in result.items if item.number]
    if len(headed) < LEAST_HEADED:
        return
    for (above, one), (path, two) in pairwise(own):
        if one.number not in headed or two.number in headed or two.annotation or two.items or not one.annotation:
            continue
        words = _stems(two.title) - _stems(one.title)
        if len(words) >= LEAST_WORDS and words <= _stems(one.annotation[-1].text):
            for place in (f"{above}.annotation[{len(one.annotation) - 1}]", f"{path}.annotation", path):
                yield ANNOTATION_MISSING.note(two.page, path=place, title=two.title[:60])


#: Words of so many letters say what a text is about; so many of them begin alike in all their forms.
STEM = 5
#: So many words of a title in one paragraph are no chance.
LEAST_WORDS = 2


def _stems(text: str) -> set[str]:
    """How the longer words of a text begin."""
    return {word[:STEM] for word in fold(text).split() if len(word) >= STEM}


CHECKS = (following, lost, counted, documentation)
