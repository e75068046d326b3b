"""Page furniture: running symbol, page and job numbers, bar code, recycling note.

Furniture stands at the outer edge of a page and says nothing of the meeting. It is recognised by position first (the
outermost lines), then by what it says or by its repetition on other pages (format catalogue 1.1 and trap 4). Each line
that is set aside keeps the name of the rule that says what it is (`Line.rule`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from extractor.built import compiled
from extractor.grammar.citations import find_citations
from extractor.grammar.numbering import read_label
from extractor.grammar.symbols import find_symbols
from extractor.layout.furniture_words import FOOT_WORDS, HEAD_WORDS, JOB_NUMBER, is_surely_foot, plain, symbol
from extractor.layout.lines.model import Line
from extractor.layout.lines.rows import is_sideways, lines_of, lines_of_runs, rotated_lines
from extractor.layout.spans.clear import cleared
from extractor.lexicon.words import either
from extractor.median import median
from extractor.reading.page import Page
from extractor.records import Struct, field, replace
from extractor.rules import Rule, first, rule


class FurnitureSettings(Struct, frozen=True):
    """Where furniture stands, in shares of the page's height where not said otherwise."""

    #: Running heads end above this (measured: at 9 %).
    head: float = 0.125
    #: ... and one of several lines above this.
    long_head: float = 0.25
    #: Feet begin below this (measured: at 92 %).
    foot: float = 0.8
    #: Job number and bar code may stand higher on a short last page.
    lower_half: float = 0.5
    #: Lines of one running head stand no further apart than this many type sizes.
    close: float = 1.8
    #: A text seen at one height on this share of the pages is furniture whatever it says, on `least_pages` at least.
    repeated: float = 0.25
    least_pages: int = 3
    #: ... or on so many, in small type.
    least_small: int = 2
    #: What stands wholly above this on each page, or as near to the lower edge, no template of the house prints
    #: (measured: heads begin at 5 %, bar codes end at 95 %).
    outermost: float = 0.04
    #: On the only page of a paper it is smaller than this, as a share of what is usual on the page.
    small: float = 0.85
    #: Heights within so many points count as one.
    same_height: float = 6.0
    #: So many characters behind a number are a paragraph, not a page number with a word beside it.
    paragraph: int = 12


FURNITURE = FurnitureSettings()

_DIGITS = compiled(r"\d+")
_TYPING_CODE = compiled(r"\d{3,5}[A-Za-z]")


@cache
def _page_of() -> re.Pattern[str]:
    return compiled(rf"(?:{either('layout', 'page')})\s+\d{{1,4}}\s+\w{{1,3}}\s+\d{{1,4}}", re.IGNORECASE)


#: A text with its digits blanked, and its height: what repeats from page to page.
Key = tuple[str, int]


class Sheet(Struct):
    """A page taken apart: running head, body, foot. Footnote bodies leave `body` for `notes` later.

    `doubted` are lines of text that is not trusted: no part of the paper is read from them.
    """

    page: Page
    body: list[Line]
    head: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    doubted: list[Line] = field(default_factory=list)


# Where furniture stands, and what is none.


@rule("furniture.repeated", source="catalogue trap 4: `Advance version` and the like")
def repeated(line: Line, keys: set[Key]) -> bool:
    """What stands at one height on many pages is furniture whatever it says."""
    return _key(line) in keys


@rule("furniture.stamped", source="libraries and archives stamp the very edge of each page: `Downloaded from ...`")
def at_very_edge(line: Line, height: float, usual: float | None) -> bool:
    """What stands at the very edge of all pages is furniture; on the only page of a paper, in small type.

    `usual` is the size of type of the only page, None where there are more.
    """
    if usual is not None and line.size > FURNITURE.small * usual:
        return False
    return line.bottom < FURNITURE.outermost * height or line.top > (1 - FURNITURE.outermost) * height


@rule("furniture.page_of", source="programmes of meetings: the name of the paper beside `Page 1 of 2`")
def counts_pages(line: Line) -> bool:
    """A line with the number of all pages in a cell of its own is furniture, and so is what stands beside it."""
    return _page_of().fullmatch(line.cells[-1].text.strip()) is not None


@rule("furniture.small_print", source="timetables of two pages: the name of the meeting in small type over each")
def is_small_print(line: Line, usual: float) -> bool:
    """What stands in small type at one height, first or last on two pages, is furniture."""
    return line.size < FURNITURE.small * usual and len(line.text) > FURNITURE.paragraph


