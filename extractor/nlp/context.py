"""What a component may know of the paper that a Doc comes from: ``Doc._.un_context``."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

if not Doc.has_extension("un_context"):
    Doc.set_extension("un_context", default=None)


def context_of(doc: Doc) -> dict[str, Any]:
    """The paper's facts; ``{}`` when none are given.

    Any of ``symbol``, ``body``, ``organ`` (as in the masthead), ``language`` and ``year``.
    """
    return dict(doc._.un_context or {})
