"""Random agendas whose content is known: `generate(seed)` gives a source for `tools.typeset`.

The same seed gives the same agenda. Each choice follows a variation that real papers show (format catalogue, sections
0 to 4); traps of its section 10 are mixed into titles, sentences and timetables.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from tests.roundtrip import words
from tools.typeset.markup import plain
from tools.typeset.when import clock_span, long_date, span

Item = dict[str, Any]

FAMILIES = ("F1", "F1", "F1", "F2", "F2", "F3", "F4", "F5", "board")
_ROMAN = ("i", "ii", "iii", "iv", "v")


def generate(seed: int, family: str | None = None) -> dict[str, Any]:
    """The source of the agenda with this seed; `family` fixes its shape (one of FAMILIES)."""
    return _Maker(random.Random(seed), family).source()


class _Maker:
    def __init__(self, rng: random.Random, family: str | None) -> None:
        self.rng = rng
        self.family = family or rng.choice(FAMILIES)
        self.organ, self.body, stem, self.split, self.place, self.job = rng.choice(words.BODIES)
        self.year = rng.randint(2012, 2039)
        self.stem = stem.format(year=self.year)
        self.symbol = f"{self.stem}/1" + ("/Add.1" if self.family == "F4" else "")
        self.notes: list[dict[str, str]] = []
        self.references: list[list[str | None]] = []
        self.papers = 1
        self.paragraph = 2 if self.family == "F3" else 0
        self.meeting = rng.choice(("session", "session", "meeting"))
        self.number = rng.randint(2, 69)
        self.subjects = rng.sample(words.SUBJECTS, len(words.SUBJECTS))
        first = date(self.year, rng.randint(3, 11), rng.randint(1, 28))
        self.first = first + timedelta(days=(7 - first.weekday()) % 7 + rng.choice((0, 0, 0, 1)))
        self.last = self.first + timedelta(days=rng.choice((1, 2, 3, 4, 3)))

    # -- words

    def fill(self, template: str) -> str:
        subject, other = self.rng.sample(self.subjects, 2)
        return template.format(
            subject=subject,
            other=other,
            Subject=subject[0].upper() + subject[1:],
            meeting=self.meeting,
            year=self.year,
            past=self.year - self.rng.randint(1, 6),
            organ_short=self.rng.choice(("Working Group", "Committee", "Commission")),
        )

    def cited(self) -> str:
        """A sentence that cites something, noted as a reference."""
        rng = self.rng
        session, number = rng.randint(50, 79), rng.randint(2, 290)
        year = self.year - rng.randint(1, 5)
        if (choice := rng.randrange(5)) == 0:
            return self.ref(
                "resolution",
                "General Assembly",
                f"{session}/{number}",
                f"A/RES/{session}/{number}",
                f"In its resolution {session}/{number}, the General Assembly asked for a report.",
            )
        if choice == 1:
            return self.ref(
                "resolution",
                "Economic and Social Council",
                f"{year}/{number}",
                f"E/RES/{year}/{number}",
                f"The mandate rests on Economic and Social Council resolution {year}/{number}.",
            )
        if choice == 2:
            return self.ref(
                "decision",
                "General Assembly",
                f"{session}/{500 + number}",
                f"A/DEC/{session}/{500 + number}",
                f"By General Assembly decision {session}/{500 + number}, the item was deferred.",
            )
        if choice == 3:
            symbol = f"A/{session}/{number}"
            return self.ref("document", None, None, symbol, f"An earlier report (A/{session}/{number}) told the story.")
        letter = rng.choice("AB")
        return self.ref(
            "resolution",
            "General Assembly",
            f"47/120 {letter}",
            f"A/RES/47/120{letter}",
            f"General Assembly resolution 47/120 {letter} gave the first impulse.",
        )

    def ref(self, kind: str, owner: str | None, number: str | None, symbol: str, sentence: str) -> str:
        self.references.append([kind, owner, number, symbol])
        return sentence

    def paragraph_text(self) -> str:
        chosen = [self.fill(s) for s in self.rng.sample(words.SENTENCES, self.rng.randint(1, 4))]
        if self.rng.random() < 0.4:
            chosen.insert(self.rng.randrange(len(chosen) + 1), self.cited())
        text = " ".join(chosen)
        if len(self.notes) < 6 and self.rng.random() < 0.22:
            text = self.noted(text)
        return text

    def noted(self, text: str) -> str:
        """A footnote mark after a comma or a full stop inside the text, so that the note may interrupt a sentence."""
        places = [i for i, c in enumerate(text) if c in ",." and i + 1 < len(text) and text[i + 1] == " "]
        if not places or text[: places[-1]].endswith(("a.m", "p.m")):
            return text
        at = self.rng.choice(places) + 1
        marker = str(1 + sum(n["marker"] != "*" for n in self.notes))
        self.notes.append({"marker": marker, "text": self.fill(self.rng.choice(words.NOTES))})
        return f"{text[:at]}[^{marker}]{text[at:]}"

    # -- items

    def items(self) -> list[Item]:
        rng = self.rng
        decimal = self.family in ("F2", "F4", "F5") and rng.random() < 0.25
        count = rng.randint(4, 11)
        titles = [self.fill(t) for t in rng.sample(words.TITLES, min(count, len(words.TITLES)))]
        head = [f"Opening of the {self.meeting}", "Adoption of the agenda and organization of work"]
        tail = [rng.choice(words.LAST), self.fill(rng.choice(words.REPORT))]
        out: list[Item] = []
        if rng.random() < 0.5 and not decimal:
            out.append(
                {
                    "number": "1",
                    "label": "1.",
                    "title": "Organizational matters",
                    "items": [self.sub("1", n, t, decimal) for n, t in enumerate(head)],
                }
            )
            head = []
        cluster = None
        for position, title in enumerate(head + titles + tail):
            number = str(len(out) + 1)
            item: Item = {"number": number, "label": f"{number}.", "title": title}
            if self.family == "board" and position >= len(head):
                if cluster is None or rng.random() < 0.3:
                    cluster = self.fill(
                        rng.choice(("Items on {subject}", "{Subject} matters", "Joint segment on {subject}"))
                    )
                item["cluster"] = cluster
            if title in titles and rng.random() < 0.3 and self.family != "board":
                item["items"] = [
                    self.sub(number, n, self.fill(rng.choice(words.TITLES[:8])), decimal)
                    for n in range(rng.randint(2, 4))
                ]
            out.append(item)
        deep = [s for i in out for s in i.get("items", [])]
        if deep and not decimal and self.family != "F5" and rng.random() < 0.3:
            parent = rng.choice(deep)
            parent["items"] = [
                {
                    "number": f"{parent['number']}({_ROMAN[n]})",
                    "label": f"({_ROMAN[n]})",
                    "title": self.fill(rng.choice(words.TITLES[:5])),
                }
                for n in range(2)
            ]
        return out

    def sub(self, number: str, index: int, title: str, decimal: bool) -> Item:
        if decimal:
            own = f"{number}.{index + 1}"
            return {"number": own, "label": own, "title": title}
        letter = "abcdefgh"[index]
        return {"number": f"{number}({letter})", "label": f"({letter})", "title": title}

    def annotate(self, items: list[Item]) -> None:
        for item in items:
            self.annotate_one(item)
            self.annotate(item.get("items", []))

    def annotate_one(self, item: Item) -> None:
        rng = self.rng
        if item.get("items") and rng.random() < 0.6:
            return
        if item["title"].startswith("Opening of the"):
            day = long_date(self.first.isoformat(), weekday=True, year=rng.random() < 0.5)
            texts = [f"The {words.ordinal(self.number)} {self.meeting} will be opened on {day}, at 10 a.m."]
            self.opens: str | None = f"{self.first.isoformat()}T10:00"
        else:
            texts = [self.paragraph_text() for _ in range(rng.randint(1, 4))]
        blocks: list[dict[str, Any]] = [self.paragraph_block(text) for text in texts]
        if len(blocks) > 2 and rng.random() < 0.2:
            blocks.insert(2, {"type": "heading", "text": self.fill("Practical matters of {subject}")})
        item["annotation"] = blocks
        if item["title"].startswith(("Opening", "Adoption of the report")) or self.family == "F4":
            return
        if rng.random() < 0.5:
            item["documents"] = [self.paper() for _ in range(rng.randint(1, 3))]
        elif rng.random() < 0.3 and not item.get("items"):
            item["no_documentation"] = True
            blocks.append(self.paragraph_block(rng.choice(words.NONE_FORESEEN)))

    def paragraph_block(self, text: str) -> dict[str, Any]:
        if self.family not in ("F3", "F4"):
            return {"text": text}
        self.paragraph += 1
        return {"text": text, "number": str(self.paragraph)}

    def paper(self) -> dict[str, Any]:
        self.papers += 1
        symbol = f"{self.stem}/{self.papers}"
        document: dict[str, Any] = {
            "title": self.fill(self.rng.choice(words.PAPERS)),
            "symbols": [symbol],
            "purpose": self.rng.choice(("For decision", "For information")),
        }
        chance = self.rng.random()
        if chance < 0.15:
            document |= {"symbols": [symbol, f"{symbol}/Add.1"], "shown": f"{symbol} and Add.1"}
        elif chance < 0.25:
            document |= {
                "symbols": [symbol, *(f"{symbol}/Add.{n}" for n in (1, 2, 3))],
                "shown": f"{symbol} and Add.1–3",
            }
        elif chance < 0.3:
            document["symbols"] = [f"{symbol}/Rev.1"]
        document["linked"] = self.rng.random() < 0.3
        return document

    # -- timetable

    def schedule(self, items: list[Item]) -> list[dict[str, Any]]:
        rng = self.rng
        slots: list[tuple[str, str, str]] = []
        day = self.first
        while day <= self.last:
            if day.weekday() < 5:
                slots += [
                    (day.isoformat(), "10:00", "13:00"),
                    (day.isoformat(), "15:00", rng.choice(("18:00", "17:30"))),
                ]
            day += timedelta(days=1)
        leaves = [leaf for item in items for leaf in (_leaves(item))]
        rows: list[dict[str, Any]] = []
        for index, leaf in enumerate(leaves):
            at = min(index * len(slots) // len(leaves), len(slots) - 1)
            rows.append(self.row(slots[at], leaf, False))
            later = (index + 1) * len(slots) // len(leaves)
            if later > at + 1 and at + 1 < len(slots):
                rows.append(self.row(slots[at + 1], leaf, True))
        if rng.random() < 0.4:
            free = rows[len(rows) // 2]
            where = rows.index(free)
            rows.insert(where, {**free, "items": [], "title": "Informal consultations", "continued": False})
        return rows

    def row(self, slot: tuple[str, str, str], item: Item, continued: bool) -> dict[str, Any]:
        return {
            "date": slot[0],
            "start": slot[1],
            "end": slot[2],
            "items": [item["number"]],
            "title": plain(item["title"]),
            "continued": continued,
        }

    # -- the whole

    def source(self) -> dict[str, Any]:
        rng = self.rng
        self.opens = None
        title, kind = self.title()
        printed = title
        if rng.random() < 0.25:
            self.notes.append({"marker": "*", "text": self.fill(words.NOTES[3])})
            printed = f"{title}[^*]"
        items = self.items()
        if self.family != "F5":
            self.annotate(items)
        label, below = self.below()
        timed = self.family in ("F1", "F2", "board") and rng.random() < 0.75
        schedule = self.schedule(items) if timed else []
        country, zone = words.PLACES[self.place]
        issued = (self.first - timedelta(days=rng.randint(40, 90))).isoformat()
        job = {"V": "V.{y}-0{n}", "GE": "GE.{y}-1{n}", "N": "{y}-0{n}", "K": "K{y}0{n}"}.get(self.job, "{y}-2{n}")
        job = job.format(y=f"{self.year % 100:02}", n=rng.randint(1000, 9999))
        mark = [["general", "General"], ["limited", "Limited"]][rng.random() < 0.15]
        return {
            "layout": self.layout(printed, below, issued, job, mark[1], timed),
            "document": {
                "symbol": self.symbol,
                "kind": kind,
                "title": title,
                "organ": self.organ,
                "body": self.body,
                "distribution": mark[0],
                "date": issued,
                "original_language": "en",
                "job_number": job,
                "agenda_item": self.agenda_item,
            },
            "meetings": [
                {
                    "body": self.body,
                    "session": {"label": label, "number": self.number},
                    "place": self.place,
                    "country": country,
                    "timezone": zone,
                    "periods": [{"start": self.first.isoformat(), "end": self.last.isoformat()}],
                    "opens_at": self.opens,
                }
            ],
            "items": items,
            "schedule": schedule,
            "footnotes": self.notes,
            "references": self.references,
        }

    def title(self) -> tuple[str, str]:
        if self.family == "F4":
            return "Annotations to the provisional agenda", "annotations"
        if self.family == "F5":
            return "Provisional agenda", "agenda"
        if self.family == "board":
            return "Provisional annotated agenda, timetable and organization of work", "annotated_agenda"
        return self.rng.choice(
            ("Annotated provisional agenda", "Provisional agenda and annotations")
        ), "annotated_agenda"

    def below(self) -> tuple[str, list[list[str]]]:
        """Session label and the lines under the masthead."""
        rng = self.rng
        word = words.numeral(self.number) if rng.random() < 0.2 else words.ordinal(self.number).capitalize()
        label = f"{word} {self.meeting}"
        dash = rng.choice(("–", "–", "-", " – "))
        dates = span(self.first.isoformat(), self.last.isoformat(), dash=dash)
        where = f"{dates}, {self.place}" if rng.random() < 0.1 else f"{self.place}, {dates}"
        lines = [[rng.choice(("organ", "bold")), self.body], ["bold", label], ["plain", where]]
        self.agenda_item: dict[str, str] | None = None
        if rng.random() < 0.6:
            number, title = rng.choice(
                (("1 (b)", "Adoption of the agenda and organization of work"), ("2", "Adoption of the agenda"))
            )
            lines += [["plain", f"Item {number} of the provisional agenda"], ["bold", title]]
            self.agenda_item = {"number": number.replace(" ", ""), "title": title}
        return label, lines

    def layout(
        self, title: str, below: list[list[str]], issued: str, job: str, mark: str, timed: bool
    ) -> dict[str, Any]:
        rng = self.rng
        american = self.place in ("New York", "Montreal")
        page = {
            "paper": "us-letter" if american else "a4",
            "running": self.symbol,
            "job": job,
            "left": 118,
            "right": 114,
            "font": rng.choice(("Libertinus Serif", "Libertinus Serif", "New Computer Modern")),
            "tracking": 0.2 if american and rng.random() < 0.7 else 0,
            "page_style": "n/m" if self.place in ("New York", "Vienna") else rng.choice(("n", "Page")),
            "note_style": rng.choice(("hang", "mark", "plain")),
            "note_rule": rng.choice(("line", "long", "underscores")),
            "bottom": rng.choice((96, 96, 120, 170)),
            "justify": rng.random() < 0.8,
        }
        head = {
            "symbol": self.symbol,
            "split": self.split,
            "organ": [self.organ],
            "height": 84,
            "distr": [f"Distr.: {mark}", long_date(issued), "", "Original: English"],
            "below": below,
            "emblem": rng.random() < 0.7,
        }
        foot = {
            "left": [f"{job} (E)    {issued[8:]}{issued[5:7]}{issued[2:4]}"],
            "right": f"*{job.replace('.', '').replace('-', '')[-7:]}*",
        }
        return {
            "page": page,
            "masthead": head,
            "foot": foot,
            "parts": [{"part": "title", "text": title}, *self.parts(timed)],
        }

    def parts(self, timed: bool) -> list[dict[str, Any]]:
        rng = self.rng
        roman = self.family == "F2" or (self.family == "F3" and rng.random() < 0.5)
        numbers = iter(["I.", "II.", "III.", "IV."] if roman else [None] * 4)

        def heading(text: str) -> dict[str, Any]:
            return {"part": "heading", "text": text, "number": next(numbers), "size": 12 if roman else 14}

        documents = {
            "documents": rng.choice(("title_paren", "title_paren", "title_colon", "symbol_title", "table")),
            "documents_head": rng.choice(("Documentation", "Documentation", "Documents")),
            "documents_italic": rng.random() < 0.3,
        }
        out: list[dict[str, Any]] = []
        if self.family in ("F3", "F4"):
            out.append(
                {"part": "note_by", "text": rng.choice(("Note by the Secretariat", "Note by the Executive Secretary"))}
            )
        if self.family == "F4":
            style = rng.choice(("item_line", "item_dot", "item_colon", "item_line"))
            return [*out, {"part": "annotations", "heading": style, **documents}]
        if self.family == "F5":
            return [*out, {"part": "list"}, {"part": "end"}]
        if self.family == "F3":
            length = f"from {span(self.first.isoformat(), self.last.isoformat(), dash=' to ').replace(' and ', ' to ')}"
            out += [
                heading("Introduction"),
                {"part": "para", "number": "1", "text": f"The {self.meeting} will be held in {self.place} {length}."},
                {"part": "para", "number": "2", "text": "The provisional agenda for the meeting is as follows:"},
            ]
        if self.family == "board":
            out += [
                {"part": "heading", "text": "Contents", "size": 12},
                {"part": "columns_heads", "text": "<i>Item</i>"},
                {"part": "list", "style": "contents", "cluster_style": rng.choice(("bold", "bold-italic"))},
                {"part": "pagebreak"},
                {"part": "heading", "text": "Provisional annotated agenda", "size": 12},
            ]
        else:
            punctuation = "none" if rng.random() < 0.15 else "un"
            out += [heading("Provisional agenda"), {"part": "list", "punctuation": punctuation}]
            out.append(heading("Annotations" if rng.random() < 0.7 else "Annotations to the provisional agenda"))
        styles = ("number", "hang", "item_dot", "item_wide") if self.family != "board" else ("number", "item_line")
        annotations = {"part": "annotations", "heading": rng.choice(styles), **documents}
        if self.family == "board":
            annotations["clusters"] = "large"
        out.append(annotations)
        if timed:
            words_ = rng.choice(
                ("Proposed organization of work", "Provisional timetable", "Proposed programme of work")
            )
            out.append({"part": "annex", "text": words_, "label": rng.choice(("Annex", "Annex I"))})
            out.append(self.table())
        return out

    def table(self) -> dict[str, Any]:
        rng = self.rng
        style = rng.choice(("date_rows", "date_rows", "date_cells", "time_first", "days"))
        table: dict[str, Any] = {
            "part": "timetable",
            "style": style,
            "rules": rng.choice(("lines", "slots", "grid", "full", "none")),
            "repeat": rng.random() < 0.5,
            "time": rng.choice(("un", "un", "un", "24")),
            "dash": rng.choice(("–", "-", " – ")),
            "year": rng.random() < 0.3,
            "comma": rng.random() < 0.8,
            "inset": rng.choice((3.2, 5, 12)),
        }
        if style == "date_cells" and rng.random() < 0.4:
            table |= {"item_word": "Item", "header": []}
        return table


def _leaves(item: Item) -> list[Item]:
    subs = item.get("items", [])
    return [leaf for sub in subs for leaf in _leaves(sub)] if subs else [item]


__all__ = ["FAMILIES", "clock_span", "generate"]
