"""Labels at the head of a line: `1.`, `2.1`, `(a)`, `(iv)`, `A.`, `II.`, `Item 3`, bullets, in the six languages.

Source: UN Editorial Manual (items `1.`, sub-items `(a)`, `(i)`), and the schemes of format catalogue 2.2. A label is
read by its form
only; whether `(i)` is a letter or a Roman figure is settled by what came before it (`follows`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from extractor.built import compiled, prepared
from extractor.lexicon import LANGUAGES, load
from extractor.lexicon.signs import DASH
from extractor.lexicon.words import choice, everywhere
from extractor.memo import remembered
from extractor.records import Struct

Form = Literal["arabic", "decimal", "letter", "capital", "roman", "bullet"]

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
#: Full-width letters, digits and signs of Chinese papers, and the plain ones: as many characters.
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
#: A label in such characters begins within so many.
_LONGEST_WIDE = 4
#: What the contract writes behind the number of an item that was put in later, by their order.
_INSERTED = ("bis", "ter", "quater", "quinquies")
#: Arabic letters of sub-items in the abjad order, as printed (the Arabic he is drawn out: هـ).
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشت"
#: Cyrillic letters of sub-items; a Latin `a` and a Cyrillic one look alike and count as one.
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_LOOKALIKE = {"а": "a", "с": "c", "е": "e", "о": "o", "р": "p", "х": "x", "і": "i"}
_CHINESE = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}
_ROMAN = r"(?=[ivxlc])(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,4})"

_LETTERS = compiled(rf"[a-zA-Z]+|[{_ABJAD}]")
_CASED = compiled(r"[A-Z]")


@prepared
def _inserted_values() -> dict[str, str]:
    """The words behind the number of an item that was put in later: `2 bis`, `2-бис`, `2之二`."""
    words = {word: order for code in LANGUAGES for word, order in load(code).numbers("numbering.inserted").items()}
    return {word: word for word in _INSERTED} | {word: _INSERTED[order - 1] for word, order in words.items()}


@cache
def _named_letters() -> dict[str, int]:
    """The names of letters that stand for A, B, C in Arabic papers: `ألف -`."""
    return {word: order for code in LANGUAGES for word, order in load(code).numbers("numbering.letters").items()}


@prepared
def _ordinals() -> dict[str, int]:
    """The words that stand for I, II, III in Arabic papers: `أولا -`."""
    return {word: order for code in LANGUAGES for word, order in load(code).numbers("numbering.ordinals").items()}


@prepared
def _label() -> re.Pattern[str]:
    item, inserted = choice(everywhere("numbering.items")), choice(_inserted_values())
    named, tails = choice([*_named_letters(), *_ordinals()]), choice(everywhere("numbering.tails"))
    return compiled(
        rf"""(?:
          (?P<item>{item})\s*(?:(?:n[o°º]\.?|№)\s*)?(?P<item_number>\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}|[IVXLC]{{1,6}}\b)
              (?P<item_parts>(?:\s*[(（](?:[a-z]{{1,2}}|[ivx]{{1,5}}|[{_ABJAD}]ـ?)[)）]){{0,2}})
              (?:\s+(?:{tails})(?=\s?[.:：–—-]\s))?\s*(?P<item_stop>\.\s?{DASH}(?=\s)|[.:：、．–—-]?)
        | (?-i:N(?:o\.|°|º))\s?(?P<numero>\d{{1,3}})(?=\s+(?-i:[A-ZÀ-Þ])|\s*$)
        | (?P<closed_capital>(?-i:[A-HJKM-UWYZ]))\)(?=\s)
        | (?:\(\s?)?(?P<bracketed>[a-z]{{1,2}}|[ivxl]{{1,6}}|[а-я]|[{_ABJAD}]ـ?|[一二三四五六七八九十]{{1,3}})
              (?:[\s-](?P<between>{inserted}))?(?P<closed>[)）])
        | (?:[（(](?P<bracketed_number>\d{{1,2}})[)）]|\[(?P<square_number>\d{{1,2}})\](?=\s|$)
              |['‘](?P<quoted_number>\d{{1,2}})['’](?=\s))
        | [(（](?P<closed_decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,2}})[)）](?=\s|$)
        | (?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\.?(?=\s|$)
        | (?P<inserted>[\d٠-٩]{{1,3}}(?:[\s-]?(?:{inserted})|-?(?-i:[A-Z])))
              (?:\s?[.、)](?!\d|(?-i:[a-z]))|(?=\s|$))
        | (?P<arabic>[\d٠-٩]{{1,3}})
              (?:\s?[.、)](?:\s?{DASH}(?=\s|$|(?-i:[A-ZÀ-Þ]))|(?![\d.]|(?-i:[a-z])))
                |\s?(?:-(?=\s|$)|[–—](?=\s+[^\W\d]|\s*$))
                |(?:[°º]\.?|[:/])(?=\s+(?-i:[A-ZÀ-Þ])|\s*$)|(?=\s|$))
        | (?P<dashed>[{_ABJAD}])ـ?\s?[-–](?=\s)
        | (?P<named>{named})\s?(?:{DASH}|[.:](?=\s))(?=\s|$|(?-i:[^\W\d_]))
        | (?P<small>(?-i:[a-z]|[ivx]{{2,5}}))\.(?=\s|$)(?!\s+\d|\s?[a-z]\.)
        | (?P<roman_head>[IVXL]{{1,6}})(?:\.(?:\s?{DASH}(?=\s))?|(?=\s*$)|(?=\s+[A-ZÀ-Þ]))
        | (?P<capital>[A-Z])\.(?!\s?[A-Z]\.)(?:\s?{DASH}(?=\s))?
        | (?P<chinese_head>[一二三四五六七八九十]{{1,3}})[、.]
        | (?P<bullet>[•●▪■◦·‣⁃\u25cf\u2022\uf0b7]|{DASH}(?=\s))
        )\s*""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _open_long() -> frozenset[str]:
    """What labels begin with that hold three letters running: the words for an item and Roman numerals."""
    heads = {word[0] for word in everywhere("numbering.items")} | set("ivxl")
    return frozenset(sign for head in heads for sign in (head.lower(), head.upper()))


