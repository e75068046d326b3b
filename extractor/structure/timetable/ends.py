"""Where a timetable ends: the line below the last date or time that is no row of it."""

from __future__ import annotations

from extractor.layout.lines.model import Line
from extractor.layout.tables.geometry import ruled_edges
from extractor.records import Struct
from extractor.rules import first as first_of
from extractor.rules import rule
from extractor.structure.timetable.body import Body, prose_from
from extractor.structure.timetable.cells import pieces_of
from extractor.structure.timetable.item_numbers import leading_items
from extractor.structure.timetable.phrases import is_marked, opens_with
from extractor.structure.timetable.settings import GRID, SETTINGS
from extractor.structure.vocabulary import is_heading

#: Headings of other parts of a paper.
_OTHER_PARTS = ("annex", "annotations", "agenda", "documentation")


class Below(Struct, frozen=True):
    """A line below the last date or time.

    Attributes:
        body: the lines of the paper.
        at: index of the line.
        last: index of the last line with a date or time.
        gap: the widest distance of two rows above.
        bold_rows: whether rows above that name items are bold.
    """

    body: Body
    at: int
    last: int
    gap: float
    bold_rows: bool

    @property
    def line(self) -> Line:
        """The line."""
        return self.body.lines[self.at]

    @property
    def before(self) -> Line:
        """The line before it."""
        return self.body.lines[self.at - 1]


def end_of(body: Body, last: int) -> tuple[int, str]:
    """Behind the last row, and the rule that ends the timetable there."""
    lines = body.lines
    bottom = drawn_bottom.applies(body, last)
    near = range(max(0, last - SETTINGS.rows_near), last + 1)
    steps = [lines[at].baseline - lines[at - 1].baseline for at in near if at and lines[at].page == lines[at - 1].page]
    bold_rows = any(lines[at].bold and leading_items(lines[at].text) is not None for at in near)
    gap = max([0.0, *steps])
    end = last + 1
    while end < len(lines):
        on_page = lines[end].page == lines[last].page
        if not (on_page and lines[end].baseline < bottom):
            if bottom and on_page:
                return end, drawn_bottom.name
            below = Below(body, end, last, gap, bold_rows)
            if ends := first_of(ENDS, below):
                return end, ends.name
        end += 1
    return end, ""


@rule("timetable.end.drawn", source="layout: the borders of a table run on to its end", otherwise=0.0)
def drawn_bottom(body: Body, last: int) -> float:
    """The lowest border of the table of the last date or time; nothing below it belongs to the table. 0 without."""
    line = body.lines[last]
    drawn = body.drawn.get(line.page, [])
    lower = sorted({one.top for one in drawn if one.horizontal and one.top > line.baseline})
    if not lower or len(ruled_edges(drawn, line.top - SETTINGS.table_reach, lower[-1] + 2, GRID)) < 2:
        return 0.0
    chained = [top for top in lower if len(ruled_edges(drawn, top - 2, top + 2, GRID)) >= 2]
    return chained[-1] if chained else 0.0


@rule("timetable.end.page", source="catalogue 4.2: long tables run over pages")
def on_other_page(below: Below) -> bool:
    """On the next page a timetable goes on only with an item, with several columns or in its column of titles."""
    line, before, anchor = below.line, below.before, below.body.lines[below.last]
    if line.page == before.page:
        return False
    if line.page - anchor.page > 1:
        return True
    return not (leading_items(line.text) or len(pieces_of(line, 0)) > 1 or in_column.applies(line, before, anchor))


@rule("timetable.end.column", source="catalogue 4.2: long tables run over pages, dates and times given once")
def in_column(line: Line, before: Line, anchor: Line) -> bool:
    """A line at the head of a page goes on in the column of titles, which stands right of the dates."""
    entry = before.cells[-1].x0
    return len(line.cells) == 1 and abs(line.x0 - entry) < GRID.aligned and entry > anchor.x0 + SETTINGS.set_in


@rule("timetable.end.gap", source="layout: what follows a table stands further from it than its rows from one another")
def is_apart(below: Below) -> bool:
    """A line further below than rows stand apart is no row."""
    line, before = below.line, below.before
    step = line.baseline - before.baseline
    return line.page == before.page and step > max(SETTINGS.gap * below.gap, SETTINGS.least_gap * line.size)


@rule("timetable.end.prose", source="format catalogue 4: timetables that stand before the text of an item")
def is_prose_below(below: Below) -> bool:
    """Running text ends a timetable."""
    return prose_from(below.body, below.at)


@rule("timetable.end.notes", source="catalogue 4.2: `NOTE 1 -` below the table")
def is_note(below: Below) -> bool:
    """A note ends a timetable."""
    return opens_with(below.line.text, "notes")


@rule("timetable.end.bold", source="layout: headings of the next part in bold")
def is_bold(below: Below) -> bool:
    """A bold line that names neither an item nor a segment ends a timetable whose rows are not bold."""
    line = below.line
    return (
        line.bold
        and not below.bold_rows
        and leading_items(line.text) is None
        and not is_marked(line.text.split("(")[0], "headings")
    )


@rule("timetable.end.larger", source="layout: headings of parts are set larger than rows")
def is_larger_below(below: Below) -> bool:
    """A bold line that is larger than the rows, or heads another timetable, ends a timetable."""
    line = below.line
    return line.bold and (line.size > below.before.size + SETTINGS.larger or is_heading(line.text, "schedule"))


@rule("timetable.end.heading", source="catalogue 2.1, 3.1 and 4: headings of parts")
def is_other_part(below: Below) -> bool:
    """The heading of another part of the paper ends a timetable."""
    return any(is_heading(below.line.text, name) for name in _OTHER_PARTS)


#: What ends a timetable.
ENDS = (on_other_page, is_apart, is_prose_below, is_note, is_bold, is_larger_below, is_other_part)
