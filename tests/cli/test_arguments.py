"""The command line itself: help, version, ranges, and what happens to faults of our own."""

from __future__ import annotations

import argparse

import pytest

import extractor
from extractor.cli import VERBS, build_parser, extract, main
from extractor.cli.extract import page_numbers


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