class Label(Struct, frozen=True, gc=False):
    """A label as printed and what it can mean.

    `value` is the canonical inside (`1`, `2.1`, `a`, `iv`, `A`, `II`, `•`); `item` is true when a word such as `Item`
    stands before;
    `parts` are sub-levels printed with it (`Item 2 (a)` -> `("a",)`); `bare` when a number stands without stop or
    bracket.
    """

    printed: str
    form: Form
    value: str
    item: bool = False
    parts: tuple[str, ...] = ()
    bare: bool = False
    length: int = 0

    @property
    def first_level(self) -> bool:
        """Whether it may number an item of the first level: a number, a Roman figure or a capital letter."""
        return self.form in ("arabic", "decimal") or self.value.isupper()

    @property
    def is_closed_number(self) -> bool:
        """Whether it is a number in brackets or quotes: `(1)`, `1)`, ‘1’."""
        return self.form == "arabic" and self.printed.endswith((")", "）", "'", "’"))

    @property
    def is_slashed(self) -> bool:
        """Whether it is a number with a slash, as the notes of old papers have it too: `1/`."""
        return self.form == "arabic" and self.printed.endswith("/")

    @property
    def path(self) -> str:
        """The contract's number: `2(a)`."""
        return self.value + "".join(f"({part})" for part in self.parts)


def read_label(text: str) -> Label | None:
    """The label at the head of `text`, None when it begins otherwise. `label.length` characters belong to it."""
    first = text[:3]
    if len(first) == 3 and first[0] not in _open_long() and first.isascii() and first.isalpha():
        return None  # a word, as at the head of most lines
    return _read_label(text)


