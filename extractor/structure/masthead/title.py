"""Where the title begins under the block, and how far it goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.lexicon.folding import fold
from extractor.records import Struct, replace
from extractor.rules import first, rule
from extractor.structure.kinds import names_agenda, speaks_of_agenda
from extractor.structure.masthead.bodies import names_body
from extractor.structure.masthead.early import ANCHORS, EARLY, ITEMS, Early, is_report
from extractor.structure.masthead.kinds import names_sponsors
from extractor.structure.masthead.model import ItemUnder, Row, RowKind, joined
from extractor.structure.masthead.resolution import title_below_number, title_beside_number
from extractor.structure.masthead.sessions import opens_day
from extractor.structure.masthead.set_off import set_off
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.title_rows import title_rows
from extractor.structure.masthead.words import names_title, words
from extractor.structure.vocabulary import is_heading

#: Kinds of rows below the title.
_BELOW = (RowKind.NOTE, RowKind.SUPPLEMENT, RowKind.SUBTITLE)


class Beginning(NamedTuple):
    """Index of the row with which the title begins, the number of rows where there is none; and the rule of that."""

    at: int
    rule: str = ""


def title_start(rows: Sequence[Row], has_organ: bool) -> Beginning:
    """Where the title begins."""
    if rows and title_below_number.applies(rows) is not None:
        return Beginning(0, title_below_number.name)
    anchors = [i for i, row in enumerate(rows) if row.kind in ANCHORS]
    edge = rows[anchors[0]].x0 if anchors else None
    # session and date lines under the title belong to the title: they stand at its indent, in its type
    limit = next((i for i in range(len(rows)) if edge is not None and _is_early(rows, i, edge)), len(rows))
    anchors = [i for i in anchors if i < limit or rows[i].column]
    if not anchors:
        if edge is not None and limit < len(rows) and is_report.applies(Early(rows, limit, edge)):
            return Beginning(limit, is_report.name)
        return Beginning(_title_without_block(rows, has_organ))
    last = anchors[-1]
    reference = rows[last]
    for index in range(last + 1, len(rows)):
        row = rows[index]
        if row.column:
            reference = row
            continue
        if row.kind is RowKind.REMARK or first(ABOVE, rows, index) is not None:
            continue
        start = Start(rows, index, reference)
        begins = first(TITLE, start)
        if begins is not None and first(BODIES, start) is None:
            return Beginning(index, begins.name)
    return Beginning(len(rows))


@rule("title.note_above", source="ITU: `Report by the Secretary-General` over the title of the agenda")
def note_above(rows: Sequence[Row], at: int) -> bool:
    """A line on who has written the paper right above a title with its words is not the title itself."""
    if rows[at].kind is not RowKind.NOTE or at + 1 >= len(rows):
        return False
    below = rows[at + 1]
    return below.kind is RowKind.TEXT and names_title(below.text)


@rule("title.sponsors_above", source="draft resolutions: `Chile, Nepal and Togo: draft resolution` over the title")
def sponsors_above(rows: Sequence[Row], at: int) -> bool:
    """A line on who submits the draft is not the title where a line stands below it that may be."""
    below = rows[at + 1] if at + 1 < len(rows) else None
    return rows[at].rule == names_sponsors.name and below is not None and below.kind is RowKind.TEXT


@rule("title.hours_above", source="working parties: `starting at 10.00 hours on Monday, 3 March` over the title")
def hours_above(rows: Sequence[Row], at: int) -> bool:
    """Lines on when the meeting opens, right above a title with its words, belong to the block."""
    below = next((row for row in rows[at:] if row.kind is not RowKind.SUBTITLE), None)
    if rows[at].kind is not RowKind.SUBTITLE or below is None or below.kind is not RowKind.TEXT:
        return False
    return names_title(below.text)


#: Rows of these stand above the title, and are neither it nor below it.
ABOVE = (note_above, sponsors_above, hours_above)


def _is_early(rows: Sequence[Row], index: int, edge: float) -> bool:
    """Whether a row above the last session or date line is the title already."""
    row = rows[index]
    return row.kind is RowKind.TEXT and not row.column and first(EARLY, Early(rows, index, edge)) is not None


class Start(Struct, frozen=True):
    """A row below the last session, date or item line; `reference` is that line, or the last row of a second column."""

    rows: Sequence[Row]
    at: int
    reference: Row

    @property
    def row(self) -> Row:
        """The row itself."""
        return self.rows[self.at]

    @property
    def before(self) -> Row:
        """The row above it."""
        return self.rows[self.at - 1]

    @property
    def below_item(self) -> bool:
        """Whether the block ends with an item line, so that the item's title may follow."""
        return self.reference.kind in ITEMS

    @property
    def score(self) -> int:
        """How clearly it is set off from the block above it as a title."""
        return set_off(self.row, self.reference, self.before)

    @property
    def flush(self) -> bool:
        """Whether it begins where the block does."""
        return abs(self.row.x0 - self.reference.x0) < SETTINGS.title_indent


