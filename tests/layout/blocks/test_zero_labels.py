"""Numbers with a zero before them at the head of a line: `03 Harbours` is a label, a day of the month is none."""

from __future__ import annotations

import pytest

from extractor.layout.blocks.model import line_label
from tests.layout.pages import lines


@pytest.mark.parametrize("text", ["03 Harbours of the north", "09 Élection du bureau", "07 Выборы должностных лиц"])
def test_a_number_with_a_zero_before_a_title_is_a_label(text: str) -> None:
    label = line_label(lines((100, text))[0])
    assert label is not None
    assert label.value == text[1]


@pytest.mark.parametrize(
    "text", ["04 March 2033", "01 BP 1234 Abidjan", "06 août 2033", "05 minutes a speaker", "09 30 a.m.", "3 Harbours"]
)
def test_a_day_an_address_and_an_hour_are_no_labels(text: str) -> None:
    assert line_label(lines((100, text))[0]) is None
