"""Drafts and the kept schema: they have the fields of the models, and what comes of them is what the models give."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pydantic import BaseModel, ValidationError

from extractor import Agenda, extract, model
from extractor.model import drafts, stored
from extractor.model.shorten import without_blocks
from extractor.pipeline import How, drafted
from tests.conftest import SAMPLES
from tests.test_records import BASE, mutations

#: Every sign that JSON may have to escape, and some beyond ASCII.
SIGNS = "".join(map(chr, range(0x100))) + "\u2028\u2029\ufeff\U0001f3db</script>"


def parts_of(value: object) -> Iterator[object]:
    """A part with all that it holds."""
    if isinstance(value, list | tuple):
        for one in value:
            yield from parts_of(one)
    elif isinstance(value, BaseModel | msgspec.Struct):
        yield value
        names = value.__struct_fields__ if isinstance(value, msgspec.Struct) else type(value).model_fields
        for name in names:
            yield from parts_of(getattr(value, name))


def source(**fields: Any) -> drafts.Source:
    return drafts.Source(**{"sha256": "0" * 64, "bytes": 1, "pages": 3, **fields})


@pytest.mark.parametrize("name", [name for name in drafts.__all__ if name[0].isupper()])
def test_a_draft_has_the_fields_and_defaults_of_its_model(name: str) -> None:
    of_model: type[BaseModel] = getattr(model, name)
    of_draft: Any = getattr(drafts, name)
    assert of_draft.__struct_fields__ == tuple(of_model.model_fields)
    needed = {field: None for field, about in of_model.model_fields.items() if about.is_required()}
    for field in needed:
        with pytest.raises(TypeError):
            of_draft(**{name: None for name in needed if name != field})
    made, expected = of_draft(**needed), of_model.model_construct(**needed)
    for field in of_model.model_fields:
        mine, theirs = getattr(made, field), getattr(expected, field)
        assert mine == theirs or msgspec.to_builtins(mine) == theirs.model_dump()


@pytest.mark.parametrize("paper", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.stem)
def test_a_draft_is_written_as_its_model(paper: Path) -> None:
    draft = drafted(str(paper), How())
    whole = drafts.validated(draft)
    for compact in (False, True):
        assert drafts.json_of(draft, compact=compact).decode() == whole.to_json(compact=compact)
    assert drafts.json_of(without_blocks(draft)).decode() == whole.without_blocks().to_json()
    assert extract(paper) == whole


def test_odd_values_are_written_as_by_the_models() -> None:
    zone = dt.timezone(dt.timedelta(hours=-3, minutes=-30))
    draft = drafts.Agenda(
        source=source(path=SIGNS, bytes=2**63),
        footnotes=[
            drafts.Footnote(marker="*", text=SIGNS, page=1, bbox=box)
            for box in ((-0.0, 0.005, 1 / 3, 1e7), (1, 2, 3, 4), (0.1, 1e-9, 123456789.125, 1e15))
        ],
        schedule=[
            drafts.ScheduleEntry(
                date=dt.date(2031, 5, 2),
                start=dt.time(9, 5),
                sittings=[(dt.time(10), None), (dt.time(15), dt.time(18, 30))],
                starts_at=dt.datetime(2031, 5, 2, 9, 5, tzinfo=when),
            )
            for when in (None, dt.UTC, zone)
        ],
        corrected=[model.Correction(id="1")],
    )
    assert drafts.json_of(draft).decode() == drafts.validated(draft).to_json()


@pytest.mark.parametrize(
    "broken",
    [
        {"pages": -1}, {"sha256": "none"}, {"text_layer": "paper"}, {"bytes": "many"}, {"language": "EN"},
        {"recognised": [1, "x"]}, {"path": 5},
    ],
    ids=str,
)  # fmt: skip
def test_a_draft_is_refused_as_its_model(broken: dict[str, Any]) -> None:
    draft = drafts.Agenda(source=source(**broken))
    with pytest.raises(ValidationError) as theirs:
        drafts.validated(draft)
    with pytest.raises(ValidationError) as mine:
        drafts.json_of(draft)
    assert mine.value.errors(include_input=False) == theirs.value.errors(include_input=False)


def test_mutated_records_are_validated_alike() -> None:
    refused = 0
    for text in [json.dumps(BASE).encode(), *mutations(400, seed=25)]:
        try:
            data = json.loads(text)
        except ValueError:
            continue
        theirs: Any
        mine: Any
        try:
            theirs = Agenda.model_validate(data).model_dump(mode="json")
        except ValidationError as error:
            theirs = repr(error.errors(include_input=False, include_context=False))
            refused += 1
        try:
            mine = msgspec.to_builtins(stored.validator().validate_python(data), enc_hook=vars)
        except ValidationError as error:
            mine = repr(error.errors(include_input=False, include_context=False))
        assert json.dumps(mine) == json.dumps(theirs)  # arrays are tuples or lists, and NaN is not itself
    assert 50 < refused < 390


def test_what_users_get_are_models_throughout() -> None:
    agenda = extract(SAMPLES / "newyork_executive_board.pdf")
    assert {type(part).__module__.rpartition(".")[0] for part in parts_of(agenda)} == {"extractor.model"}
    assert not any(isinstance(part, msgspec.Struct) for part in parts_of(agenda))
