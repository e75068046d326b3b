"""The command ``un-agenda``: one module a verb, no logic of its own.

A verb module has ``add_parser(subparsers)``, which describes its arguments, and ``run(args) -> int``, which does the
work and returns an exit code. It imports what is heavy inside ``run``, so that ``un-agenda --help`` stays instant.

Standard output carries data only; messages go to standard error, one line an error. Exit codes are those of
:mod:`extractor.errors`.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

from extractor import __version__
from extractor.cli.help import HelpFormatter
from extractor.errors import AgendaError, ExitCode, InternalError, OutputError
from extractor.messages import PROGRAM, put, say
from extractor.writing import STANDARD_OUTPUT, write

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

__all__ = ["VERBS", "build_parser", "main"]

VERBS = (
    "extract",
    "batch",
    "status",
    "review",
    "corrections",
    "look",
    "schema",
    "symbol",
    "refs",
    "export",
    "validate",
    "load",
    "search",
    "browse",
    "completion",
)
"""The verbs, in the order of the help; each is a module of this package."""

_EPILOG = """\
examples:
  un-agenda extract agenda.pdf                    the agenda as JSON
  un-agenda extract agenda.pdf -o agenda.json     the same into a file, complete or not at all
  curl -s URL | un-agenda extract - --compact     from a pipe, on one line
  un-agenda batch archive/ --out json/            an archive, one JSON a paper; run again to go on
  un-agenda status json/ --review doubtful        the papers of a batch that should be checked
  un-agenda review archive/                       check and correct papers in the web browser
  un-agenda corrections check archive/            what people corrected, and whether it still applies
  un-agenda look agenda.pdf --page 2              what each stage made of a page, and by which rules
  un-agenda symbol 'A/77/100 and Corr.1'          document symbols, taken apart
  un-agenda refs agenda.pdf                       documents, resolutions and decisions that are cited
  un-agenda export json/ --format ics             calendars, tables, reading copies
  un-agenda validate json/                        whether JSON keeps the contract, and where it does not
  un-agenda load agendas/ --db un.db              into a database: SQLite or PostgreSQL
  un-agenda search 'climat*' --db un.db           what the titles and annotations there say
  un-agenda browse un.db                          the database in the web browser
  un-agenda schema                                the JSON Schema of the output
  un-agenda completion bash                       what makes a shell complete verbs and options

exit codes:
    0  done                              11  nothing found
    2  wrong usage                       12  the disk is full
    3  not found, or unreadable          13  JSON that is not a valid agenda
    4  not a PDF                         14  the database fails
    5  encrypted                         15  an optional library is missing
    6  damaged, or without pages         70  internal error
    7  no text layer (a scan)            71  out of processes or open files
    8  limits exceeded                  130  interrupted
    9  output cannot be written         141  the pipe's reader has gone
   10  some papers failed
"""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line that helps, and whose help does not vanish silently on a full disk.

    Options are written out: an abbreviation would mean another option one day.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"formatter_class": HelpFormatter, **options, "allow_abbrev": False})

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse ``args``; what is none of the verb's arguments is an error that says what was meant."""
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            from extractor.cli.hints import options_of, unrecognised

            self.error(unrecognised(rest, found.verb, options_of(self, found.verb)))
        return found

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if isinstance(action, argparse._SubParsersAction) and value not in action.choices:
            from extractor.cli.hints import unknown_verb

            self.error(unknown_verb(str(value), action.choices))
        super()._check_value(action, value)

    def error(self, message: str) -> NoReturn:
        end = "" if message.endswith("?") else "."
        self.exit(ExitCode.USAGE, f"{self.prog}: {message}{end} See '{self.prog} --help'.\n")

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if file is not None and file is sys.stdout:
            write(message, STANDARD_OUTPUT)
        elif message:
            put(message)


def build_parser(verbs: Iterable[str] = VERBS) -> argparse.ArgumentParser:
    """The parser of the command line, with these verbs: to describe them all takes longer than to run one."""
    parser = _Parser(
        prog=PROGRAM,
        description="Turn the agendas of United Nations meetings from PDF into JSON.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    subparsers = parser.add_subparsers(dest="verb", metavar="VERB", required=True, title="verbs")
    for verb in verbs:
        import_module(f"extractor.cli.{verb}").add_parser(subparsers)
    for subparser in subparsers.choices.values():
        # Accepted after the verb as well; SUPPRESS keeps the verb's default from undoing the one given before it.
        subparser.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with ``argv`` (the process's own arguments when left out) and return its exit code."""
    debug = False
    _hold_standard_streams()
    try:
        try:
            args = _parsed(_with_help(sys.argv[1:] if argv is None else list(argv)))
            debug = args.debug
            code = int(import_module(f"extractor.cli.{args.verb}").run(args))
        except SystemExit as stop:  # argparse: --help, --version and usage errors
            code = stop.code if isinstance(stop.code, int) else ExitCode.DONE
        if sys.stdout is not None:
            write("", STANDARD_OUTPUT)  # what a verb has printed may still be in a buffer: its failure must count
        return code
    except BrokenPipeError:
        # The reader of a pipe has gone, as in `un-agenda ... | head`: nobody is left to tell.
        _abandon_stdout()
        return ExitCode.BROKEN_PIPE
    except KeyboardInterrupt:
        _complain("interrupted", debug)
        return ExitCode.INTERRUPTED
    except AgendaError as error:
        if isinstance(error, OutputError):
            _abandon_stdout()
        _complain(str(error), debug)
        return error.exit_code
    except Exception as error:  # whatever it is, the user gets one line and a code of our own
        _complain(str(InternalError(f"{type(error).__name__}: {error}")), debug)
        return ExitCode.INTERNAL
    finally:
        if argv is None:  # the process ends, and need not look through all that it holds for what could be given back
            gc.freeze()


def _with_help(argv: list[str]) -> list[str]:
    """No argument at all, ``help`` and ``help VERB`` are ``--help``."""
    if not argv:
        return ["--help"]
    return [*argv[1:], "--help"] if argv[:1] == ["help"] and len(argv) <= 2 else argv


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments, by the parser of their verb alone where they name one."""
    verb = next((word for word in argv if not word.startswith("-")), "")
    return build_parser((verb,) if verb in VERBS else VERBS).parse_args(argv)


def _hold_standard_streams() -> None:
    """Let the numbers 0 to 2 lead nowhere where they are closed.

    The next file opened would get one of them, and whatever a library writes to standard error would end in that file.
    """
    try:
        for number in range(3):
            try:
                os.fstat(number)
            except OSError:
                os.open(os.devnull, os.O_RDWR)
    except OSError:  # no such device: nothing better can be done
        return


def _abandon_stdout() -> None:
    """Let the interpreter's own flush at exit go nowhere instead of failing a second time."""
    if sys.stdout is None:
        return
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)


def _complain(message: str, debug: bool) -> None:
    """One line to standard error, after the traceback where asked for."""
    if debug:
        import traceback

        put(traceback.format_exc())
    say(message)
