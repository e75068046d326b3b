"""The search on PostgreSQL; apart, because a database in SQLite is searched without loading what this needs."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, cast, func, literal, literal_column, or_, select, text
from sqlalchemy.dialects.postgresql import REGCONFIG, TSQUERY, TSVECTOR

from extractor.store.query import Both, Either, Node, Not, Phrase
from extractor.store.schema import METADATA

__all__ = ["hits_of"]

_PASSAGES = METADATA.tables["passages"]


def hits_of(connection: Connection, tree: Node) -> Any:
    """The passages that meet a query, with their score."""
    vector = literal_column("passages.vector", TSVECTOR)
    configurations = connection.execute(select(_PASSAGES.c.config).distinct()).scalars().all()
    # One condition a language, each with a query that is constant: only then is the index used.
    found = or_(
        literal(False),
        *(
            and_(
                _PASSAGES.c.config == cast(name, REGCONFIG), vector.bool_op("@@")(_tsquery(tree, cast(name, REGCONFIG)))
            )
            for name in configurations
        ),
    )
    score = func.ts_rank(text("'{0.1, 0.2, 0.4, 1.0}'"), vector, _tsquery(_wanted(tree), _PASSAGES.c.config))
    return select(_PASSAGES.c.id, score.label("score")).where(found).cte("hits")


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
