"""`find_place`: the city in which a body meets, its country and its time zone.

Source: the gazetteer ``lexicon/places/places.tsv``.

Names are known in the six official languages. A city is looked up under every name; a country printed behind it
(`Nice, France`) decides between cities of one name. A country or a word that is no city of the gazetteer is no
place. Sources: format catalogue 1.2 (place and date lines), ISO 3166 and the IANA time zone database.
"""

from __future__ import annotations

import re
from functools import cache, partial

from extractor.built import code, compiled, kept, prepared
from extractor.grammar.calendar.fold import fold, fold_word
from extractor.lexicon import LANGUAGES, load, read_rows
from extractor.lexicon.files import texts
from extractor.lexicon.words import everywhere
from extractor.records import Struct, Value

_BEFORE_COUNTRY = compiled(r"\s*[,(]\s*")
#: A country ends within so many characters behind its city.
_REACH = 60


@cache
def _doubtful() -> frozenset[str]:
    """Cities whose names are common words: they count only with a date or country behind them, or alone."""
    return frozenset(fold_word(name) for language in LANGUAGES for name in load(language).words("places.doubtful"))


class PlaceSpan(Value, frozen=True):
    """A place as printed.

    `name` is the city without its country, `canonical` its English name, `country` the ISO 3166 alpha-2 code,
    `timezone` the IANA zone. `country_name` is the country printed behind it, or None; `end` is behind that.
    """

    name: str
    start: int
    end: int
    canonical: str
    country: str
    timezone: str
    country_name: str | None = None


class Place(Struct, frozen=True):
    """A row of the gazetteer."""

    name: str
    country: str
    timezone: str


class Country(Struct, frozen=True):
    """A row of `countries.tsv`."""

    alpha2: str
    alpha3: str
    name: str


@cache
def places() -> dict[str, tuple[Place, ...]]:
    """Folded city name in any of the six languages to the cities of that name."""
    named = kept(("places", LANGUAGES, texts("places/places.tsv"), _code()), _places)
    return {name: tuple([Place(*row) for row in rows]) for name, rows in named.items()}


@cache
def _code() -> int:
    return code(__file__, fold.__code__.co_filename)


