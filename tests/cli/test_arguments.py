"""The command line itself: help, version, ranges, and what happens to faults of our own."""

from __future__ import annotations

import argparse
import shutil
import subprocess
from pathlib import Path

import pytest

import extractor
from extractor.cli import VERBS, build_parser, extract, main
from extractor.cli.extract import page_numbers
from extractor.cli.hints import options_of
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("1", [1]), ("1-3", [1, 2, 3]), ("3,1", [1, 3]), ("1-3,2-4, 9", [1, 2, 3, 4, 9]), ("7-7", [7])],
)
def test_page_ranges(text: str, numbers: list[int]) -> None:
    assert page_numbers(text) == numbers


@pytest.mark.parametrize("text", ["", ",", "-", "1-", "-1", "0", "2-1", "1-2-3", "a", "1.5", "²", "٣", "9" * 5000])
def test_what_is_not_a_page_range(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="page range"):
        page_numbers(text)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"un-agenda {extractor.__version__}\n"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_examples(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "--help"]) == 0
    assert f"  un-agenda {verb} " in capsys.readouterr().out


@pytest.mark.parametrize("columns", [80, 100])
@pytest.mark.parametrize("verb", ["", *VERBS])
def test_the_help_fits_the_terminal(
    verb: str, columns: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main([verb, "--help"] if verb else ["--help"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if len(line) > columns] == []


def test_the_help_names_every_verb() -> None:
    text = build_parser().format_help()
    for verb in VERBS:
        assert f"un-agenda {verb}" in text


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (["extrct", "a.pdf"], "un-agenda: no verb 'extrct'; did you mean 'extract'?"),
        (["nonsense"], "un-agenda: no verb 'nonsense'; the verbs are extract, batch, "),
        (["a.pdf"], "un-agenda: the verb is missing: un-agenda extract a.pdf"),
        (["https://example.org/a"], "un-agenda: the verb is missing: un-agenda extract https://example.org/a"),
        (["samples"], "un-agenda: the verb is missing: un-agenda batch samples --out DIR"),
        (
            ["extract", "a.pdf", "b.pdf"],
            "un-agenda: extract takes one paper; of several: un-agenda batch",
        ),
        (["extract", "a.pdf", "--page", "3"], "un-agenda: no option '--page'; did you mean '--pages'?"),
        (["extract", "a.pdf", "--page=3"], "un-agenda: no option '--page'; did you mean '--pages'?"),
        (["search", "x", "--zzzzz"], "un-agenda: unrecognized arguments: --zzzzz"),
        (["--vers"], "un-agenda: "),
        (
            ["extract", "a.pdf", "--password", "a", "--password-file", "b"],
            "un-agenda extract: argument --pass",
        ),
    ],
)
def test_a_wrong_call_gets_the_line_that_helps(
    argv: list[str], line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(argv) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(line)
    assert len(captured.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("file", "code", "words"),
    [
        ("https://example.org/a.pdf", 3, "addresses are not fetched. Download the paper first"),
        ("samples", 3, "samples: it is a directory. Extract all of it: un-agenda batch FOLDER --out DIR"),
    ],
)
def test_what_is_no_file_says_how_to_extract_it(
    file: str, code: int, words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["extract", file]) == code
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("argv", [[], ["help"], ["help", "extract"]])
def test_help_has_several_names(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 0
    shown = capsys.readouterr().out
    assert main([*argv[1:], "--help"]) == 0
    assert capsys.readouterr().out == shown


def test_bash_completes_verbs_options_and_values(capsys: pytest.CaptureFixture[str]) -> None:
    if not shutil.which("bash"):
        pytest.skip("no bash on this system")
    assert main(["completion", "bash"]) == 0
    script = capsys.readouterr().out

    def completed(*words: str) -> list[str]:
        line = " ".join(f"'{word}'" for word in ("un-agenda", *words))
        call = f'COMP_WORDS=({line}); COMP_CWORD={len(words)}; _un_agenda; printf "%s\\n" "${{COMPREPLY[@]}}"'
        done = subprocess.run(["bash", "-c", f"{script}\n{call}"], capture_output=True, text=True, check=True)
        assert done.stderr == ""
        return done.stdout.split()

    assert completed("ex") == ["extract", "export"]
    assert completed("extract", "--pa") == ["--pages", "--password-file", "--password"]
    assert completed("extract", "a.pdf", "--ocr", "f") == ["force"]
    assert completed("completion", "") == ["-h", "--help", "bash", "zsh", "fish"]
    assert completed("extract", "--pages", "") == []
    assert set(completed("")) >= {*VERBS, "--help", "--version", "--debug"}


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_get_every_verb_and_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    option = {"zsh": "'--{}:", "fish": "-l {} "}[shell]
    for verb in VERBS:
        assert verb in script
    for name in ("pages", "ocr-languages", "shard", "cites", "debug"):
        assert option.format(name) in script
    if shutil.which(shell):
        check = ["zsh", "-n"] if shell == "zsh" else ["fish", "--no-execute"]
        subprocess.run([*check, "/dev/stdin"], input=script, text=True, check=True)


def test_a_fault_of_our_own_is_one_line_and_seventy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(args: argparse.Namespace) -> int:
        raise ZeroDivisionError("first line\nsecond line")

    monkeypatch.setattr(extract, "run", broken)
    assert main(["extract", "a.pdf"]) == 70
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "un-agenda: ZeroDivisionError: first line\\nsecond line. Please report it, with the file and the output of the "
        "same command with --debug.\n"
    )
    assert main(["--debug", "extract", "a.pdf"]) == 70
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("extract", "none.pdf", "--engine", "pdfium"), "--engine is now called --reader"),
        (("look", "none.pdf", "--engine", "pdfium"), "--engine is now called --reader"),
        (("batch", "none.pdf", "--out", "out", "--dry-run", "--engine", "serial"), "--engine is now called --executor"),
    ],
)
def test_old_names_of_options_work_and_say_the_new_one(
    call: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(call) in (0, 3)
    assert capsys.readouterr().err.splitlines()[0] == f"un-agenda: {said}"


@pytest.mark.parametrize("verb", ["extract", "batch", "load", "export", "refs", "look", "review", "corrections"])
def test_every_verb_that_reads_pdfs_takes_a_reader(verb: str) -> None:
    parser = build_parser((verb,))
    assert "--reader" in options_of(parser, verb)
