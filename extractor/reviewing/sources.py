"""What is to be reviewed: a file, a folder or a database becomes a list of papers."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.corrections.files import corrected, corrections_path, digest_at, read_corrections
from extractor.errors import AgendaError, InternalError, NoPapers, NotFound
from extractor.naming import path_of, shown_path
from extractor.papers import JSON_ENDINGS
from extractor.review import serious
from extractor.reviewing.desk import Desk, PaperRef

if TYPE_CHECKING:
    from extractor.model import Agenda
    from extractor.model.masthead import Review

__all__ = ["desk_of_database", "desk_of_file", "desk_of_folder", "working_folder"]

#: Bytes from the beginning of a JSON in which its masthead stands.
_HEAD = 1 << 16

Read = Callable[[bytes], "Agenda"]
"""What reads a PDF."""


def desk_of_file(path: str, reader: Read) -> Desk:
    """One paper: a PDF, or JSON that names its PDF.

    Raises:
        AgendaError: it cannot be read.
    """
    from extractor.papers import Failure, papers

    (one,) = list(papers([path], reader=reader, corrections=False))[:1]
    if isinstance(one, Failure):
        raise one.error
    agenda = one.agenda
    pdf = _pdf_of(path, agenda.source.path)
    kept = _kept(path, pdf)
    if agenda.corrected and pdf:
        agenda = read_without_corrections(pdf)
    return Desk(shown_path(path), [PaperRef(pdf, kept, lambda: agenda, shown_path(path))])


def desk_of_folder(folder: str, extract_all: Callable[[str, Path], None]) -> Desk:
    """The papers of a folder: those of a batch by its journal, else its PDFs, else its JSON.

    Args:
        folder: the folder.
        extract_all: extracts the PDFs of a folder into another, with a journal and without corrections.

    Raises:
        NoPapers: it holds no paper.
    """
    from extractor.batch.journal import FILE_NAME

    if (Path(folder) / FILE_NAME).is_file():
        refs = list(_of_journal(Path(folder)))
    elif any(name.lower().endswith(".pdf") for _, _, names in os.walk(folder) for name in names):
        work = working_folder(folder)
        extract_all(folder, work)
        inside = os.path.realpath(folder) + os.sep
        refs = [one for one in _of_journal(work) if one.pdf and os.path.realpath(one.pdf).startswith(inside)]
    else:
        refs = list(_of_json(folder))
    if not refs:
        raise NoPapers(where=folder)
    return Desk(shown_path(folder), refs)


def working_folder(folder: str) -> Path:
    """Where what was read from the PDFs of a folder is kept between two reviews: in the user's own cache."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    name = hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]
    return Path(cache) / "un-agenda" / "review" / name


def desk_of_database(url: str) -> Desk:
    """The papers of a database whose PDFs are where they were.

    Raises:
        DatabaseError: it cannot be opened.
        NoPapers: it holds no paper.
    """
    from sqlalchemy import select

    from extractor.store import open_store
    from extractor.store.schema import METADATA

    documents, notes = METADATA.tables["documents"].c, METADATA.tables["diagnostics"].c
    names = ("symbol", "title", "body", "date", "review", "source_path", "sha256")
    with open_store(url, create=False) as store, store.read() as connection:
        codes: dict[str, set[str]] = {}
        for document, code in connection.execute(select(notes.document_id, notes.code).distinct()):
            codes.setdefault(document, set()).add(code)
        rows = connection.execute(
            select(documents.id, *(documents[name] for name in names)).order_by(documents.id)
        ).all()
        place = store.name
    refs = [_of_row(dict(row._mapping), codes.get(row.id, set())) for row in rows]
    if not refs:
        raise NoPapers("the database holds no paper", where=place, hint="")
    return Desk(place, refs)


def _of_row(row: dict[str, Any], codes: set[str]) -> PaperRef:
    pdf = _pdf_of("", row["source_path"])
    shown = row["source_path"] or row["symbol"] or row["sha256"][:16]

    def read() -> Agenda:
        if pdf is None:
            raise NotFound("the PDF is not where it was when it was loaded", where=shown, hint="")
        return read_without_corrections(pdf)

    ref = PaperRef(
        pdf, corrections_path(pdf or ""), read, shown, row["symbol"], row["title"], row["body"],
        _year(row["date"]), row["id"], row["review"] or "none", serious(codes),
    )  # fmt: skip
    return replace(ref, corrections=_count(ref.kept)) if pdf else ref


