"""Spans -> lines: what stands on one baseline, split into cells where the gap is wide.

A line knows its cells (runs of text with ordinary word gaps) and its footnote marks: small raised figures, letters or
stars, which
are taken out of the text and kept with the place where they stood (format catalogue 7).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from types import MappingProxyType

from extractor.reading.page import BBox, Page, Span

#: Type smaller than this many points is not meant to be read (stray anchors of one point).
LEAST_SIZE = 2.0
#: Spans whose baselines differ by less than this share of the type size stand on one line.
SAME_BASELINE = 0.28
#: A gap wider than this many ems ends a cell. Word gaps in justified text stay under it but for very loose lines.
CELL_GAP = 1.15
#: ... after a label at the head of a line (`10` over a narrow tab).
LABEL_GAP = 0.62
#: ... at the left edge of a column that this many cells of the page share.
EDGE_GAP = 0.34
#: ... at the left edge of a single cell elsewhere on the page (a table of one row below its heads).
LONE_EDGE_GAP = 0.6
SHARED_EDGE = 2
_NARROWEST = min(LABEL_GAP, CELL_GAP)
#: A gap wider than this many ems between two runs is a blank (0.25 em as set, less where lines are justified tight).
WORD_GAP = 0.19
#: Raised type at most this share of its line's size is a footnote mark or an ordinal's ending.
MARK_SIZE = 0.8
#: ... and stands at least this share of the line's size above the baseline.
MARK_RISE = 0.09

_MARK = re.compile(r"^[,\s]*(?:[*∗†‡§]{1,4}|\d{1,3}|[a-z]{1,2})(?:\s*[,–-]\s*(?:[*∗†‡§]{1,4}|\d{1,3}|[a-z]))*[,.)/]?$")
_LABEL = re.compile(r"^(?:\(?(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxl]{1,5})[.)]?|[•●–-])$")
_ORDINAL_ENDING = re.compile(r"^(?:st|nd|rd|th|er|re|ère|e|ème|o|a|º|ª)$", re.IGNORECASE)
#: An ordinal is a short number that stands alone: `58/316` takes no ending, what is raised behind it is a mark.
_ORDINAL = re.compile(r"(?<![\d/.,-])\d{1,3}$")
_STAR_SIGNS = ("*", "∗", "†", "‡")
_BLANKS = " \u00a0"
_BY_X0 = attrgetter("x0")
_STARS = re.compile(r"(?<=[^\s*∗(])\s?((?:[*∗]{1,4}|[†‡])(?:\s?,\s?(?:[*∗]{1,4}|[†‡]))*)$")
_INNER_STAR = re.compile(r"(?<=[\w)”’:])([*∗]{1,4}(?:\s?,\s?[*∗]{1,4})*)(?=[\s)])")
_LOOSE_STOP = re.compile(r"(?<=[^\W\d_]) (?=[.,](?: [^.]|$))")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "", "\ufeff": "", "\u200b": ""}
)


def tidy(text: str) -> str:
    """Unicode NFC, ligatures spelled out, soft hyphens and zero-width blanks dropped, blanks folded to one and
    trimmed."""
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        text = text.translate(_LIGATURES)
    if "  " in text or text[:1] == " " or text[-1:] == " " or not text.isprintable() or not text.isascii():
        text = " ".join(text.split())
    if " ." in text or " ," in text:
        text = _LOOSE_STOP.sub("", text)  # no language sets a blank there; kerning looks like one
    return text


@dataclass(slots=True)
class Mark:
    """A footnote mark: its sign (`1`, `*`, `a`) and the offset in the line's or block's text where it stood."""

    sign: str
    offset: int


@dataclass(slots=True)
class Cell:
    """A run of text on a line without a wide gap in it."""

    text: str
    x0: float
    x1: float
    size: float
    bold: bool
    italic: bool
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """One printed line. `text` joins the cells by one blank; `marks` count offsets in it.

    On a right-to-left page x runs from the right edge, so that lines begin, columns follow and indents grow as on other
    pages; `axis` is the page's width then, and `bbox` says where the line stands in truth.
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    text: str
    cells: list[Cell]
    marks: list[Mark]
    fonts: frozenset[str] = frozenset()
    axis: float | None = None

    @property
    def bbox(self) -> BBox:
        x0, x1 = self.across(self.x0, self.x1)
        return (x0, self.top, x1, self.bottom)

    def across(self, x0: float, x1: float) -> tuple[float, float]:
        """Where a stretch of the line stands in truth: its left and right edges, from the left edge of the page."""
        return (x0, x1) if self.axis is None else (self.axis - x1, self.axis - x0)

    def part(self, x0: float, x1: float) -> Line | None:
        """The line of only those cells that begin in [x0, x1), None when there are none."""
        cells = [cell for cell in self.cells if x0 <= cell.x0 < x1]
        if not cells:
            return None
        return self if len(cells) == len(self.cells) else _from_cells(self, cells)


