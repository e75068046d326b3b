"""Which hyphens at the ends of lines only broke a word."""

from __future__ import annotations

import pytest

from extractor.layout.hyphens import Vocabulary, breaks_word, softened
from extractor.layout.spelling import uses
from extractor.layout.text import join_lines
from tests.layout.pages import lines


def paper(*texts: str) -> Vocabulary:
    """The words of a paper of these lines."""
    return Vocabulary(lines(*[(100.0 + 12 * at, text) for at, text in enumerate(texts)]))


ENGLISH = paper("the cooperation of the Board in the twenty-third year of the decision on resolution 4")
FRENCH = paper("le rapport de la Commission et les travaux des groupes dans le cadre du programme sur une question")
SPANISH = paper("el informe de los grupos y las cuestiones del programa para una sesión con los países por lo general")


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [
        ("international coop-", "eration", True),  # the paper prints "cooperation" elsewhere
        ("the twenty-", "third", False),  # and "twenty-third"
        ("and sub-", "items", False),
        ("Vienna-", "Based", False),
        ("of its resolu-", "tions 1996/31", True),  # "resolution" begins like it
        ("with the informa-", "tion that it has", True),
        ("a follow-", "up of the", False),
        ("a self-", "contained unit", False),
        ("the harbour-", "related costs", False),
        ("the FOLLOW-", "UP OF THE", False),
        ("THE RESOLU-", "TIONS OF", True),
        ("see https://example.org/resolu-", "tions", False),
        ("the light\u2010", "based signals", False),
        ("its informa\u2010", "tion", True),
    ],
)
def test_english(before: str, after: str, broken: bool) -> None:
    assert breaks_word(before, after, ENGLISH) is broken


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [
        ("à l’ou-", "verture de la session", True),
        ("la présidente elle-", "même", False),
        ("le sous-", "comité", False),
        ("les docu-", "ments", True),
        ("voir ci-", "après", False),
    ],
)
def test_french(before: str, after: str, broken: bool) -> None:
    assert breaks_word(before, after, FRENCH) is broken


@pytest.mark.parametrize(
    ("before", "after"), [("y, pos-", "teriormente"), ("en el docu-", "mento"), ("aproba-", "ción")]
)
def test_spanish(before: str, after: str) -> None:
    assert breaks_word(before, after, SPANISH)


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [
        ("о продолже-", "ние работы", True),
        ("от комис-", "сий", True),
        ("какой-", "либо вопрос", False),
        ("научно-", "технических", False),
        ("вице-", "председателя", False),
    ],
)
def test_russian(before: str, after: str, broken: bool) -> None:
    assert breaks_word(before, after, paper("повестка дня")) is broken


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [
        ("the adminis-", "trations of", True),  # a spelling checker knows the whole word alone
        ("the con-", "stituencies", True),
        ("was post-", "poned to", True),  # `post-` begins compounds, and `poned` is no word
        ("the work-", "shops of", True),  # both parts are words, and the whole is as usual
        ("all catal-", "yses of", True),  # British spelling
        ("of land-", "locked States", False),  # both parts are far more usual than the whole
        ("to re-", "elect the", False),  # two like vowels
        ("for age-", "groups of", False),  # no such word
        ("the quib-", "blegrast", False),
    ],
)
def test_english_words_that_stand_nowhere_else(before: str, after: str, broken: bool) -> None:
    assert breaks_word(before, after, paper("the lamps")) is broken


def test_how_often_words_are_used() -> None:
    assert uses("the") > uses("harbour") == uses("harbor") > uses("landlocked") >= 50
    assert uses("trations") == uses("") == uses('"') == uses("a b") == 0


def test_a_paper_broken_by_machine_loses_unknown_breaks_too() -> None:
    sound = paper("the harbour of", "the islands")
    broken = paper("of informa-", "tion and the consi-", "deration of", "the commit-", "tee of the harbour")
    assert not breaks_word("only in Brund-", "holt", sound)
    assert breaks_word("only in Brund-", "holt", broken)
    assert not breaks_word(
        "on harbour-", "islands", paper("the harbour of the islands", "of informa-", "tion", "sta-", "tion")
    )


def test_the_words_of_a_paper_are_whole() -> None:
    words = Vocabulary(lines((100, "The Co-operation of decision-makers at man-"), (112, "date level, 2nd_time")))
    for held in ("the", "co-operation", "decision-makers", "of", "level"):
        assert held in words, held
    for part in ("co", "operation", "decision", "makers", "man", "date", "mandate", "leve", "", 7):
        assert part not in words, part
    assert "nd" in words  # digits and lines part words
    assert "time" in words


def test_softened_hyphens_go_when_lines_join() -> None:
    broken = lines((100, "The mandates of man-"), (112, "dates rest on a twenty-"), (124, "third text."))
    assert join_lines(softened(broken, paper("mandates")))[0] == "The mandates of mandates rest on a twenty-third text."
