"""How an output is written: complete or not at all where it is a file, straight through where it is anything else.

All verbs write through :class:`Output`. A regular file appears under its name only when it is complete and on disk: it
is written under a temporary name beside it, synchronised and renamed. A pipe, a device, a socket or an open descriptor
(``/dev/stdout``, ``/dev/fd/63``) cannot be replaced without destroying it, so the bytes go straight to it.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO

from extractor.errors import OutputError, write_error

__all__ = ["STANDARD_OUTPUT", "Output", "write", "write_all"]

STANDARD_OUTPUT = "-"

#: Links that are followed before a path counts as a ring of links (the limit of Linux).
_MOST_LINKS = 40
#: Runs that may write to one file at the same time, each under a temporary name of its own.
_MOST_RUNS = 100
#: Characters of a file's name that its temporary name keeps: file systems allow 255 bytes, up to four a character.
_KEPT = 50

_DESCRIPTORS = re.compile(r"/dev/fd|/proc/(?P<process>\d+|self|thread-self)(?:/task/\d+)?/fd")
_STDOUT_HINT = "Check where it leads to."
_BINARY: int = getattr(os, "O_BINARY", 0)


class Output:
    """A place that bytes are written to.

    As a context manager it gives the binary stream. What was written to a regular file counts only after
    :meth:`commit`; without it, the file stays as it was. A symbolic link to a regular file is followed and its target
    replaced; the permissions of an existing file are kept.

    Args:
        path: the file, device, pipe or descriptor; ``"-"`` or None for standard output, which is left open.

    Raises:
        OutputError: it cannot be opened or written, or is a directory; DiskFull where there is no room.
        BrokenPipeError: it is a pipe that nobody reads any more.
    """

    def __init__(self, path: str | os.PathLike[str] | None) -> None:
        self._path = STANDARD_OUTPUT if path is None else os.fspath(path)
        self._standard = self._path == STANDARD_OUTPUT
        self._target = ""
        self._temporary: str | None = None
        self._stream: BinaryIO | None = None

    def __enter__(self) -> BinaryIO:
        try:
            self._stream = self._open()
        except ValueError as error:  # a null character in the path
            raise OutputError(f"writing failed ({error})", where=self._path) from error
        except OSError as error:
            raise self._failed(error) from error
        return self._stream

    def commit(self) -> None:
        """All is written: flush it, and give a regular file its name."""
        stream = self._stream
        assert stream is not None, "commit() belongs into the with block"
        try:
            stream.flush()
            if self._temporary is not None:
                os.fsync(stream.fileno())
                self._rename(stream)
            if not self._standard:
                stream.close()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._failed(error) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream is not None and not self._standard:
            with suppress(OSError):  # what is left in its buffer belongs to an output that is given up
                self._stream.close()
        if self._temporary is not None:
            with suppress(OSError):
                os.unlink(self._temporary)
            self._temporary = None
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise self._failed(error) from error

    def _failed(self, error: OSError) -> OutputError:
        if self._standard:
            return write_error(error, "standard output", _STDOUT_HINT)
        return write_error(error, self._path)

    def _open(self) -> BinaryIO:
        if self._standard:
            if sys.stdout is None:
                raise OutputError("it is closed", where="standard output", hint=_STDOUT_HINT)
            sys.stdout.flush()
            return sys.stdout.buffer
        descriptor = _descriptor(self._path)
        if descriptor is not None:
            if descriptor == 1 and sys.stdout is None:
                raise OutputError("it is closed", where=self._path, hint=_STDOUT_HINT)
            return open(os.dup(descriptor), "wb")
        self._target = os.path.realpath(self._path)
        mode: int | None = None
        try:
            status = os.stat(self._path)  # not of the target: the path of an open pipe or a deleted file is no path
        except FileNotFoundError:
            pass
        else:
            if stat.S_ISDIR(status.st_mode):
                raise OutputError("it is a directory", where=self._path, hint="Give the name of a file.")
            if not stat.S_ISREG(status.st_mode):
                return open(self._path, "wb")
            mode = stat.S_IMODE(status.st_mode)
        self._temporary, created = _temporary_beside(self._target)
        if mode is not None:
            os.chmod(self._temporary, mode)
        return open(created, "wb")

    def _rename(self, stream: BinaryIO) -> None:
        assert self._temporary is not None
        if os.name == "nt":  # where an open file cannot be renamed
            stream.close()
        os.replace(self._temporary, self._target)
        self._temporary = None
        _sync_folder(os.path.dirname(self._target))


def write(text: str, path: str | None) -> None:
    """Write ``text`` to an :class:`Output` as UTF-8, whatever the locale; see :func:`write_all`."""
    write_all([text.encode("utf-8")], path)


def write_all(chunks: Iterable[bytes], path: str | os.PathLike[str] | None) -> None:
    """Write ``chunks`` to an :class:`Output`; an error of what makes them leaves a regular file as it was.

    Raises:
        OutputError: the output could not be written.
        BrokenPipeError: it is a pipe that nobody reads any more.
    """
    output = Output(path)
    with output as stream:
        stream.writelines(chunks)
        output.commit()


def _descriptor(path: str) -> int | None:
    """The open descriptor of this process that ``path`` names, by way of links or not: ``/dev/stdout`` is 1."""
    for _ in range(_MOST_LINKS):
        folder, name = os.path.split(path)
        described = _DESCRIPTORS.fullmatch(os.path.realpath(folder))
        if described and name.isascii() and name.isdigit():
            own = described["process"] in (None, "self", "thread-self", str(os.getpid()))
            return int(name) if own else None
        try:
            path = os.path.join(folder, os.readlink(path))
        except OSError:  # not a link
            return None
    return None


def _temporary_beside(target: str) -> tuple[str, int]:
    """A new file beside ``target``, and its descriptor. Files of this name that a killed run has left are removed.

    Whoever writes holds a lock on its temporary file, which ends with its process: a file without one was left.
    """
    folder, name = os.path.split(target)
    for number in range(_MOST_RUNS):
        path = os.path.join(folder, f".{name[:_KEPT]}.{number}.tmp")
        for _ in range(2):
            try:
                # O_EXCL refuses whatever stands there already, a link somebody has planted included.
                descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
            except FileExistsError:
                if not _removed_leftover(path):
                    break
                continue
            if _locked(descriptor) is not False and _is_at(descriptor, path):
                return path, descriptor
            os.close(descriptor)  # another run took it for left over in between
    raise FileExistsError(errno.EEXIST, "too many runs write to it", target)


def _removed_leftover(path: str) -> bool:
    """Remove the temporary file at ``path`` if nobody writes to it any more; whether it was so."""
    if sys.platform == "win32":
        try:
            os.unlink(path)  # refused while somebody has it open
        except OSError:
            return False
        return True
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode) or not _locked(descriptor) or not _is_at(descriptor, path):
            return False
        os.unlink(path)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True


def _locked(descriptor: int) -> bool | None:
    """Lock an open file for as long as it is open; False when another run has it, None where there are no locks."""
    try:
        import fcntl
    except ImportError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # such is the file system: the names alone keep two runs apart
        return None
    return True


def _is_at(descriptor: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(path))
    except OSError:
        return False


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
