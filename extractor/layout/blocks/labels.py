"""Rules of labels: whether `1.`, `(a)` or a bullet at the head of a line begins a block or goes on in a sentence.

Each rule answers yes, no, or None when it is not for this line; the first that answers decides.
"""

from __future__ import annotations

from extractor.grammar.numbering import successors
from extractor.layout.blocks.model import line_label
from extractor.layout.blocks.seam import Seam
from extractor.layout.blocks.settings import BLOCKS
from extractor.layout.text import is_open_symbol
from extractor.rules import rule


@rule("blocks.label_in_a_symbol", source="`A/CONF.99/PM.` / `1) was circulated`: symbols break too", otherwise=None)
def in_a_symbol(seam: Seam) -> bool | None:
    """The digit at the head of a line below a symbol that goes on is no label."""
    above = seam.above.text
    return False if above.endswith(".") and is_open_symbol.applies(above, seam.line.text) else None


@rule(
    "blocks.label_in_a_cell",
    source="Editorial Manual: numbers hang left of the text that they number",
    otherwise=None,
)
def in_a_cell(seam: Seam) -> bool | None:
    """A label in a cell of its own begins a block."""
    return True if seam.own_cell else None


@rule("blocks.label_bullet", source="no sentence goes on with a bullet", otherwise=None)
def bullet(seam: Seam) -> bool | None:
    """A bullet begins a block."""
    return True if seam.label is not None and seam.label.form == "bullet" else None


@rule(
    "blocks.label_initial",
    source="a capital or Roman number with a stop may be the initial of a name, or the number of a part that is cited",
    otherwise=None,
)
def initial(seam: Seam) -> bool | None:
    """A light `A.` or `II.` begins a block only below a line that has ended."""
    if seam.label is None or seam.label.form not in ("capital", "roman") or seam.line.bold:
        return None
    return seam.ended


@rule("blocks.label_sibling", source="lists set close: `1. …` over `2. …`, without any stop", otherwise=None)
def sibling(seam: Seam) -> bool | None:
    """A label flush with a label of its form, which is on the line above, begins a block."""
    head = seam.group[0]
    if seam.label is None or len(seam.group) > 1 or not seam.flush:
        return None
    first = line_label(head)
    return True if first is not None and first.form == seam.label.form else None


@rule(
    "blocks.label_next", source="lists set close without hanging: `Item 2: …` / `…`, over `Item 3: …`", otherwise=None
)
def next_label(seam: Seam) -> bool | None:
    """The number behind that of the block, flush with it and with the same word or stop, begins a block."""
    first = line_label(seam.group[0])
    if seam.label is None or first is None or not seam.flush or first.form != seam.label.form:
        return None
    if first.item != seam.label.item or seam.label.value not in successors(first.value):
        return None
    return True if seam.label.item or seam.ends_early else None


@rule(
    "blocks.label_below_numbered",
    source="headings set close: `1. Organizational matters` / `(a) Opening`",
    otherwise=None,
)
def below_numbered(seam: Seam) -> bool | None:
    """A letter in bold flush below a single bold line with a number begins a block."""
    if seam.label is None or seam.label.form != "letter" or len(seam.group) > 1 or not seam.flush:
        return None
    above = seam.group[0]
    first = line_label(above)
    numbered = first is not None and first.form in ("arabic", "decimal")
    return True if numbered and above.bold and seam.line.bold else None


@rule(
    "blocks.label_below_entry",
    source="lists without stops or indents: `4 - Programmes` / `(a) Countries` / `5 - Reports`",
    otherwise=None,
)
def below_entry(seam: Seam) -> bool | None:
    """A label flush below a single short line with a label begins a block, of whatever form both are."""
    if seam.label is None or not seam.flush or not seam.short:
        return None
    return True if line_label(seam.group[0]) is not None else None


