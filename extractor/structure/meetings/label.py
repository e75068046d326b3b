"""The session that a meeting is, where the masthead has no line for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.diagnostics import INFERRED_SESSION
from extractor.grammar.ordinals import find_session
from extractor.structure.masthead.model import Masthead
from extractor.structure.masthead.words import fold, words
from extractor.structure.meetings.model import MeetingFacts
from extractor.structure.meetings.sentences import Sentence
from extractor.structure.meetings.settings import SETTINGS


def with_label(
    meeting: MeetingFacts, masthead: Masthead, sentences: Sequence[Sentence], language: str | None
) -> MeetingFacts:
    """The meeting with the session from the title, else from the sentence that opens it."""
    if masthead.title:
        found = find_session(masthead.title, language)
        # `Report of the Forum on its eleventh session` is put before another body
        if found is not None and not fold(masthead.title[: found.start]).endswith(" its"):
            named = replace(meeting, label=found.label, number=found.number)
            return named.noting(INFERRED_SESSION.note(where="the title"))
    for sentence in sentences:
        found = find_session(sentence.text, language)
        if found is None or found.start > SETTINGS.early or words().sitting.search(fold(found.label)):
            continue
        rest = sentence.text[found.end :]
        if words().session_links.match(rest) and meeting.body and not _same_body(meeting.body, rest):
            continue
        named = replace(meeting, label=found.label, number=found.number)
        return named.noting(INFERRED_SESSION.note(where="the sentence that says when it is held"))
    return meeting


def _same_body(body: str, rest: str) -> bool:
    """Whether the words after `ninth session of ...` name the body, or its last words."""
    reach = re.findall(r"\w+", fold(rest)[: SETTINGS.body_reach])
    head = [word for word in reach if len(word) > SETTINGS.short_word][:1]
    return bool(head) and head[0] in re.findall(r"\w+", fold(body))
