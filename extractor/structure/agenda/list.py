"""The provisional agenda as a list: which run of entries it is (format catalogue 2).

A list is a run of blocks labelled 1, 2, 3 … whose texts are titles, with nothing between them but sub-items, cluster
headings, unnumbered entries and documentation. Several runs may qualify (the list, a contents page, a second list of
another segment); a heading over the run and the absence of leaders decide. Whether the paper is an agenda at all is
settled elsewhere.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from extractor.layout.blocks.model import Block
from extractor.records import Struct, field, replace
from extractor.rules import Rule, first, rule
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.numbers import FIRST
from extractor.structure.agenda.run import read_run
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.state import State, Style, in_style, numbered
from extractor.structure.agenda.words import holds
from extractor.structure.vocabulary import is_heading, is_prose


class AgendaList(Struct):
    """A list found: its items, the blocks it covers (`start:end`), and how it was known.

    `gaps` are the numbers left out, `documents` the blocks that list an item's papers, `sentences` the share of entries
    that are sentences; `rule` is the one by which the run was chosen.
    """

    items: list[Node]
    start: int
    end: int
    contents: bool = False
    headed: bool = False
    gaps: list[str] = field(default_factory=list)
    documents: list[tuple[Node, list[Block]]] = field(default_factory=list)
    sentences: float = 0.0
    rule: str = ""

    @property
    def count(self) -> int:
        """How many items of the first level the list has."""
        return len(self.items)


def agenda_list(
    blocks: Sequence[Block], titled: bool, *, picked: bool = False, tabled: Container[Block] = ()
) -> AgendaList | None:
    """The list of a paper: numbered 1, 2, 3, or in another way where no list is."""
    found = choose_list(find_lists(blocks, titled, picked=picked, tabled=tabled), titled)
    if found is None:
        return next((run for style in STYLES if (run := other_style.applies(blocks, titled, style))), None)
    if found.start and in_style(blocks[found.start - 1].label, "capital"):
        around = (style_around.applies(blocks, titled, style, found) for style in STYLES)
        return next((run for run in around if run is not None), found)
    return found


def find_lists(
    blocks: Sequence[Block],
    titled: bool,
    *,
    picked: bool = False,
    style: Style = "number",
    tabled: Container[Block] = (),
) -> list[AgendaList]:
    """All runs that may be agenda lists, in printed order.

    `titled`: the masthead's title names an agenda; `picked`: its items are picked from a longer agenda and keep their
    numbers; `tabled`: entries of tables that have a column of papers.
    """
    found: list[AgendaList] = []
    at = 0
    while at < len(blocks):
        if picked_opens.applies(blocks[at]) if picked else opens(blocks[at], style):
            state, end = read_run(State(blocks, at, picked, style, tabled))
            headed = first(HEADED, blocks, at, titled and not found) is not None
            alone = len(state.items) >= SETTINGS.least_entries and not only_headed.applies(blocks[at])
            if state.items and (alone or headed):
                share = state.sentences / max(state.entries, 1)
                found.append(
                    AgendaList(state.items, at, end, state.contents, headed, state.gaps, state.documents, share)
                )
                at = max(end, at + 1)
                continue
        at += 1
    return found


def choose_list(lists: Sequence[AgendaList], titled: bool) -> AgendaList | None:
    """The list among the runs: the first that the first of `CHOICES` takes."""
    good = [run for run in lists if not sentences.applies(run) and not (len(lists) > 1 and operative.applies(run))]
    longest = max((run.count for run in good if not run.contents or titled), default=0)
    good = [run for run in good if not too_short.applies(run, longest)]
    for choice in CHOICES:
        for run in good:
            if choice.applies(run, titled):
                return replace(run, rule=choice.name)
    return None


# ---- where a run begins ----------------------------------------------------------------------------------------------


def opens(block: Block, style: Style = "number") -> bool:
    """Whether a block may be the first entry of a list: it is numbered 1 or 1.1, or with the first of its style."""
    label = block.label
    if label is None or block.table is not None or label.value not in FIRST[style]:
        return False
    return numbered(label) if style == "number" else in_style(label, style)


@rule("agenda_list.picked_opens", source="an allocation of items to a committee keeps the numbers of the whole list")
def picked_opens(block: Block) -> bool:
    """A list of items picked from a longer agenda begins with any number before a title."""
    label = block.label
    if label is None or block.table is not None or label.form != "arabic" or label.parts:
        return False
    return not is_prose(block.body)


@rule("agenda_list.only_headed", source="old papers: notes are numbered `1/`, `2/`, as some lists are")
def only_headed(block: Block) -> bool:
    """A run of numbers with slashes is a list only under a heading."""
    return block.label is not None and block.label.is_slashed


@rule("agenda_list.heading_above", source="catalogue 2.1: `Provisional agenda` stands over the list")
def heading_above(blocks: Sequence[Block], start: int, _titled: bool) -> bool:
    """An agenda heading stands over the run, and no other part of the paper between."""
    for block in reversed(blocks[max(start - SETTINGS.heading_reach, 0) : start]):
        if is_heading(block.text, "agenda"):
            return True
        if is_heading(block.text, "annotations") or is_heading(block.text, "contents"):
            return False
    return False


@rule("agenda_list.title_above", source="papers whose title is the heading of their list")
def title_above(blocks: Sequence[Block], start: int, titled: bool) -> bool:
    """Nothing stands between the masthead, whose title names an agenda, and the run but some lines."""
    above = blocks[:start]
    others = any(is_heading(block.text, "annotations") or is_heading(block.text, "contents") for block in above)
    return titled and start < SETTINGS.heading_reach and not others


#: How a run is known to be headed as the list.
HEADED: tuple[Rule[[Sequence[Block], int, bool], bool], ...] = (heading_above, title_above)


# ---- which run is the list -------------------------------------------------------------------------------------------


@rule("agenda_list.sentences", source="catalogue 3.3: annotations whose paragraphs are numbered 1, 2, 3 …")
def sentences(run: AgendaList) -> bool:
    """A run whose entries are mostly sentences is numbered text."""
    return run.sentences >= SETTINGS.prose_share


@rule("agenda_list.operative", source="decisions on an agenda: `2. Aprueba el siguiente temario provisional:`")
def operative(run: AgendaList) -> bool:
    """A run of which an entry announces an agenda is the paragraphs of a decision, and the agenda another run."""
    return any(node.block is not None and holds(node.block.text, "sentences.announces") for node in run.items)


@rule("agenda_list.too_short", source="a lone first heading of the annotations stands under a heading of its own")
def too_short(run: AgendaList, longest: int) -> bool:
    """A run much shorter than the longest is not the list."""
    return run.count <= SETTINGS.least_share * longest


@rule("agenda_list.headed", source="catalogue 2.1: the list under its heading before a contents page")
def headed_list(run: AgendaList, _titled: bool) -> bool:
    """A list under its heading."""
    return run.headed and not run.contents


@rule("agenda_list.contents_serve", source="catalogue 0: papers in which the contents page is the only list")
def contents_serve(run: AgendaList, titled: bool) -> bool:
    """The contents page of a paper that is called an agenda."""
    return run.contents and titled


@rule("agenda_list.plain_list", source="lists without a heading below a title that names the agenda")
def plain_list(run: AgendaList, titled: bool) -> bool:
    """Any list of a paper that is called an agenda."""
    return titled and not run.contents and run.count >= SETTINGS.least_entries


@rule("agenda_list.other_style", source="lists numbered I. to V. or lettered A. to E.", otherwise=None)
def other_style(blocks: Sequence[Block], titled: bool, style: Style) -> AgendaList | None:
    """A list of some entries in Roman numerals or capital letters under its heading; without one these are sections."""
    runs = [run for run in find_lists(blocks, titled, style=style) if headed_list.applies(run, titled)]
    return next(
        (run for run in runs if run.count >= SETTINGS.least_in_style and not sentences.applies(run)),
        None,
    )


@rule(
    "agenda_list.style_around",
    source="conferences: I., below it 1., 2.; then II., which has numbers too",
    otherwise=None,
)
def style_around(blocks: Sequence[Block], titled: bool, style: Style, inner: AgendaList) -> AgendaList | None:
    """A list in Roman numerals or capitals that begins above the numbers and goes on behind them holds them.

    Sections of the paper are none: their titles are headings of its parts.
    """
    run = other_style.applies(blocks, titled, style)
    if run is None or run.start >= inner.start or run.end <= inner.end:
        return None
    parts = any(is_heading(node.title, part) for node in run.items for part in PARTS)
    return None if parts else run


#: Headings of the parts of a paper.
PARTS: tuple[str, ...] = ("agenda", "annotations", "documentation", "schedule")
#: The ways of numbering in which a list is looked for where none is numbered 1, 2, 3.
STYLES: tuple[Style, ...] = ("roman", "capital")

#: The list is the first run that the first of these takes.
CHOICES: tuple[Rule[[AgendaList, bool], bool], ...] = (headed_list, contents_serve, plain_list)
