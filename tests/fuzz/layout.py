"""Pages of any runs and rules: laying them out and reading them never fails, and what comes out is valid.

An input is a list of records: a run (place, size, face, text), a rule, or a new page. That keeps what a mutation
changes close to what a page may be.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

_RUN, _RULE = struct.Struct(">HHBBB"), struct.Struct(">HHHH")
#: First bytes of a record: below the first it is a run, below the second a rule, else a new page.
_RULES, _PAGES = 200, 240
_SCALE, _SIZE_SCALE = 40.0, 6.0
_BOLD, _ITALIC, _OTHER_FONT, _ARABIC = 1, 2, 4, 8


def pages(data: bytes) -> list[Any]:
    """The pages that the bytes stand for; records cut off at the end are left out."""
    from extractor.reading.page import ASCENT, DESCENT, Page, Rule, Span

    found = [Page(1, 612.0, 792.0, text_layer="digital")]
    at = 0
    while at < len(data):
        kind, at = data[at], at + 1
        if kind >= _PAGES:
            found.append(Page(len(found) + 1, 612.0, 792.0, text_layer="digital"))
        elif kind >= _RULES:
            if at + _RULE.size > len(data):
                break
            x, y, width, height = (_length(number) for number in _RULE.unpack_from(data, at))
            at += _RULE.size
            found[-1].rules.append(Rule(x, y, x + width, y + height))
        else:
            if at + _RUN.size > len(data):
                break
            x, y, size, face, count = _RUN.unpack_from(data, at)
            at += _RUN.size
            text = data[at : at + count].decode("utf-8", "replace")
            at += count
            if not text.strip():
                continue
            left, baseline, em = _length(x), _length(y), max(size, 1) / _SIZE_SCALE
            found[-1].rtl = found[-1].rtl or bool(face & _ARABIC)
            font = "Arial" if face & _OTHER_FONT else "Times"
            found[-1].spans.append(
                Span(
                    text, left, baseline - ASCENT * em, left + 0.45 * em * len(text), baseline + DESCENT * em, baseline,
                    em, font, bool(face & _BOLD), bool(face & _ITALIC),
                )
            )  # fmt: skip
    return found


def _length(number: int) -> float:
    """Points; the largest numbers stand for places that no page reaches."""
    return {65_535: 1e30, 65_534: -1e30, 65_533: -72.0}.get(number, number / _SCALE)


def encode(read: Iterable[Any]) -> bytes:
    """The bytes that stand for about these pages."""
    out = bytearray()
    for page in read:
        if out:
            out.append(255)
        for span in page.spans:
            text = span.text.encode()[:250]
            face = span.bold * _BOLD + span.italic * _ITALIC + page.rtl * _ARABIC
            place = (_number(span.x0), _number(span.baseline), min(255, round(span.size * _SIZE_SCALE)))
            out += b"\0" + _RUN.pack(*place, face, len(text)) + text
        for rule in page.rules:
            edges = (rule.x0, rule.top, rule.x1 - rule.x0, rule.bottom - rule.top)
            out += bytes([_RULES]) + _RULE.pack(*map(_number, edges))
    return bytes(out)


def _number(points: float) -> int:
    return max(0, min(65_000, round(points * _SCALE)))


def check(data: bytes) -> None:
    """Read the pages that `data` stands for.

    Raises:
        AssertionError: the result does not come back from its own JSON.
    """
    from extractor.model import Agenda
    from extractor.model.drafts import Source, validated
    from extractor.pipeline import interpret

    read = pages(data)
    source = Source(
        path="fuzz.pdf", sha256="0" * 64, bytes=len(data), pages=len(read), producer=None, text_layer="digital"
    )
    agenda = validated(interpret(source, read))
    assert Agenda.from_json(agenda.to_json()) == agenda


def seeds() -> Iterator[bytes]:
    """The first pages of the samples, and each of their other pages alone."""
    from extractor.reading.reader import open_pdf

    for sample in sorted((Path(__file__).resolve().parents[2] / "samples").glob("*.pdf")):
        with open_pdf(sample.read_bytes(), "pdfium") as reader:
            read = list(reader.pages())
        yield encode(read[:2])[:3_000]
        yield from (encode([page]) for page in read[1:])


WORDS = ("Provisional agenda", "Annotations", "Item ", "1.", "(a)", "II.", "Annex", "Timetable", "Date", "Time",
         "Monday, 5 May", "10 a.m.-1 p.m.", "A/CN.99/2031/1", "*", "1 ", "Documentation", "GENERAL", "Distr.", "Geneva",
         "List of documents", ".....", "\xff", "____________")  # fmt: skip


def load() -> tuple[Callable[[bytes], None], Iterable[bytes], Iterable[str]]:
    """Import what is fuzzed and return the target, the seeds and the words."""
    check(b"")
    return check, seeds(), WORDS


if __name__ == "__main__":
    from tests.fuzz.run import fuzz

    fuzz(load, sys.argv[1:])
