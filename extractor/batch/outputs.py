"""Where a batch puts its JSON: a folder, or what is behind an fsspec URL (object storage, say).

Workers write each paper under a temporary name; it gets its own when it is complete. So no reader ever sees half a
file, wherever it lies: in a folder by renaming, on object storage because an object is there as a whole or not at all.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from extractor.batch.names import local_name
from extractor.errors import AgendaError, MissingExtra, OutputError, write_error

__all__ = ["Folder", "Outputs", "Remote", "is_remote", "outputs_at", "sync_file"]

#: The part of an output folder or URL where papers lie that are being written.
WORKSHOP = ".work"


class Outputs(Protocol):
    """The output of a batch. Names are those of :mod:`extractor.batch.names`, without folders.

    All methods raise OutputError (DiskFull where there is no room) for what cannot be written or read.
    """

    def open(self) -> None:
        """Make what must be there, and remove what a killed batch has left."""
        ...

    def clear(self) -> None:
        """Remove what was written under temporary names; no worker writes any more."""
        ...

    def check(self) -> None:
        """Raise OutputError if the place of the output is not there any more."""
        ...

    def target(self, name: str) -> str:
        """The path or URL under which a worker writes a paper at first."""
        ...

    def sync(self, targets: Sequence[str]) -> None:
        """Make what workers have written durable, whatever happens to the machine."""
        ...

    def settle(self, target: str, name: str) -> None:
        """Give a paper that was written its name, in place of what has it."""
        ...

    def rename(self, name: str, other: str) -> None:
        """Give a paper another name; nothing is done where there is none of the first."""
        ...

    def remove(self, name: str) -> None:
        """Remove a paper, if it is there."""
        ...

    def discard(self, target: str) -> None:
        """Remove what a worker may have written."""
        ...

    def has(self, name: str) -> bool:
        """Whether a paper of this name is there."""
        ...

    def read(self, name: str) -> bytes:
        """The bytes of a paper."""
        ...


def is_remote(place: str) -> bool:
    """Whether an output is given as a URL."""
    return "://" in place


def outputs_at(place: str) -> Outputs:
    """The outputs at a path or fsspec URL."""
    return Remote(place) if is_remote(place) else Folder(Path(place))


class Folder:
    """Outputs in a folder of this machine, or of storage that looks like one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, name: str) -> Path:
        return self._folder / local_name(name)

    def open(self) -> None:
        """Make what must be there, and remove what a killed batch has left."""
        workshop = self._folder / WORKSHOP
        try:
            workshop.mkdir(parents=True, exist_ok=True)
            if workshop.is_symlink():  # what it leads to is not ours to be cleared
                raise OutputError("it is a link", where=str(workshop), hint="Remove it and run the same command again.")
        except OSError as error:
            raise write_error(error, str(self._folder)) from error
        self.clear()

    def clear(self) -> None:
        """Remove what was written under temporary names."""
        with suppress(OSError):
            for left in (self._folder / WORKSHOP).iterdir():
                with suppress(OSError):
                    left.unlink()

    def check(self) -> None:
        """Raise OutputError if the place is gone."""
        if not (self._folder / WORKSHOP).is_dir():
            raise OutputError(
                "the folder was removed while the batch was writing into it",
                where=str(self._folder),
                hint="Run the same command again: it makes the folder anew.",
            )

    def target(self, name: str) -> str:
        """Where a worker writes a paper at first."""
        return str(self._folder.absolute() / WORKSHOP / name)

    def sync(self, targets: Sequence[str]) -> None:
        """Make what workers have written durable."""
        for target in targets:
            try:
                sync_file(target)
            except OSError as error:
                self.check()
                raise write_error(error, str(self._folder)) from error

    def settle(self, target: str, name: str) -> None:
        """Give a paper its name."""
        try:
            os.replace(target, self._path(name))
        except OSError as error:
            self.check()
            raise write_error(error, str(self._path(name))) from error

    def rename(self, name: str, other: str) -> None:
        """Give a paper another name."""
        if self.has(name):
            self.settle(str(self._path(name)), other)

    def remove(self, name: str) -> None:
        """Remove a paper."""
        try:
            self._path(name).unlink(missing_ok=True)
        except OSError as error:
            raise write_error(error, str(self._path(name))) from error

    def discard(self, target: str) -> None:
        """Remove what a worker may have written."""
        with suppress(OSError):
            os.unlink(target)

    def has(self, name: str) -> bool:
        """Whether a paper of this name is there."""
        try:
            return stat.S_ISREG(os.lstat(self._path(name)).st_mode)
        except OSError:
            return False

    def read(self, name: str) -> bytes:
        """The bytes of a paper."""
        path = self._path(name)
        try:
            # A link or a pipe that took the paper's place is not followed and not waited for.
            flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
            with open(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as stream:
                return stream.read()
        except OSError as error:
            self.check()
            raise OutputError(f"it cannot be read again ({error.strerror})", where=str(path)) from error


class Remote:
    """Outputs behind an fsspec URL.

    Raises:
        MissingExtra: the file system needs a library that is not installed.
        OutputError: it cannot be used.
    """

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        self._files, self._root = self._open()
        self._names: set[str] | None = None

    def _open(self) -> tuple[Any, str]:
        import fsspec

        try:
            files, root = fsspec.core.url_to_fs(self._url)
        except ImportError as error:
            raise MissingExtra(
                f"addresses of this kind need a library that is not installed ({error})",
                where=self._url,
                hint="Install what is named there beside un-agenda-extractor, and run the same command again.",
            ) from error
        except Exception as error:  # each file system has errors of its own
            raise _failed(error, self._url) from error
        return files, root.rstrip("/")

    def _try(self, name: str, what: Callable[[], Any]) -> Any:
        try:
            return what()
        except AgendaError:
            raise
        except Exception as error:
            raise _failed(error, f"{self._url}/{name}") from error

    def open(self) -> None:
        """Make what must be there, and remove what a killed batch has left."""
        self._try("", lambda: self._files.makedirs(f"{self._root}/{WORKSHOP}", exist_ok=True))
        self.clear()

    def clear(self) -> None:
        """Remove what was written under temporary names."""
        for left in self._listed(WORKSHOP):
            with suppress(Exception):
                self._files.rm_file(f"{self._root}/{WORKSHOP}/{left}")

    def check(self) -> None:
        """Raise OutputError if the place is gone."""
        # a store has what it needs, or says so with each file

    def _listed(self, below: str = "") -> set[str]:
        place = f"{self._root}/{below}".rstrip("/")
        try:
            found = self._try(below, lambda: self._files.ls(place, detail=False, refresh=True))
        except OutputError as error:
            if isinstance(error.__cause__, FileNotFoundError):  # object storage knows no empty folders
                return set()
            raise
        return {path.rstrip("/").rsplit("/", 1)[-1] for path in found}

    def target(self, name: str) -> str:
        """Where a worker writes a paper at first."""
        return f"{self._url}/{WORKSHOP}/{name}"

    def sync(self, targets: Sequence[str]) -> None:
        """Make what workers have written durable."""
        # a store has an object when it says so

    def _move(self, path: str, name: str) -> None:
        self._try(name, lambda: self._files.mv(path, f"{self._root}/{name}"))
        self._known().add(name)

    def settle(self, target: str, name: str) -> None:
        """Give a paper its name."""
        self._move(f"{self._root}/{WORKSHOP}/{target.rsplit('/', 1)[-1]}", name)

    def rename(self, name: str, other: str) -> None:
        """Give a paper another name."""
        if self.has(name):
            self._move(f"{self._root}/{name}", other)
            self._known().discard(name)

    def remove(self, name: str) -> None:
        """Remove a paper."""
        if self.has(name):
            self._try(name, lambda: self._files.rm_file(f"{self._root}/{name}"))
            self._known().discard(name)

    def discard(self, target: str) -> None:
        """Remove what a worker may have written."""
        with suppress(Exception):
            self._files.rm_file(f"{self._root}/{WORKSHOP}/{target.rsplit('/', 1)[-1]}")

    def _known(self) -> set[str]:
        # one listing, not one question for each of a million papers; this batch alone writes here
        if self._names is None:
            self._names = self._listed()
        return self._names

    def has(self, name: str) -> bool:
        """Whether a paper of this name is there."""
        return name in self._known()

    def read(self, name: str) -> bytes:
        """The bytes of a paper."""
        content: bytes = self._try(name, lambda: self._files.cat_file(f"{self._root}/{name}"))
        return content


def sync_file(path: str) -> None:
    """Let a file's bytes reach the disk.

    Raises:
        OSError: they cannot.
    """
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_remote(data: bytes, url: str) -> None:
    """Write a file behind a URL.

    Raises:
        OutputError: it cannot be written.
    """
    import fsspec

    try:
        files, path = fsspec.core.url_to_fs(url)
        files.pipe_file(path, data)
    except Exception as error:  # each file system has errors of its own
        raise _failed(error, url) from error


def _failed(error: Exception, where: str) -> OutputError:
    if isinstance(error, OSError) and error.errno is not None:
        return write_error(error, where)
    return OutputError(f"writing failed ({type(error).__name__}: {error})", where=where)
