"""What did not fit is said: codes are stable, messages say what was found and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractor.layout.blocks.model import Block
from extractor.structure.agenda.model import Node, walk
from extractor.structure.mentions import Mention, Unit
from extractor.structure.recognise import Note, Recognised
from extractor.structure.vocabulary import has_figure

_LIKE_SYMBOL = re.compile(r"(?<![\w/.:@-])[A-Z][A-Z0-9.]*(?:/[A-Za-z0-9.()_-]+){2,}")
_PLACEHOLDER = re.compile(r"/[_.…-]{1,4}(?:$|[^\w])|__|/\.\.\.")


def diagnose(found: Recognised) -> Iterator[Note]:
    """Notes on a recognised paper, besides those that its parts have made already."""
    yield from _inferred(found)
    if found.kind == "other":
        return
    for number in found.gaps:
        yield Note("item.number_gap", "warning", f"the agenda list goes past number {number}", None)
    annotated = found.kind in ("annotated_agenda", "annotations")
    if annotated:
        yield from _unannotated(found.items)
        for block in found.unmatched:
            yield Note(
                "annotation.heading_unlisted", "info",
                f"the heading {_short(block)!r} stands like an item's but is on no list", block.page,
            )  # fmt: skip
    yield from _unlisted(found)


def _inferred(found: Recognised) -> Iterator[Note]:
    for name, why in found.masthead.inferred:
        yield Note(f"inferred.{name}", "info", why, 1)
    for meeting in found.meetings:
        for name, why in meeting.inferred:
            yield Note(f"inferred.meeting.{name}", "info", why, None)
        for conflict in meeting.conflicts:
            yield Note("meeting.date_conflict", "warning", conflict, None)


def _unannotated(items: Sequence[Node]) -> Iterator[Note]:
    for node in walk(list(items)):
        if node.annotated or node.annotation or node.documents or any(c.annotated for c in node.walk()):
            continue
        name = f"item {node.number}" if node.number else f"the entry {node.title[:60]!r}"
        yield Note("item.not_annotated", "info", f"{name} is on the list and has no annotation", node.page)


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
                yield Note(
                    "schedule.unknown_item",
                    "warning",
                    f"the timetable names item {number}, which is not on the agenda",
                    entry.page,
                )


def unparsed_symbols(units: Sequence[Unit], references: Iterable[Mention]) -> Iterator[Note]:
    """What is printed like a symbol and parses as none; placeholders (`A/80/_`) are said as such.

    `references` are the mentions of those units: what they mention as a document has been parsed.
    """
    said: set[str] = set()
    parsed: dict[int, list[Mention]] = {}
    for mention in references:
        if mention.kind == "document":
            parsed.setdefault(id(mention.unit), []).append(mention)
    for unit in units:
        if unit.text.count("/") < 2:
            continue
        spans = parsed.get(id(unit), ())
        for match in _LIKE_SYMBOL.finditer(unit.text):
            printed = match[0].rstrip(".")
            while printed.endswith(")") and printed.count(")") > printed.count("("):
                printed = printed[:-1]
            if printed in said:
                continue
            if any(span.start < match.end() and match.start() < span.end for span in spans):
                continue
            said.add(printed)
            if _PLACEHOLDER.search(printed + " ") or printed.endswith("_"):
                yield Note("symbol.placeholder", "info", f"{printed!r} stands for a symbol not yet assigned", unit.page)
            elif has_figure(printed):
                yield Note("symbol.unparsed", "info", f"{printed!r} looks like a symbol and parses as none", unit.page)


def _short(block: Block) -> str:
    return block.text if len(block.text) <= 80 else block.text[:79] + "…"
