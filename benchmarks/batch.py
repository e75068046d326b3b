"""How a batch scales: workers, overhead, start-up, memory over many papers, and resuming a large archive.

Run by ``make bench``. Prints ratios, since the machine is shared; each measure is the median of several runs taken in
turn.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from extractor.batch import BatchOptions, LocalExecutor, run_batch
from extractor.batch.journal import Entry, Journal
from extractor.batch.progress import Silent
from extractor.batch.work import Failure, Result

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))
PAPERS = 400
LONG = int(os.environ.get("UN_AGENDA_BENCH_PAPERS", "5000"))
RUNS = 7  # a shared machine is a fifth slower or faster from one minute to the next
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


def batch(folder: Path, out: Path, workers: int) -> float:
    """Seconds of a batch, from the first paper's submission to the last one's end."""
    executor = LocalExecutor(workers)
    warm(executor, folder, out.with_name(out.name + "-warm"), workers)
    start = time.perf_counter()
    summary = run_batch([str(folder)], out, BatchOptions(report=False), executor=executor)
    assert summary.failed == 0
    return time.perf_counter() - start


def warm(executor: LocalExecutor, folder: Path, out: Path, workers: int) -> None:
    """Let every worker load the program."""
    from extractor.batch.work import Task, WorkOptions

    out.mkdir()
    import hashlib

    paths = sorted(folder.iterdir())[: 2 * workers]
    for index, path in enumerate(paths):
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        executor.submit(Task(str(path), path.name, sha256, str(out / str(index)), WorkOptions()))
    for _ in paths:
        while executor.next(60) is None:
            pass


def start_up(folder: Path, out: Path) -> float:
    """Seconds from nothing to the first paper done by a batch of one paper."""
    start = time.perf_counter()
    run_batch([str(sorted(folder.iterdir())[0])], out, BatchOptions(workers=2, report=False))
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
        seen.append((str(path), status.st_size, status.st_mtime_ns, sha256))
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
        loops, ones, twos, starts = [], [], [], []
        for run in range(RUNS):
            loops.append(bare(folder, root / f"bare{run}"))
            ones.append(batch(folder, root / f"one{run}", 1))
            twos.append(batch(folder, root / f"two{run}", 2))
            starts.append(start_up(folder, root / f"start{run}"))
        middle = statistics.median
        print(f"batch of {PAPERS} papers, median of {RUNS} runs")
        print(f"  papers a second: bare loop {PAPERS / middle(loops):.0f}, 1 worker {PAPERS / middle(ones):.0f},"
              f" 2 workers {PAPERS / middle(twos):.0f}")  # fmt: skip
        print(f"  2 workers / 1 worker      {middle(a / b for a, b in zip(ones, twos, strict=True)):.2f}  (1.8 wanted)")
        overhead = middle(one / loop - 1 for one, loop in zip(ones, loops, strict=True))
        print(f"  overhead over a bare loop {100 * overhead:.1f} %  (5 % wanted)")
        print(f"  start-up                  {middle(starts):.2f} s  (1.5 s wanted)")
        memory = Memory()
        long = copies(root / "long", LONG)
        run_batch([str(long)], root / "long-out", BatchOptions(workers=2, report=False), progress=memory)
        print(f"  a worker's peak of memory over {LONG} papers: {max(memory.peaks) / 2**20:.0f} MiB (250 wanted),"
              f" {slope(memory.peaks) / 2**10:+.2f} KiB a paper")  # fmt: skip
        again, dry = resume(root)
        print(f"  resuming {ARCHIVE:,} finished papers: {again:.1f} s; dry run {dry:.1f} s")


if __name__ == "__main__":
    main()
