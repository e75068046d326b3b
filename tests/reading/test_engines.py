"""One table over both engines: the same pages give the same text a line, and boxes within two points."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.reading.engines import ENGINES
from extractor.reading.page import Page
from extractor.reading.reader import open_pdf
from tests.conftest import corpus_agendas, sample_pdfs
from tests.reading.pdfs import Pdf, Sheet, document, picture, text

BOTH = [kind.name for kind in ENGINES if kind.extra is None]
#: The engine that the others are compared with.
REFERENCE = "pdfplumber"
NEAR = 2.0

TWO_COLUMNS = text("United Nations", 72, 780, 14, 2) + text("A/99/1", 420, 780) + text("Distr.: General", 420, 760)
STYLES = text("Bold", 72, 700, 12, 2) + text("slanted", 110, 700, 12, 3) + text("plain", 160, 700, 12)
RAISED = text("Opening of the session", 72, 700) + text("1", 172, 704, 6)
ONE_OPERATOR = b"BT /F1 10 Tf 72 600 Td [(Opening) -250 (of) -250 (the session) -9000 (3) -4000 (p. 7)] TJ ET\n"
DIGITS = b"BT /F1 10 Tf 72 600 Td [(1) -4000 (2) -4000 (-) -4000 (4)] TJ ET\n"
SPACED = b"BT /F1 10 Tf 0.6 Tc 2 Tw 72 560 Td (spaced out words) Tj 0 Tc 0 Tw 200 0 Td (after) Tj ET\n"
RULES = b"0.5 w 72 500 m 300 500 l S 72 400 228 0.5 re f 72 300 100 50 re S 400 100 1 80 re 500 100 1 80 re f\n"
IN_A_FORM = b"q 1 0 0 1 50 20 cm " + text("moved by twenty", 72, 400) + b"Q\n"
FLIPPED = b"q 1 0 0 -1 0 842 cm BT /F1 10 Tf 1 0 0 -1 72 142 Tm (upside down space) Tj ET Q\n"

TABLE = {
    "two columns": Pdf([Sheet(TWO_COLUMNS)]),
    "styles": Pdf([Sheet(STYLES)]),
    "raised mark": Pdf([Sheet(RAISED)]),
    "columns in one operator": Pdf([Sheet(ONE_OPERATOR)]),
    "cells of one character": Pdf([Sheet(DIGITS)]),
    "letter and word spacing": Pdf([Sheet(SPACED)]),
    "rules": Pdf([Sheet(RULES + text("x", 72, 700))]),
    "moved": Pdf([Sheet(IN_A_FORM)]),
    "flipped": Pdf([Sheet(FLIPPED)]),
    "picture": Pdf([Sheet(text("over", 72, 700) + picture(300, 600, 100, 80))]),
    "link": Pdf([Sheet(text("link", 72, 700), links=[((70, 695, 100, 712), "https://example.org/a")])]),
    "crop box": Pdf([Sheet(STYLES, extra=b"/CropBox [50 100 500 800]")]),
    "media box off the origin": Pdf([Sheet(STYLES, box=(-20, 30, 575, 872))]),
    "turned by 90": Pdf([Sheet(STYLES, extra=b"/Rotate 90")]),
    "turned by 180": Pdf([Sheet(STYLES, extra=b"/Rotate 180")]),
    "turned by 270": Pdf([Sheet(STYLES, extra=b"/Rotate 270 /CropBox [50 100 500 800]")]),
    "large": Pdf([Sheet(text("far away", 10_000, 14_000, 40), box=(0, 0, 14_400, 14_400))]),
}


def read(data: bytes, engine: str) -> list[Page]:
    with open_pdf(data, engine) as reader:  # type: ignore[arg-type]
        return list(reader.pages())


def rows(page: Page) -> dict[int, list[tuple[str, float, float, bool, bool]]]:
    """Words by baseline: engines may cut runs at different places, not at different words."""
    found: dict[int, list[tuple[str, float, float, bool, bool]]] = {}
    for span in sorted(page.spans, key=lambda one: (round(one.baseline), one.x0)):
        row = found.setdefault(round(span.baseline), [])
        row.append((span.text, span.x0, span.x1, span.bold, span.italic))
    return found


def words(page: Page) -> dict[int, str]:
    return {key: " ".join(" ".join(run[0] for run in row).split()) for key, row in rows(page).items()}


@pytest.mark.parametrize("engine", [engine for engine in BOTH if engine != REFERENCE])
@pytest.mark.parametrize("name", TABLE)
def test_engines_read_the_same(name: str, engine: str) -> None:
    ours, reference = (read(TABLE[name].build(), one)[0] for one in (engine, REFERENCE))
    assert (ours.width, ours.height) == pytest.approx((reference.width, reference.height), abs=0.1)
    assert words(ours) == words(reference)
    for key, row in rows(ours).items():
        other = rows(reference)[key]
        assert row[0][1] == pytest.approx(other[0][1], abs=NEAR)
        assert row[-1][2] == pytest.approx(other[-1][2], abs=NEAR)
        assert {run[3:] for run in row} == {run[3:] for run in other}
    assert [link.uri for link in ours.links] == [link.uri for link in reference.links]
    for mine, its in zip(ours.links, reference.links, strict=True):
        assert mine.bbox == pytest.approx(its.bbox, abs=NEAR)
    assert len(ours.rules) == len(reference.rules)
    for rule, its_rule in zip(sorted(map(edges, ours.rules)), sorted(map(edges, reference.rules)), strict=True):
        assert rule == pytest.approx(its_rule, abs=NEAR)
    for box, its_box in zip(ours.images, reference.images, strict=True):
        assert box == pytest.approx(its_box, abs=NEAR)


def edges(rule: object) -> tuple[float, ...]:
    return tuple(round(getattr(rule, name)) for name in ("x0", "top", "x1", "bottom"))


@pytest.mark.parametrize("engine", BOTH)
def test_a_span_says_where_it_stands(engine: str) -> None:
    page = read(document(text("Opening", 72, 700, 12, 2)), engine)[0]
    (span,) = page.spans
    assert (span.text, span.size, span.font, span.bold, span.italic) == ("Opening", 12, "Times-Bold", True, False)
    assert span.baseline == pytest.approx(142, abs=0.1)
    assert span.x0 == pytest.approx(72, abs=0.5)
    assert span.top < 142 < span.bottom


@pytest.mark.parametrize("engine", BOTH)
def test_columns_drawn_by_one_operator_are_parted(engine: str) -> None:
    page = read(document(ONE_OPERATOR), engine)[0]
    assert [span.text.strip() for span in page.spans] == ["Opening of the session", "3", "p. 7"]
    assert page.spans[1].x0 > page.spans[0].x1 + 50


@pytest.mark.parametrize("engine", BOTH)
def test_cells_of_one_character_are_no_word_with_its_letters_apart(engine: str) -> None:
    (page,) = read(document(DIGITS), engine)
    assert [span.text.strip() for span in page.spans] == ["1", "2", "-", "4"]


@pytest.mark.parametrize("engine", BOTH)
def test_rotated_pages_are_seen_as_readers_see_them(engine: str) -> None:
    turned = Sheet(text("word", 100, 200), box=(0, 0, 400, 600), extra=b"/Rotate 90")
    page = read(Pdf([turned]).build(), engine)[0]
    assert (page.width, page.height) == (600, 400)
    (span,) = page.spans
    # What stood 100 from the left and 200 from below stands 200 from the left and 100 from above, written downwards.
    assert span.x0 == pytest.approx(200, abs=10)
    assert span.top == pytest.approx(100, abs=NEAR)
    assert span.bottom - span.top > span.x1 - span.x0


@pytest.mark.parametrize("engine", BOTH)
@pytest.mark.parametrize("blanks", [" ", "  ", "     "])
def test_spaces_between_words_of_a_rotated_page_are_not_hyphens(engine: str, blanks: str) -> None:
    upwards = b"BT /F1 10 Tf 0 1 -1 0 100 %g Tm (%s) Tj ET\n"
    row = upwards % (100, b"31-00417 \\(E\\)") + upwards % (146, blanks.encode()) + upwards % (155, b"010231")
    page = read(Pdf([Sheet(row, box=(0, 0, 400, 600), extra=b"/Rotate 90")]).build(), engine)[0]
    assert list(words(page).values()) == ["31-00417 (E) 010231"]


@pytest.mark.parametrize("engine", BOTH)
def test_what_a_printer_drew_twice_is_read_once(engine: str) -> None:
    page = read(document(text("Bold by shadow", 72, 700) + text("Bold by shadow", 72.3, 700)), engine)[0]
    assert "".join(span.text for span in page.spans).count("Bold") == 1


#: pdfplumber takes a second for each of the real papers.
PAPERS = [*sample_pdfs(), *(pytest.param(path, marks=pytest.mark.slow) for path in corpus_agendas())]


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_papers_read_alike(path: Path) -> None:
    """Line by line, blanks aside: leaders are spaced differently, and PDFium spells out some blanks that are gaps."""
    data = path.read_bytes()
    lines = alike = 0
    with open_pdf(data, "pdfium") as first, open_pdf(data, "pdfplumber") as second:
        numbers = range(1, min(first.facts.pages, 6) + 1)
        for ours, reference in zip(first.pages(numbers), second.pages(numbers), strict=True):
            mine = {key: squeezed(line) for key, line in words(ours).items()}
            its = {key: squeezed(line) for key, line in words(reference).items()}
            lines += len(its)
            alike += sum(mine.get(key) == line for key, line in its.items())
            assert ours.text_layer == reference.text_layer == "digital"
            assert ours.suspect is reference.suspect is None
            assert len(ours.links) == len(reference.links)
    assert alike >= 0.98 * lines


def squeezed(line: str) -> str:
    return "".join(line.split())
