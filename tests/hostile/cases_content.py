"""Files that are wrong, that hide something, or whose text is made to hurt."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from tests.conftest import sample_pdfs
from tests.hostile.case import BROKEN, CONTAINED, DAMAGED, ENCRYPTED, NO_TEXT, NOT_A_PDF, OK, TOO_MUCH, Case, case
from tests.hostile.cases_size import mapped
from tests.hostile.pdf import BODY, FONT, file, flate, paper, show, stream
from tests.reading.pdfs import document

DEEP = 100_000
#: What a name must never become: a path, a line of its own, the end of a string.
NASTY = rb"../../../../tmp/\000\n\r\033[2J\u202e/etc/passwd\\..\\x"


def sample(number: int = 0) -> bytes:
    return sample_pdfs()[number % len(sample_pdfs())].read_bytes()


def cut(share: float) -> Callable[[], bytes]:
    return lambda: sample()[: int(len(sample()) * share)]


def spliced() -> bytes:
    one, other = sample(0), sample(3)
    return one[: len(one) // 2] + other[len(other) // 2 :]


def interleaved() -> bytes:
    one, other = sample(1), sample(2)
    return b"".join(one[at : at + 512] + other[at : at + 512] for at in range(0, len(one), 512))


def without_the_middle() -> bytes:
    one = sample(2)
    return one[: len(one) // 3] + one[2 * len(one) // 3 :]


def font(more: bytes) -> bytes:
    return FONT[:-2] + more + b" >>"


def widths(value: bytes) -> bytes:
    described = (
        b"/FirstChar 0 /LastChar 255 /Widths [%s] /FontDescriptor << /Type /FontDescriptor /FontName /Times-Roman "
        b"/Flags 32 /FontBBox [%s %s %s %s] /Ascent %s /Descent %s /ItalicAngle %s /CapHeight %s /StemV %s >>"
    )
    return paper(font=font(described % (b" ".join([value] * 256), *[value] * 9)))


def type3() -> bytes:
    """A font whose glyph is drawn with the font itself."""
    glyph = flate(b"1000 0 0 0 1000 1000 d1 BT /F1 1 Tf (a) Tj ET /X Do")
    body = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 "
        b"/LastChar 97 /Widths [1000] /Encoding << /Differences [97 /a] >> /CharProcs << /a 10 0 R >> "
        b"/Resources << /Font << /F1 4 0 R >> >> >>"
    )
    return paper(b"BT /F1 10 Tf 72 700 Td (aaaa) Tj ET", font=body, objects={10: glyph})


def actions() -> bytes:
    """All that a file may ask a viewer to do when it is opened, printed, closed or looked at."""
    asked = (
        b"<< /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9/'\\); this.exportDataObject\\({cName:'x'}\\)) "
        b"/Next [ << /S /Launch /F (/bin/touch) /Unix << /F (/bin/touch) /P (launched) >> /NewWindow true >> "
        b"<< /S /Launch /Win << /F (cmd.exe) /P (/c calc) >> >> << /S /URI /URI (http://127.0.0.1:9/) >> "
        b"<< /S /SubmitForm /F (http://127.0.0.1:9/) >> << /S /ImportData /F (/etc/passwd) >> "
        b"<< /S /GoToR /F (../../other.pdf) /D [0 /Fit] >> << /S /Rendition >> << /S /Movie >> ] >>"
    )
    catalogue = (
        b"/OpenAction 10 0 R /AA << /WC 10 0 R /WS 10 0 R /DS 10 0 R /WP 10 0 R >> "
        b"/Names << /JavaScript << /Names [(start) 10 0 R] >> >> /AcroForm << /XFA (<xdp/>) /Fields [] >>"
    )
    annots = b"/AA << /O 10 0 R /C 10 0 R >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A 10 0 R >>]"
    return paper(objects={10: asked}, catalogue=catalogue, page=annots)


def attachments() -> bytes:
    held = {
        10: b"<< /Type /Filespec /F (../../../../tmp/written) /UF (/tmp/written) /EF << /F 11 0 R >> >>",
        11: stream(b"MZ" + bytes(1_000), b"/Type /EmbeddedFile /Params << /Size 1002 >>"),
    }
    catalogue = b"/Names << /EmbeddedFiles << /Names [(../written) 10 0 R] >> >> /AF [10 0 R]"
    note = b"/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 10 0 R >>]"
    return paper(objects=held, catalogue=catalogue, page=note)


def outside() -> bytes:
    """Content that is, by its dictionary, in another file."""
    return paper(contents=stream(BODY, b"/F (/etc/passwd) /FFilter /FlateDecode"))


def named() -> bytes:
    info = b"<< /Title (%s) /Producer (%s) /Creator <FEFFD8000000000A202E> /Author (%s) >>" % (NASTY, NASTY, NASTY)
    link = b"/Annots [<< /Type /Annot /Subtype /Link /Rect [72 690 300 730] /A << /S /URI /URI (%s) >> >>]" % NASTY
    face = FONT.replace(b"/Times-Roman", b"/ABCDEF+..#2F..#2Fetc#00#0A")
    return paper(font=face, objects={10: info}, page=link, trailer=b"/Info 10 0 R")


def many_links() -> bytes:
    link = b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://a) >> >> "
    return paper(page=b"/Annots [%s]" % (link * 50_000))


def lines(words: bytes, count: int, step: float = 0.0) -> bytes:
    """So many runs of text, each further down by `step`."""
    return paper(BODY + b"".join(show(words, 72, 600 - step * n) for n in range(count)))


def prose(words: str, count: int) -> bytes:
    """Forty pages' worth of one phrase on one page, in lines of some hundred letters."""
    text = (words * (count // len(words) + 1))[:count]
    rows = [text[at : at + 100] for at in range(0, count, 100)]
    return paper(BODY + b"".join(show(row, 72, 680 - 0.5 * n, 2.5) for n, row in enumerate(rows)))


def agenda(count: int, form: str, page_lines: int = 50) -> bytes:
    """Many entries in a form on many pages."""
    rows = [form.format(n=n) for n in range(1, count + 1)]
    pages = [rows[at : at + page_lines] for at in range(0, count, page_lines)]
    head = show("Provisional agenda", 72, 790, 14)
    return document(*(head + b"".join(show(row, 90, 760 - 14 * n) for n, row in enumerate(page)) for page in pages))


def wide(table: bytes) -> bytes:
    """A composite font with this table of widths, and letters that only a second opinion can better."""
    descendant = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        b"/Supplement 0 >> /W [%s] /W2 [%s] >>" % (table, table)
    )
    composite = b"<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /DescendantFonts [10 0 R] >>"
    return paper(show(bytes(range(256)), 72, 400), font=composite, objects={10: descendant})


CASES: dict[str, Case] = {
    "widths for 2^31 codes": case(lambda: wide(b"0 2147483647 500 0 2147483647"), BROKEN),
    "widths for 2^60 codes": case(lambda: wide(b"0 1152921504606846976 500"), BROKEN),
    "arrays 100,000 deep in the content": case(lambda: paper(BODY + b"[" * DEEP + b"]" * DEEP + b" TJ"), OK, CONTAINED),
    "dictionaries 100,000 deep in the content": case(
        lambda: paper(BODY + b"/P " + b"<</A " * DEEP + b">>" * DEEP + b" DP"), OK, CONTAINED
    ),
    "arrays 100,000 deep in the catalogue": case(
        lambda: paper(catalogue=b"/A " + b"[" * DEEP + b"]" * DEEP), BROKEN, CONTAINED
    ),
    "dictionaries 100,000 deep in the catalogue": case(
        lambda: paper(catalogue=b"/A " + b"<</A " * DEEP + b">>" * DEEP), BROKEN, CONTAINED
    ),
    "kids 100,000 deep": case(
        lambda: file({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Kids " + b"[" * DEEP + b"]" * DEEP + b">>"}),
        BROKEN, CONTAINED,
    ),
    "strings 100,000 deep": case(lambda: paper(BODY + b"(" * DEEP + b")" * DEEP + b" Tj"), OK, CONTAINED),
    "a number of a million digits": case(lambda: paper(BODY + b"1" * 1_000_000 + b" 0 Td"), OK, whole=True),
    "a name of a million letters": case(lambda: paper(BODY + b"/" + b"A" * 1_000_000 + b" gs"), OK, whole=True),
    **{
        f"widths of {value.decode()}": case(lambda value=value: widths(value), BROKEN, CONTAINED)  # type: ignore[misc]
        for value in (b"1e38", b"-99999999999", b"2147483647", b"99999999999999999999", b"0", b"(a)", b"null")
    },
    "type of 10^30 points": case(lambda: paper(BODY.replace(b"/F1 10 ", b"/F1 1%s " % (b"0" * 30))), BROKEN),
    "a matrix beyond numbers": case(lambda: paper(b"9%s 0 0 1 0 0 cm " % (b"9" * 60) + BODY), BROKEN),
    "text at infinity": case(
        lambda: paper(BODY + show("far", 1e38, -1e38) + b"BT /F1 1e9 Tf 1e9 0 0 1e9 0 0 Tm (big) Tj ET"), OK
    ),
    "a font that draws itself": case(type3, BROKEN, CONTAINED),
    "a page of 10^7 points": case(lambda: paper(box=b"0 0 10000000 10000000"), BROKEN),
    "a page beyond numbers": case(lambda: paper(box=b"-1e38 -1e38 9" + b"9" * 50 + b" 1e38"), BROKEN),
    "a page upside down": case(lambda: paper(box=b"595 842 0 0"), BROKEN),
    "a page of words": case(lambda: paper(box=b"(a) /b null true"), BROKEN),
    **{
        f"cut at {share}": case(cut(share), BROKEN, NOT_A_PDF) for share in (0.001, 0.05, 0.25, 0.5, 0.8, 0.95, 0.999)
    },
    "two papers spliced": case(spliced, BROKEN),
    "two papers interleaved": case(interleaved, BROKEN),
    "two papers in one file": case(lambda: sample(0) + sample(3), OK),
    "a paper without its middle": case(without_the_middle, BROKEN),
    "a paper backwards": case(lambda: sample()[::-1], NOT_A_PDF),
    "encrypted": case(lambda: document(BODY, password="secret"), ENCRYPTED),
    "encrypted by nobody knows what": case(
        lambda: paper(trailer=b"/Encrypt << /Filter /X /V 99 >>"), ENCRYPTED, DAMAGED
    ),
    "encrypted in a ring": case(
        lambda: paper(trailer=b"/Encrypt 10 0 R /ID [() ()]", objects={10: b"10 0 R"}), ENCRYPTED, BROKEN
    ),
    "JavaScript and launch actions": case(actions, OK, whole=True),
    "embedded files": case(attachments, OK, whole=True),
    "content in another file": case(outside, BROKEN),
    "names with ../, NUL and newlines": case(named, OK, whole=True),
    "fifty thousand links": case(many_links, OK, whole=True),
    "200,000 runs in one place": case(lambda: lines(b"word", 200_000), OK, TOO_MUCH, CONTAINED),
    "20,000 runs in one line": case(
        lambda: paper(BODY + b"".join(show(b"w", 72 + n / 40, 600) for n in range(20_000))), OK
    ),
    "20,000 footnote marks": case(lambda: lines(b"*", 20_000, 0.02), OK),
    "20,000 rules in one place": case(lambda: paper(BODY + b"72 600 400 0.5 re f " * 20_000), OK, whole=True),
    **{
        f"{count:,} rules at one height": case(
            lambda count=count: paper(  # type: ignore[misc]
                BODY + b"".join(b"%g 500 100 0.5 re f " % (72 + n / 90) for n in range(count))
            ),
            OK, whole=True,
        )
        for count in (9_000, 90_000)
    },
    "9,000 rules, one under the other": case(
        lambda: paper(BODY + b"".join(b"72 %g 100 0.1 re f " % (600 - n / 20) for n in range(9_000))), OK, whole=True
    ),
    "a grid of 200 by 200": case(
        lambda: paper(
            BODY
            + b"".join(b"%g 100 0.5 500 re f 72 %g 450 0.5 re f " % (72 + 2.2 * n, 100 + 2.5 * n) for n in range(200))
            + b"".join(show(b"1", 73 + 2.2 * (n % 200), 101 + 2.5 * (n // 200), 2.2) for n in range(0, 40_000, 7))
        ),
        OK,
    ),
    **{
        f"a page of {words!r}": case(lambda words=words: prose(words, 40_000), OK)  # type: ignore[misc]
        for words in ("A/", "(", "1.", "1, ", "and ", "A/RES/1/1-", "- ", "(a)", "10 a.m. to ", "Monday, ",
                      "1 January ", "resolution 1/1, ", "Add.1-", "9", "é", ".", " * ",
                      "E/CN.6/2031/1 and Corr.1 ", "para. 1, ")
    },
    "dots with words behind them": case(
        lambda: paper(BODY + b"".join(show(". " * 60 + "and no page", 72, 640 - 14 * n) for n in range(20))), OK
    ),
    "5,000 items": case(lambda: agenda(5_000, "{n}.  Report on the matter of {n}."), OK),
    "5,000 lettered items": case(lambda: agenda(5_000, "(a)  Report on the matter of {n}."), OK),
    "5,000 sittings": case(lambda: agenda(5_000, "Monday, 5 May, 10 a.m. to 1 p.m.   Item {n}"), OK),
    "5,000 footnotes": case(lambda: agenda(5_000, "{n} A/CN.99/2031/{n}."), OK),
    "an empty object for everything": case(lambda: file(dict.fromkeys(range(1, 20), b"<<>>")), DAMAGED, NO_TEXT),
    "null for everything": case(lambda: file(dict.fromkeys(range(1, 20), b"null")), DAMAGED, NO_TEXT),
    "Flate that is none": case(
        lambda: paper(contents=stream(zlib.compress(BODY)[5:], b"/Filter /FlateDecode")), BROKEN
    ),
    "text of half surrogate pairs": case(lambda: mapped(b"1 beginbfrange <0000> <ffff> <d800> endbfrange"), BROKEN),
    "text of NUL": case(lambda: mapped(b"1 beginbfrange <0000> <ffff> [<0000> <0000>] endbfrange"), BROKEN),
    "text of marks without letters": case(lambda: mapped(b"1 beginbfrange <0000> <ffff> <0300> endbfrange"), BROKEN),
}  # fmt: skip
