"""Numbers of resolutions and decisions: their shapes, and the lists they stand in.

Source: UN Editorial Manual, "Resolutions: system of identification", and format catalogue 6.2.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.built import compiled, prepared
from extractor.grammar.numbering import roman
from extractor.lexicon import LANGUAGES, load
from extractor.lexicon.organs import spaced
from extractor.lexicon.words import apart, either, words
from extractor.lexicon.words import between as words_between
from extractor.records import Struct

_ROMAN = r"[IVXLC]{1,8}"
# Order matters: the longer shape first where one begins like another. <names> stand for words of the languages.
_SHAPES = (
    # WHO: EB125.R1, EB131(4), WHA53.16, WPR/RC79.R1, FCTC/COP1(16); IAEA: GC(71)/RES/7;
    # UNESCO: 156 EX/7.2, 29 C/87, 231 EX/Decision 4.I.A; ECLAC: 751(PLEN.36); ICAO: A39-1
    (
        "agency",
        r"(?P<a_number>(?:EB|WHA|FCTC/COP|FCTC/MOP)\d{1,3}(?:\.R?\d{1,3}|\(\d{1,3}\))|GC\(\d{1,3}\)/(?:RES|DEC)/\d{1,3}(?:\.?[A-Z]\b)?"
        r"|\d{2,3} (?:EX/D|C/R)[a-z]{2,9}\.? ?\d{1,3}(?:\.(?:[IVX]{1,4}|\d{1,2}))?(?:\.[A-Z]\b)?"
        r"|(?:AFR|AMR|EM|EUR|SEA|WPR)/RC\d{1,3}(?:[./]R\.?\d{1,3}|\(\d{1,3}\))|\d{2,3} EX/\d{1,3}(?:\.\d{1,2})?"
        r"|\d{2} C/\d{1,3}|\d{3} ?\(PLEN\. ?\d{1,2}\)|A\d{2}-\d{1,2})",
    ),
    ("filed", r"(?P<f_series>(?:IDB|GC|EB|HA|EA|PBC)\.(?P<f_session>\d{1,3})/(?:Dec|Res)\.(?P<f_number>\d{1,3}))"),
    (
        "symbol",
        r"(?P<y_symbol>[AESTUHI][A-Z]{0,4}/(?:[A-Z.0-9]{1,10}/)?(?:RES|DEC|Res|Dec)[/.][\dES-]{1,6}(?:/\d{1,4})?"
        r"(?: ?\([IVXLC\d]{1,8}\))?(?:\s?[A-Z](?![A-Za-z]))?)",
    ),
    (
        "suffixed",
        r"(?P<x_number>\d{1,3})/(?P<x_suffix>CP|CMP|CMA|COP|CRIC|CST|(?:م أ|م أ إ))[.-]? ?(?P<x_session>\d{1,3})",
    ),
    (
        "special",
        r"(?P<s_session>E?S-(?:\d{1,2}|[IVX]{1,5}))/(?P<s_number>\d{1,4})(?:\s?(?P<s_letter>[A-Z])(?![A-Za-z/]))?",
    ),
    (
        "coded",
        r"(?P<c_code>IPBES|[A-ZА-Я]{2})[-/](?P<c_session>\d{1,2}|[IVX]{1,5})/(?P<c_number>\d{1,3})"
        r"(?:\s(?P<c_letter>[A-Z])(?![A-Za-z]))?",
    ),
    ("council", r"(?P<k_number>\d{1,4}) ?\((?P<k_year>(?:19|20)\d\d)\)"),
    (
        "roman",
        rf"(?:(?P<r_year>\d{{4}})/)?(?P<r_number>\d{{1,4}})(?:\s?(?P<r_letter>[A-Z]|<spelled>)(?: (?:<lettered>) "
        rf"(?P<r_last>[A-Z]))?)? ?\((?P<r_session>{_ROMAN}|E?S-{_ROMAN}|ORG-\d\d|EX-\d{{1,3}}|<sessions>-\d{{1,2}})\)"
        rf"(?:\s?(?P<r_after>[A-Z])(?![A-Za-z/(]))?",
    ),
    # Decisions of the Executive Board of WFP: 2027/EB.A/11
    ("board", r"(?P<b_year>20\d\d)/(?P<b_code>EB\.[12A])/(?P<b_number>\d{1,3})"),
    ("year", r"(?P<e_year>(?:19[4-9]|20\d)\d)/(?P<e_number>\d{1,4})(?:\s?(?P<e_letter>[A-Z]|<spelled>)(?![A-Za-z/]))?"),
    ("session", r"(?P<n_session>\d{1,3})/(?P<n_number>\d{1,4})(?:\s?(?P<n_letter>[A-Z]|<spelled>)(?![A-Za-z/]))?"),
    ("romansession", r"(?P<v_session>[IVXL]{1,8})/(?P<v_number>\d{1,3})(?:\s?(?P<v_letter>[A-Z])(?![A-Za-z/]))?"),
    (
        "dashed",
        r"(?P<d_session>\d\d)-(?P<d_number>\d{1,3})(?! ?(?:<months>))",
    ),
    ("letter", r"(?P<l_letter>[A-Z]) ?\((?P<l_session>\d\d)\)"),
    ("prst", r"PRST[ /](?P<p_session>\d{1,3})/(?P<p_number>\d{1,3})"),
)
_BLANKS = compiled(r"\s+")
_SPACED = compiled(r"\s\(")
_PLAIN = compiled(r"\d{1,4}(?![\d/(]|[.,]\d|\s?\([IVXL\d])")
#: Agencies cite by the number alone: GC(71)/RES/7, WPR/RC79.R1, EB164(3), WHA79.12.
_ALONE = compiled(
    r"(?:GC\(\d{1,3}\)/(?:RES|DEC)/\d{1,3}(?:\.?[A-Z]\b)?"
    r"|\d{2,3} (?:EX/D|C/R)[a-z]{2,9}\.? ?\d{1,3}(?:\.(?:[IVX]{1,4}|\d{1,2}))?(?:\.[A-Z]\b)?"
    r"|(?:AFR|AMR|EM|EUR|SEA|WPR)/RC\d{1,3}(?:[./]R\.?\d{1,3}|\(\d{1,3}\))"
    r"|(?:EB|WHA)\d{1,3}(?:\.R?\d{1,3}|\(\d{1,3}\))|(?:IDB|GC|PBC)\.\d{1,3}/(?:Dec|Res)\.\d{1,3})(?![\w/(])"
)
_BEFORE = {"dashed": r"(?<![\d/.-])", "session": r"(?<![\d/.,A-Za-z-])", "year": r"(?<![\d/.A-Za-z-])"}
# A dash and a figure end a year or a page, unless a whole number follows: 56/101-56/122.
_AFTER = r"(?![\d/]|[.,]\d|-\d(?!\d{0,3}/))"
#: More numbers than this from one range are no range of resolutions.
LONGEST_RANGE = 100
LONGEST_NUMBER = 40


class Number(Struct, frozen=True):
    """One number as printed: ``shape``, its elements and the offsets of its text.

    ``space`` is what is printed before the bracket of a session or year.
    """

    shape: str
    start: int
    end: int
    session: str = ""
    number: str = ""
    letter: str = ""
    year: str = ""
    code: str = ""
    space: str = " "

    @property
    def printed(self) -> str:
        """The number in the Editorial Manual's spelling, but for the space before a bracket."""
        letter = f" {self.letter}" if self.letter else ""
        match self.shape:
            case "suffixed":
                return f"{self.number}/{self.code}.{self.session}"
            case "coded":
                joint = "/" if self.code == "IPBES" else "-"
                return f"{self.code}{joint}{self.session}/{self.number}{letter}"
            case "council":
                return f"{self.number}{self.space}({self.year})"
            case "board":
                return f"{self.year}/{self.code}/{self.number}"
            case "roman":
                year = f"{self.year}/" if self.year else ""
                return f"{year}{self.number}{letter}{self.space}({self.session})"
            case "year":
                return f"{self.year}/{self.number}{letter}"
            case "dashed":
                return f"{self.session}-{self.number}"
            case "letter":
                return f"{self.letter} ({self.session})"
            case "filed":
                return self.code
            case "agency" | "plain":
                return self.number
            case "prst":
                return f"PRST {self.session}/{self.number}"
            case _:
                return f"{self.session}/{self.number}{letter}"


