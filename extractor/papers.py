"""Reading papers back: PDFs, JSON, JSON Lines, folders of them and standard input become a stream of agendas.

What ``un-agenda export``, ``load`` and ``validate`` have in common. One record is in memory at a time; what cannot be
read becomes a :class:`Failure` in its place, and the rest goes on.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import IO, TYPE_CHECKING

from extractor.corrections.files import ENDING, corrected
from extractor.errors import (
    AgendaError,
    InternalError,
    InvalidAgenda,
    LimitExceeded,
    MemoryExceeded,
    NoPapers,
    NotAPdf,
    Unreadable,
)
from extractor.json_values import gather, lines_of
from extractor.naming import shown_path
from extractor.source import STANDARD_INPUT, Limits, name_of, not_found

if TYPE_CHECKING:
    from pydantic import ValidationError

    from extractor.model import Agenda

__all__ = ["Failure", "Paper", "Record", "agendas", "dotted", "in_file", "papers", "read_agenda", "records"]

#: Endings of the files that a folder of papers is searched for.
JSON_ENDINGS = (".json", ".jsonl", ".ndjson")

_HEAD = 1024  # where readers look for the mark of a PDF
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Paper:
    """An agenda and where it was read: ``file.json``, ``file.jsonl:12`` (the line), ``standard input:3``."""

    agenda: Agenda
    where: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A paper that could not be read, and why; ``str(error)`` is one line that begins with ``where``."""

    where: str
    error: AgendaError


@dataclass(frozen=True, slots=True)
class Record:
    """The text of one JSON value, where it stands, and in which line it begins; or the bytes of a PDF.

    ``found`` says that a folder was searched: JSON in it that is of another kind altogether may be passed over.
    """

    where: str
    data: bytes
    line: int = 1
    path: str | None = None
    pdf: bool = False
    found: bool = False


PdfReader = Callable[[bytes], "Agenda"]
"""What makes an agenda of the bytes of a PDF."""


def agendas(
    sources: Sequence[str],
    *,
    entities: bool = False,
    limits: Limits | None = None,
    reader: PdfReader | None = None,
    corrections: bool = True,
) -> Iterator[Agenda | Failure]:
    """The agendas of ``sources``, as :func:`papers` finds them, without the places where they stand."""
    for paper in papers(sources, entities=entities, limits=limits, reader=reader, corrections=corrections):
        yield paper.agenda if isinstance(paper, Paper) else paper


def papers(
    sources: Sequence[str],
    *,
    entities: bool = False,
    limits: Limits | None = None,
    reader: PdfReader | None = None,
    corrections: bool = True,
) -> Iterator[Paper | Failure]:
    """The agendas of ``sources``, in order, and a :class:`Failure` in the place of each that cannot be read.

    Args:
        sources: paths of PDFs (extracted on the way), of JSON (one agenda, a list of them, or several one after the
            other), of JSON Lines, or of folders, whose ``*.json`` and ``*.jsonl`` are read in the order of their
            paths (hidden ones and JSON of another kind are passed over; where there is none, its PDFs are
            extracted); ``-`` for any of the first three from
            standard input. What a file is, its contents say, not its name.
        entities: find entities in the PDFs as well.
        limits: sizes beyond which a PDF or one JSON value is refused.
        reader: what reads the PDFs, in place of :func:`extractor.extract` with `entities` and `limits`.
        corrections: apply what people corrected, in ``NAME.corrections.json`` beside the PDF or the JSON.
    """
    read_pdf = reader or partial(_extract, entities, limits)
    for record in records(sources, limits=limits):
        if isinstance(record, Failure):
            yield record
            continue
        try:
            agenda = _extracted(record, read_pdf) if record.pdf else read_agenda(record)
            yield Paper(corrected(agenda, record.path) if corrections else agenda, record.where)
        except AgendaError as error:
            if isinstance(error, InvalidAgenda) and record.found and _is_of_another_kind(record.data):
                continue
            if record.pdf or not error.where:  # a PDF is read from its bytes, which have no name
                error.where = record.where
            yield Failure(record.where, error)


