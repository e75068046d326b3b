"""Cases of the rules that cut the ink of a page into runs, and raised marks out of these, from boxes alone."""

from __future__ import annotations

from extractor.reading.ocr.lining import dashes, letters_of, pitch_of_run, runs_of
from extractor.reading.ocr.marks import pieces
from extractor.reading.ocr.parts import Box, Cut, Part, Run
from tests.rules.case import Case

#: The height of the letters of a row, in pixels.
USUAL = 20


def ink(*boxes: Box) -> list[Part]:
    """Pieces of ink with these boxes."""
    return [Part(at, *box, (box[2] - box[0]) * (box[3] - box[1])) for at, box in enumerate(boxes, 1)]


def row(left: int, count: int = 4, top: int = 100, step: int = 16) -> list[Box]:
    """The boxes of letters side by side."""
    return [(left + step * at, top, left + step * at + 12, top + USUAL) for at in range(count)]


def runs(*boxes: Box, stops: tuple[Box, ...] = ()) -> list[int]:
    """How many letters each run has; stops are pieces of ink that are no letters."""
    parts = ink(*boxes, *stops)
    return sorted(len(run.parts) for run in runs_of(parts[: len(boxes)], parts, USUAL)[0])


def typed(gap: int, *, stop: bool = False) -> int:
    """How many runs five lines of a typewriter are, in which so many letters could stand after the twelfth."""
    lines, stops = [], []
    for top in range(100, 350, 50):
        lines += row(0, 12, top, 24) + row(24 * (12 + gap), 12, top, 24)
        stops += [(24 * 12, top + 14, 24 * 12 + 6, top + USUAL)] if stop else []
    return len(runs(*lines, stops=tuple(stops)))


def pitch(*steps: int) -> float | None:
    """The width of a letter of a run with these distances between its letters; those of its page are 24 pixels wide."""
    lefts = [sum(steps[:at]) for at in range(len(steps) + 1)]
    return pitch_of_run(ink(*((left, 100, left + 12, 120) for left in lefts)), 24.0)


def letters(*boxes: Box) -> tuple[int, int]:
    """How many pieces of ink may be letters, and how many are pictures, which are 140 pixels high."""
    found, pictures = letters_of(ink(*boxes), 140.0)
    return len(found), len(pictures)


#: Eight letters in capitals, with more room between them than within a word.
LINE: list[Box] = [(30 * at, 100, 30 * at + 20, 119) for at in range(8)]
#: A digit raised behind them.
MARK: Box = (262, 90, 270, 106)


def marks(*lines: list[Box], han: bool = False) -> list[tuple[bool, int]]:
    """The pieces of some runs: whether each is a mark, and of how much ink it is."""
    sheet = Cut([Run(ink(*sorted(line))) for line in lines], None, [])  # type: ignore[arg-type]
    return [(piece.mark, len(piece.parts)) for piece in pieces(sheet, "han" if han else "latin")]


#: A line of long letters, and a short one that begins within their height.
LONG: list[Box] = [(30 * at, 80, 30 * at + 20, 110) for at in range(8)]
SHORT: list[Box] = [(24 * at, 100, 24 * at + 16, 119) for at in range(4)]


CASES: dict[str, Case] = {
    "runs.picture": Case(lambda: letters((0, 0, 20, 20), (50, 0, 90, 150)), (1, 1)),
    "runs.in_picture": Case(lambda: letters((0, 0, 150, 150), (60, 60, 72, 80)), (0, 1)),
    "runs.dash": Case(lambda: len(dashes(ink((0, 110, 20, 112), (50, 110, 56, 116)), USUAL)), 1),
    "runs.far": Case(lambda: runs(*row(0), *row(200)), [4, 4]),
    "runs.off_line": Case(lambda: runs(*row(0), *row(70, top=114)), [4, 4]),
    "runs.unlike": Case(lambda: runs(*row(0), (70, 60, 80, 140)), [1, 4]),
    "runs.nested": Case(lambda: runs(*row(0, 2), (20, 118, 32, 128), *row(36, 1), (52, 106, 64, 136)), [5]),
    "runs.broken": Case(lambda: runs(*row(0), (20, 122, 32, 128)), [5]),
    "runs.typewriter": Case(lambda: typed(2), 5),
    "runs.stop": Case(lambda: typed(3, stop=True), 5),
    "runs.page_pitch": Case(lambda: pitch(18, 24, 30, 24, 24, 30, 18, 24, 24, 30), 24.0),
    "raised.letter": Case(lambda: marks([*LINE, (236, 92, 244, 100), (246, 86, 256, 100)]), [(False, 8), (True, 2)]),
    "raised.thin": Case(lambda: marks([*LINE, (240, 92, 243, 107)]), [(False, 9)]),
    "raised.above": Case(lambda: marks([*LINE, (250, 92, 257, 107), (243, 108, 250, 119)]), [(False, 10)]),
    "raised.point": Case(lambda: marks([*LINE, MARK, (273, 100, 276, 104)]), [(False, 8), (True, 2)]),
    "raised.in_word": Case(lambda: marks([*LINE, (234, 95, 242, 108), (246, 100, 266, 119)]), [(False, 10)]),
    "raised.in_sign": Case(lambda: marks([*LINE, (240, 95, 250, 106), (256, 100, 276, 119)], han=True), [(False, 10)]),
    "raised.stars": Case(lambda: marks([(-20, 92, -8, 104), *LINE, (240, 92, 252, 104)]), [(False, 10)]),
    "raised.behind": Case(lambda: marks(LINE, [(240, 92, 250, 106)]), [(False, 8), (True, 1)]),
    "raised.before": Case(lambda: marks([(-40, 92, -30, 106)], LINE), [(True, 1), (False, 8)]),
    "raised.of_letter": Case(lambda: marks(LONG, SHORT, [(96, 92, 106, 106)]), [(False, 8), (False, 4), (False, 1)]),
}