def _places() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """The rows of the gazetteer by folded name: name, country, time zone."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in read_rows("places/places.tsv"):
        place = (row["name"], row["country"], row["timezone"])
        for column in ("name", *LANGUAGES[1:]):
            if row.get(column):  # a language without a column has the English names
                rows = found.setdefault(fold_word(row[column]), [])
                if place not in rows:
                    rows.append(place)
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def countries() -> dict[str, Country]:
    """Folded country name in any of the six languages, or another English name, to its row."""
    found: dict[str, Country] = {}
    for row in read_rows("places/countries.tsv"):
        country = Country(row["alpha2"], row["alpha3"], row["name"])
        names = [row["name"], *(row.get(column, "") for column in LANGUAGES[1:]), *row["aliases"].split("|")]
        for name in names:
            if name:
                found.setdefault(fold_word(name), country)
    return found


@prepared
def _pattern(kind: str) -> re.Pattern[str]:
    """The names of all cities (``place``) or countries (``country``)."""
    rows = texts("places/places.tsv" if kind == "place" else "places/countries.tsv")
    return compiled(kept(("names", kind, LANGUAGES, rows, _code()), partial(_names, kind)))


def _names(kind: str) -> str:
    names = sorted(places() if kind == "place" else countries(), key=lambda name: (-len(name), name))
    western = "|".join(
        re.escape(name).replace(r"\ \-\ ", r"\s+(?:-\s+)?").replace(r"\ ", r"\s+").replace(r"\-", r"[-\s]")
        for name in names
        if not _eastern(name)
    )
    chinese = "|".join(re.escape(name) for name in names if _eastern(name) == "zh")
    arabic = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names if _eastern(name) == "ar")
    alone = rf"(?P<name>{western})(?![^\W_])|(?:[وبف]?ل?)?(?P<arabic>{arabic})(?![\u0620-\u064a])"
    return rf"(?<![^\W_])(?:{alone})|(?P<chinese>{chinese})"


def _eastern(name: str) -> str:
    if any("\u4e00" <= char <= "\u9fff" for char in name):
        return "zh"
    return "ar" if any("\u0620" <= char <= "\u06ff" for char in name) else ""


def find_place(text: str, language: str | None = None) -> PlaceSpan | None:
    """The first city of the gazetteer named in `text`, with the country printed behind it; None when there is none.

    Meant for place and date lines and short sentences. `language` is not needed: names are looked up in all six.
    """
    spans = find_places(text, language)
    return spans[0] if spans else None


def find_places(text: str, language: str | None = None) -> list[PlaceSpan]:
    """Every city of the gazetteer named in `text`, in order (see `find_place`)."""
    folded = fold(text)
    found = []
    for match in _pattern("place").finditer(folded.text):
        group = match.lastgroup or "name"
        start, end = folded.start(match.start(group)), folded.end(match.end(group))
        if group == "name" and not (text[start].isupper() or text[start] in "'’"):
            continue
        printed = " ".join(text[start:end].split())
        known = places().get(" ".join(match[group].split()).replace("-", " "), ()) or _lookup(match[group])
        gap = _BEFORE_COUNTRY.match(folded.text, match.end(group))
        behind = gap and _pattern("country").match(folded.text, gap.end(), match.end(group) + _REACH)
        country = countries().get(_plain(behind[behind.lastgroup or "name"])) if behind else None
        if not known or (
            _plain(match[group]) in _doubtful() and not _borne_out(folded.text, match.start(group), match.end(group))
        ):
            continue
        place = next((row for row in known if country is not None and row.country == country.alpha2), known[0])
        if country is None or behind is None:
            found.append(PlaceSpan(printed, start, end, place.name, place.country, place.timezone))
        else:
            zone = place.timezone
            name = text[folded.start(behind.start()) : folded.end(behind.end())]
            found.append(
                PlaceSpan(
                    printed, start, folded.end(behind.end()), place.name, place.country, zone, " ".join(name.split())
                )
            )
    return found


class CountrySpan(Struct, frozen=True):
    """A country as printed behind a comma or in brackets: where it stands, and its ISO 3166 alpha-2 code."""

    start: int
    end: int
    alpha2: str


def country_behind(text: str) -> CountrySpan | None:
    """The first country that is printed behind a comma or in brackets: `Cebu, Philippines`, `Cebu (Philippines)`."""
    folded = fold(text)
    for match in _pattern("country").finditer(folded.text):
        group = match.lastgroup or "name"
        country = countries().get(_plain(match[group]))
        if country is not None and folded.text[: match.start()].rstrip().endswith((",", "(")):
            return CountrySpan(folded.start(match.start(group)), folded.end(match.end(group)), country.alpha2)
    return None


def _plain(name: str) -> str:
    return " ".join(name.split())


def _lookup(name: str) -> tuple[Place, ...]:
    plain = _plain(name)
    return places().get(plain, ()) or places().get(plain.replace(" ", "-"), ())


@cache
def _before_places() -> tuple[str, ...]:
    return everywhere("places.before")


def _borne_out(text: str, start: int, end: int) -> bool:
    """Whether a doubtful name stands as a place does.

    That is before a comma, a dash or a digit, behind "in", or alone on its line.
    """
    before = text[max(0, start - 4) : start]
    return bool(re.match(r"\s*(?:[,(-]|\d|$|\n)", text[end : end + 4])) or before.endswith(_before_places())


def zone_of(name: str) -> str | None:
    """The IANA time zone of a city under any of its names in the six languages; None when it is not known.

    ``zone_of("Genève")`` gives that of Geneva.
    """
    span = find_place(name)
    rows = _lookup(fold_word(name.strip())) or (places().get(fold_word(span.name)) if span else None)
    return span.timezone if span is not None else rows[0].timezone if rows else None
