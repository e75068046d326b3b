"""Keys that survive another extraction, and the hash that tells whether anything changed."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.model import Agenda, Item

__all__ = ["content_hash", "document_key", "item_keys", "lock_key"]

# Indexes of PostgreSQL hold keys of some 2,700 bytes; a key is made of a symbol and an item number.
_LONGEST = 200


def document_key(agenda: Agenda) -> str:
    """``A/AC.999/2031/1|en``: symbol and language; ``sha256:…`` of the file where the masthead has no symbol."""
    name = _short(agenda.document.symbol or "") or f"sha256:{agenda.source.sha256}"
    return f"{name}|{agenda.source.language or ''}"


def item_keys(document: str, items: list[Item]) -> list[tuple[str, Item, str | None, int, int]]:
    """The items of a paper in printed order, each as key, item, key of its parent, position and level.

    An item's number names it; one without number is named by its place below its parent, and a number that comes again
    is counted.
    """
    found: list[tuple[str, Item, str | None, int, int]] = []
    taken: set[str] = set()

    def walk(nodes: list[Item], parent: str | None, path: str, level: int) -> None:
        for position, item in enumerate(nodes, start=1):
            own = _short(item.number or "") or f"{path}/{position}"
            name, count = own, 1
            while name in taken:
                count += 1
                name = f"{own}~{count}"
            taken.add(name)
            key = f"{document}#{name}"
            found.append((key, item, parent, position, level))
            walk(item.items, key, name, level + 1)

    walk(items, None, "", 1)
    return found


def content_hash(agenda: Agenda) -> str:
    """SHA-256 of what the paper says, wherever its file lies."""
    path, agenda.source.path = agenda.source.path, None
    try:
        text = agenda.to_json(compact=True)
    except ValueError:  # half a surrogate pair, which JSON in UTF-8 cannot hold
        text = json.dumps(agenda.model_dump(), default=str)
    finally:
        agenda.source.path = path
    return hashlib.sha256(text.encode()).hexdigest()


def lock_key(document: str) -> int:
    """A number of 31 bits for the lock of a document; two documents that share it wait for each other, no more."""
    return int.from_bytes(hashlib.sha256(document.encode("utf-8", "surrogatepass")).digest()[:4], "big") >> 1


def _short(name: str) -> str:
    """A name as part of a key: one that is longer than any real one is cut, and its hash tells it from others."""
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST]}…{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
