"""What guards a batch while it runs: one at a time in a folder, and an end that leaves nothing half-done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from extractor.errors import OutputError, write_error

__all__ = ["Stop", "locked"]

_LOCK = ".lock"


class Stop:
    """Ctrl-C, SIGTERM or the terminal's end once: no new papers. A second time: stop now."""

    def __init__(self) -> None:
        self.asked = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Stop:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
                if number != signal.SIGINT and signal.getsignal(number) is signal.SIG_IGN:
                    continue  # as under nohup, whose batch outlives the terminal
                self._before.setdefault(number, signal.signal(number, self._ask))
        return self

    def _ask(self, *_: object) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One batch at a time in a folder; the lock dies with the process."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = open(folder / _LOCK, "ab")  # noqa: SIM115
    except OSError as error:
        raise write_error(error, str(folder)) from error
    try:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        pass  # no such locks on Windows
    except OSError:
        lock.close()
        raise OutputError(
            "another batch is writing here", where=str(folder), hint="Wait for its end, or give another --out."
        ) from None
    try:
        yield
    finally:
        lock.close()
