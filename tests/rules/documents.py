"""The smallest list, table or entry that needs each rule of `extractor.structure.documents`."""

from __future__ import annotations

from collections.abc import Callable

from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.metrics import measure
from extractor.layout.blocks.model import Block
from extractor.layout.lines.rows import lines_of
from extractor.layout.tables.model import Table
from extractor.structure.agenda.kinds import block_type
from extractor.structure.documents.entry import Remarked, entry, parts_of_title, split_codes
from extractor.structure.documents.none_foreseen import foresees_none
from extractor.structure.documents.separate import separate
from extractor.structure.documents.tables import from_table, merge, rows_of_documents
from tests.layout.pages import page, span
from tests.rules.case import Case
from tests.structure.parts import blocks

HEAD = "### Documentation"
PROSE = "The Committee will consider the progress made in the lighting of the harbours since it met for the last time."
#: Papers whose lines make one block.
SET_CLOSE = (
    "Report on the lights and the bells of the northern harbours, 2033 (A/99/12)",
    "Proposed programme of work of the pilots and of the keepers of the lights (A/99/13)",
)
Found = tuple[list[str], list[tuple[str | None, list[str]]], bool]


def parted(made: list[Block]) -> Found:
    """What stays annotation, the documents taken out of it, and whether none is foreseen."""
    found = separate([(block_type(block, 10.0), block) for block in made])
    titles = [(one.title, one.symbols) for one in found.documents]
    return [block.text for _, block in found.annotation], titles, found.none_foreseen


def of(*entries: str) -> Callable[[], Found]:
    return lambda: parted(blocks(*entries))


def close(*rows: str) -> Callable[[], Found]:
    """A heading and lines set close below it: one block."""
    spans = [span("Documentation", 124, 100, bold=True)]
    spans += [span(row, 124, 130 + 12 * at) for at, row in enumerate(rows)]
    lines = lines_of(page(spans))
    return lambda: parted(blocks_of(lines, {}, measure(lines)))


def table(*rows: tuple[str, ...], edges: tuple[int, ...] = (124, 260, 400)) -> Block:
    """A table of these rows; an empty text is an empty cell."""
    spans = [
        span(text, x0, 100 + 20 * at)
        for at, row in enumerate(rows)
        for text, x0 in zip(row, edges, strict=False)
        if text
    ]
    lines = lines_of(page(spans))
    (block,) = blocks_of(lines, {}, measure(lines))
    return block


def grid(*rows: tuple[str, ...], edges: tuple[int, ...] = (124, 260, 400)) -> Table:
    found = table(*rows, edges=edges).table
    assert found is not None
    return found


def listed(made: Table) -> list[tuple[str | None, list[str]]]:
    return [(one.title, one.symbols) for one in from_table(made)]


def read(text: str) -> tuple[str | None, list[str]] | None:
    one = entry(text, ())
    return (one.title, one.symbols) if one else None


def heads() -> Block:
    """The heads of two columns as a block of their own."""
    lines = lines_of(page([span("Document title", 124, 100), span("Document symbol", 360, 100)]))
    (block,) = blocks_of(lines, {}, measure(lines))
    return block


def unchanged(text: str) -> list[tuple[str | None, list[str]]]:
    first = entry(text, ())
    assert first is not None
    return [(one.title, one.symbols) for one in merge([first, first])]


STATES = ("State party", "Report", "List of issues")

