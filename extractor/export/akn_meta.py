"""The metadata of a paper in Akoma Ntoso: what identifies it, and the bodies, events and papers that it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.akn_names import Ids, Names, citations, class_of, identifier, names, slug
from extractor.export.akn_xml import add
from extractor.export.common import heading, iso639_2

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from extractor.model import Agenda

_TOOL = "un-agenda"
_CONCEPTS = {
    "preamble": "annotation",
    "citations": "documentation",
    "citation": "listed document",
    "startDate": "first day",
    "endDate": "last day",
    "issueDate": "date of issue",
    "startTime": "start",
    "endTime": "end",
    "continuation": "continuation",
}


class References:
    """The metadata, and the identifiers under which the text names what stands in them.

    Attributes:
        organizations: the identifier of each body, by name.
        meetings: the identifiers of the meetings, in their order.
        places: the identifier of each place, by name.
        cited: the identifier of each paper that is cited, by address.
    """

    def __init__(self, agenda: Agenda, ids: Ids) -> None:
        self.agenda = agenda
        self.ids = ids
        self.names: Names = names(agenda)
        self.organizations: dict[str, str] = {}
        self.meetings: list[str] = []
        self.places: dict[str, str] = {}
        self.cited: dict[str, str] = {}

    def write(self, report: Element) -> None:
        """Add the metadata to the paper: first of all, as the identifiers of its text follow them."""
        meta = add(report, "meta")
        self._identification(meta)
        self._references(meta)

    def _identification(self, meta: Element) -> None:
        document, names = self.agenda.document, self.names
        author = f"#{self._organization(document.body or document.organ, names.actor)}"
        tool = f"#{self.ids.name(_TOOL)}"
        identification = add(meta, "identification", source=tool)
        work = add(identification, "FRBRWork")
        add(work, "FRBRthis", value=names.component(names.work))
        add(work, "FRBRuri", value=names.work)
        for symbol in document.symbols[1:]:
            add(work, "FRBRalias", name="symbol", value=symbol)
        add(work, "FRBRdate", date=names.date, name="issue")
        add(work, "FRBRauthor", href=author)
        add(work, "FRBRcountry", value="un")
        add(work, "FRBRsubtype", value=class_of(self.agenda).subtype)
        add(work, "FRBRnumber", value=names.number, showAs=document.symbol or names.number)
        expression = add(identification, "FRBRExpression")
        add(expression, "FRBRthis", value=names.component(names.expression))
        add(expression, "FRBRuri", value=names.expression)
        add(expression, "FRBRdate", date=names.date, name="issue")
        add(expression, "FRBRauthor", href=author)
        add(expression, "FRBRlanguage", language=names.language)
        original = iso639_2(document.original_language)
        if document.original_language and original != names.language:
            source = f"{names.work}/{original}@{names.date}"
            add(expression, "FRBRtranslation", href=source, fromLanguage=original, by=author)
        manifestation = add(identification, "FRBRManifestation")
        add(manifestation, "FRBRthis", value=f"{names.component(names.expression)}.xml")
        add(manifestation, "FRBRuri", value=f"{names.expression}.xml")
        # Not the day of the conversion: the same paper gives the same bytes.
        add(manifestation, "FRBRdate", date=names.date, name="issue")
        add(manifestation, "FRBRauthor", href=tool)
        add(manifestation, "FRBRformat", value="xml")
        if document.date and document.symbol:
            add(
                meta,
                "publication",
                date=names.date,
                name=class_of(self.agenda).name,
                showAs=heading(document),
                number=document.symbol,
            )

    def _references(self, meta: Element) -> None:
        document = self.agenda.document
        references = add(meta, "references", source=f"#{_TOOL}")
        self._organization(document.organ)
        for meeting in self.agenda.meetings:
            self._organization(meeting.body)
        for name, key in self.organizations.items():
            issues = name == (document.body or document.organ or "")
            end = self.names.actor if issues else slug(name) or key
            href = f"/akn/ontology/organization/un/{end}"
            add(references, "TLCOrganization", eId=key, href=href, showAs=name or end)
        href = f"/akn/ontology/organization/un/{_TOOL}"
        add(references, "TLCOrganization", eId=_TOOL, href=href, showAs=_TOOL)
        for meeting in self.agenda.meetings:
            key = self.ids.new("meeting")
            self.meetings.append(key)
            shown = meeting.session.label or meeting.body or heading(document)
            href = f"/akn/ontology/event/un/{self.names.number}-{key}"
            add(references, "TLCEvent", eId=key, href=href, showAs=shown)
        for meeting in self.agenda.meetings:
            if meeting.place and meeting.place not in self.places:
                key = self.ids.new("place")
                self.places[meeting.place] = key
                end = slug(f"{meeting.country or ''} {meeting.place}") or key
                href = f"/akn/ontology/location/un/{end}"
                add(references, "TLCLocation", eId=key, href=href, showAs=meeting.place)
        for concept, shown in _CONCEPTS.items():
            href = f"/akn/ontology/concept/un/{concept}"
            add(references, "TLCConcept", eId=self.ids.name(concept), href=href, showAs=shown)
        for symbol, kind, url in citations(self.agenda):
            key = self.ids.name(f"cited_{identifier(symbol)}")
            self.cited.setdefault(url, key)
            add(references, "TLCReference", eId=key, name=kind, href=url, showAs=symbol)

    def _organization(self, name: str | None, key: str | None = None) -> str:
        """The identifier of a body; ``key`` names the body that issues the paper, which need not be known by name."""
        if name is None and key is None:
            return ""
        name = name or ""
        if name not in self.organizations:
            self.organizations[name] = self.ids.name(key) if key else self.ids.new("body")
        return self.organizations[name]
