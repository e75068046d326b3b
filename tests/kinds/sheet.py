"""Small papers of our own, typeset by Typst: a masthead and what stands below it."""

from __future__ import annotations

from functools import cache

import typst

from extractor import extract
from extractor.model import Agenda, Item

#: The masthead of the papers that have one.
MASTHEAD = r"""
#grid(columns: (1fr, 1fr), [United Nations], align(right)[*A/AC.97/2032/1*])
#grid(columns: (1fr, 150pt), text(14pt)[*General Assembly*], [Distr.: General \ 2 March 2032 \ Original: English])
#v(8pt)
#text(12pt)[*Committee on Lighthouses*] \
*Fourth session* \
Vienna, 7–11 June 2032

#v(6pt)
"""
SET = r"""
#set page(width: 210mm, height: 297mm, margin: 25mm)
#set text(size: 10pt)
#set par(spacing: 1.1em)
#let head(body) = block(above: 1.4em, below: 1.1em, text(12pt, weight: "bold", body))
#let at(x, body) = block(above: 0.9em, below: 0.9em, pad(left: x, body))
#let e(label, body, x: 0pt, step: 28pt) = at(x, grid(columns: (step, 1fr), label, body))
"""


@cache
def read(body: str, *, masthead: str = MASTHEAD, setting: str = "") -> Agenda:
    """What is read from a paper with this text; `setting` goes before the masthead."""
    code = SET + setting + masthead + body
    return extract(typst.compile(code.encode(), format="pdf", ignore_system_fonts=not setting))


def tree(items: list[Item], depth: int = 0) -> list[tuple[int, str | None, str]]:
    """(depth, number, title) of items and those below them."""
    rows: list[tuple[int, str | None, str]] = []
    for item in items:
        rows += [(depth, item.number, item.title), *tree(item.items, depth + 1)]
    return rows
