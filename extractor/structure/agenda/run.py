"""Reads one run of entries, block by block, from the first on."""

from __future__ import annotations

from collections.abc import Callable

from extractor.built import compiled
from extractor.grammar.numbering import follows
from extractor.layout.blocks.model import Block
from extractor.layout.text import join_lines
from extractor.lexicon.folding import fold
from extractor.rules import Rule, first, rule
from extractor.structure.agenda import between, entries, foreign
from extractor.structure.agenda.beside import without_beside
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.numbers import expected, level_of
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.state import State
from extractor.structure.agenda.titles import clean_title, opens_annex
from extractor.structure.documents.entry import Remarked, is_code_line, papers_of, parts_of_title
from extractor.structure.meetings.words import words as meeting_words
from extractor.structure.typeface import Face
from extractor.structure.vocabulary import has_figure, is_heading, is_prose, is_purpose_line, is_whole, says

#: What a block of a list can be, in the order in which it is asked: the first that applies takes it. The list ends with
#: the block that is none of them, or before it by one of `between.ENDS`.
KINDS: tuple[Rule[[State, int], bool], ...] = (
    entries.entry,
    between.slashed_note,
    between.code_line,
    between.purpose,
    between.no_paper,
    between.this_paper,
    entries.bullet,
    entries.lettered,
    between.paper_below,
    between.documentation,
    between.restarts,
    foreign.heading_again,
    foreign.pause,
    foreign.note,
    foreign.signs,
    foreign.short_sentence,
    between.unnumbered,
    between.cluster,
    between.lettered_contents,
    between.unnumbered_contents,
    foreign.cluster_at_left,
    foreign.line_between,
    foreign.line_behind,
    foreign.text_below_entry,
    foreign.text_below_bold,
    foreign.text_behind,
)

_PAGE = compiled(r"\d{1,3}")
#: What is left of the leaders where a title fills its line: a dot or none, and the page number.
_SHORT_LEADER = compiled(r"(?<![\s.])(?:\s*+\.)++\s*+\d{1,4}$")


def read_run(state: State) -> tuple[State, int]:
    """The run of entries that begins where the state stands, and where it ends."""
    blocks, start = state.blocks, state.start
    if start and between.cluster_above.applies(state, start - 1):
        state.cluster = _cluster_title(blocks[start - 1])
    opening = opening_above.applies(state, start - 1) if start else False
    at = start
    while at < len(blocks) and not first(between.ENDS, state, at):
        kind = first(KINDS if state.items else KINDS[:1], state, at)
        taken = _TAKE[kind.name](state, at, kind.name) if kind is not None else 0
        if not taken:
            break
        at += taken
    if opening and state.items:
        own = blocks[start - 1]
        state.items.insert(0, _node(state, None, None, own.text, own, opening_above.name))
    while state.contents and at < len(blocks) and contents_tail.applies(state, at):
        at += 1
    return state, at


@rule("agenda_list.opening_above", source="Codex committees: `Opening of the session` without a number over item 1")
def opening_above(state: State, at: int) -> bool:
    """A line that only names the opening, at the text of the first entry right above it, is one without a number."""
    block, entry = state.blocks[at], state.blocks[state.start]
    if block.label is not None or block.table is not None or abs(block.x0 - entry.text_x) > SETTINGS.flush:
        return False
    return (
        Face.of(block).same_as(Face.of(entry))
        and meeting_words().opening_entry.match(fold(block.text).strip(" .:;")) is not None
    )


@rule("agenda_list.contents_tail", source="Human Rights Council: contents pages that name the annexes behind the items")
def contents_tail(state: State, at: int) -> bool:
    """A heading `Annex` and its title are of the contents page where they are set like its entries and on its page.

    So are page numbers in a column of their own, and a heading `Annex` in bold over more entries.
    """
    block = state.blocks[at]
    if block.page == state.blocks[at - 1].page:
        below = state.blocks[at + 1 : at + 3]
        if _PAGE.fullmatch(block.text) or (opens_annex(block) and any(one.leader for one in below)):
            return True
    if block.label is not None or block.page != state.blocks[at - 1].page or not Face.of(block).same_as(state.face):
        return False
    return block.leader or opens_annex(block) or short_leader.applies(block.text) != ""


# ---- what is made of a block: each takes blocks from `at` on and gives how many --------------------------------------


def _take_entry(state: State, at: int, name: str) -> int:
    block = state.blocks[at]
    label = block.label
    assert label is not None
    state.gaps += entries.lost_before(state, label)
    titled = title_below.applies(state, at)
    own = state.blocks[at + 1] if titled else block
    beside = without_beside(own)
    node = _node(state, label.value, label.printed, beside.text, own, name)
    node.x0 = block.x0
    node.documents += beside.documents
    parent = entries.decimal_parent(state, block)
    if parent is not None:
        parent.children.append(node)
    else:
        node.cluster = state.cluster
        state.items.append(node)
        state.sentences += is_prose(block.body)
    state.entries += 1
    state.stack, state.levels = [node], [label.value]  # `(a)` under 2.1 is 2.1(a)
    return 2 if titled else 1


