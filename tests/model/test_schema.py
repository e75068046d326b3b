"""The published JSON Schema: fresh, documented, and true of every output."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from extractor.model import Agenda
from extractor.model.check import breaches
from extractor.model.schema import schema_text
from tests.conftest import ROOT, corpus_agendas, sample_pdfs
from tests.model.test_agenda import paper

PUBLISHED = ROOT / "schemas" / "agenda-1.1.schema.json"

#: Fields that are written only where they have something.
OPTIONAL = {"corrected"}


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(
        json.loads(PUBLISHED.read_text(encoding="utf-8")),
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )


def objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "Agenda", schema
    yield from schema["$defs"].items()


def test_the_published_schema_is_fresh() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == json.loads(schema_text(Agenda)), "run `make schema`"


def meaning(schema: Any) -> Any:
    """A schema without the texts for people."""
    if isinstance(schema, dict):
        return {key: meaning(value) for key, value in schema.items() if key not in ("description", "examples")}
    return [meaning(value) for value in schema] if isinstance(schema, list) else schema


def test_the_schema_of_version_1_0_stays() -> None:
    published = json.loads((ROOT / "schemas" / "agenda-1.0.schema.json").read_text(encoding="utf-8"))
    assert meaning(published) == meaning(Agenda.json_schema("1.0"))


def test_the_schema_is_valid_2020_12(validator: jsonschema.Draft202012Validator) -> None:
    assert validator.schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(validator.schema)


def test_every_field_is_described_with_true_examples(validator: jsonschema.Draft202012Validator) -> None:
    for name, definition in objects(dict(validator.schema)):
        assert definition["description"], name
        assert "additionalProperties" not in definition, "a later 1.x may add fields"
        assert sorted(definition["required"]) == sorted(definition["properties"].keys() - OPTIONAL), name
        for field, body in definition["properties"].items():
            assert body.get("description"), f"{name}.{field}"
            assert body.get("examples"), f"{name}.{field}"
            for example in body["examples"]:
                errors = list(
                    validator.evolve(schema={**body, "$defs": validator.schema["$defs"]}).iter_errors(example)
                )
                assert errors == [], f"{name}.{field}: {example!r}"


def test_the_schema_accepts_what_the_models_write(validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(json.loads(paper().to_json()))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["document", "kind"], "invitation"),
        (["document", "date"], "16 March 2031"),
        (["items", 0, "bbox"], [1, 2, 3]),
        (["items", 0, "title"], None),
        (["schema_version"], "2.0"),
        (["schema_version"], "one"),
        (["schedule", 0, "start"], "10 a.m."),
        (["meetings", 0, "opens_at"], "2031-06-27 10:00"),
        (["source", "sha256"], "beef"),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(
    validator: jsonschema.Draft202012Validator, path: list[str | int], value: object
) -> None:
    data: Any = json.loads(paper().to_json())
    node = data
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    assert not validator.is_valid(data)


def test_the_schema_accepts_a_later_minor_version(validator: jsonschema.Draft202012Validator) -> None:
    data = json.loads(paper().to_json())
    data["schema_version"] = "1.12"
    data["items"][0]["colour"] = "red"
    validator.validate(data)


@pytest.mark.parametrize("pdf", sample_pdfs(), ids=lambda path: path.stem)
def test_every_output_is_valid(pdf: Path, validator: jsonschema.Draft202012Validator) -> None:
    from extractor import extract

    validator.validate(json.loads(extract(pdf).to_json()))


def test_outputs_of_real_papers_are_valid(shared: Path) -> None:
    """By the check of our own, which is as strict as the schema (test_check) and takes a hundredth of the time."""
    from extractor import extract

    for pdf in corpus_agendas():
        assert list(breaches(extract(pdf).to_json().encode())) == [], pdf.name
