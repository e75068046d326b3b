"""CPU time of one command, from its start to its end, beside a process that prints a paper's text with pdfplumber.

What the five-page sample costs: `extract` and `refs` of it, `symbol`, and `search` in a database of the samples. All
are run in turn, so that a busy machine slows them alike; each is compared with the pdfplumber of its own round.

usage: python -m benchmarks.cold [--rounds N]
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "samples" / "newyork_executive_board.pdf"
#: Each command takes so much of the CPU time of pdfplumber at most.
TARGET = 0.6

_PLUMBER = """\
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        print(page.extract_text())
"""
_COMMAND = [sys.executable, "-m", "extractor"]
_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def commands(database: Path) -> dict[str, list[str]]:
    """What is compared, by name."""
    return {
        "extract": [*_COMMAND, "extract", str(SAMPLE)],
        "refs": [*_COMMAND, "refs", str(SAMPLE)],
        "symbol": [*_COMMAND, "symbol", "A/77/100"],
        "search": [*_COMMAND, "search", "budget", "--db", str(database)],
    }


def seconds(command: Sequence[str]) -> float:
    """CPU seconds of a command and of all that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=_ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(rounds: int) -> dict[str, tuple[float, float]]:
    """Of each command the median of its CPU seconds, and of its share of those of pdfplumber."""
    plumber = [sys.executable, "-c", _PLUMBER, str(SAMPLE)]
    found: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "samples.db"
        load = [*_COMMAND, "load", "--db", str(database), *map(str, sorted((ROOT / "samples").glob("*.pdf")))]
        subprocess.run(load, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=_ENVIRONMENT)
        for name, command in commands(database).items():
            seconds(command)  # bytecode and pages of files are not what is measured
            for _ in range(rounds):
                theirs = seconds(plumber)
                own = seconds(command)
                found.setdefault(name, []).append((own, own / theirs))
                found.setdefault("pdfplumber", []).append((theirs, 1.0))
    return {
        name: (statistics.median(own for own, _ in pairs), statistics.median(share for _, share in pairs))
        for name, pairs in found.items()
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cold", description="CPU time of one command.")
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args(argv)
    print(f"{SAMPLE.name}, median of {args.rounds} pairs of processes")
    print(f"{'command':12}{'CPU seconds':>12}{'of pdfplumber':>15}")
    for name, (own, share) in measure(args.rounds).items():
        said = "" if name == "pdfplumber" else f"   target {TARGET:g}: {'met' if share <= TARGET else 'NOT MET'}"
        print(f"{name:12}{own:12.2f}{share:15.2f}{said}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
