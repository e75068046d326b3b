"""Small files that ask for much: bombs, loops, trees that grow, counts that are lies."""

from __future__ import annotations

import zlib

from tests.hostile.case import BROKEN, CONTAINED, DAMAGED, NO_TEXT, OK, TOO_MUCH, Case, case
from tests.hostile.pdf import BODY, FONT, bomb, compressed, file, flate, forms, paper, show, stream

BOX = b"/MediaBox [0 0 595 842]"
CATALOGUE, TREE = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
PAGE = b"<< /Type /Page /Parent 2 0 R %s /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>" % BOX
SOUND = {1: CATALOGUE, 2: TREE, 3: PAGE, 4: FONT, 5: flate(BODY)}
MILLION = 1_000_000


def packed(megabytes: int, times: int = 1, byte: bytes = b" ") -> bytes:
    filters = b" ".join([b"/FlateDecode"] * times)
    return paper(contents=stream(bomb(megabytes, byte, times), b"/Filter [%s]" % filters))


def bomb_beside() -> bytes:
    """The page's own content is sound; a bomb follows it in the array of contents."""
    bombs = {5: b"[10 0 R 11 0 R]", 10: flate(BODY), 11: stream(bomb(1024), b"/Filter /FlateDecode")}
    return file({**SOUND, **bombs})


def predictor() -> bytes:
    parms = b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 32 /BitsPerComponent 16 >>"
    return paper(contents=stream(zlib.compress(BODY), parms))


def filters(count: int) -> bytes:
    data = BODY
    for _ in range(count):
        data = zlib.compress(data, 0)
    return paper(contents=stream(data, b"/Filter [%s]" % (b"/FlateDecode " * count)))


def hex_filters(count: int) -> bytes:
    return paper(contents=stream(BODY.hex().encode() + b">", b"/Filter [%s]" % (b"/ASCIIHexDecode " * count)))


def self_calling_form() -> bytes:
    return paper(
        BODY + b"/X0 Do\n",
        objects=forms(1, [b"/X0 Do\n"], [b"/X0 10 0 R"]),
        resources=b"/XObject << /X0 10 0 R >>",
    )


def form_ring() -> bytes:
    calls, names = [b"/X Do\n"] * 3, [b"/X 11 0 R", b"/X 12 0 R", b"/X 10 0 R"]
    return paper(BODY + b"/X Do\n", objects=forms(3, calls, names), resources=b"/XObject << /X 10 0 R >>")


def form_tree(depth: int, branches: int) -> bytes:
    """Forms of which each calls the next several times."""
    calls = [b"/X Do\n" * branches] * (depth - 1) + [show("leaf", 72, 72)]
    names = [b"/X %d 0 R" % (11 + n) for n in range(depth - 1)] + [b""]
    return paper(BODY + b"/X Do\n", objects=forms(depth, calls, names), resources=b"/XObject << /X 10 0 R >>")


def form_chain(depth: int) -> bytes:
    return form_tree(depth, 1)


def prev_loop() -> bytes:
    """The table of offsets names itself as the one before."""
    plain = file(SOUND, b"/Prev 0000000000")
    return plain.replace(b"/Prev 0000000000", b"/Prev %010d" % plain.rindex(b"xref\n0 1"))


def prev_ring() -> bytes:
    data = file(SOUND, b"/Prev 0000000000")
    first = data.rindex(b"xref\n0 1")
    second = len(data)
    data = data.replace(b"/Prev 0000000000", b"/Prev %010d" % second)
    data += b"xref\n0 0\ntrailer << /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (first, second)
    return data


def hybrid_loop() -> bytes:
    plain = file(SOUND, b"/XRefStm 0000000000")
    return plain.replace(b"/XRefStm 0000000000", b"/XRefStm %010d" % plain.rindex(b"xref\n0 1"))


def long_prev(count: int) -> bytes:
    """A file that was changed so many times."""
    data = bytearray(file(SOUND))
    before = data.rindex(b"xref\n0 1")
    for _ in range(count):
        here = len(data)
        data += b"xref\n0 0\ntrailer << /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (before, here)
        before = here
    return bytes(data)


