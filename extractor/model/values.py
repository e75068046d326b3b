"""What the contract's scalars are read, rounded and written by; the models name these functions.

Apart from the models, so that a command finds them without loading pydantic: see :mod:`extractor.model.stored`.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # at run time it would load pydantic
    from extractor.model.mentions import Evidence

# Boxes are rounded to a hundredth of a point: finer digits are noise of the engines and would differ between platforms.
BOX_DIGITS = 2


def to_minute(value: dt.time) -> dt.time:
    """A time of day, if it is one of hours and minutes only."""
    if value.second or value.microsecond or value.tzinfo is not None:
        raise ValueError("a time of day has hours and minutes only")
    return value


@lru_cache(maxsize=1024)  # all that a paragraph mentions has its box
def round_box(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """A box as the contract has it."""
    # Adding 0.0 turns the negative zero that rounding may leave into zero: the same input must give the same bytes.
    x0, top, x1, bottom = box
    return (
        round(x0, BOX_DIGITS) + 0.0,
        round(top, BOX_DIGITS) + 0.0,
        round(x1, BOX_DIGITS) + 0.0,
        round(bottom, BOX_DIGITS) + 0.0,
    )


def iso_minute(value: dt.time) -> str:
    """A time of day in JSON: `10:00`."""
    return value.strftime("%H:%M")


def iso_moment(value: dt.datetime) -> str:
    """A moment in JSON: `2022-06-27T10:00:00+02:00`."""
    return value.isoformat(timespec="seconds")


def by_text() -> list[Evidence]:
    """What says that a reference is one where nothing else is known: its wording."""
    return ["text"]
