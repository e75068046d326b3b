"""Reads a timetable that is a list of days: date lines, time lines, entries below (format catalogue 4.1)."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.lines.model import Line
from extractor.structure.timetable.cells import BULLETS, Cell, Piece, pitch_of
from extractor.structure.timetable.entries import is_codes
from extractor.structure.timetable.item_numbers import leading_items
from extractor.structure.timetable.model import Event, EventKind
from extractor.structure.timetable.moments import Calendar, Moment, is_unfinished, is_week
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.words import (
    after_clock,
    column_role,
    is_clockwork,
    is_marked,
    opens_with,
    take_continued,
    without_count,
)


def list_events(lines: Sequence[Line], calendar: Calendar) -> list[Event]:
    """The events of a list of days, in printed order."""
    pieces = [Piece(line, line.x0, line.x1, line.text, line.bold, line.italic, at) for at, line in enumerate(lines)]
    return _ListReader(pieces, calendar).events()


class _ListReader:
    """Reads the lines of a list from top to bottom; what is open is the entry that the next line may go on with."""

    def __init__(self, pieces: Sequence[Piece], calendar: Calendar) -> None:
        self.pieces, self.calendar = pieces, calendar
        self.pitch = pitch_of(pieces)
        sizes = sorted(piece.size for piece in pieces)
        self.usual = sizes[len(sizes) // 2] if sizes else 10.0
        # times stand on lines of their own
        self.bare = any(is_clockwork(p.text) and (m := calendar.peek(p.text)) is not None and m.clocked for p in pieces)
        self.found: list[Event] = []
        self.open: list[Piece] = []
        self.once: Moment | None = None  # the time of the open entry alone
        self.skipping = False  # what is open says more of an entry and is none
        self.listed = False  # entries of this slot are bullets
        self.started = False  # behind the headings and remarks above the first day

    def events(self) -> list[Event]:
        at = 0
        while at < len(self.pieces):
            piece = self.pieces[at]
            if not without_count(piece.text):
                at += 1
            elif self._continues(piece):
                self.open.append(piece)
                at += 1
            else:
                text, at = self._whole(at)
                self._read(piece, text)
        self._flush()
        return self.found

    def _whole(self, at: int) -> tuple[str, int]:
        """The text of a line with the rest of its date or time on the lines below, and the line behind it."""
        text = self.pieces[at].text
        at += 1
        while at < len(self.pieces) and is_unfinished(text) and is_clockwork(text):
            if not is_clockwork(self.pieces[at].text):
                break
            text = f"{text} {self.pieces[at].text}"
            at += 1
        return text, at

    def _read(self, piece: Piece, text: str) -> None:
        """Read a line that does not go on with the entry above."""
        moment = self.calendar.peek(text)
        if is_week(text):
            self._close(EventKind.CLEAR, piece)
            self.started = True
        elif moment is not None:
            self._close(EventKind.DATE if moment.dated else EventKind.TIME, piece, moment)
            self.started, self.listed = True, False
        elif self.started and opens_with(text, "followed"):
            self._close(EventKind.RESET, piece)
        elif (head := self._head(piece, text)) is not None:
            self._open_behind(head, piece)
        elif self.started:
            self._read_entry(piece)

    def _head(self, piece: Piece, text: str) -> Moment | None:
        """The date or time before an entry on its line."""
        head = self.calendar.head(text) if (self.started or not piece.bold) else None
        return head if head is not None and head.rest else None

    def _open_behind(self, head: Moment, piece: Piece) -> None:
        """Open the entry behind a date or time on the same line."""
        self.started = True
        self._flush()
        if head.dated:
            self.found.append(Event(EventKind.DATE, piece.line.page, moment=head))
        elif not self.bare:
            self.found.append(Event(EventKind.TIME, piece.line.page, moment=head))
        self._open(Piece(piece.line, piece.x0, piece.x1, head.rest, piece.bold, piece.italic, piece.order))
        self.once = head if self.bare and not head.dated else None

    def _read_entry(self, piece: Piece) -> None:
        """Read a line below a date or time that is an entry, heads entries or is a remark."""
        text = piece.text
        larger = piece.bold and piece.size > self.usual + SETTINGS.larger
        if is_marked(text.split("(")[0], "headings") or larger:
            self._close(EventKind.HEADING, piece)
        elif is_marked(text, "remarks") or (
            column_role(text) is not None and leading_items(text) is None and piece.italic
        ):
            self._flush()
        elif piece.bullet:
            self._bullet(piece)
        else:
            self._open(piece)

    def _continues(self, piece: Piece) -> bool:
        """Whether a line goes on with the entry above."""
        if not self.open or piece.bullet or after_clock(piece.text) != piece.text:
            return False
        first, before = self.open[0], self.open[-1]
        lower = piece.text[:1].islower()
        if before.line.page != piece.line.page:
            return lower and not is_clockwork(piece.text) and leading_items(piece.text) is None
        step = piece.baseline - before.baseline
        if step <= SETTINGS.loose * self.pitch and take_continued(piece.text) == ("", True):
            return True  # `(continued)` alone, wherever the line begins
        if step > (SETTINGS.loose_listed if lower else SETTINGS.loose) * self.pitch:
            return False
        if piece.x0 < first.x0 - SETTINGS.outdent:
            return False
        if piece.bold != before.bold and not lower:
            return False
        lead = leading_items(piece.text)
        if lead and (lead.worded or lead.letters) and piece.x0 <= first.x0 + SETTINGS.named_reach:
            # `sub-items (a) to` / `(d) and item 17`: a bracket at the head of a wrapped line
            wrapped = before.text.rstrip().endswith((" to", " and", " or", ",", "item", "items", "(a)"))
            return wrapped or bool(lead.letters and abs(piece.x0 - before.x0) < SETTINGS.level and self.once)
        if lead and lead.items and not lead.worded and piece.x0 <= first.x0 + SETTINGS.level:
            return False
        apart = step > SETTINGS.clock_pitch * self.pitch
        return not (apart and is_clockwork(piece.text) and self.calendar.peek(piece.text))

    def _bullet(self, piece: Piece) -> None:
        inner = piece.text.lstrip(BULLETS)
        if leading_items(inner) is not None or self.listed or not self._any_entry():
            self.listed = self.listed or not self._any_entry()
            self._open(Piece(piece.line, piece.x0, piece.x1, inner, piece.bold, piece.italic, piece.order))
        else:
            self._open(piece)
            self.skipping = True

    def _any_entry(self) -> bool:
        """Whether an entry stands below the last date or time."""
        if self.open and not self.skipping:
            return True
        for event in reversed(self.found):
            if event.kind in (EventKind.DATE, EventKind.TIME, EventKind.CLEAR):
                return False
            if event.kind is EventKind.ENTRY:
                return True
        return False

    def _open(self, piece: Piece) -> None:
        self._flush()
        self.open = [piece]

    def _close(self, kind: EventKind, piece: Piece, moment: Moment | None = None) -> None:
        self._flush()
        self.found.append(Event(kind, piece.line.page, moment=moment))

    def _flush(self) -> None:
        pieces, once, skipping = self.open, self.once, self.skipping
        self.open, self.once, self.skipping = [], None, False
        if not pieces or skipping:
            return
        cell = Cell(pieces)
        if is_codes(cell.text) or opens_with(cell.text, "notes"):
            return
        self.found.append(
            Event(EventKind.ENTRY, cell.page, moment=once, text=cell.text, bbox=cell.bbox, once=once is not None)
        )
