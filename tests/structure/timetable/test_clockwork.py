"""Cells that hold nothing but a time."""

from __future__ import annotations

import pytest

from extractor.structure.timetable.phrases import column_role
from extractor.structure.timetable.words import is_clockwork


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("10.30 a 13.00", True),
        ("10.30 à 13.00", True),
        ("١٠:٠٠-١٣:٠٠", True),
        ("4.1 y 4.2", False),
        ("05/06/2034", True),
        ("5.6.2034", True),
        ("1/2034", False),
        ("10.30 Apertura", False),
    ],
)
def test_hours_with_minutes(text: str, answer: bool) -> None:
    assert is_clockwork(text) is answer


@pytest.mark.parametrize(
    "head",
    ["Agenda item and activity", "Point de l’ordre du jour et activité", "Temas del programa y actividades",
     "Пункт повестки дня и мероприятие", "议程项目和活动", "بند جدول الأعمال والنشاط"],
)  # fmt: skip
def test_the_head_of_items_and_what_is_done_with_them(head: str) -> None:
    assert column_role(head) == "title"
