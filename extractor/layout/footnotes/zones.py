"""Where the footnotes of a page begin: below a rule or underscores, in small type, set off from the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from functools import cache
from operator import attrgetter

from extractor.built import compiled
from extractor.layout.footnotes.openings import SLASHED, STAR, Opening, opening_of
from extractor.layout.footnotes.settings import FOOTNOTES
from extractor.layout.lines.marks import BY_X0
from extractor.layout.lines.model import Line
from extractor.lexicon.words import words
from extractor.median import median
from extractor.reading.page import Page, Rule
from extractor.records import Struct
from extractor.rules import rule

_DOTTED = compiled(r"^(\d{1,3})(?:[.)]\s+|\s+)(?=\S)")
UNDERSCORES = compiled(r"^[_\u2014\u2015─-]{6,}$")


class Foot(Struct):
    """What the rules of a page's footnotes look at.

    Attributes:
        page: the page, for its height and drawn rules.
        lines: its lines that are neither furniture nor notes of tables.
        body_size: the type size of the paper's text.
        starred: a star stands somewhere in the paper's text, so that a line which begins with one may be its note.
        called: the signs of the marks in the paper's text.
        goes_on: the page before ends in a note.
    """

    page: Page
    lines: Sequence[Line]
    body_size: float
    starred: bool
    called: Collection[str] = ()
    goes_on: bool = False


class Zone(Struct, frozen=True):
    """Where the footnotes of a page begin and end, and whether a plain digit opens one there.

    Attributes:
        start: the first of their lines, which may be their heading.
        plain: a plain digit opens a note.
        end: the first line behind them; None where they end the page.
        headed: the first line is a heading.
    """

    start: int
    plain: bool
    end: int | None = None
    headed: bool = False


@rule("footnotes.below_underscores", source="papers typed without drawn lines: a row of underscores", otherwise=None)
def below_underscores(foot: Foot) -> Zone | None:
    """Below a row of underscores that a mark follows."""
    lines = foot.lines
    for index, line in enumerate(lines[:-1]):
        if UNDERSCORES.match(line.text) and opening_of(lines[index + 1], True):
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


@rule("footnotes.cell_border", source="tables of Word: borders below merged cells are short")
def is_border(drawn: Rule, upright: Sequence[Rule]) -> bool:
    """A rule whose end meets one that stands upright is the border of a cell; `upright` goes from left to right."""
    near = FOOTNOTES.level
    return any(
        other.top - near < drawn.top < other.bottom + near
        for end in (drawn.x0, drawn.x1)
        for other in upright[bisect_right(upright, end - near, key=BY_X0) : bisect_left(upright, end + near, key=BY_X0)]
    )


@rule("footnotes.underline", source="words of a list or a heading that are underlined")
def is_underline(drawn: Rule, lines: Sequence[Line]) -> bool:
    """A rule close below words that ends where some of them do is theirs."""
    return any(
        0 <= drawn.top - line.baseline < FOOTNOTES.underline * line.size
        and drawn.x0 > line.bbox[0] - FOOTNOTES.level
        and _ends(drawn, line)
        for line in lines
    ) or is_low_underline.applies(drawn, lines)


@rule("footnotes.low_underline", source="typescript: headings underlined by hand, a third of a type size below them")
def is_low_underline(drawn: Rule, lines: Sequence[Line]) -> bool:
    """A rule under words from their first to their last is theirs, further below them as well."""
    return any(
        0 <= drawn.top - line.baseline < FOOTNOTES.low_underline * line.size
        and abs(drawn.x0 - line.bbox[0]) < FOOTNOTES.near_ends
        and abs(drawn.x1 - line.bbox[2]) < FOOTNOTES.near_ends
        for line in lines
    )


def _ends(drawn: Rule, line: Line) -> bool:
    """Whether a rule ends where a run of the line does."""
    edges = [line.across(run[1], run[2])[1] for cell in line.cells for run in cell.runs or ((0, cell.x0, cell.x1),)]
    return any(abs(edge - drawn.x1) < FOOTNOTES.level for edge in edges)


@rule("footnotes.larger_type", source="catalogue 7: notes are smaller than the text; below borders is more text")
def is_text(lines: Sequence[Line], body_size: float) -> bool:
    """More than a few lines in the size of the text are not footnotes."""
    most = FOOTNOTES.small_type * body_size + FOOTNOTES.slack
    return len(lines) > FOOTNOTES.few_lines and any(line.size > most for line in lines)


@rule("footnotes.tiny", source="old papers with a rule over the whole width", otherwise=False)
def is_tiny(lines: Sequence[Line], body_size: float) -> bool:
    """Below a long rule a plain digit opens a note if all is smaller than tables are set."""
    return all(line.size <= FOOTNOTES.tiny_type * body_size for line in lines)


@rule("footnotes.larger_above", source="long notes: most of the paper is set in their type", otherwise=0.0)
def larger_above(lines: Sequence[Line]) -> float:
    """The size of the text over a rule, which may be larger than what most of the paper is set in."""
    return median([line.size for line in lines if not line.bold] or [0.0])


@rule("footnotes.below_rule", source="Editorial Manual: a short rule stands over the footnotes", otherwise=None)
def below_rule(foot: Foot) -> Zone | None:
    """Below a drawn rule that a mark follows."""
    lines, low = foot.lines, FOOTNOTES.low * foot.page.height
    flat = sorted((drawn for drawn in foot.page.rules if drawn.horizontal), key=attrgetter("top"))
    heights = [drawn.top for drawn in flat]
    upright = sorted((drawn for drawn in foot.page.rules if not drawn.horizontal), key=BY_X0) if flat else []
    sizes: dict[int, float] = {}  # of the text, by the first line below: a form has hundreds of rules over one
    for drawn in flat:
        length = drawn.x1 - drawn.x0
        if drawn.top <= low or not FOOTNOTES.shortest_rule <= length <= FOOTNOTES.longest_rule:
            continue
        top = drawn.top
        level = flat[bisect_right(heights, top - FOOTNOTES.level) : bisect_left(heights, top + FOOTNOTES.level)]
        if is_dotted.applies(level) or has_pieces.applies(drawn, level) or is_underline.applies(drawn, lines):
            continue
        if is_border.applies(drawn, upright):
            continue
        start = next((index for index, line in enumerate(lines) if line.baseline > top), None)
        if start is None:
            continue
        if start not in sizes:
            sizes[start] = max(foot.body_size, larger_above.applies(lines[:start]))
        usual = sizes[start]
        if is_text.applies(lines[start:], usual):
            continue
        plain = length <= FOOTNOTES.short_rule or is_tiny.applies(lines[start:], foot.body_size)
        if opening_of(lines[start], plain) or (plain and carries_on.applies(foot, lines[start:], usual)):
            return Zone(start, plain)
    return None


@rule("footnotes.over_page", source="a long note goes on at the foot of the next page, without a mark")
def carries_on(foot: Foot, lines: Sequence[Line], usual: float) -> bool:
    """Small lines below a short rule go on with the note that ends the page before; `usual` is the text's size."""
    most = FOOTNOTES.small_type * usual
    return (
        foot.goes_on and lines[0].top > FOOTNOTES.lower * foot.page.height and all(line.size <= most for line in lines)
    )


