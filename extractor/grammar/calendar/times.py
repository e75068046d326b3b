"""`find_times`: times of day, ranges and slots of several sittings, in the six official languages.

Rules (UN Editorial Manual; format catalogue 4.3): a half-day mark printed once holds for both ends of a range
(`3-6 p.m.`) unless the start would then come after the end (`11-1 p.m.` starts at eleven in the morning);
`10.30 a.m. and 3 p.m.` is two sittings, of which only the starts are printed; "noon" is 12:00 and "midnight"
ends the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from functools import cache

from extractor.built import compiled
from extractor.grammar.calendar.clock import Moment, moments
from extractor.grammar.calendar.clock_words import Patterns, patterns
from extractor.grammar.calendar.fold import Folded, fold
from extractor.grammar.calendar.types import CalendarContext, HalfDay, Sitting, TimeSpan
from extractor.grammar.calendar.vocabulary import either, months
from extractor.lexicon.words import choice, everywhere
from extractor.records import Struct, replace

_ZONE = compiled(
    r"[\s,]{0,3}(?P<open>\()?\s?(?P<zone>(?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::?[0-5]\d)?)?|[A-Z]{2,4}T)(?![A-Za-z])(?(open)[^()\n]{0,30}\))"
)
#: `UTC+02:00`: its digits are no time.
_OFFSET = compiled(r"(?<![^\W_])(?:utc|gmt)\s?[+-]\s?\d{1,2}(?::?[0-5]\d)?(?!\d)")
#: Two digits with a stop are hours from this one on, and may reach past midnight (`22.00–00.30`) from the other on.
_EARLY, _EVENING = 6, 18
_FOUR_FIGURES = compiled(r"\d{4}(?!\d)")
#: Look this far back for the first half of a range.
_BACK = 34
#: ... and so far for the words before one (`between`), or what calls a number a time (`at`).
_BETWEEN_BACK, _PREFIX_BACK = 14, 12
#: ... and so far ahead for the second half of a range that has no mark of its own.
_AHEAD = 16
#: A time with no more than so many spaces before it is all there is.
_ALONE = 8


@cache
def _zone_name() -> re.Pattern[str]:
    """A zone in words behind a time."""
    local, nouns = choice(everywhere("times.local")), choice(everywhere("times.zone"))
    names = rf"(?:{local}|[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){{0,2}}) (?:{nouns})"
    return compiled(rf"\s{{0,2}}\((?P<zone>(?:[A-Z]{{2,4}}T, )?{names})\)")


@cache
def _behind_month() -> re.Pattern[str]:
    """The bracket behind a day: `12 May (14.30)`."""
    return compiled(rf"\b(?:{either(sorted(months(), key=len, reverse=True))})(?:\s+\d{{4}})?\s?\($")


class _Slot(Struct):
    start: int
    end: int
    sittings: list[tuple[Moment, Moment | None]]


def find_times(text: str, context: CalendarContext | None = None) -> list[TimeSpan]:
    """Every time, range and slot in `text`, in order and without overlap.

    `10 a.m.-1 p.m. and 3-6 p.m.` is one span with two sittings. Words such as "morning" that give no times are
    spans with `half_day` alone; printed before times they are one span with them. The language of `context` is
    not needed: all six are read at once. Never raises for a string. Source: UN Editorial Manual (time of day),
    format catalogue 4.3.
    """
    folded = fold(text)
    return _with_halves(_clock_spans(folded, text), folded, text, patterns())


def find_sittings(text: str) -> list[TimeSpan]:
    """The spans of `find_times` that give times, without the half-day words beside them.

    What dates look for around themselves.
    """
    return _clock_spans(fold(text), text)


def _clock_spans(folded: Folded, text: str) -> list[TimeSpan]:
    rules = patterns()
    if "utc" in folded.text or "gmt" in folded.text:
        folded = replace(folded, text=_OFFSET.sub(lambda found: "z" * len(found[0]), folded.text))
    slots = _slots(_ranges(folded.text, moments(folded.text), rules), folded.text, rules)
    return [_span(slot, folded, text) for slot in slots]


def _ranges(text: str, found: list[Moment], rules: Patterns) -> list[_Slot]:
    """Single sittings: moments paired by a dash or "to", each with the bare first half that it lends its mark to."""
    slots: list[_Slot] = []
    number = 0
    done = 0
    while number < len(found):
        moment = found[number]
        follower = found[number + 1] if number + 1 < len(found) else None
        linked = follower is not None and follower.start - moment.end < 24 and _linked(text, moment, follower, rules)
        if linked and follower is not None and _range_sure(moment, follower):
            slots.append(_Slot(moment.start, follower.end, [(moment, follower)]))
            done = follower.end
            number += 2
            continue
        number += 1
        if not moment.sure and not _prefixed(text, moment, rules, done):
            continue
        before = _bare_before(text, moment, rules, done)
        if before is not None:
            slots.append(_Slot(before.start, moment.end, [(before, moment)]))
        else:
            listed = (
                rules.bare_list.search(text, max(done, moment.start - _BACK), moment.start)
                if moment.style in ("mark", "hours")
                else None
            )
            after = rules.bare_end.match(text, moment.end, moment.end + _AHEAD) if moment.style == "mark" else None
            if listed is not None:
                slots.append(_listed(text, listed, moment, rules))
            elif after is not None and int(after["h"]) <= 12:
                last = Moment(after.start("h"), after.end(), int(after["h"]), int(after["m"] or 0), None, True, "bare")
                slots.append(_Slot(moment.start, last.end, [(moment, last)]))
            elif moment.sure or not rules.quantity.match(text, moment.end):
                slots.append(_Slot(moment.start, moment.end, [(moment, None)]))
            else:
                continue
        done = slots[-1].end
    return slots


def _linked(text: str, moment: Moment, follower: Moment, rules: Patterns) -> bool:
    if rules.range_gap.fullmatch(text, moment.end, follower.start):
        return True
    gap = rules.list_gap.fullmatch(text, moment.end, follower.start)
    return gap is not None and bool(rules.between.search(text, max(0, moment.start - _BETWEEN_BACK), moment.start))


def _range_sure(moment: Moment, follower: Moment) -> bool:
    """Two figures that could be anything are times when they look like the two ends of a sitting."""
    if moment.sure or follower.sure:
        return True
    if moment.style == follower.style and moment.style in ("dot", "slash"):
        fives = moment.minute % 5 == 0 and follower.minute % 5 == 0
        if not fives or moment.hour < _EARLY or follower.hour > 24:
            return False
        if moment.style == "slash" and moment.minute and follower.minute:
            return False  # `10/15-12/30` are resolutions as well
        past_midnight = moment.hour >= _EVENING and follower.hour < _EARLY
        return past_midnight or (moment.hour, moment.minute) < (follower.hour, follower.minute)
    return moment.style == follower.style == "hours" or "word" in (moment.style, follower.style)


def _prefixed(text: str, moment: Moment, rules: Patterns, done: int) -> bool:
    """Whether a doubtful figure is called a time by the word before it, or is all there is."""
    if moment.style == "slash" or rules.quantity.match(text, moment.end):
        return False
    start = max(0, moment.start - _PREFIX_BACK)
    if rules.prefix.search(text, start, moment.start):
        return moment.style != "hours" or moment.hour < 24
    if moment.style == "dot" and text[moment.end : moment.end + 1] == ")" and moment.minute % 5 == 0:
        return moment.hour < 24 and _behind_month().search(text, max(0, start - 4), moment.start) is not None
    if moment.style in ("hours", "word"):
        alone = not text[: moment.start].strip() if moment.start < _ALONE else False
        return (alone and moment.hour < 24) or bool(
            rules.bare_range.search(text, max(done, moment.start - _BACK), moment.start)
        )
    return (
        not text[max(0, moment.start - _ALONE) : moment.start].strip()
        and moment.start < _ALONE
        and not text[moment.end :].strip()
    )


def _bare_before(text: str, moment: Moment, rules: Patterns, done: int) -> Moment | None:
    """The `3` of `3-6 p.m.`, the `10` of `de 10 à 13 heures`, the `0900` of `0900 to 1200 hours`."""
    if moment.glued_to_half or moment.style == "dot":
        return None
    match = rules.bare_range.search(text, max(done, moment.start - _BACK), moment.start)
    if match is None:
        return None
    figure = match["h"]
    hour, minute = int(figure), int(match["m"] or 0)
    if len(figure) == 4:
        # Only in `0900 to 1200 hours`, where both ends are written so; in `2022 à 10 heures` the first is a year.
        if moment.style != "hours" or match["m"] or not _FOUR_FIGURES.match(text, moment.start):
            return None
        hour, minute = divmod(hour, 100)
    if (
        hour > 24
        or minute > 59
        or (moment.style == "mark" and hour > 12)
        or (moment.style == "colon" and match["m"] is None)
    ):
        return None
    return Moment(match.start("h"), match.end("m") if match["m"] else match.end("h"), hour, minute, None, True, "bare")


def _listed(text: str, match: re.Match[str], moment: Moment, rules: Patterns) -> _Slot:
    """`at 10 and 11 a.m.`, `between 10 and 11 a.m.`."""
    first = Moment(
        match.start("h"), match.end("h"), int(match["h"]) % 100, int(match["m"] or 0), moment.half, True, "mark"
    )
    if rules.between.search(text, max(0, first.start - _BETWEEN_BACK), first.start):
        first.half = None
        return _Slot(first.start, moment.end, [(first, moment)])
    return _Slot(first.start, moment.end, [(first, None), (moment, None)])


def _slots(ranges: list[_Slot], text: str, rules: Patterns) -> Iterator[_Slot]:
    """Sittings joined by "and" or a comma are one slot."""
    held: _Slot | None = None
    for slot in ranges:
        if held is not None:
            gap = slot.start - held.end
            if (
                0 < gap < 24
                and rules.list_gap.fullmatch(text, held.end, slot.start)
                and "\n" not in text[held.end : slot.start].strip(" ")
            ):
                held = _Slot(held.start, slot.end, held.sittings + slot.sittings)
                continue
            yield held
        held = slot
    if held is not None:
        yield held


def _hour(moment: Moment, half: int | None) -> int:
    """The hour of the day, 0 to 24, under a half-day mark."""
    if half is None or moment.hour > 12 or moment.style == "word":
        return moment.hour
    return moment.hour % 12 + 12 * half


def _sitting(first: Moment, last: Moment | None) -> tuple[Sitting, set[str]]:
    flags: set[str] = set()
    if last is None:
        return (time(_hour(first, first.half) % 24, first.minute), None), flags
    begin, end = _hour(first, first.half), _hour(last, last.half)
    if first.half is None and last.half is not None and first.hour <= 12 and first.style != "word":
        begin = _hour(first, last.half)
        if (begin, first.minute) >= (end, last.minute):
            begin = (begin - 12) % 24
        flags.add("mark_shared")
    elif first.half is not None and last.half is None and last.hour <= 12 and last.style != "word":
        end = _hour(last, first.half)
        if (end, last.minute) <= (begin, first.minute):
            end = (end + 12) % 24
        flags.add("mark_shared")
    if (end % 24, last.minute) <= (begin, first.minute) and end % 24:
        flags.add("reversed")
    return (time(begin % 24, first.minute), time(end % 24, last.minute)), flags


def _span(slot: _Slot, folded: Folded, text: str) -> TimeSpan:
    sittings: list[Sitting] = []
    flags: set[str] = set()
    carried: int | None = None
    for first, last in slot.sittings:
        if carried is not None and first.half is None and last is None and first.hour <= 12 and first.style == "bare":
            first.half = carried
        sitting, said = _sitting(first, last)
        sittings.append(sitting)
        flags |= said
        carried = first.half if last is None else last.half
    start, end = folded.start(slot.start), folded.end(slot.end)
    zone = _ZONE.match(text, end, end + 60) or _zone_name().match(text, end, end + 60)
    return TimeSpan(
        text[start:end], start, end, tuple(sittings), None, zone["zone"] if zone else None, frozenset(flags)
    )


def _with_halves(spans: list[TimeSpan], folded: Folded, text: str, rules: Patterns) -> list[TimeSpan]:
    """Adds the half-day words that stand alone, and puts those before a time into its span."""
    found: list[TimeSpan] = []
    following = 0
    for match in rules.halves.finditer(folded.text):
        start, end = folded.start(match.start()), folded.end(match.end())
        half: HalfDay = "am" if match.lastgroup == "am" else "pm"
        while following < len(spans) and spans[following].end <= start:
            found.append(spans[following])
            following += 1
        if following < len(spans):
            span = spans[following]
            if span.start <= start < span.end:
                continue
            between = text[end : span.start]
            if span.start - end < 4 and not between.strip(" (:,-–") and "\n" not in between:
                close = span.end + 1 if "(" in between and text[span.end : span.end + 1] == ")" else span.end
                spans[following] = replace(span, text=text[start:close], start=start, end=close, half_day=half)
                continue
        if (match.start() == 0 or (found and found[-1].end > start)) and found and found[-1].end > start:
            continue
        found.append(TimeSpan(text[start:end], start, end, (), half))
    found.extend(spans[following:])
    return found
