"use strict";
/* What is reviewed: the result, its corrections, and how a correction is made and kept. */

const state = { data: null, paper: null, picked: null, editing: false, note: -1 };

/* Names of fields that a machine measures: not part of an old value. */
const MEASURED = new Set(["page", "bbox", "places", "id", "block", "span", "anchors", "in_doubt"]);

function keysOf(path) {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((found) => (found[1] === undefined ? found[2] : Number(found[1])));
}

function pathOf(keys) {
  return keys.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("").replace(/^\./, "");
}

function pointerOf(path) {
  return keysOf(path).map((key) => "/" + String(key).replace(/~/g, "~0").replace(/\//g, "~1")).join("");
}

function at(path, root = state.paper) {
  let value = root;
  for (const key of keysOf(path)) {
    if (value === null || value === undefined) return undefined;
    value = value[key];
  }
  return value;
}

function above(path) {
  return pathOf(keysOf(path).slice(0, -1));
}

function copied(value) {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

function essence(value) {
  if (Array.isArray(value)) return value.map(essence);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !MEASURED.has(key)).map(([key, one]) => [key, essence(one)]));
}

/* Operations of a patch. */

function replacing(path, value) {
  return { op: "replace", path: pointerOf(path), value, old: essence(copied(at(path))) };
}

function removing(path, old = at(path)) {
  return { op: "remove", path: pointerOf(path), old: essence(copied(old)) };
}

/* The diagnostics that a person is warned by, the errors first. */
function doubts() {
  const found = state.paper.diagnostics.filter((note) => note.severity !== "info");
  return [...found.filter((note) => note.severity === "error"), ...found.filter((note) => note.severity === "warning")];
}

/* The worst of the diagnostics that speak of exactly this value. */
function doubtOf(path) {
  return state.doubted.get(path) || "";
}

/* What is asked for each value is looked up once. */
function counting() {
  state.doubted = new Map();
  for (const note of doubts().reverse()) if (note.path) state.doubted.set(note.path, note.severity);
  state.changed = new Set(state.data.corrections.filter((one) => one.state !== "conflict").map((one) => one.path));
}

function settling(paths) {
  const own = new Set(paths);
  return doubts().filter((note) => own.has(note.path)).map((note) => ({ code: note.code, path: note.path }));
}

/* Keep an entry. In a page that a server gives it is sent there; in a page of its own it is kept until it is saved. */
async function keep(entry) {
  if (state.data.served) return send("POST", { entry });
  const before = copied(state.paper);
  try {
    for (const operation of entry.patch) applied(state.paper, operation);
  } catch (error) {
    state.paper = before;
    return String(error.message || error);
  }
  const done = new Set(entry.settles.map((one) => `${one.code} ${one.path}`));
  state.paper.diagnostics = state.paper.diagnostics.filter((note) => !done.has(`${note.code} ${note.path}`));
  state.data.corrections.push({ entry, state: "applied", why: "", path: entry.patch.length ? pathFrom(entry.patch[0].path) : null });
  state.data.unsaved = true;
  return "";
}

async function takeBack(number) {
  if (state.data.served) return send("DELETE", { entry: state.data.corrections[number].entry });
  const kept = state.data.corrections.filter((_, index) => index !== number);
  if (kept.some((one) => one.state === "before") || state.data.corrections[number].state === "before") {
    return "It was applied before this page was written: take it out of the file of corrections.";
  }
  state.paper = copied(state.original);
  state.data.corrections = [];
  for (const one of kept) await keep(one.entry);
  return "";
}

async function send(method, body) {
  try {
    const answer = await fetch(state.data.served + "/corrections", {
      method,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const told = await answer.json();
    if (!answer.ok) return told.error || "The server refused it.";
    state.data = told;
    state.paper = told.paper;
    return "";
  } catch {
    return "The server does not answer: is it still running?";
  }
}

function pathFrom(pointer) {
  return pathOf(pointer.split("/").slice(1).map((key) => (/^\d+$/.test(key) ? Number(key) : key.replace(/~1/g, "/").replace(/~0/g, "~"))));
}

/* One operation of a JSON Patch (RFC 6902), for a page without a server. */
function applied(root, operation) {
  const keys = (pointer) => keysOf(pathFrom(pointer));
  const owner = (list) => list.slice(0, -1).reduce((value, key) => value[key], root);
  const place = keys(operation.path);
  const last = place[place.length - 1];
  const node = owner(place);
  if (operation.op === "replace") node[last] = copied(operation.value);
  else if (operation.op === "remove") node.splice(last, 1);
  else if (operation.op === "add") node.splice(last === "-" ? node.length : last, 0, copied(operation.value));
  else if (operation.op === "move") {
    const source = keys(operation.from);
    const [moved] = owner(source).splice(source[source.length - 1], 1);
    const target = owner(place);
    target.splice(last === "-" ? target.length : last, 0, moved);
  }
}

function fileName() {
  return (state.data.file || "paper").replace(/^.*[/\\]/, "");
}

/* The file of corrections, for a page without a server. */
function correctionsFile() {
  const { corrections } = state.data;
  const whole = {
    format: "un-agenda corrections 1",
    file: fileName(),
    sha256: state.paper.source.sha256,
    corrections: corrections.map((one) => one.entry),
  };
  return JSON.stringify(whole, null, 1) + "\n";
}
