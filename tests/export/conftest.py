"""The papers that the exports are tested with: the samples, the optional corpus, papers made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import extract
from extractor.export.formats import export
from extractor.model import Agenda
from tests.conftest import corpus_agendas, sample_pdfs


def made(agendas: list[Agenda], format: str) -> bytes:
    """``agendas`` in ``format``."""
    return b"".join(export(agendas, format))


def read(path: Path) -> Agenda:
    """The agenda of a PDF; its path is the name alone, which is the same everywhere."""
    agenda = extract(path)
    agenda.source.path = path.name
    return agenda


@pytest.fixture(scope="session")
def agendas() -> list[Agenda]:
    """The samples."""
    return [read(path) for path in sample_pdfs()]


@pytest.fixture(scope="session")
def timed(agendas: list[Agenda]) -> Agenda:
    """The first annotated sample with a timetable: the one of the golden files."""
    return next(one for one in agendas if one.schedule and one.document.kind == "annotated_agenda")


@pytest.fixture(scope="session")
def real_agendas(shared: Path) -> list[Agenda]:
    """The real agendas beside the repository."""
    return [read(path) for path in corpus_agendas()]


#: Titles that try to be something else: markup, queries, formulas, paths, lines of other formats, control characters.
TRICKS = (
    '=HYPERLINK("http://evil.example","x")',
    "<script>alert(1)</script> & <b>bold</b>",
    "'; DROP TABLE items; --",
    "../../etc/passwd",
    "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x",
    "]]> <!-- <?php ?> &amp; \"quoted\" 'single'",
    "bell \x07, null \x00, escape \x1b[31m, half \ud800, not a character \uffff",
    "[x](javascript:alert(1)) | cell | `code` *star* _line_",
    "{{template}} ${variable} %s %(name)s \\n",
    "مكافحة 预防 \u202eright to left\u202c",
)


def tricky() -> Agenda:
    """A paper whose symbol, titles, annotations, documents and timetable are tricks."""
    return Agenda.model_validate(
        {
            "source": {"sha256": "ab" * 32, "bytes": 1, "pages": 9, "language": "en"},
            "document": {
                "symbol": "../A/'; DROP TABLE items; --/=1+1",
                "symbols": ["../A/'; DROP TABLE items; --/=1+1"],
                "kind": "annotated_agenda",
                "title": TRICKS[1],
                "organ": TRICKS[2],
                "body": TRICKS[5],
                "job_number": TRICKS[0],
            },
            "meetings": [
                {
                    "body": TRICKS[5],
                    "session": {"label": TRICKS[6]},
                    "place": "../../tmp/x",
                    "timezone": "../../etc/localtime",
                    "periods": [{"start": "2031-06-02", "end": "2031-06-06"}],
                }
            ],
            "items": [
                {
                    "number": str(number),
                    "label": f"{number}.",
                    "title": title,
                    "cluster": title if number % 3 == 0 else None,
                    "annotation": [
                        {"type": kind, "text": title, "number": title if kind == "list_item" else None}
                        for kind in ("paragraph", "heading", "list_item", "table")
                    ],
                    "documents": [{"title": title, "symbols": [title]}],
                }
                for number, title in enumerate(TRICKS, start=1)
            ],
            "documents": [{"title": title, "symbols": [title]} for title in TRICKS],
            "schedule": [
                {"date": "2031-06-02", "start": "10:00", "items": [str(number), title], "title": title}
                for number, title in enumerate(TRICKS, start=1)
            ],
            "footnotes": [{"marker": title, "text": title} for title in TRICKS],
            "references": [
                {"kind": "document", "text": title, "symbol": title, "url": "javascript:alert(1)"} for title in TRICKS
            ],
        }
    )


@pytest.fixture
def tricks() -> Agenda:
    """A fresh copy of :func:`tricky`."""
    return tricky()
