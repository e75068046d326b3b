"""What is shown of a stage: things with their place, their role and the rule that decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from extractor.reading.page import BBox

Stage = Literal["spans", "tags", "lines", "blocks", "tables", "masthead", "timetable"]

#: The stages in the order in which a paper goes through them.
STAGES: tuple[Stage, ...] = get_args(Stage)


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that a stage made.

    Attributes:
        page: the page where it begins, from 1.
        bbox: its box on that page; without height where it is a place from which something holds.
        role: what it was taken for.
        text: its text.
        rule: the name of the rule that decided, empty where none had to.
        item: the number of the agenda item that it is part of, empty for none.
    """

    page: int
    bbox: BBox
    role: str
    text: str
    rule: str = ""
    item: str = ""

    @property
    def label(self) -> str:
        """Its role, with the number of its item."""
        return f"{self.role} {self.item}" if self.item else self.role