@rule("furniture.masthead", source="the first page has a masthead: its symbol, its language are not furniture")
def has_masthead(number: int, index: int) -> bool:
    """The first page has no running head that its words tell."""
    return number == 1 or index == 0


@rule("furniture.long_head", source="papers until 1998: `A/99/1`, `English`, `Page 2` below each other")
def goes_on(head: Sequence[Line], line: Line, height: float) -> bool:
    """A head of several lines reaches further down."""
    return (
        bool(head)
        and _only(line, HEAD_WORDS) is not None
        and line.baseline - head[-1].baseline < FURNITURE.close * line.size
        and line.bottom < FURNITURE.long_head * height
    )


@rule("furniture.short_page", source="a last page of a few lines: job number and bar code stand below them")
def surely_foot(line: Line) -> bool:
    """A job number, a bar code or the recycling note is a foot in the lower half of the page as well."""
    return any(is_surely_foot(plain(cell.text)) for cell in line.cells)


@rule("furniture.bar_code_font", source="bar codes whose characters are no digits (Code 128)")
def bar_code_font(line: Line) -> bool:
    """What is set in a font of bar codes is one."""
    return len(line.cells) == 1 and "barcode" in " ".join(line.fonts).lower()


@rule("furniture.typing_code", source="Vienna and Geneva until about 1995: `9113T` below the job number")
def is_typing_code(line: Line, above: Line | None) -> bool:
    """Some digits and a letter alone below a job number are the number of the typist's file."""
    if above is None or not _TYPING_CODE.fullmatch(line.text):
        return False
    return JOB_NUMBER.match(plain(above.text)) is not None


@rule("furniture.note_kept", source="footnotes of several pages may stand at one height and say the same")
def is_note(line: Line) -> bool:
    """A line that begins with a footnote mark is not furniture, however often it stands there."""
    return (bool(line.marks) and line.marks[0].offset == 0) or line.text.startswith("*")


@rule("furniture.paragraph_kept", source="paragraphs with one wording: `4. The Committee took note …`")
def is_numbered(line: Line) -> bool:
    """A numbered paragraph is not furniture."""
    label = read_label(line.text)
    return label is not None and label.form == "arabic" and len(line.text) > label.length + FURNITURE.paragraph


@rule("furniture.item_kept", source="annotations that begin their pages: `Item 4`, `Item 7`")
def is_item(line: Line) -> bool:
    """The heading of an item is not furniture."""
    label = read_label(line.text)
    return label is not None and label.item


@rule("furniture.citation_kept", source="decisions that begin their pages: `Decision 2/CP.23`")
def is_citation(line: Line, cited: dict[str, bool]) -> bool:
    """A line that cites a decision or resolution is not furniture; `cited` keeps the answers, as heads repeat."""
    text = line.text
    if "/" not in text:
        return False
    if text not in cited:
        cited[text] = bool(find_citations(text, provisions=False))
    return cited[text]


@rule("furniture.other_symbol", source="lists of papers that a page break parts: `ISBA/99/A/2` alone below it")
def is_other_symbol(line: Line, others: Sequence[str]) -> bool:
    """A symbol at the head of one page that is not that of the first page is a paper; `others` are those pages' heads.

    Large first letters stand apart in mastheads: what follows the first slash counts.
    """
    text = line.text.rstrip("* ")
    number = text.partition("/")[2]
    if not number or any(number in other.replace(" ", "") for other in others):
        return False
    return bool(find_symbols(text))  # recognition gives `A/99/36L` for `A/99/361`


def sheets_of(pages: Sequence[Page]) -> list[Sheet]:
    """Lines of every page, with the furniture set aside."""
    clean = cleared(pages)
    read = [(one.page, lines_of(one.page)) for one in clean]
    keys = _repeated(read)
    made: list[Sheet] = []
    for index, (page, lines) in enumerate(read):
        sheet = _sheet(page, lines, keys, has_masthead.applies(page.number, index))
        if index and len(sheet.head) == 1 and "/" in sheet.head[0].text and _is_paper(sheet.head[0], read, index):
            sheet = replace(sheet, head=[], body=[lines[0], *sheet.body])
        for span, name in clean[index].aside:
            sheet.foot += [line.set_aside(name) for line in lines_of_runs(page.number, [span])]
        made.append(sheet)
    return made


