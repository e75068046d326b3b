"""``un-agenda extract`` as a user meets it: what goes to which stream, files whole or not at all, exit codes."""

from __future__ import annotations

import json
import os
import re
import signal
import stat
import subprocess
from pathlib import Path

import pytest

from extractor.reading.engines import CHOICES
from tests.command import forked, fresh, hear_signals
from tests.conftest import ROOT, Run
from tests.reading.pdfs import document


def one_line(message: bytes) -> str:
    """The only line of ``message``."""
    lines = message.decode("utf-8").splitlines()
    assert len(lines) == 1, lines
    assert "Traceback" not in lines[0]
    return lines[0]


def test_json_and_nothing_else_on_standard_output(run_command: Run, sample: Path) -> None:
    done = run_command("extract", sample)
    assert done.returncode == 0
    assert done.stderr == b""
    data = json.loads(done.stdout)
    assert data["source"]["path"] == str(sample)
    assert data["document"]["symbol"]
    assert done.stdout.endswith(b"\n")


def test_a_line_reports_a_paper_that_is_no_agenda(run_command: Run) -> None:
    paper = ROOT / "samples" / "newyork_report_no_agenda.pdf"
    done = run_command("extract", paper)
    assert done.returncode == 0
    assert one_line(done.stderr) == f"un-agenda: {paper}: not an agenda"
    quiet = run_command("extract", paper, "--quiet")
    assert (quiet.stderr, quiet.stdout) == (b"", done.stdout)


def test_a_line_reports_warnings(run_command: Run, sample: Path) -> None:
    done = run_command("extract", sample, "--pages", "1")
    line = one_line(done.stderr)
    assert re.search(r": (?:look|doubtful): .*\d warnings? \(.*source\.partial", line) or "errors" in line


def test_compact_is_the_same_on_one_line(run_command: Run, sample: Path) -> None:
    done = run_command("extract", sample, "--compact")
    assert done.stdout.count(b"\n") == 1
    assert json.loads(done.stdout) == json.loads(run_command("extract", sample).stdout)


def test_standard_input_gives_the_same_but_for_the_path(run_command: Run, sample: Path) -> None:
    piped = json.loads(run_command("extract", "-", stdin=sample.read_bytes()).stdout)
    named = json.loads(run_command("extract", sample).stdout)
    assert piped["source"].pop("path") == "-"
    named["source"].pop("path")
    assert piped == named


def test_the_same_input_gives_the_same_bytes(run_command: Run, sample: Path) -> None:
    # Also with other hashes, and whatever was read before in the same process.
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7"}
    done = subprocess.run(fresh("extract", sample), capture_output=True, env=environment, check=False)
    assert done.stdout
    assert done.stdout == run_command("extract", sample).stdout


def test_output_is_utf8_whatever_the_locale(run_command: Run, sample: Path) -> None:
    locale = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **locale}
    done = subprocess.run(fresh("extract", sample), capture_output=True, env=environment, check=False)
    assert done.stdout == run_command("extract", sample).stdout


@pytest.mark.parametrize("engine", CHOICES)
def test_every_engine_finds_the_symbol(run_command: Run, sample: Path, engine: str) -> None:
    found = json.loads(run_command("extract", sample, "--reader", engine).stdout)
    assert found["document"]["symbol"] == json.loads(run_command("extract", sample).stdout)["document"]["symbol"]


def test_pages_limits_what_is_read(run_command: Run, sample: Path) -> None:
    whole = json.loads(run_command("extract", sample).stdout)
    first = json.loads(run_command("extract", sample, "--pages", "1").stdout)
    assert first["source"]["pages"] == whole["source"]["pages"]
    assert first["document"]["symbol"] == whole["document"]["symbol"]
    assert {item["page"] for item in first["items"]} <= {1}


def test_entities_are_found_on_request_only(run_command: Run, sample: Path) -> None:
    assert json.loads(run_command("extract", sample).stdout)["entities"] == []
    assert json.loads(run_command("extract", sample, "--entities").stdout)["entities"] != []


def test_blocks_are_left_out_on_request(run_command: Run, sample: Path) -> None:
    whole = json.loads(run_command("extract", sample).stdout)
    short = json.loads(run_command("extract", sample, "--no-blocks").stdout)
    assert whole["blocks"]
    assert short["blocks"] == []
    assert [one["title"] for one in short["items"]] == [one["title"] for one in whole["items"]]
    assert any(one["block"] for one in whole["dates"])
    assert all(one["block"] is None and one["span"] is None for one in short["dates"])


# Output files


