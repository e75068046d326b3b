"""The thresholds by which the parts of a paper are recognised."""

from __future__ import annotations

from extractor.records import Struct


class RecognitionSettings(Struct, frozen=True):
    """Thresholds of families, annexes and kinds."""

    #: An agenda heading under another title stands among so many blocks, ...
    early_blocks: int = 8
    #: ... on one of so many pages: behind them it is that of an annex.
    early_pages: int = 2
    #: A list of fewer items is weighed against the headings of the annotations.
    few: int = 3
    #: The heading of an annex in the type of the text stands alone in its line: it has fewer characters (`Annex VIII`).
    annex_label: int = 12
    #: A paper that is not called a timetable is one when more than this share of its lines is.
    mostly_timetable: float = 0.4
    #: The box of another paper stands among so many lines at the head of its first page.
    box_lines: int = 12
    #: A shorter text does not say when a session opens or is held (characters).
    least_sentence: int = 20


RECOGNITION = RecognitionSettings()
