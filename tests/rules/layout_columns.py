"""Text in two columns: the smallest page that needs each rule."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.columns import in_columns
from extractor.layout.lines.rows import lines_of
from extractor.reading.page import Rule
from tests.layout.pages import page, span
from tests.rules.case import Case

LEFT = (
    "Quays of stone are",
    "kept by two men who",
    "sweep them at dawn.",
    "Ropes are tarred in",
    "the shed behind the",
    "light every spring.",
)
RIGHT = (
    "Pilots who change",
    "ports keep a licence",
    "for ninety days from",
    "the day on which the",
    "harbour master has",
    "signed their papers.",
)


def order(at_right: Sequence[float], rules: Sequence[Rule] = (), gap: int = 12) -> str:
    """The words at the head of the lines in the order of reading: the third line of each column has a gap above it."""
    left = [100 + 12 * at + (gap if at > 2 else 0) for at in range(6)]
    spans = [span(text, 100, top) for text, top in zip(LEFT, left, strict=True)]
    spans += [span(text, 320, top) for text, top in zip(RIGHT, at_right, strict=True)]
    lines, _ = in_columns(lines_of(page(spans)), rules)
    return " ".join(line.text.split()[0] for line in lines)


EVEN = [100 + 12 * at + (12 if at > 2 else 0) for at in range(6)]
CLOSE = [100 + 12 * at for at in range(6)]
IN_ORDER = "Quays kept sweep Ropes the light Pilots ports for the harbour signed"


def below_titles() -> str:
    """The words at the head of the lines of two columns below twenty short titles."""
    titles = [span("Quays", 100, 100 + 12 * at) for at in range(20)]
    spans = [span(text, 100, 340 + 12 * at + (12 if at > 2 else 0)) for at, text in enumerate(LEFT)]
    spans += [span(text, 320, 340 + 12 * at) for at, text in enumerate(RIGHT)]
    lines, _ = in_columns(lines_of(page([*titles, *spans])), ())
    return " ".join(line.text.split()[0] for line in lines[20:])


def numbered() -> str:
    """The words at the head of the lines of two short columns whose numbers go on."""
    left = ["1. Quays", "Quays of stone are kept", "by two", "2. Ropes"]
    right = ["Ropes are tarred in the", "shed", "3. Pilots", "Pilots who change ports"]
    spans = [span(text, 100, 106 + 14 * at) for at, text in enumerate(left)]
    spans += [span(text, 320, 102 + 16 * at) for at, text in enumerate(right)]
    lines, _ = in_columns(lines_of(page(spans)), ())
    return " ".join(line.text.split()[0] for line in lines)


CASES = {
    "page.numbered_columns": Case(numbered, "1. Quays by 2. Ropes shed 3. Pilots"),
    "page.below_list": Case(below_titles, IN_ORDER),
    "page.two_columns": Case(lambda: order(CLOSE), IN_ORDER),
    "page.rows_of_text": Case(lambda: order(EVEN) == IN_ORDER, False),
    "page.bordered_columns": Case(
        lambda: order(CLOSE, [Rule(100, height, 300, height + 0.5) for height in (110, 134)]) == IN_ORDER, False
    ),
}
