"""Kinds of timetables and of dates and hours, each shown by unlike papers of our own."""

from __future__ import annotations

import pytest

from tests.kinds.grids import ACROSS, BESIDE, OVER, UPRIGHT
from tests.kinds.hours import HOURS, MOMENTS, PERIODS, hour, rows
from tests.kinds.timepapers import Paper, read, rows_of


@pytest.mark.parametrize("name", HOURS)
def test_hours(name: str) -> None:
    assert rows_of(read(HOURS[name])) == HOURS[name].expected


@pytest.mark.parametrize("name", ACROSS)
def test_days_across(name: str) -> None:
    """The order in which a grid is read is not said: by day or by hour."""
    assert sorted(rows_of(read(ACROSS[name]))) == sorted(ACROSS[name].expected)


@pytest.mark.parametrize("name", OVER)
def test_days_over_tables(name: str) -> None:
    assert rows_of(read(OVER[name])) == OVER[name].expected


@pytest.mark.parametrize("name", UPRIGHT)
def test_rotated_and_centred_cells(name: str) -> None:
    assert rows_of(read(UPRIGHT[name])) == UPRIGHT[name].expected


@pytest.mark.parametrize("name", BESIDE)
def test_other_columns_and_cells_over_several(name: str) -> None:
    assert rows_of(read(BESIDE[name])) == BESIDE[name].expected


@pytest.mark.parametrize("name", MOMENTS)
def test_moments(name: str) -> None:
    printed, starts, ends = MOMENTS[name]
    entry = read(hour(printed, ""))["schedule"][1]
    assert (entry["starts_at"], entry["ends_at"], entry["sittings"]) == (starts, ends, [])


@pytest.mark.parametrize("name", PERIODS)
def test_periods(name: str) -> None:
    place, periods = PERIODS[name]
    meeting = read(Paper(place=place))["meetings"][0]
    assert [(period["start"][-5:], period["end"][-5:]) for period in meeting["periods"]] == periods


def test_a_line_that_says_when_it_is_true_gives_no_period() -> None:
    assert read(Paper(place="As of 14 February 2031"))["meetings"][0]["periods"] == []


def test_hours_in_the_place_line_open_the_session() -> None:
    meeting = read(Paper(place="Vienna, 12 May (10 a.m.) to 14 May (1 p.m.) 2031"))["meetings"][0]
    assert meeting["opens_at"] == "2031-05-12T10:00:00+02:00"


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        ("Monday to Wednesday, 12 to 14 May", "2031-05-12", "2031-05-14"),
        ("Thursday and Friday, 15 and 16 May", "2031-05-15", "2031-05-16"),
        ("Mon.–Wed., 12–14 May", "2031-05-12", "2031-05-14"),
    ],
)
def test_weekdays_before_a_range_are_those_of_its_ends(days: str, first: str, last: str) -> None:
    table = rows("10 a.m.–1 p.m.", "1", "Opening of the session", "3 p.m.", "3", "Calibration of tide gauges")
    found = read(Paper(table.replace("Monday, 12 May", days)))
    assert {(entry["date"], entry["end_date"]) for entry in found["schedule"]} == {(first, last)}
    assert not [one for one in found["diagnostics"] if one["code"] == "schedule.weekday_mismatch"]


@pytest.mark.parametrize(
    ("days", "year"),
    [
        (("Wednesday, 1 October", "Thursday, 2 October", "Friday, 3 October"), "2031"),
        (("Tuesday, 7 October", "Wednesday, 8 October", "Thursday, 9 October"), "2031"),
        (("Tuesday, 1 October", "Thursday, 3 October"), "2030"),  # the year of the paper is right
    ],
)
def test_weekdays_choose_the_year_of_a_timetable(days: tuple[str, ...], year: str) -> None:
    cells = [cell for day in days for cell in (f"strong[{day}]", "[]", "[]", "[10 a.m.]", "[3]", "[Tide gauges]")]
    paper = Paper(
        f'#rows((130pt, 40pt, 1fr), ..heads("Date and time", "Item", "Title or description"), {", ".join(cells)})',
        place="",
        issued="6 November 2030",
        title="Proposed programme of work for the tenth session",
        items=(),
        heading="",
    )
    found = read(paper)
    assert {entry["date"][:4] for entry in found["schedule"]} == {year}


@pytest.mark.parametrize(
    ("above", "offset"),
    [("All times are in New York time (EDT).", "-04:00"), ("All times are local time.", "+02:00")],
)
def test_a_remark_gives_the_zone_of_all_times(above: str, offset: str) -> None:
    table = rows("10 a.m.–1 p.m.", "1", "Opening of the session", "3 p.m.", "3", "Calibration of tide gauges")
    found = read(Paper(f"{above}\n\n{table}"))
    assert [entry["starts_at"] for entry in found["schedule"]] == [
        f"2031-05-12T10:00:00{offset}",
        f"2031-05-12T15:00:00{offset}",
    ]


def test_the_head_of_the_times_may_name_their_zone() -> None:
    heads = '..heads("Time (UTC)", "Item", "Title or description")'
    table = rows("10 a.m.–1 p.m.", "1", "Opening of the session", "3 p.m.", "3", "Tide gauges", heads=heads)
    assert [entry["starts_at"][-6:] for entry in read(Paper(table))["schedule"]] == ["+00:00", "+00:00"]


def test_a_table_over_pages_is_one_block() -> None:
    rows = ", ".join(f"[{hour}.00–{hour + 1}.00], [Gauge {hour} (item 3)]" for hour in range(10, 18))
    heads = "table.header([Time], [Item])"
    timetable = f"#v(300pt)\n#ruled((110pt, 1fr), {heads}, [Monday, 12 May], [], {rows})"
    found = read(Paper(timetable))
    (table,) = [block for block in found["blocks"] if block["cells"]]
    assert [place["page"] for place in table["places"]] == [1, 2]
    assert [row for row in table["cells"] if row == ["Time", "Item"]] == [["Time", "Item"]]
    assert len(table["cells"]) == 10
    assert len(found["schedule"]) == 8
    assert "Time Item" in [block["text"] for block in found["blocks"] if block["role"] == "furniture"]
