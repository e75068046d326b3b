"""What a batch reads: folders, patterns, lists of paths and URLs become a list of papers, in a stable order.

Nothing is opened that could make the batch wait: pipes, devices and sockets in a folder are only noted in the journal,
and so are links that lead out of it and files that cannot be read.
"""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.errors import InputError, MissingExtra, NotFound, Unreadable

__all__ = ["Found", "discover"]

_GLOB = set("*?[")
_SIGNATURE = b"%PDF-"
#: The signature may stand behind some junk (PDF 32000-1, annex H).
_WITHIN = 1024


class Found(NamedTuple):
    """A path or URL that was found.

    `reason` is None for a paper to be read; otherwise why it is skipped (``not_pdf``, ``special``, ``outside``) or
    the category of its failure (``input.not_found``, ``input.unreadable``), with a `message`.
    """

    path: str
    size: int | None = None
    changed: int | None = None  # nanoseconds
    remote: bool = False  # the path is a URL
    reason: str | None = None
    message: str = ""


def discover(inputs: Sequence[str], *, follow: bool = False) -> Iterator[Found]:
    """Everything that the inputs name, each path once, in the order of the inputs and by name in folders.

    Args:
        inputs: files, folders (read with all below them), patterns such as ``2024/**/*.pdf``, ``@FILE`` for a list of
            paths (one a line, or separated by NUL characters), ``-`` for such a list on standard input, fsspec URLs
            (``s3://bucket/agendas``, ``zip://*.pdf::archive.zip``).
        follow: follow links that lead out of the folder in which they stand.

    Raises:
        InputError: a list cannot be read, a URL's file system cannot be used.
        MissingExtra: the file system of a URL needs a library that is not installed.
    """
    seen: set[str] = set()
    for given in inputs:
        for found in _expand(given, follow):
            if found.path not in seen:
                seen.add(found.path)
                yield found


def _expand(given: str, follow: bool) -> Iterator[Found]:
    if given == "-":
        if sys.stdin is None:
            raise Unreadable("it is closed", where="standard input", hint="Pipe a list of paths into it.")
        for line in _lines(sys.stdin.buffer.read()):
            yield from _one(line, follow)
    elif given.startswith("@"):
        try:
            with open(given[1:], "rb") as stream:
                content = stream.read()
        except FileNotFoundError:
            raise NotFound(where=given[1:]) from None
        except (OSError, ValueError) as error:
            raise Unreadable(f"the list cannot be read ({error})", where=given[1:]) from error
        for line in _lines(content):
            yield from _one(line, follow)
    else:
        yield from _one(given, follow)


def _lines(content: bytes) -> Iterator[str]:
    content = content.removeprefix(b"\xef\xbb\xbf")  # the byte order mark of lists saved on Windows
    for line in content.split(b"\0" if b"\0" in content else b"\n"):
        path = os.fsdecode(line.rstrip(b"\r"))
        if path.strip():
            yield path


def _one(path: str, follow: bool) -> Iterator[Found]:
    if ("://" in path or "::" in path) and not os.path.lexists(path):
        yield from _remote(path)
    elif os.path.isdir(path):
        yield from _folder(path, follow)
    elif _GLOB & set(path) and not os.path.lexists(path):
        matches = sorted(glob.glob(path, recursive=True))
        if not matches:
            yield Found(path, reason="input.not_found", message="nothing matches the pattern")
        for match in matches:
            if not os.path.isdir(match):
                yield _file(match, named=True)
    else:
        yield _file(path, named=True)


def _folder(root: str, follow: bool) -> Iterator[Found]:
    """The papers of a folder and all below it, by name; each folder once, even where links form a circle."""
    inside = os.path.realpath(root)
    visited: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            status = os.stat(folder)
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                names = sorted(entries, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            yield Found(folder, reason="input.unreadable", message=f"the folder cannot be read ({error.strerror})")
            continue
        below: list[str] = []
        for entry in names:
            if entry.name.startswith("."):
                continue
            if entry.is_symlink() and not follow and not _leads_inside(entry.path, inside):
                yield Found(entry.path, reason="outside", message="a link that leads out of the folder")
            elif _is_folder(entry):
                below.append(entry.path)
            else:
                found = _file(entry.path, named=False)
                if found.reason != "not_pdf" or entry.name.lower().endswith(".pdf"):
                    yield found
        waiting += reversed(below)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _leads_inside(link: str, folder: str) -> bool:
    try:
        return os.path.commonpath([os.path.realpath(link), folder]) == folder
    except (OSError, ValueError):
        return False


def _file(path: str, *, named: bool) -> Found:
    """What stands at a path.

    A file that is named is read whatever it is called; in a folder it must end in ``.pdf`` or begin as a PDF does.
    """
    try:
        status = os.stat(path)
    except (FileNotFoundError, ValueError):
        return Found(path, reason="input.not_found", message="no such file")
    except OSError as error:
        return Found(path, reason="input.unreadable", message=f"it cannot be read ({error.strerror})")
    if not stat.S_ISREG(status.st_mode):
        return Found(path, reason="special", message="not a regular file but a pipe, a device or a socket")
    if not named and not path.lower().endswith(".pdf") and not _begins_as_pdf(path):
        return Found(path, reason="not_pdf", message="not a PDF by its name or its first bytes")
    return Found(path, status.st_size, status.st_mtime_ns)


def _begins_as_pdf(path: str) -> bool:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as stream:
            return _SIGNATURE in stream.read(_WITHIN)
    except OSError:
        return False


def _remote(url: str) -> Iterator[Found]:
    """The papers behind an fsspec URL: a file, a folder or a pattern."""
    import fsspec

    try:
        files, root = fsspec.core.url_to_fs(url)
        if _GLOB & set(root):
            paths = sorted(files.glob(root))
        elif files.isdir(root):
            paths = sorted(path for path in files.find(root) if path.lower().endswith(".pdf"))
        else:
            paths = [root]
        for path in paths:
            yield _remote_file(files, url, path)
    except InputError:
        raise
    except ImportError as error:  # http and s3, among others, need libraries that only their users want
        raise MissingExtra(
            f"addresses of this kind need a library that is not installed ({error})",
            where=url,
            hint="Install what is named there beside un-agenda-extractor, and run the same command again.",
        ) from error
    except Exception as error:  # each file system has errors of its own
        raise Unreadable(f"it cannot be read ({type(error).__name__}: {error})", where=url) from error


def _remote_file(files: object, url: str, path: str) -> Found:
    outer, chain, rest = url.partition("::")
    protocol = outer.split("://")[0] if "://" in outer else outer
    full = f"{protocol}://{path}{chain}{rest}" if chain else str(files.unstrip_protocol(path))  # type: ignore[attr-defined]
    try:
        facts = files.info(path)  # type: ignore[attr-defined]
    except FileNotFoundError:
        return Found(full, remote=True, reason="input.not_found", message="no such file")
    if facts.get("type") == "directory":
        return Found(full, remote=True, reason="special", message="a folder")
    return Found(full, facts.get("size"), remote=True)
