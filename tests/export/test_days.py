"""Days as people write them in each language."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.export.common import labels
from extractor.export.days import day_in_words, page_in_words, run_in_words, with_weekday
from extractor.lexicon import LANGUAGES

MAY = dt.date(2031, 5, 12)


@pytest.mark.parametrize(
    ("language", "day", "weekday", "page"),
    [
        ("en", "12 May 2031", "Monday, 12 May 2031", "p. 4"),
        ("fr", "12 mai 2031", "lundi 12 mai 2031", "p. 4"),
        ("es", "12 de mayo de 2031", "lunes 12 de mayo de 2031", "pág. 4"),
        ("ru", "12 мая 2031 года", "понедельник, 12 мая 2031 года", "с. 4"),
        ("zh", "2031年5月12日", "2031年5月12日星期一", "第4页"),
        ("ar", "12 أيار/مايو 2031", "الاثنين، 12 أيار/مايو 2031", "ص. 4"),
        ("xx", "12 May 2031", "Monday, 12 May 2031", "p. 4"),
        (None, "12 May 2031", "Monday, 12 May 2031", "p. 4"),
    ],
)
def test_a_day_a_weekday_and_a_page(language: str | None, day: str, weekday: str, page: str) -> None:
    assert day_in_words(MAY, language) == day
    assert with_weekday(MAY, day, language) == weekday
    assert page_in_words(4, language) == page


@pytest.mark.parametrize(
    ("last", "language", "text"),
    [
        (None, "en", "12 May 2031"),
        (dt.date(2031, 5, 12), "en", "12 May 2031"),
        (dt.date(2031, 5, 16), "en", "12–16 May 2031"),
        (dt.date(2031, 6, 1), "fr", "12 mai 2031 – 1er juin 2031"),
        (dt.date(2031, 5, 16), "zh", "2031年5月12–16日"),
    ],
)
def test_a_run_of_days(last: dt.date | None, language: str, text: str) -> None:
    pieces = run_in_words(MAY, last, language)
    assert "".join(piece.text for piece in pieces) == text
    days = [piece.day for piece in pieces if piece.day]
    assert days == ([] if "–1" in text else [MAY, last] if last and last > MAY else [MAY])


def test_every_language_has_all_labels() -> None:
    assert {frozenset(labels(language)) for language in LANGUAGES} == {frozenset(labels("en"))}
