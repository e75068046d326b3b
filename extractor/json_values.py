"""JSON values in a stream of bytes: one a line, or each over many lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

__all__ = ["Gathered", "gather", "lines_of"]

_TOKENS = re.compile(rb'"(?:[^"\\]|\\.)*+"|[{}\[\]"]')


def lines_of(stream: IO[bytes], head: bytes, most: int) -> Iterator[bytes]:
    """The lines of a stream of which ``head`` has been read; one that is too long comes in parts."""
    *whole, part = head.splitlines(keepends=True)
    if not part.endswith(b"\n"):
        part += stream.readline(most + 1)
    yield from whole
    yield part
    while line := stream.readline(most + 1):
        yield line


@dataclass(slots=True)
class Gathered:
    """One JSON value as it stands in a stream: its bytes, its first line counted from 1, and whether it was cut."""

    data: bytes
    line: int
    too_long: bool = False


def gather(lines: Iterable[bytes], most: int) -> Iterator[Gathered]:
    """JSON values from lines: one a line, or over many lines until its brackets are closed.

    A value that is broken off (its writer was killed) ends where the next one begins: at an opening brace in the first
    column. Within a list such braces are its elements.
    """
    parts: list[bytes] = []
    size = depth = begun = 0
    for number, line in enumerate(lines, start=1):
        if not parts and not line.strip():
            continue
        if parts and line.startswith(b"{") and not parts[0].lstrip().startswith(b"["):
            yield Gathered(b"".join(parts), begun)
            parts = []
        if not parts:
            begun, size, depth = number, 0, 0
        size += len(line)
        parts.append(line if size <= most else b"")
        depth += _opened(line) if size <= most else 0
        if line.endswith(b"\n") if size > most else depth <= 0:
            yield Gathered(b"".join(parts), begun, size > most)
            parts = []
    if parts:
        yield Gathered(b"".join(parts), begun, size > most)


def _opened(line: bytes) -> int:
    """By how much a line opens more brackets than it closes; one inside a string that is not closed counts as open."""
    depth = 0
    for token in _TOKENS.findall(line):
        if token in (b"{", b"["):
            depth += 1
        elif token in (b"}", b"]"):
            depth -= 1
        elif token == b'"':
            return depth + 1
    return depth
