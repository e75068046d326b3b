"""Titles that run on into their text: `2. Adoption of the agenda. The Committee will …` (format catalogue 3.2).

Where the title is bold or italic, its type says where it ends; else a stop or a dash does, if what stands before it is
the title of an item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractor.built import compiled
from extractor.layout.blocks.model import Block, make_block
from extractor.layout.lines.model import Line
from extractor.layout.text import join_at
from extractor.lexicon.signs import DASH
from extractor.rules import rule
from extractor.structure.agenda.headings import heading
from extractor.structure.agenda.model import Node, Parted
from extractor.structure.agenda.settings import SETTINGS
from extractor.structure.agenda.titles import alike, key, likeness
from extractor.structure.agenda.walked import Walked, first_word
from extractor.structure.vocabulary import is_prose

#: What may stand between a title and its text.
_STOP = compiled(rf"[.:](?=\s)|[。：]|\s{DASH}(?=\s)")
_BETWEEN = compiled(r"[\s.:。：؛–—-]+")
_ENDS = compiled(r"[.:;!?。；：؛؟!…][)”\"’\]]*$")
_UNSPACED = compiled("[\u3040-\u30ff\u3400-\u9fff]")


def part_at_face(block: Block) -> Parted | None:
    """The block cut where its bold or italic head ends and text in plain type begins, None where it has no such head.

    The head may take several lines.
    """
    if block.table is not None or block.leader:
        return None
    for index, line in enumerate(block.lines):
        head = line.head
        if head is not None:
            if any((above.bold, above.italic) != (head.bold, head.italic) for above in block.lines[:index]):
                return None
            return _part(block, index, head.length, head.x1)
        if not (line.bold or line.italic):
            return None
    return None


def stops_of(block: Block) -> Iterator[int]:
    """The places in the text, behind the label, at which a title may end."""
    start = block.label.length if block.label else 0
    return (found.start() for found in _STOP.finditer(block.text, start + 1))


def part_at(block: Block, at: int) -> Parted | None:
    """The block cut at a place of its text, None where no text of its own follows there."""
    _, starts = join_at(block.lines)
    for index, (start, line) in enumerate(zip(starts, block.lines, strict=True)):
        if at < start + len(line.text) or index + 1 == len(block.lines):
            return _part(block, index, max(at - start, 0), None)
    return None


def part_labelled(blocks: Iterable[Block]) -> list[Parted]:
    """Labelled blocks whose titles run on, where no list says what the titles are: by their type, or behind `Item`."""
    found: list[Parted] = []
    for block in blocks:
        label = block.label
        if label is None or block.table is not None:
            continue
        parted = part_at_face(block)
        if parted is None and label.item and not label.bare:
            at = next(stops_of(block), None)
            parted = part_at(block, at) if at is not None else None
            if parted and len(parted.title.body.split()) > SETTINGS.longest_title:
                continue
        if parted and parted.title.body and not is_prose(parted.title.body):
            found.append(parted)
    return found


def put_in(blocks: Sequence[Block], parted: Iterable[Parted]) -> list[Block]:
    """The blocks, each of the parted ones replaced by its two parts."""
    by_whole = {one.whole: one for one in parted}
    kept: list[Block] = []
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        one = by_whole.get(block)
        if one is None:
            kept.append(block)
        else:
            waiting += [one.text, one.title]
    return kept


def _part(block: Block, index: int, at: int, x: float | None) -> Parted | None:
    """Cut a block in the given line; the stop or dash behind the title stays with it."""
    line = block.lines[index]
    behind = _BETWEEN.match(line.text, at)
    if behind:
        at = behind.end()
    elif not line.text[at - 1 : at].isspace() and not _UNSPACED.match(line.text, at):
        return None  # within a word
    first, second = _cut(line, at, x)
    rest = [second, *block.lines[index + 1 :]] if second else block.lines[index + 1 :]
    if not first or not rest:
        return None
    title, text = make_block([*block.lines[:index], first], block.gap), make_block(rest)
    return Parted(block, title, text) if _reads_on(text.text) else None


def _cut(line: Line, at: int, x: float | None) -> tuple[Line | None, Line | None]:
    if at <= 0:
        return None, line
    if at >= len(line.text):
        return line, None
    return line.cut(at, x)


def _reads_on(text: str) -> bool:
    """Whether what stands behind a title is text of its own: it begins anew and ends in a stop."""
    head = text.lstrip("“\"'«")[:1]
    if not head.isalnum() or head.islower():
        return False
    words = len(text.split())
    enough = words >= SETTINGS.least_words or len(_UNSPACED.findall(text)) >= SETTINGS.least_signs
    return enough and (_ENDS.search(text.rstrip()) is not None or words >= SETTINGS.open_words)


# ---- whose title it is -----------------------------------------------------------------------------------------------


@rule("annotations.run_in_type", source="catalogue 3.4: labels in bold that run on into text", otherwise=None)
def run_in_type(walked: Walked, block: Block) -> tuple[Node, Parted] | None:
    """Bold or italic words at the head of a text, if they are the heading of an item."""
    parted = part_at_face(block)
    if parted is None or not key(parted.title.body):
        return None
    found = heading(walked, [parted.title], 0)
    if found is None:
        return None
    # `2. Background. …` in a numbered paragraph is no heading, but where titles run on the type is enough
    named = walked.run_in or (parted.title.label is not None and parted.title.label.item)
    if not named and likeness(parted.title.body, found.node) < SETTINGS.alike:
        return None
    return found.node, parted


@rule("annotations.run_in_stop", source="catalogue 3.4: underlined or plain titles that run on", otherwise=None)
def run_in_stop(walked: Walked, block: Block) -> tuple[Node, Parted] | None:
    """A label and, before a stop, the title of its item."""
    label = block.label
    if label is None:
        return None
    if label.first_level:
        node = walked.labelled(label)
        nodes = [node] if node is not None else []
    else:
        nodes = walked.lettered(label)
    best: tuple[float, int, Node] | None = None
    for at in stops_of(block) if nodes else ():
        title = block.text[label.length : at]
        if len(title) > SETTINGS.furthest_stop:
            break
        for node in nodes:
            value = alike(title, node.title)
            near = value >= SETTINGS.alike and len(key(title)) <= SETTINGS.longer * len(key(node.title))
            if near and (best is None or value > best[0]):
                best = (value, at, node)
    parted = part_at(block, best[1]) if best else None
    return (best[2], parted) if best and parted else None


@rule("annotations.run_in_words", source="catalogue 3.2: headings without numbers, which run on", otherwise=None)
def run_in_words(walked: Walked, block: Block) -> tuple[Node, Parted] | None:
    """Without a label, before a stop, the very title of an item that is still to come."""
    if block.label is not None or first_word(block.text) not in walked.first_words:
        return None
    for at in stops_of(block):
        if at > SETTINGS.furthest_stop:
            break
        node = walked.by_title.get(key(block.text[:at]))
        if node is not None and not node.annotated and walked.comes_later(node):
            parted = part_at(block, at)
            return (node, parted) if parted else None
    return None


#: How a title that runs on into its text is known.
RUN_IN = (run_in_type, run_in_stop, run_in_words)
