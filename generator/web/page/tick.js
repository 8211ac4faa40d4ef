// 已核实: a tick where the finding is shown, and on the spot who says so and why.

import { announce, element } from "./dom.js";
import { ordered } from "./work.js";

const PERSON = "person";

export function tick(report, finding) {
  const box = element("input", { type: "checkbox", "data-focus": `tick-${finding.id}` });
  const who = element("input", { type: "text", autocomplete: "name" });
  const why = element("input", { type: "text", autocomplete: "off" });
  const problem = element("p", { class: "problem", role: "alert" });
  const kept = element("p", { class: "small" });
  const form = element("form", { class: "tick", hidden: true, novalidate: true },
    element("label", {}, "核实人", who), element("label", {}, "理由", why),
    element("button", { type: "submit", class: "main" }, "记下来"), problem);
  box.addEventListener("change", () => {
    form.hidden = !box.checked;
    if (!box.checked) return;
    who.value = who.value || known();
    (who.value ? why : who).focus();
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    const empty = [who, why].find(one => !one.value.trim());
    problem.textContent = empty ? `请填写${empty === who ? "核实人" : "理由"}。` : "";
    if (empty) {
      empty.focus();
      return;
    }
    remember(who.value.trim());
    ordered("正在写入『核对记录』", `verify/${report}`,
      { key: finding.key, person: who.value.trim(), reason: why.value.trim() },
      { done: told, refused: sentence => { problem.textContent = sentence; } });
  });

  // People tick one after another: they stay where they are, and are led to the next.
  function told(record) {
    announce(record.said);
    form.hidden = true;
    box.checked = false;
    kept.textContent = record.tone === "good" ? "" : record.said;
    (record.tone === "good" ? next(box) : box).focus();
  }
  return element("div", { class: "verify" }, element("label", {}, box, "已核实，没有错"), kept, form);
}

function next(box) {
  const all = Array.from(document.querySelectorAll(".verify input[type=checkbox]"));
  const at = all.indexOf(box);
  return all[at + 1] || all[at - 1] || document.getElementById("view");
}

// Who ticks one finding usually ticks the next.
function known() {
  return sessionStorage.getItem(PERSON) || "";
}

function remember(person) {
  sessionStorage.setItem(PERSON, person);
}
