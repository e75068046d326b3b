"use strict";
/* The page: what is picked, and the keyboard. */

const KEYS = [
  ["n", "next value in doubt", () => step(1)],
  ["p", "previous value in doubt", () => step(-1)],
  ["a", "accept: it is right as it is", () => state.picked !== null && accept(state.picked)],
  ["e", "correct the value (Enter as well)", () => state.picked && edit(state.picked)],
  ["r", "role: what the block is, and its item", () => state.picked && partOf(state.picked) && editRole(partOf(state.picked))],
  ["s", "split the item", () => itemPicked() && splitItem(itemPicked())],
  ["j", "join the item with the next", () => itemPicked() && joinItems(itemPicked())],
  ["ArrowDown", "next value", () => move(1)],
  ["ArrowUp", "previous value", () => move(-1)],
  ["u", "take back the last correction", () => undo(state.data.corrections.length - 1)],
  ["c", "list of the corrections", () => showHistory()],
  ["+", "larger pages", () => zoomBy(1.2)],
  ["-", "smaller pages", () => zoomBy(1 / 1.2)],
  ["?", "this list", () => showHelp()],
];

function begin() {
  state.data = JSON.parse(byId("data").textContent);
  state.paper = state.data.paper;
  if (!state.data.served) state.original = copied(state.paper);
  const hash = decodeURIComponent(location.hash.slice(1));
  refresh();
  showPaper();
  byId("values").addEventListener("click", clickedValue);
  byId("values").addEventListener("dblclick", (event) => {
    const element = event.target.closest("[data-path]");
    if (element && element.tagName !== "LI") edit(element.dataset.path);
  });
  byId("paper").addEventListener("click", (event) => {
    const rect = event.target.closest("rect[data-path]");
    if (rect) pick(rect.dataset.path, { paper: false });
  });
  document.addEventListener("keydown", pressed);
  window.addEventListener("beforeunload", (event) => state.data.unsaved && event.preventDefault());
  for (const tab of document.querySelectorAll(".tabs button")) tab.addEventListener("click", () => side(tab.dataset.side));
  if (hash) pick(hash);
  document.documentElement.dataset.ready = "yes";
}

function refresh() {
  counting();
  state.note = -1;
  bar();
  showValues();
  if (document.querySelector(".page")) refreshBoxes();
}

function bar() {
  const { paper, data } = state;
  const grade = data.served ? paper.source.review : doubts().length ? paper.source.review : "none";
  const count = doubts().length;
  const line = byId("bar");
  line.replaceChildren();
  if (data.list) line.append(make("a", { href: data.list, textContent: "Papers", title: "All papers" }));
  line.append(
    make("h1", { title: data.file || "" }, make("bdi", { textContent: paper.document.symbol || fileName() }), " ", make("span", {}, make("bdi", { textContent: paper.document.title || "" }))),
    make("span", { className: `grade grade-${grade}`, textContent: { none: "no warning", look: "to look at", doubtful: "doubtful" }[grade] }),
    make("span", { className: "group" }, button("‹", () => step(-1), { title: "Previous value in doubt (p)", "aria-label": "Previous value in doubt", disabled: !count }),
      make("span", { textContent: `${count} in doubt` }), button("›", () => step(1), { title: "Next value in doubt (n)", "aria-label": "Next value in doubt", disabled: !count })),
    button(counted(data.corrections.length, "correction"), showHistory, { title: "What was corrected (c)" }),
  );
  if (!data.served && data.unsaved) line.append(button("Save corrections", save, { className: "main" }));
  line.append(button("?", showHelp, { title: "Keys (?)", "aria-label": "Keys" }));
  document.title = `${paper.document.symbol || fileName()} – review`;
}

function side(name) {
  document.querySelector("main").dataset.side = name;
  for (const tab of document.querySelectorAll(".tabs button")) tab.setAttribute("aria-selected", String(tab.dataset.side === name));
  if (name === "paper" && state.picked) lightUp(state.picked);
}

/* Pick a value: show it among the values, and light up its boxes on the paper. */
function pick(path, { paper = true, scroll = true } = {}) {
  closeForm();
  document.querySelectorAll(".picked").forEach((one) => one.classList.remove("picked"));
  document.querySelectorAll(".actions").forEach((one) => one.remove());
  state.picked = path;
  const element = path ? elementOf(path) : null;
  document.querySelectorAll("#values .notes li").forEach((one) => one.dataset.path === path && one.classList.add("picked"));
  if (element) {
    element.classList.add("picked");
    const own = element.dataset.path;
    const why = doubts().filter((one) => one.path && (one.path === own || one.path === path || one.path === partOf(own)));
    const actions = make("div", { className: "actions", dir: "ltr" },
      ...why.map((one) => make("div", { className: `why ${one.severity}`, dir: "auto", textContent: one.message })), ...actionsFor(own));
    const cell = element.closest("tr");
    if (cell && element.closest(".times, [data-part]") !== null) (cell.lastElementChild || cell).append(actions);
    else (element.closest(".head, .block, .row") || element).after(actions);
    if (scroll) element.scrollIntoView({ block: "nearest" });
  }
  lightUp(path || "", { scroll: paper });
  if (path) history.replaceState(null, "", `#${encodeURIComponent(path)}`);
  if (!paper) side("values");
}

