"""How the help of the command is laid out."""

from __future__ import annotations

import argparse
import re
import textwrap

__all__ = ["TOLD", "HelpFormatter"]

#: In a line of an example or a list: the blanks, two or more, before what is told of it.
TOLD = re.compile(r"(?<=\S) {2,}(?=\S)")
_UNDER = " " * 6


class HelpFormatter(argparse.HelpFormatter):
    """Fits descriptions and epilogs into the terminal: prose is filled, indented lines stay lines.

    An indented line may tell something behind two blanks or more (``command   what it does``). Where one line of a
    part (what is between blank lines) is too wide for the terminal, all of it tell it on the next line instead.
    """

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        parts = (part.splitlines() for part in text.strip("\n").split("\n\n"))
        return "\n\n".join("\n".join(indent + line for line in _fitted(part, width)) for part in parts)


def _fitted(part: list[str], width: int) -> list[str]:
    listed = [line for line in part if line.startswith(" ")]
    if not listed:
        return textwrap.wrap(" ".join(part), width, break_long_words=False, break_on_hyphens=False)
    if all(len(line) <= width for line in listed):
        return part
    return [piece for line in part for piece in TOLD.sub("\n" + _UNDER, line, count=1).splitlines()]
