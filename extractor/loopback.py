"""Servers for the person at this machine alone: the socket on its own address, and the names that it has for itself."""

from __future__ import annotations

import re
import socket

from extractor.errors import UsageError

__all__ = ["HOST", "is_own_host", "listen"]

#: The address of this machine for itself.
HOST = "127.0.0.1"
#: The names of this machine for itself. A page elsewhere may give its own name the address of this machine (DNS
#: rebinding) and read through the visitor's browser what is served here; the browser then sends that name.
_OWN_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
_PORT = re.compile(r":[0-9]{1,5}\Z")


def is_own_host(host: str) -> bool:
    """Whether the header ``Host`` of a request names this machine by its own names."""
    return _PORT.sub("", host.lower()) in _OWN_HOSTS


def listen(port: int | None, usual: int) -> socket.socket:
    """A socket on this machine's own address, already listening: nobody can take its port in between.

    Args:
        port: the port; `usual` or a free one when left out.
        usual: the port that is tried first.

    Raises:
        UsageError: the port cannot be used.
    """
    wanted = [usual, 0] if port is None else [port]
    for one in wanted:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, one))
            listener.listen(128)
        except OSError as error:
            listener.close()
            if one == wanted[-1]:
                raise UsageError(f"port {one} cannot be used ({error.strerror})", hint="Give another --port.") from None
        else:
            return listener
    raise AssertionError("the last port either listens or is an error")
