"""Dates, times and periods: a table of sentences in six languages, properties, and speed that does not fall on
odd input."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.grammar.calendar import (
    CalendarContext,
    DateSpan,
    Period,
    TimeSpan,
    find_dates,
    find_times,
    parse_period,
    read_date,
)
from extractor.grammar.zones import without_cities
from tests.each import each
from tests.grammar import table
from tests.grammar.timing import check_growth

HERE = Path(__file__).parent
MEETING = CalendarContext(periods=(Period(date(2022, 6, 27), date(2022, 7, 1)),))


def rows(name: str) -> list[tuple[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(cell.strip() for cell in line.rsplit("|", 1)) for line in lines if line and not line.startswith("# ")]  # type: ignore[misc]


def said_date(span: DateSpan) -> str:
    if span.precision == "month":
        first = f"{span.year}-{span.month:02}"
        return f"{first}..{span.year}-{span.month + 1:02}" if "range" in span.flags and span.month else first
    if span.first is None:
        return "none"
    return str(span.first) if span.first == span.last else f"{span.first}..{span.last}"


def said_time(span: TimeSpan) -> str:
    if not span.sittings:
        return str(span.half_day)
    return "+".join(f"{first:%H:%M}" + (f"-{last:%H:%M}" if last else "") for first, last in span.sittings)


@each(rows("calendar_dates.txt"))
def test_dates(text: str, expected: str) -> None:
    spans = find_dates(text, MEETING)
    assert " ".join(said_date(span) for span in spans) == expected
    assert all(text[span.start : span.end] == span.text for span in spans)


@each(rows("calendar_times.txt"))
def test_times(text: str, expected: str) -> None:
    spans = find_times(text)
    assert " ".join(said_time(span) for span in spans) == expected
    assert all(text[span.start : span.end] == span.text for span in spans)


@each(table.rows("calendar_sentences.tsv"))
def test_the_sentences(language: str, sentence: str, days: str, times: str) -> None:
    for context in (None, CalendarContext(language=language)):
        assert (" ".join(said_date(span) for span in find_dates(sentence, context)) or "-") == days
        assert (" ".join(said_time(span) for span in find_times(sentence, context)) or "-") == times


@pytest.mark.parametrize("text", ["10 a.m.–1\np.m.", "10 a.m.–\n1 p.m.", "10\na.m.–1 p.m."])
def test_a_time_broken_over_the_lines_of_a_cell(text: str) -> None:
    assert [said_time(span) for span in find_times(text)] == ["10:00-13:00"]


def test_a_contradicting_weekday_is_kept_and_reported() -> None:
    (span,) = find_dates("Friday, 27 June 2022")
    assert (span.first, span.weekday_ok) == (date(2022, 6, 27), False)
    (span,) = find_dates("Monday, 27 June 2022")
    assert span.weekday_ok is True


def test_what_is_not_printed_is_marked_as_inferred() -> None:
    (span,) = find_dates("Monday, 27 June", MEETING)
    assert span.inferred == {"year"}
    (span,) = find_dates("27 June 2022", MEETING)
    assert not span.inferred
    (span,) = find_dates("27 June")
    assert span.first is None
    assert (span.month, span.day) == (6, 27)


def test_the_year_comes_from_the_nearest_of_several_parts() -> None:
    parts = (Period(date(2020, 12, 28), date(2021, 1, 5)),)
    spans = find_dates("30 December; 4 January", CalendarContext(periods=parts))
    assert [span.first for span in spans] == [date(2020, 12, 30), date(2021, 1, 4)]
    (span,) = find_dates("Monday, 13 January", CalendarContext(reference=date(2024, 12, 2)))
    assert (span.first, span.weekday_ok) == (date(2025, 1, 13), True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # Half a year from the meeting: the days of a range are nearest to different Junes.
        ("2 to 12 June", date(1998, 6, 2), date(1998, 6, 12)),
        ("31 May to 11 June", date(1998, 5, 31), date(1998, 6, 11)),
        ("from 28 December to 3 January", date(1997, 12, 28), date(1998, 1, 3)),
    ],
)
def test_a_range_without_a_year_goes_forwards(text: str, first: date, last: date) -> None:
    meeting = CalendarContext(periods=(Period(date(1997, 12, 1), date(1997, 12, 11)),))
    (span,) = find_dates(text, meeting)
    assert (span.first, span.last) == (first, last)
    assert "year" in span.inferred


def test_a_numeric_date_that_reads_two_ways_is_ambiguous() -> None:
    (span,) = find_dates("05/06/2022")
    assert span.ambiguous
    (span,) = find_dates("27/06/2022")
    assert not span.ambiguous


@pytest.mark.parametrize(
    ("printed", "day"),
    [("06/05/2034", 5), ("06.07.2034", 7), ("08/06/2034", 8), ("06/06/2034", 6), ("06/20/2034", 20)],
)
def test_the_days_of_the_meeting_say_which_number_is_the_month(printed: str, day: int) -> None:
    context = CalendarContext(periods=(Period(date(2034, 6, 5), date(2034, 6, 9)),))
    (span,) = find_dates(printed, context)
    assert span.first == date(2034, 6, day)


def test_half_days_of_a_range() -> None:
    (span,) = find_dates("Monday, 8 July–Wednesday, 10 July 2019, a.m.")
    assert (span.half_day, span.last_half_day, span.weekday_ok) == (None, "am", True)
    (span,) = find_dates("3 (p.m.)-7 May 2021")
    assert (span.half_day, span.last_half_day) == ("pm", None)


@pytest.mark.parametrize(
    "text",
    [
        "on Monday, 27 June, at 10 a.m.",
        "at 10 a.m. on Monday, 27 June",
        "starting at 10.00 on Monday, 27 June",
        "le lundi 27 juin à 10 heures",
        "el lunes 27 de junio a las 10.00 horas",
        "27 июня, в 10 ч. 00 м.",
        "6月27日星期一上午10时",
    ],
)
def test_the_time_beside_a_date_is_attached(text: str) -> None:
    (span,) = find_dates(text, MEETING)
    assert span.time is not None
    assert f"{span.start_time:%H:%M}" == "10:00"
    assert text[span.time.start : span.time.end] == span.time.text


def test_zone_as_printed() -> None:
    assert find_times("15.00 to 17.00 hrs CEST")[0].zone == "CEST"
    assert find_times("10 a.m. (New York time)")[0].zone == "New York time"


def test_a_city_that_names_a_zone_is_taken_out() -> None:
    assert without_cities("12 May, 14:00 (Geneva time), Lima") == "12 May, 14:00 (           ), Lima"
    assert without_cities("Geneva, 12 May, in time") == "Geneva, 12 May, in time"


@each(table.rows("calendar_periods.tsv"))
def test_periods(language: str, line: str, expected: str) -> None:
    for context in (None, CalendarContext(language=language)):
        found = parse_period(line, context)
        assert (" ".join(f"{one.first or '..'}/{one.last or '..'}" for one in found) or "-") == expected


def test_dateparser_stands_behind_a_short_string_only() -> None:
    span = read_date("27 Juni 2022", CalendarContext(language="de", reference=date(2022, 3, 1)))
    assert span is not None
    assert (span.first, "dateparser" in span.flags) == (date(2022, 6, 27), True)
    span = read_date("27 June 2022")
    assert span is not None
    assert "dateparser" not in span.flags
    assert read_date("A/AC.7/2022/2") is None
    assert read_date("no figures here") is None


PIECES = """27|June| |-|–|,|2022|a.m.|3| and |to|10.30|:|/|(|)|Monday|mai|de|.|noon|h|1er|ﻻ|İ|١٠|\n|\u00a0
|月|日|至|上午|时|года|июня|حزيران|و|الساعة|ـ"""
ALPHABET = st.sampled_from(PIECES.split("|"))


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=80), st.lists(ALPHABET, max_size=30).map("".join)))
def test_offsets_point_at_the_text_and_spans_do_not_overlap(text: str) -> None:
    for spans in (find_dates(text, MEETING), find_times(text)):
        end = 0
        for span in spans:
            assert text[span.start : span.end] == span.text
            assert span.text
            assert span.start >= end
            end = span.end


@settings(max_examples=200)
@given(st.dates(date(1946, 1, 1), date(2099, 12, 31)), st.integers(0, 40))
def test_house_style_round_trip(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    if first == last:
        printed = f"{first.day} {first:%B %Y}"
    elif (first.year, first.month) == (last.year, last.month):
        printed = f"{first.day}-{last.day} {last:%B %Y}"
    else:
        printed = f"{first.day} {first:%B}-{last.day} {last:%B %Y}"
    assert parse_period(f"Vienna, {printed}") == [Period(first, last)]


@pytest.mark.parametrize(
    "piece",
    [
        "27 June 2022 ",
        "may ",
        "1 1 ",
        "1-1-",
        "Monday, 8 July–",
        "10 a.m. and ",
        "10.00 a ",
        "11月26日至",
        "الساعة 10/00 و",
        " ",
        "5, ",
        "((",
        "10 ",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    check_growth(lambda text: (find_dates(text, MEETING), find_times(text)), piece)


def test_an_hour_between_the_ends_of_a_period() -> None:
    first, last = date(2035, 5, 7), date(2035, 5, 11)
    assert parse_period("London, from Monday, 7 May 2035, at 9.30 a.m., to Friday, 11 May 2035") == [
        Period(first, last)
    ]
    assert parse_period("du 7 mai 2035 à 9 h 30 au 11 mai 2035", CalendarContext(language="fr")) == [
        Period(first, last)
    ]
    assert len(parse_period("7 May 2035, 10 a.m., and 11 May 2035")) == 2
