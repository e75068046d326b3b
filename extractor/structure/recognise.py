"""A laid-out paper -> its parts: masthead, timetable, list, annotations, documents, what kind of paper it is.

What fits no family of agenda (format catalogue 0) is `other` and keeps its masthead, meetings and references.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from extractor.diagnostics import EMBEDDED, Note
from extractor.layout.arrange import Paper
from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.model import Block
from extractor.layout.lines.model import Line
from extractor.lexicon import LANGUAGES
from extractor.records import Struct, field, replace
from extractor.rules import rule
from extractor.structure.agenda.bare import with_bare_labels
from extractor.structure.agenda.inner import heading_above, heading_of
from extractor.structure.agenda.model import Node, walk
from extractor.structure.documents.model import ListedDocument
from extractor.structure.kinds import is_companion, kind_of, names_agenda
from extractor.structure.language import running_language
from extractor.structure.ledger import Taken, ledger_of
from extractor.structure.masthead.model import Masthead
from extractor.structure.masthead.read import read_masthead
from extractor.structure.meetings.coming import Coming, coming_meeting
from extractor.structure.meetings.model import MeetingFacts
from extractor.structure.meetings.opening import with_scheduled_opening
from extractor.structure.meetings.read import read_meetings
from extractor.structure.over_pages import with_whole_tables
from extractor.structure.parts import Parts, parts_of
from extractor.structure.passages import Passage, passages_of
from extractor.structure.printed import Printed, key_of
from extractor.structure.settings import RECOGNITION
from extractor.structure.several import kept
from extractor.structure.timetable.in_items import with_hours
from extractor.structure.timetable.read import ScheduleContext, ScheduleEntry, read_schedule, schedule_regions
from extractor.structure.vocabulary import has_figure

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Kind


class Body(Struct, frozen=True):
    """What the parts were found in.

    Attributes:
        head: the blocks of the masthead.
        blocks: the blocks of the text.
        timed: the blocks of the timetables.
        timetables: the lines of each timetable.
        context: what the timetables are read with.
    """

    head: Sequence[Block]
    blocks: Sequence[Block]
    timed: Sequence[Block]
    timetables: Sequence[Sequence[Line]]
    context: ScheduleContext


class Recognised(Struct, frozen=True):
    """All parts of a paper, still in the terms of the layout."""

    masthead: Masthead
    language: str | None
    kind: Kind
    items: list[Node]
    documents: list[tuple[ListedDocument, str | None]]
    schedule: list[ScheduleEntry]
    meetings: list[MeetingFacts]
    ledger: list[Printed]
    passages: list[Passage]
    body: Body
    notes: list[Note] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    unmatched: list[Block] = field(default_factory=list)


def recognise(paper: Paper, others: Paper | None = None) -> Recognised:
    """Take a laid-out paper apart. Never fails: what is not there is empty.

    Of `others`, which stand behind it in the file, nothing but the text is kept.
    """
    language = running_language(line.text for line in paper.lines)
    code = language or "en"
    masthead = read_masthead(paper.sheets, code)
    if masthead.version in LANGUAGES and _is_as_printed.applies(masthead.version, language):
        language = code = masthead.version
        masthead = read_masthead(paper.sheets, code)
    head = [line for index, line in enumerate(paper.lines) if index < masthead.end or index in masthead.consumed]
    body = [line for index, line in enumerate(paper.lines) if index >= masthead.end and index not in masthead.consumed]
    regions = schedule_regions(body, paper.rules)
    timetables = [body[region.start : region.end] for region in regions]
    starts = [0, *(region.end for region in regions)]
    ends = [*(region.start for region in regions), len(body)]
    texts = [body[start:end] for start, end in zip(starts, ends, strict=True)]
    timed = _blocks(timetables, paper)
    runs = [with_bare_labels(_blocks([lines], paper)) for lines in texts]
    behind = {run[0] for run in runs[1:] if run}

    parts = parts_of(masthead.title, [*chain(*runs)], timed, paper.measures, behind, recorded=not masthead.symbol)
    other = (not parts.items or parts.family == "inner") and _speaks_of_others.applies(masthead.title)
    meetings = read_meetings(masthead, [] if other else _meeting_texts(parts.blocks), code)
    if parts.family == "inner" and (coming := coming_meeting(_coming(parts), masthead, code)) is not None:
        meetings = [*(one for one in meetings if one.periods or one.number != coming.number), coming]
    context = _context(masthead, meetings, code)
    schedule, notes = _schedule(timetables, paper, context)
    parts, schedule = _with_hours(parts, schedule, context)
    if meetings and _opens_in_timetable.applies(meetings[0]):
        meetings = [with_scheduled_opening(meetings[0], schedule), *meetings[1:]]

    kind = kind_of(
        masthead.title,
        "annotations" if parts.contents and parts.annotated else parts.family,
        annotated=parts.annotated,
        addendum=bool(masthead.symbol and "/Add." in masthead.symbol),
        timetable=bool(schedule) and _mostly_timetable.applies(sum(map(len, timetables)), len(body)),
    )
    opening = _blocks([head], paper)
    ledger = with_whole_tables(ledger_of(paper, _taken(parts, opening, timed, masthead.title, agenda=kind != "other")))
    passages = passages_of(ledger)
    if others is not None:
        ledger += kept(others)
    return Recognised(
        masthead,
        language,
        kind,
        parts.items,
        parts.all_documents,
        schedule if kind != "other" else [],
        meetings,
        ledger,
        passages,
        Body(opening, parts.blocks, timed, timetables, context),
        notes if kind != "other" else _embedded(parts),
        parts.gaps,
        parts.unmatched,
    )


def _taken(parts: Parts, opening: Sequence[Block], timed: Sequence[Block], title: str | None, *, agenda: bool) -> Taken:
    """What the parts of the paper have taken of its lines."""
    return Taken(
        agenda,
        title,
        opening,
        parts.blocks,
        timed,
        parts.owners,
        parts.entries,
        parts.annotations,
        parts.headings,
        {key_of(line) for node in walk(parts.items) for line in node.lines}
        | {key_of(line) for document, _ in parts.all_documents for line in document.lines},
        {node.number for node in walk(parts.items) if node.number},
    )


def _with_hours(
    parts: Parts, schedule: list[ScheduleEntry], context: ScheduleContext
) -> tuple[Parts, list[ScheduleEntry]]:
    """The parts and the schedule, where the list has the hours of its items and the paper no other timetable."""
    if schedule or parts.family != "list":
        return parts, schedule
    items, found = with_hours(parts.items, context)
    return replace(parts, items=items), found


def _embedded(parts: Parts) -> list[Note]:
    """On which pages the agenda stands that a paper holds which is none itself."""
    pages = sorted({block.page for block in parts.owners}) if parts.family == "inner" else []
    named = f"page {pages[0]}" if len(pages) == 1 else f"pages {', '.join(map(str, pages))}"
    return [EMBEDDED.note(pages[0], path="items", pages=named)] if pages else []


def _coming(parts: Parts) -> Coming:
    """The agenda inside a paper: what stands over its list, and the other texts, the nearest first."""
    blocks = parts.blocks
    own = [at for at, block in enumerate(blocks) if block in parts.owners]
    heading = heading_above(blocks, own[0])
    if heading is None:
        return Coming("", (), ())
    others = [*reversed(blocks[:heading]), *blocks[own[-1] + 1 :]]
    beside = [block.text for block in blocks[heading + 1 : own[0]] if has_figure(block.text)]
    return Coming(heading_of(blocks[heading]), beside, _meeting_texts(others))


@rule("recognise.others_meetings", source="letters and reports speak of the gatherings of other bodies")
def _speaks_of_others(title: str | None) -> bool:
    """Sentences of a paper that is not an agenda say nothing of its own meeting."""
    return not names_agenda(title) and is_companion(title) is None


@rule("recognise.language_line", source="letters in English whose annexes are longer, and in another language")
def _is_as_printed(version: str, language: str | None) -> bool:
    """The language that the masthead names is that of the paper, whatever most of its text is written in."""
    return version != language


@rule("recognise.opening_in_timetable", source="output contract: opens_at, where no line or sentence says it")
def _opens_in_timetable(meeting: MeetingFacts) -> bool:
    """The hour of opening is that of the timetable's entry for it."""
    return meeting.opens_at is None


