// The units of a collection: who has filed, and what is wrong with each.

import { element, renew } from "./dom.js";

export function unitsSection() {
  const words = element("input", { type: "search", "aria-label": "查找单位", placeholder: "查找单位" });
  const summary = element("p", { class: "tally" });
  const list = element("ul", { tabindex: "0", "aria-label": "各单位" });
  const whole = element("section", { class: "units", "aria-labelledby": "units-title", hidden: true },
    element("h2", { id: "units-title" }, "各单位"), summary, words, list);
  let units = [];

  function show(record) {
    whole.hidden = !record;
    if (!record) return;
    const counts = Object.keys(record.counts).map(state => `${state} ${record.counts[state]}`);
    summary.textContent = [`计入 ${record.counted} 个，名单上共 ${record.listed} 个`, ...counts].join("，");
    units = record.units;
    draw();
  }

  function draw() {
    const wanted = words.value.trim();
    renew(list, units.filter(one => one.name.includes(wanted)), one => one.name, unitItem);
  }
  words.addEventListener("input", draw);
  return { element: whole, show };
}

function unitItem(unit) {
  return element("li", { class: "unit" },
    element("p", {}, unit.state && element("span", { class: `chip ${unit.tone}` }, unit.state)),
    element("div", {},
      element("p", { class: "name" }, unit.name),
      element("p", { class: "small" }, [unit.file, unit.wrong ? `错误 ${unit.wrong} 处` : "", unit.said]
        .filter(Boolean).join(" · ")),
      unit.problems.length > 0 && element("details", {},
        element("summary", {}, `问题 ${unit.problems.length} 处`),
        element("ul", {}, unit.problems.map(problem => element("li", {}, Object.keys(problem)
          .filter(column => problem[column] && problem[column] !== unit.name)
          .map(column => problem[column]).join("　")))))));
}
