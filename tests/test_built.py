"""What the build works out: it is what the code makes, it is used, and a file of no use does no harm."""

from __future__ import annotations

import marshal
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractor import building, built, bundle

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "samples" / "newyork_executive_board.pdf"

PATTERNS = [
    (r"(?P<year>\d{4})-(?P<month>\d\d)", 0, "on 2031-05-12 and later"),
    (r"(?:item|point)\s++(\d+)", re.IGNORECASE, "ITEM   7"),
    ("[а-яё]+|第(\\d+)届", 0, "пункт 第80届"),
    (r"^(?#nothing)\s*$", re.MULTILINE | re.VERBOSE, "a\n\nb"),
]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with the patterns and one table, in use."""
    file = tmp_path / "built.bin"
    noted = {built.digest_of_pattern(pattern, flags): (pattern, int(flags)) for pattern, flags, _ in PATTERNS}
    building.write({**noted, built.digest("table", "a = 1"): marshal.dumps({"a": 1})}, file)
    monkeypatch.setattr(built, "_values", built.read(file))
    return file


@pytest.mark.parametrize(("pattern", "flags", "text"), PATTERNS)
def test_patterns_of_the_build_are_those_of_re(
    file: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, flags: int, text: str
) -> None:
    plain = re.compile(pattern, flags)
    monkeypatch.setattr(re, "compile", None)  # not asked
    found = built.compiled(pattern, flags)
    assert (found.pattern, found.flags, found.groups, found.groupindex) == (
        plain.pattern,
        plain.flags,
        plain.groups,
        plain.groupindex,
    )
    assert [(one.span(), one.groups()) for one in found.finditer(text)] == [
        (one.span(), one.groups()) for one in plain.finditer(text)
    ]


def test_other_flags_and_other_texts_are_worked_out(file: Path) -> None:
    assert built.compiled(PATTERNS[1][0]).search("ITEM 7") is None
    assert built.kept(("table", "a = 1"), lambda: {"a": 2}) == {"a": 1}
    assert built.kept(("table", "a = 3"), lambda: {"a": 3}) == {"a": 3}


def test_a_value_may_be_changed_by_its_owner(file: Path) -> None:
    built.kept(("table", "a = 1"), dict)["b"] = 2
    assert built.kept(("table", "a = 1"), dict) == {"a": 1}


def test_a_file_that_is_damaged_missing_or_of_another_python_is_passed_over(tmp_path: Path, file: Path) -> None:
    whole = file.read_bytes()
    assert len(built.read(file)) == len(PATTERNS) + 1
    for length in (0, 1, 7, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:length])
        assert built.read(file) == {}
    head = marshal.dumps((("3.2", 1, 4, "little"), 1, {b"": (0, 1)}))
    file.write_bytes(len(head).to_bytes(8, "little") + head + b"x")
    assert built.read(file) == {}
    assert built.read(tmp_path / "none") == {}


def test_a_digest_parts_what_is_not_the_same() -> None:
    assert len({built.digest("a", "b"), built.digest("ab"), built.digest("a", 1), built.digest(("a", "b"), 1)}) == 4


_RUN = """\
import re._compiler, sys
from extractor import built
built._values = built.read(__import__("pathlib").Path(sys.argv[1]))
plain, own = re._compiler.compile, []
def watched(pattern, flags=0):
    frame = sys._getframe(1)
    while frame.f_code.co_filename in (re.__file__, built.__file__):
        frame = frame.f_back
    if "/extractor/" in frame.f_code.co_filename:
        own.append((frame.f_code.co_filename, pattern))
    return plain(pattern, flags)
re._compiler.compile = watched
from extractor import extract
extract(sys.argv[2])
print(len(own), own[:9])
"""


def test_a_paper_like_those_of_the_build_finds_nearly_all_patterns(tmp_path: Path) -> None:
    file = tmp_path / "built.bin"
    command = [sys.executable, "-c", f"from pathlib import Path\nfrom extractor import built, building\n"
               f"built.FILE = Path({str(file)!r})\nbuilding.main([{str(SAMPLE)!r}])"]  # fmt: skip
    subprocess.run(command, check=True, cwd=ROOT)
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(file), str(SAMPLE)], capture_output=True, text=True, cwd=ROOT
    )
    count = int(done.stdout.split()[0])
    # Some forty small ones are given to re.sub and its like as texts; without the file there are five hundred.
    assert count <= 60, done.stdout


_CALLS = """\
import sys
calls = 0
def count(frame, event, _):
    global calls
    if event in ("call", "c_call"):
        calls += 1
sys.setprofile(count)
{work}
sys.setprofile(None)
print(calls, file=sys.stderr)
"""
_PLUMBER = """\
import pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        page.extract_text()
"""
_EXTRACT = """\
from extractor.cli import main
main(["extract", "--in-process", sys.argv[1]])
"""


def _calls(work: str) -> int:
    command = [sys.executable, "-c", _CALLS.format(work=work), str(SAMPLE)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    return int(done.stderr.split()[-1])


@pytest.mark.skipif(
    not built.FILE.exists() or bundle.read(bundle.file_of_bundle()) is None, reason="the code is newer: make built"
)
def test_one_paper_takes_few_calls_beside_pdfplumber() -> None:
    # Calls and not seconds: they are the same on each machine. 0.15 where this was written; 1.3 without the files.
    assert _calls(_EXTRACT) <= 0.17 * _calls(_PLUMBER)
