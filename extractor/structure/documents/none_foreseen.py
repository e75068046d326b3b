"""Sentences that say that no document is foreseen for an item, by grammar.

They have a negation, a word for a document and a verb of submission, in each language. Sentences of the past, and of
some documents only, do not say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.built import compiled, prepared
from extractor.lexicon import LANGUAGES
from extractor.lexicon.folding import fold, fold_pattern
from extractor.lexicon.gate import Phrases
from extractor.lexicon.words import words
from extractor.rules import rule
from extractor.structure.documents.settings import DOCUMENTS

_SIGNS = compiled(r"<([DAV])>")
_END = compiled(r"[.;。；؛]")
_CLAUSE = compiled(r"[.;。；؛,،，]")


@prepared
def _forms(language: str) -> Phrases:
    """The forms of a language as one pattern, with its words for documents, what stands before them, and verbs."""
    lists = {
        sign: f"(?:{'|'.join(words('none_foreseen', name, language))})"
        for sign, name in (("D", "documents"), ("A", "adjectives"), ("V", "verbs"))
    }
    forms = (_SIGNS.sub(lambda sign: lists[sign[1]], form) for form in words("none_foreseen", "forms", language))
    return Phrases(compiled("|".join(f"(?:{fold_pattern(form)})" for form in forms)))


@prepared
def _words(name: str, language: str) -> re.Pattern[str]:
    return compiled("|".join(f"(?:{fold_pattern(word)})" for word in words("none_foreseen", name, language)))


def foresees_none(text: str) -> bool:
    """Whether a text says that no document is foreseen."""
    return True in _said(text)


def speaks_of_others(text: str) -> bool:
    """Whether a text says that there are no documents of another time, or none but some."""
    return False in _said(text)


def _said(text: str) -> Iterator[bool]:
    """For each place where a text says that there are no documents, whether it means those of its own item."""
    folded = fold(text)
    for language in LANGUAGES:
        for found in _forms(language).finditer(folded):
            end = _END.search(folded, found.end())
            stop = min(end.start() if end else len(folded), found.end() + DOCUMENTS.behind_none)
            lead, said = folded[: found.start()], folded[found.start() : stop]
            yield not (
                is_past.applies(_END.split(lead[-DOCUMENTS.before_none :])[-1] + said, language)
                or is_partial.applies(_CLAUSE.split(lead[-DOCUMENTS.clause_before_none :])[-1] + said, language)
                or sets_apart.applies(_END.split(lead[-DOCUMENTS.sentence_before_none :])[-1] + said, language)
            )


@rule("documents.none_past", source="reports of sessions: `No documents were submitted at the eighty-fourth session`")
def is_past(sentence: str, language: str) -> bool:
    """The sentence speaks of what was, or of another session."""
    return _words("past", language).search(sentence) is not None


@rule("documents.none_partial", source="`No other documentation is foreseen`, `No document is issued after May`")
def is_partial(sentence: str, language: str) -> bool:
    """The sentence speaks of some documents only."""
    return _words("partial", language).search(sentence) is not None


@rule("documents.none_besides", source="`Apart from the annual report, no documentation is foreseen`")
def sets_apart(sentence: str, language: str) -> bool:
    """The sentence sets a document apart before it says that there are no others."""
    return _words("set_apart", language).search(sentence) is not None
