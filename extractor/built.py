"""Values that were worked out when the package was built: compiled patterns and parsed tables.

A process that reads one paper needs some five hundred regular expressions, and compiling them takes longer than reading
fifty pages. What `re` makes of a pattern is therefore kept in a file of the package, which the build writes
(:mod:`extractor.building`), as are the parsed tables of the lexicon. Each value stands under a digest of all that it
was made from, so that a file that is older than the code can be slow, never wrong. Patterns are kept for the
interpreter that compiled them; another one compiles them itself.
"""

from __future__ import annotations

import importlib
import marshal
import re
import sys
from array import array
from collections.abc import Callable
from functools import _lru_cache_wrapper, cache, wraps
from hashlib import blake2b
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from zlib import crc32

# The part of `re` that is written in C: it takes compiled patterns.
_sre: Any = importlib.import_module("_sre")
# `pickle` as it is written in C; the rest of it takes 2 ms to import, for those who pickle.
_pickle: Any = importlib.import_module("_pickle")

P = ParamSpec("P")
R = TypeVar("R")

#: Where the values are, for each version of Python a file.
FILE = Path(__file__).with_name(f"built.{sys.implementation.cache_tag}.bin")
#: What the values of a file must have been made by to be of use to this interpreter.
MAKER = (tuple(sys.version_info[:2]), _sre.MAGIC, _sre.CODESIZE, sys.byteorder)

#: A pattern as `re` keeps it: flags, code, number of groups, their numbers by name, their names by number.
Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
#: Values as bytes, by the digests of what they were made from.
Values = dict[bytes, memoryview]


def read(file: Path) -> Values:
    """The values of a file; none where it is missing, damaged, or made for another interpreter."""
    try:
        data = memoryview(file.read_bytes())
        head = 8 + int.from_bytes(data[:8], "little")
        maker, size, places = marshal.loads(data[8:head])
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    values = data[head:]  # not copied: most of them are of no use to one paper
    if maker != MAKER or size != len(values):
        return {}
    return {key: values[start:stop] for key, (start, stop) in places.items()}


_values = read(FILE)
#: What is worked out in this process is noted here while the package is built: values, and patterns with their flags.
noted: dict[bytes, Any] | None = None

#: The environment variable that names a directory with more word lists (:mod:`extractor.lexicon.files`). What was
#: worked out from those of the package alone is then of no use.
MORE_WORDS = "UN_AGENDA_LEXICON"

#: A question to a function: its module and name, and its arguments, positional ones and those by name.
Asked = tuple[str, tuple[Any, ...], tuple[tuple[str, Any], ...]]
#: Pickled answers of `prepared` functions. They are of use where all of the package is as the build found it, which
#: :mod:`extractor.bundle` makes sure of; elsewhere there are none.
answers: dict[Asked, bytes] = {}
#: Answers that are worked out in this process are noted here while the package is built.
noted_answers: dict[Asked, Any] | None = None
#: The names of the `prepared` functions. Their answers depend on no rule: who takes one out need not ask them again.
without_rules: set[str] = set()


def digest(*source: Any) -> bytes:
    """What a value that is made of `source` (texts, numbers and tuples of them) stands under."""
    state = blake2b(digest_size=16)
    _add(state, source)
    return state.digest()


def digest_of_pattern(pattern: str, flags: int) -> bytes:
    """What a pattern stands under: hundreds are asked for, so that it is worked out in one go."""
    return blake2b(pattern.encode("utf-8", "surrogatepass"), digest_size=16, key=b"pattern %d" % flags).digest()


def _add(state: blake2b, source: Any) -> None:
    # Each with its kind and length, so that no two sources give the same bytes. `repr` of long texts is slow.
    if isinstance(source, tuple):
        state.update(b"(%d " % len(source))
        for one in source:
            _add(state, one)
    else:
        data = (source if isinstance(source, str) else repr(source)).encode("utf-8", "surrogatepass")
        state.update(b"%s%d " % (b"'" if isinstance(source, str) else b"=", len(data)))
        state.update(data)


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, without work where the build did it."""
    key = digest_of_pattern(pattern, flags)
    if noted is not None:
        noted[key] = (pattern, int(flags))
    known = _values.get(key)
    if known is None:
        return re.compile(pattern, flags)
    all_flags, code, groups, numbers, names = marshal.loads(known)
    made: re.Pattern[str] = _sre.compile(pattern, all_flags, array("I", code).tolist(), groups, numbers, names)
    return made


def kept(source: tuple[Any, ...], make: Callable[[], Any]) -> Any:
    """What `make` gives, without work where the build did it.

    Args:
        source: all that the value depends on, what sort of value it is included: texts, numbers and tuples of them.
        make: works the value out: None, numbers, texts, and tuples, lists, frozen sets and dicts of them.
    """
    key = digest(*source)
    known = _values.get(key)
    if known is not None:
        return marshal.loads(known)
    value = make()
    if noted is not None:
        noted[key] = marshal.dumps(value)
    return value


def prepared(function: Callable[P, R]) -> _lru_cache_wrapper[R]:
    """The function with its answers kept as :func:`functools.cache` does; known ones are taken from the build.

    Its answers must depend on code and word lists of the package alone, and hold nothing but plain values, patterns and
    records, which nobody changes.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @cache
    @wraps(function)
    def answer(*args: P.args, **named: P.kwargs) -> R:
        asked = (name, args, tuple(named.items()))
        known = answers.get(asked)
        if known is not None:
            made: R = _pickle.loads(known)
            return made
        made = function(*args, **named)
        if noted_answers is not None:
            noted_answers[asked] = made
        return made

    without_rules.add(name)
    return answer


def toml(text: str) -> dict[str, Any]:
    """The tables of a TOML text."""

    def parse() -> dict[str, Any]:
        import tomllib

        return tomllib.loads(text)

    tables: dict[str, Any] = kept(("toml", text), parse)
    return tables


def code(*modules: str) -> int:
    """A number that changes with the code of the modules, given by their files: it belongs to the source of a value."""
    number = 0
    for module in modules:
        number = crc32(Path(module).read_bytes(), number)
    return number


def forget() -> None:
    """Work everything out anew from now on: for checks that must see each pattern compiled."""
    _values.clear()
