"""Whether a text layer says what the page shows.

A PDF draws glyphs and carries, font by font, a table that says which letters they stand for. Where the table is missing
or wrong, the page looks right and the text is garbage: private-use or control characters, letters of scripts that no
paper mixes, an alphabet shifted by some places. Such text must not be handed on as text: a page keeps it apart, and
says why.

The judgement is made font by font, since one broken font often stands beside sound ones.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from string import ascii_lowercase

from extractor.built import compiled, toml
from extractor.reading.page import Page, Span
from extractor.records import Struct
from extractor.rules import rule

#: Share of characters that stand for nothing from which a font is garbage. Sound papers have none, or a few odd
#: bullets.
VOID_SHARE = 0.15
#: ... and how many different ones at least: a font of nothing but one bullet is no broken text.
VOID_KINDS = 4
#: The sign for a glyph without a letter has no kinds to count: from so many on they are as good as those kinds.
ENOUGH_REPLACED = 10
#: The characters of a glyph number in place of a letter, `(cid:9)`.
GLYPH_NUMBER = 7
#: Less than this share of Japanese and Korean letters leaves a text Chinese.
BESIDE_HAN = 0.05
#: Letters of one script are compared with those of languages where they are this share of all.
ONE_SCRIPT = 0.8
#: Share of rare letters (phonetic signs, rare Han, Yi and the like) from which a font is garbage; sound papers are
#: under 0.01, the two garbled treaty texts at hand are at 0.95 and 0.3.
RARE_SHARE = 0.15
#: A script counts as present from this share of the letters; a font with more of them than MOST_SCRIPTS is garbage.
SCRIPT_SHARE, MOST_SCRIPTS = 0.02, 4
#: Share of common characters that Chinese text has at least (0.5 and more in prose, 0.15 in lists of names).
COMMON_SHARE = 0.08
#: Likeness (cosine) that the letters of the different words of a text have at least to those of the nearest language:
#: for few letters, for many. Measured on 1,266 fonts of pages of sound papers: 0.76 and 0.87 at the least (lists of
#: countries and names, acronyms); the same with the alphabet shifted by 1 to 25 places: 99 of 100 under 0.72, and 0.77
#: at most for many.
LIKENESS_FEW, LIKENESS_MANY = 0.72, 0.80
#: Share of signs that are neither letters, figures nor ordinary punctuation from which a font is garbage.
SIGN_SHARE = 0.5
#: Fewer letters (characters, for signs) than this allow no judgement by statistics.
ENOUGH_RARE, ENOUGH_HAN = 10, 25
ENOUGH_FOR_SCRIPTS, ENOUGH_FOR_LIKENESS, MANY_FOR_LIKENESS, ENOUGH_SIGNS = 40, 100, 200, 40
#: A font of this many characters that is this share of its page decides for the page when it is sound.
ENOUGH_FOR_LENGTH, SOUND_SHARE = 400, 0.5
#: When broken fonts hold this share of the characters, the few that other fonts hold (figures, blanks) mean nothing
#: alone ...
BROKEN_SHARE = 0.6
#: ... unless they hold this many letters.
SOUND_LETTERS = 60

#: One to three characters again and again, twenty times at least: no word of any language has them.
FILLER = compiled(r"(\S{1,3}?)\1{19,}+")
_DIGIT = compiled(r"\d")
_ORDINARY = frozenset(
    ".,;:!?()[]{}<>«»‹›'\"‘’“”„/\\|-–—―_=+*&%#@§©®™°•·…‧†‡◦▪■□●○➢✓←→↑↓№$€£¥~^`´¨ªº¹²³½¼¾×÷±≤≥"
    "،؛؟٪。，、；：？！（）「」『』《》〈〉【】〔〕．・％／－～ー"
)
#: Signs and Latin letters: a text of nothing else can only be an alphabet that was shifted, or glyph numbers.
_HARMLESS = compiled(f"[ -~\u00a0À-ÖØ-öø-ž{re.escape(''.join(sorted(_ORDINARY - {'ー'})))}]*+")

#: First code point, last code point, script; "rare" are letters that hardly stand in any paper. In order; gaps are
#: rare.
_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x017F, "latin"),
    (0x0180, 0x024F, "rare"),
    (0x0250, 0x02FF, "rare"),
    (0x0370, 0x03FF, "greek"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0530, 0x058F, "armenian"),
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x06FF, "arabic"),
    (0x0750, 0x077F, "arabic"),
    (0x0900, 0x0DFF, "indic"),
    (0x0E00, 0x0EFF, "thai"),
    (0x1000, 0x109F, "burmese"),
    (0x10A0, 0x10FF, "georgian"),
    (0x1100, 0x11FF, "hangul"),
    (0x1200, 0x137F, "ethiopic"),
    (0x1780, 0x17FF, "khmer"),
    (0x1800, 0x18AF, "mongolian"),
    (0x1E00, 0x1EFF, "latin"),
    (0x1F00, 0x1FFF, "greek"),
    (0x3005, 0x3007, "han"),
    (0x3040, 0x30FF, "kana"),
    (0x3130, 0x318F, "hangul"),
    (0x4E00, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "hangul"),
    (0xF900, 0xFAFF, "han"),
    (0xFB00, 0xFB06, "latin"),
    (0xFB1D, 0xFB4F, "hebrew"),
    (0xFB50, 0xFDFF, "arabic"),
    (0xFE70, 0xFEFC, "arabic"),
    (0xFF21, 0xFF5A, "latin"),
    (0xFF66, 0xFF9F, "kana"),
)
#: Letters of Latin Extended-B and the phonetic blocks that languages do use: Vietnamese, Romanian, Azerbaijani, pinyin,
#: Hausa.
_USED = frozenset("ƒƠơƯưȘșȚțƏəǍǎǏǐǑǒǓǔƁɓƊɗƘƙƝŋɛɔƆƐƔɣʼʻʹªº")


class _Letters(Struct, frozen=True):
    frequency: dict[str, list[dict[str, float]]]
    common: frozenset[str]


@functools.cache
def _letters() -> _Letters:
    data = toml(Path(__file__).with_name("letters.toml").read_text("utf-8"))
    frequency = {script: [_unit(table) for table in tables.values()] for script, tables in data["frequency"].items()}
    return _Letters(frequency, frozenset("".join(data["common"]["chinese"].split())))


def _unit(table: dict[str, float]) -> dict[str, float]:
    length = sum(value * value for value in table.values()) ** 0.5
    return {key: value / length for key, value in table.items()}


@functools.lru_cache(maxsize=8192)
def _script(char: str) -> str:
    if char in _USED:
        return "latin"
    code = ord(char)
    for first, last, script in _RANGES:
        if first <= code <= last:
            return script
    return "rare"


#: One sign that cannot be read between two hours or days: it tells that they are a range, whatever it is.
_BETWEEN_NUMBERS = compiled(r"(?<=[0-9.])\ufffd(?=[0-9])")


#: A glyph without a letter beside an Arabic or Hebrew one.
_LACKING = compiled("(?<=[\u05d0-\u05ea\u0620-\u064a])\ufffd|\ufffd(?=[\u05d0-\u05ea\u0620-\u064a])")


@functools.lru_cache(maxsize=8192)
def _is_void(char: str) -> bool:
    """Private use, unassigned, surrogate, control and replacement characters stand for no letter."""
    return char == "\ufffd" or (unicodedata.category(char) in ("Co", "Cn", "Cc", "Cs") and char not in "\t\n\r")


@functools.lru_cache(maxsize=8192)
def _plain(char: str) -> str:
    """The lower-case letter without its accent."""
    return unicodedata.normalize("NFD", char.lower())[:1]


def _is_sign(char: str) -> bool:
    return not (char.isalnum() or char in _ORDINARY or _is_void(char))


def verdict(text: str) -> str | None:
    """Why a text cannot be what the page shows; None when it can.

    Short texts are given the benefit of the doubt: each test needs enough characters to mean something.
    """
    return _verdict(text, _is_harmless(text))


def _is_harmless(text: str) -> bool:
    return _HARMLESS.fullmatch(text) is not None


def _verdict(text: str, harmless: bool) -> str | None:
    if harmless:
        return _numbers_verdict(text) or _likeness_verdict(text)
    counts = Counter(text)
    printed = {char: count for char, count in counts.items() if not char.isspace()}
    total = sum(printed.values())
    voids = {char: count for char, count in printed.items() if _is_void(char)}
    void = sum(voids.values())
    replaced = voids.get("\ufffd", 0)  # one sign for every glyph without a letter: it has no kinds to count
    if void > VOID_SHARE * total and (len(voids) >= VOID_KINDS or replaced >= ENOUGH_REPLACED):
        return f"{void} of {total} characters stand for no letter"
    if (reason := _numbers_verdict(text)) is not None:
        return reason
    signs = sum(count for char, count in printed.items() if _is_sign(char))
    if total >= ENOUGH_SIGNS and signs > SIGN_SHARE * total:
        marks = sum(count for char, count in printed.items() if unicodedata.category(char)[0] == "M")
        if signs - marks > SIGN_SHARE * total:
            return f"{signs} of {total} characters are signs"
    letters = {char: count for char, count in printed.items() if char.isalpha() or "\u2e80" <= char <= "\u2fdf"}
    return _scripts_verdict(letters, sum(letters.values())) or _likeness_verdict(text)


def _numbers_verdict(text: str) -> str | None:
    if "(cid:" in text and text.count("(cid:") * GLYPH_NUMBER > VOID_SHARE * len("".join(text.split())):
        return "glyph numbers stand in place of letters"
    return None


def _scripts_verdict(letters: dict[str, int], total: int) -> str | None:
    if total < ENOUGH_RARE:
        return None
    scripts: Counter[str] = Counter()
    for char, count in letters.items():
        scripts[_script(char)] += count
    if scripts["rare"] > (RARE_SHARE if total >= ENOUGH_FOR_SCRIPTS else 0.5) * total:
        return f"{scripts['rare']} of {total} letters are of scripts that papers do not use"
    present = [script for script, count in scripts.items() if count >= SCRIPT_SHARE * total and count >= 3]
    if total >= ENOUGH_FOR_SCRIPTS and len(present) > MOST_SCRIPTS:
        return f"letters of {len(present)} scripts are mixed"
    main, count = scripts.most_common(1)[0]
    if main == "han" and scripts["kana"] + scripts["hangul"] < BESIDE_HAN * total and count >= ENOUGH_HAN:
        common = sum(count for char, count in letters.items() if char in _letters().common)
        if common < COMMON_SHARE * count:
            return f"only {common} of {count} characters are common ones"
    return None


def _likeness_verdict(text: str) -> str | None:
    """Why the letters of a text are those of no language, None where they may be of one.

    What a text is filled up with (`aaaaaa`, `xyxyxy`) is of none either, and no sign that its encoding is broken.
    """
    why = _unlike(text)
    return None if why is None else _unlike(FILLER.sub(" ", text))


def _unlike(text: str) -> str | None:
    # Of different words: "Recalling" at the head of ten paragraphs is one, else its letters would pass for the
    # language's. Symbols of documents hold figures and are of a few letters that come again and again.
    words = "".join([word for word in set(text.lower().split()) if word.isalpha() or not _DIGIT.search(word)])
    if len(words) < ENOUGH_FOR_LIKENESS:
        return None
    if words.isascii():
        main, seen = "latin", {char: count for char in ascii_lowercase if (count := words.count(char))}
        count = total = sum(seen.values())
    else:
        letters = {char: words.count(char) for char in set(words) if char.isalpha()}
        scripts: Counter[str] = Counter()
        for char, count in letters.items():
            scripts[_script(char)] += count
        total = scripts.total()
        main, count = scripts.most_common(1)[0] if scripts else ("", 0)
        seen = {}
        for char, times in letters.items():
            if _script(char) == main:
                seen[_plain(char)] = seen.get(_plain(char), 0) + times
    if main not in _letters().frequency or count < ENOUGH_FOR_LIKENESS or count < ONE_SCRIPT * total:
        return None
    likeness = _likeness(seen, main, LIKENESS_MANY if count >= MANY_FOR_LIKENESS else LIKENESS_FEW)
    return None if likeness is None else f"the letters are spread as in no known language ({likeness:.2f})"


def _likeness(seen: dict[str, int], script: str, least: float) -> float | None:
    """How like the counted plain letters are to the language that they are most like; None for as much as asked."""
    length: float = sum([count * count for count in seen.values()]) ** 0.5
    most = 0.0
    for table in _letters().frequency[script]:
        likeness = sum([seen.get(char, 0) * share for char, share in table.items()]) / length
        if likeness >= least:
            return None
        most = max(most, likeness)
    return most


def clear_suspect_text(page: Page, known: set[str] | None = None) -> None:
    """Set text of a page that cannot be trusted apart and say why in `page.suspect`.

    Lone meaningless characters just go.

    Args:
        page: the page, changed in place.
        known: names of fonts found broken on other pages, which decide where a page has too little text of a font to
            judge it by; fonts found broken here are added.
    """
    known = set() if known is None else known
    fonts: defaultdict[str, list[Span]] = defaultdict(list)
    for span in page.spans:
        fonts[span.font].append(span)
    broken: dict[str, str] = {}
    harmless = True
    for font, spans in fonts.items():
        text = " ".join([span.text for span in spans])
        latin = _is_harmless(text)
        harmless = harmless and latin
        reason = _verdict(text, latin)
        if reason is None and font in known and 0 < sum(map(str.isalpha, text)) < ENOUGH_FOR_SCRIPTS:
            reason = "a font that is broken on other pages"
        if reason is not None:
            broken[font] = reason
    known |= broken.keys() - {""}
    if not broken:
        # Pages that change the font at every turn give no font enough letters; together they may. Where one font has
        # enough and is most of the page, the rest would not show.
        lengths = [sum([len(span.text) for span in spans]) for spans in fonts.values()]
        judged = max(lengths, default=0) >= max(SOUND_SHARE * sum(lengths), ENOUGH_FOR_LENGTH)
        reason = None if judged else verdict(" ".join(span.text for span in page.spans))
        if reason is not None:
            _doubt(page, reason)
            page.doubted, page.spans = _writable(page.spans), []
            return
    else:
        sound = [span for span in page.spans if span.font not in broken]
        every, rest = _count(page.spans), _count(sound)
        worst = max(broken, key=lambda font: _count(fonts[font]))
        _doubt(page, broken[worst])
        letters = sum(sum(map(str.isalpha, span.text)) for span in sound)
        if rest < (1 - BROKEN_SHARE) * every and letters < SOUND_LETTERS:
            sound = []
        page.doubted = _writable(span for span in page.spans if not sound or span.font in broken)
        page.spans = sound
    if not harmless:  # harmless text holds no meaningless characters
        page.unlettered = sum(unlettered.applies(span.text) for span in page.spans if "\ufffd" in span.text)
        page.spans = [span for span in page.spans if _without_voids(span)]


@rule("rtl.unlettered", source="fonts of Arabic papers whose tables lack some letters: `جدول الأعال`", otherwise=0)
def unlettered(text: str) -> int:
    """How many glyphs without a letter stand beside right-to-left letters: each is a letter that a word lacks."""
    return len(_LACKING.findall(text))


def _writable(spans: Iterable[Span]) -> list[Span]:
    """Runs as JSON can hold them: halves of surrogate pairs, which no encoding has, become the sign for unknown."""
    kept = list(spans)
    for span in kept:
        if not span.text.isascii():
            span.text = span.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return kept


def _doubt(page: Page, reason: str) -> None:
    page.suspect = f"{page.suspect}; {reason}" if page.suspect else reason


def _count(spans: Iterable[Span]) -> int:
    return sum(len(span.text) - span.text.count(" ") for span in spans)


def _without_voids(span: Span) -> bool:
    if _is_harmless(span.text):
        return True
    if any(map(_is_void, span.text)):
        parts = _BETWEEN_NUMBERS.split(span.text)
        span.text = "\ufffd".join("".join(char for char in part if not _is_void(char)) for part in parts)
    return bool(span.text.strip())
