"""Papers that are gone: their files were removed or changed since they were read, and what was read of them is left."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator

from extractor.batch.journal import Entry, Journal, Seen
from extractor.batch.outputs import Outputs, is_remote

__all__ = ["gone", "prune"]


def gone(journal: Journal, wanted: Collection[str]) -> Iterator[Entry]:
    """The papers of the journal that are none of those wanted, and whose bytes stand at no path of this machine now.

    A paper behind a URL may be there still: it is kept.
    """
    at: dict[str, list[str]] = {}
    seen = journal.seen()
    for one in seen.values():
        at.setdefault(one.sha256, []).append(one.path)
    for entry in journal.entries():
        if entry.sha256 in wanted or is_remote(entry.path):
            continue
        paths = {entry.path, *at.get(entry.sha256, ())}
        if not any(os.path.lexists(path) and _has(entry, seen.get(path)) for path in paths):
            yield entry


def prune(papers: Collection[Entry], journal: Journal, outputs: Outputs) -> None:
    """Remove what was read of papers, and forget them."""
    for entry in papers:
        if entry.name is not None:
            outputs.remove(entry.name)
    journal.forget([entry.sha256 for entry in papers])


def _has(entry: Entry, seen: Seen | None) -> bool:
    """Whether a path may have the bytes of a paper: as far as is known, it has no others."""
    return seen is None or seen.sha256 == entry.sha256
