"""Where a text stands in the lines from which it was read."""

from __future__ import annotations

import pytest

from extractor.layout.lines.rows import lines_of
from extractor.layout.lines.widths import natural_width
from extractor.layout.places import find, places_of_text, stretches
from tests.layout.pages import page, span

WHOLE = "Report on the lamps (A/AC.999/2031/4) and list of bells (A/AC.999/2031/5)"


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("and list of bells", ["and list of bells"]),
        ("Report on the lamps and list of bells", ["Report on the lamps", "and list of bells"]),
        ("Re-port  on the lamps", ["Report on the lamps"]),
        ("Report on buoys", []),
        ("", []),
    ],
)
def test_a_text_stands_in_the_stretches_that_were_left_of_it(part: str, found: list[str]) -> None:
    assert [WHOLE[start:end] for start, end in stretches(WHOLE, part) if end > start] == found


def test_a_text_is_found_from_its_first_to_its_last_stretch() -> None:
    found = find(WHOLE, "Report on the lamps and list of bells")
    assert found is not None
    assert WHOLE[slice(*found)] == "Report on the lamps (A/AC.999/2031/4) and list of bells"
    assert find(WHOLE, "lamps", 20) is None


def test_what_was_cut_out_of_a_title_is_outside_its_boxes() -> None:
    lines = lines_of(page([span(WHOLE, 100.0, 300.0, 10)]))
    one, two = places_of_text(lines, "Report on the lamps and list of bells")
    (symbol,) = places_of_text(lines, "(A/AC.999/2031/4)")
    assert one.bbox[2] <= symbol.bbox[0]
    assert symbol.bbox[2] <= two.bbox[0]


def test_letters_are_as_wide_as_they_are_set() -> None:
    assert natural_width("\u0627\u0644") < natural_width("\u0633\u0634")
    assert natural_width("\u0628\u064e") == natural_width("\u0628")
