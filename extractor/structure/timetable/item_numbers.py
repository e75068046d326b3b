"""Item numbers in timetable cells: `1 (a)`, `Items 3 and 4`, `2 (a)–(c)`, `18 and sub-items (a) to (l)`.

Source: format catalogue 4.2. Numbers come out in the contract's form, without blanks.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.built import compiled, prepared
from extractor.grammar.numbering import read_label, roman, roman_value
from extractor.records import Struct
from extractor.rules import rule
from extractor.structure.timetable.phrases import alternatives, endings
from extractor.structure.timetable.settings import SETTINGS
from extractor.structure.timetable.words import is_clockwork
from extractor.structure.vocabulary import has_figure

_BARE = compiled(r"(\d{1,2})(?: ?\(([a-z])\))? +[A-Z]\w+")
_ITEM_PART = compiled(r"(\d{1,2}(?:\.\d{1,2}){1,2})\s+(?=[^\W\d_]{3})")
_STOP, _LETTERS = compiled(r"\s*[.:：、．。–—-]?\s*"), compiled(r"[a-zа-к]+")

#: More numbers than this from one range are no range of items.
LONGEST_RANGE = 40

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_CYRILLIC = str.maketrans("абвгдежзик", "abcdefghij")
_ABJAD = "أبجدهوزحطي"
_DASHES = "-–—‑"
#: `a` of `1 a)`, before a bracket that closes nothing: a letter as French, Spanish and Russian papers print it.
_PART = r"(?:[a-zа-к]|[ivx]{2,4})"
_HALF_BRACKETED = compiled(rf"(?<=[\s\d]){_PART}$")
_NUMBER = compiled(
    rf"(\d{{1,3}}(?:\.\d{{1,2}}){{0,2}})\s*+((?:{_PART}\)(?:\s(?={_PART}\)))?)++|(?:\((?:[a-z]{{1,2}}|[ivx][ivx][ivx]{{1,3}})\)\s*+)*+)"
    r"([.:、．。)]?)\s*+(?=\S|$)"
)


_DASHED = compiled(r"(\d{1,2}) [-–] (?=[\u0621-\u064a])")


class LeadingItems(Struct, frozen=True):
    """What stood at the head of an entry: the items, the sub-item letters without a number, the rest of the text."""

    items: tuple[str, ...]
    letters: tuple[str, ...]
    rest: str
    worded: bool = False  # `Item 3`, not a bare `3.`


def _verbose(name: str) -> str:
    """The phrases of a list for a pattern in which blanks do not count."""
    return alternatives("items", name).replace(" ", "[ ]").replace("[-[ ]]", "[- ]")


@prepared
def _token() -> re.Pattern[str]:
    return compiled(
        rf"""\s*+(?:
          (?P<sub>(?:{_verbose("sub")})(?!\w))
        | (?P<word>(?:{_verbose("word")})(?![^\W\d_]))
        | (?P<number>\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}(?![\d%°]))
        | [(（]?(?P<part>[a-z]{{1,2}}|[ivxl]{{1,6}}|[а-к]|[{_ABJAD}]ـ?)[)）]
        | \.?(?P<tight>(?<=\d|\.)(?<!\D\.)[a-z](?![\w(]))
        | (?P<to>[{_DASHES}]|(?:{_verbose("to")})(?![^\W\d_]))
        | (?P<and>[,;]|(?:{_verbose("and")})(?![^\W\d_]))
        | (?P<of>(?:{_verbose("of")})(?!\w))
        | (?P<joiner>[\[\]])
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _more_parts() -> re.Pattern[str]:
    """A further sub-item behind one number."""
    return compiled(rf"(?:,|{alternatives('items', 'more')})\s*\(?{_PART}\)")


@cache
def _open_end() -> re.Pattern[str]:
    """The end of a cell that goes on in the next line."""
    return compiled(rf"(?:(?<=.)[{_DASHES},;&(]|{endings('items', 'open')})\s*$", re.IGNORECASE)


@cache
def _later_item() -> re.Pattern[str]:
    """The item of a sub-item that is named first."""
    return compiled(rf"[^\d]{{0,40}}\b(?:{alternatives('items', 'later')})\s+\d", re.IGNORECASE)


@cache
def _mention() -> re.Pattern[str]:
    return compiled(
        rf"(?<!\w)(?:{alternatives('items', 'sub')}|{alternatives('items', 'word')})(?=\s*[\d(٠-٩])", re.IGNORECASE
    )


@cache
def _of_agenda() -> re.Pattern[str]:
    """`of the provisional agenda` behind the number of an item."""
    return compiled(rf"\s*(?:{alternatives('items', 'agenda')})$", re.IGNORECASE)


def _plain(text: str) -> str:
    """The text with digits of ASCII."""
    return text if text.isascii() else text.translate(_DIGITS)


def _letter(part: str) -> str:
    part = part.lower().rstrip("ـ")
    if part in _ABJAD:
        return chr(ord("a") + _ABJAD.index(part))
    return part.translate(_CYRILLIC)


def _between(first: str, last: str) -> list[str]:
    """Sub-items after `first` up to `last`: letters, or Roman numerals where they cannot be letters."""
    if len(first) == len(last) == 1 and first <= last:
        return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]
    low, high = roman_value(first), roman_value(last)
    if low and high and low < high <= low + LONGEST_RANGE:
        return [roman(value).lower() for value in range(low + 1, high + 1)]
    return [last]


