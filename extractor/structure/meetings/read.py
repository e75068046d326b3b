"""The meetings that a paper is for: body, session, place, periods and the hour of opening.

The masthead's own lines come first, then the lines under the title (`To convene at ...`), then sentences of the
introduction and the first annotations that say when the session opens or is held, at last the timetable's entry for
the opening (format catalogue 1.2 and 5). Sentences about other gatherings (pre-sessional groups, registration,
consultations) are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.diagnostics import INFERRED_PLACE, INFERRED_TIMEZONE, NO_TIMEZONE
from extractor.grammar.calendar import parse_period
from extractor.grammar.calendar.fold import fold_word
from extractor.grammar.cities import City, find_city
from extractor.grammar.ordinals import find_session
from extractor.grammar.places import countries, find_place
from extractor.grammar.zones import without_cities
from extractor.lexicon import written
from extractor.lexicon.folding import fold
from extractor.lexicon.registry import body_named, body_of
from extractor.records import replace
from extractor.rules import rule
from extractor.structure.masthead.model import Masthead, Section
from extractor.structure.masthead.sessions import without_ways
from extractor.structure.meetings.label import is_reported, own_report, with_label
from extractor.structure.meetings.model import MeetingFacts
from extractor.structure.meetings.opening import with_opening
from extractor.structure.meetings.periods import in_reading_order, with_periods
from extractor.structure.meetings.sentences import Sentence, context_of, header_of, relevant
from extractor.structure.meetings.words import words as meeting_words
from extractor.structure.vocabulary import has_figure

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Format


def read_meetings(masthead: Masthead, texts: Iterable[str] = (), language: str | None = None) -> list[MeetingFacts]:
    """The meetings of the paper, in the order of the masthead; none where the paper has no masthead.

    Takes the masthead, the blocks of text after it in order, and the ISO 639-1 code of the text.
    """
    if not masthead.found and masthead.body is None and not masthead.subtitle:
        return []
    meetings = [_from_section(section, masthead, language) for section in masthead.sections or (Section(),)]
    # not the organ's name: what the Assembly holds is not what its committee holds
    names = frozenset(re.findall(r"\w+", fold(" ".join(meeting.body or "" for meeting in meetings))))
    sentences = [*header_of(masthead), *reported_in_title(masthead, language), *relevant(texts, names)]
    first = meetings[0]
    if all(meeting.label is None for meeting in meetings):
        first = with_label(first, masthead, sentences, language)
    if all(not meeting.periods for meeting in meetings):
        first = with_periods(first, masthead, sentences, language)
    if all(meeting.place is None for meeting in meetings):
        first = _with_place(first, sentences, language)
    first, *others = (_with_zone(meeting, masthead) for meeting in [first, *meetings[1:]])
    first = with_opening(first, masthead, sentences, language)
    others = [_opened(meeting, first) for meeting in others]
    held = _format(masthead, sentences, placed=any(meeting.place for meeting in [first, *others]))
    return [replace(meeting, format=held) for meeting in [first, *others]]


def reported_in_title(masthead: Masthead, language: str | None) -> Iterator[Sentence]:
    """What the title of a body's report on its own session says behind that: `held in Bonn from 4 to 14 June 2033`."""
    found = find_session(masthead.title, language) if masthead.title else None
    if found is None or masthead.title is None:
        return
    before, rest = masthead.title[: found.start], masthead.title[found.end :].strip(" ,")
    if rest and is_reported.applies(before) and own_report.applies(masthead.body, before):
        yield Sentence(rest, False, True, True)


def _opened(meeting: MeetingFacts, first: MeetingFacts) -> MeetingFacts:
    """The meeting with the opening of the first one where both are held on the same days at the same place."""
    joint = meeting.periods == first.periods and meeting.place == first.place
    return replace(meeting, opens_at=first.opens_at) if joint and meeting.opens_at is None else meeting


