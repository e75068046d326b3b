"""The smallest annotations that need each rule on headings and on titles that run on into their text."""

from __future__ import annotations

from extractor.layout.blocks.model import make_block
from extractor.layout.lines.rows import lines_of
from extractor.structure.agenda.annotations import Annotator, documents_in_paragraph, purpose_below_heading
from extractor.structure.agenda.list import choose_list, find_lists
from extractor.structure.agenda.model import walk
from tests.layout.pages import page, span
from tests.rules.case import Case
from tests.structure.parts import blocks

WILL = "The Committee will be invited to take note of the report of the Secretariat on the lighting of its harbours."
MAY = "It may wish to recall that the matter was discussed at its previous session, held in the harbour in 2030."
LIST = (
    "# Provisional agenda",
    "1.|Opening of the session.",
    "2.|Lighting of harbours and rivers.",
    "3.|Other matters.",
)
LETTERED = ("# Provisional agenda", "1.|Organization:", ">(a)|Election of officers;", ">(b)|Adoption of the agenda.")


def annotated(*entries: str) -> list[tuple[str, list[str]]]:
    """Each item that has text, and its text."""
    made = blocks(*entries)
    found = choose_list(find_lists(made, True), True)
    assert found is not None
    Annotator(found.items, 10.0).run(made[found.end :])
    texts = [(node.number or node.title, [block.text for _, block in node.annotation]) for node in walk(found.items)]
    return [(name, of) for name, of in texts if of]


def papers(*entries: str) -> list[tuple[str | None, list[str]]]:
    """The papers of the items and the text that belongs to none."""
    made = blocks(*entries)
    found = choose_list(find_lists(made, True), True)
    assert found is not None
    done = Annotator(found.items, 10.0).run(made[found.end :])
    listed = [(node.number, one.symbols) for node in walk(found.items) for one in node.documents]
    return [*listed, (None, [block.text for block in done.left])]


def behind() -> list[tuple[str, list[str]]]:
    """The text of the items where the last block stands behind a timetable."""
    made = blocks(*LIST, "# Annotations", "## 3.|Other matters", WILL, MAY)
    found = choose_list(find_lists(made, True), True)
    assert found is not None
    Annotator(found.items, 10.0, {made[-1]}).run(made[found.end :])
    return [(node.number or "", [block.text for _, block in node.annotation]) for node in found.items[2:]]


def papers_in_paragraph() -> list[str]:
    """A paragraph, and the papers that a line set close below it names."""
    texts = ("Notifications were received from two parties.", "Documents: E/CN.7/1987/7")
    lines = lines_of(page([span(text, 124, 100 + 12 * at) for at, text in enumerate(texts)]))
    parted = documents_in_paragraph.applies(make_block(lines))
    return [parted.title.text, parted.text.text] if parted else []


def purpose_close() -> list[str]:
    """A heading, and the purpose set close below it in its type."""
    texts = ("2. Adoption of the agenda", "For decision (A/99/2)")
    lines = lines_of(page([span(text, 124, 100 + 12 * at, bold=True) for at, text in enumerate(texts)]))
    parted = purpose_below_heading.applies(make_block(lines))
    return [parted.title.text, parted.text.text] if parted else []


