"use strict";
/* The values: diagnostics, masthead, items, documents, timetable, footnotes, and the text that no part holds. */

const KINDS = ["annotated_agenda", "agenda", "annotations", "organization_of_work", "list_of_documents", "other"];
const FORMATS = ["", "in_person", "hybrid", "online"];
const TYPES = ["paragraph", "heading", "list_item", "table"];
const DOCUMENT = [
  ["symbol", "line"], ["symbols", "lines"], ["kind", KINDS], ["title", "text"], ["organ", "text"], ["body", "text"],
  ["distribution", "line"], ["date", "date"], ["original_language", "line"], ["job_number", "line"],
];
const MEETING = [
  ["body", "text"], ["session.label", "line"], ["session.number", "number"], ["place", "line"], ["country", "line"],
  ["timezone", "line"], ["opens_at", "line"], ["format", FORMATS],
];
/* So many diagnostics are listed at once. */
const LISTED = 60;
const open = new Map();

function showValues() {
  const pane = byId("values");
  const before = pane.scrollTop;
  const { paper } = state;
  pane.replaceChildren();
  if (state.data.corrections.some((one) => one.state === "conflict")) pane.append(...conflicts());
  pane.append(...diagnostics(), ...unassigned(), ...masthead());
  if (paper.items.length) {
    pane.append(heading("Items", counted(countItems(), "item")));
    let cluster = null;
    paper.items.forEach((item, index) => {
      if (item.cluster !== cluster && item.cluster) pane.append(value(`items[${index}].cluster`, "line", { className: "cluster" }));
      cluster = item.cluster;
      pane.append(itemOf(item, `items[${index}]`));
    });
  }
  pane.append(...documents(), ...timetable(), ...footnotes(), ...rest(), ...mentions());
  pane.scrollTop = before;
}

function heading(text, more = "") {
  return make("h2", {}, text, more ? make("small", { textContent: more }) : "");
}

function folded(key, title, fill, isOpen = false) {
  const block = make("details", { open: open.has(key) ? open.get(key) : isOpen }, make("summary", { textContent: title }));
  let filled = false;
  const show = () => {
    if (block.open && !filled) {
      filled = true;
      block.append(...fill());
    }
  };
  block.fill = () => {
    block.open = true;
    show();
  };
  block.dataset.holds = key;
  block.addEventListener("toggle", () => {
    open.set(key, block.open);
    show();
  });
  show();
  return block;
}

function countItems() {
  let count = 0;
  eachItem(() => (count += 1));
  return count;
}

/* A value that can be clicked and corrected. */
function value(path, kind, options = {}) {
  const found = at(path);
  const text = shown(found);
  const { className = "", ...more } = options;
  const classes = ["v", className, doubtOf(path), text ? "" : "empty", isCorrected(path) ? "corrected" : "", state.picked === path ? "picked" : ""];
  const element = make("div", { className: classes.filter(Boolean).join(" "), dir: "auto", textContent: text || "—", data: { path }, tabIndex: -1, ...more });
  element.kind = kind;
  return element;
}

function shown(found) {
  if (found === null || found === undefined) return "";
  if (Array.isArray(found)) return found.join(", ");
  if (found === true) return "yes";
  if (found === false) return "no";
  return String(found);
}

function isCorrected(path) {
  return state.changed.has(path);
}

function row(label, element) {
  return make("div", { className: "row" }, make("span", { className: "label", textContent: label }), element);
}

function conflicts() {
  const list = make("ul", { className: "notes" });
  for (const one of state.data.corrections.filter((each) => each.state === "conflict")) {
    list.append(make("li", { className: "error", data: { path: one.path || "" } },
      make("span", { dir: "auto", textContent: `A correction was not applied: ${one.why}` }), make("span", { className: "where", textContent: one.path || "" })));
  }
  return [heading("Conflicts", counted(list.children.length, "correction")), list];
}

function diagnostics() {
  const serious = doubts();
  const notes = state.paper.diagnostics.filter((note) => note.severity === "info");
  const list = (found, from) => make("ul", { className: "notes" }, ...found.map((one, index) => noteLine(one, from + index)));
  const parts = [heading("Diagnostics", serious.length ? counted(serious.length, "value") + " in doubt" : "nothing in doubt")];
  if (serious.length) parts.push(list(serious.slice(0, LISTED), 0));
  if (serious.length > LISTED) parts.push(folded("doubts", `${serious.length - LISTED} more`, () => [list(serious.slice(LISTED), LISTED)]));
  if (notes.length) parts.push(folded("info", counted(notes.length, "note"), () => [list(notes, serious.length)]));
  return parts;
}

