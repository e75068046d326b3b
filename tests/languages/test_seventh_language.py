"""A made-up seventh language, added by files alone: a date, a time, a session, a place and a list of items are read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

MONTHS = [
    "unmes",
    "dumes",
    "trimes",
    "kvames",
    "kinmes",
    "sesmes",
    "sepmes",
    "okmes",
    "naumes",
    "dekmes",
    "unkmes",
    "dukmes",
]
DAYS = ["lundak", "mardak", "merdak", "jodak", "vendak", "sabdak", "domdak"]
ORDINALS = ["unarem", "duarem", "triarem", "kvararem", "kinarem", "sesarem", "separem", "okarem", "nauarem", "dekarem"]

LANGUAGE = f"""
language = "tt"
name = "Toyish"
[connectives]
and = ["kaj"]
or = ["aux"]
to = ["gxis"]
of = ["dil"]
the = []
under = ["subu"]
from = ["ekde"]
[months]
{chr(10).join(f'{n} = ["{word}"]' for n, word in enumerate(MONTHS, 1))}
[weekdays]
{chr(10).join(f'{n} = ["{word}"]' for n, word in enumerate(DAYS, 1))}
[dates]
and = ["kaj"]
to = ["gxis"]
of = ["dil"]
[half_days]
am = ["matene"]
pm = ["posttage"]
[times]
hours = ["horoj"]
to = ["gxis"]
[ordinals.units]
{chr(10).join(f'{n} = ["{word}"]' for n, word in enumerate(ORDINALS, 1))}
[ordinals.cardinals]
1 = ["unuo"]
[ordinals.joints]
words = []
suffixes = ["ar"]
[sessions]
nouns = ["sesiado"]
adjectives = ["ordinara"]
leading = ["ordinara"]
"""
STRUCTURE = """
[headings.agenda]
tt = ["labora listo"]
[headings.annotations]
tt = ["klarigoj"]
[headings.documentation]
tt = ["dokumentaro"]
[kinds.agenda]
tt = ["^labora listo"]
[lacks.tt]
"headings.contents" = "made up"
"headings.column_heads" = "made up"
"headings.annex" = "made up"
"headings.schedule" = "made up"
"columns" = "made up"
"runs" = "made up"
"sentences" = "made up"
"inner" = "made up"
"words" = "made up"
"kinds.annotations" = "made up"
"kinds.annotated" = "made up"
"kinds.list_of_documents" = "made up"
"kinds.allocation" = "made up"
"kinds.organization" = "made up"
"kinds.never" = "made up"
"""
TIMETABLE = """
[lacks.tt]
"columns" = "made up"
"marks" = "made up"
"items" = "made up"
"clock" = "made up"
"""
#: Each list that a language lacks is named in its file; a table stands for the lists in it.
LACKED = [
    "advance",
    "bodies",
    "dates",
    "distribution",
    "item",
    "lines",
    "lists",
    "not_a_paper",
    "opening",
    "organization",
]
LACKED += ["original", "sentences", "session_in_body", "symbols", "titles.adoption", "titles.annotated"]
LACKED += ["titles.list_heads"]
MASTHEAD = f"""
[titles.words]
tt = ["labora listo"]
[lacks.tt]
{chr(10).join(f'"{name}" = "made up"' for name in LACKED)}
"""

CODE = """
import json
from extractor.grammar import find_dates, find_place, find_session, find_times
from extractor.grammar.calendar import CalendarContext
from extractor.layout.arrange import arrange
from extractor.lexicon import LANGUAGES
from extractor.structure.recognise import recognise
from tests.layout.pages import page, span

[day] = find_dates("mardak, 6 kinmes 2031", CalendarContext(language="tt"))
[period] = find_dates("6 gxis 8 kinmes 2031", CalendarContext(language="tt"))
session = find_session("Kinarem ordinara sesiado", "tt")
place = find_place("Geneva, 6 kinmes 2031", "tt")
moments = [str(start) for one in find_times("10.30 horoj") for start, _ in one.sittings]
rows = ["Labora listo", "1. Malfermo", "2. Revuo", "3. Aliaj aferoj"]
found = recognise(arrange([page([span(text, 124, 160 + 24 * n) for n, text in enumerate(rows)])]))
print(json.dumps({
    "languages": LANGUAGES,
    "day": [str(day.first), day.weekday],
    "period": [str(period.first), str(period.last)],
    "session": [session.label, session.number],
    "place": place.name,
    "moments": moments,
    "items": [[item.number, item.title] for item in found.items],
}))
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("lexicon")
    for name, text in {
        "languages/tt.toml": LANGUAGE,
        "parts/structure.toml": STRUCTURE,
        "parts/timetable.toml": TIMETABLE,
        "parts/masthead.toml": MASTHEAD,
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        env=os.environ | {"UN_AGENDA_LEXICON": str(folder)},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, object] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        ("languages", ["en", "fr", "es", "ru", "zh", "ar", "tt"]),
        ("period", ["2031-05-06", "2031-05-08"]),
        ("session", ["Kinarem ordinara sesiado", 5]),
        ("place", "Geneva"),
        ("moments", ["10:30:00"]),
        ("items", [["1", "Malfermo"], ["2", "Revuo"], ["3", "Aliaj aferoj"]]),
    ],
)
def test_it_is_read(read: dict[str, object], thing: str, expected: object) -> None:
    assert read[thing] == expected
