"""Lines -> blocks: paragraphs, headings, list entries and tables in reading order, over page breaks.

A new block begins where several signs agree: more space above, another type face, a label, another indent, a line
that ended early.
No sign rules alone (design: font, indent and numbering vote together).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.grammar.numbering import Label, read_label
from extractor.layout.lines import Line, Mark, box_of
from extractor.layout.tables import Table, find_tables
from extractor.layout.text import join_lines
from extractor.reading.page import BBox, Rule

#: More than this many times the paper's usual line pitch starts a new block.
LOOSE = 1.22
#: So many lines of one size show that their paper is set in double space.
ENOUGH_LINES = 30
#: Lines whose left edges differ by less than this many points are flush.
FLUSH = 3.5
#: Where more than this share of the lines ends beyond what seemed the text's right edge, it is none.
RAGGED = 0.3
#: Sizes that differ by more than this many points are different type.
SIZE_STEP = 0.8

# From the first dot of a run only, and giving none back: a line of dots with words behind it would take for ever.
_LEADER = re.compile(r"(?<![.…·\s])\s*+(?:[.…·]\s*+){4,}+(?:[\d–-]++\s+)?(\d{1,4}|[ivx]{1,5}|X)?\s*$")
_ENDS = re.compile(r"[.:;!?。；：؛؟!…][)”\"’\]]*$")
# A line that holds a symbol and no more: the code of a paper under the entry that it is for.
_CODE = re.compile(
    r"(?:[A-Z]{1,4} )?[A-Z0-9][\w.()&-]{0,24}(?:/[\w.()&-]{1,24}){1,8}"
    r"(?: (?:and )?(?:Add|Corr|Rev|Amend)[. ]?[\d ,–-]{1,12})*\*?[.;]?"
)
_HAN = re.compile("[\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?。؟][)”\"’\]]*$")


@dataclass(slots=True)
class Block:
    """Lines that belong together, with their text and the label at its head."""

    lines: list[Line]
    text: str
    marks: list[Mark]
    label: Label | None
    gap: float = 0.0  # space above in points, measured between baselines less the usual pitch
    table: Table | None = None
    leader: bool = False  # ended in dots and a page number: an entry of a contents page
    pages: list[int] = field(default_factory=list)
    _bbox: BBox | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def body(self) -> str:
        """The text without its label."""
        return self.text[self.label.length :].lstrip() if self.label else self.text

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def x0(self) -> float:
        return self.lines[0].x0

    @property
    def text_x(self) -> float:
        """Left edge of the text behind the label, of the continuation lines where there are any."""
        first = self.lines[0]
        if self.label and len(first.cells) > 1 and len(first.cells[0].text) <= self.label.length + 1:
            return first.cells[1].x0
        if self.label and len(self.lines) > 1:
            return max(self.lines[1].x0, first.x0)
        return first.x0

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        return all(line.italic for line in self.lines)

    @property
    def bbox(self) -> BBox:
        if self._bbox is None:  # asked for by what is sorted, by its text and by all that it mentions
            self._bbox = box_of(self.lines, self.page)
        return self._bbox


@dataclass(slots=True)
class Measures:
    """What is usual in the paper: body size, line pitch by size, right edge of the text."""

    body_size: float
    pitch: dict[float, float]
    right: float

    def usual(self, size: float) -> float:
        return self.pitch.get(round(size), 1.2 * size)


def _leader(text: str) -> re.Match[str] | None:
    """The dots at the end of a contents entry, with the page number behind them."""
    return _LEADER.search(text) if text.count(".") >= 4 or "…" in text or "·" in text else None


def body_size_of(lines: Sequence[Line]) -> float:
    """The type size that most of the text has, to half a point."""
    sizes: defaultdict[float, int] = defaultdict(int)
    for line in lines:
        sizes[line.size] += len(line.text)
    halves: Counter[float] = Counter()
    for size, count in sizes.items():
        halves[round(size * 2) / 2] += count
    return halves.most_common(1)[0][0] if halves else 10.0


def measure(lines: Sequence[Line]) -> Measures:
    """The paper's habits, from all its body lines."""
    # the page number of a contents entry stands beyond the text's edge
    rights = Counter([round(line.x1 / 4) * 4 for line in lines if not _leader(line.text)])
    pitches: dict[int, Counter[float]] = defaultdict(Counter)
    for above, line in pairwise(lines):
        step = line.baseline - above.baseline
        if above.page == line.page and abs(above.size - line.size) < SIZE_STEP and 0.9 < step / max(line.size, 1) < 2.6:
            pitches[round(line.size)][round(step * 2) / 2] += 1
    pitch: dict[float, float] = {}
    for size, steps in pitches.items():
        # the usual pitch is the tightest step that is common, not the commonest: lists may have more gaps than lines
        common = [step for step, count in steps.items() if count >= max(2, 0.12 * sum(steps.values()))]
        close = [step for step in common if step <= 1.45 * size]
        wide = common if sum(steps.values()) >= ENOUGH_LINES else []  # a paper set in double space
        pitch[size] = min(close or wide or [1.2 * size])
    most = max(rights.values(), default=0)
    frequent = [right for right, count in rights.items() if count >= max(2, 0.3 * most)]
    edges = sorted(line.x1 for line in lines) or [500.0]
    right = max(frequent, default=edges[-1])
    body_size = body_size_of(lines)
    if sum(edge > right + 3 * body_size for edge in edges) > RAGGED * len(edges):
        right = edges[int(0.95 * (len(edges) - 1))]  # lines of many lengths: that some end at one place is chance
    return Measures(body_size, pitch, right)


