"""The pipeline itself: what it reads is left as it was."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from extractor.layout.arrange import arrange
from extractor.model.drafts import Source, json_of
from extractor.pipeline import interpret
from extractor.reading.reader import open_pdf
from extractor.records import replace
from extractor.structure.agenda.model import walk
from extractor.structure.recognise import Recognised, recognise
from tests.layout.pages import page as page_of
from tests.layout.pages import span
from tests.structure.test_recognise import head

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
SPANS = [
    *head("Provisional agenda"),
    span("1.", 124, 230), span("Opening of the session.", 148, 230),
    span("2.", 124, 246), span("Evaluation of lighthouses (DP/2031/3).", 148, 246),
    span("3.", 124, 262), span("Other matters.", 148, 262),
]  # fmt: skip


def test_the_source_given_is_not_changed() -> None:
    source = Source(path="a.pdf", sha256="0" * 64, bytes=1, pages=1, text_layer="digital")
    before = replace(source)
    agenda = interpret(source, [page_of(list(SPANS))])
    assert agenda.source.language == "en"
    assert source == before


def test_a_paper_can_be_recognised_twice() -> None:
    paper = arrange([page_of(list(SPANS))])

    def outcome(found: Recognised) -> object:
        items = [(node.number, node.title, node.documents, len(node.annotation)) for node in walk(found.items)]
        return found.kind, items, found.documents, [(one.text, one.item, one.role) for one in found.passages]

    first = outcome(recognise(paper))
    assert outcome(recognise(paper)) == first


@pytest.mark.parametrize("paper", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.stem)
def test_the_same_pages_give_the_same_agenda_twice(paper: Path) -> None:
    with open_pdf(paper.read_bytes(), "pdfium") as reader:
        pages = list(reader.pages(None))
    before = copy.deepcopy(pages)

    def read() -> bytes:
        source = Source(path=paper.name, sha256="0" * 64, bytes=1, pages=len(pages), text_layer="digital")
        return json_of(interpret(source, pages))

    first = read()
    assert pages == before
    assert read() == first
