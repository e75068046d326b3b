"""Inline text of a source -> Typst, and -> the plain text that an extractor should find.

Marks in a text: `[^1]` a footnote mark, `[^=1]` the mark again without a note of its own, `<i>…</i>`, `<b>…</b>`,
`<u>…</u>` (blue, as a link), `<br>` a line break.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

_MARK = re.compile(r"\[\^([^\]\s]{1,4})\]|<(/?)(i|b|u|br)>")


def literal(text: str) -> str:
    """A Typst string literal of the text."""
    return json.dumps(text, ensure_ascii=False)


def plain(text: str) -> str:
    """The text without marks, spaces folded: what the contract wants to see."""
    spaced = _MARK.sub(lambda m: " " if m.group(3) == "br" else "", text)
    return " ".join(spaced.split())


class Notes:
    """The footnotes of a paper, in printed order: a marker that comes again means the next note that has it."""

    def __init__(self, footnotes: Iterable[dict[str, Any]]) -> None:
        self._left = list(footnotes)

    def take(self, marker: str) -> str:
        """The text of the next note with this marker; LookupError when the source has none."""
        for index, note in enumerate(self._left):
            if note["marker"] == marker:
                return str(self._left.pop(index)["text"])
        raise LookupError(f"no footnote {marker!r} is left in the source")

    @property
    def left(self) -> list[str]:
        """Markers of the notes that no mark has taken."""
        return [note["marker"] for note in self._left]


class Inline:
    """Turns marked text into Typst code, taking footnotes as their marks come by."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def __call__(self, text: str) -> str:
        """A Typst expression of content: `{"In its "; emph({"report"}); "."}`."""
        return self._code(text)

    def _code(self, text: str) -> str:
        stack: list[list[str]] = [[]]
        at = 0
        for mark in _MARK.finditer(text):
            if mark.start() > at:
                stack[-1].append(literal(text[at : mark.start()]))
            at = mark.end()
            note, closing, tag = mark.groups()
            if note and note.startswith("="):
                stack[-1].append(f"super({literal(note[1:])})")
            elif note:
                stack[-1].append(f"fn({literal(note)}, {self._code(self._notes.take(note))})")
            elif tag == "br":
                stack[-1].append("linebreak()")
            elif not closing:
                stack.append([])
            else:
                inner = "{" + "; ".join(stack.pop()) + "}"
                wrap = {"i": "emph", "b": "strong", "u": "text.with(fill: rgb(0, 0, 200))"}[tag]
                stack[-1].append(f"{wrap}({inner})")
        if at < len(text):
            stack[-1].append(literal(text[at:]))
        return "{[]; " + "; ".join(part for part in stack[0]) + "}"
