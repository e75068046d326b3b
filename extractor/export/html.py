"""HTML: the same reading copy as the Markdown, as one self-contained page.

No scripts, no external resources, every sign of the paper's text escaped, links only to web addresses. Light and dark,
printable, with headings in order, a direction of text, captions and headers of tables with their scope. Many papers
become articles of one page.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from extractor.export.common import Place, document_url, heading, labels, language_of, utf8, walk, xml_text
from extractor.export.days import page_in_words
from extractor.export.outside import Marks, Outside, outside
from extractor.export.reading import Links, Piece, facts, has_text, loose_documents, slots

if TYPE_CHECKING:
    from extractor.model import Agenda, Block, Item, ItemDocument, ListedDocument, PrintedBlock

__all__ = ["FOOT", "article", "direction", "escape", "head", "page", "stream"]

_DEEPEST = 6

#: The end of a page.
FOOT = b"</body>\n</html>\n"

_STYLE = """\
:root{color-scheme:light dark;--ink:#1a1a1a;--soft:#5a6068;--paper:#fff;--line:#d5d9de;--link:#00629b;--tint:#f3f6f9}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e3;--soft:#a3aab3;--paper:#16191d;--line:#3a4047;--link:#6cb8ee;\
--tint:#1f242a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Georgia,"Noto Serif","Noto Naskh Arabic",\
"Songti SC","Noto Serif CJK SC",serif}
article{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 3rem;overflow-wrap:break-word}
article+article{border-top:1px solid var(--line)}
h1,h2,h3,h4,h5,h6,th,dt,caption,.number{font-family:system-ui,"Segoe UI","Noto Sans",sans-serif}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 1rem;text-wrap:balance}
h2{font-size:1.35rem;margin:2.5rem 0 .75rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
h3{font-size:1.1rem;margin:2rem 0 .5rem}
h4,h5,h6{font-size:1rem;margin:1.5rem 0 .4rem}
p{margin:.6rem 0}
a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.15em}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
dl{display:grid;grid-template-columns:max-content 1fr;align-items:baseline;gap:.25rem 1rem;\
margin:0 0 1.5rem;padding:.9rem 1rem;background:var(--tint);border-radius:.4rem}
dt{color:var(--soft);font-size:.9rem}
dd{margin:0}
ul,ol{margin:.5rem 0;padding-inline-start:1.25rem}
ul.items,ul.items ul{list-style:none;padding-inline-start:0}
ul.items ul{padding-inline-start:3.15rem;margin:.1rem 0}
ul.items li{margin:.3rem 0}
.row{display:flex;gap:.75rem;align-items:baseline}
bdi,a{unicode-bidi:isolate}
.number{color:var(--soft);font-size:.9em;font-variant-numeric:tabular-nums}
.row>.number{flex:none;min-width:2.4rem}
.row>:not(.number){min-width:0}
h3 .number,h4 .number,h5 .number,h6 .number{margin-inline-end:.5rem}
p.cluster{font-weight:700;margin:1.2rem 0 .3rem}
.page{float:inline-end;margin-inline-start:.75rem;color:var(--soft);font:.8rem/1.9rem system-ui,sans-serif}
.page a{color:inherit}
.page,time{white-space:nowrap}
nav{max-width:46rem;margin:0 auto;padding:1rem 1.25rem 0;font-size:.95rem}
.table{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.95rem;line-height:1.4}
caption{text-align:start;color:var(--soft);font-size:.9rem;padding-bottom:.4rem}
th,td{text-align:start;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line)}
thead th{color:var(--soft);font-size:.85rem;font-weight:600}
tbody th{font-weight:600}
td.hours,td.numbers{font-variant-numeric:tabular-nums}
td.hours{white-space:nowrap}
td.numbers{width:16%}
ul.documents{list-style:square;font-size:.97rem}
dl.notes{display:block;background:none;padding:0;font-size:.93rem}
dl.notes div{display:flex;gap:.75rem;margin:.4rem 0}
dl.notes dt{flex:none;min-width:1.5rem}
sup{line-height:0;font-size:.75em}
@media(max-width:36rem){dl:not(.notes){grid-template-columns:1fr}dl:not(.notes) dd{margin-bottom:.4rem}}
@media print{:root{--ink:#000;--soft:#444;--paper:#fff;--line:#999;--link:#000;--tint:#fff}body{font-size:10.5pt}\
article{max-width:none;padding:0}article+article{break-before:page;border:0}h2,h3,h4{break-after:avoid}tr,li{\
break-inside:avoid}dl{padding:0}}
"""


def stream(agendas: Iterable[Agenda]) -> Iterator[bytes]:
    """One page of all ``agendas``, an article each."""
    number = 0
    for number, agenda in enumerate(agendas, start=1):
        if number == 1:
            yield utf8(head(_title(agenda), language_of(agenda) or "en"))
        yield article(agenda, "" if number == 1 else f"p{number}-")
    if number == 0:
        yield utf8(head("Agendas"))
    yield FOOT


def page(agenda: Agenda, *, index: str, review: str | None = None) -> bytes:
    """The page of one paper in a folder.

    Args:
        agenda: the paper.
        index: address of the page that lists the papers.
        review: address of its review page, to which the numbers of pages lead; None where there is none.
    """
    links = f'<a href="{escape(index)}">All papers</a>'
    if review is not None:
        links += f' · <a href="{escape(review)}">Check against the paper</a>'
    nav = f'<nav lang="en" dir="ltr">{links}</nav>\n'
    return utf8(head(_title(agenda), language_of(agenda) or "en") + nav) + article(agenda, review=review) + FOOT


def article(agenda: Agenda, prefix: str = "", *, review: str | None = None) -> bytes:
    """One paper as an article.

    Args:
        agenda: the paper.
        prefix: begins its ids, so that they differ from those of other papers.
        review: address of its review page, to which the numbers of pages lead.
    """
    return utf8("".join(_article(agenda, prefix, review)))


def escape(text: str) -> str:
    """``text`` such that it shows as it is, in elements and in quoted attributes."""
    return html.escape(xml_text(text), quote=True)


def _title(agenda: Agenda) -> str:
    title = heading(agenda.document)
    symbol = agenda.document.symbol
    return f"{symbol}: {title}" if symbol and symbol != title else title


def head(title: str, language: str = "en", style: str = "") -> str:
    """The beginning of a page."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"{direction(language)}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}{style}</style>\n</head>\n<body>\n"
    )


