"""The symbols of the masthead: in its box, in the running head, in votes between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from extractor.built import compiled
from extractor.grammar.numbering import read_label
from extractor.grammar.symbols import find_symbols
from extractor.layout.furniture import Sheet
from extractor.lexicon.folding import fold
from extractor.lexicon.words import choice, connectives
from extractor.records import Struct
from extractor.rules import rule
from extractor.structure.masthead.model import Entry, Place
from extractor.structure.masthead.settings import SETTINGS
from extractor.structure.masthead.words import words

_STARS = compiled(r"[*∗†]+")
_JOINTS = compiled(rf"[\s,;/()–—−-]*(?:(?:{choice(connectives('and'))})[\s,]*)?")


class Printed(NamedTuple):
    """The symbols that the box prints, and the cells that hold them."""

    symbols: tuple[str, ...]
    used: frozenset[Place]


class Voted(NamedTuple):
    """The symbols of the paper, and why where the running heads decided."""

    symbols: tuple[str, ...]
    why: str | None


class _Candidate(Struct, frozen=True):
    """A cell at the outer top of the page that holds symbols; `parts` are the cells that they were read from."""

    score: float
    entry: Entry
    symbols: list[str]
    parts: list[Entry]


def symbols_in(text: str) -> list[str]:
    """The canonical symbols of a cell that holds nothing else, else none."""
    if "/" not in text:  # as in most cells of a first page
        return []
    bare = _STARS.sub("", text).strip()
    bare = without_organization.applies(bare) or bare
    if "/" not in bare or len(bare) > SETTINGS.symbol_length:
        return []
    found = find_symbols(bare)
    rest, last = "", 0
    for span in found:
        rest += bare[last : span.start]
        last = span.end
    rest += bare[last:]
    if not found or _JOINTS.sub("", words().around_symbol.sub("", rest)):
        return []
    return list(dict.fromkeys(str(part) for span in found for part in (span.symbol.parts or (span.symbol,))))


@rule("masthead.symbol_in_name", source="catalogue 1.1: `United Nations A/86/1` in one cell", otherwise=None)
def without_organization(text: str) -> str | None:
    """A cell without the name of the Organization, where the two ran into each other."""
    folded = fold(text)
    if len(folded) != len(text):
        return None
    long = [name for name in words().organization if len(name) > SETTINGS.short_name]
    before = max((len(name) for name in long if folded.startswith(name)), default=0)
    if before:
        return text[before:].strip()
    after = max((len(name) for name in long if folded.endswith(name)), default=0)
    return text[:-after].strip() if after else None


def printed_symbols(entries: Sequence[Entry], anchor: Entry | None, sheet: Sheet) -> Printed:
    """The symbol at the outer top of the page, its first letters possibly in larger type and split off."""
    found = list(_candidates(_zone(entries, anchor, sheet), anchor, sheet))
    if not found:
        return Printed((), frozenset())
    best = max(found, key=lambda one: (one.score, -one.entry.top))
    joint = [one for one in sorted(found, key=lambda one: one.entry.top) if one is best or is_joint.applies(one, best)]
    symbols = tuple(dict.fromkeys(symbol for one in joint for symbol in one.symbols))
    return Printed(symbols, frozenset(part.place for one in joint for part in one.parts))


def _zone(entries: Sequence[Entry], anchor: Entry | None, sheet: Sheet) -> list[Entry]:
    """The cells among which the symbol is looked for: at the top of the page, and beside a box that stands low."""
    height = sheet.page.height
    low = SETTINGS.symbol_zone * height
    if anchor is None:
        return [entry for entry in entries if entry.top < low]
    if anchor.top < SETTINGS.box_zone * height:
        low = min(low, anchor.bottom + SETTINGS.symbol_reach)
        return [entry for entry in entries if entry.top < low]
    beside = [entry for entry in entries if abs(entry.top - anchor.top) < SETTINGS.low_symbol_reach]
    return [entry for entry in entries if entry.top < low] + beside


def _candidates(zone: Sequence[Entry], anchor: Entry | None, sheet: Sheet) -> list[_Candidate]:
    """The cells with symbols that stand at the right, in the box's column or at the head of the page."""
    found: list[_Candidate] = []
    width, height = sheet.page.width, sheet.page.height
    for entry in zone:
        symbols, parts = symbols_in(entry.text), [entry]
        head = split_head.applies(entry, zone)
        if head is not None:
            joined = symbols_in(_last_word(head.text) + entry.text)
            if joined and (not symbols or entry.text.startswith("/")):
                symbols, parts = joined, [entry, head]
        if not symbols:
            continue
        if of_item.applies(entry, zone):
            break  # the list has begun
        right = entry.x1 > SETTINGS.right_end * width or entry.x0 > SETTINGS.right_start * width
        column = anchor is not None and abs(entry.x0 - anchor.x0) < SETTINGS.symbol_slack
        top = entry.top < SETTINGS.page_head * height
        if right or column or top:
            found.append(_Candidate(2.0 * right + 2.0 * column + top, entry, symbols, parts))
    return found


