"""``un-agenda browse``: a database of agendas in the web browser, by Datasette."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from extractor.cli.load import default_database
from extractor.errors import ExitCode, UsageError
from extractor.loopback import HOST, listen
from extractor.messages import say

if TYPE_CHECKING:
    from extractor.store import Store
    from extractor.store.browse import Application

__all__ = ["add_parser", "run"]

_EPILOG = """\
examples:
  un-agenda browse agendas.db
  un-agenda browse agendas.db --port 9000 --no-open

The first page has a search, the views and the papers; a paper is shown as an agenda, with links to the UN document, and
to its review page where its PDF is there. The pages are served to this machine only and the database cannot be changed
from them; Ctrl-C ends it. Needs the optional library Datasette: pip install 'un-agenda-extractor[browse]'.
"""
_USUAL_PORT = 8001  # Datasette's own


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "browse",
        help="look at an SQLite database in the web browser",
        description="Serve an SQLite database of agendas as web pages on this machine, with Datasette.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "db",
        metavar="DATABASE",
        nargs="?",
        default=default_database(),
        help="the file (default: what UN_AGENDA_DB says, else agendas.db)",
    )
    parser.add_argument("--port", metavar="N", type=_port, help=f"port; {_USUAL_PORT} or a free one when left out")
    parser.add_argument("--no-open", action="store_true", help="do not open the web browser")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"not a port: {text[:20]!r}")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Serve ``args.db`` until interrupted."""
    import contextlib
    import secrets

    from extractor.browsing.app import ENTRY
    from extractor.extras import load_extra
    from extractor.store import open_store
    from extractor.store.database import parse_url

    url = parse_url(args.db)
    if url.drivername != "sqlite" or not url.database or url.database == ":memory:":
        raise UsageError("only SQLite files can be browsed", hint="Give the path of one.")
    key = secrets.token_urlsafe(18)
    # Ctrl-C is the way out, from the moment on at which it is named.
    with (
        open_store(args.db, create=False) as store,  # brings it up to date, or says what is wrong with it
        listen(args.port, _USUAL_PORT) as listener,
        _reviews(args.db) as reviews,
        contextlib.suppress(KeyboardInterrupt),
    ):
        application = load_extra("datasette.app", "browse")  # takes a second
        uvicorn = load_extra("uvicorn", "browse")
        site = _site(application, store, url.database, reviews, key)
        address = f"http://{HOST}:{listener.getsockname()[1]}{ENTRY}{key}"
        say(f"{address} shows {url.database}; Ctrl-C ends it")
        if not args.no_open:
            import webbrowser

            webbrowser.open(address)
        server = uvicorn.Server(uvicorn.Config(site, log_level="warning", lifespan="on"))
        server.run(sockets=[listener])
    return ExitCode.DONE


def _site(application: Any, store: Store, file: str, reviews: _Reviews, key: str) -> Application:
    """Our pages, and Datasette behind them."""
    import os

    from extractor.browsing.app import Pages
    from extractor.browsing.pages import Site
    from extractor.store.browse import datasette_metadata, own_hosts_only

    name = os.path.splitext(os.path.basename(file))[0]
    settings = {"sql_time_limit_ms": 5000, "default_facet_size": 5}
    datasette = application.Datasette(files=[file], metadata=datasette_metadata(name, store), settings=settings)
    site = Site(name, reviews.of, reviews.address)
    return own_hosts_only(Pages(store, site, key, datasette.app()))


class _Reviews:
    """The addresses of the review pages, which a server of their own serves."""

    def __init__(self, address: str | None, papers: dict[str, int]) -> None:
        self.address, self._papers = address, papers

    def of(self, document: str) -> str | None:
        """The address of the review page of a paper; None where its PDF is not there."""
        number = self._papers.get(document)
        return None if number is None else f"{self.address}paper/{number}/"


@contextmanager
def _reviews(db: str) -> Iterator[_Reviews]:
    """Serve the review pages of the papers whose PDFs are where they were, at a port of their own."""
    import threading

    from extractor.errors import NoPapers
    from extractor.reviewing.server import ReviewServer
    from extractor.reviewing.sources import desk_of_database

    try:
        desk = desk_of_database(db)
    except NoPapers:
        yield _Reviews(None, {})
        return
    papers = {ref.document: at for at, ref in enumerate(desk.papers) if ref.pdf and ref.document}
    with listen(0, 0) as listener:
        server = ReviewServer(desk, listener)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield _Reviews(server.address, papers)
        finally:
            server.shutdown()
            thread.join()
            desk.close()