def box_of(lines: Iterable[Line], page: int) -> BBox:
    """The box around those of the lines that stand on the page, of which there is one at least."""
    own = [line for line in lines if line.page == page]
    first = own[0]
    if len(own) == 1:
        return first.bbox
    x0, x1 = first.across(min([line.x0 for line in own]), max([line.x1 for line in own]))
    return (x0, min([line.top for line in own]), x1, max([line.bottom for line in own]))


def lines_of(page: Page) -> list[Line]:
    """The lines of a page from top to bottom; lines of several columns stay one line with several cells."""
    rows: list[list[Span]] = []
    spans = [
        span
        for span in page.spans
        # what is no higher than its type is not turned, which is the dearest to ask
        if span.size >= LEAST_SIZE
        and span.text
        and not span.text.isspace()
        and (span.bottom - span.top <= 1.5 * span.size or not span.sideways)
    ]
    axis = page.width if page.rtl else None
    if axis is not None:
        spans = [replace(span, x0=axis - span.x1, x1=axis - span.x0) for span in spans]
    for span in sorted(spans, key=attrgetter("baseline", "x0")):
        if rows and rows[-1][0].baseline == span.baseline:  # as on nearly all lines
            rows[-1].append(span)
            continue
        for row in rows[-1:-5:-1]:
            first = row[0]
            smaller, larger = (first.size, span.size) if first.size < span.size else (span.size, first.size)
            apart = span.baseline - first.baseline  # the spans are sorted
            if apart <= SAME_BASELINE * smaller or apart <= 0.06 * larger:
                row.append(span)
                break
        else:
            rows.append([span])
    rows = _lower_marks(rows)
    lines = [_line(page.number, row) for row in rows]
    edges = _column_edges(lines)
    if edges:
        # a cell that almost fills its column leaves no wide gap before the next: the column's edge parts them
        for index, row in enumerate(rows):
            if len(row) > 1 and not edges.keys().isdisjoint([round(span.x0) for span in row[1:]]):
                lines[index] = _line(page.number, row, edges)
    found = [line for line in lines if line is not None]
    for line in found:
        line.axis = axis
    return found


def _column_edges(lines: Sequence[Line | None]) -> dict[int, float]:
    """Left edges, to a point, of cells behind a gap on this page, and the least gap (ems) that parts a line there.

    An edge that several cells share needs less of a gap; texts behind labels make no edge.
    """
    counts: dict[int, int] = {}
    for line in lines:
        if line is None or len(line.cells) < 2:
            continue
        first = 2 if _LABEL.match(line.cells[0].text) else 1
        for cell in line.cells[first:]:
            counts[round(cell.x0)] = counts.get(round(cell.x0), 0) + 1
    return {x0: EDGE_GAP if count >= SHARED_EDGE else LONE_EDGE_GAP for x0, count in counts.items()}


def _lower_marks(rows: list[list[Span]]) -> list[list[Span]]:
    """Put rows that hold only raised small type down on the line they belong to."""
    kept: list[list[Span]] = []
    largest = [row[0].size if len(row) == 1 else max([span.size for span in row]) for row in rows]
    for index, row in enumerate(rows):
        below = rows[index + 1 : index + 4]
        small = MARK_SIZE * max(largest[index + 1 : index + 4], default=0.0) + 0.3
        if not [span for span in row if span.size <= small or "*" in span.text]:  # as in nearly all rows
            kept.append(row)
            continue
        rest: list[Span] = []
        for span in row:
            home = _home(span, below) if span.size <= small or "*" in span.text else None
            if home is not None:
                home.append(span)
            else:
                rest.append(span)
        if rest:
            kept.append(rest)
    return kept


def _home(span: Span, below: Sequence[list[Span]]) -> list[Span] | None:
    text = span.text.strip()
    if not (_MARK.match(text) or _ORDINAL_ENDING.match(text)):
        return None
    for row in below:
        first = min(row, key=_BY_X0)
        rise = first.baseline - span.baseline
        if (
            span.x1 - 1.0 <= first.x0 < span.x1 + 3.0 * first.size
            and 0 < rise <= 0.75 * first.size
            and (span.size <= MARK_SIZE * first.size + 0.3)
        ):
            return row  # the mark that opens a footnote
        for other in row:
            rise = other.baseline - span.baseline
            if (
                (span.size <= MARK_SIZE * other.size + 0.3 or text in {"*", "**", "***"})
                and 0 < rise <= 0.75 * other.size
                and -1.0 <= span.x0 - other.x1 <= 0.5 * other.size
            ):
                return row
    return None


