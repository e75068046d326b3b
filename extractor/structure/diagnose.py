"""What did not fit is said: codes are stable, messages say what was found and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractor.diagnostics import (
    HEADING_UNLISTED,
    NOT_ANNOTATED,
    NUMBER_GAP,
    PLACEHOLDER,
    UNKNOWN_ITEM,
    UNPARSED,
    Note,
)
from extractor.grammar.symbols.placeholder import holds_placeholder
from extractor.layout.blocks.model import Block
from extractor.structure.agenda.model import Node, walk
from extractor.structure.mentions import Mention
from extractor.structure.passages import Passage
from extractor.structure.recognise import Recognised
from extractor.structure.vocabulary import has_figure

_LIKE_SYMBOL = re.compile(r"(?<![\w/.:@-])[A-Z][A-Z0-9.]*(?:/[A-Za-z0-9.()_-]+){2,}")


def diagnose(found: Recognised) -> Iterator[Note]:
    """Notes on a recognised paper, besides those that its parts have made already."""
    yield from _inferred(found)
    if found.kind == "other":
        return
    for number in found.gaps:
        yield NUMBER_GAP.note(number=number)
    annotated = found.kind in ("annotated_agenda", "annotations")
    if annotated:
        yield from _unannotated(found.items)
        for block in found.unmatched:
            yield HEADING_UNLISTED.note(block.page, heading=_short(block))
    yield from _unlisted(found)


def _inferred(found: Recognised) -> Iterator[Note]:
    yield from found.masthead.inferred
    for meeting in found.meetings:
        yield from meeting.inferred
        yield from meeting.conflicts


def _unannotated(items: Sequence[Node]) -> Iterator[Note]:
    for node in walk(list(items)):
        if node.annotated or node.annotation or node.documents or any(c.annotated for c in node.walk()):
            continue
        name = f"item {node.number}" if node.number else f"the entry {node.title[:60]!r}"
        yield NOT_ANNOTATED.note(node.page, item=name)


def _unlisted(found: Recognised) -> Iterator[Note]:
    """Timetable entries for items that are not on the agenda (only where the paper has an agenda)."""
    known = {node.number for node in walk(found.items) if node.number}
    if not known or found.kind == "organization_of_work":
        return
    said: set[str] = set()
    for entry in found.schedule:
        for number in entry.items:
            if number not in known and number not in said:
                said.add(number)
                yield UNKNOWN_ITEM.note(entry.page, number=number)


def unparsed_symbols(passages: Sequence[Passage], references: Iterable[Mention]) -> Iterator[Note]:
    """What is printed like a symbol and parses as none; placeholders (`A/80/_`) are said as such.

    `references` are the mentions of those passages: what they mention as a document has been parsed.
    """
    said: set[str] = set()
    parsed: dict[Passage, list[Mention]] = {}
    for mention in references:
        if mention.kind == "document":
            parsed.setdefault(mention.passage, []).append(mention)
    for passage in passages:
        if passage.text.count("/") < 2:
            continue
        spans = parsed.get(passage, ())
        for match in _LIKE_SYMBOL.finditer(passage.text):
            printed = match[0].rstrip(".")
            while printed.endswith(")") and printed.count(")") > printed.count("("):
                printed = printed[:-1]
            if printed in said:
                continue
            if any(span.start < match.end() and match.start() < span.end for span in spans):
                continue
            said.add(printed)
            if holds_placeholder(printed):
                yield PLACEHOLDER.note(passage.page, printed=printed)
            elif has_figure(printed):
                yield UNPARSED.note(passage.page, printed=printed)


def _short(block: Block) -> str:
    return block.text if len(block.text) <= 80 else block.text[:79] + "…"
