"""The rows under the masthead's box, and what each of them is: body, session, place and dates, item line, title,
`Note by`.

A row is one line of one column. Rows are known by their words (session, date, item line) and, where words do not
tell, by how they are set: type size, indent, gap (format catalogue 1.1 and 1.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from extractor.grammar.calendar import CalendarContext, find_dates
from extractor.grammar.ordinals import find_session
from extractor.grammar.places import find_place
from extractor.layout.lines.model import Cell, Line, Mark
from extractor.layout.text import join_lines
from extractor.lexicon.registry import bodies
from extractor.structure.masthead_words import fold, words
from extractor.structure.words import has_figure

#: Lines of one paragraph are at most this many type sizes apart (measured: 1.07 in titles, 1.2 in text); 1.5 begins a
#: new one.
PARAGRAPH_GAP = 1.5
#: A gap this many type sizes wide parts the title from what stands above it (measured: 1.8 between item titles, 2.1
#: and more above titles).
TITLE_GAP = 1.9
#: Indent that sets the title off from the block of body and session (points; measured: 57 and more).
TITLE_INDENT = 25.0
#: Type larger by this much is another kind of line (points).
LARGER = 1.2
#: A name is set in one type: a line larger or smaller by this begins another (points).
ANOTHER_NAME = 2.5
#: A session's words make up at least this share of the letters of a session line.
SESSION_SHARE = 0.6
#: Letters that a place-and-date line may hold besides dates and place: `to be held virtually`, `Palais des Nations`.
OTHER_LETTERS = 34

_TRAILING = re.compile(r"[\s*∗†‡]+$")
_SIGNS = re.compile(r"(?<=[^\s*∗])\s?[*∗]{1,4}(?=[\s:;,.]|$)")
_BRACKETED = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]")
_LIST_START = re.compile(
    r"^(?:\d{1,2}\s?[.)\-–．、](?!\d)|\d{1,2}\s*$|[٠-٩]{1,2}\s*[-–.]|[IVX]{1,4}\.(?:\s|$)|[一二三四五六七八九十]{1,3}[.、．]|TEMA\s+[IVX\d])"
)
_LOWER_WORD = re.compile(r"(?<!\w)[a-zà-ÿа-яё]{4,}(?!\w)")
_CJK_NUMERAL = re.compile("[一二三四五六七八九十〇]+年|[一二三四五六七八九十]+月")


@dataclass(slots=True)
class Row:
    """One line of one column under the box. `line` is its index among the body lines of the page."""

    line: int
    page: int
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    cells: int
    column: int = 0
    lead: str = ""
    marks: list[Mark] = field(default_factory=list)
    kind: str = ""

    def follows(self, other: Row) -> bool:
        """Whether the row goes on with the paragraph of `other`: same type, ordinary line gap."""
        gap = (self.baseline - other.baseline) / max(self.size, other.size)
        return abs(self.size - other.size) <= 0.7 and self.bold == other.bold and gap <= PARAGRAPH_GAP

    def gap(self, other: Row) -> float:
        return (self.baseline - other.baseline) / max(self.size, other.size)


def row_of(index: int, line: Line, cells: Sequence[Cell], column: int = 0) -> Row:
    """The row of some cells of a line."""
    text, marks = "", []
    for cell in cells:
        if text and cell.text:
            text += " "
        marks += [Mark(mark.sign, len(text) + mark.offset) for mark in cell.marks]
        text += cell.text
    letters = sum([len(cell.text) for cell in cells]) or 1
    size = max(cells, key=lambda cell: len(cell.text)).size
    bold = sum([len(cell.text) for cell in cells if cell.bold]) >= 0.6 * letters
    x0, x1 = min([cell.x0 for cell in cells]), max([cell.x1 for cell in cells])
    return Row(
        line=index,
        page=line.page,
        text=_TRAILING.sub("", text),
        x0=x0,
        top=line.top,
        x1=x1,
        bottom=line.bottom,
        baseline=line.baseline,
        size=size,
        bold=bold,
        cells=len(cells),
        column=column,
        lead=cells[0].text,
        marks=marks,
    )


def joined(rows: Iterable[Row]) -> str:
    """The running text of several rows, footnote marks taken off."""
    return _TRAILING.sub("", _SIGNS.sub("", join_lines(list(rows))[0])).strip()


def starts_list(row: Row) -> bool:
    """Whether the row begins a numbered list or a numbered paragraph."""
    return (
        bool(_LIST_START.match(row.lead))
        and (row.cells > 1 or len(row.text) > len(row.lead.rstrip()) or row.lead == row.text)
        and (row.lead[:1] in "IVX" or not (session_of(row.text, None) or dates_of(row.text, None)))
    )


@dataclass(frozen=True, slots=True)
class SessionFound:
    """A session's label as printed and its number; `rest` is what follows it in the line."""

    label: str
    number: int | None
    rest: str = ""
    before: str = ""


