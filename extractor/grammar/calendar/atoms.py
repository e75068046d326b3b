"""From a run of tokens to dates.

Each printed piece (`Monday, 8 July`, `28`, `5 June 2025`) is an atom, atoms are joined by dashes, commas and the words
for "and" and "to", and what a piece lacks it takes from its neighbour on the right (format catalogue 1.2).
"""

from __future__ import annotations

from extractor.grammar.calendar.runs import Token
from extractor.records import Struct, field

FIRST_YEAR, LAST_YEAR = 1800, 2199


#: An hour, a word between and a day are so many pieces at least: `10 a.m. to 3 May`.
_HOUR_AND_DAY = 4


class Atom(Struct):
    """One printed piece of a date. `link` says how it hangs on the atom before it: "to", "and", "comma" or None."""

    start: int
    end: int
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    half: int | None = None
    link: str | None = None
    guarded: bool = False
    languages: frozenset[str] = frozenset()
    month_first: bool = False
    month_start: int = 0
    inferred: set[str] = field(default_factory=set)
    flags: set[str] = field(default_factory=set)
    named: tuple[int, ...] = ()  # the weekdays that stand before it and the days behind it


class Reader:
    """Reads the atoms of one run, left to right."""

    def __init__(self, run: list[Token]) -> None:
        self.run = run
        self.at = 0
        self.linked = False  # whether the atom that is read ends a range or a list

    def kind(self, ahead: int = 0) -> str:
        """The kind of the atom that stands so far ahead; empty behind the last."""
        place = self.at + ahead
        return self.run[place].kind if 0 <= place < len(self.run) else ""

    def has(self, kind: str, ahead: int = 0) -> bool:
        """Whether the token can be of `kind`: a word may have several uses."""
        place = self.at + ahead
        if not 0 <= place < len(self.run):
            return False
        token = self.run[place]
        return token.kind == kind or kind in [use.kind for use in token.uses]

    def sequences(self) -> list[list[Atom]]:
        """The atoms of the run, those that hang together in one list."""
        found: list[list[Atom]] = []
        link: str | None = None
        between = False
        while self.at < len(self.run):
            before = self.at
            half = self._leading_half()
            self.linked = link in ("to", "and")
            atom = self._atom()
            if atom is None:
                self.at = before
                between = between or self.has("between")
                link = self._link(link, between)
                continue
            atom.half = half if atom.half is None else atom.half
            if link in ("to", "and", "comma") and found:
                atom.link = link
                found[-1].append(atom)
            else:
                found.append([atom])
            if link == "to":
                between = False
            link = ""
        return [_with_weekdays(atoms) for atoms in found]

    def _link(self, link: str | None, between: bool) -> str | None:
        """Reads one token between atoms and says what the link has become; None once the chain is broken."""
        token = self.run[self.at]
        self.at += 1
        if link is None or (token.broken and link == "" and token.kind not in ("-", "and", "to")):
            return None
        if token.kind == "-" or self._used(token, "to"):
            return "to"
        if self._used(token, "and") or token.kind == "&":
            return "to" if between else "and" if link in ("", "comma") else link
        if token.kind == ",":
            return link or "comma"
        if any(self._used(token, kind) for kind in ("from", "of")) or token.kind in ("'", "."):
            return link
        return None

    @staticmethod
    def _used(token: Token, kind: str) -> bool:
        return token.kind == kind or kind in [use.kind for use in token.uses]

    def _skip(self, *kinds: str) -> None:
        while self.at < len(self.run) and any(self.has(kind) for kind in kinds):
            self.at += 1

    def _leading_half(self) -> int | None:
        """`the morning of`, `صباح يوم` before a date."""
        if self.kind() != "half" or self.kind(1) not in ("of", "from", "number", "weekday", ","):
            return None
        value = self.run[self.at].value
        self.at += 1
        self._skip("of", ",", "from")
        return value

    def _atom(self) -> Atom | None:
        start = self.at
        if start >= len(self.run):
            return None
        atom = Atom(self.run[start].start, 0)
        if self.has("weekday"):
            atom.named = self._weekdays()
            atom.weekday = atom.named[0]
            self._skip(".", ",", "of")
        if self._day(atom):
            self._month(atom)
        elif self.has("month"):
            if not self._month_first(atom):
                self.at = start
                return None
        else:
            self.at = start
            return None
        self._trailing(atom)
        atom.end = self.run[self.at - 1].end
        return atom

    def _weekdays(self) -> tuple[int, ...]:
        """The weekday here, and those linked to it: `Monday to Wednesday, 12 to 14 May`."""
        found = []
        while True:
            found.append(next(use.value for use in self.run[self.at].uses if use.kind == "weekday"))
            self.at += 1
            stop = 1 if self.kind() == "." else 0
            joined = self.kind(stop) in ("-", ",", "&") or self.has("to", stop) or self.has("and", stop)
            if not (joined and self.has("weekday", stop + 1)):
                return tuple(found)
            self.at += stop + 1

    def _day(self, atom: Atom) -> bool:
        token = self.run[self.at] if self.at < len(self.run) else None
        if token is None:
            return False
        if token.kind == "day_word" or self.has("day_word"):
            value = next(use.value for use in token.uses if use.kind == "day_word")
            if not (
                self.has("month", 1)
                or (self.has("of", 1) and self.has("month", 2))
                or self.kind(1) in ("-", "to", "and")
            ):
                return False
        elif token.kind == "number" and token.end - token.start <= 2 and 1 <= token.value <= 31:
            value = token.value
            if self.kind(1) in ("mark", "hour"):
                return False
        else:
            return False
        if self.at and self.run[self.at - 1].kind in ("noun",) and atom.weekday is None:
            return False
        if (
            self.at > 1
            and self.run[self.at - 1].kind == "."
            and self.run[self.at - 2].kind == "noun"
            and atom.weekday is None
        ):
            return False
        atom.day = value
        self.at += 1
        if (
            self.kind() in ("°", "º")
            or (
                self.has("suffix")
                and self.run[self.at].start - self.run[self.at - 1].end <= 1
                and not self._used_month()
            )
        ) and (not (self.has("and") or self.has("to")) or self.run[self.at].start == self.run[self.at - 1].end):
            self.at += 1
        self._half_in_brackets(atom)
        return True

    def _used_month(self) -> bool:
        return self.has("month")

    def _half_in_brackets(self, atom: Atom) -> None:
        if self.kind() == "(" and self.kind(1) in ("half", "mark") and self.kind(2) == ")":
            atom.half = self.run[self.at + 1].value
            self.at += 3

    def _month(self, atom: Atom) -> None:
        """The month and year behind a day, if they are there."""
        ahead = 0
        while self.has("of", ahead) and ahead < 2:
            ahead += 1
        if self.kind(ahead) in ("'", "-") and self.has("month", ahead + 1) and ahead == 0 and self._dashed_month():
            ahead += 1
        if self.linked and self.kind() == "," and self.has("month", 1) and self._year_or_end(2):
            ahead = 1  # `8-11, March 2033`
        if not self.has("month", ahead):
            comma = self.kind() == ","
            if comma and self.kind(1) == "number" and self._is_year(self.run[self.at + 1]) and atom.weekday is None:
                atom.year = self.run[
                    self.at + 1
                ].value  # the end of `June 27-28, 2022`; dropped when no month comes from the left
                atom.flags.add("year_only")
                self.at += 2
            return
        self.at += ahead
        self._take_month(atom)
        self._half_in_brackets(atom)
        self._year(atom)

    def _year_or_end(self, ahead: int) -> bool:
        """Whether a year or no number at all stands so far ahead: the month before it has no day of its own."""
        return self.kind(ahead) != "number" or self._is_year(self.run[self.at + ahead])

    def _dashed_month(self) -> bool:
        """`27-June-2022`: the dash joins day and month when another dash and a year, or nothing, follows."""
        return self.kind() == "'" or (
            self.kind(2) == "-" and self.kind(3) == "number" and self._is_year(self.run[self.at + 3])
        )

    def _take_month(self, atom: Atom) -> None:
        token = self.run[self.at]
        uses = [use for use in token.uses if use.kind == "month"]
        atom.month, atom.guarded, atom.languages = uses[0].value, uses[0].guarded, uses[0].languages
        atom.month_start = token.start
        self.at += 1
        if (
            self.kind() == "."
            and self.run[self.at].start == self.run[self.at - 1].end
            and self.kind(1) in ("number", "of", ",", "-", ")")
        ):
            self.at += 1
        if self.kind() == "~" and self.has("month", 1):
            twin = next(use.value for use in self.run[self.at + 1].uses if use.kind == "month")
            if twin != atom.month:
                atom.flags.add("month_names_differ")
            self.at += 2

    @staticmethod
    def _is_year(token: Token) -> bool:
        return token.end - token.start == 4 and FIRST_YEAR <= token.value <= LAST_YEAR

    def _year(self, atom: Atom) -> None:
        ahead = 0
        while ahead < 2 and (
            self.kind(ahead) == "," or self.has("of", ahead) or (self.kind(ahead) == "-" and self._is_dashed(ahead))
        ):
            ahead += 1
        place = self.at + ahead
        if place < len(self.run) and self.run[place].kind == "number" and self._is_year(self.run[place]):
            atom.year = self.run[place].value
            self.at = place + 1
            if self.has("year_suffix"):
                self.at += 1
                if (
                    self.kind() == "."
                    and self.run[self.at].start == self.run[self.at - 1].end
                    and self.run[self.at - 1].end - self.run[self.at - 1].start <= 2
                ):
                    self.at += 1

    def _is_dashed(self, ahead: int) -> bool:
        place = self.at + ahead + 1
        return (
            ahead == 0
            and self.at >= 3
            and self.run[self.at - 2].kind == "-"
            and place < len(self.run)
            and self._is_year(self.run[place])
        )

    def _month_first(self, atom: Atom) -> bool:
        """`June 27, 2022`, `March 2018`, `March` of `March-April 2020`."""
        self._take_month(atom)
        token = self.run[self.at] if self.at < len(self.run) else None
        if (
            token is not None
            and token.kind == "number"
            and token.end - token.start <= 2
            and 1 <= token.value <= 31
            and self.kind(1) not in ("mark", "hour")
            and not self.has("month", 1)
            and "en" in atom.languages
            and not token.broken
            and not (self.has("of", 1) and self.has("month", 2))
        ):
            atom.day, atom.month_first = token.value, True
            self.at += 1
            if self.has("suffix") and self.run[self.at].start == self.run[self.at - 1].end:
                self.at += 1
        self._year(atom)
        if (
            atom.month_first
            and atom.year is None
            and self.kind() == "-"
            and self.kind(1) == "number"
            and self.has("month", 2)
        ):
            return True
        return True

    def _trailing(self, atom: Atom) -> None:
        """`27 June (Monday)`, `10 July, a.m.`, `27 June, morning`."""
        if self.kind() == "(" and self.kind(1) == "weekday" and self.kind(2) == ")" and atom.weekday is None:
            atom.weekday = self.run[self.at + 1].value
            self.at += 3
        self._half_in_brackets(atom)
        self._hours_in_brackets(atom)
        self._hours_before_end()
        ahead = 1 if self.kind() == "," else 0
        if (
            atom.half is None
            and self.kind(ahead) in ("half", "mark")
            and atom.month is not None
            and self.kind(ahead + 1) not in ("of", "from")
        ):
            atom.half = self.run[self.at + ahead].value
            self.at += ahead + 1

    def _hours_before_end(self) -> None:
        """Passes over hours that part the first day of a range from its last.

        `6 December, at 9.30 a.m., to Friday, 15 December`, `mercredi 6 décembre à 9 h 30 au vendredi 15 décembre`.
        """
        if len(self.run) - self.at < _HOUR_AND_DAY:
            return
        ahead = 1 if self.kind() == "," else 0
        hours = False
        while self.kind(ahead) in ("number", "time", "mark", "hour", ".") or self.has("beside", ahead):
            # `9 h 30 au`: what joins the days may stand beside an hour as well
            if hours and self.has("to", ahead) and self._day_at(ahead + 1):
                break
            hours = hours or self.kind(ahead) in ("time", "mark", "hour")
            ahead += 1
        ahead += hours and self.kind(ahead) == ","
        if hours and self.has("to", ahead) and self._day_at(ahead + 1):
            self.at += ahead

    def _day_at(self, ahead: int) -> bool:
        """Whether a day with its weekday or month stands there."""
        while any(self.has(kind, ahead) for kind in ("of", "from", "beside")):
            ahead += 1
        return self.has("weekday", ahead) or (self.kind(ahead) == "number" and self.has("month", ahead + 1))

    def _hours_in_brackets(self, atom: Atom) -> None:
        """Passes over hours in brackets that part a range, or a day from its year.

        `12 May (10 a.m.) to 13 May (1 p.m.), 2031`, `du lundi 12 (à 15 heures) au vendredi 16 mai`.
        """
        if self.kind() != "(":
            return
        ahead = 1
        while self.kind(ahead) in ("number", "time", "mark", "hour", "-", ".", "from") or self.has("to", ahead):
            ahead += 1
        if ahead == 1 or self.kind(ahead) != ")":
            return
        year = ahead + 2 if self.kind(ahead + 1) == "," else ahead + 1
        if (
            self.kind(year) == "number"
            and self._is_year(self.run[self.at + year])
            and atom.year is None
            and atom.month is not None
        ):
            self.at += year
            self._year(atom)
        elif self.kind(ahead + 1) == "-" or self.has("to", ahead + 1):
            self.at += ahead + 1


def _with_weekdays(atoms: list[Atom]) -> list[Atom]:
    """The atoms of a list with the weekdays that stand before all of them: the last one is that of the last day."""
    named = atoms[0].named
    if len(named) > 1:
        ends = len(atoms) > 1 and atoms[1].link == "to"
        for atom, weekday in zip(atoms, (named[0], named[-1]) if ends else named, strict=False):
            atom.weekday = weekday if atom.weekday is None else atom.weekday
    return atoms
