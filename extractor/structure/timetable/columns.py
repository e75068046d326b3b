"""The columns of a timetable and what stands in them: times, item numbers, titles, the rest (format catalogue 4.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import GridSettings, column_of, free_edges, ruled_edges
from extractor.reading.page import Rule
from extractor.structure.timetable.cells import Piece, pieces_of
from extractor.structure.timetable.item_numbers import leading_items, read_items
from extractor.structure.timetable.words import (
    ColumnRole,
    column_role,
    completes_date,
    has_weekday,
    is_clockwork,
    is_marked,
)
from extractor.structure.vocabulary import has_figure

#: The grid of timetables. Borders of one table shift by up to 8 points; text starts exactly at its edge.
GRID = GridSettings(aligned=4.0, apart=10.0, slack=3.0, leftmost=True, gap=12.0, doubled=10.0)
#: Column heads take no more printed lines than this.
HEAD_LINES = 5
#: Share of a column's pieces that must be of time, or item numbers, for it to be a column of them.
MOSTLY = 0.6
#: So many days side by side head the columns of a grid.
LEAST_DAYS = 3

_CLOCK = re.compile(r"\d{1,2}(?:[.:h]\d\d|\s?[ap]\.?\s?m\b)", re.IGNORECASE)


@dataclass(slots=True)
class Layout:
    """The columns of a timetable: left edges and what stands in each."""

    edges: list[float]
    roles: list[ColumnRole]
    named: bool = False
    items: bool = False  # there is a column of item numbers

    @property
    def titles(self) -> list[int]:
        """The columns in which entries stand."""
        return self.of("title") or self.of("item")

    def of(self, *roles: ColumnRole) -> list[int]:
        """The columns that hold one of these."""
        return [at for at, role in enumerate(self.roles) if role in roles]


def layout_of(lines: Sequence[Line], rules: Mapping[int, list[Rule]]) -> Layout | None:
    """The columns of these lines, None when they are no table with a column of times or of items."""
    rows = [row for order, line in enumerate(lines) if (row := pieces_of(line, order))]
    edges: list[float] = []
    for page in sorted({line.page for line in lines}):
        own = [line for line in lines if line.page == page]
        found = ruled_edges(rules.get(page, []), own[0].top - 30, own[-1].bottom + 16, GRID)
        if len(found) > len(edges):
            edges = found
    ruled = _kept(edges, rows) if len(edges) > 1 else []
    layout = _roles(ruled, [parted(row, ruled) for row in rows]) if len(ruled) > 1 else None
    if layout is None:
        layout = _roles(free_edges(rows, GRID), rows)
    return layout


def parted(row: list[Piece], edges: Sequence[float]) -> list[Piece]:
    """A row taken apart at a border that a cell of time or number runs up to without a wide gap (`10 a.m.–1 1 (a)`)."""
    found: list[Piece] = []
    for piece in row:
        edge = next((e for e in edges if piece.x0 + 5 < e < piece.x1 - 2), None)
        if edge is not None and " " in piece.text:
            at = _split(piece, edge, beside_head=any(column_role(other.text) for other in row if other is not piece))
            if at:
                left, right = piece.text[:at], piece.text[at + 1 :]
                found.append(Piece(piece.line, piece.x0, edge - 2, left, piece.bold, piece.italic, piece.order))
                found += parted(
                    [Piece(piece.line, edge + 1, piece.x1, right, piece.bold, piece.italic, piece.order)], edges
                )
                continue
        found.append(piece)
    return found


def _split(piece: Piece, edge: float, *, beside_head: bool) -> int:
    """Where the text of a piece crosses a border: the blank nearest to it that parts a time or number from the rest.

    Two heads are parted only beside a third: alone in its row, `Programme` is a word of a title.
    """
    width = (piece.x1 - piece.x0) / len(piece.text)
    blanks = [at for at, sign in enumerate(piece.text) if sign == " " and abs(piece.x0 + at * width - edge) < 14]
    for at in sorted(blanks, key=lambda at: abs(piece.x0 + at * width - edge)):
        left, right = piece.text[:at], piece.text[at + 1 :]
        if beside_head and column_role(right) and column_role(piece.text) is None:
            if left[:1].isupper() and right[:1].isupper():
                return at  # `Agenda Title or description`
            continue
        if not (is_clockwork(left) or read_items(left)):
            continue
        day = has_weekday(left) and not has_figure(left)
        if read_items(right) or not is_clockwork(piece.text) or (day and _CLOCK.match(right)):
            return at
    return 0


def _kept(edges: list[float], rows: Sequence[Sequence[Piece]]) -> list[float]:
    """Only the edges at whose columns something begins; the first keeps what stands left of it."""
    used = {column_of(piece.x0, edges, GRID) for row in rows for piece in row}
    return [edge for at, edge in enumerate(edges) if at in used]


def _roles(edges: list[float], rows: Sequence[Sequence[Piece]]) -> Layout | None:
    if len(edges) < 2:
        return None
    columns: list[list[Piece]] = [[] for _ in edges]
    shared = 0
    # headings stand above the first row of several cells and say nothing of the first column
    opening = next((i for i, row in enumerate(rows) if len({column_of(p.x0, edges, GRID) for p in row}) > 1), 0)
    for row in rows[opening:]:
        shared += len({column_of(piece.x0, edges, GRID) for piece in row}) > 1
        for piece in row:
            columns[column_of(piece.x0, edges, GRID)].append(piece)
    heads = _heads(edges, rows)
    days = {column_of(p.x0, edges, GRID) for row in rows if is_day_row(row) for p in row}
    roles: list[ColumnRole] = []
    items = False
    for at, pieces in enumerate(columns):
        # the number of a meeting stands over its time (`3rd meeting` / `10 a.m.–1 p.m.`) and says nothing of the column
        body = [p for p in pieces if column_role(p.text) is None and not is_marked(p.text, "headings")]
        count = len(body) or 1
        # a figure or year under a weekday or month is a part of the date
        clocks = [
            p for i, p in enumerate(body) if is_clockwork(p.text) or (i and completes_date(p.text, body[i - 1].text))
        ]
        timed = len(clocks) / count
        # bold headings over the rows begin in the first column and say nothing of it
        plain = [p for p in body if not p.bold] or body
        timed = max(timed, sum(not p.bold or plain is body for p in clocks) / (len(plain) or 1))
        numbered = sum(read_items(p.text, "1") is not None or p.text in ("(", ")") for p in plain) / (len(plain) or 1)
        if at in days:
            roles.append("title")
        elif timed >= MOSTLY and body:
            roles.append("when")
        elif numbered >= MOSTLY and body:
            roles.append("item")
            items = True
        elif heads.get(at) == "other":
            roles.append("other")
        else:
            roles.append("title")
    if "when" in roles and any(
        role == "item" or (role == "title" and heads.get(at) in ("title", "item")) for at, role in enumerate(roles)
    ):
        # `Meeting` or `Period` over something else than times, beside a column of times
        roles = ["other" if heads.get(at) == "when" and role == "title" else role for at, role in enumerate(roles)]
    if "title" not in roles and not items and "other" in roles:
        roles[roles.index("other")] = "title"
    if "title" not in roles and not items:
        return None
    if "when" not in roles and not items and not days:
        return None
    if not heads and shared < 2:
        return None
    if not any(role in ("title",) for role in heads.values()):
        # without heads the first column of text holds the titles, others too when items begin in them
        first = roles.index("title") if "title" in roles else -1
        for at, role in enumerate(roles):
            if role == "title" and at != first and heads.get(at) is None and at not in days:
                named = sum(
                    lead is not None and lead.worded for p in columns[at] if (lead := leading_items(p.text)) or True
                )
                if named < 2 and len(columns[at]) < 0.8 * len(columns[first]):
                    roles[at] = "other"
    return Layout(edges, roles, bool(heads), items)


def is_day_row(row: Sequence[Piece]) -> bool:
    """Whether a row heads columns with days side by side: `Monday, 24 June`, `Tuesday, 25 June`, and so on."""
    return len(row) >= LEAST_DAYS and all(
        is_clockwork(piece.text) and has_figure(piece.text) and _CLOCK.search(piece.text) is None for piece in row
    )


def _heads(edges: list[float], rows: Sequence[Sequence[Piece]]) -> dict[int, ColumnRole]:
    """What the heads of the columns say, from the first lines that are nothing but heads."""
    for start in range(min(len(rows), 14)):
        count = head_lines(rows[start : start + HEAD_LINES], edges)
        if count:
            texts = _by_column(rows[start : start + count], edges)
            return {at: role for at, text in texts.items() if (role := column_role(text))}
    return {}


def _by_column(rows: Sequence[Sequence[Piece]], edges: list[float]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for row in rows:
        for piece in row:
            at = column_of(piece.x0, edges, GRID)
            texts[at] = f"{texts[at]} {piece.text}" if at in texts else piece.text
    return texts


def head_lines(rows: Sequence[Sequence[Piece]], edges: list[float]) -> int:
    """How many lines from the first on are the heads of columns; 0 when there are none."""
    for count in range(min(HEAD_LINES, len(rows)), 0, -1):
        if any(rows[0][0].line.page != row[0].line.page for row in rows[:count] if row):
            continue
        roles: list[ColumnRole] = []
        for text in (texts := _by_column(rows[:count], edges)).values():
            role = column_role(text)
            if role is None:
                break
            roles.append(role)
        if len(roles) < len(texts):
            continue
        if len(texts) == 1 and all(text[:1].islower() for text in texts.values()):
            continue  # the last word of a title (`… report of the` / `meeting`)
        if (len(roles) > 1 or roles == ["when"]) and ("when" in roles or "item" in roles):
            return count
    return 0
