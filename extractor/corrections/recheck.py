"""The checks of a result, run again after corrections: a doubt that is gone goes, and a new one is named.

While corrections are applied to plain data, each diagnostic carries a mark of what it is here: given by the checks,
and thus to be found again or to go; given by them before but not listed; settled by a person. So a diagnostic keeps its
mark when its path changes, because parts before it were added or removed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from extractor.model import Agenda, Diagnostic

__all__ = ["listed", "marked", "rechecked", "settle"]

#: The member of a diagnostic that holds its mark; the contract has none of this name.
_MARK = "mark"
Mark = Literal["checked", "silent", "settled", "other"]
Key = tuple[str, str | None, str]


def marked(agenda: Agenda) -> list[dict[str, Any]]:
    """The diagnostics of a result as plain data with their marks, those that its checks would give among them."""
    given = {_key(note): note for note in _checks(agenda)}
    known = {_key(note) for note in agenda.diagnostics}
    found = [_data(note, "checked" if _key(note) in given else "other") for note in agenda.diagnostics]
    return [*found, *(_data(note, "silent") for key, note in given.items() if key not in known)]


def settle(notes: Sequence[dict[str, Any]], code: str, path: str | None) -> None:
    """Mark the diagnostics of a code and path as settled by a person."""
    for note in notes:
        if (note["code"], note["path"]) == (code, path) and note[_MARK] != "silent":
            note[_MARK] = "settled"


def listed(notes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The diagnostics that stand in the result, without their marks."""
    return [
        {name: value for name, value in note.items() if name != _MARK}
        for note in notes
        if note[_MARK] not in ("silent", "settled")
    ]


def rechecked(agenda: Agenda, notes: Sequence[dict[str, Any]]) -> list[Diagnostic]:
    """The diagnostics of a corrected result.

    Args:
        agenda: the corrected result.
        notes: its diagnostics with their marks.
    """
    now = {_key(note): note for note in _checks(agenda)}
    marks = {(note["code"], note["path"], note["message"]): note[_MARK] for note in notes}
    kept = [note for note in agenda.diagnostics if marks.get(_key(note)) != "checked" or _key(note) in now]
    return [*kept, *(note for key, note in now.items() if key not in marks)]


def _checks(agenda: Agenda) -> Iterator[Diagnostic]:
    """What the checks say of the result alone; those that look at the printed lines of the paper say nothing."""
    from extractor.structure.checks import check

    for note in check(agenda):
        yield Diagnostic(code=note.code, severity=note.severity, message=note.message, page=note.page, path=note.path)


def _data(note: Diagnostic, mark: Mark) -> dict[str, Any]:
    return {**note.model_dump(mode="json"), _MARK: mark}


def _key(note: Diagnostic) -> Key:
    return note.code, note.path, note.message
