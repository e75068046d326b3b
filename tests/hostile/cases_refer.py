"""Small files whose parts refer to themselves or multiply: one for each feature of PDF that can."""

from __future__ import annotations

from tests.hostile.case import BROKEN, CONTAINED, OK, TOO_MUCH, Case, case
from tests.hostile.cases_size import form_tree, mapped
from tests.hostile.pdf import BODY, flate, paper, show, stream

ENDS = BROKEN | CONTAINED | {TOO_MUCH}


def many_fonts_of_ranges(fonts: int, ranges: int) -> bytes:
    """Fonts that share one ToUnicode of many wide ranges: each reader unpacks it for each font."""
    table = b"".join(b"<%04x> <ffff> <0041>\n" % (n % 65536) for n in range(ranges))
    cmap = b"%d beginbfrange\n%s\nendbfrange" % (ranges, table)
    descendant = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /CIDSystemInfo << >> /DW 500 >>"
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /DescendantFonts [10 0 R] "
        b"/ToUnicode 11 0 R >>"
    )
    objects = {10: descendant, 11: flate(cmap), **{20 + n: font for n in range(fonts)}}
    content = b"".join(show(b"ab", 72, 600 - n).replace(b"/F1", b"/G%d" % n) for n in range(fonts))
    names = b" ".join(b"/G%d %d 0 R" % (n, 20 + n) for n in range(fonts))
    return paper(BODY + content, objects=objects, resources=b"/Font << /F1 4 0 R %s >>" % names)


def inline_images(count: int, width: int) -> bytes:
    """Pictures in the content that say they are large and hold nothing."""
    one = b"q 9 0 0 9 72 300 cm BI /W %d /H %d /CS /RGB /BPC 8 /F /Fl ID x EI Q\n" % (width, width)
    return paper(BODY + one * count)


def pattern_in_itself(kind: int) -> bytes:
    head = b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep %s /YStep %s " % (
        (b".0001", b".0001") if kind else (b"1", b"1")
    )
    body = stream(b"/Pattern cs /P scn 0 0 9 9 re f", head + b"/Resources << /Pattern << /P 10 0 R >> >>")
    content = BODY + b"/Pattern cs /P scn 0 0 595 842 re f\n"
    return paper(content, objects={10: body}, resources=b"/Pattern << /P 10 0 R >>")


def type3_tree(depth: int, width: int) -> bytes:
    """Fonts whose letters are drawn with letters of the next font."""
    objects: dict[int, bytes] = {}
    for n in range(depth):
        inner = b"BT /N 1 Tf (%s) Tj ET" % (b"a" * width)
        objects[40 + n] = flate(b"1000 0 d0 " + (inner if n < depth - 1 else b"0 0 9 9 re f"))
        objects[10 + n] = (
            b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 "
            b"/LastChar 97 /Widths [1000] /Encoding << /Differences [97 /a] >> /CharProcs << /a %d 0 R >> "
            b"/Resources << /Font << /N %d 0 R >> >> >>" % (40 + n, 10 + min(n + 1, depth - 1))
        )
    content = BODY + b"BT /T 10 Tf 72 300 Td (%s) Tj ET\n" % (b"a" * width)
    return paper(content, objects=objects, resources=b"/Font << /F1 4 0 R /T 10 0 R >>")


def outlines(ring: bool) -> bytes:
    """Bookmarks that follow, hold and precede themselves, or 50,000 in a row."""
    if ring:
        objects = {
            10: b"<< /Type /Outlines /First 11 0 R /Last 11 0 R /Count 2147483647 >>",
            11: b"<< /Title (a) /Parent 11 0 R /Next 11 0 R /Prev 11 0 R /First 11 0 R /Last 11 0 R /Count 9 >>",
        }
    else:
        objects = {10: b"<< /Type /Outlines /First 11 0 R /Last 50010 0 R /Count 50000 >>"}
        objects |= {n: b"<< /Title (a) /Parent 10 0 R /Next %d 0 R >>" % (n + 1) for n in range(11, 50_011)}
    return paper(catalogue=b"/Outlines 10 0 R", objects=objects)


def name_trees() -> bytes:
    """Trees of names and of page labels, of structure and of fields, whose nodes are their own children."""
    objects = {
        10: b"<< /Kids [10 0 R 10 0 R] /Names [(a) 10 0 R] /Nums [0 10 0 R] /Limits [(a) (z)] >>",
        11: b"<< /Type /StructTreeRoot /K [11 0 R 11 0 R] /ParentTree 10 0 R /IDTree 10 0 R >>",
        12: b"<< /Fields [13 0 R] /DR << /Font << /F1 4 0 R >> >> >>",
        13: b"<< /T (a) /Kids [13 0 R 13 0 R] /Parent 13 0 R /FT /Tx >>",
    }
    trees = (
        b"/Names << /Dests 10 0 R /EmbeddedFiles 10 0 R >> /PageLabels 10 0 R /StructTreeRoot 11 0 R /AcroForm 12 0 R"
    )
    return paper(catalogue=trees, objects=objects, page=b"/StructParents 0")


