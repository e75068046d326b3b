"""Hidden text is not read, and what only looks as if it were is."""

from __future__ import annotations

import pytest

from extractor.pipeline import extract
from extractor.reading.engines import ENGINES
from extractor.reading.reader import open_pdf
from tests.hostile.pdf import BODY, paper, show

BOTH = [kind.name for kind in ENGINES if kind.extra is None]
SEEN = show("Opening of the session", 72, 600)
SECRET = show("Secret words", 72, 560)

#: An optional group that is on, and one that is off.
GROUPS = {10: b"<< /Type /OCG /Name (on) >>", 11: b"<< /Type /OCG /Name (off) >>"}
SWITCHES = b"/OCProperties << /OCGs [10 0 R 11 0 R] /D << /ON [10 0 R] /OFF [11 0 R] >> >>"
NAMES = b"/Properties << /On 10 0 R /Off 11 0 R >>"

HIDDEN = {
    "white": b"1 g " + SECRET + b"0 g\n",
    "nearly white": b"0.98 0.99 0.98 rg " + SECRET + b"0 g\n",
    "the colour of its ground": b"0.2 0.3 0.6 rg 60 550 200 24 re f " + SECRET + b"0 g\n",
    "clipped away": b"q 300 300 50 50 re W n " + SECRET + b"Q\n",
    "under a white shape": SECRET + b"1 g 60 550 200 24 re f 0 g\n",
    "under a black shape": SECRET + b"0 g 60 550 200 24 re f\n",
}
REPLACED = SECRET + b"1 g 60 550 200 24 re f 0 g\n" + show("Quays and lights", 72, 560)
SHOWN = {
    "white on dark": b"0 0 0.4 rg 60 550 200 24 re f 1 g " + SECRET + b"0 g\n",
    "light grey": b"0.8 g " + SECRET + b"0 g\n",
    "on a light ground": b"0.9 g 60 550 200 24 re f 0 g " + SECRET,
    "clipped to its cell": b"q 60 550 200 24 re W n " + SECRET + b"Q\n",
    "in an outlined box": SECRET + b"60 550 200 24 re S\n",
    "beside a shape": SECRET + b"1 g 60 500 200 24 re f 0 g\n",
}


def words(data: bytes, engine: str) -> str:
    with open_pdf(data, engine) as reader:  # type: ignore[arg-type]
        return " ".join(span.text for page in reader.pages() for span in page.spans)


@pytest.mark.parametrize("engine", BOTH)
@pytest.mark.parametrize("kind", HIDDEN)
def test_what_cannot_be_seen_is_not_read(kind: str, engine: str) -> None:
    read = words(paper(SEEN * 3 + HIDDEN[kind]), engine)
    assert "Opening of the session" in read
    assert "Secret" not in read


def test_words_over_a_shape_do_not_show_those_under_it() -> None:
    read = words(paper(SEEN + REPLACED), "pdfium")
    assert "Quays" in read
    assert "Secret" not in read


@pytest.mark.parametrize("engine", BOTH)
@pytest.mark.parametrize("kind", SHOWN)
def test_what_can_be_seen_is_read(kind: str, engine: str) -> None:
    assert "Secret words" in words(paper(SEEN + SHOWN[kind]), engine)


@pytest.mark.parametrize("engine", BOTH)
def test_optional_content_is_read_where_it_is_switched_on(engine: str) -> None:
    marked = b"/OC /%s BDC " + SECRET + b"EMC\n"
    on, off = (
        words(paper(SEEN + marked % name, objects=GROUPS, resources=NAMES, catalogue=SWITCHES), engine)
        for name in (b"On", b"Off")
    )
    assert "Secret words" in on
    assert "Secret" not in off


def test_that_there_was_hidden_text_is_reported() -> None:
    hidden, shown = (extract(paper(BODY + part)).diagnostics for part in (HIDDEN["white"], SHOWN["light grey"]))
    assert [(one.page, one.severity) for one in hidden if one.code == "text.hidden"] == [(1, "info")]
    assert "11 letters" in next(one.message for one in hidden if one.code == "text.hidden")
    assert not any(one.code == "text.hidden" for one in shown)
