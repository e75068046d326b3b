"""Saying on standard error how a batch goes: a live line on a terminal, plain lines elsewhere, nothing when quiet."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import Any, Protocol

from extractor.batch.work import Failure, Result

__all__ = ["Bar", "Plain", "Progress", "Silent"]

#: Seconds between plain lines.
EVERY = 10.0


class Progress(Protocol):
    """Is told what happens."""

    def planned(self, paths: Sequence[str]) -> None: ...

    def start(self, total: int, reused: int) -> None: ...

    def done(self, path: str, result: Result) -> None: ...

    def failed(self, path: str, failure: Failure) -> None: ...

    def finish(self) -> None: ...


class Silent:
    """Says nothing."""

    def planned(self, paths: Sequence[str]) -> None:
        pass

    def start(self, total: int, reused: int) -> None:
        pass

    def done(self, path: str, result: Result) -> None:
        pass

    def failed(self, path: str, failure: Failure) -> None:
        pass

    def finish(self) -> None:
        pass


class Plain:
    """A line for each paper that failed, and one on the whole from time to time."""

    def __init__(self) -> None:
        self.total = self.papers = self.pages = self.bad = 0
        self.began = self.told = time.monotonic()

    def planned(self, paths: Sequence[str]) -> None:
        for path in paths:
            _say(f"would extract {path}")

    def start(self, total: int, reused: int) -> None:
        self.total = total
        self.began = self.told = time.monotonic()
        _say(f"{total:,} papers to do, {reused:,} done before")

    def done(self, path: str, result: Result) -> None:
        self.papers += 1
        self.pages += result.pages
        self._tell()

    def failed(self, path: str, failure: Failure) -> None:
        self.papers += 1
        self.bad += 1
        _say(f"{path}: {failure.category}: {failure.message}")
        self._tell()

    def _tell(self) -> None:
        now = time.monotonic()
        if now - self.told >= EVERY:
            self.told = now
            _say(self.line(now))

    def line(self, now: float) -> str:
        """How things stand."""
        passed = max(now - self.began, 1e-6)
        left = passed / max(self.papers, 1) * (self.total - self.papers)
        return (
            f"{self.papers:,} of {self.total:,} papers, {self.bad:,} failed, {self.pages / passed:,.0f} pages a second,"
            f" {_clock(left)} left"
        )

    def finish(self) -> None:
        pass


class Bar(Plain):
    """A live line on a terminal."""

    def __init__(self) -> None:
        super().__init__()
        self._live: Any = None

    def start(self, total: int, reused: int) -> None:
        super().start(total, reused)
        if not total:
            return
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        self._live = Progress(
            BarColumn(), TextColumn("{task.description}"), console=Console(stderr=True), transient=True
        )
        self._task = self._live.add_task(self.line(time.monotonic()), total=total)
        self._live.start()

    def done(self, path: str, result: Result) -> None:
        super().done(path, result)
        self._move()

    def failed(self, path: str, failure: Failure) -> None:
        self.papers += 1
        self.bad += 1
        if self._live is not None:
            from rich.markup import escape

            self._live.console.print(escape(_plain(f"{path}: {failure.category}: {failure.message}")), highlight=False)
        self._move()

    def _tell(self) -> None:
        pass

    def _move(self) -> None:
        if self._live is not None:
            self._live.update(self._task, advance=1, description=self.line(time.monotonic()))

    def finish(self) -> None:
        if self._live is not None:
            self._live.stop()
            self._live = None


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _plain(text: str) -> str:
    """Safe to print: a file's name may hold line breaks and terminal escapes."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)


def _say(text: str) -> None:
    if sys.stderr is not None:
        print(f"un-agenda: {_plain(text)}", file=sys.stderr, flush=True)