#: A number has no more letter parts than this.
_MAX_LETTERS = 30


@prepared
def _pattern() -> re.Pattern[str]:
    alternatives = "|".join(f"(?P<{name}>{_BEFORE.get(name, '')}{body})" for name, body in _SHAPES)
    alternatives = alternatives.replace("<lettered>", either("references", "links.lettered"))
    alternatives = alternatives.replace("<months>", "|".join(_months()))
    spelled, sessions = (rf"(?:{either('references', f'numbers.{name}')})(?!\w)" for name in ("letters", "sessions"))
    alternatives = alternatives.replace("<spelled>", spelled).replace("<sessions>", sessions)
    return compiled(f"(?:{spaced(alternatives)}){_AFTER}")


def _months() -> list[str]:
    """The months written out."""
    return [names[0] for code in LANGUAGES for names in load(code).table("months").values()]


@cache
def _letters() -> re.Pattern[str]:
    between_joints, ranges = words_between("references", "links.joints"), words_between("references", "links.ranges")
    joints = rf"(?:,\s?(?:(?:{apart('references', 'links.joints')})\s)?|{between_joints})"
    return compiled(rf"(?:(?P<to>\s?-\s?|{ranges})|{joints})(?P<letter>[A-Z])(?![A-Za-z/]|\s?\(|\.\w)")


