"""How the help of the command is laid out."""

from __future__ import annotations

import argparse
import os
import re
import sys
import textwrap
from typing import Any

__all__ = ["TOLD", "HelpFormatter"]

#: In a line of an example or a list: the blanks, two or more, before what is told of it.
TOLD = re.compile(r"(?<=\S) {2,}(?=\S)")
_UNDER = " " * 6


class HelpFormatter(argparse.HelpFormatter):
    """Fits descriptions and epilogs into the terminal: prose is filled, indented lines stay lines.

    An indented line may tell something behind two blanks or more (``command   what it does``). Where one line of a
    part (what is between blank lines) is too wide for the terminal, all of it tell it on the next line instead.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        # One is made for each argument described. argparse asks `shutil` for the width, which loads all that packs.
        super().__init__(*args, **{"width": _columns() - 2, **options})

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        parts = (part.splitlines() for part in text.strip("\n").split("\n\n"))
        return "\n\n".join("\n".join(indent + line for line in _fitted(part, width)) for part in parts)


def _columns() -> int:
    """How wide the terminal is, found as :func:`shutil.get_terminal_size` finds it."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return int(given)
    try:
        return (sys.__stdout__ and os.get_terminal_size(sys.__stdout__.fileno()).columns) or 80
    except (ValueError, OSError):
        return 80


def _fitted(part: list[str], width: int) -> list[str]:
    listed = [line for line in part if line.startswith(" ")]
    if not listed:
        return textwrap.wrap(" ".join(part), width, break_long_words=False, break_on_hyphens=False)
    if all(len(line) <= width for line in listed):
        return part
    return [piece for line in part for piece in TOLD.sub("\n" + _UNDER, line, count=1).splitlines()]
