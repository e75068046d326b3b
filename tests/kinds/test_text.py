"""What stands over, between or beside the text changes nothing of what is read: each kind in two unlike papers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.pipeline import extract
from tests.kinds.textpapers import (
    BODY,
    MASTHEAD,
    Row,
    baselines,
    broken,
    by_hand,
    by_typst,
    drawn,
    font_of,
    letters,
    outline,
    plain,
    rows,
)
from tests.reading.pdfs import Pdf, Sheet, text

PALE = b"q 0.8 g %s Q\n"


def slanted(words: str, x: float, y: float, size: float, angle: tuple[float, float]) -> bytes:
    """Content that shows words at an angle, given by its cosine and sine."""
    cosine, sine = angle
    return b"BT /F2 %g Tf %g %g %g %g %g %g Tm (%s) Tj ET\n" % (
        size, cosine, sine, -sine, cosine, x, y, words.encode(),
    )  # fmt: skip


def stamped(*places: tuple[float, float], size: float = 44, words: str = "DRAFT") -> bytes:
    return PALE % b"".join(text(words, x, y, size, 2) for x, y in places)


def line_numbers(x: float, step: int = 1, size: float = 8, first: int = 1) -> bytes:
    """Numbers beside the lines of the paper written by hand."""
    heights = list(enumerate(baselines(), first))
    return b"".join(text(str(n), x - 0.5 * size * len(str(n)), y, size) for n, y in heights if n % step == 0)


def boxed(x: float, y: float, *words: str) -> bytes:
    """A comment in a box in the margin."""
    height = 10 * len(words) + 6
    box = b"0.6 w %g %g 120 %g re S\n" % (x - 4, y - height + 10, height)
    return box + b"".join(text(line, x, y - 10 * n, 7) for n, line in enumerate(words))


def struck() -> bytes:
    """The paper written by hand, a wrong title struck out before the right one of item 2."""
    lines: list[Row] = []
    height = 0.0
    for x, y, words in rows():
        if words == "Lights on small islands.":
            height, gone = y, "Lamps of great ports."
            lines += [(x, y, gone), (x + 92, y, words)]
        else:
            lines.append((x, y, words))
    stroke = b"0.5 w 134 %g m 222.5 %g l S\n" % (height + 2.4, height + 2.4)
    return by_hand(stroke, lines=lines)


def changed() -> bytes:
    """The paper written by hand with change bars in its margin."""
    return by_hand(b"".join(b"0.8 w 80 %g m 80 %g l S\n" % (y - 3, y + 9) for y in baselines()[6:14]))


def initial() -> bytes:
    """The paper written by hand, its first annotation with an initial two lines tall."""
    lines = rows()
    at = next(n for n, row in enumerate(lines) if row[2].startswith("The Chair"))
    words = "The Chair will open the session in the reading room of the old lighthouse."
    first, second = broken(words[1:], 50)
    beside = [(127.0, lines[at][1], first), (127.0, lines[at][1] - 12, second)]
    height = lines[at][1] - 12
    return by_hand(text("T", 110, height, 27, 2), lines=[*lines[:at], *beside, *lines[at + 2 :]])


def letter_by_letter() -> bytes:
    """The paper written by hand, each letter shown by itself, a point from the next, and no spaces."""
    return Pdf([Sheet(drawn([*MASTHEAD, *rows()], letters))]).build()


def letters_over_text() -> bytes:
    """The paper written by hand with a pale word over it, letter by letter, not all of which touch its lines."""
    return by_hand(PALE % b"".join(text(one, 90 + 52 * at, 560, 44, 2) for at, one in enumerate("EMBARGO")))


HAND = {
    "watermark drawn letter by letter": letters_over_text,
    "watermark behind": lambda: by_hand(under=stamped((150, 430))),
    "watermark over": lambda: by_hand(stamped((120, 500), (120, 350), size=50)),
    "watermark of small type": lambda: by_hand(stamped(*[(100 + 10 * n, 90 + 70 * n) for n in range(8)], size=14)),
    "watermark aslant": lambda: by_hand(PALE % slanted("ADVANCE COPY", 90, 400, 46, (0.99, 0.139))),
    "watermark at 45 degrees": lambda: by_hand(PALE % slanted("NOT FINAL", 120, 300, 60, (0.7071, 0.7071))),
    "each line numbered": lambda: by_hand(line_numbers(74)),
    "each line numbered on the right": lambda: by_hand(line_numbers(530, first=118)),
    "every fifth line numbered": lambda: by_hand(line_numbers(80, 5)),
    "comments of Word": lambda: by_hand(
        boxed(440, 560, "Commented [KP1]: Is this the", "name of the group?") + boxed(440, 420, "Deleted: forty lamps")
    ),
    "comments of a tool without words": lambda: by_hand(boxed(450, 540, "K. Pilot", "Ask the keepers.")),
    "struck words": struck,
    "change bars": changed,
    "initial": initial,
    "letters placed one by one": letter_by_letter,
}
_STAMP = '#set page(background: rotate({angle}deg, text(64pt, fill: rgb("{color}"))[{words}]))'


def typst_stamp(angle: int, color: str, words: str) -> bytes:
    return by_typst(_STAMP.format(angle=angle, color=color, words=words))


def numbered(margin: str) -> bytes:
    return by_typst(f"#set par.line(numbering: n => text(size: 7pt)[#n], number-margin: {margin})")


def commented() -> bytes:
    note = "#place(right, dx: 84pt, rect(width: 80pt, stroke: 0.5pt + red, inset: 3pt, text(7pt)[{}]))\n"
    body = BODY.replace("*2. Depth", note.format("Commented [Z9]: How many ropes?") + "\n*2. Depth")
    return by_typst(body=body)


def typst_struck() -> bytes:
    body = BODY.replace("how deep the wells", "#strike[which wells have been dug and] how deep the wells")
    return by_typst(body=body)


TYPST = {
    "watermark behind": lambda: typst_stamp(0, "d4d4d4", "UNEDITED"),
    "watermark aslant": lambda: typst_stamp(12, "d4d4d4", "UNEDITED"),
    "watermark at 45 degrees": lambda: typst_stamp(-45, "ff9999", "DRAFT"),
    "watermark that is looked through": lambda: typst_stamp(0, "00000030", "ADVANCE COPY"),
    "each line numbered": lambda: numbered("left"),
    "each line numbered on the right": lambda: numbered("right"),
    "comments of Word": commented,
    "struck words": typst_struck,
    "letters set apart": lambda: by_typst("#set text(tracking: 3pt, size: 9pt)\n#set par(justify: false)"),
}


@pytest.mark.parametrize("kind", HAND)
def test_a_paper_written_by_hand_reads_the_same(kind: str) -> None:
    assert outline(extract(HAND[kind]())) == plain()["hand"]


@pytest.mark.parametrize("kind", TYPST)
def test_a_paper_set_by_typst_reads_the_same(kind: str) -> None:
    assert outline(extract(TYPST[kind]())) == plain()["typst"]


@pytest.mark.parametrize("made", [struck, typst_struck])
def test_struck_words_are_reported_and_kept_as_furniture(made: Callable[[], bytes]) -> None:
    agenda = extract(made())
    assert [one.page for one in agenda.diagnostics if one.code == "text.struck"] == [1]
    furniture = " ".join(block.text for block in agenda.blocks or () if block.role == "furniture")
    assert "great ports" in furniture or "have been dug" in furniture


def two_up() -> bytes:
    """The paper written by hand, its annotations on a page beside the list, each with its number below."""
    lines = rows()
    cut = next(n for n, row in enumerate(lines) if row[2] == "Annotations")
    up = 770 - lines[cut][1]
    beside = b"".join(text(row[2], row[0] + 595, row[1] + up, *font_of(row)) for row in lines[cut:])
    numbers = text("1", 290, 40) + text("2", 885, 40)
    left = drawn([*MASTHEAD, *lines[:cut]])
    return Pdf([Sheet(left + beside + numbers, box=(0, 0, 1190, 842))]).build()


def booklet() -> bytes:
    """A sheet with two pages set by Typst, each with a foot of its own."""
    foot = "#place(bottom, dy: {}pt)[GE.33-00412 (E) #h(1fr) {}]"
    before = "#set page(width: 842pt, height: 595pt, margin: 40pt)\n#set text(size: 8pt)\n#columns(2, gutter: 60pt)["
    body = foot.format(20, 1) + "#colbreak()" + foot.format(20, 2) + BODY
    return by_typst(before=before, body=body, after="]")


@pytest.mark.parametrize(("made", "paper"), [(two_up, "hand"), (booklet, "typst")])
def test_two_pages_on_a_sheet_are_read_one_after_the_other(made: Callable[[], bytes], paper: str) -> None:
    agenda = extract(made())
    assert outline(agenda) == plain()[paper]
    assert agenda.source.pages == 1
    assert {block.page for block in agenda.blocks or ()} == {1}
    middle = 595 if paper == "hand" else 421
    assert all(block.bbox[0] > middle for item in agenda.items for block in item.annotation)


def test_watermarks_and_line_numbers_stand_in_the_ledger() -> None:
    agenda = extract(by_hand(stamped((150, 430)) + line_numbers(74)))
    furniture = [block.text for block in agenda.blocks or () if block.role == "furniture"]
    assert "DRAFT" in furniture
    assert {"1", "9", "18"} <= set(furniture)
