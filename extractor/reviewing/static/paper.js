"use strict";
/* The paper: its pages as pictures, drawn when they are seen, and over them the boxes of the values. */

const ROLES = [
  "masthead", "title", "heading", "contents", "list", "annotation", "documentation", "timetable", "footnote", "text",
  "furniture", "unassigned",
];
const hidden = new Set(["furniture"]);
let zoom = 1;
let boxes = new Map();
let watcher = null;

/* Every box of a page, larger ones below smaller ones: [path, role, box, whether it is a part of a block, title]. */
function boxesByPage() {
  const pages = new Map();
  const put = (path, role, place, part, title) => {
    if (!place || !place.bbox) return;
    if (!pages.has(place.page)) pages.set(place.page, []);
    pages.get(place.page).push({ path, role, box: place.bbox, part, title });
  };
  const annotations = new Map();
  eachItem((item, path) => {
    item.annotation.forEach((block, index) => block.id && annotations.set(block.id, `${path}.annotation[${index}]`));
    placesOf(item).forEach((place) => put(`${path}.title`, "list", place, true, item.title));
    item.documents.forEach((one, index) =>
      placesOf(one).forEach((place) => put(`${path}.documents[${index}]`, "documentation", place, true, one.title)));
  });
  const { paper } = state;
  paper.blocks.forEach((block, index) => {
    const path = annotations.get(block.id) || `blocks[${index}]`;
    block.places.forEach((place) => put(path, block.role, place, false, block.text));
  });
  const listed = new Set();
  eachItem((item) => item.documents.forEach((one) => listed.add(`${one.page} ${one.bbox}`)));
  paper.documents.forEach((one, index) => {
    if (listed.has(`${one.page} ${one.bbox}`)) return;
    placesOf(one).forEach((place) => put(`documents[${index}]`, "documentation", place, true, one.title));
  });
  paper.schedule.forEach((row, index) =>
    placesOf(row).forEach((place) => put(`schedule[${index}]`, "timetable", place, true, row.title)));
  paper.footnotes.forEach((note, index) =>
    placesOf(note).forEach((place) => put(`footnotes[${index}]`, "footnote", place, true, note.text)));
  for (const [path, places] of Object.entries(state.data.spots)) {
    if (path === "document.kind") continue; // it stands where the title does
    for (const [page, ...bbox] of places) put(path, path === "document.title" ? "title" : "masthead", { page, bbox }, true, shown(at(path)));
  }
  const area = ([x0, top, x1, bottom]) => (x1 - x0) * (bottom - top);
  for (const list of pages.values()) list.sort((one, other) => area(other.box) - area(one.box));
  return pages;
}

function placesOf(value) {
  if (value.places && value.places.length) return value.places;
  return value.page && value.bbox ? [{ page: value.page, bbox: value.bbox }] : [];
}

/* Where a value stands: its own places, those of its block, or those of the part that holds it. */
function placesAt(path) {
  for (let place = path; place; place = above(place)) {
    const known = state.data.spots[place];
    if (known) return known.map(([page, ...bbox]) => ({ page, bbox }));
    const value = at(place);
    if (value && typeof value === "object" && !Array.isArray(value)) {
      if (/annotation\[\d+\]$/.test(place) && value.id && state.paper.blocks[value.id - 1]) {
        return state.paper.blocks[value.id - 1].places;
      }
      const found = placesOf(value);
      if (found.length) return found;
    }
  }
  return [];
}

function eachItem(act, items = state.paper.items, over = "items", parent = null) {
  items.forEach((item, index) => {
    const path = `${over}[${index}]`;
    act(item, path, parent);
    eachItem(act, item.items, `${path}.items`, item);
  });
}

function showPaper() {
  const pane = byId("paper");
  pane.replaceChildren(legend());
  watcher = new IntersectionObserver(seen, { root: pane, rootMargin: "600px 0px" });
  state.data.pages.forEach(([width, height], index) => {
    const page = make("figure", { className: "page", data: { page: index + 1 } }, make("figcaption", { textContent: `page ${index + 1}` }));
    page.style.aspectRatio = `${width} / ${height}`;
    pane.append(page);
    watcher.observe(page);
  });
  if (!state.data.pages.length) pane.append(make("p", { textContent: "The file of this paper is not there: its pages cannot be shown." }));
  refreshBoxes();
}

