"""Reads papers one by one, each in a forked process with limits, and tells how each ended and what it touched.

A program of its own (``python -m tests.hostile.child``): a request is a line of JSON on standard input, an answer one
on standard output. The process that forks has the libraries loaded, so that a paper costs milliseconds.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: What the batch gives a worker: growth of the address space (bytes) and time (seconds).
MEMORY, SECONDS = 1 << 30, 60.0

#: Events of Python that mean that something was launched, written or called up.
LAUNCHES = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.spawn", "os.startfile",
            "webbrowser.open", "socket.connect", "pty.spawn", "urllib.Request")  # fmt: skip
WRITES = ("os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.truncate", "shutil.")


@dataclass
class Outcome:
    """How a paper ended: `ok`, the code of an error of the project, `limit.memory`, `limit.time`, `worker.crashed` or,
    never allowed, `unclassified`."""

    category: str
    message: str = ""
    seconds: float = 0.0
    peak: int = 0  # resident memory in MiB
    touched: list[str] = field(default_factory=list)
    result: dict[str, Any] | None = None


class Reader:
    """The forking process, seen from the tests."""

    def __init__(self, scratch: Path) -> None:
        root = Path(__file__).resolve().parents[2]
        paths = os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH"))))
        environment = {**os.environ, "PYTHONPATH": paths, "TMPDIR": str(scratch), "HOME": str(scratch)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=scratch,
            env=environment,
        )

    def read(self, path: Path, *, memory: int = MEMORY, seconds: float = SECONDS, engine: str = "auto") -> Outcome:
        """Read one paper under these limits."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = {"path": os.fspath(path), "memory": memory, "seconds": seconds, "engine": engine}
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()
        return Outcome(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        """End the process."""
        self._process.communicate(timeout=30)


def _supervise(request: dict[str, Any]) -> dict[str, Any]:
    read_end, write_end = os.pipe()
    begun = time.monotonic()
    child = os.fork()
    if not child:
        os.close(read_end)
        _work(request, write_end)
    os.close(write_end)
    said, until, late = b"", begun + request["seconds"], False
    while True:
        ready, _, _ = select.select([read_end], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            late = True
            os.kill(child, signal.SIGKILL)
            break
        part = os.read(read_end, 1 << 16)
        if not part:
            break
        said += part
    os.close(read_end)
    _, status = os.waitpid(child, 0)
    seconds = time.monotonic() - begun
    if late:
        return {"category": "limit.time", "seconds": seconds}
    if status or not said:
        return {"category": "worker.crashed", "message": f"status {status}", "seconds": seconds}
    return {**json.loads(said), "seconds": seconds}


def _work(request: dict[str, Any], answer: int) -> None:
    """In the child: read the paper, tell, and end without running anybody else's last wishes."""
    from extractor import extract
    from extractor.errors import AgendaError

    touched: list[str] = []

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        flags = arguments[2] if event == "open" and isinstance(arguments[2], int) else 0
        wrote = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if wrote or event.startswith(LAUNCHES) or event.startswith(WRITES):
            touched.append(f"{event} {arguments!r}"[:200])

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (_address_space() + request["memory"],) * 2)
    sys.addaudithook(watch)
    told: dict[str, Any]
    try:
        agenda = extract(request["path"], engine=request["engine"])
        told = {"category": "ok", "result": json.loads(agenda.to_json())}
    except AgendaError as error:
        told = {"category": error.code, "message": str(error)}
    except MemoryError:
        told = {"category": "limit.memory"}
    except BaseException as error:  # the one thing that must not be
        import traceback

        told = {"category": "unclassified", "message": "".join(traceback.format_exception(error))[-4_000:]}
    told |= {"peak": _status("VmHWM") >> 20, "touched": touched + _children()}
    left = json.dumps(told).encode()
    while left:
        left = left[os.write(answer, left) :]
    os._exit(0)


def _status(name: str) -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1]) << 10
    return 0


def _address_space() -> int:
    return _status("VmSize")


def _children() -> list[str]:
    """Processes that this one has started, by whatever means."""
    found: list[str] = []
    for task in Path("/proc/self/task").iterdir():
        listed = task / "children"
        if listed.exists():
            found += [f"process {number}" for number in listed.read_text().split()]
    return found


def main() -> None:
    """Answer requests until standard input ends."""
    # All that a paper may need is loaded before the fork: what is loaded later would count as its memory and time.
    import pdfplumber  # noqa: F401
    import pypdfium2  # noqa: F401

    import extractor.pipeline  # noqa: F401
    from extractor import extract
    from extractor.reading.engines import ENGINES
    from tests.hostile.pdf import paper

    for engine in (kind.name for kind in ENGINES if kind.extra is None):
        extract(paper(), engine=engine)  # type: ignore[arg-type]
    for line in sys.stdin:
        print(json.dumps(_supervise(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