@rule("title.without_words", source="programmes of conferences: hosts and logos below the line of place and dates")
def names_nothing(start: Start) -> bool:
    """In a paper without a box, a row with neither the words nor the looks of a title is none."""
    return start.score < SETTINGS.title_signs and not names_title(start.row.text)


def with_remarks(rows: Sequence[Row]) -> list[Row]:
    """The rows of a paper without a box, those below its block that are no title told for remarks."""
    known = list(rows)
    last = max((at for at, row in enumerate(known) if row.kind in ANCHORS), default=len(known))
    for at in range(last + 1, len(known)):
        row = known[at]
        if row.kind is RowKind.TEXT and not names_nothing.applies(Start(known, at, known[last])):
            break
        known[at] = replace(row, kind=RowKind.REMARK, rule=names_nothing.name) if row.kind is RowKind.TEXT else row
    return known


@rule("title.after_block", source="templates of all stations: the title follows the line of place and dates")
def follows_block(start: Start) -> bool:
    """Below a session or date line the title begins, if no body does."""
    return not start.below_item


@rule("title.set_off", source="catalogue 1.1: the title of the item stands between the item line and the title")
def is_set_off(start: Start) -> bool:
    """A row set off by two of indent, gap and words, or by larger type, is the title below the title of the item."""
    return start.score >= SETTINGS.title_signs


@rule("title.adopted", source="resolutions: `Resolution adopted by the General Assembly on ...` below the item's title")
def says_adopted(start: Start) -> bool:
    """The standing line on who adopted the paper stands over its title, however close to the title of the item."""
    return words().adopted.search(fold(start.row.text)) is not None


#: With a row of these the title begins, ...
TITLE = (follows_block, is_set_off, says_adopted)


def _is_body(start: Start) -> bool:
    text = start.row.text
    if start.below_item or start.row.kind in _BELOW or not names_body(text):
        return False
    return not heads_programme.applies(text)


@rule(
    "title.programme",
    source="workshops: `PROVISIONAL PROGRAMME`; programmes are bodies as well (`UN Environment Programme`)",
)
def heads_programme(text: str) -> bool:
    """What is no more than the heading of a timetable is no body."""
    return is_heading(text, "schedule")


@rule("title.body_below_session", source="catalogue 1.1: the committee of the Assembly stands below the session line")
def is_body_below(start: Start) -> bool:
    """A name of a body that is not set off is a body's, not the title's."""
    return _is_body(start) and start.score < SETTINGS.title_signs


@rule("title.body_close", source="catalogue 1.1: names of bodies may be set in larger type than sessions")
def is_body_close(start: Start) -> bool:
    """A name of a body that is flush with the block and close to it is a body's, whatever its type."""
    return _is_body(start) and start.flush and start.row.gap(start.before) <= SETTINGS.paragraph_gap


@rule("title.body_over_title", source="catalogue 1.1: several bodies in one masthead, each with its own session")
def is_body_over_title(start: Start) -> bool:
    """A name of a body that is flush with the block, over an indented title at least as large, is a body's."""
    if not (_is_body(start) and start.flush) or names_title(start.row.text):
        return False
    return any(
        other.x0 - start.reference.x0 >= SETTINGS.title_indent
        and other.size >= start.row.size
        and set_off(other, start.reference, start.row) >= SETTINGS.title_signs
        for other in start.rows[start.at + 1 : start.at + 1 + SETTINGS.title_reach]
    )


#: ... but for a row of these, which names another body of the block.
BODIES = (is_body_below, is_body_close, is_body_over_title)


def _title_without_block(rows: Sequence[Row], has_organ: bool) -> int:
    """Where no session, date or item line stands between body and title, the body is told by its name and its place."""
    index = 0
    while index < len(rows):
        row = rows[index]
        group = 1
        while (
            index + group < len(rows)
            and rows[index + group].follows(rows[index + group - 1])
            and abs(rows[index + group].x0 - row.x0) < SETTINGS.name_flush
        ):
            group += 1
        after = rows[index + group] if index + group < len(rows) else None
        text = joined(rows[index : index + group])
        if row.kind is not RowKind.TEXT or after is None or after.kind is not RowKind.TEXT or not names_body(text):
            return index
        if names_title(text):
            return index
        if not (
            after.size - row.size >= SETTINGS.larger
            or after.x0 - row.x0 >= SETTINGS.title_indent
            or names_title(after.text)
        ):
            return index if has_organ else index + group
        index += group
    return index


