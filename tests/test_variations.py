"""Harmless variations of the samples give the values of the samples: a part in each run, all in the slow one."""

from __future__ import annotations

import pytest

from tools.variations.run import NAMES, failures, is_open, pairs, samples

#: One pair of sample and variation in so many: each variation with one sample at least every other time.
_PART = 29
_FEW = [pair for pair in pairs(_PART) if not is_open(*pair)]


def test_there_are_variations_enough() -> None:
    assert len(NAMES) >= 50
    assert len(pairs()) == len(NAMES) * len(samples())


@pytest.mark.parametrize(("sample", "name"), _FEW, ids=[f"{sample}-{name}" for sample, name in _FEW])
def test_variations(sample: str, name: str) -> None:
    assert failures(sample, name) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_all_variations(name: str) -> None:
    assert {s: found for s in samples() if not is_open(s, name) and (found := failures(s, name))} == {}
