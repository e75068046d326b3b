"""Forks the command for each client: ``python -m tests.command.server SOCKET``.

For each client a keeper is forked, which forks the command and waits for its end; should the client go away before,
because it was killed or its time was over, the keeper kills the command. The server ends with its standard input.
"""

from __future__ import annotations

import atexit
import fcntl
import gc
import json
import os
import runpy
import select
import signal
import socket
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

ROOT = str(Path(__file__).resolve().parents[2])
#: So many descriptors a client may hand over.
MOST = 64


@dataclass(frozen=True)
class Request:
    """What a client asks for.

    Attributes:
        arguments: those of the command.
        folder: where it runs.
        environment: its environment.
        streams: its open descriptors, and what numbers they have here.
    """

    arguments: list[str]
    folder: str
    environment: dict[str, str]
    streams: dict[int, int]


def load() -> None:
    """Load what the verbs need, and let the lexicon and the patterns be made."""
    import alembic.command  # noqa: F401
    import jsonschema  # noqa: F401
    import pdfplumber  # noqa: F401

    import extractor.batch
    import extractor.batch.preload
    import extractor.cli
    import extractor.export.formats
    import extractor.nlp.pipelines
    import extractor.papers
    import extractor.store

    extractor.cli.build_parser()
    extractor.batch.preload.extractor.pipeline.extract(extractor.batch.preload.paper(), entities=True)


def serve(listener: socket.socket) -> Request:
    """Wait for clients; comes back in each forked command, with what it is asked for."""
    keepers: set[int] = set()
    while True:
        ready, _, _ = select.select([listener.fileno(), 0], [], [])
        if 0 in ready:
            os._exit(0)
        client, _ = listener.accept()
        keepers -= {keeper for keeper in keepers if os.waitpid(keeper, os.WNOHANG)[0]}
        keeper = os.fork()
        if keeper:
            keepers.add(keeper)
            client.close()
            continue
        listener.close()
        request = _received(client)
        command = os.fork()
        if not command:
            client.close()
            return request
        _keep(command, client, request)


def _received(client: socket.socket) -> Request:
    header, descriptors, _, _ = socket.recv_fds(client, 4, MOST)
    left, content = int.from_bytes(header, "big"), b""
    while left:
        part = client.recv(left)
        content, left = content + part, left - len(part)
        if not part:
            os._exit(1)  # it has gone
    asked = json.loads(content)
    streams = dict(zip(asked["streams"], descriptors, strict=True))
    return Request(asked["arguments"], asked["folder"], asked["environment"], streams)


def _keep(command: int, client: socket.socket, request: Request) -> NoReturn:
    """Tell the client how the command ends; end it where the client is there no more."""
    for descriptor in request.streams.values():
        os.close(descriptor)
    process = os.pidfd_open(command)
    ready, _, _ = select.select([process, client.fileno()], [], [])
    if process not in ready:
        os.kill(command, signal.SIGKILL)
    _, status = os.waitpid(command, 0)
    if process in ready:
        client.sendall(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def become(request: Request) -> None:
    """Make this process look as if it had been started by the client."""
    # Out of the way first: those received have numbers that others are to have.
    apart = {number: fcntl.fcntl(given, fcntl.F_DUPFD, MOST) for number, given in request.streams.items()}
    os.closerange(0, MOST)
    for number, given in apart.items():
        os.dup2(given, number)
        os.close(given)
    if 0 not in request.streams:
        sys.stdin = None  # type: ignore[assignment]
    if 1 not in request.streams:
        sys.stdout = None  # type: ignore[assignment]
    if 2 not in request.streams:
        sys.stderr = None  # type: ignore[assignment]
    os.environ.clear()
    os.environ.update(request.environment)
    os.environ["PYTHONPATH"] = ROOT  # for the interpreters that it starts
    os.chdir(request.folder)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.argv = ["un-agenda", *request.arguments]


def run() -> NoReturn:
    """Run the command and end as an interpreter would, but without taking apart all that is loaded."""
    code: object = 0
    try:
        runpy.run_module("extractor", run_name="__main__", alter_sys=True)
    except SystemExit as stop:
        code = stop.code
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except OSError:
        code = 120
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)


def main() -> None:
    """Load, say so, and serve."""
    load()
    gc.freeze()
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(f"{sys.argv[1]}.new")
    listener.listen(16)
    os.rename(f"{sys.argv[1]}.new", sys.argv[1])  # who finds it can connect
    print("ready", flush=True)
    become(serve(listener))
    run()


if __name__ == "__main__":
    main()
