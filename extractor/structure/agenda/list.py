"""The provisional agenda as a list: numbering, sub-items, clusters, unnumbered entries (format catalogue 2).

A list is a run of blocks labelled 1, 2, 3 … whose texts are titles, with nothing between them but sub-items, cluster
headings,
unnumbered entries and documentation. Several runs may qualify (the list, a contents page, a second list of another
segment); a
heading over the run and the absence of leaders decide. Whether the paper is an agenda at all is settled elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.grammar.numbering import Label, follows, read_label, successors
from extractor.layout.blocks.model import Block
from extractor.layout.blocks.split import FLUSH
from extractor.layout.text import join_lines
from extractor.structure.agenda.model import Node
from extractor.structure.agenda.titles import clean_title, opens_annex
from extractor.structure.documents.entry import is_code_line, papers_of, split_codes
from extractor.structure.vocabulary import has_figure, is_heading, is_prose, is_whole, says

#: A run of fewer entries is a list only under a heading that says so.
LEAST_ENTRIES = 2
#: Blocks that may stand between a heading and the run that belongs to it.
HEADING_REACH = 4
#: An unlabelled line longer than this many words is no cluster heading.
CLUSTER_WORDS = 40


#: What is left of the leaders where a title fills its line: a dot or none, and the page number.
_SHORT_LEADER = re.compile(r"(?:\s*\.)+\s*\d{1,4}$")


@dataclass(slots=True)
class AgendaList:
    """A list found: its items, the blocks it covers (`start:end`), and how it was known."""

    items: list[Node]
    start: int
    end: int
    contents: bool = False
    headed: bool = False
    gaps: list[str] = field(default_factory=list)  # numbers left out
    documents: list[tuple[Node, list[Block]]] = field(default_factory=list)
    prose: float = 0.0

    @property
    def count(self) -> int:
        return len(self.items)


def find_lists(blocks: Sequence[Block], titled: bool, *, picked: bool = False) -> list[AgendaList]:
    """All runs that may be agenda lists, in printed order.

    `titled`: the masthead's title names an agenda; `picked`: its items are picked from a longer agenda and keep their
    numbers.
    """
    found: list[AgendaList] = []
    at = 0
    while at < len(blocks):
        if _opens(blocks, at, picked):
            run = _Run(blocks, at, picked).read()
            if run.items:
                run.headed = _headed(blocks, run.start, titled and not found)
                if run.count >= LEAST_ENTRIES or run.headed:
                    found.append(run)
                    at = max(run.end, at + 1)
                    continue
        at += 1
    return found


def choose_list(lists: Sequence[AgendaList], titled: bool) -> AgendaList | None:
    """The list among the runs: one under its heading before one without, a list before a contents page."""
    good = [run for run in lists if run.prose < 0.5]
    longest = max((run.count for run in good if not run.contents or titled), default=0)
    good = [run for run in good if run.count > 0.5 * longest]  # a lone first heading of the annotations is no list
    plain = [run for run in good if not run.contents]
    for candidates in (
        [run for run in plain if run.headed],
        [run for run in good if run.contents and titled],
        [run for run in plain if titled and run.count >= LEAST_ENTRIES],
    ):
        if candidates:
            return candidates[0]
    return None


def _opens(blocks: Sequence[Block], at: int, picked: bool) -> bool:
    label = blocks[at].label
    if label is None or blocks[at].table:
        return False
    if picked:
        return label.form == "arabic" and not label.parts and not is_prose(blocks[at].body)
    return label.form in ("arabic", "decimal") and label.value in ("1", "1.1") and not label.parts


def _headed(blocks: Sequence[Block], start: int, titled: bool) -> bool:
    """Whether an agenda heading stands over the run, or nothing at all between the masthead's title and the run."""
    for back in range(1, HEADING_REACH + 1):
        index = start - back
        if index < 0:
            return titled
        block = blocks[index]
        if is_heading(block.text, "agenda"):
            return True
        if is_heading(block.text, "annotations") or is_heading(block.text, "contents"):
            return False
    return False


