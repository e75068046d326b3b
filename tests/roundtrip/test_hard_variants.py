"""Traps of the format catalogue (section 10), each in a paper of its own over generated content."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.roundtrip.compare import report
from tests.roundtrip.generator import generate
from tests.roundtrip.test_roundtrip import differences

Source = dict[str, Any]


def part(source: Source, name: str) -> dict[str, Any]:
    return next(p for p in source["layout"]["parts"] if p["part"] == name)


def numbered_paragraphs_beside_item_numbers(source: Source) -> None:
    """Trap 1: the paragraph numbers 1, 2, 3 … run over all items in the very column of the item numbers."""
    counter = 0
    for item in source["items"]:
        for block in item.get("annotation", []):
            if block.get("type", "paragraph") == "paragraph":
                counter += 1
                block["number"] = str(counter)


def narrow_masthead(source: Source) -> None:
    """Trap 2: the organ takes many short lines beside the Distr. block."""
    words = source["document"]["organ"].split()
    source["layout"]["masthead"]["organ"] = [" ".join(words[i : i + 2]) for i in range(0, len(words), 2)]


def furniture_within_sentences(source: Source) -> None:
    """Trap 4: short pages, so that running heads, job numbers and notes cut the list and many sentences."""
    source["layout"]["page"] |= {"paper": "us-letter", "bottom": 330}


def titles_with_letters(source: Source) -> None:
    """Trap 11: `(c)` inside a title is no sub-item."""
    for item in source["items"]:
        if item["title"] != "Organizational matters" and not item.get("items"):
            item["title"] = "Implementation of article 4, paragraph 8 (c), of the Convention"
            break


def no_terminal_stops(source: Source) -> None:
    """Trap 12: the list has no punctuation at the ends."""
    part(source, "list")["punctuation"] = "none"


def split_symbol_in_the_smallest_letter(source: Source) -> None:
    """Trap 8: only the first letter of the symbol is large."""
    source["layout"]["masthead"]["split"] = 1


def words_broken_over_lines(source: Source) -> None:
    """Words are hyphenated at line ends, as in papers of agencies."""
    source["layout"]["page"]["hyphenate"] = True


def carried_cells_without_rules(source: Source) -> None:
    """Trap 16: an unruled table, its date and time cells empty where they repeat, over pages."""
    for index, p in enumerate(source["layout"]["parts"]):
        if p["part"] == "timetable":
            source["layout"]["parts"][index] = {"part": "timetable", "style": "date_cells", "rules": "none",
                                                "repeat": False, "inset": 14}  # fmt: skip


def letter_spaced(source: Source) -> None:
    """Expanded type, as in New York papers, but wider."""
    source["layout"]["page"]["tracking"] = 0.35


VARIANTS: list[Callable[[Source], None]] = [
    numbered_paragraphs_beside_item_numbers, narrow_masthead, furniture_within_sentences, titles_with_letters,
    no_terminal_stops, split_symbol_in_the_smallest_letter, words_broken_over_lines, carried_cells_without_rules,
    letter_spaced,
]  # fmt: skip


@pytest.mark.parametrize("vary", VARIANTS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("seed", [3, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (41, 58))])
def test_hard_variant(vary: Callable[[Source], None], seed: int) -> None:
    source = copy.deepcopy(generate(seed, "F1"))
    vary(source)
    wrong = differences(source)
    assert not wrong, report(f"{vary.__name__}, seed {seed}", wrong)
