"""The rows under the masthead's box, and those of the organ beside it. A row is one line of one column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.built import compiled
from extractor.grammar.calendar import find_times
from extractor.grammar.calendar.vocabulary import weekday_of
from extractor.layout.furniture import Sheet
from extractor.layout.lines.model import Cell, Line
from extractor.lexicon.folding import fold
from extractor.records import Struct, replace
from extractor.rules import first, rule
from extractor.structure.masthead.bodies import known_bodies
from extractor.structure.masthead.columns import in_columns
from extractor.structure.masthead.item_line import item_line
from extractor.structure.masthead.model import Box, Row, row_of
from extractor.structure.masthead.sessions import dates_of, opens_day, session_of
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.symbols import symbols_in
from extractor.structure.masthead.words import words

# the letters of the organ in large type: A, E, TD, CBD
_LOGO = compiled(r"[A-Z]{1,4}|\w")
_CRUMBS = compiled(r"[^›»>]+ [›»>] [^›»>]+ [›»>] \w")
_SIGNS_ONLY = compiled(r"[,;*∗\d\s]{1,5}")


class Rows(NamedTuple):
    """The rows of the organ beside the box, and the rows below the box."""

    organ: list[Row]
    below: list[Row]


class Left(NamedTuple):
    """A line with those of its cells that are not the box's."""

    at: int
    line: Line
    cells: list[Cell]


def rows_outside(lines: Sequence[Line], box: Box, sheet: Sheet, language: str | None) -> Rows:
    """The organ's rows beside the box, and the rows below it down to where the masthead must have ended."""
    left = _outside(lines, box)
    boxed = box.edge is not None and not box.displaced
    organ: list[Row] = []
    middle = middle_column.applies(left, box, language) if boxed else None
    if middle is not None:
        left, between = _parted(left, middle, box)
    else:
        between = []
    below: list[Row] = []
    for position, (index, line, cells) in enumerate(left):
        row = row_of(index, line, cells)
        goes_on = organization_goes_on.applies(left, position, row)
        if (
            not goes_on
            and first(STRAY, PrintedRow(row, line, left[position + 1].line if position + 1 < len(left) else None))
            is not None
        ):
            continue
        if boxed and row.bottom <= box.bottom + SETTINGS.box_overlap and not below:
            own = cells if goes_on else _own(cells)
            if own:
                beside = row_of(index, line, own)
                beside = without_symbol.applies(beside) or without_mark.applies(beside) or beside
                (below if organ and opens_block.applies(beside.text, language) else organ).append(beside)
        elif organ and boxed and not below and organ_goes_on.applies(organ[-1], row, sheet):
            organ.append(row)
        elif opens_timetable.applies(row) or heads_days.applies(cells):
            while below and opens_day(below[-1].text):
                below.pop()
            break
        elif len(below) < SETTINGS.most_rows:
            below.append(row)
        else:
            break
    return Rows(organ, [*between, *(below if sheet.page.rtl else in_columns(below, lines, box))])


@rule("masthead.timetable_below", source="programmes of meetings: `08:30 – 09:00 Registration` right below the title")
def opens_timetable(row: Row) -> bool:
    """A range of hours with more behind it, or an hour in its own cell, begins a timetable and ends the masthead."""
    if not row.text[:1].isdigit():
        return False
    hours = next(iter(find_times(row.text)), None)
    if hours is None or hours.start or not hours.sittings:
        return False
    if hours.sittings[0][1] is None and hours.end != len(row.lead):
        return False
    return bool(row.text[hours.end :].strip(" .:;,-–"))


@rule("masthead.days_below", source="programmes of work: `Monday`, `Tuesday`, `Wednesday` over the columns of a table")
def heads_days(cells: Sequence[Cell]) -> bool:
    """A line of several cells, each with a day of the week and little more, heads a timetable and ends the masthead."""
    if len(cells) < 2:
        return False
    texts = {cell.text.strip(" .,:") for cell in cells}
    return len(texts) > 1 and all(
        len(text) <= SETTINGS.longest_day and (weekday_of(text) is not None or opens_day(text)) for text in texts
    )


