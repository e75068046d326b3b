"""How a batch scales: workers, overhead, start-up, memory over many papers, and resuming a large archive.

Run by ``make bench``. Prints ratios, since the machine is shared; each measure is the median of several runs taken in
turn.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from extractor.batch import BatchOptions, LocalExecutor, run_batch
from extractor.batch.journal import Entry, Journal, Seen
from extractor.batch.progress import Silent
from extractor.batch.work import Failure, Result

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))
PAPERS = 200
LONG = int(os.environ.get("UN_AGENDA_BENCH_PAPERS", "5000"))
#: Many short turns: a shared machine is a fifth slower or faster from one minute to the next, and what is compared must
#: lie within seconds of one another.
TURNS = 21
ARCHIVE = 100_000


class Memory(Silent):
    """Keeps the workers' peak of memory, paper by paper."""

    def __init__(self) -> None:
        self.peaks: list[int] = []

    def done(self, path: str, result: Result) -> None:
        self.peaks.append(result.memory)

    def failed(self, path: str, failure: Failure) -> None:
        raise SystemExit(f"{path}: {failure.message}")


def copies(folder: Path, count: int) -> Path:
    """So many papers, no two of the same bytes."""
    folder.mkdir()
    for index in range(count):
        content = SAMPLES[index % len(SAMPLES)].read_bytes()
        (folder / f"{index:06}.pdf").write_bytes(content + f"\n% copy {index}\n".encode())
    return folder


def bare(folder: Path, out: Path) -> float:
    """Seconds of a loop over `extract()` that writes each JSON."""
    from extractor import extract

    out.mkdir()
    start = time.perf_counter()
    for path in sorted(folder.iterdir()):
        (out / f"{path.stem}.json").write_text(extract(path).to_json() + "\n")
    return time.perf_counter() - start


class Kept(LocalExecutor):
    """Workers that outlive a batch: what it takes to start them is measured by itself."""

    def close(self) -> None:
        pass


def batch(folder: Path, out: Path, executor: Kept) -> float:
    """Seconds of a whole batch, from looking through the folder to the last paper's name."""
    start = time.perf_counter()
    summary = run_batch([str(folder)], out, BatchOptions(report=False), executor=executor)
    assert summary.failed == 0
    return time.perf_counter() - start


def turns(folder: Path, root: Path) -> dict[str, list[float]]:
    """Seconds of each turn of the bare loop, of one worker and of two, each time in another order."""
    one, two = Kept(1), Kept(2)
    measures = {
        "bare": lambda out: bare(folder, out),
        "one": lambda out: batch(folder, out, one),
        "two": lambda out: batch(folder, out, two),
    }
    taken: dict[str, list[float]] = {name: [] for name in measures}
    try:
        for turn in range(-1, TURNS):  # the first lets all load the program, and does not count
            names = list(measures)
            for name in names[turn % 3 :] + names[: turn % 3]:
                os.sync()  # what one leaves to be written is not the next one's burden
                seconds = measures[name](root / f"{name}{turn}")
                if turn >= 0:
                    taken[name].append(seconds)
    finally:
        one.stop()
        two.stop()
    return taken


def start_up(folder: Path, out: Path) -> float:
    """Seconds of the whole command for one paper, from the interpreter's start to its end."""
    paper = min(folder.iterdir())
    command = [sys.executable, "-m", "extractor", "batch", str(paper), "--out", str(out), "--quiet"]
    start = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - start


def resume(root: Path) -> tuple[float, float]:
    """Seconds that a finished batch of ARCHIVE papers takes to see that nothing is to be done, and to be dry-run."""
    folder, out = root / "archive", root / "archive-out"
    folder.mkdir()
    out.mkdir()
    from extractor import __version__
    from extractor.batch import WorkOptions

    journal = Journal(out)
    journal._db.execute("PRAGMA synchronous=OFF")
    journal._db.execute("BEGIN")
    seen = []
    for index in range(ARCHIVE):
        path = folder / f"{index:06}.pdf"
        path.touch()
        (out / f"{index:06}.json").touch()
        status = path.stat()
        sha256 = f"{index:064x}"
        seen.append(Seen(str(path), status.st_size, status.st_mtime_ns, sha256))
        journal.put(
            Entry(sha256, __version__, WorkOptions().key, str(path), "done", 0.1, 0, 1, kind="agenda", pages=1,
                  base=f"{index:06}", name=f"{index:06}.json")
        )  # fmt: skip
    journal._db.execute("COMMIT")
    journal.remember(seen)
    journal.close()
    start = time.perf_counter()
    summary = run_batch([str(folder)], out, BatchOptions(report=False))
    again = time.perf_counter() - start
    assert (summary.reused, summary.planned) == (ARCHIVE, 0)
    start = time.perf_counter()
    run_batch([str(folder)], out, BatchOptions(dry_run=True))
    return again, time.perf_counter() - start


def slope(peaks: list[int]) -> float:
    """Growth in bytes a paper, by least squares, of the second half (the first fills caches)."""
    half = peaks[len(peaks) // 2 :]
    return statistics.linear_regression(range(len(half)), half).slope


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        folder = copies(root / "papers", PAPERS)
        taken = turns(folder, root)
        bares, ones, twos = taken["bare"], taken["one"], taken["two"]
        starts = [start_up(folder, root / f"start{run}") for run in range(5)]
        middle = statistics.median
        print(f"batch of {PAPERS} papers, median of {TURNS} turns")
        print(f"  papers a second: bare loop {PAPERS / middle(bares):.0f}, 1 worker {PAPERS / middle(ones):.0f},"
              f" 2 workers {PAPERS / middle(twos):.0f}")  # fmt: skip
        print(f"  2 workers / 1 worker      {middle(a / b for a, b in zip(ones, twos, strict=True)):.2f}  (1.8 wanted)")
        overhead = middle(one / bare - 1 for one, bare in zip(ones, bares, strict=True))
        print(f"  overhead over a bare loop {100 * overhead:.1f} %  (5 % wanted)")
        print(f"  start-up, one paper       {middle(starts):.2f} s  (1.5 s wanted)")
        memory = Memory()
        long = copies(root / "long", LONG)
        run_batch([str(long)], root / "long-out", BatchOptions(workers=2, report=False), progress=memory)
        print(f"  a worker's peak of memory over {LONG} papers: {max(memory.peaks) / 2**20:.0f} MiB (250 wanted),"
              f" {slope(memory.peaks) / 2**10:+.2f} KiB a paper")  # fmt: skip
        again, dry = resume(root)
        print(f"  resuming {ARCHIVE:,} finished papers: {again:.1f} s; dry run {dry:.1f} s")


if __name__ == "__main__":
    main()
