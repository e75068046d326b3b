"""How outputs are written: files complete or not at all, everything else straight through and never replaced."""

from __future__ import annotations

import os
import shlex
import shutil
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.errors import OutputError
from extractor.writing import Output, write_all
from tests.command import forked
from tests.conftest import ROOT

SCHEMA = (ROOT / "schemas" / "agenda-1.1.schema.json").read_bytes()
POSIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")


def shell(command: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in which `un-agenda` is the command of this tree."""
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    line = f'un-agenda() {{ {shlex.join(forked())} "$@"; }}; {command}'
    return subprocess.run(["bash", "-c", line], capture_output=True, cwd=cwd, check=False, timeout=60)


def stopped(part: bytes) -> Iterator[bytes]:
    yield part
    raise RuntimeError("no more")


def test_a_file_is_replaced_when_it_is_complete(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_all([b"one", b"two"], out)
    assert out.read_bytes() == b"onetwo"
    with pytest.raises(RuntimeError, match="no more"):
        write_all(stopped(b"half"), out)
    assert out.read_bytes() == b"onetwo"
    assert list(tmp_path.iterdir()) == [out]


def test_what_is_not_committed_is_discarded(tmp_path: Path) -> None:
    with Output(tmp_path / "out") as stream:
        stream.write(b"half")
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path) -> None:
    target, link, dangling = tmp_path / "target", tmp_path / "link", tmp_path / "dangling"
    target.write_bytes(b"old")
    before = target.stat().st_ino
    link.symlink_to(target)
    dangling.symlink_to(tmp_path / "new")
    write_all([b"new"], link)
    write_all([b"new"], dangling)
    assert link.is_symlink()
    assert dangling.is_symlink()
    assert target.read_bytes() == (tmp_path / "new").read_bytes() == b"new"
    assert target.stat().st_ino != before


@POSIX
@pytest.mark.parametrize("linked", [False, True])
def test_a_named_pipe_stays_a_pipe(tmp_path: Path, linked: bool) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_all([b"through"], link if linked else pipe)
    reader.join(10)
    assert got == [b"through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "pipe"]


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="no /dev/null on this system")
def test_a_device_stays_a_device(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("/dev/null")
    before = os.stat("/dev/null")
    write_all([b"gone"], "/dev/null")
    write_all([b"gone"], link)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    assert os.path.samestat(before, os.stat("/dev/null"))


@POSIX
@pytest.mark.parametrize(
    "command",
    [
        "un-agenda schema -o /dev/stdout | cat > got",
        "un-agenda schema -o /proc/self/fd/1 | cat > got",
        "un-agenda schema -o /dev/fd/3 3> got",
        "ln -s /dev/stdout link; un-agenda schema -o link > got; test -L link",
        "un-agenda schema -o >(cat > got); for _ in $(seq 50); do test -s got && break; sleep .1; done",
        "mkfifo pipe; cat pipe > got & un-agenda schema -o pipe; wait; test -p pipe",
    ],
)
def test_descriptors_and_pipes_are_written_through(tmp_path: Path, command: str) -> None:
    done = shell(command, tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "got").read_bytes() == SCHEMA
    assert {path.name for path in tmp_path.iterdir()} <= {"got", "link", "pipe"}


@POSIX
def test_what_the_shell_has_written_before_and_after_stays(tmp_path: Path) -> None:
    done = shell("(echo before; un-agenda schema -o /dev/stdout; echo after) > got", tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "got").read_bytes() == b"before\n" + SCHEMA + b"after\n"


@POSIX
def test_an_agenda_in_every_format_goes_through_a_pipe(tmp_path: Path, sample: Path) -> None:
    paper = shlex.quote(str(sample))
    for options in ("", "--format csv --table items", "--format parquet --table items", "--format akn", "--format md"):
        done = shell(f"un-agenda extract {paper} {options} -o /dev/stdout | cat > through", tmp_path)
        assert (done.returncode, done.stderr) == (0, b""), options
        assert shell(f"un-agenda extract {paper} {options} -o plain", tmp_path).returncode == 0
        assert (tmp_path / "through").read_bytes() == (tmp_path / "plain").read_bytes(), options


@POSIX
def test_what_a_killed_run_has_left_is_removed_by_the_next(tmp_path: Path) -> None:
    out = tmp_path / "out"
    script = (
        "import os, signal, sys\nfrom extractor.writing import Output\n"
        "with Output(sys.argv[1]) as stream:\n    stream.write(b'half')\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    for _ in range(2):
        subprocess.run([sys.executable, "-c", script, out], cwd=ROOT, check=False)
        left = list(tmp_path.iterdir())
        assert len(left) == 1
        assert left != [out]
    write_all([b"whole"], out)
    assert list(tmp_path.iterdir()) == [out]


@POSIX
def test_two_that_write_at_the_same_time_do_not_meet(tmp_path: Path) -> None:
    out = tmp_path / "out"
    one, other = Output(out), Output(out)
    with one as first, other as second:
        first.write(b"first")
        second.write(b"second")
        one.commit()
        assert out.read_bytes() == b"first"
        other.commit()
    assert out.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [out]


@POSIX
def test_a_planted_link_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / ".out.0.tmp").symlink_to(victim)
    write_all([b"new"], tmp_path / "out")
    assert victim.read_bytes() == b"precious"
    assert (tmp_path / "out").read_bytes() == b"new"


@pytest.mark.parametrize("path", [".", "missing/out", "a\0b", "/dev/fd/987"])
def test_what_cannot_be_written_is_an_error_of_its_own(
    tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError):
        write_all([b"x"], path)
    assert list(tmp_path.iterdir()) == []
