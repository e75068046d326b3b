"""The data files of the lexicon, and those of one more directory.

A developer who tries a new language, and the tests, name a directory in the environment variable
``UN_AGENDA_LEXICON``. It has the same folders; its tables are merged into those of the package, file by file, so that
it needs to hold nothing but what is new.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

from extractor.built import MORE_WORDS, toml
from extractor.errors import LexiconError, UsageError

#: A parsed TOML table.
Table = dict[str, Any]


# `importlib.resources` would load what makes temporary files and unpacks archives, in each process.
_PACKAGE = Path(__file__).parent


def _roots() -> tuple[Path, ...]:
    """The package's own data and, where there is one, the directory of the environment variable."""
    more = os.environ.get(MORE_WORDS)
    if more and not Path(more).is_dir():
        raise UsageError(f"{MORE_WORDS}: no folder '{more}'")
    return (_PACKAGE, Path(more)) if more else (_PACKAGE,)


def names_in(folder: str, suffix: str) -> list[str]:
    """The names, without `suffix`, of the files of a folder that end with it, sorted."""
    found: set[str] = set()
    for root in _roots():
        place = root.joinpath(folder)
        if place.is_dir():
            found.update(entry.name.removesuffix(suffix) for entry in place.iterdir() if entry.name.endswith(suffix))
    return sorted(found)


def read_text(name: str) -> str:
    """The text of a data file of the package; of the other directory where only that has it."""
    return texts(name)[0]


def texts(name: str) -> tuple[str, ...]:
    """The text of a data file of the package, and that of the other directory where it has one of the name."""
    places = [root.joinpath(name) for root in _roots()]
    return tuple(
        [place.read_text(encoding="utf-8") for place in [one for one in places if one.is_file()] or places[:1]]
    )


@cache
def read_tables(name: str) -> Table:
    """The tables of a TOML file, with those that the other directory adds. They are shared: do not change them."""
    tables: Table = {}
    for text in texts(name):
        try:
            _merge(tables, toml(text))
        except ValueError as error:  # the package's own are parsed by its tests
            raise LexiconError(f"{name} is not a TOML file: {error}") from error
    return tables


def _merge(tables: Table, more: Table) -> None:
    """Add tables to tables: lists are lengthened, other values replaced."""
    for key, value in more.items():
        known = tables.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            _merge(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            known += value
        else:
            tables[key] = value


@cache
def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of a TSV file; the first line that is not a comment names the columns, empty cells are ''.

    Rows of the other directory come behind those of the package, each with the columns of its own file.
    """
    rows: list[dict[str, str]] = []
    for text in texts(name):
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        head = lines[0].split("\t")
        rows += [dict(zip(head, line.split("\t") + [""] * len(head), strict=False)) for line in lines[1:]]
    return rows
