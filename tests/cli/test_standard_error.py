"""Standard error closed, full or abandoned: the work goes on, and the exit code is that of the work."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.command import forked

pytestmark = pytest.mark.skipif(
    not os.path.exists("/dev/full") or not shutil.which("bash"), reason="no /dev/full or no bash on this system"
)

WAYS = {"closed": "2>&-", "full": "2>/dev/full", "abandoned": "2> >(exec 0<&-; sleep 0.1)"}


def shell(command: str, redirection: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    line = f"{shlex.join(forked())} {command} {redirection}"
    return subprocess.run(["bash", "-c", line], capture_output=True, cwd=cwd, check=False, timeout=120)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """A folder with a paper, its JSON, JSON that is not an agenda, and a database."""
    made = tmp_path_factory.mktemp("papers")
    shutil.copy(sample, made / "a.pdf")
    (made / "bad.json").write_text('{"schema_version": "1.0"}')
    assert shell("extract a.pdf -o a.json", "", made).returncode == 0
    assert shell("load a.json --db a.db", "", made).returncode == 0
    return made


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("extract a.pdf -o /dev/null", 0),
        ("extract none.pdf", 3),
        ("extract none.pdf --debug", 3),
        ("extract --nonsense", 2),
        ("symbol nonsense", 2),
        ("refs none.txt", 3),
        ("export none.json --format md", 3),
        ("validate bad.json", 13),
        ("validate a.json", 0),
        ("load a.json bad.json --db b.db", 10),
        ("load a.json --db a.db", 0),
        ("search xyzzy --db a.db", 11),
        ("search x --db none.db", 14),
        ("batch a.pdf --out out --executor serial", 0),
        ("batch none.pdf --out out2 --executor serial", 10),
        ("schema -o missing/x", 9),
    ],
)
def test_the_exit_code_is_that_of_the_work(folder: Path, command: str, code: int, way: str) -> None:
    done = shell(command, WAYS[way], folder)
    assert done.returncode == code
    if code and "symbol" not in command:
        assert done.stdout == b""


@pytest.mark.parametrize("way", WAYS)
def test_the_output_is_the_same(folder: Path, way: str) -> None:
    assert shell("extract a.pdf", WAYS[way], folder).stdout == (folder / "a.json").read_bytes()


def test_a_closed_standard_error_does_not_become_the_output_file(folder: Path) -> None:
    # With its number free, the next file opened gets it: what a library reports would be in the middle of the data.
    done = shell("extract a.pdf -o closed.json", "2>&-", folder)
    assert done.returncode == 0
    assert (folder / "closed.json").read_bytes() == (folder / "a.json").read_bytes()
