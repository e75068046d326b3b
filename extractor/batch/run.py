"""A batch from its inputs to its outputs: plan, run, journal, name, report."""

from __future__ import annotations

import errno
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from extractor.batch.executors.protocol import Executor, Outcome
from extractor.batch.executors.registry import chosen
from extractor.batch.guards import Stop, allow_files, locked
from extractor.batch.journal import FILE_NAME, Journal
from extractor.batch.lines import InOrder, Lines
from extractor.batch.names import shown_path
from extractor.batch.options import BatchOptions
from extractor.batch.outputs import Outputs, is_remote, outputs_at
from extractor.batch.plan import Plan, make_plan
from extractor.batch.progress import Progress, Silent
from extractor.batch.prune import gone, prune
from extractor.batch.report import write_report
from extractor.batch.settle import Settler
from extractor.batch.summary import Summary
from extractor.batch.work import Task
from extractor.errors import DiskFull, NoPapers, OutputError, SystemRefused, UsageError
from extractor.naming import masked

_FULL_HINT = "Make room and run the same command again: it continues where it stopped."
#: Finished papers are synced, named and journaled together, because a sync of several takes hardly longer than of one.
_SETTLED_AT_ONCE = 16
#: ... or after so many seconds.
_SETTLED_AFTER = 0.2
#: The folder beside the journal for pages that were read from their pictures.
_PAGES = ".pages"
#: Files that a batch has open at most beside those of its workers.
_FILES = 32
#: What the system says when it has no more to give.
_REFUSALS = frozenset({errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM})


class Places(NamedTuple):
    """Where a batch writes: `out` as it was given, `home` the folder of the journal and the report."""

    out: str
    home: Path
    outputs: Outputs
    journal: Journal


def run_batch(
    inputs: Sequence[str],
    out: str | os.PathLike[str],
    options: BatchOptions | None = None,
    *,
    progress: Progress | None = None,
    executor: Executor | None = None,
) -> Summary:
    """Extract every paper of the inputs into one JSON file each in `out`.

    Run again, it does what is new or changed and leaves the rest; after any interruption it continues where it
    stopped, and the result is the same bytes as without one.

    Args:
        inputs: see :func:`extractor.batch.inputs.discover`.
        out: a folder, made where needed, which holds the journal and ``report.html`` as well; or an fsspec URL
            (``s3://bucket/json``), for which the options name a folder for these two.
        options: see :class:`BatchOptions`.
        progress: receives what happens.
        executor: runs the papers; made from the options when left out.

    Raises:
        NoPapers: the inputs hold no paper.
        UsageError: there is no such executor; the output is a URL, and there is no folder for the journal.
        OutputError: the folder cannot be written, or another batch is writing it.
        DiskFull: there is no room; what is done is kept.
        SystemRefused: the system gives no more processes or open files.
    """
    options, progress = options or BatchOptions(), progress or Silent()
    kind = chosen(options)  # a wrong call leaves nothing behind
    try:
        allow_files(_FILES + kind.files * options.processes)
        with _places(os.fspath(out), options) as places:
            options = _with_pages(options, places.home)
            plan = make_plan(inputs, options, places.journal, places.outputs)
            if plan.empty:
                raise NoPapers(where=", ".join(inputs)[:200])
            if options.dry_run:
                progress.planned([shown_path(task.path) for task in plan.tasks])
                return _summary(plan, places.journal)
            return _carry_out(plan, places, options, progress, executor, inputs)
    except DiskFull as full:
        full.hint = _FULL_HINT
        raise
    except OSError as error:
        if error.errno in _REFUSALS:
            raise SystemRefused(f"the system refuses what the batch needs ({error.strerror})") from error
        raise


