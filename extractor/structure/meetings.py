"""The meetings that a paper is for: body, session, place, periods and the hour of opening.

The masthead's own lines come first, then the lines under the title (`To convene at ...`), then sentences of the
introduction and the first annotations that say when the session opens or is held, at last the timetable's entry for
the opening (format catalogue 1.2 and 5). Sentences about other gatherings (pre-sessional groups, registration,
consultations) are passed over.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol
from zoneinfo import ZoneInfo

from extractor.grammar.calendar import CalendarContext, DateSpan, Period, TimeSpan, find_dates, find_times, parse_period
from extractor.grammar.ordinals import find_session
from extractor.grammar.places import find_place
from extractor.lexicon.registry import body_of
from extractor.structure.masthead import Masthead, Section
from extractor.structure.masthead_words import fold, words
from extractor.structure.words import has_figure

#: Blocks of text looked at: the opening is spoken of in the introduction or under the first item.
BLOCKS = 60
#: The opening may be some days off the printed period where the two disagree, not more.
STRAY = dt.timedelta(days=4)
#: A session is named in the first letters of the sentence that opens it.
EARLY = 60
#: A session without a printed end is over after this time.
LONGEST = dt.timedelta(days=400)

_SENTENCES = re.compile(r"(?<=[.;!?])\s+(?=[A-ZÀ-ÞА-ЯЁ\d\u0620-\u064a“\"])|(?<=[。；])|(?<=[؛؟])\s+")
_FALLING = re.compile(r"(?<![\d/.-])(\d{1,2})(\s?[-–]\s?)(\d{1,2})(?![\d/.-])")
_ABBREVIATED = re.compile(
    r"(?:\b[ap]\.\s?m|\b[A-Z]|\b(?:No|Nos|Mr|Ms|Mrs|Dr|St|art|para|paras|vol|г|гг|ч|м|Sr|Sra|pág))\.$"
)


class Entry(Protocol):
    """A timetable entry."""

    @property
    def date(self) -> dt.date | None: ...
    @property
    def start(self) -> dt.time | None: ...
    @property
    def title(self) -> str | None: ...


@dataclass(slots=True)
class MeetingFacts:
    """One body and session. ``inferred`` holds pairs of a field and where it was taken from when not from the masthead;
    ``conflicts`` are sentences on dates of the paper that contradict one another."""

    body: str | None = None
    label: str | None = None
    number: int | None = None
    place: str | None = None
    country: str | None = None
    timezone: str | None = None
    periods: list[Period] = field(default_factory=list)
    opens_at: dt.datetime | None = None
    format: str | None = None
    inferred: list[tuple[str, str]] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


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
    sentences = [*_header(masthead), *_relevant(texts, names)]
    if all(meeting.label is None for meeting in meetings):
        _find_label(first, masthead, sentences, language)
    if all(not meeting.periods for meeting in meetings):
        _find_periods(first, masthead, sentences, language)
    if all(meeting.place is None for meeting in meetings):
        _find_place(first, sentences, language)
    for meeting in meetings:
        _zone(meeting, masthead)
    _find_opening(first, masthead, sentences, schedule, language)
    for meeting in meetings:
        meeting.format = _format(masthead, sentences)
    return meetings


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    opens: bool
    held: bool
    header: bool


def _from_section(section: Section, masthead: Masthead, language: str | None) -> MeetingFacts:
    meeting = MeetingFacts(section.bodies[-1] if section.bodies else masthead.body, section.session, section.number)
    for line in map(_unmirrored, section.lines) if language == "ar" else section.lines:
        context = _context(meeting, masthead, language)
        meeting.periods += [period for period in parse_period(line, context) if period.first is not None]
        _take_place(meeting, line, language)
    return meeting


def _unmirrored(text: str) -> str:
    """A line of an Arabic paper with its ranges of days in reading order: a range is set from right to left, `5-1` is
    1 to 5.
    """
    return _FALLING.sub(
        lambda found: f"{found[3]}{found[2]}{found[1]}" if int(found[1]) > int(found[3]) else found[0], text
    )


def _take_place(meeting: MeetingFacts, text: str, language: str | None) -> bool:
    if meeting.place is None:
        span = find_place(text, language)
        if span is not None:
            meeting.place, meeting.country, meeting.timezone = span.name, span.country, span.timezone
            return True
    return False


def _context(meeting: MeetingFacts, masthead: Masthead, language: str | None) -> CalendarContext:
    known = [period.first for period in meeting.periods if period.first is not None]
    year = known[0].year if known else None
    return CalendarContext(
        year=year, periods=tuple(meeting.periods), reference=masthead.date, language=language, place=meeting.place
    )


def _header(masthead: Masthead) -> Iterator[_Sentence]:
    for text in masthead.subtitle:
        folded = fold(text)
        yield _Sentence(text, words().opens.search(folded) is not None, words().held.search(folded) is not None, True)


def _relevant(texts: Iterable[str], names: frozenset[str]) -> Iterator[_Sentence]:
    """The sentences that say when a session opens or is held, but for those on other gatherings.

    `names` are the words of the names of the bodies that meet.
    """
    known = words()
    for text in islice(texts, BLOCKS):
        whole = fold(text)
        if not (known.opens.open(whole) or known.held.open(whole)):
            continue
        for sentence in _sentences(text):
            folded = fold(sentence)
            opens, held = known.opens.search(folded), known.held.search(folded)
            verb = opens or held
            if verb is None or known.subjects.search(folded) is None:
                continue
            if known.others.search(folded, 0, verb.end()) or _of_another(folded[: verb.start()], names):
                continue
            yield _Sentence(sentence, opens is not None, held is not None, False)


def _of_another(subject: str, names: frozenset[str]) -> bool:
    """Whether what is held or opened is another body's: `the Conference on ... is to be held` in a council's paper."""
    known = words()
    adverbial = known.before.match(subject)
    clause = subject[adverbial.end() :] if adverbial else subject
    holders = known.holders.intersection(re.findall(r"\w+", clause))
    return bool(holders) and not holders & names and known.gatherings.search(clause) is None


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for stop in _SENTENCES.finditer(text):
        head = text[start : stop.start()]
        if _ABBREVIATED.search(head[-8:]) and not (
            head.endswith(".m.") and text[stop.end() : stop.end() + 1].isalpha()
        ):
            continue
        yield head
        start = stop.end()
    yield text[start:]


def _find_label(
    meeting: MeetingFacts, masthead: Masthead, sentences: Sequence[_Sentence], language: str | None
) -> None:
    """The session from the title, else from the sentence that opens it."""
    if masthead.title:
        found = find_session(masthead.title, language)
        # `Report of the Forum on its eleventh session` is put before another body
        if found is not None and not fold(masthead.title[: found.start]).endswith(" its"):
            meeting.label, meeting.number = found.label, found.number
            meeting.inferred.append(("session", "taken from the title"))
            return
    for sentence in sentences:
        found = find_session(sentence.text, language)
        if found is None or found.start > EARLY or words().sitting.search(fold(found.label)):
            continue
        rest = sentence.text[found.end :]
        if words().session_links.match(rest) and meeting.body and not _same_body(meeting.body, rest):
            continue
        meeting.label, meeting.number = found.label, found.number
        meeting.inferred.append(("session", "taken from the sentence that says when it is held"))
        return


def _same_body(body: str, rest: str) -> bool:
    """Whether the words after `ninth session of ...` name the body, or its last words."""
    head = [word for word in re.findall(r"\w+", fold(rest)[:120]) if len(word) > 3][:3]
    name = set(re.findall(r"\w+", fold(body)))
    return bool(head) and head[0] in name


def _find_periods(
    meeting: MeetingFacts, masthead: Masthead, sentences: Sequence[_Sentence], language: str | None
) -> None:
    context = _context(meeting, masthead, language)
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
            ("periods", "taken from the line under the title" if sentence.header else "taken from the text")
        )
        return


def _near_issue(day: dt.date, issued: dt.date) -> bool:
    return -dt.timedelta(days=60) <= day - issued <= LONGEST


def _find_place(meeting: MeetingFacts, sentences: Sequence[_Sentence], language: str | None) -> None:
    for sentence in sentences:
        dated = sentence.header or has_figure(sentence.text)
        if dated and _take_place(meeting, sentence.text, language):
            if not sentence.header:
                meeting.inferred.append(("place", "taken from the sentence that says when it is held"))
            return


def _zone(meeting: MeetingFacts, masthead: Masthead) -> None:
    """The time zone of the place, else of the seat of the body that the symbol names."""
    if meeting.timezone is None and masthead.symbol:
        row = body_of(masthead.symbol)
        if row is not None and row.timezone:
            meeting.timezone = row.timezone
            meeting.inferred.append(("timezone", "the seat of the body, no place being printed"))


def _find_opening(
    meeting: MeetingFacts,
    masthead: Masthead,
    sentences: Sequence[_Sentence],
    schedule: Iterable[Entry],
    language: str | None,
) -> None:
    context = _context(meeting, masthead, language)
    for sentence in sentences:
        if not (sentence.opens or sentence.header):
            continue
        moment = _moment(sentence.text, context, meeting)
        if moment is not None:
            meeting.opens_at = _aware(moment, meeting.timezone)
            return
    take_opening(meeting, schedule)


def take_opening(meeting: MeetingFacts, schedule: Iterable[Entry]) -> None:
    """Take the hour of opening from the timetable's entry for it, where no line or sentence has given it."""
    if meeting.opens_at is not None:
        return
    dated = [entry for entry in schedule if entry.date is not None]
    earliest = min((entry.date for entry in dated if entry.date is not None), default=None)
    for entry in dated:
        if entry.date != earliest or entry.start is None or not entry.title:
            continue
        if words().opening_entry.match(fold(entry.title).strip(" .:;")) and entry.date is not None:
            meeting.opens_at = _aware(dt.datetime.combine(entry.date, entry.start), meeting.timezone)
            meeting.inferred.append(("opens_at", "taken from the timetable's entry for the opening"))
            return


