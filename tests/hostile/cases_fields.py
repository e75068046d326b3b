"""Repetition in every field of a paper: a title, a list, a timetable, documents, a masthead, notes without end."""

from __future__ import annotations

from collections.abc import Iterable

from tests.hostile.case import OK, Case, case
from tests.hostile.pdf import BODY, paper, show

#: What is repeated: leaders, stops, symbols, labels, dates, stars, quotes and pairs of them.
MOTIFS = (". ", ";", "; ", " ", "(", ")", "[", "1", "1.", "(a) ", "/", "A/", "A/1 ", "a", "ab ", "* ", "“", "”",
          " - ", "–", ", ", "and ", "Item 1 ", "10 a.m. ", "2031 ", ".;", "(]", "*.", "a.", "/.", "1/")  # fmt: skip
LENGTHS = (44, 2_000)


def lines(words: str, x: float, top: float, size: float = 10) -> bytes:
    """Text in lines of ninety characters, one under the other."""
    rows = [words[at : at + 90] for at in range(0, len(words), 90)]
    return b"".join(show(row, x, top - (size + 2) * n, size) for n, row in enumerate(rows))


def table(rows: Iterable[tuple[str, str]]) -> bytes:
    """A ruled timetable of two columns."""
    content, top = show("Proposed organization of work", 72, 660, 12), 640
    for left, right in rows:
        content += show(left, 80, top - 12) + show(right, 200, top - 12)
        content += b"72 %d 450 0.5 re f 72 %d 0.5 18 re f 190 %d 0.5 18 re f 522 %d 0.5 18 re f\n" % (
            (top,) + (top - 18,) * 3
        )
        top -= 18
    return content + b"72 %d 450 0.5 re f\n" % top


def masthead(text: str) -> bytes:
    head = show("United Nations", 72, 800, 14) + show("A/AC.99/2031/1", 420, 800, 14)
    return head + lines(text, 420, 780, 9) + lines(text, 72, 780, 12) + BODY


def field(name: str, text: str) -> bytes:
    """A paper with ``text`` in one of its fields."""
    days = [("Monday, 5 May", ""), ("10 a.m.-1 p.m.", f"Item 1 Lunch {text[:200]}"), (text[:60], "Item 2")]
    contents = {
        "a title": BODY + lines(f"4.  Report on the matter {text} of all.", 90, 675),
        "a list": BODY + lines(f"4.  Other: (a) {text}; (b) {text}.", 90, 675),
        "a timetable": BODY + table(days),
        "documents": BODY + show("Documentation", 72, 670, 12) + lines(f"Report ({text}A/99/1, {text})", 72, 650),
        "a masthead": masthead(text[:900]),
        "a footnote": BODY + b"72 120 100 0.5 re f\n" + show("1", 72, 110, 6) + lines(text[:450], 80, 105, 7),
        "an annotation": BODY + show("1.  Opening of the session", 72, 660, 12) + lines(text, 72, 640),
    }
    return paper(contents[name])


FIELDS = ("a title", "a list", "a timetable", "documents", "a masthead", "a footnote", "an annotation")


def _case(name: str, motif: str, length: int) -> Case:
    return case(lambda: field(name, (motif * length)[:length] + "x"), OK, seconds=20)


CASES: dict[str, Case] = {
    f"{name} of {length:,} characters of {motif!r}": _case(name, motif, length)
    for name in FIELDS
    for motif in MOTIFS
    for length in LENGTHS
}
