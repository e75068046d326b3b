"""The timetables of a paper as Typst: date rows or cells, days with times, lists of days, items with dates."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from tools.typeset.markup import Inline, literal
from tools.typeset.when import long_date, slot

Row = dict[str, Any]


def spaced(number: str) -> str:
    """`1(a)(i)` -> `1 (a) (i)`, as papers print the path of an item."""
    return re.sub(r"(?<=\S)\(", " (", number)


def items_in_words(row: Row) -> str:
    """The item cell of a row: `3`, `1 (a)`, `3 and 4`, `3, 4 and 6`."""
    if "shown_items" in row:
        return str(row["shown_items"])
    numbers = [spaced(n) for n in row.get("items", [])]
    if len(numbers) < 2:
        return "".join(numbers)
    return ", ".join(numbers[:-1]) + " and " + numbers[-1]


class Timetable:
    """One timetable; `options` are the hints of the part (style, rules, header, time, size …)."""

    def __init__(self, rows: list[Row], options: dict[str, Any], inline: Inline) -> None:
        self.rows, self.options, self.inline = rows, options, inline

    def code(self) -> str:
        """Typst code of the whole table."""
        size = self.options.get("size", 9)
        style = self.options["style"]
        body: str = getattr(self, "_" + style)()
        body = f"#[#set text(size: {size}pt)\n#set par(justify: false)\n{body}]"
        return f"#pad(left: -40pt, right: -40pt)[{body}]" if self.options.get("wide") else body

    # -- pieces

    def _time(self, row: Row) -> str:
        if "shown_time" in row:
            return str(row["shown_time"])
        form = {"style": self.options.get("time", "un"), "dash": self.options.get("dash", "–")}
        return slot(row.get("start"), row.get("end"), row.get("sittings", []), **form)

    def _day(self, row: Row) -> str:
        if "shown_date" in row:
            return str(row["shown_date"])
        form = {"weekday": self.options.get("weekday", True), "year": self.options.get("year", False)}
        day = long_date(row["date"], comma=self.options.get("comma", True), **form)
        if not row.get("end_date"):
            return day
        return f"{day}{self.options.get('until', ' to ')}{long_date(row['end_date'], **form)}"

    def _title(self, row: Row, prefix: str = "") -> str:
        words = prefix + (row.get("title") or "")
        if row.get("continued"):
            words += " " + self.options.get("continued", "(<i>continued</i>)")
        if self.options.get("stop"):
            words += "."
        code = self.inline(words)
        for bullet in row.get("bullets", []):
            code = f"{{{code}; list(indent: 6pt, {self.inline(bullet)})}}"
        return code

    def _slots(self) -> list[list[Row]]:
        def key(row: Row) -> tuple[Any, ...]:
            return (row.get("date"), row.get("end_date"), row.get("start"), row.get("end"), str(row.get("sittings")),
                    row.get("slot"))  # fmt: skip

        return [list(group) for _, group in groupby(self.rows, key)]

    def _table(self, columns: str, header: list[str], cells: list[str], width: int) -> str:
        rules = self.options.get("rules", "lines")
        upright = rules in ("grid", "full")
        lines = ["table.hline(stroke: 0.5pt), " if rules != "none" else ""]
        if header:
            heads = ", ".join(f'text(size: 7.5pt, style: "italic", {literal(h)})' for h in header)
            repeat = "true" if self.options.get("repeat", True) else "false"
            under = "table.hline(stroke: 1pt)" if rules != "none" else ""
            lines.append(f"table.header(repeat: {repeat}, {heads}), {under}, ".replace(", ,", ","))
        if upright:
            lines.append("".join(f"table.vline(x: {x}, stroke: 0.5pt), " for x in range(width + 1)))
        end = "table.hline(stroke: 0.5pt)" if rules != "none" else ""
        stroke = "0.5pt" if rules == "full" else "none"
        joined = ",\n".join(c for c in cells if c)
        return (
            f"#table(columns: {columns}, stroke: {stroke}, align: left, "
            f"inset: (x: 4pt, y: {self.options.get('inset', 3.2)}pt),\n"
            f"{''.join(lines)}\n{joined},\n{end})"
        )

    def _between(self, always: bool = False) -> str:
        rules = self.options.get("rules", "lines")
        return "table.hline(stroke: 0.4pt)" if rules in ("grid", "slots") or (always and rules == "lines") else ""

    def _segment(self, row: Row, before: int, after: int) -> str:
        if "segment" not in row:
            return ""
        return ", ".join(["[]"] * before + [f"strong({self.inline(row['segment'])})"] + ["[]"] * after)

    # -- styles

    def _date_rows(self) -> str:
        cells: list[str] = []
        day = None
        for group in self._slots():
            shown = self._day(group[0])
            if shown != day:
                day = shown
                cells += [self._between(True), f"table.cell(colspan: 3, strong({literal(day)}))"]
            for index, row in enumerate(group):
                cells.append(self._segment(row, 2, 0))
                time = self._time(row) if index == 0 else ""
                cells.append(f"{self.inline(time)}, {self.inline(items_in_words(row))}, {self._title(row)}")
        header = self.options.get("header", ["Date and time", "Agenda item", "Title or description"])
        return self._table(self.options.get("columns", "(80pt, 46pt, 1fr)"), header, cells, 3)

    def _date_cells(self) -> str:
        cells: list[str] = []
        day = None
        prefix = self.options.get("item_word", "")
        for group in self._slots():
            shown = self._day(group[0])
            first = shown != day
            day = shown
            cells.append(self._between(first))
            for index, row in enumerate(group):
                cells.append(self._segment(row, 3, 0))
                numbers = items_in_words(row)
                numbers = (prefix + " " + numbers).strip() if numbers else ""
                date = shown if first and index == 0 else ""
                time = self._time(row) if index == 0 else ""
                cells.append(
                    f"strong({self.inline(date)}), {self.inline(time)}, {self.inline(numbers)}, {self._title(row)}"
                )
        header = self.options.get("header", ["Date", "Time", "Item", "Subject"])
        return self._table(self.options.get("columns", "(66pt, 62pt, 44pt, 1fr)"), header, cells, 4)

    def _time_first(self) -> str:
        """One day a heading, two columns under it: time | item and title."""
        out: list[str] = []
        day = None
        cells: list[str] = []

        def flush() -> None:
            if cells:
                out.append(self._table("(90pt, 1fr)", [], cells, 2))
                cells.clear()

        for group in self._slots():
            shown = self._day(group[0])
            if shown != day:
                flush()
                day = shown
                out.append(f"#lead({literal(day)})")
            for index, row in enumerate(group):
                numbers = items_in_words(row)
                lead = f"Item {numbers}. " if numbers else ""
                time = self._time(row) if index == 0 else ""
                cells.append(f"{self.inline(time)}, {self._title(row, lead)}")
        flush()
        return "\n".join(out)

    def _days(self) -> str:
        out: list[str] = []
        day = None
        for group in self._slots():
            row = group[0]
            if "week" in row:
                out.append(f"#chapter(none, {literal(row['week'])}, size: 11pt)")
            shown = self._day(row)
            if shown != day:
                day = shown
                out.append(f"#lead({literal(day)})")
            time = self._time(row)
            if time:
                out.append(f"#prose({literal(time)})")
            for row in group:
                numbers = items_in_words(row)
                lead = f"Item {numbers}: " if numbers else ""
                weight = "strong" if numbers else ""
                out.append(f"#block(above: 1.1em, below: 1.1em, pad(left: 24pt, {weight}({self._title(row, lead)})))")
        return "\n".join(out)

    def _day_list(self) -> str:
        out: list[str] = []
        day = None
        for row in self.rows:
            shown = self._day(row)
            if shown != day:
                day = shown
                out.append(f"#lead({literal(day)})")
            numbers = items_in_words(row)
            lead = f"Item {numbers}. " if numbers else ""
            out.append(f"#list(indent: 8pt, {self._title(row, lead)})")
        return "\n".join(out)

    def _item_dates(self) -> str:
        cells = []
        for row in self.rows:
            numbers = items_in_words(row)
            tail = f" [{numbers}]" if numbers else ""
            shown = self._day(row)
            cells.append(f"{self.inline((row.get('title') or '') + tail)}, {literal(shown)}")
        header = self.options.get("header", ["", "Approximate dates of consideration"])
        return self._table("(1fr, 110pt)", header, cells, 2)
