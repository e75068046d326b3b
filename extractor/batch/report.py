"""``report.html`` of a batch: the summary as tables and plots in one file that needs nothing else.

Plots are SVG, drawn here; every text that comes from papers or paths is escaped.
"""

from __future__ import annotations

import datetime as dt
import html
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from extractor import __version__
from extractor.batch.journal import Entry
from extractor.batch.outputs import is_remote
from extractor.batch.summary import Pace, Summary
from extractor.errors import one_line
from extractor.review import GRADES, serious
from extractor.writing import write

__all__ = ["report", "write_report"]

_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 640, 220, 52, 34
#: Papers in a table at most; the journal has all.
_ROWS = 500
#: Inputs that are named at most.
_NAMED = 5
#: Steps of time on each side that are taken together for a speed.
_AROUND = 3

_STYLE = """
:root{color-scheme:light dark;--ink:#1a2733;--soft:#5c6b7a;--line:#d5dde5;--mark:#0a6ebd;--ground:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa7b4;--line:#33404d;--mark:#58a6ff;--ground:#11181f}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground);max-width:70rem;margin:2rem auto;
padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2.2rem}
table{border-collapse:collapse;margin:.6rem 0;width:100%}
th,td{text-align:left;vertical-align:top;padding:.25rem .7rem;border-bottom:1px solid var(--line)}
td{overflow-wrap:break-word}td:first-child{overflow-wrap:anywhere;min-width:min(16rem,30vw)}
th{white-space:nowrap;color:var(--soft);font-weight:600}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
svg{width:100%;max-width:44rem;height:auto}svg text{fill:var(--soft);font-size:11px}section svg text{font-size:15px}
a{color:var(--mark)}.soft{color:var(--soft)}
.axis{stroke:var(--line)}.dot{fill:var(--mark);fill-opacity:.55}.bar{fill:var(--mark)}
.path{fill:none;stroke:var(--mark);stroke-width:2}
@media(max-width:40rem){thead{display:none}thead+tbody td{display:block;border:0;padding:.1rem 0}
thead+tbody td.n{display:none}
thead+tbody tr{display:block;padding:.4rem 0;border-bottom:1px solid var(--line)}}
.grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:0 2.5rem}
"""


def write_report(summary: Summary, folder: Path, title: str) -> None:
    """Write the page into a folder.

    Raises:
        OutputError: it cannot be written.
    """
    write(report(summary, title, folder), os.fspath(folder / "report.html"))


