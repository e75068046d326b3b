"""Footnote bodies: what stands at the foot of a page, below a rule or in smaller type, and begins with a mark.

Editorial practice: notes stand at the foot of the page below a short rule, in type two points smaller than the text;
stars first, then digits (format catalogue 7). Some papers have no rule, some no smaller type, so either will do
together with a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from extractor.layout.furniture import Sheet
from extractor.layout.lines.model import Line, Mark, box_of, starts
from extractor.layout.text import join_lines
from extractor.reading.page import BBox, Page, Rule
from extractor.rules import rule


@dataclass(frozen=True, slots=True)
class FootnoteSettings:
    """Thresholds of footnotes, in shares of the page's height or of the body's size where not said otherwise."""

    #: Points: the rule over footnotes: 72 in Word's template, 145 in Geneva's, longer in old papers; what stands below
    #: it must begin with a mark, so a table's border is not taken for it.
    shortest_rule: float = 36.0
    longest_rule: float = 480.0
    #: Points: below a longer rule a plain digit is no mark: the first cells of tables are digits too.
    short_rule: float = 240.0
    #: ... unless all below it is smaller than tables are set.
    tiny_type: float = 0.82
    #: A border of this many pieces at one height is a table's, whatever its pieces touch.
    most_pieces: int = 100
    #: Points: pieces of a border that are closer than this touch; rules whose heights differ by less are at one height.
    touching: float = 6.0
    level: float = 2.0
    #: Notes are set in type at most this share of the body's size (8.5 or 9 on 10 points).
    small_type: float = 0.93
    #: ... below a rule so many points more, as sizes are rounded, and a few lines in any size.
    slack: float = 0.2
    few_lines: int = 4
    #: Notes stand below this share of the page.
    low: float = 0.2
    #: Star notes in the size of the text stand among so many last lines, set off by so many type sizes ...
    last_lines: int = 6
    set_off: float = 1.2
    #: ... and below this share of the page where no star calls them.
    uncalled: float = 0.6
    #: Lines of a table's note stand no further apart than this many type sizes.
    note_pitch: float = 1.6
    #: A digit in a cell of its own is a mark if it is no larger than this share of its line.
    small_digit: float = 0.85


FOOTNOTES = FootnoteSettings()

_UNDERSCORES = re.compile(r"^[_\u2014\u2015─-]{6,}$")
_STAR = re.compile(r"^([*∗]{1,4}|[†‡])[/.)]?\s*(?=\S)")
_DIGITS = re.compile(r"^(\d{1,3}|[a-z])(?:[/.)]|\s|$)\s*")
_NUMBERED = re.compile(
    r"(?:\b(?:Add|Corr|Rev|Amend|Nos?|paras?|arts?|vols?|Supp|pp?|chap|sect|annex|item|rule|n)|/[A-Za-z.]{1,6})[.\s]?$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"^(\d{1,2})(?=[A-ZÀ-ÞА-Я“«\u4e00-\u9fff])")
_LETTER = re.compile(r"[a-z]{1,2}")
_SLASHED = re.compile(r"^(\d{1,3}|[a-z]|\*{1,3})/\s+")


@dataclass(slots=True)
class Footnote:
    """A note's sign, text and place."""

    sign: str
    lines: list[Line]
    page: int
    slashed: bool = False  # printed `1/`

    @property
    def text(self) -> str:
        """The running text."""
        return join_lines(self.lines)[0]

    @property
    def bbox(self) -> BBox:
        """The box around its lines on its page."""
        return box_of(self.lines, self.page)


@dataclass(slots=True)
class Foot:
    """What the rules of a page's footnotes look at.

    Attributes:
        page: the page, for its height and drawn rules.
        lines: its lines that are neither furniture nor notes of tables.
        body_size: the type size of the paper's text.
        starred: a star stands somewhere in the paper's text, so that a line which begins with one may be its note.
    """

    page: Page
    lines: Sequence[Line]
    body_size: float
    starred: bool


@dataclass(frozen=True, slots=True)
class Zone:
    """Where the footnotes of a page begin, and whether a plain digit opens one there."""

    start: int
    plain: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """The mark that opens a note, and how many characters of the line it takes."""

    sign: str
    length: int


# How a note opens.


@rule("footnotes.raised", source="catalogue 7: the mark stands raised before the note", otherwise=None)
def opens_raised(line: Line, _plain: bool) -> Opening | None:
    """A raised mark at the head of a line."""
    marks = line.marks
    return Opening(marks[0].sign, 0) if marks and marks[0].offset == 0 else None


