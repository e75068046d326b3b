"""The pages as HTML: no scripts, no external resources, every text of a paper escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from extractor.export.common import document_url, utf8
from extractor.export.days import day_in_words
from extractor.export.html import FOOT, article, direction, escape, head
from extractor.store.browse import QUERIES
from extractor.store.views import COMMENTS

if TYPE_CHECKING:
    from extractor.model import Agenda
    from extractor.store import Hit

__all__ = ["Listed", "Site", "failed_page", "paper_page", "search_page", "start_page"]

#: Views in the order in which people want them; the current ones first.
_VIEWS = ("current_agenda_items", "current_timetable", "documents_by_item", "citations", "revisions")

_STYLE = """\
body{font:1rem/1.5 system-ui,"Segoe UI","Noto Sans",sans-serif}
main,header{max-width:64rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.25rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:baseline}
main{padding-bottom:3rem}
main h1{margin-top:1.25rem}
form{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;margin:1.25rem 0}
input[type=search]{flex:1 1 18rem;font:inherit;padding:.5rem .7rem;border:1px solid var(--line);border-radius:.4rem;\
background:var(--paper);color:var(--ink)}
button{font:inherit;padding:.5rem 1.1rem;border:0;border-radius:.4rem;background:var(--link);color:var(--paper)}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.75rem;padding:0;list-style:none}
.cards li{background:var(--tint);border-radius:.4rem;padding:.7rem .9rem}
.cards a{font-weight:600}
.soft,.cards span{color:var(--soft);font-size:.9rem}
.cards span{display:block}
ol.hits{list-style:none;padding:0}
ol.hits li{padding:.8rem 0;border-bottom:1px solid var(--line)}
ol.hits p{margin:.25rem 0}
.doubtful{color:#b3261e}
@media(prefers-color-scheme:dark){.doubtful{color:#ff8a80}}
main tbody th{font-weight:400;white-space:nowrap}
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper of the start page."""

    key: str
    symbol: str | None
    language: str | None
    title: str | None
    body: str | None
    first_day: Any
    review: str | None


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages need.

    Attributes:
        database: what Datasette calls the database.
        reviews: gives the address of the review page of a paper by its key; None for those without.
        list_of_reviews: address of the review page that lists all papers.
    """

    database: str
    reviews: Callable[[str], str | None] = lambda _: None
    list_of_reviews: str | None = None
    words: str = field(default="", kw_only=True)


def start_page(site: Site, papers: Sequence[Listed], count: int) -> bytes:
    """The page with search, views, questions and papers."""
    views = [(f"/{site.database}/{name}", name.replace("_", " "), COMMENTS[name]) for name in _VIEWS]
    questions = [(f"/{site.database}/{name}", one["title"], one["description"]) for name, one in QUERIES.items()]
    body = [
        "<h1>Agendas of United Nations meetings</h1>",
        _form(site),
        "<h2>Views</h2>", _cards(views),
        "<h2>Questions</h2>", _cards(questions),
        f"<h2>Papers</h2>\n<p class=\"soft\">{len(papers):,} of {count:,}, the latest meetings first; "
        f'<a href="/{escape(quote(site.database))}/documents">all of them</a></p>',
        _papers(papers),
    ]  # fmt: skip
    return _page(site, "Agendas", body)


def search_page(site: Site, hits: Sequence[Hit], anchors: Mapping[str, str], *, current: bool, why: str = "") -> bytes:
    """The page of what was found.

    Args:
        site: what all pages need; `words` are those that were looked for.
        hits: what was found, the best first.
        anchors: the place of each item on the page of its paper, by its key.
        current: whether superseded papers were left out.
        why: what is wrong with the question, where something is.
    """
    found = [f"<li>{_hit(site, hit, anchors)}</li>" for hit in hits]
    count = why or (f"{len(hits):,} found" if hits else "nothing found")
    body = [_form(site, current=current), f'<p class="soft" role="status">{escape(count)}</p>']
    body.append(f'<ol class="hits">\n{"".join(found)}</ol>')
    return _page(site, f"{site.words} – search", body)


def paper_page(site: Site, agenda: Agenda, key: str) -> bytes:
    """The page of a paper, as its HTML copy."""
    symbol, language = agenda.document.symbol, agenda.source.language
    review = site.reviews(key)
    links = [(document_url(symbol, language), "UN document"), (review, "Check against the paper")]
    rows = f"/{quote(site.database)}/documents/{quote(key, safe='').replace('%', '~')}"
    links.append((rows, "Rows in the database"))
    shown = "".join(f'<a href="{escape(url)}">{words}</a>' for url, words in links if url)
    start = head(f"{symbol or key}", language or "en", _STYLE + "header{max-width:46rem}\n")
    nav = f'<header lang="en" dir="ltr"><a href="/">Start</a>{shown}</header>\n'
    return utf8(start + nav) + article(agenda, review=review) + FOOT


def failed_page(site: Site, text: str) -> bytes:
    """A page that says what is wrong."""
    return _page(site, "Not found", [f"<p>{escape(text)}</p>"])


def _page(site: Site, title: str, body: Iterable[str]) -> bytes:
    links = [("/", "Start"), (site.list_of_reviews, "Review"), (f"/{quote(site.database)}", "All tables")]
    shown = "".join(f'<a href="{escape(url)}">{words}</a>' for url, words in links if url)
    content = "\n".join(body)
    return utf8(f"{head(title, style=_STYLE)}<header>{shown}</header>\n<main>\n{content}\n</main>\n") + FOOT


def _form(site: Site, *, current: bool = True) -> str:
    checked = " checked" if current else ""
    return (
        '<form action="/search" role="search">'
        f'<input type="search" name="words" value="{escape(site.words)}" aria-label="Words"'
        ' placeholder="Words, &quot;phrases&quot;, AND, OR, NOT, begin*, or a symbol" required>'
        '<button type="submit">Search</button>'
        f'<label><input type="checkbox" name="current" value="1"{checked}> without superseded papers</label>'
        '<input type="hidden" name="asked" value="1"></form>'
    )


def _cards(cards: Iterable[tuple[str, str, str]]) -> str:
    shown = "".join(
        f'<li><a href="{escape(quote(url))}">{escape(words)}</a><span>{escape(more)}</span></li>\n'
        for url, words, more in cards
    )
    return f'<ul class="cards">\n{shown}</ul>'


def _papers(papers: Iterable[Listed]) -> str:
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Paper", "Title", "Body", "First day", "Review"))
    rows = "".join(map(_paper_row, papers))
    return f'<div class="table"><table><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>'


def _paper_row(one: Listed) -> str:
    symbol = f"<bdi>{escape(one.symbol or one.key[:12])}</bdi>"
    grade = escape(one.review) if one.review in ("look", "doubtful") else ""
    return (
        f'<tr><th scope="row"><a href="{escape(paper_address(one.key))}">{symbol}</a></th>'
        f"{_cell(one.title, one.language)}{_cell(one.body, one.language)}"
        f'<td>{_day(one.first_day)}</td><td class="{grade}">{grade}</td></tr>\n'
    )


def _cell(text: str | None, language: str | None) -> str:
    return f'<td lang="{escape(language or "en")}"{direction(language or "en")}>{escape(text or "")}</td>'


def _day(day: Any) -> str:
    return f"<time>{escape(day_in_words(day, 'en'))}</time>" if day else ""


def paper_address(key: str, anchor: str = "") -> str:
    """The address of the page of a paper, and of an item on it."""
    return f"/paper/{quote(key, safe='')}" + (f"#{anchor}" if anchor else "")


def _value(anchor: str) -> str:
    """The place of an item on the review page of its paper, by its place on the page of the paper."""
    steps = anchor.split("-")[1:]
    return f"#{'.'.join(f'items[{int(step) - 1}]' for step in steps)}.title" if steps else ""


def _hit(site: Site, hit: Hit, anchors: Mapping[str, str]) -> str:
    symbol = escape(hit.symbol or hit.document_id[:12])
    paper = f'<a href="{escape(paper_address(hit.document_id))}"><bdi>{symbol}</bdi></a>'
    what = escape(hit.role) if hit.role else ""
    if hit.item_id:
        title = f"{hit.item or ''} {hit.title or ''}".strip()
        place = paper_address(hit.document_id, anchors.get(hit.item_id, ""))
        what = f'<a href="{escape(place)}" dir="auto">{escape(title)}</a>'
    more = [escape(hit.body or ""), _day(hit.date)]
    if url := document_url(hit.symbol, hit.language):
        more.append(f'<a href="{escape(url)}">UN document</a>')
    if review := site.reviews(hit.document_id):
        more.append(f'<a href="{escape(review + _value(anchors.get(hit.item_id or "", "")))}">check</a>')
    shown = " · ".join(part for part in more if part)
    return f'{paper} {what}<p dir="auto">{escape(hit.snippet)}</p><p class="soft">{shown}</p>'
