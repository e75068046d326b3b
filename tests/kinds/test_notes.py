"""Notes, their marks and what stands at the edges of pages: each kind in papers of several languages and makers."""

from __future__ import annotations

import pytest

from extractor.layout.lines.widths import natural_width
from extractor.model import Agenda
from extractor.pipeline import extract
from tests.kinds.textpapers import BODY, MASTHEAD, Row, by_typst, drawn, letters, outline, plain, rows
from tests.reading.pdfs import Pdf, Sheet, text

RULE = b"0.5 w 110 %g m 190 %g l S\n"


def notes(agenda: Agenda) -> list[tuple[str, str]]:
    """The footnotes: mark and text."""
    return [(note.marker, note.text) for note in agenda.footnotes]


def raised(sign: str, x: float, y: float, size: float = 6) -> bytes:
    return text(sign, x, y + 3.3, size)


def behind(sign: str, end: str, more: float = 0) -> bytes:
    """A mark behind the line that ends so."""
    x, y, line = next(row for row in rows() if row[2].endswith(end))
    return raised(sign, x + 10 * natural_width(line) + more, y)


def two_pages(first: bytes, second: bytes, lines: list[Row] | None = None) -> bytes:
    """The paper written by hand on two pages: the annotations from item 3 on stand on the second."""
    lines = rows() if lines is None else lines
    cut = next(n for n, row in enumerate(lines) if row[0] == 88 and row[2] == "3.")
    below = [(x, y + 770 - lines[cut][1], words) for x, y, words in lines[cut:]]
    return Pdf([Sheet(drawn([*MASTHEAD, *lines[:cut]]) + first), Sheet(drawn(below) + second)]).build()


def over_pages() -> bytes:
    """A note that goes on at the foot of the second page, where the next one stands below it."""
    first = behind("1", "lighthouse.") + RULE % (140, 140) + raised("1", 110, 128, 5)
    first += text("The reading room is on the second floor; it was a store of", 116, 128, 8)
    second = RULE % (140, 140) + text("oil until the lamps were lit by gas.", 116, 128, 8) + raised("2", 110, 118, 5)
    return two_pages(first, second + text("Ropes of hemp only.", 116, 118, 8))


def endnotes() -> bytes:
    """Notes together on a last page, numbered with stops."""
    first = behind("1", "lighthouse.") + behind("2", "keepers.")
    last = text("Endnotes", 110, 770, 12, 2) + text("1. The room on the second floor.", 110, 750)
    last += text("2. Since 1990.", 110, 736)
    return Pdf([Sheet(drawn([*MASTHEAD, *rows()]) + first), Sheet(last)]).build()


def typed_marks() -> bytes:
    """Marks typed as the characters ¹ and ²."""
    lines = [
        (x, y, words.replace("the old", "the old\u00b9").replace("session.\u00b9", "session."))
        for x, y, words in rows()
    ]
    below = [(110.0, 128.0, "\u00b9 Built in 1890."), (110.0, 118.0, "\u00b2 Not called.")]
    content = drawn([*MASTHEAD, *lines]) + RULE % (140, 140) + b"".join(text(words, x, y, 8) for x, y, words in below)
    return Pdf([Sheet(content)]).build()


def stars() -> bytes:
    """A raised `**` drawn star by star, and its note."""
    content = behind("*", "keepers.") + behind("*", "keepers.", 3) + RULE % (140, 140)
    return Pdf([Sheet(drawn([*MASTHEAD, *rows()]) + content + text("** Of tin.", 110, 128, 8))]).build()


def one_by_one() -> bytes:
    """Letters shown one by one, and a raised mark inside a sentence."""
    lines = rows()
    at = next(n for n, row in enumerate(lines) if row[2].startswith("Members may"))
    x, y, words = lines[at]
    head, tail = words[:16], words[17:]
    x1 = x + 10.4 * natural_width(head) + len(head)
    lines[at : at + 1] = [(x, y, head), (x1 + 7, y, tail)]
    note = RULE % (140, 140) + raised("1", 110, 128, 5) + text("At any time.", 116, 128, 8)
    return Pdf([Sheet(drawn([*MASTHEAD, *lines], letters) + raised("1", x1, y) + note)]).build()


