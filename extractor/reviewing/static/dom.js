"use strict";
/* Elements. All text of papers goes through `textContent` and properties, never through markup. */

function make(name, options = {}, ...children) {
  const element = document.createElement(name);
  const { data = {}, on = {}, ...properties } = options;
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("aria-") || key === "role" || key === "for" || key === "colspan") element.setAttribute(key, value);
    else element[key] = value;
  }
  Object.assign(element.dataset, data);
  for (const [event, act] of Object.entries(on)) element.addEventListener(event, act);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function button(text, act, options = {}) {
  return make("button", { type: "button", textContent: text, on: { click: act }, ...options });
}

function svg(name, attributes = {}) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

let silence = 0;

function say(text) {
  byId("said").textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => (byId("said").textContent = ""), 6000);
}

function counted(number, noun, nouns = `${noun}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? noun : nouns}`;
}
