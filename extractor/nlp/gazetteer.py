"""The names that the entity finder knows: bodies and organizations, countries and cities, as the lexicon has them.

Pure data: the lexicon in, typed names out; knows nothing of spaCy. Names come from ``bodies.tsv`` (names, the short
forms and acronyms in brackets), ``organs.toml`` and ``names.tsv`` (other languages and organizations without a series),
``countries.tsv``, ``places.tsv`` and ``locodes.tsv``; what is left out or guarded stands in ``nlp.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractor.built import compiled
from extractor.lexicon import DEFAULT, LANGUAGES, read_rows
from extractor.lexicon.files import read_tables
from extractor.lexicon.organs import organs
from extractor.lexicon.registry import Body, bodies
from extractor.nlp.expand import Unbounded, spellings

_BRACKET = compiled(r"^(?P<bare>.*\S)\s*\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)*)\)$")
_ACRONYM = compiled(r"[A-Z][A-Za-z]*(?:[/+-][A-Z][A-Za-z]*)*")
_YEAR = compiled(r"(?:18|19|20)\d\d")


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One way of writing a thing's name.

    ``label`` is ORG or GPE; ``id`` a symbol prefix, an ISO 3166 alpha-2 code or a UN/LOCODE, empty where there is none.
    ``exact`` names (acronyms, places) match in their own letter case only. Where several things share a name, the lower
    ``rank`` counts first (a current series before an ended one, a State before the city called like it); ``owner`` is
    the parent body.
    """

    text: str
    label: str
    id: str
    exact: bool = False
    rank: int = 0
    owner: str = ""


@cache
def words() -> dict[str, Any]:
    """The tables of ``nlp.toml``."""
    return read_tables("parts/nlp.toml")


@cache
def names(language: str) -> tuple[Name, ...]:
    """All names in `language` (ISO 639-1) and in English; in the six languages for any other code, such as ``xx``.

    English names and acronyms stand in papers of every language, so they are always there.
    """
    chosen = tuple(dict.fromkeys((language, DEFAULT))) if language in LANGUAGES else LANGUAGES
    found = dict.fromkeys(spelled for name in (*_orgs(chosen), *_places(chosen)) for spelled in _variants(name))
    return tuple(found)


def _variants(name: Name) -> Iterator[Name]:
    """Both apostrophes, and without the article at the beginning."""
    text = _article().sub("", name.text)
    for spelled in dict.fromkeys((text, text.replace("'", "’"), text.replace("’", "'"))):
        yield Name(spelled, name.label, name.id, name.exact, name.rank, name.owner)


@cache
def _article() -> re.Pattern[str]:
    """The article at the head of a name, but where it belongs to it."""
    table = words()["articles"]
    return compiled(rf"^(?:{'|'.join(table['names'])}) (?!{'|'.join(table['kept_before'])})")


def _is_acronym(text: str) -> bool:
    return " " not in text and sum(map(str.isupper, text)) > 1


def _orgs(languages: tuple[str, ...]) -> Iterator[Name]:
    for body in bodies().values():
        yield from _body(body)
    yield from _parents()
    for organ in organs():
        for pattern in organ.names:
            try:
                some = spellings(pattern)
            except Unbounded:
                continue
            code = organ.prefixes[0] if organ.prefixes else ""
            for text in some:
                script = "ar" if "\u0600" <= text[0] <= "\u06ff" else ""
                if not script or "ar" in languages:
                    yield from (Name(form, "ORG", code, _is_acronym(form)) for form in _attached(text, script))
    for row in read_rows("bodies/names.tsv"):
        for language in languages:
            for text in filter(None, row[language].split("|")):
                for form in _attached(text, language):
                    yield Name(form, "ORG", row["id"], _is_acronym(text))


def _body(row: Body) -> Iterator[Name]:
    """The names of one row: as it stands, without its bracket, and what the bracket gives."""
    table = words()["bodies"]
    name, inner, rank = row.name, "", int(row.to_year is not None)
    if (match := _BRACKET.match(name)) and not _YEAR.fullmatch(match["inner"]):
        name, inner = match["bare"], match["inner"]
        rank += any(word in inner for word in table["series"])
    owner = row.parent or ""
    if not _is_body(name):
        return
    if name not in table["too_general"]:
        yield Name(name, "ORG", row.prefix, False, rank, owner)
    if owner and name.endswith(f", {owner}"):
        yield Name(name.removesuffix(f", {owner}"), "ORG", row.prefix, False, rank, owner)
    if abbreviates(inner, name):
        yield Name(inner, "ORG", row.prefix, True, rank, owner)
    elif inner[:1].isupper() and inner not in _registered() and "{" not in inner and _is_body(inner) and " " in inner:
        yield Name(inner, "ORG", row.prefix, False, rank, owner)


