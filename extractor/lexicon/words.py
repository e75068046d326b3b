"""The words of a concept, in one language or in all.

A concept is a list that a file names: ``headings.agenda`` of ``parts/structure.toml``. The file has the list by
language::

    [headings.agenda]
    en = ["agenda", "list of items"]
    fr = ["ordre du jour"]
    all = ["#"]          # belongs to no language

Each language of the lexicon has each list. Where there is nothing to put into one, the file says why::

    [lacks.zh]
    "headings.column_heads" = "papers in Chinese have no heads over the contents"

``[connectives]`` of ``languages/*.toml`` (``and``, ``or``, ``to`` ...) are lists of the same kind: see
:func:`connectives`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from extractor.built import prepared
from extractor.lexicon import LANGUAGES, LexiconError, load, written
from extractor.lexicon.files import read_tables

#: The key of words that belong to no language, or to each.
ALL = "all"


@prepared
def words(part: str, concept: str, language: str | None = None) -> tuple[str, ...]:
    """The words of a concept.

    Args:
        part: the file without folder and ending: ``structure`` for ``parts/structure.toml``.
        concept: the dotted name of the list: ``headings.agenda``.
        language: ISO 639-1; all languages of the lexicon where it is left out.

    Returns:
        The words in the order of the languages and of the file, each once; those of no language come last.

    Raises:
        LexiconError: the file has no such concept, or lacks the list of a language and does not say why.
    """
    name = f"parts/{part}.toml"
    tables = read_tables(name)
    node: Any = tables
    for key in concept.split("."):
        if not isinstance(node, Mapping) or key not in node:
            raise LexiconError(f"{name} has no list {concept!r}")
        node = node[key]
    if isinstance(node, list):
        return tuple(node)
    found: list[str] = []
    for code in LANGUAGES if language is None else (language,):
        if code in node:
            found += node[code]
        elif not _lacks(tables, concept, code):
            raise LexiconError(f"{name} has no list {concept!r} for language {code!r}; [lacks.{code}] may say why")
    return tuple(dict.fromkeys([*found, *node.get(ALL, ())]))


def _lacks(tables: Mapping[str, Any], concept: str, language: str) -> bool:
    """Whether the file says why a language lacks the list: its own name, or that of a table around it."""
    reasons = tables.get("lacks", {}).get(language, {})
    return any(concept == name or concept.startswith(f"{name}.") for name in reasons)


@prepared
def connectives(*names: str, language: str | None = None) -> tuple[str, ...]:
    """The connectives of those names (``and``, ``or``, ``to``, ``of``, ``the``, ``under``, ``from``).

    A language without one has an empty list; one that does not mention it raises LexiconError.
    """
    found: list[str] = []
    for code in LANGUAGES if language is None else (language,):
        table = load(code).table("connectives")
        for name in names:
            if name not in table:
                raise LexiconError(f"languages/{code}.toml has no list 'connectives.{name}'")
            found += table[name]
    return tuple(dict.fromkeys(found))


@prepared
def everywhere(name: str) -> tuple[str, ...]:
    """The words of the list under the dotted `name` of all language files."""
    return tuple(dict.fromkeys(word for code in LANGUAGES for word in load(code).words(name)))


@cache
def months_everywhere() -> frozenset[str]:
    """The names of months of all language files, in lower case."""
    return frozenset(word for code in LANGUAGES for word in load(code).months)


def apart(part: str, concept: str) -> str:
    """The inside of a group of those patterns of a concept that stand between spaces."""
    return "|".join(dict.fromkeys(each for code in written("spaced") for each in words(part, concept, code))) or "(?!)"


def close(part: str, concept: str) -> str:
    """The inside of a group of those patterns of a concept whose languages set no space before or behind them."""
    codes = written("unspaced", "attached")
    return "|".join(dict.fromkeys(each for code in codes for each in words(part, concept, code))) or "(?!)"


def between(part: str, concept: str) -> str:
    """The patterns of a concept as they stand between two others: with spaces, or without where there are none."""
    return rf"\s(?:{apart(part, concept)})\s|\s?(?:{close(part, concept)})\s?"


def either(part: str, concept: str, *more: str) -> str:
    """The inside of a group of a regular expression that matches one of the patterns of the concepts, in their order.

    Nothing matches where there are none.
    """
    return "|".join(dict.fromkeys(each for name in (concept, *more) for each in words(part, name))) or "(?!)"


def choice(phrases: Iterable[str]) -> str:
    """The inside of a group of a regular expression that matches one of the phrases, the longest first.

    A space stands for any white space; nothing matches where there are no phrases.
    """
    some = sorted(dict.fromkeys(phrases), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in some) or "(?!)"
