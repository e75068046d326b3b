"""Sound results, unlike those that set the checks off (tests/rules/checks.py), give no note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from extractor import extract
from extractor.diagnostics import CODES
from extractor.model import Agenda, DateMention, Item, Meeting, Session
from extractor.structure.checks import check
from tests.conftest import sample_pdfs
from tests.structure.checks.results import DAY, HEAD, SOURCE, block, cited, codes, item, listed, note, row, set_in

MEETINGS = [Meeting(session=Session(number=8), periods=[])]

LINE = "The lamps of the northern harbours are old and dim and"
SYMBOL = "A/AC.999/2031/4"
CORRECTED = f"{SYMBOL}/Add.1/Corr.1"


def recognised(*items: Item) -> list[tuple[str, str | None]]:
    """Codes and paths for a paper whose first page was read from its picture."""
    source = SOURCE.model_copy(update={"recognised": [1]})
    agenda = Agenda(source=source, document=HEAD, meetings=MEETINGS, items=list(items))
    return [(note.code, note.path) for note in check(agenda)]


SOUND: dict[str, Callable[[], list[tuple[str, str | None]]]] = {
    "items": lambda: codes(
        [
            item("1", "Lamps, bells and buoys", "No lamp was lost, and the report is before the committee."),
            item("2", "Item 3 of the plan for 2031. Next steps"),
        ],
        blocks=[block(1, "text", "3. The committee will then be invited to say which of the lamps it has seen.")],
    ),
    "symbols of supplements": lambda: codes(
        [item("1", "Lamps", documents=[listed("Lamps", SYMBOL), listed("Oil", f"{SYMBOL}/Add.1", CORRECTED)])],
        blocks=[
            block(1, "documentation", f"{SYMBOL}/Add.1 and Corr.1"),
            block(2, "text", f"Decision 2, annex I, and {SYMBOL} (Chile)"),
        ],
        references=[cited(f"{SYMBOL}/Add.1", 1, 0), cited("Corr.1", 1, 26, CORRECTED), cited(SYMBOL, 2, 25)],
    ),
    "numbers of two clusters": lambda: codes(
        [item("1", "Lamps"), item("1", "Bells").model_copy(update={"cluster": "High-level segment"})]
    ),
    "a report that cites an agenda": lambda: codes(
        blocks=[block(1, "text", "The agenda was adopted."), block(2, "text", "1. Lamps")],
        document=HEAD.model_copy(update={"kind": "other", "title": "Report on lighthouses"}),
    ),
    "annotations": lambda: codes(
        [item("1", "Lamps", "Lamps: a) are old; b) dear (see it (of 2030)).", "IV. Lamp", kind="heading", after="No.")],
        blocks=[block(1, "heading", "I. Agenda")],
        document=HEAD.model_copy(update={"title": "Annotated provisional agenda"}),
    ),
    "documents": lambda: codes(
        [item("1", "Lamps", documents=[listed("Lamps", SYMBOL, f"{SYMBOL}/Add.1"), listed("Bells", "A/1", "A/2")])],
        blocks=[block(1, "documentation", f"Lamps ({SYMBOL} and Add.1)"), block(2, "timetable", SYMBOL)],
        references=[
            cited(SYMBOL, 1, 7), cited(SYMBOL, 2, 0), cited("Add.1", 1, 27, f"{SYMBOL}/Add.1"),
            cited("resolution 1/1", 1, 0, None, "Lamp Board"),
        ],
    ),
    "headings that hold a date, or leave words out": lambda: codes(
        [item("1", "Lamps of the harbour"), item("2", "Bells and organization of the work of the session")],
        blocks=[
            block(1, "heading", "1. Lamps of the harbour [7 October, 10 a.m.]").model_copy(update={"item": "1"}),
            block(2, "heading", "Item 2. Bells and organization of work").model_copy(update={"item": "2"}),
        ],
    ),
    "a shorter heading with the letter of a part, and one that names the agenda": lambda: codes(
        [item("1", "Lamps of the harbour at the national level"), item("2", "Bells")],
        blocks=[
            block(1, "heading", "a) Lamps of the harbour").model_copy(update={"item": "1"}),
            block(2, "heading", "Agenda item 2 - Bells").model_copy(update={"item": "2"}),
        ],
    ),
    "a row of a part under the title of its item": lambda: codes(
        [item("1", "Lamps").model_copy(update={"items": [item("1(a)", "Brass of the north")]})],
        [row("Lamps", items=["1(a)"])],
    ),
    "a timetable that leaves out the last item and the last day": lambda: codes(
        [item(str(n), f"Lamp {n}") for n in range(1, 7)],
        [row(f"Lamp {n}", items=[str(n)]) for n in range(1, 6)],
    ),
    "broken sentences on a page read from its picture": lambda: recognised(
        item("1", "Lamps", "old lamps are dim", "The lamps of the"),
    ),
    "a revision without a number": lambda: codes(
        blocks=[block(1, "text", "Lamps 232 EX/7 Rev.")], references=[cited("232 EX/7 Rev.", 1, 6)]
    ),
    "masthead": lambda: codes(
        document=HEAD.model_copy(update={"organ": "General Assembly", "body": "General Assembly Hall Board"}),
        blocks=[block(1, "furniture", "V.31-01610")],
        dates=[
            DateMention(text="Friday, 27 June 2031", start=DAY, role="meeting", page=1),
            DateMention(text="27 June 2031", start=DAY, role="other", page=1),
        ],
    ),
    "a paper of its own style": lambda: codes(
        document=HEAD.model_copy(update={"distribution": None, "date": None, "original_language": None})
    ),
    "timetable": lambda: codes(
        [item("1", "Lamps of brass and glass"), item("2", "Funding")],
        [
            row("Prayer", 8), row("Lamp", 10, items=["1"], top=20.0), row("Funding: lamps", 15, items=["2"], top=40.0),
            row("Reception", 9, day=dt.date(2031, 6, 28), top=60.0),
            row("No meetings", None, day=dt.date(2031, 6, 29), top=80.0),
        ],
    ),
    "lines": lambda: codes(
        blocks=[block(1, "annotation", "Lamps")],
        printed=[set_in((10, LINE), (10, LINE), (10, "and buoys."))],
    ),
    "text": lambda: codes(
        blocks=[block(1, "text", "The follow-up is well-known; маяк MAX is lit."), block(2, "text", "Lamps follow.")],
        footnotes=[note(mark) for mark in ("1", "2", "*", "3", "1")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_result_gives_no_note(name: str) -> None:
    assert SOUND[name]() == []


def test_the_samples_give_no_note_of_a_check() -> None:
    named = {"source.not_a_un_paper", "text.unassigned", "text.sideways", "text.suspect"}
    for pdf in sample_pdfs():
        for one in extract(pdf).diagnostics:
            assert one.severity == "info" or one.code in named or CODES[one.code].code.startswith("schedule.un"), one
