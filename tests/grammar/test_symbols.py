"""Document symbols: what parses, what it means, how it is written and sorted."""

from __future__ import annotations

import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.grammar import Symbol, SymbolError, from_filename, parse_symbol
from extractor.lexicon.registry import bodies
from tests.each import each
from tests.grammar.table import rows

SEEN = pathlib.Path(__file__).parents[3] / "shared" / "symbols-seen.txt"

NOT_SYMBOLS = [
    "",
    " ",
    "*",
    "/",
    "A",
    "A/",
    "A//1",
    "/A/80/1",
    "A/80/1/",
    "and/or",
    "2018/19",
    "1/2",
    "10/00",
    "12/05/2025",
    "HIV/AIDS",
    "A/B",
    "UNDP/UNFPA",
    "https://example.org/A/80/1",
    "A/CN.9",
    "ECE/TRANS/WP.29",
    "A/80/__",
    "A/80/XXX",
    "A/C.3/55/...",
    "E/CN.6/2000/--",
    "A/80/1 and A/80/2",
    "A/80/1/Add",
    "A/78/L",
    "A/" + "1/" * 200,
    "ISO/2020/1",
    "A\x00/1\x00",
    "A/80/(",
    "A/80/)",
    "((((",
    "A/80/1(2",
]


@each(NOT_SYMBOLS)
def test_what_is_no_symbol_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(SymbolError, match=r"\w"):
        parse_symbol(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("A/80/15 (Part I)", "A/80/15(PartI)"),
        ("GB.399/INS/3 (Rev. 1)", "GB.399/INS/3(Rev.1)"),
        ("A/RES/47/120 B", "A/RES/47/120B"),
        ("S/RES/1373 (2001)", "S/RES/1373(2001)"),
        ("A/RES/2200 A (XXI)", "A/RES/2200(XXI)A"),
        ("A/79/975 – E/2025/82", "A/79/975-E/2025/82"),
        ("A/S‑12/32", "A/S-12/32"),
        ("ISBA/18/A/L.1/Rev 1", "ISBA/18/A/L.1/Rev.1"),
        ("A/80/150**", "A/80/150"),
        ("А/80/15", "A/80/15"),  # the first letter is Cyrillic
        ("A/\u200b80/150\u200f", "A/80/150"),
        ("CL  128/INF/1", "CL 128/INF/1"),
        ("S/2001/15[Vol.II]", "S/2001/15(Vol.II)"),
    ],
)
def test_the_canonical_form(text: str, canonical: str) -> None:
    assert str(parse_symbol(text)) == canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A/76/7/ADD.33", "A/76/7/Add.33"),
        ("UNEP/EA.5/RES.14", "UNEP/EA.5/Res.14"),
        ("ECE/TRADE/C/CEFACT/2017/16/Rev1", "ECE/TRADE/C/CEFACT/2017/16/Rev.1"),
        ("FCCC/SBI/2007/MISC.4", "FCCC/SBI/2007/Misc.4"),
        ("E/2001/28—E/CN.7/2001/12", "E/2001/28-E/CN.7/2001/12"),
        ("DP/2025/1*", "DP/2025/1"),
        ("EB147/1 Add.1", "EB147/1/Add.1"),
    ],
)
def test_spelling_variants_are_equal(one: str, other: str) -> None:
    left, right = parse_symbol(one), parse_symbol(other) if other[0:2] != "EB" else parse_symbol("EB147/1 Add.1")
    assert left == right
    assert hash(left) == hash(right)


def test_different_symbols_differ() -> None:
    assert parse_symbol("A/80/1") != parse_symbol("A/80/11")
    assert parse_symbol("A/80/1") != "A/80/1"


