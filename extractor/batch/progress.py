"""Saying on standard error how a batch goes: a live line on a terminal, plain lines elsewhere, nothing when quiet."""

from __future__ import annotations

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


class Progress(Protocol):
    """Is told what happens."""

    def planned(self, paths: Sequence[str]) -> None: ...

    def start(self, total: int, reused: int, skipped: int) -> None: ...

    def done(self, path: str, result: Result) -> None: ...

    def failed(self, path: str, failure: Failure) -> None: ...

    def stopping(self, under_way: int) -> None: ...

    def finish(self) -> None: ...


class Silent:
    """Says nothing."""

    def planned(self, paths: Sequence[str]) -> None:
        pass

    def start(self, total: int, reused: int, skipped: int) -> None:
        pass

    def done(self, path: str, result: Result) -> None:
        pass

    def failed(self, path: str, failure: Failure) -> None:
        pass

    def stopping(self, under_way: int) -> None:
        pass

    def finish(self) -> None:
        pass


class Plain:
    """A line for each paper that failed, and one on the whole from time to time."""

    def __init__(self) -> None:
        self.total = self.papers = self.pages = self.bad = self.skipped = 0
        self.began = self.told = time.monotonic()

    def planned(self, paths: Sequence[str]) -> None:
        for path in paths:
            self._print(f"would extract {path}")

    def start(self, total: int, reused: int, skipped: int) -> None:
        self.total, self.skipped = total, skipped
        self.began = self.told = time.monotonic()
        self._print(f"{counted(total, 'paper')} to do, {reused:,} known before, {skipped:,} passed over")

    def done(self, path: str, result: Result) -> None:
        self.papers += 1
        self.pages += result.pages
        self._tell()

    def failed(self, path: str, failure: Failure) -> None:
        self.papers += 1
        self.bad += 1
        self._print(f"{path}: {failure.category}: {failure.message}")
        self._tell()

    def stopping(self, under_way: int) -> None:
        if under_way:
            self._print(f"stopping after the {counted(under_way, 'paper')} under way; Ctrl-C again stops at once")

    def line(self, now: float) -> str:
        """How things stand."""
        passed = max(now - self.began, 1e-6)
        left = passed / max(self.papers, 1) * (self.total - self.papers)
        return (
            f"{self.papers:,} of {self.total:,} papers, {self.bad:,} failed, {self.skipped:,} passed over,"
            f" {self.pages / passed:,.0f} pages a second, {_clock(left) if self.papers else '-:--:--'} left"
        )

    def finish(self) -> None:
        pass

    def _tell(self) -> None:
        now = time.monotonic()
        if now - self.told >= EVERY:
            self.told = now
            self._print(self.line(now))

    def _print(self, text: str) -> None:
        say(text)


class Bar(Plain):
    """A live line on a terminal."""

    def __init__(self) -> None:
        super().__init__()
        self._live: Any = None

    def start(self, total: int, reused: int, skipped: int) -> None:
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

    def finish(self) -> None:
        if self._live is not None:
            with suppress(OSError):  # the terminal may have gone
                self._live.stop()
            self._live = None

    def _tell(self) -> None:
        if self._live is not None:
            with suppress(OSError):
                self._live.update(self._task, completed=self.papers, description=self.line(time.monotonic()))

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
