"""The masthead: what the paper says of itself before its text begins.

From the top of the first page: the box (:mod:`extractor.structure.masthead.box`) beside the organ's name; below it
a block of body, session, place and dates and item line, once for each body; then the title with the lines that belong
to it. Sources: UN Editorial Manual (first page of documents) and format catalogue 1.1 to 1.3.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from extractor.diagnostics import INFERRED_SYMBOL
from extractor.grammar.calendar import CalendarContext, find_dates
from extractor.layout.furniture import Sheet
from extractor.lexicon import with_default
from extractor.lexicon.folding import fold
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.kinds import names_agenda
from extractor.structure.masthead.block import read_block
from extractor.structure.masthead.box import job_number, read_box
from extractor.structure.masthead.kinds import labelled_issue, says_as_of
from extractor.structure.masthead.model import BlockFacts, Box, Masthead, Row
from extractor.structure.masthead.resolution import title_below_number
from extractor.structure.masthead.rows import rows_outside
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.symbols import running_symbols, vote
from extractor.structure.masthead.words import names_title, words
from extractor.structure.vocabulary import says


def read_masthead(sheets: Sequence[Sheet], language: str | None = None) -> Masthead:
    """The masthead of a paper.

    Takes the pages with furniture and footnotes set aside and the ISO 639-1 code of the running text (``None`` when
    unknown). A paper without masthead gives one with nothing but its job number, and `end` 0; nothing is raised.
    """
    if not sheets:
        return Masthead()
    cover = cover_sheets.applies(sheets, language)
    if cover:
        return _behind(read_masthead(sheets[cover:], language), sum(len(sheet.body) for sheet in sheets[:cover]))
    first = sheets[0]
    job = job_number(sheets)
    box = read_box(first.body, first, language)
    symbols, why = vote(box.symbols, running_symbols(sheets))
    organ, below = rows_outside(first.body, box, first, language)
    facts = read_block(organ, below, language, boxed=bool(symbols) or box.edge is not None)
    if not symbols and box.edge is None and (enclosed := cover_letter.applies(sheets, facts, language)) is not None:
        return enclosed
    # papers of conventions and agencies may have no box; then the block or the title itself must show
    if not (symbols or box.edge is not None or _is_masthead(facts)):
        return Masthead(job_number=job)
    end = _end(facts, box, below[0].line if below else None)
    return Masthead(
        symbols=symbols,
        title=facts.title,
        body=facts.body,
        bodies=facts.bodies,
        distribution=box.distribution,
        date=box.date or remark_date.applies(facts.rows, language),
        original_language=box.original_language,
        version=box.version,
        job_number=job,
        agenda_items=facts.agenda_items,
        sections=facts.sections,
        subtitle=facts.subtitle,
        rows=facts.rows,
        end=end,
        consumed=frozenset(place.line for place in box.used if place.line >= end),
        inferred=(INFERRED_SYMBOL.note(1, path="document.symbol", why=why),) if why else (),
    )


@rule("masthead.cover", source="copies of libraries: their sheet, or an empty page, before the paper", otherwise=0)
def cover_sheets(sheets: Sequence[Sheet], language: str | None) -> int:
    """How many sheets stand before the first that has a box with a symbol, where they are few and hold little text."""
    covers = 0
    for index, sheet in enumerate(sheets):
        covers += bool(sheet.body)
        if covers > SETTINGS.most_covers + 1 or index > SETTINGS.most_sheets:
            return 0
        box = read_box(sheet.body, sheet, language)
        if box.symbols:
            return index if box.distribution is not None else 0
        if len(sheet.body) > SETTINGS.cover_lines or box.distribution or box.date:
            return 0
    return 0


@rule("masthead.cover_letter", source="institutes: a letter of invitation before its agenda", otherwise=None)
def cover_letter(sheets: Sequence[Sheet], letterhead: BlockFacts, language: str | None) -> Masthead | None:
    """The masthead of the agenda behind a letter without a symbol, of the letter's organ and with its date."""
    if len(sheets) == 1 or not _is_letter(sheets[0]) or _is_letter(sheets[1]):
        return None
    behind = read_masthead(sheets[1:], language)
    if behind.symbols or not names_agenda(behind.title):
        return None
    printed = (text for section in letterhead.sections for text in section.lines)
    dates = (span.first for text in printed for span in find_dates(text, CalendarContext(language=language)))
    issued = behind.date or next((day for day in dates if day is not None), None)
    return _behind(replace(behind, date=issued, bodies=(*letterhead.bodies[:1], *behind.bodies)), len(sheets[0].body))


def _is_letter(sheet: Sheet) -> bool:
    """Whether a line of a page is a salutation."""
    return any(words().salutation.match(fold(line.text)) for line in sheet.body)


@rule("masthead.date_as_of", source="programmes of conferences: `As of 14 February 2032`", otherwise=None)
def remark_date(rows: Sequence[Row], language: str | None) -> dt.date | None:
    """The day since when a paper without a date of issue holds, or that it gives behind a label below its box."""
    for row in rows:
        if row.rule in (says_as_of.name, labelled_issue.name):
            for code in with_default(language):
                for span in find_dates(row.text, CalendarContext(language=code)):
                    if span.first is not None:
                        return span.first
    return None


def _behind(masthead: Masthead, lines: int) -> Masthead:
    """The masthead of a paper that stands behind so many lines of covers."""
    consumed = frozenset(line + lines for line in masthead.consumed)
    return replace(masthead, end=masthead.end + lines, consumed=consumed)


def _is_masthead(facts: BlockFacts) -> bool:
    """Whether the block has a session or dates, or the title is one of an agenda's papers or of a record."""
    dated = any(section.session is not None or section.lines for section in facts.sections)
    numbered = any(row.rule == title_below_number.name for row in facts.rows)
    title = facts.title or ""
    return numbered or dated or (bool(title) and (names_title(title) or says(title, "report", "kinds")))


def _end(facts: BlockFacts, box: Box, below: int | None) -> int:
    """The first line after the masthead: after its rows, or after a box with nothing but text below it."""
    last = max((place.line for place in box.used if not box.displaced), default=-1)
    return max(facts.end, last + 1) if below is None or last < below else facts.end