function noteLine(note, index) {
  const known = state.data.codes[note.code];
  const where = note.page ? `page ${note.page}` : "";
  return make("li", { className: note.severity, data: { path: note.path || "", note: index }, title: known ? `${known.meaning} ${known.advice}` : "" },
    make("span", {}, make("bdi", { textContent: note.message }), " ", make("code", { textContent: note.code })),
    make("span", { className: "where", textContent: where }));
}

function unassigned() {
  const found = state.paper.blocks.map((block, index) => [block, index]).filter(([block]) => block.role === "unassigned");
  if (!found.length) return [];
  return [heading("Text that no part holds", counted(found.length, "block")), ...found.map(([block, index]) => blockOf(block, `blocks[${index}]`))];
}

function masthead() {
  const parts = [heading("Masthead", state.paper.source.language || "")];
  for (const [name, kind] of DOCUMENT) {
    if (name === "symbols" && state.paper.document.symbols.length < 2) continue;
    parts.push(row(name.replace(/_/g, " "), value(`document.${name}`, kind)));
  }
  const line = state.paper.document.agenda_item;
  if (line) {
    parts.push(row("agenda item", value("document.agenda_item.number", "line")), row("its title", value("document.agenda_item.title", "text")));
  }
  state.paper.meetings.forEach((meeting, number) => {
    parts.push(make("h3", { textContent: state.paper.meetings.length > 1 ? `Meeting ${number + 1}` : "Meeting" }));
    for (const [name, kind] of MEETING) parts.push(row(name.replace(/[_.]/g, " "), value(`meetings[${number}].${name}`, kind)));
    meeting.periods.forEach((_, index) => {
      const path = `meetings[${number}].periods[${index}]`;
      parts.push(row("first day", value(`${path}.start`, "date")), row("last day", value(`${path}.end`, "date")));
    });
  });
  return parts;
}

function itemOf(item, path) {
  const more = make("div", { className: "more" });
  item.annotation.forEach((block, index) => more.append(blockOf(block, `${path}.annotation[${index}]`)));
  item.documents.forEach((one, index) => more.append(entryOf(one, `${path}.documents[${index}]`)));
  if (item.no_documentation) more.append(row("no documentation", value(`${path}.no_documentation`, "boolean")));
  const head = make("div", { className: "head" }, value(`${path}.number`, "line", { className: "number" }), value(`${path}.title`, "text", { className: "title" }));
  const element = make("div", { className: "item", data: { part: path } }, head);
  if (more.children.length) element.append(item.annotation.length > 6 ? folded(path, counted(item.annotation.length, "block"), () => [more], true) : more);
  item.items.forEach((inner, index) => element.append(itemOf(inner, `${path}.items[${index}]`)));
  return element;
}

function blockOf(block, path) {
  const line = make("div", { className: `block role-${block.role || "annotation"} type-${block.type}`, data: { part: path } });
  if (block.number) line.append(value(`${path}.number`, "line", { className: "number" }));
  if (block.cells) line.append(make("div", { className: "cells" }, cellsOf(block.cells, path)));
  else line.append(value(`${path}.text`, "text", { className: "text" }));
  return line;
}

function cellsOf(rows, path) {
  const table = make("table", { className: "v", data: { path: `${path}.text` } });
  for (const cells of rows) table.append(make("tr", {}, ...cells.map((cell) => make("td", { dir: "auto", textContent: cell }))));
  return table;
}

function entryOf(one, path) {
  const line = make("div", { className: "entry", data: { part: path } });
  line.append(value(`${path}.title`, "text"), value(`${path}.symbols`, "lines", { className: "symbols" }));
  if ("item" in one) line.append(row("item", value(`${path}.item`, "line")));
  return line;
}

function documents() {
  const { documents: found } = state.paper;
  if (!found.length) return [];
  const list = () => found.map((one, index) => entryOf(one, `documents[${index}]`));
  return [heading("Documents", counted(found.length, "document")), folded("documents", "all listed documents, in printed order", list, !state.paper.items.length)];
}

