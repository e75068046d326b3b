"""The log of a batch: a line for each thing that happens, added to a file, for those who look later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from types import TracebackType

from extractor.batch.progress import Progress, counted
from extractor.batch.work import Failure, Result
from extractor.errors import one_line, write_error
from extractor.review import serious

__all__ = ["Log"]


class Log:
    """Passes on what happens, and writes it down: time in UTC, what happened, path, and more; separated by tabs.

    Args:
        path: the file; lines are added to what it has.
        inner: what gets the same reports.

    Raises:
        OutputError: the file cannot be written.
    """

    def __init__(self, path: str, inner: Progress) -> None:
        self._path, self._inner = path, inner
        try:
            self._stream = open(path, "a", encoding="utf-8", errors="backslashreplace", buffering=1)  # noqa: SIM115
        except (OSError, ValueError) as error:
            raise write_error(error if isinstance(error, OSError) else OSError(str(error)), path) from error

    def __enter__(self) -> Log:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self.write("stopped", "", "interrupted" if isinstance(error, KeyboardInterrupt) else str(error))
        self._stream.close()

    def write(self, event: str, path: str, more: str) -> None:
        """Add a line.

        Raises:
            OutputError: it cannot be written.
        """
        now = dt.datetime.now(dt.UTC).replace(tzinfo=None).isoformat(timespec="seconds")
        cells = (f"{now}Z", event, path, more)
        try:
            self._stream.write("\t".join(one_line(cell).replace("\t", " ") for cell in cells) + "\n")
        except OSError as error:
            raise write_error(error, self._path) from error

    def planned(self, paths: Sequence[str]) -> None:
        """These papers would be extracted."""
        self._inner.planned(paths)

    def start(self, total: int, reused: int, skipped: int) -> None:
        """The batch begins."""
        self.write("start", "", f"{counted(total, 'paper')} to do, {reused:,} known before, {skipped:,} skipped")
        self._inner.start(total, reused, skipped)

    def done(self, path: str, result: Result, /) -> None:
        """A paper is done."""
        codes = ", ".join(serious(result.diagnostics))
        more = f"{result.kind}, {counted(result.pages, 'page')}, {result.seconds:.2f} seconds"
        self.write("done", path, f"{more}, {codes}" if codes else more)
        self._inner.done(path, result)

    def failed(self, path: str, failure: Failure) -> None:
        """A paper failed."""
        self.write("failed", path, f"{failure.category}: {failure.message}")
        self._inner.failed(path, failure)

    def stopping(self, under_way: int) -> None:
        """The batch ends after the papers under way."""
        self.write("stopping", "", f"{counted(under_way, 'paper')} under way")
        self._inner.stopping(under_way)

    def finish(self) -> None:
        """The batch has ended."""
        self._inner.finish()
