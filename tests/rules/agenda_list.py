"""The smallest list that needs each rule of `extractor.structure.agenda` on lists."""

from __future__ import annotations

from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.metrics import measure
from extractor.layout.blocks.model import Block, make_block
from extractor.layout.lines.rows import lines_of
from extractor.layout.tables.model import Table
from extractor.records import replace
from extractor.structure.agenda.bare import with_bare_labels
from extractor.structure.agenda.list import agenda_list, find_lists
from extractor.structure.agenda.run import purpose_below
from tests.layout.pages import page, span
from tests.rules.case import Case
from tests.structure.parts import blocks, tree

HEAD = "# Provisional agenda"
DOTS = " " + "." * 60 + " 3"
WILL = "The Committee will be invited to take note of the report of the Secretariat on the lighting of its harbours."
TEXT = [WILL] * 5


def of(made: list[Block], titled: bool = True, picked: bool = False):
    """The tree of the list in these blocks, with clusters and documents where there are any."""
    found = agenda_list(made, titled, picked=picked)
    if found is None:
        return None
    rows = tree(found.items)
    clusters = [node.cluster for node in found.items]
    papers = [(node.number, [block.text for block in listed]) for node, listed in found.documents]
    beside = [(node.number, d.symbols) for node in found.items for d in node.documents]
    return [*rows, *([clusters] if any(clusters) else []), *papers, *beside, *found.gaps]


def listed(*entries: str, titled: bool = True, picked: bool = False):
    return of(blocks(*entries), titled, picked)


def end_of(*entries: str):
    """At which block the list ends."""
    found = agenda_list(blocks(*entries), True)
    return found and found.end


def with_table():
    made = blocks(HEAD, "1.|Opening.", "2.|Other matters:", ">Report of the harbour master.")
    made[-1] = replace(made[-1], table=Table([], [], 0, 1))
    return of(made)


def with_papers_line():
    lines = lines_of(
        page(
            [
                span("1.", 124, 100), span("Opening of the session", 148, 100), span("See document A/99/3.", 148, 112),
                span("2.", 124, 134), span("Other matters", 148, 134),
            ]
        )
    )  # fmt: skip
    return of(blocks_of(lines, {}, measure(lines)))


def beside(text: str):
    """The list of two entries of which the second has a text at its right."""
    lines = lines_of(
        page(
            [
                span("1.", 124, 100), span("Opening of the session", 148, 100),
                span("2.", 124, 124), span("Lighting of harbours", 148, 124), span(text, 420, 124),
            ]
        )
    )  # fmt: skip
    return of(blocks_of(lines, {}, measure(lines)))


def without_papers(*entries: str) -> list[str | None]:
    """The items that say that they have no document."""
    return [node.number for node in find_lists(blocks(*entries), True)[0].items if node.no_documentation]


