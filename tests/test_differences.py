"""`engine="both"`: the result is that of the first reading; each value that the second gives otherwise is reported."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import Agenda, extract, pipeline
from extractor.cli import main
from extractor.differences import differences
from extractor.errors import Damaged
from extractor.model import Item
from extractor.reading.reader import Reader, open_pdf
from tests.conftest import SHARED
from tests.store.agendas import with_blocks

SAMPLES = Path("samples")
#: Its bar code is drawn letter by letter, which pdfplumber reads as letters set apart.
BAR_CODE = SAMPLES / "geneva_working_party.pdf"
CODE = "source.readers_differ"


def reported(change: Callable[[Agenda], object]) -> list[tuple[str | None, str]]:
    one, other = with_blocks(), with_blocks()
    change(other)
    return [(note.path, note.message.partition(": ")[2]) for note in differences(one, other)]


def test_a_result_does_not_differ_from_itself() -> None:
    assert reported(lambda agenda: None) == []


def test_a_value_that_differs_is_named() -> None:
    title = with_blocks().items[0].title
    assert reported(lambda agenda: setattr(agenda.items[0], "title", "Quays")) == [
        ("items[0].title", f"“{title}” and “Quays”")
    ]
    assert reported(lambda agenda: setattr(agenda.document, "symbols", [])) == [
        ("document.symbols", f"{json.dumps(with_blocks().document.symbols)} and nothing")
    ]


def test_a_part_that_one_lacks_does_not_shift_the_others() -> None:
    first = with_blocks().items[0].title
    assert reported(lambda agenda: agenda.items.pop(0)) == [("items[0]", f"“{first}” and nothing")]
    more = Item(number="0", label="0.", title="Quays", page=1)
    assert reported(lambda agenda: agenda.items.insert(0, more)) == [("items", "nothing and “Quays”")]


def test_places_are_not_compared() -> None:
    def moved(agenda: Agenda) -> None:
        agenda.items[0].page = 2
        agenda.items[0].bbox = (1, 2, 3, 4)
        agenda.blocks[0].places = []

    assert reported(moved) == []


def test_of_a_long_text_the_piece_that_differs_is_given() -> None:
    text = "The Committee will look at the quays of all ports, at their lamps and at the pilots who know them well. "
    one, other = with_blocks(), with_blocks()
    one.items[0].title, other.items[0].title = text + "Ships pass.", text + "Ships wait."
    (note,) = differences(one, other)
    assert note.message.endswith("“…well. Ships pass.” and “…well. Ships wait.”")


def test_the_result_is_that_of_the_first_reading() -> None:
    one, both = extract(BAR_CODE), extract(BAR_CODE, engine="both")
    (note,) = [note for note in both.diagnostics if note.code == CODE]
    assert (note.path, note.page, note.severity) == ("blocks[28].text", 1, "warning")
    assert one.blocks[28].text in note.message
    assert [note for note in both.diagnostics if note.code != CODE] == one.diagnostics
    assert both.source.review == "look"
    same = {"diagnostics": [], "source": one.source}
    assert both.model_copy(update=same) == one.model_copy(update=same)


def test_engines_that_agree_report_nothing() -> None:
    paper = SAMPLES / "vienna_working_group.pdf"
    assert extract(paper, engine="both") == extract(paper)


def test_a_paper_that_only_the_first_can_open_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(data: bytes, engine: str, **options: object) -> Reader:
        if engine == "pdfplumber":
            raise Damaged("the PDF is broken")
        return open_pdf(data, engine, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "open_pdf", opened)
    (note,) = [note for note in extract(BAR_CODE, engine="both").diagnostics if note.code == CODE]
    assert (note.path, note.message.partition(": ")[2]) == ("source", "a paper and “the PDF is broken”")


def test_the_command_line_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(BAR_CODE), "--reader", "both", "--compact"]) == 0
    written = capsys.readouterr()
    assert CODE in [note["code"] for note in json.loads(written.out)["diagnostics"]]
    assert CODE in written.err


def test_a_paper_of_the_corpus_on_which_they_differ() -> None:
    paper = SHARED / "corpus" / "agendas" / "A_80_150.pdf"
    if not paper.is_file():
        pytest.skip("the optional corpus ../shared is not there")
    notes = [note for note in extract(paper, engine="both", pages=range(10, 11)).diagnostics if note.code == CODE]
    assert notes
    assert all(note.page == 10 for note in notes)
