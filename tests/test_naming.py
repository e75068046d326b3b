"""Names as they are shown: valid UTF-8, reversible, without passwords; and files whose names are any bytes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.errors import NotFound
from extractor.naming import decoded, masked, path_of, shown_path
from tests.command import forked, fresh
from tests.conftest import ROOT, Run

BYTES = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of this system are text")
#: Python leaves the C locale for UTF-8 unless it is kept from it.
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@BYTES
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"plain.pdf", "plain.pdf"),
        (b"a\\b\\\\c.pdf", "a\\b\\\\c.pdf"),
        ("réunion 会议.pdf".encode(), "réunion 会议.pdf"),
        (b"a\xff.pdf", "a\\xff.pdf"),
        (b"\\\xff\\.pdf", "\\\\\\xff\\\\.pdf"),
        (b"a\\xff.pdf", "a\\\\xff.pdf"),
        (b"\\\\xff\xe9\\x", "\\\\\\\\xff\\xe9\\\\x"),
        (b"\xed\xa0\x80", "\\xed\\xa0\\x80"),
    ],
)
def test_shown_paths_are_text_and_lead_back(name: bytes, shown: str) -> None:
    path = os.fsdecode(name)
    assert shown_path(path) == shown
    shown.encode("utf-8")
    assert os.fsencode(path_of(shown)) == name


def test_arguments_of_another_locale_are_read_as_utf8() -> None:
    assert decoded("r\udcc3\udca9union") == "réunion"
    assert decoded("\ud800") == "\\ud800"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgresql://me:secret@host/db", "postgresql://me:***@host/db"),
        ("postgresql://me:s@cr/et@host/db", "postgresql://me:***@host/db"),
        ("postgresql://host/db?user=me&password=secret&x=1", "postgresql://host/db?user=me&password=***&x=1"),
        ("s3://bucket/a?X-Amz-Signature=abc&X-Amz-Security-Token=def", "s3://bucket/a?X-Amz-Signature=***&X-Amz-Security-Token=***"),
        ("ftp://me:secret@host/a.pdf: no", "ftp://me:***@host/a.pdf: no"),
        ("connection failed: host=h password=secret user=me", "connection failed: host=h password=*** user=me"),
        ("qpdf --password=... IN OUT", "qpdf --password=... IN OUT"),
        ("sqlite:///agendas.db", "sqlite:///agendas.db"),
        ("postgresql://me@host:5432/db", "postgresql://me@host:5432/db"),
        ("C:\\a.pdf: 10:00 a@b", "C:\\a.pdf: 10:00 a@b"),
    ],
)  # fmt: skip
def test_passwords_are_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_errors_mask_passwords() -> None:
    assert "secret" not in str(NotFound(where="ftp://me:secret@host/a.pdf"))


@pytest.mark.parametrize("verb", [["load", "x.json"], ["search", "x"]])
@pytest.mark.parametrize("address", ["postgresql://me:s3cret@127.0.0.1:9/db?connect_timeout=2",
                                     "postgresql://127.0.0.1:9/db?user=me&password=s3cret&connect_timeout=2",
                                     "mysql://me:s3cret@host/db", "postgresql://me:s3cret@host:port/db"])  # fmt: skip
def test_the_command_never_prints_a_password(run_command: Run, verb: list[str], address: str, tmp_path: Path) -> None:
    done = run_command(*verb, "--db", address, cwd=tmp_path)
    assert done.returncode in (2, 14)
    assert b"s3cret" not in done.stdout + done.stderr


def test_load_runs_do_not_keep_passwords(run_command: Run, sample: Path, tmp_path: Path) -> None:
    import sqlite3

    run_command("load", "ftp://me:s3cret@host/a.json", sample, "--db", "a.db", cwd=tmp_path)
    with sqlite3.connect(tmp_path / "a.db") as connection:
        ((sources,),) = connection.execute("SELECT sources FROM load_runs").fetchall()
    assert sources == f"ftp://me:***@host/a.json\n{sample}"


@pytest.mark.parametrize("verb", [["extract"], ["refs"], ["export", "--format", "md"], ["validate"]])
def test_addresses_are_refused_clearly(run_command: Run, verb: list[str]) -> None:
    done = run_command(verb[0], "ftp://me:s3cret@host/a.pdf", *verb[1:])
    assert done.returncode == 3
    assert b"ftp://me:***@host/a.pdf: addresses are not fetched. Download the paper first" in done.stderr


@BYTES
@pytest.mark.parametrize("locale", [{}, C_LOCALE])
def test_files_whose_names_are_any_bytes(sample: Path, tmp_path: Path, locale: dict[str, str]) -> None:
    folder = os.fsencode(tmp_path)
    names = [b"a\xff.pdf", "réunion.pdf".encode(), b"a::b.pdf", b"zip::x.pdf", b"new\nline.pdf"]
    for name in names:
        shutil.copy(sample, os.path.join(folder, name))

    command = fresh() if locale else forked()

    def run(*arguments: bytes | str, code: int = 0) -> bytes:
        done = subprocess.run(
            [*command, *arguments],
            env={**os.environ, **locale, "PYTHONPATH": str(ROOT)}, cwd=tmp_path, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == code, done.stderr
        assert b"internal error" not in done.stderr
        return done.stdout

    # What the locale decides are the characters outside ASCII.
    for name in names[:2] if locale else names:
        assert json.loads(run("extract", name))["source"]["path"] == shown_path(os.fsdecode(name))
    name, out, database = names[0], b"\xfe.json", b"\xfd.db"
    run("extract", name, "-o", out)
    data = json.loads(Path(os.fsdecode(os.path.join(folder, out))).read_bytes())
    assert json.loads(run("export", name, "--format", "jsonl")) == data
    run("validate", out)
    run("load", out, "--db", database)
    run("search", b"\xff\xc3\xa9", "--db", database, "--json", code=11)


@BYTES
def test_arguments_that_are_any_bytes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "symbol", b"A/80/150 \xff"], capture_output=True, cwd=ROOT
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["text"] == "A/80/150 \\xff"
