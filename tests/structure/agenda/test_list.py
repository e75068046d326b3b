"""The list: numbering, clusters, unnumbered entries, contents pages, several lists (format catalogue 2)."""

from __future__ import annotations

from extractor.layout.blocks.find import blocks_of
from extractor.layout.blocks.metrics import measure
from extractor.layout.blocks.model import make_block
from extractor.layout.lines.rows import lines_of
from extractor.structure.agenda.list import choose_list, find_lists
from extractor.structure.agenda.model import walk
from tests.layout.pages import page, span
from tests.structure.parts import blocks, tree


def listed(*entries, titled=True):
    found = choose_list(find_lists(blocks(*entries), titled), titled)
    return found


def test_items_and_sub_items():
    found = listed(
        "# Provisional agenda",
        "1.|Organizational matters:",
        ">(a)|Opening of the session;",
        ">(b)|Adoption of the agenda.",
        "2.|Review of implementation.",
        "3.|Other matters.",
    )
    assert tree(found.items) == [
        (0, "1", "Organizational matters"),
        (1, "1(a)", "Opening of the session"),
        (1, "1(b)", "Adoption of the agenda"),
        (0, "2", "Review of implementation"),
        (0, "3", "Other matters"),
    ]
    assert found.headed


def test_three_levels_and_i_after_h():
    letters = [f">({c})|Topic {c};" for c in "abcdefgh"]
    found = listed(
        "# Provisional agenda",
        "1.|Thematic discussion:",
        *letters,
        ">(i)|Topic i:",
        ">>(i)|First part;",
        ">>(ii)|Second part;",
        ">(j)|Topic j.",
        "2.|Other matters.",
    )
    numbers = [number for _, number, _ in tree(found.items)]
    assert numbers[9:13] == ["1(i)", "1(i)(i)", "1(i)(ii)", "1(j)"]


def test_doubled_letters_after_z():
    letters = [f">({c})|Topic {c};" for c in "abcdefghijklmnopqrstuvwxyz"] + [">(aa)|Topic aa;", ">(bb)|Topic bb."]
    found = listed("# Provisional agenda", "1.|General and complete disarmament:", *letters, "2.|Other matters.")
    assert [child.number for child in found.items[0].children][-3:] == ["1(z)", "1(aa)", "1(bb)"]


def test_decimals():
    found = listed(
        "# Provisional agenda",
        "1.|Opening.",
        "2.|Organizational matters:",
        ">2.1.|Officers;",
        ">2.2.|Agenda.",
        "3.|Closure.",
    )
    assert tree(found.items)[2:4] == [(1, "2.1", "Officers"), (1, "2.2", "Agenda")]


def test_clusters_by_heading_and_by_letter():
    found = listed(
        "# Provisional agenda",
        "1.|Opening.",
        "2.|Agenda.",
        "## A.|Maintenance of international peace",
        "3.|Question of peace.",
        "## B.|Development of Africa",
        "4.|New Partnership.",
    )
    assert [node.cluster for node in found.items] == [
        None,
        None,
        "Maintenance of international peace",
        "Development of Africa",
    ]


def test_a_cluster_over_the_first_item():
    found = listed(
        "# Provisional agenda",
        "_ High-level segment",
        "1.|Opening.",
        "2.|Dialogue.",
        "_ General segment",
        "3.|Reports.",
    )
    assert [node.cluster for node in found.items] == ["High-level segment", "High-level segment", "General segment"]


def test_entries_without_a_label_hang_on_the_item_above():
    found = listed(
        "# Provisional agenda",
        "1.|Convention on Road Signs:",
        ">Group of Experts on Signs;",
        ">Group of Experts on Signals.",
        "2.|Other business.",
    )
    assert tree(found.items)[1:3] == [(1, None, "Group of Experts on Signs"), (1, None, "Group of Experts on Signals")]


def test_a_letter_inside_a_title_is_no_sub_item():
    found = listed(
        "# Provisional agenda",
        "1.|Activities under article 63, paragraph 4 (c), of the Convention.",
        "2.|Other matters.",
    )
    assert [node.title for node in found.items] == [
        "Activities under article 63, paragraph 4 (c), of the Convention",
        "Other matters",
    ]