def test_an_output_file_replaces_standard_output(run_command: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "agenda.json"
    done = run_command("extract", sample, "-o", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert out.read_bytes() == run_command("extract", sample).stdout
    assert list(tmp_path.iterdir()) == [out]


def test_an_existing_file_keeps_its_permissions_and_links_stay_links(
    run_command: Run, sample: Path, tmp_path: Path
) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    assert run_command("extract", sample, "-o", link).returncode == 0
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert json.loads(real.read_text(encoding="utf-8"))


def test_a_failure_leaves_the_old_file_alone(run_command: Run, tmp_path: Path) -> None:
    out = tmp_path / "agenda.json"
    out.write_text("old")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\ngarbage")
    assert run_command("extract", tmp_path / "broken.pdf", "-o", out).returncode in (4, 6)
    assert out.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["agenda.json", "broken.pdf"]


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("missing/agenda.json", "Check that the folder exists"),
        ("x" * 300, "Check that the folder exists"),
        ("agenda.json/", "Check that"),
    ],
)
def test_an_output_that_cannot_be_written_is_an_error(
    run_command: Run, sample: Path, tmp_path: Path, target: str, hint: str
) -> None:
    (tmp_path / "agenda.json").write_text("old")
    done = run_command("extract", sample, "-o", f"{tmp_path}/{target}")
    assert done.returncode == 9
    assert hint in one_line(done.stderr)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_the_input_is_never_overwritten(run_command: Run, sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(sample.read_bytes())
    done = run_command("extract", copy, "-o", copy)
    assert done.returncode == 2
    assert "replace the input" in one_line(done.stderr)
    assert copy.read_bytes() == sample.read_bytes()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full on this system")
@pytest.mark.parametrize("verb", ["schema", "--help", "extract", "export"])
def test_a_full_disk_is_reported(verb: str, sample: Path) -> None:
    paper = {"extract": [sample], "export": [sample, "--format", "csv", "--table", "items"]}.get(verb, [])
    with open("/dev/full", "wb") as full:
        done = subprocess.run(forked(verb, *paper), stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert done.returncode == 12
    assert one_line(done.stderr) == (
        "un-agenda: standard output: the disk is full. Make room and run the same command again."
    )


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full on this system")
def test_a_full_disk_is_reported_for_a_file(run_command: Run, sample: Path) -> None:
    done = run_command("extract", sample, "-o", "/dev/full")
    assert done.returncode == 12
    assert one_line(done.stderr).startswith("un-agenda: /dev/full: the disk is full. ")


def test_a_reader_that_goes_away_is_no_error() -> None:
    # `un-agenda schema | head -c 1`: the schema is larger than the buffer of a pipe can be here.
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(forked("schema"), stdout=writer, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    finally:
        os.close(writer)
    assert done.returncode == 141
    assert done.stderr == b""


def test_an_interrupt_ends_quietly(tmp_path: Path) -> None:
    process = subprocess.Popen(
        fresh("extract", "-"), stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, preexec_fn=hear_signals
    )
    assert process.stdin is not None
    # More than a pipe holds: the write returns only when the command has begun to read.
    process.stdin.write(b"%PDF-1.7\n" + b" " * (1 << 20))
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, message = process.communicate(timeout=30)
    assert process.returncode == 130
    assert one_line(message) == "un-agenda: interrupted"


# Errors


def test_each_kind_of_bad_input_has_its_exit_code(run_command: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "page.html").write_text("<html><body>Not found</body></html>")
    for name, code in (("none.pdf", 3), (".", 3), ("empty.pdf", 4), ("page.html", 4)):
        done = run_command("extract", tmp_path / name)
        assert (name, done.returncode) == (name, code)
        assert done.stdout == b""
        assert one_line(done.stderr).startswith(f"un-agenda: {tmp_path / name}: ")


def test_an_empty_standard_input_is_named(run_command: Run) -> None:
    done = run_command("extract", "-", stdin=b"")
    assert done.returncode == 4
    assert one_line(done.stderr).startswith("un-agenda: standard input: ")


@pytest.mark.parametrize("place", ["before", "after"])
def test_debug_shows_the_traceback(run_command: Run, tmp_path: Path, place: str) -> None:
    verb = ["extract", str(tmp_path / "none.pdf")]
    done = run_command(*(["--debug", *verb] if place == "before" else [*verb, "--debug"]))
    assert done.returncode == 3
    assert b"Traceback" in done.stderr
    assert b"NotFound" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "a.pdf", "b.pdf"],
        ["extract", "a.pdf", "--reader", "crystal-ball"],
        ["extract", "a.pdf", "--engine", "crystal-ball"],
        ["extract", "a.pdf", "--nonsense"],
        ["nonsense"],
        ["extract", "a.pdf", "--pages", "0"],
        ["extract", "a.pdf", "--pages", "3-1"],
        ["extract", "a.pdf", "--pages", "one"],
        ["extract", "a.pdf", "--pages", "1-99999999999999999999"],
        ["extract", "a.pdf", "--pages", ""],
    ],
)
def test_wrong_usage_is_one_line_and_two(run_command: Run, arguments: list[str]) -> None:
    done = run_command(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert "--help" in one_line(done.stderr)


def test_the_password_of_an_encrypted_paper(run_command: Run, tmp_path: Path) -> None:
    page = b"BT /F1 12 Tf 72 700 Td (Provisional agenda of the Committee) Tj ET\n"
    (tmp_path / "a.pdf").write_bytes(document(page, password="secret"))
    (tmp_path / "secret.txt").write_text("secret\n", encoding="utf-8")
    refused = run_command("extract", tmp_path / "a.pdf")
    assert refused.returncode == 5
    assert "extract --password-file" in one_line(refused.stderr)
    wrong = run_command("extract", tmp_path / "a.pdf", "--password", "wrong")
    assert (wrong.returncode, "the password that was given does not open it" in one_line(wrong.stderr)) == (5, True)
    ways = (("--password", "secret"), ("--password-file", tmp_path / "secret.txt"))
    given = [run_command("extract", tmp_path / "a.pdf", "--quiet", *way) for way in ways]
    assert [(done.returncode, done.stdout) for done in given] == [(0, given[0].stdout)] * 2
    missing = run_command("extract", tmp_path / "a.pdf", "--password-file", tmp_path / "none.txt")
    assert (missing.returncode, "none.txt: no such file" in one_line(missing.stderr)) == (3, True)
