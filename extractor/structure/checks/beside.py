"""Checks of listed documents and symbols against those that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.built import compiled, prepared
from extractor.diagnostics import OWNER_DOUBT, SUPPLEMENT_APART, SUPPLEMENT_DOUBT, SYMBOL_BROKEN, SYMBOL_CONFLICT, Note
from extractor.lexicon.signs import UNSPACED
from extractor.lexicon.words import either
from extractor.rules import rule
from extractor.structure.checks.result import Result, goes_on
from extractor.structure.vocabulary import is_prose

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model import ItemDocument

#: The corrigendum of an addendum or a revision, and what it corrects.
_OF_SUPPLEMENT = compiled(r"(.+/(?:Add|Rev)\.\d+)/Corr\.\d+")


@rule("checks.beside.own", source="mastheads: the symbol is printed as the paper has it, `.../1 PROV. 2`", otherwise=())
def own(result: Result) -> Iterator[Note]:
    """No reference in the masthead goes on where the symbol of the paper ends."""
    head = result.agenda.document
    if not head.symbol:
        return
    longer = tuple(f"{head.symbol}{mark}" for mark in " (/-")
    mastheads = {block.id for block in result.blocks if block.role == "masthead" and block.page == 1}
    for one in result.agenda.references:
        if one.block in mastheads and one.symbol and one.symbol.startswith(longer) and one.symbol not in head.symbols:
            for path in ("document.symbol", "references"):
                yield SYMBOL_CONFLICT.note(1, path=path, symbol=head.symbol, head=one.symbol)
            return


@rule("checks.beside.supplement", source="lists: `E/2031/3 and Add.1-3 and Corr.1`, of the report itself", otherwise=())
def supplement(result: Result) -> Iterator[Note]:
    """No corrigendum is that of an addendum which stands without its report: it may correct the report."""
    references = result.agenda.references
    doubted: set[str] = set()
    for at, one in enumerate(references):
        found = _OF_SUPPLEMENT.fullmatch(one.symbol or "") if one.text[:4] == "Corr" else None
        if found is None or one.symbol is None:
            continue
        above = next((text.text for text in references[at - 1 :: -1] if text.symbol == found[1]), "/")
        if "/" not in above:
            doubted.add(one.symbol)
            yield SUPPLEMENT_DOUBT.note(one.page, path=f"references[{at}]", symbol=one.symbol)
    for path, item in result.items if doubted else ():
        for at, document in enumerate(item.documents):
            for symbol in doubted.intersection(document.symbols):
                yield SUPPLEMENT_DOUBT.note(document.page, path=f"{path}.documents[{at}]", symbol=symbol)


@rule("checks.beside.apart", source="lists: a report and its corrigendum stand one below the other", otherwise=())
def apart(result: Result) -> Iterator[Note]:
    """No entry without a title is a supplement of the one above it, which has a title."""
    for path, item in result.items:
        for at, (above, document) in enumerate(pairwise(item.documents), 1):
            if document.title is None and above.title is not None and _adds(above, document):
                place = f"{path}.documents[{at}]"
                yield SUPPLEMENT_APART.note(document.page, path=place, symbol=document.symbols[0])


def _adds(above: ItemDocument, document: ItemDocument) -> bool:
    """Whether all symbols of a document go on with one of the document above it."""
    return bool(document.symbols) and all(
        any(symbol.startswith(f"{base}/") for base in above.symbols) for symbol in document.symbols
    )


@rule("checks.beside.open", source="lists in columns: `240 EX/3 and` over `Add.`", otherwise=())
def open_ended(result: Result) -> Iterator[Note]:
    """No line of symbols ends in the word that joins a supplement that no document has."""
    for block in result.blocks:
        if block.role != "documentation" or not goes_on(block.text):
            continue
        end = block.text.rfind(" ")
        last = next(
            (
                one.symbol
                for one in result.agenda.references
                if one.symbol and one.block == block.id and one.span is not None and one.span[1] == end
            ),
            None,
        )
        listed = (symbol for _, item in result.items for one in item.documents for symbol in one.symbols)
        if last and not any(symbol.startswith((f"{last} ", f"{last}/")) for symbol in listed):
            for path in ("references", result.path_of(block)):
                yield SYMBOL_BROKEN.note(block.page, path=path, symbol=last)
            return


@prepared
def _assembly() -> re.Pattern[str]:
    """The name of the Assembly, in the languages of the papers."""
    return compiled(either("references", "organs.assembly"), re.IGNORECASE)


@rule(
    "checks.beside.owner",
    source="functional commissions: `its decision 60/104`, numbered as the Assembly's are",
    otherwise=(),
)
def owner(result: Result) -> Iterator[Note]:
    """In an agenda of another organ, the text names the Assembly where a resolution was taken for one of its own."""
    symbol = result.agenda.document.symbol
    if not result.listed or symbol is None or symbol.startswith("A/"):
        return
    texts = {block.id: block.text for block in result.blocks}
    for at, one in enumerate(result.agenda.references):
        if one.block is None or not (one.symbol or "").startswith(_OF_ASSEMBLY) or one.kind == "document":
            continue
        text = texts.get(one.block, "")
        if text and max(text) < UNSPACED and is_prose(text) and not _assembly().search(text):
            yield OWNER_DOUBT.note(one.page, path=f"references[{at}]", text=one.text, symbol=one.symbol)
            return


#: The symbols of resolutions and decisions of the Assembly.
_OF_ASSEMBLY = ("A/RES/", "A/DEC/")


CHECKS = (owner, own, supplement, apart, open_ended)
