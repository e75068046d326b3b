"""The page about the formats names every format, and every column as the code has it."""

from __future__ import annotations

from extractor.cli.formats import CHOICES, TABLES
from extractor.export.formats import FORMATS, TABLE_FORMATS, TABLE_NAMES
from tests.conftest import ROOT
from tools import format_docs


def test_the_columns_are_those_of_the_code() -> None:
    """When this fails: ``make pages``."""
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert format_docs.merged(text) == text


def test_every_format_is_documented() -> None:
    assert sorted(CHOICES) == sorted((*FORMATS, *TABLE_FORMATS))
    assert TABLES == TABLE_NAMES
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    table = [line for line in text.splitlines() if line.startswith("| `")]
    assert all(any(f"`{format}`" in line.split("|")[1] for line in table) for format in CHOICES)
