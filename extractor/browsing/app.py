"""The server's side: an ASGI application that answers with our own pages, and hands the rest to Datasette.

The review pages write files, and are therefore behind a token; their addresses are shown only to the browser that came
with the key which the terminal shows, and has had it as a cookie since.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from dataclasses import replace
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, unquote

from sqlalchemy import func, select

from extractor.browsing.pages import Listed, Site, failed_page, paper_page, search_page, start_page
from extractor.errors import AgendaError
from extractor.store import Store, search
from extractor.store.browse import Application
from extractor.store.rebuild import agenda_of, item_paths
from extractor.store.schema import METADATA

__all__ = ["ENTRY", "Pages"]

#: Papers of the start page, and hits of a search, at most.
_LISTED, _HITS = 200, 100
_COOKIE = "un-agenda-key"
#: What stands before the key in the address that the terminal shows.
ENTRY = "/in/"

_documents, _items = METADATA.tables["documents"], METADATA.tables["items"]
_meetings, _periods = METADATA.tables["meetings"], METADATA.tables["periods"]

Answer = tuple[int, bytes]


class Pages:
    """Our pages in front of an application.

    Args:
        store: the database.
        site: what all pages need, with the addresses of the review pages.
        key: what a browser must have brought to be shown these.
        rest: answers all other requests.
    """

    def __init__(self, store: Store, site: Site, key: str, rest: Application) -> None:
        self._store, self._site, self._key, self._rest = store, site, key, rest

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Callable[[Any], Awaitable[None]]) -> None:
        """Answer a request."""
        path = scope.get("raw_path", b"").decode("latin-1").partition("?")[0] if scope["type"] == "http" else ""
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        if path.startswith(ENTRY):
            await self._let_in(path.removeprefix(ENTRY), send)
            return
        answer = self._answer(path)
        if answer is None or scope["method"] not in ("GET", "HEAD"):
            await self._rest(scope, receive, send)
            return
        site = self._site if self._knows(scope["headers"]) else Site(self._site.database)
        status, body = await asyncio.to_thread(answer, site, path, query)
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-store"),
            (b"referrer-policy", b"no-referrer"),
            (b"x-content-type-options", b"nosniff"),
            (b"content-security-policy", b"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
                                         b"base-uri 'none'; frame-ancestors 'none'"),
        ]  # fmt: skip
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

    async def _let_in(self, key: str, send: Callable[[Any], Awaitable[None]]) -> None:
        """Give the browser its cookie, and an address without the key."""
        headers = [(b"location", b"/"), (b"cache-control", b"no-store"), (b"content-length", b"0")]
        if hmac.compare_digest(key.encode(), self._key.encode()):
            cookie = f"{_COOKIE}={self._key}; HttpOnly; SameSite=Strict; Path=/"
            headers.append((b"set-cookie", cookie.encode("ascii")))
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    def _knows(self, headers: list[tuple[bytes, bytes]]) -> bool:
        for name, value in headers:
            if name == b"cookie":
                try:
                    found = SimpleCookie(value.decode("latin-1")).get(_COOKIE)
                except CookieError:
                    continue
                if found is not None and hmac.compare_digest(found.value.encode(), self._key.encode()):
                    return True
        return False

    def _answer(self, path: str) -> Callable[[Site, str, dict[str, list[str]]], Answer] | None:
        if path == "/":
            return self._start
        if path == "/search":
            return self._search
        return self._paper if path.startswith("/paper/") else None

    def _start(self, site: Site, _path: str, _query: dict[str, list[str]]) -> Answer:
        with self._store.read() as connection:
            days = select(func.min(_periods.c.start_date)).where(_periods.c.document_id == _documents.c.id)
            first = func.coalesce(days.scalar_subquery(), _documents.c.date).label("first_day")
            body = select(_meetings.c.body).where(_meetings.c.document_id == _documents.c.id, _meetings.c.position == 1)
            query = select(
                _documents.c.id.label("key"),
                *(_documents.c[name] for name in ("symbol", "language", "title", "review")),
                func.coalesce(body.scalar_subquery(), _documents.c.body).label("body"),
                first,
            ).order_by(first.is_(None), first.desc(), _documents.c.id)
            papers = [Listed(**row) for row in connection.execute(query.limit(_LISTED)).mappings()]
            count = connection.execute(select(func.count()).select_from(_documents)).scalar() or 0
        return 200, start_page(site, papers, count)

    def _search(self, site: Site, _path: str, query: dict[str, list[str]]) -> Answer:
        words = query.get("words", [""])[0].strip()
        current = "current" in query or "asked" not in query
        site = replace(site, words=words)
        if not words:
            return 200, search_page(site, [], {}, current=current, why="Write the words to look for.")
        try:
            hits = search(self._store, words, current=current, limit=_HITS)
        except AgendaError as error:
            return 200, search_page(site, [], {}, current=current, why=str(error))
        return 200, search_page(site, hits, self._anchors({hit.document_id for hit in hits}), current=current)

    def _anchors(self, documents: set[str]) -> dict[str, str]:
        columns = (_items.c.id, _items.c.parent_id, _items.c.position)
        query = select(*columns).where(_items.c.document_id.in_(documents))
        with self._store.read() as connection:
            ordered = connection.execute(query.order_by(_items.c.document_id, _items.c.ordinal)).mappings()
            rows = [dict(row) for row in ordered]
        return {key: "item-" + "-".join(map(str, path)) for key, path in item_paths(rows).items()}

    def _paper(self, site: Site, path: str, _query: dict[str, list[str]]) -> Answer:
        key = unquote(path.removeprefix("/paper/"))
        with self._store.read() as connection:
            agenda = agenda_of(connection, key)
        if agenda is None:
            return 404, failed_page(site, "There is no such paper in the database.")
        return 200, paper_page(site, agenda, key)
