"""``un-agenda look``: each stage of a sample in lines, with the rules that decided, and the picture with its boxes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from extractor.cli import look as verb
from extractor.cli import main
from extractor.errors import UsageError
from extractor.looking.draw import DRAW
from extractor.looking.look import lines_of, look
from extractor.looking.model import STAGES, Stage, Thing
from extractor.looking.stages import things_of
from extractor.reading.reader import open_pdf
from extractor.rules import all_rules
from tests.conftest import SAMPLES

GENEVA = SAMPLES / "geneva_working_party.pdf"


def things(name: str, stage: Stage) -> list[Thing]:
    """What a stage made of a sample."""
    with open_pdf((SAMPLES / name).read_bytes(), beside=["tags"]) as reader:
        return things_of(list(reader.pages()), stage)


#: Of each stage of a sample: role, rule and the beginning of the text of some things that are there.
SEEN: dict[Stage, list[tuple[str, str, str]]] = {
    "spans": [("bold 15", "", "Economic and Social Council"), ("plain 4.8", "", "*")],
    "tags": [
        ("....TH", "", "Subject"),
        ("....TD", "", "10.00–10.15"),
        (".Note", "", ""),
        ("sound", "", "100% of the marked text, "),
    ],
    "lines": [
        ("head", "furniture.symbol", "ECE/TRANS/WP.31/2032/1"),
        ("body", "", "(a) Amendments in force;"),
        ("footnote", "footnotes.below_rule", "Delegates are asked to register"),
    ],
    "blocks": [
        ("masthead", "blocks.space", "Working Party on Quiet Pavements"),
        ("item 2", "agenda_list.entry", "2. Election of officers."),
        ("item 3(b)", "agenda_list.lettered", "(b) Proposals of amendment"),
        ("title 3", "annotations.number_and_title", "Item 3. Agreement on Road Surfaces"),
        ("paragraph 6", "blocks.space", "The ninth session is foreseen"),
        ("timetable, table", "grids.frame", "Date Time Item Subject"),
    ],
    "tables": [
        ("table", "tables.same_edge", "2 columns"),
        ("row", "grids.frame", "row 3"),
        ("column 3", "", "3 (a)"),
    ],
    "masthead": [
        ("box", "", "ECE/TRANS/WP.31/2032/1"),
        ("dates", "masthead.dates", "Geneva, 31 March–2 April 2032"),
        ("title", "title.set_off", "Annotated provisional agenda"),
    ],
    "timetable": [
        ("column when", "", ""),
        ("time", "", "16:30-18:00"),
        ("entry", "timetable.title.border", "[6, 7] Dates of the next session and other business"),
    ],
}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_shows_its_things_with_role_and_rule(stage: Stage) -> None:
    found = [(thing.label, thing.rule, thing.text) for thing in things(GENEVA.name, stage)]
    assert SEEN[stage]
    for role, rule, text in SEEN[stage]:
        assert any(one == role and by == rule and words.startswith(text) for one, by, words in found), (
            role,
            rule,
            text,
        )


def test_all_rules_that_is_shown_is_one() -> None:
    shown = {thing.rule for stage in STAGES for thing in things(GENEVA.name, stage)} - {""}
    assert len(shown) > 10
    assert shown <= set(all_rules())


def test_a_line_has_page_box_role_rule_and_text() -> None:
    assert lines_of([Thing(2, (72.0, 90.25, 310.5, 100.0), "item 1", "1.  Opening\nof it", "agenda_list.entry")]) == (
        "  2   72.0   90.2  310.5  100.0  item 1  agenda_list.entry  1. Opening of it\n"
    )


def test_text_of_a_paper_cannot_steer_the_terminal() -> None:
    shown = lines_of([Thing(1, (0.0, 0.0, 1.0, 1.0), "text", "a\x1b[2Jb\u202ec" + "d" * 200)])
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert shown.endswith("d…\n")


def test_the_verb_prints_one_page(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["look", str(GENEVA), "--page", "3"]) == 0
    rows = capfd.readouterr().out.splitlines()
    assert len(rows) >= 2
    assert all(row.startswith("  3 ") for row in rows)


def test_nothing_to_show_is_reported(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["look", str(SAMPLES / "bonn_numbered_paragraphs.pdf"), "--stage", "timetable"]) == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert "the stage timetable has nothing to show" in err


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="no page 4: the paper has 3"):
        look(GENEVA.read_bytes(), page=4)


def test_the_verb_offers_the_stages_that_there_are() -> None:
    assert verb.STAGES == STAGES  # the verb does not import them: its help is to load quickly


def ink(picture: Image.Image, box: tuple[int, int, int, int]) -> float:
    """The share of dark pixels in a part of a picture."""
    grey = picture.crop(box).convert("L")
    return sum(grey.histogram()[:128]) / (grey.width * grey.height)


@pytest.mark.parametrize("page", [1, 2, 3])
def test_the_boxes_stand_where_the_words_are(page: int, tmp_path: Path) -> None:
    target = tmp_path / "page.png"
    assert main(["look", str(GENEVA), "--page", str(page), "--stage", "lines", "--png", str(target)]) == 0
    with Image.open(target) as picture:
        shown = picture.convert("RGB")
    found = [thing for thing in things(GENEVA.name, "lines") if thing.page == page]
    roles = list(dict.fromkeys(thing.role for thing in things(GENEVA.name, "lines")))
    assert len(found) > 10
    for thing in found:
        x0, top, x1, bottom = (round(edge * DRAW.scale) for edge in thing.bbox)
        colour = DRAW.colours[roles.index(thing.role)]
        for corner in ((x0, top), (x1, top), (x0, bottom), (x1, bottom)):
            near = {shown.getpixel((corner[0] + dx, corner[1] + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
            assert colour in near, (thing, corner)
        assert ink(shown, (x0 + 3, top + 3, x1 - 3, bottom - 3)) > 0.01, (
            thing
        )  # a foot has little at its two ends; where no words are there is none


def test_a_huge_page_is_drawn_smaller() -> None:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument.new()
    document.new_page(14_000, 7_000)
    file = io.BytesIO()
    document.save(file)
    with Image.open(io.BytesIO(look(file.getvalue(), "spans", png=True).png)) as picture:
        assert max(picture.size) <= DRAW.longest + 1
