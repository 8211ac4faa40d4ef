// The findings on a report: by what they ask, the worst first, and by sheet; to be narrowed down.

import { element, renew } from "./dom.js";
import { button, openFile } from "./parts.js";
import { tick } from "./tick.js";

const STANDINGS = {
  HOLDS_BACK: ["alarm", "必须改正"], WRONG: ["wrong", "其他错误"], NOTICE: ["notice", "提示"],
  VERIFIED: ["verified", "已核实"], UNCHECKED: ["unchecked", "无法核对"],
};

// `pick` is called with a finding that people want to see in the report.
export function findingsList(report, pick) {
  const standings = element("div", { class: "standings", role: "group", "aria-label": "只看" });
  const words = element("input", { type: "search", "aria-label": "查找：格、编号或文字",
    placeholder: "查找：格、编号或文字" });
  const sheets = element("select", { "aria-label": "只看一张表" });
  const groups = element("div", { class: "groups" });
  const none = element("p", { class: "nothing", hidden: true }, "没有符合的。");
  const hidden = new Set(["UNCHECKED"]);
  let record = { findings: [], rules: {} };

  words.addEventListener("input", draw);
  sheets.addEventListener("change", draw);

  function show(next) {
    record = next;
    const chosen = sheets.value;
    const names = grouped(next.findings, placeOf).map(([name]) => name).filter(Boolean);
    renew(sheets, ["", ...names], name => `of ${name}`, name =>
      element("option", { value: name }, name || "所有的表"));
    sheets.value = names.includes(chosen) ? chosen : "";
    draw();
  }

  function draw() {
    const all = grouped(record.findings, finding => finding.standing);
    renew(standings, all.map(([name, ones]) => ({ name, count: ones.length, on: !hidden.has(name) })),
      one => one.name, one => button(`${STANDINGS[one.name][1]} ${one.count}`, () => toggle(one.name),
        { class: `standing ${STANDINGS[one.name][0]}`, focus: one.name, pressed: one.on }));
    const wanted = words.value.trim().toLowerCase();
    const shown = grouped(record.findings.filter(finding => !hidden.has(finding.standing)
      && (!sheets.value || placeOf(finding) === sheets.value) && says(finding, wanted)),
    finding => finding.standing);
    renew(groups, shown.map(([name, ones]) => ({ name, title: ones[0].standing_word })),
      one => one.name, groupElement);
    shown.forEach(([, ones], at) => drawPlaces(groups.children[at].querySelector(".places"), ones));
    none.hidden = shown.length > 0 || all.length === 0;
  }

  function drawPlaces(place, findings) {
    const places = grouped(findings, placeOf);
    renew(place, places.map(([name]) => ({ name })), one => `in ${one.name}`, placeElement);
    places.forEach(([, ones], at) => renew(place.children[at].querySelector("ul"), ones,
      finding => finding.id, finding => item(finding)));
  }

  function toggle(name) {
    if (!hidden.delete(name)) hidden.add(name);
    draw();
  }

  function item(finding) {
    const rule = record.rules[finding.rule];
    const settled = finding.standing === "VERIFIED";
    return element("li", { class: `finding ${STANDINGS[finding.standing][0]}`, id: `f-${finding.id}` },
      element("p", { class: "message" },
        element("button", { type: "button", class: "cell", "data-focus": `cell-${finding.id}`,
          "aria-label": `${finding.cell || "整体"}：在预览里看`, onclick: () => pick(finding) },
        finding.cell || "整体"), `${finding.message}。`),
      finding.quote && element("blockquote", {}, finding.quote),
      finding.numbers && element("p", {}, finding.numbers),
      !settled && element("p", { class: "advice" }, `怎么办：${finding.advice}。`),
      finding.verified_said && element("p", { class: "who" }, `已核实：${finding.verified_said}`),
      element("div", { class: "beneath" },
        rule && element("details", {},
          element("summary", { "data-focus": `rule-${finding.id}` }, `${finding.rule} 查什么`),
          element("p", {}, rule.title), element("p", {}, `依据：${rule.basis}`),
          element("p", {}, `说明：${rule.explanation}`)),
        finding.cell && finding.file === record.file && button("打开工作簿去改", () =>
          openFile(report, { sheet: finding.sheet, cell: finding.cell }),
        { class: "fix", focus: `fix-${finding.id}`, about: `${finding.sheet} ${finding.cell}` }),
        finding.may_be_verified && tick(report, finding),
        element("span", { class: "key" }, `〔${finding.key}〕`)));
  }

  // Show a finding that people have pressed in the report.
  function point(id) {
    const finding = record.findings.find(one => one.id === id);
    if (!finding) return;
    hidden.delete(finding.standing);
    words.value = "";
    sheets.value = "";
    draw();
    for (const old of groups.querySelectorAll(".pointed")) old.classList.remove("pointed");
    const found = document.getElementById(`f-${id}`);
    found.classList.add("pointed");
    found.scrollIntoView({ block: "nearest" });
  }

  return { element: element("div", {}, element("div", { class: "filter" }, standings,
    element("div", { class: "narrow" }, words, sheets)), none, groups), show, point };
}

function groupElement(one) {
  return element("section", { class: `group ${STANDINGS[one.name][0]}`, "aria-label": one.title },
    element("h3", {}, one.title), element("div", { class: "places" }));
}

function placeElement(one) {
  return element("div", { class: "place" }, one.name && element("h4", {}, one.name),
    element("ul", {}));
}

function placeOf(finding) {
  return finding.where;
}

// [[key, records], …], in the order in which the keys first come.
function grouped(records, keyOf) {
  const found = new Map();
  for (const one of records) {
    if (!found.has(keyOf(one))) found.set(keyOf(one), []);
    found.get(keyOf(one)).push(one);
  }
  return Array.from(found);
}

function says(finding, wanted) {
  return !wanted || [finding.cell, finding.sheet, finding.key, finding.message, finding.advice,
    finding.quote, finding.title].some(said => (said || "").toLowerCase().includes(wanted));
}
