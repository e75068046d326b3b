"""How a batch is run."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from extractor import __version__
from extractor.batch.executors.protocol import WorkLimits
from extractor.batch.work import WorkOptions

__all__ = ["BatchOptions", "MadeBy"]


class MadeBy(NamedTuple):
    """What a row of the journal was made by; under another version or other options it is made anew."""

    version: str
    options: str


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How a batch is run. Nothing here changes a byte of a paper's output but `work`.

    Args:
        work: what is extracted and how it is written.
        limits: time and memory limits per paper.
        workers: worker processes; one for each processor when None.
        engine: the executor: ``local``, ``serial`` or ``ray``.
        address: of the Ray cluster; a new one on this machine when None.
        retry_failed: retry papers whose failure may be temporary.
        force: extract all papers again.
        only: ``agendas`` to write no JSON of papers of the kind ``other``.
        prune: remove the JSON of papers that are gone.
        dry_run: only report what would be done.
        follow: follow links that lead out of an input folder.
        shard: (i, n): only the papers whose hash falls to part i of n, counted from 1.
        jsonl: file for one line a paper, ``-`` for standard output.
        quarantine: folder that gets a link to each paper that failed.
        journal: folder for the journal and the report, where it is not that of the output.
        report: write ``report.html``.
    """

    work: WorkOptions = field(default_factory=WorkOptions)
    limits: WorkLimits = field(default_factory=WorkLimits)
    workers: int | None = None
    engine: str = "local"
    address: str | None = None
    retry_failed: bool = False
    force: bool = False
    only: Literal["agendas"] | None = None
    prune: bool = False
    dry_run: bool = False
    follow: bool = False
    shard: tuple[int, int] | None = None
    jsonl: str | None = None
    quarantine: str | None = None
    journal: str | None = None
    report: bool = True

    def leaves_out(self, kind: str | None) -> bool:
        """Whether no JSON is written of papers of this kind."""
        return self.only == "agendas" and kind == "other"

    @property
    def processes(self) -> int:
        """How many workers there are on this machine."""
        return self.workers or os.cpu_count() or 1

    def made_by(self, corrections: str = "") -> MadeBy:
        """This version of the program, and what changes the output: options, and the hash of a paper's corrections."""
        return MadeBy(__version__, self.work.key + (f" corrections={corrections}" if corrections else ""))