@lru_cache(maxsize=512)  # a row is asked many questions
def session_of(text: str, language: str | None) -> SessionFound | None:
    """The session that a line consists of: `Ninth session`, `Substantive session of 2025`, `Annual session 2025`."""
    found = _session(text, language)
    if found is None:
        return None
    if words().session_links.match(found.rest) and len(found.rest) > 9 and not found.rest.strip(" ofthe").isdigit():
        return None
    if (
        _letters(found.before) > 6
        and not dates_of(found.before, language)
        and find_place(found.before, language) is None
    ):
        return None  # "Report on the first regular session"
    rest = found.rest.strip(" ,;–-")
    if rest and not found.before.strip() and dates_of(rest, language):
        return found  # `350th Session, Geneva, 4–14 March 2031`
    bare = _letters(_BRACKETED.sub("", text)) or 1
    return found if _letters(_BRACKETED.sub("", found.label)) >= SESSION_SHARE * bare else None


def session_inside(text: str, language: str | None) -> SessionFound | None:
    """The session that opens a body's name: `Thirty-seventh meeting of Chairs of the human rights treaty bodies`."""
    found = _session(text, language)
    if found is None or found.before.strip():
        return None
    return found if words().session_links.match(found.rest) else None


def _session(text: str, language: str | None) -> SessionFound | None:
    span = find_session(text, language)
    if span is None:
        return None
    return SessionFound(span.label, span.number, text[span.end :], text[: span.start])


@lru_cache(maxsize=512)
def dates_of(text: str, language: str | None) -> bool:
    """Whether a line consists of dates, with or without a place: `New York, 17 February–14 March 2025`."""
    if len(text) > 160 or not (has_figure(text) or _CJK_NUMERAL.search(text)):
        return False
    for code in dict.fromkeys((language, "en")):
        spans = find_dates(text, CalendarContext(language=code))
        if not spans:
            continue
        rest, last = "", 0
        for span in spans:
            rest += text[last : span.start] + " "
            last = max(last, span.end)
        rest += text[last:]
        place = find_place(rest, code)
        if place is not None:
            rest = rest[: place.start] + rest[place.end :]
        if len(_LOWER_WORD.findall(_BRACKETED.sub("", rest))) > 1:
            continue  # "Letter dated 12 September addressed to" is part of a title
        # a place that no list holds is told by its comma: `Some Town, Some Country, 1-5 November 2015`
        share = 0.75 if text[: spans[0].start].rstrip().endswith((",", "،", "，")) else 0.6
        if (
            _letters(rest) <= OTHER_LETTERS
            and _letters(rest) <= share * max(_letters(text), 20)
            and not words().title.search(fold(rest))
        ):
            return True
    return False


def opens_day(text: str) -> bool:
    """Whether a line is the heading of a day or of several: it begins with a weekday and holds nothing else."""
    for span in find_dates(text, CalendarContext()):
        if span.weekday is not None and span.start <= 1:
            return _letters(text) - _letters(span.text) <= 4
    return False


def _letters(text: str) -> int:
    return sum(letter.isalnum() for letter in text)


@cache
def known_bodies() -> frozenset[str]:
    """Folded names of the registry, without the acronyms in brackets, with the names before a comma."""
    names: set[str] = set()
    for row in bodies().values():
        for name in (row.name, row.parent or ""):
            bare = fold(_BRACKETED.sub("", name))
            names |= {bare, bare.split(",")[0]}
    return frozenset(names - words().organization - {""})


def names_body(text: str) -> bool:
    """Whether a line begins like the name of a body, or is one of the registry."""
    folded = fold(text)
    return folded in known_bodies() or words().body_head.match(folded) is not None