def _line(number: int, row: list[Span], edges: Mapping[int, float] = MappingProxyType({})) -> Line | None:
    if len(row) == 1:
        span = row[0]
        cell = _cell(row, span.baseline)
        if not (cell.text or cell.marks):
            return None
        return _of_cells([cell], number, span.top, span.bottom, span.baseline, span.size, frozenset((span.font,)))
    row.sort(key=_BY_X0)
    size, baseline = row[0].size, row[0].baseline
    for span in row:
        if span.size != size or span.baseline != baseline:
            size, baseline = _usual(row)
            break
    cells: list[Cell] = []
    group: list[Span] = []
    reach = 0.0
    narrowest = min(_NARROWEST, *edges.values()) if edges else _NARROWEST
    slim = narrowest * 0.8 * size
    for span in row:
        # most gaps part nothing, whatever stands before them
        if group and (gap := span.x0 - reach) > slim:
            em = max(min(span.size, group[-1].size), 0.8 * size)
            if gap > narrowest * em:
                least = LABEL_GAP if len(group) <= 3 and _LABEL.match(_plain(group)) else CELL_GAP
                if gap > least * em or gap > edges.get(round(span.x0), least) * em:
                    cells.append(_cell(group, baseline))
                    group = []
        if span.x1 > reach or not group:
            reach = span.x1
        group.append(span)
    cells.append(_cell(group, baseline))
    cells = [cell for cell in cells if cell.text or cell.marks]
    if not cells:
        return None
    top, bottom = min([span.top for span in row]), max([span.bottom for span in row])
    fonts = frozenset([span.font for span in row])
    return _of_cells(cells, number, top, bottom, baseline, size, fonts)


def _usual(row: list[Span]) -> tuple[float, float]:
    """The size and the baseline of most of the text of a line."""
    sizes = {span.size for span in row}
    if len(sizes) == 1:
        return row[0].size, max(row, key=_length).baseline
    weights = dict.fromkeys(sizes, 0)
    for span in row:
        weights[span.size] += _weight(span.text)
    size = _heaviest(weights)
    return size, max([span for span in row if span.size == size], key=_length).baseline


def _length(span: Span) -> int:
    return len(span.text)


def _weight(text: str) -> int:
    """How much a run counts when the face of its line is settled: blanks and the dots of leaders count nothing."""
    return len(text) - text.count(".") - text.count(" ") or 1


def _heaviest(weights: dict[float, int]) -> float:
    """The size that most of the text has; of equals, the larger."""
    if len(weights) == 1:
        return next(iter(weights))
    return max(weights, key=lambda key: (weights[key], key))


def _plain(group: list[Span]) -> str:
    return "".join(span.text for span in group).strip()


def _from_cells(shell: Line, cells: list[Cell]) -> Line:
    line = _of_cells(cells, shell.page, shell.top, shell.bottom, shell.baseline, shell.size, shell.fonts)
    line.axis = shell.axis
    return line


def _of_cells(
    cells: list[Cell], page: int, top: float, bottom: float, baseline: float, size: float, fonts: frozenset[str]
) -> Line:
    """The line that the cells make."""
    if len(cells) == 1:
        cell = cells[0]
        marks = [Mark(mark.sign, mark.offset) for mark in cell.marks]
        return Line(
            page, cell.x0, top, cell.x1, bottom, baseline, size, cell.bold and cell.text != "",
            cell.italic and cell.text != "", cell.text, cells, marks, fonts,
        )  # fmt: skip
    text, marks = "", []
    for cell in cells:
        if text and cell.text:
            text += " "
        marks += [Mark(mark.sign, len(text) + mark.offset) for mark in cell.marks]
        text += cell.text
    letters = [(cell, len(cell.text)) for cell in cells]
    total = sum([count for _, count in letters]) or 1
    bold = sum([count for cell, count in letters if cell.bold]) >= 0.6 * total
    italic = sum([count for cell, count in letters if cell.italic]) >= 0.6 * total
    return Line(
        page, min([c.x0 for c in cells]), top, max([c.x1 for c in cells]), bottom, baseline, size, bold, italic, text,
        cells, marks, fonts,
    )  # fmt: skip


