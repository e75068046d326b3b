"""Where a batch writes and what it reads: nothing that is not a file is replaced, and names are bytes."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.batch import BatchOptions, run_batch
from extractor.batch.journal import Journal
from extractor.errors import OutputError
from tests.batch.conftest import SAMPLES, json_files
from tests.batch.test_command import command
from tests.command import forked, fresh
from tests.conftest import ROOT, Run

SERIAL = BatchOptions(engine="serial", report=False)
PDF = SAMPLES[0].read_bytes()

#: A locale without UTF-8, and nothing in Python that makes one of it.
ASCII = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(ROOT)}


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(PDF)
    return path


def lines_to(target: Path | str, paper: Path) -> BatchOptions:
    return BatchOptions(engine="serial", report=False, jsonl=str(target))


def test_lines_go_through_a_pipe_which_stays_one(paper: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    run_batch([str(paper)], tmp_path / "out", lines_to(pipe, paper))
    reader.join(timeout=30)
    assert json.loads(read[0])["source"]["path"] == str(paper)
    assert pipe.is_fifo()


def test_lines_go_to_a_device_which_stays_one(paper: Path, tmp_path: Path) -> None:
    device = tmp_path / "null"
    device.symlink_to(os.devnull)
    run_batch([str(paper)], tmp_path / "out", lines_to(device, paper))
    assert device.is_char_device()
    assert device.is_symlink()
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_lines_go_to_standard_output_by_any_of_its_names(
    paper: Path, tmp_path: Path, run_command: Run, name: str
) -> None:
    piped = run_command("batch", paper, "--out", tmp_path / "out", "--jsonl", name, "--executor", "serial")
    assert piped.returncode == 0, piped.stderr
    assert [json.loads(line)["source"]["path"] for line in piped.stdout.splitlines()] == [str(paper)]


def test_lines_replace_what_a_link_leads_to_and_not_the_link(paper: Path, tmp_path: Path) -> None:
    (tmp_path / "lines").write_text("old")
    (tmp_path / "link").symlink_to("lines")
    run_batch([str(paper)], tmp_path / "out", lines_to(tmp_path / "link", paper))
    assert (tmp_path / "link").is_symlink()
    assert json.loads((tmp_path / "lines").read_text())["source"]["path"] == str(paper)


def test_lines_to_a_closed_standard_output_are_an_error_and_the_papers_are_done(paper: Path, tmp_path: Path) -> None:
    for target in ("-", "/dev/stdout"):
        done = subprocess.run(
            ["sh", "-c", 'exec "$@" >&-', "sh", *command(paper, "--out", tmp_path / "out", "--jsonl", target)],
            stderr=subprocess.PIPE, cwd=ROOT, check=False,
        )  # fmt: skip
        assert done.returncode == 9, done.stderr
        assert done.stderr.splitlines()[-1].startswith(b"un-agenda: ")


def test_a_paper_that_became_a_link_is_neither_read_nor_taken_for_done(paper: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_batch([str(paper)], out, SERIAL)
    ((name, content),) = json_files(out).items()
    secret = tmp_path / "secret"
    secret.write_text('{"lighthouse keys": true}')
    (out / name).unlink()
    (out / name).symlink_to(secret)
    again = run_batch([str(paper)], out, lines_to(tmp_path / "lines", paper))
    assert again.done == 1
    assert "lighthouse keys" not in (tmp_path / "lines").read_text()
    assert secret.read_text() == '{"lighthouse keys": true}'
    assert not (out / name).is_symlink()
    assert (out / name).read_bytes() == content


def test_a_link_in_place_of_the_workshop_or_the_lock_is_refused(paper: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "kept").write_text("kept")
    for name in (".work", ".lock"):
        out = tmp_path / f"out{name}"
        out.mkdir()
        (out / name).symlink_to(precious if name == ".work" else tmp_path / "made")
        with pytest.raises(OutputError, match="out" + name):
            run_batch([str(paper)], out, SERIAL)
    assert (precious / "kept").read_text() == "kept"
    assert not (tmp_path / "made").exists()


def test_what_a_killed_run_left_half_done_is_removed_by_the_next(paper: Path, tmp_path: Path) -> None:
    left = [tmp_path / "out/.work/half.json", tmp_path / "out/.report.html.0.tmp", tmp_path / ".lines.0.tmp"]
    left[0].parent.mkdir(parents=True)
    for path in left:
        path.write_text("half")
    run_batch([str(paper)], tmp_path / "out", BatchOptions(engine="serial", jsonl=str(tmp_path / "lines")))
    assert not [path for path in left if path.exists()]


ODD = (b"a::b.pdf", b"zip::x.pdf", b"memory::y.pdf", b"bad\xff\xfe.pdf", "Tagesordnung für Genf.pdf".encode(), b"*.pdf")


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """Papers without a symbol, so that their files' names are those of their JSON, under odd names."""
    from extractor.batch.preload import paper

    folder = tmp_path / "in"
    folder.mkdir()
    for index, name in enumerate(ODD):
        content = paper().replace(b"A/AC.999/2025/1", b"               ") + b"\n%% %d\n" % index
        with open(os.path.join(os.fsencode(folder), name), "wb") as stream:
            stream.write(content)
    return folder


