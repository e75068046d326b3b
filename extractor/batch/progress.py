"""Progress of a batch on standard error: a live line on a terminal, plain lines elsewhere, nothing when quiet."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Protocol

from extractor.batch.work import Failure, Result
from extractor.errors import one_line
from extractor.messages import say

__all__ = ["Bar", "Plain", "Progress", "Silent", "counted"]

#: Seconds between plain lines.
EVERY = 10.0
#: Seconds from which on the rest can be told from what is done: workers take some of them to begin.
SURE = 8.0
#: Characters of the name of the last paper that fit beside the rest.
LONGEST = 24


class Progress(Protocol):
    """Receives what happens."""

    def planned(self, paths: Sequence[str]) -> None:
        """These papers would be extracted."""
        ...

    def start(self, total: int, reused: int, skipped: int) -> None:
        """The batch begins."""
        ...

    def done(self, path: str, result: Result, /) -> None:
        """A paper is done."""
        ...

    def failed(self, path: str, failure: Failure) -> None:
        """A paper failed."""
        ...

    def stopping(self, under_way: int) -> None:
        """The batch ends after the papers under way."""
        ...

    def finish(self) -> None:
        """The batch has ended."""
        ...


class Silent:
    """Reports nothing."""

    def planned(self, paths: Sequence[str]) -> None:
        """These papers would be extracted."""

    def start(self, total: int, reused: int, skipped: int) -> None:
        """The batch begins."""

    def done(self, path: str, result: Result, /) -> None:
        """A paper is done."""

    def failed(self, path: str, failure: Failure) -> None:
        """A paper failed."""

    def stopping(self, under_way: int) -> None:
        """The batch ends after the papers under way."""

    def finish(self) -> None:
        """The batch has ended."""


class Plain:
    """A line for each paper that failed, and one on the whole from time to time."""

    def __init__(self) -> None:
        self.total = self.papers = self.pages = self.bad = self.skipped = 0
        self.began = self.reported = time.monotonic()

    def planned(self, paths: Sequence[str]) -> None:
        """These papers would be extracted."""
        for path in paths:
            self._print(f"would extract {path}")

    def start(self, total: int, reused: int, skipped: int) -> None:
        """The batch begins."""
        self.total, self.skipped = total, skipped
        self.began = self.reported = time.monotonic()
        self._print(f"{counted(total, 'paper')} to do, {reused:,} known before, {skipped:,} skipped")

    def done(self, _path: str, result: Result, /) -> None:
        """A paper is done."""
        self.papers += 1
        self.pages += result.pages
        self._report()

    def failed(self, path: str, failure: Failure) -> None:
        """A paper failed."""
        self.papers += 1
        self.bad += 1
        self._print(f"{path}: {failure.category}: {failure.message}")
        self._report()

    def stopping(self, under_way: int) -> None:
        """The batch ends after the papers under way."""
        if under_way:
            self._print(f"stopping after the {counted(under_way, 'paper')} under way; Ctrl-C again stops at once")

    def line(self, now: float) -> str:
        """The state of the batch at a moment."""
        passed = max(now - self.began, 1e-6)
        left = passed / max(self.papers, 1) * (self.total - self.papers)
        return (
            f"{self.papers:,} of {self.total:,} papers, {self.bad:,} failed, {self.skipped:,} skipped,"
            f" {self.pages / passed:,.0f} pages a second, {_clock(left) if passed > SURE else '-:--:--'} left"
        )

    def finish(self) -> None:
        """The batch has ended."""

    def _report(self) -> None:
        now = time.monotonic()
        if now - self.reported >= EVERY:
            self.reported = now
            self._print(self.line(now))

    def _print(self, text: str) -> None:
        say(text)


class Bar(Plain):
    """A live line on a terminal."""

    def __init__(self) -> None:
        super().__init__()
        self._live: Any = None
        self._last = ""

    def start(self, total: int, reused: int, skipped: int) -> None:
        """The batch begins."""
        super().start(total, reused, skipped)
        if not total:
            return
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        self._live = Progress(
            BarColumn(), TextColumn("{task.description}"), console=Console(stderr=True), transient=True
        )
        self._task = self._live.add_task(self.line(time.monotonic()), total=total)
        with suppress(OSError):
            self._live.start()

    def done(self, path: str, result: Result, /) -> None:
        """A paper is done, whose name is shown."""
        self._last = os.path.basename(path)
        super().done(path, result)

    def line(self, now: float) -> str:
        """The state of the batch at a moment, with the name of the last paper."""
        name = self._last if len(self._last) <= LONGEST else f"{self._last[: LONGEST - 1]}…"
        return super().line(now) + (f", {name}" if name else "")

    def finish(self) -> None:
        """The batch has ended."""
        if self._live is not None:
            with suppress(OSError):  # the terminal may have gone
                self._live.stop()
            self._live = None

    def _report(self) -> None:
        if self._live is not None:
            from rich.markup import escape

            with suppress(OSError):
                self._live.update(self._task, completed=self.papers, description=escape(self.line(time.monotonic())))

    def _print(self, text: str) -> None:
        if self._live is None:
            super()._print(text)
        else:
            from rich.markup import escape

            with suppress(OSError):
                self._live.console.print(escape(f"un-agenda: {one_line(text)}"), highlight=False, soft_wrap=True)


def counted(number: int, noun: str) -> str:
    """A number with its noun in the right form: ``1 paper``, ``2,000 papers``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
