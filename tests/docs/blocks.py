"""Pages of examples, run as a reader would run them.

A page is read from top to bottom in one folder:

- a block ``sh`` is run by the shell; the block without a name right behind it is what it prints (both streams, as a
  terminal shows them), where ``…`` stands for anything on a line and a line ``…`` for any lines;
- a block with a ``title="NAME"`` is what the reader saves under that name;
- ``<!-- run: needs PROGRAM -->`` before a block: it is left out where the program is not installed;
- ``<!-- run: serves PATH -->``: a server, which prints its address; PATH is fetched from there as by a browser, then
  the server is interrupted as by Ctrl-C;
- ``<!-- run: no, REASON -->``: the block is not run.

Every block is one of these, so that nothing on the page goes untested by mistake.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from tests.command import hear_signals
from tests.conftest import ROOT

_BLOCK = re.compile(r"(?:<!-- run: (?P<run>[^>]*) -->\n)?^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.M | re.S)
_SECONDS = 120


@dataclass(frozen=True)
class Block:
    """A fenced block: its line, language, title, what the comment before it says, its text, and whether it stands right
    behind the block before it."""

    line: int
    language: str
    title: str | None
    run: str | None
    text: str
    behind: bool


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page of Markdown."""
    found: list[Block] = []
    end = 0
    for match in _BLOCK.finditer(page):
        language, _, rest = match["info"].partition(" ")
        title = re.search(r'title="([^"]+)"', rest)
        behind = bool(found) and not page[end : match.start()].strip()
        line = page.count("\n", 0, match.start("info")) + 1
        found.append(Block(line, language, title[1] if title else None, match["run"], match["text"], behind))
        end = match.end()
    return found


def folder(path: Path) -> Path:
    """A folder that looks like a fresh clone in which ``make install`` has been run."""
    for name in ("Makefile", "pyproject.toml", "samples", "tools"):
        (path / name).symlink_to(ROOT / name)
    (path / ".venv").mkdir()
    (path / ".venv" / "bin").symlink_to(Path(sys.prefix) / "bin")
    (path / ".venv" / ".installed").touch()
    return path


def run(page: str, where: Path) -> int:
    """Run the blocks of ``page`` in the folder ``where`` and compare what they print; the number of blocks run.

    Raises ``AssertionError``, with the line, for a block that fails, prints something else, or is of no known kind.
    """
    printed: str | None = None
    ran, left_out = 0, False
    for block in blocks(page):
        told = f"the block at line {block.line}"
        rule, _, detail = (block.run or "").partition(" ")
        if rule == "no,":
            assert detail, f"{told} does not say why it is not run"
            printed, left_out = None, False
        elif block.title:
            (where / block.title).write_text(block.text, encoding="utf-8")
            printed, left_out = None, False
        elif block.language == "sh":
            left_out = rule == "needs" and not shutil.which(detail)
            printed = None if left_out else _shell(block.text, where, told, detail if rule == "serves" else None)
            ran += not left_out
        else:
            output = block.behind and (printed is not None or left_out)
            assert output, f"{told} is neither run, nor saved, nor an output"
            # What a block that was left out would have printed cannot be compared.
            assert printed is None or matches(block.text, printed), f"{told} is not what is printed:\n{printed}"
            printed, left_out = None, False
    return ran


def _shell(script: str, where: Path, told: str, fetched: str | None) -> str:
    """What a script prints, on both streams; its exit code must be 0, but for a server's that was interrupted."""
    bin_folder = os.path.dirname(sys.executable)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}  # of a `make test` around
    environment = {**kept, "PATH": f"{bin_folder}{os.pathsep}{kept['PATH']}", "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        ["sh", "-e", "-c", script],
        cwd=where,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=hear_signals,
    )
    assert process.stdout is not None
    try:
        first = b""
        if fetched is not None:
            first = process.stdout.readline()
            address = re.search(r"http://[\d.]+:\d+/", first.decode())
            assert address, f"{told} does not say where it serves: {first.decode()}"
            with urllib.request.urlopen(address[0] + fetched, timeout=_SECONDS) as answer:
                assert answer.status == 200
            os.killpg(process.pid, signal.SIGINT)
        rest, _ = process.communicate(timeout=_SECONDS)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    printed = (first + rest).decode("utf-8")
    assert fetched is not None or process.returncode == 0, f"{told} ends with {process.returncode}:\n{printed}"
    return printed


def matches(shown: str, printed: str) -> bool:
    """Whether what a page shows is what was printed, blanks at the ends of lines and of the whole aside."""
    pattern = ""
    for line in shown.strip("\n").splitlines():
        exact = re.escape(line.rstrip()).replace("…", "[^\n]*")
        pattern += "(?:[^\n]*\n)*" if line.strip() == "…" else exact + "\n"
    real = "".join(line.rstrip() + "\n" for line in printed.strip("\n").splitlines())
    return re.fullmatch(pattern, real) is not None
