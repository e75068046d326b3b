"""The review page of one paper as one file: with the pictures of its pages in it, and nothing outside it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.corrections.apply import Outcome, correct
from extractor.corrections.files import corrections_path, read_corrections
from extractor.errors import AgendaError
from extractor.naming import shown_path
from extractor.reviewing.page import paper_data, paper_page
from extractor.reviewing.painter import Painter

if TYPE_CHECKING:
    from extractor.corrections.model import Entry
    from extractor.model import Agenda

__all__ = ["kept_page"]


def kept_page(agenda: Agenda, path: str, *, corrections: bool) -> Iterator[bytes]:
    """The page of a paper as a file.

    Args:
        agenda: what was read from it.
        path: the PDF.
        corrections: show what was corrected; it is applied to `agenda` already.
    """
    from extractor.source import load

    entries: list[Entry] = []
    outcome = Outcome(agenda)
    if corrections:
        try:
            known = read_corrections(corrections_path(path))
            entries, outcome = known.corrections, correct(agenda, known)
        except AgendaError:  # none, or a diagnostic says what is wrong with them
            pass
    with Painter(load(path).data) as painter:
        sizes = painter.sizes()
        data = paper_data(outcome, entries, file=shown_path(path), pages=sizes)
        pictures = [base64.b64encode(painter.picture(at, kept=True)).decode() for at in range(1, len(sizes) + 1)]
    yield paper_page({**data, "pictures": pictures}).encode("utf-8", "replace")