def _of_journal(folder: Path) -> Iterator[PaperRef]:
    """The papers of a batch, graded by its journal; those with corrections are graded with them."""
    from extractor.batch.journal import Journal
    from extractor.batch.names import local_name

    journal = Journal(folder)
    try:
        entries = [one for one in journal.entries() if one.status == "done" and one.name]
    finally:
        journal.close()
    for entry in entries:
        path = folder / local_name(str(entry.name))
        document = _masthead(path)
        if document is None:
            continue
        pdf = _pdf_of(str(path), entry.path)
        ref = PaperRef(
            pdf, _kept(str(path), pdf), partial(_from_json, path, pdf), entry.path, document.get("symbol"),
            document.get("title"), document.get("body"), _year(document.get("date")), None, entry.review,
            serious(entry.diagnostics),
        )  # fmt: skip
        applied = pdf is not None and entry.options.endswith(f" corrections={digest_at(pdf)}")
        yield replace(ref, corrections=_count(ref.kept)) if applied else _with_corrections(ref)


def _of_json(folder: str) -> Iterator[PaperRef]:
    """The papers of a folder of JSON."""
    from extractor.papers import Paper, papers

    for one in papers([folder], corrections=False):
        if not isinstance(one, Paper):
            continue
        agenda, document = one.agenda, one.agenda.document
        pdf = _pdf_of(one.where, agenda.source.path)
        ref = PaperRef(
            pdf, _kept(one.where, pdf), partial(_from_json, Path(one.where), pdf), shown_path(one.where),
            document.symbol, document.title, document.body, _year(document.date), None, agenda.source.review,
            serious(note.code for note in agenda.diagnostics),
        )  # fmt: skip
        yield _with_corrections(ref)


def _with_corrections(ref: PaperRef) -> PaperRef:
    """A paper graded with its corrections, where it has some."""
    count = _count(ref.kept)
    if not count:
        return ref
    try:
        agenda = corrected(ref.read(), ref.pdf or ref.kept)
    except AgendaError:
        return replace(ref, corrections=count)
    grade: Review = agenda.source.review
    codes = serious(note.code for note in agenda.diagnostics)
    return replace(ref, corrections=count, review=grade, codes=codes, title=agenda.document.title)


def _count(kept: str) -> int:
    """How many corrections a file holds; 0 where there is none, or none that can be read."""
    if not os.path.exists(kept):
        return 0
    try:
        return len(read_corrections(kept).corrections)
    except AgendaError:
        return 0


def _from_json(path: Path, pdf: str | None) -> Agenda:
    """What was read from a paper: from its JSON, or from the PDF where the JSON has corrections in it already."""
    from extractor.papers import Record, read_agenda

    try:
        data = path.read_bytes()
    except OSError:
        raise NotFound(where=str(path)) from None
    agenda = read_agenda(Record(str(path), data))
    return read_without_corrections(pdf) if agenda.corrected and pdf else agenda


def read_without_corrections(pdf: str) -> Agenda:
    """What the program reads from a PDF, in a process of its own: a server must not fork while it draws pages.

    Raises:
        AgendaError: it cannot be read.
    """
    from extractor.model import Agenda

    command = [sys.executable, "-m", "extractor", "extract", "--no-corrections", "--compact", "--quiet", "--", pdf]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise InternalError(done.stderr.decode("utf-8", "replace").strip()[-300:], hint="")
    return Agenda.from_json(done.stdout)


def _pdf_of(path: str, stated: str | None) -> str | None:
    """The PDF of a paper: the file itself, the one that its result names, or one of that name beside the result.

    Its bytes are compared when it is opened.
    """
    named = path_of(stated) if stated else ""
    for one in (path, named, os.path.join(os.path.dirname(path), os.path.basename(named))):
        if one and not one.lower().endswith(JSON_ENDINGS) and "://" not in one and os.path.isfile(one):
            return one
    return None


def _kept(path: str, pdf: str | None) -> str:
    """Where the corrections of a paper lie: beside what was named, where there are some, else beside its PDF."""
    beside = corrections_path(path)
    return beside if pdf is None or os.path.exists(beside) else corrections_path(pdf)


def _masthead(path: Path) -> dict[str, Any] | None:
    """The masthead of a paper from the beginning of its JSON; None where there is no such file."""
    try:
        with open(path, "rb") as stream:
            head = stream.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return None
    at = head.find('"document":')
    try:
        found = json.JSONDecoder().raw_decode(head, head.index("{", at))[0]
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _year(day: object) -> str | None:
    return str(day)[:4] if day else None
