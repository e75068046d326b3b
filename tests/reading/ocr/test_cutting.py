"""A page in pieces: what is measured on the picture before a word is read."""

# ruff: noqa: E402  (what is imported needs what may not be installed)

from __future__ import annotations

import pytest

cv2 = pytest.importorskip("cv2", reason="the extra 'ocr' is not installed")

import numpy as np
import pypdfium2

from extractor.reading.ocr.faces import measured
from extractor.reading.ocr.faces import typed as typed_faces
from extractor.reading.ocr.lining import pitch_of
from extractor.reading.ocr.marks import pieces
from extractor.reading.ocr.parts import Cut, Part, Run
from extractor.reading.ocr.picture import Picture, drawn, painted, skew_of, unruled, upright
from extractor.reading.ocr.recognise import Reading, Sign, Word
from extractor.reading.ocr.rules import strokes
from extractor.reading.ocr.runs import cut
from extractor.reading.ocr.sizes import body_of, is_bold, settled
from extractor.reading.ocr.spaces import spaced
from extractor.records import replace
from tests.reading.pdfs import Font, Pdf, Sheet

#: Twelve lines of prose, so that a page has a body.
PROSE = "".join(
    f"BT /F1 10 Tf 100 {500 - 12 * row} Td (The committee will consider the tides of {row}) Tj ET " for row in range(12)
)


def picture(content: str, angle: float = 0.0) -> Picture:
    """A page as it is seen, set upright."""
    page = pypdfium2.PdfDocument(Pdf([Sheet(content.encode("cp1252"))]).build())[0]
    grey, scale = drawn(page)
    if angle:
        height, width = grey.shape
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        grey = cv2.warpAffine(grey, turn, (width, height), borderValue=255)
    return upright(grey, scale)


def typed(content: str) -> Picture:
    """A page that has the font of a typewriter as /F4, as it is seen."""
    fonts = [Font(), Font("Times-Bold"), Font("Times-Italic"), Font("Courier")]
    page = pypdfium2.PdfDocument(Pdf([Sheet(content.encode("cp1252"))], fonts=fonts).build())[0]
    return upright(*drawn(page))


def boxes(content: str) -> list[tuple[float, float, float, float]]:
    """The boxes of the runs of a page in points, from the top down."""
    seen = picture(content)
    found = cut(painted(seen.ink, strokes(seen.ink, seen.scale), 0, 2), seen.scale)
    return [tuple(round(edge / seen.scale) for edge in run.box) for run in found.runs]


@pytest.mark.parametrize("angle", [-1.4, -0.5, 0.8, 2.0])
def test_the_tilt_of_a_page_is_measured_and_taken_back(angle: float) -> None:
    seen = picture(PROSE, angle)
    assert seen.skew == pytest.approx(-angle, abs=0.08)
    assert abs(skew_of(seen.ink)) <= 0.06


def test_a_level_page_is_left_as_it_is() -> None:
    assert picture(PROSE).skew == 0.0


def test_the_halves_of_a_masthead_are_never_one_run() -> None:
    left = "BT /F2 14 Tf 90 700 Td (Council of Harbours) Tj ET "
    right = "BT /F1 10 Tf 380 705 Td (Distr.: General) Tj 0 -12 Td (16 March 2031) Tj ET "
    found = boxes(left + right)
    assert len(found) == 3
    assert [round(box[0], -1) for box in found] == [380, 90, 380]


def test_a_label_far_from_its_text_is_a_run_of_its_own() -> None:
    found = boxes("BT /F1 10 Tf 100 700 Td (1.) Tj 36 0 Td (Opening of the session) Tj ET " + PROSE)
    assert sorted(round(box[0], -1) for box in found[:2]) == [100, 140]


def test_words_of_a_stretched_line_are_one_run() -> None:
    found = boxes("BT /F1 10 Tf 4 Tw 100 700 Td (Words that stand far from each other) Tj ET " + PROSE)
    assert len(found) == 13