@rule("footnotes.star", source="catalogue 7: notes to the title have stars", otherwise=None)
def opens_with_star(line: Line, _plain: bool) -> Opening | None:
    """A star at the head of a line."""
    found = _STAR.match(line.text)
    return Opening(found[1].replace("∗", "*"), found.end()) if found else None


@rule("footnotes.slash", source="papers until 1998: `1/ See the report`", otherwise=None)
def opens_with_slash(line: Line, _plain: bool) -> Opening | None:
    """A digit, letter or star with a slash at the head of a line."""
    found = _SLASHED.match(line.text)
    return Opening(found[1], found.end()) if found else None


@rule("footnotes.glued", source="fonts with raised digits of their own, which read as plain ones", otherwise=None)
def opens_glued(line: Line, plain: bool) -> Opening | None:
    """A digit glued to the first word, below a rule over footnotes."""
    found = _GLUED.match(line.text) if plain else None
    return Opening(found[1], found.end()) if found else None


@rule("footnotes.cell", source="notes set with a tab behind their digit", otherwise=None)
def opens_in_a_cell(line: Line, plain: bool) -> Opening | None:
    """A digit or letter in a cell of its own, below a rule over footnotes or smaller than its line."""
    found = _DIGITS.match(line.text) if len(line.cells) > 1 else None
    if found is None or found.end() < len(line.cells[0].text):
        return None
    small = line.cells[0].size <= FOOTNOTES.small_digit * line.size
    return Opening(found[1], found.end()) if plain or small else None


OPENINGS = (opens_raised, opens_with_star, opens_with_slash, opens_glued, opens_in_a_cell)

# Where the notes of a page begin.


@rule("footnotes.below_underscores", source="papers typed without drawn lines: a row of underscores", otherwise=None)
def below_underscores(foot: Foot) -> Zone | None:
    """Below a row of underscores that a mark follows."""
    lines = foot.lines
    for index, line in enumerate(lines[:-1]):
        if _UNDERSCORES.match(line.text) and _opening(lines[index + 1], True):
            return Zone(index, True)
    return None


@rule("footnotes.border_pieces", source="a table's border comes in pieces side by side")
def has_pieces(drawn: Rule, level: Sequence[Rule]) -> bool:
    """A rule that touches another at its height is a border."""
    return any(
        other is not drawn and min(abs(other.x0 - drawn.x1), abs(drawn.x0 - other.x1)) < FOOTNOTES.touching
        for other in level
    )


@rule("footnotes.dotted_border", source="borders drawn in dots; comparing them all would take for ever")
def is_dotted(level: Sequence[Rule]) -> bool:
    """A rule with very many others at its height is a part of a border."""
    return len(level) > FOOTNOTES.most_pieces


@rule("footnotes.larger_type", source="catalogue 7: notes are smaller than the text; below borders is more text")
def is_text(lines: Sequence[Line], body_size: float) -> bool:
    """More than a few lines in the size of the text are not footnotes."""
    most = FOOTNOTES.small_type * body_size + FOOTNOTES.slack
    return len(lines) > FOOTNOTES.few_lines and any(line.size > most for line in lines)


@rule("footnotes.tiny", source="old papers with a rule over the whole width", otherwise=False)
def is_tiny(lines: Sequence[Line], body_size: float) -> bool:
    """Below a long rule a plain digit opens a note if all is smaller than tables are set."""
    return all(line.size <= FOOTNOTES.tiny_type * body_size for line in lines)


@rule("footnotes.below_rule", source="Editorial Manual: a short rule stands over the footnotes", otherwise=None)
def below_rule(foot: Foot) -> Zone | None:
    """Below a drawn rule that a mark follows."""
    lines, low = foot.lines, FOOTNOTES.low * foot.page.height
    flat = sorted((drawn for drawn in foot.page.rules if drawn.horizontal), key=attrgetter("top"))
    heights = [drawn.top for drawn in flat]
    for drawn in flat:
        length = drawn.x1 - drawn.x0
        if drawn.top <= low or not FOOTNOTES.shortest_rule <= length <= FOOTNOTES.longest_rule:
            continue
        top = drawn.top
        level = flat[bisect_right(heights, top - FOOTNOTES.level) : bisect_left(heights, top + FOOTNOTES.level)]
        if is_dotted.applies(level) or has_pieces.applies(drawn, level):
            continue
        start = next((index for index, line in enumerate(lines) if line.baseline > top), None)
        if start is None or is_text.applies(lines[start:], foot.body_size):
            continue
        plain = length <= FOOTNOTES.short_rule or is_tiny.applies(lines[start:], foot.body_size)
        if _opening(lines[start], plain):
            return Zone(start, plain)
    return None


