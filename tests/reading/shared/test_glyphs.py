"""How single glyphs make runs: where one ends and the next begins."""

from __future__ import annotations

import pytest

from extractor.reading.shared.fonts import is_bold
from extractor.reading.shared.glyphs import Face, Glyph, runs

FACE = Face("Serif", False, False)


def set_at(x: float, text: str, step: float = 5.0) -> list[Glyph]:
    """The glyphs of a text of ten points from this place on, each five points wide."""
    return [Glyph(char, x + step * at, 100.0, 5.0, 0.0, 10.0, FACE) for at, char in enumerate(text)]


def drawn(*glyphs: list[Glyph]) -> list[tuple[str, float, float]]:
    return [(run.text, run.x0, run.x1) for run in runs([glyph for part in glyphs for glyph in part])]


def test_a_leader_is_a_run_of_its_own() -> None:
    assert drawn(set_at(100, "draft "), set_at(130, ".....", step=8), set_at(175, "3")) == [
        ("draft ", 100, 125),
        (".....", 130, 167),
        ("3", 175, 180),
    ]


def test_stops_of_words_are_no_leader() -> None:
    assert drawn(set_at(100, "e.g. the ...")) == [("e.g. the ...", 100, 160)]


def test_a_label_before_a_narrow_tab_is_a_run_of_its_own() -> None:
    assert drawn(set_at(100, "(b)"), set_at(122, "Lamps")) == [("(b)", 100, 115), ("Lamps", 122, 147)]


def test_a_gap_as_wide_as_a_blank_is_one() -> None:
    assert drawn(set_at(100, "the"), set_at(118, "lamps")) == [("the lamps", 100, 143)]


@pytest.mark.parametrize(
    ("name", "flags", "weight", "bold"),
    [
        ("Naskh-Regular", 4, 704, False),
        ("Naskh-Bold", 4, 400, True),
        ("NotoSerif-Italic", 70, 1140, False),
        ("Naskh", 4, 704, True),
        ("Naskh-Regular", 1 << 18, 400, True),
    ],
    ids=["a name that says regular", "one that says bold", "one that says italic", "thick stems", "forced"],
)
def test_weight_is_told_by_the_name_before_the_stems(name: str, flags: int, weight: int, bold: bool) -> None:
    assert is_bold(name, flags, weight) is bold
