"""The entries of a column of titles: where the cell of one ends and that of the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extractor.built import compiled
from extractor.layout.text import join_lines
from extractor.lexicon.words import words as words_of
from extractor.records import Struct
from extractor.rules import first, rule
from extractor.structure.timetable.cells import Cell, Piece, cells_of, had_room, parted_by, pitch_of
from extractor.structure.timetable.item_numbers import bare_item, item_part, leading_items, trailing_items
from extractor.structure.timetable.persons import names_person
from extractor.structure.timetable.phrases import alternatives
from extractor.structure.timetable.points import with_points
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.sheets import Sheet

#: `1-2`, `E-1`: the second talk of the first session, or two items.
TALK = compiled(r"(\d{1,2}|[A-Z])\s?[-–‑]\s?(\d{1,2})")
#: `2. Adoption of the agenda` below `1. Opening of the meeting`, two entries of one cell.
_NUMBERED = compiled(r"(\d{1,2})\.\s+[^\W\d_]")
_NUMBER = compiled(r"(\d{1,2})\.(?:\s|$)")


class Column(Struct, frozen=True):
    """What is known of a column of titles when its cells are made up.

    Attributes:
        heights: of the borders across it.
        pitch: the usual distance of two lines of one entry.
        exact: the distance at which its lines stand exactly; 0 without.
        persons: whether it names who leads or speaks, whose titles and offices stand on lines of their own.
        left: where its first line begins.
        right: where its longest line ends.
        level: the printed lines on which a cell of times or numbers begins.
        row_step: the least distance of a line that stands level with such a cell to the line above it; 0 without.
        telling: whether that distance tells a row from a wrapped line.
        centred: whether times and numbers stand in the middle of their rows, and so say nothing of where rows begin.
        bordered: whether borders part the rows.
    """

    heights: Sequence[float]
    pitch: float
    exact: float
    persons: bool
    left: float
    right: float
    level: frozenset[int]
    row_step: float
    telling: bool
    centred: bool
    bordered: bool


class Pair(Struct, frozen=True):
    """A piece, the piece above it, the first of their entry, and their column."""

    before: Piece
    piece: Piece
    column: Column
    opening: Piece

    @property
    def step(self) -> float:
        """The distance of their baselines."""
        return self.piece.baseline - self.before.baseline


def title_cells(
    pieces: Sequence[Piece], at: int, beside: Sequence[Piece], sheet: Sheet, exact: float = 0.0
) -> list[Cell]:
    """The entries of a column.

    Args:
        pieces: what stands in it.
        at: its index.
        beside: the first lines of cells of times and numbers, at which rows begin.
        sheet: the page.
        exact: the distance at which all lines of titles stand exactly; 0 without.
    """
    column = _column_of(pieces, at, beside, sheet, exact)
    pieces = with_points(pieces, column.level, column.heights, column.right)
    return cells_of(pieces, at, lambda above, piece: _begins(Pair(above[-1], piece, column, above[0])))


def _column_of(pieces: Sequence[Piece], at: int, beside: Sequence[Piece], sheet: Sheet, exact: float) -> Column:
    heights = sheet.heights[at]
    near = [min((abs(p.baseline - q.baseline) for q in pieces), default=float("inf")) for p in beside]
    least, most = SETTINGS.astray, SETTINGS.astray_most
    astray = sum(least <= distance < most * p.size for p, distance in zip(beside, near, strict=True))
    pitch = pitch_of(pieces, heights)
    centred = astray > SETTINGS.centred_share * len(beside) or in_middle.applies(pieces, beside, pitch)
    level = frozenset(p.order for p in beside)
    # borders part the rows where no two first lines of one column stand between two of them
    bands = [(sheet.column(p), sum(h < p.baseline for h in heights)) for p in beside]
    ordered = sorted(pieces, key=lambda p: p.baseline)
    steps = [(b.baseline - a.baseline, b.order in level) for a, b in pairwise(ordered)]
    row_step = min((step for step, fresh in steps if fresh and step > SETTINGS.least_step), default=0.0)
    wrap_step = min((step for step, fresh in steps if not fresh and step > SETTINGS.least_step), default=float("inf"))
    return Column(
        heights=heights,
        pitch=pitch,
        exact=exact,
        persons=any(names_person(piece.text) for piece in pieces),
        left=min((piece.x0 for piece in pieces), default=0.0),
        right=max((piece.x1 for piece in pieces), default=0.0),
        level=level,
        row_step=row_step,
        # rows hardly wider apart than lines: a line at a row's distance opens a row though nothing stands beside
        telling=not centred and row_step - wrap_step > SETTINGS.wider,
        centred=centred,
        bordered=len(heights) >= SETTINGS.least_borders and len(set(bands)) == len(bands),
    )


@rule(
    "timetable.title.level_middle",
    source="catalogue 4.1: times in the middle of rows without borders, level with the second of three lines",
)
def in_middle(pieces: Sequence[Piece], beside: Sequence[Piece], pitch: float) -> bool:
    """Whether times stand in the middle of their rows.

    They do where some are level with a middle line of an entry, and none with the first of several.
    """
    level = {piece.order for piece in beside}
    middle = 0
    for group in _groups(pieces, pitch):
        if len(group) == 1 or not any(piece.order in level for piece in group):
            continue
        at = next(at for at, piece in enumerate(group) if piece.order in level)
        if at != len(group) // 2 or len(group) % 2 == 0:
            return False
        middle += 1
    return middle > 0


def _groups(pieces: Sequence[Piece], pitch: float) -> list[list[Piece]]:
    """The lines of a column, those together that stand no further apart than the lines of one entry."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: p.baseline):
        if found and piece.baseline - found[-1][-1].baseline <= SETTINGS.loose * pitch:
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _begins(pair: Pair) -> str | None:
    """The rule by which a piece begins an entry; None when it goes on with the one above."""
    before, piece = pair.before, pair.piece
    bulleted = (piece.bullet or before.bullet) and piece.order != before.order
    if pair.step < SETTINGS.same_line * piece.size and not bulleted:
        return person.name if person.applies(pair) else None  # parts of one line
    if goes_on.applies(pair) or breaks_word.applies(pair) or under_number.applies(pair):
        return None
    begins = first(BEGINS, pair)
    return begins.name if begins else None


