"""Full-text search over all that the papers print: one query language, ranked hits, on SQLite and PostgreSQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    text,
    union_all,
)

from extractor.store.database import Store
from extractor.store.query import Node, Phrase, parse_query, phrases, to_fts5
from extractor.store.schema import METADATA
from extractor.store.snippets import snippet
from extractor.store.words import words

__all__ = ["Hit", "search"]

# A word of the title weighs as much as ten of the text.
_TITLE_WEIGHT = 10.0

_tables = METADATA.tables
_documents, _meetings, _periods = _tables["documents"], _tables["meetings"], _tables["periods"]
_items, _blocks, _listed = _tables["items"], _tables["blocks"], _tables["item_documents"]
_references, _passages = _tables["references"], _tables["passages"]
_supersessions, _newer = _tables["supersessions"], _tables["documents"].alias("newer")
_symbols, _listed_symbols = _tables["document_symbols"], _tables["item_document_symbols"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the query is met: an item; the paper itself or a text outside its items where ``item_id`` is None.

    ``role`` says what that text is to the paper (``text``, ``timetable``, ``footnote`` and so on), None for others.
    ``date`` is the first day of the meeting, the paper's own date where it announces none. ``snippet`` is the text
    around the words that were found. ``score`` ranks the hits of one query; those of two databases do not compare.
    """

    symbol: str | None
    language: str | None
    item: str | None
    title: str | None
    body: str | None
    date: dt.date | None
    snippet: str
    score: float
    document_id: str
    item_id: str | None
    role: str | None = None


def search(
    store: Store,
    query: str | None,
    *,
    body: str | None = None,
    kind: str | None = None,
    language: str | None = None,
    current: bool = False,
    first: dt.date | None = None,
    last: dt.date | None = None,
    cites: str | None = None,
    limit: int = 20,
) -> list[Hit]:
    """The items, papers and texts outside the items that meet ``query``, the best first.

    A query that is a document symbol finds where it is listed or cited; where it is neither, the words are looked for.

    PostgreSQL also finds other forms of a word, in the language of the paper (``meetings`` for ``meeting``); SQLite
    finds the words as they stand, and beginnings with ``meet*``.

    Args:
        store: the database.
        query: words, "phrases", AND, OR, NOT, brackets, ``prefix*``; see :mod:`extractor.store.query`. None with
            `cites`: each place where that document is listed or cited.
        body: only papers of this body: a part of its name, or its symbol prefix.
        kind: only papers of this kind: ``agenda``, ``annotated_agenda`` and so on.
        language: only papers in this language, ISO 639-1.
        current: leave out papers of which a revision in the same language is loaded.
        first: only papers whose meeting lasts to this day or longer (or that are dated from it on).
        last: only papers whose meeting begins by this day (or that are dated to it).
        cites: only papers that cite or list the document of this symbol.
        limit: how many hits at most.

    Raises:
        UsageError: the query cannot be read.
        DatabaseError: the database fails.
    """
    filters = [*_filters(body, first, last, cites), *_of_papers(kind, language, current)]
    symbol = _symbol(query) if query is not None else cites
    if symbol is not None:
        found_by_symbol = _mentions(store, _canonical(symbol), filters, limit)
        if found_by_symbol or query is None:
            return found_by_symbol
    tree = parse_query(query or "")
    found: dict[tuple[str, str | None, str | None], Any] = {}
    with store.read() as connection:
        hits = _postgres_hits(connection, tree) if store.postgres else _sqlite_hits(tree)
        for row in connection.execute(_ranked(hits, filters)):
            # A long text is several passages; its best one came first.
            found.setdefault((row.document_id, row.item_id, row.role), row)
            if len(found) >= limit:
                break
        wanted = list(phrases(tree))
        return [_hit(connection, row, wanted) for row in found.values()]


