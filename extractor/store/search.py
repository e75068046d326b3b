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
    cast,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import REGCONFIG, TSQUERY, TSVECTOR

from extractor.store.database import Store
from extractor.store.query import Both, Either, Node, Not, Phrase, parse_query, phrases, to_fts5
from extractor.store.schema import METADATA
from extractor.store.snippets import snippet

__all__ = ["Hit", "search"]

# A word of the title weighs as much as ten of the text.
_TITLE_WEIGHT = 10.0

_tables = METADATA.tables
_documents, _meetings, _periods = _tables["documents"], _tables["meetings"], _tables["periods"]
_items, _blocks, _listed = _tables["items"], _tables["blocks"], _tables["item_documents"]
_references, _passages = _tables["references"], _tables["passages"]
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
    query: str,
    *,
    body: str | None = None,
    first: dt.date | None = None,
    last: dt.date | None = None,
    cites: str | None = None,
    limit: int = 20,
) -> list[Hit]:
    """The items, papers and texts outside the items that meet ``query``, the best first.

    PostgreSQL also finds other forms of a word, in the language of the paper (``meetings`` for ``meeting``); SQLite
    finds the words as they stand, and beginnings with ``meet*``.

    Args:
        store: the database.
        query: words, "phrases", AND, OR, NOT, brackets, ``prefix*``; see :mod:`extractor.store.query`.
        body: only papers of this body: a part of its name, or its symbol prefix.
        first: only papers whose meeting lasts to this day or longer (or that are dated from it on).
        last: only papers whose meeting begins by this day (or that are dated to it).
        cites: only papers that cite or list the document of this symbol.
        limit: how many hits at most.

    Raises:
        UsageError: the query cannot be read.
        DatabaseError: the database fails.
    """
    tree = parse_query(query)
    filters = _filters(body, first, last, cites)
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
    vector = literal_column("passages.vector", TSVECTOR)
    configurations = connection.execute(select(_passages.c.config).distinct()).scalars().all()
    # One condition a language, each with a query that is constant: only then is the index used.
    found = or_(
        literal(False),
        *(
            and_(
                _passages.c.config == cast(name, REGCONFIG), vector.bool_op("@@")(_tsquery(tree, cast(name, REGCONFIG)))
            )
            for name in configurations
        ),
    )
    score = func.ts_rank(text("'{0.1, 0.2, 0.4, 1.0}'"), vector, _tsquery(_wanted(tree), _passages.c.config))
    return select(_passages.c.id, score.label("score")).where(found).cte("hits")


def _tsquery(node: Node, config: Any) -> ColumnElement[Any]:
    """The query for PostgreSQL: each phrase as it stands, or with the stems of its words."""
    if isinstance(node, Phrase):
        as_it_stands = cast(literal("simple"), REGCONFIG)
        if node.prefix:
            # Letters and digits only; the value is bound all the same.
            return func.to_tsquery(as_it_stands, " <-> ".join(node.words) + ":*", type_=TSQUERY)
        printed = " ".join(node.words)
        exact = func.phraseto_tsquery(as_it_stands, printed, type_=TSQUERY)
        stems = func.phraseto_tsquery(config, printed, type_=TSQUERY)
        return exact.op("||", return_type=TSQUERY())(stems).self_group()
    if isinstance(node, Not):
        return func.tsquery_not(_tsquery(node.part, config), type_=TSQUERY)
    sign = "||" if isinstance(node, Either) else "&&"
    assert isinstance(node, (Both, Either))
    first, *rest = (_tsquery(part, config) for part in node.parts)
    for part in rest:
        first = first.op(sign, return_type=TSQUERY())(part).self_group()
    return first


def _wanted(node: Node) -> Node:
    """The query without what must not occur, which would spoil the rank of the rest."""
    if isinstance(node, (Both, Either)):
        return type(node)(tuple(_wanted(part) for part in node.parts if not isinstance(part, Not)))
    return node


def _ranked(hits: Any, filters: list[ColumnElement[bool]]) -> Select[Any]:
    body = select(_meetings.c.body).where(_meetings.c.document_id == _documents.c.id, _meetings.c.position == 1)
    return (
        select(
            _documents.c.id.label("document_id"),
            _documents.c.symbol,
            _documents.c.language,
            _documents.c.title.label("paper"),
            func.coalesce(body.scalar_subquery(), _documents.c.body).label("body"),
            _first_day().label("date"),
            _items.c.id.label("item_id"),
            _items.c.number.label("item"),
            _items.c.title,
            _passages.c.role,
            hits.c.score,
        )
        .select_from(hits)
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
    return Hit(
        symbol=row.symbol,
        language=row.language,
        item=row.item,
        title=title,
        body=row.body,
        date=row.date,
        snippet=snippet([part for part in parts if part], wanted),
        score=float(row.score),
        document_id=row.document_id,
        item_id=row.item_id,
        role=row.role,
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
