"""Pictures of several pages are read at once: the result is that of reading one after the other."""

from __future__ import annotations

import threading

import pytest

from extractor.reading import engines
from extractor.reading.engines import ENGINES, OCR, EngineKind, Wanted
from extractor.reading.ocr.ahead import Ahead
from extractor.reading.page import Engine, FileFacts, Page, Span
from extractor.reading.reader import open_pdf
from tests.reading.pdfs import Pdf, Sheet, picture, text

SCANNED = Sheet(picture(0, 0, 595, 842))
TYPESET = Sheet(text("The Committee will consider the tides of the port", 72, 700))


class Foreseeing:
    """An engine for pictures that says what it was told to begin."""

    def __init__(self, side_by_side: int) -> None:
        self.facts = FileFacts(6)
        self.side_by_side = side_by_side
        self.calls: list[tuple[str, int]] = []

    def begin(self, number: int) -> None:
        self.calls.append(("begin", number))

    def page(self, number: int) -> Page:
        self.calls.append(("page", number))
        return Page(number, 595, 842, spans=[Span(f"Page {number}", 72, 100, 120, 110, 108, 10)], engine="foreseeing")

    def close(self) -> None:
        """Nothing is open."""


def calls(monkeypatch: pytest.MonkeyPatch, side_by_side: int) -> list[tuple[str, int]]:
    """What the engine for pictures is asked for in a paper whose third page alone is typeset."""
    engine = Foreseeing(side_by_side)

    def opened(_data: bytes, _wanted: Wanted) -> Engine:
        return engine

    kind = EngineKind(OCR, "for tests", opened, frozenset({"no_text"}))
    monkeypatch.setattr(engines, "ENGINES", (*(one for one in ENGINES if one.name != OCR), kind))
    with open_pdf(Pdf([SCANNED, SCANNED, TYPESET, SCANNED, SCANNED]).build()) as reader:
        read = list(reader.pages())
    assert [page.number for page in read] == [1, 2, 3, 4, 5]
    assert [page.engine for page in read] == ["foreseeing", "foreseeing", "pdfium", "foreseeing", "foreseeing"]
    return engine.calls


def test_pictures_of_the_next_pages_are_begun_before_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    found = calls(monkeypatch, 2)
    assert [call for call in found if call[0] == "page"] == [("page", number) for number in (1, 2, 4, 5)]
    assert found[:2] == [("page", 1), ("begin", 2)]
    assert found.index(("begin", 4)) < found.index(("page", 4))
    assert ("begin", 3) not in found  # it has text


def test_nothing_is_begun_where_pages_are_read_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {call for call, _ in calls(monkeypatch, 1)} == {"page"}


class Slow:
    """Recognisers that wait for each other."""

    def __init__(self, barrier: threading.Barrier) -> None:
        self.barrier = barrier
        self.stopped = self.closed = False

    def copy(self) -> Slow:
        return Slow(self.barrier)

    def stop(self) -> None:
        self.stopped = True

    def close(self) -> None:
        self.closed = True


def test_each_page_that_is_read_at_once_has_recognisers_of_its_own() -> None:
    first = Slow(threading.Barrier(2, timeout=10))
    ahead = Ahead(2, first)  # type: ignore[arg-type]
    used: list[object] = []

    def read(readers: object) -> Page:
        first.barrier.wait()
        used.append(readers)
        return Page(len(used), 595, 842)

    for number in (1, 2):
        ahead.begin(number, read)
    assert (1 in ahead, len(ahead)) == (True, 2)
    assert {ahead.take(1).number, ahead.take(2).number} == {1, 2}
    assert len(set(map(id, used))) == 2
    ahead.close()
    assert first.stopped
    assert not first.closed  # whoever made it closes it


def test_what_a_page_raises_reaches_whoever_asks_for_it() -> None:
    ahead = Ahead(1, Slow(threading.Barrier(1)))  # type: ignore[arg-type]

    def read(_readers: object) -> Page:
        raise MemoryError

    ahead.begin(1, read)
    with pytest.raises(MemoryError):
        ahead.take(1)
    ahead.close()
