"""Numbers of the lines in a margin: each line, or every fifth, on the left or on the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from extractor.built import compiled
from extractor.layout.spans.settings import CLEAR
from extractor.reading.page import Page, Span
from extractor.records import Struct
from extractor.rules import first, rule

#: A label of its own behind the number.
_LABEL = compiled(r"\(?(?:\d{1,3}|[a-zA-Z])[.)]")
#: A number has no more characters, the spaces behind it among them.
_LONGEST = 5


class Column(Struct, frozen=True):
    """Numbers below each other, a step between two of them.

    Attributes:
        places: which runs of the page they are.
        spans: these runs, from top to bottom.
        edge: where all end or, if `left`, begin.
    """

    places: Sequence[int]
    spans: Sequence[Span]
    edge: float
    left: bool
    step: int

    def holds(self, span: Span) -> bool:
        """Whether a run is a number that stands in the column."""
        edge = span.x0 if self.left else span.x1
        return abs(edge - self.edge) < CLEAR.same_edge and _value(span) is not None


@rule("margin.all_lines", source="Word numbers each line of the text in the margin")
def numbers_all(page: Page, column: Column) -> bool:
    """Each line has a number beside it, in small type or before text that is no entry of a list."""
    spans, mostly = column.spans, CLEAR.mostly
    if column.step != 1 or len(spans) < CLEAR.numbers:
        return False
    lines = _lines_between(page, column)
    beside = [(span, line) for span in spans if (line := _line_at(lines, span.baseline))]
    if len(beside) < mostly * max(len(spans), len(lines)):
        return False
    if sum([_outside(span, line) for span, line in beside]) < mostly * len(beside):
        return False
    small = sum([span.size <= CLEAR.small_number * line[0].size for span, line in beside])
    texts = [line[0].text for _, line in beside]
    no_entries = sum([text[:1].islower() or _LABEL.match(text) is not None for text in texts])
    return small >= mostly * len(spans) or no_entries >= CLEAR.least_evidence


@rule("margin.some_lines", source="every fifth line of a page has its number in the margin")
def numbers_some(page: Page, column: Column) -> bool:
    """Between two numbers there are as many lines as their difference says."""
    spans, mostly, step = column.spans, CLEAR.mostly, column.step
    if step == 1 or len(spans) < (CLEAR.wide_numbers if step >= CLEAR.numbers else CLEAR.numbers):
        return False
    if any((_value(span) or 0) % step for span in spans):
        return False
    lines = _lines_between(page, column)
    outside = sum([bool(line := _line_at(lines, span.baseline)) and _outside(span, line) for span in spans])
    heights = [line[0].baseline for line in lines]
    right = [
        abs(sum([above.baseline + 1 < height <= below.baseline + 1 for height in heights]) - step) <= 1
        for above, below in pairwise(spans)
    ]
    return outside >= mostly * len(spans) and sum(right) >= mostly * len(right)


@rule("margin.short_page", source="a last page of a few lines goes on with the numbers of those before it")
def goes_on(column: Column, known: Column) -> bool:
    """Numbers at the place of those of another page, with their step."""
    return column.step == known.step


#: What makes a column of numbers one of line numbers, by itself.
NUMBERED = (numbers_all, numbers_some)


def line_numbers(pages: Sequence[Page]) -> list[dict[int, str]]:
    """Which runs of each page are line numbers, each with the name of the rule."""
    found: list[tuple[Column, str] | None] = []
    for page in pages:
        named = [(column, one.name) for column in _columns(page) if (one := first(NUMBERED, page, column))]
        found.append(named[0] if named else None)
    known = next((one[0] for one in found if one is not None), None)
    if known is None:
        return [{}] * len(pages)
    made: list[dict[int, str]] = []
    for page, own in zip(pages, found, strict=True):
        if own is None:
            more = _at_known(page, known)
            own = (more, goes_on.name) if more is not None and goes_on.applies(more, known) else None
        made.append(dict.fromkeys(own[0].places, own[1]) if own is not None else {})
    return made


def _numbers(page: Page) -> list[tuple[int, Span]]:
    return [
        (at, span) for at, span in enumerate(page.spans) if len(span.text) <= _LONGEST and span.text.strip().isdecimal()
    ]


def _columns(page: Page) -> list[Column]:
    """Columns of numbers of a page, each number a step above the last, the longest first."""
    numbers = _numbers(page)
    if len(numbers) < CLEAR.wide_numbers:
        return []
    found: list[Column] = []
    for left in (False, True):
        groups: dict[int, list[tuple[int, Span]]] = {}
        for at, span in numbers:
            groups.setdefault(round((span.x0 if left else span.x1) / CLEAR.same_edge), []).append((at, span))
        for key, group in groups.items():
            near = group + groups.get(key + 1, [])
            column = _chain(near, left) if len(near) >= CLEAR.wide_numbers else None
            if column is not None and len(column.spans) >= CLEAR.wide_numbers:
                found.append(column)
    return sorted(found, key=lambda one: -len(one.spans))


def _at_known(page: Page, known: Column) -> Column | None:
    """The numbers of a page that stand where another has line numbers, in their type."""
    like = known.spans[0]
    near = [
        (at, span)
        for at, span in _numbers(page)
        if known.holds(span) and span.size == like.size and span.font == like.font
    ]
    if not near:
        return None
    at, span = near[0]
    return _chain(near, known.left) or Column((at,), (span,), known.edge, known.left, known.step)


def _chain(numbers: Sequence[tuple[int, Span]], left: bool) -> Column | None:
    """The longest run of numbers, from top to bottom, of which each is a step above the last."""
    ordered = sorted(numbers, key=lambda one: one[1].baseline)
    values = [_value(span) or 0 for _, span in ordered]
    steps = Counter([after - before for before, after in pairwise(values)])
    step = max((step for step in steps if step in CLEAR.steps), key=lambda one: steps[one], default=0)
    if not step:
        return None
    best, start = (0, 0), 0
    for end in range(1, len(ordered) + 1):
        if end == len(ordered) or values[end] != values[end - 1] + step:
            best = max(best, (start, end), key=lambda one: one[1] - one[0])
            start = end
    chain = ordered[slice(*best)]
    top = chain[0][1]
    return Column([at for at, _ in chain], [span for _, span in chain], top.x0 if left else top.x1, left, step)


def _value(span: Span) -> int | None:
    text = span.text.strip()
    return int(text) if text.isdecimal() else None


def _lines_between(page: Page, column: Column) -> list[list[Span]]:
    """The lines of the page from the first number to the last, without the numbers."""
    top, bottom = column.spans[0].baseline, column.spans[-1].baseline
    lines: list[list[Span]] = []
    for span in sorted(page.spans, key=attrgetter("baseline")):
        level = CLEAR.level * span.size
        if column.holds(span) or not top - level <= span.baseline <= bottom + level or span.text.isspace():
            continue
        if lines and span.baseline - lines[-1][0].baseline < level:
            lines[-1].append(span)
        else:
            lines.append([span])
    return [sorted(line, key=attrgetter("x0")) for line in lines]


def _line_at(lines: Sequence[Sequence[Span]], height: float) -> Sequence[Span]:
    """The line at a height, nothing where there is none."""
    return next((line for line in lines if abs(line[0].baseline - height) < CLEAR.one_level * line[0].size), ())


def _outside(number: Span, line: Sequence[Span]) -> bool:
    gap = CLEAR.beside_line * number.size
    return number.x1 + gap <= line[0].x0 or number.x0 - gap >= max([span.x1 for span in line])
