"""The pipeline itself: what it reads is left as it was."""

from __future__ import annotations

from extractor.layout.arrange import arrange
from extractor.model import Source
from extractor.pipeline import interpret
from extractor.structure.agenda.model import walk
from extractor.structure.recognise import Recognised, recognise
from tests.layout.pages import page as page_of
from tests.layout.pages import span
from tests.structure.test_recognise import head

SPANS = [
    *head("Provisional agenda"),
    span("1.", 124, 230), span("Opening of the session.", 148, 230),
    span("2.", 124, 246), span("Evaluation of lighthouses (DP/2031/3).", 148, 246),
    span("3.", 124, 262), span("Other matters.", 148, 262),
]  # fmt: skip


def test_the_source_given_is_not_changed() -> None:
    source = Source(path="a.pdf", sha256="0" * 64, bytes=1, pages=1, text_layer="digital")
    before = source.model_copy()
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
