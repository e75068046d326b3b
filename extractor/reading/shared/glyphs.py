"""Glyphs -> runs: what an engine that hands out single glyphs does before it can hand out spans."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.reading.page import ASCENT, DESCENT, BBox, Span
from extractor.records import Struct

#: A gap wider than this many ems ends a run, so that columns and table cells stay apart.
RUN_GAP = 1.0
#: ... and one wider than this where each glyph has a place of its own: labels stand before narrow tabs.
GLYPH_GAP = 0.62
#: A gap wider than this many ems is a blank that the file does not spell out (Times has blanks of 0.25 em).
BLANK_GAP = 0.18
_BLANKS = {" ", "\u00a0"}
#: Glyphs may reach back this far (ems) into the one before: kerning; more is another run.
OVERLAP = 0.35
#: Glyphs of one run have sizes that differ by no more points, and stand on one line up to so many points and ems.
SAME_SIZE, SAME_LINE, SAME_LINE_EMS = 0.05, 0.05, 0.04
#: A glyph whose advance rises by no more than this share of its length, and so many points, lies along the page.
RISE, RISE_POINTS = 0.2, 0.01
#: Render modes (PDF 32000-1, table 106) that draw nothing (invisible, and only added to the clipping path), and those
#: that draw outlines, which are seen however transparent the filling is.
UNSEEN, OUTLINED = (3, 7), (1, 2, 5, 6)


class Face(Struct, frozen=True, gc=False):
    """A font as far as layout cares."""

    name: str
    bold: bool
    italic: bool


class Glyph(Struct, frozen=True, gc=False):
    """One drawn glyph: its text, its origin on the baseline (points from the page's top left) and its advance."""

    text: str
    x: float
    y: float
    dx: float
    dy: float
    size: float
    face: Face
    color: int = 0
    hidden: bool = False

    @property
    def x0(self) -> float:
        """Left edge."""
        return min(self.x, self.x + self.dx)

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(self.x, self.x + self.dx)

    @property
    def upright(self) -> bool:
        """Whether it is written along the page's width, as all but labels in margins are."""
        return abs(self.dy) <= RISE * abs(self.dx) + RISE_POINTS

    def inside(self, box: BBox) -> bool:
        """Whether it stands in a box, two points of tolerance on each side."""
        return box[0] - 2 <= self.x0 and self.x1 <= box[2] + 2 and box[1] - 2 <= self.y <= box[3] + 2


def box_of(glyphs: Iterable[Glyph]) -> BBox:
    """The box around glyphs: their advances along the line, ASCENT and DESCENT across it."""
    xs: list[float] = []
    ys: list[float] = []
    for glyph in glyphs:
        xs += (glyph.x, glyph.x + glyph.dx)
        if glyph.upright:
            ys += (glyph.y - ASCENT * glyph.size, glyph.y + DESCENT * glyph.size)
        else:  # turned by a quarter: up is to the left when it reads upwards, to the right when downwards
            ys += (glyph.y, glyph.y + glyph.dy)
            side = 1 if glyph.dy > 0 else -1
            xs += (glyph.x + side * ASCENT * glyph.size, glyph.x - side * DESCENT * glyph.size)
    return (min(xs), min(ys), max(xs), max(ys))


def runs(glyphs: Iterable[Glyph]) -> list[Span]:
    """Runs of one font, size and baseline in the order of drawing; gaps wider than GLYPH_GAP part them.

    Blanks stay inside the run they belong to; a gap without a blank glyph that is as wide as a blank becomes one. Runs
    of nothing but blanks are dropped.
    """
    spans: list[Span] = []
    run: list[Glyph] = []
    text: list[str] = []
    for glyph in glyphs:
        if run:
            joint = _joint(run[-1], glyph)
            if joint is None:
                _close(run, text, spans)
                run, text = [], []
            elif joint and text[-1] == glyph.text == ".":
                if len(run) > 1 and run[-2].text != ".":  # a leader begins: a run of its own
                    _close(run[:-1], text[:-1], spans)
                    run, text = run[-1:], text[-1:]
            elif joint and not _BLANKS & {text[-1][-1:], glyph.text[:1]}:
                text.append(joint)
        run.append(glyph)
        text.append(glyph.text)
    _close(run, text, spans)
    return spans


def _joint(before: Glyph, glyph: Glyph) -> str | None:
    """What stands between two glyphs of a run: nothing or a blank; None when they belong to different runs."""
    if (
        before.face is not glyph.face
        or abs(before.size - glyph.size) > SAME_SIZE
        or before.hidden is not glyph.hidden
        or before.upright is not glyph.upright
        or before.color != glyph.color
    ):
        return None
    em = before.size
    if glyph.upright:
        across, along = glyph.y - before.y, glyph.x - (before.x + before.dx)
    else:
        side = 1 if glyph.dy > 0 else -1
        across, along = glyph.x - before.x, side * (glyph.y - (before.y + before.dy))
    if abs(across) > SAME_LINE_EMS * em + SAME_LINE or along > GLYPH_GAP * em or along < -OVERLAP * em:
        return None
    return " " if along > BLANK_GAP * em else ""


def _close(run: list[Glyph], text: list[str], spans: list[Span]) -> None:
    whole = "".join(text)
    if not whole or whole.isspace():
        return
    first = run[0]
    spans.append(span_of(whole, run, first))


def span_of(text: str, glyphs: list[Glyph], like: Glyph) -> Span:
    """A span of `text` around `glyphs` with the font of `like`."""
    # Blanks at the ends are no ink: a table cell padded with them would reach into its neighbour.
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()] or glyphs
    face = like.face
    return Span(
        text, *box_of(inked), like.y, like.size, face.name, face.bold, face.italic, like.color,
        all(glyph.hidden for glyph in inked),
    )  # fmt: skip