@rule(
    "masthead.middle_column",
    source="mastheads of three columns: the organ, body and session beside it, the box",
    otherwise=None,
)
def middle_column(left: Sequence[Left], box: Box, language: str | None) -> float | None:
    """Where a column between the organ and the box begins: two lines start there, one of them session or dates."""
    starts: dict[int, list[Cell]] = {}
    margin = min((cell.x0 for one in left for cell in one.cells), default=0.0)
    for one in left:
        if one.line.bottom <= box.bottom + SETTINGS.box_overlap:
            for cell in one.cells:
                if cell.x0 > margin + SETTINGS.columns_near:
                    starts.setdefault(round(cell.x0 / SETTINGS.column_step), []).append(cell)
    for key, cells in starts.items():
        told = any(session_of(cell.text, language) or dates_of(cell.text, language) for cell in cells)
        if len(cells) > 1 and told:
            return SETTINGS.column_step * key - SETTINGS.column_lead
    return None


@rule(
    "masthead.symbol_behind_organ",
    source="catalogue 1.1: a name that fills its column, `… по промышленному PBC.37/1`, runs into the symbol",
    otherwise=None,
)
def without_symbol(row: Row) -> Row | None:
    """A symbol at the end of a row beside the box is no part of the organ's name."""
    name, _, last = row.text.rpartition(" ")
    return replace(row, text=name) if name and "/" in last and symbols_in(last) else None


@rule(
    "masthead.mark_behind_organ",
    source="catalogue 1.1: a name that fills its column, `… on Ice Roads Distr.: General`, runs into the box",
    otherwise=None,
)
def without_mark(row: Row) -> Row | None:
    """The mark of distribution and what stands behind it at the end of a row are no part of the organ's name."""
    mark = words().distribution_mark.search(row.text) if "." in row.text else None
    return replace(row, text=row.text[: mark.start()].rstrip()) if mark is not None and mark.start() else None


def _parted(left: Sequence[Left], edge: float, box: Box) -> tuple[list[Left], list[Row]]:
    """The lines without the cells of a column that begins at an edge beside the box, and the rows of that column."""
    rest: list[Left] = []
    rows: list[Row] = []
    for one in left:
        inner = [cell for cell in one.cells if cell.x0 >= edge]
        if one.line.bottom > box.bottom + SETTINGS.box_overlap or not inner:
            rest.append(one)
            continue
        rows.append(row_of(one.at, one.line, inner))
        outer = [cell for cell in one.cells if cell.x0 < edge]
        if outer:
            rest.append(Left(one.at, one.line, outer))
    return rest, rows


def _outside(lines: Sequence[Line], box: Box) -> list[Left]:
    """The lines without the cells of the box and the stray signs of the template."""
    left: list[Left] = []
    for index, line in enumerate(lines):
        cells = [
            cell
            for j, cell in enumerate(line.cells)
            if (index, j) not in box.used and cell.size >= SETTINGS.least_size and cell.text.strip(" ,;*∗_-–")
        ]
        if cells:
            left.append(Left(index, line, cells))
    return left


class PrintedRow(Struct, frozen=True):
    """A row with its line and the line below that."""

    row: Row
    line: Line
    below: Line | None


@rule("masthead.organization", source="catalogue 1.1: `United Nations` stands at the left of each first page")
def names_organization(printed: PrintedRow) -> bool:
    """A row with nothing but the name of the Organization is none of its organs."""
    return fold(printed.row.text).strip(" -–|") in words().organization


@rule("masthead.advance", source="catalogue 1.1: `ADVANCE UNEDITED VERSION`, `Advance copy`")
def is_advance(printed: PrintedRow) -> bool:
    """A mark of an unedited or advance version is none of the masthead's own lines."""
    return words().advance.match(fold(printed.row.text).strip(" -–|")) is not None


