"""The verb: where it serves, how it ends, and what it refuses."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.command import hear_signals
from tests.conftest import ROOT, Run


def test_a_paper_is_served_until_it_is_interrupted(paper: Path) -> None:
    server = subprocess.Popen(
        [sys.executable, "-m", "extractor", "review", paper, "--port", "0", "--no-open"],
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=hear_signals,
    )
    assert server.stderr is not None
    try:
        line = server.stderr.readline().decode()
        found = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", line)
        assert found, line
        with urllib.request.urlopen(found[0], timeout=60) as answer:
            assert answer.url == f"{found[0]}paper/0/"
            assert b"CAC/COSP/WG.2/2031/1" in answer.read()
    finally:
        server.send_signal(signal.SIGINT)
        _, rest = server.communicate(timeout=60)
    assert (server.returncode, rest) == (0, b"")


def test_wrong_calls(run_command: Run, tmp_path: Path) -> None:
    assert run_command("review", tmp_path / "none.pdf").returncode == 3
    assert run_command("review", "-").returncode == 2
    assert run_command("review", tmp_path).returncode == 11
    assert run_command("review", "x", "--port", "70000").returncode == 2
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    assert run_command("review", tmp_path / "a.pdf").returncode == 6
