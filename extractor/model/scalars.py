"""The scalar types of the model: dates, times and boxes as the contract writes them.

In Python they are ``datetime.date``, ``datetime.time``, ``datetime.datetime`` and tuples of floats; in JSON they are
ISO 8601 strings and arrays. Constructors take either form, so that ``Agenda.from_json(agenda.to_json()) == agenda``.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, PlainSerializer, WithJsonSchema

DATE_PATTERN = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
TIME_PATTERN = r"^([01]\d|2[0-3]):[0-5]\d$"
MOMENT_PATTERN = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([+-]\d{2}:\d{2})?$"

# Boxes are rounded to a hundredth of a point: finer digits are noise of the engines and would differ between platforms.
BOX_DIGITS = 2


def _to_minute(value: dt.time) -> dt.time:
    if value.second or value.microsecond or value.tzinfo is not None:
        raise ValueError("a time of day has hours and minutes only")
    return value


@lru_cache(maxsize=1024)  # all that a paragraph mentions has its box
def _round_box(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    # Adding 0.0 turns the negative zero that rounding may leave into zero: the same input must give the same bytes.
    x0, top, x1, bottom = box
    return (
        round(x0, BOX_DIGITS) + 0.0,
        round(top, BOX_DIGITS) + 0.0,
        round(x1, BOX_DIGITS) + 0.0,
        round(bottom, BOX_DIGITS) + 0.0,
    )


def _iso_minute(value: dt.time) -> str:
    return value.strftime("%H:%M")


def _iso_moment(value: dt.datetime) -> str:
    return value.isoformat(timespec="seconds")


Date = Annotated[
    dt.date,
    WithJsonSchema({"type": "string", "format": "date", "pattern": DATE_PATTERN}),
]
"""A day, ``2022-03-16`` in JSON."""

Time = Annotated[
    dt.time,
    AfterValidator(_to_minute),
    PlainSerializer(_iso_minute, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": TIME_PATTERN}),
]
"""A local time of day on the 24-hour clock, ``10:00`` in JSON."""

Moment = Annotated[
    dt.datetime,
    PlainSerializer(_iso_moment, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": MOMENT_PATTERN}),
]
"""A moment with the offset of its place, ``2022-06-27T10:00:00+02:00``; without offset where the zone is unknown."""

BBox = Annotated[
    tuple[float, float, float, float],
    AfterValidator(_round_box),
]
"""``(x0, top, x1, bottom)`` in PDF points, origin at the top left corner of the page."""
