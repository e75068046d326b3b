"""The page ``docs/cli.md``: every verb and option of the command with its help, and the exit codes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from extractor.cli import build_parser
from extractor.cli.help import TOLD
from extractor.errors import AgendaError, ExitCode
from tools.error_docs import raised
from tools.grammar_docs_tables import cell

_HEAD = """\
# The command

`un-agenda VERB …`, as the program itself prints it; `make pages` writes this page from its argument parser.
`un-agenda VERB --help` prints the same. Standard output carries data only, all else goes to standard error, and an
error is one line."""

#: What the exit codes mean that belong to no class of error.
_OF_NO_ERROR = {
    ExitCode.DONE: "done",
    ExitCode.SOME_FAILED: "several papers, and some of them failed: each has a line on standard error",
    ExitCode.INTERRUPTED: "interrupted (Ctrl-C)",
    ExitCode.BROKEN_PIPE: "the reader of the pipe has gone, as when `head` has seen enough",
}


def page() -> str:
    """The page. Raises ``ValueError`` where an argument has no help text."""
    parser = build_parser()
    lines = [_HEAD, "", "| verb | what it does |", "|---|---|"]
    for name, _, summary in _verbs(parser):
        lines.append(f"| [`{name}`](#un-agenda-{name}) | {cell(summary)} |")
    lines += ["", "Before the verb (`--debug` also behind it):", "", *_options(parser)]
    for name, verb, _ in _verbs(parser):
        lines += ["", f"## un-agenda {name}", "", verb.description or "", "", "```text", _synopsis(verb), "```", ""]
        lines += [row for row in _options(verb) if not row.startswith("| `-h`")]
        if verb.epilog:
            lines += ["", *_epilog(verb.epilog)]
    lines += ["", "## Exit codes", "", *_exit_codes()]
    return "\n".join(lines) + "\n"


def _verbs(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    """Name, parser and one-line help of each verb, in the order of the help."""
    (verbs,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    for shown in verbs._choices_actions:
        yield shown.dest, verbs.choices[shown.dest], shown.help or ""


def _shown(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [
        action
        for action in parser._actions
        if action.help != argparse.SUPPRESS and not isinstance(action, argparse._SubParsersAction)
    ]


def _synopsis(parser: argparse.ArgumentParser) -> str:
    """One line: what must be given, and that options may be. argparse's own differs between versions of Python."""
    shown = _shown(parser)
    required = [f"{one.option_strings[-1]} {_value(one)}" for one in shown if one.option_strings and one.required]
    positional = [_value(one) for one in shown if not one.option_strings]
    return " ".join([parser.prog, *positional, *required, "[OPTION …]"])


def _value(action: argparse.Action) -> str:
    """What stands behind an option, or for an argument."""
    if action.nargs == 0:
        return ""
    choices = "{" + ",".join(map(str, action.choices)) + "}" if action.choices else ""
    name = str(action.metavar or choices or action.dest.upper())
    return {"+": f"{name} …", "?": f"[{name}]"}.get(str(action.nargs), name)


def _options(parser: argparse.ArgumentParser) -> list[str]:
    rows = ["| argument | meaning |", "|---|---|"]
    for action in _shown(parser):
        if not action.help:
            raise ValueError(f"{parser.prog}: {action.dest} has no help text")
        value = _value(action)
        names = [f"`{f'{name} {value}'.strip()}`" for name in action.option_strings] or [f"`{value}`"]
        meaning = action.help % {**vars(action), "prog": parser.prog}
        rows.append(f"| {', '.join(names)} | {cell(meaning)} |")
    return rows


def _epilog(text: str) -> list[str]:
    """The parts of an epilog: examples, what they are for separated by spaces; other lists under their head; prose."""
    shown: list[str] = []
    for part in text.strip("\n").split("\n\n"):
        head, *rows = part.splitlines()
        if head in ("examples:", "example:"):
            shown += ["", "```sh", *(TOLD.sub("  # ", row.strip(), count=1) for row in rows), "```"]
        elif rows and all(row.startswith("  ") for row in rows):
            pairs = (TOLD.split(row.strip(), maxsplit=1) for row in rows)
            shown += ["", f"| {head.rstrip(':').removesuffix('s')} | what |", "|---|---|"]
            shown += [f"| `{names.replace(', ', '`, `')}` | {cell(what)} |" for names, what in pairs]
        else:
            shown += ["", *(cell(line) for line in part.splitlines())]
    return shown[1:]


def _exit_codes() -> list[str]:
    kinds: dict[ExitCode, list[type[AgendaError]]] = {}
    for kind in raised():
        kinds.setdefault(kind.exit_code, []).append(kind)
    rows = ["| exit code | what | error code |", "|---|---|---|"]
    for code in ExitCode:
        if code in _OF_NO_ERROR:
            rows.append(f"| {int(code)} | {_OF_NO_ERROR[code]} | |")
        for kind in kinds.get(code, []):
            anchor = kind.code.replace(".", "")
            rows.append(f"| {int(code)} | {kind.default_what} | [`{kind.code}`](errors.md#{anchor}) |")
    note = ["Exit code 1 is never used on purpose: it is Python's own for an uncaught exception."]
    return [*rows, "", *note]
