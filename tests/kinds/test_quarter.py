"""Pages set along their long side, which the file does not rotate: two unlike papers, reading up and reading down."""

from __future__ import annotations

import json
from typing import Any

import pytest

from extractor import extract
from tests.kinds.textpapers import MASTHEAD, drawn, rows
from tests.reading.pdfs import Pdf, Sheet, text

UP, DOWN = b"0 1 -1 0 595 0 cm\n", b"0 -1 1 0 0 842 cm\n"
#: A timetable set along the long side: hours before, titles behind.
DAYS = (
    (80, 520, "Programme of work"),
    (80, 490, "Thursday, 8 March"), (230, 490, "10 a.m.-1 p.m."), (360, 490, "Item 1. Opening of the session"),
    (230, 470, "3-6 p.m."), (360, 470, "Item 2. Lights on small islands"),
    (80, 450, "Friday, 9 March"), (230, 450, "10 a.m.-1 p.m."), (360, 450, "Item 3. Rope and tar"),
    (230, 430, "3-6 p.m."), (360, 430, "Item 4. Other business"),
)  # fmt: skip


def without_places(data: Any) -> Any:
    """A result but for where its values stand."""
    if isinstance(data, list):
        return [without_places(one) for one in data]
    if isinstance(data, dict):
        return {name: without_places(one) for name, one in data.items() if name not in ("bbox", "places", "source")}
    return data


def result(content: bytes, box: tuple[float, float, float, float], last: bytes = b"") -> dict[str, Any]:
    """What is read of a page; another one in front of it has the masthead where `last` is drawn."""
    sheets = [Sheet(content, box), *([Sheet(last, box)] if last else [])]
    return dict(json.loads(extract(Pdf(sheets).build()).to_json()))


@pytest.mark.parametrize("turn", [UP, DOWN], ids=["up", "down"])
def test_a_paper_set_along_the_long_side_is_read_as_any_other(turn: bytes) -> None:
    body = drawn([*MASTHEAD, *rows()])
    wide = {UP: b"0 1 -1 0 842 0 cm\n", DOWN: b"0 -1 1 0 0 595 cm\n"}[turn]
    plain, rotated = result(body, (0, 0, 595, 842)), result(wide + body, (0, 0, 842, 595))
    assert without_places(rotated) == without_places(plain)
    assert len(plain["items"]) == 4
    for one, other in zip(plain["items"], rotated["items"], strict=True):
        x0, top, x1, bottom = one["bbox"]
        moved = (top, 595 - x1, bottom, 595 - x0) if turn == UP else (842 - bottom, x0, 842 - top, x1)
        assert other["bbox"] == pytest.approx(moved, abs=3)


@pytest.mark.parametrize("turn", [UP, DOWN], ids=["up", "down"])
def test_a_timetable_along_the_long_side_of_a_second_page_is_read(turn: bytes) -> None:
    table = turn + b"".join(text(words, x, y, 10, 1) for x, y, words in DAYS)
    foot = b"Q\n" + text("TRANS/WP.77/2032/4", 60, 800, 9, 1)
    found = result(drawn([*MASTHEAD, *rows()]), (0, 0, 595, 842), b"q\n" + table + foot)
    assert [(row["date"], row["start"], row["items"]) for row in found["schedule"]] == [
        ("2032-03-08", "10:00", ["1"]),
        ("2032-03-08", "15:00", ["2"]),
        ("2032-03-09", "10:00", ["3"]),
        ("2032-03-09", "15:00", ["4"]),
    ]
    assert "text.sideways" not in {note["code"] for note in found["diagnostics"]}
    (x0, top, x1, bottom) = found["schedule"][0]["bbox"]
    assert bottom - top > x1 - x0
