"""Lines of other kinds between the entries of a list, which goes on below them at the same place.

None of them ends the list. By its looks such a line is text (a pause, a note in brackets, a row of asterisks), a
heading that is printed again, a heading over the items below, or an entry without a number.
"""

from __future__ import annotations

from itertools import takewhile

from extractor.layout.blocks.model import Block
from extractor.rules import rule
from extractor.structure.agenda.numbers import expected
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.state import State, same_edge
from extractor.structure.agenda.titles import opens_annex
from extractor.structure.agenda.words import is_line
from extractor.structure.timetable.phrases import take_continued
from extractor.structure.typeface import Face
from extractor.structure.vocabulary import is_heading, is_prose

_BRACKETS = {"(": ")", "[": "]", "（": "）", "［": "］"}


@rule("agenda_list.heading_again", source="lists over several pages: `Provisional agenda (continued)`")
def heading_again(state: State, at: int) -> bool:
    """The heading of the list on its next page is no heading over the items below it."""
    block = state.blocks[at]
    if block.label is not None or not goes_on(state, at + 1):
        return False
    return is_heading(take_continued(block.text)[0], "agenda")


@rule("agenda_list.pause", source="agendas of conferences by the day: `Lunch break` between items")
def pause(state: State, at: int) -> bool:
    """A pause between the items is neither one of them nor a heading."""
    return is_line(state.blocks[at].text, "headings.pause") and goes_on(state, at + 1)


@rule("agenda_list.note", source="notes on the order of the items: `(Items 4 and 5 will be considered jointly.)`")
def note(state: State, at: int) -> bool:
    """A line in brackets on its own is a note on the items."""
    text = state.blocks[at].text.strip()
    return _BRACKETS.get(text[:1], " ") == text[-1:] and state.blocks[at].label is None and goes_on(state, at + 1)


@rule("agenda_list.signs", source="typists part a list with a row of asterisks")
def signs(state: State, at: int) -> bool:
    """A row of signs only parts the items."""
    return not any(map(str.isalnum, state.blocks[at].text)) and goes_on(state, at + 1)


@rule("agenda_list.cluster_at_left", source="catalogue 2.2: headings in the type of the entries, set out to the left")
def cluster_at_left(state: State, at: int) -> bool:
    """A plain line that stands out to the left, right above an entry, heads the items below."""
    block = state.blocks[at]
    if not _foreign(block) or block.x0 > state.entry.x0 - SETTINGS.same_edge:
        return False
    return at + 1 < len(state.blocks) and _next_entry(state, state.blocks[at + 1])


@rule("agenda_list.line_between", source="agendas of conferences: `Welcome reception` between two numbered items")
def line_between(state: State, at: int) -> bool:
    """Any other line that is no sentence is an entry without a number, if the list goes on below it."""
    return _foreign(state.blocks[at]) and goes_on(state, at + 1)


@rule("agenda_list.line_behind", source="agendas of conferences: an exercise behind the last numbered item")
def line_behind(state: State, at: int) -> bool:
    """Behind the last number a line set like an entry without a number that the list has had is one as well."""
    block = state.blocks[at]
    if not _foreign(block) or not state.lines:
        return False
    return Face.of(block).same_as(Face.of(state.lines[-1])) and block.x0 < state.entry.text_x


@rule("agenda_list.text_below_entry", source="typescript of the 1950s: the text on an item right below its entry")
def text_below_entry(state: State, at: int) -> bool:
    """Sentences in the type of the entries, set in like their text, are on the entry above if the list goes on."""
    block = state.blocks[at]
    if block.label is not None or block.table is not None or not is_prose(block.text):
        return False
    set_in = block.x0 > state.entry.text_x - SETTINGS.flush
    return set_in and Face.of(block).same_as(state.face) and goes_on(state, at + 1)


@rule(
    "agenda_list.text_below_bold", source="WHO: `3. **Rural clinics**`, its papers, and plain text as wide as the page"
)
def text_below_bold(state: State, at: int) -> bool:
    """Sentences in plain type below a bold entry are on it, where some entries stand above and the list goes on.

    Behind the last entry they are on it where the one before it has such text.
    """
    block = state.blocks[at]
    if not state.face.bold or block.bold or block.label is not None or block.table is not None:
        return False
    if block.x0 < state.entry.x0 - SETTINGS.flush or not is_prose(block.text) or len(state.items) < 2:
        return False
    reach = state.blocks[at + 1 : at + 1 + SETTINGS.bold_reach]
    if any(_next_entry(state, below) for below in takewhile(_no_part, reach)):
        return True
    return bool(state.items[-2].annotation) and state.stack[0] is state.items[-1]


def _no_part(block: Block) -> bool:
    """Whether a block is no heading of another part of the paper."""
    return block.table is None and not is_heading(block.text, "annotations") and not opens_annex(block)


@rule("agenda_list.short_sentence", source="agendas with a line of text below each item: `El Grupo aprobará su orden.`")
def short_sentence(state: State, at: int) -> bool:
    """A line that ends in a stop is text on the entry above, as the one above was, where no title ends in a stop."""
    if not _is_text(state, at) or not (state.items[0].annotation or _again(state, at + 1)):
        return False
    return not _stopped(state) and goes_on(state, at + 1)


@rule("agenda_list.text_behind", source="agendas with a line of text below each item: the one below the last item")
def text_behind(state: State, at: int) -> bool:
    """Behind the last entry text set like that on the entry before it is on the last one."""
    if len(state.items) < 2 or not state.items[-2].annotation or state.stack[0] is not state.items[-1]:
        return False
    return _is_text(state, at) and not _stopped(state)


def _is_text(state: State, at: int) -> bool:
    """Whether a block is a line or more that ends in a stop, set in and in the type of the entries."""
    block = state.blocks[at]
    if block.label is not None or block.table is not None or not block.text.rstrip().endswith((".", "。")):
        return False
    return block.x0 > state.entry.text_x - SETTINGS.flush and Face.of(block).same_as(state.face)


def _again(state: State, at: int) -> bool:
    """Whether the next entry of the list stands there, with text below it."""
    return at + 1 < len(state.blocks) and _next_entry(state, state.blocks[at]) and _is_text(state, at + 1)


def _stopped(state: State) -> bool:
    """Whether the title of an entry ends in a stop."""
    blocks = (node.block for node in state.items)
    return any(block is not None and block.text.rstrip().endswith((".", ";", "。")) for block in blocks)


def goes_on(state: State, at: int) -> bool:
    """Whether the next entry of the list stands within a few blocks, in its place and type, and no sentence before it.

    Lines of other kinds may stand between.
    """
    for block in state.blocks[at : at + SETTINGS.more_reach]:
        if _next_entry(state, block):
            return True
        if not _foreign(block) or is_heading(block.text, "annotations"):
            return False
    return False


def _next_entry(state: State, block: Block) -> bool:
    label = block.label
    if label is None or not state.numbers(label) or label.value not in expected(state):
        return False
    if block.leader != state.contents or is_prose(block.body) or not Face.of(block).same_weight(state.face):
        return False
    return same_edge(block.x0, state.entry.x0) or abs(block.text_x - state.entry.text_x) < SETTINGS.flush


def _foreign(block: Block) -> bool:
    """A line that is none of what a list is made of: without a label, no sentence, no table."""
    return block.label is None and block.table is None and not block.leader and not is_prose(block.text)
