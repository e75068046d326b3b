"""Rules of blocks: where one begins, what a label at the head of a line means, what goes on over a page."""

from __future__ import annotations

from extractor.layout.blocks.metrics import measure
from extractor.layout.blocks.model import make_block
from extractor.layout.blocks.split import paragraphs
from extractor.layout.lines.model import Line
from extractor.layout.lines.rows import lines_of
from extractor.reading.page import Span
from tests.layout.pages import FULL, LONG, blocks, lines, page, paragraph, span
from tests.rules.case import Case

#: A line that ends before the text's right edge, without a stop.
SHORT = "Opening of the session"


def counts(*spans: Span, more: tuple[list[Span], ...] = ()) -> list[int]:
    """How many lines each block has."""
    return [len(block.lines) for block in blocks(*spans, more=more)]


def over(*spans: Span) -> list[int]:
    """... of a page that ends in one line and the page whose first line is the other, both with text around them."""
    above, below = spans
    return counts(*paragraph(500), *paragraph(560), above, more=([below, *paragraph(160)],))


def text(*rows: str, x0: float = 124, top: float = 100, bold: bool = False, italic: bool = False) -> list[Span]:
    """Lines set close from `top` on."""
    return [span(row, x0, top + 12 * n, bold=bold, italic=italic) for n, row in enumerate(rows)]


def below_text(*spans: Span) -> list[int]:
    """... below a paragraph that shows where the text ends."""
    return counts(*paragraph(50), *spans)[1:]


def columns() -> list[int]:
    """Two columns of a table, read one after the other."""
    left, right = (
        lines(*((100 + 12 * n, LONG.lower()) for n in range(rows)), x0=x0) for rows, x0 in ((3, 124), (2, 324))
    )
    found: list[Line] = [*left, *right]
    return [len(block.lines) for block in paragraphs(found, measure(found))]


def mixed() -> list[int]:
    """Rows of two columns, of which the second is set in smaller type."""
    rows = [
        *text("Harbours", "of the isles"),
        span("open to all ships of the islands", 200, 100),
        span("in spring, summer and autumn, by day and at night, but not in fog", 200, 112, 8.5),
    ]
    return [len(block.lines) for block in blocks(*rows)]


def hours() -> list[list[Line]]:
    """A line that goes on with an hour."""
    return [lines((100, "10.00 hours of that day"))]


def run_in() -> list[int]:
    """A bold title of two lines that runs on into its text."""
    title = span("Islands of the north.", 124, 112, bold=True)
    return below_text(
        *text(LONG, bold=True), title, span("The Committee will have before it a report.", title.x1 + 3, 112)
    )


HUNG = "Work of the group: (a) preparation of the review; (b) follow-up to the review; and"

