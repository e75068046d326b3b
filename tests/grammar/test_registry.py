"""The registry of bodies: every row is whole, its certainty is known, its prefix parses."""

from __future__ import annotations

import re
import zoneinfo
from collections import Counter

import pytest

from extractor import built
from extractor.grammar import SymbolError, parse_symbol
from extractor.lexicon import LexiconError, registry
from extractor.lexicon.organs import organs
from extractor.lexicon.registry import Body, bodies, body_of, countries, parent_of
from tests.each import each

ROWS = list(bodies().values())


def test_size_and_certainty() -> None:
    assert len(ROWS) >= 640
    assert set(Counter(row.certainty for row in ROWS)) == {"certain", "likely", "inferred", "unverified"}


@each(ROWS)
def test_rows(row: Body) -> None:
    assert row.name
    assert row.seat
    assert row.source
    assert row.timezone
    zoneinfo.ZoneInfo(row.timezone)
    parent = parent_of(row)  # KeyError: a parent that no table names
    assert parent is None or parent.name
    assert row.from_year is None or row.to_year is None or row.from_year <= row.to_year


@each(ROWS)
def test_prefixes_parse(row: Body) -> None:
    tails = ["1/1"] if row.prefix.endswith(".") else ["/2024/1", "/1"]
    for tail in tails:
        try:
            symbol = parse_symbol(row.prefix + tail)
        except SymbolError:
            continue
        assert symbol.body is not None
        assert symbol.body.prefix.startswith(row.prefix)
        return
    raise AssertionError(f"no symbol with prefix {row.prefix!r} parses")


def test_parents_lead_to_the_head() -> None:
    for row in ROWS:
        seen = {row.prefix}
        above = parent_of(row)
        while above is not None and above.body is not None and above.body.prefix not in seen:
            seen.add(above.body.prefix)
            above = parent_of(above.body)
        assert len(seen) < 8


def test_longest_prefix() -> None:
    row = body_of("A/AC.105/C.2/L.330")
    assert row is not None
    assert row.prefix == "A/AC.105/C.2"
    assert body_of("nothing/1") is None
    assert body_of("") is None


def test_organs_are_distinguished() -> None:
    ids = [organ.id for organ in organs()]
    assert len(ids) == len(set(ids))
    for organ in organs():
        assert organ.name
        assert organ.names


def test_country_codes() -> None:
    assert len(countries()) > 200
    assert all(len(code) == 3 and code.isupper() for code in countries())


HEAD = "prefix\tname_en\tparent\tseat\ttimezone\tfrom_year\tto_year\tsource\tcertainty\tnote\n"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("A/CN.99\tHarbours\tGeneral Assembly\tGeneva\tEurope/Zurich\tcertain", "line 2: it has 6 columns, not 10"),
        ("A/CN.99\tHarbours\tGeneral Assembly\tGeneva\tEurope/Zurich\t\t\tGK\tguessed\t", "its certainty is 'guessed'"),
    ],
)
def test_a_row_that_is_not_whole_is_refused_with_its_line(row: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "read_text", lambda _name: HEAD + row + "\n")
    monkeypatch.setattr(built, "answers", {})  # a command that ran in this process has left those of the build
    with pytest.raises(LexiconError, match=re.escape(why)):
        bodies.__wrapped__()
