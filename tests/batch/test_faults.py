"""Kill -9 at random moments: nothing is lost, nothing is there twice, and every byte is as without."""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path

import psutil
import pytest

from extractor.batch import BatchOptions, run_batch
from extractor.batch.journal import Journal
from tests.batch.conftest import copies, json_files
from tests.batch.test_command import command

pytestmark = pytest.mark.slow

KILLS = 50
PAPERS = 200


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies(tmp_path_factory.mktemp("faults") / "papers", PAPERS)


@pytest.fixture(scope="module")
def expected(papers: Path) -> dict[str, bytes]:
    out = papers.parent / "expected"
    run_batch([str(papers)], out, BatchOptions(workers=2))
    return json_files(out)


def start(papers: Path, out: Path, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(papers, "--out", out, "--workers", 2, *options), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def check(out: Path, expected: dict[str, bytes]) -> None:
    assert json_files(out) == expected
    journal = Journal(out)
    entries = list(journal.entries())
    journal.close()
    assert len(entries) == len(expected) == PAPERS
    assert {entry.name for entry in entries} == expected.keys()


def test_killing_the_supervisor(papers: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    chance = random.Random(1946)
    out = tmp_path / "out"
    whole = 0
    for _ in range(KILLS):
        process = start(papers, out)
        time.sleep(chance.uniform(0.2, 1.5))
        process.kill()
        process.wait()
        if len(json_files(out)) == PAPERS:  # done before it could be killed fifty times: from the start again
            assert start(papers, out).wait(timeout=300) == 0
            check(out, expected)
            whole += 1
            out = tmp_path / f"out{whole}"
    assert start(papers, out).wait(timeout=300) == 0
    check(out, expected)


def test_killing_workers(papers: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    chance = random.Random(1945)
    killed = 0
    out = tmp_path / "out"
    process = start(papers, out)
    while killed < KILLS:
        if process.poll() is not None:
            assert process.returncode in (0, 10)
            process = start(papers, out, "--force")
        time.sleep(chance.uniform(0.02, 0.2))
        try:
            # the workers are the grandchildren: the server that forks them stands between
            children = psutil.Process(process.pid).children(recursive=True)
            workers = [child for child in children if child.ppid() != process.pid]
        except psutil.NoSuchProcess:
            continue
        if workers:
            chance.choice(workers).kill()
            killed += 1
    assert process.wait(timeout=300) in (0, 10)
    # what died with its worker is a failure of its own that may pass, and passes
    assert start(papers, out, "--retry-failed").wait(timeout=300) == 0
    check(out, expected)
