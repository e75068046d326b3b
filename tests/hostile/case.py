"""What a hostile file is: a name, how it is made, and how reading it may end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

#: What a file can do to PDFium, which is C, is stopped by the limits of the worker alone.
CONTAINED = frozenset({"limit.memory", "limit.time", "worker.crashed"})
OK, DAMAGED, NO_TEXT = "ok", "input.damaged", "input.no_text_layer"
ENCRYPTED, NOT_A_PDF, TOO_MUCH = "input.encrypted", "input.not_a_pdf", "input.limit_exceeded"
#: The text may be lost to what is broken around it.
BROKEN = frozenset({OK, DAMAGED, NO_TEXT})


@dataclass(frozen=True)
class Case:
    """A hostile file.

    `ends` are the categories in which reading it may end. `seconds` is the time limit under which it is read: shorter
    than the default for files that are known to run into it. Where `whole` is set, a good reading must have the three
    items of the paper (`pdf.BODY`).
    """

    build: Callable[[], bytes]
    ends: frozenset[str]
    seconds: float = 60.0
    whole: bool = False


def case(build: Callable[[], bytes], *ends: str | frozenset[str], seconds: float = 60.0, whole: bool = False) -> Case:
    """A case whose ends are categories and sets of them."""
    every: set[str] = set()
    for end in ends:
        every |= {end} if isinstance(end, str) else end
    return Case(build, frozenset(every), seconds, whole)
