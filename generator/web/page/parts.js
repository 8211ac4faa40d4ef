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

// Show above the view what became of what was asked for, until people put it away.
export function said(record) {
  const place = document.getElementById("said");
  place.textContent = "";
  place.hidden = false;
  place.className = `said ${record.tone || "good"}`;
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
  announce(record.said);
  (choices[0] || close).focus();
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