#: What the groups of a shape are called in a :class:`Number`, where it is not by their own name.
_CALLED = {"suffix": "code", "series": "code"}


@prepared
def _fields() -> dict[str, list[tuple[str, str]]]:
    """For each shape the groups of its pattern and the fields that they fill."""
    groups = {shape: re.findall(r"\(\?P<(\w_(\w+))>", body) for shape, body in _SHAPES}
    return {shape: [(name, _CALLED.get(key, key)) for name, key in found] for shape, found in groups.items()}


def read_number(text: str, at: int) -> list[Number]:
    """The number that begins at ``at``, its letter parts spelled out; ``[]`` where none does.

    ``43/222 A to E`` gives five.
    """
    match = _pattern().match(text, at)
    if match is None:
        return []
    shape = match.lastgroup or ""  # the groups of the shapes close last
    if shape == "symbol":
        return _from_symbol(match["y_symbol"], at, match.end())
    values: dict[str, str] = {}
    last = after = ""
    for name, key in _fields()[shape]:
        value = match[name]
        if value is None:
            continue
        if key == "last":
            last = value
        elif key == "after":
            after = value
        else:
            values[key] = value if value.isalnum() else _BLANKS.sub(" ", value)
    if "letter" in values and not values["letter"].isascii():
        values["letter"] = chr(ord("A") + words("references", "numbers.letters").index(values["letter"]))
    if shape == "roman" and not values["session"].isascii():
        values["session"] = roman(int(values["session"].rpartition("-")[2]))
    if shape == "roman" and after and "letter" not in values:
        values["letter"] = after
    if shape == "suffixed" and not values["code"].isascii():
        values["code"] = "CP"
    if shape == "agency":
        values["code"] = _series_of(values["number"])
    if shape in ("roman", "council") and not _SPACED.search(match.group()):
        values["space"] = ""
    first = Number(shape, at, match.end(), **values)
    if last:
        return [
            Number(shape, at, match.end(), **{**values, "letter": letter})
            for letter in _span(first.letter, last)
            if letter in (first.letter, last) or _ranged().search(match.group())
        ]
    return _lettered(text, first, values) if first.letter and not after else [first]


def read_plain(text: str, at: int) -> list[Number]:
    """The number without a session or year that begins at ``at``: the 271 of `resolution No. 271`."""
    match = _PLAIN.match(text, at)
    return [Number("plain", at, match.end(), number=match.group())] if match else []


def read_alone(text: str) -> list[Number]:
    """The numbers of agencies that show by themselves that they are resolutions or decisions."""
    found = []
    for match in (
        _ALONE.finditer(text)
        if any(map(text.__contains__, ("/RC", "EB", "WHA", "GC(", " EX/", " C/", "/Dec.", "/Res.")))
        else ()
    ):
        before = text[match.start() - 1 : match.start()] if match.start() else ""
        if not (before.isalnum() or before in ("/", ".", "-")):
            found += read_number(text, match.start())
    return found


def _series_of(number: str) -> str:
    """The letters of an agency's series: ``EB`` of EB125.R1, ``EX`` of 156 EX/7.2, ``PLEN`` of 751(PLEN.36)."""
    if " C/" in number or " EX/" in number:
        return number.split(" ")[1].split("/")[0]
    if "/RC" in number or number.startswith("GC"):
        return number[: number.index("/")].split("(")[0]
    return next(code for code in ("FCTC", "WHA", "EB", "EX", "PLEN", "A", "C") if code in number)


def read_range(text: str, first: Number) -> list[Number]:
    """The numbers of the range that begins with ``first``: ``56/101-56/103``, ``2022/1 to 2022/4``; ``[]`` for none.

    Each stands where the range does, as symbols of a range do.
    """
    gap = _range_gap().match(text, first.end)
    start = gap.end() if gap else 0
    # read apart from the dash, which forbids a number behind it
    last = read_number(text[start : start + LONGEST_NUMBER], 0) if gap else []
    if len(last) != 1 or not first.number.isdigit() or not last[0].number.isdigit():
        return []
    end = last[0]
    same = (first.shape, first.session, first.year, first.code) == (end.shape, end.session, end.year, end.code)
    low, high = int(first.number), int(end.number)
    if not same or first.letter or end.letter or not low < high <= low + LONGEST_RANGE:
        return []
    return [
        Number(end.shape, first.start, start + end.end, end.session, str(number), "", end.year, end.code)
        for number in range(low, high + 1)
    ]


