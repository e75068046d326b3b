"""What did not fit is said: codes are stable, messages say what was found and where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from extractor.built import compiled
from extractor.diagnostics import (
    HEADING_UNLISTED,
    NOT_ANNOTATED,
    NUMBER_GAP,
    PLACEHOLDER,
    TAGS_DIFFER,
    UNKNOWN_ITEM,
    UNPARSED,
    Note,
)
from extractor.grammar.numbering import whole_numbers
from extractor.grammar.symbols.placeholder import holds_placeholder
from extractor.layout.blocks.model import Block
from extractor.structure.agenda.model import Node, walk
from extractor.structure.mentions import Mention
from extractor.structure.passages import Passage
from extractor.structure.printed import Printed
from extractor.structure.recognise import Recognised
from extractor.structure.vocabulary import has_figure

#: So many characters of a block are quoted in a message.
_QUOTED = 80
#: The number of an item of the first level, before that of a part (`3(a)`, `4.1`).
_FIRST = compiled(r"(\d{1,3})(?![\d:]|\.\d\d)")
#: A list lacks so many items at its end, or the number is another one's.
FURTHER = 2
_LIKE_SYMBOL = compiled(r"(?<![\w/.:@-])[A-Z][A-Z0-9.]*(?:/[A-Za-z0-9.()_-]+){2,}")


def diagnose(found: Recognised) -> Iterator[Note]:
    """Notes on a recognised paper, besides those that its parts have made already."""
    yield from _inferred(found)
    yield from _disputed(found.ledger)
    if found.kind == "other":
        return
    for number in found.gaps:
        yield NUMBER_GAP.note(path="items", number=number)
    annotated = found.kind in ("annotated_agenda", "annotations")
    if annotated:
        yield from _unannotated(found.items)
        yield from _unmatched(found)
    yield from _unlisted(found)


def _inferred(found: Recognised) -> Iterator[Note]:
    yield from found.masthead.inferred
    for at, meeting in enumerate(found.meetings):
        for note in (*meeting.inferred, *meeting.conflicts):
            yield note._replace(path=f"meetings[{at}].{note.path}")


def _disputed(ledger: Sequence[Printed]) -> Iterator[Note]:
    """Tables whose cells the tags of the page give otherwise than their words and borders."""
    for at, one in enumerate(ledger):
        table = one.block.table if one.block is not None and one.cells is not None else None
        if table is not None and table.tags in ("followed", "refused"):
            how = "the tags hold" if table.tags == "followed" else "what is drawn holds"
            rows, columns = table.other
            yield TAGS_DIFFER.note(one.page, path=f"blocks[{at}]", rows=rows, columns=columns, followed=how)


def _unannotated(items: Sequence[Node]) -> Iterator[Note]:
    for path, node in paths(items):
        if node.annotated or node.annotation or node.documents or any(c.annotated for c in node.walk()):
            continue
        name = f"item {node.number}" if node.number else f"the entry {node.title[:60]!r}"
        yield NOT_ANNOTATED.note(node.page, path=f"{path}.annotation", item=name)


def paths(items: Sequence[Node], above: str = "") -> Iterator[tuple[str, Node]]:
    """Each item with its path in the result (`items[2].items[0]`), in printed order."""
    for at, node in enumerate(items):
        path = f"{above}items[{at}]"
        yield path, node
        yield from paths(node.children, f"{path}.")


def _unmatched(found: Recognised) -> Iterator[Note]:
    """Headings that look like an item's: blocks of the annotation in which they stand, else of the ledger."""
    places = {
        block: f"{path}.annotation[{at}]"
        for path, node in paths(found.items)
        for at, (_, block) in enumerate(node.annotation)
    }
    ledger = {one.block: f"blocks[{at}]" for at, one in enumerate(found.ledger) if one.block is not None}
    for block in found.unmatched:
        path = places.get(block) or ledger.get(block, "items")
        yield HEADING_UNLISTED.note(block.page, path=path, heading=_short(block))


def _unlisted(found: Recognised) -> Iterator[Note]:
    """Timetable entries for items that are not on the agenda (only where the paper has an agenda)."""
    known = {node.number for node in walk(found.items) if node.number}
    if not known or found.kind == "organization_of_work":
        return
    said: set[str] = set()
    for at, entry in enumerate(found.schedule):
        for number in entry.items:
            if number not in known and number not in said:
                said.add(number)
                yield UNKNOWN_ITEM.note(entry.page, path=f"schedule[{at}].items", number=number)
                if _may_follow(number, found.items):
                    yield UNKNOWN_ITEM.note(entry.page, path="items", number=number)  # one of the two is wrong


def _may_follow(number: str, items: Sequence[Node]) -> bool:
    """Whether the list may lack the item that has a number: it is no hour, and not far behind its last one."""
    known = whole_numbers(node.number for node in items)
    found = _FIRST.match(number)
    return found is not None and int(found[1]) <= max(known, default=0) + FURTHER


def unparsed_symbols(
    passages: Sequence[Passage], references: Iterable[Mention], ledger: Sequence[Printed]
) -> Iterator[Note]:
    """What is printed like a symbol and parses as none; placeholders (`A/80/_`) are said as such.

    `references` are the mentions of those passages: what they mention as a document has been parsed. The passages stand
    in blocks of the `ledger`.
    """
    places = {one: f"blocks[{at}]" for at, one in enumerate(ledger)}
    said: set[str] = set()
    parsed: dict[Passage, list[tuple[int, int]]] = {}
    for mention in references:
        if mention.kind == "document":
            parsed.setdefault(mention.passage, []).append((mention.start, mention.end))
    for passage in passages:
        if passage.text.count("/") < 2:
            continue
        spans = sorted(parsed.get(passage, ()))
        reach = list(accumulate((end for _, end in spans), max))  # how far the spans up to each of them extend
        for match in _LIKE_SYMBOL.finditer(passage.text):
            printed = match[0].rstrip(".")
            while printed.endswith(")") and printed.count(")") > printed.count("("):
                printed = printed[:-1]
            if printed in said:
                continue
            before = bisect_left(spans, (match.end(),))
            if before and reach[before - 1] > match.start():
                continue
            said.add(printed)
            if holds_placeholder(printed):
                yield PLACEHOLDER.note(passage.page, path=places[passage.printed], printed=printed)
            elif has_figure(printed):
                yield UNPARSED.note(passage.page, path=places[passage.printed], printed=printed)


def _short(block: Block) -> str:
    return block.text if len(block.text) <= _QUOTED else block.text[: _QUOTED - 1] + "…"
