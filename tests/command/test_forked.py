"""A command that is forked does what a fresh interpreter does, and ends with whoever called it."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import forked, fresh, hear_signals
from tests.conftest import ROOT


@pytest.mark.parametrize("arguments", [("symbol", "A/80/150"), ("extract", "none.pdf"), ("--nonsense",)])
def test_it_ends_as_a_fresh_one_ends(arguments: tuple[str, ...], tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    one, other = (
        subprocess.run(command(*arguments), capture_output=True, cwd=tmp_path, env=environment, check=False)
        for command in (fresh, forked)
    )
    assert (one.returncode, one.stdout, one.stderr) == (other.returncode, other.stdout, other.stderr)


def test_it_has_the_folder_the_environment_and_the_descriptors_of_its_caller(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("See A/80/1.\n")
    line = f"{shlex.join(forked('refs', 'a.txt'))} --json | cat; {shlex.join(forked('schema', '-o', '/dev/fd/3'))} 3> s"
    done = subprocess.run(["sh", "-c", line], capture_output=True, cwd=tmp_path, check=False)
    assert b'"A/80/1"' in done.stdout
    assert (tmp_path / "s").read_bytes() == (ROOT / "schemas" / "agenda-1.1.schema.json").read_bytes()
    narrow = {**os.environ, "COLUMNS": "50"}
    told = subprocess.run(forked("--help"), capture_output=True, text=True, env=narrow, check=False).stdout
    assert max(map(len, told.partition("examples:")[0].splitlines())) <= 50


def test_it_is_killed_with_its_caller() -> None:
    process = subprocess.Popen(forked("extract", "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"%PDF-1.7\n" + b" " * (1 << 20))  # more than a pipe holds: it returns when it is read
    process.stdin.flush()
    process.kill()
    assert process.stdout.read() == b""  # comes back only when nobody holds the other end any more
    process.stdin.close()
    process.stdout.close()
    process.wait()


def test_what_is_started_in_the_background_hears_an_interrupt() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        probe = [
            sys.executable,
            "-c",
            "import signal; print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)",
        ]
        deaf = subprocess.run(probe, capture_output=True, text=True, check=True).stdout
        hears = subprocess.run(probe, capture_output=True, text=True, check=True, preexec_fn=hear_signals).stdout
    finally:
        signal.signal(signal.SIGINT, before)
    assert (deaf, hears) == ("False\n", "True\n")
