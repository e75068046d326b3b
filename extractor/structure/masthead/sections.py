"""The sections of the block: bodies, sessions and dates in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.lexicon.folding import fold
from extractor.records import replace
from extractor.structure.masthead.bodies import bodies_in
from extractor.structure.masthead.item_line import item_rows
from extractor.structure.masthead.kinds import dates_break_off, dates_go_on
from extractor.structure.masthead.model import Row, RowKind, Section
from extractor.structure.masthead.sessions import (
    SessionFound,
    dates_of,
    place_and_year,
    session_around,
    session_behind,
    session_inside,
    session_of,
)
from extractor.structure.masthead.words import words

_BROKEN = (dates_break_off.name,)


def sections_of(block: Sequence[Row], language: str | None) -> list[Section]:
    """The rows of a block grouped by body and session; item lines and the titles of their items are passed over."""
    sections = [Section()]
    index = column = 0
    while index < len(block):
        row = block[index]
        if row.column != column:
            column = row.column
            sections.append(Section())
        here, stop = sections[-1], index + 1
        if row.kind is RowKind.ITEM:
            stop = index + item_rows(block[index:])[1]
        elif row.kind is RowKind.SESSION:
            if here.session is not None or here.lines:
                here = Section(bodies=here.bodies)
                sections.append(here)
            sections[-1] = _with_session(here, session_of(row.text, language), language)
        elif row.kind is RowKind.DATES:
            text = row.text
            if row.rule in _BROKEN and index + 1 < len(block):
                stop += 1
                text = f"{text} {block[index + 1].text}"
            if row.rule == dates_go_on.name and here.lines:
                here, text = replace(here, lines=here.lines[:-1]), f"{here.lines[-1]} {text}"
            sections[-1] = replace(here, lines=(*here.lines, text.strip(" ()")))
        elif row.kind is RowKind.TEXT:
            while stop < len(block) and block[stop].kind is RowKind.TEXT and block[stop].column == column:
                stop += 1
            if here.lines or (here.session is not None and here.bodies):
                sections.append(Section())
            for name in bodies_in(block[index:stop]):
                sections[-1] = _with_body(sections[-1], name, language)
        index = stop
    return _merged(sections)


def _with_session(section: Section, found: SessionFound | None, language: str | None) -> Section:
    """The section with a session and the dates that follow it in its line."""
    if found is None:
        return section
    rest = found.rest.strip(" ,;–-()")
    told = dates_of(rest, language) or place_and_year.applies(rest, language)
    lines = (*section.lines, rest) if told else section.lines
    return replace(section, session=found.label, number=found.number, lines=lines)


def _with_body(section: Section, name: str, language: str | None) -> Section:
    """The section with a body, and with the session that its name may begin or end with."""
    inside = session_inside(name, language) if section.session is None else None
    behind = session_behind.applies(name, language) if section.session is None and inside is None else None
    if behind is not None:
        body = behind.before.rstrip(" –—-")
        return Section((*section.bodies, body), behind.label, behind.number, section.lines)
    if inside is None:
        around = session_around.applies(name, language) if section.session is None else None
        if around is not None and (around.rest or section.bodies):
            own = (around.rest,) if around.rest else ()
            return Section((*section.bodies, *own), around.label, around.number, section.lines)
        return replace(section, bodies=(*section.bodies, name))
    body = _body_of_session(inside.label, inside.rest, name)
    return Section((*section.bodies, body), inside.label, inside.number, section.lines)


def _body_of_session(label: str, rest: str, name: str) -> str:
    """The body that a session opens the name of.

    `Thirty-seventh meeting` `of Chairs ...` is the Meeting of Chairs, `Ninth session` `of the Conference ...` the
    Conference.
    """
    noun = label.split(" ")[-1]
    link = words().session_links.match(rest)
    body = rest[link.end() :].strip() if link else rest.strip()
    if fold(noun) in words().sessions and body:
        return body[:1].upper() + body[1:]
    return f"{noun[:1].upper()}{noun[1:]}{rest}" if body else name


def _merged(sections: Sequence[Section]) -> list[Section]:
    """The sections that have a session or dates.

    A body that has neither belongs to the section before it, at the top to the one after it.
    """
    kept: list[Section] = []
    waiting: tuple[str, ...] = ()
    for section in sections:
        if section.session is not None or section.lines:
            kept.append(replace(section, bodies=waiting + section.bodies))
            waiting = ()
        elif kept:
            kept[-1] = replace(kept[-1], bodies=kept[-1].bodies + section.bodies)
        else:
            waiting += section.bodies
    return [*kept, Section(bodies=waiting)] if waiting else kept
