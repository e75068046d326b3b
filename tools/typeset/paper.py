"""A whole paper as Typst: masthead, the parts that the source lists in order, annexes."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

from tools.typeset.markup import Inline, Notes, literal, plain
from tools.typeset.timetable import Timetable, spaced
from tools.typeset.truth import title_of

Part = dict[str, Any]
Item = dict[str, Any]

_LENGTHS = {"size", "tracking", "left", "right", "top", "bottom", "note_size", "height", "organ_size"}


def _arguments(values: dict[str, Any]) -> str:
    out = []
    for key, value in values.items():
        if key in _LENGTHS:
            code = f"{value}pt"
        elif isinstance(value, list):
            code = "(" + "".join(literal(v) + ", " for v in value) + ")"
        else:
            code = json.dumps(value, ensure_ascii=False)
        out.append(f"{key.replace('_', '-')}: {code}")
    return ", ".join(out)


class Paper:
    """Prints one source; `code()` gives the Typst text. Footnotes are taken in printed order."""

    def __init__(self, source: dict[str, Any]) -> None:
        self.source = source
        self.layout: dict[str, Any] = source["layout"]
        self.notes = Notes(source.get("footnotes", []))
        self.inline = Inline(self.notes)
        self.pages = count(3)

    def code(self) -> str:
        """Typst code of the paper; LookupError where marks and footnotes of the source do not agree."""
        body = [self._masthead()]
        for part in self.layout["parts"]:
            body.append(getattr(self, "_" + part["part"])(part))
        if self.notes.left:
            raise LookupError(f"footnotes without a mark in the text: {self.notes.left}")
        page = dict(self.layout.get("page", {}))
        foot = self._first_foot()
        head = f'#import "house.typ": *\n#show: house.with(first-foot: {foot}, {_arguments(page)})\n'
        return head + "\n".join(body) + "\n"

    # -- masthead and foot

    def _first_foot(self) -> str:
        foot = self.layout.get("foot", {})
        left = "; linebreak(); ".join(literal(line) for line in foot.get("left", []))
        right = 'text(weight: "bold", ' + literal(foot.get("right", "")) + ")"
        return f"grid(columns: (1fr, 1fr), align: (left + bottom, right + bottom), {{{left}}}, {right})"

    def _masthead(self) -> str:
        head = dict(self.layout["masthead"])
        below = head.pop("below", [])
        lines = [f"#below({literal(style)}, {self.inline(text)})" for style, text in below]
        return f"#masthead({_arguments(head)})\n" + "\n".join(lines)

    # -- simple parts

    def _title(self, part: Part) -> str:
        return f"#title({self.inline(part['text'])}, size: {part.get('size', 14)}pt)"

    def _note_by(self, part: Part) -> str:
        return f"#note-by({self.inline(part['text'])})"

    def _heading(self, part: Part) -> str:
        number = literal(part["number"]) if part.get("number") else "none"
        return f"#chapter({number}, {self.inline(part['text'])}, size: {part.get('size', 14)}pt)"

    def _lead(self, part: Part) -> str:
        return f"#lead({self.inline(part['text'])})"

    def _para(self, part: Part) -> str:
        if part.get("number"):
            return f"#numbered({literal(part['number'])}, {self.inline(part['text'])})"
        return f"#prose({self.inline(part['text'])})"

    def _bullets(self, part: Part) -> str:
        return "\n".join(f"#list(indent: 12pt, {self.inline(text)})" for text in part["texts"])

    def _columns_heads(self, part: Part) -> str:
        return f"#wide(text(size: 8pt, {self.inline(part['text'])}))"

    def _pagebreak(self, part: Part) -> str:
        return "#pagebreak()"

    def _space(self, part: Part) -> str:
        return f"#v({part['points']}pt)"

    def _annex(self, part: Part) -> str:
        label = self.inline(part.get("label", "Annex"))
        return f'#pagebreak()\n#wide(text(size: 14pt, weight: "bold", {label}))\n#title({self.inline(part["text"])})'

    def _end(self, part: Part) -> str:
        return "#end-rule()"

    def _timetable(self, part: Part) -> str:
        rows = self.source["schedule"]
        first, last = part.get("rows", [0, len(rows)])
        return Timetable(rows[first:last], part, self.inline).code()

    def _documents(self, part: Part) -> str:
        """The documents that hang on no item, in the style of the part."""
        return self._document_lines(self.source.get("documents", []), part.get("style", "title_paren"), part)

    # -- the list of items

    def _list(self, part: Part) -> str:
        out: list[str] = []
        cluster = None
        for item in self.source["items"]:
            if item.get("cluster") != cluster:
                cluster = item.get("cluster")
                if cluster:
                    style = part.get("cluster_style", "bold-italic")
                    label = literal(item["cluster_label"]) if item.get("cluster_label") else "none"
                    out.append(f"#cluster-head({self.inline(cluster)}, style: {literal(style)}, label: {label})")
            out += self._entries(item, 0, True, part)
        return "\n".join(out)

    def _entries(self, item: Item, level: int, last: bool, part: Part) -> list[str]:
        subs = item.get("items", [])
        label = item.get("label")
        listed: str = item.get("listed") or item["title"]
        if part.get("punctuation", "un") == "un":
            listed = _stopped(listed, ":" if subs else "." if level == 0 or last else ";")
        if part.get("word") and label and level == 0:
            label = f"{part['word']} {label}"
        shown = "none" if label is None else literal(label)
        if part.get("style") == "contents":
            page = next(self.pages) // 3 + 1
            out = [f"#leaders({shown}, {self.inline(listed.rstrip('.:;'))}, {page}, level: {level})"]
        else:
            step = part.get("step", 24)
            out = [f"#entry({level}, {shown}, {self.inline(listed)}, step: {step}pt)"]
        for index, sub in enumerate(subs):
            out += self._entries(sub, level + 1, index == len(subs) - 1, part)
        if part.get("documents") and item.get("documents"):
            if part.get("documents_head"):
                out.append(f"#pad(left: 24pt, lead({literal(part['documents_head'])}))")
            lines = self._document_lines(item["documents"], part["documents"], part)
            out.append(f"#pad(left: 24pt)[{lines}]")
        return out

    # -- annotations

    def _annotations(self, part: Part) -> str:
        out: list[str] = []
        cluster = None
        for item in self.source["items"]:
            if part.get("clusters") and item.get("cluster") != cluster:
                cluster = item.get("cluster")
                if cluster:
                    out.append(f"#cluster-head({self.inline(plain(cluster))}, style: {literal(part['clusters'])})")
            out += self._annotated(item, 0, part)
        return "\n".join(out)

    def _annotated(self, item: Item, level: int, part: Part) -> list[str]:
        if item.get("unheaded"):
            return []
        out = [self._item_heading(item, level, part)]
        documents = item.get("documents", [])
        first = part.get("documents_first", False)
        if documents and first:
            out += self._documentation(documents, part)
        out += [self._block(block) for block in item.get("annotation", [])]
        if documents and not first and not item.get("documents_last"):
            out += self._documentation(documents, part)
        for sub in item.get("items", []):
            out += self._annotated(sub, level + 1, part)
        if documents and not first and item.get("documents_last"):
            out += self._documentation(documents, part)
        return out

    def _item_heading(self, item: Item, level: int, part: Part) -> str:
        label = item.get("label")
        words = item.get("heading", title_of(item["title"]))
        style = part.get("heading", "number")
        number = (label or "").rstrip(".")
        shape, shown = "number", label
        if label is None:
            pass
        elif level > 0:
            if part.get("sub_path"):
                shown = spaced(item["number"])
        elif style in ("hang", "number"):
            shape = style
        elif style == "item_dot":
            words, shown = f"Item {number}. {words}", None
        elif style == "item_colon":
            words, shown = f"{part.get('word', 'Item')} {number}: {words}", None
        elif style == "item_wide":
            shape, shown = "wide", f"Item {number}."
        elif style == "item_line":
            shape, shown = "lines", f"{part.get('word', 'Item')} {number}"
        elif style == "letter":
            words, shown = f"{words} (item {number} of the provisional agenda)", f"{chr(64 + int(number))}."
        code = "none" if shown is None else literal(shown)
        size = part.get("heading_size", 10)
        return f"#item-heading({min(level, 1)}, {code}, {self.inline(words)}, style: {literal(shape)}, size: {size}pt)"

    def _block(self, block: dict[str, Any]) -> str:
        kind = block.get("type", "paragraph")
        if kind == "paragraph" and not block.get("contact"):
            return self._para({"text": block["text"], "number": block.get("number")})
        text = self.inline(block["text"])
        if kind == "heading":
            return f"#lead-italic({text})" if block.get("italic") else f"#lead({text})"
        if kind == "list_item":
            label = f"({block['number']})" if block.get("number") else "•"
            return f"#listed({literal(label)}, {text})"
        return f"#contact({text})"

    # -- documents

    def _documentation(self, documents: list[dict[str, Any]], part: Part) -> list[str]:
        out = []
        style = part.get("documents", "title_paren")
        head = part.get("documents_head", "Documentation")
        if head and style not in ("table", "code"):
            out.append(f"#lead-italic({literal(head)})" if part.get("documents_italic") else f"#lead({literal(head)})")
        out.append(self._document_lines(documents, style, part))
        return out

    def _document_lines(self, documents: list[dict[str, Any]], style: str, part: Part) -> str:
        if style in ("table", "two_columns"):
            return self._document_table(documents, style, part)
        return "\n".join(f"#document-line({self.inline(_document_words(d, style))})" for d in documents)

    def _document_table(self, documents: list[dict[str, Any]], style: str, part: Part) -> str:
        wide = style == "table"
        heads = part.get("table_head", ["Document title", "Document symbol", ""] if wide else [])
        rows = []
        for document in documents:
            cells = [document.get("title") or "", _symbols(document)] + ([document.get("purpose", "")] if wide else [])
            rows.append(", ".join(self.inline(cell) for cell in cells))
        head = ""
        if heads:
            head = "table.hline(), " + ", ".join(f"emph({literal(h)})" for h in heads) + ", table.hline(), "
        between = ",\ntable.hline(stroke: 0.4pt),\n" if heads else ",\n"
        columns = "(1fr, 132pt, 74pt)" if wide else "(1fr, 150pt)"
        end = "table.hline()" if heads else ""
        return (
            f"#[#set text(size: {8.5 if wide else 10}pt)\n#set par(justify: false)\n"
            f"#table(columns: {columns}, stroke: none, inset: (x: 4pt, y: 5.5pt), align: left,\n"
            f"{head}{between.join(rows)},\n{end})]"
        )


def _stopped(text: str, stop: str) -> str:
    """The text with its final stop, set before a footnote mark that ends it."""
    cut = text.rfind("[^")
    if cut > 0 and text.endswith("]"):
        return text[:cut] + stop + text[cut:]
    return text if text.endswith((".", ":")) else text + stop


def _symbols(document: dict[str, Any]) -> str:
    return str(document.get("shown") or " and ".join(document.get("symbols", [])))


def _document_words(document: dict[str, Any], style: str) -> str:
    symbols, title = _symbols(document), document.get("title")
    linked = f"<u>{symbols}</u>" if document.get("linked") else symbols
    if style == "code":
        return f"<i>{document['purpose']}</i> ({linked})"
    if not symbols:
        return str(title)
    if style == "title_colon":
        return f"{title}: {linked}"
    if style == "symbol_title":
        return f"{linked} {title}"
    if style == "symbol_only":
        return linked
    return f"{title} ({linked})"
