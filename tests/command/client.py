"""Stands where the command would: ``client.py SOCKET ARGUMENTS…`` gives a server its arguments, folder, environment and
open descriptors, and ends as the command there ends.

Run by itself and without the packages of the environment, as it must start at once.
"""

import json
import os
import signal
import socket
import sys

#: Descriptors below this are handed over: the streams, and what a shell opens (`3> file`, `>(…)` is 63).
MOST = 64


def is_open(number: int) -> bool:
    """Whether a descriptor leads anywhere."""
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def main() -> None:
    """Hand over, and wait for the end."""
    streams = [number for number in range(MOST) if is_open(number)]
    while os.open(os.devnull, os.O_RDWR) < 2:
        pass  # or the socket would get the number of a closed stream
    request = {
        "arguments": sys.argv[2:], "folder": os.getcwd(), "environment": dict(os.environ), "streams": streams
    }  # fmt: skip
    content = json.dumps(request).encode()
    with socket.socket(socket.AF_UNIX) as server:
        server.connect(sys.argv[1])
        socket.send_fds(server, [len(content).to_bytes(4, "big")], streams)
        server.sendall(content)
        code = int(server.recv(16))
    if code < 0:
        signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    os._exit(code)


if __name__ == "__main__":
    main()
