"""The models: round trips, stable bytes, strictness."""

from __future__ import annotations

import datetime as dt
import json
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from extractor.model import (
    Agenda,
    Block,
    Diagnostic,
    Document,
    Item,
    ItemDocument,
    Meeting,
    Period,
    ScheduleEntry,
    Session,
    Source,
)

SOURCE = Source(sha256="0" * 64, bytes=3, pages=1)


def paper() -> Agenda:
    """An agenda with something in every difficult field."""
    vienna = ZoneInfo("Europe/Vienna")
    return Agenda(
        source=SOURCE,
        document=Document(symbol="A/AC.999/1", symbols=["A/AC.999/1"], kind="agenda", date=dt.date(2031, 3, 16)),
        meetings=[
            Meeting(
                session=Session(label="Neuvième session", number=9),
                periods=[Period(start=dt.date(2031, 6, 27), end=None)],
                opens_at=dt.datetime(2031, 6, 27, 10, tzinfo=vienna),
                timezone="Europe/Vienna",
            )
        ],
        items=[
            Item(
                number="1",
                title="Ouverture",
                bbox=(1.23456, -0.0001, 3, 4),
                items=[Item(number="1(a)", title="议程", documents=[ItemDocument(symbols=["A/AC.999/2"])])],
                annotation=[Block(type="paragraph", text="Text.")],
            )
        ],
        schedule=[ScheduleEntry(start=dt.time(10), sittings=[(dt.time(10), None), (dt.time(15), dt.time(18))])],
    )


def test_json_round_trip_keeps_everything() -> None:
    agenda = paper()
    for compact in (False, True):
        text = agenda.to_json(compact=compact)
        again = Agenda.from_json(text)
        assert again == agenda
        assert again.to_json(compact=compact) == text


def test_json_looks_as_the_contract_says() -> None:
    data = json.loads(paper().to_json())
    assert list(data) == [
        "schema_version",
        "source",
        "document",
        "meetings",
        "items",
        "documents",
        "schedule",
        "footnotes",
        "references",
        "dates",
        "entities",
        "blocks",
        "diagnostics",
    ]
    assert data["document"]["date"] == "2031-03-16"
    assert data["meetings"][0]["opens_at"] == "2031-06-27T10:00:00+02:00"
    assert data["meetings"][0]["periods"] == [{"start": "2031-06-27", "end": None}]
    assert data["items"][0]["bbox"] == [1.23, 0.0, 3.0, 4.0]
    assert data["items"][0]["items"][0]["title"] == "议程"
    assert data["schedule"][0]["sittings"] == [["10:00", None], ["15:00", "18:00"]]
    assert data["schedule"][0]["start"] == "10:00"


def test_json_is_one_line_when_compact_and_keeps_letters() -> None:
    text = paper().to_json(compact=True)
    assert "\n" not in text
    assert "议程" in text
    assert "-0.0" not in paper().to_json()


@pytest.mark.parametrize("hours", [-5, 0, 5.5])
def test_moments_keep_their_offset(hours: float) -> None:
    moment = dt.datetime(2031, 1, 2, 3, 4, tzinfo=dt.timezone(dt.timedelta(hours=hours)))
    written = json.loads(Meeting(opens_at=moment).model_dump_json())["opens_at"]
    assert written == moment.isoformat()
    assert Meeting(opens_at=written).opens_at == moment


def test_a_moment_without_zone_has_no_offset() -> None:
    assert '"2031-01-02T03:04:00"' in Meeting(opens_at=dt.datetime(2031, 1, 2, 3, 4)).model_dump_json()


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Document, {"tilte": "misspelt"}),
        (Document, {"kind": "invitation"}),
        (Document, {"date": "2031-02-30"}),
        (Document, {"original_language": "English"}),
        (Document, {"distribution": "General"}),
        (ScheduleEntry, {"start": "10:00:30"}),
        (ScheduleEntry, {"start": "25:00"}),
        (Item, {"number": "1"}),
        (Item, {"title": "Opening", "page": 0}),
        (Item, {"title": "Opening", "bbox": [1, 2, 3]}),
        (Diagnostic, {"code": "nodot", "message": "x"}),
        (Source, {"sha256": "abc", "bytes": 1, "pages": 1}),
    ],
)
def test_what_breaks_the_contract_is_refused(model: type, values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        model(**values)


def test_from_json_refuses_other_json() -> None:
    for text in ("", "[]", "{}", '{"schema_version": "2.0"}'):
        with pytest.raises(ValueError, match="validation error"):
            Agenda.from_json(text)


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.12"])
def test_every_minor_version_is_read_and_unknown_fields_left_out(version: str) -> None:
    data = json.loads(paper().to_json())
    data["schema_version"] = version
    data["novelty"] = {"deep": [1]}
    data["items"][0]["items"][0]["colour"] = "red"
    data["schedule"][0]["room"] = None
    assert Agenda.from_json(json.dumps(data)) == paper()


def test_unknown_fields_do_not_hide_what_is_wrong() -> None:
    data = json.loads(paper().to_json())
    data["novelty"] = 1
    data["items"][0]["title"] = 7
    with pytest.raises(ValidationError) as caught:
        Agenda.from_json(json.dumps(data))
    assert [error["loc"] for error in caught.value.errors()] == [("items", 0, "title")]


@pytest.mark.parametrize("version", ["2.0", "2", "10.1", "0.9", "1", "1.01", "1.0\n", "one", "", 1.0, None, []])
def test_other_versions_are_refused(version: object) -> None:
    data = json.loads(paper().to_json())
    data["schema_version"] = version
    with pytest.raises(ValueError, match=r"of the contract"):
        Agenda.from_json(json.dumps(data))


def test_lists_are_not_shared_between_papers() -> None:
    one, other = Agenda(source=SOURCE), Agenda(source=SOURCE)
    one.items.append(Item(title="Opening"))
    one.document.symbols.append("A/1")
    assert other.items == []
    assert other.document.symbols == []


_text = st.text(st.characters(codec="utf-8"), max_size=20)
_items = st.recursive(
    st.builds(Item, title=_text, number=st.none() | _text, page=st.none() | st.integers(1, 9999)),
    lambda children: st.builds(Item, title=_text, items=st.lists(children, max_size=3)),
    max_leaves=8,
)


@settings(max_examples=60)
@given(
    items=st.lists(_items, max_size=3),
    date=st.none() | st.dates(),
    time=st.none() | st.times().map(lambda value: value.replace(second=0, microsecond=0)),
    box=st.none() | st.tuples(*[st.floats(-20000, 20000)] * 4),
)
def test_any_agenda_comes_back_equal(
    items: list[Item], date: dt.date | None, time: dt.time | None, box: object
) -> None:
    agenda = Agenda(source=SOURCE, items=items, schedule=[ScheduleEntry(date=date, start=time, bbox=box)])
    assert Agenda.from_json(agenda.to_json()) == agenda
