"""The stages in order: read -> arrange -> recognise -> interpret -> Agenda.

Data flows one way; each stage knows only the one below it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from extractor.collector import at_rest
from extractor.diagnostics import (
    ATTACHMENTS,
    HIDDEN,
    NOT_A_UN_PAPER,
    PARTIAL,
    READERS_DIFFER,
    SEVERAL_PAPERS,
    SIDEWAYS,
    STRUCK,
    SUSPECT,
    UNASSIGNED,
    UNLETTERED,
    Note,
)
from extractor.errors import AgendaError, InputError, NoTextLayer, UsageError
from extractor.model.drafts import Agenda, Diagnostic, Source, validated
from extractor.model.shorten import without_blocks
from extractor.naming import shown_path
from extractor.reading.engines import Beside, EngineName, Reading
from extractor.reading.page import Page
from extractor.reading.reader import open_pdf
from extractor.reading.trust.scan import text_layer_of
from extractor.records import Struct, replace
from extractor.review import grade_of
from extractor.source import InputFile, Limits, Ocr, PaperSource, Witness, load

if TYPE_CHECKING:  # at run time it would load the stages
    from extractor.layout.arrange import Paper
    from extractor.structure.printed import Printed

#: Of the pages that were read alone, and of attached files, so many are named.
_NAMED = 20
#: Of the name of an attached file so many characters are given.
_LONGEST_NAME = 100


def extract(
    source: PaperSource,
    *,
    engine: Reading = "auto",
    pages: Sequence[int] | None = None,
    entities: bool = False,
    blocks: bool = True,
    password: str | None = None,
    limits: Limits | None = None,
    ocr: Ocr | None = None,
    ignore: Collection[Witness] = (),
) -> Agenda:
    """Extract one paper, in this process, in which Python's collector of cycles stands still meanwhile.

    `limits` bounds what is read. Time and memory are not bounded: a PDF made for it can keep PDFium busy for hours,
    make it take all memory, or crash it and with it this process. For papers from anywhere, use the commands
    ``un-agenda extract`` and ``un-agenda batch``, which read each paper in a process of its own that they can end.

    Args:
        source: a path, ``"-"`` for standard input, the bytes of a PDF, a binary file, or what
            :func:`extractor.source.load` returned.
        engine: ``auto`` (PDFium, pdfplumber where it reads better), ``pdfium`` or ``pdfplumber`` for all pages, or
            ``both``: as with ``auto``, and each value that pdfplumber gives otherwise is reported. Pages that ``auto``
            gives to pdfplumber, as those written from right to left, are read by it alone. It takes five to eight times
            as long as ``auto``.
        pages: 1-based numbers of the pages to read, each once; all when left out.
        entities: run the spaCy pipeline and fill ``entities``.
        blocks: fill ``blocks``, the ledger of all that the paper prints; without them the result is half as long.
        password: the user password of an encrypted file.
        limits: sizes beyond which a paper is refused.
        ocr: whether and how pages are read from their pictures (needs the extra ``ocr``); by the defaults of
            :class:`extractor.source.Ocr` when left out.
        ignore: what the file says beside its text and is not used, to see what the text alone gives: ``links``,
            ``tags``.

    Returns:
        The paper as the models of the output contract.

    Raises:
        InputError: the paper cannot be read; see :mod:`extractor.errors` for what may be wrong.
        UsageError: there is no such page or engine, or a page is asked for twice.
    """
    how = How(password, limits or Limits(), ocr or Ocr(), frozenset(ignore))
    with at_rest():
        return validated(drafted(source, how, engine=engine, pages=pages, entities=entities, blocks=blocks))


def drafted(
    source: PaperSource,
    how: How,
    *,
    engine: Reading = "auto",
    pages: Sequence[int] | None = None,
    entities: bool = False,
    blocks: bool = True,
) -> Agenda:
    """The same as a draft (:mod:`extractor.model.drafts`), which can be written without loading pydantic."""
    if isinstance(pages, str):
        raise UsageError("pages are numbers", where=f"pages={pages[:20]!r}", hint="Give a list such as [1, 2].")
    if pages is not None and not pages:
        raise UsageError("no page is asked for", hint="Give page numbers from 1 on, or none to read them all.")
    paper = load(source, how.limits)
    try:
        with at_rest():
            agenda = _read(paper, "auto" if engine == "both" else engine, pages, how, entities=entities)
    except AgendaError as error:
        error.where = error.where or paper.name
        raise
    if engine == "both":
        agenda = _compared(agenda, paper, pages, how)
    return agenda if blocks else without_blocks(agenda)


def load_stages() -> None:
    """Import what a paper needs, which otherwise its stages do when they are first called."""
    import extractor.layout.halves
    import extractor.layout.quarter
    import extractor.model.version
    import extractor.reading.pdfium.engine
    import extractor.structure.assemble
    import extractor.structure.checks
    import extractor.structure.diagnose
    import extractor.structure.links.weigh
    import extractor.structure.mentions
    import extractor.structure.recognise
    import extractor.structure.recognised  # noqa: F401


class How(Struct, frozen=True):
    """What a paper is opened with: see :func:`extract`."""

    password: str | None = None
    limits: Limits = Limits()
    ocr: Ocr = Ocr()
    ignore: frozenset[Witness] = frozenset()


def _compared(agenda: Agenda, paper: InputFile, pages: Sequence[int] | None, how: How) -> Agenda:
    """The result with notes on what pdfplumber gives otherwise."""
    from extractor.differences import differences

    try:
        notes = list(differences(validated(agenda), validated(_read(paper, "pdfplumber", pages, how))))
    except InputError as error:
        notes = [READERS_DIFFER.note(path="source", one="a paper", other=f"“{error.what}”")]
    stated = [*agenda.diagnostics, *map(_stated, notes)]
    graded = replace(agenda.source, review=grade_of(note.code for note in stated))
    return replace(agenda, source=graded, diagnostics=stated)


def _read(
    paper: InputFile, engine: EngineName, pages: Sequence[int] | None, how: How, *, entities: bool = False
) -> Agenda:
    """The result of one reading of a paper."""
    from extractor.layout.halves import taken_apart

    used: list[Beside] = [] if "links" in how.ignore else ["links"]
    if "tags" not in how.ignore:
        used.append("tables")
    with open_pdf(paper.data, engine, password=how.password, limits=how.limits, beside=used, ocr=how.ocr) as reader:
        facts = reader.facts
        read = list(reader.pages(pages))
    if any(page.recognised for page in read):
        from extractor.repair.pages import repaired

        read = repaired(read, paper.path)
    suspect = [(page.number, page.suspect) for page in read if page.suspect]
    layer = text_layer_of(read)
    if layer == "none":
        _refuse(suspect, next((page.unread for page in read if page.unread), None), paper.name)
    stated = Source(
        path=None if paper.path is None else shown_path(paper.path),
        sha256=paper.sha256,
        bytes=paper.size,
        pages=facts.pages,
        producer=facts.producer,
        text_layer=layer,
    )
    parted = taken_apart(read)
    if parted is not None:
        read, origins = parted
        stated = replace(stated, pages=facts.pages + len(read) - len({one.page for one in origins}))
        first = {one.page: at for at, one in reversed(list(enumerate(origins, 1)))}
        suspect = [(first[number], why) for number, why in suspect]
    handed = iter(read)  # an iterator lets its list go at the end: no page is kept once its lines are made
    del read
    agenda = interpret(stated, handed, suspect, facts.attachments, entities=entities)
    if parted is None:
        return agenda
    from extractor.folding import folded

    return folded(agenda, origins, facts.pages)


def interpret(
    source: Source,
    pages: Iterable[Page],
    suspect: Sequence[tuple[int, str | None]] = (),
    attached: Sequence[str] = (),
    *,
    entities: bool = False,
) -> Agenda:
    """What :func:`drafted` does with the pages once they are read."""
    from extractor.grammar.calendar import CalendarContext
    from extractor.grammar.citations import CitationContext
    from extractor.layout.arrange import arrange
    from extractor.layout.quarter import upright
    from extractor.structure.assemble import assemble
    from extractor.structure.diagnose import diagnose, unparsed_symbols
    from extractor.structure.links.weigh import with_links
    from extractor.structure.masthead.checks import not_a_paper
    from extractor.structure.mentions import days, mentions
    from extractor.structure.recognise import recognise
    from extractor.structure.recognised import notes_of_pages, notes_of_values, set_back
    from extractor.structure.several import parted

    whole = arrange(map(upright, pages))
    paper, others = parted(whole)
    found = recognise(paper, others)
    head = found.masthead
    language = found.language or "en"
    read = [sheet.page for sheet in whole.sheets]
    cited = mentions(found.passages, CitationContext(head.body, head.organ, head.symbol, language), language)
    references, unlike = with_links(cited, found.passages, [sheet.page for sheet in paper.sheets], language)
    periods = tuple(period for meeting in found.meetings for period in meeting.periods)
    year = head.date.year if head.date else None
    dates = days(found.passages, CalendarContext(year=year, periods=periods, reference=head.date, language=language))
    notes = unlike
    if len(whole.sheets) < source.pages:
        notes.append(_partial([sheet.page.number for sheet in whole.sheets], source.pages))
    if others is not None:
        first = others.sheets[0].page.number
        notes.append(SEVERAL_PAPERS.note(first, path="document", number=first))
    if attached:
        notes.append(ATTACHMENTS.note(names=", ".join(_named(name) for name in attached[:_NAMED])))
    notes += _on_pages(paper, whole, found.ledger, suspect)
    known = found.kind != "other" and (found.items or found.schedule) and periods  # the agenda of an agency
    if not known and (why := not_a_paper(paper.sheets, head)):
        notes.append(NOT_A_UN_PAPER.note(1, path="document", why=why))
    notes += _on_unassigned(found.ledger)
    notes += [*found.notes, *diagnose(found), *unparsed_symbols(found.passages, references, found.ledger)]
    stated = replace(source, language=found.language)
    agenda = assemble(stated, found, paper.footnotes, references, dates)
    notes += notes_of_pages(read)
    notes += notes_of_values(agenda, {page.number: page.recognised for page in read if page.recognised})
    agenda = set_back(with_notes(agenda, notes, found.ledger), read)
    if entities:
        from extractor.entities import add_entities

        add_entities(agenda, found.passages)
    return agenda


def _on_pages(
    paper: Paper, whole: Paper, ledger: Sequence[Printed], suspect: Sequence[tuple[int, str | None]]
) -> list[Note]:
    """What is said of pages whose text is doubtful, hidden, rotated or struck out."""
    doubted = {one.page: f"blocks[{at}]" for at, one in enumerate(ledger) if one.in_doubt}
    notes = [SUSPECT.note(page, path=doubted.get(page), why=why) for page, why in suspect]
    notes += [HIDDEN.note(one.page.number, count=one.page.unseen) for one in whole.sheets if one.page.unseen]
    lacking = [(one.page.number, one.page.unlettered) for one in whole.sheets if one.page.unlettered]
    notes += [UNLETTERED.note(number, count=count) for number, count in lacking]
    notes += [SIDEWAYS.note(number) for number in paper.sideways]
    return notes + [STRUCK.note(number, words=words[:_LONGEST_NAME]) for number, words in paper.struck.items()]


def _on_unassigned(ledger: Sequence[Printed]) -> list[Note]:
    """What is said of blocks that are set like entries of the list of items and that no part took."""
    return [
        UNASSIGNED.note(one.page, path=path, text=one.text[:60])
        for one in ledger
        if one.role == "unassigned" and not one.in_doubt
        for path in (("items", "documents") if "/" in one.text else ("items",))
    ]


def _named(name: str) -> str:
    """The name of an attached file, with characters that would steer a terminal or turn the text around escaped."""
    cut = name[:_LONGEST_NAME]
    return "".join([char if char.isprintable() else char.encode("unicode_escape").decode() for char in cut])


def _partial(read: Sequence[int], count: int) -> Note:
    """What is said where not all pages were read."""
    numbers = ", ".join(map(str, read[:_NAMED])) + (", …" if len(read) > _NAMED else "")
    one = len(read) == 1
    return PARTIAL.note(pages=f"{'page' if one else 'pages'} {numbers}", were="was" if one else "were", count=count)


def with_notes(agenda: Agenda, notes: Sequence[Note], printed: Sequence[Printed]) -> Agenda:
    """The result with its notes and with those of the checks, and graded by them."""
    from extractor.structure.checks import check

    notes = [*notes, *check(agenda, printed)]
    graded = replace(agenda.source, review=grade_of(note.code for note in notes))
    return replace(agenda, source=graded, diagnostics=list(map(_stated, notes)))


def _stated(note: Note) -> Diagnostic:
    """A note as the contract has it."""
    return Diagnostic(code=note.code, severity=note.severity, message=note.message, page=note.page, path=note.path)


def _refuse(suspect: Sequence[tuple[int, str | None]], unread: str | None, name: str) -> None:
    what = f"its text layer cannot be trusted ({suspect[0][1]})" if suspect else NoTextLayer.default_what
    if unread:
        hint = unread[0].upper() + unread[1:]
        raise NoTextLayer(f"{what}, and it was not read from its pictures", where=name, hint=hint)
    raise NoTextLayer(what, where=name)
