"""Names of sessions in six languages, cities with their zones, and the facts of the lexicon behind them."""

from __future__ import annotations

import json
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from extractor.grammar.ordinals import find_session, ordinal_value
from extractor.grammar.places import country_of, find_place, zone_of
from extractor.lexicon import LANGUAGES, LexiconError, load, read_rows

PACKAGE = Path(__file__).parents[2] / "extractor"
GOLD = Path(__file__).parents[3] / "shared" / "gold"


@pytest.mark.parametrize(
    ("text", "label", "number"),
    [
        ("Seventh session", "Seventh session", 7),
        ("112th session", "112th session", 112),
        ("Hundred and Thirty-first Session", "Hundred and Thirty-first Session", 131),
        ("One hundred and tenth session", "One hundred and tenth session", 110),
        ("Substantive session of 1999", "Substantive session of 1999", None),
        ("Second regular session 2006", "Second regular session 2006", 2),
        ("Annual session 2012", "Annual session 2012", None),
        ("2024 annual session", "2024 annual session", None),
        ("2024 session", "2024 session", None),
        ("2024 resumed session", "2024 resumed session", None),
        ("Twelfth (pre-sessional) executive session", "Twelfth (pre-sessional) executive session", 12),
        ("Twenty-fourth special session", "Twenty-fourth special session", 24),
        ("Reconvened sixty-first session", "Reconvened sixty-first session", 61),
        ("22nd Meeting of the Parties", "22nd Meeting", 22),
        ("9876th (closed) meeting", "9876th (closed) meeting", 9876),
        ("for its eleventh meeting, the Working Group", "eleventh meeting", 11),
        ("10 9 th session", "109th session", 109),
        ("Thirty-f ourth session", "Thirty-fourth session", 34),
        ("Fift y- third session", "Fifty-third session", 53),
        ("Seventy- seven session", "Seventy- seven session", 77),
        ("Organizational session, 2 April", "Organizational session", None),
        ("Quarante-huitième session", "Quarante-huitième session", 48),
        ("Quatre-vingt-dix-neuvième session", "Quatre-vingt-dix-neuvième session", 99),
        ("Soixante et onzième session", "Soixante et onzième session", 71),
        ("126 e session", "126e session", 126),
        ("Seizième réunion", "Seizième réunion", 16),
        ("Séptimo período de sesiones", "Séptimo período de sesiones", 7),
        ("18º período de sesiones*", "18º período de sesiones", 18),
        ("Septuagésimo quinto período de sesiones", "Septuagésimo quinto período de sesiones", 75),
        ("Тридцать восьмая сессия", "Тридцать восьмая сессия", 38),
        ("Шестое совещание", "Шестое совещание", 6),
        ("45-я сессия", "45-я сессия", 45),
        ("Ежегодная сессия 2024 года", "Ежегодная сессия 2024 года", None),
        ("第七届会议", "第七届会议", 7),
        ("第一二四届会议", "第一二四届会议", 124),
        ("第七十九届会议", "第七十九届会议", 79),
        ("2024年届会", "2024年届会", None),
        ("الدورة الحادية والسبعون", "الدورة الحادية والسبعون", 71),
        ("الدورة السابعة", "الدورة السابعة", 7),
    ],
)  # fmt: skip
def test_sessions(text: str, label: str, number: int | None) -> None:
    span = find_session(text)
    assert span is not None
    assert (span.label, span.number) == (label, number)
    assert text[span.start : span.end] == span.text


@pytest.mark.parametrize("text", ["The session will be opened.", "during the meeting", "two sessions", "agenda", ""])
def test_no_session(text: str) -> None:
    assert find_session(text) is None


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


@pytest.mark.parametrize(
    ("text", "name", "country", "zone"),
    [
        ("Vienna, 4 and 5 May 2021", "Vienna", "AT", "Europe/Vienna"),
        ("Nice, France, 9-12 June 2024", "Nice", "FR", "Europe/Paris"),
        ("St. Petersburg, Russian Federation, 3-6 May 2014", "St. Petersburg", "RU", "Europe/Moscow"),
        ("3 to 6 May 2011, New York", "New York", "US", "America/New_York"),
        ("Ginebra, 4 a 8 de mayo", "Ginebra", "CH", "Europe/Zurich"),
        ("GENÈVE, 4-8 mai", "GENÈVE", "CH", "Europe/Zurich"),
        ("Бонн, 4-13 мая", "Бонн", "DE", "Europe/Berlin"),
        ("2014年6月1日至5日,内罗毕", "内罗毕", "KE", "Africa/Nairobi"),
        ("بانكوك، 19-23 آب/أغسطس", "بانكوك", "TH", "Asia/Bangkok"),
    ],
)
def test_places(text: str, name: str, country: str, zone: str) -> None:
    span = find_place(text)
    assert span is not None
    assert (span.name, span.country, span.timezone) == (name, country, zone)
    assert text[span.start : span.end].startswith(span.name)


@pytest.mark.parametrize("text", ["a nice day", "in the room", "the male members", "The Committee, as a whole"])
def test_no_place(text: str) -> None:
    assert find_place(text) is None


def test_the_gazetteer() -> None:
    rows = read_rows("places.tsv")
    codes = {row["alpha2"] for row in read_rows("countries.tsv")}
    assert len(rows) > 150
    assert len({(row["name"], row["country"]) for row in rows}) == len(rows)
    zones = available_timezones()
    for row in rows:
        assert row["timezone"] in zones, row["name"]
        assert row["country"] in codes, row["name"]
    assert zone_of("日内瓦") == "Europe/Zurich"
    assert zone_of("Nowhere") is None


def test_countries() -> None:
    rows = read_rows("countries.tsv")
    assert len({row["alpha3"] for row in rows}) == len(rows)
    assert all(len(row["alpha2"]) == 2 and len(row["alpha3"]) == 3 and row["name"] for row in rows)
    country = country_of("Fédération de Russie") or country_of("Russie")
    assert country is not None
    assert country.alpha3 == "RUS"
    france = country_of("France")
    assert france is not None
    assert france.alpha3 == "FRA"


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