def test_a_file_whose_name_looks_like_a_url_is_a_file(odd: Path, tmp_path: Path) -> None:
    summary = run_batch([str(odd)], tmp_path / "out", SERIAL)
    assert (summary.done, summary.failed) == (len(ODD), 0)
    named = run_batch([str(odd / "a::b.pdf"), str(odd / "*.pdf")], tmp_path / "named", SERIAL)
    assert [Path(entry.path).name for entry in named.entries if entry.status == "done"] != []
    assert (named.done, named.failed) == (2, 0)


@pytest.mark.parametrize("engine", ["serial", "local"])
def test_any_name_in_any_locale_gives_the_same_bytes_under_the_same_names(
    odd: Path, tmp_path: Path, engine: str
) -> None:
    def batch(out: str, environment: dict[str, str], command: Callable[..., list[str]]) -> dict[bytes, bytes]:
        done = subprocess.run(
            command("batch", "in", "--out", out, "--executor", engine, "--workers", "1",
                    "--jsonl", f"{out}.jsonl", "--quarantine", "bad-ü"),
            cwd=tmp_path, env=environment, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 10, done.stderr
        assert b"Traceback" not in done.stderr
        folder = os.path.join(os.fsencode(tmp_path), os.fsencode(out))
        made = {name: Path(os.fsdecode(os.path.join(folder, name))).read_bytes() for name in os.listdir(folder)
                if name.endswith(b".json")}  # fmt: skip
        assert {"journal.sqlite", "report.html"} <= set(os.listdir(os.fsdecode(folder)))
        return made | {b"lines": (tmp_path / f"{out}.jsonl").read_bytes()}

    with open(os.path.join(os.fsencode(odd), "zerstört\n".encode() + b"\xff.pdf"), "wb") as stream:
        stream.write(b"%PDF-1.4\nnothing")
    utf8 = batch("out", {**os.environ, "LC_ALL": "C.UTF-8"}, forked)
    ascii_only = batch("other", ASCII, fresh)
    assert utf8 == ascii_only
    assert len(utf8) == len(ODD) + 1
    assert any("für".encode() in name for name in utf8)
    paths = {json.loads(line)["source"]["path"] for line in utf8[b"lines"].splitlines()}
    assert paths == {"in/" + name.decode("utf-8", "backslashreplace") for name in ODD}
    journals = [Journal(tmp_path / out) for out in ("out", "other")]
    one, two = ([(entry.path, entry.name, entry.category) for entry in journal.entries()] for journal in journals)
    assert one == two
    for journal in journals:
        journal.close()
    report = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "zerstört" in report
    assert (tmp_path / "other" / "report.html").read_text("utf-8").count("zerstört") == report.count("zerstört")
