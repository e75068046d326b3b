"""Kinds of place lines: cities that no list holds, and how the meeting is held."""

from __future__ import annotations

import pytest

from tests.kinds.timepapers import Paper, read

CITIES = {
    "Cebu, Philippines, 12–16 May 2031": ("Cebu", "PH", "Asia/Manila"),
    "Luang Prabang (Lao People’s Democratic Republic), 12–16 May 2031": ("Luang Prabang", "LA", "Asia/Vientiane"),
    "Saint-Louis, Sénégal, 12-16 mai 2031": ("Saint-Louis", "SN", "Africa/Dakar"),
    "Punta del Este (Uruguay), 12 a 16 de mayo de 2031": ("Punta del Este", "UY", "America/Montevideo"),
    "Гюмри, Армения, 12–16 мая 2031 года": ("Гюмри", "AM", "Asia/Yerevan"),
    "Gold Coast, Australia, 12–16 May 2031": ("Gold Coast", "AU", None),
    "Old Harbour, 12–16 May 2031": ("Old Harbour", None, None),
    "Vienna, 12–16 May 2031": ("Vienna", "AT", "Europe/Vienna"),
}

FORMATS = {
    "Vienna and online, 12–16 May 2031": ("Vienna", "hybrid"),
    "Vienna (hybrid), 12–16 May 2031": ("Vienna", "hybrid"),
    "Online, 12–16 May 2031": (None, "online"),
    "Virtual, 12–16 May 2031": (None, "online"),
    "Vienne et en ligne, 12-16 mai 2031": ("Vienne", "hybrid"),
    "Viena y en línea, 12 a 16 de mayo de 2031": ("Viena", "hybrid"),
    "Вена и онлайн, 12–16 мая 2031 года": ("Вена", "hybrid"),
    "Vienna, 12–16 May 2031": ("Vienna", None),
}

SENTENCES = {
    "The session will be held in hybrid form in Vienna from 12 to 16 May 2031.": "hybrid",
    "The session will be held under a hybrid arrangement from 12 to 16 May 2031.": "hybrid",
    "The session will be held online from 12 to 16 May 2031.": "online",
}


@pytest.mark.parametrize("line", CITIES)
def test_cities(line: str) -> None:
    found = read(Paper(place=line))
    meeting = found["meetings"][0]
    assert (meeting["place"], meeting["country"], meeting["timezone"]) == CITIES[line]
    unknown = [one for one in found["diagnostics"] if one["code"] == "meeting.no_timezone"]
    assert bool(unknown) is (meeting["timezone"] is None)


@pytest.mark.parametrize("line", FORMATS)
def test_formats(line: str) -> None:
    meeting = read(Paper(place=line))["meetings"][0]
    assert (meeting["place"], meeting["format"]) == FORMATS[line]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_on_the_format(sentence: str) -> None:
    assert read(Paper(before=f"#block[1. {sentence}]"))["meetings"][0]["format"] == SENTENCES[sentence]


def test_the_seat_is_that_of_the_body_that_the_masthead_names() -> None:
    paper = Paper(place="12–16 May 2031", symbol="E/2031/37", body="Economic Commission for Africa")
    assert read(paper)["meetings"][0]["timezone"] == "Africa/Addis_Ababa"


@pytest.mark.parametrize(
    "corner", ["United Nations", "#text(size: 24pt)[*RC*]", "United Nations #h(60pt) #text(size: 24pt)[*TD*]"]
)
def test_the_letters_of_a_logo_are_no_organ(corner: str) -> None:
    document = read(Paper(corner=corner))["document"]
    assert (document["organ"], document["body"]) == ("General Assembly", "Working Group on Weather Stations")
