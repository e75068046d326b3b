"""The component ``un_sentences``: where sentences of United Nations papers begin.

spaCy's own rule splits at every full stop; papers are full of ``para. 3``, ``A/80/15/Rev. 1`` and ``10 a.m.``. The
abbreviations stand in ``lexicon/parts/nlp.toml`` (UN Editorial Manual, "Abbreviations").
"""

from __future__ import annotations

import json
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from extractor.nlp.gazetteer import words

_STOPS = frozenset("!?…。！？؟۔｡")
_CLOSING = frozenset("\"'”’»)]）】」』›")


class SentenceBounds:
    """Sets the sentence starts of a Doc.

    `abbreviations` are words after which a full stop ends no sentence (small letters).
    """

    def __init__(self, abbreviations: list[str], may_end: list[str]) -> None:
        self.abbreviations = frozenset(abbreviations)
        self.may_end = frozenset(may_end)

    def __call__(self, doc: Doc) -> Doc:
        """Set the starts of the sentences of a document."""
        if not len(doc):
            return doc
        starts = [False] * len(doc)
        starts[0] = True
        ended = False
        for token in doc:
            if ended and not token.is_space and token.text not in _CLOSING and not self._is_end(token):
                starts[token.i] = self._can_start(doc, token)
                ended = False
            if token.is_space:
                ended = ended or token.text.count("\n") > 1
            elif self._is_end(token):
                ended = True
        for token, start in zip(doc, starts, strict=True):
            token.is_sent_start = start
        return doc

    def _is_end(self, token: Token) -> bool:
        text = token.text
        if text[-1] in _STOPS:
            return True
        if text[-1] != ".":
            return False
        word = text.rstrip(".")
        if not word:
            if len(text) > 1 or token.i == 0:
                return len(text) > 1
            before = token.nbor(-1)
            if before.whitespace_:
                return False
            word = before.text
            # "12. The Committee" and "A. Organization": a number or letter that opens a paragraph belongs to it.
            opens = before.i == 0 or before.nbor(-1).text.count("\n") > 0
            if opens and (word.isdigit() or len(word) == 1):
                return False
        folded = word.lower()
        if folded in self.may_end:
            return True
        return folded not in self.abbreviations and not (len(word) == 1 and word.isupper())

    def _can_start(self, doc: Doc, token: Token) -> bool:
        """A sentence begins with no small letter, and none with a number after an abbreviation."""
        text = token.text
        at = token.i - 1
        while at > 0 and (doc[at].is_space or doc[at].text in _CLOSING):
            at -= 1
        if text[0].islower() or text[0] in ",;:":
            return any(doc[i].text.count("\n") > 1 for i in range(at, token.i))
        last = doc[at].text
        word = last.rstrip(".") or (doc[at - 1].text if at else "")
        return not (last.endswith(".") and word.lower() in self.may_end and not text[0].isupper())

    def to_bytes(self, *, exclude: tuple[str, ...] = ()) -> bytes:
        """The abbreviations, for `Language.to_bytes`."""
        return json.dumps({"abbreviations": sorted(self.abbreviations), "may_end": sorted(self.may_end)}).encode()

    def from_bytes(self, data: bytes, *, exclude: tuple[str, ...] = ()) -> SentenceBounds:
        """Put back what `to_bytes` wrote."""
        state = json.loads(data)
        self.abbreviations, self.may_end = frozenset(state["abbreviations"]), frozenset(state["may_end"])
        return self

    def to_disk(self, path: str | Path, *, exclude: tuple[str, ...] = ()) -> None:
        """The abbreviations, for `Language.to_disk`."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: tuple[str, ...] = ()) -> SentenceBounds:
        """Put back what `to_disk` wrote."""
        return self.from_bytes(Path(path).read_bytes())


@Language.factory(
    "un_sentences",
    assigns=["token.is_sent_start", "doc.sents"],
    default_config={"language": None, "abbreviations": []},
)
def make_sentences(nlp: Language, name: str, language: str | None, abbreviations: list[str]) -> SentenceBounds:
    """The factory ``un_sentences``.

    `language` (ISO 639-1; the pipeline's own when left out) chooses the abbreviations, to which `abbreviations` are
    added.
    """
    table: dict[str, list[str]] = words()["abbreviations"]
    chosen = language or nlp.lang
    rows = [chosen] if chosen in table or chosen == "en" else [key for key in table if key not in ("all", "may_end")]
    some = [
        *table["all"],
        *(word for key in rows for word in table.get(key, ())),
        *(word.lower() for word in abbreviations),
    ]
    return SentenceBounds(some, table["may_end"])