@rule("agenda_list.title_below", source="working groups: `Item 1` on a line of its own over the title")
def title_below(state: State, at: int) -> bool:
    """The title of an entry that is no more than the word for an item and its number is the text right below it."""
    label = state.blocks[at].label
    if label is None or not label.item or label.length < len(state.blocks[at].text) or at + 1 >= len(state.blocks):
        return False
    below = state.blocks[at + 1]
    same_page = below.page == state.blocks[at].page
    return same_page and below.label is None and below.table is None and not is_prose(below.text)


def _take_bullet(state: State, at: int, name: str) -> int:
    block = state.blocks[at]
    level = deeper_bullet.applies(state, block) or 1
    state.add(level, _node(state, None, None, block.body, block, name))
    return 1


@rule("agenda_list.deeper_bullet", source="catalogue 2.2: dashes below `(a)`, by their indent", otherwise=0)
def deeper_bullet(state: State, block: Block) -> int:
    """A bullet set in further than the lettered entry above it stands below that."""
    return sum(node.x0 < block.x0 - SETTINGS.same_edge for node in state.stack)


def _take_lettered(state: State, at: int, name: str) -> int:
    block = state.blocks[at]
    label = block.label
    assert label is not None
    level = level_of(state, label, block)
    state.levels = [*state.levels[:level], label.value]
    parent = state.stack[min(level, len(state.stack)) - 1]
    beside = without_beside(block)
    below = f".{label.value}" if label.form == "arabic" and state.style != "number" else f"({label.value})"
    node = _node(state, f"{parent.number or ''}{below}", label.printed, beside.text, block, name)
    node.documents += beside.documents
    state.add(level, node)
    return 1


def _take_paper(state: State, at: int, _name: str) -> int:
    state.documents.append((state.stack[-1], [state.blocks[at]]))
    return 1


def _take_purpose(state: State, at: int, _name: str) -> int:
    state.stack[-1].documents += papers_of(state.blocks[at].text, state.blocks[at].lines)
    return 1


def _take_no_paper(state: State, _at: int, _name: str) -> int:
    state.stack[-1].no_documentation = True
    return 1


def _take_documentation(state: State, at: int, _name: str) -> int:
    """Documents listed inside the list belong to the item at whose level their heading stands."""
    end = at + 1
    while end < len(state.blocks) and not _after_documents(state, end):
        end += 1
    if end == at + 1:
        return 0
    head = state.blocks[at]
    owner = state.stack[0]
    for node in state.stack[1:]:
        if head.x0 >= node.x0 + SETTINGS.flush:
            owner = node
    state.documents.append((owner, list(state.blocks[at + 1 : end])))
    return end - at


def _after_documents(state: State, at: int) -> bool:
    """Whether a block is none of the documents listed above it."""
    block = state.blocks[at]
    label = block.label
    if is_heading(block.text, "annotations") or opens_annex(block):
        return True
    if is_heading(block.text, "agenda") and not agenda_among_papers.applies(state, block):
        return True
    if label is not None and state.numbers(label) and label.value in expected(state):
        return True
    if label and label.form == "letter" and len(state.levels) > 1 and follows(label.value, state.levels[-1]):
        return True
    if between.cluster.applies(state, at) and not small_paper.applies(state, at):
        return True
    return text_after_documents.applies(block)


@rule("agenda_list.small_paper", source="lists with their papers in smaller type: `Note on islands (A/99/3)`")
def small_paper(state: State, at: int) -> bool:
    """What ends in its symbol below `Documentation` is a paper in whatever type, and no heading over items."""
    return between.paper_below.applies(state, at)


@rule("agenda_list.agenda_among_papers", source="draft decisions: `Annotated provisional agenda` under `Documentation`")
def agenda_among_papers(state: State, block: Block) -> bool:
    """A line under `Documentation` that names an agenda is a paper where it is set like the entries, and set in."""
    return Face.of(block).same_as(state.face) and block.x0 > state.entry.x0 + SETTINGS.same_edge


@rule("agenda_list.text_after_documents", source="annotations that follow the list without a heading")
def text_after_documents(block: Block) -> bool:
    """A long sentence that announces no documents is none of those listed."""
    return len(block.text) > SETTINGS.longest_document and is_prose(block.text) and not says(block.text, "before_it")


def _take_restart(state: State, at: int, _name: str) -> int:
    block = state.blocks[at]
    state.cluster = clean_title(block.body if block.label else block.text)
    state.levels = []
    return 1


