"""Kill -9 at random moments: nothing is lost, nothing is there twice, every byte is as without, and nothing is left."""

from __future__ import annotations

import os
import random
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

import psutil
import pytest

from extractor.batch import BatchOptions, run_batch
from extractor.batch.journal import Journal
from tests.batch.conftest import copies, json_files
from tests.batch.test_command import command
from tests.conftest import ROOT

Victim = Literal["supervisor", "server", "worker"]
VICTIMS: tuple[Victim, ...] = ("supervisor", "server", "worker")
#: Seconds after the start of a batch, or after the last kill, at which the next one comes: from before the journal is
#: there until papers are under way.
LATEST = 2.5


class Tormented:
    """A batch that is killed again and again, with all processes that were ever seen of it.

    Args:
        papers: the folder of its papers.
        expected: what comes of them when nothing goes wrong.
        home: where it writes.
        short: its folder for temporary files.
        chance: says when what is killed.
    """

    def __init__(
        self, papers: Path, expected: dict[str, bytes], home: Path, short: Path, chance: random.Random
    ) -> None:
        self.papers, self.expected, self.home, self.short, self.chance = papers, expected, home, short, chance
        self.round = 0
        self.seen: set[psutil.Process] = set()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def out(self) -> Path:
        return self.home / f"out{self.round}"

    @property
    def lines(self) -> Path:
        return self.home / f"out{self.round}.jsonl"

    def start(self) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "TMPDIR": str(self.short), "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            command(self.papers, "--out", self.out, "--jsonl", self.lines, "--workers", 2, "--retry-failed"),
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        return self.process

    def kill(self, victim: Victim) -> bool:
        """Kill one of them; whether there was one."""
        process = self.process if self.process and self.process.poll() is None else self.ended()
        time.sleep(self.chance.uniform(0, LATEST))
        with suppress(psutil.NoSuchProcess):
            top = psutil.Process(process.pid)
            children = top.children(recursive=True)
            self.seen.update(children)
            found = {
                "supervisor": [top],
                "server": [child for child in children if "forkserver" in " ".join(child.cmdline())
                           and child.ppid() == top.pid],
                "worker": [child for child in children if child.ppid() != top.pid],
            }[victim]  # fmt: skip
            if found:
                self.chance.choice(found).kill()
                if victim == "supervisor":
                    process.communicate()
                return True
        return False

    def ended(self) -> subprocess.Popen[bytes]:
        """The one before has come to its end, if there was one: look at what it made, and begin another."""
        if self.process is not None and self.process.returncode != -9:
            self.finish()
            self.round += 1
        return self.start()

    def finish(self) -> None:
        """Let the batch come to its end, and once more for what died of a kill; then nothing may be missing."""
        if self.process is None or self.process.returncode == -9:
            self.start()
        assert self.process is not None
        _, told = self.process.communicate(timeout=300)
        assert self.process.returncode in (0, 10), told
        _, told = self.start().communicate(timeout=300)
        assert self.process.returncode == 0, told
        assert b"Traceback" not in told
        self.check()

    def check(self) -> None:
        """Nothing is lost, nothing is there twice, and nothing is left."""
        assert json_files(self.out) == self.expected
        assert len(self.lines.read_bytes().splitlines()) == len(self.expected)
        journal = Journal(self.out)
        names = [entry.name for entry in journal.entries()]
        journal.close()
        assert sorted(map(str, names)) == sorted(self.expected)
        assert psutil.wait_procs(self.seen, timeout=60)[1] == []
        left = {path.name for path in self.out.iterdir() if path.suffix != ".json"}
        assert left == {".lock", ".work", "journal.sqlite", "report.html"}
        assert list((self.out / ".work").iterdir()) == []
        assert [path.name for path in self.home.iterdir() if path.name.startswith(".")] == []
        assert list(self.short.iterdir()) == []


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder for temporary files with a short path: that of a socket may have 107 bytes."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def torment(one: Tormented, kills: int) -> None:
    """So many kills, of each kind the same number, in an order and at moments that chance gives."""
    left = [victim for victim in VICTIMS for _ in range(kills // len(VICTIMS))]
    one.chance.shuffle(left)
    while left:
        if one.kill(left[-1]):
            left.pop()
    one.finish()


def test_kills_at_nine_moments(many: Path, undisturbed: dict[str, bytes], tmp_path: Path, short: Path) -> None:
    torment(Tormented(many, undisturbed, tmp_path, short, random.Random(1945)), 9)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1946, 1953))
def test_kills_at_two_hundred_moments(seed: int, tmp_path: Path, short: Path) -> None:
    """Thirty for each seed, so that workers of pytest can share them."""
    papers = copies(tmp_path / "papers", 200)
    out = tmp_path / "expected"
    assert run_batch([str(papers)], out, BatchOptions(engine="serial")).failed == 0
    torment(Tormented(papers, json_files(out), tmp_path, short, random.Random(seed)), 30)
