"""Titles that run on into their text: `2. Adoption of the agenda. The Committee will …` (format catalogue 3.2).

Where the title is bold or italic, its type says where it ends; else a stop or a dash does, if what stands before it is
the title of an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.layout.blocks.model import Block, make_block
from extractor.layout.lines.model import Line
from extractor.layout.text import join_lines
from extractor.structure.vocabulary import is_prose

#: Text behind a title has this many words at least, or characters where they are written without spaces ...
LEAST_WORDS = 3
LEAST_SIGNS = 6
#: ... or this many, where it does not end in a stop (it goes on behind a table).
OPEN_WORDS = 10
#: A title in plain type behind the word `Item` has this many words at most.
LONGEST_TITLE = 25

#: What may stand between a title and its text.
_STOP = re.compile(r"[.:](?=\s)|[。：]|\s[–—-](?=\s)")
_BETWEEN = re.compile(r"[\s.:。：؛–—-]+")
_ENDS = re.compile(r"[.:;!?。；：؛؟!…][)”\"’\]]*$")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(slots=True)
class Parted:
    """A block whose title runs on, and the two that it is: the title and its text."""

    whole: Block
    title: Block
    text: Block


def part_at_face(block: Block) -> Parted | None:
    """The block cut where its bold or italic head ends and text in plain type begins, None where it has no such head.

    The head may take several lines.
    """
    if block.table is not None or block.leader:
        return None
    for index, line in enumerate(block.lines):
        head = line.head
        if head is not None:
            if any((above.bold, above.italic) != (head.bold, head.italic) for above in block.lines[:index]):
                return None
            return _part(block, index, head.length, head.x1)
        if not (line.bold or line.italic):
            return None
    return None


def stops_of(block: Block) -> Iterator[int]:
    """The places in the text, behind the label, at which a title may end."""
    start = block.label.length if block.label else 0
    return (found.start() for found in _STOP.finditer(block.text, start + 1))


def part_at(block: Block, at: int) -> Parted | None:
    """The block cut at a place of its text, None where no text of its own follows there."""
    for index, line in enumerate(block.lines):
        start = len(join_lines(block.lines[: index + 1])[0]) - len(line.text)
        if at < start + len(line.text) or index + 1 == len(block.lines):
            return _part(block, index, max(at - start, 0), None)
    return None


def part_labelled(blocks: Iterable[Block]) -> list[Parted]:
    """Labelled blocks whose titles run on, where no list says what the titles are: by their type, or behind `Item`."""
    found: list[Parted] = []
    for block in blocks:
        label = block.label
        if label is None or block.table is not None:
            continue
        parted = part_at_face(block)
        if parted is None and label.item and not label.bare:
            at = next(stops_of(block), None)
            parted = part_at(block, at) if at is not None else None
            if parted and len(parted.title.body.split()) > LONGEST_TITLE:
                continue
        if parted and parted.title.body and not is_prose(parted.title.body):
            found.append(parted)
    return found


def put_in(blocks: Sequence[Block], parted: Iterable[Parted]) -> list[Block]:
    """The blocks, each of the parted ones replaced by its two parts."""
    kept = list(blocks)
    for one in parted:
        at = next(index for index, block in enumerate(kept) if block is one.whole)
        kept[at : at + 1] = [one.title, one.text]
    return kept


def _part(block: Block, index: int, at: int, x: float | None) -> Parted | None:
    """Cut a block in the given line; the stop or dash behind the title stays with it."""
    line = block.lines[index]
    behind = _BETWEEN.match(line.text, at)
    if behind:
        at = behind.end()
    elif not line.text[at - 1 : at].isspace() and not _UNSPACED.match(line.text, at):
        return None  # within a word
    first, second = _cut(line, at, x)
    rest = [second, *block.lines[index + 1 :]] if second else block.lines[index + 1 :]
    if not first or not rest:
        return None
    title, text = make_block([*block.lines[:index], first], block.gap), make_block(rest)
    return Parted(block, title, text) if _reads_on(text.text) else None


def _cut(line: Line, at: int, x: float | None) -> tuple[Line | None, Line | None]:
    if at <= 0:
        return None, line
    if at >= len(line.text):
        return line, None
    return line.cut(at, x)


def _reads_on(text: str) -> bool:
    """Whether what stands behind a title is text of its own: it begins anew and ends in a stop."""
    head = text.lstrip("“\"'«")[:1]
    if not head.isalnum() or head.islower():
        return False
    words = len(text.split())
    enough = words >= LEAST_WORDS or len(_UNSPACED.findall(text)) >= LEAST_SIGNS
    return enough and (_ENDS.search(text.rstrip()) is not None or words >= OPEN_WORDS)
