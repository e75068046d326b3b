"""What is printed like a time, a label or a second symbol and is none."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.grammar import find_symbols, find_times
from extractor.grammar.numbering import read_label


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("at 25:00", []),
        ("at 24:30", []),
        ("from 10:00 to 24:30", [dt.time(10)]),
        ("中午11时30分", [dt.time(11, 30)]),
        ("中午12时30分", [dt.time(12, 30)]),
    ],
)
def test_a_day_has_24_hours_and_noon_two(text: str, times: list[dt.time]) -> None:
    assert [start for span in find_times(text) for start, _ in span.sittings] == times


def test_no_label_is_zero_and_no_bare_one_begins_with_it() -> None:
    assert read_label("0. Opening of the session") is None
    assert read_label("09 30 Opening of the session") is None
    assert read_label("01. Opening of the session").value == "1"
    label = read_label("10. Opening of the session")
    assert label is not None
    assert label.value == "10"


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("A/80/1-S/5", ["A/80/1-S/5"]),
        ("A/80/1-S/2031/5", ["A/80/1", "S/2031/5"]),
    ],
)
def test_a_joint_symbol_has_two_whole_halves(text: str, symbols: list[str]) -> None:
    assert [span.text for span in find_symbols(text)] == symbols