def report(summary: Summary, title: str, folder: Path = Path()) -> str:
    """The page.

    Args:
        summary: the result of the batch.
        title: the heading of the page.
        folder: where it will lie: links to papers lead from there.
    """
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M")
    made = f"un-agenda {__version__}, {now} UTC, from {', '.join(summary.inputs[:_NAMED])}"
    made += f" and {len(summary.inputs) - _NAMED} more" if len(summary.inputs) > _NAMED else ""
    done = [entry for entry in summary.entries if entry.status == "done"]
    failed = [entry for entry in summary.entries if entry.status == "failed"]
    codes: Counter[str] = Counter()
    for entry in done:
        codes.update(entry.diagnostics)
    figures = [
        ("papers done", len(done)), ("pages", sum(entry.pages or 0 for entry in done)), ("failed", len(failed)),
        ("skipped", len(summary.skipped)), ("done in this run", summary.done),
        ("known before", summary.reused), ("seconds of this run", round(summary.seconds, 1)),
    ]  # fmt: skip
    parts = [
        f'<h1>{_safe(title)}</h1>\n<p class="soft">{_safe(made)}</p>',
        "<p>Interrupted: run the same command again to continue.</p>" if summary.interrupted else "",
        _table(("", ""), figures, numbers={1}),
        "<h2>Throughput</h2>", _throughput(summary.paces),
        "<h2>Seconds and pages by paper</h2>", _scatter(done),
        '<div class="grid">',
        _counted("Review", Counter(entry.review for entry in done)),
        _counted("Kinds", Counter(entry.kind or "" for entry in done)),
        _counted("Languages", Counter(entry.language or "unknown" for entry in done)),
        _counted("Errors by category", Counter(entry.category or "" for entry in failed)),
        _counted("Diagnostics by code", codes),
        "</div>",
    ]  # fmt: skip
    if doubtful := [entry for entry in done if entry.review != "none"]:
        parts += ["<h2>Papers to look at first</h2>", _to_look_at(doubtful)]
    if failed:
        parts += _failures(failed, folder)
    if read := summary.with_json:
        links = [(_Link(one.path, quote(one.name or "")), one.symbol, one.kind, one.pages) for one in read[:_ROWS]]
        listed = _table(("paper", "symbol", "kind", "pages"), links, {3})
        more = f"<p>{len(read) - _ROWS:,} more are in the journal.</p>" if len(read) > _ROWS else ""
        parts.append(
            f"<h2>Papers done</h2><details><summary>{len(read):,} with their JSON</summary>{listed}{more}</details>"
        )
    if summary.skipped:
        parts += ["<h2>Skipped</h2>", _table(("path", "reason", "why"), summary.skipped[:_ROWS])]
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{_safe(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>\n<body>'
        + "\n".join(part for part in parts if part)
        + "</body></html>\n"
    )


def _failures(failed: Sequence[Entry], folder: Path) -> list[str]:
    """The papers that failed, the first of them by name."""
    heads = ("paper", "category", "message", "attempts")
    rows = [
        (_Link(entry.path, _address(entry.path, folder)), entry.category, entry.message, entry.attempts)
        for entry in failed[:_ROWS]
    ]
    parts = ["<h2>Papers that failed</h2>", _table(heads, rows, {3})]
    if len(failed) > _ROWS:
        parts.append(f"<p>{len(failed) - _ROWS:,} more are in the journal.</p>")
    return parts


def _safe(value: object) -> str:
    text = str(value).encode("utf-8", "backslashreplace").decode()
    return html.escape(one_line(text))


class _Link(NamedTuple):
    """A text that leads to an address, which may be empty."""

    text: str
    address: str


def _address(path: str, folder: Path) -> str:
    """Where a paper lies, from a folder; empty for one behind a URL."""
    if is_remote(path):
        return ""
    return quote(os.path.relpath(path, folder).encode("utf-8", "surrogateescape"))


def _table(
    heads: Sequence[str], rows: Sequence[Sequence[object]], numbers: frozenset[int] | set[int] = frozenset()
) -> str:
    def cell(tag: str, index: int, value: object) -> str:
        if isinstance(value, _Link):
            text = _safe(value.text)
            shown = f'<a href="{_safe(value.address)}">{text}</a>' if value.address else text
        else:
            shown = f"{value:,}" if isinstance(value, int | float) else _safe(value if value is not None else "")
        return f"<{tag}{' class=n' if index in numbers else ''}>{shown}</{tag}>"

    head = "".join(cell("th", index, value) for index, value in enumerate(heads)) if any(heads) else ""
    body = "".join("<tr>" + "".join(cell("td", i, value) for i, value in enumerate(row)) + "</tr>\n" for row in rows)
    return f"<table>{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>{body}</tbody></table>"


def _to_look_at(entries: Sequence[Entry]) -> str:
    """The papers with warnings and errors, the doubtful ones first, each with a link to its result."""
    ranked = sorted(
        entries, key=lambda entry: (GRADES.index(entry.review), -sum(entry.diagnostics.values()), entry.path)
    )
    rows = "".join(
        f'<tr><td><a href="{_safe(quote(entry.name or ""))}">{_safe(entry.path)}</a></td><td>{entry.review}</td>'
        f"<td>{_safe(', '.join(serious(entry.diagnostics)))}</td></tr>\n"
        for entry in ranked[:_ROWS]
    )
    more = f"<p>{len(ranked) - _ROWS:,} more: <code>un-agenda status</code>.</p>" if len(ranked) > _ROWS else ""
    head = "<thead><tr><th>paper</th><th>review</th><th>codes</th></tr></thead>"
    return f"<table>{head}<tbody>{rows}</tbody></table>{more}"


def _counted(title: str, counts: Counter[str]) -> str:
    """A heading with bars, the longest first."""
    if not counts:
        return ""
    most = max(counts.values())
    rows = []
    for index, (key, count) in enumerate(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:20]):
        y = 22 * index
        rows.append(
            f'<text x="0" y="{y + 14}">{_safe(key)}</text>'
            f'<rect class="bar" x="230" y="{y + 4}" width="{max(1, 190 * count / most):.1f}" height="12"/>'
            f'<text x="{236 + 190 * count / most:.1f}" y="{y + 14}">{count:,}</text>'
        )
    frame = f'viewBox="0 0 480 {22 * len(rows) + 4}" role="img" aria-label="{_safe(title)}"'
    return f"<section><h2>{_safe(title)}</h2><svg {frame}>{''.join(rows)}</svg></section>"


