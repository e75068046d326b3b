"""What the generated pages share: the tables of the tests, cells of Markdown, and parts between two marks."""

from __future__ import annotations

import pathlib

ROOT = pathlib.Path(__file__).parents[1]
LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "zh": "Chinese", "ar": "Arabic"}


def cell(text: str) -> str:
    """``text`` as a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("\n", " ⏎ ").replace("*", "\\*").replace("_", "\\_")


def replaced(old: str, begin: str, end: str, part: str) -> str:
    """``old`` with ``part`` for what stands between two marks, the marks included; other text is left alone.

    Raises ``ValueError`` where a mark is missing.
    """
    return old[: old.index(begin)] + part + old[old.index(end) + len(end) :]


def lines(name: str) -> list[str]:
    """The lines of a table of the grammar's tests, remarks with them."""
    return (ROOT / "tests" / "grammar" / name).read_text(encoding="utf-8").splitlines()


def table(name: str) -> list[list[str]]:
    """The rows of a table whose cells are parted by tabs; ``\\n`` in a cell is a line break."""
    return [[one.replace("\\n", "\n") for one in line.split("\t")] for line in lines(name) if line and line[0] != "#"]