#: Lines of a typewriter: two spaces follow a full stop, and a date has spaces of 0.9 ems.
TYPED = "".join(
    f"BT /F4 10 Tf 100 {700 - 14 * row} Td (Tides are high on 8 November.  Ports close {row}.) Tj ET "
    for row in range(8)
)


def test_a_typewritten_page_is_told_by_its_pitch_and_its_lines_are_whole() -> None:
    seen = typed(TYPED)
    found = cut(seen.ink, seen.scale)
    assert pitch_of.applies(found.runs) == pytest.approx(6.0 * seen.scale, abs=1)
    assert len(found.runs) == 8
    other = picture(PROSE)
    assert pitch_of.applies(cut(other.ink, other.scale).runs) is None


def test_a_typewriter_has_one_size_and_one_weight_and_the_letterhead_its_own() -> None:
    head = "BT /F2 17 Tf 100 760 Td (United Harbours) Tj ET BT /F4 10 Tf 100 740 Td (TIDES AND PORTS) Tj ET "
    seen = typed(head + TYPED)
    sheet = cut(seen.ink, seen.scale)
    found = pieces(sheet)
    faces = [replace(measured(piece, Reading(), 0, sheet.labels, 40), letters=20) for piece in found]
    faces[0] = replace(faces[0], size=70.0)
    sizes = [face.size / seen.scale for face in typed_faces(faces, found, 25.0)]
    assert sizes[1:] == pytest.approx([10.0] * 9, rel=0.03)
    assert typed_faces(faces, found, 25.0)[0].stem > 0 == typed_faces(faces, found, 25.0)[1].stem


def test_rules_are_found_and_words_that_stand_on_them_stay() -> None:
    seen = picture("0.7 w 100 690 m 400 690 l S BT /F1 10 Tf 100 693 Td (Underlined heading of a table) Tj ET " + PROSE)
    found = strokes(seen.ink, seen.scale)
    assert len(found) == 1
    left, top, right, bottom = (edge / seen.scale for edge in found[0])
    assert left == pytest.approx(100, abs=1)
    assert right == pytest.approx(400, abs=1.5)
    assert (top + bottom) / 2 == pytest.approx(842 - 690, abs=1)
    heading = cut(painted(seen.ink, found, 0, 2), seen.scale).runs[0]
    assert len(heading.parts) >= 20


def test_an_underline_that_letters_touch_is_taken_out_and_what_crosses_it_stays() -> None:
    """Typewriters underline words with a sign that stands just below the line."""
    seen = typed("BT /F4 10 Tf 100 700 Td (Report on ports) Tj ET 0.5 w 100 699 m 190 699 l S " + TYPED)
    found = strokes(seen.ink, seen.scale)
    assert [round((box[2] - box[0]) / seen.scale) for box in found] == [90]
    heading = cut(unruled(seen.ink, seen.ink, found, 0), seen.scale).runs[0]
    assert len(heading.parts) >= 12
    foot = max(part.bottom for part in heading.parts) / seen.scale
    assert foot > 842 - 699 + 0.3  # that of p


def test_a_faint_rule_in_pieces_is_one_rule() -> None:
    seen = picture("0.4 w [6 2.5] 0 d 100 690 m 400 690 l S " + PROSE)
    assert len(strokes(seen.ink, seen.scale)) == 1


def test_lines_of_text_are_not_rules() -> None:
    assert strokes(picture(PROSE).ink, 300 / 72) == []


def test_a_raised_mark_is_cut_out_of_its_run() -> None:
    line = "BT /F1 10 Tf 100 700 Td (Opening at ten) Tj /F1 6 Tf 4 Ts (3) Tj /F1 10 Tf 0 Ts ( of the session) Tj ET "
    seen = picture(line + PROSE)
    first = [piece for piece in pieces(cut(seen.ink, seen.scale)) if piece.box[1] / seen.scale < 150]
    assert [piece.mark for piece in first] == [False, True, False]
    assert first[2].spaced


