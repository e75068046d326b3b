"""Where corrections lie: in ``NAME.corrections.json`` beside ``NAME.pdf`` or ``NAME.json``."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.errors import InvalidAgenda, NotFound, Unreadable
from extractor.naming import path_of
from extractor.source import STANDARD_INPUT

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.corrections.model import Corrections
    from extractor.model import Agenda

__all__ = ["ENDING", "corrected", "corrections_path", "digest_at", "read_corrections", "write_corrections"]

#: How the name of a file of corrections ends.
ENDING = ".corrections.json"
#: Bytes that such a file may have: some ten thousand corrections.
_MOST = 16 << 20
_RESULTS = (".json", ".jsonl", ".ndjson")
_PAPERS = (".pdf", *_RESULTS)
_HINT = "It is written by 'un-agenda review'; move it away to go on without it."


def corrections_path(paper: str) -> str:
    """The path of the corrections of a paper: ``agenda.corrections.json`` for ``agenda.pdf`` or ``agenda.json``."""
    stem, ending = os.path.splitext(paper)
    return (stem if ending.lower() in _PAPERS else paper) + ENDING


def read_corrections(path: str) -> Corrections:
    """The corrections in a file.

    Raises:
        NotFound: there is none.
        Unreadable: it cannot be read.
        InvalidAgenda: it holds no corrections.
    """
    from pydantic import ValidationError

    from extractor.corrections.model import Corrections
    from extractor.corrections.patch import dotted

    try:
        return Corrections.model_validate_json(_bytes_of(path))
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
        what = f"{dotted(fault['loc'])}: {fault['msg']}".removeprefix(": ")
        raise InvalidAgenda(f"not a file of corrections: {what}", where=path, hint=_HINT) from None


def _bytes_of(path: str) -> bytes:
    try:
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(path, flags), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise Unreadable("not a regular file", where=path)
            data = stream.read(_MOST + 1)
    except FileNotFoundError:
        raise NotFound(where=path) from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"it cannot be read ({error})", where=path) from error
    if len(data) > _MOST:
        raise Unreadable(f"larger than {_MOST:,} bytes", where=path, hint="")
    return data


def write_corrections(corrections: Corrections, path: str) -> None:
    """Write a file of corrections, complete or not at all; one without entries is removed.

    Raises:
        OutputError: it cannot be written.
    """
    from extractor.errors import write_error
    from extractor.writing import write

    if corrections.corrections:
        write(corrections.to_json(), path)
        return
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise write_error(error, path) from error


def digest_at(paper: str) -> str:
    """A hash of the corrections of a paper; empty where there are none."""
    try:
        return hashlib.sha256(_bytes_of(corrections_path(paper))).hexdigest()[:16]
    except (NotFound, Unreadable):
        return ""


def corrected(agenda: Agenda, paper: str | None) -> Agenda:
    """A result with the corrections that lie beside its paper, or beside the file from which the result was read.

    The result may be a draft; where there are corrections, what is returned is none.

    What cannot be read becomes a diagnostic: the paper is not lost for it.
    """
    found = list(dict.fromkeys(_found(paper, agenda.source.path and path_of(agenda.source.path))))
    if not found:
        return agenda
    from extractor.corrections.apply import correct, with_note
    from extractor.diagnostics import CORRECTION_UNREAD
    from extractor.model.drafts import validated

    agenda = validated(agenda)
    foreign = None
    for path in found:
        try:
            corrections = read_corrections(path)
        except (NotFound, Unreadable, InvalidAgenda) as error:
            return with_note(agenda, CORRECTION_UNREAD.note(path="source", why=error.what))
        if corrections.sha256 == agenda.source.sha256:
            return correct(agenda, corrections).agenda
        foreign = foreign or corrections
    # Beside JSON, which may hold many papers, corrections of another one are none of a mistake.
    if foreign is None or (paper or "").lower().endswith(_RESULTS):
        return agenda
    return correct(agenda, foreign).agenda


def _found(*papers: str | None) -> Iterator[str]:
    """The files of corrections beside papers."""
    for paper in papers:
        if paper and paper != STANDARD_INPUT and "://" not in paper and os.path.lexists(corrections_path(paper)):
            yield corrections_path(paper)