def blocks_of(
    lines: Sequence[Line],
    rules: dict[int, list[Rule]],
    measures: Measures,
) -> list[Block]:
    """The blocks of the given body lines, in order; tables are one block each."""
    tables = find_tables(lines, rules, measures.usual)
    blocks: list[Block] = []
    at = 0
    for table in tables:
        blocks += paragraphs(lines[at : table.start], measures)
        blocks.append(_table_block(lines[table.start : table.end], table))
        at = table.end
    blocks += paragraphs(lines[at:], measures)
    return blocks


def make_block(lines: list[Line], gap: float = 0.0) -> Block:
    """A block of the given lines; the label is read, leaders and the page number behind them are cut."""
    text, marks = join_lines(lines)
    leader = _leader(text)
    if leader:
        text = text[: leader.start()].rstrip()
        marks = [mark for mark in marks if mark.offset <= len(text)]
    return Block(
        lines, text, marks, line_label(lines[0]), gap, None, bool(leader), sorted({line.page for line in lines})
    )


def line_label(line: Line) -> Label | None:
    """The label at the head of a line; a bare number or Roman figure counts only in a cell of its own."""
    label = read_label(line.text)
    if label is None:
        return None
    if label.bare and not label.item and not (len(line.cells) > 1 and line.cells[0].text.strip() == label.printed):
        return None
    if label.form == "arabic" and label.bare and not label.item and line.text == label.printed:
        return None
    return label


def _table_block(lines: Sequence[Line], table: Table) -> Block:
    text, marks = join_lines(lines)
    return Block(list(lines), text, marks, None, 0.0, table, False, sorted({line.page for line in lines}))


def paragraphs(lines: Sequence[Line], measures: Measures) -> list[Block]:
    groups: list[list[Line]] = []
    gaps: list[float] = []
    for line in lines:
        if groups:
            gap = _gap(groups[-1][-1], line, measures)
            if not _starts_block(groups[-1], line, gap, measures):
                groups[-1].append(line)
                continue
        else:
            gap = 0.0
        groups.append([line])
        gaps.append(gap)
    return [make_block(group, gap) for group, gap in zip(groups, gaps, strict=True)]


def _gap(above: Line, line: Line, measures: Measures) -> float:
    """Extra space above a line, 0 at the head of a page."""
    if above.page != line.page:
        return 0.0
    return line.baseline - above.baseline - measures.usual(max(above.size, line.size))


def _starts_block(group: list[Line], line: Line, gap: float, measures: Measures) -> bool:
    above = group[-1]
    usual = measures.usual(max(above.size, line.size))
    if above.page != line.page:
        return not _continues_over_page(group, line, measures)
    if gap > (LOOSE - 1) * usual or gap < -1.5 * usual:
        return True
    if abs(above.size - line.size) > SIZE_STEP and not _mixed(above, line):
        return True
    label = line_label(line)
    if label and (_label_counts(group, line, label, measures) or above.bold != line.bold):
        return True
    if above.italic != line.italic and _ENDS.search(above.text):
        return True
    if above.bold != line.bold and not _runs_on(above, line, measures):
        return True
    if _leader(above.text):
        return True
    if "/" in line.text and _ends_early(above, line, measures) and _CODE.fullmatch(line.text):
        return True
    if (
        len(group) >= 1
        and _ends_early(above, line, measures)
        and (_SENTENCE_END.search(above.text) or _apart(group, line))
    ):
        return True
    edge = group[1].x0 if len(group) > 1 else above.x0
    if len(group) > 1 and line.x0 > edge + 2 * FLUSH and _ENDS.search(above.text):
        return True  # first line indent of the next paragraph
    return (
        len(group) > 1
        and line.x0 < edge - 2 * FLUSH
        and group[0].x0 >= edge - FLUSH
        and _ENDS.search(above.text) is not None
    )


