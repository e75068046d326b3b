"""A batch from its inputs to its outputs: plan, run, journal, name, report."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from extractor.batch.executors.local import LocalExecutor
from extractor.batch.executors.protocol import Executor, Outcome
from extractor.batch.executors.serial import SerialExecutor
from extractor.batch.guards import Stop, locked
from extractor.batch.inputs import Found, discover
from extractor.batch.journal import FILE_NAME, Entry, Journal
from extractor.batch.lines import Lines
from extractor.batch.names import base_name, output_name, shown_path
from extractor.batch.options import BatchOptions, Summary
from extractor.batch.outputs import Outputs, is_remote, outputs_at
from extractor.batch.progress import Progress, Silent
from extractor.batch.work import Failure, Result, Task, read_bytes
from extractor.errors import AgendaError, DiskFull, NoPapers, UsageError, write_error

_FULL_HINT = "Make room and run the same command again: it goes on where it stopped."
#: Hashes are noted in the journal after so many files.
_NOTED_AT_ONCE = 2_000
#: Papers that are done are synced, named and noted together, because a sync of several takes hardly longer than of one.
_SETTLED_AT_ONCE = 16
#: ... or after so many seconds.
_SETTLED_AFTER = 0.2


def run_batch(
    inputs: Sequence[str],
    out: str | os.PathLike[str],
    options: BatchOptions | None = None,
    *,
    progress: Progress | None = None,
    executor: Executor | None = None,
) -> Summary:
    """Extract every paper of the inputs into one JSON file each in `out`.

    Run again, it does what is new or changed and leaves the rest; after an interruption of any kind it goes on where
    it was, and the result is the same bytes as without one.

    Args:
        inputs: see :func:`extractor.batch.inputs.discover`.
        out: a folder, made where needed, which holds the journal and ``report.html`` as well; or an fsspec URL
            (``s3://bucket/json``), for which the options name a folder for these two.
        options: see :class:`BatchOptions`.
        progress: is told what happens.
        executor: runs the papers; made from the options when left out.

    Raises:
        NoPapers: the inputs hold no paper.
        UsageError: the output is a URL, and there is no folder for the journal.
        OutputError: the folder cannot be written, or another batch is writing it.
        DiskFull: there is no room; what is done is kept.
    """
    try:
        return _run(inputs, out, options or BatchOptions(), progress or Silent(), executor)
    except DiskFull as full:
        full.hint = _FULL_HINT
        raise


def _run(
    inputs: Sequence[str],
    out: str | os.PathLike[str],
    options: BatchOptions,
    progress: Progress,
    executor: Executor | None,
) -> Summary:
    place = os.fspath(out)
    if is_remote(place) and options.journal is None:
        raise UsageError(
            "an output behind a URL leaves no place for the journal, which must be a file of this machine",
            where=place,
            hint="Name a folder for it with --journal.",
        )
    home = Path(options.journal or place)
    with ExitStack() as kept:
        if options.dry_run and not (home / FILE_NAME).exists():
            # nothing is known yet, and looking leaves nothing behind: no folder, no journal, no lock
            home = Path(kept.enter_context(tempfile.TemporaryDirectory()))
        elif not (options.dry_run or is_remote(place) or os.path.realpath(place) == os.path.realpath(home)):
            kept.enter_context(locked(Path(place)))
        kept.enter_context(locked(home))
        outputs = outputs_at(place)
        if not options.dry_run:
            outputs.open()
        journal = Journal(home)
        try:
            return _Batch(place, home, outputs, journal, options, progress).run(inputs, executor)
        finally:
            journal.close()


class _Batch:
    def __init__(
        self,
        place: str,
        home: Path,
        outputs: Outputs,
        journal: Journal,
        options: BatchOptions,
        progress: Progress,
    ) -> None:
        from extractor import __version__

        self.place, self.home, self.outputs, self.journal = place, home, outputs, journal
        self.options, self.progress = options, progress
        self.version, self.key = __version__, options.work.key
        self.summary = Summary()
        self.order: list[str] = []  # hashes in the order of the inputs, each once
        self.paths: dict[str, str] = {}
        self.before: dict[str, Entry] = {}  # what earlier runs made of those that are to be done again
        self.unread: list[tuple[str, Failure]] = []
        self.full: Failure | None = None
        self.began = time.monotonic()
        self.pages = 0
        self.rate: list[tuple[float, int]] = []  # seconds since the start, pages done until then

    def run(self, inputs: Sequence[str], executor: Executor | None) -> Summary:
        start = time.monotonic()
        tasks = self._plan(inputs)
        self.summary.planned = len(tasks)
        if not self.order and not any(reason == "duplicate" for _, reason, _ in self.summary.skipped):
            raise NoPapers(where=", ".join(inputs)[:200])
        if self.options.dry_run:
            self.progress.planned([shown_path(task.path) for task in tasks])
            self._gather()
            return self.summary
        self.progress.start(len(tasks) + len(self.unread), self.summary.reused, len(self.summary.skipped))
        for path, failure in self.unread:
            self.progress.failed(shown_path(path), failure)
        with Lines(self.options.jsonl) as lines, Stop() as stop:
            self._emit(lines, waiting := list(reversed(self.order)), tasks)
            if tasks:
                executor = executor or _executor(self.options)
                try:
                    pending = {task.sha256 for task in tasks}
                    for settled in _together(_outcomes(executor, tasks, self._stopped(stop), self.progress)):
                        self._settle_all(settled)
                        pending.difference_update(task.sha256 for task, _ in settled)
                        self._emit(lines, waiting, pending)
                    self.summary.interrupted = stop.asked and bool(pending)
                except BaseException:
                    executor.stop()
                    self.progress.finish()
                    raise
                executor.close()
            self._settle_names()
            if not (self.summary.interrupted or self.full):
                lines.finish()
        self.summary.seconds = time.monotonic() - start
        self.progress.finish()
        self._gather()
        if self.full:
            raise DiskFull(where=self.place)
        if self.options.report:
            self._report()
        return self.summary

    def _report(self) -> None:
        from extractor.batch.report import report

        page = report(self.summary, self.rate, f"Batch {shown_path(self.place)}")
        temporary = self.home / ".report.html.tmp"
        try:
            temporary.write_text(page, encoding="utf-8")
            os.replace(temporary, self.home / "report.html")
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise write_error(error, str(self.home / "report.html")) from error

    def _stopped(self, stop: Stop) -> Callable[[], bool]:
        return lambda: stop.asked or self.full is not None

    # -- planning

    def _plan(self, inputs: Sequence[str]) -> list[Task]:
        tasks: list[Task] = []
        # A worker of a run that was just killed may still be writing: names of this run are its own.
        run = f"{os.getpid():x}-{time.time_ns():x}"
        known = self.journal.hashes()
        fresh: list[tuple[str, int, int, str]] = []
        for found in discover(inputs, follow=self.options.follow):
            if found.reason is not None:
                self._not_read(found)
                continue
            sha256 = self._hash(found, known, fresh)
            if sha256 is None or not self._mine(sha256):
                continue
            if sha256 in self.paths:
                told = f"the same bytes as {shown_path(self.paths[sha256])}"
                self.summary.skipped.append((found.path, "duplicate", told))
                continue
            self.paths[sha256] = found.path
            self.order.append(sha256)
            entry = self.journal.find(sha256)
            if self._is_done(entry):
                self.summary.reused += 1
            else:
                if entry:
                    self.before[sha256] = entry
                target = self.outputs.target(f"{sha256}-{run}.json")
                tasks.append(Task(found.path, shown_path(found.path), sha256, target, self.options.work))
        if not self.options.dry_run:
            self.journal.remember(fresh)
            self.journal.skip(self.summary.skipped)
        return tasks

    def _hash(
        self, found: Found, known: dict[bytes, tuple[int, int, str]], fresh: list[tuple[str, int, int, str]]
    ) -> str | None:
        before = known.get(found.path.encode("utf-8", "surrogateescape"))
        if before and found.changed is not None and before[:2] == (found.size, found.changed):
            return before[2]
        try:
            sha256 = hashlib.sha256(read_bytes(found.path)).hexdigest()
        except AgendaError as error:
            error.where = None
            self._not_read(Found(found.path, reason=error.code, message=str(error)))
            return None
        if found.size is not None and found.changed is not None:
            fresh.append((found.path, found.size, found.changed, sha256))
            if len(fresh) >= _NOTED_AT_ONCE and not self.options.dry_run:
                self.journal.remember(fresh)
                fresh.clear()
        return sha256

    def _not_read(self, found: Found) -> None:
        reason = found.reason or ""
        if not reason.startswith("input."):
            self.summary.skipped.append((found.path, reason, found.message))
            return
        # It has no content to be known by: its path stands in.
        key = "path-" + hashlib.sha256(found.path.encode("utf-8", "surrogateescape")).hexdigest()[:40]
        if not self._mine(key[5:]) or key in self.paths:
            return
        self.paths[key] = found.path
        self.order.append(key)
        self.summary.failed += 1
        if not self.options.dry_run:
            if entry := self.journal.find(key):
                self.before[key] = entry
            self.unread.append((found.path, failure := Failure(reason, found.message)))
            self._fail(key, found.path, failure)

    def _mine(self, sha256: str) -> bool:
        if self.options.shard is None:
            return True
        part, parts = self.options.shard
        return int(sha256[:16], 16) % parts == part - 1

    def _is_done(self, entry: Entry | None) -> bool:
        if entry is None or (entry.version, entry.options) != (self.version, self.key) or self.options.force:
            return False
        if entry.status == "done":
            return entry.name is not None and self.outputs.has(entry.name)
        return not (entry.retryable and self.options.retry_failed)

    # -- what came of a paper

    def _settle_all(self, outcomes: Sequence[Outcome]) -> None:
        self.outputs.sync([task.target for task, outcome in outcomes if isinstance(outcome, Result)])
        with self.journal.together():
            for task, outcome in outcomes:
                self._settle(task, outcome)

    def _settle(self, task: Task, outcome: Result | Failure) -> None:
        if isinstance(outcome, Failure):
            self.outputs.discard(task.target)
            if outcome.category == "output.full":
                self.full = outcome  # no fault of the paper: it is done in the next run
                return
            self.summary.failed += 1
            self._fail(task.sha256, task.path, outcome)
            self.progress.failed(task.shown, outcome)
            return
        before = self.before.get(task.sha256)
        name = output_name(outcome.base, task.sha256, shared=self.journal.taken(outcome.base, task.sha256))
        self.outputs.settle(task.target, name)
        if before and before.name and before.name != name:
            self.outputs.remove(before.name)
        self.journal.put(
            Entry(
                task.sha256, self.version, self.key, task.shown, "done", outcome.seconds, outcome.memory,
                before.attempts + 1 if before else 1, symbol=outcome.symbol, language=outcome.language,
                kind=outcome.kind, pages=outcome.pages, diagnostics=outcome.diagnostics, base=outcome.base, name=name,
            )
        )  # fmt: skip
        self.summary.done += 1
        self.pages += outcome.pages
        self.rate.append((time.monotonic() - self.began, self.pages))
        self.progress.done(task.shown, outcome)

    def _fail(self, sha256: str, path: str, failure: Failure) -> None:
        before = self.before.get(sha256)
        if before and before.name:
            self.outputs.remove(before.name)
        self.journal.put(
            Entry(
                sha256, self.version, self.key, shown_path(path), "failed", failure.seconds, failure.memory,
                before.attempts + 1 if before else 1, failure.category, failure.message, failure.retryable,
            )
        )  # fmt: skip
        if self.options.quarantine:
            _quarantine(Path(self.options.quarantine), path, sha256)

    def _settle_names(self) -> None:
        """Put the hash behind names that several papers share, the first of them included."""
        for entry, shared in self.journal.sharing():
            name = output_name(entry.base or "", entry.sha256, shared=shared)
            if name == entry.name:
                continue
            self.outputs.rename(str(entry.name), name)  # done already, when a run was killed right here
            self.journal.rename(entry.sha256, name)

    def _emit(self, lines: Lines, waiting: list[str], pending: Any) -> None:
        """Write the lines of all papers at the head of the order that are no longer under way."""
        if not lines.wanted:
            return
        under_way = {task.sha256 for task in pending} if isinstance(pending, list) else pending
        while waiting and waiting[-1] not in under_way:
            entry = self.journal.find(waiting.pop())
            if entry and entry.status == "done" and entry.name:
                lines.write(self.outputs.read(entry.name))

    def _gather(self) -> None:
        wanted = set(self.order)
        self.summary.entries = [entry for entry in self.journal.entries() if entry.sha256 in wanted]


def _executor(options: BatchOptions) -> Executor:
    workers = options.workers or os.cpu_count() or 1
    if options.engine == "serial":
        return SerialExecutor(options.limits)
    if options.engine == "local":
        return LocalExecutor(workers, options.limits)
    if options.engine == "ray":
        from extractor.batch.executors.ray import RayExecutor

        return RayExecutor(options.address, options.workers, options.limits)
    raise UsageError(f"there is no engine {options.engine!r}; choose from local, serial, ray")


def _outcomes(
    executor: Executor, tasks: Sequence[Task], stopped: Callable[[], bool], progress: Progress
) -> Iterator[Outcome | None]:
    """Keep the executor busy, no more than it can hold; once stopped, only what is under way comes to its end. None
    is given when nothing came for a while."""
    waiting = iter(tasks)
    under_way = 0
    more, told = True, False
    while more or under_way:
        while more and under_way < executor.capacity:
            task = None if stopped() else next(waiting, None)
            if task is None:
                more = False
                break
            executor.submit(task)
            under_way += 1
        if under_way:
            outcome = executor.next(_SETTLED_AFTER)
            under_way -= outcome is not None
            yield outcome
        if told or not stopped():
            continue
        told, more = True, False
        progress.stopping(under_way)


def _together(outcomes: Iterator[Outcome | None]) -> Iterator[list[Outcome]]:
    """Outcomes in handfuls, none kept back for longer than it takes for the next to come or not to come."""
    held: list[Outcome] = []
    since = 0.0
    for outcome in outcomes:
        if outcome is not None:
            since = since if held else time.monotonic()
            held.append(outcome)
        late = outcome is None or time.monotonic() - since > _SETTLED_AFTER
        if held and (late or len(held) >= _SETTLED_AT_ONCE):
            yield held
            held = []
    if held:
        yield held


def _quarantine(folder: Path, path: str, sha256: str) -> None:
    """Link a paper that failed, or copy it where links cannot be made."""
    if "://" in path or not os.path.isfile(path):
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(error, str(folder)) from error
    target = folder / f"{base_name(None, None, path)}-{sha256[:8]}.pdf"
    if target.is_symlink() or target.exists():
        return
    try:
        target.symlink_to(os.path.abspath(path))
    except OSError:
        with suppress(OSError):
            shutil.copyfile(path, target)