function clickedValue(event) {
  if (event.target.closest(".form, .actions, summary")) return;
  const element = event.target.closest("[data-path]");
  if (!element) return;
  if (element.dataset.note) chooseNote(Number(element.dataset.note));
  else pick(element.dataset.path);
}

/* A diagnostic was chosen: its value, or its page. */
function chooseNote(index) {
  const all = [...doubts(), ...state.paper.diagnostics.filter((note) => note.severity === "info")];
  const chosen = all[index];
  state.note = index;
  pick(chosen.path || "");
  state.code = chosen.code;
  if (!elementOf(chosen.path || "") && chosen.page) {
    document.querySelector(`.page[data-page="${chosen.page}"]`)?.scrollIntoView({ block: "start" });
  }
  for (const line of document.querySelectorAll("#values .notes li[data-note]")) {
    line.classList.toggle("picked", Number(line.dataset.note) === index);
    if (line.classList.contains("picked") && !elementOf(chosen.path || "")) line.scrollIntoView({ block: "nearest" });
  }
}

function step(by) {
  const count = doubts().length;
  if (!count) {
    say("Nothing is in doubt.");
    return;
  }
  const now = state.note < count ? state.note : -1;
  chooseNote(now < 0 ? (by > 0 ? 0 : count - 1) : (now + by + count) % count);
}

function move(by) {
  const all = [...document.querySelectorAll("#values .v[data-path]")].filter((one) => one.offsetParent);
  const now = all.findIndex((one) => one.dataset.path === state.picked);
  const next = all[Math.min(all.length - 1, Math.max(0, now + by))];
  if (next) pick(next.dataset.path);
}

function itemPicked() {
  const found = (state.picked || "").match(/^items(?:\[\d+\]\.items)*\[\d+\]/);
  return found ? found[0] : null;
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  if (event.key === "Escape") {
    closeForm();
    return;
  }
  if (event.key === "Enter" && event.target.closest("button, a, summary")) return;
  const key = event.key === "Enter" ? "e" : event.key;
  const found = KEYS.find(([name]) => name === key);
  if (!found) return;
  event.preventDefault();
  found[2]();
}

function showHelp() {
  const list = make("dl");
  for (const [key, what] of KEYS) {
    list.append(make("dt", {}, make("kbd", { textContent: key.replace("ArrowDown", "↓").replace("ArrowUp", "↑") })), make("dd", { textContent: what }));
  }
  dialog("Keys", list, make("p", {}, "Click a value and its box lights up; click a box and its value is shown. A double click opens a value for correction."));
}

function dialog(title, ...children) {
  const box = byId("dialog");
  box.replaceChildren(make("h2", { textContent: title }), ...children, button("Close", () => box.close(), { className: "main" }));
  if (!box.open) box.showModal();
}

function showHistory() {
  const list = make("ul", { className: "history" });
  state.data.corrections.forEach((one, index) => list.append(historyLine(one, index)));
  const where = state.data.served ? make("p", {}, "They are kept in ", make("code", { className: "code", textContent: state.data.kept }), ".")
    : make("p", {}, "They are in this page only until you save them: put the file beside the PDF.");
  dialog(counted(state.data.corrections.length, "correction"), list, where, state.data.served ? "" : button("Save corrections", save));
}

function historyLine(one, index) {
  const changes = one.entry.patch.filter((operation) => operation.op !== "test").map((operation) => {
    const place = pathFrom(operation.path).replace(/\.-$/, "");
    const words = operation.op === "move" ? `${pathFrom(operation.from)} to ${place}` : place;
    const line = make("div", {}, make("code", { className: "code", textContent: `${operation.op} ${words}` }), " ");
    if (typeof operation.old === "string") line.append(make("del", { dir: "auto", textContent: operation.old }), " ");
    if (["string", "number", "boolean"].includes(typeof operation.value)) line.append(make("bdi", { textContent: String(operation.value) }));
    return line;
  });
  const words = make("div", {}, make("strong", { textContent: one.entry.action }), " ", make("code", { className: "code", textContent: one.path || "" }),
    one.entry.reason ? make("div", { dir: "auto", textContent: `“${one.entry.reason}”` }) : "", ...changes,
    one.why ? make("div", { className: "why", textContent: one.why }) : "");
  return make("li", {}, words, button("Take back", async () => {
    await undo(index);
    showHistory();
  }));
}

async function undo(index) {
  if (index < 0) {
    say("Nothing was corrected yet.");
    return;
  }
  const failed = await takeBack(index);
  refresh();
  say(failed || "Taken back.");
}

function save() {
  const name = fileName().replace(/\.(pdf|json)$/i, "") + ".corrections.json";
  const link = make("a", { href: URL.createObjectURL(new Blob([correctionsFile()], { type: "application/json" })), download: name });
  link.click();
  state.data.unsaved = false;
  bar();
  say(`${name}: put it beside the PDF.`);
}

begin();
