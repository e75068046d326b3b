"""The page about the formats names every format, and every column as the code has it."""

from __future__ import annotations

from extractor.export.formats import NAMES, TABLE_NAMES
from extractor.export.tables import TABLES
from tests.conftest import ROOT
from tools import format_docs


def test_the_columns_are_those_of_the_code() -> None:
    """When this fails: ``make pages``."""
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert format_docs.merged(text) == text


def test_every_format_is_documented() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    table = [line for line in text.splitlines() if line.startswith("| `")]
    assert all(any(f"`{format}`" in line.split("|")[1] for line in table) for format in NAMES)


def test_the_tables_that_can_be_chosen_are_those_that_have_columns() -> None:
    assert tuple(TABLES) == TABLE_NAMES