def test_the_upper_half_of_a_broken_stroke_is_no_mark() -> None:
    """Else a symbol is read in two pieces, and its stroke is lost."""
    letters = [Part(at + 1, 30 * at, 100, 30 * at + 20, 119, 200) for at in range(8)]
    stroke = [Part(20, 250, 92, 257, 107, 60), Part(21, 243, 108, 250, 119, 60)]
    mark = Part(22, 262, 90, 270, 106, 60)
    run = Run([*letters, *stroke])
    assert [piece.mark for piece in pieces(Cut([run], np.zeros((1, 1), np.int32), []))] == [False]
    marked = Run([*letters, mark])
    assert [piece.mark for piece in pieces(Cut([marked], np.zeros((1, 1), np.int32), []))] == [False, True]


def test_a_number_between_stars_is_no_mark() -> None:
    seen = picture("BT /F2 8 Tf 100 700 Td (*3100123*) Tj ET " + PROSE)
    first = [piece for piece in pieces(cut(seen.ink, seen.scale)) if piece.box[1] / seen.scale < 150]
    assert [piece.mark for piece in first] == [False]


def reading(content: str, *, glued: tuple[str, ...] = ()) -> Reading:
    """What a faultless recogniser reads on a page with one line; words that are given as pairs are glued together."""
    page = pypdfium2.PdfDocument(Pdf([Sheet(content.encode("cp1252"))]).build())[0]
    layer = page.get_textpage()
    text = layer.get_text_range()
    signs = []
    for at, char in enumerate(text):
        left, _, right, _ = layer.get_charbox(at)
        signs.append(Sign(char, round(left * 300 / 72), 0, round(right * 300 / 72), 0))
    words, start = [], 0
    for word in text.split():
        at = text.index(word, start)
        start = at + len(word)
        part = tuple(signs[at:start])
        if words and words[-1].text in glued:
            part = (*words.pop().signs, *part)
        words.append(Word("".join(one.text for one in part), part[0].left, part[-1].right, 100.0, part))
    return Reading(tuple(words))


@pytest.mark.parametrize(("font", "size"), [("F1", 8), ("F1", 10), ("F1", 12), ("F2", 14), ("F2", 17)])
def test_the_size_of_type_comes_from_its_letters(font: str, size: int) -> None:
    content = f"BT /{font} {size} Tf 100 700 Td (Organization of the work of a session) Tj ET"
    seen = picture(content)
    sheet = cut(seen.ink, seen.scale)
    (piece,) = pieces(sheet)
    face = measured(piece, reading(content), 0, sheet.labels, 40)
    assert face.size / seen.scale == pytest.approx(size, rel=0.09)
    assert face.baseline / seen.scale == pytest.approx(842 - 700, abs=0.5)


def test_bold_type_is_told_from_plain() -> None:
    lines = [
        f"BT /{font} 10 Tf 100 {y} Td (Organization of the work of a session) Tj ET"
        for font, y in (("F2", 700), ("F1", 680), ("F1", 660))
    ]
    seen = picture(" ".join(lines))
    sheet = cut(seen.ink, seen.scale)
    faces = settled(
        [measured(piece, reading(line), 0, sheet.labels, 40) for piece, line in zip(pieces(sheet), lines, strict=True)]
    )
    assert [is_bold.applies(face, body_of(faces)) for face in faces] == [True, False, False]


def test_italics_are_told_by_their_slant() -> None:
    lines = [
        f"BT /{font} 10 Tf 100 {y} Td (Organization of the work of a session) Tj ET"
        for font, y in (("F3", 700), ("F1", 680), ("F2", 660))
    ]
    seen = typed(" ".join(lines))
    sheet = cut(seen.ink, seen.scale)
    found = [
        measured(piece, reading(line), 0, sheet.labels, 40) for piece, line in zip(pieces(sheet), lines, strict=True)
    ]
    assert [face.italic for face in found] == [True, False, False]


def test_a_space_that_the_recogniser_left_out_is_put_in() -> None:
    content = "BT /F1 10 Tf 100 700 Td (On 2 March 2031 the tides) Tj ET"
    (piece,) = pieces(cut(picture(content).ink, 300 / 72))
    read = reading(content, glued=("2",))
    assert "2March" in read.text
    assert spaced(read, piece.parts, 0, 41).text == "On 2 March 2031 the tides"