@rule("footnotes.small_type", source="catalogue 7: some papers have no rule over the notes", otherwise=None)
def in_small_type(foot: Foot) -> Zone | None:
    """In the small type at the end of a page, from the first mark on."""
    lines, low = foot.lines, FOOTNOTES.low * foot.page.height
    start = len(lines)
    while start and lines[start - 1].size <= FOOTNOTES.small_type * foot.body_size:
        start -= 1
    for index in range(start, len(lines)):
        if lines[index].top > low and opening_of(lines[index], False):
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
            and (STAR.match(line.text) or _is_called(line, lines[:index]))
        ):
            return Zone(index, False)
    return None


@rule("footnotes.endnotes", source="papers of agencies: all notes at the end, under `Notes`", otherwise=None)
def below_heading(foot: Foot) -> Zone | None:
    """Below a heading for notes, where the first is one that the text calls."""
    lines = foot.lines
    for index, line in enumerate(lines[:-1]):
        if is_heading(line):
            opening = endnote_opening(lines[index + 1])
            if opening is not None and (opening.sign in foot.called or _is_called(lines[index + 1], lines[:index])):
                return Zone(index, True, _end(lines, index + 1), headed=True)
    return None


def is_heading(line: Line) -> bool:
    """Whether a line is the heading of notes."""
    return len(line.text) <= FOOTNOTES.heading and line.text.strip(" .:").casefold() in _headings()


def endnote_opening(line: Line) -> Opening | None:
    """The mark of an endnote, which may be a number with a stop."""
    if opening := opening_of(line, True):
        return opening
    found = _DOTTED.match(line.text)
    return Opening(found[1], found.end(), below_heading.name) if found else None


def _end(lines: Sequence[Line], first: int) -> int | None:
    """The first line behind the notes: in bold, or in larger type than they are."""
    size = lines[first].size
    for index in range(first, len(lines)):
        line = lines[index]
        if line.bold or line.size > size + FOOTNOTES.larger:
            return index
    return None


@cache
def _headings() -> frozenset[str]:
    return frozenset([word.casefold() for word in words("page", "notes.heading")])


ZONES = (below_heading, below_underscores, below_rule, in_small_type, set_off)


def _is_called(line: Line, above: Sequence[Line]) -> bool:
    """Whether a line begins with a mark in the old form, `1/`, that stands in the text above it."""
    slashed = SLASHED.match(line.text)
    return slashed is not None and any(f" {slashed[1]}/" in other.text for other in above)
