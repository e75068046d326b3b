"""Applying corrections to a result: entry by entry, each whole or not at all, and nothing lost."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from extractor.corrections.follow import follow
from extractor.corrections.model import Corrections, Entry
from extractor.corrections.patch import Refused, apply, copied, dotted, essence, place_in, place_of, value_at
from extractor.corrections.recheck import listed, marked, rechecked, settle
from extractor.diagnostics import CORRECTED, CORRECTION_CONFLICT, CORRECTION_FOREIGN, Note
from extractor.model import Agenda, Diagnostic
from extractor.model.rules import broken_rules
from extractor.review import grade_of

#: So many places are named in one diagnostic.
_NAMED = 5
#: Codes that applying writes: those of an earlier time are replaced.
_OWN = frozenset({CORRECTED.code, CORRECTION_CONFLICT.code, CORRECTION_FOREIGN.code})


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that was not applied, and why."""

    entry: Entry
    why: str

    @property
    def path(self) -> str | None:
        """The place that it is about, as diagnostics write it; None where it is about the whole paper."""
        return shown_place(self.entry)


@dataclass(slots=True)
class Outcome:
    """A result with its corrections: which entries were applied, which stood in it already, which were refused."""

    agenda: Agenda
    applied: list[Entry] = field(default_factory=list)
    known: list[Entry] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


def correct(agenda: Agenda, corrections: Corrections) -> Outcome:
    """A result with the entries of its corrections; the given result stays as it is.

    An entry is refused where an old value does not stand any more, or where the result would break the contract. One
    that was applied to the result before, or whose values stand there anyway, is not applied again.
    """
    if corrections.sha256 != agenda.source.sha256:
        count = len(corrections.corrections)
        return Outcome(with_note(agenda, CORRECTION_FOREIGN.note(path="source", count=count)))
    entries = corrections.corrections
    if not entries:
        return Outcome(agenda)
    # The contract is tested once, after the last entry; only where it is broken, it is found out by which.
    return _applied(agenda, entries, each=False) or _applied(agenda, entries, each=True) or _refused(agenda, entries)


def _refused(agenda: Agenda, entries: Sequence[Entry]) -> Outcome:
    """No entry is applied to a result that breaks the contract by itself."""
    outcome = Outcome(agenda, conflicts=[Conflict(one, "the result breaks the contract by itself") for one in entries])
    outcome.agenda = _graded(agenda, agenda, outcome)
    return outcome


def _applied(agenda: Agenda, entries: Sequence[Entry], *, each: bool) -> Outcome | None:
    """The outcome; None where it breaks the contract, which is tested after `each` entry or after the last."""
    data = json.loads(agenda.to_json(compact=True))
    data["diagnostics"] = marked(agenda)
    known = {one.id for one in agenda.corrected}
    outcome = Outcome(agenda)
    for entry in entries:
        if entry.id in known:
            outcome.known.append(entry)
            continue
        trial = copied(data)
        try:
            if _stands(trial, entry):
                outcome.known.append(entry)
            else:
                _take_in(data, trial, entry)
                outcome.applied.append(entry)
            _settle(trial, entry)
            if each:
                _checked(trial)
        except Refused as refusal:
            outcome.conflicts.append(Conflict(entry, str(refusal)))
            outcome.applied = [one for one in outcome.applied if one is not entry]
            outcome.known = [one for one in outcome.known if one is not entry]
            continue
        known.add(entry.id)
        data = trial
    try:
        changed = _checked(data)
    except Refused:
        return None
    changed = changed.model_copy(update={"diagnostics": rechecked(changed, data["diagnostics"])})
    outcome.agenda = _graded(changed, agenda, outcome)
    return outcome


def _take_in(before: Any, data: Any, entry: Entry) -> None:
    """Change `data`, a copy of `before`, by an entry and all that follows from it."""
    for number, operation in enumerate(entry.patch):
        if number:
            before = copied(data)
        try:
            follow(before, data, operation, apply(data, operation))
        except Refused as refusal:
            raise Refused(f"{dotted(place_of(operation.path))}: {refusal}") from None
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise Refused(f"{dotted(place_of(operation.path))}: the value has another form ({error})") from None


def _stands(data: Any, entry: Entry) -> bool:
    """Whether an entry only replaces values, and the new ones stand already."""
    if not entry.patch or any(operation.op != "replace" for operation in entry.patch):
        return False
    try:
        places = [(place_of(operation.path), operation.value) for operation in entry.patch]
        return all(essence(value_at(data, place)) == essence(value) for place, value in places)
    except Refused:
        return False


def _settle(data: Any, entry: Entry) -> None:
    """Mark the diagnostics with which the person dealt."""
    for one in entry.settles:
        settle(data["diagnostics"], one.code, one.path)


def _checked(data: Any) -> Agenda:
    """The result as a model.

    Raises:
        Refused: it breaks the contract.
    """
    try:
        agenda = Agenda.model_validate_json(json.dumps({**data, "diagnostics": listed(data["diagnostics"])}))
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise Refused(f"{dotted(fault['loc'])}: {fault['msg'].removeprefix('Value error, ')}") from None
    for place, message in broken_rules(agenda):
        raise Refused(f"{dotted(place)} {message}")
    return agenda


def _graded(changed: Agenda, before: Agenda, outcome: Outcome) -> Agenda:
    """The changed result with the list of its corrections, a diagnostic of them and of each conflict, and its grade."""
    entries = [*before.corrected, *(entry.applied(shown_place(entry)) for entry in outcome.applied + outcome.known)]
    entries = list({one.id: one for one in entries}.values())
    notes = [CORRECTION_CONFLICT.note(path=_there(one.path, changed), why=one.why) for one in outcome.conflicts]
    if entries:
        places = list(dict.fromkeys(one.path or "the paper" for one in entries))
        named = ", ".join(places[:_NAMED]) + (", …" if len(places) > _NAMED else "")
        notes.insert(0, CORRECTED.note(path="corrected", count=_counted(len(entries)), places=named))
    kept = [note for note in changed.diagnostics if note.code not in _OWN]
    return _with_notes(changed.model_copy(update={"corrected": entries}), kept, notes)


def _there(path: str | None, agenda: Agenda) -> str | None:
    """A path that still leads to a value; None where it does not."""
    try:
        value_at(agenda.model_dump(mode="json"), place_in(path or ""))
    except Refused:
        return None
    return path


def _counted(number: int) -> str:
    return "1 correction" if number == 1 else f"{number} corrections"


def shown_place(entry: Entry) -> str | None:
    """The place that an entry is about, as diagnostics write it."""
    try:
        return dotted(place_of(entry.pointer)) or None
    except Refused:
        return None


def with_note(agenda: Agenda, note: Note) -> Agenda:
    """A result with one more diagnostic on its corrections, and graded again."""
    return _with_notes(agenda, agenda.diagnostics, [note])


def _with_notes(agenda: Agenda, kept: Sequence[Diagnostic], notes: Sequence[Note]) -> Agenda:
    stated = [
        Diagnostic(code=note.code, severity=note.severity, message=note.message, page=note.page, path=note.path)
        for note in notes
    ]
    found = [*kept, *stated]
    source = agenda.source.model_copy(update={"review": grade_of(note.code for note in found)})
    return agenda.model_copy(update={"source": source, "diagnostics": found})
