"""Finished papers are synced, get their names and are written into the journal."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from extractor.batch.executors.protocol import Outcome
from extractor.batch.journal import Entry, Journal
from extractor.batch.names import base_name, local_name, output_name, shown_path
from extractor.batch.options import BatchOptions
from extractor.batch.outputs import Outputs
from extractor.batch.plan import Unread
from extractor.batch.progress import Progress
from extractor.batch.summary import Pace
from extractor.batch.work import Failure, Result, Task
from extractor.errors import write_error

__all__ = ["Settler", "Tally"]


@dataclass(slots=True)
class Tally:
    """What this run has done so far; `full` is set once there is no room for more."""

    done: int = 0
    failed: int = 0
    left_out: int = 0
    pages: int = 0
    paces: list[Pace] = field(default_factory=list)
    full: bool = False


class Settler:
    """Settles outcomes. Every step can be taken again: a run that is killed in between is mended by the next.

    Args:
        options: those of the batch.
        outputs: where the papers get their names.
        journal: where they are noted.
        before: what earlier runs made of the papers that are done again.
        progress: receives what happens.
    """

    def __init__(
        self,
        options: BatchOptions,
        outputs: Outputs,
        journal: Journal,
        before: Mapping[str, Entry],
        progress: Progress,
    ) -> None:
        self._options, self._outputs, self._journal = options, outputs, journal
        self._before, self._progress = before, progress
        self._began = time.monotonic()
        self.tally = Tally()

    def unread(self, papers: Iterable[Unread]) -> None:
        """Note papers whose bytes could not be had."""
        for key, path, failure in papers:
            self._fail(key, path, failure)
            self._progress.failed(shown_path(path), failure)

    def settle(self, outcomes: Sequence[Outcome]) -> None:
        """Note papers that workers are done with."""
        self._outputs.sync([task.target for task, outcome in outcomes if isinstance(outcome, Result)])
        with self._journal.together():
            for task, outcome in outcomes:
                if isinstance(outcome, Failure):
                    self._settle_failure(task, outcome)
                else:
                    self._settle_result(task, outcome)

    def _settle_failure(self, task: Task, failure: Failure) -> None:
        self._outputs.discard(task.target)
        if failure.category == "output.full":
            self.tally.full = True  # no fault of the paper: it is done in the next run
            return
        if failure.category == "output":
            self._outputs.check()  # a folder that is gone is not the fault of one paper: it ends the batch
        self._fail(task.sha256, task.path, failure, task.corrections)
        self._progress.failed(task.shown, failure)

    def _settle_result(self, task: Task, result: Result) -> None:
        before = self._before.get(task.sha256)
        if self._options.leaves_out(result.kind):
            self._leave_out(task, result, before)
            return
        name = output_name(result.base, task.sha256, shared=self._journal.taken(result.base, task.sha256))
        self._outputs.settle(task.target, name)
        if before and before.name and before.name != name:
            self._outputs.remove(before.name)
        self._note(task, result, before, base=result.base, name=name)
        self.tally.done += 1
        self._count(task, result)

    def _leave_out(self, task: Task, result: Result, before: Entry | None) -> None:
        """Note a paper of which no JSON is wanted."""
        self._outputs.discard(task.target)
        if before and before.name:
            self._outputs.remove(before.name)
        self._note(task, result, before)
        self.tally.left_out += 1
        self._count(task, result)

    def _note(
        self, task: Task, result: Result, before: Entry | None, *, base: str | None = None, name: str | None = None
    ) -> None:
        made_by = self._options.made_by(task.corrections)
        self._journal.put(
            Entry(
                task.sha256, *made_by, task.shown, "done", result.seconds, result.memory,
                before.attempts + 1 if before else 1, symbol=result.symbol, language=result.language,
                kind=result.kind, pages=result.pages, diagnostics=result.diagnostics, base=base, name=name,
            )
        )  # fmt: skip

    def _count(self, task: Task, result: Result) -> None:
        tally = self.tally
        tally.pages += result.pages
        tally.paces.append(Pace(time.monotonic() - self._began, tally.pages))
        self._progress.done(task.shown, result)

    def _fail(self, sha256: str, path: str, failure: Failure, corrections: str = "") -> None:
        self.tally.failed += 1
        before = self._before.get(sha256)
        if before and before.name:
            self._outputs.remove(before.name)
        made_by = self._options.made_by(corrections)
        self._journal.put(
            Entry(
                sha256, *made_by, shown_path(path), "failed", failure.seconds, failure.memory,
                before.attempts + 1 if before else 1, failure.category, failure.message, failure.retryable,
            )
        )  # fmt: skip
        if self._options.quarantine:
            _quarantine(Path(self._options.quarantine), path, sha256)

    def settle_names(self) -> None:
        """Put the hash behind names that several papers share, the first of them included."""
        for entry, shared in self._journal.sharing():
            name = output_name(entry.base or "", entry.sha256, shared=shared)
            if name == entry.name:
                continue
            self._outputs.rename(str(entry.name), name)  # done already, when a run was killed right here
            self._journal.rename(entry.sha256, name)


def _quarantine(folder: Path, path: str, sha256: str) -> None:
    """Link a paper that failed, or copy it where links cannot be made."""
    if not os.path.isfile(path):
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(error, str(folder)) from error
    target = folder / local_name(f"{base_name(None, None, path)}-{sha256[:8]}.pdf")
    if target.is_symlink() or target.exists():
        return
    try:
        target.symlink_to(os.path.abspath(path))
    except OSError:
        with suppress(OSError):
            shutil.copyfile(path, target)
