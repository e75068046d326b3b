"""Which labelled blocks are entries of a list (format catalogue 2.2)."""

from __future__ import annotations

from extractor.grammar.numbering import Label
from extractor.layout.blocks.model import Block
from extractor.rules import first, rule
from extractor.structure.agenda.model import Node, walk
from extractor.structure.agenda.numbers import expected, level_of, lost_numbers, picked_numbers
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.state import State, same_edge
from extractor.structure.typeface import Face
from extractor.structure.vocabulary import is_prose


@rule("agenda_list.bold_begins_annotations", source="catalogue 3.2: the annotations repeat the titles, mostly in bold")
def bold_begins_annotations(state: State, at: int) -> bool:
    """Among plain entries a bold one is the first heading of the annotations."""
    return bool(state.items) and state.blocks[at].bold and not state.face.bold


@rule("agenda_list.no_leader", source="contents pages: the annotations follow without a heading, in the same numbers")
def no_leader(state: State, at: int) -> bool:
    """Behind the entries of a contents page one without a leader, at the end or in other type, is none."""
    if not state.contents or state.blocks[at].leader:
        return False
    return at + 1 >= len(state.blocks) or state.blocks[at].size != state.blocks[at - 1].size


@rule("agenda_list.sentence_off_edge", source="catalogue 3.3: paragraph numbers run on behind the list")
def sentence_off_edge(state: State, at: int) -> bool:
    """Behind titles a sentence at another edge is a numbered paragraph."""
    block = state.blocks[at]
    if not (state.items and state.entries and state.sentences == 0) or decimal_parent(state, block) is not None:
        return False
    return not same_edge(state.items[-1].x0, block.x0) and is_prose(block.body)


#: What speaks against a block whose number goes on the list.
NO_ENTRY = (bold_begins_annotations, no_leader, sentence_off_edge)


@rule("agenda_list.entry", source="catalogue 2.2: items are numbered 1, 2, 3 …")
def entry(state: State, at: int) -> bool:
    """A block whose number goes on the list, if nothing speaks against it."""
    label = state.blocks[at].label
    if label is None or not state.numbers(label):
        return False
    if label.value not in expected(state) and not _skips(state, label, state.blocks[at]):
        return False
    if state.style == "number" and closed_number.applies(state, label, state.blocks[at]):
        return False
    return first(NO_ENTRY, state, at) is None


def _skips(state: State, label: Label, block: Block) -> bool:
    """Whether numbers are left out before a label, and the list goes on all the same."""
    if not (state.items and Face.of(block).same_weight(state.face)):
        return False
    return picked_numbers.applies(state, label) or bool(lost_numbers.applies(state, label))


def lost_before(state: State, label: Label) -> list[str]:
    """The numbers that the list lost before an entry; a list of picked items loses none."""
    if state.picked or label.value in expected(state):
        return []
    return list(lost_numbers.applies(state, label))


def decimal_parent(state: State, block: Block) -> Node | None:
    """The item on which a decimal hangs: `2.1` on item 2, when the list has an item 2 of its own."""
    return decimal_child.applies(state, block) or None


@rule("agenda_list.decimal_child", source="catalogue 2.2: 2 and below it 2.1, 2.2 …", otherwise=None)
def decimal_child(state: State, block: Block) -> Node | None:
    """A decimal hangs on the entry whose number it begins with."""
    label = block.label
    if label is None or label.form != "decimal":
        return None
    above = label.value.rpartition(".")[0]
    return next((node for node in walk(state.items) if node.number == above), None)


@rule("agenda_list.bullet", source="catalogue 2.2: a dash before an entry of level two")
def bullet(state: State, at: int) -> bool:
    """A text behind a bullet or dash is an entry without a number."""
    label = state.blocks[at].label
    return label is not None and label.form == "bullet"


@rule("agenda_list.numbered_below", source="decisions of conferences of parties: I., II., below them 1., 2. …")
def numbered_below(state: State, label: Label, block: Block) -> bool:
    """A number set in from the last entry, in a list of Roman numerals or capital letters, stands below it.

    In a list of numbers, one in brackets or quotes stands below a letter: `(a)`, below it `(1)`.
    """
    if label.form != "arabic" or not state.items:
        return False
    if state.style == "number":
        return closed_number.applies(state, label, block)
    return _set_in(block, state.items[-1])


def _set_in(block: Block, entry: Node) -> bool:
    """Whether a block stands further right than an entry."""
    return block.x0 > entry.x0 and not same_edge(entry.x0, block.x0)


@rule("agenda_list.capital_below", source="agencies and conferences: 1., below it A., B.; I., below it A., B.")
def capital_below(state: State, block: Block) -> bool:
    """A capital letter in light type, set in from the last entry of a list of numbers, stands below it."""
    if state.style == "capital" or not state.items or (block.bold and not state.face.bold):
        return False
    return _set_in(block, state.items[-1])


@rule("agenda_list.closed_number", source="Arabic papers: (أ), below it ‘1’, ‘2’; `a)`, below it `1)`, `2)`")
def closed_number(state: State, label: Label, block: Block) -> bool:
    """A number in brackets or quotes below a letter, set in from it or next in its row, stands below the letter."""
    if not label.is_closed_number or len(state.levels) < 2:
        return False
    if len(state.levels) > 2:
        return state.levels[2].isdigit() and same_edge(state.stack[2].x0, block.x0)
    return _set_in(block, state.stack[1])


@rule("agenda_list.lettered", source="catalogue 2.2: (a), (b) …, below them (i), (ii) …")
def lettered(state: State, at: int) -> bool:
    """A letter or small Roman numeral that goes on a level, or opens one, is an entry below the last."""
    block = state.blocks[at]
    label = block.label
    if label is None or label.item:
        return False
    letters = label.form == "letter" or (label.form == "roman" and label.value.islower())
    capitals = label.form == "capital" and capital_below.applies(state, block)
    if not (letters or capitals or numbered_below.applies(state, label, block)):
        return False
    if not level_of(state, label, block):
        return False
    return not long_sentence.applies(block)


@rule("agenda_list.long_sentence", source="catalogue 3.3: sub-paragraphs (a), (b) of the annotations look like entries")
def long_sentence(block: Block) -> bool:
    """A lettered sentence of some lines is a paragraph, no entry."""
    return len(block.body) > SETTINGS.longest_sub_entry and is_prose(block.body)
