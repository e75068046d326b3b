"""Text in two columns: which numbers show that the right column goes on where the left one ends."""

from __future__ import annotations

import pytest

from extractor.layout.columns import in_columns
from extractor.layout.lines.rows import lines_of
from tests.layout.pages import page, span

LIST = ["1. Quays", "2. Ropes", "3. Pilots", "1. Quays", "Quays of stone are kept by"]
TEXTS = ["two men.", "2. Ropes", "Ropes are tarred in the shed", "behind the light.", "3. Pilots"]


def read(left: list[str], right: list[str], floor: float) -> list[str]:
    """The lines of a page in the order of reading."""
    spans = [span(text, 100, 106 + 14 * at) for at, text in enumerate(left)]
    spans += [span(text, 320, 102 + 16 * at) for at, text in enumerate(right)]
    return [line.text for line in in_columns(lines_of(page(spans)), (), floor)[0]]


@pytest.mark.parametrize("floor", [0.0, 240.0])
def test_annotations_whose_numbers_begin_again_go_on_in_the_right_column_under_any_masthead(floor: float) -> None:
    assert read(LIST, TEXTS, floor) == LIST + TEXTS


@pytest.mark.parametrize(
    "right",
    [
        ["two men.", "1. Ropes", "Ropes are tarred in the shed", "behind the light.", "2. Pilots"],  # a list of its own
        [
            "two men.",
            "4. Ropes",
            "Ropes are tarred in the shed",
            "behind the light.",
            "5. Pilots",
        ],  # not the next number
    ],
)
def test_other_numbers_show_no_columns_where_a_masthead_may_stand(right: list[str]) -> None:
    assert read(LIST, right, 240.0) != LIST + right
