"""Pages -> a paper: furniture aside, footnotes out, body lines in reading order with what is usual in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.layout.blocks.metrics import Measures, body_size_of, measure
from extractor.layout.columns import COLUMNS, Column, in_columns
from extractor.layout.footnotes.model import Footnote
from extractor.layout.footnotes.take import take_footnotes
from extractor.layout.furniture import Sheet, sheets_of
from extractor.layout.hyphens import HYPHENS, Vocabulary, softened
from extractor.layout.lines.model import Line
from extractor.layout.lines.rows import is_sideways as is_rotated
from extractor.layout.spans.struck import strikes
from extractor.layout.tables.tagged import TaggedTable, tagged_tables
from extractor.reading.page import Page, Rule
from extractor.records import Struct, field, replace
from extractor.rules import rule


class ArrangeSettings(Struct, frozen=True):
    """Thresholds of what is set aside unread on a page."""

    #: A page may have so many characters rotated by a quarter as labels in its margins (job number, bar code, address).
    margin: int = 120
    #: A run is looked at as rotated when it is this many times as high as its type.
    high: float = 1.5


ARRANGE = ArrangeSettings()


class Paper(Struct):
    """A paper as laid out. `lines` are the body lines of all sheets one after the other."""

    sheets: list[Sheet]
    lines: list[Line]
    footnotes: list[Footnote]
    measures: Measures
    rules: dict[int, list[Rule]] = field(default_factory=dict)
    sideways: list[int] = field(default_factory=list)  # numbers of the pages with text rotated by a quarter, set aside
    struck: dict[int, str] = field(default_factory=dict)  # the struck words of the pages that have some
    tagged: dict[int, list[TaggedTable]] = field(default_factory=dict)  # what the tags of a page call tables


def arrange(pages: Iterable[Page]) -> Paper:
    """Lay the pages out. The sheets keep the pages without their spans: lines carry all that is needed further on."""
    read = list(pages)
    laid = sheets_of(read)
    sheets, footnotes = take_footnotes(laid, body_size_of([line for sheet in laid for line in sheet.body]))
    rules = {page.number: _as_read(page) for page in read}
    sheets, columns = _in_columns(sheets, rules)
    sideways = [sheet.page.number for sheet in sheets if _leaves_out(sheet)]
    lines = [line for sheet in sheets for line in sheet.body]
    if any(line.text.endswith(HYPHENS) for line in lines):
        words = Vocabulary(lines)
        lines = softened(lines, words)
        footnotes = [replace(note, lines=softened(note.lines, words)) for note in footnotes]
    struck = {sheet.page.number: gone for sheet in sheets if (gone := _struck(sheet))}
    measures = replace(measure(lines), columns=columns)
    tagged = {page.number: tables for page in read if (tables := tagged_tables(page))}
    return Paper(_with_lines(sheets, lines), lines, footnotes, measures, rules, sideways, struck, tagged)


def _in_columns(sheets: list[Sheet], rules: dict[int, list[Rule]]) -> tuple[list[Sheet], list[Column]]:
    """The sheets with their lines in the order of reading, and the columns of running text."""
    columns: list[Column] = []
    ordered: list[Sheet] = []
    for at, sheet in enumerate(sheets):
        floor = 0.0 if at else COLUMNS.first_page * sheet.page.height
        lines, own = in_columns(sheet.body, rules.get(sheet.page.number, []), floor)
        ordered.append(replace(sheet, body=lines) if own else sheet)
        columns += own
    return ordered, columns


def _struck(sheet: Sheet) -> str:
    """The struck words of a page."""
    return " ".join([line.text for line in sheet.foot if line.rule == strikes.name])


def _with_lines(sheets: Iterable[Sheet], lines: Sequence[Line]) -> list[Sheet]:
    """The sheets with the given body lines, one sheet after the other, and pages without spans."""
    made: list[Sheet] = []
    at = 0
    for sheet in sheets:
        end = at + len(sheet.body)
        made.append(replace(sheet, page=replace(sheet.page, spans=[], doubted=[]), body=list(lines[at:end])))
        at = end
    return made


@rule("page.sideways_text", source="tables set along the long side of a page: more than the labels in its margins")
def has_sideways_text(rotated: int) -> bool:
    """More rotated text than labels take is text that no part of the result holds."""
    return rotated >= ARRANGE.margin


@rule("page.sideways_only", source="pages set along their long side altogether, a title alone among them")
def is_sideways(rotated: int, sheet: Sheet) -> bool:
    """Any rotated text is text that no part of the result holds where the page has no other."""
    upright = sheet.body or sheet.head or sheet.notes or any(line.rule != is_rotated.name for line in sheet.foot)
    return rotated > 0 and not upright


def _leaves_out(sheet: Sheet) -> bool:
    """Whether text of a page that is rotated by a quarter was set aside unread."""
    high = ARRANGE.high
    tall = [span for span in sheet.page.spans if span.bottom - span.top > high * span.size]  # few are
    rotated = sum([len(span.text) for span in tall if span.sideways])
    return has_sideways_text.applies(rotated) or is_sideways.applies(rotated, sheet)


def _as_read(page: Page) -> list[Rule]:
    """The rules of a page; on a right-to-left one x runs from the right edge, as it does in its lines."""
    if not page.rtl:
        return page.rules
    return [replace(drawn, x0=page.width - drawn.x1, x1=page.width - drawn.x0) for drawn in page.rules]
