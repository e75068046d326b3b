"""The smallest paper that needs each rule of `extractor.structure.recognise`, its families and its kinds."""

from __future__ import annotations

from extractor.layout.arrange import arrange
from extractor.layout.blocks.model import Block, make_block
from extractor.layout.lines.rows import lines_of
from extractor.reading.page import Span
from extractor.structure.agenda.model import walk
from extractor.structure.agenda.slots import items_of_slots
from extractor.structure.passages import own_number
from extractor.structure.recognise import Recognised
from extractor.structure.several import second_paper
from tests.layout.pages import page, span
from tests.rules.case import Case
from tests.structure.test_recognise import head, paper

WILL = "The Board will be invited to take note of the report on the lighting of its harbours."


def listed(top: float, *titles: str, bold: bool = False) -> list[Span]:
    """A numbered list from this height on."""
    spans: list[Span] = []
    for at, title in enumerate(titles):
        spans += [span(f"{at + 1}.", 124, top + 16 * at, bold=bold), span(title, 148, top + 16 * at, bold=bold)]
    return spans


def annotations(top: float, *titles: str) -> list[Span]:
    """Numbered headings in bold, each over a sentence."""
    spans: list[Span] = []
    for at, title in enumerate(titles):
        y = top + 46 * at
        spans += [span(f"{at + 1}.", 124, y, bold=True), span(title, 148, y, bold=True), span(WILL, 124, y + 18)]
    return spans


TITLES = ("Opening of the session", "Lighting of harbours", "Other matters")
LIST = [span("List of items", 124, 210, 12, bold=True), *listed(230, *[f"{title}." for title in TITLES])]


def numbers(found: Recognised) -> list[tuple[str | None, str, int]]:
    """Number, title and count of annotation blocks of each item."""
    return [(node.number, node.title, len(node.annotation)) for node in walk(found.items)]


def papers(found: Recognised) -> list[tuple[str | None, list[str], str | None]]:
    return [(one.title, one.symbols, number) for one, number in found.documents]


ALL = [("1", TITLES[0], 0), ("2", TITLES[1], 0), ("3", TITLES[2], 0)]
ALONE = [("1", TITLES[0], 1), ("2", TITLES[1], 1), ("3", TITLES[2], 1)]
ANNOTATIONS = [*head("Annotations to the provisional agenda"), *annotations(220, *TITLES)]
DAYS = [
    span("Organization of work", 124, 200, 12, bold=True),
    span("Monday, 23 January", 60, 224), span("10 a.m.–1 p.m.", 200, 224), span("Opening of the session", 320, 224),
    span("3–6 p.m.", 200, 240), span("Lighting of harbours", 320, 240),
    span("Tuesday, 24 January", 60, 256), span("10 a.m.–1 p.m.", 200, 256), span("Dredging of harbours", 320, 256),
    span("3–6 p.m.", 200, 272), span("Closure of the session", 320, 272),
]  # fmt: skip


def annexed() -> list[Span]:
    rows = [("Document number", "Language", "Title"), ("DP/2031/3", "English", "Report on lights"),
            ("DP/2031/4", "French", "Note by the pilots")]  # fmt: skip
    spans = [span("Annex", 60, 80, 12, bold=True), span("List of documents", 124, 100, 14, bold=True)]
    for at, row in enumerate(rows):
        spans += [span(text, x0, 130 + 18 * at) for text, x0 in zip(row, (124, 250, 300), strict=True)]
    return spans


def slots_in_lines() -> list[Block]:
    """Lines of hour, numbered title and speaker that make no table."""
    lines = lines_of(
        page(
            [
                span("9.00", 62, 220), span("1. Opening of the session", 200, 220), span("Ms. Berg", 420, 220),
                span("9.30", 62, 240), span("2. Lighting of", 200, 240), span("Mr. Dahl", 420, 240),
                span("harbours", 200, 252),
            ]
        )
    )  # fmt: skip
    return [make_block(lines)]


AGENDA = [*head("Annotated provisional agenda"), *LIST, span("Annotations", 124, 290, 12, bold=True)]


