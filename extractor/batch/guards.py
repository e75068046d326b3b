"""What protects a batch while it runs: a lock on its folder, a clean stop, enough open files."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from extractor.errors import OutputError, SystemRefused, write_error

__all__ = ["Stop", "allow_files", "locked"]

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
        # A link or a pipe of this name is neither followed nor waited for.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        lock = open(os.open(folder / _LOCK, flags, 0o666), "rb")  # noqa: SIM115
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
            "another batch is writing here", where=str(folder), hint="Wait until it has ended, or give another --out."
        ) from None
    try:
        yield
    finally:
        lock.close()


def allow_files(needed: int) -> None:
    """See to it that so many files may be open at once, up to what the system allows this user.

    Raises:
        SystemRefused: it allows fewer.
    """
    try:
        import resource
    except ImportError:
        return  # no such limit on Windows
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= needed:
        return
    if hard == resource.RLIM_INFINITY or hard >= needed:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
            return
    raise SystemRefused(
        f"{needed} files must be open at once, and the system allows {hard}",
        hint=f"Allow more ('ulimit -n {needed}'), or give fewer --workers.",
    )
