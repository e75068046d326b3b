"""A result as the checks look at it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from extractor.built import compiled
from extractor.layout.lines.model import Line
from extractor.lexicon.folding import fold
from extractor.lexicon.words import choice, everywhere
from extractor.structure.printed import Printed
from extractor.structure.vocabulary import is_joining

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Agenda, Item, PrintedBlock

_OPEN_END = compiled(r"(?:[,，、،(\[]|[.…·]{3}|(?<=\w)-)$")

#: Shorter titles stand in lines of the text, and begin titles of rows, that have nothing to do with them.
LEAST_TITLE = 12
#: What ends a sentence, or the part of one.
STOPS = tuple(".!?:;)]”»。；：）؛۔")
#: A symbol of a document.
SYMBOL = compiled(r"(?<![\w/.])[A-Z][A-Z0-9.]*+(?:/[A-Z0-9][A-Za-z0-9.]*+){2,}+")
_BRACKET = compiled(r"[()（）]")
_RIGHT_TO_LEFT = compiled(r"[\u0590-\u06ff]")

#: The part of the result that blocks of a role belong to.
_PARTS = {
    "masthead": "document", "title": "document", "timetable": "schedule", "list": "items", "footnote": "footnotes",
}  # fmt: skip


#: What stands outside masthead, list and notes.
_TEXTS = ("text", "heading", "documentation", "unassigned")


class Mentions:
    """The stretches of a block's text that are references; a text may hold many, so none is looked at twice."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        #: The two furthest ends of those up to each of them.
        self._ends = list(accumulate(((end, -1) for _, end in ordered), _furthest))

    def touch(self, start: int, end: int) -> bool:
        """Whether some of the text from `start` to `end` is part of a reference."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1][0] > start

    def go_on(self, start: int, end: int) -> bool:
        """Whether, besides the one that ends at `start`, another reaches there and begins before `end`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1][1] >= start


def _furthest(two: tuple[int, int], new: tuple[int, int]) -> tuple[int, int]:
    """The two largest ends, the larger one first, with another to choose from."""
    (first, second), end = two, new[0]
    return (end, first) if end >= first else (first, max(second, end))


_NO_MENTIONS = Mentions()


