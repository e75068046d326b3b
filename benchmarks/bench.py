"""Speed and memory of ``extract()`` beside pdfplumber's ``extract_text()`` and ``pdftotext -layout``.

All read the same pages in the same run, in rounds that take turns, so that a busy machine slows them alike; the medians
are compared. Peak memory is that of a process of its own for each. A second table reads 10, 100 and 500 pages,
concatenated from the same papers, to show how time and memory grow.

usage: python -m benchmarks.bench [--rounds N] [--samples-only] [FILE ...]
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# The targets of the project.
TIMES_PDFPLUMBER = 16.0
TIMES_PDFTOTEXT = 1.8
# What is reached on the own samples (some seven times), less a margin for a noisy machine, for the tests to hold.
# Samples of two or three pages are the hardest case, as what is done once a paper weighs most in them.
FLOOR_TIMES_PDFPLUMBER_SAMPLES = 4.5
FLOOR_TIMES_PDFTOTEXT_SAMPLES = 6.0
PEAK_500_PAGES_MB = 160.0

LENGTHS = (10, 100, 500)


@dataclass(frozen=True)
class Row:
    """One reader on the same pages: median seconds a round, and the peak memory of a process that does nothing else."""

    name: str
    seconds: float
    peak_mb: float


def papers(samples_only: bool = False) -> list[Path]:
    """The PDFs measured on: the own samples, and the agendas of the optional corpus beside the repository."""
    found = sorted((ROOT / "samples").glob("*.pdf"))
    if not samples_only:
        found += sorted((ROOT.parent / "shared" / "corpus" / "agendas").glob("*.pdf"))
    return found


def count_pages(files: Sequence[Path]) -> int:
    """Number of pages of all files together."""
    import pypdfium2

    total = 0
    for file in files:
        pdf = pypdfium2.PdfDocument(file)
        total += len(pdf)
        pdf.close()
    return total


# The readers. Each takes a file and keeps nothing of it.


def read_extract(file: Path) -> None:
    """The whole of ``extract()``, without entities."""
    from extractor import extract

    extract(file)


def read_pdfplumber(file: Path) -> None:
    """pdfplumber's text alone, pages released as they are read."""
    import pdfplumber

    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()


def read_pdftotext(file: Path) -> None:
    """pdftotext with layout, one process a file."""
    subprocess.run(["pdftotext", "-layout", str(file), os.devnull], check=True, stderr=subprocess.DEVNULL)


READERS: dict[str, Callable[[Path], None]] = {
    "extract": read_extract,
    "pdfplumber extract_text": read_pdfplumber,
    "pdftotext -layout": read_pdftotext,
}


def available() -> list[str]:
    """The readers that this machine has."""
    return [name for name in READERS if name != "pdftotext -layout" or shutil.which("pdftotext")]


def time_readers(names: Sequence[str], files: Sequence[Path], rounds: int) -> dict[str, float]:
    """Median seconds that each reader takes for all files, over rounds that take turns file by file."""
    for name in names:
        READERS[name](files[0])  # imports, fonts and caches are not what is measured
    spent: dict[str, list[float]] = {name: [0.0] * rounds for name in names}
    for turn in range(rounds):
        for file in files:
            for name in names:
                start = time.perf_counter()
                READERS[name](file)
                spent[name][turn] += time.perf_counter() - start
    return {name: statistics.median(turns) for name, turns in spent.items()}


