"""What a paper is: by its title first, then by what was found in it (format catalogue 1.3 and trap 20)."""

from __future__ import annotations

from extractor.structure.vocabulary import says


def names_agenda(title: str | None) -> bool:
    """Whether a title names an agenda, its annotations or a paper that goes with it."""
    if not title or speaks_of_agenda(title):
        return False
    return any(says(title, name, "kinds") for name in ("annotations", "annotated", "agenda", "allocation"))


def is_allocation(title: str | None) -> bool:
    """Whether a title is that of the list of items given to a committee, which begins at any number."""
    return bool(title and says(title, "allocation", "kinds"))


def speaks_of_agenda(title: str | None) -> bool:
    """Whether a title is that of a paper which may hold an agenda and is none: a report, a letter, a draft decision."""
    return bool(title and says(title, "never", "kinds"))


def is_companion(title: str | None) -> str | None:
    """`organization_of_work` or `list_of_documents` when the title says so and names no agenda."""
    if not title or speaks_of_agenda(title):
        return None
    if says(title, "list_of_documents", "kinds"):
        return "list_of_documents"
    if says(title, "agenda", "kinds") and not says(title, "organization", "kinds"):
        return None
    return "organization_of_work" if says(title, "organization", "kinds") else None


def kind_of(
    title: str | None,
    *,
    listed: bool,
    annotated: bool,
    scheduled: bool,
    rebuilt: bool,
    documents: bool,
    addendum: bool = False,
    mostly: bool = False,
) -> str:
    """The contract's `document.kind`.

    `listed`: an agenda list was found; `annotated`: items have text; `rebuilt`: the items come from annotation
    headings alone; `addendum`: the paper's symbol says that it adds to another, which has the list; `mostly`: much
    of the paper is timetable.
    """
    if listed and not rebuilt:
        return "annotated_agenda" if annotated else "agenda"
    if rebuilt and annotated:
        if addendum or (title and says(title, "annotations", "kinds")):
            return "annotations"
        return "annotated_agenda"
    if speaks_of_agenda(title):
        return "other"
    companion = is_companion(title)
    if companion == "list_of_documents" and documents:
        return companion
    if companion == "organization_of_work" or (scheduled and mostly):
        return "organization_of_work"
    return companion if companion and documents else "other"
