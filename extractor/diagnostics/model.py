"""What a diagnostic is, and what is known of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Severity


class Note(NamedTuple):
    """One diagnostic of one paper.

    Attributes:
        code: the code of the registry.
        severity: how much it matters.
        message: one sentence for people.
        page: the page that it is about, None for the whole paper.
        path: the value that it is about (`schedule[3]`), None where it is about no single one.
    """

    code: str
    severity: Severity
    message: str
    page: int | None = None
    path: str | None = None


class Code(NamedTuple):
    """One kind of diagnostic.

    Attributes:
        code: stable, the subject before the first dot.
        severity: how much it matters.
        message: the sentence of its notes; what differs from paper to paper stands in braces.
        meaning: what it means, in Markdown.
        advice: what to do about it, in Markdown.
    """

    code: str
    severity: Severity
    message: str
    meaning: str
    advice: str

    def note(self, page: int | None = None, /, *, path: str | None = None, **values: object) -> Note:
        """A diagnostic of this kind; `values` fill the braces of the message."""
        return Note(self.code, self.severity, self.message.format(**values), page, path)


#: Every kind of diagnostic by its code.
CODES: dict[str, Code] = {}


def register(code: str, severity: Severity, message: str, *, meaning: str, advice: str) -> Code:
    """Enter a kind of diagnostic; each code once."""
    if code in CODES:
        raise ValueError(f"two diagnostics have the code {code!r}")
    CODES[code] = made = Code(code, severity, message, meaning, advice)
    return made
