"use strict";
/* The papers of a folder or database: by grade, the doubtful first; search and filters. */

const SHOWN = 200;
const GRADES = { doubtful: "doubtful", look: "to look at", none: "no warning" };
let papers = [];
let more = SHOWN;

function begin() {
  const data = JSON.parse(byId("data").textContent);
  papers = data.papers;
  document.title = `${data.place} – review`;
  byId("bar").append(make("h1", { title: data.place }, "Papers ", make("span", { textContent: data.place })));
  for (const grade of Object.keys(GRADES)) {
    const count = papers.filter((one) => one.review === grade).length;
    byId("bar").append(make("span", { className: `grade grade-${grade}`, textContent: `${count.toLocaleString("en")} ${GRADES[grade]}` }));
  }
  const search = make("input", { type: "search", name: "words", placeholder: "Search symbols, titles, bodies, file names (/)", "aria-label": "Search" });
  byId("filters").append(search, choice("review", Object.entries(GRADES)), choice("body"), choice("year"), choice("code"));
  byId("filters").addEventListener("input", () => {
    more = SHOWN;
    show();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, select")) {
      event.preventDefault();
      search.focus();
    }
  });
  show();
  document.documentElement.dataset.ready = "yes";
}

function valuesOf(paper, name) {
  return name === "code" ? paper.codes : [paper[name]].filter((one) => one !== null && one !== "");
}

function choice(name, options = null) {
  const counts = new Map();
  for (const paper of papers) for (const one of valuesOf(paper, name)) counts.set(one, (counts.get(one) || 0) + 1);
  const known = options ? options.filter(([one]) => counts.has(one)) : [...counts.keys()].sort().map((one) => [one, one]);
  if (name === "year") known.reverse();
  const label = { review: "any grade", body: "any body", year: "any year", code: "any diagnostic" }[name];
  return make("select", { name, "aria-label": name }, make("option", { value: "", textContent: label }),
    ...known.map(([one, text]) => make("option", { value: one, textContent: `${text} (${counts.get(one)})` })));
}

function show() {
  const wanted = Object.fromEntries([...byId("filters").children].map((one) => [one.name, one.value]));
  const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = papers.filter((paper) => {
    const text = `${paper.symbol || ""} ${paper.title || ""} ${paper.body || ""} ${paper.file}`.toLowerCase();
    return words.every((word) => text.includes(word))
      && ["review", "body", "year", "code"].every((name) => !wanted[name] || valuesOf(paper, name).map(String).includes(wanted[name]));
  });
  byId("count").textContent = found.length === papers.length ? counted(papers.length, "paper") : `${found.length.toLocaleString("en")} of ${counted(papers.length, "paper")}`;
  const head = make("tr", {}, ...["Grade", "Symbol", "Title", "Body", "Year", "What to look at"].map((name, index) => make("th", { scope: "col", textContent: name, className: index > 2 && index < 5 ? "wide" : "" })));
  const rows = found.slice(0, more).map((paper) => make("tr", {},
    make("td", {}, make("span", { className: `grade grade-${paper.review}`, textContent: GRADES[paper.review] })),
    make("td", { className: "symbol" }, make("a", { href: `paper/${paper.key}/`, textContent: paper.symbol || paper.file })),
    make("td", { dir: "auto" }, paper.title || "", paper.corrections ? make("span", { className: "tag", textContent: `${paper.corrections} corrected` }) : ""),
    make("td", { className: "wide", dir: "auto", textContent: paper.body || "" }),
    make("td", { className: "wide", textContent: paper.year || "" }),
    make("td", { className: "codes", textContent: paper.codes.join(", ") })));
  if (found.length > more) {
    rows.push(make("tr", {}, make("td", { colspan: "6" }, button(`Show ${Math.min(SHOWN, found.length - more)} more`, () => {
      more += SHOWN;
      show();
    }))));
  }
  byId("papers").replaceChildren(make("thead", {}, head), make("tbody", {}, ...rows));
}

begin();