CASES = {
    # ---- where a run begins, and which run is the list ----
    "agenda_list.picked_opens": Case(
        lambda: listed("4.|Ports.", "5.|Docks.", picked=True), [(0, "4", "Ports"), (0, "5", "Docks")]
    ),
    "agenda_list.heading_above": Case(lambda: listed(HEAD, "1.|Opening.", titled=False), [(0, "1", "Opening")]),
    "agenda_list.title_above": Case(lambda: listed("1.|Opening."), [(0, "1", "Opening")]),
    "agenda_list.sentences": Case(lambda: listed(f"1.|{WILL}", f"2.|{WILL}"), None),
    "agenda_list.too_short": Case(
        lambda: listed(HEAD, "1.|Ships.", WILL, HEAD, "1.|Opening.", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    "agenda_list.headed": Case(
        lambda: listed(*TEXT, "1.|Ships.", "2.|Boats.", WILL, HEAD, "1.|Opening.", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    "agenda_list.contents_serve": Case(
        lambda: listed("Contents", f"1.|Opening{DOTS}", f"2.|Ports{DOTS}"), [(0, "1", "Opening"), (0, "2", "Ports")]
    ),
    "agenda_list.plain_list": Case(
        lambda: listed(*TEXT, "1.|Opening.", "2.|Ports."), [(0, "1", "Opening"), (0, "2", "Ports")]
    ),
    # ---- numbers ----
    "agenda_list.entry": Case(lambda: listed(HEAD, "1.|Opening."), [(0, "1", "Opening")]),
    "agenda_list.next_number": Case(
        lambda: listed(HEAD, "1.|Opening.", "2.|Ports."), [(0, "1", "Opening"), (0, "2", "Ports")]
    ),
    "agenda_list.next_decimal": Case(
        lambda: listed(HEAD, "1.1|Opening.", "1.2|Ports."), [(0, "1.1", "Opening"), (0, "1.2", "Ports")]
    ),
    "agenda_list.first_decimal": Case(
        lambda: listed(HEAD, "1.|Work:", "1.1|Ports."), [(0, "1", "Work"), (1, "1.1", "Ports")]
    ),
    "agenda_list.next_chapter": Case(
        lambda: listed(HEAD, "1.1|Opening.", "2.1|Ports."), [(0, "1.1", "Opening"), (0, "2.1", "Ports")]
    ),
    "agenda_list.back_up": Case(
        lambda: listed(HEAD, "1.|Work:", "1.1|Ports:", "1.1.1 Docks.", "1.2|Lamps."),
        [(0, "1", "Work"), (1, "1.1", "Ports"), (2, "1.1.1", "Docks"), (1, "1.2", "Lamps")],
    ),
    "agenda_list.next_inserted": Case(
        lambda: listed(HEAD, "1.|Opening.", "1 bis.|Ports.", "1 ter.|Docks.", "2.|Lamps.", "2A.|Ropes."),
        [(0, "1", "Opening"), (0, "1bis", "Ports"), (0, "1ter", "Docks"), (0, "2", "Lamps"), (0, "2A", "Ropes")],
    ),
    "agenda_list.other_style": Case(
        lambda: listed(HEAD, "I.|Opening.", "II.|Ports.", "III.|Lamps."),
        [(0, "I", "Opening"), (0, "II", "Ports"), (0, "III", "Lamps")],
    ),
    "agenda_list.style_around": Case(
        lambda: listed(HEAD, "I.|Opening.", "II.|Work:", ">1.|Ports;", ">2.|Docks;", "III.|Lamps."),
        [(0, "I", "Opening"), (0, "II", "Work"), (1, "II.1", "Ports"), (1, "II.2", "Docks"), (0, "III", "Lamps")],
    ),
    "agenda_list.numbered_below": Case(
        lambda: tree(
            find_lists(blocks("I.|Opening.", "II.|Work:", ">1.|Ports;", "III.|Lamps."), False, style="roman")[0].items
        ),
        [(0, "I", "Opening"), (0, "II", "Work"), (1, "II.1", "Ports"), (0, "III", "Lamps")],
    ),
    "agenda_list.title_below": Case(
        lambda: listed(HEAD, "### Item 1", "Opening", "### Item 2", "Lamps", "### Item 3", "Report"),
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "3", "Report")],
    ),
    "agenda_list.small_paper": Case(
        lambda: tree(
            agenda_list(
                [
                    *blocks(HEAD, "1.|Opening.", "2.|Lamps."),
                    *blocks(">Documentation", ">Report on the lamps (A/99/2)", size=8.0),
                    *blocks("3.|Report."),
                ],
                True,
            ).items
        ),
        [(0, "1", "Opening"), (0, "2", "Lamps"), (0, "3", "Report")],
    ),
    "agenda_list.capital_below": Case(
        lambda: listed(HEAD, "1.|Opening.", "2.|Work:", ">A.|Ports;", ">B.|Quays;", "3.|Lamps."),
        [(0, "1", "Opening"), (0, "2", "Work"), (1, "2(A)", "Ports"), (1, "2(B)", "Quays"), (0, "3", "Lamps")],
    ),
    "agenda_list.closed_number": Case(
        lambda: listed(HEAD, "1.|Work:", ">a)|Ports:", ">>1)|Small;", ">>2)|Great.", ">b)|Pilots.", "2.|Lamps."),
        [
            (0, "1", "Work"),
            (1, "1(a)", "Ports"),
            (2, "1(a)(1)", "Small"),
            (2, "1(a)(2)", "Great"),
            (1, "1(b)", "Pilots"),
            (0, "2", "Lamps"),
        ],
    ),
    "agenda_list.decimal_child": Case(
        lambda: listed(HEAD, "1.|Work:", "1.1|Ports.", "2.|Lamps."),
        [(0, "1", "Work"), (1, "1.1", "Ports"), (0, "2", "Lamps")],
    ),
    "agenda_list.lost_numbers": Case(
        lambda: listed(HEAD, "1.|Opening.", "4.|Ports."), [(0, "1", "Opening"), (0, "4", "Ports"), "2", "3"]
    ),
    "agenda_list.picked_numbers": Case(
        lambda: listed(HEAD, "4.|Ports.", "40.|Docks.", picked=True), [(0, "4", "Ports"), (0, "40", "Docks")]
    ),
    "agenda_list.bold_begins_annotations": Case(
        lambda: listed(HEAD, "1.|Opening.", "2.|Ports.", "### 3.|Docks"), [(0, "1", "Opening"), (0, "2", "Ports")]
    ),
    "agenda_list.no_leader": Case(
        lambda: listed(f"### 1.|Opening{DOTS}", f"### 2.|Ports{DOTS}", "# 3.|Docks", WILL),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    "agenda_list.sentence_off_edge": Case(
        lambda: listed(HEAD, ">1.|Opening.", ">2.|Ports.", f"3.|{WILL}"), [(0, "1", "Opening"), (0, "2", "Ports")]
    ),
    # ---- letters, bullets ----
    "agenda_list.bullet": Case(
        lambda: listed(HEAD, "1.|Work:", ">–|Ports;", "2.|Lamps."),
        [(0, "1", "Work"), (1, None, "Ports"), (0, "2", "Lamps")],
    ),
    "agenda_list.deeper_bullet": Case(
        lambda: listed(HEAD, "1.|Work:", ">(a)|Ports:", ">>–|Docks;", "2.|Lamps."),
        [(0, "1", "Work"), (1, "1(a)", "Ports"), (2, None, "Docks"), (0, "2", "Lamps")],
    ),
    "agenda_list.lettered": Case(
        lambda: listed(HEAD, "1.|Work:", ">(a)|Ports;", "2.|Lamps."),
        [(0, "1", "Work"), (1, "1(a)", "Ports"), (0, "2", "Lamps")],
    ),
    "agenda_list.opens_level": Case(
        lambda: listed(HEAD, "1.|Work:", ">(a)|Ports:", ">>(i)|Docks."),
        [(0, "1", "Work"), (1, "1(a)", "Ports"), (2, "1(a)(i)", "Docks")],
    ),
    "agenda_list.goes_on": Case(
        lambda: listed(HEAD, "1.|Work:", ">(a)|Ports;", ">(b)|Docks."),
        [(0, "1", "Work"), (1, "1(a)", "Ports"), (1, "1(b)", "Docks")],
    ),
    "agenda_list.by_indent": Case(
        lambda: listed(HEAD, "1.|Work:", ">(a)|Ports:", ">>(a)|Docks;", ">(b)|Lamps."),
        [(0, "1", "Work"), (1, "1(a)", "Ports"), (2, "1(a)(a)", "Docks"), (1, "1(b)", "Lamps")],
    ),
    "agenda_list.lost_label": Case(
        lambda: listed(HEAD, "1.|Work:", ">(a)|Ports;", ">(c)|Docks."),
        [(0, "1", "Work"), (1, "1(a)", "Ports"), (1, "1(c)", "Docks")],
    ),
    "agenda_list.long_sentence": Case(lambda: listed(HEAD, "1.|Opening.", f"(a)|{WILL} {WILL}"), [(0, "1", "Opening")]),
    # ---- what ends a list ----
    "agenda_list.slashed_note": Case(
        lambda: listed(HEAD, "1.|Opening.", "2/|Ibid.", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    "agenda_list.only_headed": Case(lambda: listed(*TEXT, *TEXT, *TEXT, "1/|Opening.", "2/|Ports."), None),
    "agenda_list.table_ends": Case(with_table, [(0, "1", "Opening"), (0, "2", "Other matters")]),
    "agenda_list.annotations_end": Case(
        lambda: listed(HEAD, "1.|Opening.", "_ Annotations", "2.|Ports."), [(0, "1", "Opening")]
    ),
    "agenda_list.annex_ends": Case(
        lambda: listed(HEAD, "1.|Opening.", "_ Annex I", "2.|Ports."), [(0, "1", "Opening")]
    ),
    "agenda_list.schedule_ends_contents": Case(
        lambda: listed(f"1.|Opening{DOTS}", f"2.|Ports{DOTS}", f"Timetable{DOTS}", f"Notes{DOTS}", f"Maps{DOTS}"),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    # ---- papers ----
    "agenda_list.code_line": Case(
        lambda: listed(HEAD, "1.|Opening.", "WO/GB/99/1", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports"), ("1", ["WO/GB/99/1"])],
    ),
    "agenda_list.no_paper": Case(lambda: without_papers(HEAD, "1.|Opening.", ">No document", "2.|Ports."), ["1"]),
    "agenda_list.paper_below": Case(
        lambda: listed(HEAD, "1.|Ports.", ">Letter from the harbour master (S/2031/88)", "2.|Docks."),
        [(0, "1", "Ports"), (0, "2", "Docks"), ("1", ["Letter from the harbour master (S/2031/88)"])],
    ),
    "agenda_list.documentation": Case(
        lambda: listed(HEAD, "1.|Ports.", ">Documentation", ">Report on quays (A/99/1)", "2.|Docks."),
        [(0, "1", "Ports"), (0, "2", "Docks"), ("1", ["Report on quays (A/99/1)"])],
    ),
    "agenda_list.agenda_among_papers": Case(
        lambda: listed(HEAD, "1.|Ports.", ">Documentation", ">Annotated provisional agenda", "2.|Docks."),
        [(0, "1", "Ports"), (0, "2", "Docks"), ("1", ["Annotated provisional agenda"])],
    ),
    "agenda_list.text_after_documents": Case(
        lambda: listed(HEAD, "1.|Ports.", ">Documentation", ">Report on quays (A/99/1)", " ".join(TEXT)),
        [(0, "1", "Ports"), ("1", ["Report on quays (A/99/1)"])],
    ),
    "agenda_list.papers_line": Case(
        with_papers_line, [(0, "1", "Opening of the session"), (0, "2", "Other matters"), ("1", ["A/99/3"])]
    ),
    "agenda_list.codes_at_right": Case(
        lambda: beside("A/99/3 and Add.1"),
        [(0, "1", "Opening of the session"), (0, "2", "Lighting of harbours"), ("2", ["A/99/3", "A/99/3/Add.1"])],
    ),
    "agenda_list.mandate_at_right": Case(
        lambda: beside("99 EX/Decision 27"), [(0, "1", "Opening of the session"), (0, "2", "Lighting of harbours")]
    ),
    "agenda_list.purpose_at_right": Case(
        lambda: beside("For decision"), [(0, "1", "Opening of the session"), (0, "2", "Lighting of harbours")]
    ),
    "agenda_list.purpose": Case(
        lambda: listed(HEAD, "1.|Opening.", ">For decision", "2.|Ports."), [(0, "1", "Opening"), (0, "2", "Ports")]
    ),
    "agenda_list.this_paper": Case(
        lambda: listed(HEAD, "1.|Opening.", ">See present document.", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    "agenda_list.documents_of_paper": Case(
        lambda: listed(HEAD, "1.|Opening.", "2.|Ports.", "## References for the fourth session", "Rules (A/99/1)"),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    "agenda_list.short_leader": Case(
        lambda: listed(f"1.|Opening{DOTS}", "2.|Report of the harbour master on lamps . 12", f"3.|Ports{DOTS}"),
        [(0, "1", "Opening"), (0, "2", "Report of the harbour master on lamps"), (0, "3", "Ports")],
    ),
    "agenda_list.contents_tail": Case(
        lambda: end_of(f"1.|Opening{DOTS}", f"2.|Ports{DOTS}", "Annex", f"List of ports{DOTS}", "# 1.|Opening", WILL), 4
    ),
    # ---- lines of other kinds ----
    "agenda_list.heading_again": Case(
        lambda: listed(HEAD, "1.|Opening.", "# Provisional agenda (continued)", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    "agenda_list.pause": Case(
        lambda: listed(HEAD, "1.|Opening.", "_ Coffee break", "2.|Ports."), [(0, "1", "Opening"), (0, "2", "Ports")]
    ),
    "agenda_list.note": Case(
        lambda: listed(HEAD, "1.|Opening.", "_ (Items 2 and 3 go together)", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    "agenda_list.signs": Case(
        lambda: listed(HEAD, "1.|Opening.", ">* * *", "2.|Ports."), [(0, "1", "Opening"), (0, "2", "Ports")]
    ),
    "agenda_list.cluster_at_left": Case(
        lambda: listed(HEAD, ">1.|Opening.", "Peace at sea", ">2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports"), [None, "Peace at sea"]],
    ),
    "agenda_list.line_between": Case(
        lambda: listed(HEAD, "1.|Opening.", "Reception by the Mayor", "2.|Ports."),
        [(0, "1", "Opening"), (0, None, "Reception by the Mayor"), (0, "2", "Ports")],
    ),
    "agenda_list.line_behind": Case(
        lambda: listed(HEAD, "1.|Opening.", "Reception", "2.|Ports.", "Walk along the pier"),
        [(0, "1", "Opening"), (0, None, "Reception"), (0, "2", "Ports"), (0, None, "Walk along the pier")],
    ),
    "agenda_list.text_below_entry": Case(
        lambda: listed(
            HEAD, "1.|Opening.", ">The Committee will be invited to elect a Chair and two others.", "2.|Ports."
        ),
        [(0, "1", "Opening"), (0, "2", "Ports")],
    ),
    "agenda_list.text_below_bold": Case(
        lambda: listed(HEAD, "## 1.|Opening", "## 2.|Docks", WILL, WILL, "## 3.|Ports", WILL),
        [(0, "1", "Opening"), (0, "2", "Docks"), (0, "3", "Ports")],
    ),
    "agenda_list.bare_numbers": Case(
        lambda: of(with_bare_labels(blocks(HEAD, "1 Opening", "2 Ports", "3 Lamps"))),
        [(0, "1", "Opening"), (0, "2", "Ports"), (0, "3", "Lamps")],
    ),
    # ---- between the entries ----
    "agenda_list.unnumbered": Case(
        lambda: listed(HEAD, "1.|Ports.", "2.|Signs:", ">Group of Experts on Signs."),
        [(0, "1", "Ports"), (0, "2", "Signs"), (1, None, "Group of Experts on Signs")],
    ),
    "agenda_list.lettered_cluster": Case(
        lambda: listed(HEAD, "1.|Opening.", "A.|Peace at sea", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports"), [None, "Peace at sea"]],
    ),
    "agenda_list.cluster_in_other_type": Case(
        lambda: listed(HEAD, "1.|Opening.", "_ Lamps and oil", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports"), [None, "Lamps and oil"]],
    ),
    "agenda_list.cluster_in_capitals": Case(
        lambda: listed(HEAD, "1.|Opening.", "LAMPS AND OIL", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports"), [None, "LAMPS AND OIL"]],
    ),
    "agenda_list.named_cluster": Case(
        lambda: listed(HEAD, "1.|Opening.", "Pillar 2: Lamps for all", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports"), [None, "Pillar 2: Lamps for all"]],
    ),
    "agenda_list.segment": Case(
        lambda: listed(HEAD, "1.|Opening.", ">>>Operational segment", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports"), [None, "Operational segment"]],
    ),
    "agenda_list.short_sentence": Case(
        lambda: listed(HEAD, "1.|Opening", f">{WILL}", "2.|Signs", ">Keepers shall speak.", "3.|Ports"),
        [(0, "1", "Opening"), (0, "2", "Signs"), (0, "3", "Ports")],
    ),
    "agenda_list.opening_above": Case(
        lambda: listed(HEAD, ">Opening of the session", "1.|Signs", "2.|Ports"),
        [(0, None, "Opening of the session"), (0, "1", "Signs"), (0, "2", "Ports")],
    ),
    "agenda_list.operative": Case(
        lambda: listed(
            "1.|Decide su lugar",
            "2.|Aprueba el siguiente temario provisional:",
            "1.|Faros",
            "2.|Puertos",
            "3.|Clausura",
        ),
        [(0, "1", "Faros"), (0, "2", "Puertos"), (0, "3", "Clausura")],
    ),
    "agenda_list.purpose_below": Case(
        lambda: purpose_below.applies(
            make_block([*blocks("Report of the keeper")[0].lines, *blocks("(for information)")[0].lines]),
            "Report of the keeper (for information)",
        ),
        "(for information)",
    ),
    "agenda_list.text_behind": Case(
        lambda: end_of(HEAD, "1.|Opening", ">Keepers shall rise.", "2.|Signs", ">Keepers shall speak."), 5
    ),
    "agenda_list.cluster": Case(
        lambda: listed(HEAD, "1.|Opening.", "### Peace at sea", "2.|Ports."),
        [(0, "1", "Opening"), (0, "2", "Ports"), [None, "Peace at sea"]],
    ),
    "agenda_list.cluster_above": Case(
        lambda: listed(HEAD, "_ Lamps and oil", "1.|Opening."), [(0, "1", "Opening"), ["Lamps and oil"]]
    ),
    "agenda_list.restarts": Case(
        lambda: listed(HEAD, "1.|Opening.", "2.|Ports.", "_ High-level segment", "1.|Opening."),
        [(0, "1", "Opening"), (0, "2", "Ports"), (0, "1", "Opening"), [None, None, "High-level segment"]],
    ),
    "agenda_list.heads_below": Case(
        lambda: listed(HEAD, "1.|Opening.", "2.|Ports.", "_ Policy section", "_ Lights segment", "1.|Lamps."),
        [(0, "1", "Opening"), (0, "2", "Ports"), (0, "1", "Lamps"), [None, None, "Lights segment"]],
    ),
    "agenda_list.lettered_contents": Case(
        lambda: listed(f"1.|Opening{DOTS}", f"A.|Peace{DOTS}", f"2.|Ports{DOTS}"),
        [(0, "1", "Opening"), (0, "2", "Ports"), [None, "Peace"]],
    ),
    "agenda_list.unnumbered_contents": Case(
        lambda: listed(f"1.|Opening{DOTS}", f"_ Notes{DOTS}", f"2.|Ports{DOTS}"),
        [(0, "1", "Opening"), (1, None, "Notes"), (0, "2", "Ports")],
    ),
}