HAND = {
    "letters one by one": (one_by_one, [("1", "At any time.")]),
    "over pages": (
        over_pages,
        [
            ("1", "The reading room is on the second floor; it was a store of oil until the lamps were lit by gas."),
            ("2", "Ropes of hemp only."),
        ],
    ),
    "endnotes": (endnotes, [("1", "The room on the second floor."), ("2", "Since 1990.")]),
    "typed marks": (typed_marks, [("1", "Built in 1890."), ("2", "Not called.")]),
    "two stars": (stars, [("**", "Of tin.")]),
}


@pytest.mark.parametrize("kind", HAND)
def test_notes_of_a_paper_written_by_hand(kind: str) -> None:
    made, expected = HAND[kind]
    agenda = extract(made())
    assert notes(agenda) == expected
    assert outline(agenda) == plain()["hand"]


LONG = "It was said of these wells that they are as deep as the towers are high. " * 9
NOTED = BODY.replace("2033, at 10 a.m. in the hall", "2033, at 10 a.m. in the hall#footnote[Near the old bridge.]")
TYPST = {
    "over pages": (
        {"body": "#v(140pt)" + BODY.replace("the plain are,", f"the plain#footnote[{LONG}] are,")},
        [("1", LONG.strip())],
    ),
    "endnotes": (
        {
            "body": BODY.replace("of the plain are", "of the plain#super[1] are").replace(
                "two masons", "two masons#super[2]"
            ),
            "after": '#pagebreak()\n#text(size: 13pt, weight: "bold")[Notes]\n\n'
            "#super[1] In the south.\n\n#super[2] Both old.",
        },
        [("1", "In the south."), ("2", "Both old.")],
    ),
    "endnotes with raised digits of the font": (
        {
            "before": "#set super(typographic: true)",
            "body": BODY.replace("of the plain are", "of the plain#super[1] are"),
            "after": '#pagebreak()\n#text(size: 13pt, weight: "bold")[Notes]\n\n#super[1] In the south.',
        },
        [("1", "In the south.")],
    ),
    "called from a cell of a table": (
        {
            "after": "#table(columns: 2, [Wells], [Depth], [East#super[1]], [40], [West], [55])\n"
            "#text(size: 8pt)[#super[1] Dry in June.]\n\nThe table was made by the Secretariat of the Committee.",
        },
        [("1", "Dry in June.")],
    ),
}


@pytest.mark.parametrize("kind", TYPST)
def test_notes_of_a_paper_set_by_typst(kind: str) -> None:
    parts, expected = TYPST[kind]
    agenda = extract(by_typst(**parts))
    assert notes(agenda) == expected
    found = outline(agenda)
    assert found[:3] == plain()["typst"][:3]


FEET = {
    "en": "GE.33-04711 (E)   *3304711*   Please recycle",
    "fr": "GE.33-04711 (F)   *3304711*   Merci de recycler",
    "es": "V.33-04711 (S)   *3304711*   Se ruega reciclar",
    "ru": "V.33-04711 (R)   *3304711*   Просьба отправить на вторичную переработку",
    "one text": "*3304711*Merci de recycler",
    "no break": "GE.33‑04711 (E)",
}


@pytest.mark.parametrize("foot", FEET)
def test_the_foot_of_a_page_is_furniture(foot: str) -> None:
    agenda = extract(by_typst(page=f", footer: [{FEET[foot].replace('*', chr(92) + '*')}]"))
    assert outline(agenda) == plain()["typst"]
    assert agenda.document.job_number in (None, "GE.33-04711", "V.33-04711")
    assert agenda.document.job_number or foot == "one text"
