"""The boxes of a stage, drawn over the rendered page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont

from extractor.looking.model import Thing

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class DrawSettings:
    """How a page is drawn."""

    #: Pixels a point: small type and labels stay readable.
    scale: float = 2.0
    #: Pixels of the longer side at most: a page may be as large as a poster.
    longest: int = 4000
    #: Pixels of the labels.
    letters: int = 13
    #: Dark colours that differ by more than lightness, one a role in the order in which roles come (after Okabe and
    #: Ito, for readers with any colour vision).
    colours: tuple[Colour, ...] = (
        (0, 114, 178),
        (213, 94, 0),
        (0, 130, 95),
        (170, 60, 130),
        (140, 105, 0),
        (60, 60, 60),
        (40, 140, 200),
        (150, 40, 40),
    )


DRAW = DrawSettings()


def drawn(data: bytes, page: int, things: Sequence[Thing]) -> bytes:
    """A PNG of a page of a PDF with the boxes of the things that stand on it, each with its role, coloured by role."""
    image, scale = _rendered(data, page)
    colours: dict[str, Colour] = {}
    for thing in things:
        colours.setdefault(thing.role, DRAW.colours[len(colours) % len(DRAW.colours)])
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(DRAW.letters)
    above = ""
    shown = [thing for thing in things if thing.page == page]
    for thing in shown:  # a run of things of one role has one label: more would hide words
        if thing.label != above:
            at, above = (thing.bbox[0] * scale, thing.bbox[1] * scale), thing.label
            pen.rectangle(pen.textbbox(at, above, font=font, anchor="lb"), fill=colours[thing.role])
            pen.text(at, above, fill="white", font=font, anchor="lb")
    for thing in shown:
        x0, top, x1, bottom = (round(edge * scale) for edge in thing.bbox)
        box = (min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom))
        pen.rectangle(box, outline=colours[thing.role], width=2)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def _rendered(data: bytes, page: int) -> tuple[Image.Image, float]:
    """The page as a picture, and its pixels a point."""
    document = pdfium.PdfDocument(data)
    try:
        sheet = document[page - 1]
        scale = min(DRAW.scale, DRAW.longest / max(*sheet.get_size(), 1.0))
        picture: Image.Image = sheet.render(scale=scale).to_pil()
        return picture.convert("RGB"), scale
    finally:
        document.close()
