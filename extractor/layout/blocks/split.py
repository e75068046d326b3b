"""Lines -> blocks: paragraphs, headings, list entries and tables in reading order, over page breaks.

A new block begins where several signs agree: more space above, another type face, a label, another indent, a line
that ended early.
No sign rules alone (design: font, indent and numbering vote together).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.grammar.numbering import Label
from extractor.layout.blocks.metrics import SIZE_STEP, Measures
from extractor.layout.blocks.model import Block, leader_of, line_label, make_block
from extractor.layout.lines.model import Line

#: More than this many times the paper's usual line pitch starts a new block.
LOOSE = 1.22
#: Lines whose left edges differ by less than this many points are flush.
FLUSH = 3.5
_ENDS = re.compile(r"[.:;!?。；：؛؟!…][)”\"’\]]*$")
# A line that holds a symbol and no more: the code of a paper under the entry that it is for.
_CODE = re.compile(
    r"(?:[A-Z]{1,4} )?[A-Z0-9][\w.()&-]{0,24}(?:/[\w.()&-]{1,24}){1,8}"
    r"(?: (?:and )?(?:Add|Corr|Rev|Amend)[. ]?[\d ,–-]{1,12})*\*?[.;]?"
)
_HAN = re.compile("[\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?。؟][)”\"’\]]*$")


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
    if label and (_label_counts(group, line, label, measures) or _weight_changes(above, line, measures)):
        return True
    if above.italic != line.italic and _ENDS.search(above.text):
        return True
    if _weight_changes(above, line, measures) and not _runs_on(above, line, measures):
        return True
    if leader_of(above.text):
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


def _weight_changes(above: Line, line: Line, measures: Measures) -> bool:
    """Whether bold type ends or begins between two lines, and not within one: a title that runs on into its text."""
    if above.bold == line.bold:
        return False
    if above.bold:
        if above.head is not None:
            return False  # it is plain at its end
        head = line.head
        return head is None or not head.bold or _ends_early(above, line, measures)
    return True


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
    if abs(above.size - line.size) > SIZE_STEP or _weight_changes(above, line, measures):
        return False
    if leader_of(above.text):
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