def _sqlite_hits(tree: Node) -> Any:
    scored = text(
        f"SELECT rowid AS id, -bm25(passages_fts, {_TITLE_WEIGHT}, 1.0) AS score "
        "FROM passages_fts WHERE passages_fts MATCH :query"
    ).bindparams(bindparam("query", to_fts5(tree)))
    return scored.columns(literal_column("id"), literal_column("score")).cte("hits")


def _postgres_hits(connection: Connection, tree: Node) -> Any:
    from extractor.store.postgres import hits_of

    return hits_of(connection, tree)


def _hits(hits: Any, *more: Any) -> Select[Any]:
    """What a hit says of its paper and item."""
    body = select(_meetings.c.body).where(_meetings.c.document_id == _documents.c.id, _meetings.c.position == 1)
    return select(
        _documents.c.id.label("document_id"),
        _documents.c.symbol,
        _documents.c.language,
        _documents.c.title.label("paper"),
        func.coalesce(body.scalar_subquery(), _documents.c.body).label("body"),
        _first_day().label("date"),
        _items.c.id.label("item_id"),
        _items.c.number.label("item"),
        _items.c.title,
        hits.c.score,
        *more,
    ).select_from(hits)


def _ranked(hits: Any, filters: list[ColumnElement[bool]]) -> Select[Any]:
    return (
        _hits(hits, _passages.c.role)
        .join(_passages, _passages.c.id == hits.c.id)
        .join(_documents, _documents.c.id == _passages.c.document_id)
        .outerjoin(_items, _items.c.id == _passages.c.item_id)
        .where(*filters)
        .order_by(hits.c.score.desc(), _documents.c.id, func.coalesce(_items.c.ordinal, 0), _passages.c.role)
    )


def _first_day() -> ColumnElement[Any]:
    days = select(func.min(_periods.c.start_date)).where(_periods.c.document_id == _documents.c.id)
    return func.coalesce(days.scalar_subquery(), _documents.c.date)


def _filters(
    body: str | None, first: dt.date | None, last: dt.date | None, cites: str | None
) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if body:
        meets = exists().where(_meetings.c.document_id == _documents.c.id, _contains(_meetings.c.body, body))
        prefix = body.rstrip("/")
        found.append(
            or_(
                meets,
                _contains(_documents.c.body, body),
                _contains(_documents.c.organ, body),
                _documents.c.body_prefix == prefix,
                _documents.c.symbol.startswith(prefix + "/", autoescape=True),
            )
        )
    if first or last:
        end = func.coalesce(_periods.c.end_date, _periods.c.start_date)
        days = exists().where(_periods.c.document_id == _documents.c.id, _periods.c.start_date.is_not(None))
        meeting, dated = [], []
        if first:
            meeting.append(end >= first)
            dated.append(_documents.c.date >= first)
        if last:
            meeting.append(_periods.c.start_date <= last)
            dated.append(_documents.c.date <= last)
        found.append(or_(days.where(*meeting), and_(~days, *dated)))
    if cites:
        symbol = _canonical(cites)
        found.append(
            or_(
                exists().where(_references.c.document_id == _documents.c.id, _references.c.symbol == symbol),
                exists().where(_listed_symbols.c.document_id == _documents.c.id, _listed_symbols.c.symbol == symbol),
            )
        )
    return found


def _of_papers(kind: str | None, language: str | None, current: bool) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if kind:
        found.append(_documents.c.kind == kind)
    if language:
        found.append(_documents.c.language == language)
    if current:
        same_language = func.coalesce(_newer.c.language, "") == func.coalesce(_documents.c.language, "")
        revised = exists().where(
            _supersessions.c.symbol == _documents.c.symbol,
            _supersessions.c.relation == "revises",
            _newer.c.id == _supersessions.c.document_id,
            same_language,
        )
        found.append(~revised)
    return found


def _symbol(query: str) -> str | None:
    """The symbol that a query is, perhaps in quotation marks; None for other queries."""
    printed = query.strip().strip('"“”«»„').strip()
    if "/" not in printed:
        return None
    from extractor.grammar.symbols import SymbolError, parse_symbol

    try:
        return str(parse_symbol(printed))
    except SymbolError:
        return None