def tree(kids: bytes, more: dict[int, bytes] | None = None, count: bytes = b"1") -> bytes:
    return file({**SOUND, 2: b"<< /Type /Pages /Count %s /Kids [%s] >>" % (count, kids), **(more or {})})


def deep_tree(depth: int) -> bytes:
    nodes = {10 + n: b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (11 + n) for n in range(depth)}
    return tree(b"10 0 R", {**nodes, 10 + depth: PAGE})


def self_holding() -> bytes:
    """An object stream that is, by the table, in itself."""
    return compressed({1: CATALOGUE, 2: TREE, 3: PAGE, 10: b"<< /Type /ObjStm >>"}, {4: FONT, 5: flate(BODY)}, 10)


def self_extending() -> bytes:
    return compressed({1: CATALOGUE, 2: TREE, 3: PAGE}, {4: FONT, 5: flate(BODY)}, 10, b"/Extends 10 0 R")


def length_of_itself() -> bytes:
    return paper(contents=stream(BODY, b"", b"5 0 R"))


def length_ring() -> bytes:
    return paper(contents=stream(BODY, b"", b"10 0 R"), objects={10: b"11 0 R", 11: b"10 0 R"})


def operators(part: bytes, count: int = MILLION) -> bytes:
    return paper(BODY + part * count)


