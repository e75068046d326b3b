"""Reads a timetable that is a list of days: date lines, time lines, entries below (format catalogue 4.1)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from extractor.built import compiled
from extractor.layout.lines.model import Line
from extractor.records import Struct, replace
from extractor.rules import first, rule
from extractor.structure.timetable.cells import BULLETS, Cell, Piece, had_room, pitch_of
from extractor.structure.timetable.entries import holds_address, is_codes
from extractor.structure.timetable.item_numbers import is_open, leading_items
from extractor.structure.timetable.model import Event, EventKind
from extractor.structure.timetable.moments import Calendar, Moment, is_unfinished, is_week
from extractor.structure.timetable.phrases import column_role, is_marked, opens_with, take_continued
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.words import after_clock, banner_day, is_clockwork, is_counted_day, without_count


def list_events(lines: Sequence[Line], calendar: Calendar) -> list[Event]:
    """The events of a list of days, in printed order."""
    pieces = [
        Piece(line, line.x0, line.x1, number_cell.applies(line, calendar) or line.text, line.bold, line.italic, at)
        for at, line in enumerate(lines)
    ]
    return _ListReader(pieces, calendar).events()


#: The number of an item and no time: `9.30` has two digits behind the stop.
_NUMBER = compiled(r"\d{1,2}(?:\.\d){0,2}")


class _ListReader:
    """Reads the lines of a list from top to bottom; what is open is the entry that the next line may go on with."""

    def __init__(self, pieces: Sequence[Piece], calendar: Calendar) -> None:
        self.pieces, self.calendar = pieces, calendar
        self.pitch = pitch_of(pieces)
        sizes = sorted(piece.size for piece in pieces)
        self.usual = sizes[len(sizes) // 2] if sizes else SETTINGS.usual_size
        self.right = max((p.x1 for p in pieces if p.size < self.usual + SETTINGS.larger), default=0.0)
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
        return _with_meetings(self.found)

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
        if heads_week.applies(text):
            self._close(EventKind.CLEAR, piece)
            self.started = True
        elif moment is not None:
            self._close(EventKind.DATE if moment.dated else EventKind.TIME, piece, moment)
            self.started, self.listed = True, False
        elif (day := banner.applies(piece)) and (moment := self.calendar.peek(day)) is not None:
            self._close(EventKind.DATE, piece, moment)
            self.started, self.listed = True, False
        elif self.started and is_followed.applies(text):
            self._close(EventKind.RESET, piece)
        elif (head := behind_time.applies(text, self.calendar, piece.bold and not self.started)) is not None:
            self._open_behind(head, piece)
        elif self.started:
            self._read_entry(piece)

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
        if names_segment.applies(piece.text):
            self._flush()
            cell = Cell([piece])
            self.found.append(Event(EventKind.HEADING, cell.page, text=cell.text, bbox=cell.bbox, lines=cell.lines))
        elif is_larger.applies(piece, self.usual):
            self._close(EventKind.HEADING, piece)
        elif is_remark.applies(piece):
            self._flush()
        elif piece.bullet:
            self._bullet(piece)
        else:
            self._open(piece)

    def _continues(self, piece: Piece) -> bool:
        """Whether a line goes on with the entry above."""
        if not self.open:
            return False
        under = Under(self.open[0], self.open[-1], piece, self.pitch, self.once is not None, self.calendar, self.right)
        if under.before.line.page != piece.line.page:
            return first(BEGINS_ON_NEXT_PAGE, under) is None
        return goes_on_elsewhere.applies(under) or first(BEGINS, under) is None

    def _bullet(self, piece: Piece) -> None:
        inner = piece.text.lstrip(BULLETS)
        lone = self.listed or not self._any_entry()
        if leading_items(inner) is None and is_detail.applies(lone):
            self._open(piece)
            self.skipping = True
            return
        self.listed = lone
        self._open(Piece(piece.line, piece.x0, piece.x1, inner, piece.bold, piece.italic, piece.order))

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
        if is_codes(cell.text) or opens_with(cell.text, "notes") or holds_address(cell.text):
            return
        self.found.append(
            Event(
                EventKind.ENTRY,
                cell.page,
                moment=once,
                text=cell.text,
                bbox=cell.bbox,
                lines=cell.lines,
                once=once is not None,
            )
        )


def _with_meetings(events: Sequence[Event]) -> list[Event]:
    """The events, meetings that are all of their slot as entries."""
    return [
        replace(event, kind=EventKind.ENTRY, rule=fills_slot.name)
        if event.kind is EventKind.HEADING and event.text and at and fills_slot.applies(events[at - 1], below)
        else event
        for at, (event, below) in enumerate(zip_longest(events, events[1:]))
    ]


@rule(
    "timetable.list.fills_slot", source="catalogue 4.2: `First Meeting of the Drafting Committee`, an entry of its own"
)
def fills_slot(above: Event, below: Event | None) -> bool:
    """A meeting by its number right below a time, with the next date or time right below it, is an entry."""
    ends = (EventKind.DATE, EventKind.TIME, EventKind.CLEAR)
    return above.kind is EventKind.TIME and (below is None or below.kind in ends)


# what a line is


@rule(
    "timetable.list.number_cell",
    source="FAO: `1.2   Adoption of the agenda` under `Morning (9.30–12.30)`",
    otherwise="",
)
def number_cell(line: Line, calendar: Calendar) -> str:
    """The text of an entry whose number stands without a stop in a cell of its own, with one; empty for any other."""
    cells = line.cells
    if len(cells) < 2 or not _NUMBER.fullmatch(cells[0].text) or not cells[1].text[:1].isupper():
        return ""
    return (
        "" if calendar.peek(line.text) is not None else f"{cells[0].text}. {line.text[len(cells[0].text) :].lstrip()}"
    )


@rule("timetable.list.week", source="catalogue 4.2: `Week of 30 June-4 July`, `First Week (4-8 October)`")
def heads_week(text: str) -> bool:
    """The heading of a week ends the day above."""
    return is_week(text)


@rule("timetable.list.banner", source="catalogue 4.2: `Day 2: Wednesday 26 February: General segment`", otherwise="")
def banner(piece: Piece) -> str:
    """The day of a line that names its segment as well, by its number (`Day 2:`) or in bold; empty without."""
    return banner_day(piece.text) if piece.bold or is_counted_day(piece.text) else ""


@rule("timetable.list.followed", source="contract, rules on slots: what follows another entry has no clock of its own")
def is_followed(text: str) -> bool:
    """What is followed by something else keeps its slot, what follows has none."""
    return opens_with(text, "followed")


@rule(
    "timetable.list.behind",
    source="catalogue 4.1: start time and item on one line: `10.00 hrs Item 1`, `14.30 hrs Item 3`",
    otherwise=None,
)
def behind_time(text: str, calendar: Calendar, heading: bool) -> Moment | None:
    """An entry may stand behind its date or time on one line, but not in bold over the first day."""
    head = None if heading else calendar.head(text)
    return head if head is not None and head.rest else None


@rule("timetable.list.segment", source="catalogue 4.2: segments and meetings by number over rows")
def names_segment(text: str) -> bool:
    """A segment or meeting by its name heads entries, whatever its size."""
    return is_marked(text.split("(")[0], "headings")


@rule("timetable.list.larger", source="layout: headings of parts are set larger than entries")
def is_larger(piece: Piece, usual: float) -> bool:
    """A bold line that is larger than the others heads entries."""
    return piece.bold and piece.size > usual + SETTINGS.larger


@rule("timetable.list.remark", source="catalogue 4.2: notes such as `(subject to change)`; names of bodies in italics")
def is_remark(piece: Piece) -> bool:
    """A remark, or a body that meets named in italics, is no entry."""
    if is_marked(piece.text, "remarks"):
        return True
    return piece.italic and column_role(piece.text) is not None and leading_items(piece.text) is None


@rule("timetable.list.detail", source="catalogue 4.1: bullets below an item say more of it")
def is_detail(lone: bool) -> bool:
    """A bullet below an entry says more of it, unless the entries of the slot have bullets themselves."""
    return not lone


# where an entry begins


class Under(Struct, frozen=True):
    """A line under an entry.

    Attributes:
        first: the first line of the entry.
        before: its last line.
        piece: the line.
        pitch: the usual distance of two lines of one entry.
        once: whether the entry stands behind a time of its own.
        calendar: reads moments.
        right: where the longest line of the list ends.
    """

    first: Piece
    before: Piece
    piece: Piece
    pitch: float
    once: bool
    calendar: Calendar
    right: float

    @property
    def step(self) -> float:
        """The distance of the line to the line above."""
        return self.piece.baseline - self.before.baseline

    @property
    def lower(self) -> bool:
        """Whether it begins in lower case."""
        return self.piece.text[:1].islower()


@rule("timetable.list.continued", source="catalogue 4.2: `(continued)`, in italics at the right or the left")
def goes_on_elsewhere(under: Under) -> bool:
    """`(continued)` alone goes on with the entry above, wherever it stands."""
    return under.step <= SETTINGS.loose * under.pitch and take_continued(under.piece.text) == ("", True)


@rule("timetable.list.bullet", source="catalogue 4.1: day lists with bullets `Item 3. ...`")
def has_bullet(under: Under) -> bool:
    """A bullet begins an entry."""
    return under.piece.bullet


@rule("timetable.list.time", source="catalogue 4.1: `10.00 hrs Item 1` / `14.30 hrs Item 3`")
def has_time(under: Under) -> bool:
    """A time with more behind it begins an entry."""
    return after_clock(under.piece.text) != under.piece.text


@rule("timetable.list.page", source="catalogue 4.2: long timetables run over pages")
def begins_page(under: Under) -> bool:
    """At the head of a page only words in lower case go on with an entry."""
    return not under.lower or is_clockwork(under.piece.text) or leading_items(under.piece.text) is not None


@rule("timetable.list.apart", source="layout: entries stand further apart than their lines")
def is_apart(under: Under) -> bool:
    """A line further down than the next line of an entry begins one."""
    return under.step > (SETTINGS.loose_listed if under.lower else SETTINGS.loose) * under.pitch


@rule("timetable.list.outdent", source="layout: the lines of an entry share their edge or are set in")
def is_outdented(under: Under) -> bool:
    """A line further left than the entry above begins one."""
    return under.piece.x0 < under.first.x0 - SETTINGS.outdent


@rule("timetable.list.weight", source="layout: entries in bold over entries in plain type")
def has_other_weight(under: Under) -> bool:
    """A bold line below a plain one begins an entry, and the other way round."""
    return under.piece.bold != under.before.bold and not under.lower


@rule(
    "timetable.list.item",
    source="catalogue 4.2: `Item 1 (a). Opening of the session`, `sub-items (a) to` / `(d) and …`",
)
def names_item(under: Under) -> bool:
    """An item by its word or a sub-item by its letter begins an entry, unless the line above ends in such a list."""
    piece, before = under.piece, under.before
    lead = leading_items(piece.text)
    if not (lead and (lead.worded or lead.letters)) or piece.x0 > under.first.x0 + SETTINGS.named_reach:
        return False
    if is_open(before.text) or before.text.rstrip().endswith("(a)"):
        return False
    return not (lead.letters and under.once and abs(piece.x0 - before.x0) < SETTINGS.level)


@rule("timetable.list.number", source="catalogue 4.2: `3. Title` below `2. Title`")
def has_number(under: Under) -> bool:
    """A number at the edge of the entry above begins an entry."""
    lead = leading_items(under.piece.text)
    return (
        lead is not None and bool(lead.items) and not lead.worded and under.piece.x0 <= under.first.x0 + SETTINGS.level
    )


@rule("timetable.list.moment", source="catalogue 4.1: date and time lines between the entries")
def is_moment(under: Under) -> bool:
    """A date or time a little further down than the next line is no part of the entry above."""
    text = under.piece.text
    return under.step > SETTINGS.clock_pitch * under.pitch and is_clockwork(text) and bool(under.calendar.peek(text))


@rule("timetable.list.room", source="browsers draw the bullets of lists of entries and set none")
def has_room(under: Under) -> bool:
    """A capital begins an entry where most of the line above was free for its first word."""
    before, piece = under.before, under.piece
    return (
        piece.text[:1].isupper()
        and under.right - before.x1 > SETTINGS.free * (under.right - under.first.x0)
        and had_room(piece, before, under.right)
    )


#: What begins an entry, or a line that is none.
BEGINS = (has_bullet, has_time, is_apart, is_outdented, has_other_weight, names_item, has_number, is_moment, has_room)
#: ... at the head of a page.
BEGINS_ON_NEXT_PAGE = (has_bullet, has_time, begins_page)