def _is_body(name: str) -> bool:
    table = words()["bodies"]
    if any(event in name for event in table["events"]) or name.rsplit(" ", 1)[-1] in table["papers"]:
        return False
    return re.search(rf"\b(?:{'|'.join(map(re.escape, table['nouns']))})s?\b", name) is not None


@cache
def _registered() -> frozenset[str]:
    return frozenset(row.name for row in bodies().values()) | frozenset(row.parent or "" for row in bodies().values())


def _parents() -> Iterator[Name]:
    """Parents that are no rows of their own: their series is what the series of their children begin with."""
    under: dict[str, list[str]] = {}
    own = {row.name for row in bodies().values()}
    for row in bodies().values():
        if row.parent and row.parent not in own and "(" not in row.parent and " / " not in row.parent:
            under.setdefault(row.parent, []).append(row.prefix)
    for parent, prefixes in under.items():
        # One word alone is an acronym, as often of a treaty as of its organization.
        if " " in parent and _is_body(parent) and parent not in words()["bodies"]["too_general"]:
            yield Name(parent, "ORG", shared_path(prefixes), False, 1)


def shared_path(symbols: Iterable[str]) -> str:
    """The components with which all `symbols` begin: ``E/CN.4/Sub.2/AC.5, E/CN.4/Sub.2/2`` gives ``E/CN.4/Sub.2``."""
    rows = [symbol.split("/") for symbol in symbols]
    path: list[str] = []
    for parts in zip(*rows, strict=False):
        if len(set(parts)) > 1:
            break
        path.append(parts[0])
    return "/".join(path)


def abbreviates(acronym: str, name: str) -> bool:
    """Whether `acronym` begins as `name` does and is made of its letters, in their order.

    It tells ``COPUOS`` and ``UN/CEFACT`` from the subject of a session that stands in the same bracket (``COVID-19``).
    """
    letters = [letter for letter in acronym.upper() if letter.isalpha()]
    if not _ACRONYM.fullmatch(acronym) or sum(map(str.isupper, acronym)) < 3 or not name.startswith(letters[0]):
        return False
    rest = iter(name.upper())
    return all(letter in rest for letter in letters)


def _places(languages: tuple[str, ...]) -> Iterator[Name]:
    codes = {(row["name"], row["country"]): row["code"] for row in read_rows("places/locodes.tsv")}
    for row in read_rows("places/countries.tsv"):
        for alias in filter(None, row["aliases"].split("|")):
            yield Name(alias, "GPE", row["alpha2"], True)
        for text in _translations(row, languages):
            yield Name(text, "GPE", row["alpha2"], True)
    for row in read_rows("places/places.tsv"):
        code = codes.get((row["name"], row["country"]), "")
        for text in _translations(row, languages):
            yield Name(text, "GPE", code, True, 1)


def _translations(row: dict[str, str], languages: tuple[str, ...]) -> Iterator[str]:
    for language in languages:
        text = row["name"] if language == DEFAULT else row.get(language, "")
        if len(text) < 2:
            continue
        yield from _attached(text, language)
        if "endings" in words().get(language, {}):
            yield from declined(text, language)
        elif len(text) > 4 and text.upper() != text:
            yield text.upper()


def declined(name: str, language: str) -> Iterator[str]:
    """The other cases of a name of one word in a language that declines names.

    Of a name with a hyphen its last part is declined; names of several words have none.
    """
    if " " in name:
        return
    endings: dict[str, list[str]] = words()[language]["endings"]
    for ending in sorted(endings, key=len, reverse=True):
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            yield from (stem + other for other in endings[ending])
            return


def _attached(name: str, language: str) -> Iterator[str]:
    """The name, and in Arabic the name with the particles that are written together with it."""
    yield name
    table = words().get(language, {})
    if "particles" not in table:
        return
    bare = name.removeprefix(table["article"])
    for particle in table["particles"]:
        contracted = particle == "ل" and bare != name
        yield table["contracted"] + bare if contracted else particle + name