def test_a_contents_page_serves_where_it_is_the_only_list():
    dots = " " + "." * 60 + " 3"
    found = listed(
        "Contents",
        "1.|Opening" + dots,
        "_ Joint segment",
        "2.|Ethics" + dots,
        "3.|Other matters" + dots,
        "# Annotations",
    )
    assert found.contents
    assert [(node.title, node.cluster) for node in found.items] == [
        ("Opening", None),
        ("Ethics", "Joint segment"),
        ("Other matters", "Joint segment"),
    ]


def test_the_list_wins_over_the_contents_page():
    dots = " " + "." * 60 + " 3"
    found = listed(
        "Contents",
        "1.|Opening" + dots,
        "2.|Reports" + dots,
        "# I. Provisional agenda",
        "1.|Opening.",
        "2.|Reports.",
        "# II. Annotations",
    )
    assert not found.contents


def test_numbers_that_begin_again_under_a_segment():
    found = listed(
        "# Provisional agenda",
        "## I.|Preparatory segment",
        "1.|Opening.",
        "2.|Reports.",
        "## II.|High-level segment",
        "1.|Opening.",
        "2.|Closure.",
    )
    assert [(node.number, node.cluster) for node in found.items] == [
        ("1", "Preparatory segment"),
        ("2", "Preparatory segment"),
        ("1", "High-level segment"),
        ("2", "High-level segment"),
    ]


def test_numbered_paragraphs_are_no_list():
    text = (
        "The Committee will be invited to adopt the agenda and it is expected that the Bureau will meet before the "
        "session."
    )
    assert listed("# Introduction", f"1.|{text}", f"2.|{text}", f"3.|{text}", titled=False) is None


def test_a_gap_in_the_numbers_is_reported():
    found = listed("# Provisional agenda", "1.|Opening.", "2.|Agenda.", "4.|Reports.", "5.|Closure.")
    assert found.gaps == ["3"]


def test_documentation_inside_the_list_belongs_to_its_level():
    found = listed(
        "# Provisional agenda",
        "1.|Opening.",
        "2.|Review:",
        ">(a)|Goals;",
        ">(b)|Reviews.",
        ">### Documentation",
        ">Report of the Secretary-General (E/2031/33)",
        "3.|Closure.",
    )
    assert [(node.number, [b.text for b in bs]) for node, bs in found.documents] == [
        ("2", ["Report of the Secretary-General (E/2031/33)"])
    ]
    assert [node.number for node in found.items] == ["1", "2", "3"]


def test_codes_below_and_behind_entries_are_papers():
    found = listed(
        "# Provisional agenda",
        "1.|Opening of the session",
        ">>EB199/1",
        "2.|Reports of the Committees: for discussion and/or decision (CL 199/9; CL 199/10)",
        "3.|Election of a Vice-Chair: for decision",
        "4.|Membership of the Board (item proposed by Atlantis (A/99/143))",
    )
    assert [node.title for node in found.items] == [
        "Opening of the session",
        "Reports of the Committees",
        "Election of a Vice-Chair",
        "Membership of the Board (item proposed by Atlantis (A/99/143))",
    ]
    assert [document.symbols for document in found.items[1].documents] == [["CL 199/9"], ["CL 199/10"]]
    below = [(node.number, [block.text for block in under]) for node, under in found.documents]
    assert below == [("1", ["EB199/1"])]


def test_a_letter_under_a_decimal_belongs_to_it():
    found = listed(
        "# Provisional agenda",
        "1.|Organization:",
        ">1.1|Rules of the meeting:",
        ">>(a)|Credentials;",
        ">>(b)|Officers.",
        ">1.2|Programme of work.",
        "2.|Other matters.",
    )
    assert [number for _, number, _ in tree(found.items)] == ["1", "1.1", "1.1(a)", "1.1(b)", "1.2", "2"]


def test_an_annex_with_its_title_close_below_ends_the_list():
    made = blocks(
        "# Provisional agenda",
        "1.|Opening of the session.",
        "2.|Other matters.",
        "### Annex I",
        "3.|Rules that the Committee made for itself.",
    )
    made[3] = make_block([*made[3].lines, *blocks("### List of past officers")[0].lines])
    assert made[3].text == "Annex I List of past officers"
    found = choose_list(find_lists(made, True), True)
    assert [node.number for node in found.items] == ["1", "2"]


