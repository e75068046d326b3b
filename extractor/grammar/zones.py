"""Time zones as they are printed beside hours: `EDT`, `UTC+2`, `(GMT -5)`, `(New York time)`, in six languages.

A zone is named by its IANA name, or by its offset from UTC (``+02:00``) where the paper prints no more. The words stand
in ``lexicon/parts/zones.toml``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from extractor.built import compiled, prepared
from extractor.grammar.calendar.fold import fold, fold_word
from extractor.grammar.places import find_place
from extractor.lexicon import words
from extractor.lexicon.files import read_tables

#: `UTC+2`, `GMT -5:30`, `UTC+02:00`, in folded text.
_OFFSET = compiled(r"(?<![^\W_])(?:utc|gmt|tuc)\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?(?!\d)")
#: The same as printed.
_PRINTED_OFFSET = compiled(r"(?<![^\W_])(?:UTC|GMT|TUC)\s?[+−–-]\s?\d{1,2}(?::?[0-5]\d)?(?!\d)")
_MOST_HOURS = 14


def read_zone(text: str) -> str | None:
    """The zone that a text of hours names first; None where it names none, or only `local time`."""
    folded = fold(text).text
    if offset := _OFFSET.search(folded):
        hours, minutes = int(offset["hours"]), int(offset["minutes"] or 0)
        return f"{offset['sign']}{hours:02}:{minutes:02}" if hours <= _MOST_HOURS else None
    if (found := _phrases().search(folded)) is not None:
        return _names()[" ".join(found[0].split())]
    for found in _city().finditer(folded):
        if (zone := _zone_of_city(text, folded, found)) is not None:
            return zone
    for word in _WORD.finditer(text):
        if (zone := _abbreviations().get(word[0])) is not None:
            return zone
    return None


def without_offsets(text: str) -> str:
    """A text with spaces in the place of offsets from UTC, whose digits are no times."""
    return _PRINTED_OFFSET.sub(lambda found: " " * len(found[0]), text)


def without_cities(text: str) -> str:
    """A text with spaces in the place of cities that only name a time zone, as in `(Geneva time)`."""
    folded = fold(text).text
    if len(folded) != len(text):
        return text
    for found in _city().finditer(folded):
        if _zone_of_city(text, folded, found) is not None:
            text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    return text


_WORD = compiled(r"(?<![^\W\d_])[A-Z]{3,4}(?![^\W\d_])")


def zone_info(zone: str | None) -> dt.tzinfo | None:
    """The zone of an IANA name or an offset; None where there is none of that name."""
    if not zone:
        return None
    if zone[0] in "+-":
        hours, minutes = int(zone[1:3]), int(zone[4:6])
        return dt.timezone(dt.timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1))
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _zone_of_city(text: str, folded: str, found: re.Match[str]) -> str | None:
    """The zone of the city that stands in the place of `{}`; None where the gazetteer has no such city."""
    if len(text) != len(folded):
        return None
    place = find_place(text[found.start() : found.end()])
    return place.timezone if place is not None else None


@cache
def zone_words() -> frozenset[str]:
    """The folded abbreviations of zones."""
    return frozenset(fold_word(word) for word in _abbreviations())


@cache
def _abbreviations() -> Mapping[str, str]:
    table = read_tables("parts/zones.toml")["abbreviations"]
    return {word: offset for offset, found in table.items() for word in found}


@prepared
def _names() -> Mapping[str, str]:
    zones = read_tables("parts/zones.toml")["names"]
    return {fold_word(phrase): zone for zone, own in zones.items() for phrases in own.values() for phrase in phrases}


@prepared
def _phrases() -> re.Pattern[str]:
    longest = sorted(_names(), key=len, reverse=True)
    return compiled("|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest))


@prepared
def _city() -> re.Pattern[str]:
    """A city in one of the phrases that name its zone; its name has a few words at most."""
    name = r"[^\W\d_][\w'-]{1,20}(?: [\w'-]{2,20}){0,2}"
    phrases = [re.escape(fold_word(phrase)).replace(r"\{\}", name) for phrase in words.words("zones", "city")]
    return compiled(rf"(?:{'|'.join(phrases)})(?![a-zа-я])")
