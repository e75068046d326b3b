"""The command in a process of its own that costs milliseconds to start.

``python -m extractor`` takes a second of the processor before it has read its first paper: modules, lexicon and
patterns are loaded. Hundreds of tests need a real process, with its own streams, folder, environment and exit code, and
no fresh interpreter. One process a run of the tests (:mod:`tests.command.server`) has loaded all of it and forks for
each call; a small program (:mod:`tests.command.client`) stands where the command would, hands its streams over, and
ends as the command has ended.

It is not for tests of what a fresh interpreter does (imports, locale, hash seed, limits of descriptors), nor for those
that send signals.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

CLIENT = Path(__file__).with_name("client.py")
ROOT = Path(__file__).resolve().parents[2]

Argument = str | os.PathLike[str]

#: The environment variable that names the socket of a server which several workers share.
SHARED_SERVER = "UN_AGENDA_TESTS_SERVER"
#: A server has loaded all after so many seconds, on a busy machine as well.
LONGEST_START = 120.0


def fresh(*arguments: Argument) -> list[str]:
    """The command in a fresh interpreter."""
    return [sys.executable, "-m", "extractor", *map(os.fspath, arguments)]


def forked(*arguments: Argument) -> list[str]:
    """The command in a fork of a process that has everything loaded; a fresh interpreter where that cannot be."""
    if not hasattr(os, "pidfd_open"):
        return fresh(*arguments)
    return [sys.executable, "-IS", str(CLIENT), _server(), *map(os.fspath, arguments)]


def hear_signals() -> None:
    """In a child, before its program begins: let Ctrl-C and the end of the terminal have their usual effect.

    Where the tests run in the background, or behind nohup, all that they start is deaf to them.
    """
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def serve_workers() -> None:
    """Start the server that the workers of this run share; they are told of it by their environment."""
    if hasattr(os, "pidfd_open"):
        os.environ[SHARED_SERVER] = _started()[0]


@cache
def _server() -> str:
    """The path of the socket at which the server of this process answers, or that which it shares."""
    shared = os.environ.get(SHARED_SERVER)
    if shared is None:
        socket, server = _started()
        assert server.stdout is not None
        assert server.stdout.readline() == b"ready\n"
        return socket
    until = time.monotonic() + LONGEST_START
    while not os.path.exists(shared) and time.monotonic() < until:
        time.sleep(0.05)
    return shared


def _started() -> tuple[str, subprocess.Popen[bytes]]:
    """The path of the socket at which a server will answer, and the server; it ends with this process."""
    folder = tempfile.mkdtemp(prefix="agenda-tests-")
    socket = os.path.join(folder, "socket")
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.command.server", socket],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    atexit.register(_end, server, folder)
    return socket, server


def _end(server: subprocess.Popen[bytes], folder: str) -> None:
    server.communicate(timeout=30)
    shutil.rmtree(folder, ignore_errors=True)
