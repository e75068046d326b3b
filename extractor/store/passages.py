"""What the search looks through.

A passage for each item (title, annotation, listed documents), for each paper (title), and for its text outside the
items, by role.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, column, insert, select, table

from extractor.lexicon import code_of
from extractor.store.schema import METADATA
from extractor.store.words import words

__all__ = ["fill_passages", "passages_of"]

# PostgreSQL counts words up to 16,383, and each stands twice in the index (as printed, and its stem): a longer text
# becomes several passages, and a longer title goes on as text.
_TITLE = 1000
_TEXT = 6000

#: The columns of the passages of revision 0002.
_OF_0002 = ("document_id", "item_id", "config", "heading", "text")

Rows = Mapping[str, Iterable[Mapping[str, Any]]]


def passages_of(rows: Rows) -> list[dict[str, Any]]:
    """The passages of a paper whose rows (of ``documents``, ``items``, ``blocks``, ``item_documents``) are given.

    One for each item, one for the paper's title, and one for the text outside the items of each role but furniture.
    """
    (document,) = rows["documents"]
    texts: dict[str | None, list[str]] = {}
    apart: dict[str, list[str]] = {}
    more: list[tuple[str, str]] = []
    for block in rows["blocks"]:
        if block["role"] == "furniture":
            continue
        if block["item_id"] is None:
            apart.setdefault(block["role"], []).append(block["text"])
        elif block["item_position"] is not None:
            texts.setdefault(block["item_id"], []).append(block["text"])
        else:
            more.append((block["item_id"], block["text"]))
    for listed in rows["item_documents"]:
        if listed["title"]:
            texts.setdefault(listed["item_id"], []).append(listed["title"])
    titles = [(None, document["title"]), *((item["id"], item["title"]) for item in rows["items"])]
    known = {key: {*words(title or ""), *_words(texts.get(key, ()))} for key, title in titles}
    for key, text in more:
        # The heading of an item and its entry in the list say its title once more: that would spoil the rank.
        if not known[key].issuperset(words(text)[1:]):
            texts.setdefault(key, []).append(text)
    found: list[tuple[str | None, str | None, list[str], list[str]]] = [
        (key, None, words(title or ""), texts.get(key, [])) for key, title in titles
    ]
    found += [(None, role, [], some) for role, some in apart.items()]
    return [
        {
            "document_id": document["id"],
            "item_id": key,
            "config": code_of(document["language"], "search") or "simple",
            "heading": heading,
            "text": text,
            "role": role,
        }
        for key, role, title, some in found
        for heading, text in _parts(title, some)
    ]


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from words(text)


def fill_passages(connection: Connection) -> None:
    """Make the passages of all papers of a database of revision 0002: its blocks are those of annotations."""
    tables = METADATA.tables
    documents = tables["documents"]
    passages = table("passages", *(column(name, tables["passages"].c[name].type) for name in _OF_0002))
    for key in connection.execute(select(documents.c.id)).scalars().all():
        rows: dict[str, list[dict[str, Any]]] = {
            "documents": _mappings(connection, select(documents.c.id, documents.c.title, documents.c.language), key)
        }
        for name, columns, order in (
            ("items", ("id", "title"), "ordinal"),
            ("blocks", ("item_id", "text"), "position"),
            ("item_documents", ("item_id", "title"), "position"),
        ):
            there = tables[name]
            query = select(*(there.c[column] for column in columns)).where(there.c.document_id == key)
            rows[name] = [dict(row._mapping) for row in connection.execute(query.order_by(there.c[order]))]
        for at, block in enumerate(rows["blocks"], start=1):
            block.update(role="annotation", item_position=at)
        if found := passages_of(rows):
            connection.execute(insert(passages), [{name: row[name] for name in _OF_0002} for row in found])


def _mappings(connection: Connection, query: Any, key: str) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in connection.execute(query.where(METADATA.tables["documents"].c.id == key))]


def _parts(title: list[str], texts: list[str]) -> Iterator[tuple[str, str]]:
    text = title[_TITLE:]
    for one in texts:
        text += words(one)
    heading = " ".join(title[:_TITLE])
    for start in range(0, len(text) or (1 if heading else 0), _TEXT):
        yield heading, " ".join(text[start : start + _TEXT])
