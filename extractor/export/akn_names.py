"""The names of AKN4UN: the IRIs of a paper at its three levels, and identifiers of elements.

Source: AKN4UN guidelines, part 1, chapter 6 (naming convention) and section 5.1 (identification). A work is named
``/akn/un/{document type}/{subtype}/{actor}/{date}/{number}``, an expression has ``/{language}@{date}`` behind it, a
manifestation its format; the actor is the organization and the body parted by hyphens, such as ``un-ga-c6``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from extractor.export.common import document_url, iso639_2, language_of, walk, web_address, xml_text

if TYPE_CHECKING:
    from extractor.model import Agenda
    from extractor.model.masthead import Kind

__all__ = ["UNDATED", "Class", "Ids", "Names", "actor", "citations", "class_of", "identifier", "names", "slug"]

#: The date of a paper that bears none: the guidelines' own stand-in (section 5.1.10).
UNDATED = "1900-01-01"

_ORGANIZATION = "un"

# The abbreviations of element names in identifiers (section 6.3.1); other names stand for themselves.
_SHORT = {
    "blockList": "list",
    "chapter": "chp",
    "clause": "cl",
    "debateSection": "dbsect",
    "paragraph": "para",
    "section": "sec",
}


@dataclass(frozen=True, slots=True)
class Class:
    """A class of documents: the element that holds one, its subtype (prescribed) and its name (suggested)."""

    element: str
    subtype: str
    name: str


_AGENDA = "debateReport", "agenda"
_CLASSES: dict[Kind, Class] = {
    "annotated_agenda": Class(*_AGENDA, "agendaAnnotated"),
    "annotations": Class(*_AGENDA, "agendaAnnotated"),
    "agenda": Class(*_AGENDA, "agendaListing"),
    "organization_of_work": Class(*_AGENDA, "orderOfDay"),
    "list_of_documents": Class(*_AGENDA, "documentListing"),
    "other": Class("doc", "paper", "paper"),
}


@dataclass(frozen=True, slots=True)
class Names:
    """What a paper is called: its work, its expression in a language, and the parts that these are made of."""

    work: str
    expression: str
    actor: str
    date: str
    language: str
    number: str

    def component(self, level: str) -> str:
        """The IRI of the main component of ``level``, a work or an expression."""
        return f"{level}/!main"


def class_of(agenda: Agenda) -> Class:
    """The class of a paper (annex I): agendas are debate reports, what is no agenda is a paper."""
    return _CLASSES[agenda.document.kind]


def names(agenda: Agenda) -> Names:
    """The names of a paper; of one without a symbol the number is the beginning of its file's SHA-256."""
    document, found = agenda.document, class_of(agenda)
    maker = actor(document.symbol)
    date = document.date.isoformat() if document.date else UNDATED
    number = _number(document.symbol or agenda.source.sha256[:16])
    language = iso639_2(language_of(agenda))
    work = f"/akn/un/{found.element}/{found.subtype}/{maker}/{date}/{number}"
    return Names(work, f"{work}/{language}@{date}", maker, date, language, number)


def actor(symbol: str | None) -> str:
    """The body that issues papers with ``symbol``: ``un-ga-c6`` for ``A/C.6/80/L.1``; ``un`` where it is not known.

    The principal organs go by their usual initials, all others by the elements of their symbols.
    """
    from extractor.grammar.symbols import SymbolError, parse_symbol
    from extractor.lexicon.organs import organs

    try:
        parsed = parse_symbol(symbol or "")
    except SymbolError:
        return _ORGANIZATION
    if parsed.body is None or not parsed.organ:
        return _ORGANIZATION
    initials = {organ.series: organ.id for organ in organs() if organ.series and len(organ.series) == 1}
    parts = (initials.get(parsed.organ, parsed.organ), *parsed.bodies)
    return "-".join([_ORGANIZATION, *(re.sub(r"[^a-z0-9]", "", part.lower()) for part in parts)])


def citations(agenda: Agenda) -> list[tuple[str, str, str]]:
    """Symbol, kind and address of every paper that is listed or cited, each once; several may share an address."""
    found: dict[tuple[str, str], tuple[str, str, str]] = {}
    language = language_of(agenda)
    listed = [document.symbols for place in walk(agenda.items) for document in place.item.documents]
    listed += [document.symbols for document in agenda.documents]
    for symbol in (symbol for symbols in listed for symbol in symbols):
        if url := document_url(symbol, language):
            found.setdefault((url, symbol), (symbol, "document", url))
    for one in agenda.references:
        url = web_address(one.url)
        if url:
            symbol = one.symbol or one.text
            found.setdefault((url, symbol), (symbol, one.kind, url))
    return list(found.values())


def _number(text: str) -> str:
    """A number as a part of an IRI: hyphens for slashes, underscores for spaces, other special characters escaped."""
    text = xml_text(text).replace("/", "-").replace(" ", "_")
    return quote(text, safe="()[],'")


class Ids:
    """Identifiers of elements (``eId``), unique within a paper: ``para_2__list_1__point_a``."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._counts: dict[tuple[str, str], int] = {}

    def new(self, element: str, number: str | None = None, parent: str = "") -> str:
        """An identifier for ``element`` within ``parent``; ``number`` as printed, else it is counted."""
        head = f"{parent}__" if parent else ""
        short = _SHORT.get(element, element)
        if printed := identifier(number):
            return self.name(f"{head}{short}_{printed}")
        count = self._counts.get((parent, short), 0) + 1
        while f"{head}{short}_{count}" in self._used:
            count += 1
        self._counts[parent, short] = count
        return self.name(f"{head}{short}_{count}")

    def name(self, wanted: str) -> str:
        """``wanted``, with a number behind it where it is taken already."""
        found, copy = wanted, 1
        while found in self._used:
            copy += 1
            found = f"{wanted}-{copy}"
        self._used.add(found)
        return found


def identifier(number: str | None) -> str:
    """A number as identifiers have it: ``a`` for ``(a)``, ``11-2RevA`` for ``11.2 Rev. A``."""
    return re.sub(r"[^\w]+", "-", re.sub(r"\.?\s+", "", xml_text(number or ""))).strip("-")


def slug(name: str) -> str:
    """A name as the end of an IRI: its words in small letters, parted by hyphens."""
    return "-".join(re.findall(r"\w+", xml_text(name).lower()))
