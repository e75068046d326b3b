"""What the exporters share: walking the items, addresses of papers, safe text and safe file names."""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    import datetime as dt

    from extractor.model import Agenda, Document, Item, Meeting, ScheduleEntry

__all__ = [
    "Place",
    "announces",
    "document_url",
    "file_stem",
    "heading",
    "iso639_2",
    "labels",
    "language_of",
    "meeting_of",
    "paper_iri",
    "paper_key",
    "revision",
    "session_line",
    "subject",
    "titles_by_number",
    "utf8",
    "walk",
    "web_address",
    "xml_text",
    "zone_of",
]

_REVISION = re.compile(r"/Rev\.(\d{1,4})$", re.IGNORECASE)

# What XML 1.0 cannot hold, not even escaped (section 2.2, Char).
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Place:
    """An item and where it stands: ``path`` counts from 1 at each level, ``(3, 1)`` is 3.1."""

    path: tuple[int, ...]
    item: Item
    parent: Item | None

    @property
    def level(self) -> int:
        """1 for an item of the list, 2 for its sub-items, and so on."""
        return len(self.path)

    @property
    def dotted(self) -> str:
        """The path as text: ``3.1``."""
        return ".".join(map(str, self.path))


def walk(items: list[Item], parent: Item | None = None, above: tuple[int, ...] = ()) -> Iterator[Place]:
    """All items, in printed order, each before its sub-items."""
    stack = [(item, parent, (*above, at)) for at, item in reversed(list(enumerate(items, start=1)))]
    while stack:
        item, over, path = stack.pop()
        yield Place(path, item, over)
        stack.extend((sub, item, (*path, at)) for at, sub in reversed(list(enumerate(item.items, start=1))))


def titles_by_number(agenda: Agenda) -> dict[str, str]:
    """The titles of the numbered items; of two with one number, the first."""
    titles: dict[str, str] = {}
    for place in walk(agenda.items):
        if place.item.number is not None:
            titles.setdefault(place.item.number, place.item.title)
    return titles


def subject(entry: ScheduleEntry, titles: Mapping[str, str], continued: str) -> str:
    """What an entry of the timetable is about: its own words, else the titles of its items; empty where it has neither.

    ``continued`` is the word that marks an entry which goes on with an earlier one.
    """
    title = entry.title or "; ".join(titles[number] for number in entry.items if number in titles)
    return f"{title} ({continued})".strip() if entry.continued else title


def language_of(agenda: Agenda) -> str | None:
    """The language of the running text, ISO 639-1, where it is known."""
    return agenda.source.language


def iso639_2(language: str | None) -> str:
    """The code of three letters of a language of two; ``und`` for those that papers are not issued in."""
    from extractor.lexicon import code_of

    return code_of(language, "terminology") or "und"


@cache
def labels(language: str | None) -> Mapping[str, str]:
    """The words that a reading copy adds, in the language of the paper where it is an official one, else in English."""
    from extractor.lexicon.files import read_tables

    tables = read_tables("parts/labels.toml")
    words: Mapping[str, str] = tables[language] if language in tables else tables["en"]
    return words


@lru_cache(maxsize=4096)
def document_url(symbol: str | None, language: str | None = "en") -> str | None:
    """The address of a paper in the official document system; None for what is no symbol."""
    from extractor.grammar.symbols import SymbolError, parse_symbol
    from extractor.lexicon import official

    if not symbol:
        return None
    try:
        return parse_symbol(symbol).url(official(language))
    except SymbolError:
        return None


def paper_iri(agenda: Agenda) -> str:
    """What names a paper in linked data: its address, else its file's SHA-256 as an ``ni`` URI (RFC 6920)."""
    if url := document_url(agenda.document.symbol, language_of(agenda)):
        return url
    digest = base64.urlsafe_b64encode(bytes.fromhex(agenda.source.sha256)).rstrip(b"=")
    return f"ni:///sha-256;{digest.decode('ascii')}"


def web_address(url: str | None) -> str | None:
    """``url`` where it is a plain web address; None for anything else (``javascript:``, spaces, control characters)."""
    return url if url and re.fullmatch(r"https?://[^\s<>\"'`\\{}|^\x00-\x20\x7f]+", url) else None


def heading(document: Document) -> str:
    """What to call a paper in one line: its title, else its symbol."""
    return document.title or document.symbol or "Agenda"


def announces(agenda: Agenda) -> bool:
    """Whether a paper announces a meeting. What is no agenda names the session at which it was made, and no event."""
    return agenda.document.kind != "other" or bool(agenda.items or agenda.schedule)


def session_line(meeting: Meeting) -> str:
    """Body and session in one line: ``Statistical Commission, ninth session``; empty where neither is known."""
    return ", ".join(part for part in (meeting.body, meeting.session.label) if part)


def meeting_of(agenda: Agenda, day: dt.date | None) -> Meeting | None:
    """The meeting that takes place on ``day``: the first whose periods hold it, else the first at all."""
    for meeting in agenda.meetings:
        for period in meeting.periods:
            if day and period.start and period.start <= day <= (period.end or period.start):
                return meeting
    return agenda.meetings[0] if agenda.meetings else None


def zone_of(entry: ScheduleEntry, meeting: Meeting | None) -> ZoneInfo | None:
    """The time zone of an entry, where the meeting names one and it agrees with the entry's own offset."""
    name = meeting.timezone if meeting else None
    if not name:
        return None
    try:
        zone = ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # no such zone, or a name that leads out of the zone database
        return None
    for moment in (entry.starts_at, entry.ends_at):
        if moment and moment.tzinfo and moment.replace(tzinfo=zone).utcoffset() != moment.utcoffset():
            return None
    return zone


def revision(symbol: str | None) -> int:
    """The number of the revision that a symbol ends in: 2 for ``A/80/150/Rev.2``, 0 for the first issue."""
    found = _REVISION.search((symbol or "").rstrip("* "))
    return int(found[1]) if found else 0


def paper_key(agenda: Agenda) -> str:
    """What a paper and its revisions share: the symbol without ``/Rev.n``, else body and session, else the file.

    It stays the same over the languages of a paper.
    """
    if agenda.document.symbol:
        return _REVISION.sub("", agenda.document.symbol.rstrip("* "))
    if agenda.meetings and agenda.meetings[0].body and agenda.meetings[0].session.label:
        return session_line(agenda.meetings[0])
    return agenda.source.sha256[:16]


def file_stem(agenda: Agenda) -> str:
    """A name for a file of this paper, without ending: the library's name for its symbol (``A_80_150-EN``).

    Whatever the symbol holds, the name has no separator, is not hidden, not reserved and not too long.
    """
    language = language_of(agenda)
    symbol = agenda.document.symbol or f"paper {agenda.source.sha256[:8]}"
    name = unicodedata.normalize("NFKC", symbol).replace("/", "_").replace(".", "-")
    name = re.sub(r"[^\w()\- \[\]]", "-", name)
    name = re.sub(r"\s+", " ", name).strip(" -")[:100].rstrip(" -") or "paper"
    # The ending with the language keeps a name such as CON from being a device of Windows.
    return f"{name}-{(language or 'und').upper()}"


def utf8(text: str) -> bytes:
    """``text`` in UTF-8; halves of characters, which have no place there, become question marks."""
    return text.encode("utf-8", errors="replace")


def xml_text(text: str) -> str:
    """``text`` without what XML 1.0 cannot hold: control characters and halves of characters become ``U+FFFD``."""
    return _NO_XML.sub("\ufffd", text)
