"""Harm done to the pages of a paper as read: what a reader that loses or confuses something would hand on. Seeded."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from extractor.reading.page import Page, Span
from extractor.records import replace

#: How far apart, in points, the baselines of one line may lie.
_SAME_LINE = 1.0
_LABEL = re.compile(r"\s*(?:\(?[a-z]{1,3}\)|\d{1,2}[.)]|\([ivx]+\)|[IVX]+\.)(?=\s|$)")


def _lines(page: Page) -> list[list[int]]:
    """The indexes of the spans of each line, from the top down."""
    order = sorted(range(len(page.spans)), key=lambda at: (page.spans[at].baseline, page.spans[at].x0))
    lines: list[list[int]] = []
    for at in order:
        if lines and page.spans[at].baseline - page.spans[lines[-1][0]].baseline <= _SAME_LINE:
            lines[-1].append(at)
        else:
            lines.append([at])
    return [line for line in lines if any(page.spans[at].text.strip() for at in line)]


def _moved(span: Span, by: float) -> Span:
    return replace(span, top=span.top + by, bottom=span.bottom + by, baseline=span.baseline + by)


def delete_line(page: Page, chance: random.Random) -> Page | None:
    """A line of text is lost."""
    lines = _lines(page)
    if not lines:
        return None
    lost = set(chance.choice(lines))
    return replace(page, spans=[span for at, span in enumerate(page.spans) if at not in lost])


def swap_lines(page: Page, chance: random.Random) -> Page | None:
    """Two lines below one another change places."""
    lines = _lines(page)
    if len(lines) < 2:
        return None
    at = chance.randrange(len(lines) - 1)
    above, below = lines[at], lines[at + 1]
    by = page.spans[below[0]].baseline - page.spans[above[0]].baseline
    spans = list(page.spans)
    for group, shift in ((above, by), (below, -by)):
        for one in group:
            spans[one] = _moved(spans[one], shift)
    return replace(page, spans=spans)


def delete_label(page: Page, chance: random.Random) -> Page | None:
    """A label (`3.`, `(a)`, `II.`) is lost."""
    labelled = [at for at, span in enumerate(page.spans) if _LABEL.match(span.text)]
    if not labelled:
        return None
    at = chance.choice(labelled)
    span = page.spans[at]
    found = _LABEL.match(span.text)
    assert found is not None
    rest = span.text[found.end() :]
    return _with(page, at, _cut(span, rest.lstrip(), len(span.text) - len(rest.lstrip())) if rest.strip() else None)


def delete_word(page: Page, chance: random.Random) -> Page | None:
    """A word is lost."""
    spans = [at for at, span in enumerate(page.spans) if len(span.text.split()) > 1]
    if not spans:
        return None
    at = chance.choice(spans)
    words = page.spans[at].text.split(" ")
    del words[chance.randrange(len(words))]
    return _with(page, at, replace(page.spans[at], text=" ".join(words)))


def swap_words(page: Page, chance: random.Random) -> Page | None:
    """Two words beside one another change places."""
    spans = [at for at, span in enumerate(page.spans) if len(span.text.split()) > 1]
    if not spans:
        return None
    at = chance.choice(spans)
    words = page.spans[at].text.split(" ")
    one = chance.randrange(len(words) - 1)
    words[one], words[one + 1] = words[one + 1], words[one]
    return _with(page, at, replace(page.spans[at], text=" ".join(words)))


def delete_rules(page: Page, chance: random.Random) -> Page | None:
    """A third of the drawn lines is lost, at least one."""
    if not page.rules:
        return None
    lost = set(chance.sample(range(len(page.rules)), max(1, len(page.rules) // 3)))
    return replace(page, rules=[line for at, line in enumerate(page.rules) if at not in lost])


def _cut(span: Span, rest: str, skipped: int) -> Span:
    """A run without its first characters."""
    share = skipped / max(1, len(span.text))
    return replace(span, text=rest, x0=span.x0 + (span.x1 - span.x0) * share)


def _with(page: Page, at: int, span: Span | None) -> Page:
    spans = list(page.spans)
    spans[at : at + 1] = [] if span is None else [span]
    return replace(page, spans=spans)


#: The signs around a word that is plain all the same.
_SIGNS = "()[],.;:“”«»’'\""


def says_otherwise(before: Sequence[Page], after: Sequence[Page]) -> bool:
    """Whether something in a paper can tell that its words were harmed.

    Plain words that were lost or changed places in a sentence that the paper prints once leave nothing behind: only a
    person who understands it can tell. What tells is a number, symbol or label among them, or the same words printed
    elsewhere: three in a row, of which one was harmed.
    """
    lines = [_words(page, line) for page in before for line in _lines(page)]
    left = [_words(page, line) for page in after for line in _lines(page)]
    if len(lines) != len(left):
        return True
    for one, two in zip(lines, left, strict=True):
        if one == two:
            continue
        first = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
        changed = one[first : first + 1 if len(one) > len(two) else first + 2]
        if not all(word.strip(_SIGNS).replace("-", "").isalpha() for word in changed):
            return True
        rows = [one[at : at + 3] for at in range(max(0, first - 2), first + 1)]
        known = [" ".join(line) for line in lines if line is not one]
        return any(len(row) == 3 and any(" ".join(row) in line for line in known) for row in rows)
    return True


def _words(page: Page, line: Sequence[int]) -> list[str]:
    return " ".join(page.spans[at].text for at in line).casefold().split()


Harm = Callable[[Page, random.Random], Page | None]

HARMS: dict[str, Harm] = {
    "line lost": delete_line,
    "lines swapped": swap_lines,
    "label lost": delete_label,
    "word lost": delete_word,
    "words swapped": swap_words,
    "rules lost": delete_rules,
}


#: Those that change the words of one line.
OF_WORDS = frozenset({"word lost", "words swapped"})


def harmed(pages: Sequence[Page], name: str, seed: str) -> list[Page] | None:
    """The pages with one harm on one of them; None where the paper has nothing that can be harmed so."""
    chance = random.Random(f"{name} {seed}")
    order = list(range(len(pages)))
    chance.shuffle(order)
    for at in order:
        page = HARMS[name](pages[at], chance)
        if page is not None:
            return [*pages[:at], page, *pages[at + 1 :]]
    return None
