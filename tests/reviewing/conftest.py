"""A paper on the desk, and the desk behind a server."""

from __future__ import annotations

import http.client
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from extractor import Agenda, extract
from extractor.corrections.files import corrections_path
from extractor.loopback import listen
from extractor.reviewing.desk import Desk, PaperRef
from extractor.reviewing.server import ReviewServer
from tests.conftest import SAMPLES

PAPER = SAMPLES / "vienna_working_group.pdf"

Ask = Callable[..., tuple[int, http.client.HTTPMessage, bytes]]


@pytest.fixture(scope="session")
def read() -> Agenda:
    """A sample as the program reads it. No test may change it."""
    agenda = extract(PAPER)
    agenda.source.path = None
    return agenda


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A PDF in a folder of its own."""
    path = tmp_path / "paper.pdf"
    shutil.copy(PAPER, path)
    return path


def ref_of(agenda: Agenda, pdf: Path | None, file: str = "paper.pdf") -> PaperRef:
    """A paper for the list."""
    kept = corrections_path(str(pdf or "paper.pdf"))
    return PaperRef(None if pdf is None else str(pdf), kept, lambda: agenda, file, agenda.document.symbol)


@contextmanager
def served(desk: Desk) -> Iterator[ReviewServer]:
    """A desk behind a server, for a while."""
    with listen(0, 0) as listener:
        server = ReviewServer(desk, listener, token="secret")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
            desk.close()


@pytest.fixture
def server(read: Agenda, paper: Path) -> Iterator[ReviewServer]:
    """One paper behind a server."""
    with served(Desk("paper.pdf", [ref_of(read, paper)])) as one:
        yield one


@pytest.fixture
def ask(server: ReviewServer) -> Ask:
    """Ask the server: method and path give status, headers and body."""

    def ask(method: str, path: str, body: Any = None, **headers: str | None) -> tuple[int, Any, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=30)
        data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        given = {"Host": f"127.0.0.1:{server.server_address[1]}", "Content-Type": "application/json", **headers}
        if data is not None:
            given.setdefault("Content-Length", str(len(data)))
        for name, value in given.items():
            if value is not None:
                connection.putheader(name.replace("_", "-"), value)
        connection.endheaders(data)
        answer = connection.getresponse()
        found = (answer.status, answer.headers, answer.read())
        connection.close()
        return found

    return ask
