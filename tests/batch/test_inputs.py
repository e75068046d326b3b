"""What a batch finds, and what it does not trip over."""

from __future__ import annotations

import json
import os
import shutil
import socket
from pathlib import Path

import pytest

from extractor.batch import BatchOptions, run_batch
from extractor.batch.inputs import discover
from extractor.batch.names import base_name, output_name
from extractor.naming import shown_path
from tests.batch.conftest import SAMPLES

PDF = SAMPLES[0].read_bytes()


def names(*inputs: str, follow: bool = False) -> dict[str, str | None]:
    return {os.path.basename(found.path): found.reason for found in discover(inputs, follow=follow)}


def test_folders_patterns_and_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.pdf", "a.PDF", "below/c.pdf", "below/named.txt", "below/notes.txt", ".hidden.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"text" if name.endswith("notes.txt") else PDF)
    assert list(names(str(tmp_path))) == ["a.PDF", "b.pdf", "c.pdf", "named.txt"]
    assert list(names(str(tmp_path / "**/*.pdf"))) == ["b.pdf", "c.pdf"]
    (tmp_path / "list").write_bytes(f"{tmp_path}/b.pdf\r\n\n{tmp_path}/below\n".encode())
    assert list(names(f"@{tmp_path}/list")) == ["b.pdf", "c.pdf", "named.txt"]
    odd = tmp_path / "new\nline.pdf"
    odd.write_bytes(PDF)
    (tmp_path / "list0").write_bytes(os.fsencode(odd) + b"\0")
    assert list(names(f"@{tmp_path}/list0")) == ["new\nline.pdf"]
    assert names(str(tmp_path / "*.doc")) == {"*.doc": "input.not_found"}


def test_what_could_make_it_wait_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    os.mkfifo(folder / "pipe.pdf")
    (folder / "loop.pdf").symlink_to(folder / "loop.pdf")
    (folder / "round").symlink_to(folder)
    (folder / "zero.pdf").symlink_to("/dev/zero")
    (tmp_path / "outside.pdf").write_bytes(PDF)
    (folder / "out.pdf").symlink_to(tmp_path / "outside.pdf")
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.getcwd()
        os.chdir(folder)  # the path of a socket may have 108 bytes
        try:
            listener.bind("socket.pdf")
        finally:
            os.chdir(here)
        (folder / "good.pdf").write_bytes(PDF)
        found = names(str(folder))
        followed = names(str(folder), follow=True)
    assert found.pop("loop.pdf") in ("input.unreadable", "input.not_found")
    assert found == {
        "good.pdf": None, "pipe.pdf": "special", "zero.pdf": "outside", "out.pdf": "outside", "socket.pdf": "special",
    }  # fmt: skip
    assert (followed["out.pdf"], followed["zero.pdf"]) == (None, "special")


def test_a_file_that_vanishes_or_is_unreadable_is_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("stays.pdf", "vanishes.pdf"):
        (folder / name).write_bytes(PDF + name.encode())

    def discover_and_lose(*given: object, **named: object):  # type: ignore[no-untyped-def]
        for found in discover(*given, **named):  # type: ignore[arg-type]
            if found.path.endswith("vanishes.pdf"):
                os.unlink(found.path)
            yield found

    monkeypatch.setattr("extractor.batch.plan.discover", discover_and_lose)
    summary = run_batch([str(folder)], tmp_path / "out", BatchOptions(engine="serial"))
    assert {Path(entry.path).name: entry.category for entry in summary.entries} == {
        "stays.pdf": None, "vanishes.pdf": "input.not_found",
    }  # fmt: skip


def test_names_of_files_are_kept_as_data(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for index, name in enumerate((b"new\nline.pdf", b"bad\xff\xfe.pdf", b"a'; DROP TABLE papers.pdf")):
        with open(os.path.join(os.fsencode(folder), name), "wb") as stream:
            stream.write(PDF + bytes([10 + index]))
    out = tmp_path / "out"
    summary = run_batch([str(folder)], out, BatchOptions(engine="serial"))
    assert summary.done == 3
    paths = [json.loads(path.read_text("utf-8"))["source"]["path"] for path in out.glob("*.json")]
    assert any(path.endswith("bad\\xff\\xfe.pdf") for path in paths)


def test_urls(tmp_path: Path) -> None:
    shutil.make_archive(str(tmp_path / "papers"), "zip", SAMPLES[0].parent, SAMPLES[0].name)
    summary = run_batch([f"zip://*.pdf::{tmp_path}/papers.zip"], tmp_path / "out", BatchOptions(workers=1))
    assert (summary.done, summary.failed) == (1, 0)
    gone = run_batch([f"file://{tmp_path}/gone.pdf", str(SAMPLES[1])], tmp_path / "out", BatchOptions(engine="serial"))
    assert [entry.category for entry in gone.entries if entry.status == "failed"] == ["input.not_found"]


@pytest.mark.parametrize(
    ("symbol", "path", "base"),
    [
        ("A/80/150", "x.pdf", "A_80_150-EN"),
        (None, "/some/where/Agenda 3.pdf", "Agenda 3"),
        (None, "../../etc/passwd", "passwd"),
        (None, "..\\evil.pdf", "evil"),
        (None, ".pdf", "paper_"),
        (None, "CON.pdf", "paper_CON"),
        (None, "a\nb\0c.pdf", "a_b_c"),
        (None, "x" * 400 + ".pdf", "x" * 200),
        ("../../x", "fallback.pdf", "fallback"),
    ],
)
def test_output_names_are_tame(symbol: str | None, path: str, base: str) -> None:
    assert base_name(symbol, "en", path) == base
    assert "/" not in output_name(base, "0" * 64, shared=True)
    assert len(output_name(base, "0" * 64, shared=True).encode()) <= 255


def test_shown_paths_are_text() -> None:
    assert shown_path("plain.pdf") == "plain.pdf"
    assert shown_path(os.fsdecode(b"a\xff.pdf")) == "a\\xff.pdf"