def records(sources: Sequence[str], *, limits: Limits | None = None) -> Iterator[Record | Failure]:
    """The JSON texts and PDFs of ``sources``, taken apart but not yet read; see :func:`papers`."""
    limits = limits or Limits()
    for source in sources:
        try:
            yield from _records_of(source, limits, found=False)
        except AgendaError as error:
            error.where = error.where or name_of(source)
            yield Failure(name_of(source), error)


def read_agenda(record: Record) -> Agenda:
    """The agenda that ``record`` holds.

    Raises:
        InvalidAgenda: it is not JSON, or breaks the contract: the message names the place, ``items[2].title``.
    """
    from pydantic import ValidationError

    from extractor.model import Agenda
    from extractor.model.check import breaches, is_as_written

    text = record.data.rstrip()
    try:
        agenda = Agenda.from_json(text)
    except ValidationError as error:
        raise _invalid(error, record) from None
    # What one verb takes, all must take: a program that reads the output may be less kind than our models.
    if not is_as_written(text, agenda) and (found := list(breaches(text))):
        place, message = found[0]
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise InvalidAgenda(f"{dotted(place)}: {message}{more}" if place else in_file(message, record))
    return agenda


def dotted(place: Iterable[int | str]) -> str:
    """A place in JSON as people write it: ``items[2].documents[0].symbols[1]``; ``$`` for the whole."""
    text = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in place)
    return text.removeprefix(".") or "$"


def _records_of(source: str, limits: Limits, *, found: bool) -> Iterator[Record | Failure]:
    if source == STANDARD_INPUT:
        if sys.stdin is None:
            raise Unreadable("it is closed", hint="Pipe JSON or a PDF into it, or give a path.")
        yield from _split(sys.stdin.buffer, source, limits, found=False)
        return
    try:
        if os.path.isdir(source):
            yield from _folder(source, limits)
            return
        with open(source, "rb", opener=_without_waiting) as stream:
            status = os.fstat(stream.fileno())
            if stat.S_ISFIFO(status.st_mode) and found:
                raise Unreadable("it is a pipe")
            yield from _split(stream, source, limits, found=found)
    except FileNotFoundError:
        raise not_found(source) from None
    except PermissionError:
        raise Unreadable("no permission to read it") from None
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError) or error.errno in (errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL):
            raise not_found(source) from None
        raise Unreadable(f"reading failed ({error.strerror or error})") from error


def _without_waiting(path: str, flags: int) -> int:
    """Open ``path``; a named pipe that nobody writes to must not stop a whole folder, one given by name may wait."""
    if stat.S_ISFIFO(os.stat(path).st_mode):
        return os.open(path, flags)
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _folder(folder: str, limits: Limits) -> Iterator[Record | Failure]:
    """The JSON of a folder and the folders in it, sorted by path; its PDFs where there is no JSON.

    Links to other folders are not followed.
    """
    nothing = True
    for path in chain(_files(folder, JSON_ENDINGS), _pdfs_alone(folder)):
        nothing = False
        try:
            if not stat.S_ISREG(os.stat(path).st_mode):
                raise Unreadable("not a regular file", hint="")
            yield from _records_of(path, limits, found=True)
        except AgendaError as error:
            error.where = error.where or path
            yield Failure(path, error)
        except OSError as error:
            yield Failure(path, Unreadable(f"reading failed ({error.strerror or error})", where=path))
    if nothing:
        raise NoPapers(
            "no JSON and no PDF in this folder",
            where=folder,
            hint="Give a folder that 'un-agenda batch' has written, a folder of PDFs, or files.",
        )


def _pdfs_alone(folder: str) -> Iterator[str]:
    """The PDFs of a folder in which there is no JSON: it is that of a batch otherwise, and they are read already."""
    if next(_files(folder, JSON_ENDINGS), None) is None:
        yield from _files(folder, (".pdf",))