CONSIDERED = (
    ("Agenda item", "Dates", "Documentation"),
    ("Item 1. Lamps", "24 June", "A/99/12"),
    ("Item 2. Oil", "25 June", "A/99/14, A/99/15 and Add.1"),
)
CASES: dict[str, Case] = {
    "documents.codes_alone": Case(
        of(PROSE, "Documents EB170/4 and EB170/5"), ([PROSE], [(None, ["EB170/4"]), (None, ["EB170/5"])], False)
    ),
    "documents.mandate_in_brackets": Case(
        lambda: split_codes("Staffing of the Secretariat (GC(73)/RES/14)", ())[0],
        "Staffing of the Secretariat (GC(73)/RES/14)",
    ),
    "documents.remark_in_brackets": Case(
        lambda: parts_of_title("Lamps (for information; no document) (A/99/12)", ())[0], Remarked("Lamps", True)
    ),
    "documents.purpose_behind_dash": Case(
        lambda: split_codes("Lamps of the quays (A/99/12) – for decision", ())[0], "Lamps of the quays"
    ),
    "documents.codes_behind_dash": Case(
        lambda: [split_codes("Lamps – A/99/12; A/99/13", ())[0], len(split_codes("Lamps – A/99/12; A/99/13", ())[1])],
        ["Lamps", 2],
    ),
    "documents.more_symbols": Case(
        lambda: listed(grid(STATES, ("Ruritania", "A/99/12", "A/99/13"), ("Syldavia", "A/99/14", "A/99/15"))),
        [("Ruritania", ["A/99/12", "A/99/13"]), ("Syldavia", ["A/99/14", "A/99/15"])],
    ),
    "documents.papers_of_cell": Case(
        lambda: [one.symbols for one, _ in rows_of_documents(grid(*CONSIDERED), 0)],
        [["A/99/12"], ["A/99/14"], ["A/99/15", "A/99/15/Add.1"]],
    ),
    "documents.semicolons": Case(
        of(HEAD, "Reports of the pilots (A/99/12); Reports of the keepers (A/99/13)"),
        ([], [("Reports of the pilots", ["A/99/12"]), ("Reports of the keepers", ["A/99/13"])], False),
    ),
    "documents.state_in_title": Case(
        lambda: listed(grid(("State party", "Report", "Symbol"), ("Ruritania", "Second report", "A/99/12"))),
        [("Ruritania: Second report", ["A/99/12"])],
    ),
    "documents.heading": Case(
        of(HEAD, "Report of the harbour master"), ([], [("Report of the harbour master", [])], False)
    ),
    "documents.annotation_heading": Case(
        of(HEAD, "Report of the harbour master (A/99/12)", "### Annotation", "The lamps."),
        (["The lamps."], [("Report of the harbour master", ["A/99/12"])], False),
    ),
    "documents.run_in_heading": Case(
        of("Documentation: Report of the harbour master"), ([], [("Report of the harbour master", [])], False)
    ),
    "documents.column_heads": Case(
        lambda: parted([heads(), *blocks("Report of the harbour master")]),
        ([], [("Report of the harbour master", [])], False),
    ),
    "documents.purpose": Case(of("For information", PROSE), ([PROSE], [], False)),
    "documents.none_foreseen": Case(
        of("There is no documentation under this item."), (["There is no documentation under this item."], [], True)
    ),
    "documents.none_past": Case(
        lambda: foresees_none("No documents were submitted at the eighty-fourth session."), False
    ),
    "documents.none_partial": Case(lambda: foresees_none("No document will be issued after the third of May."), False),
    "documents.none_besides": Case(
        lambda: foresees_none("Apart from the annual report, no documentation is foreseen."), False
    ),
    "documents.only_none": Case(of(HEAD, "No documentation is foreseen."), ([], [], True)),
    "documents.cells_close": Case(
        lambda: parted(blocks_of(*beside("A/99/13", ("and", 246.5), ("Note by the pilots", 260), ("Corr.1", 124)))),
        (
            [],
            [("Report of the harbour master", ["A/99/12"]), ("Note by the pilots", ["A/99/13", "A/99/13/Corr.1"])],
            False,
        ),
    ),
    "documents.none_listed": Case(of(HEAD, "None."), ([], [], True)),
    "documents.symbol_beside_title": Case(
        lambda: parted(blocks_of(*beside())), ([], [("Report of the harbour master", ["A/99/12"])], False)
    ),
    "documents.shared_words": Case(
        of(HEAD, "(b)|Reports of the harbour masters:", ">(i)|Small islands (A/99/201);"),
        ([], [("Small islands", ["A/99/201"])], False),
    ),
    "documents.listed": Case(
        of(HEAD, "Report of the harbour master", "Note by the pilots"),
        ([], [("Report of the harbour master", []), ("Note by the pilots", [])], False),
    ),
    "documents.list_ends": Case(
        of(HEAD, "Report of the harbour master", PROSE), ([PROSE], [("Report of the harbour master", [])], False)
    ),
    "documents.announced": Case(
        of("The Board will have before it:", "•|Report of the harbour master"),
        (["The Board will have before it:"], [("Report of the harbour master", [])], False),
    ),
    "documents.alone": Case(
        of("Report of the harbour master (A/99/12)"), ([], [("Report of the harbour master", ["A/99/12"])], False)
    ),
    "documents.act_among_codes": Case(of(HEAD, "GC(78)/10; GC(77)/RES/10"), ([], [(None, ["GC(78)/10"])], False)),
    "documents.codes_as_heading": Case(
        of(PROSE, "### Documents A/99/12 and A/99/13"), ([PROSE], [(None, ["A/99/12"]), (None, ["A/99/13"])], False)
    ),
    "documents.more_bullets": Case(
        of("•|Report of the harbour master (A/99/12)", "•|Drawings (no document number)"),
        ([], [("Report of the harbour master", ["A/99/12"]), ("Drawings (no document number)", [])], False),
    ),
    "documents.heading_over": Case(
        lambda: parted(
            blocks_of(
                lines := lines_of(
                    page(
                        [
                            span("Working documents", 124, 100),
                            *[span(row, 142, 112 + 12 * at) for at, row in enumerate(SET_CLOSE)],
                        ]
                    )
                ),
                {},
                measure(lines),
            )
        ),
        ([], [(row[:-10], [row[-8:-1]]) for row in SET_CLOSE], False),
    ),
    "documents.author_behind": Case(
        of("灯塔和海港。总干事的报告(A/99/13)"), ([], [("灯塔和海港。总干事的报告", ["A/99/13"])], False)
    ),
    "documents.closed_symbol": Case(
        of("Report of the pilots (A/99/13)"), ([], [("Report of the pilots", ["A/99/13"])], False)
    ),
    "documents.symbol_behind_colon": Case(
        of("Note by the pilots: A/99/13"), ([], [("Note by the pilots", ["A/99/13"])], False)
    ),
    "documents.symbol_dash": Case(
        of("ICCD/COP(19)/2 – Programme and budget of the coast. Note by the secretariat"),
        ([], [("Programme and budget of the coast. Note by the secretariat", ["ICCD/COP(19)/2"])], False),
    ),
    "documents.symbol_over_title": Case(
        of("UNEP/CHW.99/2 两年期工作方案和拟议预算"), ([], [("两年期工作方案和拟议预算", ["UNEP/CHW.99/2"])], False)
    ),
    "documents.table": Case(
        lambda: parted(
            [
                table(
                    ("A/99/12", "Report of the harbour master", "English", "May"),
                    ("A/99/13", "Note by the pilots", "English", "June"),
                    edges=(124, 220, 400, 480),
                )
            ]
        ),
        ([], [("Report of the harbour master", ["A/99/12"]), ("Note by the pilots", ["A/99/13"])], False),
    ),
    "documents.column_of_symbols": Case(
        lambda: parted([table(("A/99/14", "Report of the harbour master"), ("A/99/15", "Note by the pilots"))]),
        ([], [("Report of the harbour master", ["A/99/14"]), ("Note by the pilots", ["A/99/15"])], False),
    ),
    "documents.table_head": Case(
        lambda: parted(
            [
                table(
                    ("Title and symbol of the document", "Paragraph"),
                    ("Report of the harbour master on lights (A/99/12)", "4"),
                    ("Note by the pilots on the sirens (A/99/13)", "7"),
                    edges=(124, 400),
                )
            ]
        ),
        (
            [],
            [
                ("Report of the harbour master on lights", ["A/99/12"]),
                ("Note by the pilots on the sirens", ["A/99/13"]),
            ],
            False,
        ),
    ),
    "documents.days_no_title": Case(
        lambda: listed(
            grid(("Ruritania", "CCPR/C/RUR/6", "28 June 2031 (p.m.)"), ("Freedonia", "CCPR/C/FRE/5", "4 July"))
        ),
        [("Ruritania", ["CCPR/C/RUR/6"]), ("Freedonia", ["CCPR/C/FRE/5"])],
    ),
    "documents.title_goes_on": Case(
        lambda: listed(grid(("A/99/12", "Report of the harbour", "1"), ("", "master", "2"), ("A/99/13", "Note", "3"))),
        [("Report of the harbour master", ["A/99/12"]), ("Note", ["A/99/13"])],
    ),
    "documents.sub_heading": Case(
        lambda: listed(grid(("A/99/12", "Report on lights"), ("", "Pilots"), ("A/99/13", "Note by the pilots"))),
        [("Report on lights", ["A/99/12"]), ("Note by the pilots", ["A/99/13"])],
    ),
    "documents.announced_twice": Case(lambda: unchanged("Note (A/99/13)"), [("Note", ["A/99/13"])]),
    "documents.resolutions_alone": Case(lambda: read("General Assembly resolutions 98/269 and 98/270"), None),
    "documents.symbol_in_brackets": Case(
        lambda: read("Reply to the note in A/99/13 (A/99/14)"), ("Reply to the note in A/99/13", ["A/99/14"])
    ),
    "documents.two_in_entry": Case(
        lambda: read("Report of Ruritania (CED/C/RUR/1) and list of issues (CED/C/RUR/Q/1)"),
        ("Report of Ruritania and list of issues", ["CED/C/RUR/1", "CED/C/RUR/Q/1"]),
    ),
    "documents.symbol_first": Case(lambda: read("A/99/13 Note by the pilots"), ("Note by the pilots", ["A/99/13"])),
    "documents.symbol_last": Case(lambda: read("Note by the pilots: A/99/13"), ("Note by the pilots", ["A/99/13"])),
    "documents.placeholder_behind": Case(lambda: read("Note by the pilots (A/99/_)"), ("Note by the pilots", [])),
    "documents.code_line": Case(
        of(HEAD, "See documents A/99/12 and A/99/14"), ([], [(None, ["A/99/12"]), (None, ["A/99/14"])], False)
    ),
    "documents.codes_in_a_row": Case(
        of(HEAD, "ECE/TRANS/2031/2, ECE/TRANS/2031/3 and informal document No. 4"),
        ([], [(None, ["ECE/TRANS/2031/2"]), (None, ["ECE/TRANS/2031/3"])], False),
    ),
    "documents.codes_with_purpose": Case(of(HEAD, "A/99/12 – for noting"), ([], [(None, ["A/99/12"])], False)),
    "documents.symbol_heads_entry": Case(
        close("A/99/12 Report on lights", "A/99/13 Note by the pilots"),
        ([], [("Report on lights", ["A/99/12"]), ("Note by the pilots", ["A/99/13"])], False),
    ),
    "documents.entry_complete": Case(
        close("Report on lights (A/99/12)", "Note by the pilots (A/99/13)"),
        ([], [("Report on lights", ["A/99/12"]), ("Note by the pilots", ["A/99/13"])], False),
    ),
}


def beside(*more: str | tuple[str, float]):
    """A symbol in a cell of its own with the title in the next, on one line; `more` is on the lines below it."""
    spans = [span("A/99/12", 124, 100), span("Report of the harbour master", 260, 100)]
    height = 112
    for one in more:
        text, x0 = (one, 124) if isinstance(one, str) else one
        height += 12 if isinstance(one, tuple) and x0 == 124 else 0
        spans.append(span(text, x0, height))
    lines = lines_of(page(spans))
    return lines, {}, measure(lines)