def direction(language: str) -> str:
    """The direction of a language, as an attribute."""
    from extractor.lexicon import code_of

    return f' dir="{code_of(language, "direction") or "ltr"}"'


def _article(agenda: Agenda, prefix: str, review: str | None) -> Iterator[str]:
    language = language_of(agenda) or "en"
    words, copy = labels(language), _Copy(agenda, prefix, review)
    title = escape(heading(agenda.document)) + copy.pieces(copy.marks.of("title"))
    yield f'<article lang="{escape(language)}"{direction(language)} aria-labelledby="{prefix}title">\n'
    yield f'<h1 id="{prefix}title">{title}</h1>\n'
    if known := facts(agenda):
        yield "<dl>\n"
        for label, value in known:
            yield f"<dt>{escape(label)}</dt><dd>{copy.pieces(value)}</dd>\n"
        yield "</dl>\n"
    yield from copy.text(copy.outside.before)
    if agenda.items:
        places = list(walk(agenda.items))
        yield f"<h2>{escape(words['agenda'])}</h2>\n"
        yield from _list(places, copy)
        yield from copy.text(copy.outside.after_list)
        if any(has_text(place.item) for place in places):
            yield f"<h2>{escape(words['annotations'])}</h2>\n"
            yield from _annotations(agenda, places, copy)
    if loose := loose_documents(agenda):
        loose_at = [(at, one) for at, one in enumerate(agenda.documents) if any(one is other for other in loose)]
        yield f"<h2>{escape(words['documents'])}</h2>\n"
        yield from _documents(loose, language, [copy.page(one.page, f"documents[{at}]") for at, one in loose_at])
    yield from copy.text(copy.outside.after_documents)
    if agenda.schedule:
        marks = copy.pieces(copy.marks.of("timetable"))
        yield f'<h2 id="{prefix}timetable">{escape(words["timetable"])}{marks}</h2>\n'
        yield from _timetable(agenda, copy)
    yield from copy.text(copy.outside.after_timetable)
    if agenda.footnotes:
        yield f'<h2>{escape(words["footnotes"])}</h2>\n<dl class="notes">\n'
        for number, note in enumerate(agenda.footnotes, start=1):
            text = copy.pieces(copy.links.pieces(note.text, None))
            yield f'<div id="{prefix}note-{number}"><dt>{escape(note.marker)}</dt><dd>{text}</dd></div>\n'
        yield "</dl>\n"
    yield "</article>\n"


