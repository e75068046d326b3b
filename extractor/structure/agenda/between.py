"""What may stand between the numbered entries of a list, and what ends it (format catalogue 2.2, 2.3)."""

from __future__ import annotations

from extractor.grammar.numbering import follows
from extractor.layout.blocks.model import Block
from extractor.rules import Rule, first, rule
from extractor.structure.agenda.numbers import expected, picked_numbers
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.state import State, numbered
from extractor.structure.agenda.titles import opens_annex
from extractor.structure.agenda.words import begins_with, is_line
from extractor.structure.documents.entry import is_code_line, is_none, split_codes
from extractor.structure.documents.none_foreseen import foresees_none
from extractor.structure.typeface import Face
from extractor.structure.vocabulary import has_figure, is_heading, is_prose, is_purpose_line, is_whole

#: The signs in which a title may end that is no cluster heading.
_CLOSED = (".", ";")
_ENDED = (".", ";", ":")
#: Headings that are no cluster of items.
_OTHER_PARTS = ("agenda", "contents", "annotations", "column_heads", "schedule", "annex")
#: ... and over which no list begins again.
_NO_SEGMENT = ("annotations", "agenda", "schedule", "documentation", "annex")


# ---- the end of the list ---------------------------------------------------------------------------------------------


@rule("agenda_list.table_ends", source="catalogue 4: the timetable follows the list")
def table_ends(state: State, at: int) -> bool:
    """A table ends the list."""
    return state.blocks[at].table is not None


@rule("agenda_list.annotations_end", source="catalogue 3.1: `Annotations` opens the text on the items")
def annotations_end(state: State, at: int) -> bool:
    """The heading of the annotations ends the list."""
    return at > state.start and is_heading(state.blocks[at].text, "annotations")


@rule("agenda_list.annex_ends", source="catalogue 4: `Annex I` and its title behind the list")
def annex_ends(state: State, at: int) -> bool:
    """The heading of an annex ends the list."""
    return at > state.start and opens_annex(state.blocks[at])


@rule("agenda_list.schedule_ends_contents", source="catalogue 2: contents pages name the timetable behind the items")
def schedule_ends_contents(state: State, at: int) -> bool:
    """On a contents page the timetable stands behind the last item."""
    block = state.blocks[at]
    return state.contents and block.label is None and is_heading(block.text, "schedule")


#: What ends a list, whatever it looks like.
ENDS = (table_ends, annotations_end, annex_ends, schedule_ends_contents)


# ---- papers ----------------------------------------------------------------------------------------------------------


@rule("agenda_list.code_line", source="catalogue 2.3: document codes below an entry or at the right of it")
def code_line(state: State, at: int) -> bool:
    """A line of document codes belongs to the entry above."""
    block = state.blocks[at]
    plain = block.label is None or (block.label.form == "bullet" and block.lines[0].text != block.label.printed)
    return plain and not block.leader and is_code_line(block.body)


@rule(
    "agenda_list.purpose", source="boards of agencies: `For decision`, `For information (E/ICEF/2032/6)` below an item"
)
def purpose(state: State, at: int) -> bool:
    """A line that only says what the item is for, with or without its papers, belongs to the entry above."""
    block = state.blocks[at]
    return block.label is None and not block.leader and is_purpose_line(block.text.strip("()[] "))


@rule(
    "agenda_list.this_paper",
    source="WIPO: `See present document.` below an item where others have `See document A/76/3.`",
)
def this_paper(state: State, at: int) -> bool:
    """A line that only says where the paper is, without its symbol, is no entry."""
    block = state.blocks[at]
    return block.label is None and not has_figure(block.text) and _only_says(block.text)


def _only_says(text: str) -> bool:
    """Whether a text of several words is no more than a word for papers."""
    return " " in text and is_whole(text, "sentences", "code_lead") and not is_heading(text, "documentation")


@rule("agenda_list.no_paper", source="WHO: `No document` below an item where others have `Document EB164/2`")
def no_paper(state: State, at: int) -> bool:
    """A short line at the text of the entries that says that there is no document is said of the entry above."""
    block = state.blocks[at]
    if block.label is not None or block.leader or block.x0 <= state.entry.text_x - SETTINGS.indent:
        return False
    return len(block.text) < SETTINGS.longest_no_paper and (foresees_none(block.text) or is_none(block.text))


