"""Session and date lines of the masthead."""

from __future__ import annotations

from functools import lru_cache

from extractor.built import compiled
from extractor.grammar.calendar import CalendarContext, find_dates
from extractor.grammar.calendar.fold import fold_word
from extractor.grammar.ordinals import find_session
from extractor.grammar.places import country_behind, find_place, find_places
from extractor.grammar.zones import zone_words
from extractor.lexicon import with_default
from extractor.records import Struct
from extractor.rules import rule
from extractor.structure.masthead.bodies import BRACKETED, names_body
from extractor.structure.masthead.model import letters_of
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import names_title, words
from extractor.structure.vocabulary import has_figure

#: A longer word in small letters; names have capitals at theirs.
LOWER_WORD = compiled(r"(?<!\w)[a-zà-ÿа-яё]{4,}(?!\w)")
_DASHES = ("–", "—", " -")
_YEAR = compiled(r"(?:19|20)\d\d")
_COMMA = compiled("[,،，(]")
_CJK_NUMERAL = compiled("[一二三四五六七八九十〇]年|[一二三四五六七八九十]月")


class SessionFound(Struct, frozen=True):
    """A session's label as printed and its number; `before` and `rest` are what stands around it in the line."""

    label: str
    number: int | None
    rest: str = ""
    before: str = ""


@lru_cache(maxsize=512)  # a row is asked many questions
def session_of(text: str, language: str | None) -> SessionFound | None:
    """The session that a line consists of: `Ninth session`, `Substantive session of 2025`, `Annual session 2025`."""
    found = _session(text, language)
    if found is None:
        return None
    linked = words().session_links.match(found.rest) if len(found.rest) > SETTINGS.session_rest else None
    if linked is not None and not found.rest[linked.end() :].strip().isdigit():
        return None
    if (
        letters_of(found.before) > SETTINGS.before_session
        and not dates_of(found.before, language)
        and find_place(found.before, language) is None
    ):
        return None  # "Report on the first regular session"
    rest = found.rest.strip(" ,;–-")
    if rest and not found.before.strip() and (dates_of(rest, language) or place_and_year.applies(rest, language)):
        return found  # `350th Session, Geneva, 4–14 March 2031`
    bare = letters_of(BRACKETED.sub("", text)) or 1
    return found if letters_of(BRACKETED.sub("", found.label)) >= SETTINGS.session_share * bare else None


@rule("masthead.session_place_year", source="UNESCO: `44th session, Paris, 2037`, the year without days")
def place_and_year(rest: str, language: str | None) -> bool:
    """A place and a year alone behind a session are of its line."""
    place, comma, year = rest.rpartition(",")
    whole = comma and _YEAR.fullmatch(year.strip())
    return bool(whole) and place.count(" ") < SETTINGS.place_words and find_place(place, language) is not None


def session_inside(text: str, language: str | None) -> SessionFound | None:
    """The session that opens a body's name: `Thirty-seventh meeting of Chairs of the human rights treaty bodies`."""
    found = _session(text, language)
    if found is None or found.before.strip():
        return None
    return found if words().session_links.match(found.rest) else None


@rule(
    "masthead.session_behind",
    source="working groups without a box: `Technical Working Group – 5th meeting` in one line",
    otherwise=None,
)
def session_behind(text: str, language: str | None) -> SessionFound | None:
    """The session that stands behind the name of a body and a dash, at the end of the line."""
    found = _session(text, language)
    if found is None or found.number is None or found.rest.strip(" ."):
        return None
    return found if found.before.rstrip().endswith(_DASHES) else None


@rule(
    "masthead.session_around",
    source="working groups without a box: `12th Steering Committee Meeting`, `Third Expert Group Meeting`",
    otherwise=None,
)
def session_around(text: str, language: str | None) -> SessionFound | None:
    """A line that begins with an ordinal and ends with the word for a meeting, the name of the body between them.

    The label is the whole line; the body is what stands between, in `rest`, and none in `8th Coordination Meeting`.
    """
    words_of_line = text.split()
    if not SETTINGS.least_around <= len(words_of_line) <= SETTINGS.most_around:
        return None
    found = _session(f"{words_of_line[0]} {words_of_line[-1]}", language)
    if found is None or found.number is None or found.before or found.rest:
        return None
    body = " ".join(words_of_line[1:-1])
    if not body[:1].isupper():
        return None
    if names_body(body):
        return SessionFound(text, found.number, body)
    return SessionFound(text, found.number) if len(words_of_line) == SETTINGS.least_around else None


