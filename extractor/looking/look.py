"""A paper, seen at one of its stages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.errors import UsageError
from extractor.looking.model import Stage, Thing
from extractor.looking.stages import things_of
from extractor.reading.engines import EngineName
from extractor.reading.reader import open_pdf
from extractor.source import Limits

#: Characters of a thing's text that are shown.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class View:
    """What there is to see: one line a thing, and the picture of one page where it was asked for."""

    text: str
    png: bytes = b""


def look(
    data: bytes, stage: Stage = "blocks", page: int | None = None, *, png: bool = False, engine: EngineName = "auto"
) -> View:
    """What a stage made of a paper.

    Args:
        data: the bytes of the PDF.
        stage: the stage.
        page: the only page to show, counted from 1; all when left out.
        png: draw the boxes over the page, the first when all are shown.
        engine: what reads the PDF.

    Raises:
        InputError: the paper cannot be read.
        UsageError: there is no such page.
    """
    limits = Limits()
    with open_pdf(data, engine, limits=limits, beside=["tags"] if stage == "tags" else []) as reader:
        count = reader.facts.pages
        if page is not None and not 1 <= page <= count:
            raise UsageError(f"there is no page {page}: the paper has {count}")
        things = things_of(list(reader.pages()), stage)
    shown = [thing for thing in things if page is None or thing.page == page]
    if not png:
        return View(lines_of(shown))
    from extractor.looking.draw import drawn

    return View(lines_of(shown), drawn(data, page or 1, things))


def lines_of(things: Iterable[Thing]) -> str:
    """One line a thing: page, box, role, the rule that decided (`-` for none), text."""
    rows = [(_printed(thing.label), thing.rule or "-", thing) for thing in things]
    role, rule = (max(map(len, column), default=0) for column in ([row[0] for row in rows], [row[1] for row in rows]))
    return "".join(
        f"{_place(thing)}  {one:<{role}}  {by:<{rule}}  {_cut(thing.text)}".rstrip() + "\n" for one, by, thing in rows
    )


def _place(thing: Thing) -> str:
    return f"{thing.page:>3} " + " ".join(f"{edge:6.1f}" for edge in thing.bbox)


def _cut(text: str) -> str:
    whole = _printed(text)
    return whole if len(whole) <= SHOWN else whole[: SHOWN - 1] + "…"


def _printed(text: str) -> str:
    """The text on one line, without characters that would steer a terminal."""
    return "".join(letter if letter.isprintable() else "�" for letter in " ".join(text.split()))
