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
_STOP_BEFORE_FIGURES = compiled(r"[-–.]\s?[0-9٠-٩]{1,3}")
_STOP_BEFORE_LATIN = compiled(r"[.،؛]\s?[A-Z]")
#: A symbol behind the mark of its note: `(١) A/99/1.`, as it stands from left to right.
_NOTE_OF_LATIN = compiled(r"\s[()][٠-٩]{1,2}[()]\Z")
#: A label that is only closed: `أ)`.
_LABEL = compiled(r"\s*(?:\w{1,2}|\d{1,3})\)\s")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_OPENING, _CLOSING = "([{«‹", ")]}»›"
#: Brackets whose mate tells whether the file holds drawn shapes; angle signs may stand alone.
_PAIRS = dict(zip(_CLOSING, _OPENING, strict=True))
_RTL = ("R", "AL")
_FIGURES = ("EN", "AN")


def mostly_rtl(texts: Iterable[str]) -> bool:
    """Whether right-to-left letters make up RTL_SHARE of all letters."""
    texts = list(texts)
    if not RTL_LETTER.search("".join(texts)):
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
    return _FILLER.sub("", text)


def logical_runs(glyphs: Sequence[Glyph]) -> list[Span]:
    """Spans in reading order: lines from top to bottom, the cells of a line from right to left.

    Each cell gives a span for each weight.
    """
    glyphs = signs_alone(glyphs)
    letters_of = letters_beside(glyphs)
    cells = [cell for row in lowered(_rows(glyphs)) for cell in _cells(row, letters_of)]
    orders = [reading_order([glyph.text for glyph in cell]) for cell in cells]
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


def reading_order(texts: Sequence[str]) -> list[int]:
    """The order in which the pieces of a line, given from left to right, are read.

    A line without right-to-left letters or Arabic figures is read as it stands. Otherwise from right to left, but for
    islands that read from left to right: Latin letters with all between them, figures with the separators inside them
    (annex 9, rules W2 to W7 backwards).
    """
    kinds = _arabic_figures([_kind(text) for text in texts])
    if not any(kind in _RTL for kind in kinds):
        if _STOP_BEFORE_FIGURES.fullmatch("".join(texts)):
            return [*range(1, len(texts)), 0]  # the number of an item or paragraph in a cell of its own: 1-
        if "AN" in kinds and "L" in kinds and (note := _NOTE_OF_LATIN.search("".join(texts))):
            start = len(texts) - len(note[0])
            if "".join(texts[start:]) == note[0]:
                mark = [start + index for index in reading_order(texts[start:])]
                return [*mark, *reading_order(texts[:start])]
        if _STOP_BEFORE_LATIN.match("".join(texts)):
            # the last line of a sentence that ends with a symbol, or a note of nothing else: *A/99/1.
            stars = sum(text == "*" for text in texts)
            end = len(texts) - stars if all(text == "*" for text in texts[len(texts) - stars :]) else len(texts)
            return [*range(end, len(texts)), *range(1, end), 0]
        if "AN" not in kinds or "L" in kinds:
            return list(range(len(texts)))
    latin = _latin_before(kinds)
    order: list[int] = []
    index = len(kinds) - 1
    while index >= 0:
        first = index
        if kinds[index] in ("L", *_FIGURES):
            first = _island(kinds, latin, index, texts)
            order += range(first, index + 1)
        elif index and texts[index] in _PAIRS and kinds[index - 1] in ("L", *_FIGURES):
            # A bracket that closes one opened inside an island belongs to the island (rule N0).
            start = _island(kinds, latin, index - 1, texts)
            if _open_brackets(texts[start:index]):
                first = start
                order += range(first, index + 1)
            else:
                order.append(index)
        else:
            order.append(index)
        index = first - 1
    return order


