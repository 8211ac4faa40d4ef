// 已核实: a tick where the finding is shown, and on the spot who says so and why.

import { element } from "./dom.js";
import { ordered } from "./work.js";

const PERSON = "person";

export function tick(report, finding) {
  const box = element("input", { type: "checkbox", "data-focus": `tick-${finding.id}` });
  const who = element("input", { type: "text", autocomplete: "name" });
  const why = element("input", { type: "text", autocomplete: "off" });
  const problem = element("p", { class: "problem", role: "alert" });
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
      { key: finding.key, person: who.value.trim(), reason: why.value.trim() });
  });
  return element("div", { class: "verify" }, element("label", {}, box, "已核实，没有错"), form);
}

// Who ticks one finding usually ticks the next.
function known() {
  return sessionStorage.getItem(PERSON) || "";
}

function remember(person) {
  sessionStorage.setItem(PERSON, person);
}
