"""Draw the pictures of ``docs/``, as ``make pictures`` does: pages of our own samples with what a result says of them.

python -m tools.pictures
"""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from PIL import Image

from extractor import Agenda, extract
from extractor.looking.draw import drawn
from extractor.looking.model import Thing
from extractor.reviewing.kept import kept_page
from tools.grammar_docs_tables import ROOT

#: The picture of `docs/schema.md`: a page with a running head, headings, annotations, documents and a footnote.
PAPER, PAGE, PICTURE = "vienna_working_group.pdf", 2, "ledger.png"
#: Colours and width (pixels) of a picture: enough for boxes and labels, a third of the bytes.
COLOURS, WIDTH = 48, 900
#: The picture of `docs/review.md`, the size of the window, and the value that is picked.
REVIEW, WINDOW, PICKED = "review.png", "1360,820", "items[1].title"
#: Its colours: the roles have one each.
REVIEW_COLOURS = 160


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
    if shot := review_page(paper):
        Image.open(io.BytesIO(shot)).convert("RGB").quantize(REVIEW_COLOURS).save(ROOT / "docs" / REVIEW, optimize=True)
    else:
        print(f"docs/{REVIEW} stays as it is: Chromium, its driver or selenium is not installed")


def review_page(paper: Path) -> bytes | None:
    """The review page of a paper in Chromium, with a title picked, as PNG; None where there is no Chromium."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver or not find_spec("selenium"):
        return None
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for option in (
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--force-prefers-reduced-motion",
        f"--window-size={WINDOW}",
    ):
        options.add_argument(option)
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=driver))
    try:
        with tempfile.NamedTemporaryFile(suffix=".html") as file:
            file.write(b"".join(kept_page(extract(paper), str(paper), corrections=False)))
            file.flush()
            browser.get(f"file://{file.name}")
            browser.execute_async_script(
                f"pick('{PICKED}'); const page = document.querySelector('.page img'); page.decode().then(arguments[0])"
            )
            shot: bytes = browser.get_screenshot_as_png()
        return shot
    finally:
        browser.quit()


if __name__ == "__main__":
    main()