def _files(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        raise error

    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(endings) and not (name.startswith(".") or name.endswith(ENDING)):
                yield os.path.join(parent, name)


def _split(stream: IO[bytes], path: str, limits: Limits, *, found: bool) -> Iterator[Record | Failure]:
    """The JSON values of a stream one after the other, or the whole stream where it is a PDF."""
    name = name_of(path)
    first = stream.readline(limits.bytes + 1)
    head = first
    while len(head) < _HEAD and (more := stream.readline(_HEAD - len(head))):
        head += more
    if b"%PDF-" in head[:_HEAD] and not head.lstrip(_BOM + b" \t\r\n").startswith((b"{", b"[")):
        yield Record(name, _rest(stream, head, limits.bytes), path=path, pdf=True)
        return
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidAgenda("the JSON is in UTF-16", hint="Write it in UTF-8 (with 'un-agenda extract -o FILE').")
    head = head.removeprefix(_BOM)
    if not head.lstrip().startswith((b"{", b"[")):
        kind = InvalidAgenda if path.lower().endswith(JSON_ENDINGS) else NotAPdf
        raise kind("neither a PDF nor JSON" if head.strip() else "it is empty", hint=_NO_JSON)
    for one in gather(lines_of(stream, head, limits.bytes), limits.bytes):
        where = name if one.line == 1 and one.data.rstrip().count(b"\n") else f"{name}:{one.line}"
        if one.too_long:
            yield Failure(where, LimitExceeded(f"larger than {limits.bytes:,} bytes", where=where, hint=""))
        elif one.data.lstrip().startswith(b"["):
            yield from _elements(Record(where, one.data, one.line, path, found=found))
        else:
            yield Record(where, one.data, one.line, path, found=found)


def _elements(record: Record) -> Iterator[Record | Failure]:
    """The elements of a list of agendas, each as a record of its own."""
    try:
        values = json.loads(record.data)
    except (ValueError, RecursionError) as error:
        why = str(error) if isinstance(error, ValueError) else "nested too deeply"
        yield Failure(record.where, InvalidAgenda(f"not JSON: {why}", where=record.where, hint=_NO_JSON))
        return
    for index, value in enumerate(values):
        data = json.dumps(value).encode("ascii")
        yield Record(f"{record.where}[{index}]", data, record.line, record.path, found=record.found)


def _rest(stream: IO[bytes], head: bytes, most: int) -> bytes:
    data = head + stream.read(most + 1 - len(head))
    if len(data) > most:
        raise LimitExceeded(f"larger than {most:,} bytes", hint="")
    return data


def _extract(entities: bool, limits: Limits | None, data: bytes) -> Agenda:
    from extractor.pipeline import extract

    return extract(data, entities=entities, limits=limits)


def _extracted(record: Record, reader: PdfReader) -> Agenda:
    try:
        agenda = reader(record.data)
    except AgendaError:
        raise
    except MemoryError as error:
        raise MemoryExceeded("limit.memory: it needs more memory than there is") from error
    except Exception as error:  # a fault of ours must not cost the papers that follow
        raise InternalError(f"{type(error).__name__}: {error}") from error
    agenda.source.path = None if record.path is None else shown_path(record.path)
    return agenda


def _is_of_another_kind(data: bytes) -> bool:
    """Whether JSON is sound but never meant to be an agenda: it does not name the version of the contract."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return not (isinstance(value, dict) and "schema_version" in value)


def _invalid(error: ValidationError, record: Record) -> InvalidAgenda:
    """What is wrong, in one sentence: the first fault, its place, and how many more there are."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    # Of another version of the contract, nothing else is worth a word.
    fault = next((one for one in faults if one["loc"] == ("schema_version",)), faults[0])
    what = fault["msg"].removeprefix("Value error, ")
    if fault["type"] == "json_invalid":
        return InvalidAgenda(f"not JSON: {in_file(what.removeprefix('Invalid JSON: '), record)}", hint=_NO_JSON)
    if fault["loc"] != ("schema_version",):
        what = f"{dotted(fault['loc'])}: {what}"
        if len(faults) > 1:
            what += f" (and {len(faults) - 1} more)"
        return InvalidAgenda(what)
    return InvalidAgenda(what, hint="")


_NO_JSON = "Give JSON that un-agenda has written, or a PDF."


def in_file(message: str, record: Record) -> str:
    """``message`` with the line counted in the file instead of the record."""
    return re.sub(r"at line (\d+)", lambda found: f"at line {int(found[1]) + record.line - 1}", message)
