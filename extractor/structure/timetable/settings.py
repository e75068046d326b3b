"""What sets the bounds of the rules of timetables."""

from __future__ import annotations

#: A gap of more than this many line pitches starts a new entry; rows stand at least 1.3 apart in the papers measured.
LOOSE = 1.25
