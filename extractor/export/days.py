"""Days as people write them, in the language of the paper: `Monday, 2 June 2025`, `2–5 juin 2025`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractor.export.common import labels

__all__ = ["Words", "day_in_words", "page_in_words", "run_in_words", "with_weekday"]


class Words(NamedTuple):
    """A day or a run of days in words, and the day as machines read it; None where it is several."""

    text: str
    day: dt.date | None = None


def day_in_words(day: dt.date, language: str | None, *, days: str | None = None) -> str:
    """A day with month and year.

    Args:
        day: the day.
        language: of the paper; English where it has no words of its own.
        days: what stands in the place of the day of the month: the days of a run.
    """
    words, forms = labels(language), _names("months", language)[str(day.month)]
    return words["day"].format(
        day=days or _day_of_month(day, language), month=forms[0], other=forms[min(1, len(forms) - 1)], year=day.year
    )


def with_weekday(day: dt.date, shown: str, language: str | None) -> str:
    """A day that is shown already, with its weekday."""
    weekday = _names("weekdays", language)[str(day.isoweekday())][0]
    return labels(language)["weekday"].format(weekday=weekday, date=shown)


def run_in_words(first: dt.date | None, last: dt.date | None, language: str | None) -> list[Words]:
    """A run of days, in pieces: one day; several of a month in one; else the first, a dash and the last."""
    days = [day for day in dict.fromkeys((first, last)) if day is not None]
    if len(days) < 2:
        return [Words(day_in_words(day, language), day) for day in days]
    start, end = days
    if (start.year, start.month) == (end.year, end.month):
        numbers = f"{_day_of_month(start, language)}–{_day_of_month(end, language)}"
        return [Words(day_in_words(start, language, days=numbers))]
    return [
        Words(day_in_words(start, language), start),
        Words(" – "),
        Words(day_in_words(end, language), end),
    ]


def page_in_words(page: int, language: str | None) -> str:
    """The number of a page: `p. 4`."""
    return labels(language)["page"].format(page=page)


def _names(table: str, language: str | None) -> Mapping[str, Sequence[str]]:
    """The names of months or weekdays in the language of the labels."""
    from extractor.lexicon import LANGUAGES, load

    own = language if language in LANGUAGES and labels(language) is not labels("en") else "en"
    names: Mapping[str, Sequence[str]] = load(own).tables[table]
    return names


def _day_of_month(day: dt.date, language: str | None) -> str:
    return labels(language)["first"] if day.day == 1 else str(day.day)
