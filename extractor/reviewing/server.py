"""The server of the review page: on this machine alone, for whoever has the token.

Three things keep others out: it listens on the loopback address; it answers only requests that name this machine as
their host (a page elsewhere may give its own name this address); and each address begins with a random token, which
only the line on the terminal shows.
"""

from __future__ import annotations

import hmac
import json
import re
import secrets
import socket
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from extractor.errors import AgendaError
from extractor.loopback import is_own_host
from extractor.messages import say
from extractor.reviewing.desk import Desk, OpenPaper, Rejected, entry_of
from extractor.reviewing.page import POLICY, Data, list_page, paper_page

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ReviewServer"]

#: Bytes that a correction may have.
_MOST = 1 << 20
_PAPER = re.compile(r"/paper/(\d{1,9})/(?:(corrections)|page/(\d{1,6})\.png)?")


class ReviewServer(ThreadingHTTPServer):
    """Serves a desk on a socket that listens already."""

    daemon_threads = True

    def __init__(self, desk: Desk, listener: socket.socket, token: str | None = None) -> None:
        super().__init__(listener.getsockname(), _Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listener
        self.desk = desk
        self.token = token or secrets.token_urlsafe(18)

    def handle_error(self, *_: object) -> None:
        """A browser that left before it had its answer is nobody's fault; any other fault is one line."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            say(f"a request could not be answered ({type(error).__name__}: {error})")

    @property
    def address(self) -> str:
        """The address to be opened, with the token."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}/{self.token}/"


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    server: ReviewServer
    server_version, sys_version = "un-agenda", ""
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """A page, the list, or a picture."""
        path = self._path()
        if path is None:
            return
        desk = self.server.desk
        if path == "/" and desk.alone:
            self._redirect(f"/{self.server.token}/paper/0/")
        elif path == "/":
            self._html(list_page(desk.listed()))
        elif found := _PAPER.fullmatch(path):
            self._on_paper(found, self._picture if found[3] else self._page)
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "There is nothing at this address.")

    def do_POST(self) -> None:
        """A correction is to be kept."""
        self._change(OpenPaper.add)

    def do_DELETE(self) -> None:
        """A correction is to be taken back."""
        self._change(OpenPaper.remove)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged: the terminal is the user's."""

    def _path(self) -> str | None:
        """The path behind the token; None where the request was refused."""
        hosts = self.headers.get_all("Host") or []
        origin = self.headers.get("Origin")
        if len(hosts) != 1 or not is_own_host(hosts[0]) or (origin and urlsplit(origin).netloc != hosts[0]):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, "Open the address that un-agenda review has shown.")
            return None
        _, token, *rest = [*urlsplit(self.path).path.split("/", 2), ""]
        if not hmac.compare_digest(token.encode(), self.server.token.encode()):
            self._refuse(HTTPStatus.FORBIDDEN, "Open the address that un-agenda review has shown.")
            return None
        return f"/{rest[0]}"

    def _on_paper(self, found: re.Match[str], act: Callable[[OpenPaper, re.Match[str]], None]) -> None:
        try:
            act(self.server.desk.paper(int(found[1])), found)
        except KeyError:
            self._refuse(HTTPStatus.NOT_FOUND, "There is no such paper.")
        except AgendaError as error:
            self._refuse(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
        except OSError:
            raise
        except Exception as error:  # the page must not wait for an answer that never comes
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, f"internal error ({type(error).__name__}: {error})")

    def _page(self, paper: OpenPaper, found: re.Match[str]) -> None:
        if found[2]:
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, "Corrections are sent.")
        else:
            self._html(paper_page(self._served(paper.data())))

    def _served(self, data: Data) -> Data:
        return {**data, "served": ".", "list": None if self.server.desk.alone else "../../"}

    def _picture(self, paper: OpenPaper, found: re.Match[str]) -> None:
        picture = paper.painter.picture(int(found[3]))
        if picture:
            self._send(HTTPStatus.OK, "image/png", picture, cache="private, max-age=3600")
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "This page cannot be drawn.")

    def _change(self, change: Callable[..., Data]) -> None:
        path = self._path()
        if path is None:
            return
        found = _PAPER.fullmatch(path)
        length = self.headers.get("Content-Length", "")
        if found is None or not found[2]:
            self._refuse(HTTPStatus.NOT_FOUND, "There is nothing at this address.")
        elif self.headers.get_content_type() != "application/json" or not re.fullmatch(r"\d{1,9}", length):
            self._refuse(HTTPStatus.BAD_REQUEST, "A correction is sent as JSON.")
        elif int(length) > _MOST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The correction is too large.")
        else:
            body = self.rfile.read(int(length))
            self._on_paper(found, lambda paper, _: self._changed(paper, change, body))

    def _changed(self, paper: OpenPaper, change: Callable[..., Data], body: bytes) -> None:
        try:
            data = change(paper, entry_of(body))
        except Rejected as error:
            self._json(HTTPStatus.CONFLICT, {"error": f"It was not kept: {error}."})
        else:
            self._json(HTTPStatus.OK, self._served(data))

    def _html(self, page: str) -> None:
        self._send(HTTPStatus.OK, "text/html; charset=utf-8", page.encode("utf-8", "replace"))

    def _json(self, status: HTTPStatus, data: Data) -> None:
        self._send(status, "application/json", json.dumps(data).encode())

    def _refuse(self, status: HTTPStatus, text: str) -> None:
        self.close_connection = True  # what else the request has was not read
        if self.command in ("POST", "DELETE"):
            self._json(status, {"error": text})
        else:
            self._send(status, "text/plain; charset=utf-8", f"{text}\n".encode("utf-8", "replace"))

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, kind: str, body: bytes, *, cache: str = "no-store") -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
            ("Cache-Control", cache),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ):
            self.send_header(name, value)
        if kind.startswith("text/plain"):
            self.send_header("Content-Security-Policy", POLICY)
        else:
            self.send_header("Content-Security-Policy", "frame-ancestors 'none'")
        self.end_headers()
        self.wfile.write(body)