@remembered
def _read_label(text: str) -> Label | None:
    plain = text if text.isascii() or max(text[:_LONGEST_WIDE]) < "\uff01" else text.translate(_WIDE)
    found = _label().match(plain)
    if not found or found.end() == 0:
        return None
    printed = text[: found.end()].strip()
    length = found.end()
    if found["item"]:
        return _item(found, printed)
    if found["numero"]:
        return Label(printed, "arabic", found["numero"], length=length)
    if found["closed_capital"]:
        return Label(printed, "capital", found["closed_capital"], length=length)
    if found["bracketed"]:
        return _bracketed(found, printed)
    if inside := found["bracketed_number"] or found["square_number"] or found["quoted_number"]:
        return Label(printed, "arabic", inside.translate(_DIGITS), length=length)
    if decimal := found["decimal"] or found["closed_decimal"]:
        return Label(printed, "decimal", decimal.translate(_DIGITS), length=length)
    if found["inserted"]:
        return _inserted(found, printed)
    if found["arabic"]:
        value_text = found["arabic"].translate(_DIGITS)
        bare = printed[-1].isdigit() or printed[-1] in "٠١٢٣٤٥٦٧٨٩"
        if value_text.startswith("0"):
            # `01.`, `01 Opening` and `01` in a column of its own, but not the hour of `09 30`
            after = plain[length : length + 1]
            value_text = value_text.lstrip("0") if not bare or not after or after.isalpha() else ""
        return Label(printed, "arabic", value_text, bare=bare, length=length) if value_text else None
    if found["dashed"]:
        return Label(printed, "letter", plain_letter(found["dashed"]), length=length)
    if found["named"]:
        return _named(found["named"], printed, length)
    if found["small"]:
        inside = found["small"]
        if len(inside) > 1 and not re.fullmatch(_ROMAN, inside):
            return None
        return Label(printed, "roman" if len(inside) > 1 else "letter", inside, length=length)
    if found["roman_head"]:
        inside = found["roman_head"]
        if inside != inside.upper() or not re.fullmatch(_ROMAN, inside.lower()):
            return None
        return Label(printed, "roman", inside, bare=not printed.endswith("."), length=length)
    if found["capital"]:
        if found["capital"] != found["capital"].upper():
            return None
        return Label(printed, "capital", found["capital"], length=length)
    if found["chinese_head"]:
        return Label(printed, "roman", roman(chinese_value(found["chinese_head"])), length=length)
    return Label(printed, "bullet", "•", length=length)


def _item(found: re.Match[str], printed: str) -> Label | None:
    """The label of `Item 3`, `Items 3 (a)`, `Point III`; a word in small letters is one of the sentence."""
    word, length = found["item"], found.end()
    if not word[0].isupper() and word[0].isalpha() and word[0].isascii():
        return None
    number = found["item_number"].translate(_DIGITS)
    parts = tuple(plain_letter(part.lower()) for part in _LETTERS.findall(found["item_parts"] or ""))
    if number[0].isdigit():
        form: Form = "decimal" if "." in number else "arabic"
        return Label(printed, form, number.lstrip("0") or number, True, parts, not found["item_stop"], length)
    value = roman_value(number)
    return Label(printed, "arabic", str(value), True, parts, not found["item_stop"], length) if value else None


def _bracketed(found: re.Match[str], printed: str) -> Label | None:
    """The label of a letter or Roman number in brackets: `(a)`, `(iv)`, `(б)`, `(ج)`, `（三）`."""
    length = found.end()
    inside = found["bracketed"]
    if inside != inside.lower():
        figure = inside == inside.upper() and printed[0] == inside[0] and re.fullmatch(_ROMAN, inside.lower())
        return Label(printed, "roman", inside, length=length) if figure else None
    if inside[0] in _CHINESE:
        return Label(printed, "roman", roman(chinese_value(inside)).lower(), length=length)
    inside = inside.rstrip("ـ")
    if inside in _ABJAD:
        return Label(printed, "letter", plain_letter(inside), length=length)
    if inside in _CYRILLIC:
        letter = _LOOKALIKE.get(inside) or chr(ord("a") + _CYRILLIC.index(inside))
        return Label(printed, "letter", letter, length=length)
    multiple = len(inside) > 1 and len(set(inside)) > 1
    if multiple and not re.fullmatch(_ROMAN, inside):
        return None
    if found["between"]:
        inside += _inserted_values()[found["between"].lower()]
    return Label(printed, "roman" if multiple else "letter", inside, length=length)


def _named(word: str, printed: str, length: int) -> Label:
    """The label of a chapter that is numbered in words."""
    if word in _ordinals():
        return Label(printed, "roman", roman(_ordinals()[word]), length=length)
    return Label(printed, "capital", chr(ord("A") + _named_letters()[word] - 1), length=length)


def plain_number(number: str, parts: str) -> str:
    """A number with the letters in brackets behind it, as the contract writes it: `٤` and `(أ)` are `4(a)`."""
    letters = (plain_letter(part.lower()) for part in _LETTERS.findall(parts))
    return number.translate(_DIGITS) + "".join(f"({letter})" for letter in letters)


