"""The component ``un_entities``: bodies, organizations, countries and cities by name, the longest match first.

Labels are ORG and GPE. ``Span.kb_id_`` and ``Span.id_`` hold the symbol prefix of a body, the ISO 3166 alpha-2 code of
a State or the UN/LOCODE of a city; they are empty where there is none, and where a name is shared by several bodies and
nothing tells which.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extractor.nlp.context import context_of
from extractor.nlp.gazetteer import Name, names, shared_path, words

_FIELDS = ("text", "label", "id", "exact", "rank", "owner")


class EntityFinder:
    """Finds named things with two phrase matchers.

    One is for long names in any letter case, one for acronyms and places as written.
    """

    def __init__(self, nlp: Language, known: Iterable[Name], *, overwrite: bool = False) -> None:
        self.nlp = nlp
        self.overwrite = overwrite
        table = words()
        self._guarded = frozenset(table["guarded"]["names"])
        self._guards = frozenset(table["guarded"]["before"])
        self._set(known)

    def _set(self, known: Iterable[Name]) -> None:
        self.names: list[Name] = []
        self._things: dict[str, list[Name]] = defaultdict(list)
        self._loose = PhraseMatcher(self.nlp.vocab, attr="LOWER")
        self._exact = PhraseMatcher(self.nlp.vocab, attr="ORTH")
        # Only a phrase beside a place that was found is looked for among the names of instruments.
        self._after = _phrases(self.nlp, words()["instruments"]["after"])
        self._before = _phrases(self.nlp, words()["instruments"]["before"])
        self.add_names(known)

    def add_names(self, known: Iterable[Name]) -> None:
        """Learn more names; they are saved with the pipeline."""
        fresh = list(known)
        self.names += fresh
        texts: dict[tuple[str, bool], str] = {}
        for name in fresh:
            form = name.text if name.exact else name.text.lower()
            self._things[form].append(name)
            texts.setdefault((form, name.exact), name.text)
        for (form, exact), text in texts.items():
            (self._exact if exact else self._loose).add(form, [self.nlp.make_doc(text)])

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a document."""
        found = list(self._find(doc))
        kept = list(doc.ents)
        taken: set[int] = set()
        if self.overwrite:
            taken = {token.i for span in found for token in span}
            kept = [span for span in kept if not any(token.i in taken for token in span)]
        else:
            taken = {token.i for span in kept for token in span}
            found = [span for span in found if not any(token.i in taken for token in span)]
        doc.ents = tuple(kept + found)
        return doc

    def _find(self, doc: Doc) -> Iterator[Span]:
        plain, places = _without_blanks(doc)
        spans: list[Span] = []
        things: dict[tuple[int, int], list[Name]] = defaultdict(list)
        for matcher in (self._exact, self._loose):
            for key, start, end in matcher(plain):
                first, last = places[start], places[end - 1] + 1
                if matcher is self._loose and not _is_name(doc, first, last):
                    continue
                things[first, last] += self._things[self.nlp.vocab.strings[key]]
        sentences = doc.has_annotation("SENT_START")
        for (first, last), some in things.items():
            if sentences and any(doc[i].is_sent_start for i in range(first + 1, last)):
                continue
            name = some[0].text
            if {thing.label for thing in some} == {"GPE"} and self._is_instrument(doc, first, last):
                continue
            if name in self._guarded and not self._is_guarded_place(doc, first, last):
                continue
            spans.append(doc[first:last])
        home = str(context_of(doc).get("symbol") or "")
        for span in filter_spans(spans):
            label, code = choose(things[span.start, span.end], home)
            yield Span(doc, span.start, span.end, label=label, kb_id=code, span_id=code)

    def _is_instrument(self, doc: Doc, first: int, last: int) -> bool:
        """Whether the place is part of the name of a treaty or declaration, as in "Vienna Convention"."""
        window = doc[last : last + 6]
        if len(window) and any(start == last for _, start, _ in self._after(window)):
            return True
        back = doc[max(0, first - 6) : first]
        return len(back) > 0 and any(end == first for _, _, end in self._before(back))

    def _is_guarded_place(self, doc: Doc, first: int, last: int) -> bool:
        if first and doc[first - 1].text in self._guards:
            return True
        return last + 1 < len(doc) and doc[last].text == "," and doc[last + 1].text in self._things

    def to_bytes(self, *, exclude: tuple[str, ...] = ()) -> bytes:
        """The names, for `Language.to_bytes`: a saved pipeline finds what it found, whatever the lexicon says later."""
        rows = [[getattr(name, field) for field in _FIELDS] for name in self.names]
        return json.dumps({"names": rows, "overwrite": self.overwrite}, ensure_ascii=False).encode()

    def from_bytes(self, data: bytes, *, exclude: tuple[str, ...] = ()) -> EntityFinder:
        """Put back what `to_bytes` wrote."""
        state = json.loads(data)
        self.overwrite = bool(state["overwrite"])
        known = [Name(*row) for row in state["names"]]
        if known != self.names:
            self._set(known)
        return self

    def to_disk(self, path: str | Path, *, exclude: tuple[str, ...] = ()) -> None:
        """The names, for `Language.to_disk`."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: tuple[str, ...] = ()) -> EntityFinder:
        """Put back what `to_disk` wrote."""
        return self.from_bytes(Path(path).read_bytes())


def choose(some: list[Name], home: str = "") -> tuple[str, str]:
    """The label and id among the things that share a name.

    The body that stands at or beside `home`, the paper's own symbol, counts first; then the lower rank. Series of one
    body (the same parent) give the shortest prefix; bodies that nothing tells apart give no id.
    """
    if home and len(some) > 1:
        near = [_nearness(home, name.id) for name in some]
        if max(near) > 0:
            some = [name for name, depth in zip(some, near, strict=True) if depth == max(near)]
    best = min(name.rank for name in some)
    some = [name for name in some if name.rank == best]
    codes = {name.id for name in some if name.id}
    if len(codes) > 1 and len({name.owner for name in some if name.owner}) > 1:
        return some[0].label, ""
    return some[0].label, min(codes, key=lambda code: (len(code), code), default="")


def _nearness(home: str, prefix: str) -> int:
    """How many components are shared; one alone (``E``) says nothing, unless it is the whole prefix."""
    depth = len(shared_path((home, prefix)).split("/")) if prefix and shared_path((home, prefix)) else 0
    return depth if depth > 1 or depth == len(prefix.split("/")) else 0


def _is_name(doc: Doc, first: int, last: int) -> bool:
    """A long name may be in any case but for its first letter: "general assembly" in small letters is no name."""
    letter = doc[first].text[0]
    return not letter.islower() or letter.upper() == letter or any(token.text[0].isupper() for token in doc[first:last])


def _without_blanks(doc: Doc) -> tuple[Doc, list[int]]:
    """The tokens that are no blanks, so that a name broken over lines is found, and where each stands in `doc`."""
    places = [token.i for token in doc if not token.is_space]
    if len(places) == len(doc):
        return doc, places
    return Doc(doc.vocab, words=[doc[place].text for place in places]), places


def _phrases(nlp: Language, texts: Iterable[str]) -> PhraseMatcher:
    matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
    matcher.add("instrument", [nlp.make_doc(text) for text in texts])
    return matcher


@cache
def _chosen(language: str, labels: tuple[str, ...]) -> tuple[Name, ...]:
    return tuple(name for name in names(language) if name.label in labels)


@Language.factory(
    "un_entities",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type", "token.ent_kb_id", "token.ent_id"],
    default_config={"language": None, "labels": ["ORG", "GPE"], "overwrite": False},
)
def make_entities(nlp: Language, name: str, language: str | None, labels: list[str], overwrite: bool) -> EntityFinder:
    """The factory ``un_entities``.

    `language` (ISO 639-1) chooses the names, the pipeline's own when left out (all six for ``xx``); English names are
    always known. With `overwrite` it replaces the entities that earlier components have set.
    """
    return EntityFinder(nlp, _chosen(language or nlp.lang, tuple(labels)), overwrite=overwrite)
