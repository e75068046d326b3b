"""The text outside the items, where the paper prints it among the parts of a reading copy; and the marks of footnotes.

The parts of a copy (list of items, annotations, documents, timetable) are views of the ledger. What the ledger has
besides them stands here by the part after which it is printed. An agenda without `blocks` has none of it. Text in doubt
is not what the page shows, and no copy has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.export.common import walk
from extractor.export.reading import Piece, has_text, loose_documents

if TYPE_CHECKING:
    from extractor.model import Agenda, PrintedBlock
    from extractor.model.places import Role

__all__ = ["Marks", "Outside", "outside"]

_Path = tuple[int, ...]

#: What no part of a copy shows.
_SHOWN: frozenset[Role] = frozenset({"text", "unassigned"})
#: What stands beside the text: it comes between two blocks without parting them.
_ASIDE: frozenset[Role] = frozenset({"furniture", "footnote", "masthead", "title"})


@dataclass(frozen=True, slots=True)
class Outside:
    """The blocks outside the items, each once.

    Attributes:
        before: what comes before all parts; the whole text of a paper that has none.
        after_list: what follows the list of items.
        after_block: what follows a block of an annotation, by the id of that block.
        after_item: what follows all that an item has, by the path of the item.
        after_documents: what follows documents that stand under no item.
        after_timetable: what follows the timetable.
    """

    before: list[PrintedBlock] = field(default_factory=list)
    after_list: list[PrintedBlock] = field(default_factory=list)
    after_block: dict[int, list[PrintedBlock]] = field(default_factory=dict)
    after_item: dict[_Path, list[PrintedBlock]] = field(default_factory=dict)
    after_documents: list[PrintedBlock] = field(default_factory=list)
    after_timetable: list[PrintedBlock] = field(default_factory=list)

    def among_items(self) -> Iterator[PrintedBlock]:
        """What stands in and after the items, for a format that keeps the items in one piece."""
        found = [*self.after_list]
        for blocks in (*self.after_block.values(), *self.after_item.values()):
            found += blocks
        yield from sorted([*found, *self.after_documents], key=lambda block: block.id)


def outside(agenda: Agenda) -> Outside:
    """Where each block of the ledger stands that no part of a copy shows.

    A heading that no text follows heads a part, which a copy gives a heading of its own.
    """
    found = Outside()
    shown = [place for place in walk(agenda.items) if has_text(place.item)]
    by_block = {block.id: place.path for place in shown for block in place.item.annotation if block.id is not None}
    by_number = {place.item.number: place.path for place in reversed(shown) if place.item.number is not None}
    loose = bool(loose_documents(agenda))
    target = found.before
    heads: list[PrintedBlock] = []
    for block in agenda.blocks:
        if block.role in _ASIDE or block.in_doubt:
            continue
        if block.role in _SHOWN or (block.role == "timetable" and not agenda.schedule):
            target += [*heads, block]
            heads = []
            continue
        if block.role == "heading" and block.item is None:
            heads.append(block)
            continue
        heads = []
        path = by_number.get(block.item or "")
        if block.id in by_block:
            target = found.after_block.setdefault(block.id, [])
        elif block.role == "timetable":
            target = found.after_timetable
        elif block.role == "list" and agenda.items:
            target = found.after_list
        elif path is not None:
            target = found.after_item.setdefault(path, [])
        elif block.role == "documentation" and loose:
            target = found.after_documents
    target += heads
    return found


class Marks:
    """Where the marks of the footnotes stand."""

    def __init__(self, agenda: Agenda) -> None:
        self._signs = [note.marker for note in agenda.footnotes]
        self._inside: dict[int, list[tuple[int, int]]] = {}
        self._parts: dict[tuple[Role, str | None], list[int]] = {}
        parts = {block.id: (block.role, block.item) for block in agenda.blocks}
        for number, note in enumerate(agenda.footnotes, start=1):
            for anchor in note.anchors:
                self._inside.setdefault(anchor.block, []).append((anchor.offset, number))
                if part := parts.get(anchor.block):
                    self._parts.setdefault(part, []).append(number)

    def of(self, role: Role, item: str | None = None) -> list[Piece]:
        """The marks in the blocks of a role and item, for a copy that shows them in other words."""
        return [self._mark(number) for number in self._parts.get((role, item), ())]

    def put(self, pieces: Iterable[Piece], block: int | None) -> Iterator[Piece]:
        """The pieces of a block's text, with the marks where they stand in it."""
        waiting = sorted(self._inside.get(block or 0, ()))
        at = 0
        for piece in pieces:
            rest = piece.text
            while waiting and waiting[0][0] < at + len(rest):
                offset, number = waiting.pop(0)
                if head := rest[: offset - at]:
                    yield Piece(head, piece.url)
                yield self._mark(number)
                rest, at = rest[offset - at :], offset
            yield Piece(rest, piece.url)
            at += len(rest)
        yield from (self._mark(number) for _, number in waiting)

    def _mark(self, number: int) -> Piece:
        return Piece(self._signs[number - 1], None, number)
