"""``un-agenda browse``: a database of agendas in the web browser, by Datasette."""

from __future__ import annotations

import argparse

from extractor.cli.load import default_database
from extractor.errors import ExitCode, UsageError
from extractor.loopback import HOST, listen
from extractor.messages import say

__all__ = ["add_parser", "run"]

_EPILOG = """\
examples:
  un-agenda browse agendas.db
  un-agenda browse agendas.db --port 9000 --no-open

The pages are served to this machine only and nothing can be changed from them; Ctrl-C ends it. Needs the optional
library Datasette: pip install 'un-agenda-extractor[browse]'.
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
        raise argparse.ArgumentTypeError(f"no port: {text[:20]!r}")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Serve ``args.db`` until interrupted."""
    import contextlib
    import os

    from extractor.extras import load_extra
    from extractor.store import open_store
    from extractor.store.browse import datasette_metadata, own_hosts_only
    from extractor.store.database import parse_url

    url = parse_url(args.db)
    if url.drivername != "sqlite" or not url.database or url.database == ":memory:":
        raise UsageError("only SQLite files can be browsed", hint="Give the path of one.")
    application = load_extra("datasette.app", "browse")
    uvicorn = load_extra("uvicorn", "browse")
    open_store(args.db, create=False).close()  # brings it up to date, or says what is wrong with it
    name = os.path.splitext(os.path.basename(url.database))[0]
    datasette = application.Datasette(
        files=[url.database], metadata=datasette_metadata(name), settings={"sql_time_limit_ms": 5000}
    )
    # Ctrl-C is the way out, from the moment on at which it is told.
    with listen(args.port, _USUAL_PORT) as listener, contextlib.suppress(KeyboardInterrupt):
        address = f"http://{HOST}:{listener.getsockname()[1]}/"
        say(f"{address} shows {url.database}; Ctrl-C ends it")
        if not args.no_open:
            import webbrowser

            webbrowser.open(address)
        server = uvicorn.Server(uvicorn.Config(own_hosts_only(datasette.app()), log_level="warning", lifespan="on"))
        server.run(sockets=[listener])
    return ExitCode.DONE
