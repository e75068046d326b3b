"""What may go wrong around a batch: standard error, the server of the workers, descriptors, its own folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from extractor.batch import BatchOptions, run_batch
from extractor.batch.executors import temporary
from extractor.batch.executors.local import LocalExecutor
from extractor.batch.executors.protocol import WorkLimits
from extractor.errors import SystemRefused
from tests.batch import duties
from tests.batch.executors.test_executor import categories, run, task
from tests.batch.test_command import command, wait_for
from tests.batch.test_command import start as begin
from tests.command import forked
from tests.conftest import ROOT

Outputs = Callable[[Path], dict[str, bytes]]


def shell(line: str, words: list[str]) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a line of sh, where it is "$@"."""
    return subprocess.run(
        ["sh", "-c", line, "sh", *words], capture_output=True, cwd=ROOT, check=False, timeout=120
    )  # fmt: skip


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full", "2>&1 | true", "2>&- <&- >&-"])
@pytest.mark.parametrize("engine", ["serial", "local"])
def test_the_work_goes_on_without_a_standard_error(
    archive: Path, tmp_path: Path, outputs: Outputs, redirection: str, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (archive / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    line = f'{{ "$@"; echo $? >"$CODE"; }} {redirection}'
    monkeypatch.setenv("CODE", str(tmp_path / "code"))
    shell(line, forked("batch", archive, "--out", tmp_path / "out", "--executor", engine, "--workers", "1"))
    assert (tmp_path / "code").read_text() == "10\n"
    assert len(outputs(tmp_path / "out")) == 4


def server_of(process: subprocess.Popen[bytes]) -> psutil.Process | None:
    """The server that forks the workers of a batch."""
    try:
        for child in psutil.Process(process.pid).children():
            if "forkserver" in " ".join(child.cmdline()):
                return child
    except psutil.Error:
        pass
    return None


def test_a_killed_server_of_the_workers_costs_no_paper(
    many: Path, tmp_path: Path, outputs: Outputs, undisturbed: dict[str, bytes]
) -> None:
    out = tmp_path / "out"
    process = begin(many, "--out", out, "--workers", 2)
    wait_for(process, out, 3)
    if server := server_of(process):
        server.kill()
    _, told = process.communicate(timeout=120)
    assert process.returncode == 0, told
    assert outputs(out) == undisturbed


def test_a_server_that_never_lives_is_an_error_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.batch.executors.local._PAUSES", (0.0, 0.0))
    executor = LocalExecutor(1, WorkLimits(), duties.work)

    def no_more() -> None:
        raise OSError(24, "Too many open files")

    class Pool:
        def schedule(self, *_: object, **__: object) -> None:
            try:
                no_more()
            except OSError as error:
                raise RuntimeError from error

        def stop(self) -> None: ...

        def join(self) -> None: ...

    monkeypatch.setattr(executor, "_slots", [type(executor._slots[0])(Pool)])
    with pytest.raises(SystemRefused, match=r"Too many open files.*ulimit"):
        executor.submit(task("a"))


def test_a_worker_that_its_pool_has_lost_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.batch.executors.local._SILENCE", 0.5)
    executor = LocalExecutor(1, WorkLimits(seconds=0.5), duties.work)
    slot = executor._slots[0]
    try:
        assert categories(run(executor, "a")) == {"a": "ok"}
        lost = slot.pool
        monkeypatch.setattr(lost, "schedule", lambda *_, **__: Silent())
        executor.submit(task("b"))
        until = time.monotonic() + 60
        outcome = None
        while outcome is None and time.monotonic() < until:
            outcome = executor.next(0.2)
        assert outcome is not None
        assert (outcome[0].path, outcome[1]) == ("b", duties.GOOD)
        assert slot.pool is not lost
    finally:
        executor.close()


class Silent:
    """A future that never comes."""

    def add_done_callback(self, _: object) -> None:
        pass


def test_too_few_descriptors_are_an_error_with_a_remedy(archive: Path, tmp_path: Path, outputs: Outputs) -> None:
    batch = command(archive, "--out", tmp_path / "out", "--workers", 2)
    for number in (12, 24, 40):
        few = shell(f'ulimit -n {number}; exec "$@"', batch)
        assert few.returncode == 71, few.stderr
        assert few.stderr.count(b"\n") == 1
        assert f"the system allows {number}. Allow more ('ulimit -n ".encode() in few.stderr
        assert b"give fewer --workers" in few.stderr
    assert not (tmp_path / "out").exists()
    raised = shell('ulimit -Sn 24; exec "$@"', batch)
    assert raised.returncode == 0, raised.stderr
    assert len(outputs(tmp_path / "out")) == 4


def test_descriptors_that_run_out_all_the_same_are_an_error_of_the_system(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(*_: object, **__: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr("extractor.batch.run.outputs_at", none_left)
    with pytest.raises(SystemRefused, match="Too many open files"):
        run_batch([str(archive)], tmp_path / "out", BatchOptions(engine="serial"))


@pytest.mark.parametrize("where", ["out", "out/.work"])
def test_a_folder_that_is_removed_ends_the_batch_with_its_name(many: Path, tmp_path: Path, where: str) -> None:
    out = tmp_path / "out"
    for journal in ((), ("--journal", tmp_path / "journal")):
        process = begin(many, "--out", out, "--workers", 1, *journal)
        wait_for(process, out, 2)
        shutil.rmtree(tmp_path / where, ignore_errors=True)
        _, told = process.communicate(timeout=120)
        if process.returncode == 0:
            continue  # it was faster than we are
        assert process.returncode == 9, told
        last = told.decode().splitlines()[-1]
        assert str(out) in last
        assert "removed while the batch" in last
        assert "Run the same command again" in last
        assert b"Traceback" not in told


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder with a short path: that of a socket may have 107 bytes."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.mark.parametrize("engine", ["local", "serial"])
def test_the_folder_of_the_server_is_removed_by_the_next_batch_when_its_process_was_killed(
    many: Path, tmp_path: Path, short: Path, engine: str
) -> None:
    environment = {**os.environ, "TMPDIR": str(short), "PYTHONPATH": str(ROOT)}
    out = tmp_path / "out"
    theirs = short / "un-agenda-of-the-user"
    (theirs / "pymp-x").mkdir(parents=True)
    (theirs / "pymp-x" / "kept").write_text("kept")
    process = subprocess.Popen(
        [sys.executable, "-m", "extractor", "batch", many, "--out", out, "--workers", "1"],
        env=environment, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    wait_for(process, out, 1)
    process.kill()
    process.wait()
    assert [path for path in short.glob("un-agenda-*") if path != theirs]
    more = ["--workers", "1"] if engine == "local" else ["--executor", engine]
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "batch", many, "--out", out, *more],
        env=environment, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert list(short.iterdir()) == [theirs]
    assert (theirs / "pymp-x" / "kept").read_text() == "kept"


def test_the_folder_of_a_server_that_lives_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = tmp_path / "un-agenda-lives"
    folder.mkdir()
    held = os.open(folder, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    temporary.remove_left()
    assert folder.exists()
    os.close(held)
    temporary.remove_left()
    assert not folder.exists()
