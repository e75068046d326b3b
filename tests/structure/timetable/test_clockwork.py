"""Cells that hold nothing but a time."""

from __future__ import annotations

import pytest

from extractor.structure.timetable.words import is_clockwork


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("10.30 a 13.00", True),
        ("10.30 à 13.00", True),
        ("١٠:٠٠-١٣:٠٠", True),
        ("4.1 y 4.2", False),
        ("10.30 Apertura", False),
    ],
)
def test_hours_with_minutes(text: str, answer: bool) -> None:
    assert is_clockwork(text) is answer
