"""Pieces of printed lines and the cells that they make up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from extractor.built import compiled
from extractor.layout.lines.model import Line, Mark
from extractor.layout.text import join_lines
from extractor.reading.page import BBox
from extractor.records import Struct
from extractor.structure.timetable.ruled import Ruled
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.words import is_clockwork, without_count
from extractor.structure.vocabulary import is_joining

#: Bullets and the space behind them, to be stripped off an entry.
BULLETS = "•●▪■◦·‣⁃\uf0b7–—- "
_BULLET = compiled(r"^[•●▪■◦·‣⁃\u25cf\uf0b7\u2013\u2014-](?:\s|$)")
_BULLET_ALONE = compiled(r"[•●▪■◦·‣⁃\u25cf\uf0b7\u2013\u2014-]\s?")


class Piece(Struct):
    """What stands of one printed line in one column."""

    line: Line
    x0: float
    x1: float
    text: str
    bold: bool
    italic: bool
    order: int  # index of the line in the region
    left: float | None = None  # where its cell begins and ends, if that is drawn
    right: float | None = None
    listed: bool = False  # it begins a point of a list whose bullets are drawn
    baseline: float = 0.0  # this and the size are those of the line
    size: float = 0.0

    def __post_init__(self) -> None:
        self.baseline, self.size = self.line.baseline, self.line.size  # what is asked for most

    @property
    def edge(self) -> float:
        """Where its column is looked for: at the edge of its drawn cell, else where it begins."""
        return self.x0 if self.left is None else self.left

    @property
    def marks(self) -> list[Mark]:
        """None: entries of a timetable have no footnotes."""
        return []

    @property
    def bullet(self) -> bool:
        """Whether it begins with a bullet."""
        return self.listed or _BULLET.match(self.text) is not None


def pieces_of(line: Line, order: int, ruled: Ruled | None = None) -> list[Piece]:
    """The pieces of a line, one a cell; a bullet joins the text behind it. `ruled` are the drawn cells."""
    found: list[Piece] = []
    for cell in line.cells:
        text = without_count(cell.text.strip())
        if not text:
            continue
        x0 = cell.x0
        if found and _BULLET_ALONE.fullmatch(found[-1].text):
            bullet = found.pop()  # in another column it stands for nothing
            if x0 - bullet.x1 < SETTINGS.behind_bullet * bullet.size:
                x0, text = bullet.x0, f"{bullet.text} {text}"
        around = ruled.around(line, x0, cell.x1) if ruled else None
        left, right = (around.box[0], around.box[2]) if around else (None, None)
        found.append(Piece(line, x0, cell.x1, text, cell.bold, cell.italic, order, left, right))
    return found


class Cell(Struct, frozen=True, dict=True):
    """Pieces of one column that belong together, and what is known of them."""

    pieces: Sequence[Piece]
    column: int = 0
    items: tuple[str, ...] = ()
    celled: bool = False  # the items come from a cell of their own
    continued: bool = False  # ... which says that the item goes on
    untitled: bool = False  # ... and has no title beside it
    rule: str = ""  # the name of the rule by which it begins
    talk: int = 0  # so many characters at its head are the number of a talk

    @cached_property
    def text(self) -> str:
        """The text of the pieces as running text."""
        return "" if self.untitled else join_lines(self.pieces)[0][self.talk :].lstrip()

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.pieces[0].line.page

    @property
    def top(self) -> float:
        """The height of its first capital."""
        return self.pieces[0].baseline - SETTINGS.capitals * self.pieces[0].size

    @property
    def bottom(self) -> float:
        """The height to which its last line descends."""
        return self.pieces[-1].baseline + SETTINGS.descent * self.pieces[-1].size

    @property
    def middle(self) -> float:
        """The height between its top and its bottom."""
        return (self.top + self.bottom) / 2

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(piece.bold for piece in self.pieces)

    @property
    def italic(self) -> bool:
        """Whether all of it is in italics."""
        return all(piece.italic for piece in self.pieces)

    @property
    def bullet(self) -> bool:
        """Whether it begins with a bullet."""
        return self.pieces[0].bullet

    @property
    def lines(self) -> list[Line]:
        """The parts of lines that its pieces are."""
        return [part for piece in self.pieces if (part := piece.line.part(piece.x0, piece.x1))]

    @property
    def bbox(self) -> BBox:
        """The box of what stands on its first page."""
        own = [piece for piece in self.pieces if piece.line.page == self.page]
        x0, x1 = own[0].line.across(min(p.x0 for p in own), max(p.x1 for p in own))
        return (x0, min(p.line.top for p in own), x1, max(p.line.bottom for p in own))

    def overlaps(self, other: Cell) -> bool:
        """Whether the two stand beside each other, in part at least."""
        return self.top < other.bottom and other.top < self.bottom


def pitch_of(pieces: Iterable[Piece], heights: Sequence[float] = ()) -> float:
    """The usual distance of two lines of running text in these pieces; `heights` are those of borders between them."""
    steps: Counter[float] = Counter()
    ordered = sorted(pieces, key=lambda piece: (piece.line.page, piece.baseline))
    sizes = sorted(piece.size for piece in ordered)
    size = sizes[len(sizes) // 2] if sizes else SETTINGS.usual_size
    for before, after in pairwise(ordered):
        step = after.baseline - before.baseline
        if before.bold != after.bold or is_clockwork(before.text) or is_clockwork(after.text):
            continue  # never two lines of one entry
        most = SETTINGS.widest_pitch if after.line.axis is None else SETTINGS.widest_pitch_rtl
        nearest, widest = SETTINGS.closest_pitch * after.size, most * after.size
        if before.line.page == after.line.page and nearest <= step <= widest:
            steps[round(step * 2) / 2] += 1
    if not steps and (wide := _pitch_of_wraps(ordered, heights)):
        return wide
    if not steps:
        rtl = bool(ordered) and ordered[0].line.axis is not None
        return (SETTINGS.usual_pitch_rtl if rtl else SETTINGS.usual_pitch) * size
    often = max(steps.values())
    return min(step for step, count in steps.items() if count >= SETTINGS.frequent * often)


def exact_pitch(columns: Iterable[Sequence[Piece]]) -> float:
    """The distance at which lines of some columns stand exactly, all of one size, and none closer; 0 without."""
    columns = list(columns)
    sizes = [piece.size for pieces in columns for piece in pieces]
    if not sizes or max(sizes) - min(sizes) > SETTINGS.same_size:
        return 0.0
    steps = sorted(
        step
        for pieces in columns
        for before, after in pairwise(sorted(pieces, key=lambda piece: (piece.line.page, piece.baseline)))
        if before.line.page == after.line.page
        and (step := after.baseline - before.baseline) >= SETTINGS.closest_pitch * after.size
    )
    same = [step for step in steps if step - steps[0] < SETTINGS.step_slack]
    return steps[0] if len(same) >= SETTINGS.least_exact else 0.0


def _pitch_of_wraps(pieces: Sequence[Piece], heights: Sequence[float]) -> float:
    """The least distance of a line that goes on to the line below it, in widely set lines; 0 where none does.

    Others must stand further apart: where all lines do as those that go on, the distance tells nothing.
    """
    pairs = [(a, b) for a, b in pairwise(pieces) if a.line.page == b.line.page and a.baseline < b.baseline]
    near = [(a, b) for a, b in pairs if b.baseline - a.baseline < SETTINGS.widest_in_cell * b.size]
    wrapped = [(a, b) for a, b in near if not parted_by(heights, a, b) and _wraps(a, b)]
    least = min((b.baseline - a.baseline for a, b in wrapped), default=0.0)
    return least if any(b.baseline - a.baseline > least + SETTINGS.wider for a, b in pairs) else 0.0


def _wraps(before: Piece, after: Piece) -> bool:
    """Whether a line goes on below, by its last word, by the first one below or by the room in its drawn cell."""
    if after.text[:1].islower() or is_joining(before.text.rsplit(None, 1)[-1]):
        return True
    return before.right is not None and not had_room(after, before, before.right - SETTINGS.padding)


def had_room(piece: Piece, before: Piece, right: float) -> bool:
    """Whether the first word of a line would have fitted on the line above, so that no wrapping put it below."""
    word = len(piece.text.split(" ")[0]) + 1
    return before.x1 + SETTINGS.room * word * (piece.x1 - piece.x0) / len(piece.text) < right


def parted_by(heights: Sequence[float], before: Piece, piece: Piece) -> bool:
    """Whether a border runs between two lines."""
    low, high = before.baseline, piece.baseline - SETTINGS.letters * piece.size
    return any(low < height < high for height in heights)


def cells_of(pieces: Iterable[Piece], column: int, begins: Callable[[list[Piece], Piece], str | None]) -> list[Cell]:
    """The cells of one column of one page from top to bottom.

    Args:
        pieces: what stands in the column.
        column: its index.
        begins: the name of the rule by which a piece begins a cell and does not go on with the pieces above it.
    """
    found: list[tuple[list[Piece], str]] = []
    for piece in sorted(pieces, key=lambda p: (p.baseline, p.x0)):
        name = begins(found[-1][0], piece) if found else ""
        if name is None:
            found[-1][0].append(piece)
        else:
            found.append(([piece], name))
    return [Cell(own, column, rule=name) for own, name in found]
