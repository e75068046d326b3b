"""Papers are read in a process of their own: limits of time and memory, crashes, and what is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from extractor.cli.child import Begin, limited
from extractor.errors import AgendaError, Crashed, InternalError, MemoryExceeded, NotFound, TimeExceeded
from tests.command import fresh, hear_signals
from tests.conftest import ROOT, Run
from tests.hostile.cases_size import form_tree, mapped

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")

GIB = 1 << 30


def begun(work: Callable[[], object]) -> Callable[[Begin], bytes]:
    def run(begin: Begin) -> bytes:
        begin()
        return str(work()).encode()

    return run


def killed_by(number: int) -> Callable[[Begin], bytes]:
    return begun(lambda: os.kill(os.getpid(), number))


def missing() -> None:
    raise NotFound(where="a\nb", hint="Look elsewhere.")


def test_the_result_comes_back_whole() -> None:
    assert limited(begun(lambda: "x" * 5_000_000), 60, GIB) == b"x" * 5_000_000


@pytest.mark.parametrize(
    ("work", "error"),
    [
        (begun(lambda: time.sleep(60)), TimeExceeded),
        (begun(lambda: [b"x" * (1 << 20) for _ in range(100_000)]), MemoryExceeded),
        (begun(lambda: b"x" * (1 << 35)), MemoryExceeded),
        (killed_by(signal.SIGABRT), MemoryExceeded),  # how the engines give up when an allocation fails
        (killed_by(signal.SIGSEGV), Crashed),
        (killed_by(signal.SIGALRM), TimeExceeded),
        (begun(lambda: os._exit(3)), Crashed),
        (begun(lambda: 1 // 0), InternalError),
        (begun(lambda: sys.exit(0)), InternalError),
        (begun(missing), NotFound),
    ],
)
def test_every_end_is_an_error_of_the_project(work: Callable[[Begin], bytes], error: type[AgendaError]) -> None:
    started = time.monotonic()
    before = psutil.Process().children()  # of tests that ran here earlier
    with pytest.raises(error) as raised:
        # The child has all that this process of many tests holds; half of a small limit would count as memory.
        limited(work, 1 if error is TimeExceeded else 15, 8 * GIB if error is Crashed else 128 << 20)
    assert type(raised.value) is error
    assert time.monotonic() - started < 20
    assert set(psutil.Process().children()) <= set(before)


def test_an_error_comes_back_as_it_was_raised() -> None:
    with pytest.raises(NotFound) as raised:
        limited(begun(missing), 60, GIB)
    assert (raised.value.where, raised.value.hint) == ("a\nb", "Look elsewhere.")
    assert "in missing" in raised.value.__notes__[0]


def test_waiting_for_the_input_is_not_the_time_of_the_paper() -> None:
    def work(begin: Begin) -> bytes:
        time.sleep(0.5)
        begin()
        return b"done"

    assert limited(work, 0.2, GIB) == b"done"


def test_without_limits_nothing_is_limited() -> None:
    assert limited(begun(lambda: len(b"x" * (200 << 20))), 0, 0) == str(200 << 20).encode()


def test_the_start_costs_little() -> None:
    # Processor time, which no busy machine disturbs. PDFium needs ctypes as well: it is no part of what this costs.
    probe = (
        "import ctypes\nfrom resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage\n"
        "from extractor.cli import build_parser\nfrom extractor.cli.child import limited\nbuild_parser()\n"
        "def used(): return sum(sum(getrusage(who)[:2]) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))\n"
        "start = used()\nfor _ in range(30):\n    limited(lambda begin: b'', 60, 1 << 30)\n"
        "print((used() - start) / 30)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=ROOT)
    assert float(done.stdout) < 0.010


# The command


def test_a_memory_bomb_is_one_line_and_eight(run_command: Run, tmp_path: Path) -> None:
    ranges = b"".join(b"<%04x> <ffff> <0041>\n" % (n % 65536) for n in range(200_000))
    (tmp_path / "bomb.pdf").write_bytes(mapped(b"200000 beginbfrange\n" + ranges + b"endbfrange"))
    done = run_command("extract", tmp_path / "bomb.pdf", "--memory", "64M", timeout=100)
    assert done.returncode == 8
    assert done.stdout == b""
    assert done.stderr.decode().startswith(f"un-agenda: {tmp_path / 'bomb.pdf'}: limit.memory: ")


@pytest.mark.parametrize("verb", [["extract"], ["refs"], ["export", "--format", "md"], ["load", "--db", "x.db"]])
def test_a_paper_without_end_is_ended(run_command: Run, tmp_path: Path, verb: list[str]) -> None:
    (tmp_path / "tree.pdf").write_bytes(form_tree(24, 24))
    started = time.monotonic()
    done = run_command(verb[0], "tree.pdf", *verb[1:], "--timeout", "2", cwd=tmp_path)
    assert done.returncode == 8
    assert done.stdout == b""
    assert b"tree.pdf: " in done.stderr
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("verb", [["extract"], ["extract", "--format", "md"], ["refs"], ["export", "--format", "ocd"]])
def test_the_result_is_that_of_this_process(run_command: Run, sample: Path, verb: list[str]) -> None:
    apart = run_command(verb[0], sample, *verb[1:])
    assert apart.returncode == 0
    assert apart.stderr == b""
    assert apart.stdout == run_command(verb[0], sample, *verb[1:], "--in-process").stdout


def test_the_limits_can_be_lifted(run_command: Run, sample: Path) -> None:
    done = run_command("extract", sample, "--timeout", "0", "--memory", "0")
    assert json.loads(done.stdout)["document"]["symbol"]


@pytest.mark.parametrize("option", [["--timeout", "-1"], ["--timeout", "x"], ["--memory", "1K"], ["--memory", "x"]])
def test_limits_that_are_none_are_wrong_usage(run_command: Run, sample: Path, option: list[str]) -> None:
    assert run_command("extract", sample, *option).returncode == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_no_process_outlives_the_command(number: signal.Signals) -> None:
    process = subprocess.Popen(
        fresh("extract", "-"),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, preexec_fn=hear_signals,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(b"%PDF-1.7\n" + b" " * (1 << 20))  # more than a pipe holds: it returns when it is read
    process.stdin.flush()
    below = psutil.Process(process.pid).children(recursive=True)
    assert len(below) == 1
    process.send_signal(number)
    assert process.wait(30) == (130 if number == signal.SIGINT else -number)
    _, alive = psutil.wait_procs(below, timeout=10)
    assert [one for one in alive if one.status() != psutil.STATUS_ZOMBIE] == []
    process.communicate(timeout=30)
