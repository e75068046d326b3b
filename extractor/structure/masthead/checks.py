"""Whether a PDF is a United Nations paper at all.

Document systems answer some requests with an error page saved as PDF.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.furniture import Sheet
from extractor.layout.lines.model import Line
from extractor.lexicon.folding import fold
from extractor.structure.masthead.model import Masthead
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import words


def not_a_paper(sheets: Sequence[Sheet], masthead: Masthead) -> str | None:
    """A sentence for a diagnostic where the file does not look like a paper of the United Nations, else None.

    A symbol, or two of distribution, original language, job number and date of issue, are enough, or that the first
    page names the Organization. Papers without text say nothing either way and count as papers.
    """
    signs = (masthead.distribution, masthead.original_language, masthead.job_number, masthead.date)
    if masthead.symbol is not None or sum(sign is not None for sign in signs) >= SETTINGS.paper_signs:
        return None
    if is_error_page(sheets):
        return "the file is an error page of a document system saved as PDF, not a document"
    if not any(sheet.body for sheet in sheets) or any(map(_names_organization, sheets[:1])):
        return None
    return (
        "no symbol, distribution, language or job number was found: this does not look like a United Nations document"
    )


def is_error_page(sheets: Sequence[Sheet]) -> bool:
    """Whether the file holds what a document system prints when it has no such document."""
    if len(sheets) > SETTINGS.error_page_pages:
        return False
    text = fold(" ".join(line.text for sheet in sheets for line in _lines(sheet)))
    if not text or len(text) > SETTINGS.error_page_length:
        return False
    return sum(pattern.search(text) is not None for pattern in words().not_a_paper) >= SETTINGS.error_page_signs


def _names_organization(sheet: Sheet) -> bool:
    """Whether a page names the organization: programmes of its meetings have no other sign of it."""
    return any(words().names_organization.search(line.text) for line in _lines(sheet))


def _lines(sheet: Sheet) -> list[Line]:
    return [*sheet.head, *sheet.body, *sheet.foot, *sheet.notes]