@rule("footnotes.small_type", source="catalogue 7: some papers have no rule over the notes", otherwise=None)
def in_small_type(foot: Foot) -> Zone | None:
    """In the small type at the end of a page, from the first mark on."""
    lines, low = foot.lines, FOOTNOTES.low * foot.page.height
    start = len(lines)
    while start and lines[start - 1].size <= FOOTNOTES.small_type * foot.body_size:
        start -= 1
    for index in range(start, len(lines)):
        if lines[index].top > low and _opening(lines[index], False):
            return Zone(index, False)
    return None


@rule("footnotes.set_off", source="catalogue 7: notes to the title in the size of the text, old papers", otherwise=None)
def set_off(foot: Foot) -> Zone | None:
    """Set off from the last lines of a page: a star, or a digit with a slash that the text above calls."""
    lines = foot.lines
    for index in range(max(0, len(lines) - FOOTNOTES.last_lines), len(lines)):
        line = lines[index]
        above = lines[index - 1].bottom if index else 0.0
        if (
            (foot.starred or line.top > FOOTNOTES.uncalled * foot.page.height)
            and line.top - above > FOOTNOTES.set_off * line.size
            and (_STAR.match(line.text) or _is_called(line, lines[:index]))
        ):
            return Zone(index, False)
    return None


ZONES = (below_underscores, below_rule, in_small_type, set_off)

# Notes of tables, and marks that read as plain digits.


@rule("footnotes.below_table", source="catalogue 7: notes of tables have small letters and stand below their table")
def opens_below_table(line: Line, body_size: float, called: set[str]) -> bool:
    """A small line that opens with a letter which the lines above call is a table's note."""
    marks = line.marks
    if not marks or marks[0].offset or not line.text or line.size > FOOTNOTES.small_type * body_size:
        return False
    return marks[0].sign in called and _LETTER.fullmatch(marks[0].sign) is not None


@rule("footnotes.below_table_on", source="catalogue 7: notes of tables may take several lines")
def goes_on(line: Line, before: Line, above: Line | None) -> bool:
    """The next small line without a mark goes on with a table's note; `above` is the last line that was kept."""
    return (
        above is not None
        and above.baseline < before.baseline
        and line.size == before.size
        and not (line.marks and line.marks[0].offset == 0)
        and line.baseline - before.baseline < FOOTNOTES.note_pitch * line.size
    )


@rule("footnotes.cited_number", source="catalogue trap 9: `Add.1`, `para. 2` end in a digit that is no mark")
def is_cited(before: str) -> bool:
    """The digit behind the abbreviation of a part is its number."""
    return _NUMBERED.search(before) is not None


@rule("footnotes.plain_mark", source="catalogue trap 9: `10 a.m.1` in a font with raised digits of its own")
def is_lone(places: Sequence[tuple[int, int]]) -> bool:
    """A digit glued to a word in one place alone is the mark of the page's note of that number."""
    return len(places) == 1


@rule("footnotes.slashed_mark", source="papers until 1998: `the Convention 1/ and the Protocol, 2/`")
def is_slashed(note: Footnote) -> bool:
    """The marks of notes with a slash stand on the line and are taken out of the text."""
    return note.slashed


def take_footnotes(sheets: Sequence[Sheet], body_size: float) -> tuple[list[Sheet], list[Footnote]]:
    """The sheets with their footnote lines in `notes`, no more in `body`, and the notes in printed order."""
    found: list[Footnote] = []
    made: list[Sheet] = []
    starred = any(mark.sign.startswith("*") for sheet in sheets for line in sheet.body for mark in line.marks)
    for sheet in sheets:
        body, taken, of_tables = _below_tables(sheet.body, body_size)
        found += of_tables
        foot = Foot(sheet.page, body, body_size, starred)
        for one in ZONES:
            if zone := one.applies(foot):
                taken += [replace(line, rule=one.name) for line in body[zone.start :]]
                _take(body[zone.start :], zone.plain, found)
                body = body[: zone.start]
                break
        made.append(replace(sheet, body=body, notes=[*sheet.notes, *taken]))
    notes = sorted((note for note in found if note.lines), key=lambda note: (note.page, note.lines[0].baseline))
    return _without_marks(made, notes), notes


def _take(lines: Sequence[Line], plain: bool, found: list[Footnote]) -> None:
    """Add the notes of these lines; a line that opens none goes on with the last."""
    for line in lines:
        if _UNDERSCORES.match(line.text):
            continue
        opening = _opening(line, plain)
        if opening is not None:
            slashed = _SLASHED.match(line.text) is not None
            found.append(
                Footnote(opening.sign, [_behind(line, opening.length)] if line.text else [], line.page, slashed)
            )
        elif found:
            found[-1].lines.append(line)