function timetable() {
  const { schedule } = state.paper;
  if (!schedule.length) return [];
  const head = make("tr", {}, ...["Day", "From", "To", "Items", "Subject"].map((name) => make("th", { scope: "col", textContent: name })));
  const table = make("table", { className: "times" }, make("thead", {}, head));
  const body = make("tbody");
  schedule.forEach((entry, index) => {
    const path = `schedule[${index}]`;
    const day = make("td", {}, value(`${path}.date`, "date"));
    if (entry.end_date) day.append(value(`${path}.end_date`, "date"));
    const subject = make("td", {}, value(`${path}.title`, "text"));
    if (entry.continued) subject.append(row("continued", value(`${path}.continued`, "boolean")));
    const cells = [day, make("td", {}, value(`${path}.start`, "time")), make("td", {}, value(`${path}.end`, "time")), make("td", {}, value(`${path}.items`, "lines")), subject];
    const classes = ["v-row", doubtOf(path), state.picked === path ? "picked" : ""].filter(Boolean).join(" ");
    body.append(make("tr", { className: classes, data: { path, part: path } }, ...cells));
  });
  table.append(body);
  return [heading("Timetable", counted(schedule.length, "entry", "entries")), make("div", { className: "scroll" }, table)];
}

function footnotes() {
  const found = state.paper.footnotes;
  if (!found.length) return [];
  return [heading("Footnotes", counted(found.length, "note")), ...found.map((_, index) => {
    const path = `footnotes[${index}]`;
    return make("div", { className: "block role-footnote", data: { part: path } }, value(`${path}.marker`, "line", { className: "number" }), value(`${path}.text`, "text", { className: "text" }));
  })];
}

/* All blocks that are no annotation, by their role. */
function rest() {
  const byRole = new Map();
  state.paper.blocks.forEach((block, index) => {
    if (block.role === "unassigned" || block.role === "annotation") return;
    if (!byRole.has(block.role)) byRole.set(block.role, []);
    byRole.get(block.role).push([block, index]);
  });
  if (!byRole.size) return [];
  const parts = [heading("Text of the paper by its part")];
  for (const role of ROLES.filter((one) => byRole.has(one))) {
    const blocks = byRole.get(role);
    parts.push(folded(`role ${role}`, `${role}: ${counted(blocks.length, "block")}`, () => blocks.map(([block, index]) => blockOf(block, `blocks[${index}]`))));
  }
  return parts;
}

function mentions() {
  const parts = [];
  const table = (name, columns) => () => [make("div", { className: "scroll" }, make("table", {}, ...state.paper[name].map((_, index) =>
    make("tr", { data: { part: `${name}[${index}]` } }, ...columns.map(([column, kind]) => make("td", {}, value(`${name}[${index}].${column}`, kind)))))))];
  if (state.paper.references.length) {
    parts.push(folded("references", counted(state.paper.references.length, "reference"), table("references", [["text", "line"], ["symbol", "line"], ["owner", "text"]])));
  }
  if (state.paper.dates.length) {
    parts.push(folded("dates", counted(state.paper.dates.length, "date"), table("dates", [["text", "line"], ["start", "date"], ["end", "date"], ["role", "line"]])));
  }
  return parts.length ? [heading("Mentioned in the text"), ...parts] : [];
}

/* The element of a value, unfolded where it is in a folded part; of a part that has none of its own, its first value. */
function elementOf(path) {
  for (const name of foldsOf(path)) {
    document.querySelectorAll("details").forEach((one) => one.dataset.holds === name && one.fill && one.fill());
  }
  const all = [...byId("values").querySelectorAll("[data-path]")].filter((one) => one.tagName !== "LI");
  const part = [...byId("values").querySelectorAll("[data-part]")].find((one) => one.dataset.part === path);
  return all.find((one) => one.dataset.path === path) || (part && (part.querySelector(".title, .text") || part.querySelector(".v"))) || null;
}

function foldsOf(path) {
  const names = [];
  const block = path.match(/^blocks\[(\d+)\]/);
  if (block && state.paper.blocks[block[1]]) names.push(`role ${state.paper.blocks[block[1]].role}`);
  if (/^(documents|references|dates)\b/.test(path)) names.push(path.match(/^\w+/)[0]);
  const item = path.match(/^(items.*)\.(annotation|documents)\[/);
  if (item) names.push(item[1]);
  return names;
}
