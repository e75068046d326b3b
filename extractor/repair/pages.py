"""All repairs over the pages of a paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from extractor.built import compiled
from extractor.median import median
from extractor.reading.page import Misread, Page, Span
from extractor.reading.trust.layer import AROUND
from extractor.records import Struct, replace
from extractor.repair.notes import mark_by_note, note_by_mark, opened, openings
from extractor.repair.raised import is_raised_sign, notes_of, parted, raised_sign
from extractor.repair.sequences import (
    Counted,
    label_between,
    labels_of,
    mark_between,
    marks_of,
    mended_labels,
    mended_marks,
)
from extractor.repair.settings import REPAIR
from extractor.repair.symbols import Change, Series, changes_of_symbols, series_of
from extractor.repair.words import changes_of_words
from extractor.rules import rule

__all__ = ["repaired"]

_RUSSIAN, _LATIN = compiled("[а-яё]"), compiled("[a-z]")


def repaired(pages: Sequence[Page], name: str | None = None) -> list[Page]:
    """The pages with what was misread put right; `Recognised.repairs` of each says what.

    Pages that were not read from their pictures stay as they are.

    Args:
        pages: the pages of a paper.
        name: the name of its file, which may hold its symbol.
    """
    scans = [page for page in pages if page.recognised is not None]
    if not scans:
        return list(pages)
    series = series_of((span.text for page in scans for span in page.spans), name)
    made = _vouched(_counted([_with_words(page, series) for page in scans]), series)
    by_number = {page.number: page for page in made}
    return [by_number.get(page.number, page) for page in pages]


def _with_words(page: Page, series: Series) -> Page:
    """The page with its symbols and words put right."""
    spans: list[Span] = []
    repairs: list[Misread] = []
    text = " ".join([span.text for span in page.spans])
    russian = len(_RUSSIAN.findall(text)) > len(_LATIN.findall(text))
    for span in page.spans:
        changes = [*changes_of_symbols(span.text, series), *changes_of_words(span.text, russian=russian)]
        repairs += [Misread(span.text[one.start : one.end], one.after, one.rule) for one in changes]
        spans.append(replace(span, text=_changed(span.text, changes)) if changes else span)
    return _with_repairs(page, spans, repairs) if repairs else page


def _changed(text: str, changes: Iterable[Change]) -> str:
    """A text with its changes, the last first; of two at one place the first is made."""
    edge = len(text) + 1
    for one in sorted(changes, key=lambda one: (-one.start, one.end)):
        if one.end <= edge:
            text = text[: one.start] + one.after + text[one.end :]
            edge = one.start
    return text


def _counted(pages: list[Page]) -> list[Page]:
    """The pages with labels and marks put right by those about them."""
    sizes = [span.size for page in pages for span in page.spans if len(span.text) > REPAIR.line]
    body = median(sizes) if sizes else 0.0
    found: list[tuple[Counted, str, str]] = [
        (label, text, label_between.name) for label, text in mended_labels(labels_of(pages))
    ]
    marks = marks_of(pages, body)
    found += [(mark, text, mark_between.name) for mark, text in mended_marks(marks)]
    made = list(pages)
    for at, page in enumerate(pages):
        found += _called(page, [mark for mark in marks if mark.page == at], body)
    for one, text, name in found:
        page = made[one.page]
        span = page.spans[one.span]
        put = replace(span, text=span.text[: one.start] + text + span.text[one.end :])
        spans = [*page.spans[: one.span], put, *page.spans[one.span + 1 :]]
        made[one.page] = _with_repairs(page, spans, [Misread(span.text[one.start : one.end], text, name)])
    return _with_raised([_with_notes(page, body) for page in made], body)


def _with_raised(pages: list[Page], body: float) -> list[Page]:
    """The pages with raised numbers in place of the signs that they were read as."""
    last = 0
    for at, page in enumerate(pages):
        if (sign := raised_sign(page, body, last)) is not None:
            index, number = sign
            span = page.spans[index]
            parts = parted(span, number)
            repair = Misread(span.text.split()[-1], f"{parts[0].text.split()[-1]} {number}", is_raised_sign.name)
            pages[at] = _with_repairs(page, [*page.spans[:index], *parts, *page.spans[index + 1 :]], [repair])
        last = max(notes_of(page, body)[-1:], default=last)
    return pages


def _called(page: Page, marks: Sequence[Counted], body: float) -> list[tuple[Counted, str, str]]:
    """The mark of a page that was misread, by the notes at its foot."""
    notes = openings(page.spans, body)
    called = [mark for mark in marks if mark.span not in notes]
    answer = mark_by_note.applies([mark.text for mark in called], list(notes.values()))
    return [] if answer is None else [(called[answer[0]], answer[1], mark_by_note.name)]


def _with_notes(page: Page, body: float) -> Page:
    """The page with the numbers of notes raised that were read with their text."""
    notes = openings(page.spans, body)
    marks = [(page.spans[mark.span], mark.text) for mark in marks_of([page], body) if mark.span not in notes]
    signs = [text for _, text in marks if text not in notes.values()]
    lowest = max((span.baseline for span, _ in marks), default=0.0)
    spans: list[Span] = []
    repairs: list[Misread] = []
    for span in page.spans:
        if signs and note_by_mark.applies(span, signs, lowest, body):
            number, rest = opened(span)
            signs.remove(number.text)
            repairs.append(Misread(span.text[: len(span.text) - len(rest.text)], number.text, note_by_mark.name))
            spans += [number, rest]
        else:
            spans.append(span)
    return _with_repairs(page, spans, repairs) if repairs else page


def _with_repairs(page: Page, spans: list[Span], repairs: Sequence[Misread]) -> Page:
    """The page with other runs, and without doubts of words that were put right."""
    how = page.recognised
    if how is None:
        return page
    plain = {one.before.strip(AROUND) for one in repairs}
    doubts = tuple(one for one in how.doubts if one[1].strip(AROUND) not in plain)
    return replace(page, spans=spans, recognised=replace(how, doubts=doubts, repairs=(*how.repairs, *repairs)))


def _vouched(pages: Sequence[Page], series: Series) -> list[Page]:
    """The pages without doubts that the paper itself answers.

    Of words that stand elsewhere in the paper without doubt, and of symbols of the paper's own series.
    """
    doubted = Counter(text.strip(AROUND) for page in pages if page.recognised for _, text, _ in page.recognised.doubts)
    seen = Counter(word.strip(AROUND) for page in pages for span in page.spans for word in span.text.split())
    made: list[Page] = []
    for page in pages:
        how = page.recognised
        if how is None or not how.doubts:
            made.append(page)
            continue
        left = tuple(one for one in how.doubts if not _is_vouched(one[1].strip(AROUND), seen, doubted, series))
        made.append(replace(page, recognised=replace(how, doubts=left)))
    return made


class Printed(Struct, frozen=True):
    """How often a word stands in the paper, in how many of these places in doubt, and how often as a whole symbol."""

    seen: int
    doubted: int
    symbols: int


@rule("doubt.elsewhere", source="a word that is read without doubt elsewhere in the paper is no misreading")
def is_sure_elsewhere(_word: str, printed: Printed) -> bool:
    """A word that stands in the paper where it is not in doubt."""
    return printed.seen > printed.doubted


@rule("doubt.symbol", source="papers cite a symbol of their own series more than once")
def is_known_symbol(_word: str, printed: Printed) -> bool:
    """A symbol that stands in the paper, or in the name of its file, as well."""
    return printed.symbols > 1


@rule("doubt.twice", source="a long number is hardly misread twice in the same way")
def is_read_twice(word: str, printed: Printed) -> bool:
    """A long word with digits that was read twice, though in doubt."""
    return printed.seen > 1 and len(word) >= REPAIR.long_number and any(map(str.isdigit, word))


VOUCHERS = (is_sure_elsewhere, is_known_symbol, is_read_twice)


def _is_vouched(word: str, seen: Counter[str], doubted: Counter[str], series: Series) -> bool:
    """Whether the paper itself says that a word in doubt is read rightly."""
    printed = Printed(seen[word], doubted[word], series.whole[word])
    return len(word) >= REPAIR.vouched and any(one.applies(word, printed) for one in VOUCHERS)
