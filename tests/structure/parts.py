"""Blocks made by hand for the tests of lists, annotations and documents."""

from __future__ import annotations

import textwrap

from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.metrics import measure
from extractor.layout.blocks.model import Block
from extractor.layout.lines.rows import lines_of
from tests.layout.pages import page, span


def blocks(*entries: str, size: float = 10.0) -> list[Block]:
    """Blocks from short notations, one a line of text set with space between.

    ``# `` a bold heading of 14 points, ``## `` bold of 12, ``### `` bold of 10, ``_ `` italic; a label before ``|``
    stands in a cell
    of its own; a leading ``>`` indents by 24 points.
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
        chunks = textwrap.wrap(rest if bar else text, 95, break_on_hyphens=False)
        for index, chunk in enumerate(chunks):
            if bar and index == 0:
                spans.append(span(label.strip(), x0, top, **face))
            spans.append(span(chunk, x0 + (24 if bar else 0), top, **face))
            top += 12
        top += 10
    pages.append(page(spans, number))
    lines = [line for one in pages for line in lines_of(one)]
    return blocks_of(lines, {}, measure(lines))


def tree(nodes, depth=0):
    """(number, title) of a tree, indented by depth."""
    rows = []
    for node in nodes:
        rows.append((depth, node.number, node.title))
        rows += tree(node.children, depth + 1)
    return rows
