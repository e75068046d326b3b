"""Reading a paper in a process of its own, which is ended when it takes too much time or memory.

The process is forked before anything heavy is loaded, so that it costs a few milliseconds; it sends JSON through a
pipe. PDFium is C: what a file can make it do (abort for want of memory, overflow its stack) ends that process alone,
and becomes an error with a code. Where the system cannot fork (Windows), papers are read in this process and the limits
do not hold.
"""

from __future__ import annotations

import argparse
import os
import selectors
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

from extractor import errors
from extractor.cli.reading import ocr_of
from extractor.errors import AgendaError, Crashed, InternalError, MemoryExceeded, TimeExceeded
from extractor.limits import PAGE_MEMORY, PAGE_SECONDS, die_with_parent, limit_memory, processors
from extractor.messages import aside

if TYPE_CHECKING:
    from extractor.model import Agenda

#: Seconds after its time in which the process ends by itself, should nobody be left to end it.
_GRACE = 5
#: Signals by which the engines give up when there is no memory for them, and that of the system's own limit.
_GAVE_UP = {"SIGABRT", "SIGTRAP", "SIGILL", "SIGKILL"}
#: The share of the memory allowed from which on any crash is put down to it.
_NEARLY_ALL = 0.5
#: The first byte of what the process sends when it has the paper, and of what comes of it.
_BEGUN, _RESULT, _ERROR = b".", b"+", b"-"
#: The exit code of the process when it has no memory left to send that it has none (EX_OSERR of sysexits.h).
_NO_MEMORY = 71

Begin = Callable[[], None]
"""Called by the work when it has its input and the limits are to hold from now on; and again for each page that is read
from its picture, for which it gets more time, and from the first of them on more memory.
"""


def agenda_reader(args: argparse.Namespace) -> Callable[[bytes], Agenda]:
    """What reads the PDFs of a verb that may be given many of them, under the limits of ``args``."""
    from extractor.model import Agenda

    if args.entities:
        from extractor.nlp.loading import need_spacy

        need_spacy()  # or each paper would fail

    def read(data: bytes) -> Agenda:
        from extractor.model.drafts import json_of
        from extractor.pipeline import How, drafted, extract

        if args.in_process or not hasattr(os, "fork"):
            return extract(data, engine=args.reader, entities=args.entities, ocr=ocr_of(args))
        if args.entities:  # once for all papers: each process would have to load them anew
            from extractor.nlp.loading import load_pipelines

            load_pipelines()

        def work(begin: Begin) -> bytes:
            begin()
            ocr = ocr_of(args, lambda _page: begin())
            return json_of(drafted(data, How(ocr=ocr), engine=args.reader, entities=args.entities), compact=True)

        return Agenda.from_json(limited(work, args.timeout, args.memory, debug=args.debug))

    return read


@contextmanager
def hurried() -> Iterator[None]:
    """Load modules. They stay, so that looking for what could be given back finds nothing, then and later."""
    import gc

    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def in_haste() -> Iterator[None]:
    """Load the program for one paper, which takes longer than most papers do."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for some takes longer than to read a page
    from extractor import bundle

    with hurried(), bundle.in_use():
        yield
        from extractor.pipeline import load_stages

        load_stages()


def one_paper(
    work: Callable[[Begin], bytes], args: argparse.Namespace, on_page: Callable[[int], None] | None = None
) -> bytes:
    """What the work on the one paper of a verb returns: under its limits, or in this process where asked for.

    Standard output is for the result, whatever a library prints. What one says of damaged files is not useful to the
    user: we report what matters.
    """
    if not args.in_process and hasattr(os, "fork"):
        return limited(work, args.timeout, args.memory, debug=args.debug, on_page=on_page)
    if not args.debug:
        import logging
        import warnings

        logging.disable(logging.CRITICAL)
        warnings.simplefilter("ignore")
    with aside():
        return work(lambda: None)


def limited(
    work: Callable[[Begin], bytes],
    seconds: float,
    memory: int,
    *,
    debug: bool = False,
    on_page: Callable[[int], None] | None = None,
) -> bytes:
    """What ``work`` returns, run in a process of its own.

    Args:
        work: is given a function that it must call when it has its input; the limits hold from then on.
        seconds: wall-clock time; 0 for no limit.
        memory: bytes by which the address space may grow; 0 for no limit.
        debug: let what libraries print reach standard error.
        on_page: called in this process with how many pages were begun to be read from their pictures.

    Raises:
        TimeExceeded: it took longer.
        MemoryExceeded: it needs more.
        Crashed: the process crashed.
        AgendaError: what the work raised; an InternalError for what was not raised on purpose.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.flush()  # or both processes would write what is in the buffers
    receiver, sender = os.pipe()
    process = os.fork()
    if not process:
        os.close(receiver)
        _run(work, sender, seconds, memory, debug)
    os.close(sender)
    ended = False
    try:
        told = _receive(receiver, seconds, on_page)
        _, status, used = os.wait4(process, 0)
        ended = True
    finally:
        os.close(receiver)
        if not ended:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
    code = os.waitstatus_to_exitcode(status)
    kind, content = told[:1], told[1:]
    if code or kind not in (_RESULT, _ERROR):
        peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        raise _crash(code, seconds, memory, peak)
    if kind == _ERROR:
        raise _unpacked(content)
    return content


