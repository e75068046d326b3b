"""Which number, letter or Roman numeral goes on a list (format catalogue 2.2)."""

from __future__ import annotations

from extractor.grammar.numbering import Label, follows, inserted_after, roman, roman_value, successors
from extractor.layout.blocks.model import Block
from extractor.rules import rule
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.state import State, Style, same_edge

#: What a list of each style begins with.
FIRST: dict[Style, tuple[str, ...]] = {"number": ("1", "1.1"), "roman": ("I",), "capital": ("A",)}


@rule("agenda_list.next_number", source="catalogue 2.2: items are numbered 1, 2, 3 …", otherwise=())
def next_number(last: list[str]) -> tuple[str, ...]:
    """After 2 or 2.4 comes 3."""
    return (_up(last[:1]),)


@rule("agenda_list.next_decimal", source="catalogue 2.2: decimals, 3.1, 3.2 …", otherwise=())
def next_decimal(last: list[str]) -> tuple[str, ...]:
    """After 3.1 comes 3.2."""
    return (_up(last),) if len(last) > 1 else ()


@rule("agenda_list.first_decimal", source="catalogue 2.2: 2 and below it 2.1, 2.2 …", otherwise=())
def first_decimal(last: list[str]) -> tuple[str, ...]:
    """After 2 comes 2.1."""
    return (".".join([*last, "1"]),)


@rule("agenda_list.next_chapter", source="catalogue 2.2: lists whose every number is a decimal", otherwise=())
def next_chapter(last: list[str]) -> tuple[str, ...]:
    """After 1.4 comes 2.1, where no entry is numbered 2."""
    return (_up(last[:1]) + ".1",)


@rule("agenda_list.back_up", source="catalogue 2.2: decimals of three levels", otherwise=())
def back_up(last: list[str]) -> tuple[str, ...]:
    """After 3.1.2 the list may go on with 3.2."""
    return tuple(_up(last[:n]) for n in range(2, len(last)))


@rule(
    "agenda_list.next_inserted", source="supplementary lists: `2 bis.`, `2 ter.`; `3A.` between 3 and 4", otherwise=()
)
def next_inserted(last: list[str]) -> tuple[str, ...]:
    """After 2 may come 2 bis, or 2A: an item that was put in later."""
    return inserted_after(last[0]) if len(last) == 1 else ()


#: The numbers that may follow one.
NEXT = (next_number, next_decimal, first_decimal, next_chapter, back_up, next_inserted)


def expected(state: State) -> set[str]:
    """The numbers with which the list may go on."""
    if not state.levels:
        label = state.entry.label
        return {label.value} if state.picked and label else set(FIRST[state.style])
    if state.style != "number":
        return {_next_sign(state.levels[0], state.style)}
    last = state.levels[0].split(".")
    return {number for one in NEXT for number in one.applies(last)}


@rule(
    "agenda_list.lost_numbers",
    source="catalogue 2.2: list numbers lost; what is set like the entries goes on the list",
    otherwise=(),
)
def lost_numbers(state: State, label: Label) -> tuple[str, ...]:
    """A few numbers are left out of the list."""
    skipped = _between(state, label)
    return tuple(map(str, skipped)) if len(skipped) <= SETTINGS.most_lost else ()


@rule("agenda_list.picked_numbers", source="an allocation of items to a committee keeps the numbers of the whole list")
def picked_numbers(state: State, label: Label) -> bool:
    """A number further on, where the items are picked from a longer agenda."""
    return state.picked and bool(_between(state, label))


def _between(state: State, label: Label) -> range:
    """The numbers between the last entry and a label, none where one of them is a decimal."""
    last = state.levels[0] if state.levels else ""
    if not label.value.isdigit() or "." in last or not last:
        return range(0)
    return range(int(_up([last])), int(label.value))


def _next_sign(last: str, style: Style) -> str:
    """The Roman figure or capital letter behind one."""
    return roman(roman_value(last) + 1) if style == "roman" else chr(ord(last) + 1)


def _up(parts: list[str]) -> str:
    """The number behind one: 3 behind 2, and behind 2bis."""
    digits = len(parts[-1]) - len(parts[-1].lstrip("0123456789"))
    return ".".join([*parts[:-1], str(int(parts[-1][:digits]) + 1)])


# ---- lower levels ----------------------------------------------------------------------------------------------------


@rule("agenda_list.goes_on", source="catalogue 2.2: (a), (b), (c) …; (i), (ii), (iii) …", otherwise=0)
def goes_on(state: State, label: Label, block: Block) -> int:
    """A label goes on the sequence of the lowest level in which it is the next; the indent tells between two."""
    levels = [n for n in range(len(state.levels) - 1, 0, -1) if follows(label.value, state.levels[n])]
    if len(levels) < 2:
        return levels[0] if levels else 0
    return by_indent.applies(state, block, levels) or levels[0]


@rule("agenda_list.by_indent", source="catalogue 2.2: after (h) comes (i), which is a letter or a numeral", otherwise=0)
def by_indent(state: State, block: Block, levels: list[int]) -> int:
    """Of several levels that a label may go on, that whose entries stand at its edge."""
    flush = [n for n in levels if n < len(state.stack) and same_edge(state.stack[n].x0, block.x0)]
    return flush[0] if flush else 0


#: What a level below the first begins with.
OPENING = ("a", "i", "aa", "A")


@rule("agenda_list.opens_level", source="catalogue 2.2: lists of up to four levels", otherwise=0)
def opens_level(state: State, label: Label, _block: Block) -> int:
    """(a), (i), (aa) or A that goes on nothing opens a level, and 1 below Roman numerals and letters."""
    opening = label.value in OPENING or label.value == "1"
    return len(state.levels) if opening and len(state.levels) < SETTINGS.deepest else 0


@rule("agenda_list.lost_label", source="catalogue 2.2: labels lost in a damaged text layer", otherwise=0)
def lost_label(state: State, label: Label, _block: Block) -> int:
    """(c) after (a): the label between was lost."""
    level = len(state.levels) - 1
    if level < 1 or not any(label.value in successors(after) for after in successors(state.levels[level])):
        return 0
    return level


#: How the level of a letter or Roman numeral is found.
LEVELS = (goes_on, opens_level, lost_label)


def level_of(state: State, label: Label, block: Block) -> int:
    """At which depth a letter or Roman numeral stands, 0 where it goes on nothing and opens nothing."""
    for one in LEVELS:
        level = one.applies(state, label, block)
        if level:
            return level
    return 0
