"""A small archive of the samples, and how to look at what a batch has made."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Four samples in a folder with a folder in it."""
    folder = tmp_path / "archive"
    (folder / "below").mkdir(parents=True)
    for index, sample in enumerate(SAMPLES[:4]):
        shutil.copy(sample, folder / "below" if index % 2 else folder)
    return folder


@pytest.fixture
def outputs() -> Callable[[Path], dict[str, bytes]]:
    """The JSON files of an output folder with their bytes."""

    def read(folder: Path) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(folder.glob("*.json"))}

    return read
