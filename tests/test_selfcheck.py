"""How `make selfcheck` breaks the program, and counts what comes out worse; what is reached stands in tests/gate."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from extractor.reading.page import Page, Rule, Span
from tests.conftest import SAMPLES
from tools import selfcheck
from tools.compare import PARTS, alarms, doubted, faults
from tools.harm import HARMS, harmed, says_otherwise


@pytest.fixture(scope="module")
def paper() -> dict[str, Any]:
    return dict(json.loads((SAMPLES / "vienna_working_group.truth.json").read_text(encoding="utf-8")))


def test_a_rule_that_is_taken_out_makes_parts_worse_and_a_warning_names_them() -> None:
    (paper,) = selfcheck.subjects("geneva_working_party")
    rule = "timetable.columns.item"
    assert rule in paper.deciding
    trials = selfcheck.knock_outs([rule, "checks.items.repeated"], [paper])
    assert [(one.cause, one.part, one.is_named) for one in trials] == [(rule, "schedule", True)]


def test_harm_is_measured_in_the_same_way() -> None:
    papers = selfcheck.subjects("vienna_working_group")
    trials = selfcheck.harms([0, 1], papers)
    assert {one.cause for one in trials} <= HARMS.keys()
    assert 0 < selfcheck.share(trials) <= 1
    assert selfcheck.harms([0, 1], papers) == trials


def test_each_sound_part_of_the_unbroken_program_counts_once() -> None:
    papers = selfcheck.subjects("vienna_working_group")
    assert [one.part for one in selfcheck.standing(papers)] == list(PARTS)


def test_a_paper_has_no_fault_beside_itself(paper: dict[str, Any]) -> None:
    assert not any(faults(paper, copy.deepcopy(paper)).values())


@pytest.mark.parametrize(
    ("part", "spoil"),
    [
        ("document", lambda one: one["document"].update(job_number="V.1")),
        ("meetings", lambda one: one["meetings"][0].update(periods=[])),
        ("items", lambda one: one["items"][0].update(title="Lamps")),
        ("annotations", lambda one: [item["annotation"].clear() for item in one["items"]]),
        ("schedule", lambda one: one["schedule"].pop()),
    ],
)
def test_a_fault_is_counted_in_its_part(paper: dict[str, Any], part: str, spoil: Any) -> None:
    worse = copy.deepcopy(paper)
    spoil(worse)
    assert [name for name, count in faults(paper, worse).items() if count] == [part]


def test_an_alarm_speaks_of_the_part_of_its_path() -> None:
    notes = [
        {"code": "a.b", "severity": "warning", "path": "items[2].items[0].annotation[1]"},
        {"code": "a.c", "severity": "error", "path": "items[2].documents[0]"},
        {"code": "meeting.d", "severity": "warning", "path": None},
        {"code": "a.e", "severity": "info", "path": "schedule[0]"},
    ]
    found = alarms({"diagnostics": notes})
    assert found == [("annotations", "a.b"), ("documents", "a.c"), ("meetings", "meeting.d")]
    assert len(doubted({"diagnostics": [{"code": "a", "severity": "warning", "path": "blocks[3]"}]})) > len(found)


def _page() -> Page:
    words = ("1. Lamps of brass", "2. Bells and buoys", "3. Other matters")
    spans = [
        Span(text, 72, top, 300, top + 10, top + 8, 10) for text, top in zip(words, (100.0, 120.0, 140.0), strict=True)
    ]
    return Page(1, 595, 842, spans=spans, rules=[Rule(72, 90, 300, 90)])


@pytest.mark.parametrize("name", HARMS)
def test_a_harm_changes_the_page_the_same_way_each_time(name: str) -> None:
    page = _page()
    before = pickle.dumps(page)
    one, two = harmed([page], name, "7"), harmed([page], name, "7")
    assert one == two
    assert one is not None
    assert one != [page]
    assert pickle.dumps(page) == before


def test_a_page_without_lines_cannot_be_harmed() -> None:
    assert harmed([Page(1, 595, 842)], "rules lost", "7") is None


def _lines(*texts: str) -> list[Page]:
    spans = [Span(one, 72, 100.0 + 20 * at, 300, 110, 108.0 + 20 * at, 10) for at, one in enumerate(texts)]
    return [Page(1, 595, 842, spans=spans)]


@pytest.mark.parametrize(
    ("before", "after", "shows"),
    [
        ("Nobody has seen a buoy of that size", "Nobody has seen buoy of that size", False),
        ("Nobody has seen a buoy of that size", "Nobody has a seen buoy of that size", False),
        ("The lamps of brass are dear", "The lamps brass are dear", True),  # another line has the three words
        ("The report of 2031 is in print", "The report of is in print", True),
        ("3. Other matters", "Other 3. matters", True),
    ],
)
def test_plain_words_that_the_paper_prints_once_leave_nothing_behind(before: str, after: str, shows: bool) -> None:
    other = "Old lamps of brass are dim"
    assert says_otherwise(_lines(before, other), _lines(after, other)) is shows
