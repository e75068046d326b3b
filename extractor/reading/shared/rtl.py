"""Right-to-left pages: glyphs in reading order by where they stand.

PDF says where a glyph is drawn, not in which order it is read, and producers write Arabic in any order: as read, as
drawn from left to right, a glyph at a time. So lines are rebuilt from the places of their glyphs and the bidirectional
algorithm (Unicode Standard Annex 9) is run backwards: what stands from right to left is read first, but islands of
Latin letters and figures keep their order. Shaped letters become plain ones, and brackets are turned where the file
holds their drawn shapes.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from extractor.built import compiled
from extractor.reading.page import Span
from extractor.reading.shared.glyphs import Glyph, span_of
from extractor.reading.shared.order import CLOSING, OPENING, PAIRS, reading_order
from extractor.reading.shared.signs import (
    BLANK_GAP,
    RTL_LETTER,
    SMALL_MARK,
    letters_beside,
    lowered,
    signs_alone,
    signs_with_letters,
    without_strokes,
)
from extractor.records import replace
from extractor.rules import rule

#: Share of right-to-left letters from which a page is read so. Arabic mastheads carry some Latin, Latin papers hardly
#: any Arabic.
RTL_SHARE = 0.3
#: ... and of no more letters than this it is a name or a label.
FEW_LETTERS = 10
#: Glyphs whose baselines differ by less than this share of the type size stand on one line; footnote marks rise more.
SAME_BASELINE = 0.2
#: A gap wider than this many ems parts columns and cells: justified Arabic has wider blanks than Latin text.
CELL_GAP = 1.6

#: Shaped letters (U+FB50-FDFF, U+FE70-FEFF), and the stroke that only widens words (tatweel, U+0640).
_SHAPED = compiled("[\ufb50-\ufdff\ufe70-\ufefe]+")
_FILLER = compiled("[\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: A bracket that closes with one that opens somewhere behind it.
_SWAPPED = compiled(r"[)\]}][^()\[\]{}]*+[(\[{]")
#: Vowel marks on one letter, some of which may be there twice.
_MARKS = compiled("[\u064b-\u0652]{2,}")
#: A label that is only closed: `أ)`.
_LABEL = compiled(r"\s*(?:\w{1,2}|\d{1,3})\)\s")
#: Stands for a mark that is read from right to left: any letter.
LETTER = "\u0627"
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def mostly_rtl(texts: Iterable[str]) -> bool:
    """Whether right-to-left letters make up RTL_SHARE of all letters."""
    texts = list(texts)
    if not RTL_LETTER.search("".join([text for text in texts if not text.isascii()])):
        return False
    rtl = letters = 0
    for text in texts:
        if text.isascii():
            letters += sum(map(str.isalpha, text))
            continue
        for char in text:
            if char.isalpha():
                letters += 1
                rtl += "\u0590" <= char <= "\u08ff" or "\ufb1d" <= char <= "\ufefc"
    return rtl >= RTL_SHARE * letters and rtl > FEW_LETTERS


def plain_letters(text: str) -> str:
    """Shaped Arabic letters as plain ones (NFKC), without tatweel and direction marks."""
    text = _SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found[0]).replace(" ", ""), text)
    return _MARKS.sub(lambda found: once_a_letter.applies(found[0]), _FILLER.sub("", text))


@rule("rtl.mark_once", source="typesetters that give a letter's marks to each of its glyphs", otherwise="")
def once_a_letter(marks: str) -> str:
    """Of the vowel marks on a letter each is there once."""
    return "".join(dict.fromkeys(marks))


def logical_runs(glyphs: Sequence[Glyph]) -> list[Span]:
    """Spans in reading order: lines from top to bottom, the cells of a line from right to left.

    Each cell gives a span for each weight.
    """
    glyphs = signs_alone(glyphs)
    letters_of = letters_beside(glyphs)
    cells = [cell for row in lowered(_rows(glyphs)) for cell in _cells(row, letters_of)]
    orders = [reading_order(_texts(cell)) for cell in cells]
    turn = _brackets_are_drawn(cells, orders)
    spans: list[Span] = []
    for cell, order in zip(cells, orders, strict=True):
        spans += _spans(cell, order, turn)
    return spans


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    upright = [glyph for glyph in glyphs if glyph.upright]
    rows: list[list[Glyph]] = []
    for glyph in sorted(upright, key=lambda one: (one.hidden, one.y)):
        if rows:
            row = rows[-1]
            if row[0].hidden is glyph.hidden and abs(row[-1].y - glyph.y) <= SAME_BASELINE * min(
                row[-1].size, glyph.size
            ):
                row.append(glyph)
                continue
        rows.append([glyph])
    turned = [[glyph] for glyph in glyphs if not glyph.upright]
    return rows + turned


def _cells(row: list[Glyph], letters_of: Mapping[Glyph, Glyph]) -> list[list[Glyph]]:
    """The row cut at wide gaps, from right to left.

    Each cell goes from left to right, with spaces put in where only a gap shows them.
    """
    row = without_strokes(signs_with_letters(sorted(row, key=lambda one: one.x0), letters_of))
    cells: list[list[Glyph]] = []
    cell: list[Glyph] = []
    reach = 0.0
    for glyph in row:
        if glyph.text.isspace():
            if cell and not cell[-1].text.isspace():
                cell.append(glyph)
            continue
        gap, em = glyph.x0 - reach, min(glyph.size, cell[-1].size) if cell else 0.0
        if cell and gap > CELL_GAP * em:
            cells.append(cell)
            cell = []
        elif cell and gap > BLANK_GAP * em and not cell[-1].text.isspace():
            cell.append(replace(cell[-1], text=" ", x=reach, dx=gap))
        cell.append(glyph)
        reach = max(reach, glyph.x1) if len(cell) > 1 else glyph.x1
    cells.append(cell)
    for cell in cells:
        while cell and cell[-1].text.isspace():
            cell.pop()
    return [cell for cell in reversed(cells) if cell]


def _texts(cell: list[Glyph]) -> list[str]:
    """The texts by which a cell is ordered; a mark at the left of digits becomes one glyph, a letter of its own.

    Its glyphs are put together in the cell, so that the digits of a mark keep their order.
    """
    if len({glyph.size for glyph in cell}) == 1:  # as in nearly all cells
        return [glyph.text for glyph in cell]
    base = _base(cell)
    marks: set[int] = set()
    at = 0
    while at < len(cell) - 1:
        end = at
        while end < len(cell) and cell[end].text.isdigit() and _is_raised(cell[end], base):
            end += 1
        if at < end < len(cell) and mark_left_of_digits.applies(cell[at - 1] if at else None, cell[at:end], cell[end]):
            marks.add(at)
            whole = "".join([glyph.text for glyph in cell[at:end]])
            cell[at:end] = [replace(cell[at], text=whole, x=cell[at].x0, dx=cell[end - 1].x1 - cell[at].x0)]
            end = at + 1
        at = max(end, at + 1)
    return [LETTER if at in marks else glyph.text for at, glyph in enumerate(cell)]


@rule(
    "rtl.mark_left_of_digits",
    source="`2027` of Arabic papers with its mark drawn at the left, as LibreOffice does: a note is a field of its own",
)
def mark_left_of_digits(before: Glyph | None, mark: Sequence[Glyph], after: Glyph) -> bool:
    """A raised mark that touches digits or a symbol at its right, and none at its left, is read behind them."""
    near = BLANK_GAP * after.size
    if not _runs_right(after) or after.x0 - mark[-1].x1 > near:
        return False
    return before is None or not _runs_right(before) or mark[0].x0 - before.x1 > near


def _runs_right(glyph: Glyph) -> bool:
    """Whether a glyph is a digit or a letter that is read from left to right."""
    return glyph.text.isdigit() or (glyph.text.isalnum() and RTL_LETTER.search(glyph.text) is None)


def _brackets_are_drawn(cells: list[list[Glyph]], orders: list[list[int]]) -> bool:
    """Whether brackets stand in the file as drawn (`)` for an opening one in Arabic).

    Then turning them closes more pairs.
    """
    as_is = turned = 0
    for cell, order in zip(cells, orders, strict=True):
        if not _is_rtl(order):
            continue
        text = "".join(cell[index].text for index in order)
        as_is += _pairs(text)
        turned += _pairs("".join(char if flag else char.translate(_MIRRORED) for char, flag in _flagged(cell, order)))
    return turned >= as_is


def _flagged(cell: list[Glyph], order: list[int]) -> Iterable[tuple[str, bool]]:
    """The characters of a line in reading order, with whether each stands in a left-to-right island."""
    for place, index in enumerate(order):
        before = order[place - 1] if place else None
        after = order[place + 1] if place + 1 < len(order) else None
        inside = before == index - 1 and after == index + 1
        for char in cell[index].text:
            yield char, inside


def _is_rtl(order: Sequence[int]) -> bool:
    return any(later < earlier for earlier, later in itertools.pairwise(order))


def _pairs(text: str) -> int:
    stack: list[str] = []
    closed = int(_LABEL.match(text) is not None)
    for char in text:
        if char in OPENING:
            stack.append(char)
        elif char in CLOSING and stack and stack[-1] == PAIRS[char]:
            stack.pop()
            closed += 1
    return closed


def _spans(cell: list[Glyph], order: list[int], turn: bool) -> list[Span]:
    to_left = _is_rtl(order)
    islands = [(char, inside or not to_left) for char, inside in _flagged(cell, order)]
    swapped = are_swapped.applies("".join(char for char, latin in islands if latin))
    spans: list[Span] = []
    place, before = 0, order[0]
    run: list[Glyph] = []
    text: list[str] = []
    base = _base(cell)
    for index in order:
        glyph = cell[index]
        piece = ""
        for char, latin in islands[place : place + len(glyph.text)]:
            piece += char.translate(_MIRRORED) if (swapped if latin else turn) else char
        place += len(glyph.text)
        if run and not glyph.text.isspace() and _parts(cell, before, index, base):
            spans += _behind(_span(run, text), spans, base)
            run, text = [], []
        before = before if glyph.text.isspace() else index
        run.append(glyph)
        text.append(piece)
    return spans + _behind(_span(run, text), spans, base)


@rule("rtl.swapped", source="converters that name a drawn bracket once: `TD/B/WP)90(/CRP.1` beside `(أ)`")
def are_swapped(text: str) -> bool:
    """Brackets in what is read from left to right that close before they open are each the other of their pair."""
    return _SWAPPED.search(text) is not None and _pairs(text.translate(_MIRRORED)) > _pairs(text)


def _behind(made: list[Span], spans: Sequence[Span], base: Glyph) -> list[Span]:
    """A run where it is read: what stands at the wrong end of the run before it, behind that."""
    if not made or not spans or not is_in_island.applies(made[0], spans[-1], base):
        return made
    width = made[0].x1 - made[0].x0
    return [replace(made[0], x0=spans[-1].x0 - width, x1=spans[-1].x0)]


@rule(
    "rtl.mark_in_island",
    source="`2027¹` in Arabic papers: digits run to the right, so their mark stands at their right",
)
def is_in_island(mark: Span, before: Span, base: Glyph) -> bool:
    """A raised mark behind digits is drawn at their right, inside the run that ends with them."""
    return mark.size <= SMALL_MARK * base.size and mark.baseline < before.baseline and before.x0 < mark.x0 < before.x1


def _base(cell: Sequence[Glyph]) -> Glyph:
    """A glyph of the size that most of a cell has."""
    sizes = Counter([glyph.size for glyph in cell])
    size = max(sizes, key=lambda one: (sizes[one], one))
    return next(glyph for glyph in cell if glyph.size == size)


def _parts(cell: Sequence[Glyph], before: int, index: int, base: Glyph) -> bool:
    """Whether another run begins: a footnote mark or what follows it, other weight but within Latin words."""
    glyph, last = cell[index], cell[before]
    if _is_raised(glyph, base) != _is_raised(last, base):
        return True
    return glyph.face.bold is not last.face.bold and index < before


def _is_raised(glyph: Glyph, base: Glyph) -> bool:
    return glyph.size <= SMALL_MARK * base.size and base.y - glyph.y > SAME_BASELINE * glyph.size


def _span(run: list[Glyph], text: list[str]) -> list[Span]:
    whole = plain_letters("".join(text))
    if not whole or whole.isspace():
        return []
    sizes: dict[float, int] = {}
    for glyph in run:
        if not glyph.text.isspace():
            sizes[glyph.size] = sizes.get(glyph.size, 0) + len(glyph.text)
    size = max(sizes, key=lambda key: (sizes[key], key))
    return [span_of(whole, run, next(glyph for glyph in run if glyph.size == size))]
