"""First pages for the masthead tests, set line by line as the templates set them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.layout.furniture import Sheet
from extractor.layout.lines.model import Cell, Line
from extractor.reading.page import Page, Rule
from extractor.structure.masthead.kinds import classified
from extractor.structure.masthead.model import Row, row_of

#: x0, text, and where they differ from 10 points upright: size, bold.
Piece = tuple[float, str] | tuple[float, str, float] | tuple[float, str, float, bool]


def cell(piece: Piece) -> Cell:
    x0, text = piece[0], piece[1]
    size = piece[2] if len(piece) > 2 else 10.0
    bold = bool(piece[3]) if len(piece) > 3 else False
    return Cell(text, x0, x0 + 0.48 * size * len(text), size, bold, False)


def line(top: float, *pieces: Piece, page: int = 1) -> Line:
    cells = [cell(piece) for piece in pieces]
    size = max(cells, key=lambda c: len(c.text)).size
    bold = all(c.bold for c in cells)
    x0, x1 = cells[0].x0, max(c.x1 for c in cells)
    return Line(page, x0, top, x1, top + size, top + 0.8 * size, size, bold, False, cells)


def sheet(
    lines: Iterable[Line], *, foot: Sequence[Line] = (), head: Sequence[Line] = (), rule: float | None = None
) -> Sheet:
    rules = [Rule(60, rule, 552, rule)] if rule is not None else []
    return Sheet(Page(1, 612.0, 792.0, rules=rules), list(lines), list(head), list(foot))


def new_york(*below: Line, symbol: str = "A/AC.999/2031/1", organ: str = "General Assembly") -> Sheet:
    """The New York template: box at 397 points, rule at 209, block at 60, title at 123."""
    top = [
        line(43, (123, "United Nations", 14), (470, symbol)),
        line(73, (124, organ, 20, True), (397, "Distr.: General")),
        line(91, (397, "3 March 2031")),
        line(115, (397, "Original: English")),
    ]
    return sheet([*top, *below], foot=[line(740, (65, "31-04321 (E)    050331"))], rule=209)


LIST = line(330, (124, "1."), (147, "Opening of the session."))


def rows(*lines: Line) -> list[Row]:
    """The rows of lines in one column, as they stand under the box."""
    return [row_of(index, one, one.cells) for index, one in enumerate(lines)]


def kinds(*lines: Line, language: str = "en") -> list[str]:
    """What each of the lines is, down to where the text begins."""
    return [str(row.kind) for row in classified(rows(*lines), language)]


def block(*texts: str) -> list[Line]:
    """Lines of the block of body, session and dates, in small type at the left, one below the other."""
    return [line(215 + 12 * index, (60, text)) for index, text in enumerate(texts)]
