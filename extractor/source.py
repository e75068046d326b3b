"""Taking in a paper: a path, bytes, a binary file or standard input becomes bytes with their hash.

The bytes are read once and everything works on them, so that the hash, the size and the text are of the same file even
when somebody replaces it meanwhile.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO, Literal, NamedTuple, get_args

from extractor.errors import LimitExceeded, NotAPdf, NotFound, Unreadable

__all__ = ["STANDARD_INPUT", "WITNESSES", "InputFile", "Limits", "Ocr", "PaperSource", "Witness", "load"]

STANDARD_INPUT = "-"

Witness = Literal["links", "tags"]
"""What a file says of its text beside printing it: `links` are the addresses behind words, `tags` call it a table."""

WITNESSES: tuple[Witness, ...] = get_args(Witness)

_CHUNK = 1 << 20
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,40}:/")


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a paper may be before it is refused with :class:`extractor.errors.LimitExceeded`.

    The defaults leave room for the longest papers that the United Nations issue as one file (the annotated preliminary
    list of the General Assembly has some 300 pages, budget volumes 1,000 and more) and stop what would keep a machine
    busy for hours.

    Args:
        bytes: size of the file.
        pages: number of pages that are read (those chosen by ``pages`` only, where chosen).
        objects: things drawn on one page, those of form XObjects as often as they are drawn; a page of dense text has
            some 2,000, a detailed map some 100,000.
        characters: characters of text on one page; a page of dense text has some 8,000.
        form_depth: how deep form XObjects may hold each other; real papers nest two or three.
    """

    bytes: int = 256 * 1024 * 1024
    pages: int = 5_000
    objects: int = 400_000
    characters: int = 400_000
    form_depth: int = 24


@dataclass(frozen=True, slots=True)
class Ocr:
    """Whether and how pages are read from their pictures. Needs the extra ``ocr``.

    Args:
        mode: ``auto`` reads pages without text, and those whose text was recognised by another program, where the
            extra is installed; ``force`` reads all pages; ``off`` reads none.
        languages: languages of the paper as codes of ISO 639-1 (``en``); found by the program when left out.
        pages: most pages of a paper that are read; those behind are left as they are, with a diagnostic.
        seconds: most seconds of CPU that a page may take; then it is left as it is, with a diagnostic.
        on_page: called before a page is read with its number, to show progress and to extend time limits.
        cache: a folder in which recognised pages are kept: a page that was read before is taken from there.
        workers: how many pages are read side by side, one thread each; 0 for as many as there are processors. It does
            not change what is read.
    """

    mode: Literal["auto", "force", "off"] = "auto"
    languages: tuple[str, ...] = ()
    pages: int = 300
    seconds: float = 30.0
    on_page: Callable[[int], None] | None = field(default=None, compare=False)
    cache: str | None = field(default=None, compare=False)
    workers: int = field(default=0, compare=False)


class InputFile(NamedTuple):
    """A paper in memory.

    ``path`` is the path as given, ``"-"`` for standard input, None for bytes and nameless files; ``name`` is what error
    messages call it.
    """

    path: str | None
    data: bytes
    sha256: str

    @property
    def size(self) -> int:
        """Number of bytes."""
        return len(self.data)

    @property
    def name(self) -> str:
        """What to call the paper in a message."""
        return name_of(self.path)


PaperSource = str | os.PathLike[str] | bytes | BinaryIO | InputFile
"""What :func:`extractor.extract` takes."""


def name_of(path: str | None) -> str:
    """What to call the paper at ``path`` in a message."""
    if path is None:
        return "input"
    return "standard input" if path == STANDARD_INPUT else path


def not_found(path: str) -> NotFound:
    """The error for a path where nothing is: it may be an address, which is not fetched."""
    if _ADDRESS.match(path):
        return NotFound(
            "addresses are not fetched",
            where=path,
            hint="Download the paper first, such as with 'curl -s ADDRESS | un-agenda extract -'; "
            "'un-agenda batch' reads from storage.",
        )
    return NotFound(where=path)


