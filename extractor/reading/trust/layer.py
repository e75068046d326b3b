"""Text that another program recognised: what of it is believed, and what it says of a page that was read anew.

Such programs give words and their places. Sizes are often the height of the ink of a line, which depends on the letters
that stand in it: lines of ten points come as 7.0, 9.8 and 12.2. Wrong sizes are worse than none, since notes, marks and
headings are known by them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from extractor.median import weighted_median
from extractor.reading.page import ASCENT, DESCENT, BBox, Misread, Page, Rule, Span
from extractor.reading.shared.skew import tilted
from extractor.records import Struct, replace
from extractor.rules import rule

__all__ = ["AROUND", "has_sound_sizes", "is_read_alike", "with_sound_sizes", "with_type_of", "with_votes_of"]


class LayerSettings(Struct, frozen=True):
    """How far recognised text is believed."""

    #: Sizes within this share of the usual one are one size: that of print is rounded to half a point.
    same: float = 0.03
    #: Sizes are believed when this share of the letters has the usual one. Pages at hand: 0.87 and more where a program
    #: set them by the type, 0.14 to 0.20 where they are the height of ink.
    believed: float = 0.5
    #: Letters that are so many times as large are of a heading, whatever stands in the line: ink of one size differs by
    #: 1.25.
    heading: float = 1.4
    #: A word that stands elsewhere on the page vouches for a reading from so many characters on.
    vouched: int = 4
    #: A line of the layer is the run of the picture with which it shares this much of its height.
    same_line: float = 0.5
    #: A word lies in a box when its middle is no further outside than this share of the box's height.
    near: float = 0.3


LAYER = LayerSettings()

#: What stands about a word and is no part of it.
AROUND = "()[]«»“”\"'.,;:*"


@rule("trust.sizes", source="OCR programs: sizes of words are those of their ink on some papers", otherwise=True)
def has_sound_sizes(spans: Sequence[Span]) -> bool:
    """Whether most letters of a recognised page are of its usual size, as on any page that was printed."""
    usual = _usual(spans)
    letters = sum(_letters(span) for span in spans)
    same = sum(_letters(span) for span in spans if abs(span.size / usual - 1) < LAYER.same) if usual else letters
    return same >= LAYER.believed * letters


def with_sound_sizes(page: Page) -> Page:
    """A page of recognised text, in one size where its sizes cannot be believed; headings stay large."""
    if page.text_layer != "ocr" or page.recognised is not None or has_sound_sizes.applies(page.spans):
        return page
    usual = _usual(page.spans)
    return replace(
        page, spans=[_sized(span, usual) if span.size < LAYER.heading * usual else span for span in page.spans]
    )


def _sized(span: Span, size: float) -> Span:
    return replace(span, size=size, top=span.baseline - ASCENT * size, bottom=span.baseline + DESCENT * size)


def _usual(spans: Sequence[Span]) -> float:
    """The size of the middle letter, the letters in the order of their sizes; 0 without letters."""
    return weighted_median((span.size, count) for span in spans if (count := _letters(span))) or 0.0


def _letters(span: Span) -> int:
    return sum(map(str.isalnum, span.text))


@rule("trust.vote", source="two programs that misread one word hardly misread it alike", otherwise=False)
def is_read_alike(word: str, other: str) -> bool:
    """Whether the words of two programs in one place are the same, but for what stands about them."""
    return bool(plain := word.strip(AROUND)) and plain == other.strip(AROUND)


@rule("trust.word", source="a misreading is hardly ever another word of the page", otherwise=False)
def is_word_of_page(word: str, others: Collection[str]) -> bool:
    """Whether what the old layer has for a word in doubt stands elsewhere on the page, where it is in no doubt."""
    return len(word) >= LAYER.vouched and word in others


def with_votes_of(page: Page, layer: Page) -> Page:
    """A page read from its picture, with the vote of its old text layer on each word that is in doubt.

    The doubt goes where both have the same word; the word of the layer is taken where it stands elsewhere on the page.
    """
    how = page.recognised
    if how is None or not how.doubts:
        return page
    there = list(_words(layer.spans))
    in_doubt = {word for _, word, _ in how.doubts}
    sure = {
        plain
        for span in page.spans
        for word in span.text.split()
        if word not in in_doubt and (plain := word.strip(AROUND))
    }
    spans = list(page.spans)
    left: list[tuple[BBox, str, float]] = []
    repairs: list[Misread] = []
    for box, word, confidence in how.doubts:
        other = _at(tilted(box, how.skew, page), there).strip(AROUND)
        if is_read_alike.applies(word, other):
            continue
        at = _span_of(word, box, spans) if is_word_of_page.applies(other, sure) else None
        if at is None:
            left.append((box, word, confidence))
            continue
        spans[at] = replace(spans[at], text=spans[at].text.replace(word.strip(AROUND), other))
        repairs.append(Misread(word.strip(AROUND), other, is_word_of_page.name))
    how = replace(how, doubts=tuple(left), repairs=(*how.repairs, *repairs))
    return replace(page, spans=spans, recognised=how)


def _span_of(word: str, box: BBox, spans: Sequence[Span]) -> int | None:
    """The index of the run that holds a word once, at the place of its box; None for none."""
    middle, height = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for at, span in enumerate(spans):
        if span.x0 <= middle <= span.x1 and span.top <= height <= span.bottom:
            return at if word and span.text.split().count(word) == 1 == span.text.count(word.strip(AROUND)) else None
    return None


def with_type_of(page: Page, seen: Page) -> Page:
    """A page that keeps its text, with what its picture shows, where that was read worse.

    These are the rules, which text layers do not have, and the type of each line, where the sizes of the layer say
    nothing.
    """
    how = seen.recognised
    if how is None:
        return page

    def there(one: Rule | Span) -> BBox:
        return tilted((one.x0, one.top, one.x1, one.bottom), how.skew, seen, grows=False)

    rules = [Rule(*there(one)) for one in seen.rules]
    spans = page.spans
    if has_no_sizes.applies(spans):
        runs = [(there(span), span) for span in seen.spans]
        spans = [_as_seen(span, runs) for span in spans]
    return replace(page, spans=spans, rules=rules)


@rule(
    "trust.type",
    source="layers whose sizes are not believed, or are all one: the picture has the sizes of print",
    otherwise=False,
)
def has_no_sizes(spans: Sequence[Span]) -> bool:
    """Whether all runs of a recognised page are of one size."""
    return len({span.size for span in spans}) == 1


def _as_seen(span: Span, runs: Sequence[tuple[BBox, Span]]) -> Span:
    """A run of a layer in the type of what its picture shows in its place."""
    best, most = None, 0.0
    for (left, top, right, bottom), run in runs:
        along = min(bottom, span.bottom) - max(top, span.top)
        across = min(right, span.x1) - max(left, span.x0)
        if across > most and along > LAYER.same_line * min(bottom - top, span.bottom - span.top):
            best, most = run, across
    return span if best is None else replace(_sized(span, best.size), bold=best.bold, italic=best.italic)


def _words(spans: Sequence[Span]) -> Iterator[tuple[float, float, str]]:
    """The words of runs with the middle of each: letters are taken to be of one width."""
    for span in spans:
        width = (span.x1 - span.x0) / max(len(span.text), 1)
        at = 0
        for word in span.text.split():
            at = span.text.index(word, at)
            yield span.x0 + (at + len(word) / 2) * width, (span.top + span.bottom) / 2, word
            at += len(word)


def _at(box: BBox, words: Sequence[tuple[float, float, str]]) -> str:
    """What stands in a box."""
    left, top, right, bottom = box
    reach = LAYER.near * (bottom - top)
    return "".join(
        word for x, y, word in words if left - reach < x < right + reach and top - reach < y < bottom + reach
    )