@rule("masthead.logo", source="catalogue 1.1: the letters of the organ in large type, `E`, `TD`, `CBD`")
def is_logo(printed: PrintedRow) -> bool:
    """A few capitals alone are a logo."""
    return _LOGO.fullmatch(printed.row.text) is not None and not _links(printed.row.text)


@rule("masthead.marks_above", source="catalogue 1.1: `Provisional agenda*`, the mark set as a line of its own")
def are_marks(printed: PrintedRow) -> bool:
    """Signs alone, in smaller type just above a line, are its footnote marks."""
    line, below = printed.line, printed.below
    if below is None or not _SIGNS_ONLY.fullmatch(printed.row.text):
        return False
    return below.baseline - line.baseline < SETTINGS.mark_gap * below.size and below.size > line.size


@rule("masthead.breadcrumb", source="pages of the web, printed: `Home › Events › Expert meeting` over the title")
def is_breadcrumb(printed: PrintedRow) -> bool:
    """The path of a page within its site is none of the masthead's own lines."""
    return _CRUMBS.match(printed.row.text) is not None


def _links(text: str) -> bool:
    """Whether a row of three letters or more is a word within a name in capitals: `ECONOMIC` / `AND` / `SOCIAL`."""
    return len(text) > 2 and words().open_end.fullmatch(fold(text)) is not None


#: What is no part of the masthead.
STRAY = (names_organization, is_advance, is_logo, are_marks, is_breadcrumb)


@rule("masthead.organ_below_box", source="papers of the nineties: the box is not closed by a rule")
def organ_goes_on(last: Row, row: Row, sheet: Sheet) -> bool:
    """The organ's name in large type goes on below a box that no rule closes."""
    return not sheet.page.rules and row.follows(last) and row.size > SETTINGS.organ_size


@rule("masthead.block_beside_box", source="catalogue 1.1: agencies set session, dates and item line beside the box")
def opens_block(text: str, language: str | None) -> bool:
    """A line beside the box that is of the block by its words opens the block there."""
    return session_of(text, language) is not None or dates_of(text, language) or item_line(text) is not None


def _own(cells: list[Cell]) -> list[Cell]:
    """The organ's cells: without the Organization's name and the letters of a logo on the same line."""
    return [
        cell
        for cell in cells
        if fold(cell.text).strip(" -–") not in words().organization
        and (_links(cell.text) or not _LOGO.fullmatch(cell.text))
    ]


def _is_whole_name(organization: str, text: str) -> bool:
    """Whether a line is the name of a body that has none with the Organization before it."""
    return fold(text) in known_bodies() and fold(f"{organization} {text}") not in known_bodies()


@rule("masthead.organization_goes_on", source="catalogue 1.1: `United Nations` / `Conference on Trade and Development`")
def organization_goes_on(left: Sequence[Left], position: int, row: Row) -> bool:
    """`United Nations` above a line in the same type only begins a longer name."""
    named = fold(row.text).strip(" -–|") in words().organization
    # the letters of a logo may stand between the two
    below = [one for one in left[position + 1 : position + 3] if not _LOGO.fullmatch(one.line.text)]
    if not named or row.cells > 1 or not below:
        return False
    index, line, cells = below[0]
    after = row_of(index, line, cells[:1])
    if fold(row.text).strip(" -–|") not in words().organization_leads and not after.text[:1].islower():
        return False  # in other languages a name that goes on puts the Organization into another case
    return (
        after.like(row)
        and after.bold == row.bold
        and after.gap(row) <= SETTINGS.organization_gap
        and abs(after.x0 - row.x0) < SETTINGS.organization_flush
        and " " in row.text
        and not any(fold(after.text).startswith(name) for name in words().organization)
        and not _is_whole_name(row.text, after.text)
        and row.text != row.text.upper()
    )