@cache
def _range_gap() -> re.Pattern[str]:
    return compiled(rf"\s?(?:{spaced(_longest('links.ranges'))}|-)\s?")


@cache
def _ranged() -> re.Pattern[str]:
    """What says between two letters that those between them are meant as well."""
    return compiled(rf" (?:{either('references', 'links.ranges')}) ")


def _longest(concept: str) -> str:
    """The inside of a group of the patterns of a concept, the longest first."""
    return "|".join(sorted(words("references", concept), key=len, reverse=True))


def _span(first: str, last: str) -> list[str]:
    return [chr(code) for code in range(ord(first), ord(last) + 1)] if "A" <= first < last <= "Z" else [first]


def _lettered(text: str, first: Number, values: dict[str, str]) -> list[Number]:
    found, end = [first], first.end
    while (match := _letters().match(text, end)) and match["letter"] > found[-1].letter:
        if match["to"]:
            start = found.pop().start
            found += [
                Number(first.shape, start, match.end(), **{**values, "letter": letter})
                for letter in _span(
                    found[-1].letter if found and found[-1].start == start else first.letter, match["letter"]
                )
            ]
        else:
            found.append(
                Number(first.shape, match.start("letter"), match.end(), **{**values, "letter": match["letter"]})
            )
        end = match.end()
        if len(found) > _MAX_LETTERS:
            break
    return found


def _from_symbol(printed: str, start: int, end: int) -> list[Number]:
    """A resolution that is cited by its symbol: ``resolution A/RES/70/1``."""
    compact = re.sub(r"\s", "", printed)
    tail = re.split(r"(?:RES|DEC|Res|Dec)[/.]", compact)[-1]
    spaced_tail = re.sub(r"(?<=\d)([A-Z])$", r" \1", re.sub(r"\((?=[IVX\d])", " (", tail))
    return [Number("filed", start, end, code=spaced_tail, number=compact)]


@cache
def connector() -> re.Pattern[str]:
    """What joins the members of a list of numbers, a repeated noun or article included."""
    joints, articles = spaced(_longest("links.connectors")), either("references", "links.before_number")
    return compiled(rf"\s*(?:{joints})\s*(?:(?:{articles})\s+)?")


@prepared
def between() -> re.Pattern[str]:
    """A date or title that stands between the members of a list."""
    dates, titles = either("references", "links.of_date"), either("references", "links.titled")
    return compiled(rf"\s*(?:{spaced(dates)})|{spaced(titles)}")


@prepared
def locator_after() -> re.Pattern[str]:
    """Locators after a number: ``, paragraph 4 (c)``, ``, annex I``, ``(para. 5)``, ``, sect. II``."""
    units = spaced(_longest("locators.units"))
    # No two of the choices take the same text: a list of values would be read in ever more ways.
    value = (
        r"(?:[IVXL]{1,6}|\d{1,3}(?:\.\d{1,2})?|[A-HJKM-UWYZ](?![A-Za-z]))"
        r"(?:\s?\((?:[a-z]{1,3}|[ivx]{4,})\)|\s?[a-z]\))*"
    )
    values = rf"{value}(?:\s?(?:{either('references', 'locators.joints')})\s?{value}(?![\d/]))*"
    before = either("references", "locators.before")
    return compiled(
        rf"(?:,\s?|\s?\(|\s)(?P<locator>(?:(?:{before})\s)?(?>(?:{units})(?!\w))(?:\s{values})?"
        rf"(?:,\s(?>(?:{units})(?!\w))\s{values})*)\)?(?![\w/])",
        re.IGNORECASE,
    )


@prepared
def locator_before() -> re.Pattern[str]:
    """Locators before a noun: ``paragraph 17 (a) of annex II to``."""
    units = spaced(_longest("locators.units"))
    joints, articles = either("references", "locators.joints"), either("references", "locators.articles")
    value = rf"(?:[IVXL]{{1,6}}|\d{{1,3}})(?:\s?\([a-z]{{1,3}}\))*(?:\s?(?:{joints})\s?\d{{1,3}}(?:\s?\([a-z]\))?)*"
    step = rf"(?:{units})(?:\s{value})?,?\s(?:{either('references', 'links.of')})\s"
    return compiled(rf"(?P<locator>(?:{step}){{1,3}})(?:(?:{articles})\s)?$", re.IGNORECASE)