def load(source: PaperSource, limits: Limits | None = None) -> InputFile:
    """Read a paper into memory.

    Args:
        source: a path, ``"-"`` for standard input, the bytes themselves, a file opened for reading in binary mode
            (read from where it stands, and left open), or what this function returned before.
        limits: sizes beyond which the paper is refused; the defaults of :class:`Limits` when left out.

    Raises:
        NotFound: there is no such file, or the path is empty.
        Unreadable: it is a directory, may not be read, was opened in text mode, or the disk fails.
        LimitExceeded: it is larger than ``limits.bytes``.
        NotAPdf: it has no bytes at all.
        TypeError: ``source`` is none of the above.
    """
    most = (limits or Limits()).bytes
    if isinstance(source, InputFile):
        _check_size(source.size, most, source.name)
        return source
    path: str | None = None
    if isinstance(source, bytes | bytearray | memoryview):
        data = bytes(source)
        _check_size(len(data), most, "input")
    elif isinstance(source, str | os.PathLike):
        path = os.fspath(source)
        if not path:
            raise NotFound("the path is empty", where="input", hint="Give the path of a PDF.")
        data = _read_path(path, most)
    elif hasattr(source, "read"):
        given = getattr(source, "name", None)
        path = given if isinstance(given, str) else None
        data = _read_stream(source, most, name_of(path))
    else:
        raise TypeError(f"a path, bytes or a binary file is needed, not {type(source).__name__}")
    if not data:
        raise NotAPdf("the file is empty", where=name_of(path))
    return InputFile(path, data, hashlib.sha256(data).hexdigest())


def _read_path(path: str, most: int) -> bytes:
    if path == STANDARD_INPUT:
        if sys.stdin is None:
            raise Unreadable("it is closed", where=name_of(path), hint="Pipe a PDF into it, or give a path.")
        return _read_stream(sys.stdin.buffer, most, name_of(path))
    try:
        with open(path, "rb") as stream:
            status = os.fstat(stream.fileno())
            if stat.S_ISREG(status.st_mode):
                _check_size(status.st_size, most, path)
            return _read_stream(stream, most, path)
    except FileNotFoundError:
        raise not_found(path) from None
    except IsADirectoryError:
        raise Unreadable("it is a directory", where=path) from None
    except PermissionError:
        if os.path.isdir(path):  # Windows reports directories so
            raise Unreadable("it is a directory", where=path) from None
        raise Unreadable("no permission to read it", where=path) from None
    except (OSError, ValueError) as error:
        # A part of the path that is a file, a name that is too long or holds a null character: no such file can exist.
        if isinstance(error, ValueError) or error.errno in (errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL):
            raise not_found(path) from None
        raise Unreadable(f"the file cannot be read ({error.strerror or error})", where=path) from error


def _read_stream(stream: BinaryIO, most: int, name: str) -> bytes:
    """All bytes of ``stream``, giving up as soon as there are more than ``most``: a pipe does not tell its length."""
    gathered: list[bytes] = []
    size = 0
    if _in_text_mode(stream):  # it would decode the PDF, and fail on its first byte that is no text
        raise Unreadable(
            "the file is opened in text mode", where=name, hint='Open it in binary mode: open(path, "rb").'
        )
    try:
        while chunk := stream.read(_CHUNK):
            if not isinstance(chunk, bytes):
                raise TypeError("the file must be opened in binary mode")
            gathered.append(chunk)
            size += len(chunk)
            _check_size(size, most, name)
    except IsADirectoryError:
        raise
    except OSError as error:
        raise Unreadable(f"reading failed ({error.strerror or error})", where=name) from error
    return b"".join(gathered)


def _in_text_mode(stream: object) -> bool:
    return isinstance(stream, io.TextIOBase)


def _check_size(size: int, most: int, name: str) -> None:
    if size > most:
        raise LimitExceeded(
            f"larger than {most:,} bytes",
            where=name,
            hint="Read a smaller file, or raise the limit (extract(..., limits=Limits(bytes=...))).",
        )
