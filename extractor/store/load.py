"""The loader: agendas in, rows in the database; what cannot be stored is reported and the rest goes on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, update

from extractor import __version__
from extractor.errors import AgendaError, DatabaseError
from extractor.naming import masked, shown_path
from extractor.papers import Failure, Paper
from extractor.store.database import Store
from extractor.store.rows import Rows, rows_of
from extractor.store.schema import METADATA
from extractor.store.write import is_of_the_paper, write_papers

if TYPE_CHECKING:
    from extractor.model import Agenda

__all__ = ["BATCH", "LoadResult", "load_agendas"]

#: Papers that share a transaction in bulk.
BATCH = 300

_runs = METADATA.tables["load_runs"]


@dataclass(slots=True)
class LoadResult:
    """How many papers were new, replaced, the same as before, and could not be loaded; ``run`` is the row's id."""

    run: int = 0
    loaded: int = 0
    replaced: int = 0
    unchanged: int = 0
    failed: int = 0


def load_agendas(
    store: Store,
    papers: Iterable[Agenda | Paper | Failure],
    *,
    bulk: bool = False,
    sources: Sequence[str] = (),
    report: Callable[[AgendaError], None] | None = None,
) -> LoadResult:
    """Load agendas, as they come from :func:`extractor.papers.papers` or from :func:`extractor.extract`.

    Each paper is a transaction of its own. In bulk some hundred papers share one (with COPY on PostgreSQL): they are
    there together or not at all, and where one of them is refused, they are loaded again one by one, so that it alone
    is missing. Loading a paper again changes nothing; another extraction of it replaces its rows and no others.

    Args:
        store: the database, see :func:`extractor.store.open_store`.
        papers: agendas; a :class:`~extractor.papers.Failure` among them is counted and reported.
        bulk: load many papers in one transaction.
        sources: where the papers come from, for the table ``load_runs``.
        report: called with the error of each paper that could not be loaded.

    Raises:
        DatabaseError: the database failed for a reason that no paper is to blame for; what was loaded before stays.
        Exception: what the source raised, once the papers that it gave before are loaded.
    """
    result = LoadResult(run=_begin(store, sources, bulk))
    waiting: list[tuple[str | None, Rows]] = []
    size = BATCH if bulk else 1
    try:
        for paper in papers:
            if isinstance(paper, Failure):
                _fail(result, paper.error, report)
                continue
            agenda, where = (paper.agenda, paper.where) if isinstance(paper, Paper) else (paper, paper.source.path)
            waiting.append((where, rows_of(agenda)))
            if len(waiting) >= size:
                batch, waiting = waiting, []
                _write(store, batch, result, report)
    except BaseException:
        # Whatever broke off the source, what it gave before is loaded; the run says so, and has no end.
        with suppress(DatabaseError):
            _write(store, waiting, result, report)
            _count(store, result)
        raise
    _write(store, waiting, result, report)
    _count(store, result, finished_at=_now())
    return result


def _write(
    store: Store,
    batch: list[tuple[str | None, Rows]],
    result: LoadResult,
    report: Callable[[AgendaError], None] | None,
) -> None:
    if not batch:
        return
    try:
        outcomes = write_papers(store, [rows for _, rows in batch], result.run)
    except DatabaseError as error:
        if not is_of_the_paper(error):
            error.where = error.where or store.name
            raise
        if len(batch) == 1:
            error.where, error.hint = batch[0][0], ""
            _fail(result, error, report)
            return
        for one in batch:
            _write(store, [one], result, report)
        return
    for outcome in outcomes:
        setattr(result, outcome, getattr(result, outcome) + 1)


def _fail(result: LoadResult, error: AgendaError, report: Callable[[AgendaError], None] | None) -> None:
    result.failed += 1
    if report:
        report(error)


def _begin(store: Store, sources: Sequence[str], bulk: bool) -> int:
    row = {
        "started_at": _now(),
        "program_version": __version__,
        "sources": "\n".join(masked(shown_path(source)) for source in sources).replace("\x00", "\u2400"),
        "bulk": bulk,
        "loaded": 0,
        "replaced": 0,
        "unchanged": 0,
        "failed": 0,
    }
    with store.write() as connection:
        key = connection.execute(insert(_runs), row).inserted_primary_key
    assert key is not None
    return int(key[0])


def _count(store: Store, result: LoadResult, **more: dt.datetime) -> None:
    counts = {name: getattr(result, name) for name in ("loaded", "replaced", "unchanged", "failed")}
    with store.write() as connection:
        connection.execute(update(_runs).where(_runs.c.id == result.run), {**counts, **more})


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)
