"""The words of languages stand in the lexicon: no pattern and no list of strings in the code holds any.

A pattern is a string with signs of a regular expression. What it holds besides must be a code (letters in capitals),
or one of the words below, which are the same whatever the language of a paper.
"""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from extractor.lexicon import LANGUAGES
from extractor.lexicon.files import read_rows, read_tables
from tests.conftest import parsed

PACKAGE = Path(__file__).resolve().parents[2] / "extractor"
#: The rooms that read papers, or tell one language from another; the others hold the words of the tool itself.
ROOMS = ("reading", "repair", "layout", "grammar", "structure", "nlp", "export", "store")
FILES = sorted(path for room in ROOMS for path in (PACKAGE / room).rglob("*.py") if "migrations" not in path.parts)

#: Words of patterns that are no words of a language, by what they are.
ALLOWED = {
    "suffixes and parts of symbols, printed in English whatever the language": """
        Add Amend Annex Corr Chap Dec Doc Excerpt Inf Misc Part Parts Prov Record Res Resum Resumed Resumption
        Resumptions Rev Sect Section Sup Supp Suppl Summ Summary Vol Vols Volume Advance nnot nnotated Foreword Forew
        Intro Income Incomesect Introduction Plan Planoutline outline sect st nd rd th""",
    "numbers of inserted articles, in Latin": "bis ter quater",
    "addresses and endings of files": "https http ftp www org docs un undocs pdf docx html txt json xml",
    "what addresses of the document system ask for": "amp symbol finalsymbol ds",
    "styles in the names of fonts": """
        bold black heavy semibold demi italic oblique slanted regular light book roman text medium it""",
    "zones of time": "UTC GMT utc gmt tuc",
    "the elided word of French, at which the tokenizer of spaCy splits": "qu",
    "narrow letters of fonts, letters taken for each other, and what pictures make of digits": "ijlt lIi JIl irytf",
    "what pictures make of the first word of a line": "Tf Tn Tt Ttem",
    "the station of Nairobi in job numbers": "Na",
    "kinds of the tree of a search": "Phrase Both Either Not",
}
WORDS_ALLOWED = frozenset(word for words in ALLOWED.values() for word in words.split())

#: Files that may name languages, and why.
LANGUAGE_FILES = {
    "grammar/calendar/atoms.py": "months before days, which no table expresses",
    "grammar/calendar/chinese.py": "the numerals of Chinese, which no table expresses",
    "grammar/calendar/dates.py": "words that are months as well, which no table expresses",
    "grammar/places.py": "names in scripts of their own",
    "layout/hyphens.py": "how each language hyphenates, in lists that a library has",
    "reading/ocr/languages.py": "the data of Tesseract by language, and what each recogniser reads",
    "nlp/gazetteer.py": "names of organs stand without their language; the script shows it",
    "nlp/sentences.py": "the abbreviations of all languages hold the English ones",
}

SIGN = re.compile(r"\(\?|\\[sbdwSDW]|\[[^\]]+\][*+?{]|(?<! )\|(?! )")
NO_WORDS = re.compile(
    r"\\u[0-9a-fA-F]{4}|\\[a-zA-Z]|\\[pP]\{\w+\}|\(\?P<\w+>|\(\?P=\w+\)|\(\?\(\w+\)|\(\?-?[aiLmsux]+(?:-[imsux]+)?[:)]"
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]|<\w+>"
)
WORD = re.compile(r"[^\W\d_]{2,}")
METHODS = {"startswith", "endswith", "removeprefix", "removesuffix", "replace", "split", "partition", "count", "find"}


