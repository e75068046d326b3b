"""The result of a batch: as numbers, and as the last lines on standard error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.batch.journal import Entry, Skipped
from extractor.batch.progress import counted

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
        reused: papers that were done before.
        done: papers done in this run.
        failed: papers that failed in this run.
        seconds: wall-clock time of this run.
        entries: the journal's rows of all papers of the inputs.
        skipped: paths that were not read.
        paces: progress of this run, in order of time.
        interrupted: whether it was stopped before its end.
    """

    planned: int = 0
    reused: int = 0
    done: int = 0
    failed: int = 0
    seconds: float = 0.0
    entries: list[Entry] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    paces: list[Pace] = field(default_factory=list)
    interrupted: bool = False


def lines(summary: Summary) -> Iterator[str]:
    """The summary, a line each; parts that are empty are left out."""
    done = [entry for entry in summary.entries if entry.status == "done"]
    pages = sum(entry.pages or 0 for entry in done)
    failed = Counter(entry.category or "" for entry in summary.entries if entry.status == "failed")
    yield (
        f"{counted(len(done), 'paper')} of {counted(pages, 'page')} done "
        f"({summary.done:,} now, {summary.reused:,} before), {failed.total():,} failed, "
        f"{len(summary.skipped):,} skipped, {summary.seconds:.1f} seconds"
    )
    for name, counts in (
        ("kinds", Counter(entry.kind or "" for entry in done)),
        ("review", Counter(entry.review for entry in done)),
        ("languages", Counter(entry.language or "unknown" for entry in done)),
        ("failed", failed),
        ("skipped", Counter(one.reason for one in summary.skipped)),
    ):
        if counts:
            ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
            yield f"{name}: " + ", ".join(f"{count:,} {key}" for key, count in ranked)
