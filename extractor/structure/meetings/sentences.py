"""Sentences that say when and where a session is held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from extractor.built import compiled
from extractor.grammar.calendar import CalendarContext
from extractor.lexicon.folding import fold
from extractor.records import Struct
from extractor.rules import rule
from extractor.structure.masthead.model import Masthead
from extractor.structure.masthead.words import words
from extractor.structure.meetings.model import MeetingFacts
from extractor.structure.meetings.settings import SETTINGS
from extractor.structure.meetings.words import words as meeting_words

_SENTENCES = compiled(r"(?<=[.;!?])\s+(?=[A-ZÀ-ÞА-ЯЁ\d\u0620-\u064a“\"])|(?<=[。；])|(?<=[؛؟])\s+")


class Sentence(Struct, frozen=True):
    """A sentence, or a line under the title (`header`), and whether it says that a session `opens` or is `held`."""

    text: str
    opens: bool
    held: bool
    header: bool


def context_of(meeting: MeetingFacts, masthead: Masthead, language: str | None) -> CalendarContext:
    """What is known around a text of the paper: the meeting's days and place, the date of issue."""
    return CalendarContext(
        year=meeting.firsts[0].year if meeting.firsts else None,
        periods=meeting.periods,
        reference=masthead.date,
        language=language,
        place=meeting.place,
    )


def header_of(masthead: Masthead) -> Iterator[Sentence]:
    """The lines under the title."""
    for text in masthead.subtitle:
        folded = fold(text)
        yield Sentence(
            text,
            meeting_words().opens.search(folded) is not None,
            meeting_words().held.search(folded) is not None,
            True,
        )


def relevant(texts: Iterable[str], names: frozenset[str]) -> Iterator[Sentence]:
    """The sentences that say when a session opens or is held, but for those on other gatherings.

    `names` are the words of the names of the bodies that meet.
    """
    known = meeting_words()
    for text in islice(texts, SETTINGS.blocks):
        whole = fold(text)
        if not (known.opens.open(whole) or known.held.open(whole)):
            continue
        for sentence in sentences_of(text):
            folded = fold(sentence)
            opens, held = known.opens.search(folded), known.held.search(folded)
            verb = opens or held
            if verb is None or known.subjects.search(folded) is None:
                continue
            whose = folded[: verb.start()]
            own = in_relative_clause.applies(whose)
            if not own and (other_gathering.applies(folded, verb.end()) or other_body.applies(whose, names)):
                continue
            yield Sentence(sentence, opens is not None, held is not None, False)


@rule("meetings.relative_clause", source="catalogue 5: `the Bureau agreed that the session, which is to begin on ...`")
def in_relative_clause(before: str) -> bool:
    """A verb right behind `the session, which` speaks of the session, whatever else the sentence does."""
    return meeting_words().relative.search(before) is not None


@rule("meetings.other_gathering", source="catalogue 5: registration and consultations have their own hours")
def other_gathering(folded: str, end: int) -> bool:
    """A sentence that speaks of another gathering before its verb is not about the session."""
    return meeting_words().others.search(folded, 0, end) is not None


@rule("meetings.other_body", source="catalogue 5: `the Conference on ..., to be held in ...` in a council's paper")
def other_body(subject: str, names: frozenset[str]) -> bool:
    """A sentence whose subject is another body is not about the session."""
    known = meeting_words()
    adverbial = known.before.match(subject)
    clause = subject[adverbial.end() :] if adverbial else subject
    holders = known.holders.intersection(re.findall(r"\w+", clause))
    return bool(holders) and not holders & names and known.gatherings.search(clause) is None


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text."""
    start = 0
    for stop in _SENTENCES.finditer(text):
        head = text[start : stop.start()]
        if words().abbreviated.search(head[-SETTINGS.abbreviation :]) and not (
            head.endswith(".m.") and text[stop.end() : stop.end() + 1].isalpha()
        ):
            continue
        yield head
        start = stop.end()
    yield text[start:]
