"""`find_session`: the name of a session or meeting as printed, and its number when an ordinal gives one.

Forms of format catalogue 1.1 in six languages: `Thirty-seventh meeting`, `107th session`, `10026th (closed)
meeting`, `Hundred and Twenty-eighth Session`, `Substantive session of 2025`, `First regular session 2004`,
`2025 session`, `Quarante-neuvième session`, `19º período de sesiones`, `Тридцать седьмая сессия`, `第一二五届会议`,
`الدورة الثانية والسبعون`. A year is no number of a session.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.built import compiled, prepared
from extractor.grammar.calendar.chinese import chinese_number
from extractor.grammar.calendar.fold import Folded, fold, fold_word
from extractor.grammar.numbering import roman_value
from extractor.lexicon import load, written
from extractor.lexicon.gate import Phrases
from extractor.lexicon.words import choice
from extractor.records import Value


@cache
def _order() -> tuple[str, ...]:
    """The languages in the order in which they are tried."""
    return (*written("spaced"), *written("unspaced"), *written("attached"))


_YEAR = r"(?:19|20)\d\d"


class SessionSpan(Value, frozen=True):
    """A session as printed.

    `label` has its spaces folded and damage of the text layer repaired; `number` is None where none is printed, `year`
    where it is not.
    """

    text: str
    start: int
    end: int
    label: str
    number: int | None
    year: int | None = None
    noun: str | None = None


def _either(words: list[str] | tuple[str, ...]) -> str:
    forms = sorted({fold_word(word) for word in words}, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)


@prepared
def _values(language: str) -> dict[str, int]:
    lexicon = load(language)
    values = {fold_word(word): number for word, number in lexicon.numbers("ordinals.cardinals").items()}
    values.update({fold_word(word): number for word, number in lexicon.numbers("ordinals.units").items()})
    return values


@cache
def _units(language: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in load(language).numbers("ordinals.units"))


@prepared
def _pattern(language: str) -> Phrases:
    lexicon = load(language)
    values = _either(list(_values(language)))
    joints = _either([word for word in lexicon.words("ordinals.joints.words") if word != "-"])
    joint = rf"(?:\s*-\s*(?:(?:{joints})\s*-\s*)?|\s+(?:(?:{joints})\s+)?)" if joints else r"(?:\s*-\s*|\s+)"
    words = rf"(?:(?:{values})(?:{joint}(?:{values})){{0,5}})(?![^\W\d_])"
    suffixes = _either(lexicon.words("ordinals.joints.suffixes"))
    figures = rf"\d(?:\s?\d){{0,4}}\s?(?:-?\s?(?:{suffixes}))(?![^\W\d_])"
    roman = rf"(?P<roman>[ivxlc]{{2,8}})(?:\s?-?\s?(?:{suffixes}))?(?![^\W\d_])"
    adjective = rf"\(?(?:{_either(lexicon.words('sessions.adjectives'))})(?![^\W\d_])\)?"
    leading = rf"(?:{_either(lexicon.words('sessions.leading'))})(?![^\W\d_])"
    noun = rf"(?P<noun>{_either(lexicon.words('sessions.nouns'))})(?![^\W\d_])"
    of = _either((*lexicon.words("sessions.of"), *lexicon.words("sessions.years_after")))
    of = rf"(?:(?:{of})\s+)?" if of else ""
    of_year = _either(lexicon.words("dates.year_suffixes")) or "(?!)"
    front = rf"(?:(?P<year_first>{_YEAR})\s+|(?P<words>{words})\s+|(?P<figures>{figures})\s+|{roman}\s+)"
    body = rf"(?:(?:{adjective}|{leading})[\s,]+){{0,3}}"
    year = rf"(?:(?:\s*,)?\s+{of}(?P<year_last>{_YEAR})(?![\d/])(?:\s+(?:{of_year})(?![^\W\d_]))?)?"
    behind = lexicon.value("sessions.adjectives_behind")
    after = rf"(?:\s+(?:{adjective})(?:(?:\s*+,)?\s+(?:{adjective}))?)?" if behind else ""
    return Phrases(
        compiled(
            rf"(?<![\w/])(?:(?:{leading}|{adjective})[\s,]+)?(?:{front})?(?:{leading}\s+)?{body}{noun}{after}{year}"
        )
    )


@prepared
def _chinese() -> Phrases:
    lexicon = load("zh")
    nouns = _either(lexicon.words("sessions.nouns"))
    years = _either(lexicon.words("sessions.year_nouns"))
    resumed = _either(lexicon.words("sessions.resumed"))
    number = r"(?:[零〇○一二三四五六七八九十百千两](?:\s?[零〇○一二三四五六七八九十百千两])*|\d(?:\s?\d){0,4})"
    digits = r"(?:\d{4}|[零〇○一二三四五六七八九]{4})"
    pattern = (
        rf"(?:(?P<year>{digits})\s*年\s*)?第\s*(?P<number>{number})\s*(?P<noun>{nouns})(?:{resumed}|\((?:{resumed})\))?"
        rf"|(?P<only>{digits})\s*(?P<year_noun>{years})"
    )
    return Phrases(compiled(pattern))


@prepared
def _arabic() -> Phrases:
    lexicon = load("ar")
    units = _either(list(_values("ar")))
    after, article = _either(lexicon.words("ordinals.joints.after")), _either(lexicon.words("connectives.the"))
    ordinal = rf"(?:{units})(?:\s+(?:(?:{after})\s+)?و?(?:{units})){{0,3}}"
    nouns = _either(lexicon.words("sessions.nouns"))
    adjectives = _either(lexicon.words("sessions.adjectives"))
    years = _either(lexicon.words("sessions.years_after"))
    pattern = (
        rf"(?<![\u0620-\u064a])[وبلف]?(?P<noun>{nouns})(?![\u0620-\u064a])(?:\s+(?:{adjectives}))?"
        rf"(?:\s+(?P<words>{ordinal})(?![\u0620-\u064a])|\s+(?:{article})?(?P<figures>\d{{1,5}})(?!\d))?(?:\s+(?:{adjectives}))?(?:\s+(?:{years})\s+(?P<year>{_YEAR}))?"
    )
    return Phrases(compiled(pattern))


def ordinal_value(words: str, language: str = "en") -> int | None:
    """The number of an ordinal in words or digits; None when it is not one.

    As in `hundred and twenty-eighth`, `107th`, `10 7 th`.
    """
    folded = fold_word(words)
    figures = re.match(r"\d(?:\s?\d)*", folded)
    if figures:
        return int(re.sub(r"\s", "", figures.group()))
    values = _values(language)
    if language in written("attached"):
        return _sum_arabic(folded, values)
    twenties = load(language).value("ordinals.twenties")  # `quatre-vingt`: four twenties
    total, current, last_is_unit = 0, 0, False
    for word in _parts(folded, values):
        value = values.get(word)
        if value is None:
            continue
        last_is_unit = word in _units(language)
        if value in (100, 1000):
            current = (current or 1) * value
            total, current = total + current, 0
        elif twenties and value == 20 and current == 4:
            current = 80
        else:
            current += value
    total += current
    cardinal = load(language).value("ordinals.cardinal_printed")  # `Sixty-eight session`
    hyphened = cardinal and re.search(r"[a-z]-\s?[a-z]", folded) is not None
    return total if total and (last_is_unit or hyphened) else None


def _parts(folded: str, values: dict[str, int]) -> list[str]:
    """The words of an ordinal; hyphened ones that the lexicon has whole stay whole."""
    found: list[str] = []
    for word in folded.split():
        if word.strip("-") in values:
            found.append(word.strip("-"))
            continue
        pieces = word.split("-")
        if len(pieces) > 2 and "-".join(pieces[:2]) in values:
            found.extend(["-".join(pieces[:2]), *pieces[2:]])
        else:
            found.extend(piece for piece in pieces if piece)
    return found


def _sum_arabic(folded: str, values: dict[str, int]) -> int | None:
    total = 0
    for word in folded.split():
        for form in (word, word.removeprefix("و")):
            if form in values:
                total += values[form]
                break
    return total or None


def _mend(text: str) -> str:
    """Words that the text layer broke: `Thirty-f ifth`, `Fift y- second`; nothing else is touched."""
    if "-" not in text:
        return text
    text = re.sub(r"(?<=-)([A-Za-z])\s(?=[a-z]{2,})", r"\1", text)
    return re.sub(r"([a-z])\s(y-)\s?(?=[a-z])", r"\1\2", text)


def find_session(text: str, language: str | None = None) -> SessionSpan | None:
    """The first session or meeting named in `text`; None when there is none.

    `language` (ISO 639-1) is tried first; without it, or when it finds nothing, every language is. A bare noun
    ("the session") is no name. Never raises for a string. Source: format catalogue 1.1.
    """
    order = [language] if language in _order() else []
    order += [name for name in _order() if name not in order]
    best: SessionSpan | None = None
    folded = fold(text)
    for name in order:
        span = _find(text, folded, name)
        if span is not None and (
            best is None or span.start < best.start or (span.start == best.start and span.end > best.end)
        ):
            best = span
            if name == language:
                break
    return best


def _find(text: str, folded: Folded, language: str) -> SessionSpan | None:
    mended = _mend(text) if load(language).value("ordinals.hyphened") else text
    if mended != text:
        folded = fold(mended)
    close, attached = language in written("unspaced"), language in written("attached")
    pattern = _chinese() if close else _arabic() if attached else _pattern(language)
    for match in pattern.finditer(folded.text):
        read = _read_chinese(match) if close else _read(match, language)
        if read is None:
            continue
        number, year = read
        start, end = folded.start(match.start()), folded.end(match.end())
        label = " ".join(mended[start:end].split())
        if not (close or attached):
            label = _gaps(language).sub("", label)
        if mended != text:
            shift = len(text) - len(mended)
            end = min(len(text), end + shift)
        return SessionSpan(text[start:end], start, end, label, number, year, match.groupdict().get("noun"))
    return None


@cache
def _gaps(language: str) -> re.Pattern[str]:
    """Spaces inside an ordinal in digits: `10 7 th`."""
    endings = choice(load(language).words("ordinals.joints.suffixes"))
    return compiled(rf"(?<=\d)\s(?=\d)|(?<=\d)\s(?=(?:{endings})\b)")


def _read(match: re.Match[str], language: str) -> tuple[int | None, int | None] | None:
    groups = match.groupdict()
    number = None
    if groups.get("words"):
        number = ordinal_value(groups["words"], language)
    elif groups.get("figures"):
        number = ordinal_value(groups["figures"], language)
    elif groups.get("roman"):  # `XXI Reunión`, `XXXIVe session`
        number = roman_value(groups["roman"]) or None
    printed = groups.get("year_first") or groups.get("year_last") or groups.get("year")
    year = int(printed) if printed else None
    if number is None and language not in written("attached"):
        number = _leading_number(match.group(), language)
    if number is None and year is None and not _qualified(match.group(), groups["noun"], language):
        return None
    return number, year


def _leading_number(text: str, language: str) -> int | None:
    """`First regular session 2004`: the ordinal that the pattern took for an adjective."""
    for word in text.split():
        if word in _units(language):
            return ordinal_value(word, language)
    return None


def _qualified(text: str, noun: str, language: str) -> bool:
    """Whether a session without number or year is named by more than its noun.

    As in `Organizational session`, `Substantive session`.
    """
    if language in written("attached"):
        return False
    rest = text.replace(noun, "").strip(" ()\n")
    named = {fold_word(word) for word in load(language).words("sessions.alone")}
    return noun.startswith("session") and rest in named


def _read_chinese(match: re.Match[str]) -> tuple[int | None, int | None]:
    printed = match["year"] or match["only"]
    year = chinese_number(printed) if printed else None
    number = chinese_number(re.sub(r"\s", "", match["number"])) if match["number"] else None
    return number, year
