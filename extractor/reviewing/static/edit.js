"use strict";
/* Corrections: the forms in which they are made. Each gives an entry with its reason. */

/* Open a form under (or in place of) an element; `save` gives the operations, or a sentence that says what is wrong. */
function form(element, { fields, action, path, settle = [], save, label = "Save" }) {
  closeForm();
  const reason = make("input", { type: "text", name: "reason", placeholder: "why (kept with the correction)", autocomplete: "off" });
  const wrong = make("div", { className: "wrong", role: "alert" });
  const checks = settling(settle).map((one) => [one, make("input", { type: "checkbox", checked: true })]);
  const box = make("form", { className: "form", dir: "ltr" }, ...fields,
    ...checks.map(([one, check]) => make("label", { className: "check" }, check, `this settles ${one.code}`)),
    make("label", {}, "Reason", reason), wrong,
    make("div", { className: "buttons" }, button(label, null, { type: "submit", className: "main" }), button("Cancel", closeForm)));
  box.addEventListener("submit", async (event) => {
    event.preventDefault();
    const patch = save();
    if (typeof patch === "string") {
      wrong.textContent = patch;
      return;
    }
    const settles = checks.filter(([, check]) => check.checked).map(([one]) => one);
    const failed = await submit({ action, reason: reason.value.trim(), patch, settles }, path);
    if (failed) wrong.textContent = failed;
  });
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") closeForm();
    if (event.key === "Enter" && event.target.tagName === "TEXTAREA" && !event.shiftKey) {
      event.preventDefault();
      box.requestSubmit();
    }
  });
  box.addEventListener("click", (event) => event.stopPropagation());
  box.under = element;
  if (!element.closest("tr")) element.hidden = true;
  const cell = element.closest("tr");
  if (cell) cell.after(make("tr", { className: "holds-form" }, make("td", { colspan: "9" }, box)));
  else element.after(box);
  state.editing = true;
  const first = box.querySelector("textarea, select, input");
  first.focus();
  if (first.select && first.tagName !== "SELECT") first.select();
  box.scrollIntoView({ block: "nearest" });
}

function closeForm() {
  const box = document.querySelector("#values .form");
  state.editing = false;
  if (!box) return;
  box.under.hidden = false;
  (box.closest("tr.holds-form") || box).remove();
}

/* Keep an entry and show what became of it; gives a sentence where it was refused. */
async function submit(entry, path) {
  const failed = await keep(entry);
  if (failed) return failed;
  closeForm();
  refresh();
  if (path) pick(path, { scroll: false });
  say(entry.action === "accept" ? "Found right, and kept." : "Corrected, and kept.");
  return "";
}

/* The field in which a value of a kind is written, and what reads it: a value, or an Error. */
function field(kind, found) {
  if (Array.isArray(kind)) {
    const select = make("select", {}, ...kind.map((one) => make("option", { value: one, textContent: one || "—" })));
    select.value = found || "";
    return [select, () => select.value || null];
  }
  if (kind === "boolean") {
    const select = make("select", {}, ...["yes", "no"].map((one) => make("option", { value: one, textContent: one })));
    select.value = found ? "yes" : "no";
    return [select, () => select.value === "yes"];
  }
  if (kind === "date" || kind === "time" || kind === "number") {
    const input = make("input", { type: kind, value: found ?? "", min: kind === "number" ? "1" : "" });
    return [input, () => (input.value === "" ? null : kind === "number" ? Number(input.value) : input.value)];
  }
  if (kind === "lines") {
    const area = make("textarea", { value: (found || []).join("\n"), rows: Math.max(2, (found || []).length + 1), dir: "auto", title: "one a line" });
    area.addEventListener("keydown", (event) => event.key === "Enter" && !event.ctrlKey && event.stopPropagation());
    return [area, () => area.value.split("\n").map((one) => one.trim()).filter(Boolean)];
  }
  const rows = kind === "text" ? Math.min(12, Math.max(2, Math.ceil(String(found ?? "").length / 60))) : 1;
  const area = make("textarea", { value: found ?? "", rows, dir: "auto" });
  return [area, () => area.value.replace(/\s+/g, " ").trim() || null];
}

const NEVER_EMPTY = /\.(title|text|marker)$/;