def second() -> int | None:
    """The page on which the second of two papers begins."""
    made = arrange([page(head("Provisional agenda"), 1), page(listed(200, *TITLES), 2), page(head("Other agenda"), 3)])
    return second_paper.applies(made.sheets)


#: A letter in English, and its annex in French.
LETTER = [
    *(one for one in head("Letter from the President") if one.text != "Original: English"),
    span("English", 400, 86), span("Original: French", 400, 98),
    *(span("Le Fonds rappelle que les ports de la région sont dans une situation difficile.", 124, 220 + 14 * at)
      for at in range(8)),
]  # fmt: skip

CASES: dict[str, Case] = {
    "passages.own_number": Case(
        lambda: [own_number.applies(text) for text in ("2033/231. Lamps", "86/128. Lamps", "86/401. Lamps")],
        ["decision", "resolution", "decision"],
    ),
    "recognise.language_line": Case(lambda: paper(LETTER).language, "en"),
    "recognise.second_paper": Case(second, 3),
    "recognise.list": Case(lambda: numbers(paper([*head("Provisional agenda"), *listed(220, *TITLES)])), ALL),
    "recognise.agenda_heading": Case(lambda: numbers(paper([*head("Organizational matters"), *LIST])), ALL),
    "recognise.annotations_alone": Case(lambda: numbers(paper(ANNOTATIONS)), ALONE),
    "recognise.more_headings": Case(lambda: numbers(paper(ANNOTATIONS)), ALONE),
    "recognise.annex": Case(
        lambda: numbers(
            paper(
                [*AGENDA, *annotations(312, *TITLES)],
                [span("Annex", 60, 80, 14, bold=True), span("The harbours of the region are listed below.", 124, 104)],
            )
        ),
        ALONE,
    ),
    "recognise.status_of_documents": Case(
        lambda: papers(
            paper(
                [
                    *head("Organization of work"), span("Status of documentation", 124, 204, 12, bold=True),
                    span("Item 24", 60, 228, bold=True), span("Lighting of harbours", 60, 244, bold=True),
                    span("Documents:", 124, 260), span("Report on lights (A/99/12)", 124, 276),
                    span("Item 61", 60, 300, bold=True), span("Dredging of harbours", 60, 316, bold=True),
                    span("Documents:", 124, 332), span("Report on dredgers (A/99/13)", 124, 348),
                ]
            )
        ),
        [("Report on lights", ["A/99/12"], "24"), ("Report on dredgers", ["A/99/13"], "61")],
    ),
    "recognise.annexed_documents": Case(
        lambda: papers(paper([*AGENDA, *annotations(312, *TITLES)], annexed())),
        [("Report on lights", ["DP/2031/3"], None), ("Note by the pilots", ["DP/2031/4"], None)],
    ),
    "recognise.table_of_items": Case(
        lambda: papers(
            paper(
                [
                    *head("Provisional agenda"), *listed(220, *TITLES),
                    span("DP/2031/3", 440, 220), span("DP/2031/4", 440, 236), span("DP/2031/5", 440, 252),
                ]
            )
        ),
        [(None, ["DP/2031/3"], "1"), (None, ["DP/2031/4"], "2"), (None, ["DP/2031/5"], "3")],
    ),
    "recognise.companion": Case(
        lambda: papers(paper([*head("List of documents"), span("Report of the harbour master (DP/2031/3)", 124, 220)])),
        [("Report of the harbour master", ["DP/2031/3"], None)],
    ),
    "recognise.documents_under_heading": Case(
        lambda: papers(
            paper(
                [
                    *head("List of documents"), span("Report of the harbour master (DP/2031/3)", 124, 220),
                    span("Documents", 124, 246, bold=True), span("Note by the pilots", 124, 272),
                ]
            )
        ),
        [("Report of the harbour master", ["DP/2031/3"], None), ("Note by the pilots", [], None)],
    ),
    "recognise.numbered_slots": Case(
        lambda: numbers(
            paper(
                [
                    *head("Provisional agenda"),
                    span("Monday, 23 January 2032", 62, 200, bold=True),
                    span("9.00–9.30", 62, 220), span("1. Opening of the session", 200, 220),
                    span("9.30–11.00", 62, 240), span("2. Lighting of harbours", 200, 240),
                    span("11.00–12.30", 62, 260), span("3. Other matters", 200, 260),
                ]
            )
        ),
        ALL,
    ),
    "agenda_slots.parts": Case(
        lambda: numbers(
            paper(
                [
                    *head("Provisional agenda"),
                    span("Monday, 23 January 2032", 62, 200, bold=True),
                    span("9.00–9.30", 62, 220), span("1. Opening of the session", 200, 220),
                    span("9.30–11.00", 62, 240), span("2. Lighting of harbours", 200, 240),
                    span("2.1 Lamps of the north", 200, 252),
                    span("11.00–12.30", 62, 272), span("3. Other matters", 200, 272),
                ]
            )
        ),
        [ALL[0], ALL[1], ("2.1", "Lamps of the north", 0), ALL[2]],
    ),
    "agenda_slots.lines": Case(
        lambda: [(node.number, node.title) for node in items_of_slots(slots_in_lines())],
        [("1", "Opening of the session"), ("2", "Lighting of harbours")],
    ),
    "agenda_slots.rows": Case(
        lambda: numbers(
            paper(
                [
                    *head("Provisional agenda"),
                    span("Monday, 23 January 2032", 62, 200, bold=True),
                    span("Time", 62, 220, bold=True), span("Item", 150, 220, bold=True),
                    span("Subject", 200, 220, bold=True),
                    span("9.00–9.30", 62, 240), span("1", 150, 240), span("Opening of the session", 200, 240),
                    span("9.30–11.00", 62, 260), span("2", 150, 260), span("Lighting of harbours", 200, 260),
                    span("11.00–12.30", 62, 280), span("3", 150, 280), span("Other matters", 200, 280),
                ]
            )
        ),
        [ALL[0], ALL[1], ALL[2]],
    ),
    "recognise.timetable_list": Case(
        lambda: numbers(
            paper(
                [
                    *head("Provisional agenda and timetable"),
                    span("Timetable", 124, 200, 12, bold=True),
                    span("Agenda item", 62, 220, italic=True), span("Proposed dates", 276, 220, italic=True),
                    span("1. Opening of the session.", 62, 240), span("Monday, 23 January, 10 a.m.", 276, 240),
                    span("2. Lighting of harbours.", 62, 256), span("Tuesday, 24 January, 10 a.m.", 276, 256),
                    span("3. Other matters.", 62, 272), span("Wednesday, 25 January, 10 a.m.", 276, 272),
                ]
            )
        ),
        ALL,
    ),
    "recognise.mostly_timetable": Case(lambda: paper([*head("Harbours"), *DAYS]).kind, "organization_of_work"),
    "recognise.opening_in_timetable": Case(
        lambda: str(paper([*head("Organization of work"), *DAYS]).meetings[0].opens_at), "2031-01-23 10:00:00-05:00"
    ),
    "recognise.others_meetings": Case(
        lambda: [
            meeting.opens_at
            for meeting in paper(
                [
                    *head("Letter from the harbour master"),
                    span("The first regular session of the Board will open on 23 January 2031 at 10 a.m.", 124, 220),
                ]
            ).meetings
        ],
        [None],
    ),
    "kinds.annotations": Case(lambda: paper(ANNOTATIONS).kind, "annotations"),
    "kinds.speaks_of_agenda": Case(
        lambda: paper([*head("Report on the provisional agenda"), *LIST]).kind, "other"
    ),
    "kinds.agenda_of_hours": Case(lambda: paper([*head("Agenda"), *DAYS]).kind, "agenda"),
    "kinds.allocation": Case(
        lambda: numbers(
            paper(
                [
                    *head("Allocation of agenda items to the Harbour Committee", "A/C.9/86/1"),
                    span("I have the honour to inform you that the Assembly allocated the following items:", 124, 210),
                    span("92.", 124, 230), span("Reduction of harbour dues.", 148, 230),
                    span("94.", 124, 246), span("Prevention of collisions.", 148, 246),
                ]
            )
        ),
        [("92", "Reduction of harbour dues", 0), ("94", "Prevention of collisions", 0)],
    ),
}  # fmt: skip
