"""Misread symbols: what the series of a paper puts right, and what it leaves alone."""

from __future__ import annotations

import pytest

from extractor.repair.symbols import Series, changes_of_symbols, series_of

TEXTS = ("See A/CN.99/WG.4/2031/1 and A/CN.9/1201/Add.1,", "E/CN.5/2031/2, E/2031/1 and A/86/150")


@pytest.fixture(scope="module")
def series() -> Series:
    return series_of(TEXTS, "CAC_COSP_WG.4_2031_1.pdf")


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("CAC/COSPWG.4/2031/3", "CAC/COSP/WG.4/2031/3"),
        ("CAC/COSP/WG.42030/4", "CAC/COSP/WG.4/2030/4"),
        ("CACCOSP/2029/17", "CAC/COSP/2029/17"),
        ("CAC/CO5P/WG.4/2031INF.1", "CAC/COSP/WG.4/2031/INF.1"),
        ("E/cN.5/2031JNGOI3", "E/CN.5/2031/NGO/3"),
        ("E.CN.5/2031/NGO/1", "E/CN.5/2031/NGO/1"),
    ],
)
def test_a_misread_symbol_is_of_the_series_that_it_looks_like(series: Series, read: str, expected: str) -> None:
    assert [change.after for change in changes_of_symbols(f"({read})", series)] == [expected]


@pytest.mark.parametrize(
    "read",
    [
        "CAC/COSP/WG.4/2031/3",  # sound
        "E/2032/1",  # another year is no misreading
        "A/87/150",
        "E/CN.6/2031/1",
        "COVID/19",
        "2031/12",
        "http://www.un.org/CAC/COSP1.html",
    ],
)
def test_what_may_be_right_is_left_alone(series: Series, read: str) -> None:
    assert changes_of_symbols(read, series) == []