class _Copy:
    """What all parts of one article need: its links, the marks of its notes, the text outside its items."""

    def __init__(self, agenda: Agenda, prefix: str, review: str | None) -> None:
        self.prefix = prefix
        self._review = review
        self._language = language_of(agenda)
        self.links = Links(agenda)
        self.marks = Marks(agenda)
        self.outside: Outside = outside(agenda)

    def page(self, number: int | None, path: str) -> str:
        """The page on which a value stands, with a link to its box on the review page."""
        if number is None:
            return ""
        shown = escape(page_in_words(number, self._language))
        if self._review is not None:
            shown = f'<a href="{escape(f"{self._review}#{path}")}">{shown}</a>'
        return f'<small class="page">{shown}</small>'

    def pieces(self, pieces: Iterable[Piece]) -> str:
        """Pieces of text: links, and marks of notes as links to the notes."""
        found = []
        for piece in pieces:
            shown = escape(piece.text)
            if piece.note is not None:
                shown = f'<sup><a href="#{self.prefix}note-{piece.note}">{shown}</a></sup>'
            elif piece.url:
                shown = f'<a href="{escape(piece.url)}">{shown}</a>'
            elif piece.day is not None:
                shown = f'<time datetime="{piece.day.isoformat()}">{shown}</time>'
            found.append(shown)
        return "".join(found)

    def block(self, block: Block | PrintedBlock, item: str | None) -> str:
        """The text of a block, with links and marks."""
        return self.pieces(self.marks.put(self.links.pieces(block.text, item), block.id))

    def text(self, blocks: list[PrintedBlock], *, in_item: bool = False) -> Iterator[str]:
        """Blocks outside the items; headings among the text of an item are none of the page's outline."""
        if not blocks:
            return
        yield '<div class="text">\n'
        inside = False
        for block in blocks:
            if (block.type == "list_item") != inside:
                yield "</ul>\n" if inside else '<ul class="items">\n'
                inside = not inside
            text = self.block(block, block.item)
            if block.cells is not None:
                yield _cells(block.cells)
            elif block.type == "heading" and not in_item:
                yield f"<h2>{text}</h2>\n"
            else:
                yield _block(block, text)
        yield "</ul>\n</div>\n" if inside else "</div>\n"


def _cells(rows: list[list[str]]) -> str:
    shown = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in rows)
    return f'<div class="table"><table>\n<tbody>\n{shown}</tbody>\n</table></div>\n'


def _id(place: Place, prefix: str) -> str:
    return f"{prefix}item-{'-'.join(map(str, place.path))}"


def _path(place: Place) -> str:
    """The place of an item's title, as diagnostics write it."""
    return ".".join(f"items[{at - 1}]" for at in place.path) + ".title"


def _list(places: list[Place], copy: _Copy) -> Iterator[str]:
    """The list of items; sub-items are lists within, headings over items stand between the lists."""
    level, cluster = 0, None
    for place in places:
        item = place.item
        if place.level == 1 and item.cluster != cluster:
            yield "</li></ul>" * level
            level, cluster = 0, item.cluster
            if cluster:
                yield f'<p class="cluster">{escape(cluster)}</p>\n'
        if place.level > level:
            yield '<ul class="items">\n' if level == 0 else "<ul>\n"
        else:
            yield "</li>\n" + "</ul></li>\n" * (level - place.level)
        level = place.level
        number = f'<bdi class="number" dir="ltr">{escape(item.number)}</bdi>' if item.number else ""
        title = escape(item.title)
        if has_text(item):
            title = f'<a href="#{_id(place, copy.prefix)}">{title}</a>'
        title += copy.pieces(copy.marks.of("list", item.number)) if item.number else ""
        own = "" if has_text(item) else f' id="{_id(place, copy.prefix)}"'
        yield f'<li{own}>{copy.page(item.page, _path(place))}<span class="row">{number}<span>{title}</span></span>'
    if level:
        yield "</li></ul>" * level + "\n"


