"""The line that helps after a call that is wrong: a misspelt verb or option, a file without a verb, several files."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence

__all__ = ["is_address", "options_of", "unknown_verb", "unrecognised"]


def unknown_verb(word: str, verbs: Iterable[str]) -> str:
    """What is wrong where ``word`` stands in the place of a verb, and what to do."""
    verbs = list(verbs)
    if is_address(word) or word.lower().endswith(".pdf") or os.path.isfile(word):
        return f"the verb is missing: un-agenda extract {word}"
    if os.path.isdir(word):
        return f"the verb is missing: un-agenda batch {word} --out DIR"
    near = _near(word, verbs)
    if near:
        return f"no verb {word!r}; did you mean {near!r}?"
    return f"no verb {word!r}; the verbs are {', '.join(verbs)}"


def unrecognised(rest: Sequence[str], verb: str | None, options: Iterable[str]) -> str:
    """What is wrong where the arguments ``rest`` are none of the verb's, and what to do."""
    if verb == "extract" and not any(word.startswith("-") for word in rest):
        return "extract takes one paper; of several: un-agenda batch FILE ... --out DIR"
    word = next((word for word in rest if word.startswith("-")), rest[0]).partition("=")[0]
    near = _near(word, options) if word.startswith("--") else None
    if near:
        return f"no option {word!r}; did you mean {near!r}?"
    return f"unrecognized arguments: {' '.join(rest)}"


def is_address(word: str) -> bool:
    """Whether ``word`` is an address of the web and not a file."""
    return word.lower().startswith(("http://", "https://", "ftp://")) and not os.path.exists(word)


def _near(word: str, names: Iterable[str]) -> str | None:
    """The name that is most like ``word``, where one is like it at all."""
    import difflib

    return next(iter(difflib.get_close_matches(word, list(names), 1)), None)


def options_of(parser: argparse.ArgumentParser, verb: str | None) -> list[str]:
    """The long options of a verb, or those that stand before it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction) and verb in action.choices:
            return options_of(action.choices[verb], None)
    return [name for action in parser._actions for name in action.option_strings if name.startswith("--")]