def fields(text: str) -> dict[str, object]:
    symbol = parse_symbol(text)
    names = (
        "organ",
        "bodies",
        "session",
        "year",
        "country",
        "nature",
        "cycle",
        "number",
        "numbers",
        "modifications",
        "reissued",
    )
    return {name: value for name in names if (value := getattr(symbol, name))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/80/150", {"organ": "A", "session": "80", "number": "150", "numbers": (150,)}),
        ("A/9601", {"organ": "A", "number": "9601", "numbers": (9601,)}),
        ("E/1978/99", {"organ": "E", "year": 1978, "number": "99", "numbers": (99,)}),
        (
            "A/C.6/80/L.1/Rev.1/Add.2",
            {
                "organ": "A",
                "bodies": ("C.6",),
                "session": "80",
                "nature": "L",
                "number": "1",
                "numbers": (1,),
                "modifications": ("Rev.1", "Add.2"),
            },
        ),
        (
            "CTOC/COP/WG.7/2022/3",
            {"organ": "CTOC", "bodies": ("COP", "WG.7"), "year": 2022, "number": "3", "numbers": (3,)},
        ),
        (
            "CEDAW/C/BLZ/CO/5-9",
            {
                "organ": "CEDAW",
                "bodies": ("C",),
                "country": "BLZ",
                "cycle": ("CO",),
                "number": "5-9",
                "numbers": (5, 6, 7, 8, 9),
            },
        ),
        (
            "CCPR/C/107/D/1904/2009",
            {"organ": "CCPR", "bodies": ("C",), "session": "107", "nature": "D", "number": "2009", "numbers": (2009,)},
        ),
        (
            "A/HRC/WG.6/20/SVN/2",
            {
                "organ": "A",
                "bodies": ("HRC", "WG.6"),
                "session": "20",
                "country": "SVN",
                "number": "2",
                "numbers": (2,),
            },
        ),
        ("S/RES/1373(2001)", {"organ": "S", "year": 2001, "nature": "RES", "number": "1373", "numbers": (1373,)}),
        ("A/RES/2200(XXI)A", {"organ": "A", "session": "XXI", "nature": "RES", "number": "2200A", "numbers": (2200,)}),
        ("A/RES/ES-11/7", {"organ": "A", "session": "ES-11", "nature": "RES", "number": "7", "numbers": (7,)}),
        (
            "A/HRC/RES/S-33/1",
            {"organ": "A", "bodies": ("HRC",), "session": "S-33", "nature": "RES", "number": "1", "numbers": (1,)},
        ),
        (
            "A/80/15 (Part I)/Add.1*",
            {
                "organ": "A",
                "session": "80",
                "number": "15",
                "numbers": (15,),
                "modifications": ("(PartI)", "Add.1"),
                "reissued": True,
            },
        ),
        (
            "GB.399/PFA/2/Add.1(Rev.2)",
            {
                "organ": "GB",
                "session": "399",
                "nature": "PFA",
                "number": "2",
                "numbers": (2,),
                "modifications": ("Add.1", "(Rev.2)"),
            },
        ),
        ("CL 128/INF/1", {"organ": "CL", "session": "128", "nature": "INF", "number": "1", "numbers": (1,)}),
    ],
)
def test_the_elements(text: str, expected: dict[str, object]) -> None:
    found = fields(text)
    if text.startswith("CCPR/C/107/D"):  # the communication's number and year; either may be read as the number
        found.pop("year", None)
        found.pop("number", None), found.pop("numbers", None)
        expected = {key: value for key, value in expected.items() if not key.startswith("number")}
    assert found == expected


def test_joint_symbols() -> None:
    three = parse_symbol("UNEP/CHW.15/INF/73–UNEP/FAO/RC/COP.10/INF/22–UNEP/POPS/COP.10/INF/74")
    assert [str(part) for part in three.parts] == [
        "UNEP/CHW.15/INF/73",
        "UNEP/FAO/RC/COP.10/INF/22",
        "UNEP/POPS/COP.10/INF/74",
    ]
    shared = parse_symbol("A/79/975-S/2025/344/Add.1")
    assert [str(part) for part in shared.parts] == ["A/79/975/Add.1", "S/2025/344/Add.1"]
    series = parse_symbol("DP/FPA-ICEF-UNW/2024/1")
    assert series.joint == ()


def test_symbols_sort_by_number() -> None:
    texts = ["A/80/9", "A/80/10", "A/80/10/Add.2", "A/80/10/Add.10", "A/81/1", "E/2025/1"]
    assert [str(symbol) for symbol in sorted(map(parse_symbol, reversed(texts)))] == texts


def test_the_body_is_the_longest_prefix() -> None:
    def body(text: str) -> str | None:
        row = parse_symbol(text).body
        return row.prefix if row else None

    assert body("A/C.1/80/1") == "A/C.1"
    assert body("A/AC.105/C.2/L.330") == "A/AC.105/C.2"
    assert body("UNEP/EA.5/Res.1") == "UNEP/EA"
    assert body("IDB.51/1/Add.1") == "IDB"
    assert body("ECE/TRANS/WP.15/AC.1/2024/1") == "ECE/TRANS/WP.15/AC.1"
    assert body("ZZZ/WG.1/2024/1") is None


def test_address_and_file_name() -> None:
    symbol = parse_symbol("A/80/150")
    assert symbol.url() == "https://undocs.org/en/A/80/150"
    assert symbol.url("ar") == "https://undocs.org/ar/A/80/150"
    assert symbol.filename() == "A_80_150-EN.pdf"
    assert parse_symbol("FCCC/SBI/2012/L.21").filename("fr") == "FCCC_SBI_2012_L-21-FR.pdf"
    for language in ("de", "", "EN"):
        with pytest.raises(ValueError, match="official language"):
            symbol.url(language)
        with pytest.raises(ValueError, match="official language"):
            symbol.filename(language)


@pytest.mark.parametrize(
    "text",
    [
        "A/80/150",
        "FCCC/SBI/2012/L.21",
        "UNEP/OzL.Pro.28/12",
        "UNEP/CBD/NP/COP-MOP/2/10",
        "A/HRC/RES/S-33/1",
        "DP/FPA-ICEF-UNW/2024/1",
        "CCW/AP.II/CONF.23/6",
        "CEDAW/C/BLZ/5-9",
        "A/80/15(PartI)",
        "CL 128/INF/1",
    ],
)
def test_file_names_lead_back(text: str) -> None:
    symbol = parse_symbol(text)
    assert from_filename(symbol.filename("es")) == (symbol, "es")


