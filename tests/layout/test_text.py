"""How printed lines join to running text."""

from __future__ import annotations

import pytest

from extractor.layout.text import BY_MACHINE, Vocabulary, breaks_word, glue, join_lines, softened
from tests.layout.pages import lines


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the twenty-", "third session", "the twenty-third session"),
        ("under item 4 and sub-", "items (a) to (c)", "under item 4 and sub-items (a) to (c)"),
        ("see CTOC/COP/WG.", "9/2031/3", "see CTOC/COP/WG.9/2031/3"),
        ("contained in A/CONF.999/", "2031/2", "contained in A/CONF.999/2031/2"),
        ("as amended. The", "Board", "as amended. The Board"),
        ("in 2031.", "10 papers were issued", "in 2031. 10 papers were issued"),
        ("see https://example.org/path/", "to/page.html", "see https://example.org/path/to/page.html"),
        ("14–", "18 July", "14–18 July"),
        ("联合国会", "议开幕", "联合国会议开幕"),
    ],
)
def test_lines_join(before, after, joined):
    kept, between = glue(before, after)
    assert kept + between + after == joined


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [
        ("international coop-", "eration", True),  # the paper prints "cooperation" elsewhere
        ("the twenty-", "third", False),  # and "twenty-third"
        ("and sub-", "items", False),
        ("Vienna-", "Based", False),
    ],
)
def test_which_hyphens_only_broke_a_word(before, after, broken):
    assert breaks_word(before, after, frozenset({"cooperation", "twenty-third"})) is broken


def test_a_paper_broken_by_machine_loses_unknown_breaks_too():
    words = frozenset({BY_MACHINE, "decision", "making"})
    assert breaks_word("only in pass-", "ing", words)
    assert not breaks_word("on decision-", "making", words)


def test_the_words_of_a_paper_are_whole():
    words = Vocabulary(lines((100, "The Co-operation of decision-makers at man-"), (112, "date level, 2nd_time")))
    for held in ("the", "co-operation", "decision-makers", "of", "level"):
        assert held in words, held
    for part in ("co", "operation", "decision", "makers", "man", "date", "mandate", "leve", "", BY_MACHINE, 7):
        assert part not in words, part
    assert "nd" in words  # digits and lines part words
    assert "time" in words


def test_breaks_of_words_that_stand_whole_elsewhere_are_a_machines():
    whole = [(100.0 + 12 * at, word) for at, word in enumerate(["committee", "agenda", "session"])]
    texts = ["the commit-", "tee and age-", "nda of the ses-", "sion"]
    cut = [(200.0 + 12 * at, text) for at, text in enumerate(texts)]
    assert BY_MACHINE in Vocabulary(lines(*whole, *cut))
    assert BY_MACHINE not in Vocabulary(lines(*whole, *cut[:2]))


def test_softened_hyphens_go_when_lines_join():
    broken = lines((100, "The man-"), (112, "date rests on a twenty-"), (124, "third text."))
    assert join_lines(softened(broken, frozenset({"mandate"})))[0] == "The mandate rests on a twenty-third text."


def test_marks_keep_their_place_over_lines():
    first, second = lines((100, "The session will open at 10 a.m."), (112, "in Vienna*"))
    text, marks = join_lines([first, second])
    assert text == "The session will open at 10 a.m. in Vienna"
    assert [(mark.sign, text[: mark.offset][-6:]) for mark in marks] == [("*", "Vienna")]