def _annotations(agenda: Agenda, places: list[Place], copy: _Copy) -> Iterator[str]:
    language = language_of(agenda)
    for place in places:
        item = place.item
        if not has_text(item):
            continue
        shown = min(place.level + 2, _DEEPEST)
        number = f'<bdi class="number" dir="ltr">{escape(item.number)}</bdi>' if item.number else ""
        title = escape(item.title) + (copy.pieces(copy.marks.of("heading", item.number)) if item.number else "")
        yield f'<h{shown} id="{_id(place, copy.prefix)}">{number}{title}</h{shown}>\n'
        base = _path(place).removesuffix(".title")
        if item.annotation:
            yield copy.page(item.annotation[0].page, f"{base}.annotation[0]")
        yield from _blocks(item, copy)
        if item.documents:
            pages = [copy.page(one.page, f"{base}.documents[{at}]") for at, one in enumerate(item.documents)]
            yield from _documents(item.documents, language, pages)
        if item.no_documentation and not item.annotation:  # an annotation says so itself
            yield f"<p><em>{escape(labels(language)['no_documentation'])}</em></p>\n"
        yield from copy.text(copy.outside.after_item.get(place.path, []), in_item=True)


def _blocks(item: Item, copy: _Copy) -> Iterator[str]:
    inside = False
    for block in item.annotation:
        if (block.type == "list_item") != inside:
            yield "</ul>\n" if inside else '<ul class="items">\n'
            inside = not inside
        yield _block(block, copy.block(block, item.number))
        if after := copy.outside.after_block.get(block.id or 0):
            yield "</ul>\n" if inside else ""
            inside = False
            yield from copy.text(after, in_item=True)
    if inside:
        yield "</ul>\n"


def _block(block: Block | PrintedBlock, text: str) -> str:
    stop = "." if block.number and block.number.isdecimal() else ""
    number = f'<bdi class="number" dir="ltr">{escape(block.number)}{stop}</bdi>' if block.number else ""
    if block.type == "list_item":
        return f'<li><span class="row">{number}<span>{text}</span></span></li>\n'
    if block.type == "heading":
        return f"<p><strong>{number}{' ' if number else ''}{text}</strong></p>\n"
    return f'<p class="row">{number}<span>{text}</span></p>\n' if number else f"<p>{text}</p>\n"


def _documents(
    documents: Iterable[ItemDocument | ListedDocument], language: str | None, pages: Iterable[str]
) -> Iterator[str]:
    yield '<ul class="documents">\n'
    for one, page in zip(documents, pages, strict=True):
        symbols = ", ".join(_symbol(symbol, document_url(symbol, language)) for symbol in one.symbols)
        title = escape(one.title) if one.title else ""
        shown = f"{title} ({symbols})" if title and symbols else title or symbols or "–"
        yield f"<li>{page}{shown}</li>\n"
    yield "</ul>\n"


def _symbol(symbol: str, url: str | None) -> str:
    return f'<a href="{escape(url)}">{escape(symbol)}</a>' if url else escape(symbol)


def _timetable(agenda: Agenda, copy: _Copy) -> Iterator[str]:
    words = labels(language_of(agenda))
    yield f'<div class="table"><table aria-labelledby="{copy.prefix}timetable">\n<thead><tr>'
    for word in ("date", "time", "items", "subject"):
        yield f'<th scope="col">{escape(words[word])}</th>'
    yield "</tr></thead>\n"
    for slot in slots(agenda):
        rows = f' rowspan="{len(slot.entries)}"' if len(slot.entries) > 1 else ""
        day = f'<th scope="{"rowgroup" if rows else "row"}"{rows}>{copy.pieces(slot.days)}</th>'
        # Sittings one under the other: a long cell would push the words out of sight.
        times = escape(slot.hours).replace(", ", ",<br>")
        hours = f'<td class="hours"{rows}><bdi dir="ltr">{times}</bdi></td>'
        yield "<tbody>\n"
        for at, (items, title) in enumerate(slot.entries):
            first = f"{day}{hours}" if at == 0 else ""
            numbers = f'<td class="numbers"><bdi dir="ltr">{escape(items)}</bdi></td>'
            place = slot.places[at]
            where = copy.page(agenda.schedule[place].page, f"schedule[{place}]")
            yield f'<tr>{first}{numbers}<td class="subject">{where}{escape(title)}</td></tr>\n'
        yield "</tbody>\n"
    yield "</table></div>\n"
