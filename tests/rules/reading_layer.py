"""Cases of the rules that say what of a text layer of another program is believed."""

from __future__ import annotations

from extractor.reading.page import Page, Recognised, Span
from extractor.reading.trust.layer import with_sound_sizes, with_votes_of
from tests.rules.case import Case


def line(text: str, baseline: float, size: float = 10.0) -> Span:
    """A line as a program recognised it."""
    return Span(text, 72.0, baseline - 0.72 * size, 72.0 + 5 * len(text), baseline + 0.22 * size, baseline, size)


def sizes() -> list[float]:
    """The sizes of the lines of a page, which are those of its ink, below a heading."""
    found = [18.0, 10.1, 7.0, 12.2, 9.8, 8.4]
    spans = [line("The Committee on Ports", 100.0 + 14 * at, size) for at, size in enumerate(found)]
    return [span.size for span in with_sound_sizes(Page(1, 595, 842, spans=spans, text_layer="ocr")).spans]


def doubts() -> list[str]:
    """The words that stay in doubt where the old text layer has one of two alike."""
    layer = Page(1, 595, 842, spans=[line("See E/AC.9/2031/3, and 14 March", 100.0)], text_layer="ocr")
    found = (((92.0, 92.8, 162.0, 102.2), "E/AC.9/2031/3", 40.0), ((187.0, 92.8, 197.0, 102.2), "19", 40.0))
    page = Page(1, 595, 842, text_layer="ocr", recognised=Recognised("a reader", 90.0, 6, doubts=found))
    how = with_votes_of(page, layer).recognised
    return [word for _, word, _ in how.doubts] if how else []


CASES: dict[str, Case] = {
    "trust.sizes": Case(sizes, [18.0, 9.8, 9.8, 9.8, 9.8, 9.8]),
    "trust.vote": Case(doubts, ["19"]),
}
