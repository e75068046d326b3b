"""The pages that come from the code are fresh and complete; the error page knows every code that the code can give."""

from __future__ import annotations

import argparse
import ast
import re
import shlex
from collections.abc import Iterator

import pytest

from extractor.batch.work import RETRYABLE
from extractor.cli import build_parser
from extractor.diagnostics import CODES
from extractor.model import Agenda
from tests.conftest import ROOT
from tests.test_errors import tree
from tools import cli_docs, error_docs, schema_docs
from tools.grammar_docs_tables import cell
from tools.pages import DOCS, PAGES

ERRORS = (DOCS / "errors.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_fresh(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    assert PAGES[name](text) == text, "run `make pages`"


def test_every_field_is_on_the_page() -> None:
    page = schema_docs.page()
    schema = Agenda.json_schema()
    for name, definition in {"Agenda": schema, **schema["$defs"]}.items():
        (section,) = re.findall(rf"^## {name}\n(.*?)(?=^## |\Z)", page, re.M | re.S)
        for field, body in definition["properties"].items():
            meaning = re.escape(cell(body["description"]))
            assert re.search(rf"^\| `{field}` \| \S.* \| {meaning} \| \S.* \|$", section, re.M), field


def test_a_field_without_description_stops_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    schema = Agenda.json_schema()
    del schema["$defs"]["Meeting"]["properties"]["place"]["description"]
    monkeypatch.setattr(Agenda, "json_schema", lambda: schema)
    with pytest.raises(ValueError, match=r"Meeting\.place has no description"):
        schema_docs.page()


def test_every_option_is_on_the_page() -> None:
    page = cli_docs.page()
    (verbs,) = (action for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction))
    for name, verb in verbs.choices.items():
        (section,) = re.findall(rf"^## un-agenda {name}\n(.*?)(?=^## )", page, re.M | re.S)
        for action in verb._actions:
            for option in action.option_strings:
                told = action.help != argparse.SUPPRESS and option not in ("-h", "--help")
                assert bool(re.search(rf"`{option}[ `]", section)) == told, f"{name} {option}"


def test_an_option_without_help_stops_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = argparse.ArgumentParser("un-agenda")
    parser.add_subparsers(dest="verb").add_parser("paint", help="paint it").add_argument("--colour")
    monkeypatch.setattr(cli_docs, "build_parser", lambda: parser)
    with pytest.raises(ValueError, match="paint: colour has no help text"):
        cli_docs.page()


def test_examples_of_the_command_page_are_parsed() -> None:
    """Every example of a help text is a call that the program understands."""
    parser = build_parser()
    examples = [line for block in re.findall(r"```sh\n(.*?)```", cli_docs.page(), re.S) for line in block.splitlines()]
    calls = [part for line in examples for part in re.split(r" \| ", line.partition("  # ")[0]) if "un-agenda" in part]
    assert len(calls) > 25
    assert [line for line in examples if "un-agenda" not in line] == []
    for call in calls:
        assert parser.parse_args(shlex.split(call)[1:]).verb, call


def test_every_error_is_on_the_page() -> None:
    named = {kind.__name__: kind for kind in tree()}
    for name in ("AgendaError", "InputError"):  # never raised themselves
        del named[name]
    assert set(error_docs.raised()) == set(named.values())
    for kind in named.values():
        assert f"\n### {kind.code}\n" in ERRORS


def sources() -> Iterator[ast.AST]:
    """The nodes of all modules of the package."""
    for path in sorted((ROOT / "extractor").rglob("*.py")):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def text_of(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def table(heading: str) -> dict[str, list[str]]:
    """The rows of the table below a heading of the error page, by the code in the first cell."""
    (section,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", ERRORS, re.M | re.S)
    rows = re.findall(r"^\| `([\w.]+)` \| (.+) \|$", section, re.M)
    assert len(rows) == len(dict(rows))
    return {code: rest.split(" | ") for code, rest in rows}


def test_every_diagnostic_is_on_the_page() -> None:
    listed = table("Diagnostics")
    assert {code: cells[0] for code, cells in listed.items()} == {one.code: one.severity for one in CODES.values()}
    assert list(listed) == sorted(listed)


def test_what_the_schema_gives_as_examples_is_on_the_page() -> None:
    assert set(Agenda.json_schema()["$defs"]["Diagnostic"]["properties"]["code"]["examples"]) <= set(CODES)


#: Errors of the command that a batch gives advice of its own for.
RETRIED = {"limit.time", "limit.memory", "worker.crashed"}


def test_every_category_of_a_batch_is_on_the_page() -> None:
    errors = {kind.code for kind in tree()}
    categories, passed = set(), {"duplicate"}
    for node in sources():
        if not isinstance(node, ast.Call):
            continue
        if called(node) == "Failure" and node.args and (code := text_of(node.args[0])):
            categories.add(code)
        if called(node) == "Found":
            passed |= {text for key in node.keywords if key.arg == "reason" and (text := text_of(key.value))}
    assert passed & errors == {"input.not_found", "input.unreadable"}
    assert set(table("Categories of a batch")) == (categories | passed) - (errors - RETRIED)
    (told,) = re.findall(r"`--retry-failed` tries again .*?: (.*?)\. Everything", ERRORS, re.S)
    assert set(re.findall(r"`([\w.]+)`", told)) == RETRYABLE