def _arabic_figures(kinds: list[str]) -> list[str]:
    """The kinds of pieces; figures behind an Arabic letter count as Arabic ones before a sign (rule W2).

    So `10-8 June` is drawn for the days from 8 to 10.
    """
    if "ES" not in kinds:
        return kinds
    found = list(kinds)
    arabic = False
    for index in range(len(kinds) - 1, -1, -1):
        if kinds[index] in ("L", "R", "AL"):
            arabic = kinds[index] == "AL"
        elif kinds[index] == "ES" and arabic:
            found[index] = "ON"
    return found


def _open_brackets(texts: Sequence[str]) -> int:
    depth = 0
    for text in texts:
        depth += (text in _OPENING) - (text in _PAIRS and depth > 0)
    return depth


def _island(kinds: Sequence[str], latin: Sequence[bool], last: int, texts: Sequence[str]) -> int:
    """Where the left-to-right island that ends at `last` begins."""
    first = last
    index = last - 1
    while index >= 0 and kinds[index] not in _RTL:
        if kinds[index] in ("L", *_FIGURES):
            # figures after a Latin letter are part of its run, but not Arabic ones apart from it
            within = ("L" in (kinds[index], kinds[first]) or latin[index]) and not (
                first - index > 1 and ("AN" in (kinds[index], kinds[first]) or _is_closed(kinds, texts, index, first))
            )
            if not (within or _joins_figures(kinds, index, first)):
                break
            first = index
        index -= 1
    return first


def _is_closed(kinds: Sequence[str], texts: Sequence[str], left: int, right: int) -> bool:
    """Whether brackets around Latin letters part them from digits at their right.

    `(A/99/1) 2031-2030` is read as `2030-2031 (A/99/1)`.
    """
    return kinds[right] in _FIGURES and texts[left + 1] in _OPENING + _CLOSING and texts[right - 1].isspace()


def _latin_before(kinds: Sequence[str]) -> list[bool]:
    """For each piece, whether a Latin letter stands to its left before any right-to-left one (rule W7)."""
    seen: list[bool] = []
    latin = False
    for kind in kinds:
        latin = kind == "L" or (latin and kind not in _RTL)
        seen.append(latin)
    return seen


def _joins_figures(kinds: Sequence[str], left: int, right: int) -> bool:
    """Rule W4: a common separator joins figures, a sign (+, -) only European ones; rule W5: % and the like join."""
    between = kinds[left + 1 : right]
    if not between or (len(between) == 1 and between[0] in ("CS", "ET")):
        return True
    return len(between) == 1 and between[0] == "ES" and kinds[left] == "EN"


def _kind(text: str) -> str:
    """The bidirectional class of a glyph: that of its first letter or figure, else of its first character."""
    classes = [unicodedata.bidirectional(char) for char in text]
    strong = [one for one in classes if one in ("L", *_RTL, *_FIGURES)]
    return strong[0] if strong else (classes[0] if classes else "ON")


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
        if char in _OPENING:
            stack.append(char)
        elif char in _CLOSING and stack and stack[-1] == _PAIRS[char]:
            stack.pop()
            closed += 1
    return closed


def _spans(cell: list[Glyph], order: list[int], turn: bool) -> list[Span]:
    turn = turn and _is_rtl(order)
    islands = list(_flagged(cell, order))
    spans: list[Span] = []
    place, before = 0, order[0]
    run: list[Glyph] = []
    text: list[str] = []
    base = _base(cell)
    for index in order:
        glyph = cell[index]
        piece = ""
        for char, inside in islands[place : place + len(glyph.text)]:
            piece += char.translate(_MIRRORED) if turn and not inside else char
        place += len(glyph.text)
        if run and not glyph.text.isspace() and _parts(cell, before, index, base):
            spans += _behind(_span(run, text), spans, base)
            run, text = [], []
        before = before if glyph.text.isspace() else index
        run.append(glyph)
        text.append(piece)
    return spans + _behind(_span(run, text), spans, base)


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
