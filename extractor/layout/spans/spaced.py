"""Letters set apart, each alone or all by the same space: joined to words by the gaps between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from extractor.built import compiled
from extractor.layout.lines.settings import LINES
from extractor.layout.lines.widths import natural_width
from extractor.layout.spans.settings import CLEAR
from extractor.lexicon.signs import UNSPACED
from extractor.median import median
from extractor.reading.page import Page, Span
from extractor.records import replace
from extractor.rules import rule

#: What French and Italian elide: `l’`, `qu’`.
_ELIDED = compiled(r"(?<![^\W\d_])[^\W\d_]{1,2}’$")


@rule("text.set_apart", source="titles and tables set wide; converters that place each letter", otherwise=False)
def is_set_apart(sample: Sequence[Span]) -> bool:
    """Letters take much more room than they have in any font, or nearly each is a run of its own."""
    letters = sum([len(span.text.strip()) for span in sample])
    if not letters or any(span.text[:1] >= UNSPACED for span in sample):
        return False
    room = sum([span.x1 - span.x0 for span in sample if span.size])
    size = sum([len(span.text.strip()) * span.size for span in sample])
    return room > CLEAR.wide_letter * size or letters <= CLEAR.short_run * len(sample)


def joined(page: Page) -> Sequence[Span]:
    """The runs of a page, those of letters set apart joined to words and cells."""
    spans = page.spans
    sample = spans[:: CLEAR.sample]
    if page.rtl:
        return spans
    if len(sample) < CLEAR.least_sample or not is_set_apart.applies(sample):
        return _with_whole_rows(spans)
    rows: list[list[Span]] = []
    made = [span for span in spans if span.sideways]
    for span in sorted([span for span in spans if not span.sideways], key=attrgetter("baseline")):
        if rows and span.baseline - rows[-1][0].baseline < CLEAR.level * span.size:
            rows[-1].append(span)
        else:
            rows.append([span])
    rows = [sorted(row, key=attrgetter("x0")) for row in rows]
    apart = _between_letters(rows)
    for at, row in enumerate(rows):
        own = max(apart, _between_letters([row])) if _is_row_apart(row) else apart
        made += _joined(row, own, rows[at - 1] if at else ())
    return made


def _with_whole_rows(spans: Sequence[Span]) -> Sequence[Span]:
    """The runs of a page, those of single lines that are set letter by letter joined to words."""
    single = [at for at, span in enumerate(spans) if len(span.text) <= 2 and len(span.text.strip()) == 1]
    if len(single) < CLEAR.least_in_row:
        return spans
    rows: dict[tuple[float, float], list[int]] = {}
    for at in single:
        rows.setdefault((spans[at].baseline, spans[at].size), []).append(at)
    gone: set[int] = set()
    made: list[Span] = []
    lines = {baseline for baseline, _ in rows}
    shared = {span.baseline for span in spans if span.baseline in lines and len(span.text.strip()) > 1}
    for (baseline, _), places in rows.items():
        if baseline in shared:
            continue
        row = sorted([spans[at] for at in places], key=attrgetter("x0"))
        if _is_row_apart(row) or _is_spelled(row):
            gone.update(places)
            made += _joined(row, _between_letters([row]), ())
    return [*[span for at, span in enumerate(spans) if at not in gone], *made] if made else spans


def _is_letter(span: Span) -> bool:
    """Whether a run is a single letter, with or without a space; digits side by side are cells of a table."""
    text = span.text.strip()
    return len(text) == 1 and text.isalpha()


def _is_row_apart(row: Sequence[Span]) -> bool:
    single = len(row) >= CLEAR.least_in_row and all(map(_is_letter, row))
    return single and is_row_apart.applies(row)


@rule("text.row_apart", source="headings set wide on pages whose text is not")
def is_row_apart(row: Sequence[Span]) -> bool:
    """Most letters of a line stand as far from one another as words do."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(row)]
    return median(gaps) > CLEAR.word_gap * row[0].size


def _is_spelled(row: Sequence[Span]) -> bool:
    letters = sum([_is_letter(span) and span.text < UNSPACED for span in row])  # which have no spaces to find
    return len(row) >= CLEAR.least_in_row and 2 * letters > len(row) and is_spelled.applies(row)


@rule("text.spelled", source="web browsers place bold and large type letter by letter; kerning narrows its spaces")
def is_spelled(row: Sequence[Span]) -> bool:
    """The letters of a line are runs of their own that touch one another."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(row)]
    return median(gaps) < CLEAR.spelled * row[0].size


def _between_letters(rows: Sequence[Sequence[Span]]) -> float:
    """The space, in points, that stands between two letters."""
    found: list[float] = []
    for row in rows:
        for span in row:
            letters = len(span.text.strip())
            if letters >= CLEAR.least_letters:
                found.append((span.x1 - span.x0 - natural_width(span.text.strip()) * span.size) / (letters - 1))
        if len(row) > CLEAR.least_letters:
            found += [after.x0 - before.x1 for before, after in pairwise(row) if len(before.text.strip()) == 1]
    return max(median(found), 0.0) if found else 0.0


def _joined(row: Sequence[Span], apart: float, above: Sequence[Span]) -> list[Span]:
    """The runs of one line, joined where no more than a space parts them, and no raised sign of the row above."""
    made: list[Span] = []
    word_gap = CLEAR.spelled_gap if _is_spelled(row) else CLEAR.word_gap
    for span in row:
        before = made[-1] if made else None
        if before is not None and before.font == span.font and abs(before.size - span.size) < 1:
            gap, em = span.x0 - before.x1, span.size
            near = -LINES.cell_gap * em < gap <= LINES.cell_gap * em + 2 * apart
            if near and not (gap > word_gap * em and _has_mark(before, span, above)):
                apart_from = gap > word_gap * em + apart and not is_elided.applies(before.text, span.text, gap / em)
                between = " " if apart_from else ""
                made[-1] = replace(before, text=before.text.rstrip() + between + span.text, x1=max(span.x1, before.x1))
                continue
        made.append(span)
    return made


@rule("spans.elision", source="French papers in a Chinese font, whose apostrophe is as wide as a character: `l’ordre`")
def is_elided(before: str, after: str, ems: float) -> bool:
    """A gap behind one or two letters with an apostrophe, before a letter, is a space only where it is wider yet."""
    if before[-1:] != "’" or ems >= CLEAR.elision_gap:
        return False
    return after[:1].isalpha() and _ELIDED.search(before) is not None


def _has_mark(before: Span, span: Span, above: Sequence[Span]) -> bool:
    """Whether a small raised sign stands between two runs of a line."""
    return any(
        before.x1 - 1 <= sign.x0
        and sign.x1 <= span.x0 + 1
        and sign.size < span.size
        and span.baseline - sign.baseline < LINES.most_rise * span.size
        for sign in above
    )