@rule("timetable.title.colon", source="programmes of conferences: `Keynote lecture:` / `Lamps on northern coasts`")
def goes_on(pair: Pair) -> bool:
    """A line that ends in a colon goes on in the next one, but for a list or who speaks."""
    text = pair.piece.text
    if not pair.before.text.endswith(":") or pair.step > SETTINGS.behind_colon * pair.column.pitch:
        return False
    told = pair.piece.bullet or names_person(text) or leading_items(text) is not None or TALK.match(text)
    return not told and pair.piece.order not in pair.column.level and not border.applies(pair)


@rule("timetable.title.under_number", source="grids: `Item 4` in bold on a line of its own above the title in one cell")
def under_number(pair: Pair) -> bool:
    """A title goes on with the number of its item alone on the line above, whatever the weight of the two."""
    before, piece = pair.before, pair.piece
    lead = leading_items(before.text)
    return (
        before is pair.opening
        and lead is not None
        and not lead.rest.strip(" .:")
        and (abs(piece.x0 - before.x0) < SETTINGS.same_edge or are_centred.applies(before, piece))
        and pair.step <= SETTINGS.loose * pair.column.pitch
        and leading_items(piece.text) is None
        and not (piece.bullet or border.applies(pair) or names_person(piece.text))
    )


@rule("timetable.title.centred", source="grids: `Item 4` above its title, both in the middle of their cell")
def are_centred(before: Piece, piece: Piece) -> bool:
    """Two lines with one middle are one text that is centred."""
    return abs(before.x0 + before.x1 - piece.x0 - piece.x1) < 2 * SETTINGS.same_edge


