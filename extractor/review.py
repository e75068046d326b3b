"""Whether a person should check a result, by its diagnostics, and why, in one line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from extractor.diagnostics import CODES, SUSPECT, UNASSIGNED

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Agenda, Diagnostic, Review

#: So many diagnostics are named, the first of each code.
NAMED = 3


#: The grades, those to be looked at first in front.
GRADES: tuple[Review, ...] = ("doubtful", "look", "none")


def grade_of(codes: Iterable[str]) -> Review:
    """The grade of a result that has diagnostics of these codes (contract: `source.review`)."""
    known = [CODES[code] for code in codes if code in CODES]
    severities = {one.severity for one in known}
    if "error" in severities or UNASSIGNED in known or SUSPECT in known:
        return "doubtful"
    return "look" if "warning" in severities else "none"


def serious(codes: Iterable[str]) -> list[str]:
    """The codes of warnings and errors among these."""
    return sorted(code for code in codes if code in CODES and CODES[code].severity != "info")


def review_line(agenda: Agenda) -> str | None:
    """Why the result should be looked at (`look: 2 warnings (schedule.no_day on page 7)`), None where it need not."""
    parts = ["not an agenda"] if agenda.document.kind == "other" else []
    errors = [note for note in agenda.diagnostics if note.severity == "error"]
    warnings = [note for note in agenda.diagnostics if note.severity == "warning"]
    counts = [_count(len(errors), "error"), _count(len(warnings), "warning")]
    if errors or warnings:
        parts.append(f"{', '.join(filter(None, counts))} ({_named([*errors, *warnings])})")
    if not parts:
        return None
    grade = "" if agenda.source.review == "none" else f"{agenda.source.review}: "
    return grade + "; ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def _named(notes: list[Diagnostic]) -> str:
    """The first codes with their pages."""
    first = {note.code: note.page for note in reversed(notes)}
    codes = list(dict.fromkeys(note.code for note in notes))
    named = [code if first[code] is None else f"{code} on page {first[code]}" for code in codes[:NAMED]]
    return ", ".join(named + (["…"] if len(codes) > NAMED else []))
