"""Each hostile file ends in one of its categories, inside its limits, and neither launches nor writes anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile import cases_content, cases_fields, cases_refer, cases_size
from tests.hostile.case import CONTAINED, Case
from tests.hostile.child import MEMORY, Reader

CASES: dict[str, Case] = {**cases_size.CASES, **cases_refer.CASES, **cases_content.CASES}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The process that reads; where it works must stay empty."""
    scratch = tmp_path_factory.mktemp("scratch")
    reader = Reader(scratch)
    yield reader
    reader.close()
    assert not list(scratch.iterdir())


#: Those that take seconds each, because only a limit of the worker ends them.
COSTLY = [name for name, one in CASES.items() if one.ends & CONTAINED]
#: Those that take seconds because they are long; that time grows with length alone is counted in tests/growth.
LONG = ["5,000 items", "5,000 lettered items", "5,000 sittings", "5,000 footnotes"]
CHEAP = [name for name in CASES if name not in (*COSTLY, *LONG)]
SLOW = [pytest.param(name, marks=pytest.mark.slow) for name in (*COSTLY, *LONG)]


@pytest.mark.parametrize("name", [*CHEAP, *SLOW])
def test_ends_as_it_may(name: str, reader: Reader, tmp_path: Path) -> None:
    one = CASES[name]
    path = tmp_path / "paper.pdf"
    path.write_bytes(one.build())
    outcome = reader.read(path, seconds=one.seconds)
    print(f"{name}: {outcome.category} {outcome.seconds:.1f} s {outcome.peak} MiB {outcome.message}")
    assert outcome.category in one.ends, outcome
    assert outcome.category in CONTAINED or "\n" not in outcome.message
    assert not outcome.touched
    assert outcome.seconds < one.seconds + 5
    assert outcome.peak < (MEMORY >> 20) + 400
    assert [found.name for found in tmp_path.iterdir()] == ["paper.pdf"]
    if outcome.result is not None and one.whole:
        titles = [item["title"] for item in outcome.result["items"]]
        assert titles == ["Opening of the session", "Adoption of the agenda", "Other matters"]


@pytest.mark.slow
@pytest.mark.parametrize("name", cases_fields.FIELDS)
def test_repetition_in_a_field_takes_no_time(name: str, reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    late: list[str] = []
    for one, made in cases_fields.CASES.items():
        if one.startswith(f"{name} of "):
            path.write_bytes(made.build())
            outcome = reader.read(path, seconds=made.seconds)
            if outcome.category not in made.ends:
                late.append(f"{one}: {outcome.category} {outcome.message}")
    assert late == []