def _receive(receiver: int, seconds: float, on_page: Callable[[int], None] | None) -> bytes:
    """All that the process sends; its time runs from its first byte on, and grows with each page that it announces."""
    parts: list[bytes] = []
    begun = 0
    until: float | None = None
    with selectors.DefaultSelector() as selector:
        selector.register(receiver, selectors.EVENT_READ)
        while True:
            left = None if until is None else max(0.0, until - time.monotonic())
            if not selector.select(left):
                raise TimeExceeded(_too_long(seconds))
            part = os.read(receiver, 1 << 20)
            if not part:
                return b"".join(parts)
            if not parts:
                rest = part.lstrip(_BEGUN)
                until = _extended(until, len(part) - len(rest), seconds)
                for _ in range(len(part) - len(rest)):
                    if begun and on_page:
                        on_page(begun)
                    begun += 1
                part = rest
            if part:
                parts.append(part)


def _extended(until: float | None, more: int, seconds: float) -> float | None:
    """When the time is over, after more announcements: the first begins it, and each further one is of a page."""
    if not seconds or not more:
        return until
    if until is None:
        until, more = time.monotonic() + seconds, more - 1
    return until + PAGE_SECONDS * more


def _crash(code: int, seconds: float, memory: int, peak: int) -> AgendaError:
    if code == _NO_MEMORY:
        return MemoryExceeded(_too_much(memory))
    if code >= 0:
        return Crashed(f"the process that read it ended (exit code {code})")
    if -code == getattr(signal, "SIGALRM", None):
        return TimeExceeded(_too_long(seconds))
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    if memory and (name in _GAVE_UP or peak > _NEARLY_ALL * memory):
        return MemoryExceeded(f"{_too_much(memory)} (the PDF engine gave up: {name})")
    return Crashed(f"the PDF engine crashed ({name})")


def _too_long(seconds: float) -> str:
    return f"limit.time: it took longer than {seconds:g} seconds"


def _too_much(memory: int) -> str:
    allowed = f"more than {memory >> 20:,} MB of memory" if memory else "more memory than there is"
    return f"limit.memory: it needs {allowed}"


def _run(work: Callable[[Begin], bytes], sender: int, seconds: float, memory: int, debug: bool) -> NoReturn:
    """In the process: work, send what comes of it, and end without running anybody else's last wishes."""
    try:
        _settle_in(debug)

        begun = 0
        allowed = memory, memory + processors() * PAGE_MEMORY  # at the beginning, and once pictures are read

        def begin() -> None:
            nonlocal begun
            _send(sender, _BEGUN)
            if seconds:
                left = signal.alarm(0) if begun else int(seconds) + _GRACE
                signal.alarm(left + (int(PAGE_SECONDS) if begun else 0))
            if memory and begun < len(allowed):
                limit_memory(allowed[begun])
            begun += 1

        try:
            told = _RESULT + work(begin)
        except MemoryError:
            told = _packed(MemoryExceeded(_too_much(memory)))
        except AgendaError as error:
            told = _packed(error)
        except BaseException as error:
            told = _packed(InternalError(f"{type(error).__name__}: {error}"), error)
        _send(sender, told)
    except MemoryError:
        os._exit(_NO_MEMORY)
    except BaseException:  # nobody is left to receive it
        os._exit(1)
    os._exit(0)


def _settle_in(debug: bool) -> None:
    """Leave Ctrl-C to the parent, end with it, and let nothing that a library prints reach standard output."""
    import resource

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    die_with_parent()
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(2 if debug else null, 1)
    if not debug:
        os.dup2(null, 2)
    os.close(null)


def _send(sender: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(sender, left) :]


def _packed(error: AgendaError, cause: BaseException | None = None) -> bytes:
    import json
    import traceback

    trace = "".join(traceback.format_exception(cause or error))
    told = {"kind": type(error).__name__, "what": error.what, "where": error.where, "hint": error.hint, "trace": trace}
    return _ERROR + json.dumps(told).encode()


def _unpacked(content: bytes) -> AgendaError:
    import json

    told = json.loads(content)
    error: AgendaError = getattr(errors, told["kind"])(told["what"], where=told["where"], hint=told["hint"])
    error.add_note(f"in the process that read the paper:\n{told['trace']}")
    return error