def _take_cluster(state: State, at: int, _name: str) -> int:
    state.cluster = _cluster_title(state.blocks[at])
    return 1


def _take_unnumbered(state: State, at: int, name: str) -> int:
    block = state.blocks[at]
    state.add(1, _node(state, None, None, block.text, block, name))
    state.stack, state.levels = state.stack[:1], state.levels[:1]
    return 1


def _take_line(state: State, at: int, name: str) -> int:
    """An entry of the first level without a number."""
    block = state.blocks[at]
    node = _node(state, None, None, block.text, block, name)
    node.cluster = state.cluster
    state.items.append(node)
    state.lines.append(block)
    state.stack, state.levels = [node], state.levels[:1]
    return 1


def _take_annotation(state: State, at: int, _name: str) -> int:
    """Text on the entry above."""
    state.stack[-1].annotation.append(("paragraph", state.blocks[at]))
    return 1


def _take_text(_state: State, _at: int, _name: str) -> int:
    """Text between the items, which belongs to none of them."""
    return 1


_TAKE: dict[str, Callable[[State, int, str], int]] = {
    entries.entry.name: _take_entry,
    entries.bullet.name: _take_bullet,
    entries.lettered.name: _take_lettered,
    between.code_line.name: _take_paper,
    between.purpose.name: _take_purpose,
    between.no_paper.name: _take_no_paper,
    between.paper_below.name: _take_paper,
    between.documentation.name: _take_documentation,
    between.restarts.name: _take_restart,
    between.unnumbered.name: _take_unnumbered,
    between.cluster.name: _take_cluster,
    between.lettered_contents.name: _take_cluster,
    between.unnumbered_contents.name: _take_unnumbered,
    between.slashed_note.name: _take_text,
    between.this_paper.name: _take_text,
    foreign.heading_again.name: _take_text,
    foreign.pause.name: _take_text,
    foreign.note.name: _take_text,
    foreign.signs.name: _take_text,
    foreign.cluster_at_left.name: _take_cluster,
    foreign.line_between.name: _take_line,
    foreign.line_behind.name: _take_line,
    foreign.text_below_entry.name: _take_annotation,
    foreign.text_below_bold.name: _take_annotation,
    foreign.short_sentence.name: _take_annotation,
    foreign.text_behind.name: _take_annotation,
}


def _cluster_title(block: Block) -> str:
    lettered = block.label is not None and block.label.form in ("capital", "roman")
    return clean_title(block.body if lettered else block.text)


# ---- items -----------------------------------------------------------------------------------------------------------


def _node(state: State, number: str | None, printed: str | None, title: str, block: Block, name: str) -> Node:
    if state.contents and not block.leader and (rest := short_leader.applies(title)):
        title = title[: -len(rest)]
    below = papers_line.applies(block)
    if below and title.endswith(below):
        title = title[: -len(below)].rstrip()
    if purpose := purpose_below.applies(block, title):
        title = title[: -len(purpose)].rstrip()
    named, documents = (Remarked(title), []) if block in state.tabled else parts_of_title(title, block.lines)
    node = Node(number, printed, clean_title(named.title), block.page, block.bbox, x0=block.x0, block=block, rule=name)
    node.documents, node.no_documentation = documents + papers_of(below, block.lines), named.without
    return node


@rule(
    "agenda_list.purpose_below",
    source="boards: `Report of the Manager` over `(for information)` in a cell",
    otherwise="",
)
def purpose_below(block: Block, title: str) -> str:
    """The last line of an entry, where it stands in brackets and only says what the item is for."""
    last = block.lines[-1].text.strip() if len(block.lines) > 1 else ""
    if last[:1] not in "([" or not title.endswith(last):
        return ""
    return last if is_purpose_line(last.strip("()[] ")) else ""


@rule("agenda_list.papers_line", source="WIPO: `See documents SCP/36/3 and SCP/36/5.` below a title", otherwise="")
def papers_line(block: Block) -> str:
    """The last lines of an entry that only say where its papers are."""
    for at in range(max(1, len(block.lines) - SETTINGS.papers_lines), len(block.lines)):
        tail = join_lines(block.lines[at:])[0]
        head = tail.split("/")[0].rpartition(" ")[0] if has_figure(tail) else tail.rstrip(" .;")
        # `… and document A/71/755)` is the wrapped rest of a mandate
        whole = not tail[:1].islower() and is_whole(head, "sentences", "code_lead")
        if whole and (not has_figure(tail) or is_code_line(tail)):
            return tail
    return ""


@rule("agenda_list.short_leader", source="contents entries whose title fills the line: `. 12` is left", otherwise="")
def short_leader(title: str) -> str:
    """What is left of the leaders at the end of a contents entry that fills its line, with the page number."""
    found = _SHORT_LEADER.search(title)
    return found[0] if found else ""
