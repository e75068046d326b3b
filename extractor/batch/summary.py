"""The result of a batch: as numbers, and as the last lines on standard error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.batch.journal import Entry, Skipped
from extractor.batch.progress import counted
from extractor.review import serious

__all__ = ["Pace", "Summary", "lines"]


class Pace(NamedTuple):
    """How many pages were done after so many seconds of a run."""

    seconds: float
    pages: int


@dataclass(slots=True)
class Summary:
    """The result of a batch.

    Args:
        planned: papers to be done in this run.
        reused: papers that are known from earlier runs, done or failed.
        done: papers done in this run.
        failed: papers that failed in this run.
        left_out: papers read in this run of which no JSON is written, for they are no agendas.
        seconds: wall-clock time of this run.
        entries: the journal's rows of all papers of the inputs.
        skipped: paths that were not read.
        paces: progress of this run, in order of time.
        interrupted: whether it was stopped before its end.
        inputs: what was given to the batch, shown as people may see it.
        gone: names of the JSON of papers that are gone.
        pruned: whether these were removed.
    """

    planned: int = 0
    reused: int = 0
    done: int = 0
    failed: int = 0
    left_out: int = 0
    seconds: float = 0.0
    entries: list[Entry] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    paces: list[Pace] = field(default_factory=list)
    interrupted: bool = False
    inputs: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    pruned: bool = False

    @property
    def with_json(self) -> list[Entry]:
        """The papers of the inputs that are done and have JSON."""
        return [entry for entry in self.entries if entry.status == "done" and not entry.left_out]


def lines(summary: Summary) -> Iterator[str]:
    """The summary, a line each; parts that are empty are left out."""
    done = summary.with_json
    pages = sum(entry.pages or 0 for entry in done)
    failed = Counter(entry.category or "" for entry in summary.entries if entry.status == "failed")
    left_out = sum(entry.left_out for entry in summary.entries)
    ahead = summary.planned - summary.done - summary.failed - summary.left_out
    parts = [
        f"{counted(len(done), 'paper')} of {counted(pages, 'page')} done{_when(len(done), summary.done, always=True)}",
        f"{failed.total():,} failed{_when(failed.total(), summary.failed)}",
        f"{left_out:,} left out as no agendas{_when(left_out, summary.left_out)}" if left_out else "",
        f"{ahead:,} still to do" if ahead else "",
        f"{len(summary.skipped):,} skipped",
        f"{summary.seconds:.1f} seconds",
    ]
    yield ", ".join(part for part in parts if part)
    counts: Counter[str]
    for name, counts in (
        ("kinds", Counter(entry.kind or "" for entry in done)),
        ("review", Counter(str(entry.review) for entry in done)),
        ("languages", Counter(entry.language or "unknown" for entry in done)),
        ("failed", failed),
        ("skipped", Counter(one.reason for one in summary.skipped)),
    ):
        if counts:
            yield f"{name}: " + ", ".join(f"{count:,} {key}" for key, count in _ranked(counts))
    if warnings := list(_warnings(done)):
        yield f"warnings: {', '.join(warnings)}"
    if summary.gone:
        what = f"{len(summary.gone):,} JSON of papers that are gone"
        yield f"{what} removed" if summary.pruned else f"{what}; --prune removes them"


def _when(number: int, now: int, *, always: bool = False) -> str:
    """How many of a number are of this run, and how many of earlier ones."""
    return f" ({now:,} now, {number - now:,} before)" if always or number else ""


def _warnings(entries: list[Entry]) -> Iterator[str]:
    """The codes of warnings and errors, each with how often it comes and in how many papers."""
    totals: Counter[str] = Counter()
    papers: Counter[str] = Counter()
    for entry in entries:
        for code in serious(entry.diagnostics):
            totals[code] += entry.diagnostics[code]
            papers[code] += 1
    for code, total in _ranked(totals):
        yield f"{total:,} {code} in {counted(papers[code], 'paper')}"


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
