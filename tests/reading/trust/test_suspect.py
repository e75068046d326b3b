"""Text layers that do not say what the page shows are found out, and sound ones in any language are not."""

from __future__ import annotations

import pytest

from extractor.reading.engines import CHOICES
from extractor.reading.reader import open_pdf
from extractor.reading.trust.suspect import verdict
from tests.conftest import SHARED
from tests.each import each
from tests.reading.pdfs import Font, Pdf, Sheet, text

ENGLISH = (
    "The working group will have before it a note by the secretariat on the state of the river fund. It may wish to "
    "take note of the report, to decide on the place of its next meeting and to give guidance on how members can "
    "share the costs of the new measuring stations. Delegations that wish to speak are asked to enter their names "
    "in good time."
)
SOUND = {
    "en": ENGLISH,
    "fr": (
        "Le groupe de travail sera saisi d'une note du secrétariat sur l'état du fonds. Il est invité à prendre acte "
        "du rapport, à décider du lieu de sa prochaine réunion et à donner des orientations sur la répartition "
        "des coûts des nouvelles stations entre les membres."
    ),
    "es": (
        "El grupo de trabajo tendrá ante sí una nota de la secretaría sobre el estado del fondo. Tal vez desee tomar "
        "nota del informe, decidir el lugar de su próxima reunión y dar orientaciones sobre la manera de repartir los "
        "gastos de las nuevas estaciones entre los miembros."
    ),
    "ru": (
        "Рабочая группа будет иметь в своем распоряжении записку секретариата о состоянии фонда. Она, возможно, "
        "пожелает принять к сведению доклад, решить вопрос о месте проведения следующего совещания и дать указания о "
        "том, как члены могут разделить между собой расходы на новые станции."
    ),
    "zh": (
        "工作组将收到秘书处关于基金状况的说明。工作组不妨注意到该报告，决定下次会议的地点，"
        "并就成员如何分担新测量站的费用提供指导。"
    ),
    "ar": (
        "سيكون معروضا على الفريق العامل مذكرة من الأمانة عن حالة الصندوق. ولعله يود أن يحيط علما بالتقرير وأن يبت في "
        "مكان اجتماعه المقبل وأن يقدم توجيهات بشأن كيفية تقاسم الأعضاء تكاليف المحطات الجديدة."
    ),
    "de": (
        "Der Arbeitsgruppe wird eine Mitteilung des Sekretariats über den Stand des Fonds vorliegen. Sie wird gebeten, "
        "den Bericht zur Kenntnis zu nehmen und über den Ort ihrer nächsten Tagung zu beschließen."
    ),
    "states": (
        "Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, "
        "Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Botswana, Brazil, Brunei Darussalam, "
        "Bulgaria, Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Comoros, Congo"
    ),
    "symbols": " ".join(f"A/{year}/{number} E/CN.9/{year}/L.{number}" for year in range(70, 80) for number in range(9)),
    "leaders": "Opening of the session ........................................ 3 " * 4,
    "filled up": f"{ENGLISH} {'a' * 2000} {'xy' * 1000}",
    "filled up alone": "z" * 2000,
    "filled up in Russian": "ж" * 500 + " " + "щю" * 300,
    "bullets": "\uf0b7 " * 40,
    "empty": "",
    "two words": "\ufffd Opening",
}


@each(SOUND)
def test_sound_text_passes(name: str) -> None:
    assert verdict(SOUND[name]) is None


def shifted(by: int) -> str:
    return "".join(chr((ord(char) - 97 + by) % 26 + 97) if char.isalpha() else char for char in ENGLISH.lower())


GARBAGE = {
    "private use": "".join(chr(0xE000 + ord(char)) for char in ENGLISH),
    "replacement": "\ufffd" * 200,
    "control characters": "".join(chr(ord(char) - 96) if char.isalpha() else char for char in ENGLISH.lower()),
    "glyph numbers": "".join(f"(cid:{ord(char)})" for char in ENGLISH),
    "glyph numbers as letters": "".join(chr(ord(char) - 29) if char.isalpha() else char for char in ENGLISH),
    "phonetic letters": "".join(chr(0x250 + ord(char) % 90) if char.isalpha() else char for char in ENGLISH),
    "rare Han": "".join(chr(0x3400 + 7 * ord(char)) for char in ENGLISH if char.isalpha()),
    "Han of no text": "".join(chr(0x6C00 + 11 * place) for place in range(120)),
    "signs": "▲△▼▽◆◇★☆" * 30,
    "many scripts": "абвгд αβγδε אבגדה ابتثج กขคงจ ကခဂဃ " * 5,
    **{f"alphabet shifted by {by}": shifted(by) for by in range(1, 26)},
}


@each(GARBAGE)
def test_garbage_is_found_out(name: str) -> None:
    assert verdict(GARBAGE[name])


def broken(place: int) -> Font:
    """A font whose table sends every letter to the private use area."""
    return Font("Times-Roman" if place else "Helvetica", {code: chr(0xE000 + code) for code in range(33, 127)})


def sheet(font: int) -> bytes:
    return b"".join(
        text(ENGLISH[start : start + 80], 72, 700 - start / 5, font=font) for start in range(0, len(ENGLISH), 80)
    )


@pytest.mark.parametrize("engine", CHOICES)
def test_a_garbled_page_says_so_and_keeps_its_text_apart(engine: str) -> None:
    data = Pdf([Sheet(sheet(1))], [broken(0)]).build()
    with open_pdf(data, engine) as reader:  # type: ignore[arg-type]
        (page,) = reader.pages()
    assert page.suspect
    assert page.spans == []
    assert page.doubted


@pytest.mark.parametrize("engine", CHOICES)
def test_one_broken_font_does_not_take_the_others_with_it(engine: str) -> None:
    heading = text(
        "Provisional agenda of the second session, with annotations and a list of documents", 72, 780, font=2
    )
    data = Pdf([Sheet(heading + sheet(1))], [broken(0), Font("Times-Bold")]).build()
    with open_pdf(data, engine) as reader:  # type: ignore[arg-type]
        (page,) = reader.pages()
    assert page.suspect
    assert {span.font for span in page.spans} == {"Times-Bold"}
    assert page.doubted
    assert "Times-Bold" not in {span.font for span in page.doubted}


def test_a_font_found_broken_is_not_trusted_on_a_page_with_few_letters() -> None:
    data = Pdf([Sheet(sheet(1)), Sheet(text("Annex", 72, 700))], [broken(0)]).build()
    with open_pdf(data, "pdfium") as reader:
        assert [page.spans for page in reader.pages()] == [[], []]


def test_corpus_papers_garbled_and_sound() -> None:
    folder = SHARED / "corpus" / "documents"
    if not folder.is_dir():
        pytest.skip("the optional corpus ../shared is not there")
    for path in sorted(folder.glob("*.pdf")):
        with open_pdf(path.read_bytes(), "pdfium") as reader:
            doubted = [page.number for page in reader.pages(range(1, min(reader.facts.pages, 8) + 1)) if page.suspect]
        assert bool(doubted) == path.name.startswith("bbnj-agreement"), path.name