def _is_paper(head: Line, read: Sequence[tuple[Page, Sequence[Line]]], at: int) -> bool:
    """Whether the only line of a running head is a paper that a list on the page before it names."""
    if head.rule != symbol.name or len(head.cells) > 1:
        return False
    first_page = [line.text for line in read[0][1]]
    if not any(symbol.applies(cell.text.rstrip("* ")) for line in read[0][1] for cell in line.cells):
        return False  # no symbol to compare it with
    others = [line.text for index, (_, lines) in enumerate(read) if index not in (0, at) for line in lines[:1]]
    return is_other_symbol.applies(head, [*first_page, *others])


def _sheet(page: Page, lines: list[Line], keys: set[Key], masthead: bool) -> Sheet:
    """The lines of a page taken apart from the outside in."""
    height = page.height
    start, end = 0, len(lines)
    head: list[Line] = []
    while start < end:
        line = lines[start]
        if not (line.bottom < FURNITURE.head * height or goes_on.applies(head, line, height)):
            break
        name = repeated.name if repeated.applies(line, keys) else None if masthead else _head(line)
        if name is None:
            break
        head.append(line.set_aside(name))
        start += 1
    foot: list[Line] = []
    while end > start and (line := lines[end - 1]).top > FURNITURE.lower_half * height:
        low = line.top > FURNITURE.foot * height
        name = _foot(line) if low or surely_foot.applies(line) else None
        if name is None and counts_pages.applies(line):
            name = counts_pages.name
        if name is None and low and is_typing_code.applies(line, lines[end - 2] if end - 2 > start else None):
            name = is_typing_code.name
        if name is None and low and repeated.applies(line, keys):
            name = repeated.name
        if name is None:
            break
        foot.insert(0, line.set_aside(name))
        end -= 1
    foot += [line.set_aside(is_sideways.name) for line in rotated_lines(page)]
    doubted = lines_of(replace(page, spans=page.doubted)) if page.doubted else []
    return Sheet(page, lines[start:end], head, foot, doubted=doubted)


def _only(line: Line, rules: Iterable[Rule[[str], bool]]) -> str | None:
    """The rule of the first cell where the words of each cell are furniture, None where one's are not."""
    name = None
    for cell in line.cells:
        if text := plain(cell.text.strip()):
            one = first(rules, text)
            if one is None:
                return None
            name = name or one.name
    return name


def _head(line: Line) -> str | None:
    """The rule by which a line is a head that is not on the page of the masthead, None when it is none."""
    return counts_pages.name if counts_pages.applies(line) else _only(line, HEAD_WORDS)


def _foot(line: Line) -> str | None:
    """The rule by which a line is a foot, None when it is none."""
    return bar_code_font.name if bar_code_font.applies(line) else _only(line, FOOT_WORDS)


def _key(line: Line) -> Key:
    return (_DIGITS.sub("#", line.text), round(line.baseline / FURNITURE.same_height))


def _repeated(read: Sequence[tuple[Page, Sequence[Line]]]) -> set[Key]:
    """What stands at the outer edges of many pages; digits may change."""
    counts: Counter[Key] = Counter()
    outer: set[Key] = set()
    small: set[Key] = set()
    cited: dict[str, bool] = {}
    only = read[0][1] if len(read) == 1 else ()
    usual = median([line.size for line in only]) if only else None
    for page, lines in read:
        top, bottom = FURNITURE.head * page.height, FURNITURE.foot * page.height
        edge = [line for line in lines if line.bottom < top or line.top > bottom]
        counts.update({_key(line) for line in edge if not (first(KEPT, line) or is_citation.applies(line, cited))})
        outer |= {_key(line) for line in edge if at_very_edge.applies(line, page.height, usual)}
        if edge:
            own = median([line.size for line in lines])
            first_last = [line for line in (lines[0], lines[-1]) if _only(line, HEAD_WORDS) is None]
            small |= {_key(line) for line in first_last if is_small_print.applies(line, own)}
    least = max(FURNITURE.least_pages, FURNITURE.repeated * len(read))
    every = min(least, len(read))
    wanted = {**dict.fromkeys(small, FURNITURE.least_small), **dict.fromkeys(outer, every)}
    return {key for key, count in counts.items() if count >= min(least, wanted.get(key, least))}


#: What may stand at one height on several pages and is not furniture.
KEPT = (is_note, is_numbered, is_item)