def _moment(text: str, context: CalendarContext, meeting: MeetingFacts) -> dt.datetime | None:
    """Day and hour of a sentence: the first day that fits the meeting, and the time that stands nearest to it."""
    dates = find_dates(text, context)
    bare = text
    for span in dates:  # the year before `à 10 heures` is no time
        bare = bare[: span.start] + "·" * (span.end - span.start) + bare[span.end :]
    times = [span for span in find_times(bare, context) if span.sittings]
    if not times:
        times = [span for span in find_times(text, context) if span.sittings]
    if not times:
        return None
    for span in dates:
        if span.first is None:
            continue
        day = _fit(span, meeting)
        if day is None:
            if meeting.periods and span.first is not None:
                meeting.conflicts.append(f"{span.text} lies outside the period of the meeting")
            continue
        firsts = [period.first for period in meeting.periods if period.first is not None]
        if firsts and day != min(firsts) and words().parts.search(fold(text)):
            continue  # a later segment of the session
        time = min(times, key=lambda found: _distance(found, span))
        return dt.datetime.combine(day, time.sittings[0][0])
    return None


def _fit(span: DateSpan, meeting: MeetingFacts) -> dt.date | None:
    day = span.first
    firsts = [period.first for period in meeting.periods if period.first is not None]
    if day is None or not firsts:
        return day
    lasts = [period.last or period.first for period in meeting.periods]
    last = max(end for end in lasts if end is not None)
    if any(period.last is None for period in meeting.periods):
        last += LONGEST
    return day if min(firsts) - STRAY <= day <= last else None


def _distance(time: TimeSpan, date: DateSpan) -> int:
    return max(time.start - date.end, date.start - time.end, 0)


def _aware(moment: dt.datetime, zone: str | None) -> dt.datetime:
    if zone is None:
        return moment
    try:
        return moment.replace(tzinfo=ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return moment


def _format(masthead: Masthead, sentences: Sequence[_Sentence]) -> str | None:
    """How the meeting is held, where a line of the masthead or a sentence on the session says so."""
    for text in [*masthead.place_lines, *(sentence.text for sentence in sentences)]:
        folded = fold(text)
        for name, pattern in words().formats:
            if pattern.search(folded):
                return name
    return None
