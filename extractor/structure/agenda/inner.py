"""Agendas inside papers that are none: of a session to come, in a resolution, a draft decision or a report."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.blocks.model import Block
from extractor.layout.text import join_lines
from extractor.rules import Rule, first, rule
from extractor.structure.agenda.list import STYLES, AgendaList, find_lists, sentences
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.state import Style
from extractor.structure.agenda.words import holds, is_line
from extractor.structure.typeface import Face
from extractor.structure.vocabulary import is_heading


def inner_list(blocks: Sequence[Block], body_size: float, *, recorded: bool = True) -> AgendaList | None:
    """The list that a heading, else a sentence right above it says to be a provisional agenda, else an agenda.

    `recorded`: the paper may be the record of a meeting, which is no session of an organ with papers of its own.
    """
    runs = [run for run in find_lists(blocks, False) if _may_be_inner(run)]
    for introduced in INTRODUCED if recorded else COMING:
        for run in runs:
            if introduced.applies(blocks, run.start, body_size):
                return run
    styled = (inner_style.applies(blocks, style, body_size) for style in STYLES)
    return next((run for run in styled if run is not None), None)


@rule("inner_agenda.style", source="decisions of conferences of parties: an agenda numbered I. to VI.", otherwise=None)
def inner_style(blocks: Sequence[Block], style: Style, body_size: float) -> AgendaList | None:
    """The first such list that is numbered in another way."""
    runs = [run for run in find_lists(blocks, False, style=style) if _may_be_inner(run)]
    return next((run for run in runs if first(INTRODUCED, blocks, run.start, body_size) is not None), None)


def _may_be_inner(run: AgendaList) -> bool:
    return not run.contents and run.count >= SETTINGS.least_in_style and not sentences.applies(run) and run.start > 0


def heading_of(block: Block) -> str:
    """The heading that a block is, without the line `Annex I` that it may begin with."""
    if len(block.lines) > 1 and below_annex.applies(block.lines[0].text):
        return join_lines(block.lines[1:])[0]
    return block.body


@rule(
    "inner_agenda.below_annex",
    source="reports: `Annex` set close over `Draft provisional agenda for the ninth session`",
)
def below_annex(line: str) -> bool:
    """The first line of a heading names the annex, and the others its title."""
    return is_heading(line, "annex")


def heading_above(blocks: Sequence[Block], start: int) -> int | None:
    """The nearest block above the list that names the agenda; None without."""
    for at in range(start - 1, max(start - SETTINGS.heading_reach, 0) - 1, -1):
        if is_line(heading_of(blocks[at]), "headings.inner") or holds(blocks[at].text, "sentences.announces"):
            return at
    return None


@rule("inner_agenda.heading", source="draft decisions: `Dates and provisional agenda of the ninth session`")
def headed(blocks: Sequence[Block], start: int, body_size: float) -> bool:
    """A heading that names a provisional agenda stands over the list, a line or two between."""
    above = blocks[max(start - SETTINGS.heading_reach, 0) : start]
    return any(
        block.table is None
        and is_line(heading_of(block), "headings.inner")
        and (Face.of(block).stands_out(body_size) or block.text.isupper() or block is above[-1])
        for block in above
    )


@rule("inner_agenda.announced", source="resolutions: `Approves the following provisional agenda for the Congress:`")
def announced(blocks: Sequence[Block], start: int, _body_size: float) -> bool:
    """The sentence over the list, which ends in a colon, says that a provisional agenda follows."""
    above = blocks[start - 1]
    return above.text.rstrip().endswith((":", "：")) and holds(above.text, "sentences.announces")


@rule("inner_agenda.of_record", source="minutes of steering committees: `Agenda` over the items, then what was said")
def of_record(blocks: Sequence[Block], start: int, body_size: float) -> bool:
    """The word for an agenda stands right over the list, set as a heading, or a sentence that says it was adopted."""
    above = blocks[start - 1]
    if start > SETTINGS.record_reach:
        return False
    if above.text.rstrip().endswith((":", "：")):
        return holds(above.text, "sentences.adopted")
    return (
        above.table is None
        and is_line(above.body, "headings.plain")
        and (Face.of(above).stands_out(body_size) or above.text.isupper())
    )


#: What says that a list is the agenda of a session to come.
COMING: tuple[Rule[[Sequence[Block], int, float], bool], ...] = (headed, announced)
#: What says that a list is an agenda, of a session to come before that of the meeting of which the paper tells.
INTRODUCED: tuple[Rule[[Sequence[Block], int, float], bool], ...] = (*COMING, of_record)
