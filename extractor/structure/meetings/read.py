"""The meetings that a paper is for: body, session, place, periods and the hour of opening.

The masthead's own lines come first, then the lines under the title (`To convene at ...`), then sentences of the
introduction and the first annotations that say when the session opens or is held, at last the timetable's entry for
the opening (format catalogue 1.2 and 5). Sentences about other gatherings (pre-sessional groups, registration,
consultations) are passed over.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from extractor.diagnostics import INFERRED_PERIODS, INFERRED_PLACE, INFERRED_TIMEZONE
from extractor.grammar.calendar import Period, find_dates, parse_period
from extractor.grammar.places import find_place
from extractor.lexicon.registry import body_of
from extractor.model import Format
from extractor.structure.masthead.read import Masthead, Section
from extractor.structure.masthead.words import fold, words
from extractor.structure.meetings.model import LONGEST, Entry, MeetingFacts
from extractor.structure.meetings.opening import find_opening
from extractor.structure.meetings.sentences import FALLING, Sentence, context_of, find_label, header_of, relevant
from extractor.structure.vocabulary import has_figure


def read_meetings(
    masthead: Masthead, texts: Iterable[str] = (), schedule: Iterable[Entry] = (), language: str | None = None
) -> list[MeetingFacts]:
    """The meetings of the paper, in the order of the masthead; none where the paper has no masthead.

    Takes the masthead, the blocks of text after it in order, the timetable's entries, and the ISO 639-1 code of the
    text.
    """
    if not masthead.found and masthead.body is None:
        return []
    meetings = [_from_section(section, masthead, language) for section in masthead.sections or [Section()]]
    first = meetings[0]
    # not the organ's name: what the Assembly holds is not what its committee holds
    names = frozenset(re.findall(r"\w+", fold(" ".join(meeting.body or "" for meeting in meetings))))
    sentences = [*header_of(masthead), *relevant(texts, names)]
    if all(meeting.label is None for meeting in meetings):
        find_label(first, masthead, sentences, language)
    if all(not meeting.periods for meeting in meetings):
        _find_periods(first, masthead, sentences, language)
    if all(meeting.place is None for meeting in meetings):
        _find_place(first, sentences, language)
    for meeting in meetings:
        _zone(meeting, masthead)
    find_opening(first, masthead, sentences, schedule, language)
    for meeting in meetings:
        meeting.format = _format(masthead, sentences)
    return meetings


def _from_section(section: Section, masthead: Masthead, language: str | None) -> MeetingFacts:
    meeting = MeetingFacts(section.bodies[-1] if section.bodies else masthead.body, section.session, section.number)
    for line in map(_unmirrored, section.lines) if language == "ar" else section.lines:
        context = context_of(meeting, masthead, language)
        meeting.periods += [period for period in parse_period(line, context) if period.first is not None]
        _take_place(meeting, line, language)
    return meeting


def _unmirrored(text: str) -> str:
    """A line of an Arabic paper with its ranges of days in reading order: a range is set from right to left, `5-1` is
    1 to 5.
    """
    return FALLING.sub(
        lambda found: f"{found[3]}{found[2]}{found[1]}" if int(found[1]) > int(found[3]) else found[0], text
    )


def _take_place(meeting: MeetingFacts, text: str, language: str | None) -> bool:
    if meeting.place is None:
        span = find_place(text, language)
        if span is not None:
            meeting.place, meeting.country, meeting.timezone = span.name, span.country, span.timezone
            return True
    return False


def _find_periods(
    meeting: MeetingFacts, masthead: Masthead, sentences: Sequence[Sentence], language: str | None
) -> None:
    context = context_of(meeting, masthead, language)
    for sentence in sentences:
        # in a sentence of the text, dates long before the issue are those of the resolutions that it cites
        issued = None if sentence.header else masthead.date
        spans = [
            span
            for span in find_dates(sentence.text, context)
            if span.first is not None and (issued is None or _near_issue(span.first, issued))
        ]
        if not spans or not (sentence.header or sentence.opens or sentence.held):
            continue
        first = spans[0].first
        if first == spans[0].last:
            if sentence.opens or not sentence.held:
                meeting.periods = [Period(first, None)]
            else:
                meeting.periods = [Period(span.first, span.last) for span in spans]
        else:
            meeting.periods = [
                Period(span.first, span.last) for span in spans if span.first != span.last or len(spans) > 1
            ]
        meeting.inferred.append(
            INFERRED_PERIODS.note(where="the line under the title" if sentence.header else "the text")
        )
        return


def _near_issue(day: dt.date, issued: dt.date) -> bool:
    return -dt.timedelta(days=60) <= day - issued <= LONGEST


def _find_place(meeting: MeetingFacts, sentences: Sequence[Sentence], language: str | None) -> None:
    for sentence in sentences:
        dated = sentence.header or has_figure(sentence.text)
        if dated and _take_place(meeting, sentence.text, language):
            if not sentence.header:
                meeting.inferred.append(INFERRED_PLACE.note())
            return


def _zone(meeting: MeetingFacts, masthead: Masthead) -> None:
    """The time zone of the place, else of the seat of the body that the symbol names."""
    if meeting.timezone is None and masthead.symbol:
        row = body_of(masthead.symbol)
        if row is not None and row.timezone:
            meeting.timezone = row.timezone
            meeting.inferred.append(INFERRED_TIMEZONE.note())


def _format(masthead: Masthead, sentences: Sequence[Sentence]) -> Format | None:
    """How the meeting is held, where a line of the masthead or a sentence on the session says so."""
    for text in [*masthead.place_lines, *(sentence.text for sentence in sentences)]:
        folded = fold(text)
        for name, pattern in words().formats:
            if pattern.search(folded):
                return name
    return None