@contextmanager
def _places(out: str, options: BatchOptions) -> Iterator[Places]:
    """Lock and open the places that a batch writes; a dry run makes none of them."""
    if is_remote(out) and options.journal is None:
        raise UsageError(
            "an output behind a URL leaves no place for the journal, which must be a file of this machine",
            where=out,
            hint="Name a folder for it with --journal.",
        )
    home = Path(options.journal or out)
    with ExitStack() as kept:
        if options.dry_run and not (home / FILE_NAME).exists():
            # nothing is known yet, and looking leaves nothing behind: no folder, no journal, no lock
            home = Path(kept.enter_context(tempfile.TemporaryDirectory()))
        elif not (options.dry_run or is_remote(out) or os.path.realpath(out) == os.path.realpath(home)):
            kept.enter_context(locked(Path(out)))
        kept.enter_context(locked(home))
        outputs = outputs_at(out)
        if not options.dry_run:
            outputs.open()
            kept.callback(_cleared, outputs)
        journal = Journal(home)
        kept.callback(journal.close)
        yield Places(out, home, outputs, journal)


def _with_pages(options: BatchOptions, home: Path) -> BatchOptions:
    """The options, with pages that are read from their pictures kept beside the journal."""
    ocr = replace(options.work.ocr, cache=os.fspath(home / _PAGES))
    return replace(options, work=replace(options.work, ocr=ocr))


def _cleared(outputs: Outputs) -> None:
    """Leave nothing half-done behind; an error that ends the batch is not hidden by one of this."""
    with suppress(OutputError):
        outputs.clear()


def _carry_out(
    plan: Plan,
    places: Places,
    options: BatchOptions,
    progress: Progress,
    executor: Executor | None,
    inputs: Sequence[str],
) -> Summary:
    start = time.monotonic()
    settler = Settler(options, places.outputs, places.journal, plan.before, progress)
    progress.start(len(plan.tasks) + len(plan.unread), plan.reused, len(plan.skipped))
    settler.unread(plan.unread)
    under_way = {task.sha256 for task in plan.tasks}
    with Lines(options.jsonl) as lines, Stop() as stop:
        ordered = InOrder(lines, plan.order, places.journal, places.outputs)
        ordered.write(under_way)
        if plan.tasks:
            executor = executor or chosen(options).make(options)
            try:
                ended = _outcomes(executor, plan.tasks, lambda: stop.asked or settler.tally.full, progress)
                for outcomes in _together(ended):
                    settler.settle(outcomes)
                    under_way.difference_update(task.sha256 for task, _ in outcomes)
                    ordered.write(under_way)
            except BaseException:
                executor.stop()
                progress.finish()
                raise
            executor.close()
        interrupted = stop.asked and bool(under_way)
        left = list(gone(places.journal, set(plan.order)))
        if options.prune and not interrupted:
            prune(left, places.journal, places.outputs)
        settler.settle_names()
        if not (interrupted or settler.tally.full):
            lines.finish()
    progress.finish()
    if settler.tally.full:
        raise DiskFull(where=places.out)
    summary = _summary(plan, places.journal, settler, time.monotonic() - start, interrupted)
    summary.gone = [entry.name for entry in left if entry.name]
    summary.inputs = [masked(shown_path(one)) for one in inputs]
    summary.pruned = options.prune and not interrupted
    if options.report:
        write_report(summary, places.home, f"Batch {shown_path(places.out)}")
    return summary


def _summary(
    plan: Plan, journal: Journal, settler: Settler | None = None, seconds: float = 0.0, interrupted: bool = False
) -> Summary:
    wanted = set(plan.order)
    summary = Summary(
        planned=len(plan.tasks) + len(plan.unread),
        reused=plan.reused,
        failed=len(plan.unread),
        seconds=seconds,
        entries=[entry for entry in journal.entries() if entry.sha256 in wanted],
        skipped=plan.skipped,
        interrupted=interrupted,
    )
    if settler is not None:
        tally = settler.tally
        summary.done, summary.failed, summary.paces = tally.done, tally.failed, tally.paces
        summary.left_out = tally.left_out
    return summary


def _outcomes(
    executor: Executor, tasks: Sequence[Task], stopped: Callable[[], bool], progress: Progress
) -> Iterator[Outcome | None]:
    """Keep the executor busy, no more than it can hold; once stopped, only what is under way comes to its end.

    None is given when nothing came for a while.
    """
    waiting = iter(tasks)
    under_way = 0
    more, reported = True, False
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
        if reported or not stopped():
            continue
        reported, more = True, False
        progress.stopping(under_way)


def _together(outcomes: Iterator[Outcome | None]) -> Iterator[list[Outcome]]:
    """Outcomes in small groups; none is kept back longer than the next one may take."""
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
