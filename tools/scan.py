"""Make a scan of a PDF: its pages as pictures, damaged as scanners damage them, always in the same way.

python -m tools.scan IN.pdf OUT.pdf [clean|mild|harsh] [SEED]
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

__all__ = ["DEGREES", "Degree", "scanned"]

_DPI = 200


@dataclass(frozen=True)
class Degree:
    """How bad a scan is.

    Args:
        turn: most degrees by which a page is turned.
        blur: radius of the blur in pixels.
        noise: standard deviation of the noise, of 255.
        shade: how much darker the paper is at one edge, of 255.
        quality: of the JPEG that is kept.
        fax: whether only black and white are left, with specks.
    """

    turn: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    shade: float = 0.0
    quality: int = 90
    fax: bool = False


DEGREES = {
    "clean": Degree(),
    "mild": Degree(turn=0.9, blur=0.7, noise=7, shade=40, quality=60),
    "harsh": Degree(turn=1.4, blur=0.6, noise=24, shade=30, fax=True),
}


def scanned(data: bytes, degree: str = "mild", seed: int = 1) -> bytes:
    """The PDF with a picture for each page of a PDF, and no text."""
    how, chance = DEGREES[degree], np.random.default_rng(seed)
    document = pypdfium2.PdfDocument(data)
    pages = [_damaged(page.render(scale=_DPI / 72, grayscale=True).to_pil(), how, chance) for page in document]
    document.close()
    out = io.BytesIO()
    options = {} if pages[0].mode == "1" else {"quality": how.quality}  # a fax has none
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=_DPI, **options)
    return out.getvalue()


def _damaged(page: Image.Image, how: Degree, chance: np.random.Generator) -> Image.Image:
    if how.turn:
        angle = chance.uniform(0.5, 1.0) * how.turn * chance.choice((-1, 1))
        page = page.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    if how.blur:
        page = page.filter(ImageFilter.GaussianBlur(how.blur))
    grey = np.asarray(page, dtype=np.float64)
    if how.shade:
        grey = grey - np.linspace(0, how.shade, grey.shape[1])[None, :]
    if how.noise:
        grey = grey + chance.normal(0, how.noise, grey.shape)
    if how.fax:
        specks = chance.random(grey.shape) < 0.0004
        return Image.fromarray(np.where((grey < 128) | specks, 0, 255).astype(np.uint8)).convert("1")
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


def main() -> None:
    """Write a scan."""
    source, target, *rest = sys.argv[1:]
    degree = rest[0] if rest else "mild"
    Path(target).write_bytes(scanned(Path(source).read_bytes(), degree, int(rest[1]) if len(rest) > 1 else 1))


if __name__ == "__main__":
    main()