def plain(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a module but for docstrings, sources of rules, examples and what f-strings take from elsewhere."""
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                skipped.add(first.value)
        if isinstance(node, ast.keyword) and node.arg in ("source", "examples", "description", "title"):
            skipped.update(ast.walk(node.value))
        if isinstance(node, ast.FormattedValue):
            skipped.update(ast.walk(node.value))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("text", "print"):
            skipped.update(each for argument in node.args for each in ast.walk(argument))
    return (node for node in ast.walk(tree) if node not in skipped)


def strings(nodes: list[ast.expr | None]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def listed(node: ast.AST) -> list[str]:
    """The strings of a list, of a comparison, or of a call that compares texts."""
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return strings(list(node.elts))
    if isinstance(node, ast.Dict):
        return strings(list(node.keys))
    if isinstance(node, ast.Compare):
        # `sign in "hч"` looks for a letter, `"星期" in text` for a word
        among = isinstance(node.ops[0], (ast.In, ast.NotIn))
        return strings([node.left] if among else [node.left, *node.comparators])
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
        return strings(list(node.args))
    return []


@cache
def function_words() -> frozenset[str]:
    """Small words of the languages but English, whose words are the names of this code."""
    table = read_tables("parts/stopwords.toml")["stop_words"]
    english = set(table["en"]) | {"han"}  # the name of a script
    others = {word for language, words in table.items() if language != "en" for word in words}
    return frozenset(word for word in others - english if len(word) > 1) - codes()


@cache
def codes() -> frozenset[str]:
    return frozenset(row["language"] for row in read_rows("languages/codes.tsv")) - {"it", "he"}


def is_latin(word: str) -> bool:
    """Whether a word has plain Latin letters, or full-width ones."""
    return unicodedata.normalize("NFKC", word).isascii()


def is_code(word: str) -> bool:
    return word.isascii() and word.isupper()


def in_patterns(nodes: list[ast.AST]) -> list[str]:
    """The words of languages in patterns."""
    found = []
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SIGN.search(node.value):
            words = WORD.findall(NO_WORDS.sub("\0", node.value))
            found += [word for word in words if word.isalpha() and word not in WORDS_ALLOWED and not is_code(word)]
    return found


def in_lists(nodes: list[ast.AST]) -> list[str]:
    """The words of languages in lists of strings and in comparisons: in another script, small, or between spaces."""
    small = function_words()
    found = []
    for node in nodes:
        for text in listed(node):
            found += [word for word in WORD.findall(text) if not is_latin(word) and not SIGN.search(text)]
            found += [text] if text in small else []
            found += [text] if re.fullmatch(r" [a-z]{2,} ?|[a-z]{2,} ", text) and isinstance(node, ast.Call) else []
    return found


def named_languages(nodes: list[ast.AST]) -> list[str]:
    """The codes of languages in lists and comparisons."""
    known = codes()
    return [text for node in nodes for text in listed(node) if text in known]


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@cache
def nodes_of(name: str) -> list[ast.AST]:
    """What is looked at of a file, read when its test runs: each worker finds all tests, and runs a part of them."""
    return list(plain(parsed(PACKAGE / name)))


NAMES = [name_of(path) for path in FILES]


@pytest.mark.parametrize("room", ROOMS)
def test_no_pattern_and_no_list_holds_a_word(room: str) -> None:
    names = [name for name in NAMES if name.startswith(f"{room}/")]
    assert names
    assert {name: words for name in names if (words := in_patterns(nodes_of(name)))} == {}
    assert {name: words for name in names if (words := in_lists(nodes_of(name)))} == {}
    languages = {name for name in names if named_languages(nodes_of(name))}
    assert languages == {name for name in LANGUAGE_FILES if name.startswith(f"{room}/")}


def test_each_allowed_word_stands_in_a_pattern() -> None:
    texts = [
        node.value
        for name in NAMES
        for node in nodes_of(name)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    used = {word for text in texts for word in WORD.findall(NO_WORDS.sub("\0", text))}
    assert WORDS_ALLOWED - used == set()


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('re.compile(r"(?:and|or)\\s")', ["and", "or"]),
        ('re.compile(r"\\bпункты?\\b")', ["пункты"]),
        ('_CODE = r"(?:Add|Corr)[.]\\d"', []),
        ("re.compile(rf\"(?:{choice(connectives('and'))})\\s\")", []),
    ],
)
def test_words_in_patterns_are_seen(code: str, found: list[str]) -> None:
    assert in_patterns(list(plain(ast.parse(code)))) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('ANDS = ("et", "y")', ["et"]),
        ('text.endswith((" to", "item"))', []),
        ('text.replace(" and ", "")', [" and "]),
        ('"星期" in text', ["星期"]),
        ('KINDS = ("item", "rule")', []),
    ],
)
def test_words_in_lists_are_seen(code: str, found: list[str]) -> None:
    assert in_lists(list(plain(ast.parse(code)))) == found


def test_languages_are_seen() -> None:
    assert named_languages(list(plain(ast.parse('if language in ("zh", "ar"): pass')))) == ["zh", "ar"]
    assert set(LANGUAGES) <= codes()
