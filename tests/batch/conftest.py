"""A small archive of the samples, and how to look at what a batch has made."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.batch import BatchOptions, run_batch
from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))
#: Those that are read soonest: what many papers test is the batch, not the reading.
SHORT = sorted(SAMPLES, key=lambda path: path.stat().st_size)[:6]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Four samples in a folder with a folder in it."""
    folder = tmp_path / "archive"
    (folder / "below").mkdir(parents=True)
    for index, sample in enumerate(SAMPLES[:4]):
        shutil.copy(sample, folder / "below" if index % 2 else folder)
    return folder


def copies(folder: Path, count: int) -> Path:
    """So many papers, no two of the same bytes, in a new folder."""
    folder.mkdir()
    for index in range(count):
        content = SHORT[index % len(SHORT)].read_bytes()
        (folder / f"{index:03}.pdf").write_bytes(content + f"\n% copy {index}\n".encode())
    return folder


def json_files(folder: Path) -> dict[str, bytes]:
    """The JSON files of an output folder with their bytes."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.json"))}


@pytest.fixture
def outputs() -> Callable[[Path], dict[str, bytes]]:
    """Reads the JSON files of an output folder."""
    return json_files


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fifty papers."""
    return copies(tmp_path_factory.mktemp("batch") / "many", 50)


@pytest.fixture(scope="session")
def undisturbed(many: Path) -> dict[str, bytes]:
    """What comes of them when nothing goes wrong."""
    out = many.parent / "undisturbed"
    assert run_batch([str(many)], out, BatchOptions(engine="serial")).failed == 0
    return json_files(out)
