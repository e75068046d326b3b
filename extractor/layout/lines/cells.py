"""Spans -> cells: runs of text on one line without a wide gap between them."""

from __future__ import annotations

from extractor.built import compiled
from extractor.layout.lines.marks import MARK, NUMERO, ORDINAL, SEPARATORS, numero_ending, ordinal_ending, take_stars
from extractor.layout.lines.model import Cell, Head, Mark
from extractor.layout.lines.settings import LINES
from extractor.layout.lines.tidy import tidy, tidy_with_offsets
from extractor.layout.lines.widths import Run
from extractor.reading.page import Span
from extractor.records import Struct, field
from extractor.rules import rule

#: Letters that leave room at their left, into which kerning draws the space before them.
_LEANING = frozenset("AJTVWY")
_SPACES = (" ", "\u00a0")
#: What may stand in plain type before words that stand out at the head of a line: a label.
_PLAIN_LABEL = compiled(r"\s*(?:[^\W\d_]+\s+){0,2}\(?(?:\d{1,3}(?:\.\d{1,2})*|[^\W\d_]{1,4}(?=[.)]))[.):]?\s*")
#: Chinese characters.
_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_SIGNS = compiled(r"[*∗†‡§]+|\d+|[a-z]+")


@rule("marks.small", source="catalogue 7: marks are set two to four points smaller than the text")
def is_small(span: Span, largest: float) -> bool:
    """Raised type that is smaller than its line is a mark or an ordinal's ending."""
    return span.size <= LINES.mark_size * largest + LINES.mark_slack


@rule("marks.raised_star", source="catalogue 7: stars stand high in their font and are not set smaller")
def is_star(span: Span) -> bool:
    """A raised star is a mark in any size."""
    return span.text.strip().strip("*∗") == ""


@rule("marks.ordinal", source="`175th`, `1er`, `5ª`, `no 3` with raised endings")
def is_ordinal(text: str, before: str) -> bool:
    """A raised ending behind a short number, or of the word for number, stays in the text."""
    if numero_ending().match(text) is not None and NUMERO.search(before) is not None:
        return True
    return ordinal_ending().match(text) is not None and ORDINAL.search(before) is not None


@rule("marks.raised", source="catalogue 7: footnote marks are raised digits, letters and stars")
def is_mark(text: str) -> bool:
    """Raised digits, letters and stars are footnote marks."""
    return MARK.match(text) is not None


@rule("marks.stars", source="`**` drawn star by star")
def goes_on(before: Span, span: Span, mark: tuple[str, int]) -> bool:
    """A raised star close behind another is one mark with it."""
    stars = before.text.strip() + span.text.strip()
    return stars.strip("*∗") == "" and mark[0].strip("*∗") == "" and span.x0 - before.x1 < LINES.word_gap * span.size


@rule("marks.comma", source="`session¹, ²`: some producers set each mark and each comma as a run of its own")
def separates(text: str) -> bool:
    """A raised comma behind a mark stands between two marks."""
    return text in SEPARATORS


@rule("lines.han_gap", source="Chromium draws `日` and `目` narrower than their place, a glyph at a time")
def is_no_space(before: str, after: str, ems: float) -> bool:
    """A gap beside a Chinese character is a space only where it is half as wide as one."""
    return ems < LINES.han_gap and (_HAN <= before[-1:] <= _LAST_HAN or _HAN <= after[:1] <= _LAST_HAN)


@rule(
    "lines.plain_label", source="titles that run on into their text, their number in plain type: `2. **Agenda.** The …`"
)
def is_plain_label(before: str) -> bool:
    """Words stand out at the head of a line although a label in plain type stands before them."""
    return _PLAIN_LABEL.fullmatch(before) is not None


def weight_of(text: str) -> int:
    """How much a run counts for the font of its line: spaces and the dots of leaders count nothing."""
    return len(text) - text.count(".") - text.count(" ") or 1


def heaviest(weights: dict[float, int]) -> float:
    """The size that most of the text has; of equals, the larger."""
    if len(weights) == 1:
        return next(iter(weights))
    return max(weights, key=lambda key: (weights[key], key))


@rule("lines.kerned_space", source="browsers: `PROVISIONAL AGENDA`, the space drawn in between L and A")
def is_kerned(before: str, text: str) -> bool:
    """Between two words in capitals a narrow space before a letter that leans away is one."""
    return text[0] in _LEANING and text[:3].isupper() and before[-3:].isupper() and len(text) > 2