def exploded_ranges() -> bytes:
    return mapped(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange")


def many_ranges() -> bytes:
    ranges = b"".join(b"<%04x> <ffff> <0041>\n" % (n % 65536) for n in range(200_000))
    return mapped(b"200000 beginbfrange\n" + ranges + b"endbfrange")


def mapped(table: bytes, show_it: bool = True) -> bytes:
    """A composite font whose ToUnicode holds `table`."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        b"1 begincodespacerange <0000> <ffff> endcodespacerange\n" + table + b"\nendcmap end end"
    )
    descendant = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        b"/Supplement 0 >> /DW 500 >>"
    )
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /DescendantFonts [10 0 R] "
        b"/ToUnicode 11 0 R >>"
    )
    content = show(bytes(range(65, 91)) * 20, 72, 400) if show_it else b""
    return paper(content, font=font, objects={10: descendant, 11: flate(cmap)})


def junk_image(kind: bytes, width: int, height: int, data: bytes = b"\0junk\xff" * 100, more: bytes = b"") -> bytes:
    head = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /%s %s"
    )
    return paper(
        BODY + b"q 200 0 0 200 72 300 cm /Im Do Q\n",
        objects={10: stream(data, head % (width, height, kind, more))},
        resources=b"/XObject << /Im 10 0 R >>",
    )


HUGE = 2_147_483_647

CASES: dict[str, Case] = {
    "bomb: Flate, 1 GiB of blanks": case(lambda: packed(1024), CONTAINED, NO_TEXT, DAMAGED, TOO_MUCH),
    "bomb: Flate twice, 1 GiB of blanks": case(lambda: packed(1024, 2), CONTAINED, NO_TEXT, DAMAGED, TOO_MUCH),
    "bomb: Flate, 1 GiB of NUL": case(lambda: packed(1024, 1, b"\0"), CONTAINED, NO_TEXT, DAMAGED, TOO_MUCH),
    "bomb: Flate, 3 GiB of a bracket": case(lambda: packed(3072, 1, b"["), CONTAINED, NO_TEXT, DAMAGED, TOO_MUCH),
    "bomb: beside sound content": case(bomb_beside, CONTAINED, BROKEN, TOO_MUCH),
    "predictor of absurd columns": case(predictor, BROKEN, CONTAINED),
    "five hundred filters": case(lambda: filters(500), BROKEN, CONTAINED, whole=True),
    "ten thousand hexadecimal filters": case(lambda: hex_filters(10_000), BROKEN, CONTAINED),
    "a form that calls itself": case(self_calling_form, TOO_MUCH),
    "forms in a ring": case(form_ring, TOO_MUCH),
    "a tree of forms: 2 to the 30": case(lambda: form_tree(30, 2), CONTAINED, TOO_MUCH, OK, seconds=8, whole=True),
    "a tree of forms: 10 to the 6": case(lambda: form_tree(7, 10), CONTAINED, TOO_MUCH, seconds=20),
    "a chain of 5,000 forms": case(lambda: form_chain(5_000), CONTAINED, TOO_MUCH, OK, whole=True),
    "a table that is before itself": case(prev_loop, OK, whole=True),
    "tables in a ring": case(prev_ring, OK, whole=True),
    "a hybrid table in itself": case(hybrid_loop, OK, whole=True),
    "twenty thousand tables": case(lambda: long_prev(20_000), BROKEN, CONTAINED, whole=True),
    "a page tree that holds itself": case(lambda: tree(b"2 0 R 3 0 R", count=b"2"), BROKEN),
    "a page tree in a ring": case(lambda: tree(b"10 0 R", {10: TREE.replace(b"3 0", b"2 0")}), BROKEN),
    "a page tree 20,000 deep": case(lambda: deep_tree(20_000), BROKEN, CONTAINED),
    "a page tree of 2^31 - 1 pages": case(lambda: tree(b"3 0 R", count=b"2147483647"), BROKEN, TOO_MUCH, CONTAINED),
    "a page tree of 100,000 times one page": case(
        lambda: tree(b"3 0 R " * 100_000, count=b"100000"), BROKEN, TOO_MUCH
    ),
    "a page tree of less than no pages": case(lambda: tree(b"3 0 R", count=b"-5"), BROKEN),
    "an object stream in itself": case(self_holding, BROKEN),
    "an object stream that extends itself": case(self_extending, BROKEN, whole=True),
    "a length that is the stream": case(length_of_itself, BROKEN),
    "a length in a ring": case(length_ring, BROKEN),
    "a million q": case(lambda: operators(b"q "), OK, CONTAINED, whole=True),
    "a million q Q": case(lambda: operators(b"q Q "), OK, whole=True),
    "a million BT": case(lambda: operators(b"BT "), OK, CONTAINED, whole=True),
    "a million marks": case(lambda: operators(b"/P <</MCID 1>> BDC "), OK, CONTAINED, whole=True),
    "a million strokes": case(lambda: operators(b"0 0 m 9 9 l S "), TOO_MUCH, CONTAINED),
    "a path of a million segments": case(lambda: operators(b"0 0 m 9 9 l "), OK, CONTAINED, whole=True),
    "a million words": case(lambda: operators(b"BT /F1 9 Tf 72 300 Td (a) Tj ET "), TOO_MUCH, CONTAINED),
    "a million words in one text object": case(
        lambda: paper(BODY + b"BT /F1 9 Tf 72 300 Td " + b"1 0 Td (a) Tj " * MILLION + b"ET"), TOO_MUCH, CONTAINED
    ),
    "a word of a million letters": case(lambda: paper(BODY + show(b"a" * MILLION, 72, 300)), OK, TOO_MUCH, CONTAINED),
    "a million pictures": case(
        lambda: operators(b"BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI "), TOO_MUCH, CONTAINED, OK, whole=True
    ),
    "ToUnicode: a range of 2^32": case(exploded_ranges, BROKEN, CONTAINED),
    "ToUnicode: 200,000 ranges of 65,536": case(many_ranges, BROKEN, CONTAINED, seconds=20),
    "JPX of 2^31 pixels, junk": case(lambda: junk_image(b"JPXDecode", HUGE, HUGE), OK, CONTAINED, whole=True),
    "JBIG2 of 2^31 pixels, junk": case(lambda: junk_image(b"JBIG2Decode", HUGE, HUGE), OK, CONTAINED, whole=True),
    "JPEG, junk": case(lambda: junk_image(b"DCTDecode", 60_000, 60_000), OK, CONTAINED, whole=True),
    "fax of 2^31 rows": case(
        lambda: junk_image(b"CCITTFaxDecode", HUGE, HUGE, more=b"/DecodeParms << /K -1 /Columns 2147483647 >>"),
        OK, CONTAINED, whole=True,
    ),
    "a picture that is a bomb": case(
        lambda: junk_image(b"FlateDecode", 20_000, 20_000, bomb(1024)), OK, CONTAINED, whole=True
    ),
}  # fmt: skip
