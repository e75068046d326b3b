"""The session that a meeting is, where the masthead has no line for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.diagnostics import INFERRED_SESSION
from extractor.grammar.ordinals import SessionSpan, find_session
from extractor.lexicon.folding import fold
from extractor.records import Struct, replace
from extractor.rules import first, rule
from extractor.structure.masthead.model import Masthead
from extractor.structure.masthead.words import words
from extractor.structure.meetings.model import MeetingFacts
from extractor.structure.meetings.sentences import Sentence
from extractor.structure.meetings.settings import SETTINGS
from extractor.structure.meetings.words import words as meeting_words


def with_label(
    meeting: MeetingFacts, masthead: Masthead, sentences: Sequence[Sentence], language: str | None
) -> MeetingFacts:
    """The meeting with the session from the title, else from the sentence that opens it."""
    if masthead.title:
        found = find_session(masthead.title, language)
        reported = found is not None and is_reported.applies(masthead.title[: found.start])
        if found is not None and (not reported or own_report.applies(meeting.body, masthead.title[: found.start])):
            named = replace(meeting, label=found.label, number=found.number)
            return named.noting(INFERRED_SESSION.note(path="session", where="the title"))
    for sentence in sentences:
        found = find_session(sentence.text, language)
        if found is None or first(OTHER, Named(meeting.body, sentence.text, found)) is not None:
            continue
        named = replace(meeting, label=found.label, number=found.number)
        return named.noting(INFERRED_SESSION.note(path="session", where="the sentence that says when it is held"))
    return meeting


@rule("meetings.reported_session", source="catalogue 1.3: `Report of the ... on its eleventh session`")
def is_reported(before: str) -> bool:
    """`its` session in a title is that of the body that reports, not of the body that meets."""
    return words().possessive.search(fold(before)) is not None


@rule(
    "meetings.own_report",
    source="conventions: `Report of the Subsidiary Body on its eighth session, held in Bonn from …`",
)
def own_report(body: str | None, before: str) -> bool:
    """A body that reports on its session in a paper of its own is the body that met."""
    return bool(body) and fold(body or "") in fold(before)


class Named(Struct, frozen=True):
    """A session in a sentence, and the body that meets."""

    body: str | None
    text: str
    found: SessionSpan


@rule("meetings.late_session", source="measured: the session that opens is named first in its sentence")
def is_late(named: Named) -> bool:
    """A session far into the sentence is another one that it speaks of."""
    return named.found.start > SETTINGS.early


@rule("meetings.sitting", source="catalogue 5: `The first plenary meeting will be held ...`")
def is_sitting(named: Named) -> bool:
    """A plenary or opening meeting is a sitting of the session, not the session."""
    return meeting_words().sitting.search(fold(named.found.label)) is not None


@rule("meetings.session_of_another", source="catalogue 5: `the ninth session of the Commission` in a report")
def is_of_another(named: Named) -> bool:
    """A session `of` a body is another's where that body is not the one that meets."""
    rest = named.text[named.found.end :]
    linked = named.body and words().session_links.match(rest)
    return bool(linked) and not _same_body(named.body or "", rest)


#: A session of these is not the one of the paper.
OTHER = (is_late, is_sitting, is_of_another)


def _same_body(body: str, rest: str) -> bool:
    """Whether the words after `ninth session of ...` name the body, or its last words."""
    reach = re.findall(r"\w+", fold(rest)[: SETTINGS.body_reach])
    head = [word for word in reach if len(word) > SETTINGS.short_word][:1]
    return bool(head) and head[0] in re.findall(r"\w+", fold(body))
