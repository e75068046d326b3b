"""Fill ``entities`` of an agenda: bodies, places and countries that its text names, through the spaCy pipeline of
:mod:`extractor.nlp`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from extractor.model import Agenda, Entity


class Passage(Protocol):
    """A stretch of running text with its place."""

    @property
    def text(self) -> str:
        """The text itself."""

    @property
    def page(self) -> int:
        """The page where it begins, from 1."""

    @property
    def item(self) -> str | None:
        """The number of the agenda item in whose text it stands."""


def add_entities(agenda: Agenda, units: Sequence[Passage]) -> None:
    """Put into ``agenda.entities`` every named thing of `units`, in their order. Loads spaCy.

    The paper's symbol tells which of several bodies of one name is meant. Offsets are not kept: text, item and page
    are.
    """
    from extractor.nlp.pipelines import entity_pipeline

    nlp = entity_pipeline(agenda.source.language)
    about = {"symbol": agenda.document.symbol}
    docs = []
    for unit in units:
        doc = nlp.make_doc(unit.text)
        doc._.un_context = about
        docs.append(doc)
    agenda.entities = [
        Entity(
            text=" ".join(span.text.split()), label=span.label_, id=span.kb_id_ or None, item=unit.item, page=unit.page
        )
        for unit, doc in zip(units, nlp.pipe(docs), strict=True)
        for span in doc.ents
    ]
