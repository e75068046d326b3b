"""The closing words of a batch: how many papers of each kind, language and category of error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from extractor.batch.options import Summary
from extractor.batch.progress import counted

__all__ = ["lines"]


def lines(summary: Summary) -> Iterator[str]:
    """The summary, a line each; parts that are empty are left out."""
    done = [entry for entry in summary.entries if entry.status == "done"]
    pages = sum(entry.pages or 0 for entry in done)
    failed = Counter(entry.category or "" for entry in summary.entries if entry.status == "failed")
    yield (
        f"{counted(len(done), 'paper')} of {counted(pages, 'page')} done "
        f"({summary.done:,} now, {summary.reused:,} known before), {failed.total():,} failed, "
        f"{len(summary.skipped):,} passed over, {summary.seconds:.1f} seconds"
    )
    for name, counts in (
        ("kinds", Counter(entry.kind or "" for entry in done)),
        ("languages", Counter(entry.language or "unknown" for entry in done)),
        ("failed", failed),
        ("passed over", Counter(reason for _, reason, _ in summary.skipped)),
    ):
        if counts:
            ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
            yield f"{name}: " + ", ".join(f"{count:,} {key}" for key, count in ranked)
