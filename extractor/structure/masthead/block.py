"""The block of body, session, place and dates and item line under the masthead's box, and the title under the block.

Every row is first given its kind by its words; where the title begins shows in how rows are set; bodies, sessions
and dates are then grouped, since a paper may be for several bodies that meet one after the other (format catalogue
1.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from extractor.grammar.ordinals import find_session
from extractor.lexicon.folding import fold
from extractor.rules import rule
from extractor.structure.masthead.bodies import bodies_in, is_agency, known_bodies, names_body
from extractor.structure.masthead.early import is_report
from extractor.structure.masthead.item_line import items_of
from extractor.structure.masthead.kinds import classified, names_series
from extractor.structure.masthead.model import BlockFacts, ItemUnder, Row, RowKind, Section, joined
from extractor.structure.masthead.resolution import body_that_decides, title_below_number
from extractor.structure.masthead.sections import sections_of
from extractor.structure.masthead.sessions import opens_day
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.title import item_title, read_title, title_start, with_remarks
from extractor.structure.masthead.words import names_title, words
from extractor.structure.vocabulary import is_prose


def read_block(
    organ_rows: Sequence[Row], rows: Sequence[Row], language: str | None, *, boxed: bool = True
) -> BlockFacts:
    """What the organ's rows and the rows under the box say: bodies, sections, item lines, title, end.

    `boxed` says whether the paper has a symbol or a box.
    """
    organs = bodies_in(organ_rows, within_box=True)
    known = classified(rows, language)
    if not boxed:
        known = with_remarks(title_on_top.applies(known) or known)
    start, begun_by = title_start(known, bool(organs))
    block, below = known[:start], known[start:]
    sections = sections_of(block, language)
    items = items_of(block)
    above = item_title.applies(items, below)
    if above:
        items = [*items[:-1], ItemUnder(items[-1].number, joined(below[:above]).rstrip(" .:;"))]
    title = read_title(below[above:], dated=any(section.lines for section in sections), begun_by=begun_by)
    whole = [*block, *below[:above], *title.rows]
    bodies = _distinct([*organs, *(name for section in sections for name in section.bodies)])
    publisher = organ_of_records.applies(below[above + len(title.rows) :])
    if publisher is not None and not organs:
        bodies = _distinct([publisher, *bodies])
    if not bodies and title.rows and title.rows[0].rule == title_below_number.name:
        named = body_that_decides.applies(below[above + len(title.rows) :])
        bodies = [named] if named else []
    if not bodies and title.text and begun_by == is_report.name:
        named = body_reported.applies(title.text, language)
        bodies = [named] if named else []
    return BlockFacts(
        bodies=tuple(bodies),
        body=_body(bodies, sections, joint=len(organs) > 1 and not is_nested.applies(organ_rows)),
        sections=tuple(sections),
        agenda_items=tuple(items),
        title=title.text,
        subtitle=(*(row.text for row in block if row.kind is RowKind.SUBTITLE), *title.subtitle),
        rows=tuple(whole),
        end=max((row.line for row in whole), default=-1) + 1,
    )


@rule(
    "masthead.title_on_top",
    source="workshops: `AGENDA`, `Concept note and programme` over the name of the meeting, its dates and its place",
    otherwise=None,
)
def title_on_top(rows: Sequence[Row]) -> list[Row] | None:
    """Rows that begin with a title in larger type over a name and dates, with the title behind these."""
    head = next((at for at, row in enumerate(rows) if at and row.size <= rows[0].size - SETTINGS.larger), 0)
    if not head or any(row.kind is not RowKind.TEXT for row in rows[:head]) or not names_title(joined(rows[:head])):
        return None
    near = list(takewhile(lambda row: not is_prose(row.text), rows[head : head + SETTINGS.block_reach]))
    last = max((at for at, row in enumerate(near) if row.kind is RowKind.DATES), default=0)
    if not last or near[0].kind is not RowKind.TEXT or opens_day(near[last].text):
        return None
    return [*near[: last + 1], *rows[:head], *near[last + 1 :], *rows[head + len(near) :]]


@rule(
    "masthead.organ_of_records",
    source="covers of reports: below the title `Economic and Social Council` over `Official Records, 2034`",
    otherwise=None,
)
def organ_of_records(rows: Sequence[Row]) -> str | None:
    """The organ in whose records a report is published stands right above their name."""
    for above, row in pairwise(rows):
        if row.rule == names_series.name and above.kind is RowKind.TEXT and names_body(above.text):
            return above.text
    return None


@rule("masthead.body_reported", source="`Minutes of the seventh meeting of the Steering Committee`", otherwise=None)
def body_reported(title: str, language: str | None) -> str | None:
    """The body that the title of a record names behind its session, where the masthead names none."""
    found = find_session(title, language)
    linked = words().session_links.match(title[found.end :]) if found is not None else None
    if found is None or linked is None:
        return None
    name = title[found.end + linked.end() :].strip(" .,:")
    return name if name[:1].isupper() else None


def _distinct(names: Sequence[str]) -> list[str]:
    """The names as they are printed first."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(fold(name), name)
    return list(seen.values())


def _body(bodies: Sequence[str], sections: Sequence[Section], *, joint: bool) -> str | None:
    """The body that meets.

    The last of the first section that names one, else the first of organs that share the paper, else the last.
    """
    if not bodies:
        return None
    own = next((section.bodies for section in sections if section.bodies), None)
    return own[-1] if own else bodies[0] if joint else bodies[-1]


@rule("masthead.bare_organ", source="authorities and offices: `Assembly`, `Governing Body` below the agency's name")
def bare_name(name: str) -> bool:
    """A name that does not say whose organ it is, and is none of the United Nations, is of the body above it."""
    folded = fold(name)
    return words().bare_organ.match(folded) is not None and folded not in known_bodies()


@rule("masthead.nested_organ", source="agencies name themselves in small type over their organ")
def is_nested(organ_rows: Sequence[Row]) -> bool:
    """Organs in several types do not share the paper: one is the organ of the agency that is named above it."""
    if organ_rows and (is_agency(organ_rows[0].text) or bare_name.applies(organ_rows[-1].text)):
        return True
    return any(
        abs(one.size - two.size) > SETTINGS.another_name or (one.bold and not two.bold and names_body(two.text))
        for one, two in pairwise(organ_rows)
    )
