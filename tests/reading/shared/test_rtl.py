"""Right-to-left pages in reading order, however the file stores them."""

from __future__ import annotations

import pytest

from extractor.reading.reader import open_pdf
from extractor.reading.shared.order import reading_order
from extractor.reading.shared.rtl import mostly_rtl, plain_letters
from tests.reading.pdfs import Font, Pdf, Sheet


def logical(visual: str) -> str:
    return "".join(visual[index] for index in reading_order(list(visual)))


@pytest.mark.parametrize(
    ("visual", "read"),
    [
        ("A/80/150", "A/80/150"),
        ("تبا", "ابت"),
        ("A/80/150 تبا", "ابت A/80/150"),
        ("جث A/RES/2200 (XXI) تبا", "ابت A/RES/2200 (XXI) ثج"),
        ("2025 وينوي 17", "17 يونيو 2025"),
        ("10.30 ةعاسلا", "الساعة 10.30"),
        ("وينوي 10-8 ،انييف", "فيينا، 8-10 يونيو"),
        ("وينوي 8-10", "8-10 يونيو"),
        ("2024-2014 ةرتفلا", "الفترة 2014-2024"),
        ("٢٠٢٥/٦/١٧ خيراتلا", "التاريخ ٢٠٢٥/٦/١٧"),
        ("20 10 تبا", "ابت 10 20"),
        ("-1", "1-"),
        ("- ١٢", " ١٢-"),
        (".A/99/1 (١٢)", ")١٢( A/99/1."),  # brackets are turned afterwards
        ("A/99/1 (٢)", ")٢( A/99/1"),
        ("31-00417", "31-00417"),
        ("", ""),
    ],
)
def test_reading_order(visual: str, read: str) -> None:
    assert logical(visual) == read


def test_order_holds_every_piece_once_in_linear_time() -> None:
    pieces = ["1", " ", "ب", "A", "/"] * 20_000
    assert sorted(reading_order(pieces)) == list(range(len(pieces)))


def test_shaped_letters_become_plain() -> None:
    assert plain_letters("\ufedf\ufe8e\u0640\u0640\ufefb") == "لالا"


def test_few_right_to_left_letters_do_not_turn_a_page() -> None:
    assert not mostly_rtl(["The Arabic word ", "كتاب", " means book, and the rest is English"])
    assert mostly_rtl(["جدول الأعمال المؤقت", "A/80/1"])


LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةأإىءئ"
FONT = Font("Arabish", {65 + place: letter for place, letter in enumerate(LETTERS)} | {40: ")", 41: "("}, [500] * 96)


def codes(words: str) -> bytes:
    return bytes(65 + LETTERS.index(char) if char in LETTERS else ord(char) for char in words)


def drawn(lines: list[str], glyph_by_glyph: bool) -> bytes:
    """Content that draws lines right-aligned: by one operator from left to right, or a glyph at a time as read."""
    content = b""
    for row, line in enumerate(lines):
        y = 700 - 20 * row
        right = 500
        if glyph_by_glyph:
            for place, char in enumerate(line):
                content += b"BT /F4 10 Tf 1 0 0 1 %d %d Tm <%s> Tj ET\n" % (
                    right - 5 * (place + 1), y, codes(char).hex().encode()
                )  # fmt: skip
        else:
            content += b"BT /F4 10 Tf 1 0 0 1 %d %d Tm <%s> Tj ET\n" % (
                right - 5 * len(line), y, codes(line[::-1]).hex().encode()
            )  # fmt: skip
    return content


LINES = ["جدول الاعمال المؤقت".replace("ؤ", "و"), "افتتاح الدورة الثانية", "اقرار جدول الاعمال ومسائل تنظيمية اخرى"]


@pytest.mark.parametrize("glyph_by_glyph", [False, True], ids=["drawn from left to right", "a glyph at a time"])
def test_a_right_to_left_page_reads_as_written(glyph_by_glyph: bool) -> None:
    fonts = [Font(), Font("Times-Bold"), Font("Times-Italic"), FONT]
    data = Pdf([Sheet(drawn(LINES, glyph_by_glyph))], fonts).build()
    with open_pdf(data) as reader:
        (page,) = reader.pages()
    assert page.engine == "pdfplumber"
    assert page.rtl
    assert [span.text for span in page.spans] == LINES
    assert all(span.x1 == pytest.approx(500, abs=2) for span in page.spans)


def test_brackets_are_turned_where_the_file_holds_their_shapes() -> None:
    fonts = [Font(), Font("Times-Bold"), Font("Times-Italic"), FONT]
    # The font's table says what is seen: the sign that opens (code 40) looks like `)` in a line from right to left.
    lines = ["البند (ا) من جدول الاعمال", "الفقرة (ب) من القرار", "سطر ثالث بلا اقواس"]
    data = Pdf([Sheet(drawn(lines, True))], fonts).build()
    with open_pdf(data) as reader:
        (page,) = reader.pages()
    assert [span.text for span in page.spans] == lines


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("١٣:٠٠-١٠:٠٠", "١٠:٠٠-١٣:٠٠"),  # hours in a cell of their own: the first at the right
        (".A/99/1", "A/99/1."),  # the last line of a sentence that ends with a symbol
        (".A/99/1*", "*A/99/1."),  # a note of nothing but a symbol
        ("A/99/1( ٣١/٥ ب", "ب ٣١/٥ (A/99/1"),  # Arabic figures are no part of the Latin island beside them
    ],
)
def test_lines_without_arabic_letters_or_with_islands(drawn, read):
    order = reading_order(list(drawn))
    assert "".join(drawn[at] for at in order) == read
