"""What a reading engine hands on: pages of positioned text runs, rules, links and images.

Units are PDF points, the origin is the top left corner of the page as a reader sees it (rotation and crop box applied),
boxes are ``(x0, top, x1, bottom)``.
"""

from __future__ import annotations

from typing import Literal, Protocol, runtime_checkable

from extractor.records import Struct, field

BBox = tuple[float, float, float, float]

TextLayer = Literal["digital", "ocr", "none"]

#: The box of a run reaches this many ems above and below its baseline, in every engine: PDFium measures ink, pdfplumber
#: the font's declared height, and both would make the box of a line depend on which letters stand in it. Times has 0.68
#: and 0.22.
ASCENT, DESCENT = 0.72, 0.22
#: Tags are trusted that name this share of the text that is marked, and of whose neighbours this share lies apart.
#: Of tagged agendas they name all but a few objects; a tree whose marks were moved has half its elements in others.
LEAST_COVERAGE, LEAST_ORDER = 0.9, 0.8
#: A run is higher than this many ems, and than its length so many times, only where its words are rotated.
ROTATED = 1.5


class Span(Struct, gc=False):
    """A run of text of one font on one line.

    ``text`` is in logical order, Unicode NFC is not yet applied; blanks inside the run are as printed. ``baseline`` is
    the vertical position of the line the glyphs stand on (points from the top), which tells a raised footnote mark from
    small type.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    font: str = ""
    bold: bool = False
    italic: bool = False
    color: int = 0  # 0xRRGGBB
    hidden: bool = False  # drawn so that nobody sees it; only recognised scans keep such runs when handed on
    slanted: bool = False  # runs across the page at no right angle, as watermarks do
    level: bool = False  # its words are rotated by a quarter, and read as a cell of a line all the same

    @property
    def sideways(self) -> bool:
        """Whether the words are turned by a quarter: labels in margins, tables set along the long side of a page."""
        height = self.bottom - self.top
        if self.level:
            return False
        return height > ROTATED * self.size and height > ROTATED * (self.x1 - self.x0) and len(self.text.strip()) > 2

    @property
    def aslant(self) -> bool:
        """Whether the words run across the page, as watermarks do."""
        return min(self.x1 - self.x0, self.bottom - self.top) > ROTATED * self.size


class Rule(Struct, gc=False):
    """A drawn line or the edge of a box: horizontal when wider than high."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it is wider than high."""
        return (self.x1 - self.x0) >= (self.bottom - self.top)


class Link(Struct, gc=False):
    """A link annotation with an external target."""

    bbox: BBox
    uri: str


class Misread(Struct, frozen=True):
    """Characters of a page that were put right: as they were read, as they are now, and the rule that says why."""

    before: str
    after: str
    rule: str


class Tag(Struct, frozen=True, gc=False):
    """An element of the tree of tags.

    Attributes:
        kind: what it is, as the file calls it: `Table`, `TR`, `TD`, `Note`, `Lbl`, `H1`.
        depth: how deep it lies in the tree.
        bbox: the box around its text on the page, None for none.
        is_leaf: whether it has text of its own, beside that of the elements in it.
        rows: over how many rows a cell reaches.
        columns: over how many columns.
    """

    kind: str
    depth: int
    bbox: BBox | None
    is_leaf: bool
    rows: int = 1
    columns: int = 1


class Tags(Struct, frozen=True):
    """The tags of a page, in the order of the tree, and how far they are to be trusted.

    Attributes:
        elements: the elements.
        coverage: the share of the marked text objects that they name.
        order: the share of neighbours that do not lie in each other.
    """

    elements: tuple[Tag, ...]
    coverage: float
    order: float

    @property
    def are_sound(self) -> bool:
        """Whether they cover the page and agree with themselves."""
        return self.coverage >= LEAST_COVERAGE and self.order >= LEAST_ORDER


class Recognised(Struct, frozen=True):
    """How a page was read from its picture.

    Args:
        by: the recognisers with their versions.
        confidence: the mean of the words', 0 to 100.
        words: how many there are.
        skew: degrees by which the page was set upright, positive where its lines had sunk to the right. The boxes of
            the page are those of the upright picture, which is turned about its middle.
        doubts: the words in doubt, each with its box and its confidence.
        repairs: what was put right.
    """

    by: str
    confidence: float
    words: int
    skew: float = 0.0
    doubts: tuple[tuple[BBox, str, float], ...] = ()
    repairs: tuple[Misread, ...] = ()


class Page(Struct):
    """One page as read, in reading-engine order (not yet sorted into lines)."""

    number: int  # 1-based
    width: float
    height: float
    spans: list[Span] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[BBox] = field(default_factory=list)
    tags: Tags | None = None  # where they were asked for and the page has some
    engine: str = ""
    rtl: bool = False  # right-to-left script dominates
    suspect: str | None = None  # why (part of) the text is not trusted, None when all is
    doubted: list[Span] = field(default_factory=list)  # the runs that are not trusted, which `spans` is without
    recognised: Recognised | None = None  # set where the page was read from its picture
    unread: str | None = None  # why the picture of a page without text was not read, None when it was or had not to be
    unlettered: int = 0  # glyphs within right-to-left words of which the file does not say the letter
    unseen: int = 0  # characters of the page that are hidden and were left out
    turned: Literal["", "up", "down"] = ""  # how its text read before it was set upright; size and boxes are those now
    text_layer: TextLayer = "none"  # digital: typeset; ocr: a scan with recognised text behind it; none: no usable text


class FileFacts(Struct):
    """What the file says of itself."""

    pages: int
    producer: str | None = None
    creator: str | None = None
    title: str | None = None
    attachments: tuple[str, ...] = ()  # names of the files that it carries, those of a portfolio among them


class Engine(Protocol):
    """A file opened by a PDF reader.

    Engines are interchangeable: a page gives the same spans but for small differences of boxes.
    """

    @property
    def facts(self) -> FileFacts:
        """What the file says of itself."""
        ...

    def page(self, number: int) -> Page:
        """A page by its number, counted from 1; the one before it need not stay whole."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


@runtime_checkable
class Foresighted(Engine, Protocol):
    """An engine that reads several pages at once: it learns which will be asked for."""

    @property
    def side_by_side(self) -> int:
        """How many pages it reads at once."""
        ...

    def begin(self, number: int) -> None:
        """Begin to read a page that will be asked for."""
        ...
