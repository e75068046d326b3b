"""The meeting to come whose agenda stands inside a paper: in a resolution, a draft decision or a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from extractor.built import compiled
from extractor.diagnostics import INFERRED_OPENING, INFERRED_PERIODS
from extractor.grammar.calendar import CalendarContext, Period, find_dates
from extractor.grammar.cities import City, find_city
from extractor.grammar.ordinals import find_session
from extractor.grammar.places import find_place
from extractor.lexicon.folding import fold
from extractor.lexicon.words import choice, connectives
from extractor.lexicon.words import words as words_of
from extractor.records import Struct, replace
from extractor.rules import Rule, first, rule
from extractor.structure.masthead.model import Masthead
from extractor.structure.meetings.model import MeetingFacts
from extractor.structure.meetings.opening import aware, moment_in
from extractor.structure.meetings.sentences import context_of, relevant, sentences_of
from extractor.structure.meetings.settings import SETTINGS
from extractor.structure.meetings.words import words as meeting_words

_CAPITAL = compiled(r"(?=[^\W\d_])[^\W\d_]\w")


class Coming(Struct, frozen=True):
    """The agenda of a meeting to come.

    Attributes:
        heading: the heading or sentence over its list.
        beside: the lines between the heading and the list.
        texts: the other texts of the paper, the nearest first.
    """

    heading: str
    beside: Sequence[str]
    texts: Sequence[str]


def coming_meeting(coming: Coming, masthead: Masthead, language: str | None) -> MeetingFacts | None:
    """The meeting to come with its session or body, days and place; None where it has no number and no days."""
    found = find_session(coming.heading, language)
    meeting = MeetingFacts(masthead.body)
    if found is not None:
        label = found.label[:1].upper() + found.label[1:]
        name = _named(coming.heading[found.end :], whole=True)
        meeting = MeetingFacts(name or masthead.body, label, found.number)
    elif name := _named(coming.heading, whole=False):
        meeting = MeetingFacts(name)
    else:
        return None
    told = _Told(meeting, masthead, language)
    for text in (*coming.beside, *_sentences((coming.heading, *coming.texts))):
        if first(TELLS, told, text, text in coming.beside) is None:
            continue
        periods = _periods(text, masthead, language)
        if periods:
            city = _place(text, language)
            meeting = replace(meeting, periods=periods)
            if city is not None:
                meeting = replace(meeting, place=city.name, country=city.country, timezone=city.timezone)
            meeting = coming_opening.applies(meeting, coming, told) or meeting
            return meeting.noting(INFERRED_PERIODS.note(path="periods", where="the text"))
    return None if found is None or found.number is None else meeting


class _Told(Struct, frozen=True):
    """The meeting that a text may speak of."""

    meeting: MeetingFacts
    masthead: Masthead
    language: str | None


@rule(
    "meetings.coming_opening",
    source="resolutions: `Decides that the first plenary meeting of the Conference will commence at 9 a.m. on Monday`",
    otherwise=None,
)
def coming_opening(meeting: MeetingFacts, coming: Coming, told: _Told) -> MeetingFacts | None:
    """The hour at which the meeting to come opens on its first day, from the line below its heading or a sentence."""
    context = context_of(meeting, told.masthead, told.language)
    names = frozenset(re.findall(r"\w+", fold(meeting.body or "")))
    sentences = (sentence.text for sentence in relevant(coming.texts, names) if sentence.opens)
    for text in (*coming.beside, *sentences):
        moment = moment_in(text, context, meeting).moment
        if moment is not None and moment.date() == min(meeting.firsts):
            return replace(meeting, opens_at=aware(moment, meeting.timezone)).noting(
                INFERRED_OPENING.note(path="opens_at")
            )
    return None


@rule("meetings.coming_line", source="resolutions: `Nice, France – 9 to 13 June 2025` below the heading of the agenda")
def is_line_below(_told: _Told, text: str, beside: bool) -> bool:
    """A short line between the heading of the agenda and its list says when and where."""
    return beside and len(text) < SETTINGS.longest_line


@rule("meetings.coming_sentence", source="draft decisions: `Decides that the ninth session … will be held in … from …`")
def is_sentence_on(told: _Told, text: str, _beside: bool) -> bool:
    """A sentence that names the session, or the body where there is none, says when it is held."""
    folded = fold(text)
    verb = meeting_words().held.search(folded) or meeting_words().opens.search(folded)
    name = told.meeting.label or " ".join((told.meeting.body or "").split()[: SETTINGS.name_words])
    return verb is not None and bool(name) and fold(name) in folded


#: What says when and where the meeting to come is held.
TELLS: tuple[Rule[[_Told, str, bool], bool], ...] = (is_line_below, is_sentence_on)


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from sentences_of(text)


def _periods(text: str, masthead: Masthead, language: str | None) -> tuple[Period, ...]:
    """The days of a text that come after the paper's date."""
    spans = find_dates(text, CalendarContext(reference=masthead.date, language=language))
    return tuple(
        Period(span.first, span.last)
        for span in spans
        if span.first is not None and (masthead.date is None or span.first > masthead.date)
    )


def _place(text: str, language: str | None) -> City | None:
    """The place of a line, or the one behind the verb of a sentence."""
    verb = meeting_words().held.search(fold(text))
    behind = text[verb.end() :] if verb is not None and len(fold(text)) == len(text) else text
    if (span := find_place(behind, language)) is not None:
        return City(span.name, span.country, span.timezone)
    capital = _CAPITAL.search(behind)
    while capital is not None and not behind[capital.start()].isupper():
        capital = _CAPITAL.search(behind, capital.end())
    return find_city(behind[capital.start() :] if capital is not None else behind, language)


def _named(text: str, *, whole: bool) -> str | None:
    """The body that stands behind `of the` in a heading, with a capital; `whole`: the text begins with that."""
    for found in _of().finditer(text):
        rest = text[found.end() :].strip(" .:*")
        if whole and text[: found.start()].strip():
            return None
        if (rest[:1].isupper() or rest[:1].isdigit()) and len(rest) > SETTINGS.shortest_name:
            return rest
    return None


@cache
def _of() -> re.Pattern[str]:
    of, the = choice(words_of("lists", "headings.of")), choice(connectives("the"))
    return compiled(rf"(?<!\w)(?:{of})\s+(?:(?:{the})(?:\s+|(?<=['’])))?", re.IGNORECASE)
