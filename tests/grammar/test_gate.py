"""The gate before a pattern: it never keeps the pattern from a text in which it is found."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from extractor.grammar.calendar.clock_words import patterns
from extractor.grammar.citations.find import _nouns
from extractor.grammar.ordinals import _arabic, _chinese, _pattern
from extractor.lexicon.folding import fold
from extractor.lexicon.gate import Phrases
from extractor.structure.masthead.words import words
from extractor.structure.meetings.words import words as meeting_words
from extractor.structure.vocabulary import _anywhere

USED = {
    "before it": _anywhere("sentences", "before_it"),
    "kinds": _anywhere("kinds", "annotations"),
    "title": words().title,
    "opens": meeting_words().opens,
    "held": meeting_words().held,
    "parts": meeting_words().parts,
    "nouns": _nouns(),
    "halves": patterns().halves,
    "sessions": _pattern("fr"),
    "Chinese sessions": _chinese(),
    "Arabic sessions": _arabic(),
}


@pytest.mark.parametrize("name", USED)
@settings(max_examples=60, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_found_has_passed_the_gate(name: str, data: st.DataObject) -> None:
    phrases = USED[name]
    text = data.draw(st.from_regex(phrases.pattern))
    if phrases.pattern.flags & re.IGNORECASE:
        text = fold(text)
    found = phrases.pattern.search(text)
    assume(found)
    assert phrases.open(text)
    assert [match.span() for match in phrases.finditer(text)] == [m.span() for m in phrases.pattern.finditer(text)]


@pytest.mark.parametrize("name", USED)
def test_the_gate_closes(name: str) -> None:
    phrases = USED[name]
    assert phrases.strings
    assert not phrases.open("xyzzy")
    assert phrases.search("xyzzy") is None
    assert list(phrases.finditer("xyzzy")) == []


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"\bto (?:open|begin)\b", {"open", "begin"}),
        (r"(?:very )?late", {"late"}),
        (r"sess(?:ion)+s?", {"sess"}),
        (r"[ab]\d|agenda", set()),
        (r"(?:a|b)?", set()),
        (r"(?i:Agenda)", set()),
        (r"agenda|agendas|the agenda", {"agenda"}),
        (r"ab(?=cd)cde", {"cde"}),
        (r"(?>abc)|(?:xyz){2,}+", {"abc", "xyz"}),
    ],
)
def test_the_strings_of_which_each_match_holds_one(pattern: str, strings: set[str]) -> None:
    phrases = Phrases(re.compile(pattern))
    assert set(phrases.strings) == strings
    assert phrases.open("no such thing") == (not strings)