@rule("timetable.title.broken_word", source="narrow columns: `Adoption of the report and clo-` / `sure of the meeting`")
def breaks_word(pair: Pair) -> bool:
    """A line that ends in a hyphen goes on in the next one, which begins in lower case."""
    return pair.before.text.endswith(("-", "\u2010", "\u00ad")) and pair.piece.text[:1].islower()


def _names_letter(text: str) -> bool:
    """Whether a line ends in the midst of running text that names a letter: `under article`, `paragraph 19`."""
    return text.endswith((",", *words_of("timetable", "items.lettered"))) or _lettered().search(text) is not None


@cache
def _lettered() -> re.Pattern[str]:
    """A word before a letter, with its number."""
    return compiled(rf"\b(?:{alternatives('items', 'lettered')})\s\d{{1,3}}$", re.IGNORECASE)


@rule("timetable.title.border", source="layout: borders part the cells of a table")
def border(pair: Pair) -> bool:
    """A border parts two entries."""
    return parted_by(pair.column.heights, pair.before, pair.piece)


@rule("timetable.title.loose", source="catalogue 4: entries without borders stand further apart than their lines")
def loose(pair: Pair) -> bool:
    """A line further down than the next line of an entry begins one."""
    return pair.step > (SETTINGS.loose_lower if _is_lower(pair.piece) else SETTINGS.loose) * pair.column.pitch


@rule("timetable.title.exact", source="word processors: cells without gaps, whose lines all stand at one distance")
def off_pitch(pair: Pair) -> bool:
    """Where lines stand exactly at one distance, a capital further down begins an entry."""
    exact = pair.column.exact
    return exact > 0 and pair.step > exact + SETTINGS.wider and not _is_lower(pair.piece)


@rule("timetable.title.bullet", source="catalogue 4.1: day lists with bullets `Item 3. ...`")
def bullet(pair: Pair) -> bool:
    """A bullet begins an entry."""
    return pair.piece.bullet


@rule("timetable.title.numbered", source="catalogue 4.1: numbered titles in one cell")
def numbered(pair: Pair) -> bool:
    """A number below a number at the same edge begins an entry, and so does the next number, a little set in or not."""
    piece, opening = pair.piece, pair.opening
    below, above = _NUMBERED.match(piece.text), _NUMBER.match(opening.text)
    if below is None:
        return False
    if abs(piece.x0 - pair.before.x0) < SETTINGS.same_edge and _NUMBERED.match(pair.before.text):
        return True
    set_in = piece.x0 - opening.x0
    is_next = above is not None and int(below[1]) == int(above[1]) + 1
    return is_next and -SETTINGS.same_edge < set_in < SETTINGS.number_reach * piece.size


@rule("timetable.title.bare_number", source="UNODC: `1 (a) Opening` over `1 (b) Agenda` and `2 Lamps` in one cell")
def bare_number(pair: Pair) -> bool:
    """A number without a stop begins an entry below one that begins with a lower number."""
    above, below = bare_item(pair.opening.text), bare_item(pair.piece.text)
    same_edge = abs(pair.piece.x0 - pair.opening.x0) < SETTINGS.same_edge
    return same_edge and above is not None and below is not None and above < below


@rule("timetable.title.part_number", source="agencies: `3.1 Solar roofs` below `3. Energy of cold stores` in one cell")
def part_number(pair: Pair) -> bool:
    """The number of a part begins an entry below the number of its item."""
    part = item_part(pair.piece.text) if pair.piece.text[:1].isdecimal() else None
    above = _NUMBER.match(pair.opening.text)
    number = above[1] if above else (item_part(pair.opening.text) or ("",))[0]
    return part is not None and part[0].partition(".")[0] == number.partition(".")[0]


@rule("timetable.title.items_close", source="Third Committee: `Item 26: Rivers [items 26 (a) and (b)]` over a debate")
def items_close(pair: Pair) -> bool:
    """Item numbers in brackets end an entry, above a capital."""
    return pair.piece.text[:1].isupper() and trailing_items(join_lines([pair.opening, pair.before])[0]) is not None


