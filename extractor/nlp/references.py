"""The component ``un_references``: symbols, citations and dates as spans of a Doc.

Spans stand in ``doc.spans["un_references"]``, in printed order; they may overlap, and the papers of a range share one
place. Their label is the kind, their ``kb_id_`` the canonical symbol. Extensions of Span: ``un_kind``, ``un_symbol``,
``un_owner``, ``un_number``, ``un_locator``, ``un_flags``, ``un_first`` and ``un_last`` (days of a date, ISO 8601),
``un_text``, and ``un_offsets``, the exact offsets of characters: the span itself is widened to whole tokens.
``Doc._.un_context`` tells of the paper (its body, organ, symbol, language and year), as the grammar does
(:mod:`extractor.grammar.citations`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.grammar.calendar import CalendarContext, find_dates
from extractor.grammar.citations import CitationContext
from extractor.grammar.references import find_references
from extractor.nlp.context import context_of

SPANS = "un_references"
FIELDS = ("kind", "symbol", "owner", "number", "locator", "flags", "first", "last", "text", "offsets")


def _fact(span: Span, field: str) -> Any:
    """What is known of a span of this component, None for any other.

    Spans of a range share their offsets, so the facts hang on the span's id and not on its place.
    """
    rows = span.doc.user_data.get(SPANS)
    if rows is None or not span.id_.startswith("un:"):
        return None
    value = rows[int(span.id_[3:])][field]
    return tuple(value) if isinstance(value, list) else value


def _reader(field: str) -> Callable[[Span], Any]:
    return lambda span: _fact(span, field)


for _field in FIELDS:
    if not Span.has_extension(f"un_{_field}"):
        Span.set_extension(f"un_{_field}", getter=_reader(_field))


class ReferenceFinder:
    """Puts the references of a text into its Doc.

    It keeps no state but its settings, which the pipeline's configuration saves.
    """

    def __init__(self, *, language: str, dates: bool, everything: bool) -> None:
        self.language = language
        self.dates = dates
        self.everything = everything

    def __call__(self, doc: Doc) -> Doc:
        """Set the references of a document."""
        about = context_of(doc)
        language = about.get("language") or self.language
        context = CitationContext(about.get("body"), about.get("organ"), about.get("symbol"), language)
        rows: list[dict[str, Any]] = [
            _row(
                one.kind,
                one.text,
                (one.start, one.end),
                one.flags,
                symbol=one.symbol,
                owner=one.owner,
                number=one.number,
                locator=one.locator,
            )
            for one in find_references(doc.text, context, everything=self.everything)
        ]
        if self.dates:
            for day in find_dates(doc.text, CalendarContext(year=about.get("year"), language=language)):
                flags = day.flags | {f"inferred_{what}" for what in day.inferred}
                flags |= {"ambiguous"} if day.ambiguous else set()
                first, last = (each.isoformat() if each else None for each in (day.first, day.last))
                rows.append(_row("date", day.text, (day.start, day.end), flags, first=first, last=last))
        rows.sort(key=lambda row: (row["offsets"][0], row["offsets"][1]))
        spans = []
        for at, row in enumerate(rows):
            start, end = row["offsets"]
            span = doc.char_span(
                start, end, label=row["kind"], kb_id=row["symbol"] or "", span_id=f"un:{at}", alignment_mode="expand"
            )
            if span is not None:
                spans.append(span)
        doc.user_data[SPANS] = rows
        doc.spans[SPANS] = spans
        return doc


def _row(kind: str, text: str, offsets: Sequence[int], flags: Iterable[str], **more: str | None) -> dict[str, Any]:
    """Plain values only: they are saved with the Doc. `more` are the other fields that it has; the rest is None."""
    row: dict[str, Any] = dict.fromkeys(("symbol", "owner", "number", "locator", "first", "last"))
    return row | {"kind": kind, "flags": sorted(flags), "text": text, "offsets": list(offsets)} | more


@Language.factory(
    "un_references", assigns=["doc.spans"], default_config={"language": None, "dates": True, "everything": True}
)
def make_references(nlp: Language, name: str, language: str | None, dates: bool, everything: bool) -> ReferenceFinder:
    """The factory ``un_references``.

    Without `dates` no dates; without `everything` only documents, resolutions, decisions and statements, no articles,
    rules, paragraphs and agenda items.
    """
    chosen = language or nlp.lang or "en"
    return ReferenceFinder(language="en" if chosen == "xx" else chosen, dates=dates, everything=everything)
