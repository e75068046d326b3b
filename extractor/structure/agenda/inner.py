"""Agendas inside papers that are none: of a session to come, in a resolution, a draft decision or a report."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.blocks.model import Block
from extractor.rules import Rule, first, rule
from extractor.structure.agenda.list import STYLES, AgendaList, find_lists, sentences
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.state import Style
from extractor.structure.agenda.words import holds, is_line
from extractor.structure.typeface import Face


def inner_list(blocks: Sequence[Block], body_size: float) -> AgendaList | None:
    """The first list that a heading or a sentence right above it says to be a provisional agenda."""
    return next((run for run in find_lists(blocks, False) if _is_inner(run, blocks, body_size)), None) or next(
        (run for style in STYLES if (run := inner_style.applies(blocks, style, body_size)) is not None), None
    )


@rule("inner_agenda.style", source="decisions of conferences of parties: an agenda numbered I. to VI.", otherwise=None)
def inner_style(blocks: Sequence[Block], style: Style, body_size: float) -> AgendaList | None:
    """The first such list that is numbered in another way."""
    return next((run for run in find_lists(blocks, False, style=style) if _is_inner(run, blocks, body_size)), None)


def _is_inner(run: AgendaList, blocks: Sequence[Block], body_size: float) -> bool:
    if run.contents or run.count < SETTINGS.least_in_style or sentences.applies(run) or not run.start:
        return False
    return first(INTRODUCED, blocks, run.start, body_size) is not None


def heading_above(blocks: Sequence[Block], start: int) -> int | None:
    """The nearest block above the list that names the agenda; None without."""
    for at in range(start - 1, max(start - SETTINGS.heading_reach, 0) - 1, -1):
        if is_line(blocks[at].body, "headings.inner") or holds(blocks[at].text, "sentences.announces"):
            return at
    return None


@rule("inner_agenda.heading", source="draft decisions: `Dates and provisional agenda of the ninth session`")
def headed(blocks: Sequence[Block], start: int, body_size: float) -> bool:
    """A heading that names a provisional agenda stands over the list, a line or two between."""
    above = blocks[max(start - SETTINGS.heading_reach, 0) : start]
    return any(
        block.table is None
        and is_line(block.body, "headings.inner")
        and (Face.of(block).stands_out(body_size) or block.text.isupper() or block is above[-1])
        for block in above
    )


@rule("inner_agenda.announced", source="resolutions: `Approves the following provisional agenda for the Congress:`")
def announced(blocks: Sequence[Block], start: int, _body_size: float) -> bool:
    """The sentence over the list, which ends in a colon, says that a provisional agenda follows."""
    above = blocks[start - 1]
    return above.text.rstrip().endswith((":", "：")) and holds(above.text, "sentences.announces")


#: What says that a list is the agenda of a session to come.
INTRODUCED: tuple[Rule[[Sequence[Block], int, float], bool], ...] = (headed, announced)
