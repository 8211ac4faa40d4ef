// Small parts that every view uses.

import { announce, element } from "./dom.js";
import { order } from "./server.js";

// A button; `about` says to those who hear it which of several it is.
export function button(label, act, { class: looks, focus, about, pressed } = {}) {
  return element("button", {
    type: "button", class: looks, "data-focus": focus, onclick: act,
    "aria-label": about ? `${label}：${about}` : null,
    "aria-pressed": pressed === undefined ? null : String(pressed),
  }, label);
}

// Say at the top whose page this is; empty is the usual form, whose name stands there at first.
export function head(called) {
  const home = document.querySelector(".home");
  if (!home.dataset.usual) home.dataset.usual = home.textContent;
  home.textContent = called || home.dataset.usual;
}

// Open a file in Excel, Word or WPS; `at` is {sheet, cell}, where people want to look.
export async function openFile(id, at) {
  try {
    const record = await order(`open/${id}`, at);
    announce(record.said);
  } catch (problem) {
    announce(problem.message);
    said({ said: problem.message, tone: "bad" });
  }
}

// Show above the view what became of what was asked for, until people put it away or go elsewhere.
// Where it went badly, no button that does something is under the finger of who presses Enter twice.
export function said(record) {
  const place = document.getElementById("said");
  place.textContent = "";
  place.hidden = false;
  place.className = `said ${record.tone || "good"}`;
  place.dataset.beside = record.goto || location.hash;
  const close = button("知道了", () => {
    place.hidden = true;
    document.getElementById("view").focus({ preventScroll: true });
  }, { class: "quiet" });
  place.append(element("h2", {}, record.said));
  if (record.lines && record.lines.length) {
    place.append(element("ul", {}, record.lines.map(line => element("li", {}, line))));
  }
  const choices = (record.choices || []).map(choice => button(choice.label, choice.act, {
    class: choice.main ? "main" : undefined }));
  place.append(element("div", { class: "orders" }, choices, close));
  announce(record.said, { seen: false });
  (record.tone === "bad" || !choices.length ? close : choices[0]).focus();
}

// Put away what was said of another view.
export function leaveSaid() {
  const place = document.getElementById("said");
  if (place.dataset.beside !== location.hash) place.hidden = true;
}

// Return when something was, as people say it; the day stands for itself, for this is not renewed.
export function when(iso) {
  const then = new Date(iso);
  const now = new Date();
  const clock = `${two(then.getHours())}:${two(then.getMinutes())}`;
  if (then.toDateString() === now.toDateString()) return `今天 ${clock}`;
  return `${then.getFullYear()} 年 ${then.getMonth() + 1} 月 ${then.getDate()} 日 ${clock}`;
}

function two(number) {
  return String(number).padStart(2, "0");
}
