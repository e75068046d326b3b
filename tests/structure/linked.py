"""A line of text with links on its words, and what is cited in it."""

from __future__ import annotations

from extractor.grammar.citations import CitationContext
from extractor.layout.arrange import arrange
from extractor.layout.lines.rows import lines_of
from extractor.layout.places import places_of_text
from extractor.reading.page import Link
from extractor.structure.links.weigh import with_links
from extractor.structure.mentions import mentions
from extractor.structure.recognise import recognise
from tests.layout.pages import page, span

#: Words, symbol, evidence, and whether a diagnostic says that its link leads elsewhere.
Said = tuple[str, str | None, str, bool]

CONTEXT = CitationContext("Special Committee on Quays", "General Assembly", "A/AC.999/2031/L.1", "en")


def said(text: str, *links: tuple[str, str]) -> list[Said]:
    """The references of a line of text; `links` are words of it and the addresses behind them."""
    sheet = page([span(text, 72, 160)])
    (line,) = lines_of(sheet)
    for words, uri in links:
        box = places_of_text([line], words)[0].bbox
        sheet.links.append(Link((box[0], box[1] - 3, box[2], box[3] + 3), uri))
    paper = arrange([sheet])
    passages = recognise(paper).passages
    cited, notes = with_links(mentions(passages, CONTEXT, "en"), passages, [one.page for one in paper.sheets], "en")
    denied = {note.path for note in notes}
    return [
        (one.text, one.symbol, " ".join(one.evidence), f"references[{at}]" in denied) for at, one in enumerate(cited)
    ]