CASES = {
    "annotations.purpose_below_heading": Case(
        purpose_close, ["2. Adoption of the agenda", "For decision (A/99/2)"]
    ),
    "annotations.label_in_item": Case(
        lambda: annotated(
            *LIST, "# Annotations", "## 1.|Opening of the session", "_ Annotation", WILL,
            "## 2.|Lighting of harbours and rivers", "_ Documentation", "Report (A/99/5)", "_ Annotation", MAY,
        ),
        [("1", [WILL]), ("2", ["Documentation", "Report (A/99/5)", "Annotation", MAY])],
    ),
    "annotations.heading_over_item": Case(
        lambda: annotated(
            *LIST, "# Annotations", "## 1.|Opening of the session", WILL, "### Pillar 4: Better lamps",
            "## 2.|Lighting of harbours and rivers", MAY,
        ),
        [("1", [WILL]), ("2", [MAY])],
    ),
    "annotations.documents_in_paragraph": Case(
        papers_in_paragraph, ["Notifications were received from two parties.", "Documents: E/CN.7/1987/7"]
    ),
    "annotations.cluster_heading": Case(
        lambda: annotated(
            "# Provisional agenda", "_ Joint segment", "1.|Opening of the session.", "_ General segment",
            "2.|Other matters.", "# Annotations", "## 1.|Opening of the session", WILL, "_ General segment", MAY,
        ),
        [("1", [WILL])],
    ),
    "annotations.end_sign": Case(
        lambda: annotated(*LIST, "# Annotations", "## 1.|Opening of the session", WILL, "- - - - -"), [("1", [WILL])]
    ),
    "annotations.ends_item": Case(
        lambda: annotated(*LIST, "# Annotations", "## 1.|Opening of the session", WILL, "## Closing", MAY),
        [("1", [WILL])],
    ),
    "annotations.next_part": Case(
        lambda: annotated(*LIST, "# II. Annotations", "## 1.|Opening of the session", WILL, "# III. Lamps", MAY),
        [("1", [WILL])],
    ),
    "annotations.documents_of_item": Case(
        lambda: annotated(*LIST, "# Annotations", "## 1.|Opening of the session", WILL, "# Documents", "Lamp (A/9/5)"),
        [("1", [WILL, "Documents", "Lamp (A/9/5)"])],
    ),
    "annotations.behind_timetable": Case(behind, [("3", [WILL])]),
    "annotations.codes_of_item": Case(
        lambda: papers(*LIST, "# Annotations", "Item 2|A/99/5 and Add.1"),
        [("2", ["A/99/5", "A/99/5/Add.1"]), (None, [])],
    ),
    "annotations.by_numbers": Case(
        lambda: annotated(*LIST, "# Annotations", f"1.|{WILL}", MAY, f"2.|{MAY}", f"3.|{WILL}"),
        [("1", [f"1. {WILL}", MAY]), ("2", [f"2. {MAY}"]), ("3", [f"3. {WILL}"])],
    ),
    "annotations.next_segment": Case(
        lambda: annotated(
            "# Provisional agenda", "_ Joint segment", "1.|Opening of the session.", "_ General segment",
            "1.|Opening of the session.", "# Annotations", "## 1.|Opening of the session", WILL,
            "## 1.|Opening of the session", MAY,
        ),
        [("1", [WILL]), ("1", [MAY])],
    ),
    "annotations.title_below": Case(
        lambda: annotated(*LIST, "# Annotations", "## Item 2", "## Lights", WILL), [("2", [WILL])]
    ),
    "annotations.in_two_blocks": Case(
        lambda: annotated(*LIST, "# Annotations", "## 2.|Lighting of harbours", "## and rivers", WILL), [("2", [WILL])]
    ),
    "annotations.number_and_title": Case(
        lambda: annotated(*LIST, "# Annotations", "2.|Lighting of harbours and rivers", WILL), [("2", [WILL])]
    ),
    "annotations.item_word": Case(lambda: annotated(*LIST, "# Annotations", "Item 2.|Lamps", WILL), [("2", [WILL])]),
    "annotations.number_and_type": Case(
        lambda: annotated(*LIST, "# Annotations", "## 1.|Opening of the session", WILL, "## 2.|Lamps", MAY),
        [("1", [WILL]), ("2", [MAY])],
    ),
    "annotations.letter_and_title": Case(
        lambda: annotated(*LETTERED, "# Annotations", "## 1.|Organization", "(a)|Election of officers", WILL),
        [("1(a)", [WILL])],
    ),
    "annotations.letter_and_type": Case(
        lambda: annotated(*LETTERED, "# Annotations", "## 1.|Organization", "### (a)|Bureau", WILL), [("1(a)", [WILL])]
    ),
    "annotations.number_in_brackets": Case(
        lambda: annotated(*LIST, "# Annotations", "_ B. Lamps (item 2 of the provisional agenda)", WILL),
        [("2", [WILL])],
    ),
    "annotations.title_alone": Case(
        lambda: annotated(*LIST, "# Annotations", "### Lighting of harbours and rivers", WILL), [("2", [WILL])]
    ),
    "annotations.run_in_type": Case(
        lambda: annotated(*LIST, "# Annotations", f"**Item 2. Lamps.** {WILL}"), [("2", [WILL])]
    ),
    "annotations.run_in_stop": Case(
        lambda: annotated(*LIST, "# Annotations", f"2.|Lighting of harbours and rivers. {WILL}"), [("2", [WILL])]
    ),
    "annotations.run_in_words": Case(
        lambda: annotated(*LIST, "# Annotations", f"Lighting of harbours and rivers. {WILL}"), [("2", [WILL])]
    ),
}  # fmt: skip