def _cell(group: list[Span], baseline: float) -> Cell:
    """Join spans to text; raised small signs become marks."""
    first = group[0]
    size, bold, italic = first.size, first.bold, first.italic
    raised = baseline - MARK_RISE * size
    for span in group:
        if span.size != size or span.bold is not bold or span.italic is not italic or span.baseline <= raised:
            return _mixed_cell(group, baseline)
    # One face and no raised type, as in nearly all cells: nothing is to be weighed.
    text, reach = first.text, first.x1
    for span in group[1:]:
        if span.x0 - reach > WORD_GAP * size and text[-1] not in _BLANKS and span.text[0] != " ":
            text += " "
        text += span.text
        reach = span.x1
    text, marks = _take_stars(tidy(text), [])
    x1 = first.x1 if len(group) == 1 else max([span.x1 for span in group])
    return Cell(text, first.x0, x1, size, bold, italic, marks)


def _mixed_cell(group: list[Span], baseline: float) -> Cell:
    """A cell of several faces, or with raised type in it."""
    parts: list[str] = []
    marks: list[tuple[str, int]] = []
    length = 0
    bold = italic = letters = 0
    weights: dict[float, int] = {}
    previous: Span | None = None
    largest = max([span.size for span in group])
    for span in group:
        raw = span.text
        stripped = raw.strip()
        raised = baseline - span.baseline >= MARK_RISE * largest and (
            span.size <= MARK_SIZE * largest + 0.3 or stripped.strip("*∗") == ""
        )
        if raised and length and _ORDINAL_ENDING.match(stripped) and _ORDINAL.search(parts[-1].rstrip()):
            parts[-1] = parts[-1].rstrip()
            parts.append(raw)
            length = sum(map(len, parts))
            previous = span
            continue
        if raised and _MARK.match(stripped):
            marks += [(sign, length) for sign in re.findall(r"[*∗†‡§]+|\d+|[a-z]+", stripped)]
            if raw.endswith(" "):
                parts.append(" ")
                length += 1
            previous = span
            continue
        if previous is not None and parts and not parts[-1].endswith((" ", "\u00a0")) and not raw.startswith(" "):
            gap = span.x0 - previous.x1
            if gap > WORD_GAP * min(span.size, max(previous.size, 0.5 * span.size)):
                parts.append(" ")
                length += 1
        parts.append(raw)
        length += len(raw)
        count = _weight(stripped)
        letters += count
        bold += count if span.bold else 0
        italic += count if span.italic else 0
        weights[span.size] = weights.get(span.size, 0) + count
        previous = span
    text, offsets = _tidy_with_offsets("".join(parts), [offset for _, offset in marks])
    text, found = _take_stars(text, [Mark(sign, offset) for (sign, _), offset in zip(marks, offsets, strict=True)])
    size = _heaviest(weights) if weights else group[0].size
    letters = letters or 1
    return Cell(
        text,
        min([span.x0 for span in group]),
        max([span.x1 for span in group]),
        size,
        bold >= 0.6 * letters,
        italic >= 0.6 * letters,
        found,
    )


def _take_stars(text: str, found: list[Mark]) -> tuple[str, list[Mark]]:
    """Stars and daggers set like other type are marks where they stand behind a word."""
    if "*" in text:
        text, found = _inner_stars(text, found)
    star = _STARS.search(text) if text[-1:] in _STAR_SIGNS else None
    if star and not star.string[: star.start()].endswith("*"):
        text = text[: star.start()].rstrip()
        found += _each(star[1], len(text))
    return text, found


def _inner_stars(text: str, found: list[Mark]) -> tuple[str, list[Mark]]:
    """Stars behind a word in the middle of a line (`Report for 2030* (A/99/1)`) are marks as well."""
    while inner := _INNER_STAR.search(text):
        start, end = inner.span(1)
        text = text[:start] + text[end:]
        found = [Mark(mark.sign, mark.offset - (end - start) if mark.offset > start else mark.offset) for mark in found]
        found += _each(inner[1], start)
    return text, found


def _each(signs: str, offset: int) -> list[Mark]:
    """The marks of a list of stars: `*, **` stands for two notes."""
    return [Mark(sign.strip().replace("∗", "*"), offset) for sign in signs.split(",")]


def _tidy_with_offsets(text: str, offsets: Iterable[int]) -> tuple[str, list[int]]:
    """`tidy`, and where the given offsets went."""
    whole = tidy(text)
    return whole, [min(len(tidy(text[:offset])), len(whole)) for offset in offsets]
