"""Options that several verbs share: what reads PDFs, and old names of options."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from extractor.messages import say
from extractor.reading.engines import AUTO, BOTH, CHOICES, described

__all__ = ["Renamed", "add_reader"]

_BOTH = ", both (as auto, and reports each value that pdfplumber gives otherwise; five to eight times as long)"


class Renamed(argparse.Action):
    """The old name of an option: it does what the new one does, and says how that is called."""

    def __init__(self, *args: Any, new: str, **options: Any) -> None:
        super().__init__(*args, **{**options, "default": argparse.SUPPRESS, "help": argparse.SUPPRESS})
        self._new = new

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002  (argparse hands it over)
        namespace: argparse.Namespace,
        values: Any,
        option_string: Any = None,
    ) -> None:
        """Set the value."""
        say(f"{option_string} is now called {self._new}")
        setattr(namespace, self.dest, values)


def add_reader(parser: argparse.ArgumentParser, *, both: bool = True, old_name: bool = False) -> None:
    """Describe the option that chooses what reads PDFs.

    Args:
        parser: the verb's.
        both: whether a paper may be read with both readers.
        old_name: whether the option was once called ``--engine``.
    """
    choices: Sequence[str] = (*CHOICES, BOTH) if both else CHOICES
    parser.add_argument(
        "--reader",
        choices=choices,
        default=AUTO,
        help=f"what reads PDFs: {described()}, auto (default: by page, as needed){_BOTH if both else ''}",
    )
    if old_name:
        parser.add_argument("--engine", action=Renamed, new="--reader", dest="reader", choices=choices)
