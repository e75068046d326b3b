"""`find_city`: the city of a place and date line that the gazetteer does not hold, by how the line prints it.

`Cebu, Philippines, 8–11 March 2033`: the city stands before its country, `Old Harbour, 8–11 March 2033`: alone before
the days. Its time zone is that of the country where the country has one (``lexicon/places/zones.tsv``).
"""

from __future__ import annotations

import re
from functools import cache

from extractor.built import compiled
from extractor.grammar.calendar import find_dates
from extractor.grammar.calendar.fold import fold
from extractor.grammar.places import countries, country_behind
from extractor.lexicon import LANGUAGES, load, read_rows
from extractor.records import Struct

_WORD = compiled(r"[^\W\d_][\w'’.-]*")
_AFTER_HYPHEN = compiled(r"[-’'][A-ZÀ-Þ]")
_MOST_WORDS = 5
#: A city is printed right behind its country in Chinese.
_CJK_CITY = compiled("[\u4e00-\u9fff]{1,8}")
_COMMA = compiled(r"[,،，(]")


class City(Struct, frozen=True):
    """A city as printed, with the code and the time zone of its country where they are known."""

    name: str
    country: str | None
    timezone: str | None


def find_city(text: str, language: str | None = None) -> City | None:
    """The city that a place and date line prints before its country, or alone before the days; None without."""
    if (chinese := _behind_country(text)) is not None:
        return chinese
    country = country_behind(text)
    if country is not None:
        name = _name(text[: country.start], alone=False)
        return City(name, country.alpha2, zone_of_country(country.alpha2)) if name else None
    days = find_dates(text)
    if not days:
        return None
    if not days[0].start:
        return _behind_days(text[days[-1].end :])
    before = text[: days[0].start].rstrip()
    if not before.endswith((",", "،", "，")):
        return None
    name = _name(before, alone=True)
    return City(name, None, None) if name else None


def _behind_days(rest: str) -> City | None:
    """The city that stands alone behind the days and a comma, to the end of the line."""
    if rest[:1] not in (",", "،", "，"):
        return None
    name = _name(rest[1:].strip(" .()（）"), alone=True)
    return City(name, None, None) if name else None


def _behind_country(text: str) -> City | None:
    """The city behind its country, with nothing between them: `菲律宾宿务`."""
    if not _CJK_CITY.search(text):
        return None
    for part in map(str.strip, re.split("[，,、（(]", text)):
        for name, country in countries().items():
            rest = part[len(name) :]
            if _CJK_CITY.match(name) and part.startswith(name) and _CJK_CITY.fullmatch(rest) and not _is_no_city(rest):
                return City(rest, country.alpha2, zone_of_country(country.alpha2))
    return None


def _name(before: str, *, alone: bool) -> str | None:
    """The name at the end of what stands before the country or the days; `alone`: nothing else may stand there."""
    printed = before.strip().rstrip(",،，( ")
    parts = _COMMA.split(printed)
    if alone and len(parts) > 1:
        return None
    words = parts[-1].split()
    name: list[str] = []
    for word in reversed(words):
        if not (_is_capital(word) or fold(word).text in _particles()):
            break
        name.insert(0, word)
    while name and not _is_capital(name[0]):
        del name[0]
    whole = len(name) == len(words)
    if not name or len(name) > _MOST_WORDS or (alone and (not whole or _is_no_city(" ".join(name)))):
        return None
    return None if _is_no_city(name[0]) else " ".join(name)


def _is_capital(word: str) -> bool:
    """Whether a word begins as a name does; a script without capitals has no other beginning."""
    return _WORD.fullmatch(word) is not None and (not word[0].islower() or _AFTER_HYPHEN.search(word) is not None)


@cache
def _particles() -> frozenset[str]:
    """Words of a name that are not printed with a capital: `Punta del Este`, `Stratford-upon-Avon`."""
    return frozenset(fold(word).text for language in LANGUAGES for word in load(language).words("places.particles"))


@cache
def _not_cities() -> frozenset[str]:
    return frozenset(fold(word).text for language in LANGUAGES for word in load(language).words("places.not_cities"))


def _is_no_city(name: str) -> bool:
    """Whether a name is a word that place lines print in place of a city, or beside one (`Online`, `Virtual`)."""
    return not _not_cities().isdisjoint(fold(name).text.split())


@cache
def _zones() -> dict[str, str]:
    return {row["alpha2"]: row["timezone"] for row in read_rows("places/zones.tsv")}


def zone_of_country(alpha2: str) -> str | None:
    """The IANA time zone of a country that has one time everywhere; None of one that has several."""
    return _zones().get(alpha2)
