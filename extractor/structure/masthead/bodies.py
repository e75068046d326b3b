"""The bodies that the rows of a masthead name."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.built import code, compiled, kept, prepared
from extractor.lexicon import folding
from extractor.lexicon.files import texts
from extractor.lexicon.folding import fold
from extractor.lexicon.registry import bodies
from extractor.records import Struct
from extractor.rules import first, rule
from extractor.structure.masthead.model import Row, joined
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import words

#: What stands in brackets: an acronym, a remark.
BRACKETED = compiled(r"[(\[（][^()\[\]（）]*[)\]）]")


@prepared
def known_bodies() -> frozenset[str]:
    """Folded names of the registry, without the acronyms in brackets, with the names before a comma."""
    of_code = code(__file__, folding.__file__)
    names: frozenset[str] = kept(("names of bodies", texts("bodies/bodies.tsv"), of_code), _folded_names)
    return names - words().organization


def _folded_names() -> frozenset[str]:
    names: set[str] = set()
    for row in bodies().values():
        for name in (row.name, row.parent or ""):
            bare = fold(BRACKETED.sub("", name))
            names |= {bare, bare.split(",")[0]}
    return frozenset(names - {""})


def names_body(text: str) -> bool:
    """Whether a line begins like the name of a body, or is one of the registry."""
    folded = fold(text)
    return folded in known_bodies() or words().body_head.match(folded) is not None


def is_agency(name: str) -> bool:
    """Whether the registry knows the executive board of that body: an agency or fund, set over its board."""
    return f"executive board of the {fold(name)}" in known_bodies()


def bodies_in(rows: Sequence[Row], within_box: bool = False) -> list[str]:
    """The names of the bodies in consecutive rows: lines that go on with a name are joined, others begin the next body.

    In the box a name runs over several lines, so a new one begins only after a name that the registry knows.
    """
    limit = max((row.x1 for row in rows), default=0.0)
    rules = BESIDE_BOX if within_box else BELOW_BOX
    groups: list[list[Row]] = []
    for row in rows:
        if not groups:
            groups.append([row])
            continue
        names = Names(joined(groups[-1]), groups[-1][-1], row, limit)
        if row.column == names.last.column and (first(GOES_ON, names) or not first(rules, names)):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [joined(group) for group in groups]


class Names(Struct, frozen=True):
    """The name of a body above a row: `last` is its last row, `limit` the right edge of all rows."""

    name: str
    last: Row
    row: Row
    limit: float

    @property
    def close(self) -> bool:
        """Whether the row may go on with the name at all: same size, line gap of a name."""
        return self.row.like(self.last) and self.row.gap(self.last) <= SETTINGS.name_gap


@rule("bodies.lower_case", source="catalogue 1.1: `Working Party on Road Traffic` / `safety and signs`")
def in_lower_case(names: Names) -> bool:
    """A row that begins in lower case goes on with the name."""
    return names.close and names.row.text[:1].islower()


@rule("bodies.inner_word", source="catalogue 1.1: names in capitals break before `OF THE`")
def opens_within(names: Names) -> bool:
    """A row in capitals that begins with `OF`, `ON`, `AND` goes on with the name."""
    text = names.row.text
    return names.close and text.isupper() and words().open_end.fullmatch(fold(text.split(" ")[0])) is not None


@rule("bodies.open_end", source="catalogue 1.1: `Open-ended Working Group of the`")
def breaks_off(names: Names) -> bool:
    """A row below a name that ends in `of the` goes on with it."""
    return names.close and words().open_end.search(fold(names.name)) is not None


#: A row of these goes on with the name above it.
GOES_ON = (in_lower_case, opens_within, breaks_off)


@rule("bodies.organ_apart", source="measured: names beside the box are set apart by a blank line")
def stands_apart(names: Names) -> bool:
    """Beside the box, a row below a wide gap is another organ."""
    return names.row.gap(names.last) > SETTINGS.organ_gap


@rule("bodies.organ_type", source="agencies name themselves in small type over their organ")
def in_other_type(names: Names) -> bool:
    """Beside the box, a row in other size is another organ."""
    return abs(names.row.size - names.last.size) >= SETTINGS.another_name


@rule("bodies.organ_weight", source="IMO: the organization in bold, over `MARITIME SAFETY COMMITTEE` in plain type")
def in_other_weight(names: Names) -> bool:
    """Beside the box, a row in other weight that names a body is another organ."""
    return names.row.bold != names.last.bold and names_body(names.row.text)


@rule("bodies.known_name", source="catalogue 1.1: 1 to 4 levels, parent first, one below the other")
def below_known(names: Names) -> bool:
    """A row that names a body below a whole name of the registry is another body."""
    return (fold(names.name) in known_bodies() or is_agency(names.name)) and names_body(names.row.text)


@rule("bodies.new_paragraph", source="catalogue 1.1: names are set in one type and line gap")
def in_other_paragraph(names: Names) -> bool:
    """A row that is not in the paragraph of the name is another body."""
    return not names.row.follows(names.last)


@rule("bodies.new_start", source="catalogue 1.1: `Committee on Transport` / `Working Party on Road Traffic Safety`")
def opens_name(names: Names) -> bool:
    """A row that can only begin a name, below a whole name or a treaty, is another body."""
    whole = names_body(names.name) or words().treaty.search(fold(names.name)) is not None
    return whole and words().body_start.match(fold(names.row.text)) is not None


@rule("bodies.short_line", source="names are broken where the line is full")
def after_short_line(names: Names) -> bool:
    """A row whose first word had fitted in the line above was not broken off: it is another body."""
    word = names.row.text.split(" ")[0]
    fits = names.last.x1 + (len(word) + 1) * SETTINGS.letter_width * names.row.size < names.limit
    return fits and names_body(names.row.text) and names_body(names.name)


#: A row of these begins another name, beside the box and below it.
BESIDE_BOX = (stands_apart, in_other_type, in_other_weight, below_known)
BELOW_BOX = (in_other_paragraph, below_known, opens_name, after_short_line)
