"""What a batch has to do: every paper of the inputs once, and what earlier runs have made of it."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.batch.inputs import Found, discover
from extractor.batch.journal import Entry, Journal, Seen, Skipped
from extractor.batch.names import path_bytes, shown_path
from extractor.batch.options import BatchOptions
from extractor.batch.outputs import Outputs
from extractor.batch.work import Failure, Task, read_bytes
from extractor.corrections.files import digest_at
from extractor.errors import AgendaError

__all__ = ["Plan", "Unread", "make_plan"]

#: Hashes are noted in the journal after so many files.
_NOTED_AT_ONCE = 2_000


class Unread(NamedTuple):
    """A path whose bytes cannot be had. `key` stands in for the hash of its content."""

    key: str
    path: str
    failure: Failure


@dataclass(slots=True)
class Plan:
    """What is to be done.

    Args:
        tasks: papers to be extracted in this run.
        order: hashes of all papers of the inputs, in their order, each once.
        before: what earlier runs made of those that are to be done again.
        unread: papers that failed before they had a hash.
        skipped: paths that are not read.
        reused: how many papers are known from earlier runs, done or failed.
    """

    tasks: list[Task] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    before: dict[str, Entry] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    reused: int = 0

    @property
    def empty(self) -> bool:
        """Whether the inputs hold no paper at all."""
        return not self.order and not any(one.reason == "duplicate" for one in self.skipped)


def make_plan(inputs: Sequence[str], options: BatchOptions, journal: Journal, outputs: Outputs) -> Plan:
    """Look through the inputs. All but a dry run notes in the journal which bytes were found where."""
    planner = _Planner(options, journal, outputs)
    for found in discover(inputs, follow=options.follow):
        planner.take(found)
    return planner.finish()


class _Planner:
    def __init__(self, options: BatchOptions, journal: Journal, outputs: Outputs) -> None:
        self._options, self._journal, self._outputs = options, journal, outputs
        self._hashes = _Hashes(journal, remember=not options.dry_run)
        # A worker of a run that was just killed may still be writing: names of this run are its own.
        self._run = f"{os.getpid():x}-{time.time_ns():x}"
        self._paths: dict[str, str] = {}  # of each hash, the first
        self._plan = Plan()

    def take(self, found: Found) -> None:
        if found.reason is not None:
            self._not_read(found, found.reason)
            return
        try:
            sha256 = self._hashes.of(found)
        except AgendaError as error:
            error.where = None
            self._not_read(found._replace(message=str(error)), error.code)
            return
        if not self._mine(sha256):
            return
        plan = self._plan
        if sha256 in self._paths:
            why = f"the same bytes as {shown_path(self._paths[sha256])}"
            plan.skipped.append(Skipped(found.path, "duplicate", why))
            return
        entry = self._add(sha256, found.path)
        local = self._options.work.corrections and not found.remote
        corrections = digest_at(found.path) if local else ""
        if self._is_done(entry, corrections):
            plan.reused += 1
            return
        if entry:
            plan.before[sha256] = entry
        target = self._outputs.target(f"{sha256}-{self._run}.json")
        shown = shown_path(found.path)
        plan.tasks.append(Task(found.path, shown, sha256, target, self._options.work, found.remote, corrections))

    def finish(self) -> Plan:
        self._hashes.save()
        if not self._options.dry_run:
            self._journal.skip(self._plan.skipped)
        return self._plan

    def _not_read(self, found: Found, reason: str) -> None:
        plan = self._plan
        if not reason.startswith("input."):
            plan.skipped.append(Skipped(found.path, reason, found.message))
            return
        # It has no content to be known by: its path stands in.
        digest = hashlib.sha256(path_bytes(found.path)).hexdigest()[:40]
        key = f"path-{digest}"
        if not self._mine(digest) or key in self._paths:
            return
        if entry := self._add(key, found.path):
            plan.before[key] = entry
        plan.unread.append(Unread(key, found.path, Failure(reason, found.message)))

    def _add(self, sha256: str, path: str) -> Entry | None:
        self._paths[sha256] = path
        self._plan.order.append(sha256)
        return self._journal.find(sha256)

    def _mine(self, digest: str) -> bool:
        if self._options.shard is None:
            return True
        part, parts = self._options.shard
        return int(digest[:16], 16) % parts == part - 1

    def _is_done(self, entry: Entry | None, corrections: str) -> bool:
        options = self._options
        if entry is None or (entry.version, entry.options) != options.made_by(corrections) or options.force:
            return False
        if entry.left_out:
            return options.leaves_out(entry.kind)
        if entry.status == "done":
            written = entry.name is not None and self._outputs.has(entry.name)
            return written and not options.leaves_out(entry.kind)
        return not (entry.retryable and options.retry_failed)


class _Hashes:
    """The hashes of files; those that have not changed since the journal noted theirs are not read again."""

    def __init__(self, journal: Journal, *, remember: bool) -> None:
        self._journal, self._remember = journal, remember
        self._known = journal.seen()
        self._fresh: list[Seen] = []

    def of(self, found: Found) -> str:
        before = self._known.get(found.path)
        if before and found.changed is not None and (before.size, before.changed) == (found.size, found.changed):
            return before.sha256
        sha256 = hashlib.sha256(read_bytes(found.path, remote=found.remote)).hexdigest()
        if self._remember and found.size is not None and found.changed is not None:
            self._fresh.append(Seen(found.path, found.size, found.changed, sha256))
            if len(self._fresh) >= _NOTED_AT_ONCE:
                self.save()
        return sha256

    def save(self) -> None:
        self._journal.remember(self._fresh)
        self._fresh.clear()
