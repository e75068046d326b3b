"""Sentences that say when and where a session is held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractor.diagnostics import INFERRED_SESSION
from extractor.grammar.calendar import CalendarContext
from extractor.grammar.ordinals import find_session
from extractor.structure.masthead.read import Masthead
from extractor.structure.masthead.words import fold, words
from extractor.structure.meetings.model import EARLY, MeetingFacts

#: Blocks of text looked at: the opening is spoken of in the introduction or under the first item.
BLOCKS = 60

_SENTENCES = re.compile(r"(?<=[.;!?])\s+(?=[A-ZÀ-ÞА-ЯЁ\d\u0620-\u064a“\"])|(?<=[。；])|(?<=[؛؟])\s+")
FALLING = re.compile(r"(?<![\d/.-])(\d{1,2})(\s?[-–]\s?)(\d{1,2})(?![\d/.-])")
_ABBREVIATED = re.compile(
    r"(?:\b[ap]\.\s?m|\b[A-Z]|\b(?:No|Nos|Mr|Ms|Mrs|Dr|St|art|para|paras|vol|г|гг|ч|м|Sr|Sra|pág))\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    opens: bool
    held: bool
    header: bool


def context_of(meeting: MeetingFacts, masthead: Masthead, language: str | None) -> CalendarContext:
    known = [period.first for period in meeting.periods if period.first is not None]
    year = known[0].year if known else None
    return CalendarContext(
        year=year, periods=tuple(meeting.periods), reference=masthead.date, language=language, place=meeting.place
    )


def header_of(masthead: Masthead) -> Iterator[Sentence]:
    for text in masthead.subtitle:
        folded = fold(text)
        yield Sentence(text, words().opens.search(folded) is not None, words().held.search(folded) is not None, True)


def relevant(texts: Iterable[str], names: frozenset[str]) -> Iterator[Sentence]:
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
            yield Sentence(sentence, opens is not None, held is not None, False)


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


def find_label(meeting: MeetingFacts, masthead: Masthead, sentences: Sequence[Sentence], language: str | None) -> None:
    """The session from the title, else from the sentence that opens it."""
    if masthead.title:
        found = find_session(masthead.title, language)
        # `Report of the Forum on its eleventh session` is put before another body
        if found is not None and not fold(masthead.title[: found.start]).endswith(" its"):
            meeting.label, meeting.number = found.label, found.number
            meeting.inferred.append(INFERRED_SESSION.note(where="the title"))
            return
    for sentence in sentences:
        found = find_session(sentence.text, language)
        if found is None or found.start > EARLY or words().sitting.search(fold(found.label)):
            continue
        rest = sentence.text[found.end :]
        if words().session_links.match(rest) and meeting.body and not _same_body(meeting.body, rest):
            continue
        meeting.label, meeting.number = found.label, found.number
        meeting.inferred.append(INFERRED_SESSION.note(where="the sentence that says when it is held"))
        return


def _same_body(body: str, rest: str) -> bool:
    """Whether the words after `ninth session of ...` name the body, or its last words."""
    head = [word for word in re.findall(r"\w+", fold(rest)[:120]) if len(word) > 3][:3]
    name = set(re.findall(r"\w+", fold(body)))
    return bool(head) and head[0] in name
