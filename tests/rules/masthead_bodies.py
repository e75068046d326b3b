"""Which rows go on with the name of a body, and which begin another."""

from __future__ import annotations

from extractor.layout.lines.model import Line
from extractor.structure.masthead.block import read_block
from extractor.structure.masthead.bodies import bodies_in
from extractor.structure.masthead.rows import without_mark
from tests.rules.case import Case
from tests.structure.masthead.pages import block, line, rows

#: As wide as the page: the names above it end before their line is full.
WIDE = line(239, (60, "Conference of the Keepers of Lights and of Buoys on the Northern and the Southern Coast"))


def below_box(*lines: Line) -> list[str]:
    return bodies_in(rows(*lines))


def beside_box(*lines: Line) -> list[str]:
    return bodies_in(rows(*lines), within_box=True)


def reported(*lines: Line) -> tuple[str, ...]:
    """The bodies of a paper whose first page is a cover."""
    return read_block([], rows(*lines), "en").bodies


CASES = {
    "bodies.lower_case": Case(
        lambda: below_box(line(215, (60, "Working Party on Lights")), line(233, (60, "and buoys"))),
        ["Working Party on Lights and buoys"],
    ),
    "bodies.inner_word": Case(
        lambda: below_box(line(215, (60, "COMMISSION ON LIGHTS")), line(233, (60, "OF THE COAST"))),
        ["COMMISSION ON LIGHTS OF THE COAST"],
    ),
    "bodies.open_end": Case(
        lambda: below_box(*block("Working Group of the", "Committee on Lights")),
        ["Working Group of the Committee on Lights"],
    ),
    "bodies.organ_apart": Case(
        lambda: beside_box(line(60, (60, "Board on Lights", 16)), line(110, (60, "Board on Buoys", 16))),
        ["Board on Lights", "Board on Buoys"],
    ),
    "bodies.organ_type": Case(
        lambda: beside_box(line(60, (60, "Harbour Agency", 9)), line(76, (60, "Executive Board", 20))),
        ["Harbour Agency", "Executive Board"],
    ),
    "bodies.organ_weight": Case(
        lambda: beside_box(line(60, (60, "Harbour Agency", 10, True)), line(72, (60, "Committee on Lights", 10))),
        ["Harbour Agency", "Committee on Lights"],
    ),
    "bodies.known_name": Case(
        lambda: beside_box(line(60, (60, "General Assembly", 16)), line(78, (60, "Security Council", 16))),
        ["General Assembly", "Security Council"],
    ),
    "bodies.new_paragraph": Case(
        lambda: below_box(line(215, (60, "Keepers of Lights")), line(235, (60, "Keepers of Buoys"))),
        ["Keepers of Lights", "Keepers of Buoys"],
    ),
    "bodies.new_start": Case(
        lambda: below_box(*block("Harbour Convention on Waste Waters", "Conference of the Parties")),
        ["Harbour Convention on Waste Waters", "Conference of the Parties"],
    ),
    "bodies.short_line": Case(
        lambda: below_box(*block("Harbour Board", "Lights Council"), WIDE)[:2], ["Harbour Board", "Lights Council"]
    ),
    "masthead.organ_of_records": Case(
        lambda: reported(
            line(200, (60, "Commission on Lights", 16, True)),
            line(225, (60, "Report on the ninth session", 14, True)),
            line(250, (60, "(2–6 June 2031)", 12)),
            line(300, (60, "Council of Harbours")),
            line(315, (60, "Official Records, 2031")),
        ),
        ("Council of Harbours", "Commission on Lights"),
    ),
    "masthead.mark_behind_organ": Case(
        lambda: without_mark.applies(rows(line(60, (60, "Conference on Lights Distr.: General")))[0]).text,
        "Conference on Lights",
    ),
    "masthead.session_around": Case(
        lambda: reported(
            line(200, (60, "12th Steering Committee Meeting", 14, True)),
            line(225, (60, "Lisbon, 2 June 2031")),
            line(250, (60, "Draft agenda", 12, True)),
        ),
        ("Steering Committee",),
    ),
    "masthead.body_reported": Case(
        lambda: reported(
            line(200, (60, "Minutes of the ninth meeting of the Board of Keepers", 14, True)),
            line(225, (60, "Lisbon, 2 June 2031")),
        ),
        ("Board of Keepers",),
    ),
}