class Result:
    """A result, with what several checks ask of it."""

    def __init__(self, agenda: Agenda, printed: Sequence[Printed] = ()) -> None:
        self.agenda = agenda
        #: The blocks of the ledger in the terms of the layout, one for each of `agenda.blocks`.
        self.printed = printed
        self.listed = agenda.document.kind in ("agenda", "annotated_agenda", "annotations")
        self.is_annotated = agenda.document.kind in ("annotated_agenda", "annotations")

    @cached_property
    def words(self) -> Sequence[str]:
        """The words of the texts in their order, in small letters; a bar stands between two blocks."""
        return self.running.casefold().split()

    @cached_property
    def items(self) -> Sequence[tuple[str, Item]]:
        """Every item with its path, in printed order."""
        return list(_walk(self.agenda.items))

    @cached_property
    def cited(self) -> Mapping[int, Mentions]:
        """The references of each block that has some."""
        spans: dict[int, list[tuple[int, int]]] = {}
        for one in self.agenda.references:
            if one.block is not None and one.span is not None:
                spans.setdefault(one.block, []).append(one.span)
        return {number: Mentions(own) for number, own in spans.items()}

    def mentions_in(self, number: int) -> Mentions:
        """The stretches of the text of a block that are references."""
        return self.cited.get(number, _NO_MENTIONS)

    @cached_property
    def recognised(self) -> frozenset[int]:
        """The pages that were read from their pictures: signs may be misread there."""
        source = self.agenda.source
        return frozenset(range(1, source.pages + 1) if source.text_layer == "ocr" else source.recognised)

    @cached_property
    def set_blocks(self) -> Sequence[tuple[PrintedBlock, Sequence[Line]]]:
        """The blocks of running text with their lines; empty where only the result is known."""
        return [
            (block, list(one.lines))
            for block, one in zip(self.agenda.blocks, self.printed, strict=False)
            if block.role != "furniture"
        ]

    @cached_property
    def annotations(self) -> dict[int, str]:
        """The path of each block that is annotation, by its id."""
        return {
            block.id: f"{path}.annotation[{at}]"
            for path, item in self.items
            for at, block in enumerate(item.annotation)
            if block.id is not None
        }

    @cached_property
    def blocks(self) -> Sequence[PrintedBlock]:
        """The blocks of running text: without furniture."""
        return [block for block in self.agenda.blocks if block.role != "furniture" and not block.in_doubt]

    @cached_property
    def whole_names(self) -> frozenset[str]:
        """What the masthead prints as one run of text: a name that is one of these was not put together."""
        heads = (lines for block, lines in self.set_blocks if block.role == "masthead")
        return frozenset(fold(cell.text) for lines in heads for line in lines for cell in line.cells)

    @cached_property
    def texts(self) -> Sequence[PrintedBlock]:
        """The blocks of running text that are no tables, on pages that were not read from their pictures."""
        return [block for block in self.blocks if block.type != "table" and block.page not in self.recognised]

    @cached_property
    def running(self) -> str:
        """The running text; a bar stands between two blocks."""
        return "\n|\n".join([block.text for block in self.texts])

    @cached_property
    def names_unlisted(self) -> bool:
        """Whether documents are named outside masthead and list, more than are listed."""
        texts = {block.id for block in self.blocks if block.role in _TEXTS}
        named = {one.symbol for one in self.agenda.references if one.kind == "document" and one.block in texts}
        return not named <= {symbol for _, item in self.items for one in item.documents for symbol in one.symbols}

    def path_of(self, block: PrintedBlock) -> str:
        """The value that a block is a part of: the annotation, the documents of an item, a footnote, or the block."""
        if block.id in self.annotations:
            return self.annotations[block.id]
        if block.role == "documentation":
            return next((f"{p}.documents" for p, item in self.items if item.number == block.item), "documents")
        return _PARTS.get(block.role, f"blocks[{block.id - 1}]")


def _walk(items: Iterable[Item], above: str = "") -> Iterator[tuple[str, Item]]:
    for at, item in enumerate(items):
        path = f"{above}items[{at}]"
        yield path, item
        yield from _walk(item.items, f"{path}.")


def is_right_to_left(text: str) -> bool:
    """Whether a text has letters that are read from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def goes_on(text: str) -> bool:
    """Whether a text ends in its middle: in a comma, an open bracket, leaders, a hyphen or a joining word."""
    if _OPEN_END.search(text):
        return True
    last = text.rsplit(None, 1)[-1:]
    return bool(last) and (last[0].islower() or is_right_to_left(last[0])) and is_joining(last[0])


def is_balanced(text: str) -> bool:
    """Whether no bracket is left open, and none is closed that was not open, but for labels (`a)`)."""
    if _BRACKET.search(text) is None or is_right_to_left(text):
        return True  # brackets may be mirrored, or not
    depth = 0
    for found in _BRACKET.finditer(text):
        if found[0] in "(（":
            depth += 1
        elif depth:
            depth -= 1
        elif not re.search(r"(?:^|[\s,;])\w{1,4}$", text[: found.start()]):
            return False
    return depth == 0


@cache
def _label() -> re.Pattern[str]:
    words = choice(everywhere("numbering.items"))
    return compiled(
        rf"(?:(?:{words})\s+)?(\d{{1,2}})(?:[.)]\s+\S|\s?[．、]\s?\S|\s?[-–]\s*[\u0621-\u064a])", re.IGNORECASE
    )


def number_of(text: str) -> int | None:
    """The number of the label with which a text begins (`3. Other matters`), None where there is none."""
    found = _label().match(text)
    return int(found[1]) if found else None


def number_in(block: PrintedBlock) -> int | None:
    """The number of the label of a block, which stands in its text or was taken out of it."""
    number = (block.number or "").rstrip(".")
    return int(number) if number.isdecimal() else number_of(block.text)
