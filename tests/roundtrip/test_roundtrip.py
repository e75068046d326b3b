"""Generated agendas, typeset and extracted, equal their source: twenty always, over two hundred in `make test-all`."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.roundtrip.compare import Difference, compare, report
from tests.roundtrip.generator import generate
from tools.typeset.press import press
from tools.typeset.truth import truth

FIXED = range(20)
MANY = range(100, 320)


def differences(source: dict[str, Any]) -> list[Difference]:
    """What extraction of the printed source gets wrong."""
    from extractor import extract

    found = json.loads(extract(press(source)).to_json())
    return compare(json.loads(json.dumps(truth(source))), found)


@pytest.mark.parametrize("seed", FIXED)
def test_source_comes_back(seed: int) -> None:
    wrong = differences(generate(seed))
    assert not wrong, report(f"seed {seed}", wrong)


@pytest.mark.slow
@pytest.mark.parametrize("seed", MANY)
def test_many_sources_come_back(seed: int) -> None:
    wrong = differences(generate(seed))
    assert not wrong, report(f"seed {seed}", wrong)


def test_same_seed_same_agenda() -> None:
    assert generate(7) == generate(7)
    assert generate(7) != generate(8)