def bodies_in(rows: Sequence[Row], within_box: bool = False) -> list[str]:
    """The names of the bodies in consecutive rows: lines that go on with a name are joined, others begin the next body.

    In the box a name runs over several lines, so a new one begins only after a name that the registry knows.
    """
    groups: list[list[Row]] = []
    limit = max((row.x1 for row in rows), default=0.0)
    for row in rows:
        if groups and not _new_body(groups[-1], row, limit, within_box):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [joined(group) for group in groups]


def _new_body(group: Sequence[Row], row: Row, limit: float, within_box: bool) -> bool:
    last, text = group[-1], fold(joined(group))
    if row.column != last.column:
        return True
    same = abs(row.size - last.size) <= 0.7 and row.gap(last) <= 1.9
    opener = row.text.split(" ")[0]
    inner = opener.islower() or (row.text.isupper() and words().open_end.fullmatch(fold(opener)) is not None)
    if same and (row.text[:1].islower() or inner or words().open_end.search(text)):
        return False
    if within_box:
        return (
            row.gap(last) > 2.6
            or abs(row.size - last.size) > ANOTHER_NAME
            or (text in known_bodies() and names_body(row.text) and fold(row.text).split(" ")[0] != "instruments")
        )
    if not row.follows(last):
        return True
    if text in known_bodies() and names_body(row.text):
        return True
    if (names_body(text) or words().treaty.search(text)) and words().body_start.match(fold(row.text)):
        return True
    first = row.text.split(" ")[0]
    fits = last.x1 + (len(first) + 1) * 0.5 * row.size < limit
    return fits and names_body(row.text) and names_body(joined(group))


_ITEM_NUMBER = r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|[٠-٩]{1,3})"
_ITEM_LETTER = r"\s?(?:[(（][a-zа-яء-ي]{1,4}[)）]|[a-zа-я]\))"
_ITEM_PART = rf"(?:{_ITEM_NUMBER}(?:{_ITEM_LETTER}){{0,2}}|{_ITEM_LETTER})"
_ITEM_SEPARATOR = r"(?:\s*[,،、]\s*(?:and\s+)?|\s+(?:and|et|y|e|и|و)\s*|\s*[和及&]\s*|\s*[–-]\s*(?=[\d(]))"
_ITEMS = re.compile(rf"{_ITEM_NUMBER}(?:{_ITEM_LETTER}){{0,2}}(?:{_ITEM_SEPARATOR}{_ITEM_PART})*", re.IGNORECASE)
_TOKEN = re.compile(
    rf"(?P<number>{_ITEM_NUMBER})(?P<letters>(?:{_ITEM_LETTER}){{0,2}})|(?P<letter>{_ITEM_LETTER})", re.IGNORECASE
)
_LABEL = re.compile(r"[a-zа-яء-ي]{1,4}")
# Russian papers label with Latin letters that typists take from the Cyrillic keyboard.
_LOOK_ALIKES = str.maketrans("асеохру", "aceoxpy")
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def item_line(text: str) -> tuple[list[str], str] | None:
    """The item numbers of an item line and the title printed after them on the line, or ``None``.

    `Items 3 (a), (c) and 6 of the provisional agenda` gives ``['3(a)', '3(c)', '6']`` and an empty title.
    """
    known = words()
    head = known.item_head.match(text)
    if head is None:
        return None
    found = _ITEMS.match(text, head.end())
    if found is None:
        return None
    numbers: list[str] = []
    for token in _TOKEN.finditer(found[0]):
        if token["number"]:
            number = token["number"].translate(_ARABIC_DIGITS)
            numbers.append(number + _labels(token["letters"]))
        elif numbers:
            base = re.match(r"[\d.]+", numbers[-1])
            numbers.append((base[0] if base else "") + _labels(token["letter"]))
    end = found.end()
    tail = known.item_tail.match(text, end)
    rest = text[tail.end() if tail else end :].strip(" *∗:：.–—-")
    if tail is None and rest and not re.match(r"\s*[:：.–—-]\s*\S", text[end:]):
        return None  # "Item 3 was deferred ..." is a sentence
    return numbers, rest


def _labels(text: str | None) -> str:
    return "".join(f"({label.lower().translate(_LOOK_ALIKES)})" for label in _LABEL.findall((text or "").lower()))


def item_goes_on(text: str) -> bool:
    """Whether an item line breaks off: `Items 23 and 77 of the`."""
    head = words().item_head.match(text)
    return head is not None and words().item_broken.search(fold(text)) is not None
