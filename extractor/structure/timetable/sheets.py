"""The pages of a timetable in columns: their rows below the column heads, their columns and borders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import borders, column_of, ruled_edges
from extractor.reading.page import Rule as Drawn
from extractor.records import Struct, replace
from extractor.rules import rule
from extractor.structure.timetable.cells import Cell, Piece, pieces_of
from extractor.structure.timetable.column_heads import head_lines
from extractor.structure.timetable.columns import Layout
from extractor.structure.timetable.item_numbers import read_items
from extractor.structure.timetable.parting import parted
from extractor.structure.timetable.rows import is_row
from extractor.structure.timetable.ruled import Ruled
from extractor.structure.timetable.settings import GRID, SETTINGS
from extractor.structure.timetable.words import after_clock, begins_moment, has_clock, is_clockwork, is_day
from extractor.structure.vocabulary import has_figure


class Sheet(Struct, frozen=True):
    """One page of a timetable.

    Attributes:
        page: its number.
        rows: the pieces of its lines from top to bottom.
        layout: its columns.
        heights: of each column, the heights at which a border runs across it.
    """

    page: int
    rows: list[list[Piece]]
    layout: Layout
    heights: list[list[float]]

    def column(self, piece: Piece) -> int:
        """The column in which a piece stands."""
        return column_of(piece.edge, self.layout.edges, GRID)

    def columns_of(self, cell: Cell) -> int:
        """Over how many columns a drawn cell reaches."""
        right = cell.pieces[0].right
        return (
            1 if right is None else max(1, sum(edge < right - GRID.apart for edge in self.layout.edges) - cell.column)
        )


def sheets_of(lines: Sequence[Line], ruled: Ruled, layout: Layout) -> list[Sheet]:
    """The pages on which something stands below the heads."""
    rows = [pieces_of(line, order, ruled) for order, line in enumerate(lines)]
    pages: dict[int, list[list[Piece]]] = {}
    for row in rows:
        if row:
            cut = _entry_apart(parted(row, layout.edges), layout)
            pages.setdefault(row[0].line.page, []).append(_whole_times(cut, layout))
    found: list[Sheet] = []
    started = False
    kept: list[list[list[Piece]]] = []
    for page in sorted(pages):
        own, started = _without_heads(pages[page], layout, started)
        kept += [own] if own else []
    if days_at_foot.applies(kept):
        kept = [_day_first(own) for own in kept]
    running = running_texts.applies(kept)
    for own in kept:
        page = own[0][0].line.page
        drawn = ruled.rules.get(page, [])
        columns = _page_layout(drawn, own, layout)
        left = [some for row in own if (some := [piece for piece in row if piece.text not in running])]
        found.append(Sheet(page, left, columns, _heights(drawn, columns.edges)))
    return found


def _entry_apart(row: list[Piece], layout: Layout) -> list[Piece]:
    """A row that is a time and its entry in one cell over the columns of both, as a piece in each."""
    if len(row) > 1 or not layout.titles or not (text := time_before_entry.applies(row[0], layout)):
        return row
    (piece,) = row
    edge = layout.edges[layout.titles[0]]
    middle = piece.x1 - (piece.x1 - piece.x0) * len(text) / len(piece.text)
    time = piece.text[: -len(text)].rstrip(" :：–—-")
    return [
        replace(piece, x1=middle, text=time),
        replace(piece, x0=middle, text=text, left=max(edge, piece.edge), right=piece.right or piece.x1),
    ]


@rule(
    "timetable.columns.time_before_entry",
    source="boards: `1.30–2.30 p.m.: Briefing` in one cell over the columns of times and titles",
    otherwise="",
)
def time_before_entry(piece: Piece, layout: Layout) -> str:
    """The entry behind the time at the head of words alone in their row that reach into the titles; empty without."""
    if layout.roles[column_of(piece.edge, layout.edges, GRID)] != "when" or is_clockwork(piece.text):
        return ""
    right = piece.x1 if piece.right is None else piece.right
    if right < layout.edges[layout.titles[0]] + SETTINGS.crossing_left:
        return ""
    entry = after_clock(piece.text)
    return entry if entry != piece.text and entry[:1].isalpha() else ""


def _whole_times(row: list[Piece], layout: Layout) -> list[Piece]:
    """A row whose beginnings and ends of slots, in columns of their own, are one piece each."""
    found: list[Piece] = []
    for piece in row:
        if found and are_ends.applies(found[-1], piece, layout):
            start = found.pop()
            piece = replace(start, x1=piece.x1, text=f"{start.text}–{piece.text}", right=None)
        found.append(piece)
    return found


@rule("timetable.columns.from_to", source="programmes of meetings: `From` and `To`, `Start` and `End` over two columns")
def are_ends(start: Piece, end: Piece, layout: Layout) -> bool:
    """A time beside another, in its column of times or the next one, is the end of the slot that begins with it."""
    first, last = (column_of(piece.edge, layout.edges, GRID) for piece in (start, end))
    if last - first > 1 or layout.roles[first] != "when" or layout.roles[last] != "when":
        return False
    return all(has_clock(piece.text) and is_clockwork(piece.text) and "–" not in piece.text for piece in (start, end))


@rule("timetable.columns.day_at_foot", source="programmes of conferences with the day at the foot of each page")
def days_at_foot(pages: Sequence[Sequence[Sequence[Piece]]]) -> bool:
    """A day alone at the foot of each of several pages is that of the rows above it."""
    return len(pages) > 1 and all(
        len(page) > 1 and is_day_over.applies(_without_page(page[-1])) and not any(map(is_day_over.applies, page[:-1]))
        for page in pages
    )


def _without_page(row: Sequence[Piece]) -> Sequence[Piece]:
    """The foot of a page without its number beside the day."""
    bare = [piece for piece in row if not piece.text.isdecimal()]
    return bare if len(row) - len(bare) == 1 else row


def _day_first(rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The rows of a page with the day at its foot, which then stands over them."""
    (day,), first = _without_page(rows[-1]), rows[0][0]
    over = Piece(day.line, day.x0, day.x1, day.text, day.bold, day.italic, first.order)
    over.baseline = first.baseline - day.size
    return [[over], *rows[:-1]]


