"""The ledger and the places of values -> drafts of the models of the output contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extractor.layout.blocks.model import Block
from extractor.layout.footnotes.model import Footnote
from extractor.layout.places import Place as LayoutPlace
from extractor.layout.places import places_of_text
from extractor.model.drafts import Anchor, Place, PrintedBlock
from extractor.structure.agenda.model import Node
from extractor.structure.documents.model import ListedDocument
from extractor.structure.passages import Passage
from extractor.structure.printed import Printed


class Index:
    """The ledger with its numbers: where values find the block in which they stand."""

    def __init__(self, ledger: Sequence[Printed]) -> None:
        self.ids: Mapping[Printed, int] = {one: number for number, one in enumerate(ledger, 1)}
        self.by_block: Mapping[Block, Printed] = {
            block: one for one in ledger for block in (one.block, *one.parts) if block is not None
        }
        self.by_note: Mapping[Footnote, Printed] = {one.note: one for one in ledger if one.note is not None}

    def of(self, block: Block | None) -> Printed | None:
        """What the ledger holds of a block of the layout."""
        return self.by_block.get(block) if block is not None else None

    def id_of(self, block: Block) -> int | None:
        """The number of a block of the layout."""
        printed = self.by_block.get(block)
        return self.ids[printed] if printed is not None else None

    def blocks(self) -> list[PrintedBlock]:
        """The ledger as the contract has it."""
        return [_block(number, one) for one, number in self.ids.items()]

    def title(self, node: Node) -> list[Place]:
        """Where the title of an item stands."""
        printed = self.of(node.block)
        if printed is None:
            lines = node.lines or (node.block.lines if node.block is not None else ())  # of a table that was unfolded
            return places(places_of_text(lines, node.title)) if lines else []
        found = printed.find(node.title)
        return places(printed.places(*found)) if found is not None else []

    def span(self, passage: Passage, start: int, end: int) -> tuple[int, tuple[int, int], list[Place]]:
        """The number of the block, the characters of its text and the places of a stretch of a passage."""
        return (
            self.ids[passage.printed], passage.span(start, end), places(passage.places(start, end)),
        )  # fmt: skip

    def note(self, note: Footnote) -> list[Place]:
        """Where the text of a footnote stands."""
        printed = self.by_note[note]
        return places(printed.places(0, len(printed.text)))

    def anchors(self, notes: Sequence[Footnote]) -> list[list[Anchor]]:
        """Where the marks of each footnote stand: on its own page, else on the first page that has its mark."""
        called: dict[tuple[str, int], list[Anchor]] = {}
        first: dict[str, Anchor] = {}
        for one, number in self.ids.items():
            if one.role not in ("footnote", "furniture"):
                for mark in one.marks:
                    anchor = Anchor(block=number, offset=mark.offset)
                    called.setdefault((mark.sign, one.page), []).append(anchor)
                    first.setdefault(mark.sign, anchor)
        return [
            called.get((note.sign, note.page)) or ([first[note.sign]] if note.sign in first else []) for note in notes
        ]


def places(found: Iterable[LayoutPlace]) -> list[Place]:
    """Places as the contract has them."""
    return [Place(page=place.page, bbox=place.bbox) for place in found]


def listed(document: ListedDocument) -> list[Place]:
    """Where the title of a listed document stands, or its symbols where it has none."""
    return places(places_of_text(document.lines, document.title or " ".join(document.symbols)))


def _block(number: int, one: Printed) -> PrintedBlock:
    boxes = places(one.boxes)
    return PrintedBlock(
        id=number,
        role=one.role,
        type=one.type,
        number=one.number,
        text=one.text,
        item=one.item,
        cells=[list(row) for row in one.cells] if one.cells is not None else None,
        page=one.page,
        bbox=boxes[0].bbox,
        places=boxes,
        in_doubt=one.in_doubt,
    )
