"""The geometry of a timetable: pieces of lines, the columns they stand in, and the blocks that make up cells.

Columns come from drawn borders where there are any, else from left edges that pieces share (format catalogue 4.1 has
the variants).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.layout.lines.model import Line
from extractor.layout.text import join_lines
from extractor.reading.page import BBox, Rule
from extractor.structure.timetable_words import is_clockwork, without_count

#: Left edges closer than this many points are one column; borders of one table shift by up to 8 points.
EDGE = 10.0
#: ... without borders, where text starts exactly at its edge.
FLUSH = 4.0
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


def ruled_edges(rules: Sequence[Rule], top: float, bottom: float) -> list[float]:
    """Left edges of columns from borders between two heights: cells' borders side by side, or vertical lines."""
    rows: list[list[Rule]] = []
    for rule in sorted(
        (r for r in rules if r.horizontal and r.x1 - r.x0 > 8 and top <= r.top <= bottom), key=lambda r: r.top
    ):
        if rows and rule.top - rows[-1][0].top < 2.6:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    lefts: list[float] = []
    for row in rows:
        ordered = sorted(row, key=lambda r: r.x0)
        distinct = [r for i, r in enumerate(ordered) if i == 0 or r.x0 - ordered[i - 1].x0 > EDGE]
        if len(distinct) >= 2 and all(b.x0 - a.x1 < 12 for a, b in pairwise(distinct)):
            lefts += [rule.x0 for rule in distinct]
    upright = [r for r in rules if not r.horizontal and r.bottom - r.top > 6 and r.bottom > top and r.top < bottom]
    positions: Counter[int] = Counter(round(rule.x0) for rule in upright)
    lefts += [float(x) for x, _ in positions.items()] if len(positions) >= 3 else []
    edges: list[float] = []
    for x0 in sorted(lefts):
        if not edges or x0 - edges[-1] > EDGE:
            edges.append(x0)
    return edges


def free_edges(rows: Sequence[Sequence[Piece]]) -> list[float]:
    """Left edges of columns from the pieces alone: edges behind a gap that two lines share and few lines cross."""
    behind: list[tuple[float, int]] = []
    for row in rows:
        for piece in row[1:]:
            for at, (edge, count) in enumerate(behind):
                if abs(edge - piece.x0) <= FLUSH:
                    behind[at] = (min(edge, piece.x0), count + 1)
                    break
            else:
                behind.append((piece.x0, 1))
    left = min((row[0].x0 for row in rows if row), default=0.0)
    edges = [left]
    for edge, count in sorted(behind):
        if count < 2 or edge - edges[-1] <= EDGE:
            continue
        across = sum(any(p.x0 < edge - FLUSH and p.x1 > edge + FLUSH for p in row) for row in rows)
        if across <= max(1, count) * 0.75 + 1:
            edges.append(edge)
    return edges


def column_of(x0: float, edges: Sequence[float], slack: float = 3.0) -> int:
    """Index of the column in which something that begins at `x0` stands."""
    at = bisect_right(edges, x0 + slack)
    return at - 1 if at else 0


def borders(rules: Sequence[Rule], x0: float, x1: float) -> list[float]:
    """Heights at which a border runs over the middle of a column."""
    middle = (x0 + x1) / 2
    heights: list[float] = []
    for rule in sorted((r for r in rules if r.horizontal and r.x1 - r.x0 > 8), key=lambda r: r.top):
        if rule.x0 - 2 <= middle <= rule.x1 + 2 and (not heights or rule.top - heights[-1] > 3):
            heights.append(rule.top)
    return heights


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
