"""Small papers with a place line and a timetable, set by Typst; the bodies and their agendas are invented."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from extractor import extract

#: The agenda of all papers.
ITEMS = (
    "Opening of the session",
    "Adoption of the agenda",
    "Calibration of tide gauges",
    "Exchange of weather charts",
    "Adoption of the report",
)

_HEAD = r"""
#set page(width: 612pt, height: 792pt, margin: (left: 62pt, right: 62pt, top: 60pt, bottom: 60pt))
#set text(font: "Libertinus Serif", size: 10pt, lang: "en")
#set par(leading: 4pt, spacing: 8pt)
#let rows(cols, ..cells) = grid(columns: cols, column-gutter: 14pt, row-gutter: 9pt, ..cells)
#let ruled(cols, ..cells) = table(columns: cols, stroke: 0.5pt, inset: 4pt, ..cells)
#let day(it) = block(above: 12pt, below: 9pt, strong(it))
#let heads(..cells) = cells.pos().map(it => text(size: 7pt, style: "italic", it))
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that shows one kind.

    Attributes:
        timetable: Typst code behind the agenda.
        expected: what must come out, of the timetable its rows in short (see `rows_of`).
        place: the place line.
        body: the body that meets.
        issued: the date of issue.
        symbol: its symbol.
        title: its title.
        heading: what stands over the timetable.
        items: the agenda.
        before: Typst code between the title and the agenda.
        corner: what stands in the left corner.
    """

    timetable: str = ""
    expected: Any = None
    place: str = "Vienna, 12–16 May 2031"
    body: str = "Working Group on Weather Stations"
    issued: str = "3 February 2031"
    symbol: str = "A/AC.305/2031/1"
    title: str = "Annotated provisional agenda"
    heading: str = "Proposed organization of work"
    items: Sequence[str] = ITEMS
    before: str = ""
    corner: str = "United Nations"

    def code(self) -> str:
        """The Typst code of the paper."""
        quoted = [json.dumps(text, ensure_ascii=False) for text in (self.symbol, self.issued, self.body, self.place)]
        symbol, issued, body, place = quoted
        listed = "\n".join(f"[{at}.], [{text}.]," for at, text in enumerate(self.items, 1))
        agenda = (
            f"#block(above: 14pt, strong[Provisional agenda])\n#grid(columns: (24pt, 1fr), row-gutter: 7pt, {listed})"
        )
        schedule = ""
        if self.timetable:
            size = "above: 16pt, below: 10pt"
            heading = f"#block({size}, text(size: 14pt, strong[{self.heading}]))" if self.heading else ""
            schedule = f"{heading}\n{self.timetable}"
        return f"""{_HEAD}
#grid(columns: (1fr, auto), [{self.corner}], text(size: 14pt, {symbol}))
#line(length: 100%, stroke: 0.5pt)
#grid(columns: (1fr, 140pt), text(size: 14pt, strong[General Assembly]),
  [Distr.: General \\ #{issued} \\ Original: English])
#line(length: 100%, stroke: 1pt)
#block(strong(text(size: 11pt, {body})))
#block(strong[Ninth session])
#block({place})
#block(above: 14pt, below: 12pt, text(size: 14pt, strong[{self.title}]))
{self.before}
{agenda if self.items else ""}
{schedule}
"""


@cache
def _workshop() -> tuple[Any, Path]:
    import typst

    return typst, Path(mkdtemp(prefix="kinds-")) / "main.typ"


def press(paper: Paper) -> bytes:
    """The PDF of a paper."""
    typst, main = _workshop()
    main.write_text(paper.code(), encoding="utf-8")
    return bytes(typst.compile(str(main), ignore_system_fonts=True, format="pdf", timestamp=1893456000))


def read(paper: Paper) -> Mapping[str, Any]:
    """What the extractor makes of a paper, as JSON."""
    found = extract(press(paper)).model_dump(mode="json")
    return dict(found)


def rows_of(found: Mapping[str, Any]) -> list[str]:
    """The rows of the timetable in short: `05-12 10:00-13:00 [1] Opening`, days and times that are null as `-`."""
    return [
        " ".join(
            [
                (entry["date"] or "-")[-5:] + (f"/{entry['end_date'][-5:]}" if entry["end_date"] else ""),
                f"{(entry['start'] or '')[:5]}-{(entry['end'] or '')[:5]}",
                f"[{' '.join(entry['items'])}]",
                entry["title"],
            ]
        ).strip()
        for entry in found["schedule"]
    ]
