"""Cases of what is put right in recognised text."""

from __future__ import annotations

from extractor.reading.page import Page, Recognised, Span
from extractor.repair.pages import repaired
from tests.rules.case import Case

__all__ = ["CASES"]


def run(text: str, x0: float = 100.0, baseline: float = 100.0, size: float = 10.0) -> Span:
    """A run of text as it was recognised."""
    return Span(text, x0, baseline - 7, x0 + 5 * len(text), baseline + 2, baseline, size)


def texts(*spans: Span | str, name: str | None = None) -> list[str]:
    """The text of the runs of a scanned page, put right; runs that are given as text stand below each other."""
    made = [span if isinstance(span, Span) else run(span, baseline=100.0 + 14 * at) for at, span in enumerate(spans)]
    page = Page(1, 595, 842, spans=made, text_layer="ocr", recognised=Recognised("a reader", 95.0, 10))
    (found,) = repaired([page], name)
    return [span.text for span in found.spans]


def marks(*signs: str) -> list[str]:
    """Marks behind words, one below the other, put right."""
    spans: list[Span] = []
    for at, sign in enumerate(signs):
        line = run("The Committee will take note of the report", baseline=100.0 + 14 * at)
        spans += [line, run(sign, line.x1, line.baseline - 4, 6.0)]
    return texts(*spans)[1::2]


def headed(heading: str, *others: str) -> list[str]:
    """A heading, text below it, and the only note of its page, put right."""
    lines = [run(heading, baseline=60.0, size=14.0)]
    lines += [run(text, baseline=100.0 + 14 * at) for at, text in enumerate(others)]
    text = [run("The Committee will take note of the report", baseline=300.0 + 14 * at) for at in range(4)]
    note = run("See the report of the Working Group", 120.0, 700.0, 9.0)
    return texts(*lines, *text, run("1", 115.0, 697.0, 5.5), note)[: len(others) + 2]


def doubts(*spans: str, doubted: tuple[str, ...], name: str | None = None) -> list[str]:
    """The words of a scanned page that stay in doubt."""
    made = [run(text, baseline=100.0 + 14 * at) for at, text in enumerate(spans)]
    found = tuple(((100.0, 93.0, 150.0, 102.0), word, 60.0) for word in doubted)
    how = Recognised("a reader", 95.0, 10, doubts=found)
    (page,) = repaired([Page(1, 595, 842, spans=made, text_layer="ocr", recognised=how)], name)
    return [word for _, word, _ in page.recognised.doubts] if page.recognised else []


#: A line of text and the line of a note, which is set smaller.
LINE = "The Committee will take note of the report"
NOTE = "If the meeting is held in another form, all will be told."


def called(sign: str) -> list[str]:
    """A mark in the text over a note with the number 1."""
    line, note = run(LINE), run(NOTE, 106.0, 700.0, 8.0)
    return texts(line, run(sign, line.x1, 96.0, 6.0), run("1", 100.0, 697.0, 5.0), note)[1:3]


def uncalled(text: str) -> list[str]:
    """A mark 1 in the text over the line of a note."""
    line = run(LINE)
    return texts(line, run("1", line.x1, 96.0, 6.0), run(text, baseline=700.0, size=8.0))[2:]


CASES: dict[str, Case] = {
    "repair.raised_sign": Case(
        lambda: headed("Organization of work’", "Where will it meet?"),
        ["Organization of work", "1", "Where will it meet?"],
    ),
    "repair.mark_by_note": Case(lambda: called("?"), ["1", "1"]),
    "repair.note_by_mark": Case(lambda: uncalled(f"1. {NOTE}"), ["1", NOTE]),
    "doubt.elsewhere": Case(
        lambda: doubts("the harbours", "of harbours*.", doubted=("harbours*.", "tidcs")), ["tidcs"]
    ),
    "doubt.symbol": Case(lambda: doubts("Ports (A/CN.9/1201)", doubted=("(A/CN.9/1201)",), name="A_CN.9_1201.pdf"), []),
    "doubt.twice": Case(
        lambda: doubts("resolution 2031/14.", "see 2031/14", doubted=("2031/14.", "2031/14", "2031/15")), ["2031/15"]
    ),
    "repair.own_series": Case(
        lambda: texts("See A/CN.9/1201/Add.1 and A/CN.9/1202/Add.1.", "(ACN.91201JAdd.2)", name="A_CN.9_1200.pdf")[1],
        "(A/CN.9/1201/Add.2)",
    ),
    "repair.registered_series": Case(
        lambda: texts("Report on ports (E/cN.4I1987/3)"), ["Report on ports (E/CN.4/1987/3)"]
    ),
    "repair.month": Case(
        lambda: texts("Geneva, 3 Septernber 1987", "3 Novembor 1987"), ["Geneva, 3 Septernber 1987", "3 November 1987"]
    ),
    "repair.weekday": Case(lambda: texts("Tuesdav, 3 November 1987"), ["Tuesday, 3 November 1987"]),
    "repair.hour": Case(lambda: texts("l0.3O a.m.", "1O a.m."), ["10.30 a.m.", "10 a.m."]),
    "repair.session": Case(
        lambda: texts("согласно резолюции 1894 (ГУП) Совета"), ["согласно резолюции 1894 (LVII) Совета"]
    ),
    "repair.first_word": Case(lambda: texts("Tf the time allows"), ["If the time allows"]),
    "repair.hour_sign": Case(lambda: texts("Начало в 10 4 00 мин"), ["Начало в 10 ч 00 мин"]),
    "repair.and": Case(
        lambda: texts("Доклад о портах (E/CN.5/1999/4 n Corr.1)"), ["Доклад о портах (E/CN.5/1999/4 и Corr.1)"]
    ),
    "repair.three": Case(lambda: texts("З а)", "Вопросы портов"), ["3 а)", "Вопросы портов"]),
    "repair.label": Case(lambda: texts("(b)", "(e)", "(o)", "(e)"), ["(b)", "(c)", "(d)", "(e)"]),
    "repair.stops": Case(lambda: texts("5.. Pilots of the harbours"), ["5. Pilots of the harbours"]),
    "repair.continued": Case(lambda: texts("31-05213", "1..."), ["31-05213", "/..."]),
    "repair.mark": Case(lambda: marks("1", "7", "3"), ["1", "2", "3"]),
}