def cell_of(group: list[Span], baseline: float) -> Cell:
    """Join spans to text; raised small characters become marks."""
    first = group[0]
    size, bold, italic = first.size, first.bold, first.italic
    raised = baseline - LINES.mark_rise * size
    for span in group:
        if span.size != size or span.bold is not bold or span.italic is not italic or span.baseline <= raised:
            return _mixed_cell(group, baseline)
    # One font and no raised type, as in nearly all cells: nothing is to be weighed.
    if len(group) == 1:
        text, marks = take_stars(tidy(first.text), [])
        return Cell(text, first.x0, first.x1, size, bold, italic, marks)
    text, reach, word_gap, kerned_gap = first.text, first.x1, LINES.word_gap * size, LINES.kerned_gap * size
    runs = [(0, first.x0, first.x1)]
    for span in group[1:]:
        gap = span.x0 - reach
        if gap > kerned_gap and text[-1] not in _SPACES and span.text[0] != " ":
            if gap > word_gap:
                text += "" if is_no_space.applies(text, span.text, gap / size) else " "
            elif is_kerned.applies(text, span.text):
                text += " "
        runs.append((len(text), span.x0, span.x1))
        text += span.text
        reach = span.x1
    whole, marks = take_stars(tidy(text), [])
    x1 = max([span.x1 for span in group])
    return Cell(whole, first.x0, x1, size, bold, italic, marks, None, _moved(runs, text, whole))


def _moved(runs: list[Run], raw: str, text: str) -> tuple[Run, ...]:
    """Runs with their offsets in the text as it is kept."""
    if len(raw) != len(text):
        offsets = tidy_with_offsets(raw, [run[0] for run in runs])[1]
        return tuple([(min(at, len(text)), x0, x1) for at, (_, x0, x1) in zip(offsets, runs, strict=True)])
    return tuple(runs)


class _Text(Struct):
    """The text of a cell as it grows, the marks in it, and how much of it is set how."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[str, int]] = field(default_factory=list)
    weights: dict[float, int] = field(default_factory=dict)
    letters: int = 0
    bold: int = 0
    italic: int = 0
    leading: Span | None = None  # the first of the words that stand out at the head
    plain: Span | None = None  # the first behind them
    head_end: int = 0
    runs: list[Run] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def watch(self, span: Span, text: str) -> None:
        """Note where words that stand out at the head begin and end, before the run is added."""
        leading = self.leading
        if leading is None:
            if (span.bold or span.italic) and (self.length == 0 or is_plain_label.applies("".join(self.parts))):
                self.leading = span
        elif self.plain is None and text and (span.bold, span.italic) != (leading.bold, leading.italic):
            self.plain, self.head_end = span, self.length

    def head(self, end: int, length: int) -> Head | None:
        """The words that stand out at the head and end there, when plain text follows in a text of that length."""
        leading, plain = self.leading, self.plain
        if leading is None or plain is None or plain.bold or plain.italic or not 0 < end < length:
            return None
        return Head(end, plain.x0, leading.bold, leading.italic)

    def weigh(self, span: Span, text: str) -> None:
        count = weight_of(text)
        self.letters += count
        self.bold += count if span.bold else 0
        self.italic += count if span.italic else 0
        self.weights[span.size] = self.weights.get(span.size, 0) + count


def _mixed_cell(group: list[Span], baseline: float) -> Cell:
    """A cell of several fonts, or with raised type in it."""
    made = _Text()
    previous: Span | None = None
    largest = max([span.size for span in group])
    rise = LINES.mark_rise * largest
    for span in group:
        raw = span.text
        text = raw.strip()
        raised = baseline - span.baseline >= rise and (is_small.applies(span, largest) or is_star.applies(span))
        if raised and made.length and is_ordinal.applies(text, made.parts[-1].rstrip()):
            last = made.parts.pop()
            made.length -= len(last)
            made.add(last.rstrip())
            made.runs.append((made.length, span.x0, span.x1))
            made.add(raw)
        elif raised and made.marks and separates.applies(text):
            pass
        elif raised and is_mark.applies(text):
            signs = [str(int(sign)) if sign.isdecimal() else sign for sign in _SIGNS.findall(text)]
            if made.marks and previous is not None and goes_on.applies(previous, span, made.marks[-1]):
                made.marks[-1] = (made.marks[-1][0] + signs.pop(0), made.length)
            made.marks += [(sign, made.length) for sign in signs]
            if raw.endswith(" "):
                made.add(" ")
        else:
            if previous is not None and made.parts and not (made.parts[-1].endswith(_SPACES) or raw.startswith(" ")):
                em = min(span.size, max(previous.size, LINES.least_before * span.size))
                gap = span.x0 - previous.x1
                if gap > LINES.word_gap * em and not is_no_space.applies(made.parts[-1], raw, gap / em):
                    made.add(" ")
            made.watch(span, text)
            made.runs.append((made.length, span.x0, span.x1))
            made.add(raw)
            made.weigh(span, text)
        previous = span
    printed = "".join(made.parts)
    text, offsets = tidy_with_offsets(printed, [made.head_end, *[at for _, at in made.marks]])
    text, marks = take_stars(text, [Mark(sign, at) for (sign, _), at in zip(made.marks, offsets[1:], strict=True)])
    least = LINES.mostly * (made.letters or 1)
    return Cell(
        text,
        min([span.x0 for span in group]),
        max([span.x1 for span in group]),
        heaviest(made.weights) if made.weights else group[0].size,
        made.bold >= least,
        made.italic >= least,
        marks,
        made.head(offsets[0], len(text)),
        _moved(made.runs, printed, text),
    )
