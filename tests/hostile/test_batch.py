"""All hostile files and a nasty folder in one batch: each is in the journal with its category, nothing is touched."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from extractor.errors import ExitCode
from tests.conftest import Run, sample_pdfs
from tests.hostile import cases_content, cases_size
from tests.hostile.pdf import paper

CASES = {**cases_size.CASES, **cases_content.CASES}
#: Files by their number and what may be in a name; the case's own name would be a path.
NAMES = {f"{number:03}.pdf": name for number, name in enumerate(CASES)}
ODD = {b"new\nline.pdf": "A", b"..\\..\\up.pdf": "B", b"\xff\xfe.pdf": "C", b" .pdf": "D", b"-rf.pdf": "E"}


def lay_out(folder: Path, outside: Path) -> None:
    """The files, and all that a folder may hold beside files."""
    for name, case in NAMES.items():
        (folder / name).write_bytes(CASES[case].build())
    for name, mark in ODD.items():
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(paper(trailer=b"/Mark (%s)" % mark.encode()))
    (outside / "secret.pdf").write_bytes(sample_pdfs()[0].read_bytes())
    os.mkfifo(folder / "pipe.pdf")
    (folder / "endless.pdf").symlink_to("/dev/zero")
    (folder / "out.pdf").symlink_to(outside / "secret.pdf")
    (folder / "gone.pdf").symlink_to("nowhere.pdf")
    (folder / "ring.pdf").symlink_to("ring.pdf")
    (folder / "folder.pdf").mkdir()
    (folder / "folder.pdf" / "again").symlink_to(folder)
    (folder / "forbidden.pdf").write_bytes(sample_pdfs()[1].read_bytes())
    (folder / "forbidden.pdf").chmod(0)


def seen(root: Path) -> dict[str, tuple[int, int]]:
    """Size and time of change of everything below a folder."""
    found = {}
    for place, folders, files in os.walk(root):
        for name in [*folders, *files]:
            status = os.lstat(os.path.join(place, name))
            found[os.path.join(place, name)] = (status.st_size, status.st_mtime_ns)
    return found


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in folders are of Unix")
def test_a_folder_of_them(run_command: Run, tmp_path: Path) -> None:
    folder, outside, scratch, out = (tmp_path / name for name in ("papers", "outside", "scratch", "out"))
    for made in (folder, outside, scratch):
        made.mkdir()
    lay_out(folder, outside)
    before = seen(folder), seen(outside)
    done = run_command(
        "batch", folder, "--out", out, "--workers", "2", "--timeout", "25", "--quiet", cwd=scratch, timeout=900
    )
    assert done.returncode == ExitCode.SOME_FAILED, done.stderr
    assert b"Traceback" not in done.stderr
    assert (seen(folder), seen(outside)) == before
    assert not list(scratch.iterdir())
    assert {path.name for path in tmp_path.iterdir()} == {"papers", "outside", "scratch", "out"}

    journal = sqlite3.connect(out / "journal.sqlite")
    rows = journal.execute("SELECT path, status, category, name FROM papers").fetchall()
    ends = {os.path.basename(path): "ok" if status == "done" else category for path, status, category, _ in rows}
    skipped = {
        os.path.basename(os.fsdecode(path)): why for path, why in journal.execute("SELECT path, reason FROM skipped")
    }
    journal.close()

    # Equal bytes are read once.
    wrong = {
        (name, CASES[case].ends, ends.get(name, skipped.get(name)))
        for name, case in NAMES.items()
        if ends.get(name) not in CASES[case].ends and skipped.get(name) != "duplicate"
    }
    assert not wrong
    assert skipped["pipe.pdf"] == skipped["endless.pdf"] == "special" or skipped["endless.pdf"] == "outside"
    assert skipped["out.pdf"] == "outside"
    assert {"gone.pdf", "ring.pdf"} <= {*skipped, *ends}
    assert not any("secret" in path for path, *_ in rows)
    assert sum(status == "done" for _, status, *_ in rows) == len(list(out.glob("*.json")))
    assert all(name == os.path.basename(name) and not name.startswith(".") for *_, name in rows if name)
    if os.geteuid():
        assert {**ends, **skipped}["forbidden.pdf"] == "input.unreadable"