def _nested_before(found: list[str], part: str, ranged: bool) -> str | None:
    """`2(b)` where the last item is `2(b)(i)` and the part goes on below it: `Item 2 (b) (i) and (ii)`."""
    if not found or found[-1].count("(") != 2:
        return None
    stem, _, last = found[-1].rpartition("(")
    step = roman_value(part) - roman_value(last[:-1])
    return stem if roman_value(last[:-1]) and (step == 1 or (ranged and 0 < step <= LONGEST_RANGE)) else None


class _Reader:
    """Reads tokens from the head of a text as far as they make item numbers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[str] = []
        self.end = 0  # behind the last number or letter
        self.parent: str | None = None  # the number that letters belong to
        self.last_part: str | None = None
        self.begun: str | None = None  # the letter at which a range began whose end repeats the number
        self.loose: list[str] = []  # letters whose number has yet to come
        self.worded = False

    def run(self) -> None:
        at = 0
        before = ""
        ranged = False
        while token := _token().match(self.text, at):
            kind = token.lastgroup or ""
            if kind == "of" and not (self.loose or before == "sub"):
                break
            if kind in ("word", "sub"):
                self.worded = True
            elif kind == "number":
                if before == "number":
                    break
                self._number(_plain(token["number"]), ranged)
                self.end = token.end()
            elif kind in ("part", "tight"):
                if before in ("", "of") and kind == "tight":
                    break
                self._part(_letter(token[kind]), ranged, before)
                self.end = token.end()
            elif kind == "joiner" and before not in ("", "number", "part"):
                break
            if kind == "to":
                ranged = True
            elif kind not in ("word", "sub", "of"):
                ranged = False
            before = "part" if kind == "tight" else kind
            at = token.end()

    def _number(self, number: str, ranged: bool) -> None:
        if ranged and self.parent and self.last_part is None and number.isdigit() and self.parent.isdigit():
            low, high = int(self.parent), int(number)
            if low < high <= low + LONGEST_RANGE:
                self.found += [str(value) for value in range(low + 1, high)]
        elif ranged and self.parent and self.last_part is None and "." in number:
            stem, _, last = number.rpartition(".")
            head, _, first = self.parent.rpartition(".")
            if stem == head and int(first) < int(last) <= int(first) + LONGEST_RANGE:
                self.found += [f"{stem}.{value}" for value in range(int(first) + 1, int(last))]
        self.begun = self.last_part if ranged and number == self.parent else None
        self.parent, self.last_part = number, None
        if self.loose:
            self.found += [f"{number}({part})" for part in self.loose]
            self.loose = []
        else:
            self.found.append(number)

    def _part(self, part: str, ranged: bool, before: str) -> None:
        if self.parent is None:
            self.loose += _between(self.loose[-1], part) if ranged and self.loose else [part]
            return
        if before == "sub" and not ranged and self.text[self.end :].lstrip()[:1] not in ",":
            later = _later_item().match(self.text[self.end :])
            if later:
                self.parent, self.last_part = None, None
                self.loose = [part]
                return
        if before == "number" and self.begun is not None:
            self.found[-1:] = [f"{self.parent}({letter})" for letter in _between(self.begun, part)]  # 1 (a) to 1 (c)
        elif before == "number":
            self.found[-1] = f"{self.parent}({part})"
        elif before == "part" and self.found:
            self.found[-1] += f"({part})"  # 1 (a) (i)
            return
        elif (stem := _nested_before(self.found, part, ranged)) is not None:
            inner = self.found[-1][len(stem) + 1 : -1]
            self.found += [f"{stem}({each})" for each in (_between(inner, part) if ranged else [part])]
            return
        elif ranged and self.last_part:
            self.found += [f"{self.parent}({letter})" for letter in _between(self.last_part, part)]
        else:
            self.found.append(f"{self.parent}({part})")
        self.last_part = part


def read_items(text: str, parent: str | None = None) -> list[str] | None:
    """The items of a cell that holds nothing else, None when there is more. `(b)` alone belongs to `parent`."""
    cleaned = _plain(text.strip().strip("[]").rstrip(".:;,– "))
    if not cleaned or len(cleaned) > SETTINGS.longest_items:
        return None
    if parent is None and not has_figure(cleaned):
        return None  # letters alone belong to no number
    reader = _Reader(cleaned)
    reader.run()
    if cleaned[reader.end :].strip(" .:;)]"):
        return None
    if reader.loose:
        if parent is None:
            return None
        root = parent.split("(")[0]
        return [*reader.found, *(f"{root}({part})" for part in reader.loose)]
    return unique(reader.found) or None


def unique(items: list[str]) -> list[str]:
    """The items in order, each once."""
    return list(dict.fromkeys(items))


def is_open(text: str) -> bool:
    """Whether an item cell goes on in the next line (`1 (a)–`, `Items 3 and`)."""
    return _open_end().search(text) is not None


def goes_on(text: str, above: str) -> bool:
    """Whether a line of an item cell can belong to the number above it (`(a)` below `Item 1`, `and 4` below `3`)."""
    number = read_items(above, "0")
    if not number:
        return False
    token = _token().match(_plain(text))
    if token is None:
        return False
    if token.lastgroup in ("and", "to"):
        return read_items(f"{above} {text}", "0") is not None
    # two letters in a row are two sub-items, unless the second is a Roman figure below a letter: `6 (c)`, `(i)`
    lettered = "(" in number[-1]
    below = roman_value(token["part"] or "") > 0 and number[-1].count("(") == 1 and not above.strip().startswith("(")
    return token.lastgroup == "part" and (not lettered or below) and read_items(text, "1") is not None


def leading_items(text: str) -> LeadingItems | None:
    """The items at the head of an entry, None when it begins with none.

    `Item 16: title`, `Items 3 and 4. title`, `3. title`, `3 (a) title`, `(b) title` (its number stands above).
    """
    plain = _plain(text)
    word = _mention().match(plain)
    if word:
        reader = _Reader(plain)
        reader.run()
        if reader.found:
            rest = text[reader.end :]
            stop = _STOP.match(rest)
            return LeadingItems(tuple(unique(reader.found)), (), rest[stop.end() if stop else 0 :], True)
        return None
    number = _NUMBER.match(plain)
    if number and (number[2] or number[3]) and not plain[number.end() : number.end() + 1].isdecimal():
        if number[2] and not number[3] and _more_parts().match(plain, number.end()):
            reader = _Reader(plain)  # `2 (a), (b) and (d) Title`
            reader.run()
            return LeadingItems(tuple(unique(reader.found)), (), text[reader.end :].lstrip(" .:–—-"))
        parts = _LETTERS.findall(number[2])
        return LeadingItems((number[1] + "".join(f"({_letter(part)})" for part in parts),), (), text[number.end() :])
    if dashed := has_dash.applies(plain):
        return LeadingItems((dashed[1],), (), text[dashed.end() :])
    label = read_label(text)
    if label and label.form in ("letter", "roman") and label.printed.endswith((")", "）")):
        reader = _Reader(plain)
        reader.run()
        if len(reader.loose) > 1:
            return LeadingItems((), tuple(reader.loose), text[reader.end :].lstrip(" .:–—-"))
        return LeadingItems((), (label.value,), text[label.length :])
    return None


@rule(
    "timetable.items.dashed", source="Arabic papers: `1 - ` with a blank before the dash opens an item", otherwise=None
)
def has_dash(text: str) -> re.Match[str] | None:
    """A number, a dash between blanks and an Arabic letter: the number is that of the item."""
    return _DASHED.match(text)


def item_part(text: str) -> tuple[str, str] | None:
    """The number of a part of an item at the head of an entry, and the rest: `3.1 Solar roofs`."""
    found = _ITEM_PART.match(text)
    return (found[1], text[found.end() :]) if found else None


def bare_item(text: str) -> tuple[int, str] | None:
    """The number and letter at the head of an entry without a stop: `2 Lamps`, `1 (a) Opening`."""
    found = _BARE.match(text)
    return (int(found[1]), found[2] or "") if found and not is_clockwork(found[0]) else None


def trailing_items(text: str) -> tuple[list[str], str] | None:
    """Items in brackets at the end (`[76]`, `(Item 3)`, `(agenda items 3 and 4)`), and the text before."""
    if not text.endswith(("]", ")", "）")):
        return None
    opening = _opening(text, half=False)
    if opening < 0:
        opening = _opening(text, half=True)  # `[tema 1 a)]`
    if opening <= 0:
        return None
    inside = text[opening + 1 : -1].strip()
    if text[opening] != "[" and not _mention().match(inside.translate(_DIGITS)):
        return None
    items = read_items(_of_agenda().sub("", inside))
    return (items, text[:opening].rstrip()) if items else None


def _opening(text: str, *, half: bool) -> int:
    """Where the bracket opens that closes at the end; with `half`, `a)` closes none. -1 where none opens."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        if text[at] in ")]）":
            depth += not (half and _HALF_BRACKETED.search(text, max(0, at - SETTINGS.before_bracket), at))
        elif text[at] in "([（":
            depth -= 1
            if depth == 0:
                return at
    return -1


def mentioned_items(text: str, under: str = "") -> list[str]:
    """Every item named in running words (`under item 21 and sub-items (a) and (b)`), in order, each once.

    With an item that they stand under, sub-items at the head of the text (`sub-items (a) and (b)`) belong to it.
    """
    plain = _plain(text)
    found: list[str] = []
    at = 0
    if under:
        head = f"{under}, "
        reader = _Reader(head + plain)
        reader.run()
        found += reader.found
        at = max(reader.end - len(head), 0)
    while mention := _mention().search(plain, at):
        reader = _Reader(plain[mention.start() :])
        reader.run()
        found += reader.found
        at = mention.start() + max(reader.end, 1, mention.end() - mention.start())
    return unique(found)