def _throughput(paces: Sequence[Pace]) -> str:
    """Pages a second over time, in forty steps."""
    if len(paces) < 2:
        return "<p>Too few papers in this run.</p>"
    end = max(paces[-1].seconds, 1e-6)
    steps = 40
    sums = [0] * steps
    before = 0
    for seconds, pages in paces:
        sums[min(int(seconds / end * steps), steps - 1)] += pages - before
        before = pages
    # Papers are counted when they are written down, several at once: a speed is that of the time around it.
    speeds = []
    for at in range(steps):
        around = sums[max(0, at - _AROUND) : at + _AROUND + 1]
        speeds.append(sum(around) / len(around) / (end / steps))
    points = [((index + 0.5) / steps, speed) for index, speed in enumerate(speeds)]
    top = max(speeds) or 1.0
    line = " ".join(f"{_x(x):.1f},{_y(y / top):.1f}" for x, y in points)
    return _plot(f'<polyline class="path" points="{line}"/>', "seconds", end, "pages a second", top)


def _scatter(done: Sequence[Entry]) -> str:
    if not done:
        return "<p>No paper is done.</p>"
    step = max(1, len(done) // 2_000)
    shown = done[::step]
    pages, seconds = max(entry.pages or 0 for entry in shown) or 1, max(entry.seconds for entry in shown) or 1.0
    dots = "".join(
        f'<circle class="dot" r="3" cx="{_x((entry.pages or 0) / pages):.1f}" cy="{_y(entry.seconds / seconds):.1f}"/>'
        for entry in shown
    )
    return _plot(dots, "pages", pages, "seconds", seconds)


def _x(share: float) -> float:
    return _LEFT + share * (_WIDTH - _LEFT - 12)


def _y(share: float) -> float:
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _BOTTOM - 14)


def _plot(inner: str, across: str, right: float, upwards: str, top: float) -> str:
    ground = _HEIGHT - _BOTTOM
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" class="plot" role="img" aria-label="{upwards} over {across}">'
        f'<path class="axis" fill="none" d="M{_LEFT} 8V{ground}H{_WIDTH - 8}"/>{inner}'
        f'<text x="{_LEFT - 6}" y="16" text-anchor="end">{_figure(top)}</text>'
        f'<text x="{_LEFT - 6}" y="{ground}" text-anchor="end">0</text>'
        f'<text x="{_WIDTH - 10}" y="{ground + 14}" text-anchor="end">{_figure(right)}</text>'
        f'<text x="{(_WIDTH + _LEFT) / 2}" y="{ground + 26}" text-anchor="middle">{across}</text>'
        f'<text x="{_LEFT + 6}" y="16">{upwards}</text></svg>'
    )


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"