def plain_letter(letter: str) -> str:
    """The Latin letter that counts like an Arabic one."""
    return chr(ord("a") + _ABJAD.index(letter)) if letter in _ABJAD else letter


def _inserted(found: re.Match[str], printed: str) -> Label | None:
    """The label of an item that was put in later: `2bis`, `3A`, `5-A`."""
    inside = found["inserted"].translate(_DIGITS)
    digits = inside[: len(inside) - len(inside.lstrip("0123456789"))]
    word = inside[len(digits) :].strip(" -\u00a0").lower()
    if not digits.strip("0"):
        return None
    value = digits.lstrip("0") + (_inserted_values().get(word) or word.upper())
    return Label(printed, "arabic", value, bare=found[0].strip()[-1:] not in ".)", length=found.end())


def inserted_after(number: str) -> tuple[str, ...]:
    """The numbers of items that may have been put in behind one: `2bis` and `2A` behind 2, `2ter` behind 2bis."""
    digits = number[: len(number) - len(number.lstrip("0123456789"))]
    word = number[len(digits) :]
    if not word:
        return (digits + _INSERTED[0], digits + "A")
    if word in _INSERTED:
        after = _INSERTED[_INSERTED.index(word) + 1 :]
        return (digits + after[0],) if after else ()
    return (digits + chr(ord(word) + 1),) if len(word) == 1 and "A" <= word < "Z" else ()


def follows(label: str, previous: str | None) -> bool:
    """Whether a sub-item's label comes next after `previous` (None: it opens a sequence).

    Letters run a..z, then aa, bb, cc (General Assembly lists); Roman numerals i, ii, iii. `i` follows `h` as a letter
    and opens a
    Roman sequence otherwise.
    """
    if previous is None:
        return label in {"a", "i", "1"}
    return label in successors(previous) or label in _inserted_letters(previous)


def _without_inserted(label: str) -> tuple[str, str]:
    """A letter and the word behind it of a sub-item that was put in later (`bbis`); the word is empty in others."""
    word = next((word for word in _INSERTED if label.endswith(word) and len(label) > len(word)), "")
    return label[: len(label) - len(word)], word


def _inserted_letters(previous: str) -> tuple[str, ...]:
    """The label of a sub-item that may have been put in behind one: `(b bis)` behind (b), `(b ter)` behind (b bis)."""
    letter, word = _without_inserted(previous)
    later = _INSERTED[_INSERTED.index(word) + 1 :] if word else _INSERTED
    return tuple(letter + one for one in later[:1])


def successors(label: str) -> set[str]:
    """What may come next in the sequence that `label` belongs to."""
    after: set[str] = set()
    if label.isdigit():
        return {str(int(label) + 1)}
    label = _without_inserted(label)[0]
    if len(set(label)) == 1:
        if label[0] != "z":
            after.add(chr(ord(label[0]) + 1) * len(label))
        else:
            after.add("a" * (len(label) + 1))
    value = roman_value(label)
    if value:
        after.add(roman(value + 1).lower())
    return after


def roman_value(text: str) -> int:
    """Value of a Roman figure in either case, 0 when it is none."""
    if not text or not re.fullmatch(r"[ivxlcdm]+", text.lower()):
        return 0
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    total = 0
    digits = [values[c] for c in text.lower()]
    for here, after in zip(digits, [*digits[1:], 0], strict=True):
        total += -here if here < after else here
    return total if roman(total).lower() == text.lower() else 0


def roman(value: int) -> str:
    """Roman figure in capitals for 1..3999."""
    out = ""
    for figure, sign in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"),
        (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
        (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        while value >= figure:
            out, value = out + sign, value - figure
    return out


def whole_numbers(numbers: Iterable[str | None]) -> set[int]:
    """Those of the numbers of items that are whole numbers in digits: `3`, but not `3.1`, `(a)` or `3 bis`."""
    return {int(number) for number in numbers if number and number.isdecimal()}


def chinese_value(text: str) -> int:
    """Value of a Chinese numeral up to ninety-nine."""
    if "十" not in text:
        return _CHINESE.get(text, 0)
    tens, _, ones = text.partition("十")
    return 10 * (_CHINESE.get(tens, 1) if tens else 1) + (_CHINESE.get(ones, 0) if ones else 0)
