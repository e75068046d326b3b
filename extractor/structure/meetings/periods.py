"""The days of a meeting that the masthead's own lines do not give."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.diagnostics import INFERRED_PERIODS
from extractor.grammar.calendar import DateSpan, Period, find_dates
from extractor.structure.masthead.model import Masthead
from extractor.structure.meetings.model import MeetingFacts
from extractor.structure.meetings.sentences import Sentence, context_of
from extractor.structure.meetings.settings import SETTINGS

_FALLING = re.compile(r"(?<![\d/.-])(\d{1,2})(\s?[-–]\s?)(\d{1,2})(?![\d/.-])")


def in_reading_order(text: str) -> str:
    """A line of an Arabic paper with its ranges of days in reading order: a range is set from right to left, `5-1` is
    1 to 5.
    """
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
        # in a sentence of the text, dates long before the issue are those of the resolutions that it cites
        issued = None if sentence.header else masthead.date
        spans = [
            span
            for span in find_dates(sentence.text, context)
            if span.first is not None and (issued is None or _near_issue(span.first, issued))
        ]
        if not spans:
            continue
        note = INFERRED_PERIODS.note(where="the line under the title" if sentence.header else "the text")
        return replace(meeting, periods=tuple(_periods(sentence, spans))).noting(note)
    return meeting


def _near_issue(day: dt.date, issued: dt.date) -> bool:
    return -SETTINGS.late <= day - issued <= SETTINGS.longest


def _periods(sentence: Sentence, spans: Sequence[DateSpan]) -> list[Period]:
    """The periods of a sentence: one day alone is that on which the session opens, unless it is held on that day."""
    first, *others = spans
    if first.first != first.last:
        return [Period(span.first, span.last) for span in spans if span.first != span.last or others]
    if sentence.opens or not sentence.held:
        return [Period(first.first, None)]
    return [Period(span.first, span.last) for span in spans]
