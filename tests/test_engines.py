"""Two engines, one truth: on Latin-script agendas both give the same JSON but for boxes.

The boxes agree within two points.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor import extract
from tests.conftest import corpus_agendas, sample_pdfs

#: Points by which the boxes of the engines may differ.
TOLERANCE = 2.0


def without_boxes(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_boxes(inner) for key, inner in value.items() if key != "bbox"}
    return [without_boxes(inner) for inner in value] if isinstance(value, list) else value


def boxes(value: Any) -> Iterator[list[float]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "bbox" and inner:
                yield inner
            else:
                yield from boxes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from boxes(inner)


def same(pdf: Path) -> None:
    one = json.loads(extract(pdf, engine="pdfium").to_json())
    two = json.loads(extract(pdf, engine="pdfplumber").to_json())
    assert without_boxes(one) == without_boxes(two)
    apart = [
        abs(a - b)
        for first, second in zip(boxes(one), boxes(two), strict=True)
        for a, b in zip(first, second, strict=True)
    ]
    assert max(apart, default=0.0) <= TOLERANCE


@pytest.mark.parametrize("pdf", sample_pdfs(), ids=lambda pdf: pdf.stem)
def test_samples_read_the_same(pdf: Path) -> None:
    same(pdf)


@pytest.mark.slow
@pytest.mark.parametrize("pdf", corpus_agendas(), ids=lambda pdf: pdf.stem)
def test_real_agendas_read_the_same(pdf: Path) -> None:
    same(pdf)