@rule("agenda_list.paper_below", source="Security Council: `Letter dated … (S/2031/88)` below an item")
def paper_below(state: State, at: int) -> bool:
    """A line at the text of the entries or deeper that ends in its symbol is a paper of the entry above."""
    block = state.blocks[at]
    if block.label is not None or block.leader or block.x0 <= state.entry.text_x - SETTINGS.indent:
        return False
    return not is_prose(block.text) and bool(split_codes(block.text, block.lines)[1])


@rule("agenda_list.documentation", source="catalogue 2.3 and 3.5: documents listed within the list")
def documentation(state: State, at: int) -> bool:
    """A heading `Documentation` opens a list of documents."""
    block = state.blocks[at]
    return is_heading(block.text, "documentation") and not block.leader and not documents_of_paper.applies(state, at)


@rule("agenda_list.documents_of_paper", source="agencies: `References for the fourth session` behind the last item")
def documents_of_paper(state: State, at: int) -> bool:
    """Set out to the left of the entries' text and larger or bolder, behind the last of several, it is of none."""
    block = state.blocks[at]
    face = Face.of(block)
    heads = face.unlike(state.face) and (face.bold or face.larger_than(state.face.size))
    last = len(state.items) > 1 and not _goes_on_below(state, at + 1)
    return heads and last and block.x0 < state.entry.text_x - SETTINGS.indent


def _goes_on_below(state: State, at: int) -> bool:
    """Whether any block further on is the next entry of the list."""
    awaited = expected(state)
    return any(
        block.label is not None and state.numbers(block.label) and block.label.value in awaited
        for block in state.blocks[at:]
        if not is_prose(block.body)
    )


# ---- entries without a number ----------------------------------------------------------------------------------------


@rule("agenda_list.unnumbered", source="catalogue 2.2: a level-two entry may have no label")
def unnumbered(state: State, at: int) -> bool:
    """A text set like the entries and flush with their text is an entry, if a list was announced or goes on behind."""
    return _like_entries(state, state.blocks[at]) and (
        state.blocks[at - 1].text.endswith((":", ";")) or more(state, at + 1)
    )


def _like_entries(state: State, block: Block) -> bool:
    if block.label or is_prose(block.text) or not any(map(str.isalnum, block.text)):
        return False
    if not Face.of(block).same_as(state.face) or block.leader != state.contents:
        return False
    if block.x0 < state.entry.text_x - SETTINGS.indent:
        return False
    if segment.applies(state, block) or (named_cluster.applies(state, block) and not block.text.endswith(_ENDED)):
        return False
    if state.contents or block.x0 > state.entry.text_x + SETTINGS.flush:
        return True
    return block.text.rstrip().endswith(_ENDED)


@rule("agenda_list.slashed_note", source="old papers: notes `1/`, `2/` stand among the entries 1., 2. …")
def slashed_note(state: State, at: int) -> bool:
    """A number with a slash among entries without is a note, if the list goes on behind it."""
    label = state.blocks[at].label
    return label is not None and label.is_slashed and not state.numbers(label) and more(state, at + 1)


# ---- clusters --------------------------------------------------------------------------------------------------------


@rule("agenda_list.lettered_cluster", source="catalogue 2.2: `A. Promotion of sustained economic growth …`")
def lettered_cluster(state: State, block: Block) -> bool:
    """A title behind a capital letter or a Roman numeral heads the items below."""
    if block.label is None or block.label.form not in ("capital", "roman"):
        return False
    return state.style == "number"


@rule("agenda_list.cluster_in_other_type", source="catalogue 2.2: unnumbered cluster headings between items")
def cluster_in_other_type(state: State, block: Block) -> bool:
    """A line in other type than the entries, without a stop, heads the items below."""
    return _unlabelled(block) and Face.of(block).unlike(state.face)


@rule("agenda_list.cluster_in_capitals", source="catalogue 2.2: `I. INTRODUCTION - PROCEDURE OF THE SESSION`")
def cluster_in_capitals(state: State, block: Block) -> bool:
    """A line in capitals heads the items below, where the entries are not in capitals."""
    return _unlabelled(block) and block.text.isupper() and not state.entry.body.isupper()