def _mixed(above: Line, line: Line) -> bool:
    """Lines of several columns mix sizes; compare the size of their first cells."""
    return abs(above.cells[0].size - line.cells[0].size) <= SIZE_STEP and len(above.cells) + len(line.cells) > 2


def _label_counts(group: list[Line], line: Line, label: Label, measures: Measures) -> bool:
    """Whether a label at the head of a line starts a block rather than standing in a wrapped sentence."""
    above = group[-1]
    own_cell = len(line.cells) > 1 and len(line.cells[0].text) <= label.length
    first = line_label(group[0])
    if own_cell or label.form == "bullet":
        return True
    if label.form in ("capital", "roman") and not line.bold:
        return bool(_ENDS.search(above.text))
    if first and abs(group[0].x0 - line.x0) < FLUSH and first.form == label.form and len(group) == 1:
        return True
    if first and abs(group[0].x0 - line.x0) < FLUSH and len(group) > 1 and abs(group[1].x0 - line.x0) >= FLUSH:
        return True
    if label.form == "letter" and not own_cell and _hangs(group, line) and not _ends_early(above, line, measures):
        return bool(_ENDS.search(above.text))  # `…; and` / `(c) other matters` in a title that hangs on its number
    if abs(line.x0 - above.x0) >= FLUSH and (len(group) == 1 or abs(line.x0 - group[1].x0) >= FLUSH):
        return True
    if label.form in ("arabic", "decimal") and len(group) == 1 and not first and _leaves_room(above, line, measures):
        return True  # `Annotations` set close over `1. Opening of the session`
    flush = abs(line.x0 - above.x0) < FLUSH
    if label.form == "letter" and flush and above.text.endswith((";", ":")) and not _ends_early(above, line, measures):
        return False  # a list that runs on in the sentence
    return bool(_ENDS.search(above.text)) or (above.text.endswith(")") and _ends_early(above, line, measures))


def _runs_on(above: Line, line: Line, measures: Measures) -> bool:
    """A bold heading whose last words are light (a number in brackets), or a sentence with one bold line."""
    return bool(line.text[:1].islower() or line.text[:1] in "([") and above.x1 > 0.6 * measures.right


def _ends_early(above: Line, line: Line, measures: Measures) -> bool:
    """Whether the first word of `line` would have fitted on the line above."""
    word = line.text.split(" ", 1)[0]
    if _HAN.match(word):
        word = "国"  # Chinese breaks anywhere: one sign is enough
    width = len(word) * 0.5 * line.size + 0.4 * line.size
    return above.x1 + width < measures.right - line.size


def _hangs(group: list[Line], line: Line) -> bool:
    """Whether a line is flush with the text behind the label of the group's first line."""
    cells = group[0].cells
    return len(cells) > 1 and line_label(group[0]) is not None and abs(cells[1].x0 - line.x0) < FLUSH


def _leaves_room(above: Line, line: Line, measures: Measures) -> bool:
    """Whether a line ends so early that the break was meant: the half of what follows would have fitted on it."""
    return above.x1 + 0.5 * (line.x1 - line.x0) < measures.right - line.size and above.x1 < 0.6 * measures.right


def _apart(group: list[Line], line: Line) -> bool:
    """A short line followed by a capital: the break was meant, if the line is no heading that goes on."""
    above = group[-1]
    capital = line.text[:1].isupper() or _HAN.match(line.text) is not None
    return not above.bold and capital and abs(line.x0 - above.x0) < FLUSH and len(group) == 1


def _continues_over_page(group: list[Line], line: Line, measures: Measures) -> bool:
    above = group[-1]
    if abs(above.size - line.size) > SIZE_STEP or above.bold != line.bold:
        return False
    if _leader(above.text):
        return False
    label = line_label(line)
    own_cell = label is not None and (len(line.cells) > 1 or label.form == "bullet")
    if own_cell:
        return False
    if line.text[:1].islower():
        return not _SENTENCE_END.search(above.text)
    if _ENDS.search(above.text):
        return False
    if label is not None and label.form in ("arabic", "decimal", "letter") and not line.text[:1].islower():
        return False
    if above.bold and len(group) <= 3:
        return above.x1 > measures.right - 8 * above.size
    return not _ends_early(above, line, measures)
