"""Draw the pictures of ``docs/``, as ``make pictures`` does: pages of our own samples with what a result says of them.

python -m tools.pictures
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image

from extractor import Agenda, extract
from extractor.looking.draw import drawn
from extractor.looking.model import Thing
from tools.grammar_docs_tables import ROOT

#: The picture of `docs/schema.md`: a page with a running head, headings, annotations, documents and a footnote.
PAPER, PAGE, PICTURE = "vienna_working_group.pdf", 2, "ledger.png"
#: Colours and width (pixels) of a picture: enough for boxes and labels, a third of the bytes.
COLOURS, WIDTH = 48, 900


def things_of(agenda: Agenda, page: int) -> Iterator[Thing]:
    """The blocks of a page with their numbers and roles, and in them the places of references and dates."""
    for block in agenda.blocks:
        for place in block.places:
            if place.page == page:
                yield Thing(page, place.bbox, block.role, block.text, item=str(block.id))
    for role, mentions in (("reference", agenda.references), ("date", agenda.dates)):
        for mention in mentions:
            for place in mention.places:
                if place.page == page:
                    yield Thing(page, place.bbox, role, mention.text)


def main() -> None:
    """Draw all pictures."""
    paper = ROOT / "samples" / PAPER
    picture = Image.open(io.BytesIO(drawn(paper.read_bytes(), PAGE, list(things_of(extract(paper), PAGE)))))
    picture = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.LANCZOS)
    picture.quantize(COLOURS).save(ROOT / "docs" / PICTURE, optimize=True)


if __name__ == "__main__":
    main()
