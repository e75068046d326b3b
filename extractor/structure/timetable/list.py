"""Reads a timetable that is a list of days: date lines, time lines, entries below (format catalogue 4.1)."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.lines.model import Line
from extractor.structure.timetable.cells import BULLETS, LOOSE, Block, Piece, pitch_of
from extractor.structure.timetable.entries import is_codes
from extractor.structure.timetable.item_numbers import leading_items
from extractor.structure.timetable.model import Event
from extractor.structure.timetable.moments import Calendar, Moment, is_unfinished, is_week
from extractor.structure.timetable.words import (
    after_clock,
    column_role,
    is_clockwork,
    is_marked,
    opens_with,
    take_continued,
    without_count,
)


class ListReader:
    """Turns the lines of a list of days into events."""

    def __init__(self, lines: Sequence[Line], calendar: Calendar) -> None:
        self.pieces = [
            Piece(line, line.x0, line.x1, line.text, line.bold, line.italic, at) for at, line in enumerate(lines)
        ]
        self.calendar = calendar
        self.found: list[Event] = []
        self.block: Block | None = None
        self.once: Moment | None = None
        self.listed = False  # entries of this slot are bullets

    def events(self) -> list[Event]:
        pitch = pitch_of(self.pieces)
        sizes = sorted(piece.size for piece in self.pieces)
        usual = sizes[len(sizes) // 2] if sizes else 10.0
        bare = any(
            is_clockwork(p.text) and (m := self.calendar.peek(p.text)) is not None and m.clocked for p in self.pieces
        )
        at, started = 0, False
        while at < len(self.pieces):
            piece = self.pieces[at]
            at += 1
            text = piece.text
            if not without_count(text):
                continue
            if self._continues(piece, pitch):
                assert self.block is not None
                self.block.pieces.append(piece)
                continue
            while (
                is_clockwork(text)
                and is_unfinished(text)
                and at < len(self.pieces)
                and is_clockwork(self.pieces[at].text)
            ):
                text = f"{text} {self.pieces[at].text}"
                at += 1
            if is_week(text):
                self._close("clear", piece)
                started = True
                continue
            moment = self.calendar.peek(text)
            if moment is not None and (moment.dated or moment.clocked):
                started = True
                self._close("date" if moment.dated else "time", piece, moment)
                self.listed = False
                continue
            if opens_with(text, "followed") and started:
                self._close("reset", piece)
                continue
            head = self.calendar.head(text) if (started or not piece.bold) else None
            if head is not None and head.rest and (head.dated or head.clocked):
                started = True
                self._flush()
                if head.dated:
                    self.found.append(Event("date", piece.line.page, head))
                elif not bare:
                    self.found.append(Event("time", piece.line.page, head))
                self._open(Piece(piece.line, piece.x0, piece.x1, head.rest, piece.bold, piece.italic, piece.order))
                self.once = head if bare and not head.dated else None
                continue
            if not started:
                continue  # headings and remarks above the first day
            larger = piece.bold and piece.size > usual + 0.9
            if is_marked(text.split("(")[0], "headings") or larger:
                self._close("heading", piece)
            elif is_marked(text, "remarks") or (
                column_role(text) is not None and leading_items(text) is None and piece.italic
            ):
                self._flush()
            elif piece.bullet:
                self._bullet(piece)
            else:
                self._open(piece)
        self._flush()
        return self.found

    def _continues(self, piece: Piece, pitch: float) -> bool:
        """Whether a line goes on with the entry above."""
        if self.block is None or piece.bullet or after_clock(piece.text) != piece.text:
            return False
        before = self.block.pieces[-1]
        if before.line.page != piece.line.page:
            return piece.text[:1].islower() and not is_clockwork(piece.text) and leading_items(piece.text) is None
        lower = piece.text[:1].islower()
        step = piece.baseline - before.baseline
        if step <= LOOSE * pitch and take_continued(piece.text) == ("", True):
            return True  # `(continued)` alone, wherever the line begins
        if step > (1.45 if lower else LOOSE) * pitch or piece.x0 < self.block.pieces[0].x0 - 3:
            return False
        if piece.bold != before.bold and not lower:
            return False
        lead = leading_items(piece.text)
        if lead and (lead.worded or lead.letters) and piece.x0 <= self.block.pieces[0].x0 + 40:
            # `sub-items (a) to` / `(d) and item 17`: a bracket at the head of a wrapped line
            wrapped = before.text.rstrip().endswith((" to", " and", " or", ",", "item", "items", "(a)")) or bool(
                lead.letters and abs(piece.x0 - before.x0) < 2 and self.once
            )
            return wrapped
        if lead and lead.items and not lead.worded and piece.x0 <= self.block.pieces[0].x0 + 2:
            return False
        return not (is_clockwork(piece.text) and self.calendar.peek(piece.text) is not None and step > 1.05 * pitch)

    def _bullet(self, piece: Piece) -> None:
        inner = piece.text.lstrip(BULLETS)
        if leading_items(inner) is not None or self.listed or not self._any_entry():
            self.listed = self.listed or not self._any_entry()
            self._open(Piece(piece.line, piece.x0, piece.x1, inner, piece.bold, piece.italic, piece.order))
        else:
            self._flush()
            self.block, self.skipping = Block([piece]), True

    skipping = False

    def _any_entry(self) -> bool:
        """Whether an entry stands below the last date or time."""
        if self.block is not None and not self.skipping:
            return True
        for event in reversed(self.found):
            if event.kind in ("date", "time", "clear"):
                return False
            if event.kind == "entry":
                return True
        return False

    def _open(self, piece: Piece) -> None:
        self._flush()
        self.block = Block([piece])

    def _close(self, kind: str, piece: Piece, moment: Moment | None = None) -> None:
        self._flush()
        self.found.append(Event(kind, piece.line.page, moment))  # type: ignore[arg-type]

    def _flush(self) -> None:
        block, once, skipping = self.block, self.once, self.skipping
        self.block, self.once, self.skipping = None, None, False
        if block is None or skipping:
            return
        text = block.text
        if is_codes(text) or opens_with(text, "notes"):
            return
        self.found.append(Event("entry", block.page, once, text, [], False, block.bbox, 0, once=once is not None))
