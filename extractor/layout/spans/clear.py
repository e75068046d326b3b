"""Pages -> pages whose runs are the text: what lies over it or beside it is set aside, letters set apart are joined.

Nothing is lost: what is set aside comes back as lines of furniture, each with the rule that set it aside.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.blocks.settings import BLOCKS
from extractor.layout.spans.comments import comments
from extractor.layout.spans.initials import with_initials
from extractor.layout.spans.numbers import line_numbers
from extractor.layout.spans.spaced import joined
from extractor.layout.spans.struck import strikes, without_struck
from extractor.layout.spans.turned import with_level_cells
from extractor.layout.spans.watermarks import may_be_watermark, spots_of, watermark
from extractor.reading.page import Page, Span
from extractor.records import Struct, field, replace


class Cleared(Struct):
    """A page of text alone, and what was set aside: each run with the name of the rule."""

    page: Page
    aside: list[tuple[Span, str]] = field(default_factory=list)

    def drop(self, places: dict[int, str]) -> None:
        """Set runs of the page aside, each by a rule."""
        if places:
            spans = self.page.spans
            self.aside += [(spans[at], name) for at, name in places.items()]
            self.page = replace(self.page, spans=[span for at, span in enumerate(spans) if at not in places])


def cleared(pages: Sequence[Page]) -> list[Cleared]:
    """The pages with their text alone."""
    found = [Cleared(page) for page in pages]
    body = _body_size(pages)
    _watermarks(found, body)
    for one, numbers in zip(found, line_numbers([one.page for one in found]), strict=True):
        one.drop(numbers)
    for one in found:
        one.drop(comments(one.page, body))
        one.page, struck = without_struck(one.page)
        one.aside += [(span, strikes.name) for span in struck]
        spans = with_initials(joined(one.page), body)
        if spans is not one.page.spans:
            one.page = replace(one.page, spans=list(spans))
        spans = with_level_cells(one.page)
        if spans is not one.page.spans:
            one.page = replace(one.page, spans=list(spans))
    return found


def _watermarks(found: Sequence[Cleared], body: float) -> None:
    doubtful = [
        (one, [(at, span) for at, span in enumerate(one.page.spans) if may_be_watermark(span, body)]) for one in found
    ]
    if not any(spans for _, spans in doubtful):
        return
    spots = spots_of([[span for _, span in spans] for _, spans in doubtful])
    for one, spans in doubtful:
        named = {at: rule.name for at, span in spans if (rule := watermark(span, one.page, body, spots))}
        # its letters may be drawn one by one, and some of them touch nothing
        kinds = {_line_of(one.page.spans[at]): name for at, name in named.items()}
        one.drop({at: kinds[_line_of(span)] for at, span in spans if _line_of(span) in kinds})


def _line_of(span: Span) -> tuple[float, int, int]:
    """What the letters of one watermark share: size, colour and baseline."""
    return span.size, span.color, round(span.baseline)


def _body_size(pages: Sequence[Page]) -> float:
    """The type size that most of the text has."""
    sizes: dict[float, int] = {}
    for page in pages:
        for span in page.spans:
            sizes[span.size] = sizes.get(span.size, 0) + len(span.text)
    return max(sizes, key=lambda size: sizes[size]) if sizes else BLOCKS.no_size
