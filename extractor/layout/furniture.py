"""Page furniture: running symbol, page and job numbers, bar code, recycling note.

Furniture stands at the outer edge of a page and says nothing of the meeting. It is told by position first (the
outermost lines),
then by what it says or by its repetition on other pages (format catalogue 1.1 and trap 4).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.grammar.citations import find_citations
from extractor.grammar.numbering import read_label
from extractor.layout.lines.model import Line
from extractor.layout.lines.rows import lines_of
from extractor.reading.page import Page

#: Lines of one running head stand no further apart than this many type sizes.
CLOSE_LINES = 1.8
#: Share of the page's height in which running heads and feet stand (measured: heads end at 9 %, feet begin at 92 %).
HEAD_ZONE = 0.125
FOOT_ZONE = 0.8
#: Job number and bar code may stand higher on a short last page.
LOWER_HALF = 0.5
#: A text seen at one height on this share of the pages is furniture whatever it says.
REPEATED = 0.5

#: Job numbers of the stations, with language letter, processing dates and reissue star (UN facts 4).
JOB_NUMBER = re.compile(
    r"(?<![\w/.-])(?P<number>(?:(?:GE|ECE|[VKNBSLCEM])\.\s?|[BS])?\d{2}-\s?\d{5}(?:\s?X)?|[BKSV]\.?\d{5,7})(?P<star>\*?)"
    r"(?:\s*[()\[](?P<language>[ACEFRSG])[()\]])?(?P<dates>(?:\s+\d{5,6}(?!\d))*)",
)
#: `/...`, at the foot of pages that go on (papers until about 1998).
_MORE = r"/\s?(?:\.\s?){3}|/\s?…"
_PAGE_NUMBER = r"(?:[-–—]\s*)?(?:[Pp]age\s+)?\d{1,4}(?:\s*[-–—])?|\d{1,4}\s?/\s?\d{1,4}|[ivxl]{1,6}"
_LANGUAGE = r"(?:English|French|Spanish|Russian|Chinese|Arabic|Français|Español)"
_SYMBOL = r"[A-Z][A-Za-z0-9&()\[\]]*(?:[./–-][A-Za-z0-9&()\[\]_.…-]*)*/[A-Za-z0-9&()\[\]_./…*–-]+\*?"
_BAR_CODE = r"\*?\s?[0-9NVKGEX ]{7,16}\s?\*?"
_RECYCLE = r".{0,4}Please\s*recycle.{0,6}"
_HEAD = re.compile(
    rf"(?:{_SYMBOL}|{_PAGE_NUMBER}|{_LANGUAGE}|(?:{_LANGUAGE}\s+)?Page\s+\S{{1,5}}|{_SYMBOL}\s+{_PAGE_NUMBER})"
)
_FOOT = re.compile(
    rf"(?:{_PAGE_NUMBER}|{_MORE}|{_BAR_CODE}|{_RECYCLE}|{_LANGUAGE}|\([ACEFRS]\)|\d{{6}}(?:\s+\d{{6}})*|[A-Z]{{2}})"
)
_BAR = re.compile(r"\*\s?[0-9NVKGEX ]{7,16}\s?\*?|[0-9]{7}")
_RECYCLED = re.compile(_RECYCLE)
_FIGURES = re.compile(r"\d+")


@dataclass(slots=True)
class Sheet:
    """A page taken apart: running head, body, foot. Footnote bodies leave `body` for `notes` later."""

    page: Page
    body: list[Line]
    head: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


def sheets_of(pages: Sequence[Page]) -> list[Sheet]:
    """Lines of every page, with the furniture set aside."""
    sheets = [Sheet(page, lines_of(page)) for page in pages]
    repeated = _repeated(sheets)
    for index, sheet in enumerate(sheets):
        height = sheet.page.height
        first = sheet.page.number == 1 or index == 0
        while sheet.body and (sheet.body[0].bottom < HEAD_ZONE * height or _goes_on(sheet)):
            line = sheet.body[0]
            if not (_key(line) in repeated or (not first and _only(line, _HEAD))):
                break
            sheet.head.append(sheet.body.pop(0))
        while sheet.body and sheet.body[-1].top > LOWER_HALF * height:
            line = sheet.body[-1]
            low = line.top > FOOT_ZONE * height
            if not ((_is_foot(line) and (low or _is_surely_foot(line))) or (low and _key(line) in repeated)):
                break
            sheet.foot.insert(0, sheet.body.pop())
    return sheets


def _goes_on(sheet: Sheet) -> bool:
    """Whether the first line left goes on with a head of several lines (`A/99/1`, `English`, `Page 2`)."""
    line = sheet.body[0]
    return (
        bool(sheet.head)
        and _only(line, _HEAD)
        and line.baseline - sheet.head[-1].baseline < CLOSE_LINES * line.size
        and line.bottom < 2 * HEAD_ZONE * sheet.page.height
    )


def _key(line: Line) -> tuple[str, int]:
    return (_FIGURES.sub("#", line.text), round(line.baseline / 6))


def _repeated(sheets: Sequence[Sheet]) -> set[tuple[str, int]]:
    """What stands at the outer edges of at least half of the pages, two at least; figures may change."""
    counts: Counter[tuple[str, int]] = Counter()
    cited: dict[str, bool] = {}  # a running head is the same on each page
    for sheet in sheets:
        height = sheet.page.height
        edge = (
            line
            for line in sheet.body
            if (line.bottom < HEAD_ZONE * height or line.top > FOOT_ZONE * height) and not _says_more(line, cited)
        )
        counts.update({_key(line) for line in edge})
    least = max(3, REPEATED * len(sheets) * 0.5)
    return {key for key, count in counts.items() if count >= least}


def _says_more(line: Line, cited: dict[str, bool]) -> bool:
    """What may stand at one height on several pages and is no furniture: `Item 4` and `Item 7`, `Decision 2/CP.23`,
    footnotes."""
    label = read_label(line.text)
    noted = (bool(line.marks) and line.marks[0].offset == 0) or line.text.startswith("*")
    numbered = label is not None and label.form == "arabic" and len(line.text) > label.length + 12
    if noted or numbered or (label is not None and label.item):
        return True
    if "/" not in line.text:
        return False
    if line.text not in cited:
        cited[line.text] = bool(find_citations(line.text, provisions=False))
    return cited[line.text]


def _only(line: Line, pattern: re.Pattern[str]) -> bool:
    """Whether every cell of the line is furniture by its own words."""
    return all(pattern.fullmatch(cell.text.strip()) for cell in line.cells if cell.text.strip())


def _is_surely_foot(line: Line) -> bool:
    """A foot by its words alone: a job number, a bar code, the recycling note, `2/9` (not a bare page number)."""
    return any(
        JOB_NUMBER.match(cell.text) or _BAR.fullmatch(cell.text) or _RECYCLED.fullmatch(cell.text)
        for cell in line.cells
    )


def _is_foot(line: Line) -> bool:
    for cell in line.cells:
        text = cell.text.strip()
        if "barcode" in " ".join(line.fonts).lower() and len(line.cells) == 1:
            return True
        rest = JOB_NUMBER.sub("", text, count=1).strip() if JOB_NUMBER.match(text) else text
        if rest and not _FOOT.fullmatch(rest):
            return False
    return True
