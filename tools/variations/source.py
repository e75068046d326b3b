"""Variations of a sample that are made where it is typeset: fonts, sizes, margins, what stands beside the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

#: Makes other Typst code of the code of a paper.
Change = Callable[[str], str]

_HOUSE = "#show: house.with("
_PAGE_FILL = '#set page(fill: rgb("fbf6e9"))'
_STAMP = '#set page({where}: {turned}text(58pt, fill: rgb("{colour}"))[{words}]{closed})'
#: Numbers of lines stand beside the masthead, which is wider than the text.
_CLEAR = "76pt"
_COVER = """#page(paper: "a4", header: none, footer: none)[
  #v(90pt) #align(center)[Harbour Library \\ Copy for the reading room]
]
#counter(page).update(1)
"""


def _set(code: str, **values: str) -> str:
    """The paper with other settings of its house style."""
    start = code.index(_HOUSE) + len(_HOUSE)
    line, rest = code[start:].split("\n", 1)
    for name, value in values.items():
        line = re.sub(rf'(?<![\w-]){re.escape(name)}: (?:"[^"]*"|[\w.]+)(?:, )?', "", line)
        line = f"{name}: {value}, {line}"
    return f"{code[:start]}{line}\n{rest}"


def setting(**values: str) -> Change:
    """Other settings of the house style; `note_rule` stands for `note-rule`."""
    return partial(_set, **{name.replace("_", "-"): value for name, value in values.items()})


def below_style(text: str) -> Change:
    """Typst code behind the line that sets the house style, for all that follows."""

    def changed(code: str) -> str:
        start = code.index("\n", code.index(_HOUSE)) + 1
        return f"{code[:start]}{text}\n{code[start:]}"

    return changed


def first(text: str) -> Change:
    """Typst code before the paper."""
    return lambda code: text + code


def last(text: str) -> Change:
    """Typst code behind the paper."""
    return lambda code: f"{code}\n{text}\n"


def stamp(words: str, angle: int, *, colour: str = "d9d9d9", over: bool = False) -> Change:
    """Words in large pale letters on each page, behind the text or over it."""
    turned, closed = (f"rotate({angle}deg, ", ")") if angle else ("", "")
    where = "foreground" if over else "background"
    return below_style(_STAMP.format(where=where, turned=turned, colour=colour, words=words, closed=closed))


def _numbered(margin: str, every: int = 1) -> Change:
    shown = f"n => if calc.rem(n, {every}) == 0 {{ text(size: 7pt)[#n] }}"
    return below_style(f"#set par.line(numbering: {shown}, number-margin: {margin}, number-clearance: {_CLEAR})")


#: Each by its name.
SOURCES: dict[str, Change] = {
    "font with serifs": setting(font='"New Computer Modern"', size="9.4pt"),
    "font of a typewriter": setting(font='"DejaVu Sans Mono"', size="7.5pt"),
    "smaller type": setting(size="9pt"),
    "larger type": setting(size="11pt"),
    "tall paper": setting(paper='"us-legal"'),
    "large paper": setting(paper='"iso-b4"'),
    "wide text": setting(left="95pt", right="80pt"),
    "narrow text": setting(left="125pt", right="140pt"),
    "high text": setting(top="76pt", bottom="80pt"),
    "low text": setting(top="110pt", bottom="110pt"),
    "ragged lines": setting(justify="false"),
    "words broken at line ends": setting(hyphenate="true"),
    "ligatures": setting(ligatures="true"),
    "letters set a little apart": setting(tracking="0.25pt"),
    "letters set apart": setting(tracking="0.8pt"),
    "page numbers alone": setting(page_style='"n"'),
    "page numbers behind a word": setting(page_style='"Page"'),
    "long rule over notes": setting(note_rule='"long"'),
    "rule of dashes over notes": setting(note_rule='"signs"'),
    "notes set plain": setting(note_style='"plain"'),
    "notes behind their marks": setting(note_style='"mark"'),
    "smaller notes": setting(note_size="7pt"),
    "grey text": below_style("#set text(fill: luma(90))"),
    "blue text": below_style("#set text(fill: rgb(0, 32, 96))"),
    "coloured paper": below_style(_PAGE_FILL),
    "frame around the page": below_style("#set page(background: rect(width: 92%, height: 94%, stroke: 0.8pt))"),
    "lines close": below_style("#set par(leading: 0.46em)"),
    "lines apart": below_style("#set par(leading: 0.64em, spacing: 1.3em)"),
    "watermark": stamp("DRAFT", 0),
    "watermark a little aslant": stamp("ADVANCE COPY", 12),
    "watermark aslant": stamp("UNEDITED", -45, colour="ffcccc"),
    "watermark over the text": stamp("DRAFT", -45, colour="00000022", over=True),
    "small stamp": below_style(
        "#set page(foreground: place(top + left, dx: 12pt, dy: 14pt, text(7pt, fill: red)[RECEIVED]))"
    ),
    "lines numbered at the left": _numbered("left"),
    "lines numbered at the right": _numbered("right"),
    "each fifth line numbered": _numbered("left", 5),
    "bars in the margin": below_style(
        "#set page(background: place(top + left, dx: 30pt, dy: 300pt, line(length: 90pt, angle: 90deg)))"
    ),
    "cover": first(_COVER),
    "empty page before": first('#page(paper: "a4", header: none, footer: none)[]\n#counter(page).update(1)\n'),
    "empty page behind": last("#pagebreak()\n#page(header: none, footer: none)[]"),
}  # fmt: skip
