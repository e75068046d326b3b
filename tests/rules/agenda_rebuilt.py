"""The smallest annotations without a list that need each rule of rebuilding it, and on the kinds of their texts."""

from __future__ import annotations

from extractor.structure.agenda.annotations import Annotator
from extractor.structure.agenda.kinds import block_type
from extractor.structure.agenda.model import walk
from extractor.structure.agenda.rebuilt import rebuild
from tests.rules.case import Case
from tests.structure.parts import blocks, tree

WILL = "The Committee will be invited to take note of the report of the Secretariat on the lighting of its harbours."


def rebuilt(*entries: str):
    return tree(rebuild(blocks(*entries), 10.0))


def clusters(*entries: str) -> list[str | None]:
    return [node.cluster for node in rebuild(blocks(*entries), 10.0)]


def kinds(*entries: str) -> list[str]:
    return [block_type(block, 10.0) for block in blocks(*entries)]


def texts(*entries: str) -> list[tuple[str | None, list[str]]]:
    """Each item that has text, and its text."""
    made = blocks(*entries)
    items = rebuild(made, 10.0)
    Annotator(items, 10.0).run(made)
    found = [(node.number, [block.text for _, block in node.annotation]) for node in walk(items)]
    return [(number, of) for number, of in found if of]


CASES = {
    "rebuilt.heads_items": Case(
        lambda: clusters("## 1.|Opening", WILL, "## Pillar 4: Better lamps", "## 2.|Ports", WILL, "## 3.|Docks"),
        [None, "Pillar 4: Better lamps", "Pillar 4: Better lamps"],
    ),
    "rebuilt.bold_head": Case(
        lambda: rebuilt("## 1.|Opening", WILL, "2.|**Ports** (draft plan)", WILL),
        [(0, "1", "Opening"), (0, "2", "Ports (draft plan)")],
    ),
    "rebuilt.number_in_brackets": Case(
        lambda: rebuilt("A.|Opening (item 1 of the provisional agenda)", WILL, "B.|Ports (agenda item 2)", WILL),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    "rebuilt.opens_part": Case(
        lambda: clusters("## I.|Joint segment", "## Item 1.|Opening", WILL, "## Item 2.|Ports", WILL),
        ["Joint segment", "Joint segment"],
    ),
    "rebuilt.title_below": Case(lambda: rebuilt("Item 1", "Opening", WILL), [(0, "1", "Opening")]),
    "rebuilt.remarked": Case(
        lambda: rebuilt("## 1.|Opening", WILL, "2.|Ports (for information; no document)", WILL),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    "rebuilt.several_items": Case(
        lambda: rebuilt("Item 1.|Opening", "Items 2 to 4 Ports and docks", WILL, "Item 5 (a) and (b): Lamps", WILL),
        [(0, "1", "Opening"), (0, "2", "Ports and docks"), (0, "5(a)", "Lamps")],
    ),
    "rebuilt.decimal_below": Case(
        lambda: rebuilt("## 1.|Order", "1.1|Opening", WILL, "1.2|Agenda", WILL, "## 2.|Ports", WILL),
        [(0, "1", "Order"), (1, "1.1", "Opening"), (1, "1.2", "Agenda"), (0, "2", "Ports")],
    ),
    "rebuilt.item_word": Case(lambda: rebuilt("Item 1.|Opening", WILL), [(0, "1", "Opening")]),
    "rebuilt.stands_out": Case(
        lambda: rebuilt("_ 1.|Opening", WILL, "_ 2.|Ports", WILL), [(0, "1", "Opening"), (0, "2", "Ports")]
    ),
    "rebuilt.no_item_word": Case(
        lambda: rebuilt("## Item 1.|Opening", WILL, "## 2.|Background", WILL, "## Item 2.|Ports"),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    "rebuilt.too_few": Case(lambda: rebuilt("## 1.|Introduction", WILL), []),
    "rebuilt.begins_segment": Case(
        lambda: rebuilt(
            "## I.|Joint segment", "## Item 1.|Opening", "## Item 2.|Ports", "## II.|Main segment", "## Item 1.|Docks"
        ),
        [(0, "1", "Opening"), (0, "2", "Ports"), (0, "1", "Docks")],
    ),
    "rebuilt.skips": Case(
        lambda: rebuilt("## 1.|Opening", WILL, "## 4.|Ports", WILL), [(0, "1", "Opening"), (0, "4", "Ports")]
    ),
    "rebuilt.skips_named": Case(
        lambda: rebuilt("## Item 1.|Opening", WILL, "## Item 11.|Ports"), [(0, "1", "Opening"), (0, "11", "Ports")]
    ),
    "rebuilt.again": Case(
        lambda: rebuilt("_ Opening (agenda item 1)", WILL, "_ Ports (agenda item 2)", WILL, "_ Docks (agenda item 2)"),
        [(0, "1", "Opening"), (0, "2", "Ports"), (1, None, "Docks")],
    ),
    "rebuilt.lettered_heading": Case(
        lambda: rebuilt("## Item 1.|Work", WILL, "### (a)|Ports", WILL, "### (b)|Docks"),
        [(0, "1", "Work"), (1, "1(a)", "Ports"), (1, "1(b)", "Docks")],
    ),
    "rebuilt.numeral_below": Case(
        lambda: rebuilt("## Item 1.|Work", "### (a)|Ports", "### (i)|Docks", WILL, "### (b)|Lamps"),
        [(0, "1", "Work"), (1, "1(a)", "Ports"), (2, "1(a)(i)", "Docks"), (1, "1(b)", "Lamps")],
    ),
    "rebuilt.lettered_entry": Case(
        lambda: rebuilt("## Item 1.|Work", ">(a)|Ports", WILL, ">(b)|Docks", WILL),
        [(0, "1", "Work"), (1, "1(a)", "Ports"), (1, "1(b)", "Docks")],
    ),
    "rebuilt.number_below_letter": Case(
        lambda: rebuilt("## Item 1.|Work", ">(a)|Plans", ">>1.|Chad", ">>2.|Togo", "## Item 2.|Docks"),
        [(0, "1", "Work"), (1, "1(a)", "Plans"), (2, "1(a).1", "Chad"), (2, "1(a).2", "Togo"), (0, "2", "Docks")],
    ),
    "annotations.rebuilt_from": Case(
        lambda: texts("## Item 1.|Work", ">(a)|Plans", ">>1.|Ruritania", WILL, "## Item 2.|Docks"), [("1(a).1", [WILL])]
    ),
    # ---- kinds of text ----
    "annotations.list_item": Case(lambda: kinds("(a)|Lamps;", "(ii)|Ports;"), ["list_item", "list_item"]),
    "annotations.numbered_text": Case(
        lambda: kinds("_ 3.|Review of the lamps, foghorns, buoys and other signals to ships in the harbours."),
        ["paragraph"],
    ),
    "annotations.inner_heading": Case(lambda: kinds("### Lamps", "_ Ports", "# Docks"), ["heading"] * 3),
}  # fmt: skip
