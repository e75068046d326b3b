"""Facts of the languages, places and bodies: data files and the typed readers over them.

``languages/`` has one TOML a language (``en fr es ru zh ar``) with the words of the grammar: months, weekdays, clock,
ordinals, sessions. ``parts/`` has the words of whole papers by part (structure, masthead, timetable). ``places/`` has
the cities and States, ``bodies/`` the bodies and their series (see :mod:`extractor.lexicon.registry`). Adding a word
changes a data file and no code. Files are read when first asked for and kept.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.lexicon.registry import Body

#: The six official languages, ISO 639-1, in the order in which ties between them are broken.
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")


class LexiconError(KeyError):
    """A language, table or word list that the lexicon does not have."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language.

    ``months`` and ``weekdays`` (1 is Monday) map each printed form, in lower case, to its number. Other lists
    are asked for by their dotted table name: ``words("half_days.am")``; a missing one is empty, so that
    a language need not have every list.
    """

    language: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    tables: Mapping[str, Any] = field(repr=False, compare=False, hash=False)

    def value(self, name: str) -> Any:
        """What stands under the dotted `name`, or None."""
        node: Any = self.tables
        for part in name.split("."):
            if not isinstance(node, Mapping) or part not in node:
                return None
            node = node[part]
        return node

    def words(self, name: str) -> tuple[str, ...]:
        """The list under the dotted `name`, in its order; `()` when there is none."""
        node = self.value(name)
        if node is None:
            return ()
        if isinstance(node, str):
            return (node,)
        if not isinstance(node, list):
            raise LexiconError(f"{name} of {self.language}.toml is not a list")
        return tuple(str(word) for word in node)

    def table(self, name: str) -> Mapping[str, Any]:
        """The table under the dotted `name`; empty when there is none."""
        node = self.value(name)
        return node if isinstance(node, Mapping) else {}

    def numbers(self, name: str) -> dict[str, int]:
        """The table under `name` turned round, word to number: its keys are numbers, its values lists of words."""
        return {str(word).lower(): int(number) for number, words in self.table(name).items() for word in words}


def read_text(name: str) -> str:
    """The text of a data file of this package."""
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of a TSV file of this package: the first line that is no comment names the columns; empty cells
    are ''."""
    lines = [line for line in read_text(name).splitlines() if line and not line.startswith("#")]
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t") + [""] * len(head), strict=False)) for line in lines[1:]]


@cache
def load(language: str) -> Lexicon:
    """The lexicon of `language` (ISO 639-1, one of `LANGUAGES`); raises LexiconError for another."""
    if language not in LANGUAGES:
        raise LexiconError(f"no lexicon for language {language!r}; there are {', '.join(LANGUAGES)}")
    tables = tomllib.loads(read_text(f"languages/{language}.toml"))
    bare = Lexicon(language, {}, {}, tables)
    return Lexicon(language, bare.numbers("months"), bare.numbers("weekdays"), tables)


def bodies() -> dict[str, Body]:
    """The registry of bodies (``bodies.tsv``), by symbol prefix."""
    from extractor.lexicon.registry import bodies as read

    return read()
