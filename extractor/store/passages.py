"""What the search looks through: a passage for each item (title, annotation, listed documents) and for each paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from extractor.store.schema import METADATA
from extractor.store.words import words

__all__ = ["CONFIGURATIONS", "fill_passages", "passages_of"]

#: PostgreSQL's text search configurations by language; the words of others are compared as they stand.
CONFIGURATIONS = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "pt": "portuguese",
    "ru": "russian",
}

# PostgreSQL counts words up to 16,383, and each stands twice in the index (as printed, and its stem): a longer text
# becomes several passages, and a longer title goes on as text.
_TITLE = 1000
_TEXT = 6000

Rows = Mapping[str, Iterable[Mapping[str, Any]]]


def passages_of(rows: Rows) -> list[dict[str, Any]]:
    """The passages of a paper whose rows (of ``documents``, ``items``, ``blocks``, ``item_documents``) are given."""
    (document,) = rows["documents"]
    texts: dict[str | None, list[str]] = {}
    for block in rows["blocks"]:
        texts.setdefault(block["item_id"], []).append(block["text"])
    for listed in rows["item_documents"]:
        if listed["title"]:
            texts.setdefault(listed["item_id"], []).append(listed["title"])
    found: list[dict[str, Any]] = []
    titles = [(None, document["title"]), *((item["id"], item["title"]) for item in rows["items"])]
    for key, title in titles:
        for heading, text in _parts(words(title or ""), texts.get(key, [])):
            found.append(
                {
                    "document_id": document["id"],
                    "item_id": key,
                    "config": CONFIGURATIONS.get(document["language"] or "", "simple"),
                    "heading": heading,
                    "text": text,
                }
            )
    return found


def fill_passages(connection: Connection) -> None:
    """Make the passages of all papers that are in the database already."""
    tables = METADATA.tables
    documents = tables["documents"]
    for key in connection.execute(select(documents.c.id)).scalars().all():
        rows: dict[str, list[dict[str, Any]]] = {
            "documents": _mappings(connection, select(documents.c.id, documents.c.title, documents.c.language), key)
        }
        for name, columns, order in (
            ("items", ("id", "title"), "ordinal"),
            ("blocks", ("item_id", "text"), "position"),
            ("item_documents", ("item_id", "title"), "position"),
        ):
            table = tables[name]
            query = select(*(table.c[column] for column in columns)).where(table.c.document_id == key)
            rows[name] = [dict(row._mapping) for row in connection.execute(query.order_by(table.c[order]))]
        if passages := passages_of(rows):
            connection.execute(insert(tables["passages"]), passages)


def _mappings(connection: Connection, query: Any, key: str) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in connection.execute(query.where(METADATA.tables["documents"].c.id == key))]


def _parts(title: list[str], texts: list[str]) -> Iterator[tuple[str, str]]:
    text = title[_TITLE:]
    for one in texts:
        text += words(one)
    heading = " ".join(title[:_TITLE])
    for start in range(0, len(text) or (1 if heading else 0), _TEXT):
        yield heading, " ".join(text[start : start + _TEXT])
