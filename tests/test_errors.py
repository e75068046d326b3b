"""The error tree: codes, exit codes and messages are an interface."""

from __future__ import annotations

import pickle
import re

import pytest

from extractor import errors
from extractor.errors import AgendaError, Damaged, ExitCode, InputError, NotFound
from tests.conftest import ROOT


def tree() -> list[type[AgendaError]]:
    """All error classes, the base first."""
    found: list[type[AgendaError]] = [AgendaError]
    for kind in found:
        found.extend(kind.__subclasses__())
    return found


def test_the_tree_is_as_published() -> None:
    published = {
        "UsageError": ("usage", 2),
        "LexiconError": ("usage.lexicon", 2),
        "NotFound": ("input.not_found", 3),
        "Unreadable": ("input.unreadable", 3),
        "NotAPdf": ("input.not_a_pdf", 4),
        "Encrypted": ("input.encrypted", 5),
        "Damaged": ("input.damaged", 6),
        "NoTextLayer": ("input.no_text_layer", 7),
        "LimitExceeded": ("input.limit_exceeded", 8),
        "TimeExceeded": ("limit.time", 8),
        "MemoryExceeded": ("limit.memory", 8),
        "Crashed": ("worker.crashed", 6),
        "NoPapers": ("input.none", 11),
        "InvalidAgenda": ("input.invalid", 13),
        "OutputError": ("output", 9),
        "DiskFull": ("output.full", 12),
        "DatabaseError": ("store.failed", 14),
        "DatabaseUnreachable": ("store.unreachable", 14),
        "DatabaseNewer": ("store.newer", 14),
        "DatabaseForeign": ("store.foreign", 14),
        "MissingExtra": ("missing_extra", 15),
        "SystemRefused": ("system", 71),
        "InternalError": ("internal", 70),
    }
    real = {kind.__name__: (kind.code, int(kind.exit_code)) for kind in tree()}
    real.pop("AgendaError")
    real.pop("InputError")
    assert real == published


def test_the_tree_is_drawn_in_the_docstring() -> None:
    drawn = re.findall(r"[├└]── (\w+)\s+([\w.]+)\s+(\d+)?", errors.__doc__ or "")
    for kind in tree()[1:]:
        number = "" if kind is InputError else str(int(kind.exit_code))
        assert (kind.__name__, kind.code, number) in drawn


def test_codes_are_distinct_and_none_is_one() -> None:
    codes = [kind.code for kind in tree()]
    assert len(codes) == len(set(codes))
    assert 1 not in set(ExitCode)


@pytest.mark.parametrize("kind", tree(), ids=lambda kind: kind.__name__)
def test_a_message_says_where_what_and_what_to_do(kind: type[AgendaError]) -> None:
    message = str(kind(where="paper.pdf"))
    assert message.startswith("paper.pdf: ")
    assert kind.default_what in message
    assert kind.default_hint in message
    assert "\n" not in message


def test_a_hostile_name_stays_on_one_line() -> None:
    assert str(NotFound(where="a\n\x1b[31mb.pdf")) == "a\\n\\x1b[31mb.pdf: no such file. Check the path."


def test_errors_survive_another_process() -> None:
    error = pickle.loads(pickle.dumps(Damaged("page 3 is missing", where="a.pdf", hint="")))
    assert isinstance(error, Damaged)
    assert str(error) == "a.pdf: page 3 is missing"
    assert (error.where, error.hint) == ("a.pdf", "")


def test_exit_codes_are_documented_where_users_look() -> None:
    from extractor.cli import build_parser

    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    help_text = build_parser().format_help()
    for kind in tree()[1:]:
        if kind is InputError:
            continue
        assert re.search(rf"^\| {int(kind.exit_code)} \|.*`{re.escape(kind.code)}`", page, re.M), kind
        assert re.search(rf"(^|\s){int(kind.exit_code)}  \w", help_text), kind