@rule("timetable.columns.running", source="timetables with the name of the event on each page", otherwise=frozenset())
def running_texts(pages: Sequence[Sequence[Sequence[Piece]]]) -> frozenset[str]:
    """Words beside the day at the head or at the foot of several pages of a timetable are no entry."""
    beside = [
        {piece.text for row in (page[0], page[-1]) if any(is_day(p.text) for p in row) for piece in row}
        for page in pages
    ]
    plain = [text for texts in beside for text in texts if not (is_day(text) or begins_moment(text))]
    counts = Counter(text for text in plain if read_items(text) is None)
    return frozenset(text for text, count in counts.items() if count > 1)


def _heights(drawn: Sequence[Drawn], edges: Sequence[float]) -> list[list[float]]:
    return [borders(drawn, left, right, GRID) for left, right in pairwise([*edges, edges[-1] + SETTINGS.last_column])]


def _page_layout(drawn: Sequence[Drawn], rows: Sequence[Sequence[Piece]], layout: Layout) -> Layout:
    """The columns as this page draws them, where it draws as many as the whole."""
    top, bottom = rows[0][0].line.top - SETTINGS.above_page, rows[-1][0].line.bottom + SETTINGS.below
    edges = ruled_edges(drawn, top, bottom, GRID)
    return replace(layout, edges=edges) if same_columns.applies(edges, layout.edges) else layout


@rule("timetable.columns.page", source="papers whose tables are drawn anew on each page, some points aside")
def same_columns(edges: Sequence[float], whole: Sequence[float]) -> bool:
    """A page that draws as many columns as the whole, near to the same places, has columns of its own."""
    return len(edges) == len(whole) and all(
        abs(a - b) < SETTINGS.same_columns for a, b in zip(edges, whole, strict=True)
    )


def _without_heads(rows: list[list[Piece]], layout: Layout, started: bool) -> tuple[list[list[Piece]], bool]:
    """The rows below the heading and the column heads; heads repeated on later pages go too."""
    kept: list[list[Piece]] = []
    at = 0
    while at < len(rows):
        count = head_lines(rows[at : at + SETTINGS.head_lines], layout.edges)
        if count and (started or not kept or not are_rows.applies(kept)):
            if not started:
                kept = [row for row in kept if is_day_over.applies(row)]
            started = True
            at += count
            continue
        kept.append(rows[at])
        at += 1
    if not started and not layout.named:
        return kept[_first_row(kept) :], True
    return kept, started


@rule("timetable.columns.day_over", source="catalogue 4.1: a table a day, its date over the heads of its columns")
def is_day_over(row: Sequence[Piece]) -> bool:
    """A day alone over the heads of columns dates the rows below them."""
    return len(row) == 1 and has_figure(row[0].text) and is_day(row[0].text)


@rule("timetable.columns.heads_late", source="grids whose last cells read as heads do: `Agenda` beside `Report`")
def are_rows(rows: Sequence[Sequence[Piece]]) -> bool:
    """Below rows with times no heads of columns come for the first time."""
    return any(len(row) > 1 and has_clock(row[0].text) and begins_moment(row[0].text) for row in rows)


def _first_row(rows: Sequence[Sequence[Piece]]) -> int:
    """Index of the first row of a table without column heads; lines set close above it belong to it."""
    first = next((at for at, row in enumerate(rows) if is_row(row)), 0)
    while first and is_close_above.applies(rows[first - 1][0], rows[first][0]):
        first -= 1
    return first


@rule(
    "timetable.columns.close_above",
    source="catalogue 4.1: tables without heads whose times stand in the middle of their rows",
)
def is_close_above(above: Piece, row: Piece) -> bool:
    """A line set close above the first row of a table without heads belongs to it, unless it is bold."""
    return not above.bold and row.baseline - above.baseline < SETTINGS.close_above * row.size
