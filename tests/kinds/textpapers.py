"""Two unlike agendas to which a difficulty is added: one written by hand, letter by letter, and one set by Typst.

The first is a list with annotations of one page, in Times; the second has a timetable as well and runs over two pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from extractor.layout.lines.widths import natural_width
from extractor.model import Agenda
from extractor.pipeline import extract
from tests.reading.pdfs import Pdf, Sheet, text

#: A line of text: left edge, height from the foot of the page, words.
Row = tuple[float, float, str]

TITLES = ("Opening of the session", "Lights on small islands", "Rope and tar", "Other business")
NOTES = (
    "The Chair will open the session in the reading room of the old lighthouse.",
    "The Working Party will look at the lamps of nine islands and at their keepers.",
    "Members may wish to say how much rope they hold and where the tar is boiled.",
    "No other business had been put forward when this paper went to the printer.",
)
MASTHEAD: Sequence[Row] = (
    (60, 780, "United Nations"),
    (420, 780, "TRANS/WP.77/2032/4"),
    (60, 762, "Economic and Social Council"),
    (420, 750, "Distr.: General"),
    (420, 738, "9 January 2032"),
    (420, 720, "Original: English"),
    (60, 690, "Working Party on Lights and Buoys"),
    (60, 676, "Fourth session"),
    (60, 662, "Geneva, 8 and 9 March 2032"),
)


def rows() -> list[Row]:
    """The lines of the paper written by hand, below its masthead."""
    found: list[Row] = [(110, 636, "Annotated provisional agenda"), (110, 616, "Agenda")]
    height = 598.0
    for number, title in enumerate(TITLES, 1):
        found += [(110, height, f"{number}."), (134, height, f"{title}.")]
        height -= 14
    found.append((110, height - 10, "Annotations"))
    height -= 32
    for number, (title, note) in enumerate(zip(TITLES, NOTES, strict=True), 1):
        found += [(88, height, f"{number}."), (110, height, title)]
        height -= 17
        for part in broken(note):
            found.append((110, height, part))
            height -= 12
        height -= 12
    return found


def broken(words: str, length: int = 56) -> list[str]:
    """A paragraph in lines of at most so many characters."""
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) >= length:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def font_of(row: Row) -> tuple[float, int]:
    """Size and font of a line."""
    words = row[2]
    heading = words in (*TITLES, "Agenda", "Annotations", "Annotated provisional agenda") or row[0] < 100 < row[1] < 600
    return (13 if words[0] == "A" and words.startswith(("Agenda", "Annot")) else 10), 2 if heading else 1


def drawn(lines: Iterable[Row], show: Callable[..., bytes] = text) -> bytes:
    """Content that shows lines in their fonts."""
    return b"".join(show(row[2], row[0], row[1], *font_of(row)) for row in lines)


def letters(words: str, x: float, y: float, size: float, font: int) -> bytes:
    """Content that shows each letter of a line by itself, a point from the next, and no spaces."""
    content = b""
    for letter in words:
        if letter != " ":
            content += text(letter, x, y, size, font)
        x += size * natural_width(letter) * 1.04 + 1
    return content


def by_hand(over: bytes = b"", under: bytes = b"", lines: Iterable[Row] | None = None) -> bytes:
    """The paper written by hand, with more drawn under and over its text."""
    body = drawn([*MASTHEAD, *(rows() if lines is None else lines)])
    return Pdf([Sheet(under + body + over)]).build()


def baselines() -> list[float]:
    """The heights of the lines below the masthead, from top to bottom."""
    return sorted({row[1] for row in rows()}, reverse=True)


_TYPST = """
#set page(paper: "a4", margin: (left: 110pt, right: 90pt, top: 80pt, bottom: 90pt){page})
#set text(font: "Libertinus Serif", size: 11pt, lang: "{language}")
#set par(justify: true)
#set super(typographic: false)
{before}
#grid(columns: (1fr, 1fr), [United Nations], align(right)[ENV/SEC.5/2033/2])
#v(4pt)
*General Assembly*
#v(6pt)
Distr.: General #linebreak() 20 June 2033 #linebreak() Original: English
#v(10pt)
*Committee on Wells and Cisterns* #linebreak() *Second session* #linebreak() Bonn, 5 and 6 September 2033
#v(10pt)
#text(size: 14pt, weight: "bold")[Provisional agenda and annotations]

#text(size: 13pt, weight: "bold")[I. Provisional agenda]

#enum(numbering: "1.", [Opening of the session.],
  [Depth of wells.], [Rain kept in cisterns.], [Closure of the session.])

#text(size: 13pt, weight: "bold")[II. Annotations]

{body}
{after}
"""
_BODY = """
*1. Opening of the session*

The second session will be opened on Monday, 5 September 2033, at 10 a.m. in the hall of the water works.

*2. Depth of wells*

The Committee will hear how deep the wells of the plain are, and how the ropes are kept dry in the months of rain.

*3. Rain kept in cisterns*

Cisterns under the roofs of schools will be measured. The Committee may wish to hear two masons who have built some.

*4. Closure of the session*

The Chair will close the session.
"""


@cache
def _typst() -> Any:
    import typst

    return typst


def by_typst(before: str = "", body: str = _BODY, after: str = "", page: str = "", language: str = "en") -> bytes:
    """The paper set by Typst, with more before its text and behind it, and its page set up otherwise."""
    code = _TYPST
    for name, value in {"before": before, "body": body, "after": after, "page": page, "language": language}.items():
        code = code.replace("{" + name + "}", value)
    return bytes(_typst().compile(code.encode(), format="pdf", ignore_system_fonts=True))


BODY = _BODY


def outline(agenda: Agenda) -> list[tuple[str | None, str, str]]:
    """The items: number, title, annotation."""
    return [
        (item.number, item.title, " ".join(block.text for block in item.annotation))
        for top in agenda.items
        for item in (top, *top.items)
    ]


@cache
def plain() -> dict[str, list[tuple[str | None, str, str]]]:
    """The items of both papers without any difficulty."""
    return {"hand": outline(extract(by_hand())), "typst": outline(extract(by_typst()))}
