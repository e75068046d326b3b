"""Reads a timetable set in columns: when, item, title, in any order, with borders or without (format catalogue 4.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import borders, column_of, ruled_edges
from extractor.reading.page import Rule
from extractor.structure.timetable.cells import BULLETS, Block, Piece, blocks_of, pieces_of, pitch_of
from extractor.structure.timetable.columns import GRID, HEAD_LINES, LEAST_DAYS, Layout, head_lines, parted
from extractor.structure.timetable.entries import is_codes
from extractor.structure.timetable.heads import days_beside, names_bodies, slots_beside, with_whole_slots
from extractor.structure.timetable.item_numbers import leading_items, read_items
from extractor.structure.timetable.model import Event
from extractor.structure.timetable.moments import Calendar, Moment, is_unfinished, is_week
from extractor.structure.timetable.rows import dates_on, had_room, is_row, whole_times, wraps
from extractor.structure.timetable.time_cells import is_unfinished_clock, number_cells, share_bands, time_cells
from extractor.structure.timetable.words import (
    column_role,
    has_weekday,
    is_clockwork,
    is_marked,
    opens_with,
    take_continued,
)

#: A cell stands in the middle of its bordered row when it is off by no more than this share of the row's height.
CENTRED = 0.06
_NO_MOMENT = Moment()
#: `2. Adoption of the agenda` below `1. Opening of the meeting`, two entries of one cell.
_NUMBERED = re.compile(r"\d{1,2}\.\s+[^\W\d_]")


@dataclass(slots=True)
class _Sheet:
    """One page of the timetable."""

    page: int
    rows: list[list[Piece]]
    rules: list[Rule]
    layout: Layout = field(default_factory=lambda: Layout([], []))


class TableReader:
    """Turns the lines of a timetable in columns into events in reading order."""

    def __init__(
        self, lines: Sequence[Line], rules: Mapping[int, list[Rule]], layout: Layout, calendar: Calendar
    ) -> None:
        self.lines, self.rules, self.layout, self.calendar = lines, rules, layout, calendar
        self.parent: str | None = None
        self.last: Block | None = None  # the last block of the page before
        self.entry: Event | None = None
        self.clocks: list[Piece] = []  # the pieces of time of the page at hand
        self.grid = False  # days head the columns
        self.walled = True  # every time has a bordered cell of its own
        self.labels: list[Piece] = []  # words in the column of times (`283rd plenary meeting`)

    def events(self) -> list[Event]:
        rows = [pieces_of(line, order) for order, line in enumerate(self.lines)]
        rows = [parted(row, self.layout.edges) for row in rows if row]
        sheets: list[_Sheet] = []
        started = False
        for page in sorted({row[0].line.page for row in rows}):
            own = [row for row in rows if row[0].line.page == page]
            own, started = self._without_heads(own, started)
            if own:
                sheets.append(_Sheet(page, own, self.rules.get(page, []), self._page_layout(page, own)))
        self.walled = not any(self._shared(sheet) for sheet in sheets)
        return [event for sheet in sheets for event in self._page(sheet)]

    def _shared(self, sheet: _Sheet) -> bool:
        """Whether two times stand between the same two borders of a page: then no border says where a time holds."""
        for at in sheet.layout.of("when"):
            heights = self._heights(at, sheet)
            if len(heights) < 3:
                continue
            clocks = [
                piece
                for row in sheet.rows
                for piece in row
                if column_of(piece.x0, sheet.layout.edges, GRID) == at and is_clockwork(piece.text)
            ]
            if share_bands(time_cells(clocks, at, heights, self._complete), heights):
                return True
        return False

    def _page_layout(self, page: int, rows: list[list[Piece]]) -> Layout:
        """The columns as this page draws them, where it draws as many as the whole."""
        top, bottom = rows[0][0].line.top - 40, rows[-1][0].line.bottom + 16
        edges = ruled_edges(self.rules.get(page, []), top, bottom, GRID)
        if len(edges) == len(self.layout.edges) and all(
            abs(a - b) < 16 for a, b in zip(edges, self.layout.edges, strict=True)
        ):
            return Layout(edges, self.layout.roles, self.layout.named, self.layout.items)
        return self.layout

    def _without_heads(self, rows: list[list[Piece]], started: bool) -> tuple[list[list[Piece]], bool]:
        """The rows below the heading and the column heads; heads repeated on later pages go too."""
        kept: list[list[Piece]] = []
        at = 0
        while at < len(rows):
            count = head_lines(rows[at : at + HEAD_LINES], self.layout.edges)
            if count:
                if not started:
                    kept = []
                started = True
                at += count
                continue
            kept.append(rows[at])
            at += 1
        if not started and self.layout.named is False:
            first = next((i for i, row in enumerate(kept) if is_row(row)), 0)
            while (
                first
                and kept[first][0].baseline - kept[first - 1][0].baseline < 1.3 * kept[first][0].size
                and not kept[first - 1][0].bold
            ):
                first -= 1
            kept, started = kept[first:], True
        return kept, started

    # one page

    def _page(self, sheet: _Sheet) -> list[Event]:
        layout = sheet.layout
        titles = layout.of("title") or layout.of("item")
        columns: dict[int, list[Piece]] = {at: [] for at in range(len(layout.edges))}
        moments: list[tuple[Block, Moment]] = []
        others: list[tuple[Block, str]] = []
        events: list[tuple[float, int, Event]] = []
        whens = [
            p
            for row in sheet.rows
            for p in row
            if layout.roles[column_of(p.x0, layout.edges, GRID)] == "when" and is_clockwork(p.text)
        ]
        self.clocks, self.labels = whens, []
        slotted = False
        rows = with_whole_slots([whole_times(row, layout) for row in sheet.rows], layout, self.calendar)
        nothing: list[Piece] = []
        for before, row in pairwise(chain([nothing], rows)):
            if days := days_beside(row, layout, self.calendar):
                events.append((row[0].baseline - row[0].size, 0, Event("days", sheet.page, days=days)))
                self.grid = True
                continue
            if slots := slots_beside(row, layout, self.calendar, columns, grid=self.grid, slotted=slotted):
                slotted = True
                events.append((row[0].baseline - row[0].size, 1, Event("slots", sheet.page, days=slots)))
                row = [
                    p for p in row if column_of(p.x0, layout.edges, GRID) not in slots and column_role(p.text) is None
                ]
            if names_bodies(row, before):
                continue
            if len(row) >= LEAST_DAYS and all(has_weekday(p.text) and is_clockwork(p.text) for p in row):
                continue  # weekdays over the days
            for piece in row:
                at = column_of(piece.x0, layout.edges, GRID)
                role = layout.roles[at]
                single = len(row) == 1
                undated = role == "when" and not single and is_marked(piece.text, "undated")
                if undated or (single and is_week(piece.text)):
                    others.append((Block([piece], at), "clear"))
                elif single and opens_with(piece.text, "followed") and role == "when":
                    others.append((Block([piece], at), "reset"))
                elif is_marked(piece.text, "remarks") and single:
                    continue
                elif (
                    single and role != "when" and is_clockwork(piece.text) and not wraps(piece, columns[at])
                    and (moment := self.calendar.peek(piece.text))
                ):  # fmt: skip
                    if moment.dated or moment.clocked:
                        moments.append((Block([piece], at), moment))
                elif role == "when" and columns[at] and dates_on(piece, columns[at][-1]):
                    columns[at].append(piece)
                elif role == "when" and not is_clockwork(piece.text) and not is_unfinished_clock(piece.text):
                    if (
                        any(
                            abs(p.baseline - piece.baseline) < 1.5 * piece.size and abs(p.x0 - piece.x0) < 8
                            for p in whens
                        )
                        and not piece.bold
                    ):
                        self.labels.append(piece)
                    elif single or piece.bold:
                        whole = self.calendar.peek(piece.text) or (
                            self.calendar.head(piece.text) if not single else self.calendar.day_at_place(piece.text)
                        )
                        if whole is not None:
                            moments.append((Block([piece], at), whole))
                        elif single and not (
                            piece.bold or is_marked(piece.text, "headings") or self._over_clock(piece, whens)
                        ):
                            columns[titles[0]].append(piece)
                        elif single:
                            others.append((Block([piece], at), "heading"))
                    elif (whole := self.calendar.peek(piece.text) or self.calendar.head(piece.text)) is not None:
                        moments.append((Block([piece], at), whole))
                    else:
                        others.append((Block([piece], at), "reset"))  # `Post-meeting`: a slot without a clock
                else:
                    columns[at].append(piece)
        headed = [piece for at in titles for piece in columns[at]]
        numbers = [
            block
            for at in layout.of("item")
            if at not in titles
            for block in number_cells(columns[at], at, self._heights(at, sheet), headed)
        ]
        clocks = [
            (b, at)
            for at in layout.of("when")
            for b in time_cells(columns[at], at, self._heights(at, sheet), self._complete)
        ]
        beside = [block.pieces[0] for block in [*numbers, *(block for block, _ in clocks)]]
        entries = [block for at in titles for block in self._titles(columns[at], at, beside, sheet)]
        self._number(entries, numbers, sheet)
        clocks = self._sittings(clocks, entries, sheet)
        above: tuple[Block, float] | None = None  # the date over a time, and from where it holds
        for block, at in clocks:
            found = self._moments(block, at, entries, sheet)
            if above and found and found[0][2].kind == "time" and self._same_cell(above[0], block, entries, sheet):
                found = [(above[1] + 0.1, 1, found[0][2])]
            dated = found and found[0][2].kind == "date" and not (found[0][2].moment or _NO_MOMENT).clocked
            above = (block, found[0][0]) if dated else None
            events += found
        for block, moment in moments:
            kind = "date" if moment.dated else "time"
            events.append((self._anchor(block, entries, [], sheet) - 0.2, 0, Event(kind, sheet.page, moment)))  # type: ignore[arg-type]
        for block, kind in others:
            events.append((block.top, 0, Event(kind, sheet.page)))  # type: ignore[arg-type]
        plain = [block for block in entries if block.items and not block.bold]
        seen_plain = False
        first_clock = min((at for at, _, _ in events), default=1e9)
        top = True
        for block in sorted(entries, key=lambda b: (b.top, b.column)):
            text = block.text
            if (
                top
                and self.last is not None
                and block.top < first_clock
                and not (block.items or block.bullet or leading_items(text))
            ):
                # the rest of what the page before broke off
                if self.last.bullet and not block.bold:
                    continue
                if not self.last.bullet and text[:1].islower() and self.entry is not None:
                    self.entry.text = f"{self.entry.text} {text}"
                    continue
            top = False
            self.last = block
            if self._is_heading(block, bool(plain)):
                events.append((block.top, 2, Event("heading", sheet.page)))
                continue
            if block.bullet and seen_plain and not block.items and leading_items(text.lstrip(BULLETS)) is None:
                continue
            if is_codes(text) or (opens_with(text, "notes") and not block.items):
                continue
            seen_plain = seen_plain or not block.bullet
            entry = Event(
                "entry", sheet.page, None, text, block.items, layout.items, block.bbox, block.column, block.continued
            )
            self.entry = entry
            events.append((block.top, 3, entry))
        return [event for _, _, event in sorted(events, key=lambda one: (one[0], one[1]))]

    def _over_clock(self, piece: Piece, whens: Sequence[Piece]) -> bool:
        """Whether words in the column of times head the slot whose time follows (`Drafting Committee` / `3–6 p.m.`)."""
        return any(abs(p.x0 - piece.x0) < 16 and 0 < p.baseline - piece.baseline < 2.6 * piece.size for p in whens)

    def _is_heading(self, block: Block, plain: bool) -> bool:
        if block.items or leading_items(block.text) is not None:
            return False
        return is_marked(block.text.split("(")[0], "headings") or (block.bold and plain and not block.bullet)

    def _titles(self, pieces: list[Piece], at: int, beside: list[Piece], sheet: _Sheet) -> list[Block]:
        """The entries of a column; `beside` are the first lines of cells of times and numbers, at which rows begin."""
        heights = self._heights(at, sheet)
        near = [min((abs(p.baseline - q.baseline) for q in pieces), default=99.0) for p in beside]
        astray = sum(1.5 <= distance < 0.8 * p.size for p, distance in zip(beside, near, strict=True))
        centred = astray > 0.25 * len(beside)
        level = {p.order for p in beside}
        # borders part the rows where no two first lines of one column stand between two of them
        bands = [(column_of(p.x0, sheet.layout.edges, GRID), sum(h < p.baseline for h in heights)) for p in beside]
        bordered = len(heights) >= 3 and len(set(bands)) == len(bands)
        pitch = pitch_of(pieces)
        ordered = sorted(pieces, key=lambda p: p.baseline)
        steps = [(b.baseline - a.baseline, b.order in level) for a, b in pairwise(ordered)]
        row_step = min((step for step, fresh in steps if fresh and step > 4), default=0.0)
        wrap_step = min((step for step, fresh in steps if not fresh and step > 4), default=99.0)
        # rows hardly wider apart than lines: a line at a row's distance opens a row though nothing stands beside
        telling = not centred and row_step - wrap_step > 0.8
        right = max((piece.x1 for piece in pieces), default=0.0)

        def opens(piece: Piece, before: Piece) -> bool:
            if piece.bullet and not before.bullet:
                return True
            if piece.bullet:
                return True
            lead = leading_items(piece.text)
            if _NUMBERED.match(piece.text) and _NUMBERED.match(before.text) and abs(piece.x0 - before.x0) < 3:
                return True
            if lead and (lead.worded or (lead.letters and not before.text.endswith((",", "paragraph", "article")))):
                return piece.x0 <= before.x0 + 60
            if (
                (telling or (not centred and row_step and had_room(piece, before, right)))
                and piece.baseline - before.baseline > row_step - 0.3
                and piece.text[:1].isalnum()
                and not piece.text[:1].islower()
            ):
                return True
            return (
                not (centred or bordered)
                and piece.order in level
                and piece.order != before.order
                and not before.text.endswith(("-", "–"))
            )

        return blocks_of(pieces, at, pitch, heights, opens)

    def _complete(self, text: str) -> bool:
        moment = self.calendar.peek(text)
        return (
            moment is not None
            and not is_unfinished(text)
            and (
                moment.first is not None
                or moment.end is not None
                or (moment.clocked and not moment.dated and not re.search(r"[-–—]", text))
            )
        )

    def _sittings(
        self, clocks: list[tuple[Block, int]], entries: list[Block], sheet: _Sheet
    ) -> list[tuple[Block, int]]:
        """Two times below one another, with no entry beside the second, are the two sittings of one slot."""
        kept: list[tuple[Block, int]] = []
        for index, (block, at) in enumerate(clocks):
            above = kept[-1][0] if kept and kept[-1][1] == at else None
            next_top = min((b.top for b, _ in clocks[index + 1 :] if b.top > block.top + 2), default=1e9)
            if (
                above is not None
                and 0 < block.pieces[0].baseline - above.pieces[-1].baseline < 1.6 * block.pieces[0].size
                and not any(above.bottom - 2 < height < block.top + 2 for height in self._heights(at, sheet))
                and not any(block.top - 2 < entry.top < next_top - 2 for entry in entries)
                and any(entry.overlaps(above) for entry in entries)
                and all(
                    (moment := self.calendar.peek(b.text)) is not None and moment.end is not None and not moment.dated
                    for b in (above, block)
                )
            ):
                kept[-1] = (Block([*above.pieces, *block.pieces], at), at)
            else:
                kept.append((block, at))
        return kept

    def _same_cell(self, date: Block, time: Block, entries: list[Block], sheet: _Sheet) -> bool:
        """Whether a time stands in the cell of the date above it: then it holds from the date's line on."""
        first, last = time.pieces[0], date.pieces[-1]
        if time.column != date.column or not 0 < first.baseline - last.baseline < 1.6 * first.size:
            return False
        heights = self._heights(date.column, sheet)
        if any(last.baseline < height < first.baseline - 0.3 * first.size for height in heights):
            return False
        bordered = len(heights) >= 3 and any(height < date.top for height in heights)
        return bordered or not any(abs(entry.pieces[0].baseline - first.baseline) < 2 for entry in entries)

    def _heights(self, at: int, sheet: _Sheet) -> list[float]:
        edges = sheet.layout.edges
        right = edges[at + 1] if at + 1 < len(edges) else edges[at] + 60
        return borders(sheet.rules, edges[at], right, GRID)

    def _moments(self, block: Block, at: int, entries: list[Block], sheet: _Sheet) -> list[tuple[float, int, Event]]:
        moment = self.calendar.peek(block.text)
        if moment is None:
            return []
        anchor = self._anchor(block, entries, self._heights(at, sheet) if self.walled else [], sheet)
        kind = "date" if moment.dated else "time"
        return [(anchor - (0.2 if moment.dated else 0.1), 0 if moment.dated else 1, Event(kind, sheet.page, moment))]  # type: ignore[arg-type]

    def _anchor(self, block: Block, entries: list[Block], heights: list[float], sheet: _Sheet) -> float:
        """The height from which a date or time holds: the top of its bordered row, or of the entry beside it."""
        above = max((h for h in heights if h < block.middle), default=None)
        below = min((h for h in heights if h > block.middle), default=None)
        centred = (
            len(heights) >= 3
            and above is not None
            and below is not None
            and abs(block.middle - (above + below) / 2) < CENTRED * (below - above)
        )
        if centred and above is not None and below is not None and self._alone(block, above, below, sheet):
            inside = [entry.top for entry in entries if above < entry.middle < below]
            return min([block.top, *inside])
        size = block.pieces[0].size
        label = next(
            (
                p
                for p in self.labels
                if 0 < block.pieces[0].baseline - p.baseline < 1.5 * size and abs(p.x0 - block.pieces[0].x0) < 8
            ),
            None,
        )
        whole = Block([label, *block.pieces], block.column) if label else block
        beside = [entry.top for entry in entries if entry.overlaps(whole)]
        return min([whole.top, *beside])

    def _alone(self, block: Block, above: float, below: float, sheet: _Sheet) -> bool:
        """Whether a bordered cell holds this block only, so that the borders part rows."""
        for row in sheet.rows:
            for piece in row:
                same = column_of(piece.x0, sheet.layout.edges, GRID) == block.column
                if (
                    same
                    and above < piece.baseline - 0.3 * piece.size < below
                    and piece not in block.pieces
                    and is_clockwork(piece.text) != (block.pieces[0].text == "")
                ):
                    return False
        return True

    def _number(self, entries: list[Block], numbers: list[Block], sheet: _Sheet) -> None:
        """Give every entry the items of its cell; what follows inside the cell carries them (contract: Timetable)."""
        heights = self._heights(sheet.layout.of("item")[0], sheet) if sheet.layout.items else []
        for number in numbers:
            text, continued = take_continued(number.text)
            items = read_items(text, self.parent)
            if items is None:
                continue
            self.parent = items[-1]
            entry = next((e for e in entries if e.overlaps(number) and not e.celled and not e.bullet), None)
            if entry is None:
                above = [e for e in entries if number.overlaps(e)]
                entry = above[0] if above and not above[0].celled else None
            if entry is not None:
                entry.items, entry.celled, entry.continued = items, True, continued
            else:
                lone = Block(list(number.pieces), number.column, "", items, True, continued)
                entries.append(lone)
        entries.sort(key=lambda entry: (entry.top, entry.column))
        gaps = [b.top - a.bottom for a, b in pairwise(entries) if b.celled and b.top > a.bottom]
        least = min(gaps, default=0.0)
        for before, after in pairwise(entries):
            if after.celled or after.bullet or not before.items or before.column != after.column:
                continue
            apart = any(before.bottom - 2 < height < after.top + 3 for height in heights)
            tight = after.top - before.bottom < least - 0.8
            if (
                not apart
                and tight
                and before.italic == after.italic
                and before.bold == after.bold
                and leading_items(after.text) is None
            ):
                after.items = before.items
        # where lines that stand for themselves are set in italics, upright ones without a number go on with their item
        italics = any(e.italic and not e.celled and not e.bullet for e in entries) and not all(
            e.italic for e in entries
        )
        owner: Block | None = None
        for entry in entries:
            if entry.celled:
                owner = entry
            elif owner and not entry.bullet and not entry.items and entry.column == owner.column:
                # numbered titles in bold with bullets below: a bold title without a number is a part of the same cell
                inner = any(e.bullet and owner.top < e.top < entry.top for e in entries)
                if (
                    ((inner and owner.bold and entry.bold) or (italics and not (owner.italic or entry.italic)))
                    and leading_items(entry.text) is None
                    and not any(abs(c.baseline - entry.pieces[0].baseline) < 2 for c in self.clocks)
                ):
                    entry.items = owner.items
                else:
                    owner = None
