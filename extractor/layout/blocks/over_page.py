"""Rules of page breaks: whether the first line of a page begins a block or goes on with the last line before it.

Each rule answers yes (a block begins), no, or None when it is not for this line; the first that answers decides. Where
none answers, a block begins.
"""

from __future__ import annotations

from extractor.layout.blocks.model import leader_of
from extractor.layout.blocks.seam import Seam
from extractor.layout.blocks.settings import BLOCKS
from extractor.rules import rule


@rule("blocks.page_face", source="headings differ from text in size or weight", otherwise=None)
def other_face(seam: Seam) -> bool | None:
    """Another size or weight begins a block."""
    return True if abs(seam.above.size - seam.line.size) > BLOCKS.size_step or seam.weight_changes else None


@rule("blocks.page_leader", source="catalogue 3.2: a contents entry ends in dots and a page number", otherwise=None)
def after_leader(seam: Seam) -> bool | None:
    """Leaders ended what was above."""
    return True if leader_of(seam.above.text) else None


@rule("blocks.page_label_in_a_cell", source="as `blocks.label_in_a_cell` and `blocks.label_bullet`", otherwise=None)
def label_in_a_cell(seam: Seam) -> bool | None:
    """A bullet, or a label on a line of several cells, begins a block."""
    if seam.label is None:
        return None
    return True if len(seam.line.cells) > 1 or seam.label.form == "bullet" else None


@rule("blocks.page_lower_case", source="a small letter goes on with what was broken off", otherwise=None)
def lower_case(seam: Seam) -> bool | None:
    """A line that begins with a small letter goes on, unless a sentence has ended; a label `a)` is none of it."""
    if not seam.line.text[:1].islower() or (seam.label is not None and seam.label.form == "letter"):
        return None
    return seam.sentence_ended


@rule("blocks.page_after_stop", source="what ended at the foot of the page does not go on", otherwise=None)
def after_stop(seam: Seam) -> bool | None:
    """A line below one that has ended begins a block."""
    return True if seam.ended else None


@rule("blocks.page_label", source="entries of lists that are numbered in their text", otherwise=None)
def labelled(seam: Seam) -> bool | None:
    """A number or letter begins a block."""
    return True if seam.label is not None and seam.label.form in ("arabic", "decimal", "letter") else None


@rule("blocks.page_full_line", source="a line that was broken because it was full goes on", otherwise=None)
def full_line(seam: Seam) -> bool | None:
    """A full line above goes on."""
    return None if seam.ends_early else False


#: In order; the first that answers decides.
OVER_PAGE = (other_face, after_leader, label_in_a_cell, lower_case, after_stop, labelled, full_line)