@rule(
    "agenda_list.named_cluster",
    source="agencies: `Pillar 1: One billion lives made healthier`, in the type of the items",
)
def named_cluster(_state: State, block: Block) -> bool:
    """A line that begins with `Pillar 1`, `Segment II` or the like heads the items below, whatever its type."""
    return _unlabelled(block) and begins_with(block.text, "headings.group")


@rule("agenda_list.segment", source="commissions: `Operational segment` over items, in the type of the items")
def segment(_state: State, block: Block) -> bool:
    """A line that is no more than the name of a segment heads the items below, whatever its type."""
    return _unlabelled(block) and is_line(block.text, "headings.segment")


#: What makes a short line a heading over items.
CLUSTERS: tuple[Rule[[State, Block], bool], ...] = (
    lettered_cluster,
    cluster_in_other_type,
    cluster_in_capitals,
    named_cluster,
    segment,
)


def _unlabelled(block: Block) -> bool:
    return block.label is None and not block.text.rstrip().endswith(_CLOSED)


def is_cluster(state: State, block: Block) -> bool:
    """Whether a block is a heading over items: short, no sentence, and by one of the `CLUSTERS`."""
    if block.table or block.leader or len(block.text.split()) > SETTINGS.cluster_words or is_prose(block.text):
        return False
    return first(CLUSTERS, state, block) is not None


@rule("agenda_list.cluster", source="catalogue 2.2: clusters of items, by letter or by heading")
def cluster(state: State, at: int) -> bool:
    """A heading over items, if the list goes on behind it."""
    return is_cluster(state, state.blocks[at]) and more(state, at + 1)


@rule("agenda_list.cluster_above", source="catalogue 2.2: `High-level segment` over the first item")
def cluster_above(state: State, at: int) -> bool:
    """A heading over the first item that names no part of the paper is its cluster."""
    block = state.blocks[at]
    return is_cluster(state, block) and not any(is_heading(block.text, name) for name in _OTHER_PARTS)


@rule("agenda_list.restarts", source="catalogue 2.2: `II. High-level segment`, whose items begin again at 1")
def restarts(state: State, at: int) -> bool:
    """A heading followed at once by a list that begins again at 1: the agenda of another segment or body."""
    below = at + 1 + heads_below.applies(state, at + 1)
    if below >= len(state.blocks) or not all(_heads_segment(state, block) for block in state.blocks[at:below]):
        return False
    after = state.blocks[below]
    again = numbered(after.label) and after.label is not None and after.label.value == "1"
    return again and Face.of(after).same_weight(state.face) and not is_prose(after.body)


def _heads_segment(state: State, block: Block) -> bool:
    return is_cluster(state, block) and not any(is_heading(block.text, name) for name in _NO_SEGMENT)


@rule(
    "agenda_list.heads_below",
    source="agencies: `Policy Development Section` over `Employment and Social Protection Segment`",
    otherwise=0,
)
def heads_below(state: State, at: int) -> int:
    """How many more headings stand right below that of a segment: one in other type, or none."""
    return int(at < len(state.blocks) and is_cluster(state, state.blocks[at]))


@rule("agenda_list.lettered_contents", source="catalogue 2.2: clusters of a contents page, by letter")
def lettered_contents(state: State, at: int) -> bool:
    """An entry of a contents page behind a capital letter or Roman numeral heads the items below."""
    block = state.blocks[at]
    return _in_contents(state, at) and block.label is not None and block.label.form in ("capital", "roman")


@rule("agenda_list.unnumbered_contents", source="contents pages that name sections beside the items")
def unnumbered_contents(state: State, at: int) -> bool:
    """Another entry of a contents page is one without a number."""
    return _in_contents(state, at)


def _in_contents(state: State, at: int) -> bool:
    return state.blocks[at].leader and state.contents and more(state, at + 1)


def more(state: State, at: int) -> bool:
    """Whether an entry of the list follows within a few blocks."""
    for block in state.blocks[at : at + SETTINGS.more_reach]:
        if block.table or is_heading(block.text, "annotations"):
            return False
        label = block.label
        if label is not None and state.numbers(label):
            goes_on = label.value in expected(state) or picked_numbers.applies(state, label)
            return goes_on and not (block.bold and not state.face.bold)
        if label is not None and label.form == "letter" and len(state.levels) > 1:
            return follows(label.value, state.levels[-1])
        if is_prose(block.text):
            return False
    return state.contents and at < len(state.blocks) and state.blocks[at].leader
