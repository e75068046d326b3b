"""Text that another program recognised: what of it is believed, and what it says of a page that was read anew.

Such programs give words and their places. Sizes are often the height of the ink of a line, which depends on the letters
that stand in it: lines of ten points come as 7.0, 9.8 and 12.2. Wrong sizes are worse than none, since notes, marks and
headings are known by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.median import weighted_median
from extractor.reading.page import ASCENT, DESCENT, BBox, Page, Rule, Span
from extractor.reading.shared.skew import tilted
from extractor.records import Struct, replace
from extractor.rules import rule

__all__ = ["AROUND", "has_sound_sizes", "is_read_alike", "with_rules_of", "with_sound_sizes", "with_votes_of"]


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


def with_votes_of(page: Page, layer: Page) -> Page:
    """A page read from its picture, without the doubts of words that its old text layer has as well."""
    how = page.recognised
    if how is None or not how.doubts:
        return page
    there = list(_words(layer.spans))
    left = tuple(
        (box, word, sure)
        for box, word, sure in how.doubts
        if not is_read_alike.applies(word, _at(tilted(box, how.skew, page), there))
    )
    return replace(page, recognised=replace(how, doubts=left))


def with_rules_of(page: Page, seen: Page) -> Page:
    """A page that keeps its text with the rules of its picture, where that was read worse: text layers have none."""
    how = seen.recognised
    if how is None:
        return page
    boxes = [tilted((one.x0, one.top, one.x1, one.bottom), how.skew, seen, grows=False) for one in seen.rules]
    return replace(page, rules=[Rule(*box) for box in boxes])


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