def test_papers_below_the_last_item_and_words_before_codes():
    found = listed(
        "# Provisional agenda",
        "1.|Adoption of the agenda.",
        ">See document WO/GB/99/1.",
        "2.|The situation on the coast.",
        ">Letter dated 1 March 2031 from the Secretary-General addressed to the President (S/2031/88)",
    )
    assert [node.number for node in found.items] == ["1", "2"]
    assert not any(node.children for node in found.items)
    assert [(node.number, under[0].text[:6]) for node, under in found.documents] == [("1", "See do"), ("2", "Letter")]


def test_the_last_item_may_have_entries_without_numbers():
    found = listed(
        "# Provisional agenda",
        "1.|Adoption of the agenda.",
        "2.|Other matters:",
        ">Date of the next session;",
        ">Adoption of the report.",
        "## Annotations",
    )
    assert [node.title for node in found.items[1].children] == ["Date of the next session", "Adoption of the report"]


def test_an_arabic_section_heading_over_the_list_is_no_cluster():
    found = listed(
        "# جدول الأعمال المؤقت المشروح",
        "# أولا-|جدول الأعمال المؤقت",
        "١-|افتتاح الدورة.",
        "٢-|إقرار جدول الأعمال.",
        "٣-|مسائل أخرى.",
    )
    assert [(node.number, node.cluster) for node in found.items] == [("1", None), ("2", None), ("3", None)]


def test_a_last_line_that_only_says_where_the_papers_are():
    made = lines_of(
        page(
            [
                span("1.", 124, 100), span("Adoption of the agenda", 148, 100), span("See present document.", 148, 112),
                span("2.", 124, 134), span("Report on harbour lights", 148, 134),
                span("See documents SCP/36/3 and SCP/36/5 Prov.2.", 148, 146),
                span("3.", 124, 168), span("Question of the quays (resolution 71/248 and", 148, 168),
                span("document A/71/755)", 148, 180),
            ]
        )
    )  # fmt: skip
    found = choose_list(find_lists(blocks_of(made, {}, measure(made)), True), True)
    assert [(node.title, [d.symbols for d in node.documents]) for node in found.items] == [
        ("Adoption of the agenda", []),
        ("Report on harbour lights", [["SCP/36/3"], ["SCP/36/5 Prov.2"]]),
        ("Question of the quays (resolution 71/248 and document A/71/755)", []),
    ]


def test_letters_before_headings_of_a_contents_page_are_clusters():
    dots = " . . . . . . . . . . . ."
    found = listed(
        f"1.|Opening of the session{dots} 3",
        f"2.|Adoption of the agenda{dots} 3",
        f"A.|Promotion of harbours{dots} 4",
        f"3.|Report on quays{dots} 4",
        f"4.|Question of docks{dots} X",
        f"B.|Maintenance of lights{dots} 5",
        f"5.|Report on lamps{dots} 5",
    )
    assert [(node.number, node.cluster, node.children) for node in found.items] == [
        ("1", None, []),
        ("2", None, []),
        ("3", "Promotion of harbours", []),
        ("4", "Promotion of harbours", []),
        ("5", "Maintenance of lights", []),
    ]


def test_what_is_read_keeps_the_name_of_its_rule():
    found = listed("# Provisional agenda", "1.|Work:", ">(a)|Ports;", ">–|Docks.", "2.|Other matters.")
    assert found.rule == "agenda_list.headed"
    assert [node.rule for node in walk(found.items)] == [
        "agenda_list.entry",
        "agenda_list.lettered",
        "agenda_list.bullet",
        "agenda_list.entry",
    ]


def test_codes_at_the_right_may_go_on_below():
    made = lines_of(
        page(
            [
                span("1.", 100, 100), span("Adoption of the agenda", 130, 100),
                span("2.", 100, 118), span("Review of buoys ..............", 130, 118),
                span("TRADE/WP.77/R.3 and", 400, 118), span("Add.1", 400, 130),
                span("3.", 100, 148), span("Other business", 130, 148),
            ]
        )
    )  # fmt: skip
    found = choose_list(find_lists(blocks_of(made, {}, measure(made)), True), True)
    assert [(node.title, [d.symbols for d in node.documents]) for node in found.items] == [
        ("Adoption of the agenda", []),
        ("Review of buoys", [["TRADE/WP.77/R.3", "TRADE/WP.77/R.3/Add.1"]]),
        ("Other business", []),
    ]