@rule("masthead.symbol_of_item", source="agencies: `2. Adoption of the agenda … EB199/2` high on a page without a box")
def of_item(entry: Entry, zone: Sequence[Entry]) -> bool:
    """A symbol in a line that begins with the number of an item is that of the item's paper."""
    before = [other.text for other in zone if other.place.line == entry.place.line and other.x0 < entry.x0]
    label = read_label(before[0]) if before else None
    if label is None or label.item or label.form not in ("arabic", "decimal"):
        return False
    return not label.bare or label.printed == before[0].strip()


@rule("masthead.joint_symbols", source="catalogue 1.1: joint symbols stand one below the other, `A/86/1-`, `S/2031/1`")
def is_joint(one: _Candidate, best: _Candidate) -> bool:
    """A symbol below or above the best one is joint with it, wherever a line that ends in a dash begins."""
    entry, first = one.entry, best.entry
    near = SETTINGS.joint_lines * (entry.bottom - entry.top + SETTINGS.leading)
    return (
        (one.score >= best.score - 1 or entry.text.rstrip().endswith(("-", "–")))
        and abs(entry.top - first.top) <= near
        and (abs(entry.x0 - first.x0) < SETTINGS.joint_edge or abs(entry.x1 - first.x1) < SETTINGS.joint_edge)
    )


@rule("masthead.split_symbol", source="catalogue 1.1: `A` in larger type, then `/76/100`", otherwise=None)
def split_head(entry: Entry, zone: Sequence[Entry]) -> Entry | None:
    """The cell that ends just left of this one, on about the same line: the first letters of its symbol."""
    reach = SETTINGS.loose_head if entry.text.startswith("/") else SETTINGS.close_head
    for other in zone:
        level = other is not entry and abs(other.top - entry.top) < SETTINGS.head_drop
        if level and -SETTINGS.head_overlap <= entry.x0 - other.x1 <= reach:
            word = _last_word(other.text)
            if len(word) <= SETTINGS.head_length and word[:1].isupper():
                return other
    return None


def _last_word(text: str) -> str:
    return text.rsplit(" ", 1)[-1]


def running_symbols(sheets: Sequence[Sheet]) -> list[str]:
    """The symbols of the running heads, the most frequent first.

    A head of two joint symbols gives both in printed order.
    """
    counts: Counter[str] = Counter()
    read: dict[str, list[str]] = {}  # a running head says the same on each page
    pages = 0
    for sheet in sheets[: SETTINGS.heads]:
        low = SETTINGS.head_zone * sheet.page.height
        here: list[str] = []
        for line in [*sheet.head, *sheet.body[: SETTINGS.head_lines]]:
            if line.bottom >= low:
                continue
            for cell in line.cells:
                if cell.text not in read:
                    read[cell.text] = symbols_in(cell.text)
                here += [symbol for symbol in read[cell.text] if symbol not in here]
        counts.update(here)
        pages += bool(here)
    least = max(1, SETTINGS.head_share * pages)
    return [symbol for symbol, count in counts.most_common() if count >= least]


def vote(box: Sequence[str], running: Sequence[str]) -> Voted:
    """The symbols of the paper from its two witnesses.

    The masthead wins unless it is silent, or is a misreading of what the running heads say.
    """
    if from_heads.applies(box, running):
        count = 2 if joint_heads.applies(running) else 1
        return Voted(tuple(running[:count]), "symbol taken from the running heads")
    if len(box) == 1 and box[0] not in running:
        for symbol in running[:2]:
            if is_misread.applies(box[0], symbol):
                return Voted((symbol,), f"symbol taken from the running heads, the masthead reads {box[0]}")
    return Voted(tuple(box), None)


@rule("masthead.symbol_from_heads", source="catalogue 1.1: the symbol is repeated as a running head on each page")
def from_heads(box: Sequence[str], running: Sequence[str]) -> bool:
    """Where the box prints no symbol, the running heads say it."""
    return not box and bool(running)


@rule("masthead.joint_heads", source="catalogue 1.1: papers of two organs have the symbols of both in their heads")
def joint_heads(running: Sequence[str]) -> bool:
    """Two symbols of the running heads that are of different organs are joint."""
    return len(running) == 2 and running[0].split("/")[0] != running[1].split("/")[0]


@rule("masthead.misread_symbol", source="scans: the box is read once, the running heads on each page")
def is_misread(one: str, other: str) -> bool:
    """A symbol that differs from that of the running heads by the letters of one element only is misread."""
    ours, theirs = one.split("/"), other.split("/")
    differing = [(a, b) for a, b in zip(ours, theirs, strict=False) if a != b]
    if len(ours) != len(theirs) or len(differing) != 1:
        return False
    (a, b) = differing[0]
    # two true numbers that differ are two papers
    return not (a.isdigit() and b.isdigit()) and abs(len(a) - len(b)) <= 1 and _likeness(a, b) >= SETTINGS.misread


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
