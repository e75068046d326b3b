"""Cases of the rules that say what of a text layer of another program is believed."""

from __future__ import annotations

from extractor.reading.page import Page, Recognised, Rule, Span
from extractor.reading.trust.frames import without_frame
from extractor.reading.trust.layer import with_sound_sizes, with_type_of, with_votes_of
from extractor.reading.trust.shapes import rules_of
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


def voted() -> list[str]:
    """The text of a page with two words in doubt of which the old layer has others, one of them a word of the page."""
    layer = Page(1, 595, 842, spans=[line("The Committee on Ports", 114.0)], text_layer="ocr")
    spans = [line("The Committee of Harbours", 100.0), line("The Cornrnittee on Povts", 114.0)]
    found = (((92.0, 106.8, 137.0, 116.2), "Cornrnittee", 40.0), ((167.0, 106.8, 192.0, 116.2), "Povts", 40.0))
    how = Recognised("a reader", 90.0, 8, doubts=found)
    page = with_votes_of(Page(1, 595, 842, spans=spans, text_layer="ocr", recognised=how), layer)
    return [span.text for span in page.spans]


def types() -> list[tuple[float, bool]]:
    """Size and weight of the lines of a layer without sizes, on a picture that shows a heading above small type."""
    seen = [line("Porls", 100.0, 14.0), line("Tho Cornmittee", 120.0, 9.0)]
    seen[0].bold = True
    layer = [line("Ports", 100.5), line("The Committee", 120.5)]
    picture = Page(1, 595, 842, spans=seen, recognised=Recognised("a reader", 60.0, 3))
    return [(span.size, span.bold) for span in with_type_of(Page(1, 595, 842, spans=layer), picture).spans]


def rules_left() -> list[Rule]:
    """The drawn lines of a page with a line below its masthead and a frame around it."""
    below = Rule(72.0, 130.0, 523.0, 130.7)
    return without_frame(Page(1, 595, 842, rules=[*rules_of((24.0, 25.0, 571.0, 817.0), outlined=True), below]))


CASES: dict[str, Case] = {
    "trust.frame": Case(rules_left, [Rule(72.0, 130.0, 523.0, 130.7)]),
    "trust.sizes": Case(sizes, [18.0, 9.8, 9.8, 9.8, 9.8, 9.8]),
    "trust.vote": Case(doubts, ["19"]),
    "trust.word": Case(voted, ["The Committee of Harbours", "The Committee on Povts"]),
    "trust.type": Case(types, [(14.0, True), (9.0, False)]),
}
