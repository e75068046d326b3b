"""Blocks made by hand for the tests of lists, annotations and documents."""

from __future__ import annotations

import re

from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.metrics import measure
from extractor.layout.blocks.model import Block
from extractor.layout.lines.rows import lines_of
from tests.layout.pages import page, span

#: The type of words within a text, by the signs around them.
MARKED = {"**": {"bold": True}, "//": {"italic": True}}


def blocks(*entries: str, size: float = 10.0) -> list[Block]:
    """Blocks from short notations, one a line of text set with space between.

    ``# `` a bold heading of 14 points, ``## `` bold of 12, ``### `` bold of 10, ``_ `` italic; ``**some words**`` and
    ``//some words//`` are bold and italic within a text; a label before ``|`` stands in a cell of its own; a leading
    ``>`` indents by 24 points.
    """
    spans = []
    top = 80.0
    number = 1
    pages = []
    for entry in entries:
        depth = len(entry) - len(entry.lstrip(">"))
        text = entry.lstrip(">").strip()
        face = {"size": size, "bold": False, "italic": False}
        for mark, values in (("### ", (10.0, True)), ("## ", (12.0, True)), ("# ", (14.0, True))):
            if text.startswith(mark):
                text = text[len(mark) :]
                face["size"], face["bold"] = values
                break
        if text.startswith("_ "):
            text, face["italic"] = text[2:], True
        if top > 700:
            pages.append(page(spans, number))
            spans, top, number = [], 80.0, number + 1
        x0 = 124.0 + 24 * depth
        label, bar, rest = text.partition("|")
        opened = label[:2] if bar and label[:2] in MARKED else ""
        label, rest = label.removeprefix(opened), opened + rest
        for index, chunk in enumerate(_wrapped(rest if bar else text)):
            if bar and index == 0:
                spans.append(span(label.strip(), x0, top, **face | MARKED.get(opened, {})))
            x1 = x0 + (24 if bar else 0)
            for words, marked in chunk:
                spans.append(span(words, x1, top, **face | marked))
                x1 = spans[-1].x1 + 0.25 * spans[-1].size
            top += 12
        top += 10
    pages.append(page(spans, number))
    lines = [line for one in pages for line in lines_of(one)]
    return blocks_of(lines, {}, measure(lines))


def _wrapped(text: str) -> list[list[tuple[str, dict[str, bool]]]]:
    """Lines of a text, each as runs of words of one type."""
    lines: list[list[tuple[str, dict[str, bool]]]] = []
    marked: dict[str, bool] = {}
    words: list[tuple[str, dict[str, bool]]] = []
    for piece in re.split(r"(\*\*|//)", text):
        if piece in MARKED:
            marked = {} if marked else MARKED[piece]
        else:
            words += [(word, marked) for word in piece.split()]
    length = 0
    for word, face in words:
        if not lines or length + len(word) + 1 > 95:
            lines.append([])
            length = 0
        if lines[-1] and lines[-1][-1][1] == face:
            lines[-1][-1] = (f"{lines[-1][-1][0]} {word}", face)
        else:
            lines[-1].append((word, face))
        length += len(word) + 1
    return lines


def tree(nodes, depth=0):
    """(number, title) of a tree, indented by depth."""
    rows = []
    for node in nodes:
        rows.append((depth, node.number, node.title))
        rows += tree(node.children, depth + 1)
    return rows