def peak_of(name: str, files: Sequence[Path]) -> tuple[float, float]:
    """Peak memory in MB of a fresh process that reads the files, and the seconds that the last of them took."""
    command = [sys.executable, "-m", "benchmarks.bench", "--worker", name, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    seconds, peak = json.loads(done.stdout.splitlines()[-1])
    return peak, seconds


def work(name: str, files: Sequence[str]) -> None:
    """In a process of its own: read the files, print the seconds of the last and the peak memory as JSON."""
    seconds = 0.0
    for file in files:
        start = time.perf_counter()
        READERS[name](Path(file))
        seconds = time.perf_counter() - start
    print(json.dumps([seconds, _peak_mb(children=name == "pdftotext -layout")]))


def _peak_mb(*, children: bool) -> float:
    """Peak resident memory of this process, or of its largest child."""
    if not children:
        # VmHWM belongs to the program alone; ru_maxrss on Linux starts from what the parent had when it forked.
        try:
            for line in Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines():
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
        except OSError:
            pass
    who = resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(who).ru_maxrss / unit


def concatenate(files: Sequence[Path], pages: int, target: Path) -> None:
    """Write a PDF of ``pages`` pages, taken from the files in turn and over again."""
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    for file in itertools.cycle(files):
        wanted = pages - len(whole)
        if wanted <= 0:
            break
        part = pypdfium2.PdfDocument(file)
        whole.import_pages(part, list(range(min(wanted, len(part)))))
        part.close()
    whole.save(target)
    whole.close()


def growth(files: Sequence[Path], lengths: Sequence[int] = LENGTHS) -> list[tuple[int, float, float]]:
    """``(pages, seconds, peak MB)`` of ``extract()`` on ever longer papers, each in a process of its own."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        warm = Path(folder) / "warm.pdf"
        concatenate(files, 10, warm)
        for pages in lengths:
            paper = Path(folder) / f"{pages}.pdf"
            concatenate(files, pages, paper)
            # The first paper loads the libraries and the words, which takes the same time for every length.
            peak, seconds = peak_of("extract", [warm, paper])
            rows.append((pages, seconds, peak))
    return rows


def compare(files: Sequence[Path], rounds: int) -> list[Row]:
    """Every available reader on the same files."""
    names = available()
    seconds = time_readers(names, files, rounds)
    return [Row(name, seconds[name], peak_of(name, files)[0]) for name in names]


def report(rows: Sequence[Row], pages: int) -> list[str]:
    """The comparison as a table, with the targets below."""
    by_name = {row.name: row for row in rows}
    own = by_name["extract"]
    lines = [f"{'reader':26}{'pages/s':>10}{'ms/page':>10}{'extract is':>16}{'peak MB':>10}"]
    for row in rows:
        ratio = row.seconds / own.seconds
        said = "" if row is own else (f"{ratio:.1f}x as fast" if ratio >= 1 else f"{1 / ratio:.1f}x as slow")
        lines.append(
            f"{row.name:26}{pages / row.seconds:10.1f}{1000 * row.seconds / pages:10.2f}{said:>16}{row.peak_mb:10.0f}"
        )
    plumber = by_name["pdfplumber extract_text"].seconds / own.seconds
    lines.append(
        f"target: at least {TIMES_PDFPLUMBER:g} times as fast as pdfplumber: {_verdict(plumber >= TIMES_PDFPLUMBER)}"
    )
    if poppler := by_name.get("pdftotext -layout"):
        slower = own.seconds / poppler.seconds
        lines.append(f"target: within {TIMES_PDFTOTEXT:g} times of pdftotext: {_verdict(slower <= TIMES_PDFTOTEXT)}")
    else:
        lines.append(f"target: within {TIMES_PDFTOTEXT:g} times of pdftotext: not measured, pdftotext is not installed")
    return lines


def report_growth(rows: Sequence[tuple[int, float, float]]) -> list[str]:
    """The growth as a table."""
    lines = [f"{'pages':>26}{'pages/s':>10}{'ms/page':>10}{'':16}{'peak MB':>10}"]
    for pages, seconds, peak in rows:
        lines.append(f"{pages:26}{pages / seconds:10.1f}{1000 * seconds / pages:10.2f}{'':16}{peak:10.0f}")
    longest = rows[-1]
    lines.append(
        f"target: {longest[0]} pages under {PEAK_500_PAGES_MB:g} MB: {_verdict(longest[2] < PEAK_500_PAGES_MB)}"
    )
    return lines


def _verdict(met: bool) -> str:
    return "met" if met else "NOT MET"


def main(argv: Sequence[str] | None = None) -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench", description="Speed and memory of extract().")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="PDFs to measure on (default: all at hand)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--samples-only", action="store_true", help="leave the optional corpus out")
    parser.add_argument("--worker", choices=list(READERS), help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.worker:
        work(args.worker, args.files)
        return 0
    files = args.files or papers(args.samples_only)
    pages = count_pages(files)
    print(f"{len(files)} papers, {pages} pages, median of {args.rounds} rounds in turn")
    for line in report(compare(files, args.rounds), pages):
        print(line)
    print("\nconcatenated papers, extract() in a process of its own, after a first paper")
    for line in report_growth(growth(files)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
