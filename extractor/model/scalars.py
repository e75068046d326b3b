"""The scalar types of the model: dates, times and boxes as the contract writes them.

In Python they are ``datetime.date``, ``datetime.time``, ``datetime.datetime`` and tuples of floats; in JSON they are
ISO 8601 strings and arrays. Constructors take either form, so that ``Agenda.from_json(agenda.to_json()) == agenda``.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, PlainSerializer, WithJsonSchema

from extractor.model.values import iso_minute, iso_moment, round_box, to_minute

DATE_PATTERN = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
TIME_PATTERN = r"^([01]\d|2[0-3]):[0-5]\d$"
MOMENT_PATTERN = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([+-]\d{2}:\d{2})?$"

Date = Annotated[
    dt.date,
    WithJsonSchema({"type": "string", "format": "date", "pattern": DATE_PATTERN}),
]
"""A day, ``2022-03-16`` in JSON."""

Time = Annotated[
    dt.time,
    AfterValidator(to_minute),
    PlainSerializer(iso_minute, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": TIME_PATTERN}),
]
"""A local time of day on the 24-hour clock, ``10:00`` in JSON."""

Moment = Annotated[
    dt.datetime,
    PlainSerializer(iso_moment, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": MOMENT_PATTERN}),
]
"""A moment with the offset of its place, ``2022-06-27T10:00:00+02:00``; without offset where the zone is unknown."""

BBox = Annotated[
    tuple[float, float, float, float],
    AfterValidator(round_box),
]
"""``(x0, top, x1, bottom)`` in PDF points, origin at the top left corner of the page."""
