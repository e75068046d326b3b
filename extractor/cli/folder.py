"""A folder of files, one a paper; of HTML with a page that lists them, and on request with the review page of each."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extractor.errors import AgendaError, write_error

if TYPE_CHECKING:
    from extractor.model import Agenda

__all__ = ["HTML", "is_folder", "make_folder", "write_folder"]

HTML = "html"
#: The page that lists the papers.
INDEX = "index.html"
#: How the name of a review page ends.
REVIEW = ".review.html"

_STYLE = """\
main{max-width:64rem;margin:0 auto;padding:2rem 1.25rem 3rem}
main tbody th,main td.place{font-weight:400;white-space:nowrap}
main td.days{min-width:11rem}
"""


class _Listed(NamedTuple):
    """A paper of the list: what it is sorted by, and its row."""

    first_day: dt.date
    symbol: str
    row: str


def is_folder(path: str | None) -> bool:
    """Whether an output is a folder: its path ends in a slash, or a folder of this name is there."""
    return path is not None and (path.endswith(("/", os.sep)) or os.path.isdir(path))


def make_folder(path: str | os.PathLike[str]) -> Path:
    """The folder of a path, made where it is not there.

    Raises:
        OutputError: it cannot be made.
    """
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(error, str(folder)) from error
    return folder


def write_folder(agendas: Iterable[Agenda], format: str, path: str, *, review: bool = False) -> None:
    """A file a paper, called by symbol and language; the file's hash parts those that would be called the same.

    Args:
        agendas: the papers.
        format: a format of one file.
        path: the folder, which is made where needed.
        review: of HTML: also the review page of each paper whose PDF is where it was.

    Raises:
        OutputError: a file cannot be written.
    """
    from extractor.export.formats import export, suffix
    from extractor.writing import write_all

    folder = make_folder(path)
    listed: list[_Listed] = []
    for agenda, stem in _named(agendas):
        name = f"{stem}.{suffix(format)}"
        if format != HTML:
            write_all(export([agenda], format), str(folder / name))
            continue
        from extractor.export.html import page

        checked = f"{stem}{REVIEW}" if review and _write_review(agenda, folder / f"{stem}{REVIEW}") else None
        write_all([page(agenda, index=INDEX, review=checked)], str(folder / name))
        listed.append(_row(agenda, name))
    if format == HTML:
        write_all(_index(listed), str(folder / INDEX))


def _named(agendas: Iterable[Agenda]) -> Iterator[tuple[Agenda, str]]:
    """Each paper with the name of its file, without ending."""
    from extractor.export.common import file_stem

    written = {INDEX.partition(".")[0]}
    for agenda in agendas:
        stem = file_stem(agenda)
        # File systems that do not tell capitals from small letters would take them for one.
        if stem.casefold() in written:
            stem = f"{stem}-{agenda.source.sha256[:8]}"
        written.add(stem.casefold())
        yield agenda, stem


def _write_review(agenda: Agenda, path: Path) -> bool:
    """Write the review page of a paper; whether its PDF is there, with the bytes from which it was read."""
    from extractor.naming import path_of
    from extractor.source import load
    from extractor.writing import write_all

    pdf = path_of(agenda.source.path) if agenda.source.path else ""
    try:
        if not os.path.isfile(pdf) or load(pdf).sha256 != agenda.source.sha256:
            return False
    except AgendaError:
        return False
    from extractor.reviewing.kept import kept_page

    write_all(kept_page(agenda, pdf, corrections=True), str(path))
    return True


def _row(agenda: Agenda, name: str) -> _Listed:
    from urllib.parse import quote

    from extractor.export.common import heading, language_of, session_line
    from extractor.export.days import run_in_words
    from extractor.export.html import direction, escape

    document, language = agenda.document, language_of(agenda) or "en"
    meeting = agenda.meetings[0] if agenda.meetings else None
    days = [day for one in agenda.meetings for run in one.periods for day in (run.start, run.end) if day]
    when = "".join(piece.text for piece in run_in_words(min(days), max(days), "en")) if days else ""
    symbol = document.symbol or agenda.source.sha256[:8]
    cells = (heading(document), (session_line(meeting) if meeting else "") or document.body or "")
    shown = "".join(f'<td lang="{escape(language)}"{direction(language)}>{escape(cell)}</td>' for cell in cells)
    place = escape((meeting.place if meeting else None) or "")
    link = f'<a href="{escape(quote(name))}"><bdi>{escape(symbol)}</bdi></a>'
    shown += f'<td class="place">{place}</td><td class="days">{escape(when)}</td>'
    row = f'<tr><th scope="row">{link}</th>{shown}</tr>\n'
    return _Listed(min(days, default=document.date or dt.date.min), symbol, row)


def _index(listed: list[_Listed]) -> Iterator[bytes]:
    """The page that lists the papers, the latest meetings first."""
    from extractor.export.common import utf8
    from extractor.export.html import FOOT, head

    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Paper", "Title", "Meeting", "Place", "Days"))
    count = f"{len(listed):,} paper{'' if len(listed) == 1 else 's'}"
    yield utf8(head("Agendas", style=_STYLE))
    yield utf8(f'<main>\n<h1>Agendas</h1>\n<p>{count}</p>\n<div class="table"><table>\n')
    yield utf8(f"<thead><tr>{heads}</tr></thead>\n<tbody>\n")
    by_symbol = sorted(listed, key=lambda one: one.symbol)
    for one in sorted(by_symbol, key=lambda one: one.first_day, reverse=True):
        yield utf8(one.row)
    yield b"</tbody>\n</table></div>\n</main>\n" + FOOT
