"""What a worker does with one paper: read it, extract it, write the JSON under a temporary name.

It runs in another process, or on another machine. So tasks and results are plain data, and nothing here knows of names,
journals or other papers.
"""

from __future__ import annotations

import os
import stat
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extractor.batch.names import base_name
from extractor.batch.outputs import is_remote, write_remote
from extractor.errors import AgendaError, InternalError, NotFound, Unreadable, write_error
from extractor.limits import PAGE_SECONDS, extend_time, limited_time, statm
from extractor.reading.engines import Reading
from extractor.source import Ocr

if TYPE_CHECKING:
    from extractor.model import Agenda

__all__ = ["Failure", "Result", "Task", "WorkOptions", "keep_time", "work"]

#: Categories that may not come again in another run: the cause is the machine, or a temporary state.
RETRYABLE = frozenset(
    {"input.unreadable", "input.not_found", "limit.time", "limit.memory", "worker.crashed", "output", "output.full"}
)


@dataclass(frozen=True, slots=True)
class WorkOptions:
    """What changes the output's bytes.

    Args:
        reader: the reading engine, as `engine` of :func:`extractor.extract`.
        entities: find bodies, places and countries.
        compact: JSON on one line.
        blocks: write the ledger of all that the paper prints.
        ocr: whether and how pages are read from their pictures.
        corrections: apply what people corrected, in ``NAME.corrections.json`` beside the paper.
    """

    reader: Reading = "auto"
    entities: bool = False
    compact: bool = False
    blocks: bool = True
    ocr: Ocr = field(default_factory=Ocr)
    corrections: bool = True

    @property
    def key(self) -> str:
        """The options as the journal writes them."""
        key = f"reader={self.reader} entities={int(self.entities)} compact={int(self.compact)}"
        key += f" blocks={int(self.blocks)}"
        if self.ocr != Ocr():
            key += f" ocr={self.ocr.mode} languages={','.join(self.ocr.languages)} pages={self.ocr.pages}"
        return key


@dataclass(frozen=True, slots=True)
class Task:
    """One paper to be extracted.

    Args:
        path: where it is: a path, or an fsspec URL where `remote` is set.
        shown: the path as it stands in the JSON, valid as UTF-8.
        sha256: hash of the bytes that it had when the task was made.
        target: file to be written.
        options: how to extract it.
        remote: whether `path` is an fsspec URL.
        corrections: hash of the corrections beside it; empty where there are none.
    """

    path: str
    shown: str
    sha256: str
    target: str
    options: WorkOptions
    remote: bool = False
    corrections: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """A paper that was extracted: what the journal keeps of it.

    Args:
        base: the name of its output without hash and ending; made here, because that takes as long as all else that
            the supervisor does.
        symbol: the paper's symbol.
        language: its language.
        kind: its kind.
        pages: its number of pages.
        seconds: wall-clock time.
        memory: peak of the worker's memory during this paper, in bytes.
        growth: bytes by which the worker has grown since its first paper.
        diagnostics: how many there are of each code.
    """

    base: str
    symbol: str | None
    language: str | None
    kind: str
    pages: int
    seconds: float
    memory: int
    growth: int = 0
    diagnostics: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """A paper that was not extracted.

    Args:
        category: the code of an error of :mod:`extractor.errors`, or one of a batch's own (``limit.time``,
            ``limit.memory``, ``worker.crashed``).
        message: what was wrong.
        seconds: wall-clock time.
        memory: peak of the worker's memory, in bytes.
    """

    category: str
    message: str
    seconds: float = 0.0
    memory: int = 0

    @property
    def retryable(self) -> bool:
        """Whether a second try may succeed."""
        return self.category in RETRYABLE


#: Seconds after which this process ends itself when a paper takes longer; None where others keep the time.
_seconds: float | None = None


def keep_time(seconds: float | None) -> None:
    """Let this worker end itself when a paper takes longer; None where whoever gives out the papers keeps the time."""
    global _seconds
    _seconds = seconds


