"""Whether a PDF is a United Nations paper at all: document systems answer some requests with an error page saved as
PDF.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.furniture import Sheet
from extractor.structure.masthead.model import Masthead
from extractor.structure.masthead.words import fold, words

#: An error page is short: more text than this is a paper that happens to quote one (letters).
ERROR_PAGE_LETTERS = 2_500
#: Sentences of an error page that must be found on it.
ERROR_PAGE_SIGNS = 2


def is_error_page(sheets: Sequence[Sheet]) -> bool:
    """Whether the file holds what a document system prints when it has no such document."""
    text = fold(
        " ".join(line.text for sheet in sheets[:2] for line in [*sheet.head, *sheet.body, *sheet.foot, *sheet.notes])
    )
    if not text or len(text) > ERROR_PAGE_LETTERS or len(sheets) > 2:
        return False
    return sum(pattern.search(text) is not None for pattern in words().not_a_paper) >= ERROR_PAGE_SIGNS


def looks_like_un_paper(sheets: Sequence[Sheet], masthead: Masthead) -> tuple[bool, str | None]:
    """Whether the file looks like a paper of the United Nations, and a sentence for a diagnostic where it does not.

    A symbol, or two of distribution, original language, job number and date of issue, are enough. Papers without text
    say nothing either way and count as papers.
    """
    signs = (masthead.distribution, masthead.original_language, masthead.job_number, masthead.date)
    if masthead.symbol is not None or sum(sign is not None for sign in signs) >= 2:
        return True, None
    if is_error_page(sheets):
        return (
            False,
            "the file is an error page of a document system saved as PDF, not a document",
        )
    if not any(sheet.body for sheet in sheets):
        return True, None
    return (
        False,
        "no symbol, distribution, language or job number was found: this does not look like a United Nations document",
    )


def not_a_paper(sheets: Sequence[Sheet], masthead: Masthead) -> str | None:
    """The sentence of :func:`looks_like_un_paper` where the file does not look like a paper, else ``None``."""
    return looks_like_un_paper(sheets, masthead)[1]
