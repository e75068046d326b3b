"""The days of a meeting that the masthead's own lines do not give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from extractor.built import compiled
from extractor.diagnostics import INFERRED_PERIODS
from extractor.grammar.calendar import DateSpan, Period, find_dates, find_times
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.masthead.model import Masthead
from extractor.structure.meetings.model import MeetingFacts
from extractor.structure.meetings.sentences import Sentence, context_of
from extractor.structure.meetings.settings import SETTINGS

_FALLING = compiled(r"(?<![\d/.-])(\d{1,2})(\s?[-–]\s?)(\d{1,2})(?![\d/.-])")


@rule("meetings.mirrored_range", source="catalogue 1.2: Arabic papers set `5-1` for 1 to 5", otherwise=None)
def in_reading_order(text: str) -> str | None:
    """A range of days of an Arabic paper is set from right to left."""
    return _FALLING.sub(
        lambda found: f"{found[3]}{found[2]}{found[1]}" if int(found[1]) > int(found[3]) else found[0], text
    )


def with_periods(
    meeting: MeetingFacts, masthead: Masthead, sentences: Sequence[Sentence], language: str | None
) -> MeetingFacts:
    """The meeting with the days of the first sentence that gives some."""
    context = context_of(meeting, masthead, language)
    for sentence in sentences:
        if not (sentence.header or sentence.opens or sentence.held):
            continue
        issued = None if sentence.header else masthead.date
        spans = [
            span
            for span in find_dates(sentence.text, context)
            if span.first is not None and (issued is None or not is_cited.applies(span.first, issued))
        ]
        if not spans:
            continue
        note = INFERRED_PERIODS.note(
            path="periods", where="the line under the title" if sentence.header else "the text"
        )
        return replace(meeting, periods=tuple(_periods(sentence, spans))).noting(note)
    return meeting


@rule("meetings.cited_date", source="catalogue 6.2: `in its resolution 74/276 of 1 June 2020, decided to convene ...`")
def is_cited(day: dt.date, issued: dt.date) -> bool:
    """A date of the text that is far from the date of issue is that of a resolution."""
    return not -SETTINGS.late <= day - issued <= SETTINGS.longest


def _periods(sentence: Sentence, spans: Sequence[DateSpan]) -> list[Period]:
    """The periods of a sentence, all of which its dates may be."""
    if is_first_day.applies(sentence, spans):
        return [Period(spans[0].first, None)]
    return [Period(span.first, span.last) for span in spans]


@rule("meetings.first_day", source="catalogue 1.3: `To convene in New York on Tuesday, 9 September 2031, at 3 p.m.`")
def is_first_day(sentence: Sentence, spans: Sequence[DateSpan]) -> bool:
    """One day in a sentence that says when the session opens is its first day; the last is not known.

    Before days of another period, as in `(4 December 2030 and 12–16 March 2031)`, it is a period of its own.
    """
    day, *others = spans
    if told_whole.applies(sentence):
        return False
    if not sentence.opens and any(span.first != span.last for span in others):
        return False
    return day.first == day.last and (sentence.opens or not sentence.held)


@rule("meetings.hours_of_day", source="minutes: `New York, 18 September 2031, 10 a.m. to noon` below the title")
def told_whole(sentence: Sentence) -> bool:
    """A line below the title without a verb tells all days, where it has no hour or says from when to when."""
    if not sentence.header or sentence.opens or sentence.held:
        return False
    times = [span for span in find_times(sentence.text) if span.sittings]
    return not times or any(span.sittings[-1][1] is not None for span in times)
