"""Writing results: to standard output as UTF-8 whatever the locale, to files whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable

from extractor.errors import OutputError, write_error

__all__ = ["STANDARD_OUTPUT", "write", "write_all"]

STANDARD_OUTPUT = "-"

_STDOUT_HINT = "Check where it leads to."


def write(text: str, path: str | None) -> None:
    """Write ``text`` to the file ``path``, or to standard output when it is None or ``"-"``.

    A file appears under its name only when it is complete and on disk: it is written under a temporary name beside it,
    synchronised and renamed. Devices and pipes are written to directly. Links are followed, permissions of an existing
    file kept.

    Raises:
        OutputError: the text could not be written; DiskFull where there is no room for it.
        BrokenPipeError: standard output is a pipe that nobody reads any more.
    """
    write_all([text.encode("utf-8")], path)


def write_all(chunks: Iterable[bytes], path: str | None) -> None:
    """As :func:`write`, with the bytes coming piece by piece; an error of what makes them leaves no file."""
    try:
        if path is None or path == STANDARD_OUTPUT:
            _to_stdout(chunks)
        else:
            _to_file(chunks, path)
    except BrokenPipeError:
        raise
    except OSError as error:
        if path is None or path == STANDARD_OUTPUT:
            raise write_error(error, "standard output", _STDOUT_HINT) from error
        raise write_error(error, path) from error
    except ValueError as error:  # a null character in the path
        raise OutputError(f"writing failed ({error})", where=path) from error


def _to_stdout(chunks: Iterable[bytes]) -> None:
    if sys.stdout is None:
        raise OutputError("it is closed", where="standard output", hint=_STDOUT_HINT)
    sys.stdout.flush()
    for chunk in chunks:
        sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


def _to_file(chunks: Iterable[bytes], path: str) -> None:
    target = os.path.realpath(path)
    mode: int | None = None
    try:
        status = os.stat(target)
    except FileNotFoundError:
        pass
    else:
        if stat.S_ISDIR(status.st_mode):
            raise OutputError("it is a directory", where=path, hint="Give the name of a file.")
        if not stat.S_ISREG(status.st_mode):
            with open(target, "wb") as device:
                device.writelines(chunks)
            return
        mode = stat.S_IMODE(status.st_mode)
    _replace(chunks, target, mode)


def _replace(chunks: Iterable[bytes], target: str, mode: int | None) -> None:
    folder, name = os.path.split(target)
    # The process's id keeps two runs apart; O_EXCL refuses whatever stands there already, a planted link included.
    temporary = os.path.join(folder, f".{name[:100]}.{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(descriptor, "wb") as stream:
            stream.writelines(chunks)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise
    _sync_folder(folder)


def _sync_folder(folder: str) -> None:
    """Make the rename itself durable, where the system can open folders."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