CASES = {
    # the line above is full, so that nothing else tells the heading from a word of the paragraph
    "blocks.documentation": Case(
        lambda: below_text(*text(LONG, f"{FULL[:-1]}.", "Documents", "Report on lights (A/99/1)")), [2, 1, 1]
    ),
    "blocks.label_below_numbered": Case(
        lambda: below_text(*text(f"2. {LONG}"[:76], "(a) Lights of the coast", bold=True)), [1, 1]
    ),
    "blocks.space": Case(lambda: counts(*paragraph(100), *paragraph(142)), [3, 3]),
    "blocks.column": Case(columns, [3, 2]),
    "blocks.size": Case(
        lambda: counts(span(f"Matters {LONG[:54]}", 124, 100, 12), *paragraph(112)),
        [1, 3],
    ),
    "blocks.mixed_sizes": Case(mixed, [2]),
    "blocks.label_weight": Case(
        lambda: below_text(*text(LONG, bold=True), span("(a) The first report", 124, 112)), [1, 1]
    ),
    "blocks.italics": Case(lambda: counts(*text(LONG, FULL), *text(LONG, top=124, italic=True)), [2, 1]),
    "blocks.weight": Case(lambda: counts(*paragraph(100), *text(LONG, top=136, bold=True)), [3, 1]),
    "blocks.runs_on": Case(lambda: below_text(*text(LONG, bold=True), span("(resolution 12)", 124, 112)), [2]),
    "blocks.run_in": Case(run_in, [2]),
    "blocks.leader": Case(
        lambda: below_text(*text(f"Opening {'.' * 66} 3", f"Closing {'.' * 66} 4")),
        [1, 1],
    ),
    "blocks.code": Case(
        lambda: below_text(
            span("2.", 124, 100), span(LONG, 148, 100), span("set down", 148, 112), span("EB199/3", 148, 124)
        ),
        [2, 1],
    ),
    "blocks.code_below_full": Case(
        lambda: below_text(span("2.", 124, 100), span(f"{LONG[:66]} EB199/1", 148, 100), span("EB199/3", 148, 112)),
        [1, 1],
    ),
    "blocks.ended_entry": Case(
        lambda: below_text(
            span("(a)", 124, 100),
            span("Priority theme for keepers of lamps;", 148, 100),
            span("Documentation", 148, 112),
        ),
        [1, 1],
    ),
    "blocks.short_entry": Case(
        lambda: below_text(span("2.", 124, 100), span("Lamps", 148, 100), span("Lunch", 148, 112)), [1, 1]
    ),
    "blocks.note_below_entry": Case(
        lambda: below_text(span("2.", 124, 100), span("Lamps", 148, 100), span("[Item 2 is new.]", 124, 112)), [1, 1]
    ),
    "blocks.open_note": Case(lambda: below_text(*text("[Items 2 and 3 will be considered by the", "Bureau.]")), [2]),
    "blocks.left_of_label": Case(
        lambda: below_text(span("2.", 124, 100), span("Lamps", 148, 100), span("Afternoon", 119, 112)), [1, 1]
    ),
    "blocks.set_out": Case(lambda: below_text(span("Document EB199/8", 148, 100), span("Afternoon", 100, 112)), [1, 1]),
    "blocks.paragraph_column": Case(
        lambda: (
            make_block(
                [
                    *lines_of(
                        page([span("2.", 124, 100), span("Report of the master", 148, 100), span("6–10", 420, 100)])
                    ),
                    *lines_of(page([span("of the harbour " + "." * 60, 148, 112)])),
                ]
            ).body
        ),
        "Report of the master of the harbour",
    ),
    "blocks.signs": Case(
        lambda: below_text(span("2.", 124, 100), span("Lamps", 148, 100), span("* * *", 220, 112)), [1, 1]
    ),
    "blocks.sentence": Case(lambda: below_text(*text(LONG, "in the annex.", LONG)), [2, 1]),
    "blocks.short_line": Case(lambda: below_text(*text(SHORT, LONG, LONG)), [1, 2]),
    "blocks.first_indent": Case(lambda: counts(*text(LONG, LONG, FULL), span(LONG, 144, 136)), [3, 1]),
    "blocks.outdent": Case(lambda: counts(*text(LONG, FULL, x0=148), *text(LONG, top=124)), [2, 1]),
    "blocks.label_in_a_symbol": Case(
        lambda: below_text(*text(f"{LONG[:62]} (A/CONF.99/PM.", "1) was seen by the Committee in May.")), [2]
    ),
    "blocks.label_in_a_cell": Case(
        lambda: below_text(*text(LONG), span("2.", 124, 112), span("Other matters", 148, 112)), [1, 1]
    ),
    "blocks.label_bullet": Case(lambda: below_text(*text(LONG, "• lights of the coast")), [1, 1]),
    "blocks.label_initial": Case(
        lambda: below_text(*text(LONG), span("A. Lake, the keeper of the lights, will open", 136, 112)), [2]
    ),
    "blocks.label_sibling": Case(lambda: below_text(*text(f"1. {LONG}"[:76], "2. Other matters")), [1, 1]),
    "blocks.label_below_entry": Case(lambda: below_text(*text("4. Lights", "(a) Lamps", "5. Bells")), [1, 1, 1]),
    "blocks.label_next": Case(
        lambda: below_text(*text(f"Item 2: {LONG}"[:76], "and the coast", "Item 3: Other matters")), [2, 1]
    ),
    "blocks.label_in_a_title": Case(
        lambda: below_text(
            span("2.", 124, 100, bold=True),
            span(HUNG, 148, 100, bold=True),
            span("(c) other matters", 148, 112, bold=True),
        ),
        [2],
    ),
    "blocks.label_edge": Case(lambda: below_text(*text(LONG), span("(a) Lights of the coast", 148, 112)), [1, 1]),
    "blocks.label_below_heading": Case(lambda: below_text(*text("Annotations", "1. Opening of the session")), [1, 1]),
    "blocks.set_in": Case(
        lambda: below_text(
            *text("1. Election of officers"), *text("The Committee will elect a Chair", x0=154, top=112)
        ),
        [1, 1],
    ),
    "blocks.note_at_right": Case(
        lambda: below_text(*text("Closing of the session"), span("[Annex follows]", 400, 112)), [1, 1]
    ),
    "blocks.label_below_bold": Case(
        lambda: below_text(*text(f"Pillar 1: {LONG[:50]}", "2. Oral health", bold=True)), [1, 1]
    ),
    "blocks.label_below_title": Case(
        lambda: below_text(*text(f"3. {LONG[:60]} lights and", "quays", "a) Lamps", bold=True)), [2, 1]
    ),
    "blocks.label_in_a_sentence": Case(
        lambda: below_text(*text(f"{LONG[:60]} lights; quays;", "(c) bells")),
        [2],
    ),
    "blocks.label_after_stop": Case(lambda: below_text(*text(FULL, "3. Other matters")), [1, 1]),
    "blocks.label_after_bracket": Case(
        lambda: below_text(*text(LONG, "the lights of the coast (see A/99/1)", "3. Other matters")), [2, 1]
    ),
    "blocks.zero_label": Case(lambda: below_text(*text(FULL, "03 Harbours of the north")), [1, 1]),
    "blocks.hour_label": Case(lambda: [make_block(text_lines).label for text_lines in hours()], [None]),
    "blocks.bare_label": Case(lambda: below_text(*text(FULL, "12 members will attend it")), [2]),
    "blocks.page_face": Case(lambda: over(*text(LONG, top=596), span(LONG, 124, 100, bold=True)), [3, 4, 1, 3]),
    "blocks.page_leader": Case(
        lambda: over(*text(f"Opening {'.' * 66} 3", top=620), span("Other matters", 124, 100)), [3, 3, 1, 1, 3]
    ),
    "blocks.page_label_in_a_cell": Case(
        lambda: over(*text(LONG, top=596), span("• lights of the coast", 124, 100)), [3, 4, 1, 3]
    ),
    "blocks.page_lower_case": Case(
        lambda: over(*text("to be held at", top=596), span("the harbour of the island", 124, 100)), [3, 5, 3]
    ),
    "blocks.page_after_stop": Case(
        lambda: over(*text(FULL, top=596), span("The Bureau meets", 124, 100)), [3, 4, 1, 3]
    ),
    "blocks.page_label": Case(lambda: over(*text(LONG, top=596), span("3. Other matters", 124, 100)), [3, 4, 1, 3]),
    "blocks.page_full_line": Case(lambda: over(*text(LONG, top=596), span("Bureau", 124, 100)), [3, 5, 3]),
}