function edit(path) {
  const element = elementOf(path);
  if (!element) return;
  const target = element.dataset.path && element.kind ? element : element.querySelector(".v") || element;
  const own = target.dataset.path;
  if (/^blocks\[\d+\]|annotation\[\d+\]/.test(own) && /\.text$/.test(own) && (at(own) === undefined || at(above(own)).cells)) {
    editRole(above(own));
    return;
  }
  const found = at(own);
  const [input, read] = field(target.kind || "text", found);
  form(target, {
    fields: [make("label", {}, keysOf(own).filter((key) => typeof key === "string").pop().replace(/_/g, " "), input)],
    action: "edit",
    path: own,
    settle: [own, above(own)],
    save() {
      const next = read();
      if (next === null && NEVER_EMPTY.test(own) && !/^(document|meetings|schedule)\b|documents\[/.test(own)) return "It cannot be empty: remove the part instead.";
      if (JSON.stringify(next) === JSON.stringify(found)) return "That is what stands there: accept it with “a”.";
      return [replacing(own, next)];
    },
  });
}

/* The value of which a diagnostic speaks: this one, or the part that holds it. */
function doubted(path) {
  const part = path && partOf(path);
  return doubtOf(path) || !part || !doubtOf(part) ? path : part;
}

/* The value is right as it is: its diagnostics are settled. */
async function accept(picked) {
  const path = doubted(picked);
  const found = at(path);
  const patch = found !== undefined && !Array.isArray(found) && path ? [{ op: "test", path: pointerOf(path), value: essence(copied(found)) }] : [];
  const settles = path ? settling([path]) : [{ code: state.code, path: null }];
  const failed = await submit({ action: "accept", reason: "", patch, settles }, path);
  if (failed) say(failed);
}

/* A block of another role, or of another item. */
function editRole(path) {
  const block = blockAt(path);
  if (!block) return;
  const index = block.id - 1;
  const numbers = [];
  eachItem((item) => item.number && numbers.push(item.number));
  const [role, readRole] = field(ROLES, state.paper.blocks[index].role);
  const [type, readType] = field(TYPES, block.type);
  const [item, readItem] = field(["", ...numbers], state.paper.blocks[index].item);
  form(elementOf(path), {
    fields: [make("label", {}, "Role", role), make("label", {}, "Type", type), make("label", {}, "Item", item)],
    action: "role",
    path: null,
    settle: [`blocks[${index}]`, path],
    save() {
      const old = state.paper.blocks[index];
      const patch = [];
      if (readItem() !== old.item) patch.push(replacing(`blocks[${index}].item`, readItem()));
      if (readRole() !== old.role) patch.push(replacing(`blocks[${index}].role`, readRole()));
      if (readType() !== old.type) patch.push(replacing(`blocks[${index}].type`, readType()));
      if (!patch.length) return "Nothing is changed.";
      if (readRole() === "annotation" && !readItem()) return "An annotation belongs to an item: choose one.";
      return patch;
    },
  });
}

function blockAt(path) {
  const found = at(path);
  if (!found || typeof found !== "object") return null;
  if (/^blocks\[\d+\]$/.test(path)) return found;
  return /annotation\[\d+\]$/.test(path) && found.id ? found : null;
}

/* Parts of lists. */

function sibling(path, by) {
  const keys = keysOf(path);
  keys[keys.length - 1] += by;
  return pathOf(keys);
}

function ask(path, action, text, patch, next = null) {
  const element = elementOf(path);
  form(element, { fields: [make("div", { textContent: text })], action, path: next, settle: [path, `${path}.title`, `${path}.number`], save: patch, label: "Do it" });
}

function splitItem(path) {
  const item = at(path);
  const [title, readTitle] = field("text", item.title);
  const [number, readNumber] = field("line", null);
  form(elementOf(path), {
    fields: [make("label", {}, "Title: put the cursor where the next item begins", title), make("label", {}, "Number of the new item (may be empty)", number)],
    action: "split",
    path: `${path}.title`,
    settle: [path, `${path}.title`],
    label: "Split here",
    save() {
      const cut = title.selectionStart;
      const [first, second] = [readTitle().slice(0, cut).trim(), title.value.slice(cut).trim()];
      if (!first || !second) return "Put the cursor between the two titles.";
      const added = { ...copied(item), number: readNumber(), label: null, title: second, annotation: [], documents: [], items: [], no_documentation: false };
      return [replacing(`${path}.title`, first), { op: "add", path: pointerOf(sibling(path, 1)), value: added }];
    },
  });
  title.setSelectionRange(title.value.length, title.value.length);
}

function joinItems(path) {
  const [one, two, next] = [at(path), at(sibling(path, 1)), sibling(path, 1)];
  if (!two) {
    say("There is no next item at this level.");
    return;
  }
  ask(path, "join", `Join with “${two.title}”`, () => {
    const patch = [replacing(`${path}.title`, `${one.title} ${two.title}`)];
    for (const list of ["annotation", "documents", "items"]) {
      for (let left = two[list].length; left; left -= 1) patch.push({ op: "move", from: `${pointerOf(next)}/${list}/0`, path: `${pointerOf(path)}/${list}/-` });
    }
    patch.push(removing(next, { ...copied(two), annotation: [], documents: [], items: [] }));
    return patch;
  }, `${path}.title`);
}

function moveItem(path, target, words) {
  const moved = { op: "move", from: pointerOf(path), path: target };
  ask(path, "move", words, () => [{ op: "test", path: `${pointerOf(path)}/title`, value: at(path).title }, moved]);
}

function removePart(path) {
  const next = /^items/.test(path) && at(path).annotation && at(path).annotation.length ? " and what stands under it" : "";
  ask(path, "remove", `Remove this${next}`, () => [removing(path)]);
}

function addItem(path) {
  const [title, readTitle] = field("text", "");
  const [number, readNumber] = field("line", null);
  form(elementOf(path), {
    fields: [make("label", {}, "Title of the new item", title), make("label", {}, "Its number (may be empty)", number)],
    action: "add",
    path: `${sibling(path, 1)}.title`,
    label: "Add",
    save() {
      if (!readTitle()) return "An item has a title.";
      const added = { number: readNumber(), label: null, title: readTitle(), cluster: at(path).cluster, page: null, bbox: null, places: [], annotation: [], documents: [], no_documentation: false, items: [] };
      return [{ op: "test", path: `${pointerOf(path)}/title`, value: at(path).title }, { op: "add", path: pointerOf(sibling(path, 1)), value: added }];
    },
  });
}

function addCopy(path) {
  const next = sibling(path, 1);
  ask(path, "add", "Add an entry after this one, a copy to be corrected", () => [{ op: "test", path: pointerOf(path), value: essence(copied(at(path))) }, { op: "add", path: pointerOf(next), value: copied(at(path)) }], `${next}.title`);
}

/* What can be done with the part that holds a value, as buttons. */
function actionsFor(path) {
  const found = [];
  const add = (text, title, act) => found.push(button(text, (event) => {
    event.stopPropagation();
    act();
  }, { title }));
  add("Edit", "Correct this value (e)", () => edit(path));
  if (doubtOf(doubted(path))) add("Accept", "It is right as it is (a)", () => accept(path));
  const part = partOf(path);
  if (!part) return found;
  const block = blockAt(part);
  if (block) add("Role", "Give the block another role, type or item (r)", () => editRole(part));
  if (/^items(\[\d+\]\.items)*\[\d+\]$/.test(part)) {
    const index = keysOf(part).pop();
    const list = above(part);
    const over = above(list);
    add("Split", "Make two items of it (s)", () => splitItem(part));
    add("Join", "Join it with the next item (j)", () => joinItems(part));
    if (index) add("↑", "Move it before the item above", () => moveItem(part, pointerOf(sibling(part, -1)), "Move it up"));
    if (at(sibling(part, 1))) add("↓", "Move it behind the item below", () => moveItem(part, pointerOf(sibling(part, 1)), "Move it down"));
    if (index) add("→", "Make it a sub-item of the item above", () => moveItem(part, `${pointerOf(sibling(part, -1))}/items/-`, "Make it a sub-item of the one above"));
    if (over) add("←", "Move it out, behind the item that holds it", () => moveItem(part, pointerOf(sibling(over, 1)), "Move it out"));
    add("Add", "Add an item after this one", () => addItem(part));
    add("Remove", "Take it out of the result", () => removePart(part));
  } else if (/^(schedule|documents)\[\d+\]$|documents\[\d+\]$/.test(part)) {
    add("Add", "Add an entry after this one", () => addCopy(part));
    add("Remove", "Take it out of the result", () => removePart(part));
  } else if (/annotation\[\d+\]$|^footnotes\[\d+\]$/.test(part)) {
    add("Remove", "Take it out of the result", () => removePart(part));
  }
  return found;
}

/* The part of a list that holds a value: an item, a block, a document, an entry of the timetable, a footnote. */
function partOf(path) {
  const found = path.match(/^(.*\])(?:\.[a-z_.]+(?:\[\d+\])?)?$/);
  return found && !/^meetings/.test(path) ? found[1] : null;
}