def _from_section(section: Section, masthead: Masthead, language: str | None) -> MeetingFacts:
    """The meeting of a section of the masthead, with the periods and the first place of its lines."""
    body = section.bodies[-1] if section.bodies else masthead.body
    meeting = MeetingFacts(body, section.session, section.number)
    for printed in section.lines:
        line = (in_reading_order.applies(printed) if language in written("attached") else None) or printed
        context = context_of(meeting, masthead, language)
        periods = tuple(period for period in parse_period(line, context) if period.first is not None)
        meeting = replace(meeting, periods=meeting.periods + periods)
        if meeting.place is None:
            meeting = _placed(meeting, line, language)
        city = printed_city.applies(line, language) if _is_country(meeting.place) else None
        if city is not None and city.country == (meeting.country or city.country):
            meeting = replace(meeting, place=city.name, country=city.country, timezone=city.timezone)
    return meeting


def _is_country(place: str | None) -> bool:
    """Whether no city has been found: none at all, or only the country behind one (`Nadi, Fiji`)."""
    return place is None or fold_word(place) in countries()


@rule(
    "meetings.printed_city",
    source="sessions away from the seats: `Cebu, Philippines, 8–11 March 2033`",
    otherwise=None,
)
def printed_city(line: str, language: str | None) -> City | None:
    """A city that no list holds is known by the country or the days behind its comma."""
    return find_city(line, language) or find_city(without_ways.applies(line) or "", language)


def _placed(meeting: MeetingFacts, text: str, language: str | None) -> MeetingFacts:
    """The meeting at the place that a text names, if it names one."""
    span = find_place(without_cities(text), language)
    return meeting if span is None else replace(meeting, place=span.name, country=span.country, timezone=span.timezone)


def _with_place(meeting: MeetingFacts, sentences: Sequence[Sentence], language: str | None) -> MeetingFacts:
    """The meeting at the place of the first sentence with a date that names one."""
    for sentence in sentences:
        if not (sentence.header or has_figure(sentence.text)):
            continue
        placed = _placed(meeting, sentence.text, language)
        if placed.place is not None:
            return placed if sentence.header else placed.noting(INFERRED_PLACE.note(path="place"))
    return meeting


def _with_zone(meeting: MeetingFacts, masthead: Masthead) -> MeetingFacts:
    """The meeting in the time zone of its place; of the seat of its body where no place is printed."""
    if meeting.place is not None and meeting.timezone is None:
        return meeting.noting(NO_TIMEZONE.note(path="timezone", place=meeting.place))
    names = [name for name in (meeting.body, *reversed(masthead.bodies)) if name]
    zone = zone_of_seat.applies(masthead.symbol, names) if meeting.timezone is None and masthead.symbol else None
    return meeting if zone is None else replace(meeting, timezone=zone).noting(INFERRED_TIMEZONE.note(path="timezone"))


@rule("meetings.zone_of_seat", source="UN facts: a body meets at its seat if no place is printed", otherwise=None)
def zone_of_seat(symbol: str, names: Sequence[str]) -> str | None:
    """The time zone of a meeting without a place is that of the seat of its body, which masthead or symbol names."""
    row = next((body for name in names if (body := body_named(name))), None) or body_of(symbol)
    return row.timezone or None if row is not None else None


def _format(masthead: Masthead, sentences: Sequence[Sentence], *, placed: bool) -> Format | None:
    """How the meeting is held, where a line of the masthead or a sentence on the session says so."""
    for text in [*masthead.place_lines, *(sentence.text for sentence in sentences)]:
        folded = fold(text)
        for name, pattern in meeting_words().formats:
            if found := pattern.search(folded):
                return "online" if name == "hybrid" and is_online_alone.applies(found[0], placed) else name
    return None


@rule("meetings.online_alone", source="working groups without a box: `Twelfth meeting, 3 November 2035, online`")
def is_online_alone(said: str, placed: bool) -> bool:
    """Behind a comma `online` adds a way to take part to a place; without a place it is where the meeting is held."""
    return said.startswith(",") and not placed
