"""The JSON Lines of a batch: one line a paper, in the order of the inputs."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import BinaryIO

from extractor.batch.journal import Journal
from extractor.batch.outputs import Outputs
from extractor.errors import write_error
from extractor.writing import Output

__all__ = ["InOrder", "Lines"]


class Lines:
    """Writes lines: to standard output, a pipe or a device as they come, to a file complete or not at all.

    Args:
        target: the file, ``-`` for standard output, None for nowhere.
    """

    def __init__(self, target: str | None) -> None:
        self.wanted = target is not None
        self._target = target
        self._output = Output(target) if self.wanted else None
        self._stream: BinaryIO | None = None

    def __enter__(self) -> Lines:
        if self._output is not None:
            self._stream = self._output.__enter__()
        return self

    def write(self, document: bytes) -> None:
        """Write a JSON document on one line."""
        if self._stream is None:
            return
        content = json.dumps(json.loads(document), ensure_ascii=False, separators=(",", ":"))
        try:
            self._stream.write(content.encode() + b"\n")
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise write_error(error, self._target) from error

    def finish(self) -> None:
        """All lines are written: give the file its name."""
        if self._output is not None:
            self._output.commit()

    def __exit__(self, *_: object) -> None:
        if self._output is not None:
            self._output.__exit__(None, None, None)


class InOrder:
    """Writes the lines of papers in the order of the inputs, each as soon as all before it are through.

    Args:
        lines: where they are written.
        order: hashes of the papers.
        journal: knows which are done, and their names.
        outputs: has them.
    """

    def __init__(self, lines: Lines, order: Sequence[str], journal: Journal, outputs: Outputs) -> None:
        self._lines, self._journal, self._outputs = lines, journal, outputs
        self._waiting = list(reversed(order)) if lines.wanted else []

    def write(self, under_way: Collection[str]) -> None:
        """Write the lines of all papers at the head of the order that are no longer under way."""
        while self._waiting and self._waiting[-1] not in under_way:
            entry = self._journal.find(self._waiting.pop())
            if entry and entry.status == "done" and entry.name:
                self._lines.write(self._outputs.read(entry.name))