class _Run:
    """Reads one run of entries from a block labelled 1 on."""

    def __init__(self, blocks: Sequence[Block], start: int, picked: bool = False) -> None:
        self.blocks, self.start, self.picked = blocks, start, picked
        self.items: list[Node] = []
        self.stack: list[Node] = []  # open nodes by level
        self.levels: list[str | None] = []  # last label value at each level
        self.cluster: str | None = None
        self.contents = blocks[start].leader
        self.prose = 0
        self.entries = 0
        self.gaps: list[str] = []
        self.documents: list[tuple[Node, list[Block]]] = []
        self.face = (blocks[start].bold, round(blocks[start].size))
        self.bold_entries = blocks[start].bold

    def read(self) -> AgendaList:
        at = self.start
        before = self._cluster_before(at)
        self.cluster = before
        end = at
        while at < len(self.blocks):
            step = self._take(at)
            if step == 0:
                break
            at += step
            end = at
        prose = self.prose / max(self.entries, 1)
        return AgendaList(self.items, self.start, end, self.contents, False, self.gaps, self.documents, prose)

    def _cluster_before(self, at: int) -> str | None:
        if at == 0:
            return None
        block = self.blocks[at - 1]
        if self._is_cluster(block) and not any(
            is_heading(block.text, name)
            for name in ("agenda", "contents", "annotations", "column_heads", "schedule", "annex")
        ):
            return clean_title(block.body if block.label and block.label.form in ("capital", "roman") else block.text)
        return None

    def _take(self, at: int) -> int:
        """Take the block at `at` into the run; the number of blocks taken, 0 at the end of the run."""
        block = self.blocks[at]
        if block.table:
            return 0
        label = block.label
        if at > self.start and (is_heading(block.text, "annotations") or opens_annex(block)):
            return 0
        if self.contents and label is None and is_heading(block.text, "schedule"):
            return 0  # the contents page names the timetable after the items
        if label and self._next_item(label, block, at):
            return 1
        if not self.items:
            return 0
        if label and self._sub_item(label, block):
            return 1
        if label is None and not block.leader and (is_code_line(block.text) or self._is_paper(block)):
            self.documents.append((self.stack[-1], [block]))
            return 1
        if is_heading(block.text, "documentation") and not block.leader:
            return self._documentation(at)
        if self._restarts(at):
            self.cluster = clean_title(block.body if block.label else block.text)
            self.levels = []
            return 1
        announced = self.blocks[at - 1].text.endswith((":", ";"))
        if self._unnumbered(block) and (announced or self._more(at + 1)):
            return self._add_unnumbered(block)
        if self._is_cluster(block) and self._more(at + 1):
            self.cluster = clean_title(block.body if label and label.form in ("capital", "roman") else block.text)
            return 1
        if block.leader and self.contents and self._more(at + 1):
            if label and label.form in ("capital", "roman"):
                self.cluster = clean_title(block.body)
                return 1
            return self._add_unnumbered(block)
        return 0

    # ---- first level -------------------------------------------------------------------------------------------------

    def _next_item(self, label: Label, block: Block, at: int) -> bool:
        if label.form not in ("arabic", "decimal") or label.parts:
            return False
        expected = self._expected()
        if label.value not in expected:
            skipped = self._skipped(label)
            if not skipped or not self.items or (block.bold, round(block.size)) != self.face:
                return False
            self.gaps += [] if self.picked else skipped
        if self.items and block.bold and not self.bold_entries:
            return False  # the annotations begin with their first heading
        if (
            self.contents
            and not block.leader
            and not (at + 1 < len(self.blocks) and block.size == self.blocks[at - 1].size)
        ):
            return False
        parts = label.value.split(".")
        if label.form == "decimal" and self.items and self._decimal_child(parts, label, block):
            return True
        title, nested = _split_inline(block.body)
        prose = is_prose(title)
        if prose and self.entries and self.prose == 0 and not self._same_edge(block):
            return False
        self.entries += 1
        self.prose += prose
        node = self._node(label.value, label.printed, title, block)
        node.cluster = self.cluster
        self.items.append(node)
        self.stack = [node]
        self.levels = [label.value]
        for sub in nested:
            inner = read_label(sub)
            if inner:
                self._sub_item(inner, block, sub[inner.length :])
        return True

    def _same_edge(self, block: Block) -> bool:
        return bool(self.items) and abs(self.items[-1].x0 - block.x0) < 2 * FLUSH

    def _expected(self) -> set[str]:
        if not self.levels or self.levels[0] is None:
            label = self.blocks[self.start].label
            return {label.value} if self.picked and label else {"1", "1.1"}
        last = self.levels[0]
        parts = last.split(".")
        options = {str(int(parts[0]) + 1), ".".join([*parts[:-1], str(int(parts[-1]) + 1)]), last + ".1"}
        options.add(f"{int(parts[0]) + 1}.1")
        # after 3.1.2 the list may go on with 3.2
        options |= {".".join([*parts[: n - 1], str(int(parts[n - 1]) + 1)]) for n in range(2, len(parts))}
        return options

    def _skipped(self, label: Label) -> list[str]:
        last = self.levels[0] if self.levels else None
        if last is None or not last.isdigit() or not label.value.isdigit():
            return []
        low, high = int(last) + 1, int(label.value)
        if self.picked:
            return [str(n) for n in range(low, min(high, low + 300))]
        return [str(n) for n in range(low, high)] if low < high <= low + 3 else []

    def _decimal_child(self, parts: list[str], label: Label, block: Block) -> bool:
        """`2.1` hangs on item 2 when the list has an item 2 of its own."""
        parent_number = ".".join(parts[:-1])
        parent = next((n for root in self.items for n in root.walk() if n.number == parent_number), None)
        if parent is None:
            return False
        node = self._node(label.value, label.printed, block.body, block)
        parent.children.append(node)
        self.stack, self.levels = [node], [label.value]  # `(a)` under 2.1 is 2.1(a)
        self.entries += 1
        return True

    # ---- lower levels ------------------------------------------------------------------------------------------------

    def _sub_item(self, label: Label, block: Block, text: str | None = None) -> bool:
        if (
            label.form not in ("letter", "roman", "bullet")
            or label.item
            or (label.form == "roman" and label.value.isupper())
        ):
            return False
        if label.form == "bullet":
            self._add(1, None, None, block, text)
            return True
        level = self._level(label, block)
        if level is None:
            return False
        title = text if text is not None else block.body
        if is_prose(title) and len(title) > 200:
            return False
        self.levels = [*self.levels[:level], label.value]
        self._add(level, label.value, label.printed, block, title)
        return True

    def _level(self, label: Label, block: Block) -> int | None:
        """At which depth a letter or Roman figure stands: the sequence it goes on with, else a new one below."""
        options = []
        for level in range(len(self.levels) - 1, 0, -1):
            if follows(label.value, self.levels[level]):
                options.append(level)
        if len(options) > 1:
            # `(i)` after `(h)` and after nothing: the indent tells
            flush = [n for n in options if n < len(self.stack) and abs(self.stack[n].x0 - block.x0) < 2 * FLUSH]
            return (flush or options)[0]
        if options:
            return options[0]
        if label.value in ("a", "i") and len(self.levels) < 4:
            return len(self.levels)
        last = self.levels[-1] if len(self.levels) > 1 else None
        if last and any(label.value in successors(after) for after in successors(last)):
            return len(self.levels) - 1  # one label was lost
        return None

    def _add(self, level: int, value: str | None, printed: str | None, block: Block, text: str | None) -> None:
        level = min(level, len(self.stack))
        parent = self.stack[level - 1]
        number = f"{parent.number or ''}({value})" if value is not None else None
        node = self._node(number, printed, text if text is not None else block.body, block)
        parent.children.append(node)
        self.stack = [*self.stack[:level], node]

    def _is_paper(self, block: Block) -> bool:
        """Whether a line at the text of the entries or deeper ends in its symbol: `Letter dated … (S/2031/88)`."""
        deep = block.x0 > self.blocks[self.start].text_x - 2.5 * FLUSH
        return deep and not is_prose(block.text) and bool(split_codes(block.text, block.page, block.bbox)[1])

    def _unnumbered(self, block: Block) -> bool:
        """Whether a block may be an entry without a label: set like the entries and flush with their text."""
        if block.label or not self.items or is_prose(block.text) or not any(map(str.isalnum, block.text)):
            return False
        entry = self.blocks[self.start]
        if (block.bold, block.italic, round(block.size)) != (entry.bold, entry.italic, round(entry.size)):
            return False
        if block.leader != self.contents:
            return False
        if abs(block.x0 - entry.text_x) > 2.5 * FLUSH and not block.x0 > entry.text_x:
            return False
        terminal = block.text.rstrip()[-1:] in ".;:"
        return self.contents or terminal or block.x0 > entry.text_x + FLUSH or not self._terminals()

    def _terminals(self) -> bool:
        """Whether the entries of this list end in stops."""
        return self.blocks[self.start].text.rstrip()[-1:] in ".;:"

    def _add_unnumbered(self, block: Block) -> int:
        self._add(1, None, None, block, block.text)
        self.stack = self.stack[:1]
        self.levels = self.levels[:1]
        return 1

    # ---- between the entries -----------------------------------------------------------------------------------------

    def _is_cluster(self, block: Block) -> bool:
        """A heading over items: another face than the entries', or a capital letter or Roman figure before it; no
        sentence."""
        if block.table or block.leader or len(block.text.split()) > CLUSTER_WORDS or is_prose(block.text):
            return False
        if block.label and block.label.form in ("capital", "roman"):
            return True
        if block.label:
            return False
        entry = self.blocks[self.start]
        other = (block.bold, block.italic) != (entry.bold, entry.italic) or abs(block.size - entry.size) > 0.8
        capitals = block.text.isupper() and not entry.body.isupper()
        return (other or capitals) and not block.text.rstrip().endswith((".", ";"))

    def _more(self, at: int) -> bool:
        """Whether an entry of the list follows within a few blocks."""
        for block in self.blocks[at : at + 4]:
            if block.table or is_heading(block.text, "annotations"):
                return False
            if block.label and block.label.form in ("arabic", "decimal") and not block.label.parts:
                return block.label.value in self._expected() and not (block.bold and not self.bold_entries)
            if block.label and block.label.form in ("letter",) and len(self.levels) > 1:
                return follows(block.label.value, self.levels[-1])
            if is_prose(block.text):
                return False
        return self.contents and at < len(self.blocks) and self.blocks[at].leader

    def _restarts(self, at: int) -> bool:
        """A heading followed at once by a list that begins again at 1: the agenda of another segment or body."""
        block = self.blocks[at]
        if at + 1 >= len(self.blocks) or not self._is_cluster(block):
            return False
        if any(
            is_heading(block.text, name) for name in ("annotations", "agenda", "schedule", "documentation", "annex")
        ):
            return False
        after = self.blocks[at + 1]
        label = after.label
        same = (after.bold, round(after.size)) == self.face
        return bool(label and label.form == "arabic" and label.value == "1" and same and not is_prose(after.body))

    def _documentation(self, at: int) -> int:
        """Documents listed inside the agenda list belong to the item at whose level they stand."""
        taken: list[Block] = []
        head = self.blocks[at]
        index = at + 1
        while index < len(self.blocks):
            block = self.blocks[index]
            label = block.label
            if is_heading(block.text, "annotations") or opens_annex(block) or is_heading(block.text, "agenda"):
                break
            if label and label.form in ("arabic", "decimal") and label.value in self._expected() and not label.parts:
                break
            if label and label.form == "letter" and len(self.levels) > 1 and follows(label.value, self.levels[-1]):
                break
            if self._is_cluster(block) and self._more(index + 1):
                break
            if is_prose(block.text) and not says(block.text, "before_it") and len(block.text) > 500:
                break
            taken.append(block)
            index += 1
        if not taken:
            return 0
        owner = self.stack[0]
        for node in self.stack[1:]:
            if head.x0 >= node.x0 + FLUSH:
                owner = node
        self.documents.append((owner, taken))
        return index - at

    def _node(self, number: str | None, printed: str | None, title: str, block: Block) -> Node:
        if self.contents and not block.leader:
            title = _SHORT_LEADER.sub("", title)
        below = _line_of_papers(block)
        if below and title.endswith(below):
            title = title[: -len(below)].rstrip()
        title, documents = split_codes(title, block.page, block.bbox)
        node = Node(number, printed, clean_title(title), block.page, block.bbox, x0=block.x0, block=block)
        node.documents = documents + papers_of(below, block.page, block.bbox)
        return node


def _split_inline(text: str) -> tuple[str, list[str]]:
    """Sub-items that run on in the same paragraph are left alone: `(a)` inside a title is no sub-item (trap 11)."""
    return text, []


def _line_of_papers(block: Block) -> str:
    """The last lines of an entry that only say where its papers are: `See documents SCP/36/3 and SCP/36/5.`"""
    for at in range(1, len(block.lines)):
        tail = join_lines(block.lines[at:])[0]
        head = tail.split("/")[0].rpartition(" ")[0] if has_figure(tail) else tail.rstrip(" .;")
        # `… and document A/71/755)` is the wrapped rest of a mandate
        whole = tail[:1].isupper() and is_whole(head, "sentences", "code_lead")
        if whole and (not has_figure(tail) or is_code_line(tail)):
            return tail
    return ""