def work(task: Task) -> Result | Failure:
    """Extract one paper and write its JSON to ``task.target``; no exception leaves.

    Whoever gives the file its name must sync it first.
    """
    start = time.monotonic()
    _reset_peak()
    try:
        with limited_time(_seconds):
            agenda = _extract(task)
    except AgendaError as error:
        error.where = None  # the journal knows the path
        return Failure(error.code, str(error), time.monotonic() - start, _peak())
    except MemoryError:
        return Failure("limit.memory", "it needs more memory than a worker may use", time.monotonic() - start, _peak())
    except RecursionError as error:
        fault = InternalError(f"RecursionError: {error}")
        return Failure(fault.code, str(fault), time.monotonic() - start, _peak())
    except Exception as error:
        fault = InternalError(f"{type(error).__name__}: {error}")
        return Failure(fault.code, str(fault), time.monotonic() - start, _peak())
    symbol, language = agenda.document.symbol, agenda.source.language
    return Result(
        base=base_name(symbol, language, task.path),
        symbol=symbol,
        language=language,
        kind=agenda.document.kind,
        pages=agenda.source.pages,
        seconds=time.monotonic() - start,
        memory=_peak(),
        growth=_growth(),
        diagnostics=dict(sorted(Counter(diagnostic.code for diagnostic in agenda.diagnostics).items())),
    )


def _extract(task: Task) -> Agenda:
    """Extract a paper and write its JSON."""
    import hashlib

    from extractor.corrections.files import corrected
    from extractor.model.drafts import json_of
    from extractor.model.shorten import without_blocks
    from extractor.pipeline import How, drafted

    data = read_bytes(task.path, remote=task.remote)
    try:
        options = task.options
        # Papers are read side by side: their pages are not.
        ocr = replace(options.ocr, on_page=lambda _page: extend_time(PAGE_SECONDS), workers=1)
        agenda = drafted(data, How(ocr=ocr), engine=options.reader, entities=options.entities)
    except Exception:
        _same(hashlib.sha256(data).hexdigest(), task)
        raise
    _same(agenda.source.sha256, task)  # which drafted() has hashed already
    agenda.source.path = task.shown
    if task.corrections:
        agenda = corrected(agenda, task.path)
    agenda = agenda if options.blocks else without_blocks(agenda)
    _write(json_of(agenda, compact=options.compact) + b"\n", task.target)
    return agenda


def _same(sha256: str, task: Task) -> None:
    if sha256 != task.sha256:
        raise Unreadable("the file was changed while the batch ran", hint="Run the batch again with --retry-failed.")


def read_bytes(path: str, *, remote: bool) -> bytes:
    """All bytes of the paper at a path or fsspec URL.

    Raises:
        NotFound: it is not there (any more).
        Unreadable: no permission, a device or pipe, a failing disk or server.
        LimitExceeded: it is larger than the limits of :class:`extractor.source.Limits`.
    """
    from extractor.source import Limits, load

    if remote:
        import fsspec

        try:
            with fsspec.open(path, "rb") as stream:
                return load(stream, Limits()).data
        except AgendaError:
            raise
        except FileNotFoundError:
            raise NotFound(where=path) from None
        except Exception as error:  # each file system has errors of its own
            raise Unreadable(f"it cannot be read ({type(error).__name__}: {error})", where=path) from error
    try:
        # A pipe or a device that took the file's place must not keep the worker waiting.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise NotFound(where=path) from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"it cannot be read ({error})", where=path) from error
    with open(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Unreadable("not a regular file", where=path)
        return load(stream, Limits()).data


def _write(data: bytes, target: str) -> None:
    if is_remote(target):
        write_remote(data, target)
        return
    # On a cluster a paper may be tried again while its first worker still writes: the first complete file is taken.
    temporary = f"{target}.{uuid.uuid4().hex}"
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            with open(descriptor, "wb") as stream:
                stream.write(data)
            os.replace(temporary, target)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise write_error(error) from error


def _reset_peak() -> None:
    """Let the peak of memory count from now on, where the system can (Linux)."""
    try:
        with open("/proc/self/clear_refs", "w") as stream:
            stream.write("5")
    except OSError:
        pass


def _peak() -> int:
    """The peak of memory in bytes since the reset, or of the worker's life where it cannot be reset."""
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as stream:
            for line in stream:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    import resource
    import sys

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


_first_size: int | None = None


def _growth() -> int:
    """How many bytes this process has grown since its first paper."""
    global _first_size
    size = _size()
    if _first_size is None:
        _first_size = size
    return size - _first_size


def _size() -> int:
    """The bytes of memory that this process holds."""
    try:
        return statm(1)
    except OSError:
        import psutil

        size: int = psutil.Process().memory_info().rss
        return size
