"""The timetable."""

from __future__ import annotations

from pydantic import Field

from extractor.model.base import BOX, BOX_EXAMPLE, PAGE, Part
from extractor.model.places import Place, places_field
from extractor.model.scalars import BBox, Date, Moment, Time


class ScheduleEntry(Part):
    """A row of the timetable."""

    date: Date | None = Field(default=None, description="Day, or first day.", examples=["2031-06-27"])
    end_date: Date | None = Field(
        default=None, description="Last day of an entry that covers several, else null.", examples=["2031-06-28"]
    )
    start: Time | None = Field(
        default=None,
        description="Start of the first sitting, local time; null where only 'morning' is said.",
        examples=["10:00"],
    )
    end: Time | None = Field(
        default=None, description="End of the last sitting; null when not printed.", examples=["13:00"]
    )
    sittings: list[tuple[Time, Time | None]] = Field(
        default_factory=list,
        description="Start and end of each sitting, where a slot has two or more.",
        examples=[[["10:00", "13:00"], ["15:00", "18:00"]]],
    )
    starts_at: Moment | None = Field(
        default=None, description="Start with the offset of the place.", examples=["2031-06-27T10:00:00+02:00"]
    )
    ends_at: Moment | None = Field(
        default=None, description="End with the offset of the place.", examples=["2031-06-27T13:00:00+02:00"]
    )
    items: list[str] = Field(
        default_factory=list, description="Numbers of the agenda items that are taken up.", examples=[["1(a)", "2"]]
    )
    title: str | None = Field(
        default=None,
        description="The entry's own words, without item number and '(continued)'.",
        examples=["Opening of the meeting"],
    )
    continued: bool = Field(
        default=False, description="Whether the entry is marked as continued or concluded.", examples=[True]
    )
    page: int | None = Field(default=None, description=PAGE, ge=1, examples=[7])
    bbox: BBox | None = Field(default=None, description=BOX, examples=BOX_EXAMPLE)
    places: list[Place] = places_field()
