"""What the program reports on standard error: lines that may get lost, and must never change what is done.

Standard error may be closed, full, or a pipe that nobody reads any more. The work goes on, and so does the exit code.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stdout, suppress

from extractor.errors import one_line
from extractor.naming import masked

__all__ = ["aside", "put", "say"]

PROGRAM = "un-agenda"


def say(text: str) -> None:
    """Report ``text`` on a line of its own, after the name of the program."""
    put(f"{PROGRAM}: {one_line(masked(text))}\n")


def put(text: str) -> None:
    """Write ``text`` to standard error; from the first failure on, it goes nowhere."""
    stream = sys.stderr
    if stream is None:
        return
    try:
        encoding = stream.encoding or "utf-8"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except (OSError, ValueError):  # ValueError: it was closed by this process
        # What is left in its buffer would fail once more when the interpreter ends, and change the exit code.
        with suppress(OSError, ValueError):
            null = os.open(os.devnull, os.O_WRONLY)
            try:
                os.dup2(null, stream.fileno())
            finally:
                os.close(null)


class _Aside(io.TextIOBase):
    """Takes what is printed and reports it on standard error."""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        put(text)
        return len(text)


def aside() -> redirect_stdout[_Aside]:
    """While the context lasts, whatever a library prints goes to standard error: standard output has data only."""
    return redirect_stdout(_Aside())
