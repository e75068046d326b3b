"""Pieces of printed lines and the cells (blocks of pieces) that they make up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.layout.lines.model import Line
from extractor.layout.text import join_lines
from extractor.reading.page import BBox
from extractor.structure.timetable.words import is_clockwork, without_count

#: A gap of more than this many line pitches starts a new block; rows stand at least 1.3 apart in the papers measured.
LOOSE = 1.25

#: Bullets and the blank behind them, to be stripped off an entry.
BULLETS = "•●▪■◦·‣⁃\uf0b7–—- "
_BULLET = re.compile(r"^[•●▪■◦·‣⁃\u25cf\uf0b7\u2013\u2014-](?:\s|$)")


@dataclass(slots=True)
class Piece:
    """A cell of a printed line."""

    line: Line
    x0: float
    x1: float
    text: str
    bold: bool
    italic: bool
    order: int  # index of the line in the region
    baseline: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.baseline, self.size = self.line.baseline, self.line.size  # what is asked for most

    @property
    def marks(self) -> list[object]:
        return []

    @property
    def bullet(self) -> bool:
        return _BULLET.match(self.text) is not None


def pieces_of(line: Line, order: int) -> list[Piece]:
    """The cells of a line; a bullet joins the text behind it."""
    found: list[Piece] = []
    for cell in line.cells:
        text = without_count(cell.text.strip())
        if not text:
            continue
        if found and _BULLET.fullmatch(found[-1].text + " ") is None and not _BULLET.fullmatch(found[-1].text):
            found.append(Piece(line, cell.x0, cell.x1, text, cell.bold, cell.italic, order))
        elif found:
            last = found[-1]
            last.text, last.x1, last.bold, last.italic = f"{last.text} {text}", cell.x1, cell.bold, cell.italic
        else:
            found.append(Piece(line, cell.x0, cell.x1, text, cell.bold, cell.italic, order))
    return found


@dataclass(slots=True)
class Block:
    """Pieces of one column that belong together."""

    pieces: list[Piece]
    column: int = 0
    text_override: str | None = None
    items: list[str] = field(default_factory=list)
    celled: bool = False  # the items come from a cell of their own
    continued: bool = False  # ... which says that the item goes on

    @property
    def text(self) -> str:
        if self.text_override is not None:
            return self.text_override
        return join_lines(self.pieces)[0]  # type: ignore[arg-type]

    @property
    def page(self) -> int:
        return self.pieces[0].line.page

    @property
    def top(self) -> float:
        return self.pieces[0].baseline - 0.72 * self.pieces[0].size

    @property
    def bottom(self) -> float:
        return self.pieces[-1].baseline + 0.2 * self.pieces[-1].size

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def bold(self) -> bool:
        return all(piece.bold for piece in self.pieces)

    @property
    def italic(self) -> bool:
        return all(piece.italic for piece in self.pieces)

    @property
    def bullet(self) -> bool:
        return self.pieces[0].bullet

    @property
    def bbox(self) -> BBox:
        own = [piece for piece in self.pieces if piece.line.page == self.page]
        x0, x1 = own[0].line.across(min(p.x0 for p in own), max(p.x1 for p in own))
        return (x0, min(p.line.top for p in own), x1, max(p.line.bottom for p in own))

    def overlaps(self, other: Block) -> bool:
        return self.top < other.bottom and other.top < self.bottom


def pitch_of(pieces: Iterable[Piece]) -> float:
    """The usual distance of two lines of running text in these pieces."""
    steps: Counter[float] = Counter()
    ordered = sorted(pieces, key=lambda piece: (piece.line.page, piece.baseline))
    sizes = sorted(piece.size for piece in ordered)
    size = sizes[len(sizes) // 2] if sizes else 10.0
    for before, after in pairwise(ordered):
        step = after.baseline - before.baseline
        if before.bold != after.bold or is_clockwork(before.text) or is_clockwork(after.text):
            continue  # never two lines of one entry
        if before.line.page == after.line.page and 0.9 * after.size <= step <= 1.45 * after.size:
            steps[round(step * 2) / 2] += 1
    if not steps:
        return 1.18 * size
    most = max(steps.values())
    return min(step for step, count in steps.items() if count >= 0.4 * most)


def blocks_of(
    pieces: Sequence[Piece], column: int, pitch: float, heights: Sequence[float], opens: Callable[[Piece, Piece], bool]
) -> list[Block]:
    """The blocks of one column of one page from top to bottom; `opens(piece, before)` says that a piece begins one."""
    found: list[Block] = []
    for piece in sorted(pieces, key=lambda p: (p.baseline, p.x0)):
        if found:
            before = found[-1].pieces[-1]
            step = piece.baseline - before.baseline
            bulleted = (piece.bullet or before.bullet) and piece.order != before.order
            if step < 0.4 * piece.size and not bulleted:
                found[-1].pieces.append(piece)
                continue
            split = any(before.baseline < height < piece.baseline - 0.3 * piece.size for height in heights)
            lower = piece.text[:1].islower() or (piece.text[:1] == "(" and piece.text[2:3] != ")")
            split = split or step > (1.5 if lower else LOOSE) * pitch or opens(piece, before)
            split = split or (piece.bold != before.bold and not lower and step > 0.9 * pitch)
            if not split:
                found[-1].pieces.append(piece)
                continue
        found.append(Block([piece], column))
    return found