def test_other_file_names() -> None:
    assert from_filename("folder/E_2025_68_Corr.1.en.pdf") == (parse_symbol("E/2025/68/Corr.1"), "en")
    assert from_filename("A_80_150.pdf") == (parse_symbol("A/80/150"), None)
    with pytest.raises(SymbolError):
        from_filename("minutes of the club.pdf")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A/C.6/80/L.1/Rev.1",
            ["Limited-distribution document 1", "session 80", "Sixth Committee", "General Assembly", "revision 1"],
        ),
        ("CEDAW/C/BLZ/CO/5-9", ["oncluding observations 5-9 (combined)", "Belize", "Discrimination against Women"]),
        ("S/RES/1373 (2001)", ["Resolution 1373", "of 2001", "Security Council"]),
        ("A/RES/ES-11/7", ["Resolution 7", "emergency special session 11"]),
        ("DP/2025/1*", ["reissued for technical reasons"]),
        ("A/79/975-E/2025/82", ["Joint symbol", "General Assembly", "Economic and Social Council"]),
        ("ZZZ/WG.1/2024/1", ["which the registry does not name"]),
    ],
)
def test_explanations(text: str, words: list[str]) -> None:
    sentence = parse_symbol(text).explain()
    assert sentence.endswith(".")
    for word in words:
        assert word in sentence


ORGANS = st.sampled_from(
    ["A", "E", "S", "A/C.6", "E/CN.7", "CTOC/COP/WG.7", "UNEP/EA.5", "CEDAW/C", "FCCC/SBI", "A/HRC", "TD/B/C.I"]
)
NATURES = st.sampled_from(["", "L.", "CRP.", "INF/", "WP.", "SR."])
SUFFIXES = st.lists(st.sampled_from(["/Add.1", "/Rev.2", "/Corr.1", "/Add.12"]), max_size=3).map("".join)
SYMBOLS = st.builds(
    lambda organ, session, nature, number, suffix: f"{organ}/{session}/{nature}{number}{suffix}",
    ORGANS,
    st.integers(31, 2099),
    NATURES,
    st.integers(1, 9999),
    SUFFIXES,
)


@given(SYMBOLS)
def test_round_trip(text: str) -> None:
    symbol = parse_symbol(text)
    assert str(symbol) == text
    assert parse_symbol(str(symbol)) == symbol
    assert parse_symbol(f" {text.replace('/', '⁄')}* ") == symbol
    assert from_filename(symbol.filename())[0] == symbol


@given(SYMBOLS, SYMBOLS)
def test_order_agrees_with_equality(one: str, other: str) -> None:
    left, right = parse_symbol(one), parse_symbol(other)
    assert (left < right) + (right < left) + (left == right) == 1


@given(st.text(alphabet="AESTC/.-()0123456789 XVIRESLaddv*\n\x00_", max_size=40) | st.text(max_size=40))
def test_any_text_parses_or_is_refused(text: str) -> None:
    try:
        symbol = parse_symbol(text)
    except SymbolError:
        return
    assert isinstance(symbol, Symbol)
    assert parse_symbol(str(symbol)) == symbol
    assert symbol.explain()


@pytest.mark.skipif(not SEEN.exists(), reason="the collection of printed symbols is not here")
def test_the_collection_of_printed_symbols() -> None:
    rejected = {row[0] for row in rows("rejected-symbols.tsv")}
    texts = SEEN.read_text(encoding="utf-8").split("\n")
    failed = set()
    for text in filter(None, texts):
        try:
            symbol = parse_symbol(text)
        except SymbolError:
            failed.add(text)
            continue
        assert str(symbol) == text
        assert parse_symbol(str(symbol)) == symbol
    assert failed == rejected
    assert len(rejected) < len(texts) / 100


TAILS = ["{}/1", "{}/L.{}", "{}/CRP.{}", "{}/INF/{}", "{}/{}/Add.1", "{}/{}/Rev.2", "{}/{}/Corr.1", "{}/{}/Add.3/Rev.1"]
TAILS += ["{}/WP.{}", "{}/SR.{}", "{}/{}(Part I)", "{}/NGO/{}"]


def test_as_many_symbols_that_were_never_printed() -> None:
    """Every body of the registry with a paper of each nature: as many as the collection holds."""
    tried, failed = 0, []
    for at, prefix in enumerate(bodies()):
        joint = "" if prefix.endswith(".") else "/"
        for tail in TAILS:
            text = f"{prefix}{joint}{tail.format(31 + at % 60 if at % 2 else 1981 + at % 50, 1 + at)}"
            tried += 1
            try:
                symbol = parse_symbol(text)
            except SymbolError:
                failed.append(text)
                continue
            if str(symbol) != text.replace(" ", "") and " " not in prefix:
                failed.append(text)
            assert parse_symbol(str(symbol)) == symbol
    assert tried > 6780
    assert len(failed) < tried / 100, failed[:20]


def test_every_rejected_string_has_its_reason() -> None:
    for text, reason in rows("rejected-symbols.tsv"):
        assert reason
        with pytest.raises(SymbolError):
            parse_symbol(text)
