"""The elements of a document symbol, and what they say of the paper.

Sources: the library's guide to document symbols, the note on harmonized treaty-body symbols (2005), and format
catalogue 6.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, total_ordering
from typing import Self

from extractor.lexicon.registry import Body, body_of
from extractor.records import Value

#: A combined report covers fewer reports than this; more is a range of something else.
_MOST_REPORTS = 1000


class SymbolError(ValueError):
    """The text is not a document symbol; the message says why."""


class Component(Value, frozen=True):
    """One element of a symbol: its ``kind`` and its ``text`` as it stands in the canonical form.

    Kinds: ``organ``, ``body``, ``word``, ``session``, ``year``, ``nature``, ``cycle``, ``country``, ``number``,
    ``part``, ``modification``.
    """

    kind: str
    text: str


@total_ordering
@dataclass(frozen=True, eq=False)
class Elements:
    """What a document symbol is made of, as it was read; see :class:`~extractor.grammar.symbols.symbol.Symbol`."""

    text: str
    components: tuple[Component, ...] = ()
    joint: tuple[Self, ...] = ()
    stars: int = 0

    def __str__(self) -> str:
        return self.text

    @cached_property
    def key(self) -> str:
        """The form that equality and hashing compare."""
        text = re.sub(r"(?<!\s)\s+(?=(?:Rev|Add|Corr|Amend|Prov|Annex|Sup)\b)", "/", self.text).upper()
        text = re.sub(r"(?<=[/-])(ADD|AMEND|CORR|REV|MISC|INF|RES|DEC|SUP)[. ]?(?=\d)", r"\1.", text)
        return re.sub(r"\s+", "", text)

    @cached_property
    def sort_key(self) -> tuple[tuple[int, int, str], ...]:
        """Digits as numbers, the rest as text, so that ``/Add.2`` comes before ``/Add.10``."""
        parts = re.findall(r"\d+|[^\d/.]+|/|\.", self.key)
        return tuple((1, int(part), "") if part.isdigit() else (0 if part in "/." else 2, 0, part) for part in parts)

    def __eq__(self, other: object) -> bool:
        return self.key == other.key if isinstance(other, Elements) else NotImplemented

    def __lt__(self, other: Elements) -> bool:
        if not isinstance(other, Elements):
            return NotImplemented
        return (self.sort_key, self.key) < (other.sort_key, other.key)

    def __hash__(self) -> int:
        return hash(self.key)

    def _first(self, kind: str) -> str | None:
        return next((part.text for part in self.components if part.kind == kind), None)

    def _all(self, *kinds: str) -> tuple[str, ...]:
        return tuple(part.text for part in self.components if part.kind in kinds)

    @property
    def parts(self) -> tuple[Self, ...]:
        """The symbols under which the paper is filed: itself, or each of a joint symbol's."""
        return self.joint or (self,)

    @property
    def organ(self) -> str | None:
        """The first component: the organ or the special series."""
        return self._first("organ")

    @property
    def bodies(self) -> tuple[str, ...]:
        """The subsidiary bodies, outermost first (``C.6``; ``COP``, ``WG.7``)."""
        return self._all("body")

    @property
    def session(self) -> str | None:
        """The session as printed in the symbol: ``80``, ``S-33``, ``ES-11``, ``XXI``."""
        return self._first("session")

    @property
    def year(self) -> int | None:
        """The year element, or the year in brackets of a Security Council resolution."""
        year = self._first("year")
        return int(year) if year else None

    @property
    def country(self) -> str | None:
        """The ISO 3166 alpha-3 code of a report to a treaty body or the periodic review."""
        return self._first("country")

    @property
    def nature(self) -> str | None:
        """The nature element without its number: ``L``, ``CRP``, ``RES``, ``SER.A``."""
        return self._first("nature")

    @property
    def cycle(self) -> tuple[str, ...]:
        """Codes of the treaty-body reporting cycle: ``CO``, ``Q``, ``LOIPR``."""
        return self._all("cycle")

    @property
    def number(self) -> str | None:
        """The number within the series, a range as printed: ``1``, ``3-4``, ``120B``."""
        numbers = self._all("number")
        return numbers[-1] if numbers else None

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that a combined report covers: ``CO/3-4`` gives 3 and 4."""
        match = re.fullmatch(r"(\d+)-(\d+)", self.number or "")
        if match and int(match[1]) <= int(match[2]) < int(match[1]) + _MOST_REPORTS:
            return tuple(range(int(match[1]), int(match[2]) + 1))
        digits = re.match(r"\d+", self.number or "")
        return (int(digits[0]),) if digits else ()

    @property
    def modifications(self) -> tuple[str, ...]:
        """Addenda, corrigenda, revisions, parts and the like in order."""
        return self._all("modification", "part")

    @property
    def reissued(self) -> bool:
        """The symbol was printed with the asterisk of a reissue for technical reasons."""
        return self.stars > 0

    @property
    def body(self) -> Body | None:
        """The registry row of the issuing body (longest prefix), ``None`` where the series is not known."""
        return body_of(self.parts[0].text)
