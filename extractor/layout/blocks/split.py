"""Lines -> blocks: paragraphs, headings, list entries and tables in reading order, over page breaks.

A new block begins where several signs agree: more space above, another font, a label, another indent, a line that
ended early. No sign rules alone (design: font, indent and numbering vote together).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.built import compiled, prepared
from extractor.layout.blocks.labels import LABELS
from extractor.layout.blocks.metrics import Measures
from extractor.layout.blocks.model import Block, leader_of, line_label, make_block
from extractor.layout.blocks.over_page import OVER_PAGE
from extractor.layout.blocks.seam import Seam, seam_of
from extractor.layout.blocks.settings import BLOCKS
from extractor.layout.lines.model import Line
from extractor.lexicon.folding import fold, fold_pattern
from extractor.lexicon.words import either
from extractor.rules import Rule, first, rule


@prepared
def _code() -> re.Pattern[str]:
    """A line that holds symbols and no more: the codes of the papers under the entry that they are for."""
    joiners = either("layout", "joiners")
    suffixes = rf"(?: (?:(?:{joiners}) )?(?:Add|Corr|Rev|Amend)[.\d ,–-]{{1,13}})*"
    symbol = rf"(?:[A-Z]{{1,4}} )?[A-Z0-9][\w.()&-]{{0,24}}(?:/[\w.()&-]{{1,24}}){{1,8}}{suffixes}"
    return compiled(rf"{symbol}(?:(?: (?:{joiners}) |, ){symbol}){{0,3}}\*?[.;]?")


@rule("blocks.space", source="Editorial Manual: paragraphs and entries are set apart by space")
def more_space(seam: Seam) -> bool:
    """More space than usual above a line begins a block."""
    return seam.gap > (BLOCKS.loose - 1) * seam.usual


@rule("blocks.column", source="the cells of a table are read one column after the other")
def next_column(seam: Seam) -> bool:
    """A line that stands well above the one before it begins the next column."""
    return seam.gap < -BLOCKS.upwards * seam.usual


@rule("blocks.size", source="Editorial Manual: chapter heads 14 points, then 12, then 10")
def other_size(seam: Seam) -> bool:
    """Another type size begins a block."""
    above, line = seam.above, seam.line
    return abs(above.size - line.size) > BLOCKS.size_step and not mixed_sizes.applies(above, line)


@rule("blocks.mixed_sizes", source="notes in smaller type in one column of a table")
def mixed_sizes(above: Line, line: Line) -> bool:
    """Lines of several columns mix sizes; the size of their first cells counts."""
    cells, below = above.cells, line.cells
    return abs(cells[0].size - below[0].size) <= BLOCKS.size_step and len(cells) + len(below) > 2


@rule("blocks.label_weight", source="numbered headings: `(a)` in light type below a bold title")
def label_of_other_weight(seam: Seam) -> bool:
    """A label on a line of another weight begins a block."""
    return seam.label is not None and seam.weight_changes


@rule("blocks.italics", source="notes of the secretariat in italics below a paragraph")
def other_slope(seam: Seam) -> bool:
    """A change to or from italics begins a block below a line that has ended."""
    return seam.above.italic != seam.line.italic and seam.ended


@rule("blocks.weight", source="Editorial Manual: headings are bold")
def other_weight(seam: Seam) -> bool:
    """A change to or from bold begins a block."""
    return seam.weight_changes and not runs_on.applies(seam)


@rule("blocks.runs_on", source="bold headings with a light number in brackets, sentences with one bold line")
def runs_on(seam: Seam) -> bool:
    """Below a long line, a small letter or a bracket goes on in another weight."""
    text = seam.line.text
    return (text[:1].islower() or text[:1] in ("(", "[")) and seam.above.x1 > BLOCKS.runs_on * seam.measures.edge(
        seam.above
    )


@rule("blocks.leader", source="catalogue 3.2: a contents entry ends in dots and a page number")
def after_leader(seam: Seam) -> bool:
    """A line that ends in leaders ends its block."""
    return leader_of(seam.above.text) is not None


def _is_code(text: str) -> bool:
    """Whether a line is no more than a symbol."""
    return "/" in text and _code().fullmatch(text) is not None


@rule("blocks.code", source="lists of agencies: the code of a paper stands on a line of its own below the entry")
def code_of_a_paper(seam: Seam) -> bool:
    """A line that is no more than a symbol begins a block below a line that had room for it.

    Below a line that ends in a slash it is the rest of the symbol there.
    """
    return seam.ends_early and not seam.above.text.endswith("/") and _is_code(seam.line.text)


@rule("blocks.code_below_full", source="WHO regional committees: an entry that fills its line, and below it the code")
def code_below_full(seam: Seam) -> bool:
    """A line that is no more than a symbol begins a block below a full line that ends in a number or in a stop.

    A sentence that goes on with a symbol has a word, a comma or a hyphen before it.
    """
    above = seam.above.text
    closed = above[-1:].isdigit() or above.endswith((":", ".", ";", ")"))
    return closed and line_label(seam.group[0]) is not None and _is_code(seam.line.text)


@rule("blocks.sentence", source="the last line of a paragraph is short")
def after_sentence(seam: Seam) -> bool:
    """A sentence that ended early ends its block."""
    return seam.ends_early and seam.sentence_ended


@prepared
def _documentation() -> re.Pattern[str]:
    """A line that only says documents."""
    return compiled(rf"(?:{fold_pattern(either('structure', 'headings.documentation'))})")


@rule("blocks.documentation", source="catalogue 3.5: `Documentation` on a line of its own, set close below the text")
def heads_documents(seam: Seam) -> bool:
    """A line that says documents, and nothing else before a colon, begins a block below a sentence."""
    text = seam.line.text.partition(":")[0]
    if len(text) > BLOCKS.longest_heading or not seam.sentence_ended:
        return False
    return _documentation().fullmatch(fold(text).rstrip(" :.")) is not None


@rule("blocks.ended_entry", source="commissions: `(a) Priority theme;`, below it `Documentation`, set close")
def after_ended_entry(seam: Seam) -> bool:
    """A single line behind a label that ended early in a semicolon ends its block before a capital."""
    ended = len(seam.group) == 1 and seam.above.text.endswith((";", "；"))
    return ended and seam.capital and seam.ends_early and line_label(seam.group[0]) is not None


@rule("blocks.short_line", source="titles and lists set close: a short line over a capital was broken on purpose")
def after_short_line(seam: Seam) -> bool:
    """A single short line, not bold (a heading may go on), ends its block before a capital at the same edge."""
    short = len(seam.group) == 1 and not seam.above.bold and seam.capital and seam.flush and seam.ends_early
    return short and not opens_note.applies(seam.above.text)


@rule("blocks.open_note", source="notes on the order of the items: `[Items 3 and 4 will be taken up …` / `Bureau.]`")
def opens_note(text: str) -> bool:
    """A line in a square bracket that does not close goes on in the line below."""
    return text.startswith("[") and "]" not in text


@rule("blocks.short_entry", source="lists set close: a reception or a note on a line of its own below a short entry")
def after_short_entry(seam: Seam) -> bool:
    """A single short entry ends its block before a capital at the edge of its text, or a bracket in other type."""
    other = seam.above.italic != seam.line.italic and seam.line.text[:1] in "(["
    return seam.short and not seam.above.bold and (seam.capital or other) and seam.below_entry


@rule("blocks.note_below_entry", source="catalogue 2.3: `[Items 3 and 4 will be considered together.]` below an entry")
def note_below_entry(seam: Seam) -> bool:
    """A square bracket at the edge of the label of a single short entry begins a block."""
    head = seam.group[0]
    at_label = abs(seam.line.x0 - head.x0) < BLOCKS.flush and len(head.cells) > 1
    return seam.short and seam.line.text.startswith("[") and at_label and line_label(head) is not None


@rule("blocks.note_at_right", source="WIPO: `[End of document]`, `[Annex follows]` at the right below the last line")
def note_at_right(seam: Seam) -> bool:
    """A line that is all in square brackets, far to the right of where the text begins, begins a block."""
    text, edge = seam.line.text, min(seam.group[0].x0, seam.above.x0)
    return text.startswith("[") and text.endswith("]") and seam.line.x0 > edge + BLOCKS.far_right * seam.line.size


@rule("blocks.left_of_label", source="titles that hang on their number go on at its text, never to the left of it")
def left_of_label(seam: Seam) -> bool:
    """A capital left of the label of a single short line begins another block."""
    head = seam.group[0]
    return seam.short and seam.capital and seam.line.x0 < head.x0 - BLOCKS.flush and line_label(head) is not None


@rule("blocks.set_out", source="agencies: `Document EB199/8` below an item, and below it the heading of a pillar")
def set_out(seam: Seam) -> bool:
    """A capital well left of a single short line begins a block, unless both are centred."""
    above, line = seam.above, seam.line
    centred = abs(above.x0 + above.x1 - line.x0 - line.x1) < 4 * BLOCKS.flush
    return seam.short and seam.capital and line.x0 < above.x0 - 2 * BLOCKS.flush and not centred


@rule("blocks.set_in", source="typescript: `1. Election of officers` close over its text, whose first line is set in")
def set_in(seam: Seam) -> bool:
    """A capital well right of a single short line with a number begins a block, unless both are centred."""
    above, line = seam.above, seam.line
    centred = abs(above.x0 + above.x1 - line.x0 - line.x1) < 4 * BLOCKS.flush
    numbered = line_label(above) is not None and not seam.below_entry
    return seam.short and seam.capital and line.x0 > above.x0 + 2 * BLOCKS.flush and numbered and not centred


@rule("blocks.signs", source="typists part lists and chapters with a row of asterisks")
def of_signs(seam: Seam) -> bool:
    """A row of signs alone, or the line below it, begins a block."""
    return seam.signs


@rule("blocks.first_indent", source="typists' habit: paragraphs without space between, the first line set in")
def first_line_indent(seam: Seam) -> bool:
    """A line set in below lines that have ended begins a paragraph."""
    group = seam.group
    return len(group) > 1 and seam.line.x0 > group[1].x0 + 2 * BLOCKS.flush and seam.ended


@rule("blocks.outdent", source="a paragraph at the margin below one that was set in")
def outdent(seam: Seam) -> bool:
    """A line set out from lines that have ended, none of which began there, begins a paragraph."""
    group = seam.group
    if len(group) < 2:
        return False
    edge = group[1].x0
    return seam.line.x0 < edge - 2 * BLOCKS.flush and group[0].x0 >= edge - BLOCKS.flush and seam.ended


#: Signs that begin a block whatever stands at the head of the line.
BEFORE_LABELS = (more_space, next_column, other_size, of_signs)
#: Signs that begin a block where no label (`LABELS`) has.
SPLITS = (
    label_of_other_weight,
    other_slope,
    other_weight,
    after_leader,
    code_of_a_paper,
    code_below_full,
    after_sentence,
    heads_documents,
    after_ended_entry,
    after_short_line,
    after_short_entry,
    note_below_entry,
    note_at_right,
    left_of_label,
    set_out,
    set_in,
    first_line_indent,
    outdent,
)


def paragraphs(lines: Sequence[Line], measures: Measures) -> list[Block]:
    """The blocks of lines that are no table; each knows the rule that began it."""
    blocks: list[Block] = []
    group: list[Line] = []
    gap, name = 0.0, ""
    for line in lines:
        if group:
            seam = seam_of(group, line, measures)
            begun = begins(seam)
            if begun is None:
                group.append(line)
                continue
            blocks.append(make_block(group, gap, name))
            gap, name = seam.gap, begun
        group = [line]
    if group:
        blocks.append(make_block(group, gap, name))
    return blocks


def begins(seam: Seam) -> str | None:
    """The name of the rule by which a line begins a block ("" for a page that only begins), None when it goes on."""
    if seam.above.page != seam.line.page:
        found, begun = decided(OVER_PAGE, seam)
        return found if begun is not False else None
    if one := first(BEFORE_LABELS, seam):
        return one.name
    if seam.label is not None:
        found, begun = decided(LABELS, seam)
        if begun:
            return found
    one = first(SPLITS, seam)
    return one.name if one else None


def decided(rules: Iterable[Rule[[Seam], bool | None]], seam: Seam) -> tuple[str, bool | None]:
    """The name of the first rule that answers, and its answer; "" and None when none does."""
    for one in rules:
        answer = one.applies(seam)
        if answer is not None:
            return one.name, answer
    return "", None