function seen(entries) {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting && !target.querySelector("img")) draw(target);
  }
}

function draw(page) {
  const number = Number(page.dataset.page);
  const picture = make("img", { alt: `Page ${number} of the paper`, draggable: false });
  picture.addEventListener("error", () => page.classList.add("failed"));
  const kept = state.data.pictures;
  if (kept && !kept[number - 1]) page.classList.add("failed");
  picture.src = kept ? `data:image/png;base64,${kept[number - 1]}` : `${state.data.served}/page/${number}.png`;
  page.prepend(picture);
  drawBoxes(page);
}

function drawBoxes(page) {
  const number = Number(page.dataset.page);
  const [width, height] = state.data.pages[number - 1];
  const sheet = svg("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none" });
  for (const one of boxes.get(number) || []) {
    if (hidden.has(one.role)) continue;
    const rect = boxed(one.box, `box role-${one.role}${one.part ? " part" : ""}${doubtOf(one.path) ? " doubt" : ""}`);
    rect.dataset.path = one.path;
    const title = svg("title");
    title.textContent = `${one.role}: ${(one.title || one.path).slice(0, 120)}`;
    rect.append(title);
    sheet.append(rect);
  }
  page.querySelector("svg")?.remove();
  page.append(sheet);
  if (state.picked) light(page, placesAt(state.picked));
}

function boxed([x0, top, x1, bottom], name) {
  return svg("rect", {
    x: x0 - 1.5, y: top - 1.5, width: Math.max(x1 - x0, 1) + 3, height: Math.max(bottom - top, 1) + 3, rx: 2, class: name,
  });
}

function light(page, places) {
  for (const place of places) {
    if (place.page === Number(page.dataset.page)) page.querySelector("svg").append(boxed(place.bbox, "hit"));
  }
}

/* After a correction: the boxes anew, on the pages that are drawn. */
function refreshBoxes() {
  boxes = boxesByPage();
  for (const page of document.querySelectorAll(".page")) if (page.querySelector("img")) drawBoxes(page);
}

/* Light up the boxes of a value, and bring the first of them into view. */
function lightUp(path, { scroll = true } = {}) {
  document.querySelectorAll("rect.hit").forEach((rect) => rect.remove());
  const places = placesAt(path);
  if (!places.length) return;
  const pages = new Set(places.map((place) => place.page));
  for (const number of pages) {
    const page = document.querySelector(`.page[data-page="${number}"]`);
    if (!page) continue;
    if (!page.querySelector("img")) draw(page);
    else light(page, places);
  }
  if (!scroll) return;
  const first = places[0];
  const page = document.querySelector(`.page[data-page="${first.page}"]`);
  if (!page) return;
  const pane = byId("paper");
  const frame = page.getBoundingClientRect();
  const scale = frame.height / state.data.pages[first.page - 1][1];
  const top = pane.scrollTop + frame.top - pane.getBoundingClientRect().top + first.bbox[1] * scale;
  const bottom = top + (first.bbox[3] - first.bbox[1]) * scale;
  if (top < pane.scrollTop + 50 || bottom > pane.scrollTop + pane.clientHeight - 20) {
    pane.scrollTo({ top: Math.max(0, top - pane.clientHeight / 3) });
  }
}

function legend() {
  const counts = new Map();
  for (const block of state.paper.blocks) counts.set(block.role, (counts.get(block.role) || 0) + 1);
  const line = make("div", { className: "legend" });
  for (const role of ROLES.filter((one) => counts.has(one))) {
    line.append(
      button(role, (event) => {
        if (hidden.has(role)) hidden.delete(role);
        else hidden.add(role);
        event.currentTarget.setAttribute("aria-pressed", String(!hidden.has(role)));
        refreshBoxes();
      }, { className: `role-${role}`, "aria-pressed": String(!hidden.has(role)), title: `Show or hide the boxes of ${counts.get(role)} blocks` }),
    );
  }
  line.append(make("span", { className: "zoom group" },
    button("−", () => zoomBy(1 / 1.2), { title: "Smaller pages (-)", "aria-label": "Smaller pages" }),
    button("+", () => zoomBy(1.2), { title: "Larger pages (+)", "aria-label": "Larger pages" })));
  return line;
}

function zoomBy(factor) {
  zoom = Math.min(3, Math.max(0.4, zoom * factor));
  byId("paper").style.setProperty("--zoom", String(zoom));
}
