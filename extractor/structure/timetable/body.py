"""The lines of a paper among which timetables are sought, and where running text begins among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.built import compiled
from extractor.layout.lines.model import Line
from extractor.reading.page import Rule as Drawn
from extractor.records import Struct
from extractor.structure.timetable.facts import Facts
from extractor.structure.timetable.item_numbers import leading_items
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.words import after_clock
from extractor.structure.vocabulary import is_prose

_PARAGRAPH = compiled(r"^\d{1,3}\.?\s")
_NUMBER = compiled(r"\d{1,3}\s?\.?")


class Body(Struct, frozen=True):
    """The lines of a paper, what each says for itself, and the drawn lines by page number."""

    lines: Sequence[Line]
    facts: Sequence[Facts]
    drawn: Mapping[int, list[Drawn]]


def prose_from(body: Body, at: int) -> bool:
    """Whether a paragraph of running text begins at this line: wide lines set tight, a sentence by its words."""
    lines = body.lines
    line = lines[at]
    width = line.x1 - line.x0
    paragraph = _PARAGRAPH.match(line.text) is not None
    if width < SETTINGS.prose_width and not (paragraph and width > SETTINGS.paragraph_width):
        return False
    if len(line.cells) > 2 or (len(line.cells) == 2 and not _NUMBER.fullmatch(line.cells[0].text.strip())):
        return False
    if leading_items(line.text) is not None and not paragraph:
        return False
    if after_clock(line.text) != line.text:
        return False  # an entry behind its time
    text = line.text
    for after in range(at + 1, min(at + SETTINGS.prose_lines, len(lines))):
        other = lines[after]
        if other.page != line.page or len(other.cells) > 1 or body.facts[after].anchor:
            break
        if other.baseline - lines[after - 1].baseline > SETTINGS.prose_pitch * other.size:
            break
        text += " " + other.text
    if len(text) < SETTINGS.prose_length:
        return False
    return is_prose(text) or (paragraph and is_prose(text + "."))
