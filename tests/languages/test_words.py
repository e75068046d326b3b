"""The words of a concept, by language: what is found, and what a missing list says."""

import pytest

from extractor.lexicon import LANGUAGES, OFFICIAL, LexiconError, load
from extractor.lexicon import words as module
from extractor.lexicon.words import choice, connectives, words

CONNECTIVES = ("and", "or", "to", "of", "the", "under", "from")


@pytest.fixture
def table(monkeypatch):
    """A made-up file: `heads` lacks all but English and French, with a reason for Spanish and Russian."""
    tables = {
        "heads": {"en": ["top", "head"], "fr": ["haut", "head"], "all": ["#"]},
        "plain": ["x"],
        "lacks": {"es": {"heads": "never printed"}, "ru": {"heads": "never printed"}},
    }
    monkeypatch.setattr(module, "read_tables", lambda name: tables)
    module.words.cache_clear()
    yield tables
    module.words.cache_clear()


def test_the_words_of_one_language_and_those_of_none(table):
    assert words("made_up", "heads", "fr") == ("haut", "head", "#")
    assert words("made_up", "heads", "es") == ("#",)


def test_all_languages_in_their_order_each_word_once(table):
    table["lacks"] |= {"zh": {"heads": "never printed"}, "ar": {"heads": "never printed"}}
    assert words("made_up", "heads") == ("top", "head", "haut", "#")


def test_a_missing_list_names_file_language_and_list(table):
    with pytest.raises(LexiconError, match=r"parts/made_up\.toml has no list 'heads' for language 'zh'"):
        words("made_up", "heads")


def test_an_unknown_concept_is_named(table):
    with pytest.raises(LexiconError, match=r"parts/made_up\.toml has no list 'tails'"):
        words("made_up", "tails")


def test_the_official_languages_come_first():
    assert LANGUAGES[: len(OFFICIAL)] == OFFICIAL


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_connectives(language):
    assert set(CONNECTIVES) <= set(load(language).table("connectives"))
    assert connectives("and", language=language)


def test_connectives_of_all_languages():
    assert {"and", "et", "y", "и", "和", "و"} <= set(connectives("and"))
    with pytest.raises(LexiconError, match=r"languages/en\.toml has no list 'connectives\.because'"):
        connectives("because")


def test_a_choice_takes_the_longest_word_and_any_space():
    import re

    assert re.fullmatch(choice(["as", "as well as"]), "as  well\nas")
    assert not re.search(choice([]), "")