class TitleFacts(Struct, frozen=True):
    """The title, the lines below it that say when and where the meeting is held, and the rows of both and of notes."""

    text: str | None = None
    subtitle: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


@rule(
    "title.item_above", source="catalogue 1.3: `ADOPTION OF THE AGENDA` over `Provisional agenda` (1990s)", otherwise=0
)
def item_title(items: Sequence[ItemUnder], rows: Sequence[Row]) -> int:
    """How many rows above the title are the title of the item on the item line, set like a title.

    Only where the row after them is known for the title: it says that the agenda is annotated, or more than the bare
    heading of a list, or `Note by` follows it.
    """
    if not items or items[-1].title or not rows or rows[0].kind is not RowKind.TEXT:
        return 0
    used = title_rows(rows)
    name, after, known = fold(joined(rows[:used])), rows[used : used + 2], words()
    if not known.adoption.match(name) or not after or after[0].kind is not RowKind.TEXT:
        return 0
    title = fold(after[0].text)
    noted = len(after) > 1 and after[1].kind is RowKind.NOTE
    more = known.annotated.search(title) is not None or not is_heading(after[0].text, "agenda")
    return used if known.title.search(title) and (more or noted) else 0


def read_title(rows: Sequence[Row], *, dated: bool, begun_by: str = "") -> TitleFacts:
    """The title and the lines that go with it.

    `dated` says that the block above has the meeting's dates; `begun_by` is the rule by which the title begins.
    """
    if not rows:
        return TitleFacts()
    numbered = title_beside_number.applies(rows) or title_below_number.applies(rows)
    if numbered is not None:
        return TitleFacts(numbered.text, (), numbered.rows)
    head = 0 if rows[0].kind in (RowKind.SUBTITLE, RowKind.SUPPLEMENT) else title_rows(rows)
    over = head - 1 if stands_alone.applies(rows[:head]) else 0
    text = joined(rows[over:head]).rstrip(" .,:;") or None
    read = [replace(row, kind=RowKind.REMARK, rule=stands_alone.name) for row in rows[:over]]
    read += [replace(row, kind=RowKind.TITLE, rule=begun_by) for row in rows[over:head]]
    subtitle: list[str] = []
    for row in rows[head:]:
        before = read[-1] if read else None
        if dated and is_timetable_day.applies(row):
            break
        again = before is not None and goes_on_below.applies(row, before)
        under = before is not None and before.kind is RowKind.SUBTITLE
        if again and under:
            subtitle[-1] += " " + row.text
            kind = RowKind.SUBTITLE
        elif row.kind in (RowKind.SESSION, RowKind.DATES, RowKind.SUBTITLE):
            subtitle.append(row.text)
            kind = RowKind.SUBTITLE
        elif again or row.kind in (RowKind.NOTE, RowKind.SUPPLEMENT, RowKind.REMARK):
            kind = RowKind.NOTE if again else row.kind
        else:
            break
        read.append(replace(row, kind=kind))
    return TitleFacts(text, tuple(subtitle), tuple(read))


@rule("title.alone", source="boards of agencies: the section, `Institutional Matters`, set close over `Agenda`")
def stands_alone(title: Sequence[Row]) -> bool:
    """The heading of an agenda below a line that says something else, with which it makes no name of an agenda."""
    if len(title) < 2 or not is_heading(title[-1].text, "agenda") or title[-1].text[:1].islower():
        return False
    above = joined(title[:-1])
    if words().open_end.search(fold(above)) or names_title(above) or speaks_of_agenda.applies(above):
        return False
    return not names_agenda(joined(title))


@rule("title.timetable_day", source="catalogue 4: the first day of a timetable may follow the title at once")
def is_timetable_day(row: Row) -> bool:
    """A weekday with its date below the title opens a timetable where the block has the meeting's dates."""
    return row.kind is RowKind.DATES and opens_day(row.text)


@rule("title.line_below_goes_on", source="catalogue 1.3: `starting at 9.30 a.m. on Monday,` / `19 September 2016`")
def goes_on_below(row: Row, before: Row) -> bool:
    """A row in the paragraph of a line below the title goes on with it."""
    goes = row.kind in (RowKind.TEXT, RowKind.SUBTITLE, RowKind.DATES)
    return goes and before.kind in _BELOW and row.follows(before)
