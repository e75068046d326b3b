"""What a paper is: by its title first, then by what was found in it (format catalogue 1.3 and trap 20)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from extractor.rules import rule
from extractor.structure.vocabulary import says

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import Kind

#: How the items of a paper were found: in a list, from annotations alone, in a paper that goes with an agenda, inside a
#: paper that is none.
Family = Literal["list", "annotations", "companion", "inner", "none"]
#: Papers that go with an agenda.
Companion = Literal["organization_of_work", "list_of_documents"]


def names_agenda(title: str | None) -> bool:
    """Whether a title names an agenda, its annotations or a paper that goes with it."""
    if not title or speaks_of_agenda.applies(title):
        return False
    return any(says(title, name, "kinds") for name in ("annotations", "annotated", "agenda", "allocation"))


@rule("kinds.allocation", source="Main Committees: `Allocation of agenda items` by letter of the President")
def is_allocation(title: str | None) -> bool:
    """The title is that of the list of items given to a committee, which begins at any number."""
    return bool(title and says(title, "allocation", "kinds"))


@rule("kinds.speaks_of_agenda", source="catalogue 1.3, trap 20: reports, letters, draft decisions on an agenda")
def speaks_of_agenda(title: str | None) -> bool:
    """The title is that of a paper which may hold an agenda and is not one."""
    return bool(title and says(title, "never", "kinds"))


def is_companion(title: str | None) -> Companion | None:
    """What kind of paper a title names that goes with an agenda without being one."""
    if not title or speaks_of_agenda.applies(title):
        return None
    if says(title, "list_of_documents", "kinds"):
        return "list_of_documents"
    if says(title, "agenda", "kinds") and not says(title, "organization", "kinds"):
        return None
    return "organization_of_work" if says(title, "organization", "kinds") else None


def kind_of(title: str | None, family: Family, *, annotated: bool, addendum: bool, timetable: bool) -> Kind:
    """The contract's `document.kind`.

    Args:
        title: the title of the masthead.
        family: how the items were found.
        annotated: items have text.
        addendum: the paper's symbol says that it adds to another, which has the list.
        timetable: much of the paper is timetable.
    """
    if family == "list":
        return "annotated_agenda" if annotated else "agenda"
    if family == "annotations":
        return "annotations" if adds_to_list.applies(title, addendum) else "annotated_agenda"
    if speaks_of_agenda.applies(title):
        return "other"
    companion = is_companion(title)
    if companion == "list_of_documents" and family == "companion":
        return companion
    if timetable and companion is None and is_agenda_of_hours.applies(title):
        return "agenda"
    return "organization_of_work" if companion == "organization_of_work" or timetable else "other"


@rule("kinds.agenda_of_hours", source="expert meetings and workshops: `Agenda` over the hours of each day, no items")
def is_agenda_of_hours(title: str | None) -> bool:
    """A timetable under the title of an agenda is the agenda of its meeting."""
    return names_agenda(title)


@rule("kinds.annotations", source="catalogue 0, F4: `Annotations to the provisional agenda`, symbols in /Add.1")
def adds_to_list(title: str | None, addendum: bool) -> bool:
    """Items from annotations alone: the title or the symbol says that the list is another paper."""
    return addendum or (title is not None and says(title, "annotations", "kinds"))
