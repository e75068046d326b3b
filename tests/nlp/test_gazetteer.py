"""The names that the entity finder knows."""

from __future__ import annotations

import pytest

from extractor.lexicon import LANGUAGES, read_rows
from extractor.lexicon.registry import bodies
from extractor.nlp.expand import Unbounded, spellings
from extractor.nlp.gazetteer import abbreviates, declined, names, shared_path


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("Security Council", {"Security Council"}),
        ("l['’]homme", {"l'homme", "l’homme"}),
        ("Комисси(?:я|и) мира", {"Комиссия мира", "Комиссии мира"}),
        ("Совет(?:а|у)? Европы", {"Совет Европы", "Совета Европы", "Совету Европы"}),
        ("a|b(?:c|d)", {"a", "bc", "bd"}),
        ("Executive Board of (?:the )?UNDP", {"Executive Board of the UNDP", "Executive Board of UNDP"}),
    ],
)
def test_short_expressions_are_written_out(pattern: str, found: set[str]) -> None:
    assert set(spellings(pattern)) == found


@pytest.mark.parametrize("pattern", ["a+", "a(?!b)", "[^.]x", "[a-z]", "(a)", "a{2}", "(?:a|b", "(?:a|b|c|d)" * 4])
def test_long_expressions_are_refused(pattern: str) -> None:
    with pytest.raises(Unbounded):
        spellings(pattern)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("COPUOS", "Committee on the Peaceful Uses of Outer Space"),
        ("UNCITRAL", "United Nations Commission on International Trade Law"),
        ("UN/CEFACT", "United Nations Centre for Trade Facilitation and Electronic Business"),
    ],
)
def test_an_acronym_is_recognised_by_its_letters(acronym: str, name: str) -> None:
    assert abbreviates(acronym, name)


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("COVID-19", "Thirty-first special session of the General Assembly"),
        ("HIV/AIDS", "Twenty-sixth special session of the General Assembly"),
        ("UNIFIL", "Eighth special session of the General Assembly"),
        ("disarmament", "Tenth special session of the General Assembly"),
    ],
)
def test_a_subject_in_the_bracket_is_no_acronym(subject: str, name: str) -> None:
    assert not abbreviates(subject, name)


def test_parents_are_known_by_what_their_children_share() -> None:
    assert shared_path(["E/CN.4/Sub.2/AC.5", "E/CN.4/Sub.2/2"]) == "E/CN.4/Sub.2"
    assert shared_path(["A/C.1", "S/C.1"]) == ""


def test_russian_names_are_declined() -> None:
    assert {"Австрии", "Австрию", "Австрией"} == set(declined("Австрия", "ru"))
    assert "Нью-Йорке" in declined("Нью-Йорк", "ru")
    assert "Праги" in declined("Прага", "ru")
    assert not list(declined("Перу", "ru"))
    assert not list(declined("Буэнос Айрес", "ru"))


@pytest.mark.parametrize("language", [*LANGUAGES, "xx"])
def test_names_are_clean(language: str) -> None:
    for name in names(language):
        assert name.text == " ".join(name.text.split())
        assert name.label in ("ORG", "GPE")
        assert not set("{}|~") & set(name.text), name


def test_only_bodies_stand_among_the_bodies() -> None:
    known = {name.text for name in names("en") if name.label == "ORG"}
    assert {"Sixth Committee", "Legal Committee", "COPUOS", "Scientific and Technical Subcommittee"} <= known
    wrong = {"Security Council resolutions", "Thirtieth special session of the General Assembly", "Secretariat"}
    wrong |= {"COVID-19", "Water Convention", "UNDP country programme documents", "Plenary"}
    assert not wrong & known


def test_ids_are_series_of_the_registry() -> None:
    rows = bodies()
    begun = {"/".join(prefix.split("/")[:depth]) for prefix in rows for depth in range(1, 6)}
    for row in read_rows("bodies/names.tsv"):
        assert not row["id"] or row["id"] in begun, row["id"]


def test_codes_of_cities_belong_to_known_cities() -> None:
    for row in read_rows("places/locodes.tsv"):
        assert len(row["code"]) == 5
        assert row["code"].startswith(row["country"])