def _opening(line: Line, plain: bool) -> Opening | None:
    """The mark that opens a note at the head of the line; `plain`: a plain digit may."""
    for one in OPENINGS:
        if opening := one.applies(line, plain):
            return opening
    return None


def _behind(line: Line, length: int) -> Line:
    """The line without the mark at its head."""
    text = line.text
    cut = len(text) - len(text[length:].lstrip())
    line = line.without(0, cut) if cut else line
    cells = [
        replace(cell, marks=[mark for mark in cell.marks if at + mark.offset > 0]) for at, cell in starts(line.cells)
    ]
    return line.with_cells(cells)


def _below_tables(body: Sequence[Line], body_size: float) -> tuple[list[Line], list[Line], list[Footnote]]:
    """The lines without the notes of tables, which stand below their table in the middle of a page; these, read."""
    found: list[Footnote] = []
    kept: list[Line] = []
    taken: list[Line] = []
    called: set[str] = set()
    for line in body:
        if opens_below_table.applies(line, body_size, called):
            found.append(Footnote(line.marks[0].sign, [_behind(line, 0)], line.page))
            taken.append(replace(line, rule=opens_below_table.name))
        elif found and goes_on.applies(line, found[-1].lines[-1], kept[-1] if kept else None):
            found[-1].lines.append(line)
            taken.append(replace(line, rule=goes_on.name))
        else:
            called.update([mark.sign for mark in line.marks])
            kept.append(line)
    return kept, taken, found


def _without_marks(sheets: Sequence[Sheet], notes: Sequence[Footnote]) -> list[Sheet]:
    """The sheets with marks in their lines which read as plain text, found by the notes that they call.

    Only where the page has a note of that number without a mark.
    """
    bodies = {sheet.page.number: sheet.body for sheet in sheets}
    for note in notes:
        body = bodies.get(note.page)
        if body is None or not (note.sign.isdigit() or note.slashed):
            continue
        if any(mark.sign == note.sign for line in body for mark in line.marks):
            continue
        bodies[note.page] = _slashed(body, note.sign) if is_slashed.applies(note) else _glued(body, note.sign)
    return [replace(sheet, body=bodies[sheet.page.number]) for sheet in sheets]


def _glued(body: list[Line], sign: str) -> list[Line]:
    """The lines with the digit as a mark where it is glued to a word in one place alone."""
    pattern = re.compile(
        rf"(?<=[^\W\d_.])(?:[.,;:]|[)”’»]){{0,2}}(?P<mark>{sign})(?=$|[\s,;.)](?!\d))|(?<=[.,;:)”’»])(?P<after>{sign})(?=$|\s)"
    )
    places = [
        (index, found.start("mark" if found["mark"] else "after"))
        for index, line in enumerate(body)
        if sign in line.text
        for found in pattern.finditer(line.text)
        if not is_cited.applies(line.text[: found.end() - len(sign)])
    ]
    if not is_lone.applies(places):
        return body
    index, at = places[0]
    return [*body[:index], _marked(body[index], at, at + len(sign), sign), *body[index + 1 :]]


def _slashed(body: Sequence[Line], sign: str) -> list[Line]:
    """The lines with the first `1/` of each as a mark."""
    pattern = re.compile(rf"\s?(?<![\w/]){re.escape(sign)}/(?=$|[\s.,;:)])")
    made: list[Line] = []
    for line in body:
        found = pattern.search(line.text) if f"{sign}/" in line.text else None
        if found:  # at the head of a line with the space behind it
            line = _marked(line, found.start(), found.end() + (found.start() == 0), sign)
        made.append(line)
    return made


def _marked(line: Line, start: int, end: int, sign: str) -> Line:
    """The line with the characters [start, end) as a mark, not as text."""
    line = line.without(start, end)
    cells = list(line.cells)
    home, at = max((index, at) for index, (at, _) in enumerate(starts(cells)) if at <= start)
    cell = cells[home]
    mark = Mark(sign, min(start - at, len(cell.text)))
    cells[home] = replace(cell, marks=[*cell.marks, mark])
    return line.with_cells(cells)


def _is_called(line: Line, above: Sequence[Line]) -> bool:
    """Whether a line begins with a mark in the old form, `1/`, that stands in the text above it."""
    slashed = _SLASHED.match(line.text)
    return slashed is not None and any(f" {slashed[1]}/" in other.text for other in above)