def annotations(count: int) -> bytes:
    """Annotations whose appearance is a form that draws itself, each the parent and the pop-up of the next."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>"
    note = (
        b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /AP << /N 10 0 R >> /Popup 11 0 R /Parent 11 0 R "
        b"/IRT 11 0 R >>"
    )
    return paper(objects={10: flate(b"/X Do " * 10, form), 11: note}, page=b"/Annots [%s]" % (b"11 0 R " * count))


def colour_spaces() -> bytes:
    spaces = {
        10: b"[/Indexed 11 0 R 255 12 0 R]",
        11: b"[/Separation /A 10 0 R 13 0 R]",
        12: flate(b"\0" * 768),
        13: b"<< /FunctionType 3 /Domain [0 1] /Functions [13 0 R 13 0 R] /Bounds [.5] /Encode [0 1 0 1] >>",
    }
    return paper(BODY + b"/C cs 0 scn 0 0 9 9 re f\n", objects=spaces, resources=b"/ColorSpace << /C 10 0 R >>")


def graphics_states() -> bytes:
    form = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Group << /S /Transparency >> "
        b"/Resources << /ExtGState << /S 10 0 R >> >>"
    )
    state = b"<< /Type /ExtGState /SMask << /S /Luminosity /G 11 0 R >> >>"
    objects = {10: state, 11: flate(b"/S gs 0 0 9 9 re f", form)}
    return paper(BODY + b"/S gs 0 0 9 9 re f\n", objects=objects, resources=b"/ExtGState << /S 10 0 R >>")


def references(depth: int) -> bytes:
    """A chain of objects that are each the reference to the next, with a ring at its end, in place of the font."""
    objects = {10 + n: b"%d 0 R" % (11 + n) for n in range(depth)}
    return paper(objects={**objects, 10 + depth: b"10 0 R"}, resources=b"/XObject 10 0 R /ProcSet 10 0 R")


def used_cmaps() -> bytes:
    """Encodings that use each other."""
    head = b"/Type /CMap /CMapName /A /CIDSystemInfo << >> /UseCMap %d 0 R"
    text = b"begincmap 1 begincidrange <0000> <ffff> 0 endcidrange endcmap"
    objects = {12: flate(text, head % 13), 13: flate(text, head % 12)}
    descendant = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /CIDSystemInfo << >> /DW 500 >>"
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding 12 0 R /DescendantFonts [10 0 R] /ToUnicode 12 0 R >>"
    )
    return paper(show(b"abcd", 72, 400), font=font, objects={10: descendant, **objects})


CASES: dict[str, Case] = {
    "ToUnicode: 50,000 ranges of 65,536": case(
        lambda: mapped(b"".join(b"1 beginbfrange <0000> <ffff> <0041> endbfrange\n" for _ in range(50_000))),
        ENDS,
        seconds=10,
    ),
    "ToUnicode: 200 fonts of 500 ranges": case(lambda: many_fonts_of_ranges(200, 500), ENDS),
    "ToUnicode: a range of texts of 10,000 letters": case(
        lambda: mapped(b"1 beginbfrange <0000> <ffff> <%s> endbfrange" % (b"0041" * 10_000)), ENDS
    ),
    "encodings that use each other": case(used_cmaps, ENDS),
    "forms 24 deep, each calling twice": case(lambda: form_tree(24, 2), ENDS),
    "forms 4 deep, each calling 100 times": case(lambda: form_tree(4, 100), ENDS),
    "10,000 inline pictures that say they are large": case(lambda: inline_images(10_000, 30_000), ENDS),
    "an inline picture of 2^31 pixels": case(lambda: inline_images(1, 2_147_483_647), ENDS),
    "a pattern in itself": case(lambda: pattern_in_itself(0), ENDS),
    "a pattern of 10^13 tiles": case(lambda: pattern_in_itself(1), ENDS),
    "Type 3 fonts 6 deep, 20 letters each": case(lambda: type3_tree(6, 20), ENDS),
    "Type 3 fonts 30 deep": case(lambda: type3_tree(30, 2), ENDS),
    "bookmarks in a ring": case(lambda: outlines(True), OK, whole=True),
    "50,000 bookmarks": case(lambda: outlines(False), OK, whole=True),
    "trees of names that hold themselves": case(name_trees, OK, whole=True),
    "10,000 notes that draw themselves": case(lambda: annotations(10_000), ENDS),
    "colour spaces in a ring": case(colour_spaces, ENDS),
    "a mask in itself": case(graphics_states, ENDS),
    "a chain of 20,000 references": case(lambda: references(20_000), ENDS),
}
