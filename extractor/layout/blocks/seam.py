"""Where two lines meet: what the rules of blocks look at."""

from __future__ import annotations

from extractor.built import compiled
from extractor.grammar.numbering import Label
from extractor.layout.blocks.metrics import Measures
from extractor.layout.blocks.model import line_label
from extractor.layout.blocks.settings import BLOCKS
from extractor.layout.lines.model import Line
from extractor.records import Struct
from extractor.rules import rule

_ENDS = compiled(r"[.:;!?。；：؛؟!…][)”\"’\]]*$")
_SENTENCE_END = compiled(r"[.!?。؟][)”\"’\]]*$")
_ROW_OF_SIGNS = compiled(r"(?:[*∗•·~–—-]\s?){3,}")
_HAN = compiled("[《「（\u3400-\u9fff]")
_ARABIC = compiled("[\u0621-\u064a]")


class Seam(Struct):
    """A line, the block so far that may go on with it, and what is usual in their paper."""

    group: list[Line]
    line: Line
    label: Label | None  # at the head of the line
    gap: float  # extra space above the line
    usual: float  # the usual line pitch here
    measures: Measures

    @property
    def above(self) -> Line:
        """The last line of the block so far."""
        return self.group[-1]

    @property
    def ended(self) -> bool:
        """Whether the line above ends in a stop of any kind."""
        return _ENDS.search(self.group[-1].text) is not None

    @property
    def sentence_ended(self) -> bool:
        """Whether the line above ends a sentence."""
        return _SENTENCE_END.search(self.group[-1].text) is not None

    @property
    def flush(self) -> bool:
        """Whether both lines begin at one edge."""
        return abs(self.line.x0 - self.group[-1].x0) < BLOCKS.flush

    @property
    def below_entry(self) -> bool:
        """Whether the line begins where the text begins behind the label of the block's first line."""
        cells = self.group[0].cells
        hangs = len(cells) > 1 and abs(cells[1].x0 - self.line.x0) < BLOCKS.flush
        return hangs and line_label(self.group[0]) is not None

    @property
    def signs(self) -> bool:
        """Whether just one of both lines is a row of signs."""
        return (_ROW_OF_SIGNS.fullmatch(self.above.text) is None) != (_ROW_OF_SIGNS.fullmatch(self.line.text) is None)

    @property
    def own_cell(self) -> bool:
        """Whether the label of the line stands in a cell of its own."""
        cells = self.line.cells
        return self.label is not None and len(cells) > 1 and len(cells[0].text) <= self.label.length

    @property
    def ends_early(self) -> bool:
        """Whether the first word of the line would have fitted on the line above."""
        line = self.line
        word = line.text.split(" ", 1)[0]
        letters = 1 if _HAN.match(word) else len(word)  # Chinese breaks anywhere: one character is enough
        width = letters * BLOCKS.letter_width * line.size + BLOCKS.space_width * line.size
        return self.group[-1].x1 + width < self.measures.edge(self.group[-1]) - line.size

    @property
    def short(self) -> bool:
        """Whether the block so far is one line that ends well before the right edge of the text."""
        return (
            len(self.group) == 1 and self.ends_early and self.above.x1 < BLOCKS.broken * self.measures.edge(self.above)
        )

    @property
    def weight_changes(self) -> bool:
        """Whether bold type begins or ends between the lines, and not within one of them."""
        return self.group[-1].bold != self.line.bold and not runs_in.applies(self)

    @property
    def capital(self) -> bool:
        """Whether the line begins with a capital letter, or in Chinese or Arabic, which have none."""
        text = self.line.text
        return text[:1].isupper() or _HAN.match(text) is not None or _ARABIC.match(text) is not None


def seam_of(group: list[Line], line: Line, measures: Measures) -> Seam:
    """The seam between a block so far and a line; at the head of a page there is no extra space."""
    above = group[-1]
    usual = measures.usual(max(above.size, line.size))
    gap = line.baseline - above.baseline - usual if above.page == line.page else 0.0
    return Seam(group, line, line_label(line), gap, usual, measures)


@rule(
    "blocks.run_in", source="titles that run on into their text: `**2. Adoption of the agenda.** The Committee will …`"
)
def runs_in(seam: Seam) -> bool:
    """Bold type that ends within a line, or goes on from a full line to the head of the next, ends no block."""
    above, head = seam.above, seam.line.head
    if not above.bold:
        return False
    return above.head is not None or (head is not None and head.bold and not seam.ends_early)
