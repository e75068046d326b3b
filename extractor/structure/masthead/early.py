"""The title over rows that the block has too: a session or dates may stand below it."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.records import Struct
from extractor.rules import rule
from extractor.structure.masthead.bodies import names_body
from extractor.structure.masthead.model import Row, RowKind
from extractor.structure.masthead.sessions import opens_day
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import names_title
from extractor.structure.vocabulary import is_heading, says

#: Kinds of rows that are the item's, and all that only the block has.
ITEMS = (RowKind.ITEM, RowKind.ITEM_MORE)
ANCHORS = (RowKind.SESSION, RowKind.DATES, *ITEMS, RowKind.QUALIFIER)


class Early(Struct, frozen=True):
    """A row that may be the title though rows of the block stand below it; `edge` is where the block begins."""

    rows: Sequence[Row]
    at: int
    edge: float

    @property
    def row(self) -> Row:
        """The row itself."""
        return self.rows[self.at]

    @property
    def named(self) -> bool:
        """Whether it has the words of a title."""
        return names_title(self.row.text)

    @property
    def indented(self) -> bool:
        """Whether it is set off to the right of the block."""
        return self.row.x0 - self.edge >= SETTINGS.title_indent

    @property
    def larger(self) -> bool:
        """Whether it is set in larger type than all rows above it."""
        return max((row.size for row in self.rows[: self.at]), default=0.0) + SETTINGS.larger <= self.row.size

    @property
    def below_block(self) -> bool:
        """Whether rows that only the block has stand above it."""
        return any(row.kind in ANCHORS for row in self.rows[: self.at])


@rule("title.first", source="catalogue 1.3: the title over the session line, `Annotations to the agenda for the ...`")
def stands_first(early: Early) -> bool:
    """The first row, flush with the block, is the title when it is in larger type and has a title's words."""
    return (
        early.at == 0
        and early.row.x0 <= early.edge + SETTINGS.title_indent
        and early.named
        and not names_body(early.row.text)
        and early.row.size >= early.rows[-1].size + SETTINGS.larger
    )


@rule("title.named", source="catalogue 1.3: `Provisional agenda for the fifty-fourth session` over a line of dates")
def is_named(early: Early) -> bool:
    """A row with a title's words that is indented or in larger type is the title."""
    if early.at == 0 and not early.indented:
        return False
    item = early.at > 0 and early.rows[early.at - 1].kind in ITEMS
    return early.named and (early.indented or (early.larger and not item))


@rule("title.large", source="templates of New York and Geneva: the title is indented, in larger type than the block")
def is_large(early: Early) -> bool:
    """An indented row in larger type below rows of the block is the title."""
    return early.below_block and early.indented and early.larger


@rule("title.apart", source="papers of the nineties have one size of type: the title is indented, below a blank line")
def is_apart(early: Early) -> bool:
    """An indented row below a wide gap and rows of the block is the title."""
    return (
        early.below_block
        and early.indented
        and early.row.size >= SETTINGS.title_size
        and early.row.gap(early.rows[early.at - 1]) >= SETTINGS.title_gap
    )


@rule("title.heading_alone", source="agendas without a box: `AGENDA`, centred like the lines above it")
def heads_agenda(early: Early) -> bool:
    """A row below the block with nothing but the heading of an agenda is the title, though dated lines follow."""
    return early.below_block and (is_heading(early.row.text, "agenda") or is_heading(early.row.text, "schedule"))


@rule(
    "title.over_day", source="workshops: `PROVISIONAL PROGRAMME` over `Tuesday, 21 May 2030` and the hours of that day"
)
def stands_over_day(early: Early) -> bool:
    """A row below the block that has the words of a title is the title right above the heading of a day."""
    below = early.rows[early.at + 1] if early.at + 1 < len(early.rows) else None
    return early.below_block and below is not None and opens_day(below.text) and early.named


@rule("title.report", source="reports of commissions: `Report on the twelfth session` over a line of dates")
def is_report(early: Early) -> bool:
    """A row that begins as titles of reports do is the title, though it is set like the body above it."""
    return says(early.row.text, "report", "kinds")


#: A row of these is the title though a line of session or dates stands below it.
EARLY = (stands_first, is_named, is_large, is_apart, heads_agenda, stands_over_day, is_report)