def _mentions(store: Store, symbol: str, filters: list[ColumnElement[bool]], limit: int) -> list[Hit]:
    """Where a document is listed, then where it is cited: a hit a paper and item."""
    listed = (
        select(_listed.c.document_id, _listed.c.item_id, _listed.c.title.label("text"), literal(2.0).label("score"))
        .join(
            _listed_symbols,
            and_(_listed_symbols.c.document_id == _listed.c.document_id, _listed_symbols.c.entry == _listed.c.position),
        )
        .where(_listed_symbols.c.symbol == symbol)
    )
    block = and_(_blocks.c.document_id == _references.c.document_id, _blocks.c.position == _references.c.block)
    cited = (
        select(
            _references.c.document_id,
            _references.c.item_id,
            func.coalesce(_blocks.c.text, _references.c.text).label("text"),
            literal(1.0).label("score"),
        )
        .outerjoin(_blocks, block)
        .where(_references.c.symbol == symbol)
    )
    hits = union_all(listed, cited).subquery("mentions")
    query = (
        _hits(hits, hits.c.text)
        .join(_documents, _documents.c.id == hits.c.document_id)
        .outerjoin(_items, _items.c.id == hits.c.item_id)
        .where(*filters)
    )
    query = query.order_by(hits.c.score.desc(), _documents.c.id, func.coalesce(_items.c.ordinal, 0))
    wanted = [Phrase(tuple(words(symbol)))]
    found: dict[tuple[str, str | None], Hit] = {}
    with store.read() as connection:
        for row in connection.execute(query):
            title = row.title if row.item_id else row.paper
            parts = [part for part in (title, row.text) if part]
            found.setdefault((row.document_id, row.item_id), _as_hit(row, title, snippet(parts, wanted), None))
            if len(found) >= limit:
                break
    return list(found.values())


def _contains(column: Column[Any], part: str) -> ColumnElement[bool]:
    return column.icontains(part, autoescape=True)


def _canonical(symbol: str) -> str:
    from extractor.grammar import parse_symbol
    from extractor.grammar.symbols import SymbolError

    try:
        return str(parse_symbol(symbol))
    except SymbolError:
        return symbol


def _hit(connection: Connection, row: Any, wanted: list[Phrase]) -> Hit:
    title = row.title if row.item_id else row.paper
    parts = [*([] if row.role else [title]), *_texts(connection, row.document_id, row.item_id, row.role)]
    return _as_hit(row, title, snippet([part for part in parts if part], wanted), row.role)


def _as_hit(row: Any, title: str | None, words_around: str, role: str | None) -> Hit:
    return Hit(
        symbol=row.symbol,
        language=row.language,
        item=row.item,
        title=title,
        body=row.body,
        date=row.date,
        snippet=words_around,
        score=float(row.score),
        document_id=row.document_id,
        item_id=row.item_id,
        role=role,
    )


def _texts(connection: Connection, document: str, item: str | None, role: str | None) -> Iterator[str]:
    """The printed text of a passage in its order."""
    of_paper = select(_blocks.c.text).where(_blocks.c.document_id == document).order_by(_blocks.c.position)
    if role is not None:
        yield from connection.execute(of_paper.where(_blocks.c.item_id.is_(None), _blocks.c.role == role)).scalars()
        return
    of_item = of_paper.where(_blocks.c.item_id == item)
    if item is not None:
        yield from connection.execute(of_item.where(_blocks.c.item_position.is_not(None))).scalars()
    yield from connection.execute(
        select(_listed.c.title)
        .where(_listed.c.document_id == document, _listed.c.item_id == item, _listed.c.title.is_not(None))
        .order_by(_listed.c.position)
    ).scalars()
    if item is not None:
        yield from connection.execute(of_item.where(_blocks.c.item_position.is_(None))).scalars()
