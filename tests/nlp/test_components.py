"""The spaCy components, in real pipelines."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

import extractor.nlp.references
from extractor.nlp.gazetteer import Name
from extractor.nlp.pipelines import entity_pipeline
from extractor.nlp.ruler import choose
from tests.conftest import ROOT, SAMPLES, Run

FACTORIES = ("un_sentences", "un_entities", "un_references")


def found(text: str, language: str = "en", **about: str) -> list[tuple[str, str, str]]:
    """Text, label and id of the entities."""
    nlp = entity_pipeline(language)
    doc = nlp.make_doc(text)
    doc._.un_context = about
    return [(" ".join(span.text.split()), span.label_, span.kb_id_) for span in nlp(doc).ents]


# --- sentences


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "The Committee will meet at 10 a.m. on Monday. See para. 3 of A/80/15/Rev. 1. It closes.", 3),
        ("en", "The list closes at 6 p.m. The bureau meets then.", 2),
        ("en", "12. The Board will elect Mr. J. Doe. It will then rise.", 2),
        ("en", "No. 5, vol. II, pp. 3-4 and chap. IV, sect. A. are before it.", 1),
        ("en", "Will it meet? It will (see annex.) The end.", 3),
        ("en", "Item one\n\nItem two", 2),
        ("fr", "La Commission se réunira à 10 h. Voir par. 3, vol. II. Elle décidera.", 3),
        ("es", "Véase el párr. 4 del núm. 3. La Junta decidirá.", 2),
        ("ru", "В 2031 г. Комитет рассмотрит п. 3. См. ст. 5.", 3),
        ("zh", "委员会开会。主席发言！会议结束。", 3),
        ("ar", "تجتمع اللجنة. هل تنتخب رئيسا؟ نعم.", 3),
    ],
)
def test_sentences_end_where_they_end(language: str, text: str, count: int) -> None:
    sentences = [sentence.text for sentence in entity_pipeline(language)(text).sents]
    assert len(sentences) == count, sentences


# --- entities


def test_the_longest_name_counts() -> None:
    assert found("The Economic and Social Commission for Asia and the Pacific met in Bangkok, Thailand.") == [
        ("Economic and Social Commission for Asia and the Pacific", "ORG", "ESCAP"),
        ("Bangkok", "GPE", "THBKK"),
        ("Thailand", "GPE", "TH"),
    ]
    assert found("Papua New Guinea spoke.") == [("Papua New Guinea", "GPE", "PG")]


def test_a_name_broken_over_lines_is_found() -> None:
    assert found("before the Committee on the Peaceful\nUses of Outer  Space (COPUOS)") == [
        ("Committee on the Peaceful Uses of Outer Space", "ORG", "A/AC.105"),
        ("COPUOS", "ORG", "A/AC.105"),
    ]


def test_apostrophes_and_capitals_do_not_matter() -> None:
    assert found("UNITED NATIONS CHILDREN’S FUND; United Nations Children's Fund") == [
        ("UNITED NATIONS CHILDREN’S FUND", "ORG", ""),
        ("United Nations Children's Fund", "ORG", ""),
    ]


def test_case_matters_for_acronyms_and_places() -> None:
    assert found("who will take the turkey to a nice general assembly of jersey") == []
    assert found("WHO will report.") == [("WHO", "ORG", "")]


def test_a_place_in_the_name_of_a_treaty_is_no_place() -> None:
    assert found("the Vienna Convention and the Paris Agreement") == []
    assert found("la Convention de Vienne", "fr") == []
    assert found("el Acuerdo de París", "es") == []
    assert found("巴黎协定", "zh") == []
    assert found("The Convention was signed in Vienna.") == [("Vienna", "GPE", "ATVIE")]


def test_a_place_that_is_a_word_needs_more() -> None:
    assert found("Oral reports. Nice words.") == []
    assert [text for text, _, _ in found("It met in Nice. It met at Nice, France.")] == ["Nice", "Nice", "France"]


@pytest.mark.parametrize(
    ("language", "text", "ids"),
    [
        ("fr", "L'Assemblée générale et la Sixième Commission, à Genève (Suisse)", ["A", "A/C.6", "CHGVA", "CH"]),
        ("es", "La Asamblea General se reunió en Nueva York", ["A", "USNYC"]),
        ("ru", "Генеральной Ассамблеи в Женеве; правительство Австрии", ["A", "CHGVA", "AT"]),
        ("zh", "安全理事会和第六委员会在日内瓦开会", ["S", "A/C.6", "CHGVA"]),
        ("ar", "والجمعية العامة ومجلس الأمن في نيويورك", ["A", "S", "USNYC"]),
    ],
)
def test_names_are_known_in_the_six_languages(language: str, text: str, ids: list[str]) -> None:
    assert [code for _, _, code in found(text, language)] == ids
    assert {code for _, _, code in found(text, "xx")} >= set(ids)


def test_the_symbol_of_the_paper_tells_bodies_of_one_name_apart() -> None:
    one = Name("Working Group", "ORG", "A/AC.1/WG.1", owner="One")
    same = [one, Name("Working Group", "ORG", "E/CN.1/WG.1", owner="Two")]
    assert choose(same) == ("ORG", "")
    assert choose(same, "E/CN.1/2031/4") == ("ORG", "E/CN.1/WG.1")
    assert choose(same, "E/2031/4") == ("ORG", "")


def test_a_state_comes_before_its_city_and_a_living_series_before_an_ended_one() -> None:
    assert choose([Name("Singapore", "GPE", "SGSIN", rank=1), Name("Singapore", "GPE", "SG")]) == ("GPE", "SG")
    assert found("Conference of European Statisticians") == [("Conference of European Statisticians", "ORG", "ECE/CES")]


def test_entities_of_others_are_kept() -> None:
    nlp = entity_pipeline("en")
    doc = nlp.make_doc("Vienna and Geneva")
    doc.ents = (Span(doc, 0, 1, label="PERSON"),)
    assert [(span.text, span.label_) for span in nlp(doc).ents] == [("Vienna", "PERSON"), ("Geneva", "GPE")]


def test_labels_can_be_chosen_and_entities_overwritten() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("un_entities", config={"labels": ["GPE"], "overwrite": True})
    doc = nlp.make_doc("The General Assembly in Vienna")
    doc.ents = (Span(doc, 4, 5, label="PERSON"),)
    assert [(span.text, span.label_) for span in nlp(doc).ents] == [("Vienna", "GPE")]


# --- references

TEXT = "See General Assembly resolution 55/25, A/77/100 and Add.1-3, rule 7 and the note of 3 May 2031."


def with_references(**config: Any) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("un_references", config=config)
    return nlp


def test_references_are_spans_with_their_facts() -> None:
    doc = with_references()(TEXT)
    by_kind: dict[str, list[Span]] = {}
    for span in doc.spans["un_references"]:
        by_kind.setdefault(span._.un_kind, []).append(span)
    (resolution,) = by_kind["resolution"]
    assert (resolution._.un_owner, resolution._.un_number) == ("General Assembly", "55/25")
    assert resolution._.un_symbol == resolution.kb_id_ == "A/RES/55/25"
    assert [span._.un_symbol for span in by_kind["document"]] == [
        "A/77/100",
        "A/77/100/Add.1",
        "A/77/100/Add.2",
        "A/77/100/Add.3",
    ]
    (day,) = by_kind["date"]
    assert (day._.un_first, day._.un_last) == ("2031-05-03", "2031-05-03")
    assert "rule" in by_kind


def test_exact_offsets_are_kept_and_spans_hold_whole_tokens() -> None:
    text = "(A/80/15of 2031), S/2031/7."
    doc = with_references()(text)
    assert doc.spans["un_references"]
    for span in doc.spans["un_references"]:
        start, end = span._.un_offsets
        assert text[start:end] == span._.un_text
        assert span.start_char <= start < end <= span.end_char


def test_what_is_not_wanted_is_left_out() -> None:
    doc = with_references(dates=False, everything=False)(TEXT)
    assert {span.label_ for span in doc.spans["un_references"]} == {"document", "resolution"}


def test_the_paper_tells_the_owner() -> None:
    nlp = with_references()
    doc = nlp.make_doc("It recalled decision 2024/24.")
    doc._.un_context = {"body": "Executive Board of UNICEF", "symbol": "E/ICEF/2031/1"}
    (span,) = [span for span in nlp(doc).spans["un_references"] if span.label_ == "decision"]
    assert span._.un_owner is not None
    assert "UNICEF" in span._.un_owner or "Children" in span._.un_owner
    assert span._.un_symbol is None


def test_other_spans_have_no_facts() -> None:
    doc = with_references()(TEXT)
    assert doc[0:2]._.un_symbol is None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "no digits", "/" * 500, "A/" * 300])
def test_odd_texts_do_no_harm(text: str) -> None:
    nlp = spacy.blank("en")
    for factory in FACTORIES:
        nlp.add_pipe(factory)
    assert nlp(text).text == text


# --- saving


def test_a_pipeline_comes_back_from_disk(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    for factory in FACTORIES:
        nlp.add_pipe(factory)
    nlp.get_pipe("un_entities").add_names([Name("Invented Council of Nowhere", "ORG", "X/IC")])
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    text = TEXT + " The Invented Council of Nowhere met in Vienna at 10 a.m. on Monday."
    one, other = nlp(text), again(text)
    assert [(e.text, e.label_, e.kb_id_) for e in one.ents] == [(e.text, e.label_, e.kb_id_) for e in other.ents]
    assert ("Invented Council of Nowhere", "ORG", "X/IC") in [(e.text, e.label_, e.kb_id_) for e in other.ents]
    assert [s.text for s in one.sents] == [s.text for s in other.sents]
    assert [s._.un_symbol for s in one.spans["un_references"]] == [s._.un_symbol for s in other.spans["un_references"]]


def test_a_pipeline_comes_back_from_bytes() -> None:
    nlp = spacy.blank("en")
    for factory in FACTORIES:
        nlp.add_pipe(factory)
    again = spacy.blank("en")
    for factory in FACTORIES:
        again.add_pipe(factory)
    again.from_bytes(nlp.to_bytes())
    assert [e.kb_id_ for e in again("Vienna, COPUOS").ents] == ["ATVIE", "A/AC.105"]


def test_references_are_saved_with_their_doc() -> None:
    nlp = with_references()
    before = nlp(TEXT)
    saved = DocBin(store_user_data=True, docs=[before]).to_bytes()
    (doc,) = DocBin(store_user_data=True).from_bytes(saved).get_docs(nlp.vocab)
    assert isinstance(doc, Doc)
    assert [span._.un_symbol for span in doc.spans["un_references"]] == [
        span._.un_symbol for span in before.spans["un_references"]
    ]


# --- the house


def test_factories_are_known_by_name_without_an_import(tmp_path: Path) -> None:
    probe = (
        "import spacy, sys; assert 'extractor' not in sys.modules\n"
        f"for factory in {FACTORIES!r}:\n"
        "    nlp = spacy.blank('en'); nlp.add_pipe(factory); doc = nlp('Vienna. A/80/15.')\n"
        "    print(factory, len(doc.ents), len(list(doc.spans.get('un_references', ()))))"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["un_sentences 0 0", "un_entities 1 0", "un_references 0 1"]


def test_extract_loads_spacy_only_for_entities() -> None:
    probe = (
        "import sys\nfrom extractor import extract\n"
        f"extract({str(sorted(SAMPLES.glob('*.pdf'))[0])!r})\nassert 'spacy' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr


def test_the_command_fills_entities(run_command: Run) -> None:
    pdf = SAMPLES / "vienna_working_group.pdf"
    done = run_command("extract", pdf, "--entities", "--compact")
    assert done.returncode == 0, done.stderr
    agenda = json.loads(done.stdout)
    assert "ATVIE" in {entity["id"] for entity in agenda["entities"]}
    assert {entity["label"] for entity in agenda["entities"]} <= {"ORG", "GPE"}
    assert all(1 <= entity["page"] <= agenda["source"]["pages"] for entity in agenda["entities"])
    assert json.loads(run_command("extract", pdf, "--compact").stdout)["entities"] == []


def test_the_documented_example_prints_what_it_says() -> None:
    text = (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8")
    code = text.split("```python\n")[1].split("```")[0]
    said = [ast.literal_eval(line[2:]) for line in code.splitlines() if line.startswith("# ")]
    values: dict[str, Any] = {}
    shown = []
    for node in ast.parse(code).body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.ListComp):
            shown.append(eval(ast.unparse(node), values))
        else:
            exec(ast.unparse(node), values)
    assert shown == said


def test_the_reference_component_is_the_grammars() -> None:
    from extractor.grammar.references import find_references

    texts = [(one.start, one.end) for one in find_references(TEXT, everything=True)]
    doc = with_references(dates=False)(TEXT)
    assert [span._.un_offsets for span in doc.spans["un_references"]] == texts
    assert extractor.nlp.references.SPANS == "un_references"
