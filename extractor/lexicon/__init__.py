"""Facts of the languages, places and bodies: data files and the typed readers over them.

``languages/`` has one TOML a language with the words of the grammar: months, weekdays, clock, ordinals, sessions,
connectives. ``parts/`` has the words of whole papers by part (structure, masthead, timetable), each list by language
(see :mod:`extractor.lexicon.words`). ``places/`` has the cities and States, ``bodies/`` the bodies and their series
(see :mod:`extractor.lexicon.registry`). Adding a word changes a data file and no code. Files are read when first asked
for and kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from extractor.errors import LexiconError
from extractor.lexicon.files import names_in, read_rows, read_tables, read_text
from extractor.records import Struct

if TYPE_CHECKING:
    from extractor.lexicon.registry import Body

__all__ = [
    "DEFAULT",
    "LANGUAGES",
    "OFFICIAL",
    "Lexicon",
    "LexiconError",
    "bodies",
    "code_of",
    "load",
    "official",
    "read_rows",
    "read_text",
    "with_default",
    "written",
]

#: The six official languages of the United Nations, ISO 639-1, in the order in which ties between them are broken.
OFFICIAL = ("en", "fr", "es", "ru", "zh", "ar")


#: The language that is taken where none is known; its words stand in papers of all others.
DEFAULT = "en"


def official(language: str | None) -> str:
    """The language itself where it is an official one, else English: papers are served in no other."""
    return language if language in OFFICIAL else DEFAULT


def with_default(language: str | None) -> tuple[str | None, ...]:
    """A language, and behind it the one whose words stand in papers of all others."""
    return tuple(dict.fromkeys((language, DEFAULT)))


def code_of(language: str | None, standard: str) -> str:
    """What a standard calls a language (a column of ``languages/codes.tsv``); empty where it has no name for it."""
    return _codes().get(language or "", {}).get(standard, "")


@cache
def _codes() -> dict[str, dict[str, str]]:
    return {row["language"]: row for row in read_rows("languages/codes.tsv")}


def _languages() -> tuple[str, ...]:
    """The languages that have a file: the official ones in their order, others after them by their codes."""
    found = names_in("languages", ".toml")
    return (*(code for code in OFFICIAL if code in found), *(code for code in found if code not in OFFICIAL))


#: The languages that the lexicon has words of, ISO 639-1, in the order in which ties between them are broken.
LANGUAGES = _languages()


class Lexicon(Struct, frozen=True, eq=False):
    """The words of one language.

    ``months`` and ``weekdays`` (1 is Monday) map each printed form, in lower case, to its number. Other lists
    are asked for by their dotted table name: ``words("half_days.am")``; a missing one is empty, so that
    a language need not have every list.
    """

    language: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    tables: Mapping[str, Any]

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


@cache
def load(language: str) -> Lexicon:
    """The lexicon of `language` (ISO 639-1, one of `LANGUAGES`); raises LexiconError for another."""
    if language not in LANGUAGES:
        raise LexiconError(f"no lexicon for language {language!r}; there are {', '.join(LANGUAGES)}")
    tables = read_tables(f"languages/{language}.toml")
    bare = Lexicon(language, {}, {}, tables)
    return Lexicon(language, bare.numbers("months"), bare.numbers("weekdays"), tables)


@cache
def written(*ways: str) -> tuple[str, ...]:
    """The languages whose words are written so.

    ``spaced`` (by far the most), ``unspaced`` (Chinese) or ``attached`` (Arabic, whose particles are written together
    with the word behind them). A language file says it, or is spaced.
    """
    return tuple(code for code in LANGUAGES if (load(code).value("writing") or "spaced") in ways)


def bodies() -> dict[str, Body]:
    """The registry of bodies (``bodies.tsv``), by symbol prefix."""
    from extractor.lexicon.registry import bodies as read

    return read()