@rule("recognise.mostly_timetable", source="catalogue 0, F8: timetables without a title that says so")
def _mostly_timetable(lines: int, every: int) -> bool:
    """A paper of which much is timetable is one, whatever its title."""
    return lines > RECOGNITION.mostly_timetable * every


def _blocks(runs: Sequence[Sequence[Line]], paper: Paper) -> list[Block]:
    """The blocks of runs of lines that do not hang together."""
    return [block for lines in runs if lines for block in blocks_of(lines, paper.rules, paper.measures, paper.tagged)]


def _meeting_texts(blocks: Sequence[Block]) -> list[str]:
    """Texts in which a sentence may say when the session opens or is held, in printed order."""
    return [
        block.text
        for block in blocks
        if not (block.table or block.leader) and len(block.text) > RECOGNITION.least_sentence and has_figure(block.text)
    ]


def _context(masthead: Masthead, meetings: Sequence[MeetingFacts], language: str) -> ScheduleContext:
    """What the timetable is read with."""
    periods = tuple(period for meeting in meetings for period in meeting.periods)
    return ScheduleContext(
        periods=periods,
        year=next((p.first.year for p in periods if p.first), masthead.date.year if masthead.date else None),
        issue_date=masthead.date,
        place=next((m.place for m in meetings if m.place), None),
        language=language,
    )


def _schedule(
    timetables: Sequence[Sequence[Line]], paper: Paper, context: ScheduleContext
) -> tuple[list[ScheduleEntry], list[Note]]:
    entries: list[ScheduleEntry] = []
    notes: list[Note] = []
    for lines in timetables:
        found, unfit = read_schedule(lines, paper.rules, context, len(entries))
        entries += found
        notes += unfit
    return entries, notes
