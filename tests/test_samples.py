"""Each sample, extracted, equals its truth; and samples/ is what tools.typeset makes of the sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.roundtrip.compare import compare, report
from tools.typeset.press import press
from tools.typeset.truth import truth

SOURCES = sorted(SAMPLES.glob("*.source.json"))
NAMES = [path.name.removesuffix(".source.json") for path in SOURCES]


def test_there_are_samples_enough() -> None:
    assert len(SOURCES) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_extracted_equals_truth(name: str) -> None:
    from extractor import extract

    expected = json.loads((SAMPLES / f"{name}.truth.json").read_text(encoding="utf-8"))
    found = json.loads(extract(SAMPLES / f"{name}.pdf").to_json())
    differences = compare(expected, found)
    assert not differences, report(name, differences)


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_truth_is_fresh(path: Path) -> None:
    source = json.loads(path.read_text(encoding="utf-8"))
    written = path.with_name(path.name.replace(".source.", ".truth."))
    assert truth(source) == json.loads(written.read_text(encoding="utf-8")), "run `make samples`"


@pytest.mark.parametrize("path", SOURCES[:2], ids=NAMES[:2])
def test_same_source_same_text(path: Path) -> None:
    """The bytes may change with the version of Typst; within one version they must not."""
    source = json.loads(path.read_text(encoding="utf-8"))
    assert press(source) == press(source)
