"""Fill ``entities`` of an agenda through the spaCy pipeline of :mod:`extractor.nlp`.

These are the bodies, places and countries that its text names.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.model.drafts import Agenda, Entity
from extractor.structure.passages import Passage


def add_entities(agenda: Agenda, passages: Sequence[Passage]) -> None:
    """Put into ``agenda.entities`` every named thing of `passages`, in their order. Loads spaCy.

    The paper's symbol tells which of several bodies of one name is meant. Offsets are not kept: text, item and page
    are.
    """
    from extractor.nlp.loading import load_pipelines

    load_pipelines()
    from extractor.nlp.pipelines import entity_pipeline

    nlp = entity_pipeline(agenda.source.language)
    about = {"symbol": agenda.document.symbol}
    docs = []
    for passage in passages:
        doc = nlp.make_doc(passage.text)
        doc._.un_context = about
        docs.append(doc)
    agenda.entities = [
        Entity(
            text=" ".join(span.text.split()),
            label=span.label_,
            id=span.kb_id_ or None,
            item=passage.item,
            page=passage.page,
        )
        for passage, doc in zip(passages, nlp.pipe(docs), strict=True)
        for span in doc.ents
    ]