@rule(
    "blocks.label_in_a_title", source="titles that hang on their number: `…; and` / `(c) other matters`", otherwise=None
)
def in_a_title(seam: Seam) -> bool | None:
    """A letter at the edge of a title's text, in a wrapped line, begins a block only below a line that has ended."""
    if seam.label is None or seam.label.form != "letter":
        return None
    cells = seam.group[0].cells
    hangs = len(cells) > 1 and abs(cells[1].x0 - seam.line.x0) < BLOCKS.flush and line_label(seam.group[0]) is not None
    return seam.ended if hangs and not seam.ends_early else None


@rule("blocks.label_edge", source="Editorial Manual: sub-items are set in", otherwise=None)
def edge(seam: Seam) -> bool | None:
    """A label at an edge of its own begins a block."""
    if seam.flush:
        return None
    own = len(seam.group) == 1 or abs(seam.line.x0 - seam.group[1].x0) >= BLOCKS.flush
    return True if own else None


@rule("blocks.label_below_heading", source="`Annotations` set close over `1. Opening of the session`", otherwise=None)
def below_heading(seam: Seam) -> bool | None:
    """A number below a single short line without a number begins a block."""
    if seam.label is None or seam.label.form not in ("arabic", "decimal") or len(seam.group) > 1:
        return None
    above, line, right = seam.group[0], seam.line, seam.measures.edge(seam.group[0])
    room = above.x1 + 0.5 * (line.x1 - line.x0) < right - line.size and above.x1 < BLOCKS.broken * right
    return True if room and line_label(above) is None else None


@rule(
    "blocks.label_below_bold",
    source="agencies: clusters in bold, `Pillar 1: …`, set close over `2. Oral health`",
    otherwise=None,
)
def below_bold(seam: Seam) -> bool | None:
    """A number with a stop before a capital, in bold and flush, begins a block below a bold line with room for more."""
    label, above = seam.label, seam.above
    if label is None or label.form not in ("arabic", "decimal") or label.bare or not (above.bold and seam.line.bold):
        return None
    title = seam.line.text[label.length :].lstrip()
    room = above.x1 + BLOCKS.room * above.size < seam.measures.edge(above)
    return True if seam.flush and room and title[:1].isupper() and line_label(seam.group[0]) is None else None


@rule(
    "blocks.label_below_title", source="headings set close: `3. Lights and` / `quays` over `(a) Lamps`", otherwise=None
)
def below_title(seam: Seam) -> bool | None:
    """A letter in bold below the short last line of a bold numbered title begins a block."""
    if seam.label is None or seam.label.form not in ("letter", "roman") or not (seam.line.bold and seam.above.bold):
        return None
    numbered = line_label(seam.group[0])
    return True if numbered is not None and numbered.first_level and seam.ends_early else None


@rule("blocks.label_in_a_sentence", source="lists that run on: `…; (b) lights; ` / `(c) quays`", otherwise=None)
def in_a_sentence(seam: Seam) -> bool | None:
    """A letter flush below a full line that ends in a semicolon or colon goes on with the sentence."""
    if seam.label is None or seam.label.form != "letter" or not seam.flush:
        return None
    return False if seam.above.text.endswith((";", ":")) and not seam.ends_early else None


@rule("blocks.label_after_stop", source="a sentence has ended, a new one begins with its number", otherwise=None)
def after_stop(seam: Seam) -> bool | None:
    """A label below a line that has ended begins a block."""
    return True if seam.ended else None


@rule("blocks.label_after_bracket", source="entries that end in their symbol: `… (A/99/1)`", otherwise=None)
def after_bracket(seam: Seam) -> bool | None:
    """A label below a short line that ends in a bracket begins a block."""
    return True if seam.above.text.endswith(")") and seam.ends_early else None


#: In order; the first that answers decides.
LABELS = (
    in_a_symbol,
    in_a_cell,
    bullet,
    initial,
    sibling,
    next_label,
    below_numbered,
    below_entry,
    in_a_title,
    edge,
    below_heading,
    below_bold,
    below_title,
    in_a_sentence,
    after_stop,
    after_bracket,
)
