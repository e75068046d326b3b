"""Thousands of damaged copies of the samples through a batch's workers: none hangs, is lost or goes unexplained."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from extractor import errors, extract
from extractor.batch.executors.local import LocalExecutor
from extractor.batch.executors.protocol import WorkLimits
from extractor.batch.work import Failure, Result, Task, WorkOptions
from tests.conftest import sample_pdfs
from tests.hostile.mutate import copies

#: So many in all, in parts that workers of pytest can share.
COUNT, PARTS = 5_000, 10
#: What a damaged paper may end in; `internal` is a fault of ours.
EXPLAINED = frozenset(
    {"input.damaged", "input.no_text_layer", "input.not_a_pdf", "input.encrypted", "input.limit_exceeded"}
    | {"limit.time", "limit.memory", "worker.crashed"}
)


def papers() -> list[bytes]:
    return [path.read_bytes() for path in sample_pdfs()]


def test_the_seed_decides() -> None:
    assert list(copies(papers(), 30)) == list(copies(papers(), 30))
    assert len(set(copies(papers(), 100))) == 100


def test_some_in_this_process() -> None:
    ends: Counter[str] = Counter()
    for data in copies(papers(), 80, seed=1):
        try:
            extract(data)
            ends["ok"] += 1
        except errors.AgendaError as error:
            ends[error.code] += 1
    assert ends.keys() <= EXPLAINED | {"ok"}
    assert ends["ok"] > 16  # damage that nothing survives would test nothing but the opening of files


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_thousands_through_workers(part: int, tmp_path: Path) -> None:
    executor = LocalExecutor(2, WorkLimits(seconds=30))
    waiting: dict[str, Task] = {}
    ends: Counter[str] = Counter()
    faults: list[tuple[str, str]] = []

    def collect() -> None:
        outcome = executor.next(120)
        assert outcome is not None, f"nothing came in two minutes; {len(waiting)} papers are under way"
        task, end = outcome
        del waiting[task.path]
        if isinstance(end, Result):
            ends["ok"] += 1
            assert json.loads(Path(task.target).read_bytes())["schema_version"]
            Path(task.target).unlink()
        else:
            assert isinstance(end, Failure)
            ends[end.category] += 1
            assert not Path(task.target).exists()
            if end.category not in EXPLAINED:
                faults.append((task.path, end.message))
        Path(task.path).unlink()

    try:
        for number, data in enumerate(copies(papers(), COUNT // PARTS, seed=2 + part)):
            path = tmp_path / f"{number:05}.pdf"
            path.write_bytes(data)
            target = tmp_path / f"{number:05}.json"
            task = Task(str(path), path.name, hashlib.sha256(data).hexdigest(), str(target), WorkOptions())
            waiting[task.path] = task
            executor.submit(task)
            if len(waiting) >= executor.capacity:
                collect()
        while waiting:
            collect()
        executor.close()
    finally:
        executor.stop()
    print(dict(ends))
    assert not faults, faults[:10]
    assert sum(ends.values()) == COUNT // PARTS
    assert not list(tmp_path.iterdir())
