"""Names of sessions in six languages, cities with their zones, and the facts of the lexicon behind them."""

from __future__ import annotations

import json
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from extractor.grammar.ordinals import find_session, ordinal_value
from extractor.grammar.places import find_place, zone_of
from extractor.lexicon import LANGUAGES, LexiconError, load, read_rows
from tests.each import each
from tests.grammar.table import rows

PACKAGE = Path(__file__).parents[2] / "extractor"
GOLD = Path(__file__).parents[3] / "shared" / "gold"


@each(rows("sessions.tsv"))
def test_sessions(text: str, label: str, number: str) -> None:
    span = find_session(text)
    if label == "-":
        assert span is None
        return
    assert span is not None
    assert (span.label, str(span.number or "-")) == (label, number)
    assert text[span.start : span.end] == span.text


def test_no_session_in_nothing() -> None:
    assert find_session("") is None


def test_ordinals() -> None:
    assert ordinal_value("ninety-ninth") == 99
    assert ordinal_value("cent vingt-septième", "fr") == 127
    assert ordinal_value("сто двадцать пятая", "ru") == 125
    assert ordinal_value("twenty") is None


@pytest.mark.skipif(not GOLD.is_dir(), reason="the shared gold labels are not beside the project")
def test_sessions_of_the_gold_labels() -> None:
    for path in sorted(GOLD.glob("*.json")):
        for meeting in json.loads(path.read_text(encoding="utf-8")).get("meetings") or []:
            session = meeting.get("session") or {}
            if session.get("label"):
                span = find_session(session["label"])
                assert span is not None, path.name
                assert (span.label, span.number) == (session["label"], session["number"]), path.name


@each(rows("places.tsv"))
def test_places(text: str, name: str, country: str, zone: str) -> None:
    span = find_place(text)
    if name == "-":
        assert span is None
        return
    assert span is not None
    assert (span.name, span.country, span.timezone) == (name, country, zone)
    assert text[span.start : span.end].startswith(span.name)


def test_the_gazetteer() -> None:
    cities = read_rows("places/places.tsv")
    codes = {row["alpha2"] for row in read_rows("places/countries.tsv")}
    assert len(cities) > 150
    assert len({(row["name"], row["country"]) for row in cities}) == len(cities)
    zones = available_timezones()
    for row in cities:
        assert row["timezone"] in zones, row["name"]
        assert row["country"] in codes, row["name"]
    assert zone_of("日内瓦") == "Europe/Zurich"
    assert zone_of("Nowhere") is None


def test_countries() -> None:
    states = read_rows("places/countries.tsv")
    assert len({row["alpha3"] for row in states}) == len(states)
    assert all(len(row["alpha2"]) == 2 and len(row["alpha3"]) == 3 and row["name"] for row in states)


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("XXXIV session", "en", 34),
        ("XXXIVe session", "fr", 34),
        ("XXI Reunión", "es", 21),
        ("XXXIV período de sesiones", "es", 34),
        ("Trigésimo cuarto período extraordinario de sesiones", "es", 34),
        ("34º período ordinario de sesiones", "es", 34),
        ("XXXIV сессия", "ru", 34),
    ],
)
def test_roman_numbers_of_sessions_and_adjectives_within_their_name(text: str, language: str, number: int) -> None:
    found = find_session(text, language)
    assert found is not None
    assert (found.text, found.number) == (text, number)


@pytest.mark.parametrize("text", ["civil session", "Mill session", "Item IIX session"])
def test_words_that_are_no_roman_number_count_no_session(text: str) -> None:
    found = find_session(text, "en")
    assert found is None or found.number is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_words(language: str) -> None:
    lexicon = load(language)
    assert set(lexicon.months.values()) == set(range(1, 13))
    assert set(lexicon.weekdays.values()) == set(range(1, 8))
    days = ("dates.and", "dates.to", "dates.opening", "half_days.am", "half_days.pm")
    for name in (*days, "times.hours", "sessions.nouns"):
        assert lexicon.words(name), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_a_language_is_read_by_the_code(language: str) -> None:
    """A list that nothing reads is a second home for a fact, and goes stale."""
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))
    for table, lists in load(language).tables.items():
        if isinstance(lists, dict) and table not in ("months", "weekdays"):
            for name in lists:
                read = (f"{table}.{name}", f"{table}.{{", f'"{table}"')
                assert any(text in code for text in read), f"{language}.toml: {table}.{name}"


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(LexiconError):
        load("de")
