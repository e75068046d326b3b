"""The papers that are reviewed: where each lies, what was read from it, and its corrections as they are now."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from extractor.corrections.apply import Outcome, correct
from extractor.corrections.files import read_corrections, write_corrections
from extractor.corrections.model import Corrections, Entry
from extractor.errors import NotFound, Unreadable
from extractor.naming import shown_path
from extractor.review import serious
from extractor.reviewing.page import Data, paper_data
from extractor.reviewing.painter import Painter

if TYPE_CHECKING:
    from extractor.model import Agenda, Review

__all__ = ["Desk", "OpenPaper", "PaperRef", "Rejected"]

#: Papers that are kept open: each has a process that draws its pages.
_OPEN = 4


class Rejected(Exception):
    """A correction that is not kept; `str()` says why."""


@dataclass(frozen=True, slots=True)
class PaperRef:
    """A paper of the list.

    Attributes:
        pdf: path of the PDF; None where it is not there.
        kept: path of its corrections.
        read: gives what the program reads from it, without corrections.
        document: its key in the database, where it is of one.
        review: its grade.
        codes: the codes of its warnings and errors.
        corrections: how many there are.
    """

    pdf: str | None
    kept: str
    read: Callable[[], Agenda]
    file: str
    symbol: str | None = None
    title: str | None = None
    body: str | None = None
    year: str | None = None
    document: str | None = None
    review: Review = "none"
    codes: Sequence[str] = ()
    corrections: int = 0

    def listed(self, key: int) -> dict[str, Any]:
        """The paper as the page of the list has it."""
        names = ("file", "symbol", "title", "body", "year", "review", "corrections")
        return {"key": str(key), "codes": list(self.codes), **{name: getattr(self, name) for name in names}}


class OpenPaper:
    """A paper that is looked at.

    Attributes:
        ref: the paper as the list shows it, graded with its corrections as they are now.
    """

    def __init__(self, ref: PaperRef) -> None:
        self._lock = threading.Lock()
        self._agenda = ref.read()
        self.painter = Painter(_bytes_of(ref.pdf, self._agenda) if ref.pdf else b"")
        self.ref = ref
        self._known: tuple[list[Entry], Agenda] = ([], self._agenda)
        self._pages: Sequence[Sequence[float]] = []

    def data(self) -> Data:
        """The data of its page."""
        with self._lock:
            return self._data(self._corrections())

    def add(self, entry: Entry) -> Data:
        """Keep a correction and give the data of the page anew.

        Raises:
            Rejected: it cannot be applied; the file stays as it is.
        """
        with self._lock:
            corrections = self._corrections()
            if corrections.sha256 != self._agenda.source.sha256:
                raise Rejected("the corrections beside the paper are of another file: move them away first")
            if entry.id in {one.id for one in corrections.corrections}:
                raise Rejected("it is kept already")
            corrections.corrections.append(entry)
            data, outcome = self._with(corrections)
            why = next((one.why for one in outcome.conflicts if one.entry.id == entry.id), None)
            if why is not None:
                raise Rejected(why)
            write_corrections(corrections, self.ref.kept)
            return data

    def remove(self, entry: Entry) -> Data:
        """Take a correction back and give the data of the page anew."""
        with self._lock:
            corrections = self._corrections()
            corrections.corrections[:] = [one for one in corrections.corrections if one.id != entry.id]
            write_corrections(corrections, self.ref.kept)
            return self._data(corrections)

    def _corrected(self, corrections: Corrections) -> Outcome:
        """The result with its corrections; those that were applied for the page before need not be applied again."""
        entries, (known, agenda) = corrections.corrections, self._known
        if not known or entries[: len(known)] != known:
            agenda = self._agenda
        outcome = correct(agenda, corrections)
        self._known = ([], self._agenda) if outcome.conflicts else (list(entries), outcome.agenda)
        return outcome

    def close(self) -> None:
        """End the process that draws its pages."""
        self.painter.close()

    def _corrections(self) -> Corrections:
        try:
            return read_corrections(self.ref.kept)
        except NotFound:
            return Corrections(file=Path(self.ref.file).name, sha256=self._agenda.source.sha256)

    def _data(self, corrections: Corrections) -> Data:
        return self._with(corrections)[0]

    def _with(self, corrections: Corrections) -> tuple[Data, Outcome]:
        outcome = self._corrected(corrections)
        if self.ref.pdf and not self._pages:
            self._pages = self.painter.sizes()
        data = paper_data(outcome, corrections.corrections, file=self.ref.file, pages=self._pages)
        agenda = outcome.agenda
        self.ref = replace(
            self.ref,
            title=agenda.document.title,
            review=agenda.source.review,
            codes=serious(note.code for note in agenda.diagnostics),
            corrections=len(corrections.corrections),
        )
        return {**data, "kept": shown_path(self.ref.kept)}, outcome


@dataclass(slots=True)
class Desk:
    """All papers, and those that are open."""

    place: str
    papers: list[PaperRef]
    _opened: OrderedDict[int, OpenPaper] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def alone(self) -> bool:
        """Whether it is one paper, given by its name."""
        return len(self.papers) == 1 and self.papers[0].file == self.place

    def listed(self) -> Data:
        """The data of the list: the doubtful first, then by how much there is to look at."""
        from extractor.review import GRADES

        with self._lock:
            for key, opened in self._opened.items():
                self.papers[key] = opened.ref
        refs = sorted(
            enumerate(self.papers),
            key=lambda one: (GRADES.index(one[1].review), -len(one[1].codes), _counted(one[1].symbol or one[1].file)),
        )
        return {"place": self.place, "papers": [ref.listed(key) for key, ref in refs]}

    def paper(self, key: int) -> OpenPaper:
        """The paper of a key, opened where it is not; the one not looked at for longest is closed.

        Raises:
            KeyError: there is none.
            AgendaError: it cannot be read.
        """
        if not 0 <= key < len(self.papers):
            raise KeyError(key)
        with self._lock:
            opened = self._opened.pop(key, None) or OpenPaper(self.papers[key])
            self._opened[key] = opened
            while len(self._opened) > _OPEN:
                oldest, closed = self._opened.popitem(last=False)
                self.papers[oldest] = closed.ref
                closed.close()
            return opened

    def close(self) -> None:
        """Close all papers."""
        with self._lock:
            while self._opened:
                self._opened.popitem()[1].close()


def _bytes_of(path: str, agenda: Agenda) -> bytes:
    """The PDF from which a result was read.

    Raises:
        Unreadable: it cannot be read, or was changed since.
    """
    from extractor.source import load

    source = load(path)
    if source.sha256 != agenda.source.sha256:
        raise Unreadable("the PDF was changed since it was read", where=path, hint="Extract it again.")
    return source.data


def _counted(text: str) -> list[tuple[int, str]]:
    """What sorts symbols by their numbers: ``A/9`` before ``A/10``."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d{1,9})", text)]


def entry_of(data: bytes) -> Entry:
    """The entry that a page sends.

    Raises:
        Rejected: it is none.
    """
    import json

    try:
        return Entry.model_validate(json.loads(data)["entry"])
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError):
        raise Rejected("it is not a correction") from None
