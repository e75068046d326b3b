"""Cases of the rules that say which values of a scan are in doubt."""

from __future__ import annotations

from datetime import date

from extractor.model import Agenda, DateMention, Document, PrintedBlock, Source
from extractor.model.places import Place
from extractor.reading.page import Recognised
from extractor.structure.recognised import notes_of_values
from tests.rules.case import Case

BOX = (72.0, 100.0, 200.0, 110.0)


def paths(*doubted: str, dates: tuple[DateMention, ...] = (), day: date | None = None) -> list[str | None]:
    """The paths of values in doubt where words of a box are, which is that of the dates and of the masthead."""
    how = Recognised("a reader", 90.0, 20, doubts=tuple((BOX, word, 40.0) for word in doubted))
    agenda = Agenda(
        source=Source(sha256="0" * 64, bytes=3, pages=1),
        document=Document(date=day),
        dates=list(dates),
        blocks=[PrintedBlock(id=1, page=1, bbox=BOX, role="masthead", text=" ".join(doubted))],
    )
    return [note.path for note in notes_of_values(agenda, {1: how})]


def printed(text: str, day: int) -> DateMention:
    """A day of July 2031 as it is printed."""
    return DateMention(text=text, start=date(2031, 7, day), page=1, places=[Place(page=1, bbox=BOX)])


CASES: dict[str, Case] = {
    "doubt.weekday": Case(
        lambda: paths("1", "3", dates=(printed("Tuesday, 1 July 2031", 1), printed("3 July 2031", 3))), ["dates[1]"]
    ),
    "doubt.day": Case(lambda: paths("14-18", day=date(2031, 6, 9)), []),
}
