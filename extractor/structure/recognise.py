"""A laid-out paper -> its parts: masthead, timetable, list, annotations, documents, what kind of paper it is.

What fits no family of agenda (format catalogue 0) is `other` and keeps its masthead, meetings and references.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.diagnostics import Note
from extractor.layout.arrange import Paper
from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.model import Block
from extractor.layout.lines.model import Line
from extractor.model import Kind
from extractor.structure.agenda.model import Node
from extractor.structure.documents.model import ListedDocument
from extractor.structure.kinds import is_companion, kind_of, names_agenda
from extractor.structure.language import running_language
from extractor.structure.masthead.model import Masthead
from extractor.structure.masthead.read import read_masthead
from extractor.structure.meetings.model import MeetingFacts
from extractor.structure.meetings.opening import with_scheduled_opening
from extractor.structure.meetings.read import read_meetings
from extractor.structure.parts import parts_of
from extractor.structure.passages import Passage, passages_of
from extractor.structure.timetable.read import ScheduleContext, ScheduleEntry, read_schedule, schedule_regions
from extractor.structure.vocabulary import has_figure

#: A paper that is not called a timetable is one when so much of it is.
MOSTLY_TIMETABLE = 0.4
#: A shorter text does not say when a session opens or is held (characters).
LEAST_SENTENCE = 20


@dataclass(frozen=True, slots=True)
class Recognised:
    """All parts of a paper, still in the terms of the layout."""

    masthead: Masthead
    language: str | None
    kind: Kind
    items: list[Node]
    documents: list[tuple[ListedDocument, str | None]]
    schedule: list[ScheduleEntry]
    meetings: list[MeetingFacts]
    passages: list[Passage]
    notes: list[Note] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    unmatched: list[Block] = field(default_factory=list)


def recognise(paper: Paper) -> Recognised:
    """Take a laid-out paper apart. Never fails: what is not there is empty."""
    language = running_language(line.text for line in paper.lines)
    code = language or "en"
    masthead = read_masthead(paper.sheets, code)
    head = [line for index, line in enumerate(paper.lines) if index < masthead.end or index in masthead.consumed]
    body = [line for index, line in enumerate(paper.lines) if index >= masthead.end and index not in masthead.consumed]
    regions = schedule_regions(body, paper.rules, code)
    timetables = [body[region.start : region.end] for region in regions]
    starts = [0, *(region.end for region in regions)]
    ends = [*(region.start for region in regions), len(body)]
    texts = [body[start:end] for start, end in zip(starts, ends, strict=True)]
    timed = _blocks(timetables, paper)

    parts = parts_of(masthead.title, _blocks(texts, paper), timed, paper.measures)
    agenda = bool(parts.items) or names_agenda(masthead.title) or is_companion(masthead.title) is not None
    # a letter or a report speaks of the gatherings of others
    meetings = read_meetings(masthead, _meeting_texts(parts.blocks) if agenda else [], code)
    schedule, notes = _schedule(timetables, paper, _context(masthead, meetings, code))
    if meetings:
        meetings = [with_scheduled_opening(meetings[0], schedule), *meetings[1:]]

    kind = kind_of(
        masthead.title,
        parts.family,
        annotated=parts.annotated,
        addendum=bool(masthead.symbol and "/Add." in masthead.symbol),
        timetable=bool(schedule) and sum(map(len, timetables)) > MOSTLY_TIMETABLE * max(len(body), 1),
    )
    return Recognised(
        masthead,
        language,
        kind,
        parts.items,
        parts.all_documents,
        schedule if kind != "other" else [],
        meetings,
        passages_of(_blocks([head], paper), parts.blocks, timed, parts.owners, paper.footnotes),
        notes,
        parts.gaps,
        parts.unmatched,
    )


def _blocks(runs: Sequence[Sequence[Line]], paper: Paper) -> list[Block]:
    """The blocks of runs of lines that do not hang together."""
    return [block for lines in runs if lines for block in blocks_of(lines, paper.rules, paper.measures)]


def _meeting_texts(blocks: Sequence[Block]) -> list[str]:
    """Texts in which a sentence may say when the session opens or is held, in printed order."""
    return [
        block.text
        for block in blocks
        if not (block.table or block.leader) and len(block.text) > LEAST_SENTENCE and has_figure(block.text)
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
        found, unfit = read_schedule(lines, paper.rules, context)
        entries += found
        notes += unfit
    return entries, notes