@rule("timetable.title.room_in_middle", source="commissions: times in the middle of rows that hold two entries")
def room_in_middle(pair: Pair) -> bool:
    """Where times say nothing of where entries begin, a capital whose word had room behind a bracket does."""
    closed = pair.before.text.endswith((")", "]"))
    return (
        pair.column.centred
        and closed
        and pair.piece.text[:1].isupper()
        and had_room(pair.piece, pair.before, pair.column.right)
    )


@rule("timetable.title.room", source="timetables whose cells hold several titles, one a line and unnumbered")
def has_room(pair: Pair) -> bool:
    """A capital, or a number with a stop, begins an entry where most of the line above was free for its first word."""
    column, before, piece = pair.column, pair.before, pair.piece
    width = column.right - column.left
    return (
        (piece.text[:1].isupper() or _NUMBERED.match(piece.text) is not None)
        and not column.persons
        and before.order != piece.order
        and column.right - before.x1 > SETTINGS.free * width
        and had_room(piece, before, column.right)
    )


@rule("timetable.title.named_item", source="catalogue 4.2: `Item 1 (a). Opening of the session` in one cell")
def named_item(pair: Pair) -> bool:
    """An item by its word, or a sub-item by its letter, begins an entry."""
    if pair.piece.x0 > pair.before.x0 + SETTINGS.item_reach:
        return False
    lead = leading_items(pair.piece.text)
    return lead is not None and (lead.worded or (bool(lead.letters) and not _names_letter(pair.before.text)))


@rule(
    "timetable.title.row_apart",
    source="catalogue 4.1: text in columns without borders, rows set at a distance of their own",
)
def row_apart(pair: Pair) -> bool:
    """A line at a row's distance begins one, where rows stand wider apart than lines or its first word had room."""
    return (
        not pair.column.centred
        and pair.step > pair.column.row_step - SETTINGS.step_slack
        and pair.piece.text[:1].isalnum()
        and not pair.piece.text[:1].islower()
        and (pair.column.telling or (pair.column.row_step > 0 and had_room(pair.piece, pair.before, pair.column.right)))
    )


@rule(
    "timetable.title.level_with_row",
    source="catalogue 4.2: a time or number stands level with the first line of its entry",
)
def level_with_row(pair: Pair) -> bool:
    """A line level with the first line of a time or number begins an entry."""
    return (
        not (pair.column.centred or pair.column.bordered)
        and pair.piece.order in pair.column.level
        and pair.piece.order != pair.before.order
        and not pair.before.text.endswith(("-", "–"))
        and not (pair.before.text.endswith((",", ";")) and pair.piece.text[:1].islower())
    )


@rule("timetable.title.other_weight", source="catalogue 4.2: bold titles over plain entries")
def other_weight(pair: Pair) -> bool:
    """A bold line below a plain one begins an entry, and the other way round."""
    far = pair.step > SETTINGS.other_weight * pair.column.pitch
    return far and pair.piece.bold != pair.before.bold and not _is_lower(pair.piece)


def _is_lower(piece: Piece) -> bool:
    """Whether a line begins as the rest of a sentence does."""
    return piece.text[:1].islower() or (piece.text[:1] == "(" and piece.text[2:3] != ")")


@rule("timetable.title.person", source="programmes of conferences: `Chair: ...`, `Ms. ...` below the title of a talk")
def person(pair: Pair) -> bool:
    """A line that begins with who leads or speaks is no part of the title above it."""
    return names_person(pair.piece.text) and not pair.before.text.endswith((",", "–", "-", "&"))


@rule("timetable.title.talk", source="programmes of conferences: `1-1` on a line of its own over the title of a talk")
def talk(pair: Pair) -> bool:
    """The number of a talk begins an entry."""
    return TALK.fullmatch(pair.piece.text.strip()) is not None


#: What begins an entry.
BEGINS = (
    person,
    talk,
    border,
    loose,
    off_pitch,
    bullet,
    numbered,
    bare_number,
    part_number,
    items_close,
    room_in_middle,
    has_room,
    named_item,
    row_apart,
    level_with_row,
    other_weight,
)
