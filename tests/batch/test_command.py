"""The command: exit codes, what goes where, and interruptions by real signals."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from extractor.batch.executors.protocol import A_WORKER
from tests.batch.conftest import copies
from tests.command import forked, fresh, hear_signals

Outputs = Callable[[Path], dict[str, bytes]]


#: How what is left of a batch is done: without the start of workers.
REST = ("--executor", "serial")


def command(*arguments: object) -> list[str]:
    return fresh("batch", *map(str, arguments))


def run(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        forked("batch", *map(str, arguments)), input=stdin, capture_output=True, timeout=120, check=False
    )


def test_lines_go_to_standard_output_and_all_else_to_standard_error(archive: Path, tmp_path: Path) -> None:
    paths = b"\n".join(os.fsencode(path) for path in sorted(archive.rglob("*.pdf")))
    done = run("-", "--out", tmp_path / "out", "--jsonl", "-", "--workers", 1, stdin=paths)
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["source"]["path"].encode() for line in done.stdout.splitlines()] == paths.split(b"\n")
    assert b"4 papers" in done.stderr
    assert b"kinds: " in done.stderr
    quiet = run(archive, "--out", tmp_path / "out", "--quiet")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, b"", b"")


def test_exit_codes(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run(tmp_path / "empty", "--out", tmp_path / "out").returncode == 11
    (archive / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    some = run(archive, "--out", tmp_path / "out")
    assert some.returncode == 10
    assert b"broken.pdf: input.damaged" in some.stderr
    (tmp_path / "file").write_bytes(b"")
    taken = run(archive, "--out", tmp_path / "file")
    assert taken.returncode == 9
    assert taken.stderr.count(b"\n") == 1
    assert run(archive, "--out", tmp_path / "out", "--shard", "4/3").returncode == 2
    assert run(archive, "--out", tmp_path / "out", "--memory", "lots").returncode == 2
    alone = run(archive, "--out", tmp_path / "out", "--address", "localhost:6379")
    assert alone.returncode == 2
    assert b"--executor ray" in alone.stderr


def test_a_reader_of_the_lines_that_goes_away_costs_no_paper(many: Path, tmp_path: Path, outputs: Outputs) -> None:
    process = start(many, "--out", tmp_path / "out", "--workers", 2, "--jsonl", "-")
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    said = process.stderr.read()
    process.wait(timeout=120)
    process.stderr.close()
    assert b"Traceback" not in said
    assert run(many, "--out", tmp_path / "out", *REST).returncode == 0
    assert len(outputs(tmp_path / "out")) == 50


def test_dry_run_lists_and_reports_on_options(archive: Path, tmp_path: Path) -> None:
    dry = run(archive, "--out", tmp_path / "out", "--dry-run")
    assert dry.returncode == 0
    assert dry.stderr.count(b"would extract") == 4


def start(*arguments: object) -> subprocess.Popen[bytes]:
    """A batch in a process group of its own."""
    return subprocess.Popen(
        command(*arguments), stderr=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0, preexec_fn=hear_signals
    )  # fmt: skip


def wait_for(process: subprocess.Popen[bytes], out: Path, papers: int) -> None:
    """Until so many papers are done, or the batch is."""
    for _ in range(6_000):
        if len(list(out.glob("*.json"))) >= papers or process.poll() is not None:
            return
        time.sleep(0.02)
    process.kill()
    raise AssertionError(f"no {papers} papers in two minutes: {process.communicate()[1]!r}")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_and_another_run_give_the_same_bytes(
    many: Path, tmp_path: Path, outputs: Outputs, undisturbed: dict[str, bytes], number: signal.Signals
) -> None:
    out = tmp_path / "out"
    process = start(many, "--out", out, "--workers", 2)
    wait_for(process, out, 3)
    os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
    _, said = process.communicate(timeout=120)
    if process.returncode != 0:  # it was not faster than we are
        assert process.returncode == 130, said
        assert b"run the same command again" in said
        assert b"Traceback" not in said
    assert run(many, "--out", out, *REST).returncode == 0
    assert outputs(out) == undisturbed
    assert len(undisturbed) == 50


def interrupt_with_the_worker_held(folder: Path, out: Path) -> tuple[subprocess.Popen[bytes], psutil.Process]:
    """A batch of one worker that has been told once to stop, and says so, while its worker stands still."""
    process = start(copies(folder, 80), "--out", out, "--workers", 1)
    wait_for(process, out, 1)
    # the worker is the grandchild: the server that forks it stands between
    (worker,) = (child for child in psutil.Process(process.pid).children(recursive=True) if child.ppid() != process.pid)
    worker.suspend()
    os.killpg(process.pid, signal.SIGINT)
    assert process.stderr is not None
    while b"stopping after" not in (line := process.stderr.readline()):
        assert line, "it ended before it said that it stops"
    assert b"under way; Ctrl-C again stops at once" in line
    return process, worker


def test_one_signal_finishes_what_is_under_way_and_no_more(tmp_path: Path) -> None:
    out = tmp_path / "out"
    process, worker = interrupt_with_the_worker_held(tmp_path / "in", out)
    before = len(list(out.glob("*.json")))
    worker.resume()
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    with closing(sqlite3.connect(out / "journal.sqlite")) as journal:
        ends = [category for (category,) in journal.execute("SELECT category FROM papers")]
    assert set(ends) == {None}
    assert before < len(ends) <= before + A_WORKER
    assert len(list(out.glob("*.json"))) == len(ends)


def test_two_signals_stop_now(tmp_path: Path) -> None:
    process, worker = interrupt_with_the_worker_held(tmp_path / "in", tmp_path / "out")
    children = psutil.Process(process.pid).children(recursive=True)
    assert worker in children
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=50)  # the worker would have been given sixty seconds
    assert process.returncode == 130, said
    assert b"run the same command again" in said
    assert b"Traceback" not in said
    assert psutil.wait_procs(children, timeout=60)[1] == []


def test_a_signal_while_it_looks_for_papers_says_how_to_go_on(tmp_path: Path) -> None:
    process = subprocess.Popen(
        command("-", "--out", tmp_path / "out"),
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, process_group=0, preexec_fn=hear_signals,
    )  # fmt: skip
    for _ in range(6_000):
        if (tmp_path / "out" / "journal.sqlite").exists():
            break
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130
    assert said.splitlines() == [b"un-agenda: interrupted; run the same command again to go on"]


def test_under_nohup_it_outlives_the_terminal(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = subprocess.Popen(
        command(archive, "--out", out, "--workers", 1), stderr=subprocess.PIPE, process_group=0,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
    )  # fmt: skip
    wait_for(process, out, 1)
    process.send_signal(signal.SIGHUP)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert len(list(out.glob("*.json"))) == 4


def test_killed_outright_it_goes_on_with_the_same_bytes_and_leaves_no_worker(
    many: Path, tmp_path: Path, outputs: Outputs, undisturbed: dict[str, bytes]
) -> None:
    out = tmp_path / "out"
    process = start(many, "--out", out, "--workers", 2)
    wait_for(process, out, 5)
    children = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    process.kill()
    _, said = process.communicate(timeout=120)
    assert b"Warning" not in said  # of what Python tracks, from a process that outlives the batch
    _, alive = psutil.wait_procs(children, timeout=60)
    assert alive == []
    assert run(many, "--out", out, *REST).returncode == 0
    assert outputs(out) == undisturbed


def test_a_full_disk_stops_cleanly_and_the_next_run_goes_on(
    many: Path, tmp_path: Path, outputs: Outputs, undisturbed: dict[str, bytes]
) -> None:
    small = tmp_path / "small"
    small.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("mounting a small disk needs root")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=500k", "tmpfs", small], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.decode().strip()}")
    try:
        full = run(many, "--out", small / "out", "--workers", 1)
        assert full.returncode == 12, full.stderr
        assert b"the disk is full. Make room and run the same command again: it continues where it" in full.stderr
        assert b"Traceback" not in full.stderr
        for path in (small / "out").glob("*.json"):
            json.loads(path.read_bytes())  # whole
        subprocess.run(["mount", "-o", "remount,size=100m", small], check=True)
        assert run(many, "--out", small / "out", *REST).returncode == 0
        assert outputs(small / "out") == undisturbed
    finally:
        subprocess.run(["umount", "-l", small], check=False)


def test_a_read_only_output_is_a_clear_error(archive: Path) -> None:
    done = run(archive, "--out", "/proc/nothing/here")
    assert done.returncode == 9
    assert b"/proc/nothing/here" in done.stderr
    assert done.stderr.count(b"\n") == 1