def _session(text: str, language: str | None) -> SessionFound | None:
    span = find_session(text, language)
    if span is None:
        return None
    return SessionFound(span.label, span.number, text[span.end :], text[: span.start])


@lru_cache(maxsize=512)
def dates_of(text: str, language: str | None) -> bool:
    """Whether a line consists of dates, with or without a place: `New York, 17 February–14 March 2025`."""
    if len(text) > SETTINGS.dates_length or not (has_figure(text) or _CJK_NUMERAL.search(text)):
        return False
    for code in with_default(language):
        spans = find_dates(text, CalendarContext(language=code))
        if not spans:
            continue
        rest, last = "", 0
        for span in spans:
            rest += text[last : span.start] + " "
            last = max(last, span.end)
        rest += text[last:]
        place = find_place(rest, code) or country_behind(rest)
        if place is not None:
            rest = rest[: place.start] + rest[place.end :]
        rest = without_invitation.applies(rest) or rest
        rest = without_ways.applies(rest) or rest
        if len(LOWER_WORD.findall(BRACKETED.sub("", rest))) > 1:
            continue  # "Letter dated 12 September addressed to" is part of a title
        # a place that no list holds is known by its comma: `Some Town, Some Country, 1-5 November 2015`
        comma = text[: spans[0].start].rstrip().endswith((",", "،", "，"))
        share = SETTINGS.place_share if comma else SETTINGS.other_share
        if (
            letters_of(rest) <= SETTINGS.other_letters
            and letters_of(rest) <= share * max(letters_of(text), SETTINGS.least_letters)
            and not names_title(rest)
        ):
            return True
    return False


@rule("masthead.invited", source="conferences: `Oslo, at the invitation of the Government, 5–9 June`", otherwise=None)
def without_invitation(text: str) -> str | None:
    """At whose invitation a meeting is held says no more of it than its place and dates do."""
    return words().invited.sub("", text)


@rule("masthead.ways_to_meet", source="agencies: `Bonn and online | 3–4 June 2031 | all times CEST`", otherwise=None)
def without_ways(text: str) -> str | None:
    """How a meeting is held and in which zone its hours are say no more of it than its place and dates do."""
    bare = words().ways.sub(" ", text)
    if bare == text and len(text.split()) < SETTINGS.least_words:
        return None
    return " ".join(word for word in bare.split() if fold_word(word.strip("(),|;")) not in zone_words())


@lru_cache(maxsize=512)
def crosses(text: str, below: str, language: str | None) -> bool:
    """Whether a date begins in a line and ends in the line below it, and does not stand whole in one of them."""
    if len(text) + len(below) > SETTINGS.dates_length or not has_figure(text + below):
        return False
    edge = len(text)
    for code in with_default(language):
        context = CalendarContext(language=code)
        for span in find_dates(f"{text} {below}", context):
            if span.start < edge < span.end - 1:
                return True
    return False


def ends_with_place(text: str, language: str | None) -> bool:
    """Whether a line ends with a city of the gazetteer, or is a city with its country: `Palace Hotel, Rome, Italy`."""
    if has_figure(text) or len(text) > SETTINGS.dates_length:
        return False
    bare = text.rstrip(" ).,")
    if not _COMMA.search(text):
        return is_city.applies(bare, language)
    if any(span.end >= len(bare) for span in find_places(text, language)):
        return True
    country = country_behind(text)
    return country is not None and country.end >= len(bare) and len(_COMMA.split(text)) == 2


@rule("masthead.city_alone", source="`5–9 June 2034` over `Bangkok`: the city on a line of its own")
def is_city(text: str, language: str | None) -> bool:
    """A line that is no more than a city of the gazetteer."""
    return any(span.start == 0 and span.end >= len(text) for span in find_places(text, language))


def opens_day(text: str) -> bool:
    """Whether a line is the heading of a day or of several: it begins with a weekday and holds nothing else."""
    for span in find_dates(text, CalendarContext()):
        if span.weekday is not None and span.start <= 1:
            return letters_of(text) - letters_of(span.text) <= SETTINGS.beside_day
    return False
